/**
 * Big5 as Windows reads it. Platforms differ beyond the characters that all Big5 has: some know the Hong Kong extension (HKSCS),
 * others give characters for private use, and one decoder changes with its version. A file must read the same everywhere, so what
 * lies in the zones for users is a character for private use (code page 950), which is told as damage: rather a word too many
 * than one that nobody checked.
 */

const decoder = () => new TextDecoder('big5', { ignoreBOM: true })

/** Rows for users of code page 950: lead bytes, and the character of the first pair; 157 pairs a row. C6 begins at A1. */
const userRows: readonly { readonly from: number; readonly to: number; readonly first: number }[] = [
  { from: 0x81, to: 0x8d, first: 0xeeb8 },
  { from: 0x8e, to: 0xa0, first: 0xe311 },
  { from: 0xc6, to: 0xc8, first: 0xf6b1 - 63 },
  { from: 0xfa, to: 0xfe, first: 0xe000 },
]
const PAIRS = 157

const isTrail = (byte: number): boolean => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe)

/** What a pair reads as where platforms differ; undefined where they do not. */
function pairOf(lead: number, trail: number): string | undefined {
  if (trail === 0xff) return '\ufffd\uf8f8'
  if (!isTrail(trail)) return undefined
  if (lead === 0xa3 && trail >= 0xc0) return trail <= 0xe0 ? '\ufffd' : undefined
  if (lead === 0xf9 && trail === 0xfe) return '\u2593'
  if (lead === 0xc6 && trail < 0xa1) return undefined
  const row = userRows.find(({ from, to }) => lead >= from && lead <= to)
  if (!row) return undefined
  const index = trail < 0x80 ? trail - 0x40 : trail - 0xa1 + 63
  return String.fromCharCode(row.first + (lead - row.from) * PAIRS + index)
}

/** The text of `bytes`; a byte order mark is none here. What does not decode becomes U+FFFD. */
export function decodeBig5(bytes: Uint8Array): string {
  const parts: string[] = []
  let from = 0
  const add = (to: number, text: string, next: number): void => {
    if (to > from) parts.push(decoder().decode(bytes.subarray(from, to)))
    parts.push(text)
    from = next
  }
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number
    const trail = bytes[at + 1]
    if (byte < 0x80) at++
    else if (byte === 0x80 || byte === 0xff) {
      add(at, byte === 0x80 ? '\x80' : '\uf8f8', at + 1)
      at++
    } else if (trail === undefined) at++
    else {
      const text = pairOf(byte, trail)
      if (text !== undefined) add(at, text, at + 2)
      // A byte of ASCII that is no second half stands for itself.
      at += trail < 0x80 && !isTrail(trail) ? 1 : 2
    }
  }
  if (from === 0) return decoder().decode(bytes)
  add(bytes.length, '', bytes.length)
  return parts.join('')
}
