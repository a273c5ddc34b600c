/** Fingerprints that stay when lines move, for baselines and code-scanning services. */
import type { Finding } from '../finding.ts'
import { hashOf } from '../text/hash.ts'

/**
 * One fingerprint a finding; findings that say the same of the same words in one section are counted apart. `sections` are
 * titles without their numbers: a section that is put in before others must not make all that is known there new.
 */
export function fingerprints(
  findings: readonly Pick<Finding, 'ruleId' | 'messageId' | 'actual'>[],
  sections: readonly (readonly string[])[],
): string[] {
  const seen = new Map<string, number>()
  return findings.map((finding, index) => {
    const key = [finding.ruleId, finding.messageId, finding.actual, ...(sections[index] ?? [])].join('\u0000')
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    const counted = count === 0 ? key : `${key}\u0000${count}`
    return hashOf(counted)
  })
}
