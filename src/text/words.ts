/**
 * Where the words of a short Chinese text end. Two engines can tell: nodejieba, where it is installed and its binding
 * loads, else the word breaker that Node carries. Neither is loaded before somebody asks.
 */
import type { Engine, Segmenter } from './words/engine.ts'
import { intlEngine } from './words/intl.ts'
import { jiebaEngine } from './words/jieba.ts'

export type { Segmenter } from './words/engine.ts'

/** An engine, and what it has answered. */
interface Asked {
  readonly engine: Engine
  readonly answers: Map<string, readonly number[]>
}

/** How many answers an engine keeps. A report repeats itself, and a copy of it repeats everything. */
const keptAnswers = 4096

/**
 * What a text is divided into before any engine sees it: a run of Chinese characters (the group), a word of digits and
 * Latin letters, or one other character. So the engines can differ over Chinese only. A run ends after 200 characters at
 * the latest: Intl.Segmenter takes gigabytes for one of 160,000.
 */
const pieces =
  /((?:[\u3005-\u3007\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud88d][\udc00-\udfff]){1,200})|[0-9A-Za-z\u00c0-\u024f０-９Ａ-Ｚａ-ｚ]+|[\ud800-\udbff][\udc00-\udfff]|./gs

const intl: Asked = { engine: intlEngine(), answers: new Map() }
let jieba: Asked | null | undefined
let served: Segmenter | null = null

/** Which engine served since the last call; null when no text needed one. Where both did, it says `intl`. */
export function takeSegmenter(): Segmenter | null {
  const taken = served
  served = null
  return taken
}

/**
 * Where the words of `text` end: ascending UTF-16 offsets, the last one its length. Every character belongs to a word.
 * For a clause, not for a book: a new clause costs about a millisecond. Never fails.
 */
export function wordEnds(text: string): readonly number[] {
  const ends: number[] = []
  for (const { 0: whole, 1: chinese, index } of text.matchAll(pieces)) {
    if (chinese === undefined) ends.push(index + whole.length)
    else for (const end of endsIn(chinese)) ends.push(index + end)
  }
  return ends
}

function endsIn(run: string): readonly number[] {
  if (run.length === 1) return [1]
  const answer = ask(bestEngine(), run)
  if (answer) return answer
  // It cannot, for good: the binding is missing, or there is no place for its files.
  jieba = null
  return ask(intl, run) ?? [run.length]
}

/** nodejieba where it can be had. HEGAO_SEGMENTER=intl does without it, so that both answers can be compared anywhere. */
function bestEngine(): Asked {
  if (process.env.HEGAO_SEGMENTER === 'intl') return intl
  if (jieba === undefined) {
    const engine = jiebaEngine()
    jieba = engine && { engine, answers: new Map() }
  }
  return jieba ?? intl
}

function ask({ engine, answers }: Asked, run: string): readonly number[] | null {
  const ends = answers.get(run) ?? endsOf(engine.cut(run))
  if (!ends) return null
  if (answers.size >= keptAnswers) answers.clear()
  answers.set(run, ends)
  if (served !== 'intl') served = engine.name
  return ends
}

function endsOf(words: readonly string[] | null): readonly number[] | null {
  if (!words) return null
  let end = 0
  return words.map((word) => {
    end += word.length
    return end
  })
}
