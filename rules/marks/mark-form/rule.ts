import {
  defineRule,
  headingMarker,
  isDigit,
  isHan,
  isInside,
  type PlacedSection,
  placesOf,
  quotations,
  type Span,
  type Stretch,
  structure,
} from '../../../src/kit.ts'
import { endsList } from './data.ts'

type Id = 'stop' | 'dots' | 'exclaim' | 'deng'

/** A mark out of form, and what should stand there. */
interface Found extends Span {
  readonly id: Id
  readonly due: string
  readonly isSure: boolean
}

export default defineRule({
  id: 'mark-form',
  severity: 'warning',
  summary: {
    zh: '标点写法不规范（半角句号、直引号、三个点的省略号、“、等”）',
    en: 'Marks out of form: half-width full stops, straight quotes, three dots for ……, 、等',
  },
  source: { tier: '国标', ref: 'GB/T 15834—2011 4.1、4.8、4.11、4.5 句号、引号、省略号、顿号；5.1 标点的位置和占位' },
  options: {},
  messages: {
    stop: { zh: '半角句点应为“。”', en: 'A half-width dot for “。”' },
    dots: { zh: '“{said}”应为省略号“……”', en: '“{said}” should be “……”' },
    exclaim: { zh: '“{said}”留一个就够', en: '“{said}”: one is enough' },
    deng: { zh: '“等”前不用顿号', en: 'No 、 before 等' },
    straight: { zh: '全文用“”，此处是直引号{more}', en: 'Straight quotes in a text that uses “”{more}' },
    title: { zh: '标题末尾不用句号', en: 'A title has no full stop' },
    heading: { zh: '其他标题末尾没有句号，这里多了句号', en: 'Other headings have no full stop; this one has' },
    width: { zh: '“{said}”是全角，别处用半角{more}', en: '“{said}” is full-width, elsewhere it is half-width{more}' },
    other: { zh: '同样的写法', en: 'the same form' },
  },
  check({ text, use, report }) {
    const quoted = use(quotations)
    const { stretches, sections } = use(structure)
    for (const stretch of stretches) {
      for (const { id, start, end, due, isSure } of slipsIn(text, stretch)) {
        if (id !== 'stop' && isInside(quoted, start)) continue
        const said = text.slice(start, end)
        const more = {
          fix: { grade: 'suggested', edits: [{ start, end, text: due }] } as const,
          ...(!isSure && { severity: 'info' as const }),
        }
        if (id === 'dots' || id === 'exclaim') report(id, { start, end }, { said }, more)
        else report(id, { start, end }, {}, more)
      }
    }
    const title = stretches.find(({ role }) => role !== 'security' && role !== 'issuer' && role !== 'document-number')
    if (title && isTitleWithStop(text, title)) endsInStop('title', title.end)
    for (const end of oddHeadings(text, sections)) endsInStop('heading', end)
    toldOnce('straight', straightQuotes(text, stretches))
    toldOnce('width', fullWidthAmongHalf(text, stretches))

    function endsInStop(id: 'title' | 'heading', end: number): void {
      const at = { start: end - 1, end }
      report(id, at, {}, { fix: { grade: 'suggested', edits: [{ ...at, text: '' }] } })
    }
    /** One habit of the whole text is one finding. */
    function toldOnce(id: 'straight' | 'width', places: readonly Span[]): void {
      const [first, ...rest] = places
      if (!first) return
      const more = {
        zh: rest.length === 0 ? '' : `，共${places.length}处`,
        en: rest.length === 0 ? '' : `, ${places.length} places`,
      }
      const see = rest.slice(0, mostSeen).map((at) => ({ id: 'other', at, data: {} }) as const)
      if (id === 'straight') report(id, first, { more }, { see })
      else report(id, first, { said: text.slice(first.start, first.end), more }, { see, severity: 'info' })
    }
  },
})

/** How many further places of a habit are listed. */
const mostSeen = 5

/** The longest that `endsList` looks at. */
const longestKind = 4

function slipsIn(text: string, stretch: Stretch): Found[] {
  const found: Found[] = []
  for (let at = stretch.start; at < stretch.end; at++) {
    const mark = text[at] as string
    if (mark === '.') {
      const dots = runOf(text, at, stretch.end)
      const slip = dots === 1 ? stop(text, at, stretch) : threeDots(text, at, dots)
      if (slip) found.push(slip)
      at += dots - 1
    } else if (mark === '…') {
      const dots = runOf(text, at, stretch.end)
      if (dots === 1 && isHan(text, at - 1)) found.push({ id: 'dots', start: at, end: at + 1, due: '……', isSure: true })
      at += dots - 1
    } else if (mark === '！' || mark === '？') {
      const marks = runOf(text, at, stretch.end)
      if (marks > 2) found.push({ id: 'exclaim', start: at, end: at + marks, due: mark, isSure: false })
      at += marks - 1
    } else if (
      mark === '、' &&
      text[at + 1] === '等' &&
      endsList.test(text.slice(at + 2, Math.min(at + 2 + longestKind, stretch.end)))
    ) {
      found.push({ id: 'deng', start: at, end: at + 1, due: '', isSure: true })
    }
  }
  return found
}

