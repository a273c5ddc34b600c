/** A small compound file ([MS-CFB], version 3), so that tests can say what stands in one. */

export interface Entry {
  readonly name: string
  readonly bytes?: Uint8Array
  /** What is in the folder; then it is no stream. */
  readonly inside?: readonly Entry[]
}

const SECTOR = 512
const END = 0xfffffffe
const FREE = 0xffffffff
const TABLE = 0xfffffffd
const LISTS = 0xfffffffc
const LISTED = 109

interface Placed {
  readonly entry: Entry
  child: number
  right: number
  start: number
}

/** Streams of any size lie in sectors of their own: nothing counts as small. */
export function compoundFile(entries: readonly Entry[]): Buffer {
  const placed: Placed[] = [{ entry: { name: 'Root Entry', inside: entries }, child: FREE, right: FREE, start: END }]
  for (let at = 0; at < placed.length; at++) {
    const folder = placed[at] as Placed
    const first = placed.length
    const inside = folder.entry.inside ?? []
    inside.forEach((entry, index) => {
      const right = index + 1 < inside.length ? first + index + 1 : FREE
      placed.push({ entry, child: FREE, right, start: END })
    })
    if (inside.length > 0) folder.child = first
  }
  const sectors: Buffer[] = []
  const next: number[] = []
  const write = (bytes: Uint8Array): number => {
    const start = sectors.length
    for (let at = 0; at < bytes.length; at += SECTOR) {
      const sector = Buffer.alloc(SECTOR)
      sector.set(bytes.subarray(at, at + SECTOR))
      sectors.push(sector)
      next.push(at + SECTOR < bytes.length ? sectors.length : END)
    }
    return bytes.length === 0 ? END : start
  }
  for (const each of placed) if (each.entry.bytes) each.start = write(each.entry.bytes)
  const directory = write(Buffer.concat(placed.map(entryBytes)))
  // The header lists the first sectors of the table; the others are listed in sectors of their own.
  const tableSectors = Math.ceil((sectors.length + 1) / (SECTOR / 4 - 2))
  const tableStart = sectors.length
  const lists = Math.ceil(Math.max(tableSectors - LISTED, 0) / (SECTOR / 4 - 1))
  for (let index = 0; index < tableSectors; index++) next.push(TABLE)
  for (let index = 0; index < lists; index++) next.push(LISTS)
  const listSectors = Array.from({ length: lists }, (_, list) => {
    const sector = Buffer.alloc(SECTOR, 0xff)
    for (let place = 0; place < SECTOR / 4 - 1; place++) {
      const index = LISTED + list * (SECTOR / 4 - 1) + place
      if (index < tableSectors) sector.writeUInt32LE(tableStart + index, place * 4)
    }
    sector.writeUInt32LE(list + 1 < lists ? tableStart + tableSectors + list + 1 : END, SECTOR - 4)
    return sector
  })
  const table = Buffer.alloc(tableSectors * SECTOR, 0xff)
  next.forEach((value, index) => {
    table.writeUInt32LE(value, index * 4)
  })
  const header = Buffer.alloc(SECTOR)
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  header.writeUInt16LE(0x3e, 0x18)
  header.writeUInt16LE(3, 0x1a)
  header.writeUInt16LE(0xfffe, 0x1c)
  header.writeUInt16LE(9, 0x1e)
  header.writeUInt16LE(6, 0x20)
  header.writeUInt32LE(tableSectors, 0x2c)
  header.writeUInt32LE(directory, 0x30)
  header.writeUInt32LE(END, 0x3c)
  header.writeUInt32LE(lists > 0 ? tableStart + tableSectors : END, 0x44)
  header.writeUInt32LE(lists, 0x48)
  header.fill(0xff, 0x4c)
  for (let index = 0; index < Math.min(tableSectors, LISTED); index++) header.writeUInt32LE(tableStart + index, 0x4c + index * 4)
  return Buffer.concat([header, ...sectors, table, ...listSectors])
}

function entryBytes({ entry, child, right, start }: Placed, index: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(entry.name, 'utf16le')
  bytes.writeUInt16LE(entry.name.length * 2 + 2, 0x40)
  bytes[0x42] = index === 0 ? 5 : entry.inside ? 1 : 2
  bytes.writeUInt32LE(FREE, 0x44)
  bytes.writeUInt32LE(right, 0x48)
  bytes.writeUInt32LE(child, 0x4c)
  bytes.writeUInt32LE(start, 0x74)
  bytes.writeUInt32LE(entry.bytes?.length ?? 0, 0x78)
  return bytes
}
