/** One thing under two names: names with the same ending that differ in one place. */
import { distinguishing, isHan, type NameMention, type Span, soundAlike, type Words } from '../../../src/kit.ts'
import { houseEndings, projectEndings, properEndings, puns, regional } from './data.ts'
import { type Difference, differenceOf, keysOf } from './difference.ts'

/** Two names that may be one thing's. */
export interface Variant {
  /** The name that is believed, and the one that differs from it. */
  readonly name: string
  readonly nameAt: Span
  readonly count: number
  readonly other: string
  readonly otherAt: Span
  /** Good reason to say so; else it is a question. */
  readonly isSure: boolean
}

interface Core {
  /** Which of the mentions. */
  readonly ordinal: number
  readonly mention: NameMention
  readonly core: string
}

/** Names of the same key beyond these are not compared: a list of hundreds of villages is no slip. */
const mostAlike = 24
/** Pairs looked at closely in one text. */
const mostPairs = 600
/** Characters of a name that are looked at. */
const longestCore = 10

export function variantsAmong(text: string, mentions: readonly NameMention[], own: readonly string[], all: Words): Variant[] {
  const cores = mentions.map(
    (mention, ordinal): Core => ({
      mention,
      ordinal,
      core: text.slice(mention.start, mention.end - mention.ending.length).slice(-longestCore),
    }),
  )
  const firstOf = new Map<string, Core>()
  for (const one of cores) {
    const words = one.core + one.mention.ending
    if (!firstOf.has(words)) firstOf.set(words, one)
  }
  const groups = new Map<number, Core[]>()
  const keyed = [...firstOf.values()].map((one) => ({ one, keys: keysOf(one.core, one.mention.ending) }))
  const isShared = sharedAmong(keyed)
  for (const { one, keys } of keyed) {
    for (const key of keys) {
      if (!isShared(key)) continue
      const group = groups.get(key)
      if (!group) groups.set(key, [one])
      else if (group.length < mostAlike && !group.includes(one)) group.push(one)
    }
  }
  const counts = new Map<string, number>()
  const countOf = (words: string): number => {
    let count = counts.get(words)
    if (count === undefined) {
      count = text.split(words).length - 1
      counts.set(words, count)
    }
    return count
  }
  const seen = new Set<number>()
  const found = new Map<number, Variant>()
  let pairs = 0
  for (const group of groups.values()) {
    for (let i = 0; i < group.length; i++) {
      for (let j = i + 1; j < group.length; j++) {
        const one = group[i] as Core
        const other = group[j] as Core
        const id = one.ordinal * mentions.length + other.ordinal
        if (seen.has(id)) continue
        seen.add(id)
        const difference = differenceOf(one.core, other.core)
        if (!difference || !mayBeOne(one, other, difference)) continue
        if (++pairs > mostPairs) return [...found.values()]
        const variant = judge(text, one, other, difference, countOf, own, all)
        if (variant && !found.has(variant.otherAt.start)) found.set(variant.otherAt.start, variant)
      }
    }
  }
  for (const variant of tails(text, [...firstOf.values()], countOf, all)) {
    if (!found.has(variant.otherAt.start)) found.set(variant.otherAt.start, variant)
  }
  return [...found.values()]
}

/** Whether two names may have a key: nearly all keys are one name's alone, and are kept nowhere. */
function sharedAmong(keyed: readonly { readonly keys: readonly number[] }[]): (key: number) => boolean {
  let room = 256
  while (room < 64 * keyed.length) room *= 2
  const times = new Uint8Array(room)
  for (const { keys } of keyed) {
    for (const key of keys) {
      const slot = key & (room - 1)
      if ((times[slot] as number) < 2) times[slot] = (times[slot] as number) + 1
    }
  }
  return (key) => times[key & (room - 1)] === 2
}

