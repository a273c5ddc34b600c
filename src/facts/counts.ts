/** Counts that the text declares of what follows: 重点抓好以下六个方面：, 狠抓“六个坚持”. */
import { fact, type Use } from '../fact.ts'
import type { Span } from '../source.ts'
import { Kind, kindAt } from '../text/characters.ts'
import { numberOf } from '../text/numerals.ts'
import type { Marker } from '../tree.ts'
import { series } from './series.ts'
import { headingMarker, structure } from './structure.ts'

/** A number of things announced at the end of a paragraph, or before an enumeration in it, and what is then enumerated. */
export interface DeclaredCount extends Span {
  readonly value: number
  /** 个方面, 项, 件事 … */
  readonly unit: string
  /** The ordinals of what it announces: consecutive items or headings right behind it. */
  readonly announced: readonly Marker[]
}

const numeral = '[0-9]{1,2}|[一二三四五六七八九十两]{1,3}'
const units =
  '个(?:突出|主要|明显|具体|重要|关键|重大|核心|薄弱|共性)?(?:方面|问题|重点|环节|关键|着力点|突破|坚持|特点|阶段|步骤|维度|层面|部分|要点|关系|导向|聚焦|强化|抓手|亮点|转变|层次|角度|体会|认识|内容|原则|目标|不足|短板|变化|提升|困难|矛盾|差距|任务|领域)' +
  '|方面|项(?:重点)?(?:工作|任务|措施|举措|要求|内容|行动|工程|原则|机制|制度|目标|职责|纪律|建设|整改)?|点(?:意见|要求|建议|希望|体会|认识|想法|看法|启示|经验|感受|打算)' +
  '|件(?:民生实事|大事|实事|好事|事)|条(?:意见|措施|建议|经验|体会|要求|纪律|路径|原则|启示)|种(?:类型|情况|情形|方式|模式|倾向|能力|意识|形式|现象|做法)' +
  '|类(?:问题|情况|情形|现象)|大(?:亮点|特点|工程|行动|任务|举措|体系|工作|重点|问题)'
const declaration = new RegExp(`(${numeral})(${units})`, 'g')
/** Words that look forward: the count is of what comes, not of what everybody knows. */
const forward =
  /以下|如下|突出|抓好|做好|着力|重点|主要|把握|落实|推进|实施|开展|强调|讲|提|谈|围绕|从|干好|办好|抓|办了|分为|归纳|概括|总结|存在|表现|体现|呈现|取得|处理好|汇报|交流|分享|报告|做到|分$|划分/

/** A declaration must stand in the sentence's tail: after it come a few words at most (工作, 下功夫) and the mark. */
const longestTail = 12
/** Behind 以下 a clause may follow that says what for: 从以下四个方面着力，补齐短板。 */
const longestTailBelow = 30
/** So many characters, the colon counted, between a count and the list that needs no word before it. */
const longestBeforeColon = 3

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
  return [...found, ...inParagraphs(text, use), ...inHeadings(text, use)].sort((one, other) => one.start - other.start)
})

/** So many paragraphs without ordinals are counted, at most. */
const mostParagraphs = 20
/** The first sentence of such a paragraph says what it is about: 抓党建强保障。 */
const longestHead = 14

/** 主要有四个方面：, and then paragraphs without ordinals: each ends with ； but the last, or each begins with a few words of one kind. */
function inParagraphs(text: string, use: Use): DeclaredCount[] {
  const { paragraphs } = use(structure)
  const found: DeclaredCount[] = []
  paragraphs.forEach(({ paragraph, section }, index) => {
    const { start, end } = paragraph
    if (text[end - 1] !== '：' && text[end - 1] !== ':') return
    const said = declarationIn(text, start + text.slice(start, end).lastIndexOf('。') + 1, end)
    if (!said) return
    const behind: Span[] = []
    for (let at = index + 1; at < paragraphs.length && behind.length <= mostParagraphs; at++) {
      const next = paragraphs[at] as (typeof paragraphs)[number]
      if (next.section !== section || next.runIn || next.paragraph.role !== undefined) break
      behind.push(next.paragraph)
    }
    const count = semicolons(text, behind) || parallels(text, behind)
    if (count < 2 || count > mostParagraphs) return
    const announced = behind
      .slice(0, count)
      .map((span): Marker => ({ ...(plainMarker as Marker), start: span.start, end: span.end }))
    found.push({ ...said, announced })
  })
  return found
}

