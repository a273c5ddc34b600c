/**
 * Looks through a text for characters that stand where official prose never has them and would have another one that
 * sounds or looks alike, for pairs the wrong way round and for characters typed twice. It judges nothing: each place that
 * could be a slip comes with numbers, and the trees weigh them.
 *
 * A place is looked at when no run of four round it is in the table and its runs of three are rare there. All is integers
 * and arrays made once; nothing is made for a place.
 */
import { firstChar, hasWord, highOfFour, highOfThree, levelsOf, lowOf, type Model } from './model.ts'

/** What kind of slip is thought of. Their numbers are known to the trees. */
export const kinds = ['character', 'doubled', 'word', 'swapped', 'again'] as const
export type Kind = (typeof kinds)[number]

/** How many numbers come with a place. */
export const featureCount = 66

/** A place that could be a slip: shared by all, filled anew for each. */
export interface Place {
  /** Index into `kinds`. */
  kind: number
  /** Offsets of the text. */
  start: number
  end: number
  /** Codes of the model, 0 where there is none. */
  first: number
  second: number
  /** 1 same sound, 2 near sound, 4 shape. */
  flags: number
  readonly features: Int16Array
}

/** What a text becomes: codes of the model and where each stands. Blanks go, runs of figures, letters and marks are one. */
interface Tokens {
  readonly codes: Uint16Array
  readonly offsets: Int32Array
  readonly count: number
}

/** Edges so that windows need no bounds. */
const edge = 4

/** Stands for a level that nobody has asked for yet; levels are less. */
const notAsked = 255

/** The highest levels at which a place is still looked at. */
const mostOfFour = 1
const mostOfThree = 4
/** What is proposed must stand at this level at least, and so far above what is there. */
const leastProposed = 1
/** A pair above this level is a word. */
const strong = 4
/** Bits that the proposed words must be likelier by, before the trees are asked: by kind. */
const leastGain = [5, 3, 6, 6, 10] as const

/** Bits by which a word of the same sound must be likelier, and how many levels rarer it may be. */
const leastWordGain = 15
const mostRarer = 5

const numerals = '一二三四五六七八九十百千万亿〇零两廿第每'
/** Pairs of usage, not of slips: the first is never mended to the second. 的、地、得 are weighed by a table of their own. */
const neverProposed =
  '地的 得的 的地 的得 地得 得地 使是 使市 使实 约的 它他 她他 他她 他它 象像 像象 再更 作做 做作 试实 付对 订定 定订 帐账 份分 那哪 呢了 则这 都是 其期 份分 分份 尽经'
/** One-character names of provinces and cities, which are no words otherwise: what stands there is a name. */
const shortNames = '津沪渝冀豫湘皖鲁浙赣鄂桂晋陕闽粤琼滇黔穗蓉邕榕'
/** Characters that the language doubles: 等等, 人人, 高高, 看看. */
const doubledWords =
  '等种人高大好常往渐仅刚天年月日家户处事个件条层样步早牢紧深远久稳满默切代世时节频纷源滔茫欣蒸累比历孜兢勃循念斤谆拳殷匆悄偏慢明恰断通统整足说看想谈走听试读讲算学写问唠喝歇爸妈爷奶哥姐弟妹叔宝星点滴闪朵串排座村镇乡县店厂校班门国岁夜声句字笔笑哈轻浓淡微重多少小快热冷满空急缓娓津区莘芸洋巍堂正郁葱蓬熊冉徐亭楚圈团道队组批滚红绿蓝白黑蹦跳尝'
const functionWords = '和为在与对将把被从由于及并向的了而或是以'
const nameEnds = '江河湖海山岭路镇村乡县区州市街桥岛湾水库线园厂寺庙沟洲港站城铁速家院校所中一二三四五六七八九十'

/** Whether UTF-16 units are of a set, one byte a unit. */
function setOf(characters: string): Uint8Array {
  const set = new Uint8Array(0x10000)
  for (let index = 0; index < characters.length; index++) set[characters.charCodeAt(index)] = 1
  return set
}

const isNameEnd = setOf(nameEnds)
const opens = setOf('（(“"《·、')
const closes = setOf('）)”"》·、')
const enumerationMark = 0x3001

/** How far round a place words are told apart, and what a word costs, and a character alone at least: sixteenths of a bit. */
const reach = 7
const priceOfWord = 64
const leastLone = 48

const atMost = (most: number, level: number): number => (level > most ? 0 : level)

const isHanUnit = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** Of how many occurrences of a run something new follows: about as many as there are different followers (Heaps). */
const freedomOf = (count: number): number => 4 + 0.75 * count ** 0.6

/** What is worked out once for a model: characters by unit, logarithms by level. */
export interface Scanner {
  readonly model: Model
  scan(text: string, take: (place: Place) => void): void
  /** The character of a code; '' for what is none. */
  characterOf(code: number): string
  /**
   * Words of two characters that stand where a word of the same sound is likelier, whether or not official prose has them there: `right` would be
   * likelier by `gain` bits.
   */
  wordsIn(text: string, take: (start: number, right: string, gain: number) => void): void
  /** Bits by which the characters are likelier with `put` (at most three characters) from `start` to `end` of `text` (at most three). */
  gainOf(text: string, start: number, end: number, put: string): number
  /** The binary logarithm of how often a mark follows the three characters before offset `at`. */
  bitsOfEnd(text: string, at: number): number
  /** What a character in front of offset `at` of `text` would gain. */
  insertionOf(text: string, at: number, character: string): Insertion
}

