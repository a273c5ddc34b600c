/** Growth that does not follow from last year’s figure. */
import { type Figure, type Pairing, quantities, within } from '../../../src/kit.ts'
import { isReview, naming } from './figures.ts'

/** Between a figure and how much it grew by. */
const grown =
  /^[\p{Script=Han}]{0,4}[，,（]?(?:，)?(?:同比|比上年|较上年|比去年|较去年)(?:实际)?(增长|增加|上升|提高|下降|减少|降低)(?:了)?$/u

/** Told at constant prices, or for part of a year: last year’s figure is not the one it is reckoned from. */
const otherwiseReckoned = /生产总值|增加值|总产值|GDP|可比|不变价|按同口径|月(?:份|底|末)|季度|上半年|累计/

interface Growth {
  readonly at: Figure
  readonly old: Figure
  readonly before: string
  readonly now: string
  readonly direction: string
  readonly computed: string
  readonly stated: string
}

/** Growth told of a figure that last year’s text has too, where both figures make another one. */
export function growthsIn(text: string, { rows, old }: Pairing, here: readonly Figure[]): Growth[] {
  const before = old.use(quantities)
  return rows.flatMap((row): Growth[] => {
    const { unit, mate } = row
    if (!mate || !isReview(row) || otherwiseReckoned.test(unit.words) || otherwiseReckoned.test(mate.words)) return []
    const [ours, theirs] = [within(here, unit), within(before, mate)]
    return ours.flatMap((rate, index): Growth[] => {
      const whole = ours[index - 1]
      const verb = whole && rate.kind === 'percent' ? grown.exec(text.slice(whole.end, rate.start))?.[1] : undefined
      if (
        !whole ||
        verb === undefined ||
        whole.kind !== 'amount' ||
        whole.isApproximate ||
        rate.isApproximate ||
        whole.value <= 0
      )
        return []
      const name = text.slice(Math.max(unit.start, whole.start - naming), whole.start)
      const was = theirs.find(
        (one) =>
          one.unit === whole.unit &&
          one.kind === 'amount' &&
          !one.isApproximate &&
          old.text.slice(Math.max(0, one.start - naming), one.start) === name,
      )
      if (!was || was.value <= 0 || name.length < naming || was.value === whole.value) return []
      const computed = ((whole.value - was.value) / was.value) * 100
      const isFall = /下降|减少|降低/.test(verb)
      const slack = Math.max(1, rate.value * 0.1) + ((whole.half + was.half) / was.value) * 100
      if (Math.abs(computed - (isFall ? -rate.value : rate.value)) <= slack) return []
      return [
        {
          at: rate,
          old: was,
          before: old.text.slice(was.start, was.end),
          now: text.slice(whole.start, whole.end),
          direction: computed < 0 ? '下降' : '增长',
          computed: Math.abs(computed).toFixed(1),
          stated: String(rate.value),
        },
      ]
    })
  })
}
