import {
  defineRule,
  isDigit,
  isHan,
  isInside,
  quotations,
  type Span,
  type Stretch,
  structure,
  suspicionsAsset,
} from '../../../src/kit.ts'
import { hangingEnds, labels, listEnds } from './data.ts'
import { clashesIn, halvesIn, misjoinedIn, stoppedIn } from './inside.ts'
import { endsIn, unlikelyEnds } from './likely.ts'

/** How much text there must be before the tail, and how long the tail is (characters): a name or a page number is none. */
const leastBefore = 5
const tailLength = { least: 4, most: 160 }

/** Where paragraphs end without a mark so often, the text was torn or leaves out full stops: so many in a hundred. */
const mostShare = 8
/** A text with fewer whole paragraphs does not show how it ends them. */
const leastWhole = 3
/** With so many whole ones, one that is not is a slip for sure. */
const manyWhole = 8

/** More paragraphs without an end are no slips of a writer. */
const mostSlips = 2

interface Open extends Span {
  readonly index: number
  readonly isCut: boolean
}

export default defineRule({
  id: 'unfinished-sentence',
  severity: 'warning',
  summary: {
    zh: '段末的句子没有写完，或者漏了句号（自觉接受干部）',
    en: 'A paragraph that stops in the middle of a sentence, or lacks its full stop',
  },
  source: { tier: '国标', ref: 'GB/T 15834—2011 4.1 句末点号；全文其余段落都有句末点号' },
  options: {},
  wants: [suspicionsAsset],
  messages: {
    comma: { zh: '段末是“{mark}”，句子没有写完，或者误断了行', en: 'The paragraph ends in “{mark}”: the sentence is unfinished' },
    cut: { zh: '段末停在“{tail}”，句子没有写完', en: 'The paragraph stops at “{tail}”: the sentence is unfinished' },
    open: {
      zh: '段末没有标点，“{tail}”后面可能没有写完，或者漏了句号',
      en: 'No mark ends the paragraph: unfinished after “{tail}”, or a full stop is missing',
    },
    hanging: {
      zh: '“{tail}”后面没有写完，就用了“{mark}”',
      en: 'The sentence is unfinished after “{tail}”, where “{mark}” ends it',
    },
    lacks: {
      zh: '讲问题的句子，“{tail}”怎么样没有写出，请核',
      en: 'A shortcoming is named and not said: “{tail}” lacks its predicate; please check',
    },
    pair: {
      zh: '“{tail}”后面好像没有写完，就用了“{mark}”，请核',
      en: 'Something seems to be missing after “{tail}”, before “{mark}”; please check',
    },
    half: {
      zh: '“{word}”后面没有“{due}”一类的词相呼应，请核',
      en: '“{word}” wants its “{due}”, or a word like it; please check',
    },
    clash: {
      zh: '“{word}”后面用“{due}”相呼应，请核',
      en: '“{word}” is answered by “{due}”; please check',
    },
    joint: {
      zh: '“{word}”接不上前面的话，似应为“{due}”，请核',
      en: '“{word}” does not join this to what was said before: perhaps “{due}”; please check',
    },
    means: {
      zh: '“{tail}”后面没有写做什么，请核',
      en: 'What is done in this way is missing after “{tail}”; please check',
    },
  },
  doubts: true,
  check({ text, tree, use, report }) {
    const { stretches } = use(structure)
    const tables = tablesIn(tree.children)
    const quoted = use(quotations)
    const open: Open[] = []
    const loose: Span[] = []
    const ends = endsIn(use, text, stretches)
    for (const { start, end } of use(structure).sentences) {
      for (const { word, due, ...at } of halvesIn(text, { start, end })) {
        if (!isInside(quoted, at.start)) report('half', at, { word, due }, { severity: 'info' })
      }
    }
    for (const { start, end } of use(structure).sentences) {
      for (const { word, due, ...at } of clashesIn(text, { start, end })) {
        if (!isInside(quoted, at.start)) report('clash', at, { word, due }, { severity: 'info' })
      }
      for (const { word, due, ...at } of misjoinedIn(text, { start, end })) {
        if (!isInside(quoted, at.start)) report('joint', at, { word, due }, { severity: 'info' })
      }
    }
    let whole = 0
    let table = 0
    stretches.forEach((stretch, index) => {
      while (table < tables.length && (tables[table] as Span).end <= stretch.start) table++
      if (table < tables.length && (tables[table] as Span).start <= stretch.start) return
      if (stretch.role !== undefined || stretch.bodyStart >= stretch.end) return
      const stopped = stoppedIn(use, text, stretch)
      for (const { id, start, end } of stopped) {
        if (isInside(quoted, end - 1)) continue
        const at = { start: clauseStart(text, start, end), end }
        const tail = text.slice(at.start, at.end)
        if (id === 'pair') report(id, at, { tail, mark: text[end] as string }, { severity: 'info' })
        else if (id === 'hanging') report(id, at, { tail, mark: text[end] as string })
        else report(id, at, { tail }, { severity: 'info' })
      }
      for (const { start, end } of unlikelyEnds(use, text, stretch, ends)) {
        if (isInside(quoted, end - 1) || stopped.some((one) => one.end === end)) continue
        const tail = text.slice(start, end)
        report('pair', { start, end }, { tail, mark: text[end] as string }, { severity: 'info', doubtful: true })
      }
      const last = sentenceEnd(text, stretch)
      if (last === undefined) {
        if (isLoose(text, stretch)) loose.push(stretch)
        return
      }
      if (last === stretch.end) whole++
      else {
        const found = openTail(text, last, stretch, index)
        if (found) open.push(found)
      }
    })
    if (whole >= manyWhole && loose.length <= mostSlips)
      for (const { start, end } of loose) {
        const at = { start: clauseStart(text, start, end), end }
        report('open', at, { tail: text.slice(at.start, at.end) }, { severity: 'info', doubtful: true })
      }
    if (whole < leastWhole || (open.length > 2 ? open.length * 100 > mostShare * whole + 100 : whole < 2 * open.length)) return
    // One or two such paragraphs are slips; of more, a page that was torn is likelier.
    const isTornPage = open.length > mostSlips
    const torn = isTornPage ? ({ severity: 'info' } as const) : {}
    for (const { start, end, index, isCut } of open) {
      // Lines of a list leave out their full stops together.
      if (open.some((other) => other !== undefined && Math.abs(other.index - index) === 1)) continue
      const at = { start: clauseStart(text, start, end), end }
      const mark = text[end - 1] as string
      if ('，、,'.includes(mark)) report('comma', { start: end - 1, end }, { mark }, torn)
      else if (isCut) report('cut', at, { tail: text.slice(at.start, at.end) }, torn)
      else
        report('open', at, { tail: text.slice(at.start, at.end) }, whole >= manyWhole && !isTornPage ? {} : { severity: 'info' })
    }
  },
})

