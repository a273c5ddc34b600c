/** Reads figures: a number as reports write it, its multiplier, its unit, whether it is exact. It judges nothing. */
import type { Span } from '../../source.ts'
import { hanNumber } from '../../text/numerals.ts'
import {
  approximateBefore,
  approximateBehind,
  joinedToUnit,
  multipliers,
  notApproximate,
  notBehind,
  type Unit,
  unitsByFirst,
} from './units.ts'

/**
 * `amount` has a unit (or a multiplier), `percent` and `points` are what they say, `ordinal` is a place in a row (第6位),
 * `bare` a number with nothing behind it but a mark.
 */
export type FigureKind = 'amount' | 'percent' | 'points' | 'ordinal' | 'bare'

/** A number with its unit. `start` and `end` hold both: 1.2万人. UTF-16 offsets of the text. */
export interface Figure extends Span {
  readonly kind: FigureKind
  /** Where the number ends and multiplier or unit begin. */
  readonly numberEnd: number
  /** With the multiplier counted in: 1.2万人 is 12000. */
  readonly value: number
  readonly scale: number
  /** Digits behind the point, as written. */
  readonly decimals: number
  /** What rounding may hide, on either side of `value`; 0 for a whole count. */
  readonly half: number
  /** The unit in its normal form: 名 and 位 are 人. '' for none. */
  readonly unit: string
  /** 约, 近, 以上, 多 …, or one end of a range: takes part in no arithmetic. */
  readonly isApproximate: boolean
  /** Written in Chinese numerals. */
  readonly isHan: boolean
}

const Class = { plain: 0, digit: 1, han: 2 } as const
const classes = new Uint8Array(0x10000)
for (let code = 0x30; code <= 0x39; code++) classes[code] = Class.digit
for (let code = 0xff10; code <= 0xff19; code++) classes[code] = Class.digit
for (const numeral of '一二三四五六七八九十百千两') classes[numeral.charCodeAt(0)] = Class.han

const isDigitAt = (text: string, at: number): boolean => classes[text.charCodeAt(at)] === Class.digit

/** The figures of `[start, end)`, in order. One pass. */
export function figuresIn(text: string, start: number, end: number, into: Figure[] = []): Figure[] {
  let at = start
  while (at < end) {
    const kind = classes[text.charCodeAt(at)] as number
    if (kind === Class.plain) at++
    else if (kind === Class.digit) at = readArabic(text, at, start, end, into)
    else at = readHan(text, at, start, end, into)
  }
  return into
}

/** A number longer than this is a telephone or a code. */
const mostDigits = 12
/** A run longer than this is looked at no further. */
const longestHan = 12

