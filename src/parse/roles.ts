/** What a paragraph is where it is not body text, by its own words and its place in the document. */
import { numberOf } from '../text/numerals.ts'

/** A paragraph longer than this is body text, whatever it begins with. Characters. */
const longest = 80

/** Buttons of a page, each a paragraph of its own. */
const buttons: ReadonlySet<string> = new Set(
  `下载 打印 全屏 收藏 加大 还原 减小 分享 分享： 分享: > >> >>> » »» »»» 返回顶部 返回首页 首页 目录 正文 字号 大 中 小 】 【 |
  English 微信 微博 QQ空间 纠错 关闭`.split(/\s+/),
)

/**
 * Page chrome of sites that publish reports: breadcrumbs, sources, credits. Each describes the beginning of a paragraph or
 * the whole of it. One expression: a report asks it for every short line, and most answer no.
 */
const chrome = new RegExp(
  [
    '^(?:您的)?(?:当前|所在|现在的?)位置\\s?[：:]',
    '^【?\\s?字[体号]\\s?[：:]',
    '^(?:【?打印|打印本页|关闭窗口|【关闭|【大 中 小】|\\[打印|\\[关闭|\\[大)',
    '^(?:（|\\()?\\s?(?:责任)?编辑\\s?[：:]',
    '^(?:信息|稿件|文章|新闻)?来源\\s?[：:]',
    '^(?:发布|更新|发表|成文)?(?:时间|日期)\\s?[：:]',
    '^(?:浏览|阅读|点击)(?:次数|量|数)?\\s?[：:]',
    '^(?:上一篇|下一篇|上一页|下一页|相关(?:报道|链接|新闻|文章|附件|稿件)|扫一扫|分享到|附件下载|版权所有|主办单位|承办单位|网站标识码)',
    '^<!--',
    '^-->',
    '^(?:中央政府门户网站|中国政府网|www\\.|https?://)',
    '^（?\\(?新华社.{1,30}电）?\\)?$',
    '^《?\\s?人民日报\\s?》?\\s?（',
    '^索\\s?引\\s?号\\s?[：:]',
    '^[）)】|×》《\\s]{1,4}$',
    '^【E-mail',
    '^》.{0,20}点击图片进入',
    '^[=＝_*~·.．—－\\-]{3,}$',
    '^[\\ufffc\\s\\[\\]|]{1,8}$',
    '^(?:[\\u4e00-\\u9fff]{0,6}要闻|政务信息|政务公开|新闻中心|信息公开|政策文件|[\\u4e00-\\u9fff]{0,4}动态)$',
    '^[—–－-]{1,2} ?[0-9０-９]{1,3} ?[—–－-]{1,2}$',
    '^↑',
    '^(?:本|此|该)作品.{0,60}(?:公有领域|版权|著作权|许可|授权)',
    '公有领域|[Pp]ublic [Dd]omain',
    '^[（(]?(?:上接|下转|紧接).{0,4}第?.{1,6}版.{0,12}[）)]?$',
    '^(?:.{0,40}[。！” ])?[（(]?(?:本报|新华社|特约)?(?:首席)?(?:记者|通讯员|摄影)[ \\u3000：:]?.{1,20}(?:/|／| |\\u3000)?(?:摄影报道|摄影|摄|/文|文/图)[）)]?$',
    '^(?:本报讯|本网讯)?[（(](?:本报|本网)?(?:记者|通讯员).{1,24}[）)]$',
    '^20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?: [0-9:]{4,8})?$',
  ].join('|'),
)

