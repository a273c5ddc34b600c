/**
 * Meetings whose names tell their year. Read in the evening news of 2012-07 to 2026-08, in the datelines of reports to the
 * congresses, and in lists of the plenums printed by newspapers. A line is `届.次 开幕 闭幕`; a question mark stands before what
 * was not read; of a few the year was read and the days were not.
 */

import type { Row, Table } from './row.ts'

/** Plenums of the Central Committee up to the seventeenth. */
export const earlierPlenums: readonly string[] = [
  '7.2 1949-03-05 1949-03-13',
  '?7.3 1950-06-06 1950-06-09',
  '11.3 1978-12-18 1978-12-22',
  '11.4 1979-09-25 1979-09-28',
  '11.5 1980-02-23 1980-02-29',
  '11.6 1981-06-27 1981-06-29',
  '?11.7 1982-08-06 1982-08-06',
  '?12.1 1982-09-12 1982-09-13',
  '?12.2 1983-10-11 1983-10-12',
  '12.3 1984-10-20 1984-10-20',
  '12.4 1985-09-16 1985-09-16',
  '12.5 1985-09-24 1985-09-24',
  '12.6 1986-09-28 1986-09-28',
  '?12.7 1987-10-20 1987-10-20',
  '13.1 1987-11-02 1987-11-02',
  '?13.2 1988-03-15 1988-03-19',
  '13.3 1988-09-26 1988-09-30',
  '13.4 1989-06-23 1989-06-24',
  '13.5 1989-11-06 1989-11-09',
  '13.6 1990-03-09 1990-03-12',
  '?13.7 1990-12-25 1990-12-30',
  '?13.8 1991-11-25 1991-11-29',
  '?13.9 1992-10-05 1992-10-09',
  '14.1 1992-10-19 1992-10-19',
  '?14.2 1993-03-05 1993-03-07',
  '14.3 1993-11-11 1993-11-14',
  '14.4 1994-09-25 1994-09-28',
  '14.5 1995-09-25 1995-09-28',
  '14.6 1996-10-07 1996-10-10',
  '?14.7 1997-09-06 1997-09-09',
  '15.1 1997-09-19 1997-09-19',
  '?15.2 1998-02-25 1998-02-26',
  '15.3 1998-10-12 1998-10-14',
  '?15.4 1999-09-19 1999-09-22',
  '15.5 2000-10-09 2000-10-11',
  '15.6 2001-09-24 2001-09-26',
  '?15.7 2002-11-03 2002-11-05',
  '16.1 2002-11-15 2002-11-15',
  '?16.2 2003-02-24 2003-02-26',
  '16.3 2003-10-11 2003-10-14',
  '16.4 2004-09-16 2004-09-19',
  '16.5 2005-10-08 2005-10-11',
  '16.6 2006-10-08 2006-10-11',
  '?16.7 2007-10-09 2007-10-12',
  '17.1 2007-10-22 2007-10-22',
  '?17.2 2008-02-25 2008-02-27',
  '17.3 2008-10-09 2008-10-12',
  '17.4 2009-09-15 2009-09-18',
  '17.5 2010-10-15 2010-10-18',
  '17.6 2011-10-15 2011-10-18',
  '17.7 2012-11-01 2012-11-04',
]

/** A meeting with the days it lasted; `to` is the day from which its 精神 can be spoken of. */
export interface CentralMeeting {
  readonly congress: number
  /** Which plenum of the central committee that congress elected; 0 for the congress itself. */
  readonly plenum: number
  readonly from: string
  readonly to: string
}

/** Party congresses since the seventeenth and the plenums since the eighteenth, as their communiqués say. */
export const centralMeetings = [
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
] as const satisfies readonly CentralMeeting[]

/** How many plenums the committee of each congress held; the twentieth will hold more. */
export const plenumCounts: ReadonlyMap<number, number> = new Map([
  [11, 7],
  [12, 7],
  [13, 9],
  [14, 7],
  [15, 7],
  [16, 7],
  [17, 7],
  [18, 7],
  [19, 7],
])

