/** Tables as comma-separated text that Excel and WPS open with a double click: RFC 4180, CRLF, harmless. */
import { printable } from './printable.ts'

/** Excel and WPS take a text for UTF-8 only where it begins with this mark. */
export const csvMark = '\uFEFF'

export type CsvValue = string | number | null | undefined

/** What a table program would take for a formula gets an apostrophe; quoted is also what a list of another country parts at. */
function cell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = printable(value)
  const harmless = /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One row, with its end. */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(cell).join(',')}\r\n`
