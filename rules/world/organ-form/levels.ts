/** Organs of one kind at two levels, the lower one first: 市纪委、省纪委. */
import { type Span, tableFinder, type Use } from '../../../src/kit.ts'
import { kinds, levelJoints, ranks } from './data.ts'

/** A mark or word between two organs with the level of the second: some thirty, where all they may stand between are three thousand. */
interface Middle {
  readonly joint: string
  readonly up: string
  /** What lies below that level. */
  readonly downs: readonly string[]
}

const middles: readonly Middle[] = ranks.slice(0, -1).flatMap((higher, rank) => {
  const downs = ranks.slice(rank + 1).flat()
  return higher.flatMap((up) => levelJoints.map((joint) => ({ joint, up, downs })))
})
const find = tableFinder(middles.map(({ joint, up }) => joint + up))

/** Both organs, and how they should be written. */
interface WrongLevels extends Span {
  readonly right: string
}

/** Those of a stretch, none over another. */
export function levelsIn(text: string, use: Use, stretch: Span): WrongLevels[] {
  const found: WrongLevels[] = []
  let last = stretch.start
  for (const { phrase, start, end } of find(use, stretch.start, stretch.end)) {
    const { joint, up, downs } = middles[phrase] as Middle
    const kind = kinds.find((one) => text.startsWith(one, end) && text.endsWith(one, start))
    if (kind === undefined || end + kind.length > stretch.end) continue
    const before = start - kind.length
    const down = downs.find((one) => text.endsWith(one, before))
    if (down === undefined || before - down.length < last) continue
    last = end + kind.length
    found.push({ start: before - down.length, end: last, right: `${up}${kind}${joint}${down}${kind}` })
  }
  return found
}
