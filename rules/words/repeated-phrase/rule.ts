import { type Clause, clauses, defineRule, isDigit, isHan, type Span, structure } from '../../../src/kit.ts'

/** Two neighbours this long are a slip when 、 stands between them; between ， or ； shorter ones can be rhetoric (不要，不要). */
const shortest = { list: 2, sentence: 4 }

export default defineRule({
  id: 'repeated-phrase',
  severity: 'error',
  summary: { zh: '同一个词组、分句在一处连写两次，多半是粘贴时重了', en: 'One phrase stands twice in a row: pasted twice' },
  source: { tier: '本规则', ref: '相邻两个分句逐字相同，两端都是标点' },
  options: {},
  messages: {
    list: {
      zh: '“{phrase}”连写了两次，删去一处；也可能第二处本应是别的内容，请核',
      en: '“{phrase}” stands twice in a row; delete one, or write what the second was meant to be',
    },
    apart: {
      zh: '同一列举里“{phrase}”出现了两次，请核',
      en: '“{phrase}” stands twice in one list',
    },
    joined: {
      zh: '“{phrase}”和它自己并列，其中一处应是别的内容，请核',
      en: '“{phrase}” is joined to itself: one of the two was meant to be something else; please check',
    },
    first: { zh: '第一次出现在这里', en: 'first written here' },
  },
  check({ text, use, report }) {
    for (const { start, end } of use(structure).stretches) {
      const paragraph = use(clauses)(start, end)
      for (let index = 1; index < paragraph.length; index++) {
        const first = paragraph[index - 1] as Clause
        const second = paragraph[index] as Clause
        if (isEndOf(text, first, second)) {
          const see = [{ id: 'first', at: { start: first.end - (second.end - second.start), end: first.end }, data: {} }] as const
          report('apart', second, { phrase: text.slice(second.start, second.end) }, { see, severity: 'warning' })
        }
        if (!isSame(text, first, second)) continue
        if (!isPhrase(text, first) && !isTail(text, first, paragraph[index - 2])) continue
        if (isEchoed(text, paragraph, index)) continue
        const phrase = text.slice(second.start, second.end)
        const span = withMark(text, paragraph, index)
        report(
          'list',
          span,
          { phrase },
          {
            actual: phrase,
            see: [{ id: 'first', at: withMark(text, paragraph, index - 1), data: {} }],
            fix: { grade: 'suggested', edits: [{ ...span, text: '' }] },
          },
        )
      }
      for (const { from, size } of repeatedGroups(text, paragraph)) {
        const span = { start: (paragraph[from] as Clause).start, end: withMark(text, paragraph, from + size - 1).end }
        const phrase = text.slice(span.start, (paragraph[from + size - 1] as Clause).end)
        const first = { start: (paragraph[from - size] as Clause).start, end: (paragraph[from - 1] as Clause).end }
        const fix = { grade: 'suggested', edits: [{ ...span, text: '' }] } as const
        report('list', span, { phrase }, { actual: phrase, see: [{ id: 'first', at: first, data: {} }], fix })
      }
      for (const { again, earlier } of repeatedMembers(text, paragraph)) {
        const phrase = text.slice(again.start, again.end)
        const isLong = again.end - again.start >= longMember
        const see = [{ id: 'first', at: earlier, data: {} }] as const
        report('apart', again, { phrase }, { see, ...(!isLong && { severity: 'warning' }) })
      }
      for (const { again, earlier, isSure } of joinedToItself(text, start, end)) {
        const see = [{ id: 'first', at: earlier, data: {} }] as const
        report('joined', again, { phrase: text.slice(again.start, again.end) }, { see, ...(!isSure && { severity: 'info' }) })
      }
    }
  },
})

function isSame(text: string, a: Clause, b: Clause): boolean {
  const length = a.end - a.start
  if (length !== b.end - b.start) return false
  for (let index = 0; index < length; index++) {
    if (text.charCodeAt(a.start + index) !== text.charCodeAt(b.start + index)) return false
  }
  return true
}

/** Han and no figure: “5.2%、5.2%，分别” are two values. The mark between decides how short it may be. */
function isPhrase(text: string, clause: Clause): boolean {
  const least = text[clause.mark] === '、' ? shortest.list : shortest.sentence
  if (!/[、，,；;]/.test(text[clause.mark] ?? '') || clause.end - clause.start < least) return false
  // “5.2%、5.2%，分别” are two values; 改造老旧小区18个，改造老旧小区18个 is one clause, twice.
  return isWordy(text, clause) || isClauseWithFigure(text, clause)
}

