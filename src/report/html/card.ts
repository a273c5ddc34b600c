/** The card of a finding: what a careful colleague writes beside the text. */
import type { Finding } from '../../finding.ts'
import { repairOf } from '../../repair.ts'
import { isText, type Source, type Span } from '../../source.ts'
import { fill, type Lang } from '../../wording.ts'
import { cut } from '../frame.ts'
import { placeOfRelated, shortPlace } from '../place.ts'
import type { RuleInfo } from '../reporter.ts'
import { ruleLabel } from '../rule-label.ts'
import { sentence } from '../sentences.ts'
import { texts as common, severityWords } from '../texts.ts'
import { ids, short } from './marks.ts'
import { element, escaped } from './markup.ts'
import { texts } from './texts.ts'

/** Columns of a quotation on a card. */
const widest = 60
/** Characters on either side of a change. */
const beside = 6

export interface CardContext {
  readonly source: Source
  /** The id of the file in the page. */
  readonly file: string
  readonly lang: Lang
  readonly ruleOf: (id: string) => RuleInfo | undefined
}

/** Blanks are seen, for it is often they that go. */
const seen = (text: string): string => text.replaceAll(' ', '␣').replaceAll('\u3000', '□')

/** The words on either side of a change, within its line; before it, within its sentence. */
function contextOf(text: string, { start, end }: Span): readonly [before: string, after: string] {
  const before =
    text
      .slice(Math.max(0, start - beside), start)
      .split(/[\r\n]/)
      .at(-1) ?? ''
  return [before, text.slice(end, end + beside).split(/[\r\n]/, 1)[0] ?? '']
}

/** A repair as an editor writes it: what goes struck out, what comes behind it, a few words on either side. */
function changeHtml(finding: Finding, { source, lang }: CardContext): string {
  const change = repairOf(finding, source.text, false)
  if (!finding.fix || !change) return ''
  const [before, after] = contextOf(source.text, change)
  const old = source.text.slice(change.start, change.end)
  const quote = (name: string, words: string): string =>
    words === '' ? '' : element(name, {}, escaped(cut(seen(words), widest)))
  const words = `${escaped(before)}${quote('del', old)}${quote('ins', change.text)}${escaped(after)}`
  const elsewhere = change.isPart ? fill(common.fixElsewhere, lang, {}) : ''
  const label = finding.fix.grade === 'safe' && isText(source.format) ? texts.safe[lang] : texts.suggested[lang]
  return `<p class="fix"><span class="k">${escaped(label)}</span> ${words}${escaped(elsewhere)}</p>`
}

function relatedHtml(finding: Finding, index: number, { source, file, lang }: CardContext): string {
  if (finding.related.length === 0) return ''
  const items = finding.related.map((other, second) => {
    const words = `<span class="at">${escaped(placeOfRelated(source, other, lang))}</span> ${escaped(sentence(other, lang))}`
    // In another document there is nothing on this page to go to.
    if (other.source) return `<li>${words}</li>`
    return `<li>${element('a', { href: `#${ids(file).related(index, second)}` }, words)}</li>`
  })
  return `<ul class="rel">${items.join('')}</ul>`
}

/** `index` counts the file's findings from 0; people see it from 1. */
export function cardHtml(finding: Finding, index: number, context: CardContext): string {
  const { source, file, lang, ruleOf } = context
  const { severity, ruleId } = finding
  const rule = ruleOf(ruleId)
  const name = ids(file)
  const number = index + 1
  const place = shortPlace(source, finding, lang)
  const back = element(
    'a',
    { class: 'no', href: `#${name.mark(index)}`, 'aria-label': fill(texts.toText, lang, { number }) },
    `${number}`,
  )
  const head = `<p class="hd">${back}<span class="sv">${escaped(severityWords[severity][lang])}</span><span class="at">${escaped(place)}</span></p>`
  const authority = rule && `<span class="src">${escaped(`${rule.source.tier} ${rule.source.ref}`)}</span>`
  const ruleWords = rule ? { title: fill(rule.summary, lang, {}) } : {}
  return element(
    'section',
    {
      class: `card ${short[severity]}`,
      id: name.card(index),
      tabindex: -1,
      'data-f': number,
      'data-v': short[severity],
      'data-r': ruleId,
    },
    `${head}<p class="msg">${escaped(sentence(finding, lang))}</p>${changeHtml(finding, context)}${relatedHtml(finding, index, context)}` +
      `<p class="ft">${element('code', ruleWords, escaped(ruleLabel(ruleId, lang)))}${authority ?? ''}</p>`,
  )
}
