/** Controls that are characters. */
import { LINE_BREAK } from '../paragraphs.ts'

/** Written signed or not; a character outside the first plane is written as two. */
export function characterOf(value: number): string {
  const code = value < 0 ? value + 0x10000 : value
  if (code < 0 || code > 0x10ffff) return '\uFFFD'
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code)
}

export const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: LINE_BREAK,
  lbr: LINE_BREAK,
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
  zwbo: '\u200b',
  zwnbo: '\u2060',
}
