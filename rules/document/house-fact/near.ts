/** Strings of a text that are a known name but for one character. */
import { distinguishing, phraseFinder, type Span } from '../../../src/kit.ts'

export interface Near extends Span {
  /** The name as the house has it. */
  readonly name: string
  readonly said: string
}

/** Shorter names have too many neighbours that are words of their own. */
const shortest = 4

/**
 * Names of four characters and more are looked for by their halves: where one character differs, a half is whole. What is
 * itself a known name, or differs in a character that tells things apart (第一、第二), is another thing.
 */
export function nearNames(text: string, names: readonly string[]): Near[] {
  const known = new Set(names)
  const long = [...known].filter((name) => name.length >= shortest)
  const halves = long.flatMap((name) => {
    const middle = name.length >> 1
    return [
      { name, half: name.slice(0, middle), offset: 0 },
      { name, half: name.slice(middle), offset: middle },
    ]
  })
  const words = [...new Set(halves.map(({ half }) => half))]
  const byHalf = new Map(words.map((half) => [half, halves.filter((one) => one.half === half)]))
  const found = new Map<number, Near>()
  for (const { phrase, start } of phraseFinder(words)(text)) {
    for (const { name, offset } of byHalf.get(words[phrase] as string) ?? []) {
      const from = start - offset
      const said = text.slice(from, from + name.length)
      if (from < 0 || said === name || known.has(said) || !isOneOff(name, said)) continue
      if (!found.has(from)) found.set(from, { name, said, start: from, end: from + name.length })
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}

/** One character for another, or two neighbours changed about. */
function isOneOff(name: string, said: string): boolean {
  if (said.length !== name.length || !/^[\u4e00-\u9fffA-Za-z0-9“”]+$/.test(said)) return false
  const places = [...name].flatMap((character, at) => (character === said[at] ? [] : [at]))
  const [first = 0, second] = places
  if (places.length === 2) return second === first + 1 && name[first] === said[second] && name[second] === said[first]
  if (places.length !== 1) return false
  const a = distinguishing.get(name[first] as string)
  return a === undefined || a !== distinguishing.get(said[first] as string)
}
