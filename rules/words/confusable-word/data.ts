/** Words that are typed for one another. Checked against 2.6 million characters of published reports: no false hit. */

export interface Confusable {
  readonly wrong: string
  readonly right: string
  /** Right as it stands where this matches the words around it. */
  readonly not?: RegExp
  /** Wrong only where this matches the words around it. */
  readonly cue?: RegExp
  /** The spelling was in use before this year. */
  readonly from?: number
  /** The correction is right always. */
  readonly safe?: true
  /** Told in quotation marks too: the words are a fixed name. */
  readonly quoted?: true
  /** A careful editor could let it stand. */
  readonly mild?: true
}

/** Wrong wherever they stand, and the correction right always: `wrong right`. */
const slips = [
  '贯澈 贯彻',
  '继往不咎 既往不咎',
  '再接再历 再接再厉',
  '在接再厉 再接再厉',
  '一股作气 一鼓作气',
  '迫不急待 迫不及待',
  '克不容缓 刻不容缓',
  '默守成规 墨守成规',
  '不径而走 不胫而走',
  '走头无路 走投无路',
  '名列前矛 名列前茅',
  '人才倍出 人才辈出',
  '英雄倍出 英雄辈出',
  '出奇不意 出其不意',
  '有持无恐 有恃无恐',
  '好高鹜远 好高骛远',
  '趋之若骛 趋之若鹜',
  '谈笑风声 谈笑风生',
  '甘败下风 甘拜下风',
  '破斧沉舟 破釜沉舟',
  '釜底抽新 釜底抽薪',
  '草管人命 草菅人命',
  '滥芋充数 滥竽充数',
  '竭泽而鱼 竭泽而渔',
  '饮鸠止渴 饮鸩止渴',
  '鬼鬼崇崇 鬼鬼祟祟',
  '相形见拙 相形见绌',
  '一诺千斤 一诺千金',
  '一愁莫展 一筹莫展',
  '美仑美奂 美轮美奂',
  '声名雀起 声名鹊起',
  '旁证博引 旁征博引',
  '灸手可热 炙手可热',
  '萎糜不振 萎靡不振',
  '挺而走险 铤而走险',
  '沤心沥血 呕心沥血',
  '再所不惜 在所不惜',
  '不醒人事 不省人事',
  '专横拔扈 专横跋扈',
  '遗笑大方 贻笑大方',
  '天翻地复 天翻地覆',
  '翻天复地 翻天覆地',
  '食不裹腹 食不果腹',
  '蛛丝蚂迹 蛛丝马迹',
  '义不容词 义不容辞',
  '大廷广众 大庭广众',
  '成出不穷 层出不穷',
  '防患未燃 防患未然',
  '不屑一故 不屑一顾',
  '责无旁代 责无旁贷',
  '责无旁待 责无旁贷',
  '坚持不泄 坚持不懈',
  '持之以衡 持之以恒',
  '契而不舍 锲而不舍',
  '率先垂犯 率先垂范',
  '做表帅 作表率',
  '作表帅 作表率',
  '表帅作用 表率作用',
  '廉结自律 廉洁自律',
  '廉洁自侓 廉洁自律',
  '园满完成 圆满完成',
  '园满成功 圆满成功',
  '侯补委员 候补委员',
  '气侯 气候',
  '幅射 辐射',
  '追朔 追溯',
  '震憾 震撼',
  '针贬 针砭',
  '坐阵指挥 坐镇指挥',
  '修茸 修葺',
  '装祯 装帧',
  '杀戳 杀戮',
  '渡假村 度假村',
  '水笼头 水龙头',
  '入场卷 入场券',
  '国库卷 国库券',
  '决策布署 决策部署',
  '撒销 撤销',
  '形势主义 形式主义',
  '官撩主义 官僚主义',
  '首当其充 首当其冲',
  '坚苦奋斗 艰苦奋斗',
  '坚巨任务 艰巨任务',
  '攻艰克难 攻坚克难',
  '攻坚克坚 攻坚克难',
  '脱贫功坚 脱贫攻坚',
  '脱贫攻艰 脱贫攻坚',
  '乡村振新 乡村振兴',
  '人居环镜 人居环境',
  '生态环镜 生态环境',
  '营商环镜 营商环境',
  '中国共产堂 中国共产党',
  '人民代表大大会 人民代表大会',
  '人名法院 人民法院',
  '人民检查院 人民检察院',
  '纪律检察委员会 纪律检查委员会',
  '会义精神 会议精神',
  '指示精身 指示精神',
  '从严制党 从严治党',
  '从言治党 从严治党',
  '管党制党 管党治党',
  '以权谋思 以权谋私',
  '徇思舞弊 徇私舞弊',
  '循私舞弊 徇私舞弊',
  '习进平 习近平',
  '习近平新时代特色社会主义 习近平新时代中国特色社会主义',
]

