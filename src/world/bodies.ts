/**
 * Bodies that were renamed or given up, and campaigns that are over, beside those of `facts/stale-traces-data`: read in the plans of
 * the reforms of 2018 and 2023 and in the evening news of 2012-07 to 2026-08, where the old names were last met on the days given.
 */
import type { Row, Table } from './row.ts'

/** A row of wording that has lapsed, with the sentence that shows it. */
export interface Lapsed extends Row {
  readonly kind: 'ended' | 'renamed'
  /** One of these stands in every match. */
  readonly anchors: readonly string[]
  /** Global. */
  readonly term: RegExp
  readonly unless?: RegExp
  readonly ahead?: true
  /** The words carry quotation marks of their own. */
  readonly ownMarks?: true
  /** `YYYY-MM-DD`: the first day on which the words are wrong. */
  readonly after: string
  readonly level: 'error' | 'warning' | 'info'
  readonly why: { readonly zh: string; readonly en: string }
  readonly now: string
}

const reform = { zh: '2018年机构改革', en: 'reform of 2018' } as const
const plan = '《深化党和国家机构改革方案》，2018-03-21'
/** A campaign told as done. */
const told = /成果|巩固|深化拓展|常态化|长效化|总结|评估|验收|回头看|收官|以来|期间|圆满|经验|过去|已|完成了|整改/

