/** 物业出租型最多: said of one of the figures that were listed right before. */
import type { Figure } from '../quantities/lexer.ts'
import { type FigureSentence, type Line, sentencesByStretch } from './lines.ts'
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

const placed =
  /(?:^|[，。；：])((?:[^\s，。；：、和0-9]{2,10}[、和]){0,4}[^\s，。；：、和0-9]{2,10}?)(?:分别|分列)?(?:位居|位列|居于|排在|排名|居|列)([\u4e00-\u9fff]{0,6}?)(?:前([两二三四五])[位名]?|(首|第一|末)位?)(?=[，。；]|$)/g
/** Among others than those listed. */
const amongOthers = /全|各|同|系统|行业|省|市|县|国|考核/
const numerals = '一二三四五'

/** 选择助餐的395人、助医的338人、…。助餐、助医位居需求前两位: names of a list that is told right before, by their place in it. */
export function placesIn(
  text: string,
  sentences: readonly FigureSentence[],
  stretches: readonly { readonly start: number; readonly end: number }[],
  into: Statement[],
): void {
  const byStretch = sentencesByStretch(sentences)
  stretches.forEach((stretch, index) => {
    const own = byStretch.get(index)
    const words = own ? text.slice(stretch.start, stretch.end) : ''
    if (!own || !/位居|位列|居|排|列/.test(words)) return
    for (const match of words.matchAll(placed)) {
      const [whole, names, among, many, end] = match as unknown as [
        string,
        string,
        string,
        string | undefined,
        string | undefined,
      ]
      const named = names.split(/[、和]/)
      const size = many === undefined ? 1 : many === '两' ? 2 : numerals.indexOf(many) + 1
      if (amongOthers.test(among) || named.length !== size) continue
      const at = stretch.start + match.index
      const list = own.filter(({ start }) => start < at).findLast((sentence) => likeNames(sentence, named) !== undefined)
      const found = list && likeNames(list, named)
      if (!found || found.row.length <= size) continue
      const isLeast = end === '末'
      const sorted = [...found.row].sort((one, other) => (isLeast ? 1 : -1) * (one.figure.value - other.figure.value))
      const bound = (sorted[size - 1] as Listed).figure.value
      const isBeside = ({ figure }: Listed): boolean => (isLeast ? figure.value > bound : figure.value < bound)
      const wrong = found.meant.find(isBeside)
      const right = sorted.slice(0, size).find((one) => !found.meant.includes(one))
      const start = at + whole.indexOf(names)
      const claim = whole.slice(whole.indexOf(names) + names.length)
      into.push({
        kind: 'superlative',
        operands: [(right ?? (sorted[0] as Listed)).figure],
        stated: (wrong ?? (found.meant[0] as Listed)).figure,
        relation: `${sorted
          .slice(0, size)
          .map(({ label }) => label)
          .join('、')}${claim}`,
        computed: bound,
        agrees: wrong === undefined,
        certainty: 'unsure',
        start,
        end: at + whole.length,
      })
    }
  })
}

const aboutLabel = /^(?:其中|选择|反映|认为|选|对|涉及)|(?:的|有|为|达|共|占比|占)$/g

/** The figures of a sentence that a list of names goes with: each name once, all of one unit. */
function likeNames({ lines }: FigureSentence, names: readonly string[]): { row: Listed[]; meant: Listed[] } | undefined {
  const [line] = lines
  if (!line) return undefined
  const items = line.figures.map((figure, at) => ({
    figure,
    label: sinceMark((line.gaps[at] as string).replace(/（[^）]{0,12}）/g, '')).replace(aboutLabel, ''),
  }))
  const of = (name: string): Listed[] => items.filter(({ label, figure }) => label.includes(name) && figure.kind === 'amount')
  const meant = names.flatMap((name) => (of(name).length === 1 ? of(name) : []))
  const [first] = meant
  if (!first || meant.length !== names.length) return undefined
  if (meant.some(({ figure }) => figure.unit !== first.figure.unit || figure.isApproximate)) return undefined
  const row = items.filter(
    ({ figure, label }) =>
      figure.kind === 'amount' && figure.unit === first.figure.unit && !/共|合计|总|受访|问卷/.test(label) && label.length < 14,
  )
  return { row, meant }
}
