import {
  defineRule,
  isHan,
  isInside,
  Kind,
  kindAt,
  ownPlaces,
  placesOf,
  quotations,
  type Span,
  structure,
  tableFinder,
  termFinder,
  timesIn,
  type Use,
} from '../../../src/kit.ts'
import { emptyBrackets, notes, reserved, unitsAfter } from './data.ts'

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

/** Runs of one character that stand for words still to come. Bounded: the run itself is measured by hand. */
const runStart = /[XxＸｘ×*＊_＿?？]/g

const placeholderNote = tableFinder(notes)

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

/** Whether a measure stands at `offset`: what stood before it was a figure. */
const isUnit = (text: string, offset: number): boolean => {
  const blank = kindAt(text, offset) === Kind.blank ? 1 : 0
  return unitsAfter.test(text.slice(offset + blank, offset + blank + 4))
}

interface Run extends Span {
  readonly character: string
}

interface Gap extends Span {
  readonly isCertain: boolean
}

/** The characters of one kind count as one run: XXx and ×× alike. */
const sameRun: Readonly<Record<string, string>> = { x: 'X', Ｘ: 'X', ｘ: 'X', '＊': '*', '＿': '_', '？': '?' }
const kindOfRun = (character: string): string => sameRun[character] ?? character

function* runs(text: string, { start, end }: Span): Generator<Run> {
  const words = text.slice(start, end)
  runStart.lastIndex = 0
  for (let match = runStart.exec(words); match; match = runStart.exec(words)) {
    const character = kindOfRun(match[0])
    let to = match.index + 1
    while (to < words.length && kindOfRun(words[to] as string) === character) to++
    yield { start: start + match.index, end: start + to, character }
    runStart.lastIndex = to
  }
}

function* runsIn(text: string, stretch: Span): Generator<Gap> {
  const all = [...runs(text, stretch)]
  const stars = all.filter(({ character, start, end }) => character === '*' && end - start === 2)
  for (const run of all) {
    if (run.start === stretch.start && run.end === stretch.end) continue
    if (isGap(text, run, stars))
      yield { start: run.start, end: run.end, isCertain: run.character !== '*' || isUnit(text, run.end) }
    else if (isSingleGap(text, run)) yield singleGap(text, run)
  }
}

/** Whether a run of two or more characters stands for something left out. */
function isGap(text: string, run: Run, stars: readonly Run[]): boolean {
  const { start, end, character } = run
  const size = end - start
  if (size < 2) return false
  switch (character) {
    case 'X':
      return isOwnToken(text, run) && !reserved.test(text.slice(end, end + 3))
    case '×':
      return !isOwnDigit(text, start - 1) && !isOwnDigit(text, end)
    case '*':
      return isStarGap(text, run, stars)
    case '_':
      return isLineGap(text, run)
    default:
      return size >= 2 && isUnit(text, end)
  }
}

const isOwnDigit = (text: string, offset: number): boolean => kindAt(text, offset) === Kind.digit

/** XX is no part of a Latin word, an address or a model number; digits before it are those of 20XX. */
function isOwnToken(text: string, { start, end }: Run): boolean {
  const before = kindAt(text, start - 1)
  const after = kindAt(text, end)
  if (before === Kind.latin || after === Kind.latin || after === Kind.digit) return false
  if (before === Kind.digit) return text[end] === '年'
  return !/[-.@/:\\&+_]/.test(text[start - 1] ?? '') && !/[-.@/\\&+_]/.test(text[end] ?? '')
}

/** ** left of a measure or a common word for an office. Between two of them Markdown prints bold. */
function isStarGap(text: string, run: Run, stars: readonly Run[]): boolean {
  const { start, end } = run
  if (end - start > 4 || isOwnDigit(text, start - 1) || isOwnDigit(text, end)) return false
  const index = stars.indexOf(run)
  const isBold =
    index >= 0 && isMarkdownPair(text, stars[index % 2 === 0 ? index : index - 1], stars[index % 2 === 0 ? index + 1 : index])
  if (isBold) return false
  return isUnit(text, end) || (isHan(text, end) && isOffice.test(text.slice(end, end + 3)))
}

