/**
 * Writes the asset file from counts and tables.
 *
 *     npx tsx tools/typo/build.ts OUT LEXICON TARGET [TREES]
 *
 * OUT: what count.py, readings.mjs and confuse.py wrote. LEXICON: a word a line. TREES: what train.py wrote; without them the
 * file serves to make rows for training. Same input, same bytes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { firstChar, highOfFour, highOfThree, modelVersion } from '../../src/facts/suspicions/model.ts'
import { bloomOf } from './bloom.ts'
import { fuseOf } from './fuse.ts'

/** How often a run of two, three, four must stand to be kept. */
const least = (process.env.LEAST ?? '4,5,9').split(',').map(Number) as [number, number, number]
/** A word of two characters that is proposed for another must stand so often. */
const leastWord = 60
/** A word of two characters that is known must stand so often. */
const leastLexicon = 20

const [out, lexiconFile, target, treesFile] = process.argv.slice(2) as [string, string, string, string | undefined]

/** The numbers of a .npy file of one row. */
function numbers(file: string): { readonly bytes: Buffer; readonly size: number } {
  const whole = readFileSync(file)
  const from = 10 + whole.readUInt16LE(8)
  return { bytes: whole.subarray(from), size: whole.length - from }
}
const longs = (file: string): Uint32Array => {
  const { bytes, size } = numbers(file)
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + size))
}

const levelOf = (count: number, fewest: number): number => {
  const step = Math.log2(1e6 / fewest) / 14
  return 1 + Math.max(0, Math.min(14, Math.round(Math.log2(count / fewest) / step)))
}

const { chars } = JSON.parse(readFileSync(`${out}/vocab.json`, 'utf8')) as { chars: string }
const codes = new Map([...chars].map((char, index) => [char, index + firstChar]))
const single = longs(`${out}/c1.npy`)
const size = single.reduce((sum, count) => sum + count, 0)

/** Runs of `n`: their keys in two halves of 26 bits, and how often they stand. */
function runsOf(n: number): { readonly highs: Uint32Array; readonly lows: Uint32Array; readonly counts: Uint32Array } {
  const keys = longs(`${out}/k${n}.npy`)
  const counts = longs(`${out}/c${n}.npy`)
  const highs = new Uint32Array(counts.length)
  const lows = new Uint32Array(counts.length)
  for (let index = 0; index < counts.length; index++) {
    const low = keys[2 * index] as number
    const high = keys[2 * index + 1] as number
    lows[index] = low & 0x3ffffff
    highs[index] = ((high << 6) | (low >>> 26)) >>> 0
  }
  return { highs, lows, counts }
}

// Runs of two.
const pairs = runsOf(2)
const pairHighs: number[] = []
const pairLows: number[] = []
const pairLevels: number[] = []
const pairCounts = new Map<number, number>()
for (let index = 0; index < pairs.counts.length; index++) {
  const count = pairs.counts[index] as number
  const key = pairs.lows[index] as number
  if (count >= leastWord) pairCounts.set(key, count)
  if (count < least[0]) continue
  pairHighs.push(key >>> 13)
  pairLows.push(key & 8191)
  pairLevels.push(levelOf(count, least[0]))
}
const pairFuse = fuseOf(pairHighs, pairLows, pairLevels, 16)

// Runs of three and four.
const highs: number[] = []
const lows: number[] = []
const levels: number[] = []
for (const n of [3, 4] as const) {
  const runs = runsOf(n)
  const fewest = least[n - 2] as number
  for (let index = 0; index < runs.counts.length; index++) {
    const count = runs.counts[index] as number
    if (count < fewest) continue
    const high = runs.highs[index] as number
    highs.push(n === 3 ? highOfThree(high) : highOfFour(high >>> 13, high & 8191))
    lows.push(runs.lows[index] as number)
    levels.push(levelOf(count, fewest))
  }
}
const runFuse = fuseOf(highs, lows, levels, 12)

// What is typed for what.
const table = JSON.parse(readFileSync(`${out}/confuse.json`, 'utf8')) as Record<string, [string, number][]>
const confusedFrom = new Uint32Array(chars.length + firstChar + 2)
const confused: number[] = []
for (let code = 0; code < confusedFrom.length - 1; code++) {
  confusedFrom[code] = confused.length
  for (const [other, flags] of table[chars[code - firstChar] ?? ''] ?? []) {
    const to = codes.get(other)
    if (to !== undefined && to < 4096) confused.push(to | (flags << 12))
  }
}
confusedFrom[confusedFrom.length - 1] = confused.length