/** Sessions of the National People’s Congress; the National Committee of the 政协 has met in the same years under the same numbers since 1978. */
export const congressSessions: readonly string[] = [
  '5.1 1978-02-26 1978-03-05',
  '5.2 1979-06-18 1979-06-18',
  '5.3 1980-08-30 1980-08-30',
  '5.4 1981-11-30 1981-11-30',
  '5.5 1982-11-26 1982-11-26',
  '6.1 1983-06-06 1983-06-06',
  '6.2 1984-05-15 1984-05-15',
  '6.3 1985-03-27 1985-03-27',
  '6.4 1986-03-25 1986-03-25',
  '6.5 1987-03-25 1987-03-25',
  '7.1 1988-03-25 1988-03-25',
  '7.2 1989-03-20 1989-03-20',
  '7.3 1990-03-20 1990-03-20',
  '7.4 1991-03-25 1991-03-25',
  '7.5 1992-03-20 1992-03-20',
  '8.1 1993-03-15 1993-03-15',
  '8.2 1994-03-10 1994-03-10',
  '8.3 1995-03-05 1995-03-05',
  '8.4 1996-03-05 1996-03-05',
  '8.5 1997-03-01 1997-03-01',
  '9.1 1998-03-05 1998-03-05',
  '9.2 1999-03-05 1999-03-05',
  '9.3 2000-03-05 2000-03-05',
  '9.4 2001-03-05 2001-03-05',
  '9.5 2002-03-05 2002-03-05',
  '10.1 2003-03-05 2003-03-05',
  '10.2 2004-03-05 2004-03-05',
  '10.3 2005-03-05 2005-03-05',
  '10.4 2006-03-05 2006-03-05',
  '10.5 2007-03-05 2007-03-05',
  '11.1 2008-03-05 2008-03-05',
  '11.2 2009-03-05 2009-03-05',
  '11.3 2010-03-05 2010-03-05',
  '11.4 2011-03-05 2011-03-05',
  '11.5 2012-03-05 2012-03-14',
  '12.1 2013-03-05 2013-03-17',
  '12.2 2014-03-05 2014-03-13',
  '12.3 2015-03-05 2015-03-15',
  '12.4 2016-03-05 2016-03-16',
  '12.5 2017-03-05 2017-03-15',
  '13.1 2018-03-05 2018-03-20',
  '13.2 2019-03-05 2019-03-15',
  '13.3 2020-05-22 2020-05-28',
  '13.4 2021-03-05 2021-03-11',
  '13.5 2022-03-05 2022-03-11',
  '14.1 2023-03-05 2023-03-13',
  '14.2 2024-03-05 2024-03-11',
  '14.3 2025-03-05 2025-03-11',
  '14.4 2026-03-05 2026-03-12',
]

/** Plenums of the Central Commission for Discipline Inspection. */
export const disciplinePlenums: readonly string[] = [
  '?17.7 2012-01-08 2012-01-10',
  '?17.8 2012-11-04 2012-11-04',
  '18.1 2012-11-15 2012-11-15',
  '18.2 2013-01-21 2013-01-22',
  '18.3 2014-01-13 2014-01-15',
  '18.4 2014-10-25 2014-10-25',
  '18.5 2015-01-12 2015-01-14',
  '18.6 2016-01-12 2016-01-14',
  '18.7 2017-01-06 2017-01-08',
  '18.8 2017-10-09 2017-10-09',
  '19.1 2017-10-25 2017-10-25',
  '19.2 2018-01-11 2018-01-13',
  '19.3 2019-01-11 2019-01-13',
  '19.4 2020-01-13 2020-01-15',
  '19.5 2021-01-22 2021-01-24',
  '19.6 2022-01-18 2022-01-20',
  '19.7 2022-10-07 2022-10-07',
  '20.1 2022-10-23 2022-10-23',
  '20.2 2023-01-09 2023-01-10',
  '20.3 2024-01-08 2024-01-10',
  '20.4 2025-01-06 2025-01-08',
  '20.5 2026-01-12 2026-01-14',
  '20.6 2026-08-22 2026-08-22',
]

/** A meeting that is not held every year, and the years in which it was. */
export interface Occasional extends Row {
  readonly name: string
  readonly years: readonly number[]
}

