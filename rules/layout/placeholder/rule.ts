import {
  defineRule,
  isHan,
  isInside,
  Kind,
  kindAt,
  ownPlaces,
  quotations,
  type Span,
  structure,
  termFinder,
} from '../../../src/kit.ts'
import { isUnit, runsIn } from './gaps.ts'
import { datesIn, figuresIn, notesIn } from './left.ts'

/** What a character can begin, one byte a UTF-16 unit: 1 a run, 2 a measure without its figure, 3 a blank, 4 a bracket. */
const traces = new Uint8Array(0x10000)
for (const [kind, characters] of ['XxＸｘ×*＊_＿?？', '%％', ' \u00a0\u3000', '（([【［'].entries()) {
  for (const character of characters) traces[character.charCodeAt(0)] = kind + 1
}

/** What a stretch is worth looking through for. Most hold none of it. */
interface Traces {
  readonly runs: boolean
  readonly figures: boolean
  readonly notes: boolean
}

/** One pass. A percent sign behind a digit has its figure, a blank stands for one between a Chinese character and another. */
function tracesIn(text: string, { start, end }: Span): Traces {
  let runs = false
  let figures = false
  let notes = false
  for (let offset = start; offset < end; offset++) {
    const trace = traces[text.charCodeAt(offset)] as number
    if (trace === 0) continue
    if (trace === 1) runs = true
    else if (trace === 2) figures ||= kindAt(text, offset - 1) !== Kind.digit
    else if (trace === 3) figures ||= isHan(text, offset - 1)
    else notes = true
  }
  return { runs, figures, notes }
}

export default defineRule({
  id: 'placeholder',
  severity: 'error',
  summary: { zh: '占位符没有填（XX、××、____、【待补】）', en: 'A placeholder was left in (XX, ××, ____, 【待补】)' },
  source: { tier: '本规则', ref: '定稿不留待填之处' },
  options: {
    terms: { type: 'strings', default: [], zh: '本单位另用的占位写法，如“某某”', en: 'further placeholders of this house' },
    allow: {
      type: 'strings',
      default: [],
      zh: '含有占位字符而不算占位的名称，如“XX计划”',
      en: 'names that look like placeholders and are none',
    },
  },
  messages: {
    mark: { zh: '“{words}”是占位符，还没有填', en: '“{words}” is a placeholder that was not filled in' },
    marks: {
      zh: '“{words}”是占位符，全文{count}处没有填',
      en: '“{words}” is a placeholder; {count} such were not filled in',
    },
    same: { zh: '同样没有填', en: 'not filled in either' },
    note: { zh: '“{words}”是起草时留的话，还没有处理', en: '“{words}” is a drafting note that was left in' },
    number: { zh: '“{words}”缺数字', en: 'The figure is missing in “{words}”' },
    nameless: {
      zh: '“{words}”是隐去的名称，别处写的都是真名，请核',
      en: '“{words}” leaves a name out; everywhere else names are told. Please check',
    },
    date: { zh: '“{words}”日期没有填', en: 'The date is not filled in: “{words}”' },
  },
  check({ text, use, options, report }) {
    const house = options.terms.length > 0 ? termFinder(options.terms) : undefined
    const quoted = use(quotations)
    /** Placeholders by what is written, in the order of the text. */
    const marks = new Map<string, Mark[]>()
    for (const at of namelessIn(text, use(structure).stretches)) {
      if (use(ownPlaces).length === 0 || isInside(quoted, at.start)) continue
      report('nameless', at, { words: text.slice(at.start, at.end) }, { severity: 'warning' })
    }
    for (const stretch of use(structure).stretches) {
      const found = tracesIn(text, stretch)
      const say = (id: 'mark' | 'note' | 'number' | 'date', start: number, end: number, isMild = false): void => {
        const words = text.slice(start, end)
        if (id === 'mark') gather(marks, words, { start, end, isMild })
        else report(id, { start, end }, { words: text.slice(start, end) }, isMild ? { severity: 'warning' } : {})
      }
      for (const { start, end } of house?.(use, stretch.start, stretch.end) ?? []) say('mark', start, end)
      for (const { start, end, isCertain } of found.runs ? runsIn(text, stretch) : []) {
        const isQuoted = isInside(quoted, start)
        // A name left out in quotation marks is somebody's template; a figure left out is a gap there too.
        if (isQuoted && !isUnit(text, end)) continue
        say('mark', start, end, isQuoted || !isCertain)
      }
      for (const { start, end } of found.notes ? notesIn(use, text, stretch) : []) {
        // 请提交【补充材料】: the name of a paper, and no note.
        if (!isNamed.test(text.slice(start, end))) say('note', start, end)
      }
      if (!found.figures) continue
      const words = text.slice(stretch.start, stretch.end)
      for (const { start, end } of figuresIn(words)) say('number', stretch.start + start, stretch.start + end)
      for (const { start, end } of datesIn(text, stretch)) say('date', start, end, true)
    }
    for (const [words, found] of marks) {
      const [first, ...others] = found as [Mark, ...Mark[]]
      if (found.length < mostApart) {
        for (const { isMild, ...at } of found) report('mark', at, { words }, isMild ? { severity: 'warning' } : {})
        continue
      }
      const see = others.slice(0, mostSeen).map((at) => ({ id: 'same', at, data: {} }) as const)
      const isMild = found.every((mark) => mark.isMild)
      const more = isMild ? { see, severity: 'warning' as const } : { see }
      report('marks', { start: first.start, end: first.end }, { words, count: found.length }, more)
    }
  },
})

interface Mark extends Span {
  readonly isMild: boolean
}

/** So many of one form are told as one: a template that nobody has filled in. The first of the others are pointed at. */
const mostApart = 4
const mostSeen = 20

function gather(marks: Map<string, Mark[]>, words: string, mark: Mark): void {
  const known = marks.get(words)
  if (known) known.push(mark)
  else marks.set(words, [mark])
}

/** 某某县, left of the paper that was followed; where names are left out on purpose there are more of them. */
const nameless = /(?:(?<![\u4e00-\u9fff])|(?<=[由在]))某某(?:省|市|县|区|镇|乡|村|街道|局|公司|集团|学校|医院)/g
const mostNameless = 2

function namelessIn(text: string, stretches: readonly Span[]): Span[] {
  if (!text.includes('某某') || text.split('某').length > 2 * mostNameless + 1) return []
  return stretches.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(nameless)].map(({ index, 0: words }) => ({
      start: start + index,
      end: start + index + words.length,
    })),
  )
}

/** What is named in 【】: materials, forms and parts that others fill in. */
const isNamed =
  /^【(?:补充|填写|填报|插入)[\u4e00-\u9fff]{0,4}(?:材料|说明|资料|附件|意见|协议|合同|表|书|单|规定|条款|通知|报告)】$/