const isOffice = /^(?:同志|书记|局|厅|科|省|市|县|区|镇|乡|村|街道|社区|单位|学校|领导|工程)/

/** Two ** with words between them, the second not before a measure: emphasis. */
function isMarkdownPair(text: string, open: Run | undefined, close: Run | undefined): boolean {
  if (!open || !close) return false
  return !isUnit(text, close.end) || !isUnit(text, open.end)
}

/** A line to write on, but not that of a form: 签名：____ is filled in by hand. */
function isLineGap(text: string, { start, end }: Run): boolean {
  if (isUnit(text, end)) return true
  if (end - start < 3 || kindAt(text, start - 1) === Kind.latin || kindAt(text, end) === Kind.latin) return false
  return isHan(text, start - 1) && (isHan(text, end) || kindAt(text, end) === Kind.comma || kindAt(text, end) === Kind.terminal)
}

/** One X stands for a figure only in ×月×日, 202X年 and 第×次. */
function isSingleGap(text: string, { start, end, character }: Run): boolean {
  if (end - start !== 1 || (character !== 'X' && character !== '×' && character !== '*')) return false
  if (text[end] === '月') return isMonthGap.test(text.slice(end, end + 5))
  if (text[end] === '年') return character === 'X' && /(?:19|20)\d$/.test(text.slice(Math.max(0, start - 3), start))
  return text[start - 1] === '第' && /^[次届批期条]/.test(text.slice(end, end + 1)) && character !== '*'
}

const isMonthGap = /^月(?:[XxＸｘ×*]{1,2}日|份|底|初|中旬|上旬|下旬)/

/** ×月×日 is one gap, 202X年 is told with its figures. */
function singleGap(text: string, { start, end }: Run): Gap {
  if (text[end] === '年') return { start: start - 3, end: end + 1, isCertain: true }
  const day = /^月[XxＸｘ×*]{1,2}日/.exec(text.slice(end, end + 5))
  return { start, end: end + (day?.[0].length ?? 0), isCertain: true }
}

/** 【待补】 （此处填…）: a bracket that holds a drafting note, and 【】 that holds nothing. */
function notesIn(use: Use, text: string, { start, end }: Span): Span[] {
  const found: Span[] = []
  for (const hit of placeholderNote(use, start, end))
    found.push({ start: hit.start, end: closing(text, hit.start, end) ?? hit.end })
  for (const empty of emptyBrackets) {
    for (const at of placesOf(text, empty, start, end)) found.push({ start: at, end: at + empty.length })
  }
  return found
}

/** The longest a note in brackets may be. Characters. */
const longestNote = 40

/** Behind the bracket that closes the one at `open`; undefined where it is far away. */
function closing(text: string, open: number, end: number): number | undefined {
  const partner = { '（': '）', '(': ')', '【': '】', '［': '］', '[': ']' }[text[open] as string]
  if (!partner) return undefined
  const at = text.slice(open, Math.min(end, open + longestNote)).indexOf(partner)
  return at < 0 ? undefined : open + at + 1
}

/** 同比增长 %， and 达到 亿元: a verb that takes a figure, and the measure without one. */
const lostFigure =
  /(?:增长|下降|提高|降低|增加|减少|提升|上升|达到?|占比?|完成|超过?|为)(?:了|约)?(?:[ \u00a0\u3000]{0,6}[%％](?=[，。；、）])|[ \u00a0\u3000]{1,6}(?:个百分点|亿元|万元|万人|公里|亩)(?=[，。；、）]))/g

function* figuresIn(words: string): Generator<Span> {
  for (const match of words.matchAll(lostFigure)) yield { start: match.index, end: match.index + match[0].length }
}

/** Behind a year: 2022年　月　日 */
const emptyDay = /^[ \u00a0\u3000]{1,6}月[ \u00a0\u3000]{1,6}日/

function datesIn(text: string, stretch: Span): Span[] {
  return timesIn(text, stretch.start, stretch.end).flatMap(({ kind, start, end }) => {
    const blank = kind === 'year' ? emptyDay.exec(text.slice(end, end + 14)) : null
    return blank ? [{ start, end: end + blank[0].length }] : []
  })
}
