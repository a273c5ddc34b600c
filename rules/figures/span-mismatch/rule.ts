import { defineRule, type NamedPhase, namedPhases, type Span, statements, structure, timeRanges } from '../../../src/kit.ts'
import { elapsedIn } from './elapsed.ts'
import { monthsOfPlan, monthsTold } from './months.ts'
import { yearsOfPlans } from './plans.ts'

export default defineRule({
  id: 'span-mismatch',
  severity: 'error',
  summary: {
    zh: '年数与起止年份不符，方案各阶段的时间重叠（五年（2021—2026年））',
    en: 'A number of years that is not that of its dates; phases of a plan that overlap',
  },
  source: { tier: '本规则', ref: '年数等于起止年份之差，或者再加一；各阶段前后相接' },
  options: {
    allow: { type: 'strings', default: [], zh: '核对无误的说法', en: 'phrases that were checked and are right' },
  },
  messages: {
    years: { zh: '{range}是{due}年，此处说{said}', en: '{range} are {due} years, not {said}' },
    overlap: {
      zh: '这一阶段开始于{from}，上一阶段要到{to}才结束',
      en: 'This phase begins on {from}; the one before ends on {to}',
    },
    outside: { zh: '这一阶段到{to}为止，此处的时限在它之后', en: 'This phase ends on {to}; the term here is later' },
    early: {
      zh: '这一阶段从{from}开始，此处的时限在它之前，请核',
      en: 'This phase begins on {from}; the term here is earlier. Please check',
    },
    plan: {
      zh: '{said}方案（计划）一般从头年起算到末年为{due}年，{range}是{years}年，请核',
      en: 'A plan of {said} has {due} years, the first and the last among them; {range} are {years}. Please check',
    },
    months: {
      zh: '{range}是{due}个月，此处说{said}，请核',
      en: '{range} are {due} months, not {said}. Please check',
    },
    elapsed: {
      zh: '{from}与{to}相隔{due}个月，此处说{said}，请核',
      en: 'Between {from} and {to} lie {due} months, not {said}. Please check',
    },
    month: { zh: '所说的月份', en: 'the month' },
    phase: { zh: '阶段的起止时间', en: 'the span of the phase' },
  },
  check({ text, use, report }) {
    for (const { kind, stated, relation: range, computed, agrees } of use(statements)) {
      if (kind !== 'span' || agrees) continue
      report('years', stated, { range, due: computed, said: text.slice(stated.start, stated.end) })
    }
    for (const { at, said, due, range, years } of yearsOfPlans(text, use(timeRanges))) {
      report('plan', at, { said, due, range, years }, { severity: 'info' })
    }
    const phases = use(namedPhases)
    phases.forEach((phase, index) => {
      const previous = phases[index - 1]
      if (previous && isAfter(previous, phase)) {
        const data = { from: written(text, phase.range, 'from'), to: written(text, previous.range, 'to') }
        const milder = phase.from < previous.from ? { severity: 'warning' as const } : {}
        report('overlap', phase.range, data, { see: [{ id: 'phase', at: previous.range, data: {} }], ...milder })
      }
      for (const term of phase.early) {
        const see = [{ id: 'phase', at: phase.range, data: {} }] as const
        report('early', term, { from: written(text, phase.range, 'from') }, { see, severity: 'warning' })
      }
      for (const term of phase.later) {
        const see = [{ id: 'phase', at: phase.range, data: {} }] as const
        report('outside', term, { to: written(text, phase.range, 'to') }, { see, severity: 'warning' })
      }
    })
    for (const { range, said, due } of monthsOfPlan(text, phases)) {
      const data = { range: '各阶段合计', due, said: text.slice(said.start, said.end) }
      report('months', said, data, { see: [{ id: 'phase', at: range, data: {} }], severity: 'warning' })
    }
    for (const { said, from, to, due } of elapsedIn(text, use(structure).stretches)) {
      const of = (span: Span): string => text.slice(span.start, span.end)
      const see = [
        { id: 'month', at: from, data: {} },
        { id: 'month', at: to, data: {} },
      ] as const
      report('elapsed', said, { from: of(from), to: of(to), due, said: of(said) }, { see, severity: 'info' })
    }
    for (const { range, said, due } of monthsTold(text, use)) {
      report(
        'months',
        said,
        { range: text.slice(range.start, range.end), due, said: text.slice(said.start, said.end) },
        { see: [{ id: 'phase', at: range, data: {} }], severity: 'warning' },
      )
    }
  },
})

/** Whether `next` begins before `previous` ends; both belong to one plan. */
const isAfter = (previous: NamedPhase, next: NamedPhase): boolean =>
  previous.plan === next.plan &&
  (previous.isExact && next.isExact ? next.from < previous.to : monthOf(next.from) < monthOf(previous.to)) &&
  next.to >= previous.to &&
  (next.from > previous.from || (next.from < previous.from && next.isExact && previous.isExact && next.to > previous.to))

const monthOf = (day: number): number => Math.floor(day / 31)

const written = (text: string, { from, to }: NamedPhase['range'], end: 'from' | 'to'): string => {
  const at = end === 'from' ? from : to
  return text.slice(at.start, at.end)
}
