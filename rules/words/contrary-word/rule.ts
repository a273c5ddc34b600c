import {
  type Clause,
  clauses,
  defineRule,
  frameFinder,
  indexOfWord,
  type PlacedSection,
  type Span,
  type Stretch,
  structure,
  tableFinder,
  type Use,
  wordOf,
} from '../../../src/kit.ts'
import {
  announced,
  type Contrary,
  cures,
  fault,
  frames,
  listed,
  ordinal,
  proud,
  reversed,
  shortcomings,
  some,
  turned,
  virtue,
  weights,
  wrongWords,
} from './data.ts'
import oppositesTable, { type Opposites } from './opposites.table.ts'

const findFrame = frameFinder(frames)
const findWrong = tableFinder(wrongWords)
const turns = ['不升反降', '不增反减', '有减无增', '不降反升', '不减反增', '有增无减']
const findTurn = tableFinder(turns)
/** 重管理轻建设, and what is meant by it. */
const swaps = [
  ...weights.flatMap((pair) => {
    const [heavy = '', light = ''] = pair.split(' ')
    return ['', '、', '，'].map((mark) => ({ said: `重${light}${mark}轻${heavy}`, due: `重${heavy}${mark}轻${light}` }))
  }),
  ...reversed.map(([said, due]) => ({ said, due })),
]
const findSwap = tableFinder(swaps.map(({ said }) => said))
/** The first of them say that something fell. */
const falls = 3

let known: (Opposites & { readonly pairs: readonly string[] }) | undefined

export default defineRule({
  id: 'contrary-word',
  severity: 'warning',
  summary: {
    zh: '话说反了（不少于40学时以下、缩短至3天比上年延长2天、新增显性债务）',
    en: 'The opposite is said (不少于…以下; 缩短至3天，比上年延长2天; 新增显性债务)',
  },
  source: { tier: '本规则', ref: '界限词、升降词前后一致；固定位置上的反义词以七千万字报告、法规和新闻稿统计，只作提示' },
  options: {
    allow: { type: 'strings', default: [], zh: '不算错的说法', en: 'words that are right in this house' },
  },
  quotes: 'skip',
  yields: true,
  messages: {
    bound: { zh: '“{said}”前后的界限相反', en: '“{said}”: the two bounds contradict' },
    direction: { zh: '“{said}”升降前后相反，请核', en: '“{said}” rises and falls at once; please check' },
    turn: { zh: '从{before}到{now}，不能说“{said}”', en: 'From {before} to {now} is not “{said}”' },
    opposite: {
      zh: '“{said}”疑为“{due}”，意思正好相反，请核',
      en: '“{said}”: the opposite, “{due}”, may be meant; please check',
    },
    odd: {
      zh: '前后列的都是问题，“{said}”说的是好的一面，是不是说反了，请核',
      en: 'Shortcomings stand on either side, and “{said}” is none: is the opposite meant? Please check',
    },
    proud: {
      zh: '这里讲的是问题，“{said}”说的是好的一面，是不是说反了，请核',
      en: 'Shortcomings are told here, and “{said}” is none: is the opposite meant? Please check',
    },
  },
  doubts: true,
  check({ text, use, report }) {
    let areAnnounced = false
    for (const stretch of use(structure).stretches) {
      const { start, end } = stretch
      for (const hit of findFrame(use, text, start, end)) {
        const { kind, mild } = frames[hit.frame] as Contrary
        const at = { start: hit.start, end: hit.end }
        report(kind, at, { said: text.slice(at.start, at.end) }, mild ? { severity: 'info' } : {})
      }
      for (const { phrase, start: from, end: to } of findTurn(use, start, end)) {
        const figures = comparedBefore(text.slice(Math.max(start, from - reach), from))
        if (!figures || figures.now === figures.before || figures.now < figures.before === phrase < falls) continue
        const { said, now, before } = { said: turns[phrase] as string, now: figures.nowAs, before: figures.beforeAs }
        report('turn', { start: from, end: to }, { said, now, before })
      }
      for (const hit of findSwap(use, start, end)) {
        const { said, due } = swaps[hit.phrase] as (typeof swaps)[number]
        report('opposite', { start: hit.start, end: hit.end }, { said, due }, { severity: 'info' })
      }
      for (const hit of findWrong(use, start, end)) {
        const found = oppositeAt(text, hit, stretch)
        if (found)
          report('opposite', found.at, { said: text.slice(found.at.start, found.at.end), due: found.due }, { severity: 'info' })
      }
      if (stretch.role !== undefined) continue
      areAnnounced = areAnnounced && ordinal.test(text.slice(start, Math.min(end, start + ordinalLength)))
      const isComplaint = areAnnounced || isOfComplaints(text, stretch.section)
      const tail = text.slice(Math.max(start, end - announcingLength), end)
      areAnnounced ||= announced.test(tail) && !cures.test(tail)
      for (const { isDoubt, ...at } of oddIn(use, text, stretch, isComplaint))
        report('odd', at, { said: text.slice(at.start, at.end) }, isDoubt ? { doubtful: true } : { severity: 'info' })
      if (!isComplaint) continue
      for (const at of proudIn(use, text, stretch))
        report('proud', at, { said: text.slice(at.start, at.end) }, { severity: 'info' })
    }
  },
})

/** How far before 不升反降 its two figures may stand. Characters. */
const reach = 40
const comparedWith = /([0-9][0-9.,]{0,12})([万亿]?)[^0-9，。；比较]{0,8}，?$/
const comparedTo = /^[比较][^0-9，。；]{0,10}([0-9][0-9.,]{0,12})([万亿]?)[^0-9，。；]{0,6}，?$/

interface Compared {
  readonly now: number
  readonly before: number
  readonly nowAs: string
  readonly beforeAs: string
}

