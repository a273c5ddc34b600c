/** A file is replaced as a whole or not at all: a power cut or a full disk leaves the old one. */
import { closeSync, fchmodSync, fsyncSync, openSync, realpathSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What will stand at a path once it is committed. */
export interface Replacement {
  write(bytes: Uint8Array): void
  /** Only now the path changes. */
  commit(): void
  /** Leaves the path as it is, and nothing beside it. */
  abandon(): void
}

let made = 0

/** Through a link to the file itself, so that the link stays. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function modeOf(path: string): number | undefined {
  try {
    return statSync(path).mode & 0o7777
  } catch {
    return undefined
  }
}

/** For cleaning up after a failure, which is told; that this fails too is not. */
function quietly(action: () => void): void {
  try {
    action()
  } catch {}
}

/** Begins to replace `path` (which need not exist), in a file beside it. A failure takes that file away and goes on. */
export function replaceFile(path: string): Replacement {
  const target = realPath(path)
  const temporary = join(dirname(target), `.hegao-${process.pid}-${made++}-${basename(target).slice(0, 40)}.tmp`)
  const descriptor = openSync(temporary, 'wx')
  const abandon = (): void => {
    quietly(() => closeSync(descriptor))
    quietly(() => unlinkSync(temporary))
  }
  const orAbandon = (action: () => void): void => {
    try {
      action()
    } catch (error) {
      abandon()
      throw error
    }
  }
  return {
    write: (bytes) =>
      orAbandon(() => {
        for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
      }),
    commit: () =>
      orAbandon(() => {
        const mode = modeOf(target)
        if (mode !== undefined) fchmodSync(descriptor, mode)
        fsyncSync(descriptor)
        closeSync(descriptor)
        renameSync(temporary, target)
      }),
    abandon,
  }
}

/** Puts `bytes` in the place of the file `path`, all at once. Throws what the system says; then the old file is as it was. */
export function replaceWhole(path: string, bytes: Uint8Array): void {
  const replacement = replaceFile(path)
  replacement.write(bytes)
  replacement.commit()
}
