import { defineRule, fact, isHan, Kind, kindAt, type Span, structure } from '../../src/kit.ts'

/** One sentence as a place and a key; 。 inside quotation marks ends it too, since people paste from full stop to full stop. */
interface Piece extends Span {
  readonly key: string
  /** Place among all pieces of the document. */
  readonly index: number
  /** Titles are remembered, so that one pasted into the text is seen, and may themselves stand twice on a page. */
  readonly isTitle: boolean
}

/** Shorter sentences repeat by chance or for their rhythm. Characters of Han. */
const shortest = 16

const pieces = fact('repeated-passage/pieces', ({ text }, use): readonly Piece[] => {
  const found: Piece[] = []
  for (const { bodyStart, end: stop, role } of use(structure).stretches) {
    const isTitle = role === 'title' || role === 'dateline'
    if (role !== undefined && !isTitle) continue
    let from = bodyStart
    for (let offset = bodyStart; offset <= stop; offset++) {
      if (offset < stop && kindAt(text, offset) !== Kind.terminal) continue
      const end = Math.min(offset + 1, stop)
      const start = firstHan(text, from, end)
      if (start < end) found.push({ start, end, key: keyOf(text, start, offset), index: found.length, isTitle })
      from = end
    }
  }
  return found
})

function firstHan(text: string, start: number, end: number): number {
  let offset = start
  while (offset < end && !isHan(text, offset) && kindAt(text, offset) !== Kind.digit) offset++
  return offset
}

/** The words without blanks and without quotation marks at either end. */
const keyOf = (text: string, start: number, end: number): string => text.slice(start, end).replace(/[\s\u3000”’）]/g, '')

/** What comes behind the caption of a press photo, which a page repeats once a picture. */
const behindCaption = /^这是.{0,24}习近平|新华社记者|新华社发|摄$/
const isCredit = (key: string): boolean => /新华社记者|新华社发|摄$/.test(key)

/** Somebody else's words, taken up again: the quotation marks stand right before and behind. */
const isQuoted = (text: string, { start, end }: Span): boolean =>
  /“[\s\u3000]*$/.test(text.slice(Math.max(0, start - 4), start)) &&
  /^[。！？…]?[\s\u3000]*”/.test(text.slice(text[end - 1] === '”' ? end - 1 : end, end + 4))

export default defineRule({
  id: 'repeated-passage',
  severity: 'warning',
  summary: {
    zh: '整句或整段在文中重复出现，多半是粘贴了两次',
    en: 'A whole sentence or passage stands in the text twice: pasted twice',
  },
  source: { tier: '本规则', ref: '全文逐句比对，标题、称谓、图片说明除外' },
  options: {
    shortest: {
      type: 'integer',
      default: shortest,
      min: 8,
      zh: '多少个字以上的句子才比对',
      en: 'sentences shorter than this are not compared',
    },
  },
  messages: {
    sentence: { zh: '这句话前面已经写过，请核：“{head}”', en: 'This sentence stands in the text already: “{head}”' },
    passage: {
      zh: '这一段（{count}句）前面已经写过，请核：“{head}”',
      en: 'This passage ({count} sentences) stands in the text already: “{head}”',
    },
    first: { zh: '第一次出现在这里', en: 'first written here' },
  },
  check({ text, use, options, report }) {
    const all = use(pieces)
    const firstOf = new Map<string, Piece>()
    let run: { first: Piece; last: Piece; firstEarlier: Piece; lastEarlier: Piece; count: number; long: boolean } | undefined
    const flush = (): void => {
      const adjacent = run?.firstEarlier.index === (run?.first.index ?? 0) - 1
      if (run?.long && (adjacent || !behindCaption.test(all[run.last.index + 1]?.key ?? ''))) {
        const { first, last, firstEarlier, lastEarlier, count } = run
        const span = { start: first.start, end: last.end }
        const head = text.slice(first.start, Math.min(first.end, first.start + 20))
        const see = [{ id: 'first', at: { start: firstEarlier.start, end: lastEarlier.end }, data: {} }] as const
        if (count === 1) report('sentence', span, { head }, { see })
        else report('passage', span, { head, count }, { see })
      }
      run = undefined
    }
    all.forEach((piece) => {
      const earlier = firstOf.get(piece.key)
      if (!earlier) {
        firstOf.set(piece.key, piece)
        flush()
        return
      }
      if (run && isCredit(piece.key)) {
        run = undefined
        return
      }
      const long = !piece.isTitle && piece.key.length >= options.shortest && !isCredit(piece.key) && !isQuoted(text, piece)
      if (run && earlier.index === run.lastEarlier.index + 1) {
        run = { ...run, last: piece, lastEarlier: earlier, count: run.count + 1, long: run.long || long }
        return
      }
      flush()
      run = { first: piece, last: piece, firstEarlier: earlier, lastEarlier: earlier, count: 1, long }
    })
    flush()
  },
})