/** So many Han characters make a figure's clause one that is not written twice by chance. */
const shortestWithFigure = 6

const isClauseWithFigure = (text: string, clause: Clause): boolean =>
  /^[\u4e00-\u9fff]{4}/.test(text.slice(clause.start, clause.end)) &&
  text.slice(clause.start, clause.end).replace(/[^\u4e00-\u9fff]/g, '').length >= shortestWithFigure

/** 实行县领导包案、县领导包案、乡镇主办: a member of a list that is the end of the one before it, its verb left out. */
const shortestEnd = 4
const longestVerb = 3

function isEndOf(text: string, first: Clause, second: Clause): boolean {
  const length = second.end - second.start
  const more = first.end - first.start - length
  if (text[first.mark] !== '、' || length < shortestEnd || more < 1 || more > longestVerb || !isWordy(text, second)) return false
  return text.slice(first.end - length, first.end) === text.slice(second.start, second.end)
}

/** What ends a sentence and is the next one, too; whole sentences of 16 characters and more are `repeated-passage`. */
const shortestTail = 8
const longestShortSentence = 15

function isTail(text: string, clause: Clause, before: Clause | undefined): boolean {
  const length = clause.end - clause.start
  if (text[clause.mark] !== '。' || length < shortestTail || !saysEnough(text, clause)) return false
  return length <= longestShortSentence || (before !== undefined && text[before.mark] !== '。')
}

/** Figures may stand in a clause of a group: that several clauses are equal is no chance, if they say something. */
const saysEnough = (text: string, clause: Clause): boolean =>
  isWordy(text, clause) || text.slice(clause.start, clause.end).replace(/[^\u4e00-\u9fff]/g, '').length >= 4

function isWordy(text: string, clause: Span): boolean {
  let han = 0
  for (let offset = clause.start; offset < clause.end; offset++) {
    if (isDigit(text, offset)) return false
    if (isHan(text, offset)) han++
  }
  return han >= 2 && !/^[第一二三四五六七八九十百千万亿个几多]+$/.test(text.slice(clause.start, clause.end))
}

/** 努力，努力，再努力 and 几次三番、几次三番: said again on purpose, the next clause takes the words up once more. */
function isEchoed(text: string, paragraph: readonly Clause[], index: number): boolean {
  const { start, end } = paragraph[index] as Clause
  const phrase = text.slice(start, end)
  const next = paragraph[index + 1]
  const before = paragraph[index - 2]
  if (next && text.slice(next.start, next.end) !== phrase && text.slice(next.start, next.end).endsWith(phrase)) return true
  return before !== undefined && text[before.mark] !== '。' && text.slice(before.start, before.end) === phrase
}

/** The clause with the mark that goes when it is deleted: the one behind it, or before it where a sentence ends behind. */
function withMark(text: string, paragraph: readonly Clause[], index: number): Span {
  const { start, end, mark } = paragraph[index] as Clause
  if (mark >= 0 && /[、，,；;]/.test(text[mark] as string)) return { start, end: mark + 1 }
  const before = paragraph[index - 1]
  return before && before.mark >= 0 ? { start: before.mark, end } : { start, end }
}

/** How many clauses make the longest group looked for; more of them are a passage. */
const largestGroup = 4

/** Groups of two or more clauses that stand twice running: 办好徒步、采茶等活动，办好徒步、采茶等活动。 */
function repeatedGroups(text: string, paragraph: readonly Clause[]): { from: number; size: number }[] {
  const found: { from: number; size: number }[] = []
  for (let size = 2; size <= largestGroup; size++) {
    let equal = 0
    for (let index = size; index < paragraph.length; index++) {
      const earlier = paragraph[index - size] as Clause
      const clause = paragraph[index] as Clause
      equal = isSame(text, earlier, clause) && saysEnough(text, clause) ? equal + 1 : 0
      if (equal < size) continue
      const from = index - size + 1
      equal = 0
      // Clauses that are all the same have been told one by one.
      if (!isSame(text, paragraph[from] as Clause, paragraph[from + 1] as Clause)) found.push({ from, size })
    }
  }
  return found
}

/** Members this long are not repeated in one 、 list by chance; shorter ones hardly ever are. */
const longMember = 5
const shortestMember = 2
/** The first member has its verb before it, and the last a word behind it: 强化｜防溺水、防火、防汛、防溺水｜等. */
const shortestInside = 3

