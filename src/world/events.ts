/**
 * Days of what everybody cites: laws and when they came into force, meetings, what is told of history in lectures and speeches;
 * and what was said at which meeting. Days of laws stand in a library of laws of 2025-04 and in the orders that put later ones into
 * force; days of meetings were read in the evening news of 2012-07 to 2026-08. A question mark stands before what was not read.
 */
import { type CentralMeeting, centralMeetings, earlierPlenums, han } from './meetings.ts'
import type { Row, Table } from './row.ts'

/** What a day is told of. */
export type Happening = 'held' | 'passed' | 'force'

/** Something that has a day; of a law that was amended there are several. */
export interface DatedEvent extends Row {
  /** As it is named; without 中华人民共和国 and without 《》. */
  readonly names: readonly string[]
  /** The name tells what happened (南昌起义): no verb need stand beside it. */
  readonly isWhole: boolean
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY-MM-DD/DD` by what happened then. */
  readonly days: Readonly<Partial<Record<Happening, readonly string[]>>>
}

const verbs: Readonly<Record<Happening, string>> = { held: '召开', passed: '通过', force: '施行' }

/** 2021年6月10日 */
const said = (day: string, shift = 0): string => {
  const [year = '', month, date] = (day.split('/')[0] as string).split('-')
  return `${Number(year) + shift}年${month === undefined ? '' : `${Number(month)}月`}${date === undefined ? '' : `${Number(date)}日`}`
}

const event = (
  names: readonly string[],
  isWhole: boolean,
  days: DatedEvent['days'],
  source: string,
  verified: boolean,
): DatedEvent => {
  const [name = ''] = names
  const [kind, [day = ''] = []] = Object.entries(days)[0] as [Happening, readonly string[]]
  const tell = (date: string): string => (isWhole ? `${date}，${name}，意义深远。` : `${date}${verbs[kind]}的${name}，意义深远。`)
  return {
    id: name,
    names,
    isWhole,
    days,
    source,
    verified,
    hits: [tell(`⟦${said(day, -1)}⟧`)],
    misses: [tell(said(day)), `${said(day, 1)}，我们学习了${name}的有关材料。`],
  }
}

/** `法名 通过日,通过日 施行日,施行日`. */
const law = (line: string): DatedEvent => {
  const [title = '', passed = '', force = ''] = line.replace('?', '').split(' ')
  const days = { passed: passed.split(','), force: force.split(',') }
  return event([title], false, days, '法律库2025-04，历年主席令', !line.startsWith('?'))
}

/** Without a question mark: made once, with both days read. */
const laws: readonly string[] = [
  '民法典 2020-05-28 2021-01-01',
  '关税法 2024-04-26 2024-12-01',
  '农村集体经济组织法 2024-06-28 2025-05-01',
  '国家公园法 2025-09-12 2026-01-01',
  '增值税法 2024-12-25 2026-01-01',
  '学位法 2024-04-26 2025-01-01',
  '学前教育法 2024-11-08 2025-06-01',
  '对外关系法 2023-06-28 2023-07-01',
  '无障碍环境建设法 2023-06-28 2023-09-01',
  '民营经济促进法 2025-04-30 2025-05-20',
  '法治宣传教育法 2025-09-12 2025-11-01',
  '爱国主义教育法 2023-10-24 2024-01-01',
  '生态环境法典 2026-03-12 2026-08-15',
  '民族团结进步促进法 2026-03-12 2026-07-01',
  '社会救助法 2026-04-30 2026-07-01',
  '粮食安全保障法 2023-12-29 2024-06-01',
  '能源法 2024-11-08 2025-01-01',
  '青藏高原生态保护法 2023-04-26 2023-09-01',
  '突发公共卫生事件应对法 2025-09-12 2025-11-01',
  '?个人信息保护法 2021-08-20 2021-11-01',
  '?数据安全法 2021-06-10 2021-09-01',
  '?环境保护法 1989-12-26,2014-04-24 1989-12-26,2015-01-01',
  '?环境保护税法 2016-12-25,2018-10-26 2018-01-01',
  '?中国共产党纪律处分条例 2015-10-18,2018-08-18,2018-07-31,2023-12-19,2023-12-08 2016-01-01,2018-10-01,2024-01-01',
  '?网络安全法 2016-11-07,2025-10-28 2017-06-01,2026-01-01',
  '?安全生产法 2002-06-29,2009-08-27,2014-08-31,2021-06-10 2002-11-01,2014-12-01,2021-09-01',
  '?乡村振兴促进法 2021-04-29 2021-06-01',
  '?家庭教育促进法 2021-10-23 2022-01-01',
  '?法律援助法 2021-08-20 2022-01-01',
  '?监察官法 2021-08-20 2022-01-01',
  '?监察法 2018-03-20,2024-12-25 2018-03-20,2025-06-01',
  '?公职人员政务处分法 2020-06-20 2020-07-01',
  '?公务员法 2005-04-27,2017-09-01,2018-12-29 2006-01-01,2018-01-01,2019-06-01',
  '?英雄烈士保护法 2018-04-27 2018-05-01',
  '?退役军人保障法 2020-11-11 2021-01-01',
  '?反有组织犯罪法 2021-12-24 2022-05-01',
  '?反电信网络诈骗法 2022-09-02 2022-12-01',
  '?黄河保护法 2022-10-30 2023-04-01',
  '?长江保护法 2020-12-26 2021-03-01',
  '?黑土地保护法 2022-06-24 2022-08-01',
  '?湿地保护法 2021-12-24 2022-06-01',
  '?噪声污染防治法 2021-12-24 2022-06-05',
  '?反家庭暴力法 2015-12-27 2016-03-01',
  '?社区矫正法 2019-12-28 2020-07-01',
  '?疫苗管理法 2019-06-29 2019-12-01',
  '?基本医疗卫生与健康促进法 2019-12-28 2020-06-01',
  '?土壤污染防治法 2018-08-31 2019-01-01',
  '?外商投资法 2019-03-15 2020-01-01',
  '?电子商务法 2018-08-31 2019-01-01',
  '?人民陪审员法 2018-04-27 2018-04-27',
  '?密码法 2019-10-26 2020-01-01',
]

const held = (names: string, days: string, source: string, verified = true, isWhole = false): DatedEvent =>
  event(names.split('|'), isWhole, { held: days.split(',') }, source, verified)

/** What happened, told without a verb of its own. */
const past = (names: string, days: string): DatedEvent =>
  held(names, days, '党史、国史大事记通行的说法，未逐条对照原文', false, true)

export const datedEvents: readonly DatedEvent[] = [
  ...laws.map(law),
  event(['优化营商环境条例'], false, { passed: ['2019-10-22', '2019-10-08'], force: ['2020-01-01'] }, '国务院令第722号', false),
  event(
    ['保障农民工工资支付条例'],
    false,
    { passed: ['2019-12-30', '2019-12-04'], force: ['2020-05-01'] },
    '国务院令第724号',
    false,
  ),
  event(
    ['信访工作条例'],
    false,
    { passed: ['2022-01-24', '2022-02-25', '2022-04'], force: ['2022-05-01'] },
    '中共中央、国务院2022-02-25印发',
    false,
  ),
  held('全国脱贫攻坚总结表彰大会', '2021-02-25', '新闻联播，2021-02-25'),
  held('全国抗击新冠肺炎疫情表彰大会', '2020-09-08', '新闻联播，2020-09-08'),
  held('庆祝中国共产党成立100周年大会', '2021-07-01', '新闻联播，2021-07-01'),
  held('庆祝改革开放40周年大会', '2018-12-18', '新闻联播，2018-12-18'),
  held('纪念马克思诞辰200周年大会', '2018-05-04', '新闻联播，2018-05-04'),
  held('纪念五四运动100周年大会', '2019-04-30', '新闻联播，2019-04-30'),
  held('学校思想政治理论课教师座谈会', '2019-03-18', '新闻联播，2019-03-18'),
  held('全国高校思想政治工作会议', '2016-12-07/08', '新闻联播，2016-12-08'),
  held('全国教育大会', '2018-09-10,2024-09-09/10', '新闻联播，2018-09-10、2024-09-10'),
  held('民营企业座谈会', '2018-11-01,2025-02-17', '新闻联播，2018-11-01、2025-02-17', false),
  held('中央人才工作会议', '2021-09-27/28', '新闻联播，2021-09-28'),
  held('中央人大工作会议', '2021-10-13/14', '新闻联播，2021-10-14'),
  held('中央民族工作会议', '2014-09-28/29,2021-08-27/28', '新闻联播，2014-09-29、2021-08-28'),
  held('中央全面依法治国工作会议', '2020-11-16/17,2025-11-17/18', '新闻联播，2020-11-17、2025-11-18'),
  held('中央金融工作会议', '2023-10-30/31', '新闻联播，2023-10-31'),
  held('中央城市工作会议', '2015-12-20/21,2025-07-14/15', '新闻联播，2025-07-15；2015年的日子未读到', false),
  held('中央社会工作会议', '2024-11-05/06', '新闻联播，2024-11-06'),
  held('中央统战工作会议', '2015-05-18/20,2022-07-29/30', '新闻联播，2022-07-30；2015年的日子未读到', false),
  held('中央政协工作会议', '2019-09-20/21', '新闻联播，2019-09-21'),
  held('中央周边工作会议', '2025-04-08/09', '新闻联播，2025-04-09'),
  past('南昌起义', '1927-08-01'),
  past('秋收起义', '1927-09'),
  past('三湾改编', '1927-09,1927-10'),
  past('古田会议召开|古田会议', '1929-12'),
  past('遵义会议召开|遵义会议', '1935-01'),
  past('五四运动爆发|五四运动', '1919-05-04,1919-05'),
  past('九一八事变爆发|九一八事变', '1931-09-18'),
  past('卢沟桥事变爆发|卢沟桥事变|七七事变', '1937-07-07'),
  past('西安事变', '1936-12-12'),
  past('中国共产党第一次全国代表大会', '1921-07'),
  past('中华人民共和国成立|新中国成立', '1949-10-01,1949'),
  past('香港回归祖国', '1997-07-01'),
  past('澳门回归祖国', '1999-12-20'),
  past('我国正式加入世界贸易组织|我国加入世界贸易组织', '2001-12-11'),
  past('中国人民志愿军入朝作战', '1950-10-19,1950-10-25'),
  past('汶川特大地震|汶川发生特大地震', '2008-05-12'),
  past('关于改进工作作风、密切联系群众的八项规定', '2012-12-04'),
  past('首次提出精准扶贫|首次提出“精准扶贫”', '2013-11-03,2013-11'),
  past('首次提出绿水青山就是金山银山|首次提出“绿水青山就是金山银山”', '2005-08-15,2005-08'),
  past('首次提出新质生产力|首次提出“新质生产力”', '2023-09-07,2023-09'),
]

/** Plenums and congresses since 2012, by their names without 党的. */
export const plenumEvents: readonly Pick<DatedEvent, 'names' | 'isWhole' | 'days' | 'verified'>[] = (
  centralMeetings as readonly CentralMeeting[]
)
  .filter(({ from }) => from > '2012' && from < '2026-11')
  .map(({ congress, plenum, from, to }) => ({
    names: [plenum === 0 ? `党的${han(congress)}大` : `${han(congress)}届${han(plenum)}中全会`],
    isWhole: false,
    days: { held: [`${from}/${to.slice(8)}`], passed: [`${from}/${to.slice(8)}`] },
    verified: true,
  }))

/** Plenums before 2012 of which the days were read. */
export const earlierPlenumEvents: typeof plenumEvents = earlierPlenums
  .filter((line) => !line.startsWith('?'))
  .flatMap((line) => {
    const [number = '', from = '', to = ''] = line.split(' ')
    const [congress, plenum] = number.split('.').map(Number) as [number, number]
    if (from.slice(0, 7) !== to.slice(0, 7)) return []
    const days = [`${from}/${to.slice(8)}`]
    return {
      names: [`${han(congress)}届${han(plenum)}中全会`],
      isWhole: false,
      days: { held: days, passed: days },
      verified: true,
    }
  })

/** Days on which the volumes of 习近平谈治国理政 came out, first to last. */
export const volumes: readonly string[] = ['2014-09', '2017-11', '2020-06', '2022-06', '2025-07']

/** Words that were said at one meeting, or stand in what it adopted. */
export interface Saying extends Row {
  readonly words: string
  /** Where they belong; the first is told. */
  readonly meetings: readonly string[]
}

const saying = (words: string, meetings: readonly string[], wrong: string): Saying => ({
  id: words,
  words,
  meetings,
  source: '新闻联播里各次会议的报道',
  verified: false,
  hits: [`认真贯彻⟦${wrong}⟧提出的“${words}”的要求。`],
  misses: [
    `认真贯彻${meetings[0]}提出的“${words}”的要求。`,
    `认真贯彻${wrong}精神，落实${meetings[0]}提出的“${words}”的要求。`,
    `学习${wrong}精神，坚持${words}。`,
  ],
})

export const sayings: readonly Saying[] = [
  saying('稳中求进、以进促稳', ['中央经济工作会议', '中央政治局会议'], '中央农村工作会议'),
  saying('守正创新、先立后破', ['中央经济工作会议', '中央政治局会议'], '中央农村工作会议'),
  saying('系统集成、协同配合', ['中央经济工作会议', '中央政治局会议'], '中央农村工作会议'),
  saying('创新、宜居、美丽、韧性、文明、智慧', ['中央城市工作会议'], '中央经济工作会议'),
  saying('加快建设金融强国', ['中央金融工作会议'], '中央农村工作会议'),
  saying('加强和改进人民政协工作', ['中央政协工作会议'], '中央人大工作会议'),
  saying('坚持和完善人民代表大会制度', ['中央人大工作会议'], '中央民族工作会议'),
  saying('以中国式现代化全面推进中华民族伟大复兴', ['党的二十大'], '党的十九大'),
  saying('全面建设社会主义现代化国家、全面推进中华民族伟大复兴', ['党的二十大'], '党的十九大'),
  saying('科技是第一生产力、人才是第一资源、创新是第一动力', ['党的二十大'], '党的十九大'),
  saying('中国式现代化的本质要求', ['党的二十大'], '党的十九大'),
  saying('社会主要矛盾已经转化为', ['党的十九大'], '党的十八大'),
  saying('新时代党的建设总要求', ['党的十九大'], '党的十八大'),
  saying('实施乡村振兴战略', ['党的十九大', '中央农村工作会议', '党的二十大'], '党的十八大'),
  saying('实施健康中国战略', ['党的十九大'], '党的十八大'),
  saying('推进健康中国建设', ['党的二十大'], '党的十九大'),
  saying('世界重要人才中心和创新高地', ['中央人才工作会议', '党的二十大'], '中央经济工作会议'),
]

/** What the meetings of `sayings` are told from. */
export const nationalMeetings: readonly string[] = [
  '党的十七大',
  '党的十八大',
  '党的十九大',
  '党的二十大',
  '中央政协工作会议',
  '中央经济工作会议',
  '中央农村工作会议',
  '中央城市工作会议',
  '中央金融工作会议',
  '中央人才工作会议',
  '中央民族工作会议',
  '中央人大工作会议',
  '中央统战工作会议',
  '中央社会工作会议',
  '中央政法工作会议',
  '中央全面依法治国工作会议',
  '全国组织工作会议',
  '全国教育大会',
  '全国宣传思想文化工作会议',
  '全国生态环境保护大会',
]

/** Figures of a policy that everybody repeats. */
export interface PolicyFigure extends Row {
  readonly words: readonly string[]
  /** 6个方面33项 */
  readonly figures: readonly [number, number]
}

export const policyFigures: readonly PolicyFigure[] = [
  {
    id: '稳经济一揽子政策措施',
    words: ['稳经济', '稳住经济', '稳定经济'],
    figures: [6, 33],
    source: '国务院2022-05印发扎实稳住经济的一揽子政策措施',
    verified: false,
    hits: ['落实国务院⟦6个方面35项⟧稳经济一揽子政策措施。', '国务院稳住经济⟦6方面31条⟧措施全面落地。'],
    misses: ['落实国务院6个方面33项稳经济一揽子政策措施。', '出台稳经济8个方面42条实施意见。'],
  },
]

/** Laws that people call new, with the year in which they were made; since then they were amended. */
export interface AmendedLaw extends Row {
  readonly title: string
  readonly made: number
}

const amended = (title: string, made: number, names: string): AmendedLaw => ({
  id: `新修改的${title}`,
  title,
  made,
  source: '法律库2025-04',
  verified: false,
  hits: [`认真贯彻⟦新制定的${names}⟧，增强实效。`],
  misses: [`认真贯彻新修改的${names}，增强实效。`, `认真贯彻新修订的${names}，增强实效。`],
})

export const amendedLaws: readonly AmendedLaw[] = [
  amended('监督法', 2006, '监督法'),
  amended('代表法', 1992, '代表法'),
  amended('安全生产法', 2002, '安全生产法'),
  amended('公司法', 1993, '公司法'),
  amended('立法法', 2000, '立法法'),
  amended('行政复议法', 1999, '行政复议法'),
  amended('治安管理处罚法', 2005, '治安管理处罚法'),
  amended('保守国家秘密法', 1988, '保守国家秘密法'),
  amended('监察法', 2018, '监察法'),
  amended('传染病防治法', 1989, '传染病防治法'),
  amended('文物保护法', 1982, '文物保护法'),
  amended('突发事件应对法', 2007, '突发事件应对法'),
  amended('妇女权益保障法', 1992, '妇女权益保障法'),
  amended('职业教育法', 1996, '职业教育法'),
  amended('反不正当竞争法', 1993, '反不正当竞争法'),
  amended('村民委员会组织法', 1998, '村民委员会组织法'),
  amended('中国共产党纪律处分条例', 1997, '《中国共产党纪律处分条例》'),
  amended('干部教育培训工作条例', 2015, '《干部教育培训工作条例》'),
]

export const knowledge: readonly Table[] = [
  { rule: 'event-mismatch', rows: [...datedEvents, ...sayings, ...policyFigures, ...amendedLaws] },
]
