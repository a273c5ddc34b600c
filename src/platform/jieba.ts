/**
 * nodejieba as an engine. Its own way of loading takes 0.9 s and 285 MB, for a dictionary of 348,982 words of which a
 * clause needs forty. So it is given those forty, with all sums kept equal: the cut is the same, and the load takes a
 * millisecond. It cuts without its guessing of unknown words (HMM), which glues single characters together and so
 * would hide word boundaries.
 *
 * nodejieba ends the whole process, without an exception, over a missing file, a malformed line, an empty list, and over
 * a cut before a load. Therefore nothing reaches it that was not looked at here, and whatever looks wrong means: no
 * nodejieba.
 */
import { dictionaryEngine, userWords } from '../words/cut.ts'
import type { Engine } from '../words/engine.ts'
import {
  type Decoded,
  type Dictionary,
  dictionaryOf,
  type Entry,
  leastFrequency,
  totalFrequency,
  wordsIn,
} from '../words/lexicon.ts'
import { isSafePath, withFiles } from './files.ts'

/** The part of nodejieba's binding that is used. */
interface Binding {
  load(dictionary: string, hmm: string, userWords: string, idf: string, stopWords: string): boolean
  cut(text: string, hmm: boolean): string[]
}

/** What a test may set: where nodejieba is installed, and how many small loads there may be; 0: the whole dictionary is loaded. */
export interface JiebaOptions {
  readonly folder?: string
  readonly smallLoads?: number
}

/** A small load takes 1.7 ms, our own cut a twentieth of that and gives the same words: it goes on from where the first load has read. */
const usualSmallLoads = 1

/** Of more characters than these the whole dictionary is read, 5 MB: a search for each takes a dozen small reads. */
const fewCharacters = 150

/** How many bytes nodejieba 3.5.8's dictionary has: only of this one the sums are known. */
const knownSize = 5_071_204

/** Characters of the private use area: no run has them, so their lines carry nothing but numbers. */
const bearerOfRest = '\ue000'
const bearerOfLeast = '\ue001'

/** Files that must be there and not be empty, but that a cut without HMM never looks at. */
const emptyModel = `${'0 0 0 0\n'.repeat(5)}${`${bearerOfRest}:0\n`.repeat(4)}`
const emptyList = `${bearerOfRest} 1\n`
const lineOf = ({ word, frequency }: Entry): string => `${word} ${frequency} x\n`
const sideFiles = { userWords: userWords.map(lineOf).join(''), model: emptyModel, list: emptyList }

/** The dictionary of `entries` alone. A word weighs its share of the total, so total and least frequency must be the known ones. */
function linesOf(entries: readonly Entry[]): string {
  const counted = entries.reduce<number>((sum, entry) => sum + entry.frequency, leastFrequency)
  const rest = Math.max(1, totalFrequency - counted)
  return `${entries.map(lineOf).join('')}${bearerOfLeast} ${leastFrequency} x\n${bearerOfRest} ${rest} x\n`
}

function installedFolder(): string {
  const { createRequire } = process.getBuiltinModule('node:module')
  const { dirname } = process.getBuiltinModule('node:path')
  return dirname(createRequire(import.meta.url).resolve('nodejieba/package.json'))
}

/**
 * A binding of our own. require('nodejieba') would hand out the one that anybody else in the process uses, and our few words
 * would replace his dictionary.
 */
function openBinding(folder: string): Binding {
  const holder = { exports: {} }
  process.dlopen(holder, `${folder}/build/Release/nodejieba.node`)
  return holder.exports as Binding
}

/** Opens the file for the time of `use`. */
function reading<Value>(path: string, size: number, use: (dictionary: Dictionary) => Value): Value {
  const { closeSync, openSync, readSync } = process.getBuiltinModule('node:fs')
  const file = openSync(path, 'r')
  const read = (offset: number, length: number): Uint8Array => {
    const bytes = Buffer.allocUnsafe(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset))
  }
  try {
    return use({ size, read })
  } finally {
    closeSync(file)
  }
}

