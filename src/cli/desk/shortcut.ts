/** A shortcut of Windows, byte by byte ([MS-SHLLINK]): no program is started to make one, and it can be made and looked at anywhere. */
import { doubleByteOf } from '../../read/double-byte.ts'

export interface Shortcut {
  /** The whole path of the program. */
  readonly target: string
  readonly words: string
  /** Told when the pointer rests on it; also how it is known as ours. */
  readonly about: string
  readonly folder: string
}

const hasLinkInfo = 1 << 1
const hasName = 1 << 2
const hasFolder = 1 << 4
const hasWords = 1 << 5
const isUnicode = 1 << 7
const hasExpString = 1 << 9

const shownMinimized = 7

const u32 = (...values: number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => void buffer.writeUInt32LE(value, index * 4))
  return buffer
}
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

/** Counted in characters. */
function string(text: string): Buffer {
  const count = Buffer.alloc(2)
  count.writeUInt16LE(text.length)
  return Buffer.concat([count, wide(text)])
}

/** The old fields, by the code page of Chinese Windows; the wide ones beside them are what counts. */
const narrow = (text: string): Buffer =>
  Buffer.concat([doubleByteOf('gb18030', text) ?? Buffer.from(text.replace(/[^\x20-\x7e]/g, '?')), Buffer.from([0])])

function header(): Buffer {
  const clsid = Buffer.from('0114020000000000c000000000000046', 'hex')
  const flags = hasLinkInfo | hasName | hasFolder | hasWords | isUnicode | hasExpString
  return Buffer.concat([u32(0x4c), clsid, u32(flags, 0x20), Buffer.alloc(24), u32(0, 0, shownMinimized), Buffer.alloc(12)])
}

/** Where the target is: a fixed disk, and the path in both forms. */
function linkInfo(target: string): Buffer {
  const headerSize = 0x24
  const volume = Buffer.concat([u32(0x11, 3, 0, 0x10), Buffer.from([0])])
  const base = narrow(target)
  const suffix = Buffer.from([0])
  const wideBase = wide(`${target}\0`)
  const wideSuffix = wide('\0')
  const at = { volume: headerSize, base: headerSize + volume.length }
  const suffixAt = at.base + base.length
  const wideAt = suffixAt + suffix.length
  const size = wideAt + wideBase.length + wideSuffix.length
  const fields = u32(size, headerSize, 1, at.volume, at.base, 0, suffixAt, wideAt, wideAt + wideBase.length)
  return Buffer.concat([fields, volume, base, suffix, wideBase, wideSuffix])
}

/** The target once more, as Windows looks for it where there is no list of its folders. */
function environmentBlock(target: string): Buffer {
  const [old, unicode] = [Buffer.alloc(260), Buffer.alloc(520)]
  narrow(target).copy(old, 0, 0, 259)
  wide(target).copy(unicode, 0, 0, 518)
  return Buffer.concat([u32(0x314, 0xa0000001), old, unicode])
}

export function shortcutBytes({ target, words, about, folder }: Shortcut): Uint8Array {
  return Buffer.concat([
    ...[header(), linkInfo(target), string(about), string(folder), string(words), environmentBlock(target)],
    u32(0),
  ])
}

/** Whether a file is a shortcut of ours. */
export const isShortcutOf = (bytes: Uint8Array, about: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, 4).readUInt32LE() === 0x4c && Buffer.from(bytes).includes(string(about))
