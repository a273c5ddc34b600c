import { defineRule, documentYear, inProse, isSure, type Span, writtenOn } from '../../../src/kit.ts'
import {
  datesIn,
  daysIn,
  isLunar,
  isUnlikelyLeap,
  nearestYear,
  ofOneRange,
  todays,
  toldAsDone,
  type WrittenDate,
  weekdayBehind,
  weekdayOf,
} from './calendar.ts'
import { phaseFaults } from './phases.ts'
import { reversedRanges } from './ranges.ts'

export default defineRule({
  id: 'date-validity',
  severity: 'error',
  summary: {
    zh: '日历上没有的日期、对不上的星期、前后颠倒的起止日期',
    en: 'Dates that no calendar has, weekdays that are not the day’s, ranges that end before they begin',
  },
  source: { tier: '事实', ref: '公历；星期按公历推算' },
  options: {
    weekday: {
      type: 'boolean',
      default: true,
      zh: '是否核对日期后面的星期',
      en: 'check the weekday behind a date',
    },
  },
  messages: {
    month: { zh: '没有{month}月', en: 'There is no month {month}' },
    day: { zh: '{month}月没有{day}日，最多{last}日', en: 'Month {month} has no day {day}; its last is {last}' },
    leap: { zh: '{year}年不是闰年，没有2月29日', en: '{year} is no leap year: it has no 29 February' },
    leapMaybe: {
      zh: '材料属于{year}年，{year}年和上一年都没有2月29日，请核',
      en: 'The document is of {year}; neither it nor the year before has a 29 February. Please check',
    },
    weekday: {
      zh: '{year}年{month}月{day}日是星期{right}，不是星期{said}',
      en: '{year}-{month}-{day} is weekday {right}, not {said}',
    },
    weekdayMaybe: {
      zh: '{year}年及前后一年的{month}月{day}日都不是星期{said}，请核',
      en: 'Neither in {year} nor a year before or after is {month}-{day} weekday {said}. Please check',
    },
    weekdayNear: {
      zh: '{month}月{day}日如指{year}年，是星期{right}，不是星期{said}，请核',
      en: 'If {month}-{day} is of {year} it is weekday {right}, not {said}. Please check',
    },
    today: {
      zh: '材料的日期{date}是星期{right}，此处说今天是星期{said}，请核',
      en: 'The date of the document, {date}, is weekday {right}; here today is said to be {said}. Please check',
    },
    besides: {
      zh: '“{other}”是{year}年，{year}年的{month}月{day}日是星期{right}，不是星期{said}，请核',
      en: '“{other}” is of {year}; in {year} {month}-{day} is weekday {right}, not {said}. Please check',
    },
    reversed: { zh: '起止颠倒：“{from}”在“{to}”之后', en: 'The range is reversed: “{from}” is later than “{to}”' },
    overlap: {
      zh: '这一阶段在上一阶段（{before}）结束之前就开始，时间重叠，请核',
      en: 'This phase begins before the one before it ({before}) is over. Please check',
    },
    order: {
      zh: '这一阶段早于上一阶段（{before}），年份或月份可能有误，请核',
      en: 'This phase lies before the one before it ({before}): year or month may be wrong. Please check',
    },
    late: {
      zh: '“{date}前”的期限晚于这一阶段的截止时间（{phase}），请核',
      en: 'The term {date} is later than the end of this phase ({phase}). Please check',
    },
    phase: { zh: '所比的阶段', en: 'the phase it is compared with' },
    unsigned: {
      zh: '“{date}”晚于材料的日期“{signed}”，却说已经完成，请核',
      en: '“{date}” is later than the date of the document, “{signed}”, yet told as done. Please check',
    },
    signed: { zh: '材料的日期', en: 'the date of the document' },
  },
  check({ text, use, options, report }) {
    const dates = datesIn(use)
    const own = use(documentYear)
    const written = use(writtenOn)
    let before: { readonly at: Span; readonly month: number; readonly fitting: readonly number[] } | undefined
    for (const date of dates) {
      if (isLunar(text, date)) continue
      const { month, day } = date
      if (month < 1 || month > 12) {
        report('month', date, { month })
        continue
      }
      const last = month === 2 ? 29 : daysIn(2024, month)
      if (day < 1 || day > last) {
        report('day', date, { month, day, last: month === 2 ? '28或29' : last })
        continue
      }
      if (month === 2 && day === 29) {
        if (date.year !== undefined && daysIn(date.year, 2) < 29) report('leap', date, { year: date.year })
        else if (date.year === undefined && own && isUnlikelyLeap(use, date, own)) {
          report('leapMaybe', date, { year: own.value }, { severity: 'warning' })
        }
        continue
      }
      if (options.weekday) checkWeekday(date)
    }
    for (const { from, to, at } of reversedRanges(text, use)) report('reversed', at, { from, to })
    for (const { id, at, phase, isSure: isCertain } of phaseFaults(text, use)) {
      const words = text.slice(phase.start, phase.end)
      const more = { see: [{ id: 'phase', at: phase, data: {} }], severity: isCertain ? 'warning' : 'info' } as const
      if (id === 'late') report(id, at, { date: text.slice(at.start, at.end), phase: words }, more)
      else report(id, at, { before: words }, more)
    }
    checkSigned()
    checkToday()

    function checkWeekday(date: WrittenDate): void {
      const match = weekdayBehind.exec(text.slice(date.end, date.end + 8))
      if (!match) return
      const said = (match[1] as string).replace('天', '日')
      const { month, day } = date
      const at = { start: date.start, end: date.end + match[0].length }
      if (date.year !== undefined) {
        const right = weekdayOf(date.year, month, day)
        if (right !== said) report('weekday', at, { year: date.year, month, day, right, said })
        return
      }
      const year = written && nearestYear(written, month, day)
      if (written && year !== undefined) {
        const right = weekdayOf(year, month, day)
        const see = [{ id: 'signed', at: written.span, data: {} }] as const
        if (right !== said) report('weekdayNear', at, { year, month, day, right, said }, { severity: 'warning', see })
        return
      }
      if (!own || !isSure(own)) return
      const near = [own.value - 1, own.value, own.value + 1]
      const fitting = near.filter((year) => weekdayOf(year, month, day) === said)
      const other = before
      before = { at, month, fitting }
      // 1月26日（星期一）至2月6日（星期四）: no year has both.
      const [told] = other && ofOneRange.test(text.slice(other.at.end, at.start)) ? other.fitting : []
      if (
        other &&
        other.month <= month &&
        told !== undefined &&
        fitting.length > 0 &&
        !other.fitting.some((one) => fitting.includes(one))
      ) {
        const data = {
          other: text.slice(other.at.start, other.at.end),
          year: told,
          month,
          day,
          right: weekdayOf(told, month, day),
          said,
        }
        report('besides', at, data, { severity: 'warning', see: [] })
        return
      }
      if (fitting.length > 0) return
      report('weekdayMaybe', at, { year: own.value, month, day, said }, { severity: 'warning' })
    }

    function checkToday(): void {
      if (written?.day === undefined) return
      const right = weekdayOf(written.year, written.month, written.day)
      for (const { one: at, stretch } of inProse(use, todays(text))) {
        const said = at.said.replace('天', '日')
        if (said === right || stretch.role !== undefined) continue
        const date = text.slice(written.span.start, written.span.end)
        report('today', at, { date, right, said }, { severity: 'warning', see: [{ id: 'signed', at: written.span, data: {} }] })
      }
    }

    function checkSigned(): void {
      if (written?.day === undefined) return
      const { span } = written
      const signed = written.year * 10000 + written.month * 100 + written.day
      for (const date of dates) {
        if (date.year === undefined || date.year * 10000 + date.month * 100 + date.day <= signed) continue
        const isBody = written.from === 'date' ? date.start < span.start : date.start >= span.end
        if (!isBody || !toldAsDone(text, date)) continue
        report(
          'unsigned',
          date,
          { date: text.slice(date.start, date.end), signed: text.slice(span.start, span.end) },
          { severity: 'warning', see: [{ id: 'signed', at: span, data: {} }] },
        )
      }
    }
  },
})
