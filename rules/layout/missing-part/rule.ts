import { defineRule, type Paragraph, type Span, type Stretch, structure } from '../../../src/kit.ts'

/** Shorter than this a text is an excerpt or a note, not a report with all its parts. Characters. */
const shortest = 600
/** So much of a line is marked where something is missing beside it. Characters. */
const longestMark = 16

/** Words with which a speech or a report ends. */
const farewell =
  /谢谢|让我们|(?:奋斗|贡献|篇章|新局面|胜利)[。！!”]|予审议|圆满成功|指正|祝愿|敬礼|特此|完了|到此|以上是|美好(?:未来|明天)|[！!]/

/** A line that names the kind of text, which the parser took for body. */
const likeTitle = /(?:报告|讲话|总结|要点|致辞|演讲|发言|安排|汇报|决议|说明)(?:（.{1,12}）)?[。”》]?$/
const longestTitle = 60
/** So many lines from the top a title is looked for. */
const front = 12

/** 附件1, 附表, 附录, 附图. */
const attachmentWord = '附'
const pointsToAttachment = /[见详]附[件表]|附[件表]后|（附后）|内容附后/

export default defineRule({
  id: 'missing-part',
  severity: 'info',
  summary: { zh: '缺少标题、结束语或附件', en: 'The title, the closing words or an attachment is missing' },
  source: { tier: '通例', ref: '公文和讲话稿的组成部分' },
  options: {
    allow: {
      type: 'strings',
      default: [],
      spares: false,
      zh: '可以没有的部分：“标题”“结束语”“附件”',
      en: 'parts that may be missing: 标题, 结束语, 附件',
    },
  },
  messages: {
    title: { zh: '开头没有标题', en: 'There is no title' },
    closing: { zh: '讲话缺结束语，请核', en: 'The speech has no closing words' },
    attachment: { zh: '这里说有附件，后面没有', en: 'An attachment is named here, and none follows' },
  },
  check({ text, tree, use, options, report }) {
    if (tree.end - tree.start < shortest) return
    const { paragraphs, sections, stretches } = use(structure)
    const first = stretches[0]
    const last = lastOfBody(stretches)
    if (!first || !last) return
    const roles = new Set(paragraphs.map(({ paragraph }) => paragraph.role))
    const isMissing = (part: string): boolean => !options.allow.includes(part)
    // A text with an address or with numbered parts is a whole; one without may be a passage.
    const parts = sections.filter(({ parent }) => parent === undefined).length
    if (isMissing('标题') && !hasTitle(text, roles, stretches) && (roles.has('salutation') || parts > 1)) {
      report('title', { start: first.start, end: Math.min(first.end, first.start + longestMark) }, {})
    }
    if (isMissing('结束语') && roles.has('salutation') && parts > 1 && !isClosed(text, roles, tree.start, tree.end)) {
      report('closing', { start: Math.max(last.start, last.end - longestMark), end: last.end }, {})
    }
    const pointing = isMissing('附件') ? pointerIn(text, stretches) : undefined
    if (pointing && !hasAttachment(text, stretches)) report('attachment', pointing, {})
  },
})

/** The first place that points to an attachment. */
function pointerIn(text: string, stretches: readonly Stretch[]): Span | undefined {
  for (const { start, end } of stretches) {
    const at = text.slice(start, end).search(pointsToAttachment)
    if (at >= 0) return { start: start + at, end: start + at + 3 }
  }
  return undefined
}

function lastOfBody(stretches: readonly Stretch[]): Stretch | undefined {
  return stretches.findLast(({ role }) => role === undefined)
}

/**
 * Whether the speech ends as one: with a call, thanks or wishes, or with a signature. Notes, attachments and page chrome may
 * follow, so the words count anywhere in the second half.
 */
function isClosed(text: string, roles: ReadonlySet<Paragraph['role']>, start: number, end: number): boolean {
  if (roles.has('closing') || roles.has('signature') || roles.has('date')) return true
  return farewell.test(text.slice(start + ((end - start) >> 1), end))
}

/** Whether a title is there: as the parser says, or a short line near the top that reads like one. */
const hasTitle = (text: string, roles: ReadonlySet<Paragraph['role']>, stretches: readonly Stretch[]): boolean =>
  roles.has('title') ||
  stretches
    .slice(0, front)
    .some(
      ({ start, end }) =>
        end - start <= longestTitle && likeTitle.test(text.slice(start, end)) && !/^[一二（]/.test(text[start] ?? ''),
    )

/** Whether a paragraph of its own begins with 附件 or its like. */
const hasAttachment = (text: string, stretches: readonly Stretch[]): boolean =>
  stretches.some(({ start, end }) => start < end && text[start] === attachmentWord)
