import {
  defineRule,
  documentYear,
  inProse,
  isHan,
  isInside,
  likelierWords,
  lostAsset,
  lostCharacters,
  mistakenWords,
  pairsAsset,
  quotations,
  type Span,
  type Suspicion,
  suspicions,
  suspicionsAsset,
  twiceCharacters,
  type Use,
} from '../../../src/kit.ts'
import { gradeOfLikelier, isMeantTwice, isOffice, isReadAsItStands, isSeldomWord, isWeakWord } from './as-it-stands.ts'
import { gradeOfLost, wordsRound } from './lost.ts'

/** Log odds from which a place of each kind is a doubt, is told, and is a warning. Measured: tools/typo/README.md. */
const limits: Readonly<Record<Suspicion['kind'], { readonly doubt: number; readonly told: number; readonly sure: number }>> = {
  character: { doubt: -3, told: -0.3, sure: 5.5 },
  doubled: { doubt: -2.5, told: 0.3, sure: 5 },
  swapped: { doubt: -2.5, told: 0.2, sure: 4.8 },
  word: { doubt: -3.2, told: 0.2, sure: 5.5 },
  again: { doubt: 0, told: 3, sure: 5.5 },
}

/** Before this year words were written otherwise (部份、其它、丰采), and the table knows today's prose. */
const firstYear = 1990

/** 法治 is the word since then (confusable-word has the same year): before, 法制 was right in the same places. */
const ruleOfLaw = { right: '法治', since: 2014 }

/** More places than this and the text is none of official prose. */
const most = 300

/** What names end in: a character or none before one of these is told where it is surely wrong only (岚州军分区, 江澜大学); so are the rates of a trade (入组率, 用信率). */
const nameEnd =
  /^(?![到至进入下驻为和与及在向对的])[\u4e00-\u9fff]?(?:[市县州旗镇乡村](?![级民委政到内])|大学|学院|[中小]学|集团|公司|高新区|经开区|开发区|园区|医院|银行|街道|社区|军分区|铁路|高速|水库|大桥|率)/

/** Words of old times: what is told near them has old names and words (明洪武十四年复置, 邑人). */
const oldTimes =
  /(?:洪武|永乐|宣德|正统|成化|弘治|嘉靖|隆庆|万历|崇祯|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|民国|贞观|开元|至元|[唐宋元明清][代朝初末]|县志|府志|州志|旧志|碑记|邑人)/
const oldReach = { before: 60, behind: 30 }

const isOfOldTimes = (text: string, { start, end }: Span): boolean =>
  oldTimes.test(text.slice(Math.max(0, start - oldReach.before), end + oldReach.behind))

/** Where names stand. */
const rolesOfNames = [
  'security',
  'issuer',
  'document-number',
  'signer',
  'byline',
  'signature',
  'date',
  'dateline',
  'imprint',
  'aside',
]

