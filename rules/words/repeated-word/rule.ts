import {
  defineRule,
  fact,
  isHan,
  Kind,
  kindOf,
  type PhraseHit,
  type Span,
  structure,
  tableFinder,
  type Words,
  words,
} from '../../../src/kit.ts'
import {
  comparing,
  fixedDoublings,
  functionWords,
  joinsAfter,
  joinsBefore,
  opposed,
  patternStarts,
  periods,
  plainDespitePattern,
  plainWords,
  sameMeaning,
  suffixes,
  tryingVerbs,
  unsureAfter,
  unsureBefore,
} from './data.ts'

/** The longest string looked for twice running, in characters; a longer one has a mark inside or is a pasted passage. */
const longest = 8

/** A doubled string with nothing in between: `size` characters from `start`, twice. */
interface Doubling {
  readonly start: number
  readonly size: number
}

const doublings = fact('repeated-word/doublings', ({ text }, use): readonly Doubling[] => {
  const found: Doubling[] = []
  for (const stretch of use(structure).stretches) search(text, stretch, found)
  return found
})

/** Where each character was seen last, by its code: one table for all, since the offsets of a text only grow. */
const lastSeen = new Int32Array(0x10000)

/**
 * A string that stands twice keeps each of its characters at one distance from where it was last. When that has held for as
 * many characters as the distance, the string has been read twice.
 */
function search(text: string, { start, end }: Span, found: Doubling[]): void {
  let distance = 0
  let length = 0
  for (let offset = start; offset < end; offset++) {
    const code = text.charCodeAt(offset)
    const last = lastSeen[code] as number
    lastSeen[code] = offset
    const apart = offset - last
    // An offset left over from another text or stretch lies before this one, or does not hold the character.
    if (apart > longest || apart < 2 || last < start || text.charCodeAt(last) !== code || kindOf(code) !== Kind.han) {
      length = 0
      continue
    }
    length = apart === distance ? length + 1 : 1
    distance = apart
    if (length !== distance) continue
    found.push({ start: offset - 2 * distance + 1, size: distance })
    length = 0
  }
}

export default defineRule({
  id: 'repeated-word',
  severity: 'warning',
  summary: { zh: '同一个词连写两遍（以组织组织力提升）', en: 'One word stands twice running (以组织组织力提升)' },
  source: { tier: '本规则', ref: '重叠式与跨词叠字除外' },
  options: {
    allow: {
      type: 'strings',
      default: [],
      zh: '本单位允许的叠词，如“服务中心中心组”',
      en: 'doublings that are right in this house',
    },
  },
  quotes: 'skip',
  messages: {
    word: { zh: '“{word}”连写了两遍，删去一个', en: '“{word}” stands twice running; delete one' },
    right: { zh: '对照：此处两个词相接，不是重复', en: 'compare: here two words meet, nothing is doubled' },
    meaning: { zh: '“{first}”“{second}”意思相同，留一个', en: '“{first}” and “{second}” mean the same; keep one' },
    joined: {
      zh: '“{word}”前后相同，是不是另有所指，请核',
      en: '“{word}” names the same thing twice; is another one meant? Please check',
    },
    period: { zh: '一个分句里“{word}”说了两遍，请核', en: '“{word}” stands twice in one clause; please check' },
    maybe: { zh: '“{word}”连写了两遍，请核', en: '“{word}” stands twice running; please check' },
  },
  check({ text, use, report }) {
    const all = use(doublings)
    const right = rightPlaces(text, all)
    for (const doubling of all) {
      const { start, size } = doubling
      const word = text.slice(start, start + size)
      if (isMeant(text, doubling, word)) continue
      const verdict = size > 2 ? 'word' : verdictOf(text, start, word, use(words))
      if (!verdict) continue
      const tail = suffixes.includes(text[start + 2 * size] ?? ' ') ? 1 : 0
      report(
        verdict,
        { start, end: start + 2 * size + tail },
        { word },
        {
          see: (right.get(word) ?? []).map((at) => ({ id: 'right', at, data: {} }) as const),
          fix: { grade: 'suggested', edits: [{ start, end: start + size, text: '' }] },
          ...(verdict === 'maybe' && { severity: 'info' }),
        },
      )
    }
    for (const { start, end } of use(structure).stretches) {
      for (const hit of findSame(use, start, end)) {
        const [first, second] = samePairs[hit.phrase] as readonly [string, string]
        const fix = { grade: 'suggested', edits: [{ start: hit.start, end: hit.start + first.length, text: '' }] } as const
        report('meaning', hit, { first, second }, { fix })
      }
      for (const again of joinedTwice(text, start, end, use(words))) {
        report('joined', again, { word: text.slice(again.start, again.end) }, { severity: 'info' })
      }
      for (const { word, again } of periodsTwice(text, findPeriod(use, start, end)))
        report('period', again, { word }, { severity: 'info' })
    }
  },
})

