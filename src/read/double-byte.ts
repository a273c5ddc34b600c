/** Text → GB 18030 and Big5: their tables turned round. The decoder is the only table there is. */
import { decodeBig5 } from './big5.ts'
import { decodeGb18030 } from './decode.ts'

export type DoubleByte = 'gb18030' | 'big5'

export const decoders: Readonly<Record<DoubleByte, (bytes: Uint8Array) => string>> = { gb18030: decodeGb18030, big5: decodeBig5 }

const LINE = 0x0a

/** What each of these byte sequences decodes to; they hold no line feed. */
function decoded(encoding: DoubleByte, sequences: readonly (readonly number[])[]): string[] {
  const bytes = new Uint8Array(sequences.reduce((sum, { length }) => sum + length + 1, 0))
  let at = 0
  for (const sequence of sequences) {
    bytes.set(sequence, at)
    at += sequence.length
    bytes[at++] = LINE
  }
  return decoders[encoding](bytes).split('\n')
}

const isOneCharacter = (text: string): boolean =>
  text !== '\ufffd' && text.length === ((text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1)

/** Character → its bytes as one number, for those of `sequences` that are one character; the first sequence counts. */
function turned(encoding: DoubleByte, sequences: readonly (readonly number[])[]): Map<string, number> {
  const table = new Map<string, number>()
  decoded(encoding, sequences).forEach((character, index) => {
    const sequence = sequences[index]
    if (!sequence || !isOneCharacter(character)) return
    if (!table.has(character))
      table.set(
        character,
        sequence.reduce((number, byte) => number * 256 + byte, 0),
      )
  })
  return table
}

function* range(from: number, to: number): Generator<number> {
  for (let value = from; value <= to; value++) yield value
}

const trails: Readonly<Record<DoubleByte, readonly number[]>> = {
  gb18030: [...range(0x40, 0x7e), ...range(0x80, 0xfe)],
  big5: [...range(0x40, 0x7e), ...range(0xa1, 0xfe)],
}

/** The zones that Big5 itself has come first: what extensions have again has its old bytes. */
const leads: Readonly<Record<DoubleByte, readonly number[]>> = {
  gb18030: [...range(0x81, 0xfe)],
  big5: [...range(0xa1, 0xf9), ...range(0x81, 0xa0), ...range(0xfa, 0xfe)],
}

const twoBytes = (encoding: DoubleByte): number[][] =>
  leads[encoding].flatMap((lead) => trails[encoding].map((trail) => [lead, trail]))

/** The four bytes of GB 18030 are digits of mixed radix. */
const fourBytes = (linear: number): number[] => [
  0x81 + Math.floor(linear / 12_600),
  0x30 + (Math.floor(linear / 1260) % 10),
  0x81 + (Math.floor(linear / 10) % 126),
  0x30 + (linear % 10),
]

/** How many of them are for U+0080 to U+FFFF, and where U+10000 stands (GB 18030—2022). */
const BASIC = 39_420
const SUPPLEMENTARY = 189_000

const tables = new Map<string, Map<string, number>>()

function tableOf(name: string, make: () => Map<string, number>): Map<string, number> {
  const table = tables.get(name) ?? make()
  tables.set(name, table)
  return table
}

function bytesOf(encoding: DoubleByte, character: string): readonly number[] | undefined {
  const code = character.codePointAt(0) as number
  if (code < 0x80) return [code]
  const two = tableOf(encoding, () => turned(encoding, twoBytes(encoding))).get(character)
  if (two !== undefined) return [two >> 8, two & 0xff]
  if (encoding === 'big5') return undefined
  if (code >= 0x10000) return fourBytes(code - 0x10000 + SUPPLEMENTARY)
  const four = tableOf('four', () =>
    turned(
      encoding,
      Array.from({ length: BASIC }, (_, linear) => fourBytes(linear)),
    ),
  ).get(character)
  return four === undefined ? undefined : [(four / 0x1000000) & 0xff, (four >> 16) & 0xff, (four >> 8) & 0xff, four & 0xff]
}

/** The bytes of `text`; undefined where the encoding cannot hold a character of it. */
export function doubleByteOf(encoding: DoubleByte, text: string): Uint8Array | undefined {
  const bytes: number[] = []
  for (const character of text) {
    const own = bytesOf(encoding, character)
    if (!own) return undefined
    bytes.push(...own)
  }
  return Uint8Array.from(bytes)
}
