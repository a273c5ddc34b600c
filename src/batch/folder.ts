/**
 * The output folder: everything appears in it as a whole or not at all, nothing is written outside it or through a symbolic
 * link, and nothing is replaced that hegao did not write.
 */
import type { Hash } from 'node:crypto'
import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { threadId } from 'node:worker_threads'
import { nameOf, onDisk } from '../disk/name.ts'
import { failure, HegaoError } from '../errors.ts'

/** The files beside the documents. No output can be called so: theirs end in `.json`. */
export const names = {
  index: 'index.jsonl',
  errors: 'errors.jsonl',
  skipped: 'skipped.jsonl',
  journal: 'journal.jsonl',
  sections: 'sections.jsonl',
  indexTable: 'index.csv',
  findingTable: 'findings.csv',
} as const

/** Where files are made before they take their place: on the same disk, and of one process. */
const scratchName = (host: string, pid: number): string => `.hegao-${host}-${pid}.tmp`
const scratchNames = /^\.hegao-(.+)-(\d{1,10})\.tmp$/
const ownHost = (): string =>
  hostname()
    .replace(/[^A-Za-z0-9.-]/g, '_')
    .slice(0, 60) || 'host'

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException).code

/** The disk itself fails: whatever comes next would fail too. */
const ofTheDisk = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE']
export const isOfTheDisk = ({ code, data }: HegaoError): boolean =>
  code === 'output-failed' && ofTheDisk.includes(String(data.system))

/** `action`, whose failure is one of writing `path`. */
export function attempt<Result>(path: string, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    const code = codeOf(error)
    if (error instanceof HegaoError || typeof code !== 'string') throw error
    throw outputFailure(path, code, error)
  }
}

/** `reason` is the system's word; who words the message may put a better one in its place. */
const outputFailure = (path: string, system: string, cause: unknown): HegaoError =>
  new HegaoError('output-failed', { path, reason: system, system }, cause)

/** Through no link. */
const realPath = (path: string): string => nameOf(realpathSync.native(onDisk(path), 'buffer'))

/** When the process began, as the system counts it, and undefined of one that has ended and was not heard of; '' where nobody says. */
function beginningOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ''
  try {
    // The name in brackets may hold anything: what counts stands behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : (fields[19] ?? '')
  } catch {
    return undefined
  }
}

/** The file in a scratch folder that says when its process began: numbers of processes come again. */
const beginningName = 'began'

