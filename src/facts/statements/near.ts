/** What a slip of the hand makes of a figure: two digits swapped, one changed, lost or doubled, 万 for 亿. */
import type { Figure } from '../quantities/lexer.ts'
import { isSlipOf } from './slips.ts'

/** `longer` is `shorter` with one more digit. */
function hasOneMore(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false
  let at = 0
  while (at < shorter.length && longer[at] === shorter[at]) at++
  return longer.slice(at + 1) === shorter.slice(at)
}

const unitSlips = [1e4, 1e-4, 1e3, 1e-3, 10, 0.1]
const isMeasured = ({ decimals, scale }: Figure): boolean => decimals > 0 || scale > 1

/** Whether `figure` may have been written for `due` (in whole units) by one slip. */
export function isSlipFor(text: string, figure: Figure, due: number): boolean {
  if (due <= 0 || due === figure.value) return false
  const said = text.slice(figure.start, figure.numberEnd).replace(/[,，]/g, '')
  const right = (due / figure.scale).toFixed(figure.decimals)
  const isWritten = Math.abs(Number(right) * figure.scale - due) <= Math.min(figure.half, due / 50) + 1e-6 * due
  // Of one digit every other is a slip.
  if (
    isWritten &&
    ((said.length > 1 && isSlipOf(said, right) !== undefined) || hasOneMore(said, right) || hasOneMore(right, said))
  )
    return true
  const times = due / figure.value
  return (
    (isMeasured(figure) || figure.value > 99) &&
    unitSlips.some((factor) => Math.abs(times / factor - 1) < (2 * figure.half) / figure.value + 1e-9)
  )
}

/** Whether one slip, in one of the parts or in the whole, would make them the whole. */
export function isSumOneSlipOff(text: string, parts: readonly Figure[], whole: Figure): boolean {
  let sum = 0
  for (const { value } of parts) sum += value
  if (isSlipFor(text, whole, sum) || (parts.length > 2 && Math.abs(sum - whole.value) === 1)) return true
  return parts.some((part) => isSlipFor(text, part, whole.value - (sum - part.value)))
}
