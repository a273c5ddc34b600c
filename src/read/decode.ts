/**
 * Bytes → text. Nothing is guessed from language or word lists: byte order marks, the rules of UTF-8 and UTF-16, and the
 * zones of the GB 18030 and Big5 code tables decide. Where no encoding fits, the file is refused: mojibake that passes
 * without findings would look like a clean report.
 */
import { platform } from '#platform'
import { swapped } from '../bytes.ts'
import { failure } from '../errors.ts'
import type { Damage } from '../source.ts'
import { decodeBig5 } from './big5.ts'

/** The encodings hegao reads and writes, by their WHATWG labels. */
export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be'

/** A decoded file. `text` is without byte order mark; `damage` counts in UTF-16 offsets of `text`. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  readonly bom: boolean
  readonly damage: readonly Damage[]
}

/** Names that `--encoding` takes. GBK and GB 2312 are subsets of GB 18030 and are read as it. */
const labels: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  big5: 'big5',
  cp950: 'big5',
  'utf-16': 'utf-16le',
  utf16: 'utf-16le',
  'utf-16le': 'utf-16le',
  utf16le: 'utf-16le',
  'utf-16be': 'utf-16be',
  utf16be: 'utf-16be',
}

/** Byte order marks (Unicode 15 §23.8; the GB 18030 one is U+FEFF in four bytes). */
export const marks: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
]

/**
 * Decodes a file. `path` is only for messages; `forced` is the user's `--encoding`, in any letter case.
 * A byte order mark outweighs it, as in the WHATWG Encoding Standard §6: in another encoding the mark would be mojibake.
 * @throws HegaoError `encoding-unsupported`, `encoding-unknown`, `encoding-mismatch` or `not-text`
 */
export function decode(path: string, bytes: Uint8Array, forced?: string): Decoded {
  const asked = forced === undefined ? undefined : labelled(forced)
  const marked = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))
  const encoding = marked?.encoding ?? asked ?? guess(bytes)
  if (!encoding) throw bytes.includes(0) ? failure('not-text', { path }) : failure('encoding-unknown', { path })
  if (!marked && asked && isOtherwiseUtf8(bytes, asked)) throw failure('encoding-mismatch', { path, encoding })
  const text = decoders[encoding](marked ? bytes.subarray(marked.bytes.length) : bytes)
  const damage = damageOf(text, encoding)
  const share = damage.length === 0 ? 0 : damagedShare(text, damage)
  if (share > (asked ? TRUSTED_DAMAGE : GUESSED_DAMAGE) && !isOnlyCut(text, damage)) {
    throw asked ? failure('encoding-mismatch', { path, encoding }) : failure('encoding-unknown', { path })
  }
  if (isBinary(text, damage)) throw failure('not-text', { path })
  return { text, encoding, bom: marked !== undefined, damage }
}

function labelled(label: string): Encoding {
  const name = label.trim().toLowerCase()
  const encoding = Object.hasOwn(labels, name) ? labels[name] : undefined
  if (!encoding) throw failure('encoding-unsupported', { encoding: label })
  return encoding
}

/** So many bytes beyond ASCII, eight Han characters of UTF-8, do not obey its rules by accident. */
const UTF8_LEAST = 24

/** Read in two bytes a character, UTF-8 gives characters too, most of them no word of the language and few of them damage. */
function isOtherwiseUtf8(bytes: Uint8Array, asked: Encoding): boolean {
  if ((asked !== 'gb18030' && asked !== 'big5') || !platform.isUtf8(bytes)) return false
  let count = 0
  for (const byte of bytes) {
    if (byte >= 0x80 && ++count >= UTF8_LEAST) return true
  }
  return false
}

// --- decoders: bytes without mark → text; what does not decode becomes U+FFFD -----------------------------------------

const decoders: Readonly<Record<Encoding, (bytes: Uint8Array) => string>> = {
  'utf-8': decodeUtf8,
  gb18030: decodeGb18030,
  big5: decodeBig5,
  'utf-16le': decodeUtf16,
  'utf-16be': (bytes) => decodeUtf16(swapped(bytes)),
}

