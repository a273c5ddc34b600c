/** What two texts have in common, in a line; and what could not be compared. */
import { fill, type Lang } from '../../wording.ts'
import type { Comparison } from './comparison.ts'
import { texts } from './texts.ts'

const percent = (share: number): number => Math.round(share * 100)

export function closing({ pairing: { shares, dropped, body }, years }: Comparison, lang: Lang): string[] {
  const { same, numbers, words, new: fresh, verbatim } = shares
  const line = fill(texts.closing, lang, {
    body: fill(body === 'same' ? texts.sameBody : texts.otherBody, lang, {}),
    same: percent(same),
    numbers: percent(numbers),
    words: percent(words),
    fresh: percent(fresh),
    verbatim: percent(verbatim),
    dropped: dropped.length,
  })
  return years || body === 'other' ? [line] : [line, fill(texts.sameYear, lang, {})]
}
