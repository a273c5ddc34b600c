/** What a zip says of itself: its directory (APPNOTE.TXT of PKWARE, 4.3 and 4.4). Inflates nothing, so that a format is found at once. */
import type { Wording } from '../wording.ts'

/** One entry as the directory tells it. All numbers are bytes. */
export interface ZipEntry {
  /** Parts are parted by `/`, also where an old producer wrote `\`. */
  readonly name: string
  readonly method: number
  /** General purpose bits: 0 encrypted, 3 sizes behind the data, 11 the name is UTF-8. */
  readonly flags: number
  readonly crc: number
  readonly size: number
  readonly compressedSize: number
  /** Where its local header begins in the file. */
  readonly at: number
  /** Its record in the directory: [from,to) of the file. */
  readonly record: { readonly from: number; readonly to: number }
}

/** The directory, or why there is none. `from`: where it begins in the file. */
export type ZipDirectory =
  | { readonly entries: readonly ZipEntry[]; readonly from: number; readonly problem?: undefined }
  | { readonly problem: Wording }

const END = 0x06054b50
const END64 = 0x06064b50
const LOCATOR64 = 0x07064b50
const RECORD = 0x02014b50
const END_LENGTH = 22
const LOCATOR64_LENGTH = 20
const RECORD_LENGTH = 46
/** What a 32-bit field says when the number stands in 64 bits elsewhere. */
const ELSEWHERE = 0xffffffff
/** The longest comment that a zip can have behind its directory, and as much again for what transfers have added. */
const TAIL = 2 * 0xffff

const cut: Wording = { zh: '文件不完整', en: 'it is cut off' }
const contradictory: Wording = { zh: '压缩包目录前后矛盾', en: 'the directory of the zip contradicts itself' }

/** Reads the directory of a zip. Never throws; looks at no entry's data. */
export function zipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return { problem: cut }
  const { count, size, from } = totalsOf(view, end)
  if (from + size > end) return { problem: contradictory }
  const entries: ZipEntry[] = []
  let at = from
  while (entries.length < count) {
    if (at + RECORD_LENGTH > from + size || view.getUint32(at, true) !== RECORD) return { problem: contradictory }
    const entry = entryAt(bytes, view, at)
    if (entry.record.to > from + size) return { problem: contradictory }
    entries.push(entry)
    at = entry.record.to
  }
  return { entries, from }
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - TAIL); at--) {
    if (view.getUint8(at) === 0x50 && view.getUint32(at, true) === END) return at
  }
  return undefined
}

function totalsOf(view: DataView, end: number): { count: number; size: number; from: number } {
  const totals = {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    from: view.getUint32(end + 16, true),
  }
  const locator = end - LOCATOR64_LENGTH
  const isLarge = totals.from === ELSEWHERE || totals.size === ELSEWHERE || totals.count === 0xffff
  if (!isLarge || locator < 0 || view.getUint32(locator, true) !== LOCATOR64) return totals
  const record = number64(view, locator + 8)
  if (record + 56 > locator || view.getUint32(record, true) !== END64) return totals
  return { count: number64(view, record + 32), size: number64(view, record + 40), from: number64(view, record + 48) }
}

/** Numbers beyond 2⁵³ lose digits, and are larger than any file all the same. */
const number64 = (view: DataView, at: number): number =>
  at + 8 > view.byteLength ? Number.POSITIVE_INFINITY : Number(view.getBigUint64(at, true))

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const extraFrom = at + RECORD_LENGTH + nameLength
  const to = extraFrom + extraLength + view.getUint16(at + 32, true)
  const fields = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  const [size, compressedSize, offset] = in64(view, fields, extraFrom, Math.min(extraFrom + extraLength, view.byteLength))
  return {
    name: nameOf(bytes.subarray(at + RECORD_LENGTH, extraFrom)),
    method: view.getUint16(at + 10, true),
    flags: view.getUint16(at + 8, true),
    crc: view.getUint32(at + 16, true),
    size: size as number,
    compressedSize: compressedSize as number,
    at: offset as number,
    record: { from: at, to },
  }
}

/** Fields that say `ELSEWHERE` stand, in this order, in the extra field 1 (APPNOTE 4.5.3). */
function in64(view: DataView, fields: readonly number[], from: number, to: number): number[] {
  if (!fields.includes(ELSEWHERE)) return [...fields]
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let next = at + 4
    return fields.map((field) => {
      if (field !== ELSEWHERE) return field
      next += 8
      return number64(view, next - 8)
    })
  }
  return [...fields]
}

/** Names of parts are ASCII; only pictures have others, and nobody asks for those by name. */
const nameOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replaceAll('\\', '/')
