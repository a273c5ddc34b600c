/**
 * GitHub's fingerprint of a line, `primaryLocationLineHash`: what its upload action computes where a tool gives none, so
 * that an alert stays the same when lines move (github/codeql-action, src/fingerprints.ts). An upload by its API does not.
 */

/** A line's hash is over this many characters from its beginning, blanks and tabs left aside, over line ends too. */
const block = 100
const base = 37
/** Stands behind the last character. */
const endOfFile = 0xffff

const two32 = 0x1_0000_0000

/** A number of 64 bits in two halves, since numbers of JavaScript are exact to 53 bits only and its big ones are slow. */
interface Halves {
  high: number
  low: number
}

/** number × factor + added; `factor` below 2^16, `added` below 2^53. */
function timesPlus({ high, low }: Halves, factor: number, added: number): Halves {
  const product = low * factor + added
  return { low: product % two32, high: (high * factor + Math.floor(product / two32)) % two32 }
}

/** a − b, modulo 2^64. */
function minus(a: Halves, b: Halves): Halves {
  const low = a.low - b.low
  const borrow = low < 0 ? 1 : 0
  return { low: low + borrow * two32, high: (a.high - b.high - borrow + 2 * two32) % two32 }
}

/** What a character weighs that leaves the block: base^block. */
const leaving = Array.from({ length: block }).reduce<Halves>((power) => timesPlus(power, base, 0), { high: 0, low: 1 })

const hex = ({ high, low }: Halves): string =>
  high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0')

const [tab, blank, lineFeed, carriageReturn] = [9, 32, 10, 13]

/** `hash:count` of every line of `text`; lines that hash alike are counted. */
export function lineHashes(text: string): string[] {
  const window = new Uint16Array(block)
  const waiting = new Array<boolean>(block).fill(false)
  const counts = new Map<string, number>()
  const hashes: string[] = []
  let hash: Halves = { high: 0, low: 0 }
  let at = 0

  const tell = (): void => {
    const digits = hex(hash)
    const count = (counts.get(digits) ?? 0) + 1
    counts.set(digits, count)
    hashes.push(`${digits}:${count}`)
    waiting[at] = false
  }
  const take = (code: number): void => {
    hash = minus(timesPlus(hash, base, code), timesPlus(leaving, window[at] as number, 0))
    window[at] = code
    at = (at + 1) % block
  }

  let begins = true
  let afterReturn = false
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : endOfFile
    const skipped: boolean = code === blank || code === tab || (afterReturn && code === lineFeed)
    afterReturn = !skipped && code === carriageReturn
    if (skipped) continue
    if (waiting[at]) tell()
    if (begins) waiting[at] = true
    begins = code === lineFeed || code === carriageReturn
    take(code === carriageReturn ? lineFeed : code)
  }
  for (let rest = 0; rest < block; rest++) {
    if (waiting[at]) tell()
    take(0)
  }
  return hashes
}
