import { defineRule, type Paragraph, type Stretch, structure } from '../../src/kit.ts'

/** Shorter than this a text is an excerpt or a note, not a report with all its parts. Characters. */
const shortest = 600
/** So much of a line is marked where something is missing beside it. Characters. */
const longestMark = 16

/** Words that end a speech or a report, wherever they stand in its last paragraph. */
const farewell = /谢谢|让我们|奋斗|贡献|篇章|新局面|审议|圆满成功|指正|祝愿?|敬礼|特此|完了|到此|以上是|美好(?:未来|明天)|[！!]/

const attachmentWord = /^附(?:件|表|录|图)?\s?[0-9０-９一二三四五六七八九十]{0,2}\s?[：:]?/
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
      zh: '可以没有的部分：“标题”“结束语”“附件”',
      en: 'parts that may be missing: 标题, 结束语, 附件',
    },
  },
  messages: {
    title: { zh: '开头没有标题', en: 'There is no title' },
    closing: { zh: '讲话没有结束语，到这里就完了', en: 'The speech has no closing words; it ends here' },
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
    if (isMissing('标题') && !roles.has('title') && (roles.has('salutation') || parts > 1)) {
      report('title', { start: first.start, end: Math.min(first.end, first.start + longestMark) }, {})
    }
    if (isMissing('结束语') && roles.has('salutation') && parts > 1 && !isClosed(text, roles, last)) {
      report('closing', { start: Math.max(last.start, last.end - longestMark), end: last.end }, {})
    }
    if (isMissing('附件')) {
      for (const { start, end } of stretches) {
        const at = text.slice(start, end).search(pointsToAttachment)
        if (at < 0 || hasAttachment(text, stretches)) continue
        report('attachment', { start: start + at, end: start + at + 3 }, {})
        break
      }
    }
  },
})

function lastOfBody(stretches: readonly Stretch[]): Stretch | undefined {
  return stretches.findLast(({ role }) => role === undefined)
}

/** Whether the speech ends as one: with a call, thanks or wishes, or with a signature. */
function isClosed(text: string, roles: ReadonlySet<Paragraph['role']>, { start, end }: Stretch): boolean {
  if (roles.has('closing') || roles.has('signature') || roles.has('date')) return true
  return farewell.test(text.slice(Math.max(start, end - 200), end))
}

/** Whether a paragraph of its own begins with 附件 or its like. */
const hasAttachment = (text: string, stretches: readonly Stretch[]): boolean =>
  stretches.some(({ start, end }) => attachmentWord.test(text.slice(start, Math.min(end, start + 12))))
