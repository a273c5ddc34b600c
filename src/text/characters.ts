/** What a character is, by one table look-up. UTF-16 units: all of Chinese punctuation and all common Han lie in the BMP. */

/** Classes of characters; a character has one. From `blank` on they divide a text; the order is relied on for ranges. */
export const Kind = {
  other: 0,
  han: 1,
  digit: 2,
  latin: 3,
  blank: 4,
  newline: 5,
  /** 。！？… and their half-width look-alikes that end a sentence in Chinese text. */
  terminal: 6,
  /** ， 、 */
  comma: 7,
  /** ； */
  semicolon: 8,
  /** ： */
  colon: 9,
  open: 10,
  close: 11,
  /** Half-width , ; : whose meaning depends on what stands beside them. */
  narrow: 12,
} as const

const table = new Uint8Array(0x10000)

const fillRange = (from: number, to: number, kind: number): void => {
  table.fill(kind, from, to + 1)
}

const mark = (characters: string, kind: number): void => {
  for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = kind
}

// Han: the unified ideographs with extension A, compatibility ideographs, 〇 and 々; surrogates stand for extension B and later.
fillRange(0x3400, 0x4dbf, Kind.han)
fillRange(0x4e00, 0x9fff, Kind.han)
fillRange(0xf900, 0xfaff, Kind.han)
fillRange(0xd840, 0xd88d, Kind.han)
fillRange(0xdc00, 0xdfff, Kind.han)
mark('〇々', Kind.han)
fillRange(0x30, 0x39, Kind.digit)
fillRange(0xff10, 0xff19, Kind.digit)
fillRange(0x41, 0x5a, Kind.latin)
fillRange(0x61, 0x7a, Kind.latin)
fillRange(0xff21, 0xff3a, Kind.latin)
fillRange(0xff41, 0xff5a, Kind.latin)
mark('\t \u000b\u000c\u00a0\u1680\u202f\u205f\u3000\ufeff\u200b\u200c\u200d\u2060\u00ad', Kind.blank)
fillRange(0x2000, 0x200a, Kind.blank)
mark('\n\r\u0085\u2028\u2029', Kind.newline)
mark('。！？…!?', Kind.terminal)
mark('，、', Kind.comma)
mark('；', Kind.semicolon)
mark('：', Kind.colon)
mark('“‘《〈（(【〔「『', Kind.open)
mark('”’》〉）)】〕」』', Kind.close)
mark(',;:', Kind.narrow)

/** The classes by UTF-16 unit, for loops in which a call would cost more than what they do. */
export const kinds: Readonly<Record<number, number>> & { readonly length: number } = table

/** The class of a UTF-16 unit. */
export const kindOf = (code: number): number => table[code] as number

/** The class of the UTF-16 unit at `offset`; `other` beyond the end. */
export const kindAt = (text: string, offset: number): number =>
  offset >= 0 && offset < text.length ? (table[text.charCodeAt(offset)] as number) : Kind.other

export const isHan = (text: string, offset: number): boolean => kindAt(text, offset) === Kind.han
export const isDigit = (text: string, offset: number): boolean => kindAt(text, offset) === Kind.digit

/** Blank or a line end. */
export const isBlank = (text: string, offset: number): boolean => {
  const kind = kindAt(text, offset)
  return kind === Kind.blank || kind === Kind.newline
}

/** `start` moved forward and `end` backward over blanks and line ends; both may meet. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  let to = end
  while (from < to && isBlank(text, from)) from++
  while (to > from && isBlank(text, to - 1)) to--
  return { start: from, end: to }
}

/** `text` without blanks and line ends: for comparing words that a typist or a page broke. */
export function withoutBlanks(text: string): string {
  for (let index = 0; index < text.length; index++) {
    if (isBlank(text, index)) return stripFrom(text, index)
  }
  return text
}

function stripFrom(text: string, first: number): string {
  let kept = text.slice(0, first)
  let from = first
  for (let index = first; index <= text.length; index++) {
    if (index < text.length && !isBlank(text, index)) continue
    kept += text.slice(from, index)
    from = index + 1
  }
  return kept
}