/** Whether the process that made the scratch folder is still at work. */
function isAtWork(scratch: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  const began = beginningOf(pid)
  if (began === undefined) return false
  try {
    const then = readFileSync(join(scratch, beginningName), 'latin1')
    return then === '' || began === '' || then === began
  } catch {
    // Made this moment, or by a version that did not say.
    return true
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/**
 * Makes the folder `path` and those above it. Node's own way never ends where the system says ENOENT of a folder that it does
 * not let be made (`/proc/x`).
 */
export function makeFolders(path: string): void {
  const missing: string[] = []
  for (let at = resolve(path); !existsSync(onDisk(at)) && dirname(at) !== at; at = dirname(at)) missing.push(at)
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(onDisk(folder))
    } catch (error) {
      // Somebody else was quicker.
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

export interface OpenOptions {
  /** Go on in a folder where a run has been. */
  readonly resume: boolean
  /** Begin anew in such a folder. */
  readonly force: boolean
}

/** The folder, ready to be written into. */
export interface OutputFolder {
  /** Absolute, and through no link. */
  readonly path: string
  /** Where this process makes its files. */
  readonly scratch: string
  /** The file system takes A and a for one name. */
  readonly ignoresCase: boolean
}

/** @throws HegaoError `output-busy` where another process of this machine is at work in the folder `real` */
function refuseBusy(path: string, real: string, entries: readonly string[]): void {
  for (const name of entries) {
    const [, owner, pid] = scratchNames.exec(name) ?? []
    if (owner !== ownHost() || Number(pid) === process.pid) continue
    if (isAtWork(join(real, name), Number(pid))) throw failure('output-busy', { path, name })
  }
}

/**
 * Makes or takes over the folder `path`.
 * @throws HegaoError `output-exists`, `output-busy`, `output-failed`
 */
export function openFolder(path: string, { resume, force }: OpenOptions): OutputFolder {
  const real = attempt(path, () => {
    makeFolders(path)
    return realPath(path)
  })
  const host = ownHost()
  const scratch = join(real, scratchName(host, process.pid))
  const entries = attempt(path, () => readdirSync(real))
  const scratches = entries.filter((name) => scratchNames.test(name))
  refuseBusy(path, real, scratches)
  const isTaken = entries.length > scratches.length
  if (isTaken && !resume && !force) {
    throw failure(entries.includes(names.journal) ? 'output-begun' : 'output-exists', { path })
  }
  for (const name of scratches) {
    // What another host left may still be at work there.
    if (scratchNames.exec(name)?.[1] === host) attempt(path, () => rmSync(join(real, name), { recursive: true, force: true }))
  }
  attempt(path, () => mkdirSync(scratch))
  try {
    attempt(path, () => writeFileSync(join(scratch, beginningName), beginningOf(process.pid) ?? ''))
    // Two that began at one moment see each other now, and both give way.
    refuseBusy(
      path,
      real,
      attempt(path, () => readdirSync(real)),
    )
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true })
    throw error
  }
  return { path: real, scratch, ignoresCase: existsSync(join(real, scratchName(host, process.pid).toUpperCase())) }
}

/**
 * A folder of another process's conversion, for one worker of a queue and one file: `openFolder` is for whoever began it.
 * @throws HegaoError `output-failed`
 */
export function joinFolder(path: string, lane: number): Pick<OutputFolder, 'path' | 'scratch'> {
  const scratch = join(path, scratchName(`worker-${ownHost()}-${process.pid}`, lane))
  attempt(path, () => makeFolders(scratch))
  return { path, scratch }
}

/** Takes away what workers left who were killed. Nobody may be at work. */
export function sweepFolder(path: string): void {
  for (const name of readdirSync(path)) {
    if (scratchNames.exec(name)?.[1]?.startsWith('worker-')) rmSync(join(path, name), { recursive: true, force: true })
  }
}

/** Takes the scratch folder away, and all that was not finished with it. */
export function closeFolder({ scratch }: Pick<OutputFolder, 'scratch'>): void {
  rmSync(scratch, { recursive: true, force: true })
}

/** A file in the making. */
export interface Draft {
  write(text: string): void
  /** Puts the file in its place; gives the SHA-256 and the length in bytes of what was written. */
  commit(isLasting?: boolean): { readonly sha256: string; readonly bytes: number }
  abandon(): void
}

/** Text is written in pieces of about this many characters. */
const pieceSize = 262_144

let made = 0

/** Begins a file that will stand at `output`, a path below the folder with `/`; `label` is what messages call it. */
export function draft(folder: Pick<OutputFolder, 'path' | 'scratch'>, output: string, label = output): Draft {
  // Threads share the folder of the process; no number of a thread is given twice.
  const temporary = join(folder.scratch, `${threadId}-${made++}`)
  const descriptor = attempt(label, () => openSync(onDisk(temporary), 'wx'))
  const hash: Hash = createHash('sha256')
  let bytes = 0
  let pending = ''
  let isOpen = true
  const abandon = (): void => {
    try {
      if (isOpen) closeSync(descriptor)
      unlinkSync(onDisk(temporary))
    } catch {}
    isOpen = false
  }
  const orAbandon = <Result>(action: () => Result): Result => {
    try {
      return attempt(label, action)
    } catch (error) {
      abandon()
      throw error
    }
  }
  const flush = (): void => {
    const chunk = Buffer.from(pending, 'utf8')
    pending = ''
    hash.update(chunk)
    bytes += chunk.length
    for (let at = 0; at < chunk.length; ) at += writeSync(descriptor, chunk, at)
  }
  return {
    write(text) {
      pending += text
      if (pending.length >= pieceSize) orAbandon(flush)
    },
    commit: (isLasting = false) =>
      orAbandon(() => {
        flush()
        if (isLasting) fsyncSync(descriptor)
        isOpen = false
        closeSync(descriptor)
        const target = safeTarget(folder.path, output, label)
        refuseForeign(target, label)
        renameSync(onDisk(temporary), onDisk(target))
        return { sha256: hash.digest('hex'), bytes }
      }),
    abandon,
  }
}

/** The path of an output, its folders made; refused where a link leads elsewhere. */
function safeTarget(root: string, output: string, label: string): string {
  const target = resolve(root, output)
  if (!target.startsWith(root.endsWith(sep) ? root : root + sep)) throw failure('output-outside', { path: label })
  const parent = dirname(target)
  if (!existsSync(onDisk(parent))) {
    // From the top: a link on the way must not be followed, not even to make a folder behind it.
    let folder = root
    for (const part of dirname(output).split('/')) {
      folder = join(folder, part)
      if (!isOwnFolder(folder, label)) makeFolders(folder)
    }
  }
  if (realPath(parent) !== parent) throw failure('output-linked', { path: label })
  return target
}

function isOwnFolder(path: string, label: string): boolean {
  const stat = lstatSync(onDisk(path), { throwIfNoEntry: false })
  if (stat?.isSymbolicLink()) throw failure('output-linked', { path: label })
  return stat !== undefined
}

/** How every file of ours begins: documents, the lines of the index, the errors and the journal, and the tables. */
const ownBeginnings = ['{"schemaVersion":', '{"journal":', '{"path":', '\uFEFFpath,']

/** Whether the regular file `path` is one that hegao wrote; an empty one harms nobody. */
function isOwn(path: string): boolean {
  const descriptor = openSync(onDisk(path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const head = Buffer.alloc(40)
    const length = readSync(descriptor, head, 0, head.length, 0)
    return length === 0 || ownBeginnings.some((beginning) => head.toString('utf8', 0, length).startsWith(beginning))
  } finally {
    closeSync(descriptor)
  }
}

function refuseForeign(target: string, label: string): void {
  const stat = lstatSync(onDisk(target), { throwIfNoEntry: false })
  if (!stat || (stat.isFile() && isOwn(target))) return
  throw failure('output-foreign', { path: label })
}

/** Takes away an output that no longer says what its input does. Whatever else stands there stays. */
export function removeOutput(root: string, output: string): void {
  try {
    const target = resolve(root, output)
    if (realPath(dirname(target)) === dirname(target) && lstatSync(onDisk(target)).isFile() && isOwn(target))
      unlinkSync(onDisk(target))
  } catch {}
}

/** The output as it was just written, or stood there and was right. */
export const readOutput = (root: string, output: string): string =>
  attempt(output, () => readFileSync(onDisk(resolve(root, output)), 'utf8'))

/** SHA-256 of the output as it stands, or undefined: not there, no plain file, or behind a link. */
export function hashOfOutput(root: string, output: string): string | undefined {
  const target = resolve(root, output)
  let descriptor: number
  try {
    if (realPath(dirname(target)) !== dirname(target)) return undefined
    descriptor = openSync(onDisk(target), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch {
    return undefined
  }
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(pieceSize)
    for (let count = readSync(descriptor, buffer); count > 0; count = readSync(descriptor, buffer)) {
      hash.update(buffer.subarray(0, count))
    }
    return hash.digest('hex')
  } catch {
    return undefined
  } finally {
    closeSync(descriptor)
  }
}
