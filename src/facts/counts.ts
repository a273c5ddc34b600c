/** Counts that the text declares of what follows: 重点抓好以下六个方面：, 狠抓“六个坚持”. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { Kind, kindAt } from '../text/characters.ts'
import { numberOf } from '../text/numerals.ts'
import type { Marker } from '../tree.ts'
import { series } from './series.ts'
import { structure } from './structure.ts'

/** A number of things announced at the end of a paragraph, or before an enumeration in it, and what is then enumerated. */
export interface DeclaredCount extends Span {
  readonly value: number
  /** 个方面, 项, 件事 … */
  readonly unit: string
  /** The ordinals of what it announces: consecutive items or headings right behind it. */
  readonly announced: readonly Marker[]
}

const numeral = '[0-9]{1,2}|[一二三四五六七八九十两]{1,3}'
const declaration = new RegExp(
  `(${numeral})(个方面|方面|项重点(?:工作|任务)|项(?:工作|任务|措施|举措|要求|内容|行动|工程)|点(?:意见|要求|建议|希望)|个(?:问题|重点|环节|关键|着力点|突破|坚持)|件(?:大事|实事|事)|项|条(?:意见|措施|建议))`,
  'g',
)
/** Words that look forward: the count is of what comes, not of what everybody knows. */
const forward = /以下|如下|突出|抓好|做好|着力|重点|主要|把握|落实|推进|实施|开展|强调|讲|提|谈|围绕|从|干好|办好|抓/

/** A declaration must stand in the sentence's tail: after it come a few words at most (工作, 下功夫) and the mark. */
const longestTail = 12

export const declaredCounts = fact('declaredCounts', ({ text }, use): readonly DeclaredCount[] => {
  const { sentences } = use(structure)
  const beginnings = use(series)
    .filter(({ markers }) => markers.length > 1 && markers[0]?.ordinal === 1)
    .map(({ markers }) => markers)
    .sort((a, b) => startOf(a) - startOf(b))
  const found: DeclaredCount[] = []
  let next = 0
  sentences.forEach((sentence, index) => {
    while (next < beginnings.length && startOf(beginnings[next]) < sentence.end) next++
    const announced = beginnings[next]
    const following = sentences[index + 1]
    // Nothing may stand between the announcement and its first ordinal.
    if (!announced || (following && following.start < startOf(announced))) return
    const said = declarationIn(text, sentence.start, sentence.end)
    if (said) found.push({ ...said, announced })
  })
  return found
})

const startOf = (markers: readonly Marker[] | undefined): number => markers?.[0]?.start ?? 0

/** 主要体现在“四个明显”：with the list right behind it. What the list counts need not hold the word. */
const quotedDeclaration = new RegExp(`“(${numeral})(个[\\u4e00-\\u9fff]{2,4})”[：:]$`)

function quotedDeclarationIn(tail: string, from: number): Omit<DeclaredCount, 'announced'> | undefined {
  const match = quotedDeclaration.exec(tail)
  const value = match ? numberOf(match[1] as string) : undefined
  if (!match || value === undefined || value < 2) return undefined
  const start = from + match.index + 1
  return { value, unit: match[2] as string, start, end: start + (match[1] as string).length + (match[2] as string).length }
}

/** The last declaration of a sentence whose tail is short and which ends with 。 or ：. */
function declarationIn(text: string, start: number, end: number): Omit<DeclaredCount, 'announced'> | undefined {
  const last = kindAt(text, end - 1)
  if (last !== Kind.colon && last !== Kind.terminal && text[end - 1] !== ':') return undefined
  const from = Math.max(start, end - 60)
  const tail = text.slice(from, end)
  let said: Omit<DeclaredCount, 'announced'> | undefined
  for (const match of tail.matchAll(declaration)) {
    const value = numberOf(match[1] as string)
    const after = tail.length - match.index - match[0].length
    if (value === undefined || value < 2 || after > longestTail + 1) continue
    const before = tail.slice(0, match.index)
    const clause = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf('。'), before.lastIndexOf('；')) + 1)
    if (!forward.test(clause) || /[第“《]$/.test(before)) continue
    const at = from + match.index
    said = { value, unit: match[2] as string, start: at, end: at + match[0].length }
  }
  return said ?? quotedDeclarationIn(tail, from)
}