/** Names that have lost their first character, or have it twice: 鲁木齐机场, 港港珠澳大桥. */
function tails(text: string, cores: readonly Core[], countOf: (words: string) => number, all: Words): Variant[] {
  const edged = new Map<string, Core>()
  for (const one of cores) {
    if (one.mention.atEdge && one.mention.of !== 'project' && one.mention.ending.length > 1 && one.core.length < longestCore)
      edged.set(one.core + one.mention.ending, one)
  }
  const found: Variant[] = []
  for (const [words, long] of edged) {
    const rest = words.slice(1)
    const short = edged.get(rest)
    if (!short) continue
    const isTwice = words[0] === words[1]
    const [name, odd] = isTwice ? [short, long] : [long, short]
    const nameWords = isTwice ? rest : words
    const oddWords = isTwice ? words : rest
    const oddAt = { start: odd.mention.end - oddWords.length, end: odd.mention.end }
    if (
      countOf(oddWords) - (isTwice ? 0 : countOf(words)) !== 1 ||
      /[0-9０-９一二三四五六七八九十百千万亿两几数多余]/.test(text[oddAt.start - 1] ?? '')
    )
      continue
    if (!isTwice) {
      const isCut = !all.hasEndIn(words.slice(0, 4), 1)
      if (
        !isCut ||
        countOf(words) < 2 ||
        isWord(words.slice(1, 3), all) ||
        distinguishing.has(words[0] as string) ||
        distinguishing.has(words[1] as string)
      )
        continue
    }
    const nameAt = { start: name.mention.end - nameWords.length, end: name.mention.end }
    found.push({
      name: nameWords,
      nameAt,
      count: countOf(nameWords) - (isTwice ? 1 : 0),
      other: oddWords,
      otherAt: oddAt,
      isSure: true,
    })
  }
  return found
}

/** The characters that differ, in either name. */
function slipOf({ core }: Core, { right }: Difference, length: number): string {
  return core.slice(core.length - right - length, core.length - right)
}

/** Cheap reasons first why two names are two things. */
function mayBeOne(one: Core, other: Core, difference: Difference): boolean {
  const a = slipOf(one, difference, difference.inFirst)
  const b = slipOf(other, difference, difference.inSecond)
  const { left, right, slip } = difference
  if (slip === 'word') return true
  if (slip === 'swap') return true
  if (left + right === 0) return false
  if (slip === 'lost') return left >= 1
  const kinds = [a, b].map((character) => distinguishing.get(character))
  const tellsApart = kinds[0] !== undefined && kinds[0] === kinds[1]
  if (soundAlike(a.charCodeAt(0), b.charCodeAt(0))) return !tellsApart
  if (left > 2) return !tellsApart
  return kinds[0] === undefined && kinds[1] === undefined && (left + right >= 3 || right >= 2)
}

function judge(
  text: string,
  one: Core,
  other: Core,
  difference: Difference,
  countOf: (words: string) => number,
  own: readonly string[],
  all: Words,
): Variant | undefined {
  const first = formOf(text, one, difference, difference.inFirst)
  const second = formOf(text, other, difference, difference.inSecond)
  const firstCount = countOf(first.words)
  const secondCount = countOf(second.words)
  // Both stand more than once: two things.
  if (firstCount > 1 && secondCount > 1) return undefined
  const isFirst =
    firstCount === secondCount ? isBefore(first, second, difference, one.mention.ending, all) : firstCount > secondCount
  const [name, odd, nameCount] = isFirst ? [first, second, firstCount] : [second, first, secondCount]
  const [nameSlip, oddSlip] = isFirst ? [difference.inFirst, difference.inSecond] : [difference.inSecond, difference.inFirst]
  if (areListed(text, name, odd)) return undefined
  const isSound =
    difference.slip === 'other' && soundAlike(slipCode(name, difference, nameSlip, one), slipCode(odd, difference, oddSlip, one))
  const sure = weight(text, {
    name,
    odd,
    nameCount,
    difference,
    isSound,
    nameSlip,
    oddSlip,
    ending: one.mention.ending,
    own,
    all,
  })
  if (sure === undefined) return undefined
  return { name: name.words, nameAt: span(name), count: nameCount, other: odd.words, otherAt: span(odd), isSure: sure }
}

/** Whether the characters that differ sound alike: a slip of typing, of which the dictionary knows the right one. */
function isSoundSlip(first: Form, second: Form, { right, inFirst, inSecond }: Difference, ending: string): boolean {
  const code = ({ words }: Form, slip: number): number => words.charCodeAt(words.length - ending.length - right - slip)
  return soundAlike(code(first, inFirst), code(second, inSecond))
}

