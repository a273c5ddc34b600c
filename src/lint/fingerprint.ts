/** Fingerprints that stay when lines move, for baselines and code-scanning services. */
import type { Finding } from '../finding.ts'

/** FNV-1a over UTF-16 units, 32 bits, from `seed`. Not for security: it only has to spread. */
function fnv(text: string, seed: number): number {
  let hash = seed
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

const hex = (value: number): string => value.toString(16).padStart(8, '0')

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
    return hex(fnv(counted, 0x811c9dc5)) + hex(fnv(counted, 0x01000193))
  })
}