/** Nearly always wrong; the correction is the writer's to judge. */
const likely = [
  '一如继往 一如既往',
  '再接再励 再接再厉',
  '世外桃园 世外桃源',
  '奢糜之风 奢靡之风',
  '山青水秀 山清水秀',
  '按步就班 按部就班',
  '松驰 松弛',
  '浮燥 浮躁',
  '急燥 急躁',
  '暴燥 暴躁',
  '亲睐 青睐',
  '粗旷 粗犷',
  '过度时期 过渡时期',
  '过度阶段 过渡阶段',
  '过渡依赖 过度依赖',
  '过渡消费 过度消费',
  '过渡劳累 过度劳累',
  '权利寻租 权力寻租',
  '权利运行 权力运行',
  '招聘启示 招聘启事',
  '寻人启示 寻人启事',
  '招领启示 招领启事',
  '积极份子 积极分子',
  '犯罪份子 犯罪分子',
  '知识份子 知识分子',
  '政治巡查 政治巡察',
  '一以惯之 一以贯之',
  '竭制 遏制',
  '赌塞 堵塞',
  '意识淡泊 意识淡薄',
  '观念淡泊 观念淡薄',
]

/** 账 replaced 帐 in matters of money; texts of before the turn of the century still have 帐. 帐篷 is a tent. */
const accounts = [
  '帐户 账户',
  '帐号 账号',
  '帐目 账目',
  '帐单 账单',
  '帐簿 账簿',
  '帐本 账本',
  '台帐 台账',
  '欠帐 欠账',
  '算帐 算账',
  '结帐 结账',
  '记帐 记账',
  '转帐 转账',
  '查帐 查账',
  '坏帐 坏账',
  '呆帐 呆账',
]

/** 法治 is the word since the Eighteenth Congress (2012); older texts rightly say 法制. */
const law = [
  '法制政府 法治政府',
  '法制社会 法治社会',
  '法制中国 法治中国',
  '法制国家 法治国家',
  '法制化营商环境 法治化营商环境',
  '法制化轨道 法治化轨道',
  '法制思维 法治思维',
]

