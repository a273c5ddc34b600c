/** Spans of years: 五年（2021—2025年）. Both ways to count are right: 2020—2025年 are five years too. */
import { numberOf } from '../../text/numerals.ts'
import type { Figure } from '../quantities/lexer.ts'
import type { TimeRange } from '../times/index.ts'
import type { Statement } from './statement.ts'

const inFront = /([两三四五六七八九十]|[0-9]{1,2})(?:个)?年(?:来|间)?[（(]即?$/
const behind = /^(?:的|这)?([两三四五六七八九十]|[0-9]{1,2})年(?:间|来|里|中)/

export function spansIn(text: string, ranges: readonly TimeRange[], into: Statement[]): void {
  for (const { from, to, start, end } of ranges) {
    if (from.kind !== 'year' || to.kind !== 'year' || to.value <= from.value) continue
    const lead = text.slice(Math.max(0, start - 10), start)
    const before = /[）)]/.test(text[end] ?? '') ? inFront.exec(lead) : null
    const after = before ? null : behind.exec(text.slice(end, end + 8))
    const written = (before ?? after)?.[1]
    const value = written === undefined ? undefined : numberOf(written)
    if (written === undefined || value === undefined || /[第每]$/.test(lead.slice(0, before?.index ?? 0))) continue
    const at = before ? start - lead.length + before.index : end + text.slice(end, end + 8).indexOf(written)
    const years = to.value - from.value + 1
    into.push({
      kind: 'span',
      start: at,
      end: at + written.length + 1,
      operands: [],
      stated: counted(at, written, value),
      relation: text.slice(start, end),
      computed: years,
      agrees: value === years || value === years - 1,
      certainty: 'sure',
    })
  }
}

const counted = (start: number, written: string, value: number): Figure => ({
  start,
  end: start + written.length + 1,
  numberEnd: start + written.length,
  kind: 'amount',
  value,
  scale: 1,
  decimals: 0,
  half: 0,
  unit: '年',
  isApproximate: false,
  isHan: !/[0-9]/.test(written),
})
