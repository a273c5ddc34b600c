/** Lines of Chinese text: there are no blanks to break at, but some marks must not begin a line. */
import { displayWidth } from '../text/width.ts'

/** Marks that hang to what stands before them (GB/T 15834—2011 5.1). */
const noBeginning = new Set('，。、；：？！”’）》〉】〕」』…—,.;:?!)]')

/** Marks that hang to what stands behind them. */
const noEnding = new Set('“‘（《〈【〔「『([')

/** A stretch without blanks is broken anywhere in Chinese, and nowhere in a run of Latin letters and digits. */
const word = /[\w./:-]+|\s+|./gsu

/** `text` in lines of at most `columns`, which a word or a mark that cannot begin a line may exceed. */
export function wrap(text: string, columns: number): string[] {
  if (displayWidth(text) <= columns) return [text]
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const [piece] of text.matchAll(word)) {
    const width = displayWidth(piece)
    if (used + width > columns && used > 0 && !noBeginning.has(piece)) {
      const last = line.at(-1) ?? ''
      const hanging = line.length > 1 && noEnding.has(last) ? last : ''
      lines.push(line.slice(0, line.length - hanging.length).trimEnd())
      line = hanging
      used = displayWidth(hanging)
    }
    if (line === '' && lines.length > 0 && piece.trim() === '') continue
    line += piece
    used += width
  }
  return [...lines, line]
}