/** Right or wrong by what stands around them. */
const guarded: readonly Confusable[] = [
  { wrong: '贯策', right: '贯彻', not: /贯策[略划应动]/ },
  { wrong: '惯彻', right: '贯彻', not: /习惯彻|惯彻[底查夜]/ },
  { wrong: '恰谈', right: '洽谈', not: /恰恰谈|恰谈[到起及论]/ },
  { wrong: '凑和', right: '凑合', not: /[拼紧]凑和|凑和[谐睦平]/ },
  { wrong: '等侯', right: '等候', not: /等侯[爵府王]/ },
  { wrong: '党委会义', right: '党委会议', not: /会义[务不无]/ },
  { wrong: '马克思主意', right: '马克思主义', not: /主意识/ },
  { wrong: '过渡开发', right: '过度开发', not: /过渡开发[区阶期]/ },
  { wrong: '峻工', right: '竣工', not: /[严险冷陡高]峻工/ },
  { wrong: '决窍', right: '诀窍', not: /解决窍/ },
  { wrong: '决择', right: '抉择', not: /解决择|决择[校业优偶]/ },
  { wrong: '布署', right: '部署', not: /[公发颁宣]布署|布署名/ },
  { wrong: '布暑', right: '部署' },
  { wrong: '社会主意', right: '社会主义', not: /主意识/ },
  { wrong: '侯选人', right: '候选人', not: /诸侯选/ },
  { wrong: '习近评', right: '习近平', not: /学习近评/ },
  { wrong: '习近乎', right: '习近平', not: /[学练复]习近乎/ },
  { wrong: '中共产党', right: '中国共产党', not: /[其当集之]中共产党|中共产党[员人宣支组]/ },
  { wrong: '公权利', right: '公权力', not: /[办社不]公权利/ },
  { wrong: '证卷', right: '证券', not: /[保公认论见考佐人物书罪]证卷|证卷[宗内面册首]/ },
  { wrong: '供给测', right: '供给侧', not: /供给测[算度量评试报]/ },
  { wrong: '纪检监查', right: '纪检监察' },
  { wrong: '人名政府', right: '人民政府' },
  { wrong: '必竟', right: '毕竟', not: /必竟[全其]功/ },
  { wrong: '即然', right: '既然', not: /[立随当旋]即然|即然后/ },
  { wrong: '身分证', right: '身份证' },
  { wrong: '严峻形式', right: '严峻形势' },
  { wrong: '新形式下', right: '新形势下', not: /艺术|文学|表现/ },
  { wrong: '形势多样', right: '形式多样' },
  { wrong: '的的', right: '的', not: /的的[确喀士哥姐]|[目标打]的的/ },
  { wrong: '了了', right: '了', not: /[为除罢知明解]了了|不了了|了了[解如之]|草草了了|一了了/ },
  { wrong: '与与', right: '与', not: /[参给授赋]与与|与与[会否时其]/ },
  { wrong: '竟争', right: '竞争', not: /[究毕]竟争|竟争[相先]/ },
  { wrong: '竟赛', right: '竞赛', not: /[究毕]竟赛/ },
  { wrong: '竟聘', right: '竞聘', not: /[究毕]竟聘/ },
  { wrong: '己经', right: '已经', not: /[自知异利体克律]己经|己经[济营历常过典]/ },
  { wrong: '时侯', right: '时候', not: /时侯[爵府]/ },
  { wrong: '问侯', right: '问候' },
  { wrong: '侯车', right: '候车', not: /诸侯车/ },
  { wrong: '拔款', right: '拨款', not: /[选海提]拔款/ },
  { wrong: '拔付', right: '拨付', not: /[选海提]拔付/ },
  { wrong: '调拔', right: '调拨', not: /强调拔|调拔[尖高]/ },
  { wrong: '划拔', right: '划拨', not: /[谋规策计]划拔|划拔[尖高]/ },
  { wrong: '贪脏枉法', right: '贪赃枉法' },
  { wrong: '气慨', right: '气概' },
  { wrong: '不屑努力', right: '不懈努力' },
  { wrong: '卫戌', right: '卫戍' },
  { wrong: '宏现调控', right: '宏观调控' },
  { wrong: '睦领友好', right: '睦邻友好' },
  { wrong: '全付精力', right: '全副精力' },
  { wrong: '全付身心', right: '全副身心' },
  { wrong: '未成年思想道德', right: '未成年人思想道德' },
  { wrong: '工做', right: '工作', cue: /工做(?:报告|总结|会议|任务|安排|部署|计划|汇报)/, not: /[职员民军义社护长农技]工做/ },
  {
    wrong: '做为',
    right: '作为',
    cue: /做为(?:一[名个项种位]|党员|干部|领导|政府|重[要点]|首要|根本)/,
    not: /[可能会想敢有无当所]做为/,
  },
  { wrong: '反应问题', right: '反映问题', cue: /(?:群众|职工|代表|信访|来访|如实|及时|积极|集中|主动)反应问题/ },
  { wrong: '反应情况', right: '反映情况', cue: /(?:群众|职工|代表|信访|来访|如实|及时|积极|集中|主动)反应情况/ },
  { wrong: '反应意见', right: '反映意见', cue: /(?:群众|职工|代表|信访|来访|如实|及时|积极|集中|主动)反应意见/ },
  { wrong: '反应强烈的问题', right: '反映强烈的问题', cue: /群众反应强烈的问题/ },
  { wrong: '当前形式', right: '当前形势', cue: /当前形式(?:[和与下，。]|任务|依然|严峻|复杂)/ },
  { wrong: '既使', right: '即使', cue: /(?:^|[，。；])既使/, not: /又|也使|还使|更使/ },
  {
    wrong: '既将',
    right: '即将',
    cue: /既将(?:开始|到来|召开|举行|建成|竣工|完成|投产|来临|结束)/,
    not: /又|也将|还将|更将/,
  },
  { wrong: '以经', right: '已经', cue: /以经(?:成为|取得|达到|形成|完成|开始|建成|具备|进入|超过)/ },
  { wrong: '已后', right: '以后', cue: /[今此从之年月日]已后/, not: /已后[悔撤退移来置续期]/ },
  {
    wrong: '末来',
    right: '未来',
    cue: /(?:面向|展望|走向|着眼|赢得)末来|末来(?:五年|三年|十年|几年|发展|产业|工作)/,
    not: /[周期月年季岁]末来/,
  },
  {
    wrong: '按排',
    right: '安排',
    cue: /(?:工作|统一|妥善|合理|会议|总体|具体|精心|认真|周密)按排|按排(?:部署|工作|专人|专项|资金)/,
    not: /按排[序名量]/,
  },
  { wrong: '按装', right: '安装', not: /按装[备机置配修载船车卸订饰甲箱袋帧]/ },
  { wrong: '建全', right: '健全', cue: /(?:建立|完善)[、和]?建全|建全(?:完善|机制|制度|体系|组织|体制|法规)/ },
  { wrong: '弘杨', right: '弘扬', cue: /弘杨(?:精神|传统|社会|优秀|正|民族|伟大|先进)/ },
  { wrong: '分布实施', right: '分步实施', cue: /(?:设计|规划|推进|谋划|部署)[、，]分布实施/ },
  { wrong: '债卷', right: '债券', cue: /(?:发行|国库?|企业|公司|政府)债卷/, not: /债卷[款走入]/ },
  { wrong: '就象', right: '就像', not: /就象[征牙棋形限]/, from: 2000 },
  { wrong: '好象', right: '好像', not: /好象[征牙棋]/, from: 2000 },
  { wrong: '部份', right: '部分', not: /部份额|全部份/, from: 2000 },
  { wrong: '充份', right: '充分', not: /充份额/, from: 2000 },
  { wrong: '权利清单', right: '权力清单', not: /公民|群众|消费者|劳动者|成员|儿童|妇女|股东|职工/, from: 2013, mild: true },
  { wrong: '毗临', right: '毗邻' },
  { wrong: '弛而不息', right: '驰而不息' },
  { wrong: '廖廖无几', right: '寥寥无几' },
  { wrong: '安全渡汛', right: '安全度汛', from: 2003 },
  { wrong: '侯诊', right: '候诊' },
  { wrong: '不骄不燥', right: '不骄不躁' },
  { wrong: '不骄、不燥', right: '不骄、不躁' },
  { wrong: '窖井', right: '窨井', not: /[酒菜地沼]窖井/, mild: true },
  { wrong: '付条件不起诉', right: '附条件不起诉' },
  { wrong: '付条件不批捕', right: '附条件不批捕' },
  { wrong: '奢糜', right: '奢靡' },
  { wrong: '弦歌不缀', right: '弦歌不辍' },
  { wrong: '笔耕不缀', right: '笔耕不辍' },
  { wrong: '缺泛', right: '缺乏', not: /空缺泛/ },
  { wrong: '至使', right: '致使', not: /[甚乃以直截]至使|至使[用馆节命者徒]/, cue: /[，。；]至使[\u4e00-\u9fff]/ },
  {
    wrong: '切底',
    right: '彻底',
    cue: /[改查落治变清除解决打]切底|切底(?:改|整|清|查|扭|根|解决|消除|排查|打)/,
    not: /[一迫深贴确]切底/,
  },
  { wrong: '大年氏', right: '大年式' },
  { wrong: '未位', right: '末位', cue: /未位(?:表态|发言|淘汰|调整|排名|约谈)/ },
  { wrong: '换回', right: '挽回', cue: /换回(?:经济|直接|国家|群众|各类|企业|间接|财产)?损失/ },
  { wrong: '以会带学', right: '以会代学' },
  { wrong: '以会带训', right: '以会代训' },
  { wrong: '一人一挡', right: '一人一档' },
  { wrong: '一户一挡', right: '一户一档' },
  { wrong: '一企一挡', right: '一企一档' },
  {
    wrong: '检查机关',
    right: '检察机关',
    cue: /(?:移送|提请|起诉|批捕|法院|审判机关|公安机关|监察机关|司法机关|侦查机关|公诉|公益诉讼|法官|审查逮捕)[^。；]{0,16}检查机关|检查机关[^。；]{0,12}(?:起诉|批捕|法院|审判|公诉|公益诉讼|审查逮捕|法律监督)/,
    not: /检查机关[作党干各内效纪工单]/,
  },
  { wrong: '检查院', right: '检察院', not: /检查院[内校系区落墙]/ },
  { wrong: '检查官', right: '检察官', not: /检查官[员兵方僚网]/ },
  { wrong: '检查长', right: '检察长', not: /检查长[期效江者度]/ },
  ...['为发生', '为出现'].map((wrong) => ({
    wrong,
    right: `未${wrong.slice(1)}`,
    cue: /(?:[，。；、]|全年|全县|全市|全区|全镇|全乡|全校|全院|辖区|期间|至今|均)为(?:发生|出现)(?:一起|任何|重大|较大|安全|责任|意识|群体|质量|火灾|大规模|规模|系统|返贫|违纪|违规|重特大|生产|食品|校园|信访|舆情|网络|漏|错)/,
  })),
  ...['末发生', '末出现', '末经', '末能', '末按', '末及时', '末落实', '末完成', '末达到', '末履行'].map((wrong) => ({
    wrong,
    right: `未${wrong.slice(1)}`,
    cue: /(?:[，。；、]|全年|全县|全市|全区|全镇|均|至今|仍|尚|从|并|但|因|对|或)末(?:发生|出现|经|能|按|及时|落实|完成|达到|履行)/,
    not: /[周月期季岁世]末|(?<!全)年末/,
  })),
  { wrong: '中见业务', right: '中间业务' },
  { wrong: '微力可持续', right: '微利可持续' },
  { wrong: '不忘初衷、牢记使命', right: '不忘初心、牢记使命', quoted: true },
  { wrong: '不忘初心、劳记使命', right: '不忘初心、牢记使命', quoted: true },
]

