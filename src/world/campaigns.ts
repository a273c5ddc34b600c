/**
 * What was carried out in the whole country from one day to another, and bears a name of its own: study campaigns in the party,
 * censuses, plans for spreading the law. Read in the evening news of 2012-07 to 2026-08 and in the circulars that began them.
 */
import type { Row, Table } from './row.ts'

export interface DatedCampaign extends Row {
  /** Campaigns of one series follow one another. */
  readonly series:
    | '学习教育'
    | '人口普查'
    | '经济普查'
    | '农业普查'
    | '国土调查'
    | '文物普查'
    | '普法'
    | '国企改革'
    | '行动'
    | '普查'
    | '创建'
  /** As it is told of a reader. */
  readonly name: string
  /** How it is written; the first one with its own marks. */
  readonly names: readonly string[]
  /** First and last day, `YYYY-MM-DD`: as long as it may be told of as going on. */
  readonly from: string
  readonly to: string
  /** What it was held under, in no other campaign’s words. */
  readonly mottos?: readonly string[]
  /** In how many batches it was held, where it was held in batches. */
  readonly batches?: number
  /** `YYYY-MM`: when the second batch began. */
  readonly secondFrom?: string
  /** `YYYY-MM-DD`: the day as of which a census counts (标准时点). */
  readonly asOf?: string
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** What the tables at hand have no source for: only to be asked about. */
const unread = (row: DatedCampaign): DatedCampaign => ({ ...row, verified: false })

const campaign = (
  series: DatedCampaign['series'],
  names: readonly string[],
  from: string,
  to: string,
  source: string,
  mottos: readonly string[] = [],
  more: Pick<DatedCampaign, 'batches' | 'secondFrom' | 'asOf'> = {},
): DatedCampaign => {
  const [name = ''] = names
  const [behind, own] = [yearOf(to) + 2, yearOf(to)]
  return {
    id: name,
    series,
    name: name.replaceAll('“', '').replaceAll('”', ''),
    names,
    from,
    to,
    mottos,
    ...more,
    source,
    verified: true,
    hits: [
      { year: behind, text: `${behind}年工作总结\n一年来，扎实开展⟦${name}⟧，整改问题9项。` },
      { year: yearOf(from) - 1, text: `${yearOf(from) - 1}年工作总结\n一年来，扎实开展⟦${name}⟧，整改问题9项。` },
    ],
    misses: [
      { year: own, text: `${own}年工作总结\n一年来，扎实开展${name}，取得明显进展。` },
      { year: behind, text: `${behind}年工作总结\n${own}年，扎实开展${name}，取得明显进展。` },
      { year: behind, text: `${behind}年工作总结\n与${name}时相比，人员力量更强。` },
    ],
  }
}

export const datedCampaigns: readonly DatedCampaign[] = [
  campaign(
    '学习教育',
    ['党的群众路线教育实践活动', '群众路线教育实践活动'],
    '2013-06-18',
    '2014-10-08',
    '新闻联播，2013-06-18、2014-10-08',
    ['照镜子、正衣冠、洗洗澡、治治病'],
    { batches: 2, secondFrom: '2014-01' },
  ),
  campaign('学习教育', ['“三严三实”专题教育'], '2015-04-10', '2015-12-29', '新闻联播，2015-04、2015-12'),
  // It went on as a standing thing, so that only its beginning is told.
  campaign('学习教育', ['“两学一做”学习教育'], '2016-02-28', '2019-12-31', '新闻联播，2016-02-28'),
  campaign(
    '学习教育',
    ['“不忘初心、牢记使命”主题教育'],
    '2019-05-31',
    '2020-01-08',
    '新闻联播，2019-05-31、2020-01-08',
    ['守初心、担使命'],
    { batches: 2, secondFrom: '2019-09' },
  ),
  campaign('学习教育', ['党史学习教育'], '2021-02-20', '2021-12-24', '新闻联播，2021-02-20、2021-12-24', [
    '学党史、悟思想',
    '学史明理、学史增信',
  ]),
  campaign(
    '学习教育',
    ['学习贯彻习近平新时代中国特色社会主义思想主题教育', '习近平新时代中国特色社会主义思想主题教育'],
    '2023-04-03',
    '2024-01-31',
    '新闻联播，2023-04-03、2024-01-31',
    ['学思想、强党性', '以学铸魂、以学增智'],
    { batches: 2, secondFrom: '2023-09' },
  ),
  campaign('学习教育', ['党纪学习教育'], '2024-04-03', '2024-07-31', '新闻联播，2024-04', ['学纪、知纪']),
  campaign(
    '学习教育',
    ['深入贯彻中央八项规定精神学习教育', '中央八项规定精神学习教育'],
    '2025-03-17',
    '2025-07-31',
    '新闻联播，2025-03-17、2025-09-18',
  ),
  campaign(
    '学习教育',
    ['树立和践行正确政绩观学习教育', '正确政绩观学习教育'],
    '2026-02-24',
    '2026-07-31',
    '新闻联播，2026-02-24至2026-08-19',
    ['为人民出政绩、以实干出政绩'],
  ),
  unread(
    campaign('人口普查', ['第六次全国人口普查'], '2009-05-01', '2011-12-31', '国家统计局公报，2011-04-28', [], {
      asOf: '2010-11-01',
    }),
  ),
  campaign('人口普查', ['第七次全国人口普查'], '2019-10-31', '2021-12-31', '国家统计局公报，2021-05-11', [], {
    asOf: '2020-11-01',
  }),
  unread(
    campaign('经济普查', ['第三次全国经济普查'], '2012-11-01', '2014-12-31', '国家统计局公报，2014-12-16', [], {
      asOf: '2013-12-31',
    }),
  ),
  campaign('经济普查', ['第四次全国经济普查'], '2017-12-01', '2019-12-31', '国家统计局公报，2019-11-20', [], {
    asOf: '2018-12-31',
  }),
  campaign('经济普查', ['第五次全国经济普查'], '2022-11-16', '2024-12-31', '国家统计局公报，2024-12-26', [], {
    asOf: '2023-12-31',
  }),
  unread(
    campaign('农业普查', ['第三次全国农业普查'], '2015-06-01', '2017-12-31', '国家统计局公报，2017-12-14', [], {
      asOf: '2016-12-31',
    }),
  ),
  unread(
    campaign('国土调查', ['第三次全国国土调查', '第三次国土调查'], '2017-10-01', '2021-12-31', '自然资源部公报，2021-08-26', [], {
      asOf: '2019-12-31',
    }),
  ),
  unread(campaign('文物普查', ['第四次全国文物普查', '第四次文物普查'], '2023-10-01', '2026-12-31', '国务院通知，2023-10')),
  unread(campaign('普法', ['“六五”普法'], '2011-01-01', '2016-03-31', '历年全国普法规划')),
  campaign('普法', ['“七五”普法'], '2016-01-01', '2021-03-31', '新闻联播，2016-04-17'),
  campaign('普法', ['“八五”普法'], '2021-01-01', '2026-03-31', '新闻联播，2021-06-15'),
  campaign('普法', ['“九五”普法'], '2026-01-01', '2031-03-31', '新闻联播，2026-07-27'),
  campaign(
    '国企改革',
    ['国企改革三年行动', '国有企业改革三年行动'],
    '2020-06-30',
    '2023-01-31',
    '新闻联播，2020-06-30、2023-01-05',
  ),
  campaign(
    '国企改革',
    ['国有企业改革深化提升行动', '国企改革深化提升行动'],
    '2023-02-23',
    '2025-12-31',
    '新闻联播，2023-02-23、2026-01-09',
  ),
  campaign('行动', ['安全生产专项整治三年行动'], '2020-04-01', '2022-12-31', '新闻联播，2020-04-10至2022-08-30'),
  campaign('行动', ['安全生产治本攻坚三年行动'], '2023-12-01', '2026-12-31', '新闻联播，2024-01-04至2026-05-30'),
  campaign('行动', ['农村人居环境整治三年行动'], '2017-11-20', '2020-12-31', '新闻联播，2017-11-20'),
  campaign('行动', ['农村人居环境整治提升五年行动'], '2021-02-21', '2025-12-31', '新闻联播，2021-02-21'),
  unread(
    campaign('国企改革', ['国企改革“双百行动”', '“双百行动”'], '2018-08-01', '2023-12-31', '国务院国资委通知，2018-08；未见止期'),
  ),
  unread(
    campaign(
      '普查',
      ['第一次全国污染源普查', '第一次污染源普查'],
      '2006-10-01',
      '2010-02-28',
      '第一次全国污染源普查公报，2010-02',
      [],
      { asOf: '2007-12-31' },
    ),
  ),
  unread(
    campaign(
      '普查',
      ['第二次全国污染源普查', '第二次污染源普查'],
      '2016-10-01',
      '2020-06-30',
      '第二次全国污染源普查公报，2020-06',
      [],
      { asOf: '2017-12-31' },
    ),
  ),
  unread(
    campaign(
      '普查',
      ['第一次全国自然灾害综合风险普查', '第一次自然灾害综合风险普查'],
      '2020-06-01',
      '2023-12-31',
      '国务院办公厅通知，2020-06',
    ),
  ),
  unread(campaign('普查', ['第三次全国土壤普查', '第三次土壤普查'], '2022-01-29', '2026-12-31', '国务院通知，2022-01')),
  unread(
    campaign(
      '创建',
      ['第六届全国文明城市创建', '第六届全国文明城市'],
      '2018-01-01',
      '2020-12-31',
      '中央文明委历届表彰；周期据各地创建方案',
    ),
  ),
  unread(
    campaign(
      '创建',
      ['第七届全国文明城市创建', '第七届全国文明城市'],
      '2021-01-01',
      '2025-06-30',
      '中央文明委历届表彰；周期据各地创建方案',
    ),
  ),
  campaign('行动', ['脱贫攻坚战三年行动'], '2018-01-24', '2020-12-31', '新闻联播，2018-01-24至2020-11-29'),
]

/**
 * What the meetings of party committees at which the members judge themselves (民主生活会) were held against, by the year they
 * are of. From the notices of those years as they were retold; none was read in its own text.
 */
export interface LifeTheme extends Row {
  readonly year: number
  /** As it is written in quotation marks: 四个带头. */
  readonly form: string
}

const lifeTheme = (year: number, form: string): LifeTheme => ({
  id: `${year}年度民主生活会`,
  year,
  form,
  source: '历年开好民主生活会的通知，据各单位公开的对照检查材料',
  verified: false,
  hits: [
    {
      year: year + 1,
      text: `某局党组${year}年度民主生活会对照检查材料\n（${year + 1}年1月20日）\n对照“⟦${form === '六个方面' ? '四个带头' : '六个方面'}⟧”要求，查摆出9个问题。`,
    },
  ],
  misses: [
    {
      year: year + 1,
      text: `某局党组${year}年度民主生活会对照检查材料\n（${year + 1}年1月20日）\n对照“${form}”要求，查摆出9个问题。`,
    },
    {
      year: year + 1,
      text: `某局党组${year}年度民主生活会对照检查材料\n（${year + 1}年1月20日）\n上年度民主生活会对照“七个方面”查摆的问题已整改到位。`,
    },
  ],
})

export const lifeThemes: readonly LifeTheme[] = [
  lifeTheme(2022, '六个带头'),
  lifeTheme(2023, '六个方面'),
  lifeTheme(2024, '四个带头'),
  lifeTheme(2025, '五个带头'),
]

export const knowledge: readonly Table[] = [{ rule: 'campaign-year', rows: [...datedCampaigns, ...lifeThemes] }]
