/** Figures as a finding tells them: in the form of those that stand in the text. */
import type { Figure } from '../quantities/lexer.ts'

/** At most so many decimals are told of what was computed. */
const most = 2

const trimmedNumber = (value: number, decimals: number): string => {
  const factor = 10 ** decimals
  const rounded = Math.round(Math.abs(value) * factor) / factor
  return Number.isInteger(rounded) && decimals === 0 ? String(rounded) : rounded.toFixed(decimals)
}

/** `value` with the multiplier, the unit and the decimals of `figure`: 345000 in the form of 34.5亿元 is 34.5万元. */
export function inFormOf(text: string, figure: Figure, value: number): string {
  const written = text.slice(figure.numberEnd, figure.end).trim()
  const { scale, decimals } = figure
  if (scale >= 1e4 && Math.abs(value) < scale / 10 && Math.abs(value) >= 1e4 && scale > 1e4) {
    // A unit too large by the multiplier: tell it in 万.
    const unit = written.replace(/^[多余]?[百千万亿]+[多余]?/, '')
    const inTenThousands = value / 1e4
    return `${trimmedNumber(inTenThousands, placesOf(inTenThousands, most))}万${unit}`
  }
  const scaled = value / scale
  return `${trimmedNumber(scaled, Math.max(decimals, scale > 1 ? Math.min(most, placesOf(scaled, most)) : placesOf(scaled, decimals)))}${written}`
}

/** Decimals that a number needs, up to `limit`. */
function placesOf(value: number, limit: number): number {
  for (let places = 0; places < limit; places++) {
    const factor = 10 ** places
    if (Math.abs(Math.round(value * factor) / factor - value) < 1e-9) return places
  }
  return limit
}

/** Per cent with the decimals of the figure that was told, but one at least: 9.0%. */
export const percentLike = ({ decimals }: Figure, value: number): string =>
  `${trimmedNumber(value, Math.max(1, Math.min(decimals, most)))}%`
