/** Phrases that name the year reviewed or the year planned, and no other. */
import type { Outlook } from '../../../src/kit.ts'
import type { Proof, Table } from '../../../src/world/row.ts'

export interface Phrase extends Proof {
  readonly id: string
  /** The message that tells of it. */
  readonly says: 'plan' | 'review' | 'closed' | 'told' | 'deadline'
  readonly about: Outlook
  /** Where the headings must be looking; undefined: anywhere but the other way. */
  readonly in?: Outlook
  /** The words up to the year. */
  readonly before?: RegExp
  /** The words behind the year, up to the end of the sentence. */
  readonly after?: RegExp
  /** Only the year before is told: what is older is history. */
  readonly isLastOnly?: true
  /** What in the sentence behind the year makes it sure. Without it the phrase is sure by itself. */
  readonly sureBy?: RegExp
  /** The right year may stand beside it: 截至2022年12月累计……，其中2021年……，比上年. Then it may be doubtful what is meant. */
  readonly evenBeside?: true | 'doubtful'
  /** What in the sentence lets the year stand. */
  readonly unless?: RegExp
}

/** Examples are parts of a report that reviews 2025 and plans 2026. */
const head = '县2025年工作总结和2026年工作安排\n一、2025年工作回顾\n2025年，成绩可喜。\n'
const reviewed = (words: string): string => `${head}${words}\n二、2026年工作安排\n2026年，要抓好三件事。`
const planned = (words: string): string => `${head}二、2026年工作安排\n2026年，要抓好三件事。\n${words}`

/** What may stand between 2026年 and 工作, 任务. */
const qualifiers =
  '(?:的)?(?:各项|全年|全[省市县区镇乡校院行司厂]|[我本][省市县区镇乡校院行局])?(?:的)?(?:各项|重点|主要|目标|经济社会发展|政府){0,3}(?:的)?'

