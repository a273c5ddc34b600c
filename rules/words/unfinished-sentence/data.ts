/** Words at which no sentence ends. */
export const hangingEnds = [
  '的',
  '和',
  '与',
  '及',
  '以及',
  '或',
  '并',
  '对',
  '将',
  '把',
  '被',
  '在',
  '从',
  '向',
  '由',
  '为',
  '以',
  '使',
  '让',
  '是',
  '有',
  '要',
  '不',
  '地',
  '得',
  '了一',
  '进一步',
  '不断',
  '持续',
  '切实',
]

/** Ends after which a table, a list or a picture follows. */
export const listEnds = ['如下', '下表', '附后', '见附件', '见表', '下图', '如图', '所示', '见图', '另附', '略']

/** Words of credits and links. */
export const labels = [
  '来源',
  '责任编辑',
  '记者',
  '供稿',
  '撰稿',
  '编辑',
  '作者',
  '审核',
  '摄影',
  '点击',
  '扫码',
  '版权',
  '转载',
  '通讯员',
  '联系电话',
]

/**
 * Words behind which something must follow. None of them stands before a full stop or a semicolon in three million characters
 * of reports and speeches, but for those that `激发`, `提供` and `进一步` end with another sense; these are left out;
 * so is 防止, whose object may stand before (流于形式，今年要坚决防止。).
 */
export const neverEnds =
  '有待 尚待 亟待 亟需 亟须 尚需 仍需 还需 仍须 还须 尚未 尚不 仍未 还未 未能 无法 难以 得以 以及 及其 或者 按照 依照 针对 关于 由于 因为 为了 随着 沿着 朝着 鉴于 基于 致力于 用于 位于 处于 来自 有利于 有助于 有益于 应当 越来越 未完全 未全面 未真正 未充分 没有完全 没有真正 没有充分 一系列 各级 各项 各类 成为 具有 带来 采取 予以 加以 给予 赋予 惠及 确保 力争 营造 奠定 迈出 的进一步 能够进一步 将进一步 要进一步 还要进一步 需进一步 需要进一步 着力 着力于 大力 奋力 牢牢 妥善 相互之间的 仍然 仍旧 逐步 逐渐 日益 更加 尤为 较为 甚至 并且 而且 从而 进而 即将 正在 已经 曾经 再次 相互 分别 不仅 不但 尤其 特别是 极其 均已 围绕 注重 面临 属于 荣获 累计 共计 同比 包括 例如 主要是 关键是 涵盖 服务于 不能 必须 能够 力求 以确保 切实 真正 现象依然 问题依然 矛盾依然 压力依然 形势依然'.split(
    ' ',
  )

/** 采取电话抽查、实地走访等方式。: what is done so is missing. */
export const meansEnds = /^[\u4e00-\u9fff]{0,8}(?:采取|采用|运用|通过)[^。；]{2,60}等(?:方式|形式|办法|手段|方法|途径|渠道)$/

/** 确保9月底前。, 力争实现。: a time, and not what is done by then. */
export const goalEnds =
  /(?:确保|力争|争取|力求|务必|计划|预计)(?:在|于|到)?(?:[今明去后本]?年)?[\d一二三四五六七八九十年月季度旬底末初上中下半]{1,10}[前内]$|(?:力争|力求)(?:实现|达到)$/

/** 均被市政府。, 由县教育局。: who does it, and not what. */
export const agentEnds =
  /(?:[均已先后]被|^被|[均应统]由|^由)[省市县区乡镇州国本我]?[\u4e00-\u9fff]{0,6}(?:政府|委员会|[省市县区]委|局|厅|办公室|组织部|宣传部|街道办|公司|集团|学校|医院)$/

