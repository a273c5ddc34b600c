/** Word boundaries, asked for one short clause at a time; no dictionary is opened before a rule really asks. */
import { platform } from '#platform'
import { fact } from '../fact.ts'
import { dictionaryEngine } from '../words/cut.ts'
import type { Engine, Segmenter } from '../words/engine.ts'

/** The words of one document. */
export interface Words {
  /** Whether a word ends exactly at `offset` when the words of `[start, end)` are told apart. A clause, never a whole text. */
  hasEnd(start: number, end: number, offset: number): boolean
  /** As `hasEnd`, of words that stand by themselves. */
  hasEndIn(words: string, offset: number): boolean
  /** Whose words were told apart so far; null where nobody asked for Chinese ones. */
  readonly segmenter: Segmenter | null
}

/**
 * What a text is divided into before any engine sees it: a run of Chinese characters (the group), a word of digits and
 * Latin letters, or one other character. A run ends after 200 characters at the latest.
 */
const pieces =
  /((?:[\u3005-\u3007\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud88d][\udc00-\udfff]){1,200})|[0-9A-Za-z\u00c0-\u024f０-９Ａ-Ｚａ-ｚ]+|[\ud800-\udbff][\udc00-\udfff]|./gs

/** How many answers are kept. A report repeats itself, and a copy of it repeats everything. */
const keptAnswers = 4096

/** Tells words apart by the first engine that can; the last always can. */
class Cutter {
  private readonly answers = new Map<string, readonly number[]>()
  private readonly engines: (() => Engine | null)[] = [() => platform.wordEngine(), ownEngine]
  private engine: Engine | null = null

  endsIn(run: string): readonly number[] {
    const known = this.answers.get(run)
    if (known) return known
    if (this.answers.size >= keptAnswers) this.answers.clear()
    const ends = endsOf(this.cut(run))
    this.answers.set(run, ends)
    return ends
  }

  private cut(run: string): readonly string[] {
    const words = this.engine?.cut(run)
    if (words) return words
    // It cannot, for good: the binding is missing, or there is no place for its files.
    const next = this.engines.shift()
    if (!next) throw new Error('no engine tells words apart')
    this.engine = next()
    return this.cut(run)
  }
}

/** The last resort: our own cut, over the dictionary that the platform has. */
function ownEngine(): Engine {
  const dictionary = platform.dictionary()
  if (!dictionary) throw new Error('assets/words.bin is missing: install hegao again')
  return dictionaryEngine(dictionary)
}

function endsOf(words: readonly string[]): readonly number[] {
  let end = 0
  return words.map((word) => {
    end += word.length
    return end
  })
}

/** One for all documents: what it keeps depends on the run alone. */
let cutter = new Cutter()

/** Asks the platform again which engine there is; only tests change it. */
export function resetWords(): void {
  cutter = new Cutter()
}

/**
 * Where the words of `text` end: ascending UTF-16 offsets, the last one its length. Every character belongs to a word.
 * For a clause, not for a book. `onChinese` is called where an engine was asked.
 */
export function wordEnds(text: string, onChinese: () => void = () => {}): readonly number[] {
  const ends: number[] = []
  for (const { 0: whole, 1: chinese, index } of text.matchAll(pieces)) {
    if (chinese === undefined || chinese.length === 1) ends.push(index + whole.length)
    else {
      onChinese()
      for (const end of cutter.endsIn(chinese)) ends.push(index + end)
    }
  }
  return ends
}

export const words = fact('words', ({ text }): Words => {
  let segmenter: Segmenter | null = null
  const note = (): void => {
    segmenter = 'nodejieba'
  }
  const hasEndIn = (asked: string, offset: number): boolean =>
    offset <= 0 || offset >= asked.length || wordEnds(asked, note).includes(offset)
  return {
    hasEnd: (start, end, offset) => offset <= start || offset >= end || hasEndIn(text.slice(start, end), offset - start),
    hasEndIn,
    get segmenter() {
      return segmenter
    },
  }
})
