/** Rich Text Format (.rtf, and .doc files that are RTF) → Source. */
import type { Source } from '../../source.ts'
import { damageOf } from '../decode.ts'
import { sourceOf } from '../paragraphs.ts'
import { refusal } from '../refusal.ts'
import { paragraphsOf } from './document.ts'

/** @throws HegaoError `format-damaged` or `file-too-complex` */
export function readRtf(path: string, bytes: Uint8Array): Source {
  const source = sourceOf(path, 'rtf', paragraphsOf(bytes, refusal(path, 'RTF 文档 .rtf')))
  return { ...source, damage: damageOf(source.document, 'utf-8') }
}