// Words of two characters by sound.
const readings = JSON.parse(readFileSync(`${out}/readings.json`, 'utf8')) as Record<string, string[]>
const wordSounds = JSON.parse(readFileSync(`${out}/words.json`, 'utf8')) as Record<string, string>
const syllableCodes = new Map([...new Set(Object.values(readings).flat())].sort().map((syllable, index) => [syllable, index + 1]))
const syllables = new Uint16Array(2 * (chars.length + firstChar + 1))
for (const [char, read] of Object.entries(readings)) {
  const code = codes.get(char)
  if (code === undefined) continue
  read.slice(0, 2).forEach((syllable, index) => {
    syllables[2 * code + index] = syllableCodes.get(syllable) as number
  })
}
const groups = new Map<number, number[]>()
for (const [word, sound] of Object.entries(wordSounds)) {
  const a = codes.get(word[0] as string) as number
  const b = codes.get(word[1] as string) as number
  const [first, second] = sound.split(' ').map((syllable) => syllableCodes.get(syllable))
  if (first === undefined || second === undefined || !pairCounts.has((a << 13) | b)) continue
  const key = first * 512 + second
  groups.set(key, [...(groups.get(key) ?? []), a, b])
}
const sounds = [...groups.keys()].sort((a, b) => a - b)
const words = sounds.flatMap((key) => groups.get(key) as number[])
const wordsFrom = new Uint32Array(sounds.length + 1)
sounds.forEach((key, index) => {
  wordsFrom[index + 1] = (wordsFrom[index] as number) + (groups.get(key) as number[]).length / 2
})

// Words that the training text has.
const seen = new Set<string>()
const unitOf = (code: number): string => chars[code - firstChar] ?? ' '
for (let index = 0; index < pairs.counts.length; index++) {
  if ((pairs.counts[index] as number) < leastLexicon) continue
  const key = pairs.lows[index] as number
  seen.add(unitOf(key >>> 13) + unitOf(key & 8191))
}
for (const n of [3, 4]) {
  const runs = runsOf(n)
  for (let index = 0; index < runs.counts.length; index++) {
    const high = runs.highs[index] as number
    const low = runs.lows[index] as number
    const start = n === 3 ? unitOf(high) : unitOf(high >>> 13) + unitOf(high & 8191)
    seen.add(start + unitOf(low >>> 13) + unitOf(low & 8191))
  }
}
// Fixed phrases are known though the text has none of them: what is one character off them is a slip.
const idiomsFile = `${out}/idioms.txt`
const idioms = new Set(existsSync(idiomsFile) ? readFileSync(idiomsFile, 'utf8').split('\n') : [])
const lexicon = readFileSync(lexiconFile, 'utf8')
  .split('\n')
  .filter((word) => word.length >= 2 && word.length <= 4 && (seen.has(word) || idioms.has(word)))
const { bits: lexiconBits, bloom } = bloomOf(lexicon)

const trees = treesFile && existsSync(treesFile) ? (JSON.parse(readFileSync(treesFile, 'utf8')) as number[]) : [0]

const alone = JSON.parse(readFileSync(`${out}/alone.json`, 'utf8')) as Record<string, number>

const parts: ArrayBufferView[] = [
  Uint16Array.from(chars, (char) => char.charCodeAt(0)),
  Uint16Array.from(single, (count) => Math.round(256 * Math.log2(1 + count))),
  pairFuse.cells,
  runFuse.cells,
  confusedFrom,
  Uint16Array.from(confused),
  syllables,
  Uint32Array.from(sounds),
  wordsFrom,
  Uint16Array.from(words),
  bloom,
  Int16Array.from(trees),
  Uint8Array.from(chars, (char) => alone[char] ?? 255),
]
const head = new Uint32Array(32)
head[0] = 0x32544748
head[1] = modelVersion
parts.forEach((part, index) => {
  head[2 + index] = part.byteLength
})
const params = [
  pairFuse.segment,
  pairFuse.segments,
  pairFuse.seed,
  runFuse.segment,
  runFuse.segments,
  runFuse.seed,
  lexiconBits,
  ...least,
  size,
]
head.set(params, 16)
const padded = parts.map((part) => {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length & 3)) & 3)])
})
const file = Buffer.concat([Buffer.from(head.buffer), ...padded])
writeFileSync(target, file)
console.log(target, file.length, 'bytes:', parts.map((part) => part.byteLength).join(' '), 'lexicon', lexicon.length)
