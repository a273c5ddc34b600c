/** A file is replaced as a whole or not at all: a power cut or a full disk leaves the old one. */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { nameOf, onDisk } from '../disk/name.ts'

/** What the new file could not have of the old one. */
export interface Replaced {
  /** The old file has other names (hard links): they keep the old content. */
  readonly isParted: boolean
  /** The file belongs to somebody else now. */
  readonly isOwnerLost: boolean
}

/** What will stand at a path once it is committed. */
export interface Replacement {
  write(bytes: Uint8Array): void
  /** Only now the path changes; `last` is asked when all is written, and may throw. */
  commit(last?: () => void): Replaced
  /** Leaves the path as it is, and nothing beside it. */
  abandon(): void
}

/** Through a link to the file itself, so that the link stays. */
function realPath(path: string): string {
  try {
    return nameOf(realpathSync(onDisk(path), 'buffer'))
  } catch {
    return path
  }
}

const statOf = (path: string): Stats | undefined => statSync(onDisk(path), { throwIfNoEntry: false })

/** For cleaning up after a failure, which is told; that this fails too is not. */
function quietly(action: () => void): void {
  try {
    action()
  } catch {}
}

/** Not loaded with the program: few runs write a file. */
const host = (): string =>
  process
    .getBuiltinModule('node:os')
    .hostname()
    .replace(/[^A-Za-z0-9.-]/g, '_')
    .slice(0, 40) || 'host'

/** `.hegao-HOST-PID-xRANDOM.tmp`: a number of a process comes again in the next container, so that alone would not do. */
function temporaryName(): string {
  const random = process.getBuiltinModule('node:crypto').randomBytes(6).toString('hex')
  return `.hegao-${host()}-${process.pid}-x${random}.tmp`
}
const temporaryNames = /^\.hegao-(.+)-(\d{1,10})-x[0-9a-f]{12}\.tmp$/

/** Whatever is older, in milliseconds, nobody is still writing. */
const oldAge = 24 * 60 * 60 * 1000

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Takes away what runs left in `folder` that were killed: such a file holds words of a draft. */
function sweep(folder: string): void {
  for (const name of readdirSync(onDisk(folder))) {
    const [, owner, pid] = temporaryNames.exec(name) ?? []
    if (owner === undefined) continue
    const path = join(folder, name)
    const stat = lstatSync(path, { throwIfNoEntry: false })
    if (!stat?.isFile()) continue
    const isLeft = owner === host() ? !isRunning(Number(pid)) : Date.now() - stat.mtimeMs > oldAge
    if (isLeft) quietly(() => unlinkSync(path))
  }
}

/** As the system says it of a file that cannot be written. Root may write any: it asks, too. */
function refuseReadOnly(path: string, { mode }: Stats): void {
  if ((mode & 0o222) === 0) {
    const error: NodeJS.ErrnoException = new Error(`EACCES: read-only, access '${path}'`)
    throw Object.assign(error, { code: 'EACCES', syscall: 'access', path })
  }
  accessSync(onDisk(path), constants.W_OK)
}

/** Whoever may not give a file away keeps it himself. */
function keepOwner(descriptor: number, { uid, gid }: Stats): boolean {
  try {
    fchownSync(descriptor, uid, gid)
    return true
  } catch {
    return false
  }
}

/**
 * Begins to replace `path` (which need not exist), in a file beside it. A failure takes that file away and goes on. Nobody
 * but its owner can read the file in the making; in its place it has the mode of the old one, or of `like`.
 * @throws what the system says; also where the file is read-only
 */
export function replaceFile(path: string, like?: string): Replacement {
  const target = realPath(path)
  const old = statOf(target)
  if (old) refuseReadOnly(target, old)
  quietly(() => sweep(dirname(target)))
  const temporary = join(dirname(target), temporaryName())
  const descriptor = openSync(onDisk(temporary), 'wx', 0o600)
  const abandon = (): void => {
    quietly(() => closeSync(descriptor))
    quietly(() => unlinkSync(onDisk(temporary)))
  }
  const orAbandon = <Result>(action: () => Result): Result => {
    try {
      return action()
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
    commit: (last = () => {}) =>
      orAbandon(() => {
        const now = statOf(target)
        const model = now ?? (like === undefined ? undefined : statOf(like))
        const isOwnerKept = now === undefined || keepOwner(descriptor, now)
        // Behind the owner: giving a file away takes some bits from its mode.
        fchmodSync(descriptor, model ? model.mode & 0o7777 : 0o666 & ~process.umask())
        fsyncSync(descriptor)
        last()
        closeSync(descriptor)
        renameSync(onDisk(temporary), onDisk(target))
        return { isParted: (now?.nlink ?? 1) > 1, isOwnerLost: !isOwnerKept }
      }),
    abandon,
  }
}

/** Puts `bytes` in the place of the file `path`, all at once. Throws what the system says; then the old file is as it was. */
export function replaceWhole(
  path: string,
  bytes: Uint8Array,
  { like, last }: { like?: string; last?: () => void } = {},
): Replaced {
  const replacement = replaceFile(path, like)
  replacement.write(bytes)
  return replacement.commit(last)
}
