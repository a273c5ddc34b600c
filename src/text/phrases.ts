/** Many phrases at once: one trie, one pass over the text, however long the table. */

/** A phrase found: which one of the list, and where. */
export interface PhraseHit {
  /** Index in the list the finder was made of. */
  readonly phrase: number
  readonly start: number
  readonly end: number
}

/** Finds phrases in `text` from `start` to `end` (the whole text by default), in order of `start`; the longest at each place. */
export type PhraseFinder = (text: string, start?: number, end?: number) => PhraseHit[]

interface Node {
  phrase: number
  next: Map<number, Node> | undefined
}

const emptyNode = (): Node => ({ phrase: -1, next: undefined })

/**
 * A finder of `phrases`, which are literal. The trie is built when it is first used. Hits do not overlap: behind a hit the
 * search goes on, so 党史学习教育 hides the 学习教育 in it.
 */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  let root: Node | undefined
  const begins = new Uint8Array(0x10000)
  const build = (): Node => {
    const built = emptyNode()
    phrases.forEach((phrase, index) => {
      begins[phrase.charCodeAt(0)] = 1
      let node = built
      for (let offset = 0; offset < phrase.length; offset++) {
        node.next ??= new Map()
        const code = phrase.charCodeAt(offset)
        const known = node.next.get(code)
        if (known) node = known
        else {
          const fresh = emptyNode()
          node.next.set(code, fresh)
          node = fresh
        }
      }
      if (node !== built && node.phrase < 0) node.phrase = index
    })
    return built
  }
  return (text, start = 0, end = text.length) => {
    root ??= build()
    const hits: PhraseHit[] = []
    for (let offset = start; offset < end; offset++) {
      if (begins[text.charCodeAt(offset)] === 0) continue
      const hit = longestAt(root, text, offset, end)
      if (!hit) continue
      hits.push(hit)
      offset = hit.end - 1
    }
    return hits
  }
}

function longestAt(root: Node, text: string, start: number, end: number): PhraseHit | undefined {
  let node: Node | undefined = root
  let found: PhraseHit | undefined
  for (let offset = start; offset < end && node; offset++) {
    node = node.next?.get(text.charCodeAt(offset))
    if (node && node.phrase >= 0) found = { phrase: node.phrase, start, end: offset + 1 }
  }
  return found
}
