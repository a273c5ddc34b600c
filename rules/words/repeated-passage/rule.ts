import {
  defineRule,
  fact,
  firstEqual,
  isHan,
  Kind,
  kindAt,
  landmarkFrom,
  landmarks,
  type Span,
  structure,
} from '../../../src/kit.ts'

/** Shorter sentences repeat by chance or for their rhythm. Characters. */
const shortest = 16

/**
 * The sentences of the document, without the mark at the end. 。 inside quotation marks ends one too, since people paste from
 * full stop to full stop.
 */
interface Pieces {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Titles are remembered, so that one pasted into the text is seen, and may themselves stand twice on a page. */
  readonly isTitle: readonly boolean[]
}

const pieces = fact('repeated-passage/pieces', ({ text }, use): Pieces => {
  const marks = use(landmarks)
  const { offsets, kinds, length } = marks
  const starts: number[] = []
  const ends: number[] = []
  const isTitle: boolean[] = []
  for (const { bodyStart, end: stop, role } of use(structure).stretches) {
    const title = role === 'title' || role === 'dateline'
    if (role !== undefined && !title) continue
    let from = bodyStart
    const add = (end: number): void => {
      const start = firstWord(text, from, end)
      if (start < end) {
        starts.push(start)
        ends.push(end)
        isTitle.push(title)
      }
      from = end + 1
    }
    for (let at = landmarkFrom(marks, bodyStart); at < length && (offsets[at] as number) < stop; at++) {
      if (kinds[at] === Kind.terminal) add(offsets[at] as number)
    }
    if (from < stop) add(stop)
  }
  return { starts, ends, isTitle }
})

function firstWord(text: string, start: number, end: number): number {
  let offset = start
  while (offset < end && !isHan(text, offset) && kindAt(text, offset) !== Kind.digit) offset++
  return offset
}

/** What comes behind the caption of a press photo, which a page repeats once a picture. */
const behindCaption = /^这是.{0,24}习近平|新华社记者|新华社发|摄$/
const isCredit = (sentence: string): boolean => /新华社记者|新华社发|摄$/.test(sentence)

/** Somebody else's words, taken up again: the quotation marks stand right before and behind. */
const isQuoted = (text: string, { start, end }: Span): boolean =>
  /“[\s\u3000]*$/.test(text.slice(Math.max(0, start - 4), start)) && /^[。！？…]?[\s\u3000]*”/.test(text.slice(end, end + 4))

/** Consecutive sentences that repeat consecutive sentences: indices of the first and the last, and of the first copy's first. */
interface Run {
  readonly first: number
  last: number
  readonly copyOf: number
}

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
    whole: {
      zh: '全文重复了{times}遍，像是整篇粘贴了几次',
      en: 'The whole text stands in the file {times} times',
    },
    first: { zh: '第一次出现在这里', en: 'first written here' },
  },
  check({ text, use, options, report }) {
    const { starts, ends, isTitle } = use(pieces)
    const spanOf = (first: number, last: number): Span => ({
      start: starts[first] as number,
      end: (ends[last] as number) + (kindAt(text, ends[last] as number) === Kind.terminal ? 1 : 0),
    })
    const words = (piece: number): string => (piece < starts.length ? text.slice(starts[piece], ends[piece]) : '')
    const counts = (piece: number): boolean =>
      !isTitle[piece] &&
      (ends[piece] as number) - (starts[piece] as number) >= options.shortest &&
      !isCredit(words(piece)) &&
      isSaid(words(piece), kindAt(text, ends[piece] as number) === Kind.terminal) &&
      !isQuoted(text, { start: starts[piece] as number, end: ends[piece] as number })

    const all = runs(firstEqual(text, starts, ends))
    const whole = wholeCopies(all, starts.length)
    if (whole) {
      const { first, last, times } = whole
      const see = [{ id: 'first', at: spanOf(0, Math.min(first - 1, last - first)), data: {} }] as const
      report('whole', spanOf(first, last), { times }, { see, actual: words(first).slice(0, 20) })
      return
    }
    for (const { first, last, copyOf } of all) {
      const count = last - first + 1
      if (!hasAny(first, last, counts)) continue
      const isAdjacent = copyOf + count === first
      if (!isAdjacent && (isCredit(words(last)) || behindCaption.test(words(last + 1)))) continue
      const head = words(first).slice(0, 20)
      const see = [{ id: 'first', at: spanOf(copyOf, copyOf + count - 1), data: {} }] as const
      if (count === 1) report('sentence', spanOf(first, last), { head }, { see })
      else report('passage', spanOf(first, last), { head, count }, { see })
    }
  },
})

/**
 * Whether it is a sentence and says something. 甲方（单位）：某某公司, the head of a table, a number of a card and what a form
 * asks for stand twice because that is how such papers are made.
 */
const isSaid = (words: string, isFinished: boolean): boolean =>
  /[\u4e00-\u9fff]{4}/.test(words) &&
  (isFinished || /[，；]/.test(words) || !/[：:]/.test(words)) &&
  !/^[^，；]{1,12}[：:][^，；]{0,40}$/.test(words)

function hasAny(first: number, last: number, test: (piece: number) => boolean): boolean {
  for (let piece = first; piece <= last; piece++) if (test(piece)) return true
  return false
}

/** A copy of a whole text has as many sentences at least; and all that follows it is nearly nothing but copies. */
const shortestWhole = 6
const nearlyAll = 0.85

/** Where all of a text stands in the file several times: the first copy, and how often it is there. */
function wholeCopies(all: readonly Run[], length: number): { first: number; last: number; times: number } | undefined {
  const start = all.find(({ first, last, copyOf }) => last - first + 1 >= shortestWhole && copyOf * 4 <= first)
  if (!start) return undefined
  const { first } = start
  const copied = all.reduce((sum, run) => (run.first >= first ? sum + run.last - run.first + 1 : sum), 0)
  const behind = length - first
  if (copied < behind * nearlyAll || behind < first * nearlyAll) return undefined
  return { first, last: start.last, times: Math.max(2, Math.round(length / first)) }
}

function runs(earlier: Int32Array): Run[] {
  const found: Run[] = []
  let open: Run | undefined
  earlier.forEach((copyOf, piece) => {
    if (copyOf < 0) open = undefined
    else if (open && copyOf === open.copyOf + (piece - open.first)) open.last = piece
    else {
      open = { first: piece, last: piece, copyOf }
      found.push(open)
    }
  })
  return found
}
