/** Places of little score that are read as they stand: words of their own, short names of offices, two words that meet. */
import { isHan, type Suspicion, type Use, words } from '../../../src/kit.ts'

/** What makes another word of a word is more than a doubt from this score on: 松劲、进去 for 进取. Measured on planted slips. */
const leastOfWords = -0.5

/** Offices and places by one character, which stand in front of any word: 县税务局, 局人事股. */
const offices = '县市区镇乡村校院局股室办署会团队厂司级'

/** Words that the dictionaries of words lack. */
const unlisted = ['卒中']

/** How far round a place the words are told apart. */
const reach = 8

/** Whether a doubtful place is more likely right: only places that are not told in every text are asked for. */
export function isReadAsItStands(text: string, use: Use, suspicion: Suspicion): boolean {
  const { start, end, kind, score } = suspicion
  if (kind === 'doubled') return meetsHere(text, use, suspicion)
  if (score >= leastOfWords || kind === 'again') return false
  if (kind === 'swapped') return isWord(text, use, start, end)
  if (kind === 'word') return isWord(text, use, start, end) || isPartOfWord(text, use, suspicion)
  return offices.includes(text[start] as string) || isPartOfWord(text, use, suspicion)
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
  if (end - start < 2 || !isWhole(text.slice(start, end), use)) return false
  const { from, to } = runRound(text, start, end)
  return all.hasEnd(from, to, start) && all.hasEnd(from, to, end)
}

const isWhole = (word: string, use: Use): boolean => {
  if (unlisted.includes(word)) return true
  for (let at = 1; at < word.length; at++) if (use(words).hasEndIn(word, at)) return false
  return true
}

/** Whether the character makes a word with a neighbour (来电, 税源) as the words are told apart there. */
function isPartOfWord(text: string, use: Use, { start, end }: Suspicion): boolean {
  for (let length = 4; length >= 2; length--) {
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
function meetsHere(text: string, use: Use, { start, end }: Suspicion): boolean {
  if (isWord(text, use, start, end)) return true
  const middle = start + 1
  if (end - start !== 2 || !isHan(text, start - 1) || !isHan(text, end)) return false
  return isWhole(text.slice(start - 1, middle), use) && isWhole(text.slice(middle, end + 1), use)
}
