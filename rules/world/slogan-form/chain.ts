/** “四个意识”“四个自信”“两个维护”: all three, in their order. */
import { isInside, quotations, type Span, type Stretch, tableFinder, type Use, withoutBlanks } from '../../../src/kit.ts'
import { chain } from './data.ts'
import { type Hit, isSince, orderMessage, type Part, withVerb } from './find.ts'

export const chainMessages = {
  chain: {
    zh: '“四个意识”“两个维护”连用，中间缺“四个自信”',
    en: '“四个意识” and “两个维护” stand together without “四个自信”',
  },
  whole: { zh: '对照：此处没有缺项', en: 'compare: here nothing is missing' },
  order: orderMessage,
} as const

/** Tells of the chains of a stretch; where the text has a whole one, that is looked for once and shown beside. */
export function chainTeller({ text, use, report }: Part<typeof chainMessages>): (stretch: Stretch, hits: readonly Hit[]) => void {
  const quoted = use(quotations)
  let whole: Span | undefined | null = null
  const exampleOf = (): readonly { id: 'whole'; at: Span; data: Record<never, never> }[] => {
    if (whole === null) whole = wholeChain(use, text)
    return whole ? [{ id: 'whole', at: whole, data: {} }] : []
  }

  // The formula's own marks quote nobody: what counts is whether the words before them are quoted.
  const isInsideOther = ({ start }: Span): boolean => {
    if (text[start] !== '“') return isInside(quoted, start)
    return text[start - 1] !== '”' && text[start - 1] !== '》' && isInside(quoted, start - 1)
  }

  const tellMissing = (at: Span, gapStart: number): void => {
    const span = withVerb(text, at)
    if (isInsideOther(span)) return
    const edits = [{ start: gapStart, end: gapStart, text: `、${chain.missing}` }]
    report('chain', span, {}, { see: exampleOf(), fix: { grade: 'suggested', edits } })
  }

  return (stretch, hits) => {
    if (!isSince(use, chain.from)) return
    for (const link of brokenChains(text, stretch.start, hits)) {
      if (link.kind === 'missing') tellMissing(link, link.gapStart)
      else report('order', link, { order: chain.members.map((name) => `“${name}”`).join('、') })
    }
  }
}

const findChain = tableFinder(chain.members)

/** How far apart two members of the chain are, at most; a clause between them and they are said of different things. */
const widestGap = 24

/** As far apart as this they are read in one breath, and their order counts. */
const closeGap = 12

type Broken = Span & ({ readonly kind: 'missing'; readonly gapStart: number } | { readonly kind: 'order' })

/** What is said against a party member is no commitment: 毫无“四个意识”，背离“两个维护”. */
const negative = /毫无|没有|缺乏|丧失|背离|违背|淡薄|不强|强调$|关于$|提出$/

/** Neighbours of the chain in one sentence: 四个意识 followed at once by 两个维护, or the members out of order. */
function* brokenChains(text: string, start: number, hits: readonly Hit[]): Generator<Broken> {
  let isGoingOn = false
  for (let index = 0; index + 1 < hits.length; index++) {
    const one = hits[index] as Hit
    const next = hits[index + 1] as Hit
    // A text wrapped by hand may break a member: 四个自⏎信.
    const gap = withoutBlanks(text.slice(one.end, next.start))
    // Behind a chain in order the next one may begin.
    const wasGoingOn: boolean = isGoingOn
    isGoingOn = next.phrase > one.phrase && gap.length <= widestGap
    if (gap.length > widestGap || /[。！？；]/.test(gap)) continue
    if (negative.test(text.slice(Math.max(start, one.start - 7), one.start - 1)) || negative.test(gap)) continue
    if (one.phrase === 0 && next.phrase === 2) {
      const last = hits[index + 2]
      if (last?.phrase === 1 && isBeside(text, next, last)) {
        const marks = text[one.start - 1] === '“' ? 1 : 0
        yield { kind: 'order', start: one.start - marks, end: last.end + marks }
      }
      if (gap.includes(chain.members[1]) || isNamedNear(text, hits, index)) continue
      const gapStart = text[one.end] === '”' ? one.end + 1 : one.end
      yield { kind: 'missing', start: one.start, end: next.end, gapStart }
    } else if (!wasGoingOn && one.phrase > next.phrase && isBeside(text, one, next)) {
      const marks = text[one.start - 1] === '“' ? 1 : 0
      yield { kind: 'order', start: one.start - marks, end: next.end + marks }
    }
  }
}

/** Whether two members are read in one breath: 做到“两个维护”、坚定“四个自信”. */
function isBeside(text: string, one: Span, next: Span): boolean {
  const gap = text.slice(one.end, next.start)
  return gap.length <= closeGap && /^”?[、，]/.test(gap)
}

/** Whether 四个自信 stands just before or behind, in the same sentence: said, if in another place. */
function isNamedNear(text: string, hits: readonly { phrase: number; start: number; end: number }[], index: number): boolean {
  return [hits[index - 1], hits[index + 2]].some((other) => {
    if (other?.phrase !== 1) return false
    const [from, to] =
      other.start < (hits[index] as Span).start
        ? [other.end, (hits[index] as Span).start]
        : [(hits[index + 1] as Span).end, other.start]
    return !/[。！？]/.test(text.slice(from, to))
  })
}

/** Where the text has the chain complete; undefined where nowhere. */
function wholeChain(use: Use, text: string): Span | undefined {
  const hits = findChain(use)
  for (let index = 0; index + 2 < hits.length; index++) {
    const [one, two, three] = [hits[index], hits[index + 1], hits[index + 2]] as [Span, Span, Span]
    const isWhole = [0, 1, 2].every((step) => hits[index + step]?.phrase === step)
    if (isWhole && three.start - one.end < 2 * widestGap) return withVerb(text, two)
  }
  return undefined
}
