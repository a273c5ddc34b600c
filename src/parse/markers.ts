/**
 * The ordinals that reports print, one row a scheme. GB/T 9704—2012 7.3.3 names 一、 （一） 1. （1）;
 * GB/T 15834—2011 annex B.3 the marks that follow an ordinal. The parser accepts what is written, right or wrong.
 */
import { circledNumber, numberOf } from '../text/numerals.ts'
import { type Family, familyOf, type Scheme } from '../tree.ts'

export interface MarkerScheme {
  readonly scheme: Scheme
  readonly kind: 'heading' | 'item'
  /** As it stands in a report; a test reads it with `pattern`. */
  readonly example: string
  /** Sticky. The first group, where there is one, is the numeral. A line of a text wrapped by hand may end inside an item's. */
  readonly pattern: RegExp
  /** What looks like it and is none; offsets of the text. */
  readonly isNone?: (text: string, start: number, end: number) => boolean
  /** The ordinal where it is a word and no numeral. */
  readonly words?: Readonly<Record<string, number>>
}

/** The ordinal of a marker that ends a series and says no number (最后，): which it is, only the series tells. */
export const final = 99

/** What is counted or ranked in twos: 一、二季度, 一、三产业, 二、三线城市, 一、二审. */
const ranked =
  /^([一二三四五六七八九十]{1,2})(?:季度|[次产]?产业|线|审|级|类|期|等|号|楼|层|年级|班|把手|月|批|轮|院|中|梯队|环|标段|矿|厂|营|连|车间|小区|组|队|支部|档|甲|[副把]手|师|[大中支]队|周|旬|步|阶段|区(?![域别])|[道条]?防线|本(?![级地])|标|村|社|社区|所|站|号线|号井|期工程)/

/** “一、二季度” tells two of a row at once: the second number is the next, or the one after it. */
function isPair(text: string, start: number, end: number): boolean {
  const second = ranked.exec(text.slice(end, end + 6))
  const first = numberOf(text.slice(start, end - 1))
  const value = second ? numberOf(second[1] as string) : undefined
  return first !== undefined && value !== undefined && value > first && value <= first + 2
}

export const markers = [
  {
    scheme: 'chapter',
    kind: 'heading',
    example: '第一章　总则',
    pattern: /第([一二三四五六七八九十百]{1,4})章(?=[\s\u3000：:]|$)/y,
  },
  {
    scheme: 'jie',
    kind: 'heading',
    example: '第一节　会员',
    pattern: /第([一二三四五六七八九十]{1,3})节(?=[\s\u3000：:]|$)/y,
  },
  {
    scheme: 'part',
    kind: 'heading',
    example: '第一部分　工作回顾',
    pattern:
      /第([一二三四五六七八九十]{1,3})(?:部分|板块|篇章)(?=[\s\u3000：:]|$)|(?:议题|专题|案例|板块|建议|问题|经验|做法|措施|任务|原因|对策|启示|亮点|主题|环节)([一二三四五六七八九十]{1,3})(?=[\s\u3000：:]|$)/y,
  },
  { scheme: 'article', kind: 'heading', example: '第一条　为了', pattern: /第([一二三四五六七八九十百]{1,5})条(?=[\s\u3000])/y },
  {
    scheme: 'han-dun',
    kind: 'heading',
    example: '一、工作回顾',
    pattern: /([一二三四五六七八九十]{1,3})[、．.](?![一二三四五六七八九十]{1,3}、)/y,
    isNone: isPair,
  },
  { scheme: 'paren-han', kind: 'heading', example: '（一）主要成绩', pattern: /[（(]([一二三四五六七八九十]{1,3})[）)]/y },
  {
    scheme: 'arabic-dot',
    kind: 'heading',
    example: '1.坚持政治引领',
    pattern: /([0-9０-９]{1,2})[.．、](?![0-9０-９])[\s\u3000]?/y,
  },
  { scheme: 'paren-arabic', kind: 'heading', example: '（1）强化责任', pattern: /[（(]([0-9０-９]{1,2})[）)]/y },
  { scheme: 'arabic-paren', kind: 'heading', example: '1）强化责任', pattern: /([0-9０-９]{1,2})[）)]/y },
  { scheme: 'circled', kind: 'item', example: '①强化责任', pattern: /([\u2460-\u2473\u3251-\u325f\u32b1-\u32bf])/y },
  { scheme: 'shi', kind: 'item', example: '一是强化政治建设', pattern: /([一二三四五六七八九十]{1,3})\n?是(?!\1[，、。；]|非)/y },
  {
    scheme: 'yao',
    kind: 'item',
    example: '一要严明政治纪律',
    pattern: /([一二三四五六七八九十]{1,3})\n?要(?![素点务件求塞领闻津])/y,
  },
  {
    scheme: 'di',
    kind: 'item',
    example: '第一，提高认识',
    // 第一件事，…… 第二步，……; 其一，…… 其二，…….
    pattern:
      /第\n?([一二三四五六七八九十]{1,3})(?:[，,、：]|(?:件事?|点|步)(?:[，,：]|(?=是[^不否]))|(?=[是要][^务素点件]))|其([一二三四五六])[，,：]/y,
  },
  {
    scheme: 'shouxian',
    kind: 'item',
    example: '首先，提高认识',
    pattern: /(?:首\n?先|其\n?次|再\n?次)[，,、]?|最\n?后[，,]/y,
    words: { 首先: 1, 其次: 2, 再次: 3, 最后: final },
  },
  {
    scheme: 'yifangmian',
    kind: 'item',
    example: '一方面，提高认识',
    pattern: /(?:另一方面|一方面)[，,]?/y,
    words: { 一方面: 1, 另一方面: 2 },
  },
  { scheme: 'dash', kind: 'item', example: '——经济实力', pattern: /(?:——|—|－－|--)(?![—－-])/y },
] as const satisfies readonly MarkerScheme[]

