/** What is said of one finding, in a language: the sentence, the second places, the repair. */
import type { Finding } from '../finding.ts'
import type { Checked } from '../hegao.ts'
import { repairOf } from '../repair.ts'
import type { Fix } from '../rule.ts'
import { isText, type Source } from '../source.ts'
import { addTo } from '../text/groups.ts'
import { fill, type Lang } from '../wording.ts'
import { cut } from './frame.ts'
import { placeOfRelated } from './place.ts'
import { ruleLabel } from './rule-label.ts'
import { texts } from './texts.ts'

/** Tabs and the line ends of a broken paragraph are blanks to whoever reads a sentence. */
const oneLine = (said: string): string => said.replace(/[\t\n\r\u2028\u2029]{1,99}/g, ' ')

/** The rule's sentence. */
export const sentence = ({ wording, data }: Pick<Finding, 'wording' | 'data'>, lang: Lang): string =>
  oneLine(fill(wording, lang, data))

/** Second places, one line for all of which the same is said. */
export function seeAlso({ related }: Finding, source: Source, lang: Lang): string[] {
  const placesOf = new Map<string, string[]>()
  for (const other of related) {
    addTo(placesOf, sentence(other, lang), placeOfRelated(source, other, lang))
  }
  return [...placesOf].map(([message, places]) =>
    fill(texts.see, lang, { place: places.join(lang === 'zh' ? '、' : ', '), message }),
  )
}

/** Headings above the place as a path; '' where there is none. */
export const under = ({ section }: Finding, lang: Lang): string =>
  section.length === 0 ? '' : fill(texts.under, lang, { section: section.map((heading) => cut(heading, 44)).join(' › ') })

const repairs = {
  safe: { change: texts.fixSafe, remove: texts.fixSafeDelete },
  suggested: { change: texts.fixSuggested, remove: texts.fixSuggestedDelete },
} as const satisfies Record<Fix['grade'], unknown>

/** What a repair would make of the words found. */
export function repair(finding: Finding, { text, format }: Source, lang: Lang): string {
  const change = repairOf(finding, text, true)
  if (!finding.fix || !change) return ''
  // What `--fix` does not write it does not promise either.
  const words = repairs[isText(format) ? finding.fix.grade : 'suggested']
  const here =
    change.text === '' ? fill(words.remove, lang, {}) : fill(words.change, lang, { text: cut(oneLine(change.text), 60) })
  return change.isPart ? here + fill(texts.fixElsewhere, lang, {}) : here
}

/** The first line of what an unknown failure says. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''

/** One line for findings beyond the most that a rule may tell. */
export const omittedSentence = ({ ruleId, count }: Checked['omitted'][number], lang: Lang): string =>
  fill(texts.omitted, lang, { ruleId: ruleLabel(ruleId, lang), count })

/** One line for a rule that failed. */
export const crashSentence = ({ ruleId, error }: Checked['crashes'][number], lang: Lang): string =>
  fill(texts.crash, lang, { ruleId: ruleLabel(ruleId, lang), reason: reasonOf(error) })