/** Lines after which a page has nothing more of the report: what follows there without a full stop is chrome too. */
const pageEnd = /^(?:（|\()?\s?(?:责任)?编辑\s?[：:]|^相关(?:报道|链接|新闻|文章|稿件)|^扫一扫|^【?打印|^【?关闭|^》》/

/** A heading of notes or of an attachment: the report proper is over. */
const division =
  /^(?:附\s?件?\s?[0-9０-９一二三四五六七八九十]{0,2}\s?[：:]?|(?:有关|部分|专业)?(?:名词|用语|术语)(?:解释|注释|说明)|注释|名词解释[：:]?)$/

const salutationWords =
  /^(?:同志们|各位|尊敬的|敬爱的|亲爱的|女士们|先生们|朋友们|主席|主任|委员长|代表们|同学们|老师们|家长们|乡亲们|父老乡亲|战友们|职工们|员工们|工友们|青年朋友|网友们|村民们|居民们|大家好|全[市县区校体镇乡][^：:！!]{0,8}(?:党员|干部|职工|同志|师生|居民|群众|市民|村民|员工|教职工|同胞|父老乡亲)[们]?)/
/** Who is written to: 各科室、各单位：, 各乡镇人民政府、县直各单位：, 市教育局：. Han, 、， and brackets only. */
const addressee =
  /^(?=[\u4e00-\u9fff、，（）()“”\s]{2,100}[：:]$)(?:.{0,99}各.{0,60}|.{1,60}(?:局|委|办|厅|院|政府|公司|委员会|党组|党委|党支部|党总支|党组织|办公室|办公厅|人大常委会|管委会|集团|学校|中心|总工会|法院|检察院|组织部|宣传部|统战部|编辑部|教育部|财政部))[：:]$/
/** What else ends so: 主办单位：, 会议要求： . */
const labelStart =
  /^(?:[一二三四五六七八九十（(]|主办|承办|协办|牵头|责任|配合|主管|参会|参加|出席|报送|编制|主送|抄送|甲方|乙方|丙方|来源|发文|制定|起草|要求|会议|坚持|做好|抓好|加强|推进|以下|如下|其中|包括|例如|比如|附)/
const labelEnd = /(?:如下|以下|下列|部门|单位|分工|要求|措施|情况|问题|方面|工作|任务|办法)[：:]$/
const one =
  /^[\u4e00-\u9fff]{2,14}(?:同志|先生|女士|教授|老师|书记|县长|区长|市长|局长|主任|院长|校长|同学|朋友|乡亲|战友)们?[：:]$/
const allUnits = /各(?:有关)?(?:部门|单位|科室|处室|股室)[：:]$/

const attachmentListStart = /^附\s?件\s?[：:]\s?[1１]\s?[.．、]/

/** Whether a paragraph is 附件：1.……, the first line of several attachments (GB/T 9704—2012 7.3.4): the next begin with 2. and 3. */
export const beginsAttachmentList = (paragraph: string): boolean =>
  paragraph.length <= longest && attachmentListStart.test(paragraph)

/** The number of a line of such a list; undefined where it is none. */
export function attachmentNumber(paragraph: string): number | undefined {
  if (paragraph.length > longest || endsLikeSentence(paragraph)) return undefined
  const [, number] = /^([0-9０-９]{1,2})\s?[.．、]/.exec(paragraph) ?? []
  return number === undefined ? undefined : numberOf(number)
}

/** Whether a whole paragraph is page chrome, not the report. */
export const isNoise = (paragraph: string): boolean =>
  paragraph.length <= longest * 2 && (buttons.has(paragraph) || chrome.test(paragraph))

/** Whether a page ends here, as far as the report is concerned. */
export const isPageEnd = (paragraph: string): boolean => paragraph.length <= longest && pageEnd.test(paragraph)

/** Whether the report proper is over and notes or attachments begin. */
export const isDivision = (paragraph: string): boolean => paragraph.length <= 20 && division.test(paragraph)

/** Whether a paragraph speaks to the audience and does nothing else: 同志们： 各位代表！ */
export const isSalutation = (paragraph: string): boolean =>
  paragraph.length <= 60 &&
  salutationWords.test(paragraph) &&
  /[：:！!]$/.test(paragraph) &&
  !/[。；]|[！!：:].{2}|，(?!各位|同志|朋友|女士|先生|老师|同学|大家|来宾|嘉宾|[你您]们?好)/.test(paragraph)

/** Whether a paragraph above the body tells to whom the paper goes (主送机关), and nothing else. */
export const isAddressee = (paragraph: string): boolean =>
  paragraph.length <= 100 &&
  !labelStart.test(paragraph) &&
  (one.test(paragraph) || (addressee.test(paragraph) && (allUnits.test(paragraph) || !labelEnd.test(paragraph))))

export const endsLikeSentence = (paragraph: string): boolean => /[。！？；，]$/.test(paragraph)
