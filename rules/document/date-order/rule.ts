import {
  type DateTime,
  defineRule,
  inProse,
  type OpeningDay,
  openingDay,
  outlookAt,
  type Span,
  structure,
  times,
  type WrittenOn,
  writtenOn,
} from '../../../src/kit.ts'
import { eventsAfter, tellsOfThePast } from './events.ts'
import { pairFaults } from './pairs.ts'
import { stepFaults } from './steps.ts'

/** What stands behind a day that is a deadline: 3月10日前, 9月底前, 6月30日之前. */
const deadlineBehind = /^(?:底|末|上旬|中旬|下旬)?(?:之前|以前|前)/
/** What asks or plans, in the clause before it. */
const asks = /请|务必|务于|须/
const plans = /将|力争|确保|计划|拟|预计|争取/
/** The clause tells what was: 要求2023年9月底前完成的任务已完成. */
const past = /次年|明年|翌年|来年|已|曾|当时|原|此前|如期|提前|按期|按时|完成了|延期|逾期|未能|要求|规定|提出|部署/
/** 并于2024年6月底前向县委报告: what will be told to those above has not been told yet. */
const askedShort = /(?:^|[^重主需])(?:要|应|应当|需)[在于]?$|^并?[于在]$/
const toBeReported =
  /^(?:[^，。；]{0,12}?(?:向|报)[^，。；了]{1,18}?(?:报告|报送|上报|反馈|汇报|备案)|(?:书面)?(?:报送|上报|报告|反馈|报县|报市|报省)|(?:全面|全部|基本)?完成[^，。；了]{0,14}(?:$|，并?将))/
/** How much of the clause on either side is read. Characters. */
const reach = 40
/** A deadline without a year that lies further back is one of the next year. Months. */
const farthest = 5

/** 2024年底前排查未整改到位的: what was found by then is what is at hand. */
const endedBefore = /^([底末](?:之前|以前|前)?)(?:排查|摸排|检查|发现|形成|累计|存量|遗留|拖欠|已)[^，。；]{0,8}(?:未|尚|的)/