export default defineRule({
  id: 'suspect-character',
  severity: 'warning',
  summary: {
    zh: '疑似错别字：音近、形近、颠倒、多字、漏字（顽强拼博、间期、基础设建设）',
    en: 'A character that official prose does not have there: alike in sound or shape, swapped, doubled or lost (拼博 for 拼搏)',
  },
  source: { tier: '本规则', ref: '与七千万字公文、新闻、法规的用字习惯比对；训练与测量见 tools/typo' },
  options: {
    allow: {
      type: 'strings',
      default: [],
      zh: '本单位的名称、术语和说法，如“数智赋能”',
      en: 'names, terms and words of this house',
    },
  },
  messages: {
    suspect: { zh: '“{wrong}”疑为“{right}”，请核', en: '“{wrong}”: perhaps “{right}”; please check' },
    swapped: {
      zh: '“{wrong}”疑为“{right}”，字序颠倒，请核',
      en: '“{wrong}”: perhaps “{right}”, the wrong way round; please check',
    },
    doubled: {
      zh: '“{wrong}”疑多一字，应为“{right}”，请核',
      en: '“{wrong}”: perhaps one character too many: “{right}”; please check',
    },
    lost: {
      zh: '“{wrong}”疑漏一字，应为“{right}”，请核',
      en: '“{wrong}”: perhaps a character is missing: “{right}”; please check',
    },
    elsewhere: { zh: '本文别处作“{right}”', en: 'elsewhere in this text: “{right}”' },
  },
  needs: [suspicionsAsset, pairsAsset],
  wants: [lostAsset],
  yields: true,
  doubts: true,
  check({ text, use, doubts, report }) {
    const year = use(documentYear)?.value
    if (year !== undefined && year < firstYear) return
    const strong = use(suspicions)
      .filter(({ score, kind }) => score >= (doubts ? limits[kind].doubt : limits[kind].told))
      .slice(0, most)
    const judged = inProse(use, strong).flatMap(({ one, stretch }) => {
      const grade = rolesOfNames.includes(stretch.role ?? '') ? undefined : gradeOf(text, use, one)
      return grade === undefined ? [] : [{ grade, suspicion: one }]
    })
    const told: Span[] = []
    const isTold = ({ start, end }: Span): boolean => told.some((word) => word.start < end && word.end > start)
    const tell = ({ word, kind, start, end, suggestion, wrong, right }: Suspicion, grade: Grade): void => {
      told.push(word)
      const other = text.indexOf(right)
      const message = kind === 'swapped' ? kind : kind === 'doubled' || kind === 'again' ? 'doubled' : 'suspect'
      report(
        message,
        word,
        { wrong, right },
        {
          see: other < 0 ? [] : [{ id: 'elsewhere', at: { start: other, end: other + right.length }, data: { right } }],
          fix: { grade: 'suggested', edits: [{ start, end, text: suggestion }] },
          ...(grade !== 'sure' && { severity: 'info' as const }),
          ...(grade === 'doubt' && { doubtful: true as const }),
        },
      )
    }
    for (const { suspicion, grade } of judged) if (grade !== 'doubt') tell(suspicion, grade)
    for (const { one, stretch } of inProse(use, use(mistakenWords))) {
      const { start, end, right } = one
      if (rolesOfNames.includes(stretch.role ?? '') || isInside(use(quotations), start) || isInTitle(text, start)) continue
      if (isTold(one)) continue
      if (right === ruleOfLaw.right && year !== undefined && year < ruleOfLaw.since) continue
      told.push(one)
      const fix = { grade: 'suggested', edits: [{ start, end, text: right }] } as const
      report('suspect', { start, end }, { wrong: text.slice(start, end), right }, { fix, severity: 'info' })
    }
    const others = othersIn(text, use, doubts)
    const tellOther = ({ id, word, wrong, right, edit, grade }: Other): void => {
      if (isTold(word)) return
      told.push(word)
      const fix = { grade: 'suggested', edits: [edit] } as const
      const isDoubt = grade === 'doubt' && { doubtful: true as const }
      report(id, word, { wrong, right }, { fix, severity: 'info', ...isDoubt })
    }
    for (const one of others) if (one.grade === 'told') tellOther(one)
    // What is told in any text comes before what is told only in some.
    for (const one of others) if (one.grade === 'doubt') tellOther(one)
    for (const { suspicion, grade } of judged) if (grade === 'doubt' && !isTold(suspicion.word)) tell(suspicion, grade)
  },
})

/** A place that the trees do not judge. */
interface Other {
  readonly id: 'lost' | 'suspect' | 'doubled'
  readonly grade: 'told' | 'doubt'
  readonly word: Span
  readonly wrong: string
  readonly right: string
  readonly edit: Span & { readonly text: string }
}

/** Characters lost from frequent words, and words in whose place one of the same sound is likelier. */
function othersIn(text: string, use: Use, doubts: boolean): Other[] {
  const isSparedWord = (role: string | undefined, at: number, word: Span): boolean =>
    rolesOfNames.includes(role ?? '') || isInside(use(quotations), at) || isInTitle(text, at) || isOfOldTimes(text, word)
  const isSpared = (role: string | undefined, at: number, word: Span): boolean =>
    isSparedWord(role, at, word) || isTermOfHouse(text, { word, wrong: text.slice(word.start, word.end) })
  const isLeftUnsaid = (grade: 'told' | 'doubt' | undefined): grade is undefined =>
    grade === undefined || (grade === 'doubt' && !doubts)
  const lost = inProse(use, use(lostCharacters)).flatMap(({ one, stretch }): Other[] => {
    const grade = gradeOfLost(one)
    if (isLeftUnsaid(grade) || isSpared(stretch.role, one.at, { start: one.start, end: one.end })) return []
    const { word, right } = wordsRound(text, use, one)
    const edit = { start: one.at, end: one.at, text: one.character }
    return [{ id: 'lost', grade, word, wrong: text.slice(word.start, word.end), right, edit }]
  })
  const likelier = inProse(use, use(likelierWords)).flatMap(({ one, stretch }): Other[] => {
    const { start, end, right } = one
    const wrong = text.slice(start, end)
    const grade = gradeOfLikelier(wrong, one)
    // A word that is right elsewhere in the text may be wrong here (编制预案, 编制袋).
    if (isLeftUnsaid(grade) || isSparedWord(stretch.role, start, one)) return []
    return [{ id: 'suspect', grade, word: { start, end }, wrong, right, edit: { start, end, text: right } }]
  })
  const twice = inProse(use, doubts ? use(twiceCharacters) : []).flatMap(({ one, stretch }): Other[] => {
    if (isMeantTwice(text, use, one) || isSpared(stretch.role, one.start, one)) return []
    const { start, end } = one
    const from = isHan(text, start - 1) ? start - 1 : start
    const word = { start: from, end: isHan(text, end) ? end + 1 : end }
    const right = text.slice(from, start) + text.slice(start + 1, word.end)
    const edit = { start, end: start + 1, text: '' }
    return [{ id: 'doubled', grade: 'doubt', word, wrong: text.slice(word.start, word.end), right, edit }]
  })
  return [...lost, ...likelier, ...twice]
}

