/** Fixed formulas of official language, as published; each was counted in official text for false alarms. */

import type { Table } from '../../../src/world/row.ts'

/** 四个意识, 四个自信, 两个维护 stand together and in this order since the disciplinary regulations of 2018-08-26 were printed. */
export const chain = { members: ['四个意识', '四个自信', '两个维护'], missing: '坚定“四个自信”', from: 2018 } as const

/** Verbs that go with a formula and belong to what is wrong with it. Longest first. */
export const verbs: readonly string[] = [
  '牢固树立',
  '不断增强',
  '切实增强',
  '自觉增强',
  '始终坚持',
  '增强',
  '树牢',
  '树立',
  '强化',
  '坚定',
  '提高',
  '坚持',
  '加强',
  '突出',
  '具备',
]

export interface Form {
  readonly wrong: string
  readonly right: string
  /** The right form is in use since this year; an older text may say it otherwise. */
  readonly from?: number
  /** Right where this matches the words around it. */
  readonly not?: RegExp
}

/** What is said wrongly word for word. */
const listed: readonly Form[] = [
  { wrong: '政治纪律政治规矩', right: '政治纪律和政治规矩', from: 2015 },
  { wrong: '推进全面乡村振兴', right: '全面推进乡村振兴', from: 2018 },
  // 常态化制度化 was said of “两学一做” (2017-03); of 党史学习教育 it is 常态化长效化 (2022-03-21).
  { wrong: '党史学习教育常态化制度化', right: '党史学习教育常态化长效化', from: 2021 },
  { wrong: '党史学习教育制度化常态化', right: '党史学习教育常态化长效化', from: 2021 },
  { wrong: '习近平新时代特色社会主义思想', right: '习近平新时代中国特色社会主义思想' },
  { wrong: '习近平中国特色社会主义思想', right: '习近平新时代中国特色社会主义思想' },
  { wrong: '习近平新时代中国特色主义思想', right: '习近平新时代中国特色社会主义思想' },
  { wrong: '习近平新时代中国特色社会思想', right: '习近平新时代中国特色社会主义思想' },
  { wrong: '习近平新时代中国特色社会主义理论', right: '习近平新时代中国特色社会主义思想', not: /理论体系/ },
  { wrong: '习近平新时代社会主义思想', right: '习近平新时代中国特色社会主义思想' },
  { wrong: '习近平新时代中国社会主义思想', right: '习近平新时代中国特色社会主义思想' },
  { wrong: '以习近平总书记为核心的党中央', right: '以习近平同志为核心的党中央' },
  { wrong: '以习近平主席为核心的党中央', right: '以习近平同志为核心的党中央' },
  { wrong: '以习近平同志为领导核心的党中央', right: '以习近平同志为核心的党中央' },
  { wrong: '习总书记', right: '习近平总书记', not: /[学练复温研自]习总书记/ },
  { wrong: '习近平总书纪', right: '习近平总书记' },
  { wrong: '筑牢中华民族共同体意识', right: '铸牢中华民族共同体意识' },
  { wrong: '中央八项规定精髓', right: '中央八项规定精神' },
  { wrong: '中央八条规定精神', right: '中央八项规定精神' },
  { wrong: '马克思主义列宁主义', right: '马克思列宁主义' },
  { wrong: '实是求事', right: '实事求是' },
  { wrong: '实事求事', right: '实事求是' },
  { wrong: '实是求是', right: '实事求是' },
  { wrong: '民主集中治', right: '民主集中制', not: /集中治[理疗]/ },
  { wrong: '民主集体制', right: '民主集中制' },
  { wrong: '高质量发站', right: '高质量发展' },
  { wrong: '高治量发展', right: '高质量发展' },
  { wrong: '高质里发展', right: '高质量发展' },
  { wrong: '“四个全面”总体布局', right: '“四个全面”战略布局' },
  { wrong: '“五位一体”战略布局', right: '“五位一体”总体布局' },
  { wrong: '统筹推进“四个全面”', right: '协调推进“四个全面”' },
  { wrong: '协调推进“五位一体”', right: '统筹推进“五位一体”' },
  { wrong: '自由、平等、公正、法制', right: '自由、平等、公正、法治' },
  { wrong: '爱国、敬业、诚实、友善', right: '爱国、敬业、诚信、友善' },
  { wrong: '生态宜居、乡村文明', right: '生态宜居、乡风文明' },
  { wrong: '乡村文明、治理有效', right: '乡风文明、治理有效' },
  { wrong: '稳健的财政政策', right: '积极的财政政策', from: 2010 },
  { wrong: '人大民主监督', right: '人大法律监督', not: /监督员/ },
  { wrong: '政协法律监督', right: '政协民主监督' },
  { wrong: '政协工作监督', right: '政协民主监督' },
  { wrong: '“四个机构”', right: '“四个机关”', from: 2021, not: /设立|内设|[省市县区镇乡]“/ },
  { wrong: '尊法学法守法', right: '尊法学法守法用法', from: 2016, not: /守法用法|守法(?:意识|光荣|模范|好|典型|的)/ },
  {
    wrong: '学法守法用法',
    right: '尊法学法守法用法',
    from: 2016,
    not: /[尊遵知懂]法学法守法用法|(?:领导干部|青少年|职工|企业|学生|农民|群众|公民|依法|带头|自觉)学法守法用法/,
  },
  { wrong: '青山绿水就是金山银山', right: '绿水青山就是金山银山' },
]