/** 通知里的期限、方案里的打算，应当在成文日期之后。 */
export default defineRule({
  id: 'date-order',
  severity: 'warning',
  summary: {
    zh: '期限早于成文日期（5月6日印发，请于4月30日前报送）',
    en: 'A deadline that was over before the paper was written',
  },
  source: { tier: '本规则', ref: '所定期限在成文日期之后' },
  options: {
    allow: { type: 'strings', default: [], zh: '不核对的说法', en: 'words that are not compared' },
  },
  quotes: ['deadline', 'plan', 'ahead', 'event'],
  messages: {
    deadline: {
      zh: '“{date}”的期限早于成文日期“{signed}”',
      en: 'The deadline “{date}” is earlier than the date of the paper, “{signed}”',
    },
    plan: {
      zh: '“{date}”早于成文日期“{signed}”，却说成将来的事，请核',
      en: '“{date}” is earlier than the date of the paper, “{signed}”, yet told as to come. Please check',
    },
    step: {
      zh: '前面已说到“{before}”，这一步在后，时间却更早，请核',
      en: 'The step before it is set for “{before}”; this one follows and lies earlier. Please check',
    },
    effect: {
      zh: '“{before}”才发布，施行却在“{date}”，请核',
      en: 'Published on “{before}” and in force from “{date}”: please check',
    },
    until: { zh: '从“{before}”起，却到“{date}”止，请核', en: 'From “{before}” until “{date}”: please check' },
    term: {
      zh: '前一件事的期限是“{before}”，接着的一件却是“{date}”，请核',
      en: 'The term before it is “{before}”, the next one “{date}”: please check',
    },
    stepBefore: { zh: '前一步', en: 'the step before' },
    ahead: {
      zh: '“{date}”还没有到（成文日期是{signed}），这里却当作已有的事来说，请核',
      en: '“{date}” is still to come (the paper is of {signed}), and here it is told as past. Please check',
    },
    event: {
      zh: '“{date}”还没有到（报头、成文日期是{signed}），这里却说已经做了',
      en: '“{date}” is still to come (the paper is of {signed}), and here it is told as done',
    },
    number: {
      zh: '发文字号的年份是{year}年，成文日期却是“{signed}”',
      en: 'The paper is numbered in {year} and dated “{signed}”',
    },
    signed: { zh: '成文日期', en: 'the date of the paper' },
    numbered: { zh: '发文字号', en: 'the number of the paper' },
  },
  check({ text, use, report }) {
    for (const { at, before } of stepFaults(text, use(times), use(structure).stretches)) {
      const data = { before: text.slice(before.start, before.end) }
      report('step', at, data, { see: [{ id: 'stepBefore', at: before, data: {} }] })
    }
    for (const { at, before, by } of pairFaults(text, use(times), use(structure).stretches)) {
      const data = { date: text.slice(at.start, at.end), before: text.slice(before.start, before.end) }
      const see = [{ id: 'stepBefore', at: before, data: {} }] as const
      report(by, at, data, { see, severity: by === 'until' ? 'warning' : 'info' })
    }
    const opened = use(openingDay)
    const own = use(writtenOn)
    if (opened) sayNumberOfHead(opened)
    if (!own || own.day === undefined) return
    sayNumber(own)
    const day = { year: own.year, month: own.month, day: own.day }
    for (const { at, isSure } of tellsOfThePast(use, text) ? eventsAfter(text, day, use) : []) {
      const data = { date: text.slice(at.start, at.end), signed: text.slice(own.span.start, own.span.end) }
      report('event', at, data, { see: [{ id: 'signed', at: own.span, data: {} }], ...(!isSure && { severity: 'info' }) })
    }
    const signed = { year: own.year, month: own.month, day: own.day }
    for (const year of use(times)) {
      if (year.kind !== 'year' || year.value < own.year) continue
      const match = endedBefore.exec(text.slice(year.end, year.end + 24))
      if (!match || (year.value === own.year && own.month === 12)) continue
      const at = { start: year.start, end: year.end + (match[1] as string).length }
      const data = { date: text.slice(at.start, at.end), signed: text.slice(own.span.start, own.span.end) }
      report('ahead', at, data, { see: [{ id: 'signed', at: own.span, data: {} }], severity: 'info' })
    }
    const dates = use(times).filter(({ kind }) => kind === 'date') as DateTime[]
    for (const { one: date, stretch: within } of inProse(use, dates)) {
      if (within.role !== undefined) continue
      const end = date.end + (deadlineBehind.exec(text.slice(date.end, Math.min(within.end, date.end + 5)))?.[0].length ?? 0)
      if (end === date.end) {
        checkToCome(date, within)
        continue
      }
      const start = date.year?.start ?? date.start
      const at = { start, end }
      const [before, behind] = clauseAround(text, start, end, within)
      const isAsked = asks.test(before)
      const isTold = isAsked || plans.test(before) || isToBeReported(before, behind, date, own.year)
      if (!isTold || past.test(before) || past.test(behind) || !isOver(date, signed)) continue
      const data = { date: text.slice(start, end), signed: text.slice(own.span.start, own.span.end) }
      const see = [{ id: 'signed' as const, at: own.span, data: {} }]
      const isShort = !isAsked && !plans.test(before)
      if (isAsked) report('deadline', at, data, { see, ...(date.year === undefined && { severity: 'info' as const }) })
      else if (date.year !== undefined) report('plan', at, data, { see, ...(isShort && { severity: 'info' as const }) })
    }

    /** A paper is numbered when it is signed. */
    function sayNumber({ year, span, from }: WrittenOn): void {
      if (from !== 'date') return
      const number = use(structure).paragraphs.find(({ paragraph }) => paragraph.role === 'document-number')?.paragraph
      const match = number ? /[〔［[（(]([12]\d{3})[〕］\])）]/.exec(text.slice(number.start, number.end)) : null
      if (!number || !match || Number(match[1]) === year) return
      const start = number.start + match.index
      // In the first days of a year a paper may keep the number of the last.
      const isUnsure = Number(match[1]) < year
      report(
        'number',
        span,
        { year: Number(match[1]), signed: text.slice(span.start, span.end) },
        {
          see: [{ id: 'numbered', at: { start, end: start + match[0].length }, data: {} }],
          ...(isUnsure && { severity: 'info' }),
        },
      )
    }

    /** 〔2019〕12号 above minutes of a meeting of 2020: a number is given when the meeting is over. */
    function sayNumberOfHead({ year, span }: OpeningDay): void {
      const head = text.slice(0, span.start)
      const match = /[〔［[（(]([12]\d{3})[〕］\])）]\s?第?\d{1,4}[号期]/.exec(head)
      if (!match || Number(match[1]) >= year) return
      const at = { start: match.index, end: match.index + 6 }
      const data = { year: Number(match[1]), signed: text.slice(span.start, span.end) }
      report('number', at, data, { see: [{ id: 'signed', at: span, data: {} }] })
    }

    /** A month of last year, in a part that looks ahead, told of what will be done. */
    function checkToCome(date: DateTime, within: Span): void {
      if (!own || date.year?.kind !== 'year' || date.year.value >= own.year || outlookAt(use, date.start) !== 'plan') return
      if (date.year.value < own.year - 1) return
      const { start } = date.year
      const behind = text.slice(date.end, Math.min(within.end, date.end + reach))
      const before = text.slice(Math.max(within.start, start - reach), start)
      if (!toBeDone.test(behind) || !asked.test(before) || told.test(behind.slice(0, 12)) || past.test(before)) return
      const at = { start, end: date.end }
      const data = { date: text.slice(at.start, at.end), signed: text.slice(own.span.start, own.span.end) }
      report('plan', at, data, { see: [{ id: 'signed', at: own.span, data: {} }], severity: 'info' })
    }
  },
})

