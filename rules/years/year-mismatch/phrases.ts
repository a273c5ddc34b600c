/** Phrases of running text that only the year reviewed, or only the year planned, can stand in. */
import { inProse, type Outlook, outlookAt, type Period, type Span, type Use, type Year, years } from '../../../src/kit.ts'
import { type Phrase, phrases } from './data.ts'

/** A year in a phrase that it does not fit. */
export interface Misfit extends Span {
  readonly says: Phrase['says']
  readonly year: number
  /** Something beside it speaks against any other reading. */
  readonly isSure: boolean
}

const reachBefore = 10
const longestSentence = 80

/** The misfits of the document; without a verdict on its years there are none. */
export function misfitsIn(text: string, use: Use, { reviewed, planned, evidence, withinOneYear }: Period): Misfit[] {
  if (reviewed === undefined || planned === undefined || withinOneYear || evidence.length === 0) return []
  return inProse(use, use(years)).flatMap(({ one: year, stretch }): Misfit[] => {
    if (year.quoted || year.value >= planned || year.value < reviewed - furthest) return []
    const outlook = outlookAt(use, year.start)
    const before = text.slice(Math.max(stretch.start, year.start - reachBefore), year.start)
    const behind = text.slice(year.end, Math.min(stretch.end, year.end + longestSentence))
    const stop = behind.search(/[。！？；]/)
    const sentence = stop < 0 ? behind : behind.slice(0, stop)
    const phrase = phrases.find((row) => fits(row, year, row.about === 'plan' ? planned : reviewed, outlook, before, sentence))
    if (!phrase) return []
    const { says, sureBy, evenBeside } = phrase
    const isBeside = evenBeside !== true && namesYear(text, use, year, stretch, phrase.about === 'plan' ? planned : reviewed)
    if (isBeside && evenBeside !== 'doubtful') return []
    const isSure = !isBeside && (sureBy === undefined || sureBy.test(sentence))
    return [{ says, year: year.value, start: year.start, end: year.end, isSure }]
  })
}

/** A year further back than this is history, no slip. */
const furthest = 3

function fits(
  row: Phrase,
  { value }: Year,
  due: number,
  outlook: Outlook | undefined,
  before: string,
  sentence: string,
): boolean {
  if (value >= due || (row.isLastOnly && value !== due - 1)) return false
  if (row.in !== undefined ? outlook !== row.in : outlook !== undefined && outlook !== row.about) return false
  if ((row.before && !row.before.test(before)) || (row.after && !row.after.test(sentence))) return false
  return !row.unless?.test(sentence)
}

/** A year told where another is planned or reviewed, in words that may have another reading. */
export interface OddYear extends Span {
  readonly year: number
  readonly due: number
  readonly about: Outlook
}

/** What makes a year that is past at home in a plan: it is compared with, carried over, or stands in a name. */
const ofThePast =
  /已|[曾了]|以来|基础上|结转|完成情况|[比较超]|同期|同比|决算|水平|成果|经验|遗留|评估|至今|开始|起|总结|回顾|考核|结果|问题|前后|历年|连续|[—–-]|、20|和20|与20|以前|之前建|期间|时期|“十|年度|学年|版|印发|通过|施行|修订|届|预期|[面满]完成|前[^，。]{0,8}的|《|〔/
/** And one to come in a review. */
const compared =
  /截[至止]|其中|累计|决算|启动|开工|的|[比较]|同期|同比|以来|以后|基础上|预计|计划|将|力争|确保|目标|任务|年度|学年|起|至|[—–-]|、20|和20|与20|《|〔|届|底前|今年|明年|第/

/** Shorter sentences are cells. Characters. */
const leastWords = 6

/** Years of the running text beside the one planned or reviewed, where nothing in the sentence speaks for them. */
export function oddYearsIn(text: string, use: Use, { reviewed, planned, evidence, withinOneYear }: Period): OddYear[] {
  if (reviewed === undefined || planned === undefined || withinOneYear || evidence.length === 0) return []
  return inProse(use, use(years)).flatMap(({ one: year, stretch }): OddYear[] => {
    const about = outlookAt(use, year.start)
    if (year.quoted || about === undefined || stretch.role !== undefined) return []
    const due = about === 'plan' ? planned : reviewed
    const isOdd = about === 'plan' ? year.value < due && year.value >= due - 2 : year.value === due - 1
    if (!isOdd) return []
    const lead = text.slice(Math.max(stretch.start, year.start - longestSentence), year.start)
    const before = lead.slice(Math.max(...['。', '！', '？', '；'].map((mark) => lead.lastIndexOf(mark))) + 1)
    const behind = text.slice(year.end, Math.min(stretch.end, year.end + longestSentence))
    const stop = behind.search(/[。！？；]/)
    const sentence = before + (stop < 0 ? behind : behind.slice(0, stop))
    if (about === 'plan' ? ofThePast.test(sentence) : compared.test(sentence) || namesYear(text, use, year, stretch, due))
      return []
    // Two years in one sentence are a history; hardly any words make a cell of a table.
    if (sentence.length < leastWords || /(?:19|20)[0-9]{2}年/.test(sentence)) return []
    return [{ year: year.value, due, about, start: year.start, end: year.end }]
  })
}

/** The right year stands in the same paragraph, right before or behind: the two are compared. */
function namesYear(text: string, use: Use, { start, end }: Year, stretch: Span, due: number): boolean {
  const near = text.slice(Math.max(stretch.start, start - longestSentence), Math.min(stretch.end, end + longestSentence))
  return (
    near.includes(`${due}年`) &&
    use(years).some((one) => one.value === due && one.start >= stretch.start && one.end <= stretch.end)
  )
}