/** What is counted so, and in no other number: in 60 million characters no other stood before these words in marks. */
const numbered: readonly (readonly [right: string, others: string])[] = [
  ['“两个维护”', '一四五六七八'],
  ['“两个确立”', '一三四五六七八'],
  ['“四个意识”', '一二两五六七八'],
  ['“四个自信”', '一二两五六七八'],
  ['“四个机关”', '一二两三五六七八'],
  ['“四个不摘”', '一二两三五六七八'],
  ['“两个毫不动摇”', '一三四五六七八'],
  ['“四种形态”', '一二两三五六七八'],
  ['“三会一课”', '一二两四五六七八'],
  ['“四下基层”', '一二两三五六七八'],
  ['“三管三必须”', '一二两四五六七八'],
  ['“四不两直”', '一二两三五六七八'],
]
const misnumbered: readonly Form[] = numbered.flatMap(([right, others]) =>
  [...others].map((number) => ({ wrong: right[0] + number + right.slice(2), right })),
)

export const forms: readonly Form[] = [...listed, ...misnumbered]

/** Formulas that are mistyped: a character lost, doubled, replaced, two of them swapped. `except`: what is right in spite of it. */
export const formulas: readonly { readonly words: string; readonly except: readonly string[] }[] = [
  { words: '习近平新时代中国特色社会主义思想', except: [] },
  { words: '以习近平同志为核心的党中央', except: ['以习近平同志为核心的中央'] },
  { words: '富强民主文明和谐美丽的社会主义现代化强国', except: [] },
  { words: '铸牢中华民族共同体意识', except: ['共铸中华民族共同体意识', '筑牢中华民族共同体意识'] },
  { words: '中华民族伟大复兴', except: ['中华民族大复兴'] },
  { words: '人类命运共同体', except: [] },
]

export interface Family {
  readonly name: string
  readonly members: readonly string[]
  /** So many members in one list, and the writer meant the family. */
  readonly least: number
  /** The family has these members since this year. */
  readonly from: number
  /** Meant only where this matches the sentence, or the words behind the list. */
  readonly context?: RegExp
  readonly behind?: RegExp
  /** Where a careful editor could let it stand. */
  readonly mild?: true
  /** A shorter list may be meant: the order is told, a missing member only asked for. */
  readonly isOpen?: true
  /** The year from which each member may be missed; the ends of the list are free. */
  readonly since?: readonly number[]
}