const plainMarker: Partial<Marker> = { type: 'marker', scheme: 'dash', ordinal: 1 }

/** How many paragraphs make a list whose items end with ； and whose last one ends with 。; 0 for none. */
function semicolons(text: string, paragraphs: readonly Span[]): number {
  let count = 0
  while (count < paragraphs.length && text[(paragraphs[count] as Span).end - 1] === '；') count++
  const last = paragraphs[count]
  return count > 0 && last && text[last.end - 1] === '。' ? count + 1 : 0
}

/** How many paragraphs, and these are all of the section, begin with the same character and a short sentence. */
function parallels(text: string, paragraphs: readonly Span[]): number {
  const [first] = paragraphs
  if (!first) return 0
  const isOne = ({ start }: Span): boolean => {
    const stop = text.slice(start, start + longestHead).indexOf('。')
    return text[start] === text[first.start] && stop > 2
  }
  let count = 0
  while (count < paragraphs.length && isOne(paragraphs[count] as Span)) count++
  return count
}

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
    const before = tail.slice(0, match.index)
    const isBelow = /(?:以下|如下)$/.test(before)
    if (value === undefined || value < 2 || after > (isBelow ? longestTailBelow : longestTail) + 1) continue
    const clause = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf('。'), before.lastIndexOf('；')) + 1)
    // 四件实事：（1）…: with the list right behind the colon nothing else can be meant.
    const isAtColon = last !== Kind.terminal && after <= longestBeforeColon
    if (!(forward.test(clause) || isAtColon) || /[第“《]$/.test(before)) continue
    const at = from + match.index
    said = { value, unit: match[2] as string, start: at, end: at + match[0].length }
  }
  return said ?? quotedDeclarationIn(tail, from)
}

const atEnd = new RegExp(`(${numeral})(${units})[：:。]?$`)

/** 二、重点抓好五项工作: the headings right under it. */
function inHeadings(text: string, use: Use): DeclaredCount[] {
  const found: DeclaredCount[] = []
  for (const { kind, markers, parent } of use(series)) {
    const [first] = markers
    if (kind !== 'headings' || !parent || markers.length < 2 || first?.ordinal !== 1) continue
    const { start, end } = parent.heading
    if (end - start > 60) continue
    const words = text.slice(start, end)
    const match = atEnd.exec(words)
    const value = match ? numberOf(match[1] as string) : undefined
    const from = headingMarker(parent.heading)?.end ?? start
    if (!match || value === undefined || value < 2 || start + match.index <= from) continue
    const before = words.slice(0, match.index)
    if (/[第“《十]$/.test(before) || !forward.test(before)) continue
    const at = start + match.index
    found.push({
      value,
      unit: match[2] as string,
      start: at,
      end: at + (match[1] as string).length + (match[2] as string).length,
      announced: markers,
    })
  }
  return found
}

/** A number of things summed up behind them: 这六条经验, 上述五个方面. */
export interface SummedCount extends Span {
  readonly value: number
  /** The ordinals of what stands before. */
  readonly before: readonly Marker[]
}

const summed = new RegExp(`(?:以上|上述|前述|这|上面)(?:就是)?(?:的)?(${numeral})(${units})`)
/** Items are summed up at once, headings after their last section. */
const farthestItem = 400
const farthestHeading = 2500
const longestLead = 24

