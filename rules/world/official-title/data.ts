/** Titles of party regulations that are often cut. Full titles as published. */

/** What is written, and the full title. A report may shorten a title after it has given it in full. */
export const shortTitles: ReadonlyMap<string, string> = new Map([
  ['农村基层组织工作条例', '中国共产党农村基层组织工作条例'],
  ['党支部工作条例', '中国共产党支部工作条例（试行）'],
  ['支部工作条例', '中国共产党支部工作条例（试行）'],
  ['关于加强党的政治建设的意见', '中共中央关于加强党的政治建设的意见'],
  ['廉洁自律准则', '中国共产党廉洁自律准则'],
  ['纪律处分条例', '中国共产党纪律处分条例'],
  ['巡视工作条例', '中国共产党巡视工作条例'],
  ['问责条例', '中国共产党问责条例'],
  ['党内监督条例', '中国共产党党内监督条例'],
])

/** Kinds of document: alone in 《》 they are the tail of a title. */
export const kinds: ReadonlySet<string> = new Set([
  '实施意见',
  '指导意见',
  '意见',
  '实施方案',
  '工作方案',
  '行动方案',
  '方案',
  '实施办法',
  '管理办法',
  '办法',
  '实施细则',
  '细则',
  '通知',
  '规定',
  '条例',
  '规划',
  '若干措施',
  '三年行动计划',
])

/** Nouns that end the first half of such a title; a name of an office or a verb does not. */
export const firstHalves = /(?:工作|建设|改革|发展|管理|治理|保护|振兴|监督|培训|考核|评价|保障|服务|整治)$/

/** Behind the last of these the title begins. */
export const verbs: readonly string[] = [
  '落实',
  '贯彻',
  '执行',
  '出台',
  '制定',
  '制订',
  '印发',
  '实施',
  '按照',
  '根据',
  '修订',
  '依据',
  '下发',
  '学习',
  '完善',
]