/** How much of the tail is told (characters). */
const shown = 12

/** Where the last clause of the tail begins, or its last words. */
function clauseStart(text: string, start: number, end: number): number {
  let at = end - 2
  while (at > start && at > end - shown && !'，、,'.includes(text[at - 1] as string)) at--
  return at
}

const terminals = '。！？…；：!?;:'
const closers = '”’）》〉】〕)"'

/** A paragraph of one sentence has so many characters at least, and commas. */
const leastLoose = 30

/** Whether a paragraph is one sentence, or its parts, and has no mark at its end. */
function isLoose(text: string, { start, end }: Stretch): boolean {
  if (end - start < leastLoose || !isHan(text, end - 1) || isTorn(text, end)) return false
  const words = text.slice(start, end)
  return (
    words.split('，').length > 2 && !/[：:|｜/\s]|https?/.test(words.trim()) && !labels.some((label) => words.includes(label))
  )
}

/** Where the last sentence end of the stretch is, behind the marks that close with it; undefined where there is none inside. */
function sentenceEnd(text: string, { start, bodyStart, end }: Stretch): number | undefined {
  for (let at = end - 1; at >= bodyStart; at--) {
    const mark = text[at] as string
    if (!terminals.includes(mark)) continue
    let behind = at + 1
    while (behind < end && closers.includes(text[behind] as string)) behind++
    // A colon or a semicolon ends a line, and no sentence that another one could follow unfinished.
    if ('；：;:'.includes(mark) && behind < end) continue
    return behind
  }
  // The heading of a run-in paragraph is a sentence, too.
  return bodyStart > start ? bodyStart : undefined
}

/** The words behind the last sentence end, if they are a sentence that stops. */
function openTail(text: string, from: number, { start, end }: Stretch, index: number): Open | undefined {
  if (from - start < leastBefore) return undefined
  const length = end - from
  if (length < tailLength.least || length > tailLength.most) return undefined
  const tail = text.slice(from, end)
  const mark = tail[length - 1] as string
  if (!isHan(text, end - 1) && !isDigit(text, end - 1) && !'，、,%％'.includes(mark)) return undefined
  if (/[：:|｜/]|https?/.test(tail) || !/[\u4e00-\u9fff]{3}/.test(tail)) return undefined
  if (listEnds.some((word) => tail.endsWith(word)) || labels.some((label) => tail.includes(label))) return undefined
  // A line break inside, or blanks: lines of an address or of names. An ordinal: a heading that lost its line.
  if (
    /\s/.test(tail.trim()) ||
    /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[章节])/.test(tail)
  )
    return undefined
  if (isTorn(text, end)) return undefined
  return { start: from, end, index, isCut: hangingEnds.some((word) => tail.endsWith(word)) }
}

/** How far the lines behind are looked at (characters). */
const behind = 200

/** Whether the sentence goes on below: links and pictures of a page stand in lines of their own, with marks behind them. */
function isTorn(text: string, end: number): boolean {
  const lines = text.slice(end, end + behind).split('\n')
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, 2)
    .some((line) => /^\s*[，、。；：）)\][等的和是]/.test(line))
}

/** The tables of the document: what stands in a cell needs no full stop. */
function tablesIn(nodes: readonly { readonly type: string; readonly start: number; readonly end: number }[]): Span[] {
  return nodes.flatMap((node) => {
    if (node.type === 'table') return [node]
    const inner = (node as { readonly children?: typeof nodes }).children
    return node.type === 'section' && inner ? tablesIn(inner) : []
  })
}
