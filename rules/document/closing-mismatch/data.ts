/** What closing words belong to which kind of paper: 党政机关公文处理工作条例第八、十五条, and usage. */

export type ClosingClass = 'request' | 'report' | 'notice' | 'letter' | 'reply' | 'announcement' | 'public' | 'decision'

interface ClosingRow {
  readonly class: ClosingClass
  /** Matched against the last sentences of the text; each names the whole closing formula. */
  readonly pattern: RegExp
}

/** The closing formulas, by the kind of paper they close. */
export const closings: readonly ClosingRow[] = [
  {
    class: 'request',
    pattern:
      /(?:(?:以上(?:请示|意见|方案|事项|申请)?[，,]?)?(?:妥否|当否|可否|是否妥当|是否可行|如无不当|如无不妥|如可行)[，,]\s?(?:恳?请|敬请|望|盼)(?:予以|予|尽快|及时)?(?:领导|县政府|市政府|区政府|省政府|县委|市委|区委|上级|贵局|局党组)?(?:予以|予|尽快|及时)?(?:批示|批复|审批|批准|审示|指示|示复|核准|审核批复)|特此请示|(?:以上请示|请示当否)[，,]\s?(?:恳?请|敬请|望|盼)(?:予以|予)?(?:批示|批复|审批|批准|批转))[^。！]{0,6}[。！]?$/,
  },
  {
    class: 'report',
    pattern: /(?:特此(?:报告|汇报)|专此报告|以上报告[，,]\s?请(?:予|予以|各位代表|大会)?(?:审议|审查))[。！]?$/,
  },
  { class: 'notice', pattern: /特此通知(?:[，,][^。]{1,16})?[。！]?$/ },
  { class: 'letter', pattern: /(?:特此函[达告复商请询]|专此函[达告复]|此函|即此函复|特此致函)[^。！]{0,10}[。！]?$/ },
  { class: 'reply', pattern: /(?:特此批复|此复|特此答复)[。！]?$/ },
  { class: 'announcement', pattern: /特此通报[。！]?$/ },
  { class: 'public', pattern: /特此(?:公告|通告|公示)[。！]?$/ },
  { class: 'decision', pattern: /特此(?:决定|决议)[。！]?$/ },
]

/** Which closing words each kind of paper cannot have; kinds that are not here may close as they like. */
export const foreign: Readonly<Record<string, readonly ClosingClass[]>> = {
  报告: ['notice', 'letter', 'reply', 'announcement', 'public', 'decision'],
  请示: ['report', 'notice', 'letter', 'reply', 'announcement', 'public', 'decision'],
  函: ['report', 'notice', 'reply', 'announcement', 'public', 'decision'],
  复函: ['report', 'notice', 'announcement', 'public', 'decision', 'request'],
  通知: ['request', 'report', 'letter', 'reply', 'announcement', 'public', 'decision'],
  批复: ['request', 'report', 'notice', 'letter', 'announcement', 'public', 'decision'],
  通报: ['request', 'report', 'notice', 'letter', 'reply', 'public', 'decision'],
  公告: ['request', 'report', 'notice', 'letter', 'reply', 'announcement'],
  通告: ['request', 'report', 'notice', 'letter', 'reply', 'announcement'],
  决定: ['request', 'report', 'notice', 'letter', 'reply', 'announcement', 'public'],
  决议: ['request', 'report', 'notice', 'letter', 'reply', 'announcement', 'public'],
  意见: ['report', 'notice', 'letter', 'reply', 'announcement', 'public', 'decision'],
  纪要: ['request', 'report', 'notice', 'letter', 'reply', 'announcement', 'public', 'decision'],
  议案: ['report', 'notice', 'letter', 'reply', 'announcement', 'public', 'decision'],
  讲话: ['request', 'report', 'notice', 'letter', 'reply', 'announcement', 'public', 'decision'],
  致辞: ['request', 'report', 'notice', 'letter', 'reply', 'announcement', 'public', 'decision'],
  发言: ['request', 'report', 'notice', 'letter', 'reply', 'announcement', 'public', 'decision'],
  方案: ['report', 'letter', 'reply', 'announcement', 'public', 'decision'],
  要点: ['report', 'letter', 'reply', 'announcement', 'public', 'decision'],
  总结: ['request', 'notice', 'letter', 'reply', 'announcement', 'public', 'decision'],
  计划: ['letter', 'reply', 'announcement', 'public', 'decision'],
}

/** The usual closing of each kind, for the message; '' where it has none. */
export const usual: Readonly<Record<string, string>> = {
  报告: '特此报告。',
  请示: '妥否，请批示。',
  函: '特此函达。',
  复函: '特此函复。',
  通知: '特此通知。',
  批复: '此复。',
  通报: '特此通报。',
  公告: '特此公告。',
  通告: '特此通告。',
}

/** Words that ask for a decision, whatever their form: a 请示 with one of these is a 请示. */
export const asking =
  /批示|批复|审批|批准|审定|审示|核准|示复|指示|审议|审核|审查|研究决定|支持为盼|解决为盼|予以(?:支持|解决|同意|安排|答复)|同意为盼|给予(?:支持|解决|答复|明确)|请示/

/** How the opening hands over: 现将有关情况报告如下. 现将 stands before it in its clause. */
export const opening = /(请示|通知|批复|函告|函复|函达)如下/
export const openingLead = /现[将就]/
/** How far before it that may stand. Characters. */
export const openingReach = 64

/** Which words of the opening each kind cannot have. */
export const foreignOpening: Readonly<Record<string, readonly string[]>> = {
  报告: ['请示', '通知', '批复', '函告', '函复', '函达'],
  请示: ['通知', '批复', '函告', '函复', '函达'],
  函: ['请示', '通知', '批复'],
  复函: ['请示', '通知', '批复'],
  通知: ['请示', '批复', '函告', '函复', '函达'],
  批复: ['请示', '通知', '函告', '函复', '函达'],
  通报: ['请示', '批复', '函告', '函复', '函达'],
}
