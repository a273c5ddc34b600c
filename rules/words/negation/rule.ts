import { defineRule, frameFinder, type Span, structure, tableFinder } from '../../../src/kit.ts'
import { frames, type Negation, wholes } from './data.ts'

/** A whole word without one of its negations. */
interface Cut {
  readonly cut: string
  readonly whole: string
}

const negations = '不无未'

/** 坚定移 of 坚定不移; what lost its first character is looked for by others. */
const cuts: readonly Cut[] = wholes.flatMap((whole) =>
  [...whole].flatMap((character, at): Cut[] =>
    at > 0 && negations.includes(character) ? [{ cut: whole.slice(0, at) + whole.slice(at + 1), whole }] : [],
  ),
)

const findFrame = frameFinder(frames)
const findCut = tableFinder(cuts.map(({ cut }) => cut))

export default defineRule({
  id: 'negation',
  severity: 'warning',
  summary: {
    zh: '“不”多了或者少了（杜绝不瞒报、确保发生事故、坚定移）',
    en: 'A negation too many or too few (杜绝不瞒报, 确保发生事故, 坚定移)',
  },
  source: { tier: '本规则', ref: '否定词与“防止、严禁、确保”等词的搭配；六千万字报告和新闻稿里没有一处例外' },
  options: {
    allow: { type: 'strings', default: [], zh: '不算错的说法', en: 'words that are right in this house' },
  },
  quotes: 'skip',
  messages: {
    double: {
      zh: '“{said}”否定用重了，意思正好相反，“{word}”后面的否定词应删去',
      en: '“{said}” negates twice and says the opposite: delete the negation behind “{word}”',
    },
    lost: {
      zh: '“{said}”漏了否定词，意思正好相反，请核',
      en: '“{said}” lacks its negation and says the opposite; please check',
    },
    always: { zh: '“{said}”后面要有“不”', en: '“{said}” needs 不 behind it' },
    cut: { zh: '“{said}”漏了一个字，应为“{due}”', en: '“{said}” lacks a character: “{due}”' },
  },
  doubts: true,
  check({ text, use, report }) {
    for (const { start, end } of use(structure).stretches) {
      for (const hit of findFrame(use, text, start, end)) {
        const { kind, mild, doubt, word } = frames[hit.frame] as Negation
        const at = { start: hit.start, end: hit.end }
        const said = text.slice(at.start, at.end)
        const more = doubt ? ({ doubtful: true } as const) : mild ? ({ severity: 'info' } as const) : {}
        if (kind === 'double') report('double', at, { said, word: word ?? text.slice(hit.start, hit.middle) }, more)
        else report(kind, at, { said }, more)
      }
      for (const at of sameCaseIn(text, start, end))
        report('lost', at, { said: text.slice(at.start, at.end) }, { severity: 'info' })
      for (const hit of findCut(use, start, end)) {
        const { cut, whole } = cuts[hit.phrase] as Cut
        report(
          'cut',
          { start: hit.start, end: hit.end },
          { said: cut, due: whole },
          { fix: { grade: 'suggested', edits: [{ start: hit.start, end: hit.end, text: whole }] } },
        )
      }
    }
  },
})

/** Of whom something is said: 能立即整改的. */
const able = /(?<=^|[，；：。、对])能[\u4e00-\u9fff]{2,8}的(?=[，要应由一立])/g
/** Two cases of one sentence stand no farther apart. Characters. */
const apart = 40

/** 能立即整改的要立即整改；能立即整改的，制定计划: the second case is the other one. */
function sameCaseIn(text: string, start: number, end: number): Span[] {
  let last: { readonly words: string; readonly end: number } | undefined
  const found: Span[] = []
  for (const { 0: words, index } of text.slice(start, end).matchAll(able)) {
    const at = { start: start + index, end: start + index + words.length }
    const between = last && text.slice(last.end, at.start)
    if (last?.words === words && between && between.length <= apart && /[，；]/.test(between) && !/[。不]/.test(between))
      found.push(at)
    last = { words, end: at.end }
  }
  return found
}
