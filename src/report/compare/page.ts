/**
 * A comparison as one page: the old sentence on the left, the new one on the right, in the order of the new text. It needs no
 * script: filters are check boxes that style sheets know of. It holds all it needs and loads nothing.
 */
import type { Row } from '../../compare/index.ts'
import type { Finding } from '../../finding.ts'
import { fill, type Lang } from '../../wording.ts'
import { element, escaped } from '../html/markup.ts'
import { shortPlace } from '../place.ts'
import { sentence } from '../sentences.ts'
import { severityWords } from '../texts.ts'
import type { Comparison, ComparisonContext } from './comparison.ts'
import { resultWords } from './lists.ts'
import { comparisonStyle, comparisonStyleHash } from './style.ts'
import { texts } from './texts.ts'

const kinds = ['same', 'numbers', 'words', 'new'] as const

const policy = `default-src 'none'; style-src 'sha256-${comparisonStyleHash}'; base-uri 'none'; form-action 'none'`

/** Whole numbers, so that 186.4 beside 195.1 is one change and not two. */
const number = /[0-9]+(?:[.,][0-9]+)*/g

/** The words with those numbers bold that the other sentence has not. */
function marked(words: string, other: string | undefined): string {
  const known = new Set(other?.match(number) ?? [])
  let html = ''
  let from = 0
  for (const match of words.matchAll(number)) {
    const [value] = match
    html += escaped(words.slice(from, match.index))
    html += other === undefined || known.has(value) ? escaped(value) : `<b>${escaped(value)}</b>`
    from = match.index + value.length
  }
  return html + escaped(words.slice(from))
}

/** Findings by the row in which they begin; both are in order of the text. */
function byRow(rows: readonly Row[], findings: readonly Finding[]): Finding[][] {
  let at = 0
  return rows.map((_, index) => {
    const until = rows[index + 1]?.unit.start ?? Number.POSITIVE_INFINITY
    const from = at
    while (at < findings.length && (findings[at]?.start ?? 0) < until) at++
    return findings.slice(from, at)
  })
}

const levels = { error: 'e', warning: 'w', info: 'i' } as const

function findingHtml(finding: Finding, lang: Lang): string {
  const words = `<span class="lv">${escaped(fill(severityWords[finding.severity], lang, {}))}</span> ${escaped(sentence(finding, lang))}`
  return element('li', { class: levels[finding.severity] }, words)
}

function rowHtml(row: Row, found: readonly Finding[], { now, old }: Comparison, lang: Lang): string {
  const { kind, unit, mate, moved } = row
  const cell = (words: string, place: string, other: string | undefined, note: string): string =>
    `<td><span class="at">${escaped(place)}</span>${marked(words, other)}${note}</td>`
  const left = mate ? cell(mate.words, shortPlace(old, mate, lang), unit.words, '') : '<td></td>'
  const note = moved ? ` <span class="mv">${escaped(fill(texts.moved, lang, {}))}</span>` : ''
  const list = found.length === 0 ? '' : `<ul>${found.map((finding) => findingHtml(finding, lang)).join('')}</ul>`
  const classes = ['r', kind, unit.isHeading ? 'h' : '', found.length > 0 ? 'f' : ''].filter((name) => name !== '').join(' ')
  return `<tr class="${classes}">${left}${cell(unit.words, shortPlace(now, unit, lang), mate?.words, note + list)}</tr>\n`
}

function filtersHtml({ pairing, checked }: Comparison, lang: Lang): string {
  const box = (name: (typeof kinds)[number] | 'findings', count: number): string => {
    const words = fill(texts.count, lang, { name: fill(texts[name], lang, {}), count })
    const input =
      name === 'findings' ? '<input type="checkbox" id="only-findings">' : `<input type="checkbox" id="show-${name}" checked>`
    return `<label class="${name}">${input} ${escaped(words)}</label>`
  }
  const counted = kinds.map((kind) => box(kind, pairing.rows.filter((row) => row.kind === kind).length))
  return `<form class="bar">${[...counted, box('findings', checked.findings.length)].join('')}</form>`
}

