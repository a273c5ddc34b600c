/** The work of `compare --against`: the index of an archive is brought up to date, the nearest report found, and compared. */
import { appendFileSync, existsSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import {
  type Archive,
  archiveGrain,
  archiveOf,
  bytesOfArchive,
  entriesOf,
  type Fresh,
  nearest,
  noArchive,
  withReports,
} from '../../compare/archive.ts'
import { normalOf } from '../../compare/normal.ts'
import { fingerprintsOf } from '../../compare/winnow.ts'
import { readFile } from '../../disk/file.ts'
import { HegaoError } from '../../errors.ts'
import { read } from '../../read/index.ts'
import { hashOf } from '../../text/hash.ts'
import { fill, type Lang } from '../../wording.ts'
import { replaceWhole } from '../atomic.ts'
import { expand } from '../files/paths.ts'
import { bytesOf, prepare } from '../files/preparation.ts'
import { wrong } from '../options.ts'
import { note } from '../output.ts'
import type { Session } from '../session.ts'
import { systemReason, texts } from '../texts.ts'
import type { CompareOptions } from './compare.ts'
import { compareTwo } from './compare-run.ts'
import { compareTexts } from './compare-texts.ts'

/** In the folder of the archive. */
const indexName = '.hegao-compare'

/** So many are named; the first is compared with. */
const mostNear = 5

export async function compareAgainst(folder: string, now: string, options: CompareOptions, session: Session): Promise<0 | 1 | 2> {
  const { lang } = session
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw wrong(compareTexts.notAFolder, lang, { path: folder })
  const bytes = bytesOf({ path: now, from: 'file' })
  if (bytes instanceof HegaoError) throw bytes
  const { optionsFor } = await prepare(options, session, now)
  const source = await read(now, bytes, await optionsFor(now))
  const archive = await upToDate(folder, options, session)
  const own = new Set([hashOfBytes(bytes)])
  const prints = fingerprintsOf(normalOf(source.text, [{ start: 0, end: source.text.length }]).text, archiveGrain)
  const here = resolve(now)
  const near = nearest(archive, prints, mostNear + 1)
    .filter(({ entry }) => !own.has(entry.hash) && resolve(folder, entry.path) !== here)
    .slice(0, mostNear)
  const [first, ...others] = near.map(({ entry, share }) => ({ path: join(folder, entry.path), share: Math.round(share * 100) }))
  if (!first) {
    note(fill(compareTexts.nobodyNear, lang, { path: folder, files: entriesOf(archive).size }))
    return 0
  }
  note(fill(compareTexts.near, lang, first))
  if (others.length > 0) {
    const list = others.map((other) => fill(compareTexts.nearOne, lang, other)).join(lang === 'zh' ? '、' : ', ')
    note(fill(compareTexts.nearToo, lang, { list }))
  }
  return compareTwo(first.path, now, options, session)
}

const hashOfBytes = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return hashOf(text) + bytes.length.toString(16)
}

/** Reads what is new or changed in the folder, forgets what is gone, and keeps the index. */
async function upToDate(folder: string, options: CompareOptions, session: Session): Promise<Archive> {
  const { lang } = session
  const path = join(folder, indexName)
  const before = existsSync(path) ? archiveOf(readFile(path)) : noArchive
  if (!before) note(fill(compareTexts.indexRebuilt, lang, { path }))
  const archive = before ?? noArchive
  const known = entriesOf(archive)
  const { optionsFor, configs } = await prepare(options, session, folder)
  const { targets } = await expand([folder], {}, configs)
  const fresh: Fresh[] = []
  const seen = new Set<string>()
  for (const target of targets) {
    const name = relative(folder, target.path).split(sep).join('/')
    const stat = statSync(target.path, { throwIfNoEntry: false })
    if (!stat) continue
    seen.add(name)
    const entry = known.get(name)?.entry
    if (entry && entry.size === stat.size && entry.modified === stat.mtimeMs) continue
    try {
      const bytes = bytesOf(target)
      if (bytes instanceof HegaoError) throw bytes
      const { text } = await read(target.path, bytes, await optionsFor(target.path))
      const prints = fingerprintsOf(normalOf(text, [{ start: 0, end: text.length }]).text, archiveGrain)
      const hash = hashOfBytes(bytes)
      fresh.push({ entry: { path: name, size: stat.size, modified: stat.mtimeMs, hash, prints: prints.size }, prints })
    } catch (error) {
      if (!(error instanceof HegaoError)) throw error
      note(fill(texts.complaint, lang, { message: error.sentence(lang) }))
    }
  }
  const again = new Set(fresh.map(({ entry }) => entry.path))
  const gone = [...known.keys()].filter((name) => !seen.has(name) || again.has(name))
  const after = withReports(archive, fresh, gone)
  if (after !== archive || !before) keep(path, archive, after, before !== undefined && existsSync(path), lang)
  if (fresh.length + gone.length > 0) {
    const left = gone.filter((name) => !again.has(name)).length
    note(fill(compareTexts.indexed, lang, { path, files: entriesOf(after).size, fresh: fresh.length, gone: left }))
  }
  return after
}

/** A segment is added to the file where only one is new. An archive that may not be written is compared with all the same. */
function keep(path: string, before: Archive, after: Archive, isThere: boolean, lang: Lang): void {
  try {
    const isAdded = isThere && after.segments.length === before.segments.length + 1 && before.segments.length > 0
    if (isAdded) appendFileSync(path, bytesOfArchive(after, before.segments.length))
    else replaceWhole(path, bytesOfArchive(after), {})
  } catch (error) {
    note(fill(compareTexts.indexUnwritten, lang, { reason: systemReason(error, lang) }))
  }
}