/** How many of the character at `at` stand in a row. */
function runOf(text: string, at: number, end: number): number {
  let to = at + 1
  while (to < end && text[to] === text[at]) to++
  return to - at
}

const closing = '）”》'

/** How many characters without a mark make a clause and not a foreign name (约翰.史密斯). */
const leastClause = 7

/** A dot that ends a sentence: behind Chinese words, before Chinese words or at the end. An ordinal's dot (一.) is none. */
function stop(text: string, at: number, { start, end }: Stretch): Found | undefined {
  const before = text[at - 1] ?? ' '
  if (!isHan(text, at - 1) && !closing.includes(before)) return undefined
  const after = text.slice(at + 1, end).trimStart()
  const isLast = after === '' || closing.includes(after[0] as string)
  if (!isLast && !isHan(after, 0)) return undefined
  let from = at
  while (from > start && from > at - leastClause && isHan(text, from - 1)) from--
  // 第三条. 一. （二）. : what stands before is an ordinal at the beginning of its line.
  if (from === start || text.slice(start, at).trim().length < 4) return undefined
  const isClause = at - from >= leastClause || closing.includes(before)
  if (!isLast && !isClause) return undefined
  return { id: 'stop', start: at, end: at + 1, due: '。', isSure: isLast || isClause }
}

/** ... for ……; the leaders of a table of contents are longer, or a page number follows. */
function threeDots(text: string, at: number, dots: number): Found | undefined {
  if (dots < 3 || dots > 6 || !isHan(text, at - 1)) return undefined
  const after = text.slice(at + dots, at + dots + 4).trim()
  return isDigit(after, 0) ? undefined : { id: 'dots', start: at, end: at + dots, due: '……', isSure: true }
}

/** What the first line of a paper is called, and how long it may be (characters). */
const titleEnds = /(?:讲话|报告|总结|方案|意见|通知|汇报|发言|计划|要点|纪要|致辞|情况)(?:稿|材料)?。$/
const longestTitle = 50

/** A title with a full stop is read as a paragraph: it is the first line, one sentence, and ends as titles do. */
function isTitleWithStop(text: string, { start, end, role }: Stretch): boolean {
  if ((role !== undefined && role !== 'title') || end - start > longestTitle) return false
  const words = text.slice(start, end)
  return titleEnds.test(words) && words.indexOf('。') === words.length - 1 && !words.includes('，')
}

/** How long a heading may be (characters): what is longer is an item of a list. */
const longestHeading = 30

/** Ends of headings with a full stop, where the others of their kind have none. What has nothing under it is an item of a list. */
function oddHeadings(text: string, sections: readonly PlacedSection[]): number[] {
  return (['han-dun', 'paren-han'] as const).flatMap((scheme) => {
    const alike = sections.filter(
      ({ section, heading }) => !heading.runIn && section.children.length > 1 && headingMarker(heading)?.scheme === scheme,
    )
    const odd = alike.filter(({ heading: { start, end } }) => {
      const words = text.slice(start, end)
      return words.endsWith('。') && words.indexOf('。') === words.length - 1 && words.length <= longestHeading
    })
    const isMixed = alike.some(({ heading }) => text[heading.end - 1] === '；')
    return odd.length > 0 && odd.length * 4 <= alike.length && !isMixed ? odd.map(({ heading }) => heading.end) : []
  })
}

/** Straight quotes round Chinese words, in a text that has curly ones. */
function straightQuotes(text: string, stretches: readonly Stretch[]): Span[] {
  if (!text.includes('“') || !text.includes('"')) return []
  const found: Span[] = []
  for (const { start, end } of stretches) {
    let open: number | undefined
    for (const at of placesOf(text, '"', start, end)) {
      if (open !== undefined && isHan(text, open + 1) && isHan(text, at - 1)) found.push({ start: open, end: at + 1 })
      open = open === undefined ? at : undefined
    }
  }
  return found
}

/** Full-width digits among half-width ones, ％ among %: a text that writes one of them so throughout has its habit. */
function fullWidthAmongHalf(text: string, stretches: readonly Stretch[]): Span[] {
  return [
    ...strangers(text, stretches, isWideDigit, isNarrowDigit),
    ...strangers(text, stretches, isWidePercent, isNarrowPercent),
  ].sort((a, b) => a.start - b.start)
}

type Test = (code: number) => boolean
const isWideDigit: Test = (code) => code >= 0xff10 && code <= 0xff19
const isNarrowDigit: Test = (code) => code >= 0x30 && code <= 0x39
const isWidePercent: Test = (code) => code === 0xff05
const isNarrowPercent: Test = (code) => code === 0x25

/** Of so many usual ones for each strange one, the strange ones are slips. */
const leastUsual = 3

/** Runs of what is strange, where the text has the usual form far oftener. */
function strangers(text: string, stretches: readonly Stretch[], isStrange: Test, isUsual: Test): Span[] {
  const found: Span[] = []
  let usual = 0
  for (const { start, end } of stretches) {
    for (let at = start; at < end; at++) {
      if (isUsual(text.charCodeAt(at))) usual++
      if (!isStrange(text.charCodeAt(at))) continue
      let to = at + 1
      while (to < end && isStrange(text.charCodeAt(to))) to++
      found.push({ start: at, end: to })
      at = to - 1
    }
  }
  return usual >= leastUsual * found.length ? found : []
}