/** Of two that stand once each, the one that the dictionary knows is believed, else the one that stands first. */
function isBefore(first: Form, second: Form, difference: Difference, ending: string, all: Words): boolean {
  if (difference.slip === 'word' || (difference.slip === 'other' && !isSoundSlip(first, second, difference, ending))) {
    return first.start < second.start
  }
  const fromEnd = ending.length + difference.right
  const [one, other] = [
    makesWord(first.words, fromEnd, difference.inFirst, all),
    makesWord(second.words, fromEnd, difference.inSecond, all),
  ]
  return one === other ? first.start < second.start : one
}

const span = ({ start, end }: Span): Span => ({ start, end })

interface Form extends Span {
  readonly words: string
}

/** The part of a name that both have, slip and ending included. */
function formOf(text: string, { core, mention }: Core, { left, right }: Difference, slip: number): Form {
  const coreEnd = mention.end - mention.ending.length
  const start = coreEnd - Math.min(core.length, right + slip + left)
  return { start, end: mention.end, words: text.slice(start, mention.end) }
}

const slipCode = ({ words }: Form, { right }: Difference, slip: number, { mention }: Core): number =>
  words.charCodeAt(words.length - mention.ending.length - right - slip)

interface Evidence {
  readonly name: Form
  readonly odd: Form
  readonly nameCount: number
  readonly difference: Difference
  readonly isSound: boolean
  readonly nameSlip: number
  readonly oddSlip: number
  readonly ending: string
  readonly own: readonly string[]
  readonly all: Words
}

/** true: to be told; false: to be asked; undefined: nothing to say. */
function weight(text: string, evidence: Evidence): boolean | undefined {
  const { name, odd, nameCount, difference, isSound, nameSlip, oddSlip, ending, own, all } = evidence
  const { slip, right } = difference
  const isLong = ending.length > 1
  const ownLength = own.reduce(
    (most, place) => (place.length <= difference.left && name.words.startsWith(place) ? Math.max(most, place.length) : most),
    0,
  )
  const left = Math.max(0, difference.left - ownLength)
  const shared = left + right
  const fromEnd = ending.length + right
  if (slip === 'word') return left > 2 || nameCount > 1
  if (slip === 'lost') {
    if (oddSlip === 1 && isDoubled(odd.words, fromEnd)) return shared > 0 && !projectEndings.has(ending) ? true : undefined
    // A word more or less is an abbreviation; half a word lost is a slip.
    const isBroken =
      nameCount > 1 &&
      nameSlip === 1 &&
      difference.left > 1 &&
      !tellsApart(name.words, fromEnd) &&
      breaksWord(text, name, fromEnd, all)
    return isBroken ? shared > 1 : undefined
  }
  const isProper = properEndings.has(ending)
  const isHouse = houseEndings.has(ending)
  if (!mayMatter(evidence, left)) return undefined
  const nameWord = makesWord(name.words, fromEnd, nameSlip, all)
  const oddWord = makesWord(odd.words, fromEnd, oddSlip, all)
  const isLexical = nameWord && oddWord
  if (isLexical && !(isSound && nameCount > 1) && left < 3) return undefined
  if (isLexical && !isProper && !isHouse) return undefined
  // Nothing to the left: only where one is a word and the other is none.
  if (difference.left === 0 && slip !== 'swap' && !isSound && (!nameWord || oddWord)) return undefined
  // Without a character in common to the left, both must begin where a word begins.
  if (difference.left === 0 && (cutsWord(text, name, all) || cutsWord(text, odd, all))) return undefined
  if (slip === 'swap')
    return (shared > 0 && (nameCount > 1 || (isLong && shared > 1))) ||
      (isLong && nameWord && !oddWord && !projectEndings.has(ending))
      ? true
      : undefined
  if (isSound) {
    if (nameCount > (isLong || shared > 1 ? 1 : 2)) return shared > 0 ? !isLexical : undefined
    return isLong && (shared > 1 || (nameWord && !oddWord)) && shared > 0 && !isLexical ? true : undefined
  }
  if (difference.left === 0) return true
  if (isProper || (isHouse && nameCount > 1)) return !isLexical
  return nameCount > 1 ? false : undefined
}

