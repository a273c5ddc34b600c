/** Filters between what rules said and what is told: pure, one after the other. */
import type { Finding } from '../finding.ts'

type Raw = Omit<Finding, 'section' | 'fingerprint'>

/** The same words of the same rule about the same place are said once. */
function withoutDuplicates(findings: readonly Raw[]): Raw[] {
  const seen = new Set<string>()
  return findings.filter((finding) => {
    const key = `${finding.start} ${finding.end} ${finding.ruleId} ${finding.messageId}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** In the order of the text; at one place by rule, so that output never depends on the order of rules. */
function sorted(findings: readonly Raw[]): Raw[] {
  return [...findings].sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0),
  )
}

export const settle = (findings: readonly Raw[]): readonly Raw[] => sorted(withoutDuplicates(findings))
