/** 文种: what kind of paper this is, by the last words of its title (党政机关公文处理工作条例第八条, and the kinds of speeches and business papers). */
import { fact } from '../../fact.ts'
import type { Span } from '../../source.ts'
import { withoutBlanks } from '../../text/characters.ts'
import { lines } from './lines.ts'

/** Where a paper goes: to those above, to those below, to equals, to everybody; `spoken` to an audience. */
export type Direction = 'up' | 'down' | 'level' | 'public' | 'spoken' | 'none'

export interface PaperKind {
  readonly name: string
  readonly direction: Direction
}

const kinds: readonly PaperKind[] = [
  { name: '请示', direction: 'up' },
  { name: '报告', direction: 'up' },
  { name: '批复', direction: 'down' },
  { name: '复函', direction: 'level' },
  { name: '函', direction: 'level' },
  { name: '通知', direction: 'down' },
  { name: '通报', direction: 'down' },
  { name: '公告', direction: 'public' },
  { name: '通告', direction: 'public' },
  { name: '决定', direction: 'down' },
  { name: '决议', direction: 'down' },
  { name: '意见', direction: 'none' },
  { name: '纪要', direction: 'none' },
  { name: '议案', direction: 'none' },
  { name: '讲话', direction: 'spoken' },
  { name: '致辞', direction: 'spoken' },
  { name: '发言', direction: 'spoken' },
  { name: '方案', direction: 'none' },
  { name: '要点', direction: 'none' },
  { name: '总结', direction: 'none' },
  { name: '计划', direction: 'none' },
]

export interface Titled extends Span {
  readonly kind: PaperKind | undefined
  /** The words of the title without blanks, all its lines. */
  readonly words: string
  /** The line below it that begins with a dash; '' for none. */
  readonly subtitle: string
}

/** Reports of which one cannot say that they go up: to a congress, of an inquiry, of a person's year. */
const otherReports =
  /(?:会议|大会|全会|代表会|会)上的(?:工作)?报告$|政府工作报告$|人大(?:常委会)?工作报告$|(?:调研|调查|考察|研究|述职|述廉|述学|述法|评估|分析|检查|审计|质量|自查|学习|辅导|个人|心得|可行性|实践|实习|检测|财务|年度|预算|决算|草案）的)报告$/

/** A report all the same, though it may ask or be spoken. */
const otherReport: PaperKind = { name: '报告', direction: 'none' }

/** How many lines of a title are put together. */
const mostLines = 6

/** The title of the paper and its kind; undefined where there is no title. */
export const titled = fact('titled', (_, use): Titled | undefined => {
  const all = use(lines)
  const first = all.findIndex(({ role }) => role === 'title')
  const start = all[first]
  if (!start) return undefined
  let last = first
  while (last + 1 < all.length && last - first < mostLines && all[last + 1]?.role === 'title') last++
  const parts = all.slice(first, last + 1)
  const words = withoutBlanks(parts.map((line) => line.words).join(''))
  // A subtitle tells the kind too: ——在全县工作会议上的讲话.
  const below = all[last + 1]
  const dash = words.search(/——|--/)
  const subtitle =
    below?.role === 'subtitle' || (below?.role === 'dateline' && /^[—-]/.test(below.words))
      ? withoutBlanks(below.words)
      : dash < 0
        ? ''
        : words.slice(dash)
  return {
    start: start.start,
    end: (parts[parts.length - 1] ?? start).end,
    words,
    subtitle,
    kind: kindOf(subtitle) ?? kindOf(words),
  }
})

/** The kind that a title ends with; a mark of its state behind it is passed over: （征求意见稿）. */
function kindOf(title: string): PaperKind | undefined {
  const words = title.replace(/[（(][^（）()]{1,16}[）)]$/, '').replace(/[”》]$/, '')
  if (otherReports.test(words)) return otherReport
  return kinds.find(({ name }) => words.endsWith(name))
}
