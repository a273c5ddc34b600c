/** Names in “”: “领雁”计划, “雪亮工程”. */
import type { Span } from '../../source.ts'
import { placesOf } from '../../text/phrases.ts'
import type { Stretch } from '../structure.ts'

export interface QuotedMention extends Span {
  /** The words between the marks. */
  readonly name: string
  /** The two characters behind the closing mark: 计划. */
  readonly behind: string
}

const longest = 16

export function quotedIn(text: string, stretches: readonly Stretch[]): QuotedMention[] {
  const found: QuotedMention[] = []
  for (const { start, end, role } of stretches) {
    if (role === 'noise') continue
    for (const at of placesOf(text, '“', start, end)) {
      const inside = text.slice(at + 1, Math.min(end, at + 2 + longest))
      const close = inside.search(/[”“，。；：！？\n]/)
      if (close < 1 || inside[close] !== '”') continue
      const from = at + 1
      const to = from + close
      found.push({
        start: from,
        end: to,
        name: text.slice(from, to),
        behind: /^[\u4e00-\u9fff]{0,2}/.exec(text.slice(to + 1, to + 3))?.[0] ?? '',
      })
    }
  }
  return found
}