/** 186件，比上年的179件: the two figures that the words behind them compare. */
function comparedBefore(words: string): Compared | undefined {
  const at = words.search(/[比较][^比较]{0,20}$/)
  const first = at > 0 && /[比较]/.test(words[at - 1] as string) ? at - 1 : at
  const own = comparedWith.exec(words.slice(0, Math.max(0, first)))
  const other = comparedTo.exec(words.slice(Math.max(0, first)))
  if (!own || !other) return undefined
  const [, now = '', nowUnit = ''] = own
  const [, before = '', beforeUnit = ''] = other
  // A year is what it is compared with, and no figure of it.
  if (nowUnit !== beforeUnit || /^(?:19|20)[0-9]{2}$/.test(before)) return undefined
  const value = (figure: string): number => Number(figure.replaceAll(',', ''))
  return { now: value(now), before: value(before), nowAs: now + nowUnit, beforeAs: before + beforeUnit }
}

/** The wrong word with what stands beside it, and the same with its opposite. */
function oppositeAt(text: string, { start, end }: Span, bounds: Span): { readonly at: Span; readonly due: string } | undefined {
  if (!known) {
    const table = oppositesTable()
    known = { ...table, pairs: table.names.split('\n') }
  }
  for (const [before, behind] of besides) {
    const at = { start: start - before, end: end + behind }
    if (at.start < bounds.start || at.end > bounds.end) continue
    const index = indexOfWord(known, text, at.start, at.end)
    if (index < 0) continue
    const [right = '', wrong = ''] = (known.pairs[known.rows[index] as number] as string).split(' ')
    if (text.slice(start, end) !== wrong) continue
    return { at, due: wordOf(known, index).replace(wrong, right) }
  }
  return undefined
}

/** Two characters before, two behind, one on either side. */
const besides = [
  [2, 0],
  [0, 2],
  [1, 1],
] as const

/** In so many characters a paragraph is numbered … */
const ordinalLength = 8
/** … and in so many, at its end, it announces what follows. */
const announcingLength = 24

/** How many headings up one is looked for that announces shortcomings. */
const headingsUp = 4
const longestHeading = 60

function isOfComplaints(text: string, section: PlacedSection | undefined): boolean {
  let above = section
  for (let level = 0; above !== undefined && level < headingsUp; level++) {
    const { start, end } = above.heading
    const heading = text.slice(start, Math.min(end, start + longestHeading))
    if (shortcomings.test(heading) && !cures.test(heading)) return true
    above = above.parent
  }
  return false
}

/** A clause of a list of faults is short. Characters. */
const clauseLength = { least: 4, most: 16 }
const longestOfSome = 24
/** How many clauses to either side are its neighbours. */
const neighbours = 3

interface Odd extends Span {
  /** No fault stands right beside it. */
  readonly isDoubt: boolean
}

/** Among faults one thing that is as it should be: 集体资产底数不清、账实相符. */
function oddIn(use: Use, text: string, { bodyStart, end }: Stretch, isComplaint: boolean): Odd[] {
  const found: Odd[] = []
  let sentence: Clause[] = []
  const look = (): void => {
    const [first] = sentence
    const last = sentence[sentence.length - 1]
    if (!first || !last) return
    const isListed = isComplaint || listed.test(text.slice(Math.max(bodyStart, first.start - leadBefore), last.end))
    found.push(...oddOf(text, sentence, isListed))
    sentence = []
  }
  for (const clause of use(clauses)(bodyStart, end)) {
    sentence.push(clause)
    if (clause.mark < 0 || !'、，；'.includes(text[clause.mark] as string)) look()
  }
  look()
  return found
}

/** How far before a list the words may stand that announce it. Characters. */
const leadBefore = 20

function oddOf(text: string, sentence: readonly Clause[], isComplaint: boolean): Odd[] {
  if (sentence.length < 2) return []
  const tails = sentence.map(({ start, end }) => text.slice(Math.max(start, end - clauseLength.most), end))
  const faults = tails.map((words) => fault.test(words))
  if (!faults.includes(true)) return []
  // 还不够健全 is a fault, though it ends as a virtue does.
  const virtues = tails.map((words, index) => !faults[index] && virtue.test(words))
  return sentence.flatMap((clause, index): Odd[] => {
    const length = clause.end - clause.start
    if (!virtues[index] || turned.test(tails[index] as string)) return []
    // 部分党员先锋模范作用发挥明显 among what is wanting: of some only faults are told.
    const isOfSome = isComplaint && some.test(text.slice(clause.start, clause.end))
    const isAlone = !faults[index - 1] && !faults[index + 1]
    if (length < clauseLength.least || length > (isOfSome ? longestOfSome : clauseLength.most)) return []
    if (isAlone && !(isComplaint && (isOfSome || faults.some((isFault, other) => isFault && Math.abs(other - index) <= 2))))
      return []
    const from = Math.max(0, index - neighbours)
    const near = (flags: readonly boolean[]): number => flags.slice(from, index + neighbours + 1).filter(Boolean).length
    if (near(virtues) > 1 || near(faults) < (isComplaint ? 1 : 2)) return []
    return [{ start: clause.start, end: clause.end, isDoubt: isAlone }]
  })
}

/** Where a place among others is told of as good. */
function proudIn(use: Use, text: string, { bodyStart, end }: Stretch): Span[] {
  const found: Span[] = []
  for (const clause of use(clauses)(bodyStart, end)) {
    const words = text.slice(clause.start, clause.end)
    const match = words.length <= longestProud ? proud.exec(words) : null
    if (match && !/[虽但却然而尽管不未没难离距差与]/.test(words))
      found.push({ start: clause.start + match.index, end: clause.start + match.index + match[0].length })
  }
  return found
}

const longestProud = 24