/** Platforms agree on it; GB 18030—2022 moved eighteen characters from private use, which older browsers still have there. */
export function decodeGb18030(bytes: Uint8Array): string {
  return new TextDecoder('gb18030', { ignoreBOM: true }).decode(bytes)
}

function decodeUtf8(bytes: Uint8Array): string {
  return platform.isUtf8(bytes) ? platform.utf8(bytes) : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/** Unpaired surrogates stay as they are and are told as damage; half a unit at the end becomes U+FFFD. */
function decodeUtf16(bytes: Uint8Array): string {
  const odd = bytes.length % 2
  return platform.utf16le(bytes.subarray(0, bytes.length - odd)) + (odd ? '\uFFFD' : '')
}

// --- guesses, in order; the first that answers is taken ---------------------------------------------------------------

const guesses: readonly ((bytes: Uint8Array) => Encoding | undefined)[] = [utf8, utf16WithoutMark, damagedUtf8, doubleByte]

function guess(bytes: Uint8Array): Encoding | undefined {
  for (const look of guesses) {
    const encoding = look(bytes)
    if (encoding) return encoding
  }
  return undefined
}

/** UTF-16 text of ASCII letters is valid UTF-8 too, but every second byte of it is NUL. */
function utf8(bytes: Uint8Array): Encoding | undefined {
  if (!platform.isUtf8(bytes)) return undefined
  return (bytes.includes(0) ? utf16WithoutMark(bytes) : undefined) ?? 'utf-8'
}

/** Of all units at least this share must be ones that reports are made of. */
const UTF16_SHARE = 0.9
/** Two ASCII letters make a Han unit (`hN` is U+4E68), but seldom a byte outside 20–7E: units with one, at least. */
const UTF16_NOT_LETTERS = 0.2
/** Four units: fewer are more often two characters of Big5. In bytes. */
const UTF16_LEAST = 8
/** An encoding is guessed from so many bytes; what comes after is held to the guess by the damage that it shows. Even. */
const SAMPLE = 65536

function utf16WithoutMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length < UTF16_LEAST || bytes.length % 2 === 1) return undefined
  const end = Math.min(bytes.length, SAMPLE)
  let little = 0
  let big = 0
  let notLetters = 0
  for (let index = 0; index < end; index += 2) {
    const first = bytes[index] as number
    const second = bytes[index + 1] as number
    if (isReportUnit(first | (second << 8))) little++
    if (isReportUnit((first << 8) | second)) big++
    if (!isPrintable(first) || !isPrintable(second)) notLetters++
  }
  const units = end / 2
  if (Math.max(little, big) < units * UTF16_SHARE || notLetters < units * UTF16_NOT_LETTERS) return undefined
  return little >= big ? 'utf-16le' : 'utf-16be'
}

const isPrintable = (byte: number): boolean => byte >= 0x20 && byte <= 0x7e

/** Han, CJK punctuation, full-width forms, the marks “” — …, ASCII with its blanks. */
const isReportUnit = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x20 && unit <= 0x7e) ||
  (unit >= 0x3000 && unit <= 0x303f) ||
  (unit >= 0xff00 && unit <= 0xffef) ||
  (unit >= 0x2010 && unit <= 0x2027) ||
  (unit >= 0x09 && unit <= 0x0d) ||
  unit === 0xa0

/** How much of a guessed text may be damaged (of its non-ASCII characters); more, and the guess is wrong. */
const GUESSED_DAMAGE = 0.02
/** The same where the user named the encoding: the word of the user outweighs a good deal of damage. */
const TRUSTED_DAMAGE = 0.2
/** A file that is cut off inside a character is known by so many good characters before the cut. */
const GOOD_BEFORE_CUT = 4
/** So many bytes tell whether it is worth decoding megabytes as UTF-8. */
const PROBE = 4096

function damagedUtf8(bytes: Uint8Array): Encoding | undefined {
  // GBK and Big5 are bad in most places; a report with a damaged beginning is not.
  if (bytes.length > PROBE && damagedUtf8Share(bytes.subarray(0, PROBE)) > 0.5) return undefined
  return damagedUtf8Share(bytes) <= GUESSED_DAMAGE ? 'utf-8' : undefined
}

