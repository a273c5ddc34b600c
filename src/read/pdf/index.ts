/**
 * PDFs with a text layer. What is read is where characters stand; paragraphs are found from that, as a reader of the page finds
 * them. Blanks between Chinese characters and figures are not the author's, so there are none; nothing is known of headings.
 */
import { platform } from '#platform'
import { failure, HegaoError } from '../../errors.ts'
import type { Pdf } from '../../platform.ts'
import type { Damage, Source } from '../../source.ts'
import type { Wording } from '../../wording.ts'
import { type ReadParagraph, sourceOf } from '../paragraphs.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { refuseBombs } from './guard.ts'
import { linesOf, type Page } from './lines.ts'
import { paragraphsOf } from './paragraphs.ts'

/** A report of a hundred thousand characters has two hundred pages. */
const PAGE_LIMIT = 5000
/** In milliseconds, asked between pages. */
const TIME_LIMIT = 60_000

const malformed: Wording = { zh: '内部结构有误', en: 'its structure is broken' }
const garbled: Wording = { zh: '字体没有说明各是什么字，取出来是乱码', en: 'its fonts do not say which characters they show' }
const manyPages: Wording = { zh: '页数过多', en: 'too many pages' }
const manyStretches: Wording = { zh: '一页里的文字片段过多', en: 'a page has too many stretches of text' }
const slow: Wording = { zh: '一分钟读不完', en: 'it cannot be read in a minute' }

/** The PDF that is being read. */
let last: Promise<unknown> = Promise.resolve()

/**
 * The source of a PDF. They are read one after another, however many are asked for: the package counts the pages of all
 * open documents in one place, and reads on with the wrong count.
 * @throws HegaoError `no-text-layer`, `file-encrypted`, `format-damaged`, `file-too-complex`, `package-missing`
 */
export function readPdf(path: string, bytes: Uint8Array): Promise<Source> {
  const source = last.then(() => readOne(path, bytes))
  last = source.catch(() => {})
  return source
}

async function readOne(path: string, bytes: Uint8Array): Promise<Source> {
  const refuse = refusal(path, 'PDF 文档 .pdf')
  refuseBombs(bytes, refuse)
  // The package takes its bytes away from whoever gives them.
  const task = await platform.openPdf(new Uint8Array(bytes))
  try {
    const pages = await pagesOf(await task.promise, refuse)
    const { paragraphs, unruled } = paragraphsOf(pages)
    if (unruled === 0 && paragraphs.every(({ hint }) => hint?.verbatim)) throw failure('no-text-layer', { path })
    const damage = damageIn(paragraphs)
    if (isGarbled(paragraphs, damage)) throw refuse.damaged(garbled)
    const source = sourceOf(path, 'pdf', paragraphs, { damage })
    return unruled > 0 ? { ...source, notes: [{ kind: 'unruled-table' }] } : source
  } catch (error) {
    throw asFailure(path, error, refuse)
  } finally {
    await task.destroy().catch(() => {})
  }
}

async function pagesOf(pdf: Pdf, refuse: Refusal): Promise<Page[]> {
  if (pdf.numPages > PAGE_LIMIT) throw refuse.tooComplex(manyPages)
  const end = performance.now() + TIME_LIMIT
  const pages: Page[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    if (performance.now() > end) throw refuse.tooComplex(slow)
    const page = await pdf.getPage(number)
    const lines = await linesOf(page)
    if (!lines) throw refuse.tooComplex(manyStretches)
    pages.push(lines)
    page.cleanup()
  }
  return pages
}

/** The package's failures have names; whatever else it throws comes from a file that it did not expect. */
function asFailure(path: string, error: unknown, refuse: Refusal): HegaoError {
  if (error instanceof HegaoError) return error
  const isEncrypted = error instanceof Error && error.name === 'PasswordException'
  return isEncrypted ? failure('file-encrypted', { path }) : refuse.damaged(malformed, error)
}

const suspects = /\ufffd{1,10000}|[\ue000-\uf8ff]{1,10000}|[^\t-\r -\uffff]{1,10000}/g

/** Characters that fonts of a PDF made up. Private use is common for bullets. */
function damageIn(paragraphs: readonly ReadParagraph[]): Damage[] {
  const text = paragraphs.map((one) => one.text).join('\n')
  return Array.from(text.matchAll(suspects), ({ 0: found, index }): Damage => {
    const kind = found.startsWith('\ufffd') ? 'undecodable' : found < ' ' ? 'control' : 'private-use'
    return { kind, offset: index, length: found.length }
  })
}

/** Of the characters at most this share are no characters. */
const GARBLED_SHARE = 0.3

function isGarbled(paragraphs: readonly ReadParagraph[], damage: readonly Damage[]): boolean {
  const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0)
  return damage.reduce((sum, one) => sum + one.length, 0) > length * GARBLED_SHARE
}
