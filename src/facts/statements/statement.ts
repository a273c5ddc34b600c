/** What a text says of figures that arithmetic can check, and the figures' sentences: types. */
import type { Span } from '../../source.ts'
import type { Figure } from '../quantities/lexer.ts'

/** All kinds of statements. */
export const statementKinds = [
  'growth',
  'gain',
  'difference',
  'points',
  'percent',
  'rank',
  'share',
  'rate',
  'average',
  'parts',
  'total',
  'rest',
  'balance',
  'product',
  'part',
  'done',
  'households',
  'merged',
  'superlative',
  'level',
  'list',
  'span',
  'table',
] as const

/**
 * What is said.
 * - `growth`: 由8亿元增加到9亿元，增长12.5%; operands before, after
 * - `gain`: 9亿元，比上年增加1亿元，增长12.5%; operands after, difference
 * - `difference`: …，增加1亿元; operands before, after
 * - `points`: 由94%上升到96%，上升2%; two percentages differ by points; operands before, after, or the later alone
 * - `percent`: 18.4亿元，比上年的17.0亿元增长8.0个百分点: an amount grows in per cent; operands the amount
 * - `rank`: 第9位上升到第6位，前移3位; operands before, after
 * - `share`: 48万人次，占22%; operands part, whole
 * - `rate`: 受理64件，办结60件，办结率93.8%; operands part, whole
 * - `average`: 4800万元，60个，平均每个80万元; operands total, count
 * - `parts`: 36个，其中14个、22个; operands the parts, stated the whole
 * - `total`: 14个、22个，共36个; operands the parts, stated the total
 * - `rest`: 186处，整改179处，其余7处; operands whole, others
 * - `balance`: 应到、请假、实到, 年初、新增、退出、年末, 收入、支出、结余; operands in this order
 * - `product`: 72名，每人2000元，共14.4万元; operands count, each
 * - `part`: 96条，其中28条; operands whole, stated the part: it cannot be more
 * - `done`: 排查264处，整改260处; operands found, stated done: it cannot be more
 * - `households`: 421户1246人: no more households than persons; operands households, stated the persons
 * - `merged`: 6家重组为3家: what is merged becomes no more; operands before
 * - `superlative`: 甲型82个、乙型63个、丙型15个，乙型最多; operands the figure that is the most, stated the one that is said to be
 * - `level`: 92.6分，高于全市平均分90.4分; operands the level, and what it is compared with where that stands elsewhere
 * - `list`: 城关、河西、石桥三个乡镇; the count is stated
 * - `span`: 五年（2021—2025年）
 * - `table`: a total in a table, operands the cells
 */
export type StatementKind = (typeof statementKinds)[number]

/** How far a statement that does not agree can be trusted to be wrong; a doubt is right hardly more often than not. */
export type Certainty = 'sure' | 'likely' | 'unsure' | 'doubt'

const levels = {
  sure: {},
  likely: { severity: 'warning' },
  unsure: { severity: 'info' },
  doubt: { severity: 'info', doubtful: true },
} as const

/** How a rule tells a statement that does not agree: what is not sure is told milder. */
export const levelOf = (certainty: Certainty): (typeof levels)[Certainty] => levels[certainty]

/** One thing said of figures. `start` and `end` are where it stands: the figure that is checked and the words it hangs on. */
export interface Statement extends Span {
  readonly kind: StatementKind
  /** The figures it is computed from, in the order that `kind` says. */
  readonly operands: readonly Figure[]
  /** The figure that is checked. */
  readonly stated: Figure
  /** The word that relates them: 增长, 占, 其中, 其余. */
  readonly relation: string
  /** What arithmetic gives, in the scale of the text: per cent for per cents, else whole units. Negative for what falls. */
  readonly computed: number
  readonly agrees: boolean
  readonly certainty: Certainty
  /** Nothing but the arithmetic says that these belong together, and one slip of the hand would make it right. */
  readonly isSlip?: boolean
}
