/** Wholes that a paragraph has told before: what later sentences speak of the parts of. */
import type { Figure } from '../quantities/lexer.ts'
import type { Line } from './lines.ts'

/** A count or an amount that stands for itself, with the words before it. */
export interface Head {
  readonly figure: Figure
  readonly label: string
}

/** At most so many are kept of one paragraph. */
const most = 24

const listBegins = /其中|包括|分别|具体|主要有|即/
/** Levels of another time, changes, means: nothing later is a part of them. */
const noHead =
  /(?:上年|去年|同期|年初|上月|前年)[^，；。]{0,8}$|(?:增加|减少|增长|下降|净增|多|少|每|平均|均|每[\u4e00-\u9fff])(?:了|达|为)?$/

/** Adds what `line` tells as wholes: nothing that stands in a list of parts. */
export function addHeads({ figures, gaps }: Line, heads: Head[]): void {
  let isListed = false
  for (let index = 0; index < figures.length && heads.length < most; index++) {
    const figure = figures[index] as Figure
    const label = gaps[index] as string
    if (/[；：]/.test(label)) isListed = false
    if (listBegins.test(label)) isListed = true
    if (isListed || figure.kind !== 'amount' || figure.isApproximate || noHead.test(label)) continue
    heads.push({ figure, label })
  }
}

/** Those that count in the unit of `figure` and are no smaller. */
export const headsOver = (heads: readonly Head[], { unit, value }: Figure): Head[] =>
  heads.filter(({ figure }) => figure.unit === unit && figure.value >= value)