/** Ordinals that no line tells by itself: for 1.2 the other lines are asked, for 第一次 what the format says of the line. */
export const contextMarkers = [
  {
    scheme: 'decimal',
    example: '1.1 主要经验',
    // Without a blank only 1.2 and longer ones, and no quantity: 1.2万亩.
    pattern:
      /[0-9]{1,2}(?:(?:[.．][0-9]{1,2}){0,3}[ \t\u00a0\u3000]{1,4}|(?:[.．][0-9]{1,2}){1,3}(?![万亿千百亩元倍余吨米公]))(?=[\u4e00-\u9fff《“])/y,
    at: decimalAt,
  },
  {
    scheme: 'nth',
    example: '第一次（4月18日）',
    pattern: /第([0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:次|讲|课|期|阶段|周|步|站|天|场|批|篇|节|编|单元)(?![\u4e00-\u9fff])/y,
    at: nthAt,
  },
] as const

const rows: readonly (MarkerScheme & { readonly scheme: keyof typeof firstCharacters })[] = markers
/** Every character with which a row's marker can begin. */
const firstCharacters: Readonly<Record<(typeof markers)[number]['scheme'], string>> = {
  chapter: '第',
  jie: '第',
  part: '第议专案板建问经做措任原对启亮主环',
  article: '第',
  'han-dun': '一二三四五六七八九十',
  'paren-han': '（(',
  'arabic-dot': '0123456789０１２３４５６７８９',
  'paren-arabic': '（(',
  'arabic-paren': '0123456789０１２３４５６７８９',
  circled: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿',
  shi: '一二三四五六七八九十',
  yao: '一二三四五六七八九十',
  di: '第其',
  shouxian: '首其再最',
  yifangmian: '一另',
  dash: '—－-',
}

/** The rows to try at a character, by its code: most characters have none. */
const rowsAt: Readonly<Record<MarkerScheme['kind'], ReadonlyMap<number, readonly MarkerScheme[]>>> = {
  heading: byFirstCharacter('heading'),
  item: byFirstCharacter('item'),
}

function byFirstCharacter(kind: MarkerScheme['kind']): Map<number, MarkerScheme[]> {
  const found = new Map<number, MarkerScheme[]>()
  for (const row of rows) {
    if (row.kind !== kind) continue
    for (const character of firstCharacters[row.scheme]) {
      const code = character.charCodeAt(0)
      found.set(code, [...(found.get(code) ?? []), row])
    }
  }
  return found
}

const itemStarts = new Uint8Array(0x10000)
for (const code of rowsAt.item.keys()) itemStarts[code] = 1
for (const other of ' \u00a0\u3000\u2003\t\n（(0123456789０１２３４５６７８９') itemStarts[other.charCodeAt(0)] = 1

/** Whether an item's marker, or blanks and then perhaps one, begin at `offset`: the look that dismisses nearly every place. */
export const mayBeginItem = (text: string, offset: number): boolean => itemStarts[text.charCodeAt(offset)] === 1

/** An ordinal found in the text; offsets of the text. */
export interface Recognised {
  readonly scheme: Scheme
  readonly family: Family
  readonly ordinal: number
  readonly start: number
  readonly end: number
}

/** The ordinal of `kind` that begins exactly at `offset` and ends at or before `limit`. */
export function markerAt(text: string, offset: number, limit: number, kind: MarkerScheme['kind']): Recognised | undefined {
  for (const row of rowsAt[kind].get(text.charCodeAt(offset)) ?? []) {
    row.pattern.lastIndex = offset
    const match = row.pattern.exec(text)
    if (!match) continue
    const end = withoutTrailingBlank(text, offset, offset + match[0].length)
    if (end > limit) continue
    const ordinal = ordinalOf(row, match[1] ?? match[2] ?? match[0])
    if (ordinal === undefined || ordinal === 0 || row.isNone?.(text, offset, end)) continue
    return { scheme: row.scheme, family: familyOf(row.scheme), ordinal, start: offset, end }
  }
  return undefined
}

function withoutTrailingBlank(text: string, start: number, end: number): number {
  const last = text[end - 1]
  return end > start + 1 && last !== undefined && /[\s\u3000]/.test(last) ? end - 1 : end
}

function ordinalOf(row: MarkerScheme, written: string): number | undefined {
  if (row.words) return row.words[written.replace(/[，,、\n]/g, '')]
  if (row.scheme === 'circled') return circledNumber(written)
  if (row.scheme === 'dash') return 1
  return numberOf(written)
}

/** 1 and 1.2 and 1.2.3 before words and a blank; the ordinal is the last number. Whether it is one, the other lines tell. */
export function decimalAt(text: string, offset: number, limit: number): Recognised | undefined {
  const { pattern } = contextMarkers[0]
  pattern.lastIndex = offset
  const match = pattern.exec(text)
  if (!match || offset + match[0].length >= limit) return undefined
  const written = match[0].trimEnd()
  const ordinal = Number(written.slice(Math.max(written.lastIndexOf('.'), written.lastIndexOf('．')) + 1))
  return { scheme: 'decimal', family: 'heading', ordinal, start: offset, end: offset + written.length }
}

/** 第一次 and its like at the beginning of a heading that the format marks as one. */
export function nthAt(text: string, offset: number, limit: number): Recognised | undefined {
  const { pattern } = contextMarkers[1]
  pattern.lastIndex = offset
  const match = pattern.exec(text)
  const ordinal = match ? numberOf(match[1] as string) : undefined
  if (!match || ordinal === undefined || offset + match[0].length > limit) return undefined
  return { scheme: 'nth', family: 'heading', ordinal, start: offset, end: offset + match[0].length }
}

/**
 * “8.6个重大科技专项” as the eighth note of a list: an Arabic ordinal whose text begins with a figure looks like a decimal.
 * Only who knows the number before can tell, so this asks for the ordinal that is due.
 */
export function dueArabicAt(text: string, offset: number, due: number): Recognised | undefined {
  const pattern = /([0-9]{1,2})[.．、](?=[0-9])/y
  pattern.lastIndex = offset
  const match = pattern.exec(text)
  if (!match || Number(match[1]) !== due) return undefined
  return { scheme: 'arabic-dot', family: 'heading', ordinal: due, start: offset, end: offset + match[0].length }
}
