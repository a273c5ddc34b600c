/** How a place is told to people. */
import type { Format, Point } from '../source.ts'
import { fill, type Lang } from '../wording.ts'
import { texts } from './texts.ts'

/** Formats without lines: their `line` is a paragraph, and no editor can jump to it. */
const paged: ReadonlySet<Format> = new Set<Format>(['docx', 'doc', 'wps', 'odt', 'rtf', 'pdf'])

/** Below a file's name: `2:10` for text, 第2段第10字 where the file has paragraphs and no lines. */
export function shortPlace({ line, column }: Point, format: Format, lang: Lang): string {
  return paged.has(format) ? fill(texts.paragraphPlace, lang, { line, column }) : `${line}:${column}`
}

/** `path:line:column`, which terminals and editors make a link of. */
export const linkPlace = (path: string, { line, column }: Point): string => `${path}:${line}:${column}`
