/** Frames: a word that is looked for with all others, and what must stand before and behind it for it to be wrong. */
import type { Use } from '../fact.ts'
import { type TableFinder, tableFinder } from './phrases.ts'

/** Words with a slot: 防止 and behind it 不发生. */
export interface Frame {
  /** Each of them opens the frame. Two characters at least. */
  readonly anchors: readonly string[]
  /** Matches what stands behind the anchor, from its end; the frame ends where the match does. */
  readonly behind?: RegExp
  /** One of these characters stands in all that `behind` matches, this near the anchor at the latest: an expression that is dear to make waits for it. */
  readonly cue?: { readonly characters: string; readonly within: number }
  /** Matches what stands before the anchor, up to it. */
  readonly before?: RegExp
  /** The frame is right where this matches the words around it. */
  readonly not?: RegExp
}

/** A frame that is filled. */
export interface FrameHit {
  /** Index in the list the finder was made of. */
  readonly frame: number
  readonly start: number
  readonly end: number
  /** Where the anchor ends and what fills the frame begins. */
  readonly middle: number
  /** What `behind` matched, with its groups; null where the frame has no `behind`. */
  readonly match: RegExpExecArray | null
}

/** How far behind an anchor its frame may reach, and how far before it is looked. Characters. */
const reach = 48
const back = 24

/** Finds `frames` between `start` and `end`, in order; none overlap, and of frames with one anchor it is the first that is filled. */
export function frameFinder(frames: readonly Frame[]): (use: Use, text: string, start: number, end: number) => FrameHit[] {
  const byAnchor = new Map<string, number[]>()
  frames.forEach(({ anchors }, index) => {
    for (const anchor of anchors) {
      const known = byAnchor.get(anchor)
      if (known) known.push(index)
      else byAnchor.set(anchor, [index])
    }
  })
  const anchors = [...byAnchor.keys()]
  const find: TableFinder = tableFinder(anchors)
  return (use, text, start, end) => {
    const found: FrameHit[] = []
    let free = start
    for (const hit of find(use, start, end)) {
      if (hit.start < free) continue
      for (const index of byAnchor.get(anchors[hit.phrase] as string) as number[]) {
        const filled = fill(frames[index] as Frame, text, hit.start, hit.end, { start, end })
        if (!filled) continue
        found.push({ frame: index, start: hit.start, middle: hit.end, ...filled })
        free = filled.end
        break
      }
    }
    return found
  }
}

function fill(
  { behind, cue, before, not }: Frame,
  text: string,
  from: number,
  to: number,
  bounds: { readonly start: number; readonly end: number },
): { readonly end: number; readonly match: RegExpExecArray | null } | undefined {
  const after = text.slice(to, Math.min(bounds.end, to + reach))
  const ahead = text.slice(Math.max(bounds.start, from - back), from)
  if (cue && !hasAny(after.slice(0, cue.within), cue.characters)) return undefined
  const match = behind ? behind.exec(after) : null
  if (behind && !match) return undefined
  if (before && !before.test(ahead)) return undefined
  if (not?.test(ahead + text.slice(from, to) + after)) return undefined
  return { end: to + (match?.[0].length ?? 0), match }
}

function hasAny(words: string, characters: string): boolean {
  for (const character of characters) if (words.includes(character)) return true
  return false
}
