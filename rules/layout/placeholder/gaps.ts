/** Runs of one character that stand for words or figures still to come: XX局, ××个, ____万元. */
import { isHan, Kind, kindAt, type Span } from '../../../src/kit.ts'
import { reserved, unitsAfter } from './data.ts'

/** Runs of one character that stand for words still to come. Bounded: the run itself is measured by hand. */
const runStart = /[XxＸｘ×*＊_＿?？]/g

/** Whether a measure stands at `offset`: what stood before it was a figure. */
export const isUnit = (text: string, offset: number): boolean => {
  const blank = kindAt(text, offset) === Kind.blank ? 1 : 0
  return unitsAfter.test(text.slice(offset + blank, offset + blank + 4))
}

interface Run extends Span {
  readonly character: string
}

export interface Gap extends Span {
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

export function* runsIn(text: string, stretch: Span): Generator<Gap> {
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
