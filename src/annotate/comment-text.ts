/** What a comment says of one finding: a line each for the fault, the repair, the second places, the authority and the rule. */
import type { Finding, Related } from '../finding.ts'
import { type Repair, repairOf } from '../repair.ts'
import type { Authority } from '../rule.ts'
import { ruleNames } from '../rule-families.ts'
import type { Aside, Source } from '../source.ts'
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
/** The other document does not lie open beside this one: its sentence is told. */
const longestOfOther = 80

export function commentLines(finding: Finding, said: Said): string[] {
  const { source, lang, authority, aside, isChanged } = said
  const message = fill(finding.wording, lang, finding.data)
  const lines = [aside ? asideMessage(finding, aside, message, lang) : message]
  const change = isChanged ? undefined : repairOf(finding, source.text, true)
  if (change) lines.push(repair(change, lang))
  lines.push(...seeAlso(finding.related, source, lang))
  if (authority) {
    const words = authority.tier === '本规则' ? texts.reason : texts.authority
    lines.push(fill(words, lang, { tier: tiers[authority.tier], ref: authority.ref }))
  }
  lines.push(fill(texts.rule, lang, { name: nameOf(finding.ruleId, lang), severity: severities[finding.severity] }))
  return lines
}

function asideMessage({ actual }: Finding, aside: Aside, message: string, lang: Lang): string {
  const where = asides[aside]
  return actual === '' || message.includes(`“${actual}”`)
    ? fill(texts.asideWhole, lang, { where, message })
    : fill(texts.aside, lang, { where, words: quote(actual), message })
}

/** At most `longest` characters of `text`, with … where it goes on; its own quotation marks become inner ones. */
function quote(text: string, longest = longestQuote): string {
  const inner = text.replaceAll('“', '‘').replaceAll('”', '’')
  if (inner.length <= longest) return inner
  const end = splitsCharacter(inner, longest - 1) ? longest - 2 : longest - 1
  return `${inner.slice(0, end)}…`
}

/** What the words found would become. */
function repair(change: Repair, lang: Lang): string {
  const here = change.text === '' ? fill(texts.remove, lang, {}) : fill(texts.change, lang, { text: change.text })
  return change.isPart ? here + fill(texts.elsewhere, lang, {}) : here
}

/** 年份不一致 year-mismatch; in English the id alone. */
function nameOf(id: string, lang: Lang): string {
  const name = lang === 'zh' ? ruleNames[id] : undefined
  return name === undefined ? id : `${name} ${id}`
}

/** How many places of one kind are quoted. */
const mostPlaces = 3

/** Second places, one line for all of which the same is said. They are quoted: neither Word nor WPS shows numbers of paragraphs. */
function seeAlso(related: readonly Related[], source: Source, lang: Lang): string[] {
  const groups = new Map<string, Related[]>()
  for (const one of related) {
    const message = fill(one.wording, lang, one.data)
    const group = groups.get(message)
    if (group) group.push(one)
    else groups.set(message, [one])
  }
  return Array.from(groups, ([message, group]) => {
    const quotes = group
      .slice(0, mostPlaces)
      .map((one) => fill(texts.quoted, lang, { words: around(one, message, one.source ?? source) }))
    const more = group.length > mostPlaces ? fill(texts.more, lang, { count: group.length }) : ''
    return fill(texts.see, lang, { place: quotes.join(texts.between[lang]) + more, message })
  })
}

/** How many characters before a place are quoted with it. */
const before = 6

/** The words of a place; where they are too few to be found by, or the message has them, with what stands about them. */
function around({ start, end, source }: Related, message: string, { text }: Source): string {
  const words = text.slice(start, end)
  if (source) return quote(words, longestOfOther)
  if (words.trim().length > before && !message.includes(words)) return quote(words)
  const first = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1
  const lineEnd = text.indexOf('\n', end)
  const from = Math.max(first, start - before)
  const cutAt = from > first && splitsCharacter(text, from) ? from + 1 : from
  const line = text.slice(cutAt, lineEnd < 0 ? text.length : lineEnd).trim()
  return (cutAt > first ? '…' : '') + quote(line)
}
