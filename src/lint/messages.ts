/** Filters between what rules said and what is told: pure, one after the other. */
import type { Finding } from '../finding.ts'

type Raw = Pick<Finding, 'start' | 'end' | 'inDocument' | 'ruleId' | 'messageId'> & { readonly doubtful?: true }

/** In the order of the text; at one place by rule, so that output never depends on the order of rules. */
const sorted = <F extends Raw>(findings: readonly F[]): F[] =>
  [...findings].sort((a, b) => a.start - b.start || a.end - b.end || order(a.ruleId, b.ruleId) || order(a.messageId, b.messageId))

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const isSame = (a: Raw, b: Raw): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  a.inDocument?.start === b.inDocument?.start &&
  a.ruleId === b.ruleId &&
  a.messageId === b.messageId

/** The same words of the same rule about the same place are said once; once sorted, they are neighbours. */
const withoutDuplicates = <F extends Raw>(findings: readonly F[]): F[] =>
  findings.filter((finding, index) => index === 0 || !isSame(finding, findings[index - 1] as F))

/** A finding that spans more than this speaks of a passage, not of words in it (characters). */
const longestWords = 24

/** Rules that give way: to all others, or to these. */
type Yielding = ReadonlyMap<string, true | readonly string[]>

/**
 * Without what the rules in `yielding` say of words that another rule speaks of, and without doubts of words of which something sure
 * is told; nothing gives way to a doubt. `findings` are sorted.
 */
function withoutYielded<F extends Raw>(findings: readonly F[], yielding: Yielding): readonly F[] {
  if (!findings.some(({ ruleId, doubtful }) => doubtful || yielding.has(ruleId))) return findings
  const short = findings.filter(({ start, end, doubtful }) => !doubtful && end - start <= longestWords)
  let next = 0
  return findings.filter((finding) => {
    const to = finding.doubtful ? 'any' : yielding.get(finding.ruleId)
    if (!to) return true
    while (next < short.length && (short[next] as F).start < finding.start - longestWords) next++
    for (let at = next; at < short.length && (short[at] as F).start < finding.end; at++) {
      const { end, ruleId } = short[at] as F
      if (end > finding.start && (to === 'any' || (to === true ? !yielding.has(ruleId) : to.includes(ruleId)))) return false
    }
    return true
  })
}

/** `yielding`: rules that give way to the others. */
export const settle = <F extends Raw>(findings: readonly F[], yielding: Yielding = new Map()): readonly F[] =>
  withoutYielded(withoutDuplicates(sorted(findings)), yielding)
