/** What a paragraph is where it is not body text, by its own words and its place in the document. */
import { numberOf } from '../text/numerals.ts'
import { timesIn } from '../text/times/index.ts'
import type { Role } from '../tree.ts'

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
    '^20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?: [0-9:]{4,8})?$',
  ].join('|'),
)

/** Lines after which a page has nothing more of the report: what follows there without a full stop is chrome too. */
const pageEnd = /^(?:（|\()?\s?(?:责任)?编辑\s?[：:]|^相关(?:报道|链接|新闻|文章|稿件)|^扫一扫|^【?打印|^【?关闭|^》》/

/** A heading of notes or of an attachment: the report proper is over. */
const division =
  /^(?:附\s?件?\s?[0-9０-９一二三四五六七八九十]{0,2}\s?[：:]?|(?:有关|部分|专业)?(?:名词|用语|术语)(?:解释|注释|说明)|注释|名词解释[：:]?)$/

/** Where the first date of `paragraph` that names its year begins and ends; undefined where there is none. */
function firstDay(paragraph: string): { start: number; end: number } | undefined {
  if (!paragraph.includes('年')) return undefined
  for (const date of timesIn(paragraph, 0, Math.min(paragraph.length, longestDateline))) {
    if (date.kind === 'date' && date.day !== undefined && date.year?.kind === 'year')
      return { start: date.year.start, end: date.end }
  }
  return undefined
}

/** A date above the text stands at its beginning. Characters. */
const longestDateline = 40
const beforeDay = /^(?:——|—|--|－－)?\s?[（(]?\s?$/

/** 2022年1月26日 with or without brackets, and nothing else. */
function isDay(paragraph: string): boolean {
  const day = firstDay(paragraph)
  return day !== undefined && /^[（(]?\s?$/.test(paragraph.slice(0, day.start)) && /^\s?[）)]?$/.test(paragraph.slice(day.end))
}

/** （2022年1月26日在…会议上）: it begins with a day. */
function beginsWithDay(paragraph: string): boolean {
  const day = firstDay(paragraph)
  return day !== undefined && beforeDay.test(paragraph.slice(0, day.start))
}
const salutationWords = /^(?:同志们|各位|尊敬的|女士们|先生们|朋友们|主席|主任|委员长|代表们|同学们|老师们|大家好)/
const bylineStart =
  /^(?:中共.{1,20}书记|.{0,20}(?:省长|市长|区长|县长|州长|盟长|主席|主任|书记|总理|部长|局长|院长|检察长|会长|理事长|董事长|校长|厅长))[\s\u3000]{1,8}[\u4e00-\u9fff](?:[\s\u3000]{0,4}[\u4e00-\u9fff]){1,3}$/
const signatureEnd =
  /(?:政府|委员会|党委|党组|党支部|党总支|办公室|组织部|宣传部|局|厅|院|部|学校|公司|中心|协会|街道办事处|居委会|村委会)$/
const closingStart = /^(?:谢谢|特此(?:报告|汇报|通知|说明)|以上报告|此致|敬礼|报告完毕|汇报完毕|完了)/
const attachmentStart =
  /^附(?:件|录|表|图)?\s?[0-9０-９一二三四五六七八九十]{0,2}\s?[：:]|^附件\s?[0-9０-９一二三四五六七八九十]{0,2}$/

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
  !/[。；]|[！!：:].{2}/.test(paragraph)

const isDateOnly = (paragraph: string): boolean => paragraph.length <= 24 && isDay(paragraph)

export const endsLikeSentence = (paragraph: string): boolean => /[。！？；，]$/.test(paragraph)

/** The role of a paragraph before the body begins; undefined: it is body already. */
export function frontRole(paragraph: string, hasTitle: boolean): Role | undefined {
  if (isSalutation(paragraph)) return 'salutation'
  if (paragraph.length > longest * 2) return undefined
  if (isDateOnly(paragraph) || (!endsLikeSentence(paragraph) && beginsWithDay(paragraph))) return 'dateline'
  if (/^(?:——|--|－－|—)/.test(paragraph) && !endsLikeSentence(paragraph)) return 'dateline'
  if (bylineStart.test(paragraph)) return 'byline'
  if (paragraph.length > longest || endsLikeSentence(paragraph) || /。|[：:]$/.test(paragraph)) return undefined
  if (hasTitle && /^[（(].{1,60}[）)]$/.test(paragraph)) return 'dateline'
  if (hasTitle && paragraph.length <= 24 && signatureEnd.test(paragraph)) return 'byline'
  if (hasTitle && /^[\u4e00-\u9fff](?:[\s\u3000]{0,4}[\u4e00-\u9fff]){1,3}$/.test(paragraph)) return 'byline'
  return 'title'
}

/** The role of a paragraph at the end, looked at from the last one upwards; undefined: the body ends here. */
export function backRole(paragraph: string, below: Role | undefined): Role | undefined {
  if (isDateOnly(paragraph)) return 'date'
  if (closingStart.test(paragraph) && paragraph.length <= 30 && !/[。！!].{2}/.test(paragraph)) return 'closing'
  if (attachmentStart.test(paragraph) && paragraph.length <= longest) return 'attachment'
  const short = paragraph.length <= 40 && !endsLikeSentence(paragraph)
  return below === 'date' && short && signatureEnd.test(paragraph) ? 'signature' : undefined
}