type Grade = 'sure' | 'told' | 'doubt'

/** How a place is told; undefined where it is let alone. */
function gradeOf(text: string, use: Use, suspicion: Suspicion): Grade | undefined {
  const { start, end, score, kind } = suspicion
  const { told, sure } = limits[kind]
  if (isInTitle(text, start) || isFramed(text, suspicion) || isTermOfHouse(text, suspicion)) return undefined
  // 生师比 is no 师生比: a ratio has its own order.
  if (kind === 'swapped' && text[end] === '比') return undefined
  const isQuoted = isInside(use(quotations), start)
  if (score >= sure) return isQuoted ? 'told' : 'sure'
  // What is said in quotation marks is a name or a play on words.
  if (isQuoted || isOfOldTimes(text, suspicion) || isOffice(text, suspicion) || isSeldomWord(suspicion.wrong)) return undefined
  const isBeforeNameEnd = nameEnd.test(text.slice(end, end + 5))
  // Names end so; what is typed twice in front of it is no name (漏损损率).
  if (isBeforeNameEnd) return kind === 'doubled' && score >= told ? 'doubt' : undefined
  if (score >= told && !isShortMember(text, suspicion)) return isWeakWord(text, use, suspicion) ? 'doubt' : 'told'
  return isReadAsItStands(text, use, suspicion) ? undefined : 'doubt'
}

/** Characters that stand opposite one another in frames: what is between and behind them is any word (重生产轻安全, 先规划后建设). */
const frames = ['重轻', '大小', '先后', '软硬', '破立', '增减']
const frameReach = 6

/** Whether a place takes the second of such a pair, with the first shortly before it in the same run of characters, or the other way round. */
function isFramed(text: string, { start, end }: Suspicion): boolean {
  let from = start
  while (from > start - frameReach && isHan(text, from - 1)) from--
  let to = end
  while (to < end + frameReach && isHan(text, to)) to++
  const said = text.slice(start, end)
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  return frames.some(
    (pair) =>
      (said.includes(pair[1] as string) && before.includes(pair[0] as string)) ||
      (said.includes(pair[0] as string) && after.includes(pair[1] as string)),
  )
}

/** Whether two or three characters between marks hold the place: a name in a list (组长：窦文昭；). */
function isShortMember(text: string, { start, end }: Suspicion): boolean {
  let from = start
  while (from > start - 3 && isHan(text, from - 1)) from--
  let to = end
  while (to < end + 3 && isHan(text, to)) to++
  return to - from >= 2 && to - from <= 3 && '：:；、（'.includes(text[from - 1] ?? ' ')
}

/** Whether the word stands as it is in another place of the text, between other characters: then it is meant. */
function isTermOfHouse(text: string, { word, wrong }: Pick<Suspicion, 'word' | 'wrong'>): boolean {
  if (wrong.length < 2) return false
  const before = text[word.start - 1]
  const after = text[word.end]
  for (let at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + 1)) {
    if (at !== word.start && text[at - 1] !== before && text[at + wrong.length] !== after) return true
  }
  return false
}

/** How long the title of a document may be. */
const longestTitle = 60

/** Whether `offset` stands inside 《》: what a document is called is not ours to mend. */
function isInTitle(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= 0 && at > offset - longestTitle; at--) {
    const mark = text[at]
    if (mark === '《') return true
    if (mark === '》' || mark === '\n') return false
  }
  return false
}
