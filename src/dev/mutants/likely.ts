/** Words that a part of an expression matches: its plainest ones. */

interface Read {
  readonly words: readonly string[]
  /** Where reading goes on. */
  readonly at: number
}

/** So many words of a part are kept. */
const most = 3

const join = (heads: readonly string[], tails: readonly string[]): string[] =>
  heads.flatMap((head) => tails.map((tail) => head + tail)).slice(0, most)

const escapes: Readonly<Record<string, string>> = { d: '3', s: ' ', w: 'a', n: '\n', S: '本', D: '本' }

/** `[甲乙]` gives 甲 and 乙, `[^甲]` what is hardly ever left out. */
function classAt(pattern: string, at: number): Read {
  let end = at + 1
  while (end < pattern.length && pattern[end] !== ']') end += pattern[end] === '\\' ? 2 : 1
  const inside = pattern.slice(at + 1, end)
  if (inside.startsWith('^')) return { words: ['本'], at: end + 1 }
  const characters = [...inside.replace(/\\(.)/g, (_, one: string) => escapes[one] ?? one)]
  return { words: characters.slice(0, most), at: end + 1 }
}

const opening = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/

function groupAt(pattern: string, at: number): Read {
  const open = opening.exec(pattern.slice(at, at + 40))?.[0] ?? '('
  const inside = alternationAt(pattern, at + open.length)
  return { words: /^\(\?<?[=!]/.test(open) ? [''] : inside.words, at: inside.at + 1 }
}

function atomAt(pattern: string, at: number): Read {
  const character = pattern[at] as string
  if (character === '[') return classAt(pattern, at)
  if (character === '(') return groupAt(pattern, at)
  if (character === '.') return { words: ['本'], at: at + 1 }
  if (character === '^' || character === '$') return { words: [''], at: at + 1 }
  if (character !== '\\') return { words: [character], at: at + 1 }
  const escaped = pattern[at + 1] ?? ''
  return { words: [escapes[escaped] ?? (/[bB]/.test(escaped) ? '' : escaped)], at: at + 2 }
}

/** As often as it must be, and where it need not be, not at all. */
function timesAt(pattern: string, { words, at }: Read): Read {
  const [all, sign, least] = /^(?:([*+?])|\{(\d+)(?:,\d*)?\})\??/.exec(pattern.slice(at, at + 12)) ?? ['']
  if (all === '') return { words, at }
  const times = sign === '+' ? 1 : Number(least ?? 0)
  return { words: words.map((word) => word.repeat(times)), at: at + all.length }
}

function sequenceAt(pattern: string, from: number): Read {
  let words: readonly string[] = ['']
  let at = from
  while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
    const next = timesAt(pattern, atomAt(pattern, at))
    words = join(words, [...new Set(next.words)])
    at = next.at
  }
  return { words, at }
}

function alternationAt(pattern: string, from: number): Read {
  const first = sequenceAt(pattern, from)
  let { at } = first
  while (pattern[at] === '|') at = sequenceAt(pattern, at + 1).at
  return { words: first.words, at }
}

/** Up to three words that `part` matches. Of alternatives inside it the first. */
export const likelyWords = (part: string): string[] => [...new Set(alternationAt(part, 0).words)]
