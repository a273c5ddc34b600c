import {
  defineRule,
  isBlank,
  isHan,
  Kind,
  kindAt,
  landmarkFrom,
  landmarks,
  type Span,
  structure,
  type Use,
} from '../../../src/kit.ts'
import { type Width, widths } from './data.ts'

/** One half-width mark, or a pair of brackets, in Chinese text. */
interface Slip extends Span {
  /** Index in `widths`. */
  readonly width: number
  /** What to write instead. */
  readonly edits: readonly (Span & { readonly text: string })[]
  /** Only the width changes, and no other mark can have been meant. */
  readonly isSure: boolean
}

const comma = widths.findIndex(({ id }) => id === 'comma')
const bracket = widths.findIndex(({ id }) => id === 'bracket')
const narrowIndex = new Map<string, number>(widths.slice(0, bracket).map(({ narrow }, index) => [narrow, index]))
const wideIndex = new Map<string, number>(widths.map(({ wide }, index) => [wide[0] as string, index]))

/** From this many on, half-width marks that outnumber the full-width ones are the habit of the document, not slips. */
const habitFrom = 3
/** And this many are told as one, whatever the rest of the document does. */
const manyFrom = 30

export default defineRule({
  id: 'punctuation-width',
  severity: 'warning',
  summary: { zh: '中文里用了半角标点（, ; : !）', en: 'Half-width marks in Chinese text (, ; : !)' },
  source: { tier: '国标', ref: 'GB/T 15834—2011 5.1 标点的位置和占位' },
  options: {
    allow: {
      type: 'strings',
      default: [],
      zh: '本单位允许的写法，如“A角:B角”',
      en: 'what this house writes with half-width marks',
    },
  },
  messages: {
    mark: { zh: '半角{name}“{narrow}”应为全角“{wide}”', en: 'Half-width {name} “{narrow}”: “{wide}” is meant' },
    half: { zh: '括号一半全角一半半角', en: 'One bracket is full-width, the other half-width' },
    habit: {
      zh: '全文半角{name}{count}处，应为全角“{wide}”',
      en: '{count} half-width {name} in the document; “{wide}” is the Chinese mark',
    },
    here: { zh: '此处也是半角', en: 'half-width here too' },
  },
  check({ text, use, mayTell, report }) {
    const slips: Slip[][] = widths.map(() => [])
    const wide = widths.map(() => 0)
    for (const stretch of use(structure).stretches) collect(use, text, stretch, slips, wide)
    slips.forEach((all, index) => {
      const found = all.filter((slip) => mayTell(slip))
      const { zh, en, narrow, wide: meant } = widths[index] as Width
      const name = { zh, en }
      const [first, ...others] = found
      if (!first) return
      if (isHabit(found.length, wide[index] as number)) {
        report(
          'habit',
          first,
          { name, count: found.length, wide: meant },
          {
            see: others.map((at) => ({ id: 'here', at, data: {} }) as const),
            fix: {
              // In hundreds of commas some stand where 、 is due; who changes them all should look.
              grade: index !== comma && index !== bracket && found.every(({ isSure }) => isSure) ? 'safe' : 'suggested',
              edits: found.flatMap(({ edits }) => edits),
            },
            ...(index === bracket && { severity: 'info' }),
          },
        )
        return
      }
      for (const slip of found) {
        const fix = { grade: slip.isSure ? 'safe' : 'suggested', edits: slip.edits } as const
        // “标题 (十四大)” with a blank before it was put there by who filed the page.
        const severity = index === bracket && isBlank(text, slip.start - 1) ? ({ severity: 'info' } as const) : {}
        if (index === bracket && slip.edits.length === 1) report('half', slip, {}, { fix })
        else {
          // A comma alone would be the same words everywhere; its neighbours tell the places apart.
          const actual = index === bracket ? {} : { actual: text.slice(slip.start - 1, slip.end + 1) }
          report('mark', slip, { name, narrow, wide: meant }, { fix, ...actual, ...severity })
        }
      }
    })
  },
})

const isHabit = (narrow: number, wide: number): boolean => (narrow >= habitFrom && narrow > wide) || narrow >= manyFrom

/** Adds the slips of one stretch to `slips`, and what is written full-width to the counts. */
function collect(use: Use, text: string, stretch: Span, slips: Slip[][], wide: number[]): void {
  const marks = use(landmarks)
  const { offsets, kinds, length } = marks
  let open = -1
  for (let at = landmarkFrom(marks, stretch.start); at < length; at++) {
    const offset = offsets[at] as number
    if (offset >= stretch.end) break
    const kind = kinds[at] as number
    if (kind <= Kind.newline) continue
    const mark = text[offset] as string
    const known = wideIndex.get(mark)
    if (known !== undefined) wide[known] = (wide[known] as number) + 1
    if (kind === Kind.open && (mark === '(' || mark === '（')) open = offset
    else if (kind === Kind.close && (mark === ')' || mark === '）')) {
      const slip = open < 0 ? undefined : bracketSlip(text, open, offset)
      open = -1
      if (slip) slips[bracket]?.push(slip)
    } else if (kind === Kind.narrow || kind === Kind.terminal) {
      const index = narrowIndex.get(mark)
      const slip = index === undefined ? undefined : markSlip(text, offset, index, stretch)
      if (slip) slips[slip.width]?.push(slip)
    }
  }
}

