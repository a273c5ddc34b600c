/** Steps of one undertaking, each with its term: 2023年8月竣工，确保2022年秋季学期投入使用. */
import type { Span, Stretch, Time } from '../../../src/kit.ts'

export interface StepFault {
  readonly at: Span
  readonly before: Span
}

/** What is done first, second … to a building: the rank of a clause is that of the first of these in it. */
const steps: readonly RegExp[] = [
  /立项|可研|招标|征地|拆迁|用地报批/,
  /开工|动工|启动建设|进场施工/,
  /封顶|主体完工|主体工程/,
  /竣工|完工|建成|完成建设|完成验收/,
  /投用|投入使用|投产|投入运营|通车|启用|交付使用|开业|招生|开诊|入驻/,
]
/** The term stands at the head of its clause: the subject is that of the clause before. */
const atHead = /^(?:并)?(?:力争|争取|确保|计划|预计|拟|将|于|在|到){0,2}$/
const seasons: Readonly<Record<string, number>> = { 春: 3, 秋: 9 }

interface Step extends Span {
  readonly rank: number
  readonly month: number
}

export function stepFaults(text: string, times: readonly Time[], stretches: readonly Stretch[]): StepFault[] {
  const found: StepFault[] = []
  let next = 0
  for (const stretch of stretches) {
    while (next < times.length && (times[next] as Time).start < stretch.start) next++
    let last: Step | undefined
    for (; next < times.length && (times[next] as Time).end <= stretch.end; next++) {
      const time = times[next] as Time
      if (time.kind !== 'year') continue
      const month = monthBehind(text, time.end)
      const from = clauseStart(text, time.start, stretch.start)
      const behind = text.slice(time.end, Math.min(stretch.end, time.end + reach))
      const clause = behind.slice(0, stop(behind))
      const rank = steps.findIndex((step) => step.test(clause))
      if (month === undefined || rank < 0) {
        last = undefined
        continue
      }
      const step = { start: time.start, end: time.end, rank, month: time.value * 12 + month }
      const isSame = last !== undefined && !/[。；！？\n]/.test(text.slice(last.end, time.start))
      if (last && isSame && atHead.test(text.slice(from, time.start)) && last.rank < rank && last.month > step.month)
        found.push({ at: step, before: last })
      last = step
    }
  }
  return found
}

/** So much of a clause is read. Characters. */
const reach = 40

const stop = (words: string): number => {
  const at = words.search(/[，。；！？]/)
  return at < 0 ? words.length : at
}

function clauseStart(text: string, at: number, from: number): number {
  let start = at
  while (start > from && at - start < reach && !'，。；！？：、'.includes(text[start - 1] as string)) start--
  return start
}

/** The month that is said behind a year: 8月, 秋季, 年底, 上半年. */
function monthBehind(text: string, at: number): number | undefined {
  const words = text.slice(at, at + 5)
  const month = /^年?([0-9]{1,2})月/.exec(words)?.[1]
  if (month) return Number(month)
  const season = /^([春秋])季/.exec(words)?.[1]
  if (season) return seasons[season]
  if (/^年?[底末]/.test(words)) return 12
  return /^上半年/.test(words) ? 6 : undefined
}
