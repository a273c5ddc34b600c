/** Lists ([MS-DOC] 2.9.131, 2.9.147, 2.9.150) → the lists and instances of `numbering.ts`. */
import type { NumberInstance, NumberLevel, NumberList } from '../numbering.ts'
import { i32, slice, u8, u16, u32, utf16 } from './bytes.ts'

export interface Lists {
  readonly lists: ReadonlyMap<string, NumberList>
  /** By their numbers, from 1. */
  readonly instances: ReadonlyMap<string, NumberInstance>
  /** List instance → style → the level that belongs to paragraphs of this style. */
  levelOfStyle(instance: number, style: number): number | undefined
}

/** Number formats of Word 97 (MSONFC, [MS-OSHARED] 2.2.1.3) by the names of ST_NumberFormat; their numbers are the places. */
const formats: readonly string[] = [
  ...['decimal', 'upperRoman', 'lowerRoman', 'upperLetter', 'lowerLetter', 'ordinal', 'cardinalText', 'ordinalText'],
  ...['hex', 'chicago', 'ideographDigital', 'japaneseCounting', 'aiueo', 'iroha', 'decimalFullWidth', 'decimalHalfWidth'],
  ...['japaneseLegal', 'japaneseDigitalTenThousand', 'decimalEnclosedCircle', 'decimalFullWidth2', 'aiueoFullWidth'],
  ...['irohaFullWidth', 'decimalZero', 'bullet', 'ganada', 'chosung', 'decimalEnclosedFullstop', 'decimalEnclosedParen'],
  ...['decimalEnclosedCircleChinese', 'ideographEnclosedCircle', 'ideographTraditional', 'ideographZodiac'],
  ...['ideographZodiacTraditional', 'taiwaneseCounting', 'ideographLegalTraditional', 'taiwaneseCountingThousand'],
  ...['taiwaneseDigital', 'chineseCounting', 'chineseLegalSimplified', 'chineseCountingThousand', 'ideographDigital'],
  ...['koreanDigital', 'koreanCounting', 'koreanLegal', 'koreanDigital2', 'hebrew1', 'arabicAlpha', 'hebrew2', 'arabicAbjad'],
  ...['hindiVowels', 'hindiConsonants', 'hindiNumbers', 'hindiCounting', 'thaiLetters', 'thaiNumbers', 'thaiCounting'],
  ...['vietnameseCounting', 'numberInDash', 'russianLower', 'russianUpper'],
]
const NO_NUMBER = 0xff
/** 001, 0001 and 00001: from this number on, and from this many digits on. */
const zeros = { first: 0x3e, last: 0x40, digits: 3 }

const LIST = 28
const INSTANCE = 16
const LEVEL = 28
const LEVELS = 9
const NO_STYLE = 0xfff

const levelFlag = { legal: 0x04, restarts: 0x08 }
const overrideFlag = { level: 0x0f, start: 0x10, formatting: 0x20 }
const SIMPLE = 0x01

/**
 * `table` is the table stream; `lists` and `instances` are places in it.
 * @throws Damaged
 */
export function readLists(table: Uint8Array, lists: Place, instances: Place): Lists {
  const found = lists.length > 0 ? listsAt(table, lists) : []
  const byId = new Map(found.map((list) => [list.id, list]))
  const told = instances.length > 0 ? instancesAt(table, instances) : []
  return {
    lists: new Map(found.map(({ id, levels }) => [id, { levels }])),
    instances: new Map(told.map((instance, index) => [String(index + 1), instance])),
    levelOfStyle(instance, style) {
      const level = byId.get(told[instance - 1]?.list ?? '')?.styles.indexOf(style) ?? -1
      return level < 0 || style === NO_STYLE ? undefined : level
    },
  }
}

interface Place {
  readonly at: number
  readonly length: number
}

interface ListAt {
  readonly id: string
  readonly styles: readonly number[]
  readonly levels: readonly NumberLevel[]
}

/** The levels follow behind the lists, and their length is told nowhere. */
function listsAt(table: Uint8Array, { at, length }: Place): ListAt[] {
  const count = u16(table, at)
  slice(table, at + 2, count * LIST)
  const lists: ListAt[] = []
  let from = at + Math.max(length, 2 + count * LIST)
  for (let index = 0; index < count; index++) {
    const list = at + 2 + index * LIST
    const levels: NumberLevel[] = []
    const levelCount = u8(table, list + 26) & SIMPLE ? 1 : LEVELS
    for (let level = 0; level < levelCount; level++) {
      const { rule, end } = levelAt(table, from)
      levels.push(rule)
      from = end
    }
    const styles = Array.from({ length: LEVELS }, (_, level) => u16(table, list + 8 + level * 2))
    lists.push({ id: String(i32(table, list)), styles, levels })
  }
  return lists
}

function levelAt(table: Uint8Array, at: number): { readonly rule: NumberLevel; readonly end: number } {
  const code = u8(table, at + 4)
  const flags = u8(table, at + 5)
  // Behind the level itself stand the properties of paragraphs and numbers, then the text of the number.
  const text = at + LEVEL + u8(table, at + 24) + u8(table, at + 25)
  const length = u16(table, text) * 2
  const rule: NumberLevel = {
    format: formatOf(code),
    text: patternOf(utf16(table, text + 2, length)),
    start: i32(table, at),
    ...(flags & levelFlag.restarts && { restart: u8(table, at + 26) }),
    ...(flags & levelFlag.legal && { isLegal: true }),
    ...(code >= zeros.first && code <= zeros.last && { width: zeros.digits + code - zeros.first }),
  }
  return { rule, end: text + 2 + length }
}

const formatOf = (code: number): string => (code === NO_NUMBER ? 'none' : (formats[code] ?? 'decimal'))

/** Characters 0 to 8 stand for the numbers of the levels. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how the file writes it
const LEVEL_NUMBERS = /[\0-\x08]/g
const patternOf = (text: string): string => text.replace(LEVEL_NUMBERS, (level) => `%${level.charCodeAt(0) + 1}`)

function instancesAt(table: Uint8Array, { at }: Place): NumberInstance[] {
  const count = u32(table, at)
  slice(table, at + 4, count * INSTANCE)
  const instances: NumberInstance[] = []
  let from = at + 4 + count * INSTANCE
  for (let index = 0; index < count; index++) {
    const instance = at + 4 + index * INSTANCE
    const starts = new Map<number, number>()
    const levels = new Map<number, NumberLevel>()
    // Something of no use to us, then the levels that this instance has of its own.
    from += 4
    for (let left = u8(table, instance + 12); left > 0; left--) {
      const flags = u32(table, from + 4)
      const level = flags & overrideFlag.level
      let start = i32(table, from)
      from += 8
      if (flags & overrideFlag.formatting) {
        const { rule, end } = levelAt(table, from)
        levels.set(level, rule)
        start = rule.start
        from = end
      }
      if (flags & overrideFlag.start) starts.set(level, start)
    }
    instances.push({ list: String(i32(table, instance)), starts, levels })
  }
  return instances
}