/** What fails, where shortcomings are listed: a word of these needs another that says how. */
export const subjects =
  '能力 精神 意识 动力 品种 水平 机制 体系 结构 基础 质量 效率 效益 环境 队伍 人才 手段 渠道 方式 方法 作风 素质 力度 深度 广度 精度 氛围 观念 思想 理念 设施 条件 标准 规模 产业 企业 资金 投入 资源 优势 特色 品牌 功能 服务 步伐 进度 速度 成效 作用 担当 合力 活力 潜力 后劲 支撑 积极性 主动性 创造性 针对性 实效性 前瞻性 覆盖面 竞争力 执行力 凝聚力 吸引力 影响力 战斗力 创新力 带动力 附加值 占比 比重 比例 程度 效果 习惯 本领 经验 形式 内容 载体 平台 团队 措施 制度 观点 主业 链条 网络 短板意识'.split(
    ' ',
  )

/** What may say how it fails; a clause with one of them is whole. */
export const predicates =
  /[不无没未缺少低弱差难慢滞轻重怠淡松散乱窄浅薄欠乏失怕懒浮虚软硬粗旧老短紧严险大小高多长过偏较很太更最还仍尚已正存在有是需待应要亟受靠占为于使让给把被将对因以向从等了着]|影响|制约|阻碍|忽视|忽略|面临|导致|造成|形成|依赖|停留|满足|热衷|出现|发生|突出|凸显|单一|繁|艰|峻|恐慌|参差|良莠|脱节|[弱淡虚老固泛僵同钝恶]化|下滑|下降|波动|趋|缓|增加|上升|闲置|堵|陈|僵|雷同|照搬|流于|疲|衰|退|落后|滞后|提升|提高|加强|增强|改进|改善|完善|优化|强化|加快|加大|深化|推进|推动|拓展|夯实|健全|规范|建设|补齐|挖掘|激发|转变|创新[^意能精力]|破解|打通|稳定|巩固|发挥|凝聚|培育|引进|丰富|保障|落实|促进|延伸|发展[^动潜后机环水质]|抓|做|搞|求|讲|守|看|想|用好|认识|了解|掌握|熟悉|建立|构建|打造|探索|实行|实施|迈出|取得|营造|擦亮|释放|塑造|弘扬|达到|推广|构成|贯穿|担忧|争夺|挤压|压缩|拖累|减弱|抵触|攀比|畏/

/** Before the subject: what makes it an object (缺乏｜、…). */
export const lacking = /[和与及或]$/

/** Words that open a list of shortcomings. */
export const complaints =
  /(?:存在|还有|面临|正视|看到|问题|不足|短板|薄弱|差距)[^。]{0,16}(?:困难|问题|不足|差距|短板|薄弱环节|挑战)|(?:主要|突出|存在的?)(?:困难|问题|不足)|问题和不足|不足之处|困难和问题|问题表现/

/** A heading over shortcomings. */
export const shortcomings = /问题|不足|短板|差距|薄弱|困难|查摆|检视/

/** What a fault told as it should be ends in. */
export const faults =
  /(?:不[足够强高优深实全到好大严活畅细广宽敢愿善会精准合适协调平衡充分及时明显规范健完善紧稳]|偏[低少弱软小大高慢窄]|[较还][低少弱小慢差窄]|滞后|薄弱|缺乏|缺少|短缺|欠缺|缺失|单一|淡薄|脱节|严峻|突出|弱化|落后|乏力|有待|亟待|尚未|没有|存在|差距)/

/** Words with which a text turns from shortcomings to what is to be done. */
export const openers =
  /^(?:对此|为此|对这些|对于这些|针对|今后|下一步|下步|接下来|我们将|我们一定|我们要|在今后|以上问题|这些问题|上述问题|新的一年|[0-9]{4}年|今年|明年|建议|要)/

/** What stops, told by its clause: nobody writes 对敷衍整改的。 or “少做少错”的， in three million characters of reports. */
export const stops: readonly RegExp[] = [
  /^(?:对|凡|凡是|对于)[^是]{2,40}的$/,
  /^(?:在|随着|由于|为了|根据|按照|通过|经过)[^是有]{2,30}(?:的坚强领导下|领导下|支持下|指导下|带领下|帮助下|背景下|形势下|前提下|过程中|基础上|工作中|斗争中|的同时|要求|部署|精神)$/,
]
/** Behind a quotation 的 belongs to a noun: “多做多错、少做少错”的｜错误认识. */
export const quotedEnd = /(?:存在|克服|纠正|树立|破除|摒弃|消除|防止|产生|滋生|抱有|怀有)[^，。；]{0,4}“[^“”]{2,24}”的$/
/** What is done with those of whom it is said: 存在“四风”的，一律问责. */
export const ruling =
  /^(?:一律|要|应|予以|给予|依|按|由|责令|是|不|都|限|立即|坚决|严肃|严格|及时|从|追究|取消|暂|视|可|须|必须|将|约谈|通报|纳入|不得)/
