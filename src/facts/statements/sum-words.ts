/** Words that parts, totals and what is left are read by. */
import type { Figure } from '../quantities/lexer.ts'
import type { Certainty, Statement } from './statement.ts'

/** What joins the parts of a list. */
export const separator = /^(?:[、，；和及与,;]|以及)+/
/** A label that names no part of the whole: another thing, the most of something, what each gets. */
export const foreign =
  /另有|另外|还有|最高|时速|平均|每|合计|争取|推进|新增(?!长)|总计|共计|同比|增长|增加(?!值)|减少|下降|比上年|较(?![差好为大小低高弱强])|占(?!道|线|比较)|(?<!汇|利)率|累计|最多|最大|总额|总量|总数|上年|去年|年初|不含|超过|提前/
/** A whole that is a bound, a change, or a plan: its parts need not make it. */
export const loose =
  /突破|不少于|以上|超|增加(?!值)|新增|增长|减少|下降|比上年|目标|力争|(?<!公共|基金|经营)预算|计划|压减|多|净增|平均|每|人均|户均|累计|历年|五年|来|以来/
/** Of such a whole the parts may make no more either: what holds for the sum of all years holds for no part of them. */
export const looseAbove = /突破|不少于|以上|超|增加(?!值)|新增|增长|减少|下降|比上年|目标|力争|压减|净增|平均|每|人均|户均/

/** The words of a gap since its last mark. */
export function sinceMark(gap: string): string {
  for (let at = gap.length - 1; at >= 0; at--) if ('，。；：、'.includes(gap[at] as string)) return gap.slice(at + 1)
  return gap
}

/** What came in: all that is done afterwards is a part of it. */
export const found =
  /(?:收集|征求|征集|排查|摸排|查摆|受理|收到|提出|反馈|报送|发现|检查出|查找|梳理|交办|接收|接到|移交|转办|提出|认定|建立台账|查出|抽查|抽检|申报|登记|接诉|立案|承办|调处|摸底|检视|交办|上报(?:问题|线索|诉求|隐患|事件))[^，；。：、]{0,14}$/

export const statement = (
  kind: Statement['kind'],
  span: { start: number; end: number },
  operands: readonly Figure[],
  stated: Figure,
  relation: string,
  computed: number,
  agrees: boolean,
  certainty: Certainty = 'sure',
): Statement => ({ kind, operands, stated, relation, computed, agrees, certainty, start: span.start, end: span.end })
