/**
 * Sets that are called by their number: 两个维护, 三会一课. With another number they are slips of the pen, or another house's coinage:
 * those that nobody coins anew are told outright. Counted in 5.5 million characters of reports and 44 million of the evening news of
 * 2012-07 to 2026-08 as far as they stand in `formulas`; the rest is usage.
 */
import type { Row, Table } from './row.ts'

export interface NumberedSet extends Row {
  /** What stands behind the number. */
  readonly tail: string
  /** Numbers with which it is right; the first is meant. */
  readonly numbers: string
  /** What must stand in the clause before it or behind it, where the words alone are common. */
  readonly near: RegExp | undefined
  /** No house has one of its own with another number. */
  readonly isSure: boolean
}

const numerals = '一二两三四五六七八九十'
/** A number that is none of those. */
const otherThan = (numbers: string): string => [...'四五三六'].find((one) => !numbers.includes(one)) as string

const set = (numbers: string, tail: string, lead: string, isSure: boolean, near?: RegExp): NumberedSet => {
  const right = `${numbers[0]}${tail}`
  const wrong = `${otherThan(numbers)}${tail}`
  return {
    id: right,
    tail,
    numbers,
    near,
    isSure,
    source: '历次决议、通知和报告的通行说法',
    verified: isSure,
    hits: [`${lead}“⟦${wrong}⟧”，抓好各项工作。`],
    misses: [`${lead}“${right}”，抓好各项工作。`, `${lead}，抓好各项工作。`],
  }
}

export const numberedSets: readonly NumberedSet[] = [
  set('两', '个维护', '坚决做到', true),
  set('两', '个确立', '深刻领悟', true),
  set('四', '个自信', '坚定', true),
  set('四', '个意识', '增强', false, /增强|树牢|牢固树立|强化/),
  set('两', '个毫不动摇', '坚持', true),
  set('三', '个区分开来', '落实', true),
  set('两', '个一以贯之', '坚持', true),
  set('两', '个永远在路上', '牢记', true),
  set('两三', '个务必', '牢记', true),
  set('四', '个不摘', '严格落实', true),
  set('三', '会一课', '落实', true),
  set('三', '重一大', '执行', true),
  set('四', '不两直', '采取', true),
  set('三', '公经费', '压减', true),
  set('六', '大纪律', '严守', false, /违反|严守|遵守|对照|执行|政治纪律/),
  set('四', '种形态', '运用监督执纪', true, /监督|执纪|运用/),
  set('四', '个最严', '落实食品药品', true),
  set('五三四', '级书记', '全面推进乡村振兴，坚持', false, /乡村振兴|脱贫|扶贫/),
  set('三', '个离不开', '树立', true),
  set('五四', '个认同', '铸牢民族团结之基，增强', false, /民族|伟大祖国/),
  set('四', '个与共', '树立', true),
  set('三', '全育人', '推进', true),
  set('四', '个引路人', '做好', true),
  set('四', '有好老师', '争做', true),
  set('三', '个规定', '严格执行防止干预司法', false, /干预|过问|司法/),
  set('四', '不放过', '坚持事故处理', false, /事故/),
  set('三四', '同时制度', '落实安全设施', false, /安全|环保|设施/),
  set('四', '个面向', '推进科技创新，坚持', false, /科技|创新/),
  set('三', '权分置', '推进农村土地', true),
  set('三', '支一扶', '实施', true),
  set('两', '免一补', '落实', true),
  set('四', '方责任', '压实疫情防控', false, /疫情|防控/),
  set('一', '岗双责', '履行', true),
  set('四', '个伟大', '统揽', false, /统揽|推进|斗争/),
  set('两', '个一百年奋斗目标', '实现', true),
  set('两', '优一先', '评选', true),
  set('三', '区三线', '划定', true),
  set('双', '随机、一公开', '推行', true),
  set('三', '项制度', '推行行政执法', false, /行政执法/),
]

export const knowledge: readonly Table[] = [{ rule: 'slogan-form', rows: numberedSets }]
/** The numerals that may stand before a tail. */
export const setNumerals: string = `${numerals}双`