/** Reasons why nothing can be said of two names, whatever the dictionary has of them: that is asked last, for it is dear. */
function mayMatter({ name, odd, nameCount, difference, isSound, ending }: Evidence, left: number): boolean {
  const { slip, right } = difference
  const isLong = ending.length > 1
  const shared = left + right
  const fromEnd = ending.length + right
  if (slip === 'swap') {
    return isLong ? shared > 1 || (shared > 0 && nameCount > 1) || !projectEndings.has(ending) : shared > 0 && nameCount > 1
  }
  if (isSound) {
    const isPun = [name, odd].some(({ words }) => puns.has(words[words.length - fromEnd - 1] as string))
    return !isPun && shared > 0 && (isLong || nameCount > (shared > 1 ? 1 : 2))
  }
  if (!isLong || areRegions(name.words, odd.words, fromEnd)) return false
  const isProper = properEndings.has(ending)
  if (difference.left === 0) return right > 1 && nameCount > 1 && (isProper || houseEndings.has(ending))
  return left > 1 && shared > 2 && (isProper || nameCount > 1)
}

/** Whether the character before `fromEnd` tells one thing from another of the name. */
const tellsApart = (words: string, fromEnd: number): boolean => distinguishing.has(words[words.length - fromEnd - 1] as string)

const areRegions = (one: string, other: string, fromEnd: number): boolean =>
  regional.has(one[one.length - fromEnd - 1] as string) && regional.has(other[other.length - fromEnd - 1] as string)

/** Whether the character that one name has more is its neighbour once more: 临港港新片区. */
function isDoubled(words: string, fromEnd: number): boolean {
  const at = words.length - fromEnd - 1
  return words[at] === words[at + 1] || words[at] === words[at - 1]
}

const isWord = (pair: string, all: Words): boolean => pair.length === 2 && !all.hasEndIn(pair, 1)

/** Whether what differs makes a word of two characters, with a neighbour where it is one: 茶园, 集聚. */
function makesWord(words: string, fromEnd: number, length: number, all: Words): boolean {
  const end = words.length - fromEnd
  if (length === 2) return isWord(words.slice(end - 2, end), all)
  return isWord(words.slice(Math.max(0, end - 2), end), all) || isWord(words.slice(end - 1, end + 1), all)
}

/** Whether the character before `fromEnd` is part of a word that is none without it: the 滨 of 哈尔滨. */
function breaksWord(text: string, { start, end }: Form, fromEnd: number, all: Words): boolean {
  const at = end - fromEnd - 1
  const from = Math.max(start, at - 4)
  const to = Math.min(end, at + 5)
  let first = at
  while (first > from && !all.hasEnd(from, to, first)) first--
  let last = at + 1
  while (last < to && !all.hasEnd(from, to, last)) last++
  const rest = text.slice(first, at) + text.slice(at + 1, last)
  return last - first > 1 && (rest.length === 1 ? !/[县市区镇乡省人]/.test(text[at] as string) : all.hasEndIn(rest, 1))
}

/** Whether the name begins amid a word of the text: the 级 of 省级. */
function cutsWord(text: string, { start, end }: Form, all: Words): boolean {
  let from = start
  while (from > 0 && start - from < 4 && isHan(text, from - 1)) from--
  return !all.hasEnd(from, end, start)
}

/** Whether the odd name stands in one list with the other, anywhere: between two members stand marks of lists only. */
function areListed(text: string, name: Form, odd: Form): boolean {
  const before = text.slice(Math.max(0, odd.start - longestList), odd.start)
  const behind = text.slice(odd.end, odd.end + longestList)
  const last = before.lastIndexOf(name.words)
  const next = behind.indexOf(name.words)
  return (last >= 0 && isList(before.slice(last + name.words.length))) || (next >= 0 && isList(behind.slice(0, next)))
}

const longestList = 60
const isList = (between: string): boolean => /[、和与及或]/.test(between) && !/[，。！？；\n]/.test(between)
