/** What a web page sets around a report: its navigation, its sources and credits, its licence. None of it is the report. */
import { endsLikeSentence } from './roles.ts'
import type { RoledLine } from './sections.ts'

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
    '^(?:[您你]的)?(?:当前|所在|现在的?)位置\\s?[：:]|^[您你]的位置\\s?[：:]',
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
    '^.{4,60}(?:门户网站|政府网|www\\.[a-z.]{3,30})[ \\u3000]{0,6}.{0,30}(?:19|20)[0-9]{2}年.{0,20}来源[：:].{2,12}$',
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
    '^(?:.{0,100}[。！” ])?[^。！？，；：:]{0,16}(?:记者|通讯员|摄影)[ \\u3000：:]?.{1,20}(?:/|／| |\\u3000)?(?:摄影报道|摄影|摄|/文|文/图)[）)]?$',
    '^.{4,100}。[^。！？，；：:]{0,16}(?:日报|晚报|报|客户端|电视台|融媒体)[^。！？，；：:]{0,6}记者[ \\u3000].{2,8}$',
    '^[（(]《?人民日报》? ?[0-9 ]{6,20}第 ?[0-9]{1,2} ?版 ?[）)]$',
    '^[（(]?(?:来源|原载|据)[：:《]?[\\u4e00-\\u9fff]{2,12}(?:日报|晚报|网|报)》?[）)]$',
    '^点击.{0,4}(?:蓝字|上方|下方|左下|标题|关注).{0,16}$|^(?:↓|▼|▽|👇){2,8}$|^阅读原文$|^(?:长按|识别)?.{0,4}二维码.{0,6}$|^关注我们$',
    '^(?:本报讯|本网讯)?[（(](?:本报|本网)?(?:记者|通讯员).{1,24}[）)]$',
    '^20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?: [0-9:]{4,8})?$',
  ].join('|'),
)

