/** The journal: what has been done, so that a run that was ended at any moment can go on exactly there. */
import { closeSync, constants, fstatSync, ftruncateSync, lstatSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { failure } from '../errors.ts'
import { attempt, names } from './folder.ts'
import type { JournalRow } from './row.ts'

const lineEnd = 0x0a

/** The lines of `path` that are complete, without their ends and each with its length in bytes, and where the last of them ends. A file that is not there has none. */
function completeLines(path: string, onLine: (line: string, length: number) => void): number {
  let descriptor: number
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch {
    return 0
  }
  try {
    if (!fstatSync(descriptor).isFile()) throw failure('output-foreign', { path: names.journal })
    let rest = Buffer.alloc(0)
    let end = 0
    const buffer = Buffer.allocUnsafe(1 << 20)
    for (let count = readSync(descriptor, buffer); count > 0; count = readSync(descriptor, buffer)) {
      let chunk = Buffer.concat([rest, buffer.subarray(0, count)])
      for (let at = chunk.indexOf(lineEnd); at >= 0; at = chunk.indexOf(lineEnd)) {
        onLine(chunk.toString('utf8', 0, at), at)
        end += at + 1
        chunk = chunk.subarray(at + 1)
      }
      rest = Buffer.from(chunk)
    }
    return end
  } finally {
    closeSync(descriptor)
  }
}

/** A line of the journal as data; undefined for what is none. */
export function journalRow(line: string): JournalRow | undefined {
  try {
    const entry = JSON.parse(line) as JournalRow
    return entry.journal === 1 && typeof entry.row.path === 'string' ? entry : undefined
  } catch {
    return undefined
  }
}

/** What an earlier run said of each input. */
export interface Known {
  /** The line for the input of that path, the last one where there are several. */
  get(path: string): string | undefined
  close(): void
}

/** Nothing was done before. */
export const nothingKnown: Known = { get: () => undefined, close: () => {} }

/** The journal of `folder` as it stands. The lines stay in the file, and only their places in memory. */
export function readJournal(folder: string): Known {
  const path = join(folder, names.journal)
  const places = new Map<string, readonly [start: number, length: number]>()
  let start = 0
  completeLines(path, (line, length) => {
    const entry = journalRow(line)
    if (entry) places.set(entry.row.path, [start, length])
    start += length + 1
  })
  if (places.size === 0) return nothingKnown
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  return {
    get(name) {
      const place = places.get(name)
      if (!place) return undefined
      const line = Buffer.allocUnsafe(place[1])
      const length = readSync(descriptor, line, 0, place[1], place[0])
      return line.toString('utf8', 0, length)
    },
    close: () => closeSync(descriptor),
  }
}

export interface Journal {
  add(line: string): void
  close(): void
}

/** Opens the journal of `folder` to go on behind its last complete line, or with `isNew` at its beginning. */
export function openJournal(folder: string, isNew: boolean): Journal {
  const path = join(folder, names.journal)
  const end = isNew ? 0 : completeLines(path, () => {})
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === false) throw failure('output-foreign', { path: names.journal })
  const flags = constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0)
  const descriptor = attempt(names.journal, () => {
    const opened = openSync(path, flags, 0o666)
    ftruncateSync(opened, end)
    return opened
  })
  let at = end
  return {
    add(line) {
      const bytes = Buffer.from(`${line}\n`, 'utf8')
      attempt(names.journal, () => {
        for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done, at + done)
      })
      at += bytes.length
    },
    close: () => closeSync(descriptor),
  }
}
