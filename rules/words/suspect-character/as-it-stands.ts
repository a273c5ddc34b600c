/** Places of little score that are read as they stand: words of their own, short names of offices, two words that meet. */
import {
  isHan,
  type LikelierWord,
  lexicon,
  type Span,
  type Suspicion,
  soundAlike,
  type TwiceCharacter,
  type Use,
  words,
} from '../../../src/kit.ts'

/** What makes another word of a word is more than a doubt from this score on: 松劲、进去 for 进取. Measured on planted slips. */
const leastOfWords = -0.5

/** Words that share a character and sound are typed for one another: the limit of those. */
const leastOfLike = -2.5
/** What is a word as it stands is told in any text from this score on. */
const toldOfWords = 1.5

/** And an office by one character. */
const toldOfOffices = 2.5

/** Pairs of which both stand in the same places, the one that stands first. */
const bothRight = [
  '接收接受',
  '收到受到',
  '检察检查',
  '巡察巡查',
  '考查考察',
  '水费税费',
  '水税',
  '税水',
  '即时及时',
  '食用使用',
  '划分化分',
  '回报会报',
  '智造制造',
]

/** Offices and places by one character, which stand in front of any word: 县税务局, 局人事股. */
const offices = '县市区镇乡村校院局股室办署会团队厂司级'

/** Words that the dictionaries of words lack. */
const unlisted = ['卒中']

/** How far round a place the words are told apart. */
const reach = 8

/** Metals by their characters, of which trades make words at will: 锡铟, 铅锌. */
const metals =
  '锂铍钠镁铝钾钙钪钛钒铬锰铁钴镍铜锌镓锗铷锶钇锆铌钼锝钌铑钯银镉铟锡锑铯钡镧铈镨钕钐铕钆铽镝钬铒铥镱镥铪钽钨铼锇铱铂金汞铊铅铋钋镭锕钍铀'

/** Words that official prose hardly has, and schools, banks and speeches do: 期中检测, 存款多增, 工作亦然, 身康体健, 不贴标签. */
const seldom = ['期中', '多增', '亦然', '体健', '不贴']

/** Whether what stands is a word that the counted texts hardly have. */
export const isSeldomWord = (said: string): boolean =>
  seldom.includes(said) || (said.length > 1 && [...said].every((character) => metals.includes(character)))

/** Whether a doubtful place is more likely right: only places that are not told in every text are asked for. */
export function isReadAsItStands(text: string, use: Use, suspicion: Suspicion): boolean {
  const { start, end, kind, score, suggestion } = suspicion
  if (kind === 'doubled') return meetsHere(text, use, suspicion)
  if (kind === 'again') return false
  const said = text.slice(start, end)
  if (score >= (isLikeSaid(said, suggestion) ? leastOfLike : leastOfWords)) return false
  if (kind === 'swapped') return isWord(text, use, start, end)
  if (kind === 'word') return isWord(text, use, start, end) || isPartOfWord(text, use, suspicion)
  return isPartOfWord(text, use, suspicion)
}

/** Whether two words share a character and the other two sound alike, or two characters do: 截流 and 截留 are typed for one another. */
function isLikeSaid(said: string, due: string): boolean {
  if (bothRight.includes(`${said}${due}`) || said.length !== due.length) return false
  let differing = 0
  for (let at = 0; at < said.length; at++) {
    if (said[at] === due[at]) continue
    differing++
    if (!soundAlike(said.charCodeAt(at), due.charCodeAt(at))) return false
  }
  return differing === 1
}

/** Whether what stands is a word in its place, and the score too small to be told in any text all the same: 水费 for 税费. */
export function isWeakWord(text: string, use: Use, suspicion: Suspicion): boolean {
  const { start, end, kind, score } = suspicion
  if (score >= toldOfWords) return false
  return kind === 'word' ? isWord(text, use, start, end) : kind === 'character' && isPartOfWord(text, use, suspicion)
}

/** Whether an office or a place stands there by one character, and the score is too small for another one: 院址, 县本级. */
export const isOffice = (text: string, { start, kind, score }: Suspicion): boolean =>
  kind === 'character' && score < toldOfOffices && offices.includes(text[start] as string)

/** Bits from which a character that stands twice is one too many though it makes words at both sides: 孕产产妇. */
const twiceDespiteWords = 20

/** Whether a character that stands twice is meant to: 洋洋洒洒, 形形色色, 卒中｜中心. */
export function isMeantTwice(text: string, use: Use, { start, end, gain }: TwiceCharacter): boolean {
  const isTwice = (at: number): boolean => isHan(text, at) && text.charCodeAt(at) === text.charCodeAt(at + 1)
  if (isTwice(start - 2) || isTwice(end) || text[start - 1] === '一') return true
  if (use(lexicon)(text.slice(start, end)) && use(words).hasEnd(start, end + 1, end)) return true
  return gain < twiceDespiteWords && meetsHere(text, use, { start, end })
}

/** Bits from which a word that is likelier is told in any text and is a doubt: of words that share a character, and of others. */
const likelier = { alike: { told: 26, doubt: 15 }, other: { told: Number.POSITIVE_INFINITY, doubt: 21 } }

/** How a word that is likelier than the one that stands is told; undefined where it is not. */
export function gradeOfLikelier(said: string, { right, gain }: LikelierWord): 'told' | 'doubt' | undefined {
  if (bothRight.includes(`${said}${right}`)) return undefined
  const { told, doubt } = said[0] === right[0] || said[1] === right[1] ? likelier.alike : likelier.other
  return gain >= told ? 'told' : gain >= doubt ? 'doubt' : undefined
}

/** The run of characters round a place. */
function runRound(text: string, start: number, end: number): { from: number; to: number } {
  let from = start
  while (from > start - reach && isHan(text, from - 1)) from--
  let to = end
  while (to < end + reach && isHan(text, to)) to++
  return { from, to }
}

/** Whether the lexicon has what stands between two offsets, and the words round it leave it whole. */
function isWord(text: string, use: Use, start: number, end: number): boolean {
  const all = use(words)
  if (end - start < 2 || !isListed(text.slice(start, end), use)) return false
  const { from, to } = runRound(text, start, end)
  return all.hasEnd(from, to, start) && all.hasEnd(from, to, end)
}

/** Whether a word is one: the lexicon says so of some that are none, and whoever cuts words makes new ones. */
function isListed(word: string, use: Use): boolean {
  if (unlisted.includes(word)) return true
  if (!use(lexicon)(word)) return false
  for (let at = 1; at < word.length; at++) if (use(words).hasEndIn(word, at)) return false
  return true
}

/** Whether the character makes a word with a neighbour (来电, 税源) as the words are told apart there. */
function isPartOfWord(text: string, use: Use, { start, end }: Suspicion): boolean {
  for (let length = 3; length >= 2; length--) {
    for (let first = end - length; first <= start; first++) {
      if (isAllHan(text, first, first + length) && isWord(text, use, first, first + length)) return true
    }
  }
  return false
}

const isAllHan = (text: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (!isHan(text, at)) return false
  return true
}

/** Whether a character stands twice because one word ends and another begins in it (卒中｜中心), or the two are a word (天天). */
function meetsHere(text: string, use: Use, { start, end }: Span): boolean {
  if (isWord(text, use, start, end)) return true
  const middle = start + 1
  if (end - start !== 2 || !isHan(text, start - 1) || !isHan(text, end)) return false
  return isListed(text.slice(start - 1, middle), use) && isListed(text.slice(middle, end + 1), use)
}
