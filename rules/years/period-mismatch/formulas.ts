/** 党的二十大和二十届历次全会精神: which congress and which plenum belong together, and which came since. */
import { documentYear, earliestDay, isSure, numberOf, tellsOfYears } from '../../../src/kit.ts'
import { congressName, congressNumber, daysLater, latestBefore, meetingOf, nameOf } from './congresses.ts'
import { found, isAhead, type Part } from './phrases.ts'

export const formulaMessages = {
  formula: {
    zh: '到{year}年还应写到{newer}（{day}闭幕），疑沿用旧稿',
    en: 'By {year} {newer} (closed on {day}) belongs here too; recycled?',
  },
  congress: {
    zh: '到{year}年指导思想应写到党的{newer}精神，疑沿用旧稿',
    en: 'By {year} this should go on to the {newer} congress; recycled?',
  },
  mixed: {
    zh: '“党的{said}大”之后是“{held}届”全会，不是同一届，请核',
    en: 'The {said} congress stands before a plenum of the {held} central committee; please check',
  },
} as const

export function tellFormulas({ text, use, report }: Part<typeof formulaMessages>): void {
  const own = use(documentYear)
  for (const { match, start } of found(text, use, '全会精神', formulaPhrase)) {
    const congress = numberOf(match[1] as string)
    const elected = numberOf(match[2] as string)
    if (congress === undefined || elected === undefined) continue
    const at = { start, end: start + match[0].length }
    // The last plenum before a congress is studied with it: 十九届七中全会和党的二十大.
    const isLast = congress === elected + 1 && /^(?:七|.*、七)中$/.test(match[3] as string)
    if (congress < elected || (congress > elected && !isLast))
      report('mixed', at, { said: match[1] as string, held: match[2] as string })
    if (!own || !isSure(own) || congress !== elected) continue
    if (!isAhead(use, start)) {
      // A review tells of the year before in its own words.
      const newer = latestBefore(`${own.value - 1}-01-01`)?.congress ?? congress
      if (newer > congress && !use(tellsOfYears)) report('congress', at, { year: own.value, newer: congressName(newer) })
      continue
    }
    const due = latestBefore(earliestDay(own))
    if (!due || due.congress < congress) continue
    if (due.congress > congress) {
      if (daysLater(meetingOf(due.congress, 0)?.to, 400) <= earliestDay(own))
        report('congress', at, { year: own.value, newer: congressName(due.congress) })
      continue
    }
    const named = match[3] as string
    const last = named.startsWith('历次') ? due.plenum : Math.max(...[...named].map((digit) => numberOf(digit) ?? 0))
    if (last >= due.plenum) continue
    report(
      'formula',
      at,
      { year: own.value, newer: nameOf(due), day: due.to },
      due.to >= '2026-10-01' ? { severity: 'info' } : {},
    )
  }
}

const formulaPhrase = new RegExp(
  `党的(${congressNumber})大(?:精神)?(?:和|、|以及|及)(?:党的)?(${congressNumber})届(历次|(?:[一二三四五六七]中?、){0,6}[一二三四五六七]中)全会精神`,
  'g',
)
