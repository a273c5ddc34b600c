/** How far two months lie apart: 方案4月份出台，配套政策直到9月份才印发，滞后5个月. */
import { numberOf, type Span, type Stretch } from '../../../src/kit.ts'

export interface Elapsed {
  readonly said: Span
  readonly from: Span
  readonly to: Span
  /** Months between both. */
  readonly due: number
}

const told =
  /(?:提前|提早|滞后|推迟|延迟|延后|延期|拖延|逾期|超期|晚|早|相隔|间隔|相差|历时|用时|耗时|(?:总|建设|施工|计划)?工期|建设周期)(?:了|达|整整|为|共)?([0-9]{1,2}|[一二两三四五六七八九十]{1,3})个月(?!以|左|多|余)/g
const month = /(?:([0-9]{4})年)?([0-9]{1,2})月(?:份|底|初|末|[上中下]旬|[0-9]{1,2}日)?/g
/** A part of the year that is counted through: 1至9月, 1—9月. */
const running = /(?<!直)[至到—-]$/
const lasting = /历时|用时|耗时|工期|周期/

interface Month {
  readonly span: Span
  readonly value: number
  readonly year: number | undefined
}

const between = (from: Month, to: Month): number =>
  from.year !== undefined && to.year !== undefined
    ? Math.abs((to.year - from.year) * 12 + to.value - from.value)
    : Math.abs(to.value - from.value)

/** What is said in one sentence, where two or three months stand before. */
export function elapsedIn(text: string, stretches: readonly Stretch[]): Elapsed[] {
  const found: Elapsed[] = []
  for (const { start, end } of stretches) {
    const words = text.slice(start, end)
    if (!words.includes('个月')) continue
    for (const match of words.matchAll(told)) {
      const value = numberOf(match[1] as string)
      const begin = Math.max(words.lastIndexOf('。', match.index), words.lastIndexOf('；', match.index)) + 1
      const lead = words.slice(begin, match.index)
      const months = [...lead.matchAll(month)].map((one): Month => {
        const at = start + begin + one.index
        return {
          span: { start: at, end: at + one[0].length },
          value: Number(one[2]),
          year: one[1] === undefined ? undefined : Number(one[1]),
        }
      })
      if (value === undefined || months.length < 2 || months.length > 3) continue
      if (months.some(({ span, value: of }) => of < 1 || of > 12 || running.test(text.slice(span.start - 2, span.start))))
        continue
      const pairs = months.flatMap((from, at) => months.slice(at + 1).map((to) => ({ from, to, due: between(from, to) })))
      const extra = lasting.test(match[0]) ? 1 : 0
      // Without years a term may reach over the turn of the year.
      if (pairs.some(({ due }) => due === value || due + extra === value || 12 - due === value)) continue
      const last = pairs[pairs.length - 1] as { from: Month; to: Month; due: number }
      if (last.due === 0) continue
      const at = start + match.index
      found.push({ said: { start: at, end: at + match[0].length }, from: last.from.span, to: last.to.span, due: last.due })
    }
  }
  return found
}
