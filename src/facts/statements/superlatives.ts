/** 物业出租型最多: said of one of the figures that were listed right before. */
import type { Figure } from '../quantities/lexer.ts'
import type { Line } from './lines.ts'
import type { Statement } from './statement.ts'
import { sinceMark } from './sum-words.ts'

interface Listed {
  readonly label: string
  readonly figure: Figure
}

const said =
  /(?:^|[，。；、：])(?:其中|以)?[，：]?([\u4e00-\u9fff“”]{2,12}?)(?:的)?(?:数量|人数|占比|比重|数)?最(多|少|高|低|大|小)(?=[，。；、（]|$)/
const fewest = 3

/** The row of like figures that ends a line or stands before figure `until`: 资源开发型82个、物业出租型63个、…. */
function rowBefore({ figures, gaps }: Line, until: number): Listed[] {
  const row: Listed[] = []
  const last = figures[until - 1]
  if (!last) return row
  for (let at = until - 1; at >= 0 && row.length < 24; at--) {
    const figure = figures[at] as Figure
    const gap = gaps[at] as string
    if (figure.unit !== last.unit || figure.kind !== last.kind || figure.isApproximate) break
    const label = sinceMark(gap)
    if (label.length < 2 || label.length > 16) break
    row.unshift({ label: label.replace(/^(?:其中|和|及|以及)/, '').replace(/(?:有|为|达|达到|共)$/, ''), figure })
    if (!/^[、；，]/.test(gap)) break
  }
  return row
}

/** How far behind a row it is spoken of. */
const farthest = 60

/** What is said of the rows of `line`, up to the next figure or a little beyond the sentence; `limit` ends the paragraph. */
export function superlativesIn(text: string, line: Line, limit: number, into: Statement[]): void {
  const { figures } = line
  for (let index = fewest; index <= figures.length; index++) {
    const from = (figures[index - 1] as Figure).end
    const to = figures[index]?.start ?? Math.min(limit, from + farthest)
    const words = text.slice(from, Math.min(to, from + farthest))
    if (!words.includes('最')) continue
    const match = said.exec(words)
    const row = match ? rowBefore(line, index) : []
    if (!match || row.length < fewest) continue
    const name = match[1] as string
    const meant = row.filter(
      ({ label }) => label === name || (label.length > 2 && (label.startsWith(name) || name.startsWith(label))),
    )
    const [one] = meant
    if (!one || meant.length > 1) continue
    const isMost = /[多高大]/.test(match[2] as string)
    const values = row.map(({ figure }) => figure.value)
    const due = isMost ? Math.max(...values) : Math.min(...values)
    const right = row.find(({ figure }) => figure.value === due) as Listed
    const start = from + words.indexOf(name, match.index)
    into.push({
      kind: 'superlative',
      operands: [right.figure],
      stated: one.figure,
      relation: `${right.label}最${match[2]}`,
      computed: due,
      agrees: one.figure.value === due,
      certainty: 'likely',
      start,
      end: from + words.indexOf('最', start - from) + 2,
    })
  }
}
