/** How a place is told to people. */
import type { Related } from '../finding.ts'
import { asideAt, type Format, locate, type Point, type Source, type Span } from '../source.ts'
import { fill, type Lang } from '../wording.ts'
import { asides, texts } from './texts.ts'

/** Formats without lines: their `line` is a paragraph, and no editor can jump to it. */
const paged: ReadonlySet<Format> = new Set<Format>(['docx', 'doc', 'wps', 'odt', 'rtf', 'pdf'])

/** Whether a file of the format has paragraphs and no lines. */
export const isPaged = (format: Format): boolean => paged.has(format)

/**
 * Below a file's name: `2:10` for text, 第2段第10字 where the file has paragraphs and no lines. Beside the body nobody could
 * count on from there: 脚注第1段第10字.
 */
export function shortPlace(source: Source, span: Span, lang: Lang): string {
  const { line, column } = locate(source, span).start
  if (!paged.has(source.format)) return `${line}:${column}`
  const beside = asideAt(source, span.start)
  if (!beside) return fill(texts.paragraphPlace, lang, { line, column })
  return fill(texts.asidePlace, lang, { where: asides[beside.aside], line: beside.ordinal, column })
}

/** Of a second place: with its file's name where it stands in another one. */
export const placeOfRelated = (source: Source, other: Related, lang: Lang): string =>
  other.source ? `${other.source.path} ${shortPlace(other.source, other, lang)}` : shortPlace(source, other, lang)

/** `path:line:column`, which terminals and editors make a link of. */
export const linkPlace = (path: string, { line, column }: Point): string => `${path}:${line}:${column}`
