/** The five-year plans; each was read in its outline as the National People’s Congress adopted it. */

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