/** Shares of the four kinds as one bar; widths in steps of five per cent, which the style names. */
function shareBar({ pairing: { shares } }: Comparison, lang: Lang): string {
  const parts = kinds.map((kind) => {
    const share = Math.round(shares[kind] * 100)
    const title = `${fill(texts[kind], lang, {})} ${share}%`
    return `<span class="${kind} w${Math.round(share / 5) * 5}" title="${escaped(title)}">${share >= 8 ? `${share}%` : ''}</span>`
  })
  return `<div class="share">${parts.join('')}</div>`
}

function listsHtml({ lists, old }: Comparison, lang: Lang): string {
  if (!lists) return ''
  const say = (name: 'indicator' | 'target' | 'result'): string => escaped(fill(texts[name], lang, {}))
  const head = (name: 'targets' | 'promises', count: number): string => `<h2>${escaped(fill(texts[name], lang, { count }))}</h2>`
  const rows = lists.targets.map((target) => {
    const place = `<span class="at">${escaped(shortPlace(old, target.old, lang))}</span>`
    const cells = [place + escaped(target.name), escaped(target.target), escaped(resultWords(target, lang))]
    return `<tr${target.reached === false ? ' class="numbers"' : ''}>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  })
  const titles = [say('indicator'), say('target'), say('result')].map((title) => `<th scope="col">${title}</th>`).join('')
  const gone = lists.promises.map(
    ({ words, old: place }) => `<li><span class="at">${escaped(shortPlace(old, place, lang))}</span>${escaped(words)}</li>`,
  )
  return (
    (rows.length === 0
      ? ''
      : `${head('targets', rows.length)}<table><thead><tr>${titles}</tr></thead><tbody>${rows.join('\n')}</tbody></table>\n`) +
    (gone.length === 0 ? '' : `${head('promises', gone.length)}<ul class="gone">${gone.join('\n')}</ul>\n`)
  )
}

export const comparisonPage = (comparison: Comparison, { lang }: ComparisonContext): string =>
  pageOf(lang, escaped(fill(texts.title, lang, {})), comparisonBody(comparison, lang))

/** What stands in the page: also part of a page that others make. */
export function comparisonBody(comparison: Comparison, lang: Lang): string {
  const { checked, old, now, pairing } = comparison
  const say = (name: keyof typeof texts): string => escaped(fill(texts[name], lang, {}))
  const found = byRow(pairing.rows, checked.findings)
  const rows = pairing.rows.map((row, index) => rowHtml(row, found[index] ?? [], comparison, lang)).join('')
  const gone = pairing.dropped
    .map((unit) => `<li><span class="at">${escaped(shortPlace(old, unit, lang))}</span>${escaped(unit.words)}</li>`)
    .join('')
  const droppedHead = escaped(fill(texts.dropped, lang, { count: pairing.dropped.length }))
  const verbatim = escaped(fill(texts.verbatim, lang, { share: Math.round(pairing.shares.verbatim * 100) }))
  return (
    `<header><h1>${say('title')}</h1><p>${say('intro')}</p>${shareBar(comparison, lang)}<p class="at">${verbatim}</p></header>\n${filtersHtml(comparison, lang)}\n` +
    `<div class="main"><table><thead><tr><th scope="col">${say('old')}　${escaped(old.path)}</th><th scope="col">${say('now')}　${escaped(now.path)}</th></tr></thead>\n` +
    `<tbody>\n${rows}</tbody></table>\n` +
    `${gone === '' ? '' : `<details><summary>${droppedHead}</summary><ul class="gone">${gone}</ul></details>\n`}${listsHtml(comparison, lang)}</div>`
  )
}

/** A whole page of ours round `body`; `title` is HTML already. */
export const pageOf = (lang: Lang, title: string, body: string): string =>
  `<!DOCTYPE html>\n<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">\n<head>\n<meta charset="utf-8">\n` +
  `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">\n` +
  '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n' +
  '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="hegao">\n' +
  `<title>${title}</title>\n<style>${comparisonStyle}</style>\n</head>\n<body>\n<main>\n${body}\n</main>\n</body>\n</html>\n`
