/** The place whose paper it is: named in the title, the lines under it or by who signs, and in the text again and again. */
import { fact } from '../../fact.ts'
import type { Span } from '../../source.ts'
import { structure } from '../structure.ts'

export interface OwnPlace extends Span {
  /** 澜坪 */
  readonly name: string
  /** 县 */
  readonly unit: string
  /** How often the name stands in the text, with its unit or without it. */
  readonly count: number
}

/** Where a place is named in the lines around the text: at their beginning, behind a blank, a mark, 中共 or 在. */
const named =
  /(?<=^|中共|[在日、关于（(—－\s\u3000])([\u4e00-\u9fff]{2,3}?)(自治县|街道|县|区|市|镇|乡|旗)(?![场域级面容政镇村值])/g
/** What is no name before a unit. */
const common =
  /^(?:全|我|本|各|该|两|多|某|历|上|现|党|在|于|和|地方|贫困|示范|开发|自治|经济|工业|产业|先进|重点|老|新|小|大|农业|生态|有关|相关|所在|周边|其他|关于|中共|高新|城)|[和与及同的全我本各两委年月日第届]/
/** So often a paper names its own place. */
const least = 3
const roles: ReadonlySet<string | undefined> = new Set(['title', 'subtitle', 'dateline', 'byline', 'signature'])
const longestLine = 80

/** The places of a paper, those of its title first; a county and the city above it may both be there. */
export const ownPlaces = fact('ownPlaces', ({ text }, use): readonly OwnPlace[] => {
  const found = new Map<string, OwnPlace>()
  for (const { paragraph } of use(structure).paragraphs) {
    if (!roles.has(paragraph.role)) continue
    const line = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + longestLine))
    for (const match of line.matchAll(named)) {
      const [all, name = '', unit = ''] = match
      if (common.test(name) || found.has(name)) continue
      const count = text.split(name).length - 1
      const start = paragraph.start + match.index
      if (count >= least) found.set(name, { name, unit, count, start, end: start + all.length })
    }
  }
  return [...found.values()]
})
