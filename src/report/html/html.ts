/**
 * One page for people who would rather look than read: outline, the text as it stands with findings marked in it, a card
 * beside each. It holds all it needs and loads nothing; without its script every file stands below the other. Files come
 * one by one and are forgotten; only their names and counts are kept for the lists, which the page gets at its end.
 */
import type { Finding } from '../../finding.ts'
import type { Checked } from '../../hegao.ts'
import type { Severity } from '../../rule.ts'
import { type Block, locate, type Source } from '../../source.ts'
import type { Role } from '../../tree.ts'
import { fill, type Lang } from '../../wording.ts'
import { noteSentence } from '../notes.ts'
import { isPaged } from '../place.ts'
import type { ReportContext, Reporter, RuleInfo } from '../reporter.ts'
import { crashSentence, omittedSentence } from '../sentences.ts'
import { nothing, type Summary, withFile } from '../summary.ts'
import { amount, texts as reportTexts, severityWords } from '../texts.ts'
import { type CardContext, cardHtml } from './card.ts'
import { labelHtml, type MarkedLine, markedLines, short } from './marks.ts'
import { element, escaped } from './markup.ts'
import { outlineHtml, type Structure, structureOf, tallyHtml } from './outline.ts'
import { policy } from './policy.ts'
import { script } from './script.ts'
import { style } from './style.ts'
import { texts } from './texts.ts'

type Counts = Readonly<Record<Severity, number>>

/** What the lists at the end need of a file. */
interface Row {
  readonly id: string
  readonly path: string
  readonly counts: Counts
  readonly isBad: boolean
  /** Nothing is to be told of it but what was not checked. */
  readonly isNoted: boolean
}

const languages: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en' }

