/** Which figures are those of one year, and where they stand. */
import { type Figure, isBlank, isHan, type Row, type Span } from '../../../src/kit.ts'

/** A measure that is set, not reached: the same in both texts, whosever they are. */
export const norm =
  /标准|不低于|不少于|不超过|以上|以下|左右|目标|任务|计划|预计|每[年月季周日人户亩次班村个]|人均(?![^，。；0-9]{0,3}收入)|以内/

/** What goes on from year to year and may well be the same: stock, not flow. */
export const standing =
  /[共现]有|辖|户籍|人口|楼栋|网格|占地|面积|耕地|种植|播种|总产|编制|在职|在编|在校|在岗|党员[0-9]+名|职工[0-9]+|教师[0-9]+|床位|距离|海拔|里程|容量|下设|内设|设有|分为|划分|累计|连续|管护|覆盖率|配备|[0-9]个(?:党)?支部|全[县镇乡村市区校院局][0-9]/

/** What is held so and so often by rule. */
export const routine =
  /主题党日|例会|党组会|党委会|办公会|集中学习|中心组|专题学习|党课|“?三会一课|组织生活会|值班|例行|月报|周报|季度|考核[0-9]次|会议[0-9]+次|召开[^，。；]{0,12}会[0-9]+次|热线|主题班会|升旗|家长会|教研/

/** Figures that are names or grades. */
export const grades = new Set('度 年 点 分 秒 小时 天 个月 周 岁 条 批'.split(' '))

/** A rounded percentage of everything is no result of the year. */
const isWhole = ({ kind, value }: Figure): boolean => kind === 'percent' && (value === 100 || value === 0)

/** Digits that say something: 2150 has three. */
export const significant = (words: string): number => words.replace(/[^0-9]/g, '').replace(/0{1,12}$/, '').length

/** A clause with its figures as last year’s text has it. */
export interface Kept {
  readonly clause: Span
  readonly words: string
  readonly old: Span
  readonly figures: readonly Figure[]
  /** Three digits or more, or several figures: hardly chance. */
  readonly isLarge: boolean
}

export const isReview = ({ unit, mate }: Row): boolean =>
  unit.isBody && !unit.isOfYears && !unit.isHeading && unit.outlook !== 'plan' && mate !== undefined && mate.outlook !== 'plan'

export interface KeptFigure {
  readonly at: Figure
  readonly words: string
  readonly old: Span
}

export const significantIn = (text: string, { start, numberEnd }: Figure): number => significant(text.slice(start, numberEnd))

/** A count or an amount of the year, exact, in Arabic digits. */
export const isYearly = (text: string, figure: Figure): boolean =>
  !figure.isApproximate &&
  !figure.isHan &&
  figure.kind !== 'ordinal' &&
  figure.kind !== 'bare' &&
  !isWhole(figure) &&
  !(grades.has(figure.unit) && !(figure.unit === '条' && figure.value >= 100)) &&
  startsWell(text, figure.start)

/** Behind words or a mark; behind a letter or a dash it is a part of a name. */
function startsWell(text: string, start: number): boolean {
  const before = isBlank(text, start - 1) ? start - 2 : start - 1
  return before < 0 || isHan(text, before) || /[，。；：、（”,;\n]/.test(text[before] ?? '')
}

/** So many characters before a figure are its name. */
export const naming = 4

/** A comma of half width, but not one of a figure. */
const isComma = (text: string, at: number): boolean => /[,;]/.test(text[at] as string) && !/[0-9]/.test(text[at + 1] ?? '')

const isWithin = (text: string, at: number): boolean => !'，；。、：（）！'.includes(text[at] as string) && !isComma(text, at)

/** Clauses between commas and the like, without the marks. A figure's own comma stands between digits. */
export function clausesIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    // By far most characters are Han, and a look at that is quick.
    if (at < end && (isHan(text, at) || isWithin(text, at))) continue
    if (at > from) found.push({ start: from, end: at })
    from = at + 1
  }
  return found
}