function damagedUtf8Share(bytes: Uint8Array): number {
  const text = decoders['utf-8'](bytes)
  const damage = damageOf(text, 'utf-8')
  return isOnlyCut(text, damage) ? 0 : damagedShare(text, damage)
}

/** Undecodable characters to all that are not ASCII. */
function damagedShare(text: string, damage: readonly Damage[]): number {
  let bad = 0
  for (const { kind, length } of damage) if (kind !== 'control') bad += length
  return bad === 0 ? 0 : bad / notAscii(text)
}

function notAscii(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7e) count++
  return count
}

/** One bad character, and it is the last. */
function isOnlyCut(text: string, damage: readonly Damage[]): boolean {
  const places = damage.filter(({ kind }) => kind !== 'control')
  const [place] = places
  if (!place || places.length > 1 || place.length > 1 || place.offset + 1 < text.length) return false
  return place.kind === 'undecodable' && notAscii(text) > GOOD_BEFORE_CUT
}

// --- GB 18030 against Big5: which code table do the byte pairs sit in? ------------------------------------------------

/** Leads from–to, and what a pair is worth with a trail byte of 40–A0 and of A1–FE. */
type Zone = readonly [from: number, to: number, low: number, high: number]

const COMMON = 2
const SELDOM = 0
const RARE = -1
const NEVER = -2
const INVALID = -4

interface CodeTable {
  readonly encoding: Encoding
  readonly zones: readonly Zone[]
  /** Trail bytes 80–A0 exist. */
  readonly middleTrails: boolean
  readonly fourBytes: boolean
}

/** The zones of GB 18030 (level 1 is B0A1–D7F9, GBK/3 81–A0, GBK/4 AA–FE with low trails) and of Big5. */
const codeTables: readonly CodeTable[] = [
  {
    encoding: 'gb18030',
    middleTrails: true,
    fourBytes: true,
    zones: [
      [0x81, 0xa0, SELDOM, SELDOM],
      [0xa1, 0xa3, NEVER, COMMON],
      [0xa4, 0xa9, RARE, RARE],
      [0xaa, 0xaf, RARE, NEVER],
      [0xb0, 0xd7, RARE, COMMON],
      [0xd8, 0xf7, RARE, SELDOM],
      [0xf8, 0xfe, RARE, NEVER],
    ],
  },
  {
    encoding: 'big5',
    middleTrails: false,
    fourBytes: false,
    zones: [
      [0x81, 0xa0, NEVER, NEVER],
      [0xa1, 0xa2, COMMON, COMMON],
      [0xa3, 0xa3, SELDOM, RARE],
      [0xa4, 0xc6, COMMON, COMMON],
      [0xc7, 0xc8, NEVER, NEVER],
      [0xc9, 0xf9, SELDOM, SELDOM],
      [0xfa, 0xfe, NEVER, NEVER],
    ],
  },
]

/** Mean worth of a pair that a Chinese text reaches: Traditional text in GBK about 1.2, Western text in ISO 8859 −1. */
const TABLE_MEAN = 0.4
/** So many UTF-8 characters in a row do not happen in GBK or Big5 text: about once in 10¹⁵ bytes. */
const UTF8_RUN = 8

function doubleByte(bytes: Uint8Array): Encoding | undefined {
  let best: { encoding: Encoding; worth: number } | undefined
  const sample = bytes.subarray(0, SAMPLE)
  for (const table of codeTables) {
    const { worth, pairs, invalid } = weigh(sample, table)
    if (pairs === 0 || invalid > pairs * GUESSED_DAMAGE || worth < pairs * TABLE_MEAN) continue
    if (!best || worth > best.worth) best = { encoding: table.encoding, worth }
  }
  return best && !hasUtf8Run(bytes) ? best.encoding : undefined
}

function weigh(bytes: Uint8Array, table: CodeTable): { worth: number; pairs: number; invalid: number } {
  const zoneOf = new Array<Zone | undefined>(256)
  for (const zone of table.zones) zoneOf.fill(zone, zone[0], zone[1] + 1)
  const found = { worth: 0, pairs: 0, invalid: 0 }
  for (let index = 0; index < bytes.length; index++) {
    const lead = bytes[index] as number
    if (lead < 0x80) continue
    // Half a pair at the very end: the file was cut.
    if (index + 1 === bytes.length) break
    const trail = bytes[index + 1] as number
    if (table.fourBytes && isFourBytes(bytes, index)) {
      found.pairs++
      index += 3
      continue
    }
    const worth = worthOf(zoneOf[lead], trail, table.middleTrails)
    found.pairs++
    found.worth += worth
    if (worth === INVALID) found.invalid++
    else index++
  }
  return found
}

