import {
  type DocumentYear,
  defineRule,
  documentYear,
  isSure,
  numeralBefore,
  outlookAt,
  period,
  type Span,
  type Stretch,
  saidYear,
  schoolYear,
  sentenceAround,
  spokenYears,
  structure,
  tableFinder,
  tellsOfYears,
  titled,
  yearsMeant,
} from '../../../src/kit.ts'
import { type CountedDay, countedDays, type DayTheme, daysCheckedOn, dayThemes } from '../../../src/world/days.ts'
import { cohorts } from './cohort.ts'
import { foundings, jubilees } from './founding.ts'

const named = countedDays.flatMap((day) => day.names.map((name) => ({ day, name })))
const find = tableFinder(named.map(({ name }) => name))
const findThemes = tableFinder(dayThemes.map(({ words }) => words))

export default defineRule({
  id: 'day-mismatch',
  severity: 'warning',
  summary: {
    zh: '“第N个教师节”“建校N周年”与年份对不上',
    en: 'The number of a yearly day, or of the house’s own anniversary, does not fit the year',
  },
  source: { tier: '事实', ref: `各节日、宣传月和展会的首年见历年新闻稿，核至${daysCheckedOn}；本单位的周年按文中的成立年份推算` },
  options: {
    ignore: { type: 'strings', default: [], zh: '不核对的节日，如“读书日”', en: 'days that are not checked' },
  },
  quotes: ['said', 'undated'],
  messages: {
    said: {
      zh: '{year}年是第{right}{unit}{name}，此处说的是第{number}{unit}',
      en: '{year} has number {right} of {name}, here {number} ({unit})',
    },
    undated: {
      zh: '第{number}{unit}{name}是{due}年，材料属于{year}年，疑沿用旧稿',
      en: 'Number {number} of {name} ({unit}) was in {due}; the document is of {year}. Recycled?',
    },
    beside: {
      zh: '第{number}{unit}{name}是{due}年，这里说的是{year}年，请核',
      en: 'Number {number} of {name} ({unit}) was in {due}; told here is {year}. Please check',
    },
    theme: {
      zh: '“{words}”是{other}年{day}的主题，{year}年的是“{theme}”，请核',
      en: '“{words}” was the theme of {day} in {other}; that of {year} was “{theme}”. Please check',
    },
    cohort: {
      zh: '{year}年录取的新生是{year}级，此处说的是{said}级，请核',
      en: 'Who was admitted in {year} is of the class of {year}, here {said}. Please check',
    },
    founded: {
      zh: '文中说{founded}年成立，{year}年是{right}周年，此处说的是{number}周年',
      en: 'Founded in {founded}, as the text says: {year} is the {right}th anniversary, here the {number}th',
    },
    year: { zh: '所说的年份', en: 'the year it is said of' },
    founding: { zh: '文中说的成立年份', en: 'the year of foundation, as told here' },
  },
  doubts: true,
  check({ text, use, report }) {
    const own = use(documentYear)
    const spoken = spokenYears(own)
    const { stretches } = use(structure)
    for (const stretch of stretches) {
      for (const { phrase, start, end } of find(use, stretch.start, stretch.end)) {
        const { day, name } = named[phrase] as { day: CountedDay; name: string }
        const counted = countedBefore(text, start, stretch)
        if (!counted) continue
        const { number, unit } = counted
        const due = day.first + number - 1
        const at = { start: counted.start, end }
        const said = saidYear(text, at, stretch.start)
        const years = said ? yearsMeant(said, own, outlookAt(use, start) === 'plan') : []
        const [year] = years
        if (said && (year === undefined || years.includes(due))) continue
        if (said && year !== undefined) {
          const right = year - day.first + 1
          if (right < 1) continue
          const digits = { start: counted.digits.start, end: counted.digits.end }
          const isArabic = /^[0-9]/.test(text.slice(digits.start, digits.end))
          report(
            'said',
            at,
            { year, right, unit, name, number },
            {
              see: [{ id: 'year', at: said, data: {} }],
              ...(isArabic && { fix: { grade: 'suggested', edits: [{ ...digits, text: String(right) }] } as const }),
              ...(!day.verified && { severity: 'info' as const }),
            },
          )
        } else if (
          !use(schoolYear)?.includes(due) &&
          own &&
          spoken &&
          (due < firstSpoken(own, spoken.first, start) || due > spoken.last) &&
          due > own.value - 12 &&
          due <= own.value + 3
        ) {
          const isSurely = day.verified && due < spoken.first
          report(
            'undated',
            at,
            { number, unit, name, due, year: own.value },
            isSurely || due > spoken.last ? {} : { severity: 'info' },
          )
        } else if (own && spoken) {
          const told = toldYear(start)
          if (told !== undefined && due !== told && Math.abs(due - told) <= 2 && !use(schoolYear)?.includes(due))
            report('beside', at, { number, unit, name, due, year: told }, { doubtful: true })
        }
      }
    }

    for (const stretch of stretches) {
      for (const { phrase, start, end } of findThemes(use, stretch.start, stretch.end)) {
        sayTheme(dayThemes[phrase] as DayTheme, { start, end }, stretch)
      }
    }

    for (const { at, year } of cohorts(text, stretches)) {
      const said = saidYear(text, at, stretches.find(({ start, end }) => start <= at.start && at.end <= end)?.start ?? at.start)
      if (said || !spoken || use(schoolYear)?.includes(year) || outlookAt(use, at.start) === 'plan') continue
      const reviewed = use(period).reviewed ?? (own?.from === 'title' ? own.value : undefined)
      if (reviewed === undefined || year === reviewed || year > spoken.last || use(tellsOfYears)) continue
      report('cohort', at, { year: reviewed, said: year }, { severity: 'info' })
    }

    const founded = foundings(text, stretches)
    const base = founded[0]?.year
    // Of several houses the text does not say whose anniversary it is.
    if (base === undefined || founded.some(({ year }) => year !== base)) return
    for (const { at, number, digits, stretch } of jubilees(text, stretches)) {
      const due = base + number
      const said = saidYear(text, at, stretch.start)
      const years = said ? yearsMeant(said, own, outlookAt(use, at.start) === 'plan') : spoken ? [spoken.last, spoken.first] : []
      const [year] = years
      if (year === undefined || years.includes(due) || Math.abs(due - year) > (said ? 12 : 5)) continue
      if (!said && (!own || !isSure(own))) continue
      const right = year - base
      report(
        'founded',
        at,
        { founded: base, year, right, number },
        {
          see: [{ id: 'founding', at: founded[0]?.at as Span, data: {} }],
          ...(/^[0-9]/.test(text.slice(digits.start, digits.end)) && {
            fix: { grade: 'suggested', edits: [{ ...digits, text: String(right) }] } as const,
          }),
        },
      )
    }

    /** The theme of another year beside the name of the day. */
    function sayTheme(row: DayTheme, at: Span, stretch: Stretch): void {
      const sentence = sentenceAround(use, at, stretch)
      const words = text.slice(sentence.start, sentence.end)
      if (!words.includes(row.day) || /历年|往年|曾/.test(words)) return
      const nth = /第([0-9]{1,2})个/.exec(words)
      const first = countedDays.find(({ names }) => names.some((name) => name.endsWith(row.day)))?.first
      const said = saidYear(text, at, stretch.start)
      const [saidAs] = said ? yearsMeant(said, own, false) : []
      const year =
        nth && first !== undefined
          ? first + Number(nth[1]) - 1
          : (saidAs ?? (own?.month !== undefined && isSure(own) ? own.value : undefined))
      const due = dayThemes.find(({ day, year: other }) => day === row.day && other === year)
      if (year === undefined || !due || due === row) return
      report('theme', at, { words: row.words, other: row.year, day: row.day, year, theme: due.theme }, { severity: 'info' })
    }

    /** The one year reviewed, or planned, at a place. */
    function toldYear(at: number): number | undefined {
      const { reviewed, planned, withinOneYear } = use(period)
      if (withinOneYear || use(tellsOfYears)) return undefined
      const outlook = outlookAt(use, at)
      return outlook === 'review' ? reviewed : outlook === 'plan' ? planned : undefined
    }

    /** A notice or a plan speaks of the year that it stands in; a report of January looks back. */
    function firstSpoken(document: DocumentYear, first: number, at: number): number {
      if (outlookAt(use, at) === 'review') return first
      return /通知|方案|计划|要点/.test(use(titled)?.kind?.name ?? '') ? document.value : first
    }
  },
})

/** 全国, “, and the like between the number and the name. */
const prefix = /(?:全国|中国国际|中国|我国|世界|国际|全民|中华|国家)?[“”"]?$/
const counters = '个届次'

interface Counted extends Span {
  readonly number: number
  readonly unit: string
  readonly digits: Span
}

/** 第41个 before the name that begins at `start`. */
function countedBefore(text: string, start: number, stretch: Stretch): Counted | undefined {
  const lead = prefix.exec(text.slice(Math.max(stretch.start, start - 5), start)) as RegExpExecArray
  const at = start - lead[0].length - 1
  const unit = text[at] ?? ''
  if (at <= stretch.start || !counters.includes(unit)) return undefined
  const numeral = numeralBefore(text, at, stretch.start)
  if (!numeral || text[numeral.start - 1] !== '第' || numeral.value < 2 || numeral.value > 200) return undefined
  return { start: numeral.start - 1, end: start, number: numeral.value, unit, digits: { start: numeral.start, end: numeral.end } }
}