/** What the words round a place gain by one more character. */
export interface Insertion {
  /** Bits by which the characters are likelier with it. */
  readonly gain: number
  /** By how much the words are cheaper with it, and what stays alone beside the place without it: sixteenths of a bit. */
  readonly words: number
  readonly alone: number
}

export function scannerOf(model: Model): Scanner {
  const { chars, single, confusedFrom, confused, syllables, sounds, wordsFrom, words, least, size, alone } = model
  const codeOf = new Uint16Array(0x10000)
  const rare = chars.length + firstChar
  codeOf.fill(rare, 0x4e00, 0xa000)
  codeOf[0x3007] = rare
  for (let index = 0; index < chars.length; index++) codeOf[chars[index] as number] = index + firstChar
  for (const digit of '0123456789０１２３４５６７８９%％．.') codeOf[digit.charCodeAt(0)] = 1
  for (let code = 65; code < 91; code++) {
    for (const letter of [code, code + 32, code + 0xfee0, code + 32 + 0xfee0]) codeOf[letter] = 2
  }
  const codesOf = (characters: string): number[] => [...characters].map((character) => codeOf[character.charCodeAt(0)] as number)
  // Figures and names are never mended.
  const isFixed = new Uint8Array(rare + 1)
  for (const code of codesOf(numerals)) isFixed[code] = 1
  for (const code of codesOf(shortNames)) isFixed[code] = 1
  const isFunction = new Uint8Array(rare + 1)
  for (const code of codesOf(functionWords)) isFunction[code] = 1
  const isDoubled = new Uint8Array(rare + 1)
  for (const code of codesOf(doubledWords)) isDoubled[code] = 1
  const spared = new Set<number>()
  for (const pair of neverProposed.split(' ')) {
    const [from = 0, to = 0] = codesOf(pair)
    spared.add((from << 13) | to)
  }

  /** Counts by level, of runs of two, three, four. */
  const counts = least.map((fewest) => {
    const step = Math.log2(1e6 / fewest) / 14
    const values = new Float64Array(16)
    for (let level = 1; level < 16; level++) values[level] = Math.round(fewest * 2 ** ((level - 1) * step))
    return values
  })
  const [counts2, counts3, counts4] = counts as [Float64Array, Float64Array, Float64Array]
  const free2 = counts2.map(freedomOf)
  const free3 = counts3.map(freedomOf)
  const logSize = Math.log2(size)
  // By code, worked out when first asked: powers are dear.
  const counts1 = new Float64Array(rare + 1)
  const free1 = new Float64Array(rare + 1)
  const countOf = (code: number): number => {
    if (free1[code] === 0) {
      counts1[code] = 2 ** ((single[code] as number) / 256) - 1
      free1[code] = freedomOf(counts1[code] as number)
    }
    return counts1[code] as number
  }

  const { pair, run } = levelsOf(model)
  // A run is not met oftener than the runs in it: what says so is a fingerprint that lies.
  const threeOf = (a: number, b: number, c: number, first: number, second: number): number => {
    const most = b === 0 ? 0 : Math.min(first, second)
    return most === 0 ? 0 : atMost(most, run(highOfThree(a), lowOf(b, c)))
  }
  const three = (a: number, b: number, c: number): number => (b === 0 ? 0 : threeOf(a, b, c, pair(a, b), pair(b, c)))
  const four = (a: number, b: number, c: number, d: number): number => {
    if (b === 0 || c === 0) return 0
    const first = three(a, b, c)
    const most = first === 0 ? 0 : Math.min(first, three(b, c, d))
    return most === 0 ? 0 : atMost(most, run(highOfFour(a, b), lowOf(c, d)))
  }

  /**
   * Bits of the characters from the fourth on, each behind the three before it, smoothed from long runs to short ones. What is known of a
   * run is carried on to the next character, since to look it up is what costs.
   */
  function bitsFrom(row: Uint16Array, length: number): number {
    let sum = 0
    let a = row[0] as number
    let b = row[1] as number
    let c = row[2] as number
    let pairBehind = pair(b, c)
    let threeBehind = threeOf(a, b, c, pair(a, b), pairBehind)
    for (let at = 3; at < length; at++) {
      const w = row[at] as number
      const pairHere = pair(c, w)
      const threeHere = threeOf(b, c, w, pairBehind, pairHere)
      let share = (countOf(w) + 0.5) / size
      const count = countOf(c)
      const freedom = free1[c] as number
      share = ((counts2[pairHere] as number) + freedom * share) / (count + freedom)
      if (c !== 0) {
        const free = free2[pairBehind] as number
        share = ((counts3[threeHere] as number) + free * share) / ((counts2[pairBehind] as number) + free)
        if (b !== 0 && threeBehind > 0) {
          const rest = free3[threeBehind] as number
          const most = Math.min(threeBehind, threeHere)
          const four = most === 0 ? 0 : atMost(most, run(highOfFour(a, b), lowOf(c, w)))
          share = ((counts4[four] as number) + rest * share) / ((counts3[threeBehind] as number) + rest)
        }
      }
      sum += Math.log2(share)
      a = b
      b = c
      c = w
      pairBehind = pairHere
      threeBehind = threeHere
    }
    return sum
  }

  /** Places in `confused` that are worth weighing: at most one for each code of 12 bits. */
  const candidates = new Uint32Array(0x1000)
  const old = new Uint16Array(12)
  const proposed = new Uint16Array(12)
  const oldUnits = new Uint16Array(12)
  const newUnits = new Uint16Array(12)
  const place: Place = { kind: 0, start: 0, end: 0, first: 0, second: 0, flags: 0, features: new Int16Array(featureCount) }
  const { features } = place
  // Words of a stretch round a place, and what they cost: see priceOfWords.
  const stretch = new Uint16Array(2 * reach + 4)
  const prices = new Int32Array(stretch.length + 1)
  const sizes = new Uint8Array(stretch.length + 1)
  let aloneAt = 0
  let aloneBeside = 0

  /** Lowest and highest level of the runs that have a part in `from` to `to` of `row`: eight numbers at `at`. */
  function support(row: Uint16Array, from: number, to: number, at: number): void {
    let low2 = 16
    let high2 = 0
    let low3 = 16
    let high3 = 0
    let low4 = 16
    let high4 = 0
    let sum3 = 0
    let sum4 = 0
    for (let index = from - 1; index < to; index++) {
      const level = pair(row[index] as number, row[index + 1] as number)
      if (level < low2) low2 = level
      if (level > high2) high2 = level
    }
    for (let index = from - 2; index < to; index++) {
      if (row[index + 1] === 0) continue
      const level = three(row[index] as number, row[index + 1] as number, row[index + 2] as number)
      if (level < low3) low3 = level
      if (level > high3) high3 = level
      sum3 += level
    }
    for (let index = from - 3; index < to; index++) {
      if (row[index + 1] === 0 || row[index + 2] === 0) continue
      const level = four(row[index] as number, row[index + 1] as number, row[index + 2] as number, row[index + 3] as number)
      if (level < low4) low4 = level
      if (level > high4) high4 = level
      sum4 += level
    }
    features[at] = low2
    features[at + 1] = high2
    features[at + 2] = low3 < 16 ? low3 : -1
    features[at + 3] = high3
    features[at + 4] = low4 < 16 ? low4 : -1
    features[at + 5] = high4
    features[at + 6] = sum3
    features[at + 7] = sum4
  }

  /** The longest word of the lexicon that covers `from` to `to` of `units`. */
  function covered(units: Uint16Array, length: number, from: number, to: number): number {
    for (let word = 4; word >= 2; word--) {
      for (let at = Math.max(0, to - word); at <= from && at + word <= length; at++) {
        if (hasWord(model, units, at, word)) return word
      }
    }
    return 0
  }

  /** How much oftener than by chance a pair stands, in eighths of a bit. */
  function affinity(a: number, b: number): number {
    const level = pair(a, b)
    if (level === 0) return -48
    return Math.round(8 * (Math.log2(counts2[level] as number) + logSize - ((single[a] as number) + (single[b] as number)) / 256))
  }

  /**
   * What it costs to part `length` units of `row` into words: a fixed price for a word of the lexicon, for a character by
   * itself the more the seldomer it is a word. `from` to `to` is the place: `aloneAt` becomes what of its characters stays alone there.
   */
  function priceOfWords(row: Uint16Array, length: number, from: number, to: number): number {
    prices[0] = 0
    for (let end = 1; end <= length; end++) {
      let least = (prices[end - 1] as number) + loneliness(row[end - 1] as number)
      let size = 1
      for (let word = 2; word <= 4 && word <= end; word++) {
        const price = (prices[end - word] as number) + priceOfWord
        if (price < least && hasWord(model, row, end - word, word)) {
          least = price
          size = word
        }
      }
      prices[end] = least
      sizes[end] = size
    }
    aloneAt = 0
    aloneBeside = 0
    for (let end = length; end > 0; end -= sizes[end] as number) {
      if (sizes[end] !== 1) continue
      const price = loneliness(row[end - 1] as number)
      if (end > from && end <= to) aloneAt += price
      else if (end === from || end === to + 1) aloneBeside += price
    }
    return prices[length] as number
  }
  const loneliness = (unit: number): number => {
    const code = codeOf[unit] as number
    return code < firstChar ? 0 : leastLone + (code < rare ? (alone[code - firstChar] as number) : 128)
  }

  const unitOf = (code: number): number => (code >= firstChar && code < rare ? (chars[code - firstChar] as number) : 46)
  const isWordOf2 = (a: number, b: number): boolean => {
    newUnits[0] = unitOf(a)
    newUnits[1] = unitOf(b)
    return a >= firstChar && b >= firstChar && hasWord(model, newUnits, 0, 2)
  }
  const isWordOf3 = (a: number, b: number, c: number): boolean => {
    newUnits[0] = unitOf(a)
    newUnits[1] = unitOf(b)
    newUnits[2] = unitOf(c)
    return a >= firstChar && b >= firstChar && c >= firstChar && hasWord(model, newUnits, 0, 3)
  }

  function tokensOf(text: string): Tokens {
    const codes = new Uint16Array(text.length + 2 * edge + 2)
    const offsets = new Int32Array(text.length + 2 * edge + 2)
    let count = edge
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text.charCodeAt(offset)
      if (unit === 0x20 || unit === 0x09 || unit === 0x200b || unit === 0x3000 || unit === 0xa0) continue
      const code = codeOf[unit] as number
      if (code < firstChar && codes[count - 1] === code) continue
      codes[count] = code
      offsets[count] = offset
      count++
    }
    for (let at = count; at < offsets.length; at++) offsets[at] = text.length
    return { codes, offsets, count }
  }

  /** The levels of the pairs that begin at each token. A loop of its own: V8 optimises what is small at once. */
  function pairsOf(codes: Uint16Array, last: number): Uint8Array {
    const levels = new Uint8Array(codes.length)
    for (let at = 1; at < last; at++) levels[at] = pair(codes[at] as number, codes[at + 1] as number)
    return levels
  }

  function scan(text: string, take: (place: Place) => void): void {
    const { codes, offsets, count } = tokensOf(text)
    if (count === edge) return
    const last = count + 2
    const two = pairsOf(codes, last)
    // Of longer runs only those are looked up that a place asks for: in prose of known words that is every second one.
    const threes = new Uint8Array(codes.length).fill(notAsked)
    const fours = new Uint8Array(codes.length).fill(notAsked)
    const threeAt = (at: number): number => {
      const asked = threes[at] as number
      if (asked !== notAsked) return asked
      const isThere = two[at] !== 0 && two[at + 1] !== 0 && codes[at + 1] !== 0
      const level = isThere
        ? atMost(
            Math.min(two[at] as number, two[at + 1] as number),
            run(highOfThree(codes[at] as number), lowOf(codes[at + 1] as number, codes[at + 2] as number)),
          )
        : 0
      threes[at] = level
      return level
    }
    const fourAt = (at: number): number => {
      const asked = fours[at] as number
      if (asked !== notAsked) return asked
      const isThere = threeAt(at) !== 0 && threeAt(at + 1) !== 0
      const level = isThere
        ? atMost(
            Math.min(threeAt(at), threeAt(at + 1)),
            run(
              highOfFour(codes[at] as number, codes[at + 1] as number),
              lowOf(codes[at + 2] as number, codes[at + 3] as number),
            ),
          )
        : 0
      fours[at] = level
      return level
    }
    /** Where the last run of four begins that the table knows well: what it covers is not looked at. */
    let known = -edge
    /** Whether a run of four that the table knows has both of token `at` and the next. The farthest first: it covers most of what comes. */
    const isPairKnown = (at: number): boolean => {
      if (at - known < 3) return true
      for (let from = at; from > at - 3; from--) {
        if (fourAt(from) <= mostOfFour) continue
        known = from
        return true
      }
      return false
    }
    let document: DocumentCounts | undefined
    const inDocument = (): DocumentCounts => {
      document ??= countsOf(codes, count)
      return document
    }

    /** Fills in the numbers of a place whose `before` characters become `after` ones; the first of them is token `at`. */
    function tell(at: number, before: number, after: number, gain: number, extra: number): void {
      const oldLength = 6 + before
      const newLength = 6 + after
      features[0] = place.kind
      features[1] = Math.round(8 * gain)
      features[2] = place.kind === 0 ? place.flags & 1 : extra
      features[3] = (place.flags >> 1) & 1
      features[4] = place.flags >> 2
      support(old, 3, 3 + before, 5)
      support(proposed, 3, 3 + after, 13)
      features[21] = (single[old[3] as number] as number) >> 4
      features[22] = (single[proposed[3] as number] as number) >> 4
      const next = codes[at + before] as number
      features[23] = next < firstChar ? 1 : 0
      features[24] = (codes[at - 1] as number) < firstChar ? 1 : 0
      const known = inDocument()
      features[25] = known.fewestPairs(old, 3, 3 + before, 1)
      features[26] = known.mostThrees(old, 3, 3 + before, 1)
      features[27] = known.fewestPairs(proposed, 3, 3 + after, 0)
      features[28] = known.mostThrees(proposed, 3, 3 + after, 0)
      for (let index = 0; index < oldLength; index++) oldUnits[index] = unitOf(old[index] as number)
      for (let index = 0; index < newLength; index++) newUnits[index] = unitOf(proposed[index] as number)
      features[29] = covered(oldUnits, oldLength, 3, 3 + before)
      features[30] = covered(newUnits, newLength, 3, 3 + after)
      const oldLeft = affinity(old[2] as number, old[3] as number)
      const oldRight = affinity(old[2 + before] as number, old[3 + before] as number)
      const newLeft = affinity(proposed[2] as number, proposed[3] as number)
      const newRight = affinity(proposed[2 + after] as number, proposed[3 + after] as number)
      features[31] = Math.max(oldLeft, oldRight)
      features[32] = Math.min(oldLeft, oldRight)
      features[33] = Math.max(newLeft, newRight)
      features[34] = Math.min(newLeft, newRight)
      features[35] = before === 2 ? affinity(old[3] as number, old[4] as number) : 0
      features[36] = after === 2 ? affinity(proposed[3] as number, proposed[4] as number) : 0
      place.start = offsets[at] as number
      place.end = (offsets[at + before - 1] as number) + 1
      features[37] = nameBehind(text, place.end)
      features[38] =
        text.charCodeAt(place.start - 1) === enumerationMark ||
        text.charCodeAt(place.start - 2) === enumerationMark ||
        text.charCodeAt(place.end) === enumerationMark ||
        text.charCodeAt(place.end + 1) === enumerationMark
          ? 1
          : 0
      features[39] = enclosed(text, place.start, place.end, 0x201c, 0x201d, 40)
      features[40] = enclosed(text, place.start, place.end, 0x300a, 0x300b, 60) < 60 ? 1 : 0
      features[41] = opens[text.charCodeAt(place.start - 1)] === 1 ? 1 : 0
      features[42] = closes[text.charCodeAt(place.end)] === 1 ? 1 : 0
      features[43] = codes[at - 1] === 1 || next === 1 ? 1 : 0
      features[44] = extra
      features[45] = covered(oldUnits, oldLength, 2, 4)
      features[46] = covered(oldUnits, oldLength, 2 + before, 4 + before)
      features[47] = known.size
      // The runs by their place, from left to right: what stands and what would.
      features[48] = pair(old[2] as number, old[3] as number)
      features[49] = pair(old[2 + before] as number, old[3 + before] as number)
      features[50] = pair(proposed[2] as number, proposed[3] as number)
      features[51] = pair(proposed[2 + after] as number, proposed[3 + after] as number)
      features[52] = three(old[1] as number, old[2] as number, old[3] as number)
      features[53] = three(old[2 + before] as number, old[3 + before] as number, old[4 + before] as number)
      features[54] = three(proposed[1] as number, proposed[2] as number, proposed[3] as number)
      features[55] = three(proposed[2 + after] as number, proposed[3 + after] as number, proposed[4 + after] as number)
      features[56] = three(proposed[2] as number, proposed[3] as number, proposed[4] as number)
      features[57] = covered(newUnits, newLength, 2, 4)
      features[58] = covered(newUnits, newLength, 2 + after, 4 + after)
      features[59] = three(old[0] as number, old[1] as number, old[2] as number)
      let from = at
      while (from > at - reach && (codes[from - 1] as number) >= firstChar) from--
      let to = at + before
      while (to < at + before + reach && (codes[to] as number) >= firstChar) to++
      for (let index = from; index < to; index++) stretch[index - from] = unitOf(codes[index] as number)
      const priceOfOld = priceOfWords(stretch, to - from, at - from, at - from + before)
      features[60] = priceOfOld
      features[61] = aloneAt
      features[62] = aloneBeside
      for (let index = 0; index < after; index++) stretch[at - from + index] = unitOf(proposed[3 + index] as number)
      for (let index = at + before; index < to; index++) stretch[index - from - before + after] = unitOf(codes[index] as number)
      features[63] = priceOfOld - priceOfWords(stretch, to - from - before + after, at - from, at - from + after)
      features[64] = aloneAt
      features[65] = aloneBeside
      take(place)
    }

    function window(row: Uint16Array, at: number, before: number): void {
      for (let index = 0; index < 6 + before; index++) row[index] = codes[at - 3 + index] as number
    }

    /** Whether `other` at `at` makes runs that are known, and known better than what stands there. `toLeft`, `toRight`: its pairs. */
    function isKnown(at: number, other: number, toLeft: number, toRight: number, highest3: number): boolean {
      // A word that ends or begins here is enough where what stands is no word at either side, and no run is known at all.
      const isWord = (toLeft > strong && two[at - 1] === 0) || (toRight > strong && two[at] === 0)
      // A run is known no better than its pairs: it is looked up where it may decide.
      const least = isWord ? 0 : highest3
      const left = codes[at - 1] as number
      const right = codes[at + 1] as number
      let level = threeAbove(least, left, other, right, toLeft, toRight)
      if (level > highest3) return true
      let highest = level
      if (left !== 0) {
        level = threeAbove(least, codes[at - 2] as number, left, other, two[at - 2] as number, toLeft)
        if (level > highest3) return true
        highest |= level
      }
      if (right !== 0) {
        level = threeAbove(least, other, right, codes[at + 2] as number, toRight, two[at + 1] as number)
        if (level > highest3) return true
        highest |= level
      }
      return isWord && highest === 0
    }
    /** The level of a run whose pairs have `first` and `second`; 0 where it is not above `least` anyway. */
    function threeAbove(least: number, a: number, b: number, c: number, first: number, second: number): number {
      return first > least && second > least ? threeOf(a, b, c, first, second) : 0
    }

    /** Of those that are typed for what stands at `at`: here is where a scan spends its time. */
    function character(at: number, highest3: number): void {
      const code = codes[at] as number
      const left = codes[at - 1] as number
      const right = codes[at + 1] as number
      const end = confusedFrom[code + 1] as number
      // Whether what is to the right can be reason enough, whatever is to the left: else the pair there need not be looked up.
      const isRightEnough = two[at] === 0 || (right !== 0 && (two[at + 1] as number) > highest3)
      let known = 0
      for (let index = confusedFrom[code] as number; index < end; index++) {
        const other = (confused[index] as number) & 0xfff
        const toLeft = pair(left, other)
        if (toLeft <= highest3 && !isRightEnough) continue
        const toRight = pair(other, right)
        if ((toLeft > highest3 || toRight > highest3) && isKnown(at, other, toLeft, toRight, highest3))
          candidates[known++] = index
      }
      if (known > 0) likeliest(at, known)
    }

    /** Of the first `known` candidates the one that makes the words likeliest is told. */
    function likeliest(at: number, known: number): void {
      const code = codes[at] as number
      let best = 0
      let bestGain = 0
      let secondGain = 0
      let bestFlags = 0
      let base = Number.NaN
      for (let candidate = 0; candidate < known; candidate++) {
        const entry = confused[candidates[candidate] as number] as number
        const other = entry & 0xfff
        if (spared.has((code << 13) | other)) continue
        if (Number.isNaN(base)) {
          window(old, at, 1)
          base = bitsFrom(old, 7)
        }
        window(proposed, at, 1)
        proposed[3] = other
        const gain = bitsFrom(proposed, 7) - base
        if (gain > bestGain) {
          secondGain = bestGain
          bestGain = gain
          best = other
          bestFlags = entry >> 12
        } else if (gain > secondGain) secondGain = gain
      }
      if (best === 0 || bestGain < leastGain[0]) return
      window(proposed, at, 1)
      proposed[3] = best
      place.kind = 0
      place.first = best
      place.second = 0
      place.flags = bestFlags
      tell(at, 1, 1, bestGain, Math.round(8 * Math.min(40, bestGain - secondGain)))
    }

    function doubled(at: number): void {
      const code = codes[at] as number
      const left2 = codes[at - 2] as number
      const left = codes[at - 1] as number
      const right = codes[at + 2] as number
      const right2 = codes[at + 3] as number
      if (isFixed[left] === 1 || isPairKnown(at) || Math.max(threeAt(at - 1), threeAt(at)) > mostOfThree) return
      // Measures behind figures and function words have a rule of their own, which knows them one by one.
      if (left === 1 || isFunction[code] === 1) return
      if ((right >= firstChar && right === right2) || (left >= firstChar && left === left2)) return
      const endsWord = isWordOf2(left, code) || isWordOf3(left2, left, code)
      const beginsWord = isWordOf2(code, right) || isWordOf3(code, right, right2)
      if (endsWord && beginsWord) return
      const level = Math.max(left !== 0 ? threeAt(at - 2) : 0, three(left, code, right), right !== 0 ? threeAt(at + 1) : 0)
      if (level === 0 && pair(left, code) < 5 && pair(code, right) < 5) return
      window(old, at, 2)
      window(proposed, at + 1, 1)
      for (let index = 0; index < 3; index++) proposed[index] = codes[at - 3 + index] as number
      const gain = bitsFrom(proposed, 7) - bitsFrom(old, 8)
      if (gain < leastGain[1]) return
      place.kind = 1
      place.first = code
      place.second = 0
      place.flags = 0
      tell(at, 2, 1, gain, pair(code, code) + (endsWord ? 32 : 0) + (beginsWord ? 16 : 0) + (isDoubled[code] === 1 ? 64 : 0))
    }

    /** 完成完全年, 推向推纵深: the character before the last typed once more. */
    function again(at: number, highest3: number): void {
      const left2 = codes[at - 2] as number
      const left = codes[at - 1] as number
      const right = codes[at + 1] as number
      // 一天一天, 研究研究: both are said again.
      if (left < firstChar || right < firstChar || left === left2 || right === left || codes[at - 3] === left) return
      const level = Math.max(three(left2, left, right), three(left, right, codes[at + 2] as number))
      if (level === 0 || level < highest3) return
      window(old, at, 1)
      window(proposed, at, 0)
      for (let index = 3; index < 6; index++) proposed[index] = codes[at - 2 + index] as number
      const gain = bitsFrom(proposed, 6) - bitsFrom(old, 7)
      if (gain < leastGain[4]) return
      place.kind = 4
      place.first = 0
      place.second = 0
      place.flags = 0
      tell(at, 1, 0, gain, pair(left, right))
    }

    function word(at: number): void {
      const a = codes[at] as number
      const b = codes[at + 1] as number
      if (isFixed[a] === 1 || isFixed[b] === 1) return
      const inThree = Math.max(threeAt(at - 1), threeAt(at))
      if (inThree > mostOfThree + 1) return
      const needed = Math.max(leastProposed, inThree) + 1
      const left = codes[at - 1] as number
      const right = codes[at + 2] as number
      let best = -1
      let bestGain = 0
      let base = Number.NaN
      for (let reading = 0; reading < 4; reading++) {
        const first = syllables[2 * a + (reading & 1)] as number
        const second = syllables[2 * b + (reading >> 1)] as number
        if (first === 0 || second === 0) continue
        const group = find(sounds, first * 512 + second)
        if (group < 0) continue
        for (let index = wordsFrom[group] as number; index < (wordsFrom[group + 1] as number); index++) {
          const x = words[2 * index] as number
          const y = words[2 * index + 1] as number
          if (x === a ? y === b || spared.has((b << 13) | y) : y === b && spared.has((a << 13) | x)) continue
          if (pair(x, y) < needed) continue
          if (Math.max(three(left, x, y), three(x, y, right)) < needed) continue
          if (Number.isNaN(base)) {
            window(old, at, 2)
            base = bitsFrom(old, 8)
          }
          window(proposed, at, 2)
          proposed[3] = x
          proposed[4] = y
          const gain = bitsFrom(proposed, 8) - base
          if (gain > bestGain) {
            bestGain = gain
            best = index
          }
        }
      }
      if (best < 0 || bestGain < leastGain[2]) return
      window(proposed, at, 2)
      proposed[3] = words[2 * best] as number
      proposed[4] = words[2 * best + 1] as number
      place.kind = 2
      place.first = proposed[3] as number
      place.second = proposed[4] as number
      place.flags = 1
      tell(at, 2, 2, bestGain, pair(a, b))
    }

    function swapped(at: number, highest3: number): void {
      const a = codes[at] as number
      const b = codes[at + 1] as number
      if (isFixed[a] === 1 || isFixed[b] === 1) return
      const turned = pair(b, a)
      if (turned < leastProposed || (turned < highest3 && two[at] !== 0)) return
      const level = Math.max(three(codes[at - 1] as number, b, a), three(b, a, codes[at + 2] as number))
      const isPair = level === 0 && two[at] === 0 && turned > strong
      if ((!isPair && (level < leastProposed || level < highest3)) || isWordOf2(a, b)) return
      window(old, at, 2)
      window(proposed, at, 2)
      proposed[3] = b
      proposed[4] = a
      const gain = bitsFrom(proposed, 8) - bitsFrom(old, 8)
      if (gain < leastGain[3]) return
      place.kind = 3
      place.first = b
      place.second = a
      place.flags = 0
      tell(at, 2, 2, gain, turned)
    }

    for (let at = edge; at < count; at++) {
      const code = codes[at] as number
      if (code < firstChar) continue
      const next = codes[at + 1] as number
      const numeral = isFixed[code] === 1
      if (code === next && code < rare) {
        if (!numeral) doubled(at)
      }
      const isKnownPair = isPairKnown(at)
      if (!isKnownPair && !numeral && next >= firstChar && code !== next && code < rare && next < rare) word(at)
      if (isKnownPair || fourAt(at - 3) > mostOfFour) continue
      const highest3 = Math.max(threeAt(at - 2), threeAt(at - 1), threeAt(at))
      if (highest3 > mostOfThree) continue
      if (!numeral && code < rare) {
        character(at, highest3)
        if (code === codes[at - 2]) again(at, highest3)
      }
      if (next >= firstChar && next !== code && code < rare && next < rare) swapped(at, highest3)
    }
  }

  function gainOf(text: string, start: number, end: number, put: string): number {
    const codeAt = (offset: number): number => codeOf[text.charCodeAt(offset)] as number
    const size = end - start
    for (let index = 0; index < 6 + size; index++) old[index] = codeAt(start - 3 + index)
    for (let index = 0; index < 3; index++) {
      proposed[index] = codeAt(start - 3 + index)
      proposed[3 + put.length + index] = codeAt(end + index)
    }
    for (let index = 0; index < put.length; index++) proposed[3 + index] = codeOf[put.charCodeAt(index)] as number
    return bitsFrom(proposed, 6 + put.length) - bitsFrom(old, 6 + size)
  }

  function bitsOfEnd(text: string, at: number): number {
    for (let index = 0; index < 3; index++) old[index] = codeOf[text.charCodeAt(at - 3 + index)] as number
    old[3] = 0
    return bitsFrom(old, 4)
  }

  function insertionOf(text: string, at: number, character: string): Insertion {
    const isHere = (offset: number): boolean => isHanUnit(text.charCodeAt(offset))
    const gain = gainOf(text, at, at, character)
    let from = at
    while (from > at - reach && isHere(from - 1)) from--
    let to = at
    while (to < at + reach && isHere(to)) to++
    const before = at - from
    for (let index = from; index < to; index++) stretch[index - from] = text.charCodeAt(index)
    const price = priceOfWords(stretch, to - from, before - 1, before + 1)
    const alone = aloneAt
    for (let index = to; index > at; index--) stretch[index - from] = text.charCodeAt(index - 1)
    stretch[before] = character.charCodeAt(0)
    return { gain, words: price - priceOfWords(stretch, to - from + 1, before, before + 1), alone }
  }

  function wordsIn(text: string, take: (start: number, right: string, gain: number) => void): void {
    const { codes, offsets, count } = tokensOf(text)
    for (let at = edge; at + 1 < count; at++) {
      const a = codes[at] as number
      const b = codes[at + 1] as number
      if (a < firstChar || b < firstChar || a >= rare || b >= rare || isFixed[a] === 1 || isFixed[b] === 1) continue
      const own = pair(a, b)
      if (own <= strong || offsets[at + 1] !== (offsets[at] as number) + 1) continue
      const left = codes[at - 1] as number
      const right = codes[at + 2] as number
      // A word that official prose has between these two stands there rightly.
      if (four(left, a, b, right) > 0) continue
      const byLeft = three(left, a, b)
      const byRight = three(a, b, right)
      let best = 0
      let bestGain = leastWordGain
      for (let reading = 0; reading < 4; reading++) {
        const first = syllables[2 * a + (reading & 1)] as number
        const second = syllables[2 * b + (reading >> 1)] as number
        if (first === 0 || second === 0) continue
        const group = find(sounds, first * 512 + second)
        if (group < 0) continue
        for (let index = wordsFrom[group] as number; index < (wordsFrom[group + 1] as number); index++) {
          const x = words[2 * index] as number
          const y = words[2 * index + 1] as number
          if (x === a ? y === b || spared.has((b << 13) | y) : y === b && spared.has((a << 13) | x)) continue
          if (pair(x, y) + mostRarer < own || (three(left, x, y) <= byLeft && three(x, y, right) <= byRight)) continue
          window(codes, at, old, 0, 0)
          window(codes, at, proposed, x, y)
          const gain = bitsFrom(proposed, 8) - bitsFrom(old, 8)
          if (gain <= bestGain) continue
          bestGain = gain
          best = index
        }
      }
      if (bestGain > leastWordGain)
        take(
          offsets[at] as number,
          String.fromCharCode(unitOf(words[2 * best] as number), unitOf(words[2 * best + 1] as number)),
          bestGain,
        )
    }
  }
  /** The eight tokens round the two at `at`, which become `x` and `y` unless those are 0. */
  function window(codes: Uint16Array, at: number, row: Uint16Array, x: number, y: number): void {
    for (let index = 0; index < 8; index++) row[index] = codes[at - 3 + index] as number
    if (x === 0) return
    row[3] = x
    row[4] = y
  }

  return {
    model,
    scan,
    wordsIn,
    gainOf,
    bitsOfEnd,
    insertionOf,
    characterOf: (code) => (code >= firstChar && code < rare ? String.fromCharCode(unitOf(code)) : ''),
  }
}

