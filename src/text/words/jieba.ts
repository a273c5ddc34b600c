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
import type { Engine } from './engine.ts'
import { isSafePath, withFiles } from './files.ts'
import { type Entry, isSound, knownDictionary, type ReadBytes, wordsIn } from './lexicon.ts'

/** The part of nodejieba's binding that is used. */
interface Binding {
  load(dictionary: string, hmm: string, userWords: string, idf: string, stopWords: string): boolean
  cut(text: string, hmm: boolean): string[]
}

/** What a test may set: where nodejieba is installed, and after how many small loads the whole dictionary is loaded. */
export interface JiebaOptions {
  readonly folder?: string
  readonly smallLoads?: number
}

/** So many small loads take about as long as loading the whole dictionary once (measured: 1.7 ms against 0.9 s). */
const usualSmallLoads = 500

/**
 * The words of nodejieba's user dictionary (user.dict.utf8). It gives the first three no frequency; they then get the
 * median of the whole dictionary, which is 3.
 */
const userWords = '云计算 3 x\n韩玉鉴赏 3 x\n蓝翔 3 nz\n区块链 10 nz\n'

/** Characters of the private use area: no run has them, so their lines carry nothing but numbers. */
const bearerOfRest = '\ue000'
const bearerOfLeast = '\ue001'

/** Files that must be there and not be empty, but that a cut without HMM never looks at. */
const emptyModel = `${'0 0 0 0\n'.repeat(5)}${`${bearerOfRest}:0\n`.repeat(4)}`
const emptyList = `${bearerOfRest} 1\n`
const sideFiles = { userWords, model: emptyModel, list: emptyList }

/** The dictionary of `entries` alone. A word weighs its share of the total, so total and least frequency must be the known ones. */
function dictionaryOf(entries: readonly Entry[]): string {
  const { totalFrequency, leastFrequency } = knownDictionary
  const counted = entries.reduce<number>((sum, entry) => sum + entry.frequency, leastFrequency)
  const rest = Math.max(1, totalFrequency - counted)
  const lines = entries.map(({ word, frequency }) => `${word} ${frequency} x\n`)
  return `${lines.join('')}${bearerOfLeast} ${leastFrequency} x\n${bearerOfRest} ${rest} x\n`
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
function reading<Value>(path: string, use: (read: ReadBytes) => Value): Value {
  const { closeSync, openSync, readSync } = process.getBuiltinModule('node:fs')
  const file = openSync(path, 'r')
  const read: ReadBytes = (offset, length) => {
    const bytes = Buffer.allocUnsafe(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset))
  }
  try {
    return use(read)
  } finally {
    closeSync(file)
  }
}

class Jieba implements Engine {
  readonly name = 'nodejieba'
  readonly #dictionary: string
  readonly #binding: Binding
  readonly #decoded = new Map<string, string>()
  /** How many loads of a few words are still worth it. */
  #smallLoads: number
  #hasAllWords = false

  constructor({ folder = installedFolder(), smallLoads = usualSmallLoads }: JiebaOptions) {
    this.#dictionary = `${folder}/submodules/cppjieba/dict/jieba.dict.utf8`
    const { size } = process.getBuiltinModule('node:fs').statSync(this.#dictionary)
    this.#smallLoads = size === knownDictionary.bytes ? smallLoads : 0
    this.#binding = openBinding(folder)
  }

  cut(run: string): readonly string[] | null {
    const isReady = this.#hasAllWords || (this.#smallLoads > 0 ? this.#loadWordsOf(run) : this.#loadAll())
    return isReady ? this.#binding.cut(run, false) : null
  }

  #loadWordsOf(run: string): boolean {
    this.#smallLoads -= 1
    const entries = reading(this.#dictionary, (read) => wordsIn(run, this.#decoded, read))
    const files = { ...sideFiles, dictionary: dictionaryOf(entries) }
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
  return jieba && { name: jieba.name, cut: (run) => unlessRefused(() => jieba.cut(run)) }
}
