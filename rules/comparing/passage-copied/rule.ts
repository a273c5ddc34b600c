import { defineRule, type Figure, names, type Passage, pairing, quantities } from '../../../src/kit.ts'

/** So long a passage needs no figure and no name to be somebody's own. */
const long = 100

/** What all offices write alike. */
const formula =
  /坚强领导|民主党派|双拥|以习近平同志为核心|中国特色社会主义|党的[一二三四五六七八九十]+大|表示(?:衷心|诚挚|崇高)|全面贯彻/

export default defineRule({
  id: 'passage-copied',
  severity: 'warning',
  summary: { zh: '成段文字与别处的稿子相同', en: 'A passage is the same as in another office’s text' },
  source: { tier: '本规则', ref: '不同单位的报告之间，长段相同而有数字、有名称的，是照搬' },
  options: {
    least: {
      type: 'integer',
      default: 50,
      min: 13,
      max: 1000,
      zh: '连续多少字相同才提示',
      en: 'how many characters running are told',
    },
  },
  messages: {
    copied: {
      zh: '这里连续{count}字与对照稿相同，请核',
      en: '{count} characters running are those of the other text; please check',
    },
    old: { zh: '对照稿的这一段', en: 'the passage in the other text' },
  },
  check({ text, use, options, report }) {
    const pair = use(pairing)
    if (!pair || pair.body === 'same') return
    const figures = use(quantities)
    const { named } = use(names)
    for (const passage of pair.passages) {
      if (passage.length < options.least || formula.test(text.slice(passage.at.start, passage.at.end))) continue
      if (passage.length < long && !holds(passage, figures) && !holds(passage, named)) continue
      report('copied', passage.at, { count: passage.length }, { see: [{ id: 'old', at: passage.old, data: {}, inOther: true }] })
    }
  },
})

/** Whether one of `places`, which are in order, lies in the passage. */
function holds({ at: { start, end } }: Passage, places: readonly Pick<Figure, 'start' | 'end'>[]): boolean {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return (places[low]?.end ?? Number.POSITIVE_INFINITY) <= end
}
