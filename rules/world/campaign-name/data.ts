/** The campaigns of education within the party, by kind. The word for the kind is part of the name and not to be exchanged. */
export interface Campaign {
  readonly names: readonly string[]
  readonly kind: Kind
  /** First and last year in which it ran, or was summed up. */
  readonly from: number
  readonly to: number
}

export type Kind = '主题教育' | '专题教育' | '学习教育' | '教育实践活动'

export const campaigns: readonly Campaign[] = [
  { names: ['群众路线教育实践活动'], kind: '教育实践活动', from: 2013, to: 2014 },
  { names: ['“三严三实”专题教育'], kind: '专题教育', from: 2015, to: 2016 },
  { names: ['“两学一做”学习教育'], kind: '学习教育', from: 2016, to: 2019 },
  { names: ['“不忘初心、牢记使命”主题教育', '“不忘初心、牢记使命”的主题教育'], kind: '主题教育', from: 2019, to: 2020 },
  { names: ['党史学习教育'], kind: '学习教育', from: 2021, to: 2022 },
  {
    names: ['学习贯彻习近平新时代中国特色社会主义思想主题教育', '习近平新时代中国特色社会主义思想主题教育'],
    kind: '主题教育',
    from: 2023,
    to: 2024,
  },
  { names: ['党纪学习教育'], kind: '学习教育', from: 2024, to: 2024 },
  {
    names: ['中央八项规定精神学习教育', '贯彻中央八项规定精神学习教育'],
    kind: '学习教育',
    from: 2025,
    to: 2025,
  },
  { names: ['正确政绩观学习教育'], kind: '学习教育', from: 2026, to: 2026 },
]

/** A name with the word of another kind: `wrong right`. */
export const misnamed = [
  ['“两学一做”主题教育', '“两学一做”学习教育'],
  ['“两学一做”专题教育', '“两学一做”学习教育'],
  ['“三严三实”主题教育', '“三严三实”专题教育'],
  ['“三严三实”学习教育', '“三严三实”专题教育'],
  ['“不忘初心、牢记使命”专题教育', '“不忘初心、牢记使命”主题教育'],
  ['“不忘初心、牢记使命”学习教育', '“不忘初心、牢记使命”主题教育'],
  ['党史主题教育', '党史学习教育'],
  ['党史专题教育', '党史学习教育'],
  ['党纪主题教育', '党纪学习教育'],
  ['党纪专题教育', '党纪学习教育'],
  ['中央八项规定精神主题教育', '中央八项规定精神学习教育'],
  ['群众路线主题教育', '群众路线教育实践活动'],
  ['群众路线学习教育', '群众路线教育实践活动'],
] as const

/** Words that stand for a campaign without its name. 学习教育 and 教育实践活动 are common words and say nothing. */
export const bareKinds: readonly Kind[] = ['主题教育', '专题教育']

/** A verb before the bare word: it is the whole name there, not the end of a longer one (廉政主题教育). */
export const verbsBefore: readonly string[] = [
  '结合',
  '检验',
  '开展',
  '推进',
  '推动',
  '深化',
  '巩固',
  '抓好',
  '通过',
  '围绕',
  '按照',
  '转化',
  '拓展',
  '运用',
  '搞好',
  '参加',
  '组织',
  '落实',
]

/** What belongs to the bare word behind it. Longest first. */
export const tails: readonly string[] = [
  '常态化长效化',
  '常态化制度化',
  '成果转化',
  '成效',
  '成果',
  '要求',
  '部署',
  '期间',
  '实效',
]
