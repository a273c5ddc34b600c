/** Names of persons, as far as their form tells. */

/**
 * The 200 commonest surnames (公安部户政管理研究中心《二〇二〇年全国姓名报告》 and the lists before it): nineteen people in twenty. 某 stands
 * for whoever is not named.
 */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉傅蒯宓滑邴酆贲濮苍璩糜郏汲仉郗逄綦訾谯仰荀钮植衡富尧闭由某习'
const double = /^(?:欧阳|上官|司马|诸葛|司徒|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|东方|端木|呼延)/

const surnames: ReadonlySet<string> = new Set(single)

/** Words of two or three characters that begin like a name: none is one. */
const words =
  /^(?:方案|方法|章程|时间|时限|党建|党课|党委|党组|高度|安全|安排|金额|余额|成果|成绩|成员|程序|单位|段落|范围|费用|关于|关键|计划|简介|简报|简历|经费|路线|年度|任务|石化|水利|温度|文件|文稿|向上|项目|谢谢|应急|于是|查处|周报|高校|管理|和谐|全体|全文|全县|全市|祝词|祝贺|庄严|江苏|安徽|明确|明天|时代|华东|平安|平台|师生|国家|国企|海关|那么|相关|都市|原则|原因|权限|强化|强调|门户|文明|文化|文字|白皮书|常委会|常务|党支部|党总支|解释|解读|连队|目标|路径|车间|班组|班长|司法|司机|农业|农村|景区|包括|万元|石油|米粉|平时|初步|来源|来信|容量|利润|公告|公司|公安|信息|信访|展望|智慧|元旦|富民|衣食|干部|居民|由于|海洋|花园|惠民|满意|商务|商会|游客|成立|成效|项目部|方向|方针|左右|毕业|盛世|季度|易错|尚未|官员|支部|支出|国务院|宣传|普法|普查|云计算|乐园|燕山|钟声|毛利|包装|强国|乡村|时政|史料|程度|江河|柳州|桂林|梅州|沈阳|贺信|贺词|戴帽|温馨|温州|冷链|康养|舒适|管委会|常识|年会|应用|应对|许可|连接|边境|钱款|武装|严格|严禁|严肃|万众|成本|成人|全面|全年|向导|胡同|马路|田园|丁香|石家庄|高质量|金融|金华|黄河|白酒|龙头)/

/** Whether `written` is a name and nothing else: a surname and one or two characters, set apart or not. */
export function isPersonName(written: string): boolean {
  const name = written.replace(/[ \u00a0\u2002\u2003\u3000]+/g, '')
  if (!/^[\u4e00-\u9fff]{2,4}$/.test(name) || words.test(name))
    return /^[\u4e00-\u9fff]{1,10}(?:[·•][\u4e00-\u9fff]{1,10}){1,3}$/.test(name)
  if (double.test(name)) return name.length > 2
  return name.length <= 3 && surnames.has(name[0] as string)
}

/** Posts that stand before a name: 县长张某某. */
const post =
  '书记|省长|市长|区长|县长|州长|盟长|旗长|镇长|乡长|村长|主席|主任|总理|部长|司长|局长|厅长|处长|科长|股长|所长|站长|队长|院长|检察长|审判长|会长|理事长|秘书长|董事长|总经理|经理|校长|园长|馆长|行长|社长|总编辑|委员长|常委|委员|专员|参谋长|政委|司令员|关长|总裁|厂长|矿长|台长|组长|团长|主编|教授|讲师|代表'
const postBehind = new RegExp(
  `^(.{0,40}(?:${post}))[ \\u00a0\\u2002\\u2003\\u3000]{0,8}([\\u4e00-\\u9fff](?:[ \\u3000]{0,4}[\\u4e00-\\u9fff·]){1,11})$`,
)
const postAlone = new RegExp(`^[\\u4e00-\\u9fff、（）()·\\u3000 ]{0,40}(?:${post})$`)
const labelled =
  /^(?:述职|述廉|述法|汇报|报告|主讲|演讲|发言|讲话|申请|致辞|宣讲|授课|承诺|倡议|检讨|撰稿|执笔|述责|自评)(?:人|者)(?:签名|签字)?\s{0,4}[：:]\s{0,8}(.{2,16})$/

/** Whether a line tells a post and no name. */
export const isPost = (line: string): boolean => postAlone.test(line) && !/[。，；：:]/.test(line)

/** The name that a line ends with, behind a post or a label (县长　张某某, 述职人：李某), or all of it; undefined where it is none. */
export function personIn(written: string): string | undefined {
  const line = written.replace(/[\t\u00a0\u2002\u2003]/g, '\u3000')
  const label = labelled.exec(line)
  if (label) {
    const said = (label[1] as string).trim()
    return isPersonName(said) ? bare(said) : personBehindPost(said)
  }
  return personBehindPost(line) ?? (isPersonName(line) ? bare(line) : undefined)
}

/** 市税务局　陈某: an office and, set apart, who speaks for it. */
const officeBefore =
  /^[\u4e00-\u9fff（）()]{2,30}(?:局|委|办|部|厅|院|处|科|室|站|所|队|会|中心|公司|集团|学校|大学|中学|小学|学院|银行|医院|支部|社区|街道|乡|镇|村)[ \u3000]{1,8}([\u4e00-\u9fff](?:[ \u3000]{0,4}[\u4e00-\u9fff]){1,2})$/

function personBehindPost(line: string): string | undefined {
  if (/[。，；：:]/.test(line)) return undefined
  const match = postBehind.exec(line)
  if (!match) {
    const name = officeBefore.exec(line)?.[1]
    return name !== undefined && isPersonName(name) ? bare(name) : undefined
  }
  const [, before = '', name = ''] = match
  // Set apart by a wide blank a name is one whatever its surname.
  const isApart = line.slice(before.length).startsWith('\u3000') && /^[\u4e00-\u9fff]{2,3}$/.test(name) && !words.test(name)
  return isApart || isPersonName(name) ? bare(name) : undefined
}

const bare = (name: string): string => name.replace(/[ \u00a0\u2002\u2003\u3000]+/g, '')
