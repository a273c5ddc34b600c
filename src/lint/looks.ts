/** Where a rule may look: not into page noise, not into quotations that it leaves alone, not at words that the user allows. */
import type { Use } from '../fact.ts'
import { isInside, quotations } from '../facts/quotations.ts'
import { structure } from '../facts/structure.ts'
import type { AnyRule, OptionValue } from '../rule.ts'
import type { Span } from '../source.ts'
import { isAllowed } from '../text/allowed.ts'

/** Options whose strings are words of the house, in every rule that has them. */
const sparing = ['allow', 'ignore'] as const

/** What a rule may tell of; `messageId` is left out where the rule only asks. */
export type Looks = (at: Span, messageId?: string) => boolean

/** Facts are asked for only when there is something to tell. */
export function looksOf(rule: AnyRule, options: Readonly<Record<string, OptionValue>>, text: string, use: Use): Looks {
  const { quotes } = rule
  const allowed = sparing.flatMap((name) => {
    const option = rule.options[name]
    return option?.type === 'strings' && option.spares !== false ? (options[name] as readonly string[]) : []
  })
  const isQuotedApart = (messageId: string | undefined): boolean =>
    quotes === 'skip' || (messageId !== undefined && quotes?.includes(messageId) === true)
  return (at, messageId) =>
    !isInside(use(structure).noise, at.start) &&
    !(isQuotedApart(messageId) && isInside(use(quotations), at.start)) &&
    !(allowed.length > 0 && isAllowed(text, allowed, at.start, at.end))
}