export const phrases: readonly Phrase[] = [
  {
    id: 'tasks',
    says: 'plan',
    about: 'plan',
    in: 'plan',
    before: /(?:做好|抓好|谋划|谋划好|部署|安排|推进|完成|实现)$/,
    after: new RegExp(`^度?${qualifiers}(?:工作|任务|目标)(?!.{0,6}(?:基础上|经验|完成情况|结转))`),
    hits: [planned('做好⟦2025年⟧全县工作，意义重大。'), planned('让我们为圆满完成⟦2025年⟧各项目标任务而努力奋斗！')],
    misses: [planned('做好2026年工作，意义重大。在完成2025年任务的基础上，再加一把力。'), reviewed('圆满完成2024年结转任务。')],
  },
  {
    id: 'aims',
    says: 'plan',
    about: 'plan',
    after: /^[^，。；]{0,20}(?:总体要求|总体思路|总的要求|预期目标|工作思路|主要目标|指导思想)(?:是|为|：)/,
    hits: [planned('⟦2025年⟧经济社会发展的主要预期目标是：生产总值增长5%。')],
    misses: [planned('2026年工作的总体要求是：稳中求进。'), planned('2025年预期目标全面完成。')],
  },
  {
    id: 'look-back',
    says: 'review',
    about: 'review',
    before: /(?:^|[^\u4e00-\u9fff]|们|要|是)(?:回顾|总结|刚刚过去的|过去的)$/,
    after: /^(?!以来|以后|后|度?第?[一二三四]季)/,
    hits: [reviewed('回顾⟦2024年⟧，我们迎难而上。'), reviewed('刚刚过去的⟦2024年⟧，是不平凡的一年。')],
    misses: [reviewed('回顾2025年，我们迎难而上。'), reviewed('回顾2021年以来的工作，成绩来之不易。')],
  },
  {
    id: 'part',
    says: 'review',
    about: 'review',
    before: /^[一二三四五]、$/,
    after: /^度?[\u4e00-\u9fff]{0,8}(?:主要|重点)[\u4e00-\u9fff]{0,4}工作$/,
    hits: ['2025年工作总结\n一、⟦2024年⟧主要工作\n抓好落实，成绩可喜。\n二、2026年工作安排\n再接再厉。'],
    misses: ['2025年工作总结\n一、2025年主要工作\n抓好落实，成绩可喜。\n二、2025年重点财政工作\n再接再厉。'],
  },
  {
    id: 'by-the-end',
    says: 'closed',
    about: 'review',
    in: 'review',
    before: /(?:截至|截止|截止到|截至到)$/,
    after: /^(?:年?[底末]|1[0-2]月(?:[底末]|3[01]日))/,
    isLastOnly: true,
    sureBy: /同比|[比较](?:年初|上年|去年)/,
    unless: /(?:增加|上升|提高|增长|下降|减少|提升|降低)[到至]/,
    hits: [reviewed('截至⟦2024年⟧末，存款余额42亿元，比年初增加4亿元。'), reviewed('截至⟦2024年⟧12月底，全县已建成12个。')],
    misses: [reviewed('截至2025年末，存款余额42亿元。'), reviewed('截至2024年底为12个，截至2025年底为20个。')],
  },
  {
    id: 'told',
    says: 'told',
    about: 'review',
    in: 'review',
    before: /(?:^|[。；！\n\u3000 ])$/,
    after: /^(?:，|全年)[^。]*(?:同比|[比较](?:上年|去年)|全年)/,
    isLastOnly: true,
    hits: [reviewed('⟦2024年⟧，全县完成投资12亿元，同比增长5%。')],
    misses: [
      reviewed('2025年，全县完成投资12亿元，同比增长5%。'),
      reviewed('2024年，项目启动；2025年，项目建成。'),
      reviewed('2024年，项目启动。'),
    ],
  },
  {
    id: 'to-come',
    says: 'plan',
    about: 'plan',
    in: 'plan',
    after: /^，?(?:[我全][们国省市县区校院])?将(?:召开|迎来|举办|举行|迈入)/,
    unless: /已|了|底前|前完成|计划|预计/,
    hits: [planned('⟦2025年⟧将召开党代会，任务繁重。')],
    misses: [planned('2026年将召开党代会，任务繁重。'), planned('2025年已将任务分解。')],
  },
  {
    id: 'told-among',
    says: 'told',
    about: 'review',
    evenBeside: true,
    before: /其中$/,
    after: /^[^，。；]{2,20}，[比较](?:上年|去年)/,
    isLastOnly: true,
    sureBy: /(?!)/,
    hits: [reviewed('全县累计接种118万剂次，其中⟦2024年⟧接种36万剂次，比上年减少46万剂次。')],
    misses: [
      reviewed('全县累计接种118万剂次，其中2025年接种36万剂次，比上年减少46万剂次。'),
      reviewed('全县累计接种118万剂次，其中2024年接种36万剂次。'),
    ],
  },
  {
    id: 'deadline',
    says: 'deadline',
    about: 'plan',
    in: 'plan',
    evenBeside: 'doubtful',
    unless: /已|了/,
    after:
      /^(?:年?底|1?[0-9]月(?:底|[0-9]{1,2}日)?|末)?之?前[^，。；的]{0,24}(?:完成|建成|达到|实现|开工|投用|启用|出台|到位|竣工|投产|通车|消除|清零)(?!的)/,
    hits: [
      planned('⟦2025年⟧底前全部完成整改。'),
      planned('确保⟦2025年⟧6月底前建成投用。'),
      planned('2026年重点抓电梯安全，⟦2025年⟧6月底前完成评估。'),
    ],
    misses: [
      planned('2026年底前全部完成整改。'),
      planned('2025年底前完成了一期，2026年启动二期。'),
      planned('2025年底前完成的项目，要抓紧验收。'),
    ],
  },
  {
    id: 'target',
    says: 'deadline',
    about: 'plan',
    in: 'plan',
    before: /(?:^|[^\u4e00-\u9fff]|力争|确保|争取|预计)到$/,
    after: /^(?:[底末]|1?[0-9]月底?)?，/,
    unless: /已|了|曾/,
    hits: [planned('到⟦2025年⟧，全县森林覆盖率达到60%。')],
    misses: [planned('到2026年底，全县森林覆盖率达到60%。'), planned('到2025年，全县已建成12个。')],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'year-mismatch', rows: phrases }]