/** What may end at a time: of it 截止 is right. */
const ending = /(?:报名|申报|申请|投稿|投标|提交|受理|登记|缴费|征集|时间|日期|期限|有效期?|活动)[^。；]{0,8}截止/

/** 截止 is to end, 截至 is up to a time and takes a time behind it. */
const until: readonly Confusable[] = [
  ...['目前', '今年', '去年', '年底', '月底', '现在', '当前', '上月', '本月'].flatMap((time) => [
    { wrong: `截止${time}`, right: `截至${time}`, not: ending },
    { wrong: `截止到${time}`, right: `截至${time}`, not: ending },
  ]),
  ...['截止', '截止到'].map((wrong) => ({
    wrong,
    right: '截至',
    cue: /截止到?(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|底|末|初|份)?(?:[，,已共全累]|落实|完成|办结|签约|到位|整改|实现|收到|发放|兑付|建成|申报)/,
    not: ending,
  })),
]

/** Pairs `wrong right` of which the same holds. */
interface Group {
  readonly pairs: readonly string[]
  readonly more: Omit<Confusable, 'wrong' | 'right'>
}

const groups: readonly Group[] = [
  { pairs: slips, more: { safe: true } },
  { pairs: likely, more: {} },
  { pairs: accounts, more: { not: /帐[篷幕房子棚]|[蚊营]帐/, from: 2003 } },
  { pairs: law, more: { from: 2014 } },
]
const rows: readonly Confusable[] = [...guarded, ...until]

