/**
 * Sentences as rows of figures with the words between them. What stands in round brackets is a row of its own, so that the
 * words outside read on as if it were not there: 收入68.4亿元（上年为61.6亿元），增长11.0%.
 */
import type { Span } from '../../source.ts'
import { Kind, withoutBlanks } from '../../text/characters.ts'
import { type Landmarks, landmarkFrom } from '../../text/landmarks.ts'
import type { Figure } from '../quantities/lexer.ts'
import type { Stretch } from '../structure.ts'

export interface Line {
  readonly figures: readonly Figure[]
  /** `gaps[i]` are the words before figure i, `gaps[n]` those behind the last one; without blanks. */
  readonly gaps: readonly string[]
  /** For a row in brackets: the row round it, and the index of the figure in front of the bracket there; −1 for none. */
  readonly host?: { readonly line: Line; readonly index: number }
}

/** One sentence, ended by 。！？ or the paragraph; its own row first, then those in brackets. */
export interface FigureSentence extends Span {
  readonly lines: readonly Line[]
  /** The stretch that holds it, by its index in `structure.stretches`. */
  readonly stretch: number
}

interface Frame {
  readonly figures: Figure[]
  readonly gaps: string[]
  /** Words since the last figure. */
  words: string
  readonly host?: { readonly line: Line; readonly index: number }
}

const open = (host?: Frame['host']): Frame => ({ figures: [], gaps: [], words: '', ...(host && { host }) })

const rounds = '（(【〔['
const quotes = '《〈“‘「『'

/** Numerals in words take no part in arithmetic but for 百分之八: 三十年, 二十届. */
const isCounted = ({ isHan, kind, unit }: Figure): boolean =>
  (!isHan || kind === 'percent') && (kind !== 'ordinal' || unit === '人')

/** The sentences of a document that hold figures. `figures` are all of it, in order. */
export function figureSentences(
  text: string,
  landmarks: Landmarks,
  stretches: readonly Stretch[],
  figures: readonly Figure[],
): FigureSentence[] {
  const found: FigureSentence[] = []
  const { offsets, kinds, length } = landmarks
  let next = 0
  stretches.forEach((stretch, index) => {
    while (next < figures.length && (figures[next] as Figure).start < stretch.start) next++
    if (next >= figures.length || (figures[next] as Figure).start >= stretch.end) return
    let start = stretch.start
    for (let at = landmarkFrom(landmarks, stretch.start); at <= length; at++) {
      const offset = at < length ? (offsets[at] as number) : stretch.end
      const isEnd = offset >= stretch.end
      if (!isEnd && kinds[at] !== Kind.terminal) continue
      const end = Math.min(offset, stretch.end)
      const from = next
      while (next < figures.length && (figures[next] as Figure).start < end) next++
      if (next > from)
        found.push({ start, end, stretch: index, lines: linesOf(text, landmarks, { start, end }, figures, from, next) })
      start = end + 1
      if (isEnd || next >= figures.length) break
    }
  })
  return found
}

/** The rows of `[start, end)`, whose figures are those from index `from` to `to`. */
function linesOf(
  text: string,
  landmarks: Landmarks,
  { start, end }: Span,
  figures: readonly Figure[],
  from: number,
  to: number,
): Line[] {
  const outer = open()
  const lines: Line[] = [outer]
  const stack: Frame[] = [outer]
  let frame = outer
  let read = start
  let quoted = 0
  let next = from
  const { offsets, kinds } = landmarks
  let at = landmarkFrom(landmarks, start)
  const take = (offset: number): void => {
    if (offset > read) frame.words += text.slice(read, offset)
    read = Math.max(read, offset)
  }
  for (;;) {
    const figure = next < to ? (figures[next] as Figure) : undefined
    const mark = at < landmarks.length ? (offsets[at] as number) : end
    if (!figure && mark >= end) break
    if (figure && figure.start < mark) {
      next++
      if (quoted > 0 || !isCounted(figure)) continue
      take(figure.start)
      frame.gaps.push(withoutBlanks(frame.words))
      frame.figures.push(figure)
      frame.words = ''
      read = figure.end
      continue
    }
    at++
    const kind = kinds[at - 1]
    if (kind !== Kind.open && kind !== Kind.close) continue
    const character = text[mark] as string
    if (quotes.includes(character)) quoted++
    else if (quoted > 0) {
      if (kind === Kind.close && !'）)】〕]'.includes(character)) quoted--
    } else if (rounds.includes(character)) {
      take(mark)
      const before = frame.figures[frame.figures.length - 1]
      const index = before && before.end === mark ? frame.figures.length - 1 : -1
      const inner = open({ line: frame, index })
      lines.push(inner)
      stack.push(inner)
      frame = inner
      read = mark + 1
    } else if (kind === Kind.close && stack.length > 1) {
      take(mark)
      close(frame)
      stack.pop()
      frame = stack[stack.length - 1] as Frame
      read = mark + 1
    }
  }
  take(end)
  for (const open of stack) close(open)
  return lines.filter((line) => line.figures.length > 0)
}

function close(frame: Frame): void {
  frame.gaps.push(withoutBlanks(frame.words))
}

/** The sentences of each stretch, by the index of the stretch. */
export function sentencesByStretch(sentences: readonly FigureSentence[]): Map<number, FigureSentence[]> {
  const found = new Map<number, FigureSentence[]>()
  for (const sentence of sentences) {
    const others = found.get(sentence.stretch)
    if (others) others.push(sentence)
    else found.set(sentence.stretch, [sentence])
  }
  return found
}