/** Members of one list, parted by 、, that stand in it twice, not next to one another. */
function repeatedMembers(text: string, paragraph: readonly Clause[]): { again: Span; earlier: Span }[] {
  const found: { again: Span; earlier: Span }[] = []
  for (let first = 0; first < paragraph.length; ) {
    let last = first
    while (last < paragraph.length - 1 && text[(paragraph[last] as Clause).mark] === '、') last++
    // Two members next to one another have been looked at already; a list of three is the shortest with two apart.
    if (last - first >= 2) repeatedIn(text, paragraph, first, last, found)
    first = last + 1
  }
  return found
}

function repeatedIn(
  text: string,
  paragraph: readonly Clause[],
  first: number,
  last: number,
  found: { again: Span; earlier: Span }[],
): void {
  const seen = new Map<string, number>()
  const head = paragraph[first] as Clause
  for (let index = first; index <= last; index++) {
    const clause = memberOf(text, paragraph[index] as Clause, index === last)
    if (clause.end - clause.start < shortestMember || !isWordy(text, clause)) continue
    const member = text.slice(clause.start, clause.end)
    if (index > first + 1 && member.length >= shortestInside && isHeadOf(text, head, member)) {
      found.push({ again: clause, earlier: { start: head.end - member.length, end: head.end } })
      continue
    }
    const earlier = seen.get(member)
    if (earlier !== undefined && earlier < index - 1) found.push({ again: clause, earlier: paragraph[earlier] as Clause })
    seen.set(member, index)
  }
}

/** The last member without 等 and what follows it. */
function memberOf(text: string, { start, end }: Clause, isLast: boolean): Span {
  const at = isLast ? text.slice(start, end).indexOf('等', shortestInside) : -1
  return { start, end: at < 0 ? end : start + at }
}

/** How many characters may stand before the first member: its verb. */
const longestHead = 6

function isHeadOf(text: string, head: Clause, member: string): boolean {
  const more = head.end - head.start - member.length
  return more > 0 && more <= longestHead && text.startsWith(member, head.end - member.length)
}

const joints = ['以及', '或者', '和', '与', '及', '或']
const longestJoined = 8
/** Behind what a name or a noun begins: 由｜流出地和流出地. */
const opens = /[，。；：、！？“（\n由对在向从是将把的为给使让以按当其该了]$/
/** Where it is over. */
const closes =
  /^(?:[，。；、！？”）\n]|$|等|都|均|共同|分别|双方|两地|的(?!关系|交往|合作|竞争|距离|差距|联系|对话|交流|较量|事|问题))/
/** Words that have an opposite: joined to themselves the other was meant, whatever stands behind. */
const opposed =
  /^(?:流[出入]|线[上下]|[上下][级游]|[境国省市县区校院室场体课][内外]|[事会课赛灾汛]前|[事会课赛灾汛]后|左岸|右岸|[进出]口|[供需]方|甲方|乙方|买方|卖方|[东西南北]部|存量|增量)/

/** 由流出地和流出地党组织共同负责: what is joined by 和 is the same on both sides. */
function joinedToItself(text: string, start: number, end: number): { again: Span; earlier: Span; isSure: boolean }[] {
  const found: { again: Span; earlier: Span; isSure: boolean }[] = []
  for (let at = start + shortestMember; at < end - shortestMember; at++) {
    if (!'以或和与及'.includes(text[at] as string)) continue
    const joint = joints.find((word) => text.startsWith(word, at))
    if (joint === undefined) continue
    const from = at + joint.length
    const size = sizeOfTwin(text, at, from, start, end)
    if (size === 0) continue
    const again = { start: from, end: from + size }
    const before = text.slice(Math.max(start, at - size - 1), at - size)
    const isOpposed = opposed.test(text.slice(again.start, again.end)) && !/[不非半未]/.test(before)
    const isOpen = before === '' || opens.test(before)
    const isSure = isOpen && closes.test(text.slice(again.end, Math.min(end, again.end + 4)))
    if (!isSure && !isOpposed) continue
    found.push({ again, earlier: { start: at - size, end: at }, isSure })
    at = again.end - 1
  }
  return found
}

/** How many Han characters stand the same before `at` and from `from` on; the most that do. */
function sizeOfTwin(text: string, at: number, from: number, start: number, end: number): number {
  for (let size = Math.min(longestJoined, at - start, end - from); size >= shortestMember; size--) {
    if (!text.startsWith(text.slice(at - size, at), from)) continue
    return /^[\u4e00-\u9fff]+$/.test(text.slice(from, from + size)) ? size : 0
  }
  return 0
}