const occasion = (name: string, years: readonly number[], source: string, verified = true): Occasional => {
  const wrong = (years[years.length - 1] as number) - 1
  return {
    id: name,
    name,
    years,
    source,
    verified,
    hits: [`认真落实⟦${wrong}年${name}⟧精神。`],
    misses: [`认真落实${years[years.length - 1]}年${name}精神。`, `${wrong}年，${name}精神传达到支部。`],
  }
}

/** Years known up to 2026-08. */
export const occasional: readonly Occasional[] = [
  occasion('全国组织工作会议', [2013, 2018, 2023], '新闻联播，2013-06-29、2018-07-04、2023-06-29'),
  occasion('全国宣传思想工作会议', [2013, 2018], '新闻联播，2013-08-20、2018-08-22；2023年起名称加“文化”'),
  occasion('全国宣传思想文化工作会议', [2023], '新闻联播，2024-01-02'),
  occasion('中央全面依法治国工作会议', [2020, 2025], '新闻联播，2020-11-17、2025-11-18'),
  occasion('中央民族工作会议', [2014, 2021], '新闻联播，2014-09-29、2021-08-28'),
  occasion('中央人才工作会议', [2021], '新闻联播，2021-09-28'),
  occasion('中央人大工作会议', [2021], '新闻联播，2021-10-14'),
  occasion('中央政协工作会议', [2019], '新闻联播，2019-09-21'),
  occasion('中央金融工作会议', [2023], '新闻联播，2023-10-31'),
  occasion('中央城市工作会议', [2015, 2025], '新闻联播，2025-07-15、2021-08-07'),
  occasion('中央周边工作会议', [2025], '新闻联播，2025-04-09'),
  occasion('中央社会工作会议', [2024], '新闻联播，2024-11-06'),
]

/** What a plenum adopted. */
export interface Adopted extends Row {
  /** Of which congress, and which plenum. */
  readonly term: number
  readonly meeting: number
  /** Words that stand in the document's name and in no other's. */
  readonly document: string
}

const adopted = (term: number, meeting: number, document: string, source: string, hit: string, miss: string): Adopted => ({
  id: document,
  term,
  meeting,
  document,
  source,
  verified: true,
  hits: [hit],
  misses: [miss],
})

