/** Places among so many: 8个县区中排第9位, 第5位，处于上游; and rows that are told from the first on: 前三位的是…38.6亿元、…29.4亿元、…. */
import type { FigureLine, Span } from '../../../src/kit.ts'

export interface Place {
  readonly span: Span
  readonly of: number
  readonly place: number
  /** The word that does not go with the place; undefined where there is no such place. */
  readonly word: string | undefined
}

const among =
  /([0-9]{1,3})个[\u4e00-\u9fff（）、]{1,10}(?:中|里)[，]?[^，。；0-9]{0,8}?(?:排名?|[居列])在?第([0-9]{1,3})(?:位|名)([^。；\n]{0,16})/g
const standing = /(中上游|中下游|上游|下游|前列|后列|末位|首位|靠前|靠后)/

/** From which share of the row on a word is wrong, and up to which. */
const bounds: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['上游', [0, 0.5]],
  ['前列', [0, 0.5]],
  ['靠前', [0, 0.5]],
  ['首位', [0, 0.34]],
  ['中上游', [0, 0.75]],
  ['中下游', [0.35, 1]],
  ['下游', [0.5, 1]],
  ['后列', [0.5, 1]],
  ['靠后', [0.5, 1]],
  ['末位', [0.67, 1]],
])

export function placesAgainst(text: string): Place[] {
  const found: Place[] = []
  for (const match of text.matchAll(among)) {
    const [whole, ofWritten, placeWritten, behind] = match as unknown as [string, string, string, string]
    const [of, place] = [Number(ofWritten), Number(placeWritten)]
    const start = match.index
    if (of < 3) continue
    if (place > of) {
      const at = start + whole.length - behind.length
      found.push({ span: { start: at - placeWritten.length - 2, end: at }, of, place, word: undefined })
      continue
    }
    const word = standing.exec(behind)
    const bound = word ? bounds.get(word[1] as string) : undefined
    // 力争进入上游, 距上游还有差距: not where it stands.
    if (!word || !bound || /进入|迈[入向]|力争|距|冲刺|跻身|不|没有/.test(behind)) continue
    const share = place / of
    if (share >= bound[0] && share <= bound[1]) continue
    const at = start + whole.length - behind.length + word.index
    found.push({ span: { start: at, end: at + word[0].length }, of, place, word: word[0] })
  }
  return found
}

export interface Order {
  readonly span: Span
  readonly one: Span
  readonly other: Span
}

const leading = /(?:前[二三四五六七八九十]位|排名前|由高到低|从高到低|由大到小|从大到小|由多到少|从多到少)/

/** 前三位的是甲公司38.6亿元、乙公司29.4亿元、丙公司31.2亿元: each is no more than the one before. */
export function ordersAgainst({ figures, gaps }: FigureLine): Order[] {
  for (let at = 0; at + 2 < figures.length; at++) {
    const gap = gaps[at] as string
    const first = figures[at]
    if (!first || !leading.test(gap) || gap.length > 40 || first.isApproximate) continue
    let last = first
    for (let next = at + 1; next < figures.length; next++) {
      const figure = figures[next] as typeof first
      const isNext = figure.unit === first.unit && figure.kind === first.kind && /^[、和及，；]/.test(gaps[next] as string)
      if (!isNext || figure.isApproximate || (gaps[next] as string).length > 16) break
      if (figure.value > last.value) return [{ span: figure, one: last, other: figure }]
      last = figure
    }
  }
  return []
}