/** Families of members that are listed together. The years are those from which the list is complete. */
export const families: readonly Family[] = [
  { name: '“四个意识”', members: ['政治意识', '大局意识', '核心意识', '看齐意识'], least: 3, from: 2016 },
  { name: '“四个自信”', members: ['道路自信', '理论自信', '制度自信', '文化自信'], least: 3, from: 2017 },
  {
    name: '党内政治生活的“四性”',
    members: ['政治性', '时代性', '原则性', '战斗性'],
    least: 3,
    from: 2017,
    context: /党内政治生活|党内生活|组织生活/,
  },
  {
    name: '新发展理念',
    members: ['创新', '协调', '绿色', '开放', '共享'],
    least: 4,
    from: 2016,
    behind: /^[”’]?的?新?(?:发展|理念)/,
  },
  { name: '“三严三实”', members: ['严以修身', '严以用权', '严以律己', '谋事要实', '创业要实', '做人要实'], least: 4, from: 2014 },
  { name: '好干部标准', members: ['信念坚定', '为民服务', '勤政务实', '敢于担当', '清正廉洁'], least: 4, from: 2014 },
  {
    name: '“八种本领”',
    members: [
      '学习本领',
      '政治领导本领',
      '改革创新本领',
      '科学发展本领',
      '依法执政本领',
      '群众工作本领',
      '狠抓落实本领',
      '驾驭风险本领',
    ],
    least: 5,
    from: 2018,
  },
  {
    name: '“七种能力”',
    members: ['政治能力', '调查研究能力', '科学决策能力', '改革攻坚能力', '应急处突能力', '群众工作能力', '抓落实能力'],
    least: 5,
    from: 2021,
  },
  { name: '政治“三力”', members: ['政治判断力', '政治领悟力', '政治执行力'], least: 2, from: 2021 },
  {
    name: '伟大建党精神',
    members: ['坚持真理、坚守理想', '践行初心、担当使命', '不怕牺牲、英勇斗争', '对党忠诚、不负人民'],
    least: 3,
    from: 2021,
  },
  { name: '五个振兴', members: ['产业振兴', '人才振兴', '文化振兴', '生态振兴', '组织振兴'], least: 4, from: 2018 },
  { name: '“四个不摘”', members: ['摘帽不摘责任', '摘帽不摘政策', '摘帽不摘帮扶', '摘帽不摘监管'], least: 3, from: 2019 },
  { name: '“四个最严”', members: ['最严谨的标准', '最严格的监管', '最严厉的处罚', '最严肃的问责'], least: 3, from: 2016 },
  { name: '“三不”', members: ['不敢腐', '不能腐', '不想腐'], least: 3, from: 2015 },
  {
    name: '“三管三必须”',
    members: ['管行业必须管安全', '管业务必须管安全', '管生产经营必须管安全'],
    least: 2,
    from: 2014,
  },
  { name: '模范部门的要求', members: ['讲政治', '重公道', '业务精', '作风好'], least: 3, from: 2018 },
  {
    name: '六项纪律',
    members: ['政治纪律', '组织纪律', '廉洁纪律', '群众纪律', '工作纪律', '生活纪律'],
    least: 4,
    from: 2016,
    context: /六项纪律|六大纪律/,
  },
  { name: '“四史”', members: ['党史', '新中国史', '改革开放史', '社会主义发展史'], least: 3, from: 2020, context: /“四史”/ },
  { name: '“放管服”', members: ['简政放权', '放管结合', '优化服务'], least: 2, from: 2016, context: /放管服/ },
  {
    name: '党的建设总体布局',
    members: ['政治建设', '思想建设', '组织建设', '作风建设', '纪律建设'],
    least: 4,
    from: 2018,
    context: /党的/,
    mild: true,
  },
  {
    name: '“五位一体”',
    members: ['经济建设', '政治建设', '文化建设', '社会建设', '生态文明建设'],
    least: 4,
    from: 2013,
    mild: true,
  },
  { name: '“自我净化”等四自能力', members: ['自我净化', '自我完善', '自我革新', '自我提高'], least: 3, from: 2013, isOpen: true },
  { name: '2023年主题教育总要求', members: ['学思想', '强党性', '重实践', '建新功'], least: 3, from: 2023, isOpen: true },
  { name: '主题教育的目标', members: ['以学铸魂', '以学增智', '以学正风', '以学促干'], least: 3, from: 2023, isOpen: true },
  { name: '党史学习教育的目标', members: ['学史明理', '学史增信', '学史崇德', '学史力行'], least: 3, from: 2021, isOpen: true },
  { name: '党史学习教育的要求', members: ['学党史', '悟思想', '办实事', '开新局'], least: 3, from: 2021, isOpen: true },
  { name: '2019年主题教育的总要求', members: ['守初心', '担使命', '找差距', '抓落实'], least: 3, from: 2019, isOpen: true },
  { name: '党纪学习教育的要求', members: ['学纪', '知纪', '明纪', '守纪'], least: 3, from: 2024, isOpen: true },
  {
    name: '宣传思想工作的使命任务',
    members: ['举旗帜', '聚民心', '育新人', '兴文化', '展形象'],
    least: 4,
    from: 2018,
    isOpen: true,
  },
  { name: '新时代法治方针', members: ['科学立法', '严格执法', '公正司法', '全民守法'], least: 3, from: 2013, isOpen: true },
  { name: '法治的“十六字”要求', members: ['有法可依', '有法必依', '执法必严', '违法必究'], least: 4, from: 0, isOpen: true },
  { name: '政协的职能', members: ['政治协商', '民主监督', '参政议政'], least: 3, from: 0, isOpen: true },
  { name: '多党合作的方针', members: ['长期共存', '互相监督', '肝胆相照', '荣辱与共'], least: 3, from: 0, isOpen: true },
  {
    name: '民生“七有”',
    members: ['幼有所育', '学有所教', '劳有所得', '病有所医', '老有所养', '住有所居', '弱有所扶'],
    least: 6,
    from: 2018,
    isOpen: true,
  },
  { name: '“四稳”', members: ['稳就业', '稳企业', '稳市场', '稳预期'], least: 3, from: 2025, isOpen: true },
  { name: '强军目标', members: ['听党指挥', '能打胜仗', '作风优良'], least: 3, from: 2013, isOpen: true },
  { name: '建军方略', members: ['政治建军', '改革强军', '科技强军', '人才强军', '依法治军'], least: 4, from: 2020, isOpen: true },
  { name: '公安队伍的“四句话”', members: ['对党忠诚', '服务人民', '执法公正', '纪律严明'], least: 3, from: 2017, isOpen: true },
  {
    name: '消防救援队伍的“四句话”',
    members: ['对党忠诚', '纪律严明', '赴汤蹈火', '竭诚为民'],
    least: 3,
    from: 2018,
    isOpen: true,
  },
  {
    name: '乡村振兴的总要求',
    members: ['产业兴旺', '生态宜居', '乡风文明', '治理有效', '生活富裕'],
    least: 4,
    from: 2017,
    isOpen: true,
  },
  {
    name: '2019年主题教育的目标',
    members: ['理论学习有收获', '思想政治受洗礼', '干事创业敢担当', '为民服务解难题', '清正廉洁作表率'],
    least: 4,
    from: 2019,
    isOpen: true,
  },
  { name: '“三化”', members: ['市场化', '法治化', '国际化'], least: 3, from: 2018, isOpen: true },
  { name: '执政方式', members: ['科学执政', '民主执政', '依法执政'], least: 3, from: 0, isOpen: true },
  { name: '安全责任', members: ['党政同责', '一岗双责', '齐抓共管', '失职追责'], least: 3, from: 2016, isOpen: true },
  {
    name: '“四有”好老师标准',
    members: ['有理想信念', '有道德情操', '有扎实学识', '有仁爱之心'],
    least: 3,
    from: 2014,
    isOpen: true,
  },
  {
    name: '指导思想',
    members: [
      '马克思列宁主义',
      '毛泽东思想',
      '邓小平理论',
      '“三个代表”重要思想',
      '科学发展观',
      '习近平新时代中国特色社会主义思想',
    ],
    least: 3,
    from: 0,
    since: [0, 0, 1998, 2003, 2008, 2018],
  },
]

/** A set proves itself: whole it is right, with its first two members changed about it is told. */
export const knowledge: readonly Table[] = [
  {
    rule: 'slogan-form',
    rows: families
      .filter(({ isOpen }) => isOpen)
      .map(({ name, members: [one = '', two = '', ...more], from }) => ({
        id: name,
        hits: [{ year: from + 1 < 2000 ? 2020 : from + 1, text: `努力做到⟦${[two, one, ...more].join('、')}⟧。` }] as const,
        misses: [{ year: from + 1 < 2000 ? 2020 : from + 1, text: `努力做到${[one, two, ...more].join('、')}。` }],
      })),
  },
]
