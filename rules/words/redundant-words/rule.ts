import { defineRule, frameFinder, structure, tableFinder } from '../../../src/kit.ts'
import { groups, type Twice, tails, twice } from './data.ts'

/** Two words of one meaning side by side. */
interface Pair {
  readonly words: string
  /** Where the second begins; undefined where the pair is known as it stands. */
  readonly first: number | undefined
}

const pairs: readonly Pair[] = [
  ...groups.flatMap(({ words, but = [], pairs: more = [] }): Pair[] => [
    ...words.flatMap((one) =>
      words.flatMap((other): Pair[] =>
        one === other || one.includes(other) || other.includes(one) || but.includes(one + other)
          ? []
          : [{ words: one + other, first: one.length }],
      ),
    ),
    ...more.map((known) => ({ words: known, first: undefined })),
  ]),
  ...tails.map((known) => ({ words: known, first: undefined })),
]

const findPair = tableFinder(pairs.map(({ words }) => words))
const findTwice = frameFinder(twice)
const isTail = new Set(tails)

/** What a time or a bound belongs to, before the words that tell it twice. */
const dated = /[0-9０-９一二三四五六七八九十百千万年月日号时点底末初周天期岁个人户%％元]$/

/** Frames whose end must be their beginning said again. */
const sameNoun = new Set(['noun-verb-noun', 'work-of-the-same', 'time-twice'])

/** 城市水平提升水平 says the same noun twice; 水平提升质量 does not. */
const isSameNoun = (noun: string, words: string): boolean => words.endsWith(noun) || words.includes(`的${noun}`)

export default defineRule({
  id: 'redundant-words',
  severity: 'warning',
  summary: {
    zh: '一个意思说了两遍（目前现在、25日之前以前、力度不断加大力度）',
    en: 'The same is said twice (目前现在, 25日之前以前, 力度不断加大力度)',
  },
  source: { tier: '通例', ref: '同义词连用属于重复累赘；六千万字报告和新闻稿里没有这样的写法' },
  options: {
    allow: { type: 'strings', default: [], zh: '本单位沿用的说法', en: 'words that this house keeps' },
  },
  quotes: 'skip',
  messages: {
    pair: {
      zh: '“{said}”意思重复，“{first}”和“{second}”留一个就够',
      en: '“{said}” says the same twice: keep “{first}” or “{second}”',
    },
    said: { zh: '“{said}”意思重复，请删去多余的字', en: '“{said}” says the same twice; delete what is not needed' },
    mild: { zh: '“{said}”意思有重复，宜精简', en: '“{said}” says the same twice; it could be shorter' },
  },
  check({ text, use, report }) {
    for (const { start, end } of use(structure).stretches) {
      const found = findTwice(use, text, start, end)
      for (const hit of findPair(use, start, end)) {
        const { words, first } = pairs[hit.phrase] as Pair
        if (found.some((one) => one.start <= hit.start && hit.end <= one.end)) continue
        const at = { start: hit.start, end: hit.end }
        if (isTail.has(words) && !words.includes('外') && !dated.test(text.slice(Math.max(start, hit.start - 1), hit.start)))
          continue
        if (first === undefined) report('said', at, { said: words })
        else report('pair', at, { said: words, first: words.slice(0, first), second: words.slice(first) })
      }
      for (const hit of found) {
        const { id, mild } = twice[hit.frame] as Twice
        const at = { start: hit.start, end: hit.end }
        const said = text.slice(at.start, at.end)
        if (sameNoun.has(id) && !isSameNoun(text.slice(hit.start, hit.middle), text.slice(hit.middle, hit.end))) continue
        if (mild) report('mild', at, { said }, { severity: 'info' })
        else report('said', at, { said })
      }
    }
  },
})