/** How many characters behind `at` a name would end (1 to 4), 0 for none. */
function nameBehind(text: string, at: number): number {
  for (let index = 0; index < 4; index++) {
    const unit = text.charCodeAt(at + index)
    if (isNameEnd[unit] === 1) return index + 1
    if (!isHanUnit(unit)) return 0
  }
  return 0
}

/** How far apart the marks round `start` to `end` are; `most` where there are none, or too far off. */
function enclosed(text: string, start: number, end: number, open: number, close: number, most: number): number {
  let from = start - 1
  for (; from >= 0 && start - from <= most; from--) {
    const unit = text.charCodeAt(from)
    if (unit === open) break
    if (unit === close || unit === 10) return most
  }
  if (from < 0 || start - from > most) return most
  for (let to = end; to < text.length && to - from < most; to++) {
    const unit = text.charCodeAt(to)
    if (unit === close) return to - from
    if (unit === 10) return most
  }
  return most
}

/** Where `key` stands in ascending `keys`; -1 where it does not. */
function find(keys: Uint32Array, key: number): number {
  let low = 0
  let high = keys.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = keys[middle] as number
    if (found === key) return middle
    if (found < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** How often runs stand in the document itself: what a house writes again and again is its term. */
interface DocumentCounts {
  /** Of the pairs that have a part in `from` to `to`, how often the rarest stands, less `own`; at most 15. */
  fewestPairs(row: Uint16Array, from: number, to: number, own: number): number
  mostThrees(row: Uint16Array, from: number, to: number, own: number): number
  /** The binary logarithm of how many tokens there are. */
  readonly size: number
}

function countsOf(codes: Uint16Array, count: number): DocumentCounts {
  let room = 64
  while (room < 3 * count) room *= 2
  const mask = room - 1
  // Two keys of 32 bits that differ for pairs and threes; a collision of keys is possible and harmless.
  const keys = new Int32Array(room)
  const times = new Uint8Array(room)
  const slotOf = (key: number): number => {
    let slot = Math.imul(key ^ (key >>> 15), 0x85ebca6b)
    slot = (slot ^ (slot >>> 13)) & mask
    while (times[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }
  const keyOf2 = (a: number, b: number): number => (a << 13) | b
  const keyOf3 = (a: number, b: number, c: number): number =>
    (Math.imul((a << 13) | b, 0x9e3779b1) ^ Math.imul(c + 1, 0x85ebca77)) | 0x80000000
  const add = (key: number): void => {
    const slot = slotOf(key)
    keys[slot] = key
    if ((times[slot] as number) < 255) times[slot] = (times[slot] as number) + 1
  }
  for (let at = edge - 1; at < count; at++) {
    add(keyOf2(codes[at] as number, codes[at + 1] as number))
    add(keyOf3(codes[at] as number, codes[at + 1] as number, codes[at + 2] as number))
  }
  const timesOf = (key: number): number => times[slotOf(key)] as number
  return {
    fewestPairs(row, from, to, own) {
      let fewest = 15
      for (let index = from - 1; index < to; index++) {
        if ((row[index] as number) < firstChar && (row[index + 1] as number) < firstChar) continue
        fewest = Math.min(fewest, Math.max(0, timesOf(keyOf2(row[index] as number, row[index + 1] as number)) - own))
      }
      return fewest
    },
    mostThrees(row, from, to, own) {
      let most = 0
      for (let index = from - 2; index < to; index++) {
        const found = timesOf(keyOf3(row[index] as number, row[index + 1] as number, row[index + 2] as number)) - own
        if (found > most) most = found
      }
      return Math.min(15, most)
    },
    size: Math.round(Math.log2(count)),
  }
}
