/** Ranks that do not follow from last year’s: 居第五位，比上年前移两位, where last year’s text has 第五位 too. */
import { numberOf, type Pairing, type Span } from '../../../src/kit.ts'
import { isReview, naming } from './figures.ts'

const rank = /第([0-9]{1,3}|[一二三四五六七八九十]{1,3})[位名]/g

/** Behind a rank: by how much it moved. */
const moved =
  /^[，,（(]?(?:排名|名次|位次)?(?:较|比)(?:上年|去年|上一年)(?:同期|度)?(?:排名|名次|位次)?(前移|前进|上升|提升|提高|进位|后移|下降|后退|下滑)了?([0-9]{1,2}|[一二两三四五六七八九十])(?:个位次|个名次|位次|位|名)/

/** So far behind a rank its movement ends. UTF-16 units. */
const reach = 24

interface Rank {
  readonly at: Span
  readonly old: Span
  readonly words: string
  readonly before: string
  readonly moved: string
  readonly computed: number
}

/** Ranks with the places they moved by, whose words before and whose last year’s rank stand in the old sentence. */
export function ranksIn({ rows }: Pairing): Rank[] {
  return rows.flatMap((row): Rank[] => {
    const { unit, mate } = row
    if (!mate || !isReview(row)) return []
    return ranksOf(unit).flatMap(({ name, words, value, at, behind }): Rank[] => {
      const [, verb, places] = moved.exec(behind) ?? []
      const by = numberOf(places ?? '')
      const was = verb === undefined ? undefined : ranksOf(mate).find((one) => one.name === name)
      if (verb === undefined || by === undefined || !was) return []
      const computed = /后|下/.test(verb) ? was.value + by : was.value - by
      if (computed === value || computed < 1) return []
      return [{ at, old: was.at, words, before: was.words, moved: `${verb}${places}位`, computed }]
    })
  })
}

interface Place {
  /** The characters before it: what is ranked, and where. */
  readonly name: string
  readonly words: string
  readonly value: number
  readonly at: Span
  readonly behind: string
}

const ranksOf = ({ words, start }: Pick<Pairing['rows'][number]['unit'], 'words' | 'start'>): Place[] =>
  [...words.matchAll(rank)].flatMap(({ 0: said, 1: written = '', index }): Place[] => {
    const value = numberOf(written)
    const end = index + said.length
    const at = { start: start + index, end: start + end }
    const name = words.slice(Math.max(0, index - naming), index)
    return value === undefined || name.length < naming
      ? []
      : [{ name, words: said, value, at, behind: words.slice(end, end + reach) }]
  })
