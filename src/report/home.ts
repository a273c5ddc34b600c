/** Where readers of a report find more. Named in output only: nothing here is ever opened. */
import { ruleFamilies } from '../rule-families.ts'
import { uriPart } from './locations.ts'

/** The page of the package. */
export const home = 'https://www.npmjs.com/package/hegao'

/** The page of a rule, as it was in this version. */
export const ruleHome = (ruleId: string, version: string): string =>
  `https://unpkg.com/hegao@${uriPart(version)}/rules/${[ruleFamilies[ruleId] ?? '', ruleId].map(uriPart).join('/')}/README.md`
