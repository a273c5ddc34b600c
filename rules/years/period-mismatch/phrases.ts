/** Phrases round an anchor, in running text, and what every part of the rule looks with. */
import { type Context, type Messages, type Options, outlookAt, placesInProse, type Stretch, type Use } from '../../../src/kit.ts'

/** What a part of the rule looks with, and says its own messages by. */
export type Part<M extends Messages> = Pick<Context<M, Options>, 'text' | 'use' | 'report'>

/** The second place of what is said of a year. */
export const yearMessage = { zh: '所说的年份', en: 'the year it is said of' } as const

/** How far before and behind an anchor a phrase may reach. Characters. */
export const reach = 34

export interface Found {
  readonly match: RegExpMatchArray
  readonly start: number
  readonly stretch: Stretch
}

/** Matches of a global `pattern` in running text, looked for in the clauses round `anchor` only. */
export function found(text: string, use: Use, anchor: string, pattern: RegExp): Found[] {
  const all: Found[] = []
  let done = 0
  for (const { one, stretch } of placesInProse(text, use, anchor)) {
    const at = one.start
    if (at < done) continue
    const from = Math.max(stretch.start, done, at - reach)
    const window = text.slice(from, Math.min(stretch.end, at + anchor.length + reach))
    for (const match of window.matchAll(pattern)) {
      const start = from + match.index
      all.push({ match, start, stretch })
      done = start + match[0].length
    }
  }
  return all
}

export const isAhead = (use: Use, offset: number): boolean => outlookAt(use, offset) === 'plan'

/** The sentence tells of that time. */
export const atThatTime =
  /[0-9〇零一二三四五六七八九]{4}年|当年|那年|期间|之际|时候?[，。]|以来|五年|[两三四五几]年[来间前]|[上本]届|曾/
