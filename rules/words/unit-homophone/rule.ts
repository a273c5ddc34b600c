import {
  defineRule,
  idioms,
  idiomsFile,
  isHan,
  isInside,
  quotations,
  type Span,
  slipsOf,
  structure,
  unitSlipsIn,
  type Words,
  words,
} from '../../../src/kit.ts'

export default defineRule({
  id: 'unit-homophone',
  severity: 'warning',
  summary: {
    zh: '四字词语里有同音的错字（砥励奋进、清政廉洁）',
    en: 'A four-character phrase with one character of the same sound (砥励奋进 for 砥砺奋进)',
  },
  source: { tier: '通例', ref: '已公布的报告和新闻稿四千九百万字里六千余个四字词语的通行写法，统计至2026-11' },
  options: {
    allow: {
      type: 'strings',
      default: [],
      zh: '不算错的专名和双关语，如“一视铜仁”',
      en: 'names and puns that are right in this house',
    },
  },
  messages: {
    slip: {
      zh: '“{wrong}”通常写作“{right}”，“{character}”应为“{meant}”',
      en: '“{wrong}” is usually written “{right}”: “{character}” for “{meant}”',
    },
    word: {
      zh: '“{wrong}”是不是“{right}”，请核',
      en: '“{wrong}”: is “{right}” meant? Please check',
    },
  },
  wants: [idiomsFile],
  check({ text, use, report }) {
    const quoted = use(quotations)
    const rare = use(idioms)
    for (const stretch of use(structure).stretches) {
      const slips = unitSlipsIn(text, stretch.start, stretch.end)
      if (rare)
        slips.push(...slipsOf(rare, text, stretch.start, stretch.end).filter(({ at }) => !slips.some((one) => one.at === at)))
      for (const { start, end, at, right, isWord } of slips) {
        if (isInside(quoted, at) || isCut(text, start, end, stretch, use(words))) continue
        const wrong = text.slice(start, end)
        const character = text[at] as string
        const meant = right[at - start] as string
        const fix = { grade: 'suggested', edits: [{ start: at, end: at + 1, text: meant }] } as const
        // A slip is made once; what stands again is a term of the house’s trade.
        const isTerm = text.indexOf(wrong) !== start || text.includes(wrong, end)
        if (isWord || isTerm) report('word', { start, end }, { wrong, right }, { fix, severity: 'info' })
        else report('slip', { start, end }, { wrong, right, character, meant }, { fix })
      }
    }
  },
})

/** How much of a run of characters tells its words. */
const around = 12

/** A word of the text reaches over an end of the phrase: 先行县试点 is no 先行先试. */
function isCut(text: string, start: number, end: number, stretch: Span, all: Words): boolean {
  let from = start
  while (from > stretch.start && start - from < around && isHan(text, from - 1)) from--
  let to = end
  while (to < stretch.end && to - end < around && isHan(text, to)) to++
  return !all.hasEnd(from, to, start) || !all.hasEnd(from, to, end)
}
