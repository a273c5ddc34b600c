import {
  type DeclaredCount,
  declaredCounts,
  defineRule,
  doubtfulCounts,
  fact,
  headingText,
  type PlacedSection,
  type Span,
  structure,
  summedCounts,
  toHan,
  wideCounts,
} from '../../../src/kit.ts'

/** “六个坚持” before headings that begin 坚持…: a named count of headings. */
interface NamedCount extends Span {
  readonly value: number
  readonly word: string
  readonly headings: readonly PlacedSection[]
}

const numerals = '两二三四五六七八九十'
const named = /([两二三四五六七八九十])个([\u4e00-\u9fff]{2})(?=[”，。、；])/g
const countOf = (numeral: string): number => (numeral === '两' ? 2 : numerals.indexOf(numeral) + 1)

/** A list of headings that far from the count said is about something else. */
const widest = 2

const namedCounts = fact('count-mismatch/named', ({ text }, use): readonly NamedCount[] => {
  const { sections, paragraphs } = use(structure)
  const found: NamedCount[] = []
  let childrenOf: Map<PlacedSection | undefined, PlacedSection[]> | undefined
  for (const { paragraph, section } of paragraphs) {
    const words = text.slice(paragraph.start, paragraph.end)
    if (!words.includes('个')) continue
    for (const match of words.matchAll(named)) {
      const word = match[2] as string
      childrenOf ??= byParent(sections)
      const headings = (childrenOf.get(section) ?? [])
        .slice(0, mostSiblings)
        .filter(({ heading }) => heading.start > paragraph.start && headingText(heading).startsWith(word))
      const start = paragraph.start + match.index
      if (headings.length < 3) continue
      found.push({ value: countOf(match[1] as string), word, headings, start, end: start + match[0].length })
    }
  }
  return found
})

/** A report has no more headings side by side; beyond it the search would cost more than it finds. */
const mostSiblings = 60

function byParent(sections: readonly PlacedSection[]): Map<PlacedSection | undefined, PlacedSection[]> {
  const found = new Map<PlacedSection | undefined, PlacedSection[]>()
  for (const placed of sections) {
    const siblings = found.get(placed.parent)
    if (siblings) siblings.push(placed)
    else found.set(placed.parent, [placed])
  }
  return found
}

export default defineRule({
  id: 'count-mismatch',
  severity: 'error',
  summary: { zh: '说的项数与实际列出的项数不一致', en: 'The number announced is not the number of items that follow' },
  source: { tier: '本规则', ref: '总说与分说项数相符' },
  options: {},
  messages: {
    items: { zh: '此处说“{said}”，下面列出的是{found}项', en: '“{said}” are announced, {found} follow' },
    maybe: { zh: '此处说“{said}”，接着列出的是{found}项，请核', en: '“{said}” are told, and {found} follow; please check' },
    wide: { zh: '此处说“{said}”，全文列出的是{found}项，请核', en: '“{said}” are told, {found} are found; please check' },
    summed: { zh: '此处说“{said}”，前面列出的是{found}项', en: '“{said}” are summed up, {found} stand before' },
    headings: {
      zh: '此处说{said}个“{word}”，下面以“{word}”开头的标题是{found}个',
      en: '{said} “{word}” are announced, {found} headings begin with it',
    },
    first: { zh: '第一项', en: 'the first item' },
    last: { zh: '最后一项（第{found}项）', en: 'the last item (number {found})' },
  },
  doubts: true,
  check({ text, use, report, doubts }) {
    for (const said of use(declaredCounts)) {
      const found = said.announced.length
      if (found === said.value || !isCertain(said)) continue
      report(
        'items',
        said,
        { said: text.slice(said.start, said.end), found },
        {
          see: [
            { id: 'first', at: said.announced[0] as Span, data: {} },
            { id: 'last', at: said.announced[found - 1] as Span, data: { found } },
          ],
        },
      )
    }
    const wide = use(wideCounts)
    for (const said of doubts ? use(doubtfulCounts) : []) {
      const found = said.announced.length
      if (wide.some(({ start, end }) => start < said.end && end > said.start)) continue
      const see = [
        { id: 'first', at: said.announced[0] as Span, data: {} },
        { id: 'last', at: said.announced[found - 1] as Span, data: { found } },
      ] as const
      report('maybe', said, { said: text.slice(said.start, said.end), found }, { see, severity: 'info', doubtful: true })
    }
    for (const said of use(summedCounts)) {
      const found = said.before.length
      if (Math.abs(found - said.value) > widest) continue
      const see = [
        { id: 'first', at: said.before[0] as Span, data: {} },
        { id: 'last', at: said.before[found - 1] as Span, data: { found } },
      ] as const
      report('summed', said, { said: text.slice(said.start, said.end), found }, { see, severity: 'warning' })
    }
    for (const { value, found, first, last, ...span } of wide) {
      if (value === found) continue
      const see = [
        { id: 'first', at: first, data: {} },
        { id: 'last', at: last, data: { found } },
      ] as const
      report('wide', span, { said: text.slice(span.start, span.end), found }, { see, severity: 'info' })
    }
    for (const said of use(namedCounts)) {
      const found = said.headings.length
      if (found === said.value || Math.abs(found - said.value) > widest) continue
      report(
        'headings',
        said,
        { said: toHan(said.value), word: said.word, found },
        {
          see: [
            { id: 'first', at: (said.headings[0] as PlacedSection).heading, data: {} },
            { id: 'last', at: (said.headings[found - 1] as PlacedSection).heading, data: { found } },
          ],
        },
      )
    }
  },
})

/** A single list of two against a count of nine announces something else; so does a list that breaks off. */
function isCertain({ value, announced }: DeclaredCount): boolean {
  return announced.length >= 2 && Math.abs(announced.length - value) <= Math.max(3, value / 2)
}
