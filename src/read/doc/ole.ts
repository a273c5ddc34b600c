/**
 * The compound file (OLE, [MS-CFB]): a file system in a file, with sectors, chains of sectors and a tree of names. Chains and
 * the tree may run in circles in a hostile file; every walk here ends.
 */
import { concat } from '../../bytes.ts'
import { Damaged, slice, u8, u16, u32, utf16 } from './bytes.ts'

/** What stands in the root folder. Embedded documents stand in folders below, with streams of the same names. */
export interface CompoundFile {
  /** Names of streams and folders as written, in no order. */
  readonly names: readonly string[]
  /** The bytes of a stream of the root folder; undefined where there is none of that name. Letter case does not count. */
  stream(name: string): Uint8Array | undefined
}

/** Sector numbers from here on are marks, not sectors: end of chain, free, part of the table ([MS-CFB] 2.1). */
const MAX_SECTOR = 0xfffffff9
const END_OF_CHAIN = 0xfffffffe
const NO_ENTRY = 0xffffffff

const HEADER = 512
const ENTRY = 128
/** How many sectors of the table the header itself lists. */
const LISTED = 109

const type = { storage: 1, stream: 2, root: 5 }

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

const circle = { zh: '内部索引成环', en: 'its index runs in circles' }
const lost = { zh: '内部索引指到文件外', en: 'its index points outside the file' }

interface Sectors {
  readonly bytes: Uint8Array
  /** Of a sector, in bytes. */
  readonly size: number
  /** What lies before sector 0. */
  readonly before: number
  /** Sector → the next one of its chain. */
  readonly next: Uint32Array
}

/** @throws Damaged */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const size = sectorSize(u16(bytes, 0x1e))
  const miniSize = 1 << Math.min(u16(bytes, 0x20), 12)
  const cutoff = u32(bytes, 0x38)
  const sectors: Sectors = { bytes, size, before: Math.max(HEADER, size), next: tableOf(bytes, size) }
  const entries = entriesOf(chain(sectors, u32(bytes, 0x30)), size)
  const root = entries[0]
  if (root?.type !== type.root) throw new Damaged({ zh: '没有根目录', en: 'it has no root folder' })
  const own = children(entries, root)

  /** Small streams lie together in the stream of the root entry. Opened when first asked for. */
  let mini: Sectors | undefined
  const miniSectors = (): Sectors => {
    mini ??= {
      bytes: chain(sectors, root.start, root.size),
      size: miniSize,
      before: 0,
      next: numbers(chain(sectors, u32(bytes, 0x3c))),
    }
    return mini
  }

  return {
    names: own.map(({ name }) => name),
    stream(name) {
      const wanted = name.toLowerCase()
      const entry = own.find((each) => each.type === type.stream && each.name.toLowerCase() === wanted)
      if (!entry) return undefined
      return chain(entry.size < cutoff ? miniSectors() : sectors, entry.start, entry.size)
    },
  }
}

function sectorSize(shift: number): number {
  if (shift !== 9 && shift !== 12) throw new Damaged({ zh: '文件头不对', en: 'its header is wrong' })
  return 1 << shift
}

/** The table of chains: its sectors are listed in the header, and then in sectors that form a chain of their own. */
function tableOf(bytes: Uint8Array, size: number): Uint32Array {
  const before = Math.max(HEADER, size)
  const most = Math.ceil(bytes.length / size)
  const parts: Uint8Array[] = []
  const add = (from: Uint8Array, at: number, count: number): void => {
    for (let index = 0; index < count; index++) {
      const sector = u32(from, at + index * 4)
      if (sector < MAX_SECTOR) parts.push(sectorAt(bytes, before + sector * size, size))
    }
    if (parts.length > most) throw new Damaged(circle)
  }
  add(bytes, 0x4c, LISTED)
  let sector = u32(bytes, 0x44)
  for (let count = 0; sector < MAX_SECTOR; count++) {
    if (count > most) throw new Damaged(circle)
    const list = sectorAt(bytes, before + sector * size, size)
    add(list, 0, size / 4 - 1)
    sector = u32(list, size - 4)
  }
  return numbers(concat(parts))
}

/** The last sector of a file is often written only as far as it is used. */
function sectorAt(bytes: Uint8Array, at: number, size: number): Uint8Array {
  if (at >= bytes.length) throw new Damaged(lost)
  if (at + size <= bytes.length) return bytes.subarray(at, at + size)
  const whole = new Uint8Array(size)
  whole.set(bytes.subarray(at))
  return whole
}

function numbers(bytes: Uint8Array): Uint32Array {
  const all = new Uint32Array(Math.floor(bytes.length / 4))
  for (let index = 0; index < all.length; index++) all[index] = u32(bytes, index * 4)
  return all
}

/** The bytes of the chain that begins at `start`: `size` of them, or all where the size is not written anywhere. */
function chain({ bytes, size: sectorSize, before, next }: Sectors, start: number, size?: number): Uint8Array {
  if (size !== undefined && size > bytes.length) throw new Damaged(lost)
  const count = size === undefined ? Math.ceil(bytes.length / sectorSize) : Math.ceil(size / sectorSize)
  const parts: Uint8Array[] = []
  let sector = start
  while (parts.length < count && sector < MAX_SECTOR) {
    parts.push(sectorAt(bytes, before + sector * sectorSize, sectorSize))
    sector = next[sector] ?? END_OF_CHAIN
  }
  if (size === undefined) {
    if (sector < MAX_SECTOR) throw new Damaged(circle)
    return concat(parts)
  }
  return slice(concat(parts), 0, size)
}

function entriesOf(bytes: Uint8Array, sectorSize: number): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
    // The length counts bytes, with the zero at the end.
    const length = Math.min(Math.max(u16(bytes, at + 0x40) - 2, 0), 62)
    const large = sectorSize === HEADER ? 0 : u32(bytes, at + 0x7c) * 2 ** 32
    entries.push({
      name: utf16(bytes, at, length & ~1),
      type: u8(bytes, at + 0x42),
      left: u32(bytes, at + 0x44),
      right: u32(bytes, at + 0x48),
      child: u32(bytes, at + 0x4c),
      start: u32(bytes, at + 0x74),
      size: u32(bytes, at + 0x78) + large,
    })
  }
  return entries
}

/** A folder's entries form a binary tree. We look at all of it: not every writer sorts it right. */
function children(entries: readonly Entry[], folder: Entry): Entry[] {
  const found: Entry[] = []
  const seen = new Set<number>()
  const open = [folder.child]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const entry = index === NO_ENTRY ? undefined : entries[index]
    if (!entry || (entry.type !== type.storage && entry.type !== type.stream)) continue
    if (seen.has(index)) throw new Damaged(circle)
    seen.add(index)
    found.push(entry)
    open.push(entry.left, entry.right)
  }
  return found
}
