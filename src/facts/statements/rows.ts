/** Statements as rows that a machine can read: what of, how much, of which time, how it changed, whether that agrees. */
import { fact } from '../../fact.ts'
import type { Span } from '../../source.ts'
import type { Figure } from '../quantities/index.ts'
import { structure } from '../structure.ts'
import { type Time, times } from '../times/index.ts'
import { type Statement, type StatementKind, statements } from './index.ts'

/** A figure of a row: its words, its value with the multiplier counted in, its unit in the normal form. */
export interface RowFigure extends Span {
  readonly text: string
  readonly value: number
  readonly unit: string
}

/** One statement as `hegao parse --statements` prints it; positions are added there. */
export interface StatementRow extends Span {
  readonly kind: StatementKind
  /** The words before the figure that the statement is about; '' where it has none. */
  readonly subject: string
  /** That figure: the later one of a growth, the whole of its parts. */
  readonly value: number
  readonly unit: string
  /** The year or day told last before it in its sentence, as written. */
  readonly time: string | null
  /** The word of the change or relation, 增长, 占, 其中; null where there is none. */
  readonly change: string | null
  readonly stated: RowFigure
  readonly operands: readonly RowFigure[]
  /** What arithmetic gives. */
  readonly computed: number
  readonly agrees: boolean
}

/** Which operand a statement is about; the others are about what they state. */
const aboutOperand: { readonly [Kind in StatementKind]?: number } = {
  growth: 1,
  gain: 0,
  difference: 1,
  rank: 1,
  points: 0,
  share: 0,
  rate: 0,
  part: 0,
  done: 0,
}

/** Kinds that tell of one thing at two times. */
const changed: ReadonlySet<StatementKind> = new Set<StatementKind>(['growth', 'gain', 'difference', 'rank', 'points'])

const isPast = (time: Time): boolean => time.kind === 'relative' && time.value !== 0

const longestSubject = 24
const verbs =
  /(?:已达到|达到了|达到|达|为|是|完成|实现|约|共|有|由|从|到|至|的|增加到|提高到|下降到|降至|增至|升至|分别|(?:由|从|比|较)?(?:上年|去年|年初|上月)(?:同期|末|底|度)?的?)$/

export const statementRows = fact('statementRows', ({ text }, use): readonly StatementRow[] => {
  const all = use(times)
  const { stretches } = use(structure)
  let next = 0
  let stretch = 0
  const figureOf = ({ start, end, value, unit }: Figure): RowFigure => ({ start, end, text: text.slice(start, end), value, unit })
  return use(statements).map((statement) => {
    const about = figureOfStatement(statement)
    while (stretch < stretches.length && (stretches[stretch]?.end ?? 0) <= statement.start) stretch++
    // 收入由上年的8.42亿元增加到9.18亿元: what it is of stands before the first of both.
    const first = changed.has(statement.kind)
      ? statement.operands.reduce((one, other) => Math.min(one, other.start), about.start)
      : about.start
    const from = Math.max(stretches[stretch]?.start ?? 0, first - 120)
    const lead = text.slice(from, first)
    const sentence = Math.max(lead.lastIndexOf('。'), lead.lastIndexOf('！'), lead.lastIndexOf('\n')) + 1
    while (next > 0 && (all[next - 1]?.start ?? 0) >= about.start) next--
    while (next < all.length && (all[next]?.start ?? 0) < about.start) next++
    let last = next - 1
    // 上年 is said of the figure before.
    while (last >= 0 && last > next - 6 && isPast(all[last] as Time)) last--
    const time = all[last]
    const isNear = time !== undefined && time.start >= from + sentence && time.end <= about.start
    const { kind, start, end, stated, operands, relation, computed, agrees } = statement
    return {
      kind,
      start,
      end,
      subject: subjectOf(lead.slice(sentence)),
      value: about.value,
      unit: about.unit,
      time: isNear ? text.slice(time.start, time.end) : null,
      change: relation === '' ? null : relation,
      stated: figureOf(stated),
      operands: operands.map(figureOf),
      computed,
      agrees,
    }
  })
})

const figureOfStatement = ({ kind, operands, stated }: Statement): Figure => {
  const index = aboutOperand[kind]
  return (index === undefined ? undefined : (operands[index] ?? operands[0])) ?? stated
}

/** The words right before a figure, without the verb that says how it stands. */
function subjectOf(lead: string): string {
  let words = /[^，。；：、（）()！？0-9\n]{0,24}$/.exec(lead.slice(-longestSubject))?.[0] ?? ''
  for (let shorter = words.replace(verbs, ''); shorter !== words; shorter = words.replace(verbs, '')) words = shorter
  return words.replace(/^(?:全年|其中|截至|今年|去年|同时)/, '')
}
