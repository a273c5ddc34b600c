/**
 * Automatic numbering as Word does it: the label “（二）” of a paragraph stands nowhere in the file, it is counted. The rules are
 * the same for .docx and .doc; a reader fills in lists and instances and asks for label after label, in document order.
 */

/** One level of a list. */
export interface NumberLevel {
  /** A name of ST_NumberFormat (ECMA-376 part 1 §17.18.59): `chineseCountingThousand`, `decimal`, `bullet`, `none` … */
  readonly format: string
  /** What is printed: `第%1条`; %1 is the number of the first level. For bullets the bullet itself. */
  readonly text: string
  readonly start: number
  /** Restarts only behind a level of this number or above, from 1; 0: never. Missing: behind any level above. */
  readonly restart?: number
  /** `w:isLgl`: all numbers in this label are Arabic ones. */
  readonly isLegal?: boolean
  /** At least so many digits, with zeros in front. */
  readonly width?: number
}

/** A list: its levels from the top; holes are levels that the file does not define. */
export interface NumberList {
  readonly levels: readonly (NumberLevel | undefined)[]
}

/** What paragraphs refer to: a list, perhaps with starts and levels of its own. Instances of one list count on together. */
export interface NumberInstance {
  /** A key of the lists. */
  readonly list: string
  /** Level, from 0 → what its first paragraph in this instance has for a number. */
  readonly starts?: ReadonlyMap<number, number>
  /** Level, from 0 → what stands for the list's own. */
  readonly levels?: ReadonlyMap<number, NumberLevel>
}

export interface Counters {
  /**
   * Counts one more paragraph of `instance` at `level` (from 0) and gives its label, without the blank or tab behind it.
   * Undefined where there is none to print: unknown instance or level, no number, or a bullet, which numbers nothing.
   */
  next(instance: string, level: number): string | undefined
}

/** Word has nine levels. */
export const LEVELS = 9

/** Labels are short; a file that makes them megabytes long must not have them on every paragraph. UTF-16 units. */
const LONGEST_TEXT = 64

export function createCounters(lists: ReadonlyMap<string, NumberList>, instances: ReadonlyMap<string, NumberInstance>): Counters {
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  const levelOf = (instance: NumberInstance, level: number): NumberLevel | undefined =>
    instance.levels?.get(level) ?? lists.get(instance.list)?.levels[level]

  const counted = (id: string, instance: NumberInstance, level: number, start: number, last: number | undefined): number => {
    const own = instance.starts?.get(level)
    const key = `${level} ${id}`
    if (own === undefined || begun.has(key)) return last === undefined ? start : last + 1
    begun.add(key)
    return own
  }

  return {
    next(id, level) {
      const instance = instances.get(id)
      const rule = instance && levelOf(instance, level)
      if (!instance || !rule) return undefined
      const values = counts.get(instance.list) ?? []
      counts.set(instance.list, values)
      values[level] = counted(id, instance, level, rule.start, values[level])
      for (let deeper = level + 1; deeper < LEVELS; deeper++) {
        if (level < (levelOf(instance, deeper)?.restart ?? deeper)) values[deeper] = undefined
      }
      if (rule.format === 'bullet') return undefined
      const label = rule.text.slice(0, LONGEST_TEXT).replace(/%([1-9])/g, (_, digit: string) => {
        const other = levelOf(instance, Number(digit) - 1)
        if (!other) return ''
        // A level that was never used shows where it will start.
        const value = values[Number(digit) - 1] ?? other.start
        return rule.isLegal ? String(value) : numberText(other.format, value, other.width)
      })
      return label.trim() === '' ? undefined : label.trim()
    },
  }
}

// --- number formats ---------------------------------------------------------------------------------------------------

/** How a number is written; undefined where the format does not go so far, and Word writes the number in digits. */
type Writer = (value: number) => string | undefined

/** Letters of one alphabet, doubled when they are used up: a … z, aa, bb … */
const repeated =
  (letters: readonly string[]): Writer =>
  (value) =>
    value < 1 || value > LONGEST
      ? undefined
      : (letters[(value - 1) % letters.length] ?? '').repeat(Math.ceil(value / letters.length))

/** Word counts no further; a file that does must not make labels of megabytes. */
const LONGEST = 32767

/** Characters that exist once each. */
const series =
  (characters: readonly string[]): Writer =>
  (value) =>
    characters[value - 1]

const digitByDigit =
  (digits: string): Writer =>
  (value) =>
    value < 0 ? undefined : String(value).replace(/\d/g, (digit) => digits.charAt(Number(digit)))

interface Counting {
  readonly digits: string
  /** 十, 百, 千 */
  readonly units: string
  /** Written once for a gap inside; empty: not at all. */
  readonly zero: string
  /** Units that go without 一: those of `always`, and those of `leading` at the beginning. */
  readonly bare: { readonly always: string; readonly leading: string }
}

