import {
  defineRule,
  isDigit,
  isHan,
  isInside,
  quotations,
  type Span,
  structure,
  type Words,
  words as wordsOf,
} from '../../../src/kit.ts'
import { beginnings, clauseBeginners, functionWords, greatBeginnings, joined, longMeasures, measures } from './data.ts'

/** A character that stands once too often: `at` is the second one. */
interface Doubling extends Span {
  readonly at: number
}

/** How much of a run of characters tells its words. */
const around = 12

export default defineRule({
  id: 'doubled-character',
  severity: 'warning',
  summary: {
    zh: '多打了一个字：数字后的量词、虚词、会议名（36件件、和和、十九大大）',
    en: 'A character typed twice: measures behind figures, function words, congresses (36件件, 和和, 十九大大)',
  },
  source: { tier: '本规则', ref: '数字后的量词不重叠；虚词不连用两个；两字各属一词的除外' },
  options: {
    allow: { type: 'strings', default: [], zh: '本单位允许的叠字', en: 'doublings that are right in this house' },
  },
  messages: {
    measure: { zh: '“{said}”多了一个“{word}”', en: '“{said}”: “{word}” stands twice' },
    sign: { zh: '“{said}”多了一个百分号', en: '“{said}”: one sign too many' },
    word: { zh: '“{said}”多了一个“{word}”', en: '“{said}”: “{word}” stands twice' },
    congress: { zh: '“{said}”多了一个“大”字', en: '“{said}”: 大 stands twice' },
  },
  check({ text, use, report }) {
    const quoted = use(quotations)
    const words = use(wordsOf)
    for (const stretch of use(structure).stretches) {
      for (let at = stretch.start + 1; at < stretch.end; at++) {
        if (text.charCodeAt(at) !== text.charCodeAt(at - 1)) continue
        const found = doubled(text, at, stretch, words)
        if (!found || isInside(quoted, at)) continue
        const said = text.slice(found.start, found.end)
        const fix = { grade: 'suggested', edits: [{ start: at, end: at + 1, text: '' }] } as const
        if (found.id === 'sign') report('sign', found, { said }, { fix })
        else if (found.id === 'congress') report('congress', found, { said }, { fix })
        else report(found.id, found, { said, word: text[at] as string }, { fix })
      }
    }
  },
})

type Found = Doubling & { readonly id: 'measure' | 'sign' | 'word' | 'congress' }

/** What the pair that ends at `at` is, if it is one character too many. */
function doubled(text: string, at: number, stretch: Span, words: Words): Found | undefined {
  const character = text[at] as string
  if ('%％‰'.includes(character))
    return isDigit(text, at - 2) && text[at + 1] !== character ? told('sign', figureFrom(text, at - 1, stretch), at) : undefined
  if (!isHan(text, at)) return undefined
  if (character === '大') return congress(text, at)
  const figure = figureFrom(text, at - 1, stretch)
  if (figure < at - 1) return measures.includes(character) ? measure(text, at, figure, stretch, words) : undefined
  const long = longMeasures.find((word) => word.endsWith(character) && text.startsWith(word, at - word.length))
  if (long !== undefined) {
    const from = figureFrom(text, at - long.length, stretch)
    return from < at - long.length && isFree(text, at, stretch, words) ? told('measure', from, at) : undefined
  }
  if (!functionWords.includes(character) || inRow.test(text.slice(at + 1, Math.min(stretch.end, at + 8)))) return undefined
  return isAlone(text, at, stretch, words) ? told('word', at - 1, at) : undefined
}

/** 把把铁锹、双双草鞋: what follows is counted so, too. */
const inRow = /^[\u4e00-\u9fff]{1,4}[、，]([\u4e00-\u9fff])\1/

const told = (id: Found['id'], start: number, at: number): Found => ({ id, start, end: at + 1, at })

/** Where the figure that ends before `end` begins; `end` where none does: 1.2万, 3,000余. */
function figureFrom(text: string, end: number, { start }: Span): number {
  let at = end
  while (at > start && '余多万亿千百'.includes(text[at - 1] as string)) at--
  const digits = at
  while (at > start && (isDigit(text, at - 1) || ((text[at - 1] === '.' || text[at - 1] === ',') && isDigit(text, at - 2)))) at--
  return at < digits ? at : end
}

/** 36件件: the measure is no word with what follows it. A fourth 万 or a name in letters is no figure. */
function measure(text: string, at: number, from: number, stretch: Span, words: Words): Found | undefined {
  const character = text[at] as string
  if (text[at + 1] === character || /[A-Za-z]/.test(text[from - 1] ?? '')) return undefined
  // 百亿亿次 is how computing power is counted.
  if ('万亿'.includes(character)) return '元斤吨亩人户'.includes(text[at + 1] ?? ' ') ? told('measure', from, at) : undefined
  const long = longMeasures.find((word) => word[0] === character && text.startsWith(word, at))
  if (long !== undefined) return { ...told('measure', from, at), end: at + long.length }
  return isFree(text, at, stretch, words) ? told('measure', from, at) : undefined
}

/** Whether the character at `at` is no beginning of a word. */
function isFree(text: string, at: number, { end }: Span, words: Words): boolean {
  if (!isHan(text, at + 1)) return true
  if (text[at + 1] === '均' || joined[text[at] as string]?.includes(text[at + 1] as string)) return false
  return words.hasEnd(at, runEnd(text, at, end), at + 1)
}

/** Whether both function words stand alone: in 参与与 and 和和平 one belongs to a word. */
function isAlone(text: string, at: number, { start, end }: Span, words: Words): boolean {
  const character = text[at] as string
  const before = isHan(text, at - 2) ? text[at - 2] : clauseBeginners.includes(character) ? '' : character
  if (before === character || !isHan(text, at + 1) || text[at + 1] === character) return false
  if (beginnings[character]?.includes(text[at + 1] as string)) return false
  let from = at - 1
  while (from > start && from > at - around && isHan(text, from - 1)) from--
  return (from === at - 1 || words.hasEnd(from, at, at - 1)) && words.hasEnd(at, runEnd(text, at, end), at + 1)
}

function runEnd(text: string, from: number, end: number): number {
  let to = from
  while (to < end && to < from + around && isHan(text, to)) to++
  return to
}

/** 十九大大, 党的二十大大精神. */
function congress(text: string, at: number): Found | undefined {
  const before = text.slice(Math.max(0, at - 4), at)
  const name = /(?:二十[一二]?|十[一二三四五六七八九])大$/.exec(before)?.[0]
  if (name === undefined || greatBeginnings.includes(text[at + 1] ?? ' ')) return undefined
  return told('congress', at - name.length, at)
}