export const adoptions: readonly Adopted[] = [
  adopted(
    11,
    6,
    '关于建国以来党的若干历史问题的决议',
    '人民网2021-11-08',
    '⟦十一届三中全会⟧通过了《关于建国以来党的若干历史问题的决议》。',
    '十一届六中全会通过了《关于建国以来党的若干历史问题的决议》。',
  ),
  adopted(
    18,
    3,
    '关于全面深化改革若干重大问题的决定',
    '新闻联播，2013-11',
    '⟦党的十八届四中全会⟧审议通过《中共中央关于全面深化改革若干重大问题的决定》。',
    '党的十八届三中全会审议通过《中共中央关于全面深化改革若干重大问题的决定》。',
  ),
  adopted(
    18,
    4,
    '关于全面推进依法治国若干重大问题的决定',
    '新闻联播，2014-10',
    '⟦党的十八届三中全会⟧作出《关于全面推进依法治国若干重大问题的决定》。',
    '党的十八届四中全会作出《关于全面推进依法治国若干重大问题的决定》。',
  ),
  adopted(
    18,
    5,
    '第十三个五年规划的建议',
    '新闻联播，2015-10-12至2016-01-27',
    '⟦党的十八届六中全会⟧通过《中共中央关于制定国民经济和社会发展第十三个五年规划的建议》。',
    '党的十八届五中全会通过《中共中央关于制定国民经济和社会发展第十三个五年规划的建议》。',
  ),
  adopted(
    18,
    6,
    '关于新形势下党内政治生活的若干准则',
    '新闻联播，2016-10',
    '⟦党的十八届五中全会⟧审议通过《关于新形势下党内政治生活的若干准则》。',
    '党的十八届六中全会审议通过《关于新形势下党内政治生活的若干准则》。',
  ),
  adopted(
    19,
    3,
    '关于深化党和国家机构改革的决定',
    '新闻联播，2018-02至2018-03',
    '⟦党的十九届二中全会⟧通过《中共中央关于深化党和国家机构改革的决定》。',
    '党的十九届三中全会通过《中共中央关于深化党和国家机构改革的决定》。',
  ),
  adopted(
    19,
    4,
    '推进国家治理体系和治理能力现代化若干重大问题的决定',
    '新闻联播，2019-10至2019-11',
    '⟦十九届五中全会⟧通过的《中共中央关于坚持和完善中国特色社会主义制度、推进国家治理体系和治理能力现代化若干重大问题的决定》。',
    '十九届四中全会通过的《中共中央关于坚持和完善中国特色社会主义制度、推进国家治理体系和治理能力现代化若干重大问题的决定》。',
  ),
  adopted(
    19,
    5,
    '第十四个五年规划和二〇三五年远景目标的建议',
    '新闻联播，2020-09-28至2021-03-07',
    '⟦党的十九届四中全会⟧通过《中共中央关于制定国民经济和社会发展第十四个五年规划和二〇三五年远景目标的建议》。',
    '党的十九届五中全会通过《中共中央关于制定国民经济和社会发展第十四个五年规划和二〇三五年远景目标的建议》。',
  ),
  adopted(
    19,
    6,
    '关于党的百年奋斗重大成就和历史经验的决议',
    '新闻联播，2021-10-18',
    '⟦党的十九届五中全会⟧审议通过《中共中央关于党的百年奋斗重大成就和历史经验的决议》。',
    '党的十九届六中全会审议通过《中共中央关于党的百年奋斗重大成就和历史经验的决议》。',
  ),
  adopted(
    20,
    3,
    '关于进一步全面深化改革、推进中国式现代化的决定',
    '新闻联播，2024-07-18公报',
    '⟦党的二十届四中全会⟧通过《中共中央关于进一步全面深化改革、推进中国式现代化的决定》。',
    '党的二十届三中全会通过《中共中央关于进一步全面深化改革、推进中国式现代化的决定》。',
  ),
  adopted(
    20,
    4,
    '第十五个五年规划的建议',
    '新闻联播，2025-10-23公报',
    '⟦党的二十届三中全会⟧审议通过《中共中央关于制定国民经济和社会发展第十五个五年规划的建议》。',
    '党的二十届四中全会审议通过《中共中央关于制定国民经济和社会发展第十五个五年规划的建议》。',
  ),
  adopted(
    20,
    4,
    '“十五五”规划建议',
    '新闻联播，2025-10-23公报',
    '⟦党的二十届三中全会⟧通过的“十五五”规划建议，描绘了蓝图。',
    '党的二十届四中全会通过的“十五五”规划建议，描绘了蓝图。',
  ),
  adopted(
    20,
    5,
    '关于持之以恒推进全面从严治党若干重大问题的决定',
    '人民日报，2026-11-02',
    '⟦党的二十届四中全会⟧通过《中共中央关于持之以恒推进全面从严治党若干重大问题的决定》。',
    '党的二十届五中全会通过《中共中央关于持之以恒推进全面从严治党若干重大问题的决定》。',
  ),
]

/** Examples for each meeting of a list: said of the year behind its own, and of its own. */
const proved = (lines: readonly string[], name: (term: string, meeting: string) => string): Row[] =>
  lines
    .filter((line) => !line.startsWith('?'))
    .map((line) => {
      const [number = '', from = ''] = line.split(' ')
      const [term = '', meeting = ''] = number.split('.').map((digits) => han(Number(digits)))
      const year = Number(from.slice(0, 4))
      return {
        id: name(term, meeting),
        source: '见本表说明',
        verified: true,
        hits: [`${year + 1}年，⟦${name(term, meeting)}⟧召开。`],
        misses: [`${year}年，${name(term, meeting)}召开。`],
      }
    })

const han = (value: number): string => {
  const digits = '〇一二三四五六七八九十'
  return value <= 10 ? (digits[value] as string) : `${value >= 20 ? '二' : ''}十${value % 10 === 0 ? '' : digits[value % 10]}`
}

export const knowledge: readonly Table[] = [
  {
    rule: 'session-mismatch',
    rows: [
      ...occasional,
      ...adoptions,
      ...proved(congressSessions, (term, meeting) => `${term}届全国人大${meeting}次会议`),
      ...proved(disciplinePlenums, (term, meeting) => `${term}届中央纪委${meeting}次全会`),
      ...proved(earlierPlenums, (term, meeting) => `党的${term}届${meeting}中全会`),
    ],
  },
]