/** Every two of a row, in either order. */
const samePairs: readonly (readonly [string, string])[] = sameMeaning.flatMap(([one = '', other = '']) => [
  [one, other] as const,
  [other, one] as const,
])
const findSame = tableFinder(samePairs.map(([first, second]) => first + second))

/** Two members joined by 和 or 与 that are equal: 流出地和流出地. Of this length each, in characters. */
const shortestJoined = 2
const longestJoined = 10
/** Behind these the two are of one kind, and differ: 企业与企业之间, 干部和干部比. */
const oneKind = /^(?:之间|间|互|相|比|对|共|同|联|交|自身|本身|的(?:关系|距离|差距|不同|区别|较量|竞争|比拼|互动|交流|协同))/

/** 和 or 与 with the same words on both sides, set off behind: what follows the second is a mark, 的 or 等. */
function* joinedTwice(text: string, start: number, end: number, all: Words): Generator<Span> {
  for (let at = start + shortestJoined; at < end - shortestJoined; at++) {
    const mark = text[at]
    if (mark === '和' || mark === '与' || mark === '及') {
      const size = sameOnBothSides(text, at, start, end)
      if (size === 0) continue
      const from = at - size
      const after = at + 1 + size
      const next = after < end ? (text[after] as string) : '。'
      const isSetOff = after >= end || !isHan(text, after) || next === '的' || next === '等'
      if ((!isSetOff && !opposed.test(text.slice(from, at))) || oneKind.test(text.slice(after, after + 5))) continue
      // 不信教群众与信教群众: what is denied is another one.
      if ('不非未无'.includes(text[from - 1] ?? ' ')) continue
      // A word must begin where the first one does: 社会和会 is none.
      let run = from
      while (run > start && run > from - contextSize && isHan(text, run - 1)) run--
      if (run === from || all.hasEnd(run, at, from)) yield { start: from, end: after }
    }
  }
}

/** How many characters stand before `at` and again behind it; 0 where they are none, or count something. */
function sameOnBothSides(text: string, at: number, start: number, end: number): number {
  for (let size = Math.min(longestJoined, at - start, end - at - 1); size >= shortestJoined; size--) {
    if (text.charCodeAt(at - size) !== text.charCodeAt(at + 1) || !text.startsWith(text.slice(at - size, at), at + 1)) continue
    return isWordOnly(text.slice(at - size, at)) ? size : 0
  }
  return 0
}

const isWordOnly = (word: string): boolean =>
  /^[\u4e00-\u9fff]+$/.test(word) && !/[一二三四五六七八九十百千万亿几某每]/.test(word)

const findPeriod = tableFinder(periods)
/** Farther apart the two are in two clauses that no mark parts. */
const nearPeriod = 14

/** 四季度要全力做好四季度。: a time begins the clause, and ends it. */
function* periodsTwice(text: string, hits: Iterable<PhraseHit>): Generator<{ word: string; again: Span }> {
  let last: Span & { phrase: number } = { start: -1, end: -1, phrase: -1 }
  for (const hit of hits) {
    const { phrase, end: before } = last
    const first = last.start
    last = hit
    if (hit.phrase !== phrase || hit.start - before > nearPeriod || text[hit.end] === '的' || isHan(text, first - 1)) continue
    const between = text.slice(before, hit.start)
    if (!/^[\u4e00-\u9fff]{2,}$/.test(between) || comparing.test(between)) continue
    yield { word: periods[phrase] as string, again: { start: first, end: hit.end } }
  }
}

