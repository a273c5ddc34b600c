/** Comments of markup: `<!-- … -->`. */
import type { Comment } from '../source.ts'

/** Those in `document` from `from` to `to`, in order. One that does not end there is none. */
export function commentsIn(document: string, from: number, to: number): Comment[] {
  const markup = document.slice(from, to)
  const found: Comment[] = []
  for (let start = markup.indexOf('<!--'); start >= 0; ) {
    const close = markup.indexOf('-->', start + 4)
    if (close < 0) break
    const end = close + 3
    found.push({ start: from + start, end: from + end, value: markup.slice(start + 4, close) })
    start = markup.indexOf('<!--', end)
  }
  return found
}
