import {
  defineRule,
  type LonelyMark,
  lonelyMarks,
  type PairKind,
  pairKinds,
  pairsIn,
  type Span,
  type Stretch,
  structure,
  type Use,
} from '../../../src/kit.ts'

type Lonely = LonelyMark & Span

const names: Readonly<Record<PairKind['id'], { readonly zh: string; readonly en: string }>> = {
  quotation: { zh: '引号', en: 'quotation mark' },
  'inner-quotation': { zh: '单引号', en: 'inner quotation mark' },
  title: { zh: '书名号', en: 'title mark' },
  'inner-title': { zh: '单书名号', en: 'inner title mark' },
  bracket: { zh: '括号', en: 'bracket' },
  lenticular: { zh: '方头括号', en: 'lenticular bracket' },
  tortoise: { zh: '六角括号', en: 'tortoise-shell bracket' },
}

function nameOf({ id }: PairKind, side: 'open' | 'close') {
  const { zh, en } = names[id]
  return side === 'open' ? { zh: `前${zh}`, en: `opening ${en}` } : { zh: `后${zh}`, en: `closing ${en}` }
}

/** How many paragraphs a quotation may run over before a mark that waits for its partner counts as lost. */
const longestQuotation = 12

export default defineRule({
  id: 'unpaired-punctuation',
  severity: 'error',
  summary: { zh: '引号、括号、书名号不成对', en: 'Quotation marks, brackets or title marks do not pair' },
  source: { tier: '国标', ref: 'GB/T 15834—2011 4.8、4.9、4.15 成对使用' },
  options: {},
  messages: {
    open: { zh: '{mark}没有对应的{partner}', en: 'This {mark} has no {partner}' },
    close: { zh: '{mark}没有对应的{partner}', en: 'This {mark} has no {partner}' },
    turned: { zh: '方向反了，此处应为{due}', en: 'Turned the wrong way: {due} is meant' },
    crossed: { zh: '这一对标点与别的标点交叉，应当内外分明', en: 'These marks cross others; one pair must hold the other' },
    partner: { zh: '与它相对的标点', en: 'the mark it belongs to' },
    somewhere: { zh: '{partner}应在这一段话里', en: 'the {partner} belongs in these words' },
  },
  check({ text, use, report }) {
    const { stretches } = use(structure)
    const lonely = use(lonelyMarks)
      .filter((mark) => !isOrdinal(text, mark) && !isApostrophe(text, mark.offset))
      .map((mark): Lonely => ({ ...mark, start: mark.offset, end: mark.offset + 1 }))
    const told = withoutLongQuotations(use, stretches, lonely)
    for (let index = 0; index < told.length; index++) {
      const mark = told[index] as Lonely
      const next = told[index + 1]
      const kind = pairKinds[mark.kind] as PairKind
      const together = next && next.kind === mark.kind && next.stretch === mark.stretch ? next : undefined
      const see = together ? ([{ id: 'partner', at: together, data: {} }] as const) : []
      if (together && mark.side === 'close' && together.side === 'close' && together.start - mark.start <= 40) {
        report('turned', mark, { due: nameOf(kind, 'open') }, { see, fix: turn(mark, kind.open) })
        index++
      } else if (together && mark.side === 'open' && together.side === 'open' && together.start - mark.start <= 40) {
        report(
          'turned',
          together,
          { due: nameOf(kind, 'close') },
          {
            see: [{ id: 'partner', at: mark, data: {} }],
            fix: turn(together, kind.close),
          },
        )
        index++
      } else if (together && mark.side === 'open' && together.side === 'close') {
        report('crossed', mark, {}, { see })
        index++
      } else reportLost(mark, kind)
    }

    function reportLost(mark: Lonely, kind: PairKind): void {
      const partner = nameOf(kind, mark.side === 'open' ? 'close' : 'open')
      const words = wordsOf(text, mark, stretches[mark.stretch] ?? mark)
      const see = words.start < words.end ? ([{ id: 'somewhere', at: words, data: { partner } }] as const) : []
      report(mark.side, mark, { mark: nameOf(kind, mark.side), partner }, { see })
    }
  },
})

/** More words than this a title or a quotation within one clause seldom has. */
const longestWords = 80

/** The words that the lost partner belongs to: from the mark to the next stop, or from the last one to it. */
function wordsOf(text: string, { start, end, side }: Lonely, bounds: Span): Span {
  const isStop = (at: number): boolean => '，。；！？\n'.includes(text[at] as string)
  if (side === 'open') {
    let to = end
    while (to < bounds.end && to - end < longestWords && !isStop(to)) to++
    return { start: end, end: to }
  }
  let from = start
  while (from > bounds.start && start - from < longestWords && !isStop(from - 1)) from--
  return { start: from, end: start }
}

const turn = ({ start, end }: Span, marks: string) =>
  ({ grade: 'suggested', edits: [{ start, end, text: marks[0] as string }] }) as const

/** 1） a） 三）: the bracket of an ordinal has no first half. */
function isOrdinal(text: string, { offset, kind, side }: LonelyMark): boolean {
  if (pairKinds[kind]?.id !== 'bracket' || side !== 'close') return false
  const before = text.slice(Math.max(0, offset - 4), offset)
  return /(?:^|[。；;，,：:、\s\u3000])(?:[0-9０-９]{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3})$/.test(before)
}

/** ’ beside Latin letters or figures: Xi’an, ’99世博会. */
const isApostrophe = (text: string, offset: number): boolean =>
  (text[offset] === '’' || text[offset] === '‘') && /[A-Za-z0-9]/.test((text[offset - 1] ?? '') + (text[offset + 1] ?? ''))

/**
 * A quotation of several paragraphs opens in each of them and closes in the last (4.8.3.5), or opens and closes once:
 * an opening mark without partner pairs with the next lonely closing mark of its kind a few paragraphs on.
 */
function withoutLongQuotations(use: Use, stretches: readonly Stretch[], lonely: readonly Lonely[]): Lonely[] {
  const paired = new Set<Lonely>()
  const chains = pairKinds.map((): Lonely[] => [])
  const isWholly = wholeBehind(use, stretches)
  for (const mark of lonely) {
    const chain = chains[mark.kind] as Lonely[]
    const before = chain[chain.length - 1]
    const isNear = before && before.stretch < mark.stretch && mark.stretch - before.stretch <= longestQuotation
    if (mark.side === 'close') {
      if (isNear) for (const one of [...chain, mark]) paired.add(one)
      chain.length = 0
      continue
    }
    if (!isNear || mark.start !== stretches[mark.stretch]?.start) chain.length = 0
    chain.push(mark)
    if (isWholly(mark)) for (const one of chain) paired.add(one)
  }
  return lonely.filter((mark) => !paired.has(mark))
}

/** Whether the paragraph behind a mark's is one whole quotation of its kind. Asked of one paragraph after the other, so the last answer is kept. */
function wholeBehind(use: Use, stretches: readonly Stretch[]): (mark: Lonely) => boolean {
  let place = -1
  let kinds = new Set<number>()
  return (mark) => {
    if (mark.stretch !== place) {
      place = mark.stretch
      const next = stretches[place + 1]
      kinds = new Set(next ? use(pairsIn)(next).flatMap((pair) => (isWhole(pair, next) ? [pair.kind] : [])) : [])
    }
    return kinds.has(mark.kind)
  }
}

/** The pair holds the whole paragraph but for a mark behind it: the last paragraph of a quotation. */
const isWhole = ({ open, close }: { open: number; close: number }, { start, end }: Span): boolean =>
  open === start && close >= end - 2
