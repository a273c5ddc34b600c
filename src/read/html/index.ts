/**
 * Web pages: the text that a browser shows, with a map back to the file. Pages come from browsers, from scraping, and from Word
 * and LibreOffice, whose own marks for numbers, notes and headers are known. Nothing is rendered or fetched, no script runs.
 */
import { failure } from '../../errors.ts'
import type { Source } from '../../source.ts'
import { commentsIn } from '../comments.ts'
import { assemble } from '../drafts.ts'
import { refusal } from '../refusal.ts'
import { decodePage } from './charset.ts'
import { referencesOf } from './fragments.ts'
import { type Html, treeOf } from './tree.ts'
import { paragraphsOf } from './walk.ts'

/** Larger pages are refused. In UTF-16 units. */
const LENGTH_LIMIT = 16 * 1024 * 1024
const MEGABYTE = 1024 * 1024

/** The report of findings that hegao writes: left in the folder of the reports, it would be checked for all that it quotes. */
const ownMark = '<meta name="generator" content="hegao">'

/** What programs that write documents leave in their pages. */
const documentMarks = /urn:schemas-microsoft-com:office:|content=["']?(?:LibreOffice|OpenOffice|Microsoft Word|WPS)/i

/**
 * The source of a page. Its `document` is the decoded file, so that lines and columns are those of the file; blocks are the
 * paragraphs that a browser shows, with a line feed between them. `encoding`: the user's `--encoding`.
 * @throws HegaoError what `decodePage` throws, `file-too-large`, `file-too-complex`
 */
export const readHtml = async (path: string, bytes: Uint8Array, forced?: string): Promise<Source> =>
  readHtmlWith(await import('parse5'), path, bytes, forced)

/** As `readHtml`, with the package that is there already. @throws HegaoError as `readHtml` */
export function readHtmlWith(html: Html, path: string, bytes: Uint8Array, forced?: string): Source {
  const { text: document, encoding, bom, damage } = decodePage(path, bytes, forced)
  if (document.length > LENGTH_LIMIT) {
    throw failure('file-too-large', { path, size: Math.ceil(document.length / MEGABYTE), limit: LENGTH_LIMIT / MEGABYTE })
  }
  if (document.slice(0, 2048).includes(ownMark)) {
    const nothing = { text: '', document, blocks: [], pieces: [{ start: 0, end: 0, from: 0, to: 0 }], damage }
    return { path, format: 'html', encoding, bom, ...nothing, notes: [{ kind: 'own-report' }] }
  }
  const refuse = refusal(path, '网页 .html')
  const tree = treeOf(html, document, refuse)
  const references = referencesOf(html, document, refuse)
  const isDocument = documentMarks.test(document.slice(0, 8192))
  const { text, blocks, pieces } = assemble(paragraphsOf(tree, { document, references, isDocument }))
  const comments = commentsIn(document, 0, document.length)
  const source: Source = { path, format: 'html', encoding, bom, text, document, blocks, pieces, damage }
  return comments.length === 0 ? source : { ...source, comments }
}