/** All words of the table. */
export const wrongWords: readonly string[] = [
  ...groups.flatMap(({ pairs }) => pairs.map((pair) => pair.slice(0, pair.indexOf(' ')))),
  ...rows.map(({ wrong }) => wrong),
]

/** The row of `wrongWords[index]`; few of them are ever wanted. */
export function confusableAt(index: number): Confusable {
  let at = index
  for (const { pairs, more } of groups) {
    const pair = pairs[at]
    if (pair !== undefined) return { wrong: wrongWords[index] as string, right: pair.slice(pair.indexOf(' ') + 1), ...more }
    at -= pairs.length
  }
  return rows[at] as Confusable
}

/** Characters that only traditional script has, each with its simplified form. Those that stand in 《通用规范汉字表》 too are left out. */
export const traditional =
  '開开關关門门問问間间聞闻們们國国會会來来個个為为時时東东業业義义務务動动勞劳發发長长張张馬马車车軍军運运連连進进過过還还這这違违遠远選选達达邊边遺遗鄉乡農农產产萬万與与舉举興兴學学實实寶宝審审' +
  '對对將将專专導导層层屬属島岛嶺岭幫帮幣币廣广庫库應应廳厅歷历歸归殺杀氣气漢汉滿满濟济灣湾熱热營营愛爱環环現现當当畫画盡尽監监盤盘確确碼码礎础禮礼種种積积穩稳競竞筆笔節节範范築筑糧粮級级紀纪約约' +
  '紅红納纳純纯紙纸細细終终組组結结給给統统經经綠绿維维網网緊紧線线練练編编縣县總总績绩織织繼继續续罷罢聖圣聯联職职聽听脫脱藝艺蘇苏處处號号術术衛卫補补製制複复見见規规視视親亲覺觉觀观觸触計计訂订' +
  '討讨訓训記记設设許许訴诉診诊評评詞词試试詩诗話话該该認认語语誠诚說说誰谁課课調调談谈請请論论諸诸講讲謝谢識识證证議议護护譽誉讀读變变讓让負负財财貢贡貧贫責责貨货買买費费貿贸資资賓宾質质賽赛贊赞' +
  '贏赢趙赵躍跃軌轨軟软較较載载輕轻輝辉輪轮輯辑輸输轉转辦办適适郵邮醫医釋释針针鋼钢錄录錢钱鐵铁閉闭閱阅闊阔隊队陽阳陸陆際际隨随險险雙双離离難难電电靈灵靜静韓韩響响頁页頂顶項项順顺須须領领頭头題题' +
  '願愿類类顯显風风飛飞飯饭飲饮養养館馆駐驻騎骑驗验體体魚鱼鳥鸟麥麦黃黄黨党齊齐齒齿龍龙優优億亿價价傳传傷伤傾倾儲储內内兩两凍冻則则創创劃划劇剧劉刘劍剑勵励勝胜勢势區区協协單单參参員员啟启喪丧嚴严' +
  '圍围園园圓圆圖图團团報报場场壓压壞坏壽寿夢梦奪夺奮奋婦妇孫孙寧宁寫写尋寻歲岁帶带強强彈弹後后從从復复徹彻態态慶庆憂忧憲宪懷怀戰战戲戏擁拥擇择據据擔担擴扩敗败敵敌數数斷断舊旧暫暂曉晓書书權权條条' +
  '極极構构樣样樓楼標标橋桥檢检檔档歡欢'
