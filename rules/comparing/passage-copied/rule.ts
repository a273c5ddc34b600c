import { defineRule, type Figure, names, type Pairing, type Passage, pairing, quantities } from '../../../src/kit.ts'

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
    several: {
      zh: '这里连续{count}字与对照稿相同，这样的共有{passages}处，请核',
      en: '{count} characters running are those of the other text, one passage of {passages}; please check',
    },
    more: { zh: '这里{count}字也相同', en: '{count} characters here too' },
    old: { zh: '对照稿的这一段', en: 'the passage in the other text' },
  },
  check({ text, use, options, report }) {
    const pair = use(pairing)
    if (!pair || pair.body === 'same') return
    const figures = use(quantities)
    const { named } = use(names)
    const copied = withoutHeadings(pair).filter((passage) => {
      if (passage.length < options.least || formula.test(text.slice(passage.at.start, passage.at.end))) return false
      return passage.length >= long || holds(passage, figures) || holds(passage, named)
    })
    // A text that was taken over whole has many: they are one thing to look at.
    const [first, ...others] = copied
    if (!first) return
    const old = { id: 'old', at: first.old, data: {}, inOther: true } as const
    const more = others.map(({ at, length }) => ({ id: 'more', at, data: { count: length } }) as const)
    if (others.length === 0) report('copied', first.at, { count: first.length }, { see: [old] })
    else report('several', first.at, { count: first.length, passages: copied.length }, { see: [old, ...more] })
  },
})

/** Two texts may well have a heading in common: a passage begins behind it. */
function withoutHeadings({ passages, rows }: Pairing): Passage[] {
  let next = 0
  return passages.map((passage) => {
    let { at, length } = passage
    while (next < rows.length && (rows[next]?.unit.end ?? 0) <= at.start) next++
    for (let row = rows[next]; row?.unit.isHeading && row.unit.end < at.end; row = rows[++next]) {
      const behind = rows[next + 1]?.unit.start ?? row.unit.end
      length -= row.unit.normal.length
      at = { start: Math.max(behind, row.unit.end), end: at.end }
    }
    return { ...passage, at, length }
  })
}

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
