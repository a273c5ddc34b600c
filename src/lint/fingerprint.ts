/** Fingerprints that stay when lines move, for baselines and code-scanning services. */
import type { Finding } from '../finding.ts'

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')

/** FNV-1a over UTF-16 units from two seeds, 32 bits each. Not for security: it only has to spread. */
function hashOf(text: string): string {
  let first = 0x811c9dc5
  let second = 0x01000193
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second ^ code, 0x01000193)
  }
  return hex(first) + hex(second)
}

/** One fingerprint a finding; findings that say the same of the same words in one section are counted apart. */
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