/** What will be done then: 2024年6月全面启动. */
const toBeDone =
  /^(?:底|末|上旬|中旬|下旬)?(?:全部|全面|正式|集中|陆续)?(?:完成|启动|开工|建成|投用|投产|竣工|通车|召开|举办|实施|出台|交付)/
const asked = /(?:^|[，；。：])(?:并|力争|确保|计划|拟|争取|预计|将|要|再)[^，。；]{0,6}(?:于|在)?$/
const told = /[了过]|已|曾|原|此前|获/

/** The words of the sentence before and behind, as far as they are near. */
function clauseAround(text: string, start: number, end: number, within: Span): readonly [string, string] {
  const before = text.slice(Math.max(within.start, start - reach), start)
  const behind = text.slice(end, Math.min(within.end, end + reach))
  const from = Math.max(...['。', '；', '，'].map((mark) => before.lastIndexOf(mark))) + 1
  const to = behind.search(/[。；]/)
  return [before.slice(from), to < 0 ? behind : behind.slice(0, to)]
}

/** No word of what was: 整改情况于…前向县委报告, of a date of the year before. */
const isToBeReported = (before: string, behind: string, { year }: DateTime, signed: number): boolean =>
  year?.kind === 'year' && year.value < signed && askedShort.test(before) && toBeReported.test(behind)

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Whether the day had passed; where no year is told, it is taken for this year's if it lies few months back. */
function isOver({ year, month, day }: DateTime, signed: Day): boolean {
  if (year !== undefined && year.kind !== 'year') return false
  const last = day ?? 31
  if (year !== undefined) return ordinal({ year: year.value, month, day: last }) < ordinal(signed)
  if (day === undefined || signed.month - month > farthest) return false
  return ordinal({ year: signed.year, month, day }) < ordinal(signed)
}

const ordinal = ({ year, month, day }: Day): number => year * 10000 + month * 100 + day