/** Characters beside digits that make them part of a name, a formula, a code: AA+, PM2.5, 1+3, 2024-05, 3:2. */
const isGlued = (character: string | undefined): boolean =>
  character !== undefined && (/[A-Za-zＡ-Ｚａ-ｚ_×*=+＋#№]/.test(character) || character === '∶' || character === '/')

/** Reads the number at `from` and says where to go on. */
function readArabic(text: string, from: number, first: number, limit: number, into: Figure[]): number {
  let at = from
  let digits = 0
  let decimals = 0
  let value = 0
  let isBroken = false
  for (;;) {
    for (; at < limit && isDigitAt(text, at); at++) {
      value = value * 10 + (text.charCodeAt(at) & 0xf)
      digits++
    }
    const mark = text[at]
    // 1,200: three digits behind a comma. A full-width comma may as well divide two figures, so that such a one says nothing.
    if ((mark === ',' || mark === '，') && digits <= mostDigits && isThousands(text, at, limit, at - from)) {
      isBroken ||= mark === '，'
      at++
      continue
    }
    break
  }
  if ((text[at] === '.' || text[at] === '．' || text[at] === '·') && at + 1 < limit && isDigitAt(text, at + 1)) {
    const point = at
    let part = 0
    for (at++; at < limit && isDigitAt(text, at); at++) {
      part = part * 10 + (text.charCodeAt(at) & 0xf)
      decimals++
    }
    value += part / 10 ** decimals
    // 12.1.3 is a number of a section; 1月2.3.4 too.
    if (text[at] === '.' && isDigitAt(text, at + 1)) isBroken = true
    // “6·18”, “6·21” are days.
    if (text[point] === '·' && (text[from - 1] === '“' || text[at] === '”')) isBroken = true
  }
  const numberEnd = at
  if (digits > mostDigits || (isBroken && decimals > 0)) return numberEnd
  const before = from > first ? text[from - 1] : undefined
  if (isGlued(before) && before !== '/') return numberEnd
  if (before === '.' || before === '·' || before === '%') return numberEnd
  return finish({ text, from, numberEnd, value, decimals, isBroken, isHan: false }, first, limit, into)
}

function isThousands(text: string, comma: number, limit: number, before: number): boolean {
  if (before > 3 && text[comma - 4] !== text[comma]) return false
  if (comma + 3 >= limit && comma + 3 !== limit) return false
  return isDigitAt(text, comma + 1) && isDigitAt(text, comma + 2) && isDigitAt(text, comma + 3) && !isDigitAt(text, comma + 4)
}

/** 百分之八点二, 三千二百人. A single numeral is a word more often than a figure (一批, 三农), and is left out. */
function readHan(text: string, from: number, first: number, limit: number, into: Figure[]): number {
  if (text.startsWith('分之', from + 1) && text[from] === '百') {
    const written = hanRun(text, from + 3, limit)
    const whole = hanNumber(written)
    if (whole === undefined) return from + 3
    let at = from + 3 + written.length
    let value = whole
    let decimals = 0
    if (text[at] === '点') {
      const part = hanRun(text, at + 1, limit)
      const digits = /^[〇零一二三四五六七八九]{1,3}$/.test(part) ? hanNumber(part) : undefined
      if (digits !== undefined) {
        decimals = part.length
        value += digits / 10 ** decimals
        at += 1 + decimals
      }
    }
    const isApproximate = isApproximateBefore(text, from, first) || behind(text, at) > 0
    into.push({
      start: from,
      end: at,
      numberEnd: at,
      kind: 'percent',
      value,
      scale: 1,
      decimals,
      half: 0.5 / 10 ** decimals,
      unit: '%',
      isApproximate,
      isHan: true,
    })
    return at
  }
  const written = hanRun(text, from, limit)
  const at = from + written.length
  if (written.length < 2 || written.length > longestHan || text[from - 1] === '第' || text[from - 1] === '“') return at
  const value = /[十百千]/.test(written) ? hanNumber(written) : undefined
  if (value === undefined) return at
  return finish({ text, from, numberEnd: at, value, decimals: 0, isBroken: false, isHan: true }, first, limit, into)
}

const hanNumerals = '〇零一二三四五六七八九十百千两'
function hanRun(text: string, from: number, limit: number): string {
  let at = from
  while (at < limit && hanNumerals.includes(text[at] as string)) at++
  return text.slice(from, at)
}

interface Begun {
  readonly text: string
  readonly from: number
  readonly numberEnd: number
  readonly value: number
  readonly decimals: number
  /** Its digits cannot be trusted. */
  readonly isBroken: boolean
  readonly isHan: boolean
}

/** Multiplier, unit and the words round them. Says where to go on. */
function finish(begun: Begun, first: number, limit: number, into: Figure[]): number {
  const { text, from, numberEnd, decimals, isHan } = begun
  let { value } = begun
  let at = numberEnd
  let isApproximate = begun.isBroken
  // One blank between a figure and its unit is a habit of typists.
  const unitAt = (offset: number): number => (text[offset] === ' ' && offset + 1 < limit ? offset + 1 : offset)
  const skipMany = (): void => {
    if (text[at] === '多' || text[at] === '余' || text[at] === '几') {
      if (notBehind.test(text.slice(at, at + 2))) return
      isApproximate = true
      at++
    }
  }
  skipMany()
  let scale = 1
  let scaled = unitAt(at)
  for (let size = 0; size < 3; size++) {
    const written = text[scaled] as string
    const multiplier = multipliers.get(written)
    if (multiplier === undefined || scaled >= limit) break
    if (joinedToUnit.get(written)?.includes(text[scaled + 1] ?? ' ')) break
    scale *= multiplier
    scaled++
    at = scaled
  }
  value *= scale
  let finest = scale
  if (scale > 1 && at < limit && isDigitAt(text, at) && decimals === 0) {
    // 1万6千, 2亿3000万.
    const second = tailOf(text, at, limit, scale)
    if (!second) return numberEnd
    value += second.value
    finest = second.scale
    at = second.end
  }
  skipMany()
  const placed = unitAt(at)
  const unit = unitOf(text, placed, limit)
  const isOrdinal = from > first && text[from - 1] === '第'
  if (unit?.kind === 'calendar' || (unit?.name === '年' && isYear(begun, scale))) return numberEnd
  const end = unit ? placed + unit.written.length : at
  if (unit === undefined && isGlued(text[end])) return numberEnd
  if (isRatio(text, from, end)) return numberEnd
  let kind: FigureKind
  if (isOrdinal) kind = 'ordinal'
  else if (unit) kind = unit.kind as FigureKind
  else if (scale > 1) kind = 'amount'
  else if (isHan || !(isEnded(text, end, limit) || (decimals > 0 && moving.includes(text[end] as string)))) return numberEnd
  else kind = 'bare'
  const name = unit?.name ?? ''
  isApproximate ||= isApproximateBefore(text, from, first) || behind(text, end) > 0 || isRangeBehind(text, end, limit)
  const previous = into[into.length - 1]
  if (previous && isRangeBetween(text, previous, from, into)) isApproximate = true
  const isMeasured = unit ? unit.isMeasured : false
  const half = decimals > 0 ? (0.5 * scale) / 10 ** decimals : halfOfWhole(value, finest, isMeasured, kind)
  into.push({ start: from, end, numberEnd, kind, value, scale, decimals, half, unit: name, isApproximate, isHan })
  return Math.max(end, numberEnd)
}

/** 2025年 is a year of the calendar, 30年 are thirty; 05年 is no figure either. */
const isYear = ({ value, decimals, text, from }: Begun, scale: number): boolean =>
  scale === 1 && decimals === 0 && ((value >= 1800 && value <= 2200) || text[from] === '0')

/** A whole number in units that are measured, or with a multiplier, is rounded to its last place; 97000个 to the thousand. */
function halfOfWhole(value: number, scale: number, isMeasured: boolean, kind: FigureKind): number {
  if (kind === 'ordinal') return 0
  if (scale > 1) return 0.5 * scale
  if (value >= 10000 && value % 1000 === 0) {
    let place = 1000
    while (value % (place * 10) === 0) place *= 10
    return 0.5 * place
  }
  return isMeasured ? 0.5 : 0
}

/** The second number of 1万6千 or 2亿3000万, which must be the smaller one; undefined where the digits go together otherwise. */
function tailOf(
  text: string,
  from: number,
  limit: number,
  above: number,
): { value: number; scale: number; end: number } | undefined {
  let at = from
  let value = 0
  for (; at < limit && isDigitAt(text, at); at++) value = value * 10 + (text.charCodeAt(at) & 0xf)
  let scale = 1
  for (let multiplier = multipliers.get(text[at] as string); multiplier; multiplier = multipliers.get(text[at] as string)) {
    if (joinedToUnit.get(text[at] as string)?.includes(text[at + 1] ?? ' ')) break
    scale *= multiplier
    at++
  }
  return value * scale < above ? { value: value * scale, scale, end: at } : undefined
}

function unitOf(text: string, at: number, limit: number): Unit | undefined {
  if (at >= limit) return undefined
  for (const unit of unitsByFirst.get(text[at] as string) ?? []) {
    if (text.startsWith(unit.written, at)) return unit
  }
  return undefined
}

/** 3:2, 1∶20, 8.3：41.4：50.3: one side of a ratio; 9:30 is a time of day. */
const isRatio = (text: string, from: number, end: number): boolean =>
  ((text[end] === ':' || text[end] === '：' || text[end] === '∶' || text[end] === '︰') && isDigitAt(text, end + 1)) ||
  (/[:：∶︰]/.test(text[from - 1] ?? '') && isDigitAt(text, from - 2))

const isEnded = (text: string, end: number, limit: number): boolean =>
  end >= limit || /[，、；。,;）)！？和及与\n]/.test(text[end] as string)

/** 由2.31缩小至2.24: a verb behind a number that has no unit. */
const moving = '上下提降增减缩扩升回'

const longestBefore = 4

function isApproximateBefore(text: string, from: number, first: number): boolean {
  if (from <= first) return false
  let last = from
  if (text[last - 1] === ' ') last--
  const words = approximateBefore.get(text[last - 1] as string)
  if (!words || last <= first) return false
  const before = text.slice(Math.max(first, last - longestBefore), last)
  if (!words.some((word) => before.endsWith(word))) return false
  return !notApproximate.has(before.slice(-2)) || before.endsWith('超过')
}

/** The length of a word behind a figure that makes it approximate; 0 where there is none. */
function behind(text: string, end: number): number {
  const next = text[end]
  if (next === undefined || !'左上以之有多余及（'.includes(next)) return 0
  if (notBehind.test(text.slice(end, end + 2))) return 0
  return approximateBehind.find((word) => text.startsWith(word, end))?.length ?? 0
}

const dashes = '—-－–~～'

/** 3—5个, 3至5个: the first end has no unit, or a dash behind it. */
function isRangeBehind(text: string, end: number, limit: number): boolean {
  let at = end
  while (at < limit && dashes.includes(text[at] as string)) at++
  if (
    at === end &&
    (text[at] === '至' || text[at] === '到') &&
    !multipliers.has(text[end - 1] as string) &&
    isDigitAt(text, end - 1)
  )
    at++
  return at > end && at < limit && isDigitAt(text, at)
}

/** Whether what stands between `previous` and the number at `from` makes a range of both. */
function isRangeBetween(text: string, previous: Figure, from: number, into: Figure[]): boolean {
  const size = from - previous.end
  if (size < 1 || size > 2) return false
  const between = text.slice(previous.end, from)
  if (between !== '至' && between !== '到' && !dashes.includes(between[0] as string)) return false
  if (between === '至' || between === '到') {
    // 由3家至8家 and 从3家到8家 are no range.
    const lead = text.slice(Math.max(0, previous.start - 16), previous.start)
    const fromWord = Math.max(lead.lastIndexOf('由'), lead.lastIndexOf('从'))
    if (fromWord >= 0 && !/[，。；：、]/.test(lead.slice(fromWord))) return false
  }
  into[into.length - 1] = { ...previous, isApproximate: true }
  return true
}