/** A character of Chinese text: Han, or a mark that only Chinese text has. */
const isChinese = (text: string, offset: number): boolean => {
  const kind = kindAt(text, offset)
  return kind === Kind.han || (kind >= Kind.terminal && kind <= Kind.close && text.charCodeAt(offset) >= 0x80)
}

/** Marks that punctuation-run tells of when one stands beside another. */
const isPoint = (text: string, offset: number): boolean => {
  const kind = kindAt(text, offset)
  return kind === Kind.narrow || (kind >= Kind.comma && kind <= Kind.colon) || text[offset] === '。'
}

/** How far behind a mark a blank is taken for part of it, typed as in English. */
const skipBlank = (text: string, offset: number, end: number): number =>
  offset < end && text[offset] === ' ' ? offset + 1 : offset

function markSlip(text: string, offset: number, width: number, stretch: Span): Slip | undefined {
  if (isPoint(text, offset - 1) || isPoint(text, offset + 1)) return undefined
  const next = skipBlank(text, offset + 1, stretch.end)
  const { id, wide } = widths[width] as Width
  const before = isChinese(text, offset - 1)
  const after = next < stretch.end && isChinese(text, next)
  if (!slipTests[id](text, offset, next, before, after)) return undefined
  const isSure =
    (before || isPercent(text, offset - 1)) &&
    (after || next === stretch.end) &&
    next === offset + 1 &&
    !(id === 'comma' && mayBeList(text, offset))
  return { width, start: offset, end: offset + 1, edits: [{ start: offset, end: next, text: wide }], isSure }
}

const isPercent = (text: string, offset: number): boolean => text[offset] === '%' || text[offset] === '％'

type SlipTest = (text: string, offset: number, next: number, before: boolean, after: boolean) => boolean

/** A comma or semicolon belongs to Chinese text when there is some at either side; in 1,000 or “Li, Wang” there is none. */
const atEitherSide: SlipTest = (text, offset, next, before, after) => {
  if (!before && !after) return false
  // A list of figures or letters: 10,20,三十.
  return before || kindAt(text, next) === Kind.han || !isBlank(text, offset - 1)
}

/** A colon or an end mark belongs to what stands before it: 各位代表: but not 10:30, http:, C:. */
const behindChinese: SlipTest = (_text, _offset, _next, before) => before

/** ?! and !! : a mark behind another one that stands behind Chinese text. */
const endsChinese: SlipTest = (text, offset) => {
  let at = offset - 1
  while (at > offset - 4 && (text[at] === '!' || text[at] === '?')) at--
  return isChinese(text, at)
}

const slipTests: Readonly<Record<Width['id'], SlipTest>> = {
  comma: atEitherSide,
  semicolon: atEitherSide,
  colon: behindChinese,
  exclamation: endsChinese,
  question: endsChinese,
  bracket: () => false,
}

/** Whether a comma may have been meant for 、: a list stands on one side of it, or its neighbours are as short as list members. */
function mayBeList(text: string, offset: number): boolean {
  const before = runBefore(text, offset)
  const after = runAfter(text, offset)
  return text[before.edge] === '、' || text[after.edge] === '、' || (before.size <= 4 && after.size <= 6)
}

/** The Han before `offset`: how many, and where they end. Looks 20 characters far. */
function runBefore(text: string, offset: number): { readonly size: number; readonly edge: number } {
  let at = offset - 1
  while (at > offset - 20 && isHan(text, at)) at--
  return { size: offset - 1 - at, edge: at }
}

function runAfter(text: string, offset: number): { readonly size: number; readonly edge: number } {
  let at = offset + 1
  while (at < offset + 20 && isHan(text, at)) at++
  return { size: at - offset - 1, edge: at }
}

/** How far a pair of brackets is looked into. */
const longestBracket = 60

/** Brackets round Chinese words, of which one or both are half-width. */
function bracketSlip(text: string, open: number, close: number): Slip | undefined {
  const narrowOpen = text[open] === '('
  const narrowClose = text[close] === ')'
  if (!narrowOpen && !narrowClose) return undefined
  if (narrowOpen && narrowClose && !holdsHan(text, open, close)) return undefined
  const edits = [
    ...(narrowOpen ? [{ start: open, end: open + 1, text: '（' }] : []),
    ...(narrowClose ? [{ start: close, end: close + 1, text: '）' }] : []),
  ]
  return { width: bracket, start: open, end: close + 1, edits, isSure: edits.length === 1 || isChinese(text, open - 1) }
}

function holdsHan(text: string, open: number, close: number): boolean {
  const limit = Math.min(close, open + longestBracket)
  for (let at = open + 1; at < limit; at++) if (isHan(text, at)) return true
  return false
}
