/** A count that is told of a list, as a figure. */
import type { Figure } from '../quantities/lexer.ts'

/** A count as a figure: what was written in words or digits before its noun. */
export const counted = (span: { start: number; end: number }, written: string, value: number): Figure => ({
  ...span,
  kind: 'amount',
  numberEnd: span.start + written.length,
  value,
  scale: 1,
  decimals: 0,
  half: 0,
  unit: '个',
  isApproximate: false,
  isHan: !/[0-9]/.test(written),
})
