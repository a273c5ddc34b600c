/** A zip (APPNOTE.TXT of PKWARE): names in UTF-8, Unix modes, one day for all entries so that the same files give the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib'

/** Midnight of 1 January 2026: a zip has no time zone. */
const day = ((2026 - 1980) << 9) | (1 << 5) | 1
const utf8 = 1 << 11
const unix = 3 << 8

/** The fields that both headers of an entry have. */
function fields({ method, crc, size, packed, name }) {
  const buffer = Buffer.alloc(26)
  buffer.writeUInt16LE(20, 0)
  buffer.writeUInt16LE(utf8, 2)
  buffer.writeUInt16LE(method, 4)
  buffer.writeUInt16LE(day, 8)
  buffer.writeUInt32LE(crc, 10)
  buffer.writeUInt32LE(packed.length, 14)
  buffer.writeUInt32LE(size, 18)
  buffer.writeUInt16LE(name.length, 22)
  return buffer
}

const word = (value) => {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(value >>> 0)
  return buffer
}

function packedOf({ name, bytes, mode = 0o644 }) {
  const deflated = deflateRawSync(bytes, { level: 9 })
  const isSmaller = deflated.length < bytes.length
  return {
    ...{ name: Buffer.from(name), mode, crc: crc32(bytes), size: bytes.length },
    ...(isSmaller ? { method: 8, packed: deflated } : { method: 0, packed: bytes }),
  }
}

/** `files`: name with `/`, bytes, and the Unix mode. */
export function zipOf(files) {
  const parts = []
  const directory = []
  let at = 0
  const add = (...buffers) => {
    parts.push(...buffers)
    at += buffers.reduce((sum, { length }) => sum + length, 0)
  }
  for (const file of files) {
    const entry = packedOf(file)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((0o100000 | entry.mode) << 16) >>> 0, 6)
    tail.writeUInt32LE(at, 10)
    const both = fields(entry)
    // Made by Unix, version 2.0: only then the mode counts.
    directory.push(word(0x02014b50), Buffer.from([20, unix >> 8]), both, tail, entry.name)
    add(word(0x04034b50), both, entry.name, entry.packed)
  }
  const from = at
  add(...directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(at - from, 8)
  end.writeUInt32LE(from, 12)
  return Buffer.concat([...parts, word(0x06054b50), end])
}