function head({ lang }: ReportContext): string {
  return (
    `<!DOCTYPE html>\n<html lang="${languages[lang]}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n' +
    '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="hegao">\n' +
    `<title>${escaped(texts.title[lang])}</title>\n<style>${style}</style>\n</head>\n<body>\n<main id="main">\n`
  )
}

/** Blocks by where they start. */
const blocksOf = ({ blocks }: Source): ReadonlyMap<number, Block> => new Map(blocks.map((block) => [block.start, block]))

/** Classes of a line by what its paragraph is. */
const roleClasses: Readonly<Partial<Record<Role, string>>> = {
  security: 'mid',
  issuer: 'title',
  'document-number': 'mid',
  signer: 'mid',
  title: 'title',
  subtitle: 'mid',
  dateline: 'mid',
  byline: 'mid',
  signature: 'end',
  date: 'end',
  contents: 'dim',
  imprint: 'dim',
  noise: 'dim',
  aside: 'dim',
}

function classOf(line: MarkedLine, text: string, block: Block | undefined, { headings, roles }: Structure): string {
  const first = startOfWords(line, text)
  const heading = headings.get(first) ?? headings.get(line.start)
  const role = roles.get(first) ?? roles.get(line.start)
  const classes = [
    heading && !heading.runIn ? `h h${Math.min(heading.level, 4)}` : '',
    role ? (roleClasses[role] ?? '') : '',
    block?.hint?.cell ? 'cell' : '',
    block?.hint?.verbatim ? 'dim' : '',
  ]
  return classes.filter((name) => name !== '').join(' ')
}

/** Where the words of a line begin, behind its indent. */
function startOfWords({ start, end }: MarkedLine, text: string): number {
  const line = text.slice(start, end)
  return start + line.length - line.trimStart().length
}

function documentHtml(checked: Checked, source: Source, structure: Structure, context: CardContext): string {
  const { findings } = checked
  const { file, lang } = context
  const { text } = source
  const blocks = blocksOf(source)
  const labelOf = (index: number): string => {
    const { severity } = findings[index] as Finding
    return fill(texts.toCard, lang, { number: index + 1, severity: severityWords[severity] })
  }
  let html = ''
  let number = 0
  let isGap = false
  let isBeside = false
  const table = new TableRow()
  for (const line of markedLines(text, findings, structure, file, labelOf)) {
    // As the user's file counts: a paragraph of Word may hold several lines, and the text of Markdown is not the file's.
    const here = locate(source, { start: line.start, end: line.start }).start.line
    const block = blocks.get(line.start)
    const label = block?.hint?.label
    const cell = block?.hint?.cell
    if (!cell || !table.isOf(cell)) html += table.done()
    if (line.html === '' && label === undefined) {
      // However many blank lines there are, one gap is enough to see that there are some.
      if (!isGap && html !== '') html += '<div class="gap"></div>\n'
      isGap = true
      continue
    }
    isGap = false
    if (block?.hint?.aside && !isBeside) {
      isBeside = true
      html += `<p class="beside">${escaped(texts.asides[lang])}</p>\n`
    }
    const cards = line.findings.map((index) => cardHtml(findings[index] as Finding, index, context)).join('\n')
    const values = {
      class: `t ${classOf(line, text, block, structure)}`.trim(),
      ...(here !== number && { 'data-l': here }),
    }
    number = here
    const paragraph = element('p', values, (label === undefined ? '' : labelHtml(label)) + line.html)
    if (cell) table.add(cell, paragraph, cards)
    else
      html +=
        cards === ''
          ? `<div class="row">${paragraph}</div>\n`
          : `<div class="row"><div class="cards">${cards}</div>${paragraph}</div>\n`
  }
  html += table.done()
  return `<div class="doc${isPaged(source.format) ? ' paged' : ''}">\n${html}</div>\n`
}

type CellPlace = NonNullable<NonNullable<Block['hint']>['cell']>

/** The row of a table that is being written: its cells stand beside one another, the cards of all of them beside the row. */
class TableRow {
  private place: CellPlace | undefined
  private column = -1
  private cells: string[] = []
  private cards: string[] = []

  /** Whether a cell belongs to this row. */
  isOf({ table, row }: CellPlace): boolean {
    return this.place?.table === table && this.place.row === row
  }

  add(place: CellPlace, paragraph: string, cards: string): void {
    if (place.column === this.column && this.isOf(place)) this.cells.push(`${this.cells.pop()}\n${paragraph}`)
    else this.cells.push(paragraph)
    this.place = place
    this.column = place.column
    if (cards !== '') this.cards.push(cards)
  }

  /** The row as it is, and none any more. */
  done(): string {
    if (this.cells.length === 0) return ''
    const cells = this.cells.map((cell) => `<div>${cell}</div>`).join('')
    const cards = this.cards.length > 0 ? `<div class="cards">${this.cards.join('\n')}</div>` : ''
    this.cells = []
    this.cards = []
    this.place = undefined
    this.column = -1
    return `<div class="row">${cards}<div class="tr">${cells}</div></div>\n`
  }
}

const countsOf = ({ errors, warnings, infos }: Summary): Counts => ({ error: errors, warning: warnings, info: infos })

/** 2 个错误、1 个警告, or that there is nothing. */
function countWords(counts: Counts, lang: Lang): string {
  const parts = (['error', 'warning', 'info'] as const).filter((severity) => counts[severity] > 0)
  return parts.map((severity) => amount(counts[severity], severity, lang)).join(lang === 'zh' ? '、' : ', ')
}

function noticesHtml({ path, omitted, crashes, notes = [] }: Checked, { roles }: Structure, lang: Lang): string {
  const noise = [...roles.values()].filter((role) => role === 'noise').length
  const lines = [
    ...notes.map((note) => element('p', { class: 'note' }, escaped(noteSentence(note, path, lang)))),
    ...crashes.map((crash) => element('p', { class: 'note bad' }, escaped(crashSentence(crash, lang)))),
    ...omitted.map((one) => element('p', { class: 'note' }, escaped(omittedSentence(one, lang)))),
    ...(noise > 0 ? [element('p', { class: 'note' }, escaped(fill(texts.noise, lang, { count: noise })))] : []),
  ]
  return lines.join('\n')
}

/**
 * A page of so many characters opens at once. Of larger ones the files behind it lie in the page as plain text, which a
 * browser passes over, and each becomes part of it when it is first looked at: a thousand files would be a million elements.
 */
const atOnce = 1_500_000

/** A file's page put by. What it holds is escaped, so that nothing in it can end the element. */
function deferred(page: string): string {
  const start = page.indexOf('\n') + 1
  const end = page.lastIndexOf('</article>')
  return `${page.slice(0, start)}<script type="text/plain">${page.slice(start, end)}</script>\n</article>\n`
}

/** One file for a page of another's making, with its text even where there is nothing to tell. `id` is its id in the page. */
export function fileView(checked: Checked, id: string, { lang, rules }: Required<Pick<ReportContext, 'lang' | 'rules'>>): string {
  const known = new Map(rules.map((rule) => [rule.id, rule]))
  return fileHtml(checked, id, countsOf(withFile(nothing, checked)), (rule) => known.get(rule), lang, true)
}

/** A file as the page shows it; '' for one with nothing to tell, unless its text is wanted anyway. */
function fileHtml(
  checked: Checked,
  id: string,
  counts: Counts,
  ruleOf: CardContext['ruleOf'],
  lang: Lang,
  isWanted = false,
): string {
  const { path, error, source, tree, findings, crashes, omitted } = checked
  const open = (words: string): string =>
    `<article class="file" id="${id}">\n<header class="fh"><h1>${escaped(path)}</h1><p>${escaped(words)}</p></header>\n`
  if (error) {
    const hint = error.hint(lang)
    const lines = [
      `<p class="msg">${escaped(error.sentence(lang))}</p>`,
      hint === undefined ? '' : `<p>${escaped(hint)}</p>`,
      `<p class="ft"><code>${escaped(error.code)}</code></p>`,
    ]
    return `${open(texts.notRead[lang])}<div class="failure">${lines.join('')}</div>\n</article>\n`
  }
  const hasNone = findings.length + crashes.length + omitted.length === 0
  const notes = checked.notes ?? []
  if (!source || (hasNone && notes.length === 0 && !isWanted)) return ''
  const isRead = withFile(nothing, checked).empty === 0
  const none = isRead ? (notes.length > 0 ? texts.partly : texts.clean) : texts.unread
  const structure = structureOf(tree)
  const context: CardContext = { source, file: id, lang, ruleOf }
  return (
    `${open(hasNone ? none[lang] : countWords(counts, lang))}${noticesHtml(checked, structure, lang)}<div class="cols">\n` +
    `${outlineHtml(structure, findings, source, id, lang)}\n${documentHtml(checked, source, structure, context)}</div>\n</article>\n`
  )
}

function filesHtml(rows: readonly Row[], lang: Lang): string {
  const bad = rows.filter(({ isBad }) => isBad)
  const clean = rows.filter(({ isBad }) => !isBad)
  const links = bad.map(({ id, path, counts, isNoted }) => {
    const words = `<span>${escaped(path)}</span>${tallyHtml(counts) || `<b class="q ${isNoted ? 'i' : 'e'}">!</b>`}`
    return `<li>${element('a', { href: `#${id}` }, words)}</li>`
  })
  const rest =
    clean.length === 0
      ? ''
      : `<details class="rest"><summary>${escaped(fill(texts.cleanFiles, lang, { count: clean.length }))}</summary><ul>` +
        `${clean.map(({ path }) => `<li>${escaped(path)}</li>`).join('\n')}</ul></details>`
  return `<ul class="files">${links.join('\n')}</ul>${rest}`
}

/** Findings by rule over the whole run. */
type Tally = ReadonlyMap<string, Counts>

function rulesTable(tally: Tally, ruleOf: CardContext['ruleOf'], lang: Lang): string {
  const rows = [...tally]
    .sort(([a, x], [b, y]) => y.error - x.error || y.warning - x.warning || y.info - x.info || (a < b ? -1 : 1))
    .map(([id, counts]) => {
      const rule = ruleOf(id)
      const summary = rule ? escaped(fill(rule.summary, lang, {})) : ''
      const source = rule ? `<p class="src">${escaped(`${texts.source[lang]} ${rule.source.tier} ${rule.source.ref}`)}</p>` : ''
      return `<tr><th scope="row"><code>${escaped(id)}</code></th><td>${summary}${source}</td><td class="num">${tallyHtml(counts)}</td></tr>`
    })
  return `<table class="rules"><tbody>${rows.join('\n')}</tbody></table>`
}

/** The mark of the whole: as the last line of `pretty` has it. */
const verdict = (counts: Counts, bad: number): string =>
  counts.error + bad > 0 ? 'e' : counts.warning > 0 ? 'w' : counts.info > 0 ? 'i' : 'ok'

function overviewHtml(
  rows: readonly Row[],
  summary: Summary,
  tally: Tally,
  context: ReportContext,
  ruleOf: CardContext['ruleOf'],
): string {
  const { lang, quiet, version } = context
  const counts = countsOf(summary)
  const bad = summary.failed + summary.crashes
  const words = [
    countWords(counts, lang),
    summary.failed > 0 ? amount(summary.failed, 'failed', lang) : '',
    summary.crashes > 0 ? amount(summary.crashes, 'crash', lang) : '',
  ].filter((part) => part !== '')
  const said = words.length > 0 ? words.join(lang === 'zh' ? '、' : ', ') : (quiet ? texts.cleanQuiet : texts.clean)[lang]
  const known = summary.known ? fill(reportTexts.known, lang, { count: summary.known }) : ''
  const part = (title: string, body: string): string => `<section><h2>${escaped(title)}</h2>${body}</section>\n`
  return (
    `<article class="file over" id="overview">\n<header class="fh"><h1>${escaped(texts.title[lang])}</h1>` +
    `<p class="verdict ${verdict(counts, bad)}">${escaped(said)}<small>${escaped(amount(summary.files, 'file', lang) + known)}</small></p></header>\n` +
    (tally.size > 0 ? part(texts.byRule[lang], rulesTable(tally, ruleOf, lang)) : '') +
    (rows.length > 0 ? part(texts.byFile[lang], filesHtml(rows, lang)) : '') +
    `<footer>${escaped(fill(texts.made, lang, { version }))}</footer>\n</article>\n`
  )
}

function barHtml(rows: readonly Row[], counts: Counts, tally: Tally, lang: Lang): string {
  const say = (wording: { readonly zh: string; readonly en: string }): string => escaped(wording[lang])
  const levels = (['error', 'warning', 'info'] as const)
    .map((severity) => {
      const values = { type: 'button', class: `lv ${short[severity]}`, 'data-v': short[severity], 'aria-pressed': 'true' }
      return element('button', values, `${escaped(severityWords[severity][lang])} <b>${counts[severity]}</b>`)
    })
    .join('')
  const ruleBoxes = [...tally.keys()]
    .sort()
    .map((id) => `<label><input type="checkbox" checked value="${escaped(id)}"> <code>${escaped(id)}</code></label>`)
    .join('\n')
  const fileMenu =
    rows.length > 1
      ? `<details class="menu fm"><summary>${say(texts.files)} <b>${rows.length}</b></summary><div class="pop">` +
        `<input type="search" placeholder="${say(texts.findFile)}" aria-label="${say(texts.findFile)}">` +
        `${filesHtml(rows, lang)}</div></details>`
      : ''
  const ruleMenu =
    tally.size > 0
      ? `<details class="menu rm"><summary>${say(texts.rules)}</summary><div class="pop"><p class="two">` +
        `<button type="button" data-all="1">${say(texts.allRules)}</button><button type="button" data-all="">${say(texts.noRules)}</button></p>` +
        `${ruleBoxes}</div></details>`
      : ''
  return (
    `<header class="bar" id="bar"><a class="skip" href="#main">${say(texts.skip)}</a>` +
    `<a class="brand" href="#overview" title="${say(texts.overview)}">${say(texts.brand)}</a>${fileMenu}` +
    `<div class="grp" role="group" aria-label="${say(texts.levels)}">${levels}</div>${ruleMenu}` +
    `<div class="grp nav"><button type="button" class="ic" data-go="-1" title="${say(texts.keys)}" aria-label="${say(texts.before)}">↑</button>` +
    `<output id="pos" aria-live="polite"></output>` +
    `<button type="button" class="ic" data-go="1" title="${say(texts.keys)}" aria-label="${say(texts.after)}">↓</button></div>` +
    `<button type="button" class="ic" id="theme" title="${say(texts.themeHint)}" aria-label="${say(texts.theme)}">◐</button></header>\n`
  )
}

export function html(context: ReportContext): Reporter {
  const { lang, rules = [] } = context
  const known = new Map<string, RuleInfo>(rules.map((rule) => [rule.id, rule]))
  const ruleOf = (id: string): RuleInfo | undefined => known.get(id)
  const rows: Row[] = []
  const tally = new Map<string, Record<Severity, number>>()
  let size = 0
  return {
    open: () => head(context),
    file(checked) {
      const id = `f${rows.length + 1}`
      const counts = countsOf(withFile(nothing, checked))
      for (const { ruleId, severity } of checked.findings) {
        const count = tally.get(ruleId) ?? { error: 0, warning: 0, info: 0 }
        count[severity] += 1
        tally.set(ruleId, count)
      }
      const page = fileHtml(checked, id, counts, ruleOf, lang)
      const isNoted = !checked.error && checked.crashes.length === 0
      rows.push({ id, path: checked.path, counts, isBad: page !== '', isNoted })
      const isLate = size > atOnce && page !== ''
      size += page.length
      return isLate ? deferred(page) : page
    },
    close: (summary) =>
      `${size > atOnce ? `<noscript><p class="note">${escaped(texts.needsScript[lang])}</p></noscript>\n` : ''}` +
      `${overviewHtml(rows, summary, tally, context, ruleOf)}</main>\n${barHtml(rows, countsOf(summary), tally, lang)}` +
      `<script>${script}</script>\n</body>\n</html>\n`,
  }
}
