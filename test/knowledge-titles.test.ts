/** The catalogue of titles is its own test: each is right, each miswritten form is told, each with a character lost is told. */
import { describe, expect, it } from 'vitest'
import {
  firstDocumentIn,
  firstDocumentOf,
  isRight,
  nearestTitle,
  normalised,
  spanOf,
  spansOf,
} from '../rules/world/title-near-miss/catalogue.ts'
import {
  centralTitles,
  coreTitles,
  firstDocuments,
  lawTitles,
  neighbours,
  regulationTitles,
  spannedTitles,
  writings,
} from '../src/world/titles.ts'

/** A line of a detailed list: the title, its miswritten forms, its other names. */
function rowOf(line: string): { title: string; wrong: readonly string[]; also: readonly string[] } {
  const [head = '', also = ''] = line.split('=')
  const [title = '', wrong = ''] = head.split('>')
  return { title: title.replace('?', ''), wrong: wrong.split(',').filter(Boolean), also: also.split(',').filter(Boolean) }
}

const detailed = [...coreTitles, ...writings, ...lawTitles.flatMap((line) => line.split('|'))].map(rowOf)
const common = [...regulationTitles, ...centralTitles].flatMap((line) => line.split('|'))
const all = [...detailed.map(({ title }) => title), ...common, ...firstDocuments.map((line) => line.slice(5))]

describe('titles', () => {
  it('are written as the catalogue compares them', () => {
    expect(all.filter((title) => normalised(title) !== title)).toEqual([])
    expect(spannedTitles.flatMap((line) => line.split('|')).filter((row) => !/^[^:|]+:(?:\d{4}—\d{4},?)+$/.test(row))).toEqual([])
  })

  it('are right, and so are their other names and known neighbours', () => {
    const right = [...all, ...detailed.flatMap(({ also }) => also), ...neighbours.flatMap((line) => line.split('|'))]
    expect(right.filter((title) => !isRight(title) || nearestTitle(title) !== undefined)).toEqual([])
  })

  it('are told where they are miswritten as listed', () => {
    const told = detailed.flatMap(({ title, wrong }) => wrong.map((one) => [one, nearestTitle(one)?.title === title] as const))
    expect(told.filter(([, isTold]) => !isTold)).toEqual([])
    expect(detailed.flatMap(({ wrong }) => wrong).filter(isRight)).toEqual([])
  })

  it('are told with a character lost', () => {
    const untold = all.filter((title) => {
      if (title.length < 8) return false
      // A character of sense: not one that documents drop, nor one that makes another document of it.
      const at = [...title].findIndex(
        (character, index) =>
          index > 1 &&
          index < title.length - 2 &&
          !/[的了和与及、，“”（）《》实施细则试行暂补充修改订解释配套贯彻落关于有若干工作进一步建设\d一二三四五六七八九十]/.test(
            character,
          ),
      )
      if (at < 0) return false
      const cut = title.slice(0, at) + title.slice(at + 1)
      return !isRight(cut) && !isRight(`${cut}（试行）`) && nearestTitle(cut) === undefined
    })
    expect(untold).toEqual([])
  })

  it('know the years of plans and of first documents', () => {
    for (const row of spannedTitles.flatMap((line) => line.split('|'))) {
      const [base = '', years = ''] = row.split(':')
      for (const [from, to] of spansOf(base)) {
        expect(spanOf(`${base}（${from}—${to}年）`)).toEqual({ base, from, to })
        expect(from).toBeLessThan(to)
      }
      expect(spansOf(base).length).toBe(years.split(',').length)
    }
    for (const line of firstDocuments) {
      const year = Number(line.slice(0, 4))
      expect(firstDocumentOf(firstDocumentIn(year) as string)).toBe(year)
    }
  })
})
