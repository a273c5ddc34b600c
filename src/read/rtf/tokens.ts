/** RTF (Rich Text Format Specification 1.9.1, “RTF Syntax”) → its tokens. Nothing is copied but the words of controls. */

/** What is called for each token, in order. Offsets are bytes, ends exclusive. */
export interface RtfHandlers {
  open(): void
  /** False ends the reading: behind the outermost group there is nothing. */
  close(): boolean
  /** `\word` or `\word-12`. */
  control(word: string, value: number | undefined): void
  /** `\~`, `\*` and the like: one character that is no letter. Never the quote. */
  symbol(letter: string): void
  /** `\'d6` */
  byte(value: number): void
  /** Plain bytes. Line ends of the file belong to no text. */
  text(from: number, to: number): void
  /** `\bin5` and five bytes of anything. */
  binary(): void
}

const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const MINUS = 0x2d
const BLANK = 0x20
const QUOTE = 0x27

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** Bytes that are no text. */
const special: readonly boolean[] = Array.from({ length: 256 }, (_, byte) =>
  [BACKSLASH, OPEN, CLOSE, LINE_FEED, CARRIAGE_RETURN].includes(byte),
)

/** Of a control word, and of its number; more is cut off. The specification has 32 and 10. */
const LONGEST_WORD = 32
const LONGEST_NUMBER = 10

/** One pass, without recursion. */
export function scanRtf(bytes: Uint8Array, handlers: RtfHandlers): void {
  let at = 0

  const control = (): void => {
    const from = at
    while (isLetter(bytes[at] ?? 0)) at++
    const word = latin1(bytes, from, Math.min(at, from + LONGEST_WORD))
    const isNegative = bytes[at] === MINUS && isDigit(bytes[at + 1] ?? 0)
    if (isNegative) at++
    const digits = at
    while (isDigit(bytes[at] ?? 0)) at++
    const number = Number(latin1(bytes, digits, Math.min(at, digits + LONGEST_NUMBER)))
    const value = at === digits ? undefined : isNegative ? -number : number
    if (bytes[at] === BLANK) at++
    if (word === 'bin') {
      at += Math.max(value ?? 0, 0)
      handlers.binary()
    } else {
      handlers.control(word, value)
    }
  }

  while (at < bytes.length) {
    const byte = bytes[at] as number
    if (!special[byte]) {
      const from = at
      while (at < bytes.length && !special[bytes[at] as number]) at++
      handlers.text(from, at)
      continue
    }
    at++
    if (byte === OPEN) handlers.open()
    else if (byte === CLOSE) {
      if (!handlers.close()) return
    } else if (byte === BACKSLASH && at < bytes.length) {
      const next = bytes[at] as number
      if (isLetter(next)) control()
      else if (next === QUOTE) {
        const value = Number.parseInt(latin1(bytes, at + 1, at + 3), 16)
        at += 3
        if (!Number.isNaN(value)) handlers.byte(value)
      } else {
        at++
        handlers.symbol(String.fromCharCode(next))
      }
    }
  }
}

const latin1 = (bytes: Uint8Array, from: number, to: number): string => {
  let text = ''
  for (let at = from; at < to && at < bytes.length; at++) text += String.fromCharCode(bytes[at] as number)
  return text
}