/** Word writes numbers of five digits in digits. */
const counting =
  ({ digits, units, zero, bare }: Counting): Writer =>
  (value) => {
    if (value < 1 || value > 9999) return undefined
    let text = ''
    let gap = false
    for (let place = 3; place >= 0; place--) {
      const digit = Math.floor(value / 10 ** place) % 10
      if (digit === 0) {
        gap = text !== ''
        continue
      }
      const unit = place === 0 ? '' : units.charAt(place - 1)
      const isBare = digit === 1 && unit !== '' && (bare.always.includes(unit) || (text === '' && bare.leading.includes(unit)))
      text += (gap ? zero : '') + (isBare ? '' : digits.charAt(digit)) + unit
      gap = false
    }
    return text
  }

/** Counts below a hundred, tells digits from there on: 九十九, 一○○. */
const countingBelowHundred =
  (small: Writer, large: Writer): Writer =>
  (value) =>
    value > 9999 ? undefined : value < 100 ? small(value) : large(value)

const characters = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(from + index))

const latin = characters(0x61, 26)
const stems = [...'甲乙丙丁戊己庚辛壬癸']
const branches = [...'子丑寅卯辰巳午未申酉戌亥']
const sexagenary = Array.from({ length: 60 }, (_, index) => `${stems[index % 10]}${branches[index % 12]}`)
const circled = [...characters(0x2460, 20), ...characters(0x3251, 15), ...characters(0x32b1, 15)]
const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const roman: Writer = (value) => {
  if (value < 1 || value > LONGEST) return undefined
  let left = value
  let text = ''
  for (const [worth, letters] of romans) {
    text += letters.repeat(Math.floor(left / worth))
    left %= worth
  }
  return text
}

const upper =
  (writer: Writer): Writer =>
  (value) =>
    writer(value)?.toUpperCase()

const ordinalEnds = new Intl.PluralRules('en', { type: 'ordinal' })
const ordinalEnd: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' }

const han = '〇一二三四五六七八九'
const leadingTen = { always: '', leading: '十' }
const mainland = counting({ digits: han, units: '十百千', zero: '〇', bare: leadingTen })
const taiwan = counting({ digits: han, units: '十百千', zero: '零', bare: leadingTen })
const withCircle = digitByDigit('○一二三四五六七八九')
const withZero = digitByDigit(han)
const noBare = { always: '', leading: '' }
const fullWidth = digitByDigit('０１２３４５６７８９')

/**
 * ST_NumberFormat → how it is written. What is not here is written in digits, as the standard asks. Sources: ECMA-376 part 1
 * §17.18.59; [MS-DOCX] 2.4 for Chinese counting (一, 十, 一○○), and Word's own lists for 一百〇一 and 一千〇一十;
 * [MS-OI29500] 2.1.540 for the parentheses of ideographEnclosedCircle.
 */
const writers: Readonly<Record<string, Writer>> = {
  none: () => '',
  decimalZero: (value) => (value < 0 ? undefined : String(value).padStart(2, '0')),
  upperRoman: upper(roman),
  lowerRoman: roman,
  upperLetter: upper(repeated(latin)),
  lowerLetter: repeated(latin),
  ordinal: (value) => `${value}${ordinalEnd[ordinalEnds.select(value)] ?? 'th'}`,
  hex: (value) => (value < 0 ? undefined : value.toString(16).toUpperCase()),
  chicago: repeated(['*', '†', '‡', '§']),
  numberInDash: (value) => `- ${value} -`,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: series(circled),
  decimalEnclosedCircleChinese: series(circled),
  decimalEnclosedParen: series(characters(0x2474, 20)),
  decimalEnclosedFullstop: series(characters(0x2488, 20)),
  ideographEnclosedCircle: series(characters(0x3220, 10)),
  ideographTraditional: series(stems),
  ideographZodiac: series(branches),
  ideographZodiacTraditional: series(sexagenary),
  ideographDigital: withZero,
  japaneseDigitalTenThousand: withZero,
  taiwaneseDigital: withCircle,
  chineseCounting: countingBelowHundred(mainland, withCircle),
  taiwaneseCounting: countingBelowHundred(taiwan, withCircle),
  chineseCountingThousand: mainland,
  taiwaneseCountingThousand: taiwan,
  japaneseCounting: counting({ digits: han, units: '十百千', zero: '', bare: { always: '十百千', leading: '' } }),
  chineseLegalSimplified: counting({ digits: '零壹贰叁肆伍陆柒捌玖', units: '拾佰仟', zero: '零', bare: noBare }),
  ideographLegalTraditional: counting({ digits: '零壹貳參肆伍陸柒捌玖', units: '拾佰仟', zero: '零', bare: noBare }),
  japaneseLegal: counting({ digits: '〇壱弐参四伍六七八九', units: '拾百阡', zero: '', bare: noBare }),
}

/** `value` as Word writes it in the number format `format`. Never throws: what is not known is written in Arabic digits. */
export function numberText(format: string, value: number, width = 0): string {
  const writer = Object.hasOwn(writers, format) ? writers[format] : undefined
  return writer?.(value) ?? String(value).padStart(width, '0')
}