export const summedCounts = fact('summedCounts', ({ text }, use): readonly SummedCount[] => {
  const ended = use(series)
    .filter(({ markers, kind }) => kind !== 'dashes' && markers.length > 1 && markers[0]?.ordinal === 1)
    .sort((one, other) => lastOf(one.markers) - lastOf(other.markers))
  const found: SummedCount[] = []
  const open: (typeof ended)[number][] = []
  let next = 0
  for (const { start, end } of use(structure).sentences) {
    while (next < ended.length && lastOf(ended[next]?.markers) < start) {
      open.push(ended[next] as (typeof ended)[number])
      if (open.length > 6) open.shift()
      next++
    }
    if (open.length === 0) continue
    const words = text.slice(start, Math.min(end, start + longestLead + 12))
    const match = /以上|上述|前述|这|上面/.test(words) ? summed.exec(words) : null
    const value = match ? numberOf(match[1] as string) : undefined
    if (!match || match.index > longestLead || value === undefined || value < 2) continue
    const near = open.filter(({ markers, kind }) => start - lastOf(markers) < (kind === 'items' ? farthestItem : farthestHeading))
    const nearest = near[near.length - 1]
    if (!nearest || near.some(({ markers }) => markers.length === value)) continue
    const at = start + match.index + match[0].length - (match[1] as string).length - (match[2] as string).length
    found.push({ value, before: nearest.markers, start: at, end: start + match.index + match[0].length })
  }
  return found
})

const lastOf = (markers: readonly Marker[] | undefined): number => markers?.[markers.length - 1]?.start ?? 0

const anyUnits =
  '(?:个|项|件|条|点|大|类|种)[\\u4e00-\\u9fff]{0,6}?(?:工作|任务|措施|举措|事|实事|问题|方面|意见|建议|要求|行动|工程|体会|做法|成效|变化|特点|亮点|原则|目标|环节|关系|重点|突破|提升|坚持|经验|启示|不足|困难|议题|事项|内容|职责|纪律|制度|机制)'
const anyDeclaration = new RegExp(`(${numeral})(${anyUnits})`, 'g')
/** So many sentences before the first heading may tell how many there are. */
const sentencesBefore = 3
const farthestOff = 3
const mostLooked = 200

/** Counts that may announce what follows, though no word says so: 办成了7件大事。 and then four headings. */
export const doubtfulCounts = fact('doubtfulCounts', ({ text }, use): readonly DeclaredCount[] => {
  const { sentences } = use(structure)
  const declared = use(declaredCounts)
  const known = new Set(declared.flatMap(({ announced, start }) => [startOf(announced), start]))
  const found: DeclaredCount[] = []
  let next = 0
  const beginnings = use(series)
    .filter(({ markers, kind }) => kind !== 'dashes' && markers.length > 1 && markers[0]?.ordinal === 1)
    .sort((one, other) => startOf(one.markers) - startOf(other.markers))
  let previous = 0
  for (const { markers } of beginnings.slice(0, mostLooked)) {
    const first = startOf(markers)
    const earliest = previous
    previous = first
    while (next < sentences.length && (sentences[next] as Span).end <= first) next++
    if (known.has(first)) continue
    const near = sentences.slice(Math.max(0, next - sentencesBefore), next)
    const told = near.flatMap(({ start, end }) =>
      [...text.slice(Math.max(start, end - 80), end).matchAll(anyDeclaration)].flatMap((match) => {
        const value = numberOf(match[1] as string)
        const at = Math.max(start, end - 80) + match.index
        const lead = text.slice(Math.max(start, at - 30), at)
        if (
          value === undefined ||
          value < 2 ||
          at < earliest ||
          known.has(at) ||
          /[第“《十0-9”]$|以上|上述|[这该其]|、|各|坚持|基本/.test(lead + (match[2] as string))
        )
          return []
        return [{ value, unit: match[2] as string, start: at, end: at + match[0].length }]
      }),
    )
    const last = told[told.length - 1]
    if (!last || told.some(({ value }) => value === markers.length) || Math.abs(last.value - markers.length) > farthestOff)
      continue
    found.push({ ...last, announced: markers })
  }
  return found
})
