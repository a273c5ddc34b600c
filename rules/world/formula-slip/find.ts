import { isHan, lookAlike, soundAlike } from '../../../src/kit.ts'
import { fixedFormulas } from '../../../src/world/formulas.ts'

/** A formula as the table has it. */
export interface Formula {
  readonly words: string
  /** In use since this year, where that is known. */
  readonly since: number | undefined
  /** Any character lost, added or replaced is a slip. */
  readonly isRigid: boolean
  readonly isVerified: boolean
  readonly wrong: readonly { readonly words: string; readonly isSoft: boolean }[]
  readonly variants: readonly string[]
}

/** What stands before `mark` in `words` and what behind it; undefined where it stands nowhere. */
function parted(words: string, mark: string): readonly [string, string | undefined] {
  const at = words.indexOf(mark)
  return at < 0 ? [words, undefined] : [words.slice(0, at), words.slice(at + 1)]
}

const nothing: readonly never[] = []

/** By places and slices: every run makes all formulas, and to split each line three times took longer than the search. */
function formulaOf(line: string): Formula {
  const [left, variants] = parted(line, '=')
  const [head, wrong] = parted(left, '>')
  const [marked, since] = parted(head, '@')
  const isRigid = marked.startsWith('*')
  const isVerified = !marked.startsWith('?', isRigid ? 1 : 0)
  return {
    words: marked.slice((isRigid ? 1 : 0) + (isVerified ? 0 : 1)),
    since: since === undefined ? undefined : Number(since),
    isRigid,
    isVerified,
    wrong: wrong?.split(',').map((one) => ({ words: one.replace('~', ''), isSoft: one.startsWith('~') })) ?? nothing,
    variants: variants?.split(',') ?? nothing,
  }
}

export const formulas: readonly Formula[] = fixedFormulas.map(formulaOf)

/** A formula all but right. */
export interface FormulaSlip {
  readonly start: number
  readonly end: number
  /** Where the first wrong character stands. */
  readonly at: number
  readonly formula: Formula
  /** `letter`: of the same sound or shape, or two that changed places; `word`: else; `count`: one lost or too many. */
  readonly how: 'letter' | 'word' | 'count'
}

/** How one character more, fewer, or another makes a formula of what stands at a place. */
interface Edit {
  readonly kind: 'exact' | 'replaced' | 'swapped' | 'lost' | 'added'
  /** In the formula. */
  readonly at: number
  readonly length: number
}

/** Where a formula begins or ends: its first or its last two characters. */
interface Anchor {
  readonly formula: Formula
  readonly isEnd: boolean
}

const shortest = 4
/** Formulas shorter than this have too many neighbours for a character lost or added to be told. */
const shortestCount = 8

let anchors: ReadonlyMap<number, readonly Anchor[]> | undefined
/** By UTF-16 unit: 1 where an anchor begins with it, 2 where one ends with it. Most places are passed by without a look-up. */
const ends = new Uint8Array(0x10000)

const pairAt = (text: string, offset: number): number => text.charCodeAt(offset) * 0x10000 + text.charCodeAt(offset + 1)

function build(): ReadonlyMap<number, readonly Anchor[]> {
  const found = new Map<number, Anchor[]>()
  const add = (key: number, anchor: Anchor): void => {
    const [one, two] = [Math.floor(key / 0x10000), key % 0x10000]
    ends[one] = (ends[one] as number) | 1
    ends[two] = (ends[two] as number) | 2
    const known = found.get(key)
    if (known) known.push(anchor)
    else found.set(key, [anchor])
  }
  for (const formula of formulas) {
    if (formula.words.length < shortest) continue
    add(pairAt(formula.words, 0), { formula, isEnd: false })
    // Of four characters the two in the middle may have changed places, which leaves neither end as it was.
    const [first, second, third] = formula.words as unknown as readonly string[]
    if (formula.words.length === shortest && second !== third) add(pairAt(`${first}${third}`, 0), { formula, isEnd: false })
    add(pairAt(formula.words, formula.words.length - 2), { formula, isEnd: true })
  }
  return found
}

