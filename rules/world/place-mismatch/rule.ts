import {
  defineRule,
  documentYear,
  type Span,
  type Stretch,
  sentenceAround,
  structure,
  timesIn,
  type Use,
} from '../../../src/kit.ts'
import { findParents, wrongChild } from './divisions.ts'

/** Before this year provinces were others: 四川省重庆市, 广东省海南行政区. */
const settled = 1998

export default defineRule({
  id: 'place-mismatch',
  severity: 'error',
  summary: {
    zh: '地方安错了上级（湖北省张家界市、四川省重庆市）',
    en: 'A place is put under a province or a city that it never belonged to',
  },
  source: { tier: '事实', ref: '民政部县以上行政区划代码（2024年），GB/T 2260 2002年以来各版' },
  options: {
    allow: { type: 'strings', default: [], zh: '不算错的地名', en: 'names that are right in this house' },
  },
  messages: {
    province: { zh: '{child}属{due}，不属{parent}', en: '{child} belongs to {due}, not to {parent}' },
    state: { zh: '{child}是直辖市，不属{parent}', en: '{child} is a municipality of its own, not of {parent}' },
    city: { zh: '{child}属{due}，不属{parent}', en: '{child} belongs to {due}, not to {parent}' },
  },
  check({ text, use, report }) {
    const own = use(documentYear)
    if (own && own.value < settled) return
    for (const stretch of use(structure).stretches) {
      for (const { phrase, start, end } of findParents(use, stretch.start, stretch.end)) {
        const wrong = wrongChild(text, phrase, end, stretch.end)
        if (!wrong) continue
        const at = { start, end: wrong.end }
        if (tellsOfBefore(use, text, at, stretch)) continue
        const { child, due, parent, isFar, isShort } = wrong
        if (due === '') report('state', at, { child, parent })
        else if (isFar) report('province', at, { child, due, parent }, isShort ? { severity: 'warning' } : {})
        else report('city', at, { child, due, parent }, { severity: 'warning' })
      }
    }
  },
})

const before = /原属|原为|原(?:来)?是|时属|划归|划入|隶属|曾属|古称|旧时|籍贯/

/** The sentence tells of a time when the place lay elsewhere. */
function tellsOfBefore(use: Use, text: string, at: Span, stretch: Stretch): boolean {
  const { start, end } = sentenceAround(use, at, stretch)
  const words = text.slice(start, end)
  return before.test(words) || timesIn(words).some((time) => time.kind === 'year' && time.value < settled)
}
