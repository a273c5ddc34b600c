/** Chinese numerals and numbers. */

const digitValues: ReadonlyMap<string, number> = new Map([
  ...[...'〇一二三四五六七八九'].map((digit, value) => [digit, value] as const),
  ['零', 0],
  ['○', 0],
  ['Ｏ', 0],
  ['两', 2],
])

const unitValues: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/**
 * The value of a Chinese numeral below 10,000: 十四 → 14, 一百〇一 → 101, 二十 → 20; digit by digit 二〇二二 → 2022.
 * undefined for anything else.
 */
export function hanNumber(numeral: string): number | undefined {
  if (numeral === '') return undefined
  if (![...numeral].some((character) => unitValues.has(character))) return digitByDigit(numeral)
  let sum = 0
  let pending: number | undefined
  for (const character of numeral) {
    const unit = unitValues.get(character)
    if (unit !== undefined) {
      sum += (pending ?? 1) * unit
      pending = undefined
      continue
    }
    const digit = digitValues.get(character)
    if (digit === undefined) return undefined
    pending = digit
  }
  return sum + (pending ?? 0)
}

function digitByDigit(numeral: string): number | undefined {
  let value = 0
  for (const character of numeral) {
    const digit = digitValues.get(character)
    if (digit === undefined) return undefined
    value = value * 10 + digit
  }
  return value
}

/** The value of a number written with half-width, full-width or Chinese digits: 12, １２, 十二. undefined for anything else. */
export function numberOf(written: string): number | undefined {
  if (/^[0-9\uff10-\uff19]{1,9}$/.test(written)) {
    let value = 0
    for (let index = 0; index < written.length; index++) value = value * 10 + (written.charCodeAt(index) & 0xf)
    return value
  }
  return hanNumber(written)
}

const hanDigitNames = '〇一二三四五六七八九'

/** The Chinese numeral of a whole number from 1 to 99: 14 → 十四, 20 → 二十. Larger numbers in Arabic digits. */
export function toHan(value: number): string {
  if (value < 1 || value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${hanDigitNames[tens]}十`
  return head + (ones === 0 ? '' : hanDigitNames[ones])
}

/** The value of a circled number ①–⑳, ㉑–㉟, ㊱–㊿; undefined for anything else. */
export function circledNumber(character: string): number | undefined {
  const code = character.charCodeAt(0)
  if (code >= 0x2460 && code <= 0x2473) return code - 0x2460 + 1
  if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21
  if (code >= 0x32b1 && code <= 0x32bf) return code - 0x32b1 + 36
  return undefined
}
