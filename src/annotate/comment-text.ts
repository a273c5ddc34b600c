/** What a comment says of one finding: a line each for the fault, the repair, the second places, the authority and the rule. */
import type { Finding, Related } from '../finding.ts'
import { type Repair, repairOf } from '../repair.ts'
import type { Authority } from '../rule.ts'
import { type Aside, locate, type Source } from '../source.ts'
import { fill, type Lang } from '../wording.ts'
import { splitsCharacter } from './difference.ts'
import { asides, severities, texts, tiers } from './texts.ts'

export interface Said {
  readonly source: Source
  readonly lang: Lang
  readonly authority?: Authority
  /** The finding stands beside the body, and the comment in the body. */
  readonly aside?: Aside
  /** The repair stands beside the comment as a tracked change: it need not be told. */
  readonly isChanged: boolean
}

/** Quotes longer than this many characters are cut; they are for finding the place, not for reading. */
const longestQuote = 24

export function commentLines(finding: Finding, said: Said): string[] {
  const { source, lang, authority, aside, isChanged } = said
  const message = fill(finding.wording, lang, finding.data)
  const lines = [aside ? asideMessage(finding, aside, message, lang) : message]
  const change = isChanged ? undefined : repairOf(finding, source.text, true)
  if (change) lines.push(repair(change, lang))
  lines.push(...seeAlso(finding.related, source, lang))
  if (authority) lines.push(fill(texts.authority, lang, { tier: tiers[authority.tier], ref: authority.ref }))
  lines.push(fill(texts.rule, lang, { id: finding.ruleId, severity: severities[finding.severity] }))
  return lines
}

function asideMessage({ actual }: Finding, aside: Aside, message: string, lang: Lang): string {
  const where = asides[aside]
  return actual === '' || message.includes(`“${actual}”`)
    ? fill(texts.asideWhole, lang, { where, message })
    : fill(texts.aside, lang, { where, words: quote(actual), message })
}

/** At most `longestQuote` characters of `text`, with … where it goes on; its own quotation marks become inner ones. */
function quote(text: string): string {
  const inner = text.replaceAll('“', '‘').replaceAll('”', '’')
  if (inner.length <= longestQuote) return inner
  const end = splitsCharacter(inner, longestQuote - 1) ? longestQuote - 2 : longestQuote - 1
  return `${inner.slice(0, end)}…`
}

/** What the words found would become. */
function repair(change: Repair, lang: Lang): string {
  const here = change.text === '' ? fill(texts.remove, lang, {}) : fill(texts.change, lang, { text: change.text })
  return change.isPart ? here + fill(texts.elsewhere, lang, {}) : here
}

/** Second places, one line for all of which the same is said. A single place is quoted: nobody counts paragraphs in Word. */
function seeAlso(related: readonly Related[], source: Source, lang: Lang): string[] {
  const groups = new Map<string, Related[]>()
  for (const one of related) {
    const message = fill(one.wording, lang, one.data)
    const group = groups.get(message)
    if (group) group.push(one)
    else groups.set(message, [one])
  }
  return Array.from(groups, ([message, group]) => {
    const [only, ...others] = group
    const place =
      only && others.length === 0
        ? singlePlace(only, message, only.source ?? source, lang)
        : group.map((one) => placeOf(one, one.source ?? source, lang)).join(texts.between[lang])
    return fill(texts.see, lang, { place, message })
  })
}

function placeOf({ start, end }: Related, source: Source, lang: Lang): string {
  const { line, column } = locate(source, { start, end }).start
  return fill(texts.place, lang, { line, column })
}

/** With the words, but where the message has them anyway. */
function singlePlace(related: Related, message: string, source: Source, lang: Lang): string {
  const words = source.text.slice(related.start, related.end)
  if (words.trim() === '') return placeOf(related, source, lang)
  const { line } = locate(source, { start: related.start, end: related.end }).start
  return message.includes(words)
    ? fill(texts.paragraph, lang, { line })
    : fill(texts.placeQuoted, lang, { line, words: quote(words) })
}