function worthOf(zone: Zone | undefined, trail: number, middleTrails: boolean): number {
  if (!zone || trail < 0x40 || trail === 0x7f || trail === 0xff) return INVALID
  if (trail >= 0xa1) return zone[3]
  return trail < 0x7f || middleTrails ? zone[2] : INVALID
}

/** Of bytes or of UTF-16 units; nothing is between where the file has ended. */
const isBetween = (code: number | undefined, from: number, to: number): boolean =>
  code !== undefined && code >= from && code <= to

const isFourBytes = (bytes: Uint8Array, at: number): boolean =>
  isBetween(bytes[at + 1], 0x30, 0x39) && isBetween(bytes[at + 2], 0x81, 0xfe) && isBetween(bytes[at + 3], 0x30, 0x39)

/** A file put together from UTF-8 and GBK parts fits the GBK table badly, but well enough to be taken for a rare text. */
function hasUtf8Run(bytes: Uint8Array): boolean {
  let run = 0
  for (let index = 0; index + 2 < bytes.length; index++) {
    const lead = bytes[index] as number
    const isThree = lead >= 0xe2 && lead <= 0xef && isContinuation(bytes[index + 1]) && isContinuation(bytes[index + 2])
    run = isThree ? run + 1 : 0
    if (run === UTF8_RUN) return true
    if (isThree) index += 2
  }
  return false
}

const isContinuation = (byte: number | undefined): boolean => isBetween(byte, 0x80, 0xbf)

// --- damage -----------------------------------------------------------------------------------------------------------

/** What is no text, by place. Neighbours of one kind are one place. `encoding` tells which characters it cannot have made. */
export function damageOf(text: string, encoding: Encoding): Damage[] {
  const damage: { kind: Damage['kind']; offset: number; length: number }[] = []
  for (let offset = nextSuspect(text, 0); offset >= 0; offset = nextSuspect(text, offset + 1)) {
    const kind = damageAt(text, offset, encoding)
    if (!kind) continue
    const last = damage.at(-1)
    if (last && last.kind === kind && last.offset + last.length === offset) last.length++
    else damage.push({ kind, offset, length: 1 })
  }
  return damage
}

/** The next place worth a closer look; -1: none. The one pass over the whole text: 12 ms for 10 MB of Chinese. */
function nextSuspect(text: string, from: number): number {
  for (let offset = from; offset < text.length; offset++) {
    const code = text.charCodeAt(offset)
    if (code >= 0xd800 ? code <= 0xf8ff || code === 0xfffd : code < 0x20 && (code < 0x09 || code > 0x0d)) return offset
  }
  return -1
}

/** C0 without tab and the line and page ends; halves of surrogate pairs; what did not decode; after Big5 private use. */
function damageAt(text: string, offset: number, encoding: Encoding): Damage['kind'] | undefined {
  const code = text.charCodeAt(offset)
  if (code < 0x20) return 'control'
  if (code <= 0xdbff) return isBetween(text.charCodeAt(offset + 1), 0xdc00, 0xdfff) ? undefined : 'lone-surrogate'
  if (code <= 0xdfff) return isBetween(text.charCodeAt(offset - 1), 0xd800, 0xdbff) ? undefined : 'lone-surrogate'
  if (code === 0xfffd) return 'undecodable'
  // Bytes of the Hong Kong supplement become private-use characters; after other encodings those are the author's own.
  return encoding === 'big5' ? 'private-use' : undefined
}

/** Of the characters of a text at most this share are controls; files of a machine have far more. */
const CONTROL_SHARE = 0.25

function isBinary(text: string, damage: readonly Damage[]): boolean {
  let controls = 0
  for (const { kind, length } of damage) if (kind === 'control') controls += length
  return controls > text.length * CONTROL_SHARE
}