const allEqual = (word: string): boolean => [...word].every((character) => character === word[0])

/** Doublings that the language has: by pattern, as fixed words, as two words that meet, or round a conjunction (西藏和西藏和平). */
function isMeant(text: string, { start, size }: Doubling, word: string): boolean {
  // 不强不强: what is denied twice with the same word.
  if (isDenial(word)) return false
  if (allEqual(word) || (patternStarts.includes(word[0] as string) && !plainDespitePattern.has(word))) return true
  if (fixedDoublings.has(word) || /[一二三四五六七八九十百千万亿个第]/.test(word)) return true
  if (/^[和与及或的地得]|[和与及或的地得]$/.test(word)) return true
  if (size === 2 && nounEnds.test(text.slice(start + 2 * size, start + 2 * size + 3))) return true
  return isJoined(text, { start, size }, word)
}

const isDenial = (word: string): boolean => /^[不未没][^不未没来有是]$/.test(word)

/** What makes a noun of the second word: 验证｜验证码, 滑动｜滑动条, 领导｜领导小组. */
const nounEnds = /^(?:码|条(?![件例])|小组|员(?!工)|器|按钮|系统|平台|委员会|机构|部门|单|卡|键|框|区域)/

/** Two words that meet: 党组织｜组织力, 博士｜博士后. */
function isJoined(text: string, { start, size }: Doubling, word: string): boolean {
  const before = text[start - 1] ?? ''
  const after = text[start + 2 * size] ?? ''
  return (
    (before !== '' && (joinsBefore[word] ?? '').includes(before)) || (after !== '' && (joinsAfter[word] ?? '').includes(after))
  )
}

/** By word, the first place where its doubling is right because two words meet: the writer copied the sight of it. */
function rightPlaces(text: string, all: readonly Doubling[]): Map<string, Span[]> {
  const found = new Map<string, Span[]>()
  for (const one of all) {
    const word = text.slice(one.start, one.start + one.size)
    if (found.has(word) || !isJoined(text, one, word)) continue
    const end = one.start + 2 * one.size
    found.set(word, [{ start: one.start - 1, end: suffixes.includes(text[end] ?? ' ') ? end + 1 : end }])
  }
  return found
}

/** How sure a doubled pair of characters is one word too many. undefined: the pair is no word, two words meet here (构建共建共治). */
function verdictOf(text: string, start: number, word: string, all: Words): 'word' | 'maybe' | undefined {
  if (isDenial(word)) return 'word'
  const before = text[start - 1] ?? ' '
  const after = text[start + 4] ?? ' '
  const beginsAnew = !isHan(text, start - 1) || functionWords.includes(before)
  const plain = beginsAnew && plainWords.has(word)
  if (!plain && !isWordTwice(text, start, word, all)) return undefined
  if (!plain && (unsureBefore.includes(before) || unsureAfter.includes(after))) return 'maybe'
  // 好事好事，办好才是好事: what is a clause by itself is said for effect.
  if (!isHan(text, start - 1) && !isHan(text, start + 4)) return 'maybe'
  if (!tryingVerbs.has(word)) return 'word'
  // 研究研究。 tries; 学习学习贯彻 has an object and is a slip.
  return isHan(text, start + 4) && !'一下吧了再看'.includes(after) ? 'word' : 'maybe'
}

/** How far around a doubling the words are told apart: its clause, or this many characters of it. */
const contextSize = 16

/**
 * Whether the pair is a word and a word ends between its two copies. One copy may be part of a longer word
 * (境外经贸｜经贸合作区); where both are (资产阶级｜阶级斗争), two words meet.
 */
function isWordTwice(text: string, start: number, word: string, all: Words): boolean {
  if (all.hasEndIn(word, 1)) return false
  let from = start
  while (from > start - contextSize && isHan(text, from - 1)) from--
  let to = start + 4
  while (to < start + 4 + contextSize && isHan(text, to)) to++
  const ends = (offset: number): boolean => all.hasEnd(from, to, offset)
  return ends(start + 2) && (ends(start) || ends(start + 4))
}