/** Lines after which a page has nothing more of the report: what follows there without a full stop is chrome too. */
const pageEnd = /^(?:（|\()?\s?(?:责任)?编辑\s?[：:]|^相关(?:报道|链接|新闻|文章|稿件)|^扫一扫|^【?打印|^【?关闭|^》》/

/** Whether a whole paragraph is page chrome, not the report. */
export const isNoise = (paragraph: string): boolean =>
  paragraph.length <= longest * 2 && (buttons.has(paragraph) || chrome.test(paragraph))

const wordsAt = (text: string, line: RoledLine | undefined): string => (line ? text.slice(line.start, line.end) : '')

const asNoise = (all: RoledLine[], index: number): void => {
  all[index] = { ...(all[index] as RoledLine), role: 'noise' }
}

// --- above the text -----------------------------------------------------------------------------------------------------

/** So many lines from the top may be the page's own. */
const top = 40
const breadcrumb = /^(?:[您你]的)?(?:当前|所在|现在的?)位置\s?[：:]?|^[您你]的位置\s?[：:]/
const arrow = /^(?:>|>>|»|＞|\/)$/
/** What a page links to above a text; short, and no title. */
const longestLink = 12
/** 来源： with the source on the next line. */
const bareLabel =
  /^(?:(?:信息|稿件|文章|新闻)?来源|作者|(?:发布|发表|更新)(?:时间|日期|机构)|时间|(?:浏览|阅读|点击)(?:次数|量|数))\s?[：:]$/
const longestValue = 30
/** When an article appeared, to the minute, as accounts print it under its title. */
const stamp = /^20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日\s[0-9]{1,2}[：:][0-9]{2}/
/** 01, PART 02: the number above a heading, where articles have it on a line of its own. */
const numberAlone = /^(?:0[1-9]|PART\s?\.?\s?0?[1-9]|Part\s?\.?\s?0?[1-9])$/
const kindOfPaper = /(?:报告|讲话|总结|方案|通知|意见|致辞|发言|汇报|纪要|计划|要点)(?:[（(].{1,12}[）)])?$/
/** 时间： of a meeting, beside its place and its chair, is no date of a page. */
const labelOfMeeting =
  /^(?:会议|活动)?(?:时\s{0,4}间|地\s{0,4}点|主\s?持\s?人?|出\s?席|列\s?席|参\s?(?:加|会)|记\s?录|议\s?题|形\s?式|对\s?象|方\s?式|主办|承办|协办)[^。；]{0,8}[：:]/

/** Marks what a page prints above a text: where one is, who published it and when, and the values of such labels. */
export function giveChromeAbove(text: string, all: RoledLine[]): void {
  const end = Math.min(all.length, top)
  let crumb = -1
  for (let index = 0; index < end; index++) if (breadcrumb.test(wordsAt(text, all[index]))) crumb = index
  for (let index = 0; index < end; index++) {
    const line = all[index] as RoledLine
    const words = wordsAt(text, line)
    if (line.role === 'noise') {
      if (isOfMeeting(text, all, index)) all[index] = withoutRole(line)
      continue
    }
    if (line.role !== undefined || line.hint?.cell || line.hint?.heading !== undefined) continue
    const isShort = words.length <= longestLink && !endsLikeSentence(words)
    const before = wordsAt(text, all[index - 1])
    const isBesideArrow = arrow.test(before) || arrow.test(wordsAt(text, all[index + 1]))
    const isPaper = kindOfPaper.test(words)
    const isLink = isShort && (isBesideArrow || (index < crumb && !isPaper))
    const isValue =
      bareLabel.test(before) && !isPaper && words.length <= longestValue && !endsLikeSentence(words) && !/[：:]$/.test(words)
    const isStamp = stamp.test(words)
    const isAccount = isShort && !isPaper && stamp.test(wordsAt(text, all[index + 1]))
    const isRegion = words.length <= 4 && stamp.test(before)
    if (isLink || isValue || isStamp || isAccount || isRegion) asNoise(all, index)
  }
  giveNumbersAlone(text, all)
}

const withoutRole = ({ role: _role, ...line }: RoledLine): RoledLine => line

/** Whether a label that pages have, too, stands here beside those of a meeting. */
function isOfMeeting(text: string, all: readonly RoledLine[], index: number): boolean {
  if (!labelOfMeeting.test(wordsAt(text, all[index]))) return false
  const isBeside = (at: number): boolean => {
    const words = wordsAt(text, all[at])
    return labelOfMeeting.test(words) && !isNoise(words)
  }
  return isBeside(index - 1) || isBeside(index + 1)
}

function giveNumbersAlone(text: string, all: RoledLine[]): void {
  const found = [...all.keys()].filter((index) => all[index]?.role === undefined && numberAlone.test(wordsAt(text, all[index])))
  if (found.length > 1) for (const index of found) asNoise(all, index)
}

// --- behind the text ----------------------------------------------------------------------------------------------------

/** A line without a full stop behind the end of a page, if nothing but such lines follow. Characters. */
const longestChrome = 60
/** Footers of a site may be long. */
const longestFooter = 300

/** Who wrote, drew, looked over: each on a line of its own behind the text. */
const credit =
  /^[（(【]?\s?(?:供稿|撰稿|撰文|来稿|投稿|文案|文字|图文|图片|摄影|排版|美编|制图|审核|审签|审校|监制|主编|副主编|编审|责编|责任编辑|责任校对|(?:文字|新媒体|值班|网络|本期|美术)?编辑|初审|复审|终审|[一二三]审|[一二三]校|信息员|通讯员|出品|信息来源|来源|作者)(?:单位|人)?\s?[：:｜|丨／/]\s?[^。]{1,60}$/
const footer =
  /ICP备|公网安备|网站标识码|备案号|版权所有|版权声明|版权归|未经授权|转载请|[Cc]opyright|©|网站地图|隐私声明|扫码|扫一扫|长按|点击.{0,4}(?:蓝字|上方|下方)|阅读原文|点个?(?:赞|在看)|点赞|关注我们|二维码/

const endsPage = (words: string): boolean =>
  (words.length <= longest && (pageEnd.test(words) || credit.test(words))) ||
  (words.length <= longestFooter && footer.test(words))

/** Marks what a page prints behind a text: credits, links, its footer, and the licence of a text from a library. */
export function giveChromeBehind(text: string, all: RoledLine[]): void {
  let from = licenceStart(text, all)
  for (let index = from - 1; index >= 0; index--) {
    const line = all[index] as RoledLine
    const words = wordsAt(text, line)
    if (line.hint?.cell) break
    if (endsPage(words)) from = index
    else if (line.role !== 'noise' && (words.length > longestChrome || endsLikeSentence(words))) break
  }
  for (let index = from; index < all.length; index++) asNoise(all, index)
}

/** 本作品来自…… and what follows: the licence, torn at its links, is the last of its page. */
const licence =
  /^(?:[本此该]|这部|這部)作品.{0,60}(?:来自|來自|公有|版权|版權|著作[权權]|许可|許可|授[权權]|匿名|是中华人民共和国|在)/
const licenceWord = /公有[领領]域|[Pp]ublic [Dd]omain|著作[权權]|Creative Commons|CC[ -]BY/

/** The index of the first line of a licence behind a text, which may be short; the number of lines where there is none. */
function licenceStart(text: string, all: readonly RoledLine[]): number {
  for (let index = Math.max(1, Math.floor(all.length / 4)); index < all.length; index++) {
    const words = wordsAt(text, all[index])
    if (words.length > longestFooter || !licence.test(words)) continue
    const rest = text.slice((all[index] as RoledLine).start, all[all.length - 1]?.end)
    return licenceWord.test(rest) ? index : all.length
  }
  return all.length
}