class Jieba implements Engine {
  readonly #dictionary: string
  readonly #size: number
  readonly #binding: Binding
  readonly #decoded: Decoded = new Map()
  /** How many loads of a few words are still worth it. */
  #smallLoads: number
  readonly #isWhole: boolean
  #hasAllWords = false
  #own: Engine | undefined
  /** Reads the dictionary for `#own`; the whole of it is in memory where it `isAtHand`. */
  #read: Dictionary['read'] = () => new Uint8Array()
  #isAtHand = false

  constructor({ folder = installedFolder(), smallLoads = usualSmallLoads }: JiebaOptions) {
    this.#dictionary = `${folder}/submodules/cppjieba/dict/jieba.dict.utf8`
    this.#size = process.getBuiltinModule('node:fs').statSync(this.#dictionary).size
    this.#smallLoads = this.#size === knownSize ? smallLoads : 0
    this.#isWhole = this.#smallLoads === 0
    this.#binding = openBinding(folder)
  }

  cut(run: string): readonly string[] | null {
    if (!this.#isWhole && this.#smallLoads <= 0) return this.#ownCut(run)
    const isReady = this.#hasAllWords || (this.#isWhole ? this.#loadAll() : this.#loadWordsOf(run))
    return isReady ? this.#binding.cut(run, false) : null
  }

  /** By the same dictionary, which is opened for characters whose lines have not been read, and read whole where they are many. */
  #ownCut(run: string): readonly string[] | null {
    const own =
      this.#own ?? dictionaryEngine({ size: this.#size, read: (offset, length) => this.#read(offset, length) }, this.#decoded)
    this.#own = own
    if (this.#isAtHand || Array.from(run).every((character) => this.#decoded.has(character))) return own.cut(run)
    if (this.#decoded.size > fewCharacters) {
      this.#read = dictionaryOf(process.getBuiltinModule('node:fs').readFileSync(this.#dictionary)).read
      this.#isAtHand = true
      return own.cut(run)
    }
    return reading(this.#dictionary, this.#size, ({ read }) => {
      this.#read = read
      return own.cut(run)
    })
  }

  #loadWordsOf(run: string): boolean {
    this.#smallLoads -= 1
    const entries = reading(this.#dictionary, this.#size, (dictionary) => wordsIn(run, this.#decoded, dictionary))
    const files = { ...sideFiles, dictionary: linesOf(entries) }
    return withFiles(files, (at) => this.#binding.load(at.dictionary, at.model, at.userWords, at.list, at.list))
  }

  #loadAll(): boolean {
    const isSafe = isSafePath(this.#dictionary) && isSound(process.getBuiltinModule('node:fs').readFileSync(this.#dictionary))
    if (!isSafe) return false
    this.#decoded.clear()
    const load = this.#binding.load.bind(this.#binding, this.#dictionary)
    this.#hasAllWords = withFiles(sideFiles, (at) => load(at.model, at.userWords, at.list, at.list))
    return this.#hasAllWords
  }
}

/** The value of `get`, or null where the system refuses: a file or module is missing, or cannot be opened or written. */
function unlessRefused<Value>(get: () => Value): Value | null {
  try {
    return get()
  } catch (error) {
    const isRefusal = error instanceof Error && 'code' in error
    if (isRefusal) return null
    throw error
  }
}

/** Opens nodejieba; null where the package, its binding or its dictionary is missing, all of which are normal. */
export function jiebaEngine(options: JiebaOptions = {}): Engine | null {
  const jieba = unlessRefused(() => new Jieba(options))
  return jieba && { cut: (run) => unlessRefused(() => jieba.cut(run)) }
}

/** Whether every line has the three columns and the positive frequency without which nodejieba ends the process. */
export function isSound(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (text.includes('\ufffd')) return false
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.length > 0 && lines.every(isSoundLine)
}

function isSoundLine(line: string): boolean {
  const [word, count, tag, ...rest] = line.split(' ')
  return Boolean(word && tag) && rest.length === 0 && Number(count) > 0
}