/** What is done so is missing, and the next clause tells of what came of it. */
export const consequence = /^(?:存在|但|仍|尚|却|学生|群众|效果|满意度|隐患)/

/** Words that want another in the same sentence. */
export const halves: readonly { readonly word: string; readonly answers: RegExp; readonly due: string }[] = [
  {
    word: '虽然',
    answers: /但|却|仍|依然|还|然而|可|不过|也|终|反而|毕竟|又|倒|只是|都|始终|保持|就|总/,
    due: '但',
  },
  { word: '不仅', answers: /而且|还|也|更|且|又|甚至|同样|都|反而|并|同时|是|就|乃至|包括|加上/, due: '而且' },
  { word: '不但', answers: /而且|还|也|更|且|又|甚至|同样|都|反而|并|同时|是|就/, due: '而且' },
  { word: '既要', answers: /又|也|还|更|并|同时|要[^求是素]/, due: '又要' },
]

/** Words behind which not even a comma stands. */
export const neverStops: readonly string[] =
  '有待 尚待 亟待 亟需 得以 有利于 有助于 致力于 位于 处于 一系列 具有 予以 加以 给予 各项 各类 以及 及其 仍然 日益 更加 尤为 较为 正在 即将'.split(
    ' ',
  )

interface Clash {
  readonly word: string
  readonly wrong: RegExp
  readonly due: string
  /** Only where the word begins its clause. */
  readonly opens?: true
}

/** Words that join two clauses, with what cannot answer them: 只有…，就能. `wrong` is looked for right behind the word. */
export const clashes: readonly Clash[] = [
  {
    word: '只有',
    wrong: /^[^，。；才0-9]{2,40}，(?:我们|企业|群众|事业|工作|社会|党)?(?:就|便)(?:一定)?(?:能|会|可以|有)/,
    due: '才',
  },
  { word: '只要', wrong: /^[^，。；就]{2,40}，(?:我们|企业|群众|事业|工作|社会|党)?才(?:能|会|可以)/, due: '就' },
  { word: '无论', wrong: /^[^，。；都也]{2,40}，(?:但是?|却|然而|因此|所以)/, due: '都' },
  { word: '不论', wrong: /^[^，。；都也]{2,40}，(?:但是?|却|然而|因此|所以)/, due: '都' },
  { word: '不管', wrong: /^[^，。；都也]{2,40}，(?:但是?|却|然而|因此|所以)/, due: '都' },
  { word: '虽然', wrong: /^[^，。；但却仍]{2,40}，(?:所以|因此|因而|于是)/, due: '但' },
  { word: '尽管', wrong: /^[^，。；但却仍]{2,40}，(?:所以|因此|因而|于是)/, due: '但' },
  { word: '即使', wrong: /^[^，。；也]{2,40}，(?:所以|因此|因而|才能)/, due: '也' },
  { word: '如果', wrong: /^[^，。；就]{2,40}，才(?:能|会|可以)/, due: '就' },
  { word: '不仅', wrong: /^(?:[^，。；]{2,40}，(?:但是?|却|然而|因此|所以)|[^，。；不没未无缺]{2,40}，反而)/, due: '而且' },
  { word: '不但', wrong: /^(?:[^，。；]{2,40}，(?:但是?|却|然而|因此|所以)|[^，。；不没未无缺]{2,40}，反而)/, due: '而且' },
  { word: '既要', wrong: /^[^，。；]{2,30}，(?:但是?|却|然而|所以|因此|而且|并且)(?![又也])/, due: '又要' },
  { word: '因为', wrong: /^[^，。；而就才会将已都仍还]{2,40}，(?:但是?|却|然而)(?!也?因)/, due: '所以' },
  { word: '由于', wrong: /^[^，。；而就才会将已都仍还]{2,40}，(?:但是?|却|然而)(?!也?因)/, due: '所以', opens: true },
]

