/** The work of `open`: the report of `check -f html` beside the document, and the browser on it. */
import { accessSync, constants, mkdtempSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { failure } from '../../errors.ts'
import { fill, type Lang } from '../../wording.ts'
import { checkAll } from '../check/check-run.ts'
import { isOwnResult } from '../files/own-results.ts'
import { isPattern, type SelectionOptions } from '../files/paths.ts'
import { type ReadingOptions, type TimeOptions, wrong } from '../options.ts'
import { note } from '../output.ts'
import type { Session } from '../session.ts'
import { inBrowser } from './browser.ts'
import { deskTexts } from './desk-texts.ts'
import { droppedFiles } from './dropped.ts'
import { wholePage } from './page-blocks.ts'

export interface OpenOptions extends ReadingOptions, TimeOptions, SelectionOptions {
  /** False: no browser is started. */
  readonly start: boolean
}

/** Writes the page of what is found in `named` and opens it; without files it opens the page 核稿.html. */
export async function openAll(named: readonly string[], options: OpenOptions, session: Session): Promise<0 | 2> {
  const { lang } = session
  const { HEGAO_DROPPED: dropped = '' } = process.env
  const paths = named.length > 0 ? named : droppedFiles(dropped)
  if (paths.includes('-')) throw wrong(deskTexts.openStdin, lang, {})
  const [first] = paths
  if (first === undefined) return shown(pageOfOurs(lang), options, lang)
  if (paths.length === 1 && !isPattern(first) && !statSync(first, { throwIfNoEntry: false })) {
    throw failure('file-not-found', { path: first })
  }
  const path = placeFor(first, paths.length, lang)
  await checkAll(paths, { ...options, format: [{ name: 'html', path }], maxWarnings: -1 }, 'no', session)
  note(fill(deskTexts.pageWritten, lang, { path }))
  return shown(path, options, lang)
}

async function shown(path: string, { start }: OpenOptions, lang: Lang): Promise<0 | 2> {
  if (!start || (await inBrowser(resolve(path)))) return 0
  note(fill(deskTexts.noBrowser, lang, { path }))
  return 2
}

/** The page that the program brings: built in the repository, beside the starter of the portable kit, or in the package in parts. */
function pageOfOurs(lang: Lang): string {
  const root = dirname(dirname(realpathSync(process.argv[1] ?? '.')))
  const dist = join(root, 'dist')
  const page = [join(dist, 'hegao.html'), join(root, '..', '核稿.html')].find(isFile)
  if (page !== undefined) return page
  const inParts = join(dist, 'hegao.html.in')
  if (!isFile(inParts)) throw wrong(deskTexts.noPage, lang, {})
  const path = join(mkdtempSync(join(tmpdir(), 'hegao-')), '核稿.html')
  writeFileSync(path, wholePage(readFileSync(inParts, 'utf8'), { assets: join(root, 'assets'), pdf: join(dist, 'pdf') }))
  note(fill(deskTexts.pageMade, lang, { path }))
  return path
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true

/** How many pages of others are passed over before a name is found. */
const mostTries = 100

/** 讲话.docx → 讲话.核稿.html beside it; where something else stands there, 讲话.核稿2.html. */
function placeFor(first: string, count: number, lang: Lang): string {
  const whole = resolve(first)
  const name = basename(whole).replace(/[*?"<>|]/g, '_')
  const stem = statSync(whole, { throwIfNoEntry: false })?.isDirectory() ? name : basename(name, extname(name))
  const called = count > 1 ? fill(deskTexts.manyName, lang, { name: stem, count }) : stem
  const folder = writable(dirname(whole), lang)
  for (let number = 1; number < mostTries; number++) {
    const path = join(folder, `${called}.核稿${number === 1 ? '' : number}.html`)
    if (isOwnPage(path)) return path
  }
  return join(mkdtempSync(join(tmpdir(), 'hegao-')), `${called}.核稿.html`)
}

/** Nothing stands there, or a page that hegao made. */
function isOwnPage(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined || (stat.isFile() && isOwnResult(path))
}

/** `folder`, or a new one of this user's in the temporary folder. */
function writable(folder: string, lang: Lang): string {
  try {
    accessSync(folder, constants.W_OK)
    return folder
  } catch {
    note(fill(deskTexts.elsewhere, lang, { folder }))
    return mkdtempSync(join(tmpdir(), 'hegao-'))
  }
}
