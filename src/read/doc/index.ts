/** Word 97–2003 documents (.doc, and .wps of WPS Office, which are the same) → Source. Follows [MS-DOC]. */
import { failure } from '../../errors.ts'
import type { Format, Source } from '../../source.ts'
import type { Wording } from '../../wording.ts'
import { damageOf } from '../decode.ts'
import { sourceOf } from '../paragraphs.ts'
import { refusal } from '../refusal.ts'
import { Damaged } from './bytes.ts'
import { paragraphsOf } from './document.ts'
import { readFibBase } from './fib.ts'
import { type CompoundFile, openCompoundFile } from './ole.ts'

const WORD = 'WordDocument'
const WORD_97 = 0xc1
const tooOld: Wording = { zh: 'Word 95 或更早', en: 'Word 95 or older' }
const broken = 'Word 文档 .doc/.wps'

/** The content of .doc and .wps is the same, so the name decides what the format is called. */
const formatOf = (path: string): Format => (/\.wp[st]$/i.test(path) ? 'wps' : 'doc')

/**
 * Reads a compound file (OLE) that holds a Word document.
 * @throws HegaoError `format-damaged`, `format-too-old`, `file-encrypted` or `file-too-complex`
 */
export function readDoc(path: string, bytes: Uint8Array): Source {
  try {
    const source = sourceOf(path, formatOf(path), paragraphsOf(wordIn(path, openCompoundFile(bytes))))
    return { ...source, damage: damageOf(source.document, 'utf-16le') }
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
    const refuse = refusal(path, broken)
    throw error.isTooComplex ? refuse.tooComplex(error.reason) : refuse.damaged(error.reason, error)
  }
}

/** The streams of a Word document that can be read. */
function wordIn(path: string, file: CompoundFile): { main: Uint8Array; table: Uint8Array; data: Uint8Array } {
  const main = file.stream(WORD)
  if (!main) throw new Damaged({ zh: '缺少正文部分', en: 'its main part is missing' })
  const base = readFibBase(main)
  if (base.isEncrypted) throw failure('file-encrypted', { path })
  if (base.version < WORD_97) throw failure('format-too-old', { path, kind: tooOld })
  const table = file.stream(base.tableStream)
  if (!table) throw new Damaged({ zh: '缺少正文索引', en: 'its tables are missing' })
  return { main, table, data: file.stream('Data') ?? new Uint8Array(0) }
}
