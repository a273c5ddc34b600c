/** What people read of a rule: its Chinese name with the id beside it; in English the id, which is English. */
import { ruleNames } from '../rule-families.ts'
import type { Lang } from '../wording.ts'

/** Findings about comments that silence have no rule; they have a name all the same. */
const others: Readonly<Record<string, string>> = { 'hegao-directive': '停用注释' }

/** The Chinese name; undefined of a rule that is none of ours. */
export const ruleName = (id: string): string | undefined => ruleNames[id] ?? others[id]

export function ruleLabel(id: string, lang: Lang): string {
  const name = lang === 'zh' ? ruleName(id) : undefined
  return name === undefined ? id : `${name} ${id}`
}