export const lapsed: readonly Lapsed[] = [
  {
    id: 'guojia-lvyou',
    kind: 'renamed',
    anchors: ['国家旅游局', '旅游发展委员会'],
    term: /国家旅游局|(?<![和广体电])旅游发展委员会/g,
    after: '2019-04-01',
    level: 'warning',
    why: reform,
    now: '文化和旅游部、厅、局',
    verified: true,
    source: plan,
    hits: [{ year: 2025, text: '景区通过⟦国家旅游局⟧组织的质量评定。' }],
    misses: [
      { year: 2025, text: '县文化和旅游局组织质量评定。' },
      { year: 2016, text: '景区通过国家旅游局组织的质量评定。' },
    ],
  },
  {
    id: 'jiancha-ju',
    kind: 'renamed',
    anchors: ['监察局', '监察厅'],
    term: /(?<![动境生法全矿力林土护资源督障])监察(?:局|厅)/g,
    after: '2019-01-01',
    level: 'warning',
    why: { zh: '2018年国家监察体制改革', en: 'the reform of 2018' },
    now: '监察委员会',
    verified: true,
    source: '新闻联播，2018-03-23',
    hits: [{ year: 2025, text: '由县纪委、⟦监察局⟧对履职情况开展督查。' }],
    misses: [
      { year: 2025, text: '县劳动保障监察局开展检查，国家矿山安全监察局来县督导。' },
      { year: 2015, text: '由县纪委、监察局对履职情况开展督查。' },
    ],
  },
  {
    id: 'fazhi-ban',
    kind: 'renamed',
    anchors: ['法制办'],
    term: /(?<!人大|委员会)法制办(?:公室)?/g,
    unless: /人大/,
    after: '2019-04-01',
    level: 'info',
    why: reform,
    now: '司法部、厅、局',
    verified: true,
    source: plan,
    hits: [{ year: 2025, text: '规范性文件由县政府⟦法制办⟧审核。' }],
    misses: [{ year: 2025, text: '县人大法制办提出审议意见。' }],
  },
  {
    id: 'zongzhi-ban',
    kind: 'renamed',
    anchors: ['综治办', '综治委', '维稳办'],
    term: /综治[办委]|维稳办/g,
    after: '2019-04-01',
    level: 'info',
    why: reform,
    now: '党委政法委',
    verified: true,
    source: plan,
    hits: [{ year: 2025, text: '县委政法委、县⟦综治办⟧联合督导。' }],
    misses: [{ year: 2025, text: '县综治中心接待群众来访。' }],
  },
  {
    id: 'gongan-xiaofang',
    kind: 'renamed',
    anchors: ['公安消防'],
    term: /公安消防(?:部队|总队|支队|大队|中队)/g,
    after: '2019-01-01',
    level: 'warning',
    why: { zh: '2018年11月组建国家综合性消防救援队伍', en: 'the national fire and rescue force was formed in November 2018' },
    now: '消防救援总队、支队、大队',
    verified: true,
    source: '新闻联播，2019-01-01',
    hits: [{ year: 2025, text: '县⟦公安消防大队⟧开展演练。' }],
    misses: [{ year: 2025, text: '县消防救援大队开展演练。' }],
  },
  {
    id: 'neisi',
    kind: 'renamed',
    anchors: ['内务司法委员会', '内司委'],
    term: /内务司法(?:委员会|工作委员会)|内司委/g,
    after: '2019-01-01',
    level: 'warning',
    why: reform,
    now: '监察和司法委员会',
    verified: true,
    source: plan,
    hits: [{ year: 2025, text: '县人大⟦内务司法委员会⟧开展执法检查。' }],
    misses: [{ year: 2025, text: '县人大监察和司法委员会开展执法检查。' }],
  },
  {
    id: 'shengai-xiaozu',
    kind: 'renamed',
    anchors: ['委全面深化改革领导小组'],
    term: /[省市县区州盟旗]委全面深化改革领导小组/g,
    unless: /先后|以来/,
    after: '2019-07-01',
    level: 'warning',
    why: { zh: '2018年起改为委员会', en: 'a commission since 2018' },
    now: '全面深化改革委员会',
    verified: true,
    source: plan,
    hits: [{ year: 2025, text: '召开⟦县委全面深化改革领导小组⟧会议3次。' }],
    misses: [{ year: 2025, text: '召开县委全面深化改革委员会会议3次。' }],
  },
  {
    id: 'zhengfa-zhengdun',
    kind: 'ended',
    anchors: ['政法队伍教育整顿'],
    term: /(?:开展|启动|部署|推进|抓好)(?:好|了)?(?:全国)?政法队伍教育整顿/g,
    unless: told,
    after: '2022-07-01',
    level: 'warning',
    why: { zh: '政法队伍教育整顿2021年2月至10月分批开展，2022年1月总结', en: 'it ran from February to October 2021' },
    now: '巩固政法队伍教育整顿成果',
    verified: true,
    source: '新闻联播，2021-11-21、2022-02-26',
    hits: [{ year: 2025, text: '2025年，⟦开展政法队伍教育整顿⟧，查处违纪问题3个。' }],
    misses: [
      { year: 2021, text: '2021年，开展政法队伍教育整顿，查处违纪问题3个。' },
      { year: 2025, text: '巩固政法队伍教育整顿成果，推进队伍建设。' },
    ],
  },
  {
    id: 'liangxue',
    kind: 'ended',
    anchors: ['“两学一做”学习教育'],
    term: /(?:开展|启动|部署|推进|抓好)(?:好|了)?“两学一做”学习教育(?!常态化|制度化)/g,
    unless: told,
    ownMarks: true,
    after: '2018-07-01',
    level: 'warning',
    why: {
      zh: '“两学一做”学习教育2016年2月启动，2017年3月起为常态化制度化',
      en: 'it began in February 2016 and became routine in March 2017',
    },
    now: '推进“两学一做”学习教育常态化制度化',
    verified: true,
    source: '新闻联播，2016-02-28、2017-03',
    hits: [{ year: 2025, text: '2025年，⟦推进“两学一做”学习教育⟧，党员参学率100%。' }],
    misses: [
      { year: 2016, text: '2016年，开展“两学一做”学习教育，党员参学率100%。' },
      { year: 2020, text: '推进“两学一做”学习教育常态化制度化。' },
    ],
  },
  {
    id: 'lantian3',
    kind: 'ended',
    anchors: ['蓝天保卫战三年'],
    term: /(?:开展|启动|部署|推进|实施|打赢|打好)(?:好|了)?蓝天保卫战三年(?:行动|作战)(?:计划)?/g,
    unless: told,
    after: '2021-07-01',
    level: 'warning',
    why: { zh: '三年行动为2018—2020年', en: 'the three years were 2018 to 2020' },
    now: '空气质量持续改善行动',
    verified: true,
    source: '新闻联播，2018-06-20',
    hits: [{ year: 2025, text: '2025年，⟦实施蓝天保卫战三年行动计划⟧，关停锅炉12台。' }],
    misses: [{ year: 2019, text: '2019年，实施蓝天保卫战三年行动计划，关停锅炉12台。' }],
  },
  {
    id: 'guoqi-shenhua',
    kind: 'ended',
    anchors: ['企业改革深化提升行动', '国企改革深化提升行动'],
    term: /(?:开展|启动|部署|推进|实施)(?:好|了)?(?:国有企业|国企)改革深化提升行动/g,
    unless: told,
    after: '2026-07-01',
    level: 'warning',
    why: { zh: '深化提升行动为2023—2025年', en: 'it ran from 2023 to 2025' },
    now: '巩固国企改革深化提升行动成果',
    verified: true,
    source: '新闻联播，2025-06-18、2026-01-09',
    hits: [{ year: 2027, text: '2027年，⟦实施国有企业改革深化提升行动⟧，压减法人户数。' }],
    misses: [{ year: 2025, text: '2025年，实施国有企业改革深化提升行动，压减法人户数。' }],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'stale-term', rows: lapsed }]
