/** Who is addressed: one meeting has one audience, and one body passes a thing once. */
import type { PlacedParagraph, Span } from '../../../src/kit.ts'

/** Audiences of which a meeting has one: who is addressed as delegates is not addressed as members of a committee. */
const audiences = /各位(代表|委员|股东|理事|董事|监事|会员|职工代表|老师|同学|家长|业主)/g
/** 各位代表：, 各位委员！ at the head of a sentence. */
const addressed = /(?<=^|[。！？：；\n\u3000\s])((?:尊敬的)?各位[\u4e00-\u9fff]{2,4})(?=[！：!:]|，(?![^。]{0,8}、))/g

const longestSalutation = 40

export function otherAudiences(
  text: string,
  paragraphs: readonly PlacedParagraph[],
): { readonly at: Span; readonly ownAt: Span }[] {
  const salutation = paragraphs.find(({ paragraph }) => paragraph.role === 'salutation')?.paragraph
  if (!salutation || salutation.end - salutation.start > longestSalutation) return []
  const own = new Set([...text.slice(salutation.start, salutation.end).matchAll(audiences)].map(([, whom]) => whom as string))
  if (own.size !== 1) return []
  const found: { at: Span; ownAt: Span }[] = []
  for (const match of text.slice(salutation.end).matchAll(addressed)) {
    const words = match[1] as string
    const [one] = [...words.matchAll(audiences)]
    // 各位会员代表 are 各位代表 in short.
    if (!one || text.slice(salutation.start, salutation.end).includes(one[1] as string)) continue
    const start = salutation.end + match.index
    found.push({ at: { start, end: start + words.length }, ownAt: trim(text, salutation) })
  }
  return found
}

/** Without the colon and what stands before the first word. */
function trim(text: string, { start, end }: Span): Span {
  let to = end
  while (to > start && /[：:\s\u3000！]/.test(text[to - 1] as string)) to--
  let from = start
  while (from < to && /[\s\u3000]/.test(text[from] as string)) from++
  return { start: from, end: to }
}

const body =
  '股东大会|股东会|董事会|监事会|职代会|职工代表大会|教代会|党组会议?|党委会|常委会|理事会|会员大会|办公会议?|常务会议?|全体会议|主席团'
const passed = new RegExp(
  `(?:已经?|业经|经)(?:本行|公司|本次|[\\u4e00-\\u9fff]{0,4})?(${body})[^，。；]{0,6}(?:审议|研究|讨论|审定)?(?:通过|同意|批准)，?[^。；]{0,12}?(?:尚需|还需|尚须|仍需|现提请|提请|拟提交|再提交|待)(?:提交|提请|报请|经)?(?:本次|本届|下次|本行|公司|[局县市区校院])?(${body})(?:审议|审批|批准|表决|审定|通过)`,
  'g',
)

/** 已经股东大会审议通过，尚需提交本次股东大会审议批准 */
export function passedAlready(text: string): { readonly at: Span; readonly again: Span }[] {
  const found: { at: Span; again: Span }[] = []
  for (const match of text.matchAll(passed)) {
    const [all, first = '', second = ''] = match
    if (first !== second) continue
    const start = match.index + all.indexOf(first)
    const again = match.index + all.lastIndexOf(second)
    found.push({ at: { start, end: start + first.length }, again: { start: again, end: again + second.length } })
  }
  return found
}
