/** Plans, party congresses, plenums: when they were. Read in communiqués, reports and the news of the day; up to 2026-11-22. */

/** A five-year plan by its name in quotation marks. */
export interface Plan {
  readonly name: string
  /** First and last year. */
  readonly from: number
  readonly to: number
}

export const plans = [
  { name: '六五', from: 1981, to: 1985 },
  { name: '七五', from: 1986, to: 1990 },
  { name: '八五', from: 1991, to: 1995 },
  { name: '九五', from: 1996, to: 2000 },
  { name: '十五', from: 2001, to: 2005 },
  { name: '十一五', from: 2006, to: 2010 },
  { name: '十二五', from: 2011, to: 2015 },
  { name: '十三五', from: 2016, to: 2020 },
  { name: '十四五', from: 2021, to: 2025 },
  { name: '十五五', from: 2026, to: 2030 },
] as const satisfies readonly Plan[]

/**
 * Fixed words for the k-th year of a plan, counted from 1. Words used of several years (关键之年, 承上启下之年) are left out:
 * of 604 dated uses in official papers of 2020 to 2026 none of those listed here was of another year.
 */
export const yearOfPlan: Readonly<Record<string, number>> = {
  开局之年: 1,
  开局起步之年: 1,
  第一年: 1,
  头一年: 1,
  第二年: 2,
  第三年: 3,
  第四年: 4,
  第五年: 5,
  最后一年: 5,
  收官之年: 5,
}

/** A meeting with the days it lasted; `to` is the day from which its 精神 can be spoken of. */
export interface Meeting {
  readonly congress: number
  /** Which plenum of the central committee that congress elected; 0 for the congress itself. */
  readonly plenum: number
  readonly from: string
  readonly to: string
}

export const meetings = [
  { congress: 17, plenum: 0, from: '2007-10-15', to: '2007-10-21' },
  { congress: 18, plenum: 0, from: '2012-11-08', to: '2012-11-14' },
  { congress: 18, plenum: 1, from: '2012-11-15', to: '2012-11-15' },
  { congress: 18, plenum: 2, from: '2013-02-26', to: '2013-02-28' },
  { congress: 18, plenum: 3, from: '2013-11-09', to: '2013-11-12' },
  { congress: 18, plenum: 4, from: '2014-10-20', to: '2014-10-23' },
  { congress: 18, plenum: 5, from: '2015-10-26', to: '2015-10-29' },
  { congress: 18, plenum: 6, from: '2016-10-24', to: '2016-10-27' },
  { congress: 18, plenum: 7, from: '2017-10-11', to: '2017-10-14' },
  { congress: 19, plenum: 0, from: '2017-10-18', to: '2017-10-24' },
  { congress: 19, plenum: 1, from: '2017-10-25', to: '2017-10-25' },
  { congress: 19, plenum: 2, from: '2018-01-18', to: '2018-01-19' },
  { congress: 19, plenum: 3, from: '2018-02-26', to: '2018-02-28' },
  { congress: 19, plenum: 4, from: '2019-10-28', to: '2019-10-31' },
  { congress: 19, plenum: 5, from: '2020-10-26', to: '2020-10-29' },
  { congress: 19, plenum: 6, from: '2021-11-08', to: '2021-11-11' },
  { congress: 19, plenum: 7, from: '2022-10-09', to: '2022-10-12' },
  { congress: 20, plenum: 0, from: '2022-10-16', to: '2022-10-22' },
  { congress: 20, plenum: 1, from: '2022-10-23', to: '2022-10-23' },
  { congress: 20, plenum: 2, from: '2023-02-26', to: '2023-02-28' },
  { congress: 20, plenum: 3, from: '2024-07-15', to: '2024-07-18' },
  { congress: 20, plenum: 4, from: '2025-10-20', to: '2025-10-23' },
  { congress: 20, plenum: 5, from: '2026-10-26', to: '2026-10-29' },
  // Announced by the fifth plenum: in the second half of 2027.
  { congress: 21, plenum: 0, from: '2027-07-01', to: '2027-12-31' },
] as const satisfies readonly Meeting[]
