/** What a report says of an indicator of the figure sheet: 地区生产总值286.4亿元. */
import { type Figure, type HouseFigure, phraseFinder, type Span } from '../../../src/kit.ts'

export interface ToldFigure extends Span {
  readonly row: HouseFigure
  readonly figure: Figure
  /** The clause from its beginning to the figure. */
  readonly clause: string
  /** Where the indicator stands. */
  readonly at: Span
}

/** So far behind its name the figure of an indicator may stand. Characters. */
const reach = 16
/** What may stand between: 达到、实现、完成, 累计, nothing else. */
const between =
  /^(?:[（(][^（）()]{1,8}[）)])?(?:预计|累计|全年|共|总额|总量|总计)?(?:达到?|实现|完成|为|是|突破|超过|升至|降至|增至|增加到|增长到|提高到|下降到|保持在|稳定在|增长|下降)?(?:了)?$/

/** What may stand right before: a mark, a year, the house as a whole. What else has investments is no indicator. */
const before = /(?:^|[，。；：、（(\n\s\u3000年]|全[省市县区镇乡年行院校]|我[省市县区镇乡行院校]|实现|完成)$/

/** Each figure that stands right behind an indicator of the sheet. Rows of one indicator and other years come together. */
export function toldFigures(text: string, rows: readonly HouseFigure[], figures: readonly Figure[]): ToldFigure[] {
  const words = [...new Set(rows.flatMap(({ indicator, aliases }) => [indicator, ...aliases]))].filter(({ length }) => length > 1)
  const byWord = new Map(
    words.map((word) => [word, rows.filter(({ indicator, aliases }) => indicator === word || aliases.includes(word))]),
  )
  const found: ToldFigure[] = []
  let next = 0
  for (const { phrase, start, end } of phraseFinder(words)(text)) {
    while (next < figures.length && (figures[next] as Figure).start < end) next++
    const figure = figures[next]
    if (
      !figure ||
      figure.start - end > reach ||
      !before.test(text.slice(Math.max(0, start - 4), start)) ||
      !between.test(text.slice(end, figure.start))
    )
      continue
    const above = text.slice(Math.max(0, start - 60), start)
    const begun = Math.max(...['。', '；', '\n', '！', '？'].map((mark) => above.lastIndexOf(mark))) + 1
    const clause = text.slice(start - (above.length - begun), figure.start)
    for (const row of byWord.get(words[phrase] as string) ?? []) {
      found.push({ row, figure, clause, at: { start, end }, start: figure.start, end: figure.end })
    }
  }
  return found
}

const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 万亿: 1e12, 千: 1e3 }

/** The value of a row with its 万 or 亿 counted in, and its unit without them. */
export function amountOf({ value, unit }: HouseFigure): { readonly value: number; readonly half: number; readonly unit: string } {
  const scale = /^(万亿|亿|万|千)?/.exec(unit)?.[1] ?? ''
  const factor = scales[scale] ?? 1
  const decimals = value.includes('.') ? value.length - value.indexOf('.') - 1 : 0
  return { value: Number(value) * factor, half: (0.5 * factor) / 10 ** decimals, unit: unit.slice(scale.length) }
}