/** The slips of `[start, end)`, one a place; what is part of a formula in full is none. */
export function formulaSlipsIn(text: string, start: number, end: number): FormulaSlip[] {
  anchors ??= build()
  const slips: FormulaSlip[] = []
  const whole: { readonly start: number; readonly end: number }[] = []
  for (let offset = start; offset < end - 1; offset++) {
    if (((ends[text.charCodeAt(offset)] as number) & 1) === 0 || ((ends[text.charCodeAt(offset + 1)] as number) & 2) === 0)
      continue
    for (const { formula, isEnd } of anchors.get(pairAt(text, offset)) ?? []) {
      const { words } = formula
      for (const shift of isEnd ? [0, 1, -1] : [0]) {
        const from = isEnd ? offset + 2 - words.length + shift : offset
        if (from < start) continue
        const edit = editAt(text, from, words)
        if (!edit || from + edit.length > end) continue
        if (edit.kind === 'exact') {
          if (!isEnd) whole.push({ start: from, end: from + words.length })
          continue
        }
        // What the beginning finds the end need not find again.
        if (isEnd && (edit.at >= 2 || from + edit.length !== offset + 2)) continue
        const how = verdict(text, from, formula, edit)
        if (how) slips.push({ start: from, end: from + edit.length, at: from + edit.at, formula, how })
      }
    }
  }
  const told = new Set<number>()
  return slips
    .filter(({ at }) => !whole.some((one) => one.start <= at && at < one.end))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ at }) => !told.has(at) && told.add(at))
}

/** The one edit between `words` and what stands at `from`. */
function editAt(text: string, from: number, words: string): Edit | undefined {
  let at = 0
  while (at < words.length && text.charCodeAt(from + at) === words.charCodeAt(at)) at++
  if (at === words.length) return { kind: 'exact', at, length: words.length }
  const rest = words.slice(at + 1)
  if (text.startsWith(rest, from + at + 1)) return { kind: 'replaced', at, length: words.length }
  const isSwapped = text[from + at] === words[at + 1] && text[from + at + 1] === words[at]
  if (isSwapped && text.startsWith(words.slice(at + 2), from + at + 2)) return { kind: 'swapped', at, length: words.length }
  if (at > 0 && rest !== '' && text.startsWith(rest, from + at)) return { kind: 'lost', at, length: words.length - 1 }
  if (at > 0 && text.startsWith(words.slice(at), from + at + 1)) return { kind: 'added', at, length: words.length + 1 }
  return undefined
}

const smallWords = '的地得和与及了、，“”·'

function verdict(text: string, from: number, formula: Formula, { kind, at, length }: Edit): FormulaSlip['how'] | undefined {
  const { words, variants, isRigid } = formula
  const said = text.slice(from, from + length)
  if (variants.some((one) => one === said || text.startsWith(one, from) || text.startsWith(one, from + length - one.length)))
    return undefined
  const [is, should] = [text[from + at] as string, words[at] as string]
  if (kind === 'replaced') {
    if (!isHan(text, from + at) || !isHan(words, at)) return undefined
    if (soundAlike(is.charCodeAt(0), should.charCodeAt(0)) || lookAlike(is, should)) return 'letter'
    return isRigid ? 'word' : undefined
  }
  if (kind === 'swapped') return isHan(text, from + at) && isHan(text, from + at + 1) ? 'letter' : undefined
  const odd = kind === 'lost' ? should : is
  const neighbour = kind === 'added' && (text[from + at - 1] === is || text[from + at + 1] === is)
  if (!isHan(odd, 0) || neighbour || smallWords.includes(odd)) return undefined
  return words.length >= shortestCount || isRigid ? 'count' : undefined
}
