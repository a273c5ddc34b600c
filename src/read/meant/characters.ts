/** Characters that stand for others: radicals that PDFs give for characters, and character references that nobody resolved. */
import type { Source } from '../../source.ts'
import type { Reading } from './edited.ts'

/** Of the CJK Radicals Supplement those that are whole characters (EquivalentUnifiedIdeograph.txt of Unicode); 户 as written here. */
const radicals = '⼾⺁⺝⺠⺧⺩⺬⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱'
const unified = '户厂月民牛王示月虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龜'

/** The character for which a radical (U+2E80–2FD5) stands. */
export function unifiedOf(radical: string): string {
  const index = radicals.indexOf(radical)
  return index >= 0 ? unified.charAt(index) : radical.normalize('NFKC')
}

const radical = /[\u2e80-\u2fd5]/g

/** Radicals that stand where a character is meant. In a text about radicals they stand alone; nobody writes such here. */
export function radicalsIn({ text }: Source): Reading[] {
  if (text.search(radical) < 0) return []
  return [...text.matchAll(radical)].flatMap(({ 0: found, index }) => {
    const value = unifiedOf(found)
    return value.length === 1 && value !== found ? [{ start: index, end: index + 1, value }] : []
  })
}

/** <U+00A0>, as some programs print what they cannot; &nbsp; and its like, which belong to web pages. */
const reference =
  /<U\+([0-9A-Fa-f]{4,5})>|&(nbsp|ensp|emsp|amp|lt|gt|quot|ldquo|rdquo|hellip|mdash|middot);|&#(x[0-9A-Fa-f]{2,5}|[0-9]{2,6});/g
const named: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  mdash: '—',
  middot: '·',
}

/** Escapes that a plain text holds; Markdown and web pages resolve their own. */
export function escapesIn({ text, format }: Source): Reading[] {
  if (format !== 'txt' || !/<U\+|&(?:#|[a-z])/.test(text)) return []
  return [...text.matchAll(reference)].flatMap(({ 0: found, 1: hex, 2: name, 3: number, index }) => {
    const value = name ? named[name] : characterOf(hex ? Number.parseInt(hex, 16) : codeOf(number ?? ''))
    return value === undefined ? [] : [{ start: index, end: index + found.length, value }]
  })
}

const codeOf = (written: string): number => (written.startsWith('x') ? Number.parseInt(written.slice(1), 16) : Number(written))

/** Control characters and lone halves stay as they are written: they would be damage. */
const characterOf = (code: number): string | undefined =>
  code >= 0x20 && code <= 0xffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xf900)
    ? String.fromCharCode(code)
    : undefined