/** Words that begin a clause and join it to what was said before in a way that cannot be meant, with what would. */
export const misjoined: readonly { readonly word: string; readonly behind: RegExp; readonly due: string }[] = [
  {
    word: '然而',
    behind: /^，(?:我们)?(?:要|必须|需要|应当?|务必)(?:采取|高度重视|认真|切实|着力|下大力气|进一步|坚持|加大|抓紧)/,
    due: '对此',
  },
  ...['所以', '因此', '因而', '从而'].map((word) => ({
    word,
    behind:
      /^，?(?:与|同|对照|对标|离|距离?)[^，。；]{2,40}(?:相比|要求|目标|期待|期盼)[^。；]{0,8}，?(?:还|仍|尚)[^，。；]{0,4}(?:有|存在)/,
    due: '但是',
  })),
]

/**
 * What wants a noun behind it, which is lost. Each ends a clause nowhere, or next to nowhere, in three million characters of
 * reports and speeches.
 */
export const lostNouns: readonly RegExp[] = [
  /听取(?:了)?[^，。；、听关]{0,20}关于[^，。；听关]{2,40}(?:方案|草案|计划|规划|办法|预案|预算|决算|条例|名单)$/,
  /召开(?:了)?[^，。；、和并召]{2,30}(?:动员|部署|推进|调度|座谈|研判|联席|约谈|听证|民主生活|组织生活|全体|常务|扩大|现场|动员部署|工作部署)$/,
  /发挥(?:了|好)?[^，。；、]{0,14}(?:先锋模范|战斗堡垒|桥梁纽带|主力军|主体|主导|决定性|基础性|压舱石|主渠道|主阵地|示范引领|示范带动|辐射带动|牵头抓总|领导核心|政治核心)$/,
  /(?:提供|奠定)了?(?:更加|更为)?(?:有力|坚强|坚实|可靠|良好|强有力|坚强有力|强大)$/,
  /具有[^，。；、]{0,10}(?:重要|重大|深远|现实|特殊|里程碑)$/,
  /取得(?:了)?[^，。；、]{0,8}(?:显著|明显|阶段性|积极|历史性|突破性|丰硕|较好|可喜|优异|决定性)$/,
  /采取(?:了)?[^，。；、]{0,4}(?:有效|有力|多种|一系列|针对性|果断|强有力|必要|综合|切实可行)$/,
  /提出(?:了)?[^，。；、]{0,4}(?:明确|更高|具体|严格|殷切|宝贵|新的更高)$/,
  /(?:压实|扛起|承担|夯实|扛牢)[^，。；、]{0,10}(?:主体|政治|监管|监督|第一|领导|属地)$/,
  /营造(?:了|出)?[^，。；、]{0,16}(?:良好|浓厚|和谐|稳定|公平|宽松|有利)$/,
  /(?:荣获|被评为|获评|被授予|荣膺)[^，。；]{0,4}(?:全国|全省|全市|全县|省级|市级|国家级)$/,
  /^(?:使|让|令)[^，。；的]{2,20}(?:问题|难题|难|困难|现象|隐患|短板|状况|局面|能力|水平|质量|环境|面貌|积极性)$/,
]

/** A clause that begins with 使 and has one of these is whole. */
export const hasVerb =
  /[了着过能会可有是更变成]|得到|得以|解决|化解|提升|提高|改善|增强|走出|摆脱|远离|消除|破解|看到|感到|享受|获得|具备|形成|达到|恢复|缓解|减少|降低|下降|增加|落地|见效|回归|掌握|知晓|明白|面临|遇到|存在|出现|成为|告别|缺乏|暴露|凸显|陷入|克服|参与/
