/** The counts over an archive as one page: no script, nothing from outside, plain bars. */
import { fill, type Lang, type Wording } from '../wording.ts'
import { printable } from './printable.ts'
import { type CountedArchive, type CountedGroup, counted, grouped, noteName, statsTexts, yearName } from './stats.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (mark) => entities[mark] as string)

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const style = `:root{color-scheme:light dark;--bar:#3a6ea5;--error:#b3261e;--rest:#8a8a8a;--rule:#d0d0d0}
@media(prefers-color-scheme:dark){:root{--bar:#7fb0e0;--error:#f2b8b5;--rest:#a0a0a0;--rule:#444}}
body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.2rem .6rem .2rem 0;vertical-align:top;border-bottom:1px solid var(--rule)}
th{font-weight:normal;color:var(--rest);white-space:nowrap}
th.n,td.n{text-align:right}td.n{font-variant-numeric:tabular-nums;white-space:nowrap}
td.name{overflow-wrap:anywhere}td.chart{width:40%}
.bar{display:block;height:.9rem;margin-top:.35rem;background:var(--bar)}.bad{background:var(--error)}
@media print{body{max-width:none;margin:0}.bar{print-color-adjust:exact}}`

interface Row {
  readonly name: string
  readonly numbers: readonly number[]
  /** What the bar shows. */
  readonly bar: number
}

const percent = (part: number, whole: number): string => (whole > 0 ? ((100 * part) / whole).toFixed(1) : '0')

function chart(title: string, heads: readonly string[], rows: readonly Row[], kind = ''): string {
  if (rows.length === 0) return ''
  const most = rows.reduce((high, { bar }) => Math.max(high, bar), 0)
  const body = rows.map(
    ({ name, numbers, bar }) =>
      `<tr><td class="name">${escaped(name)}</td>${numbers
        .map((number) => `<td class="n">${grouped(number)}</td>`)
        .join('')}<td class="chart"><span class="bar${kind}" style="width:${percent(bar, most)}%"></span></td></tr>`,
  )
  const head = heads.map((text, at) => `<th scope="col"${at > 0 ? ' class="n"' : ''}>${escaped(text)}</th>`).join('')
  return `<h2>${escaped(title)}</h2>\n<table>\n<thead><tr>${head}<th></th></tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>\n`
}

const paragraph = (rows: readonly (readonly [name: string, value: string])[]): string =>
  `<p>${rows.map(([name, value]) => `${escaped(name)}　${escaped(value)}`).join('<br>\n')}</p>\n`

export function statsHtml(archive: CountedArchive, lang: Lang, summaryOf: (rule: string) => string): string {
  const say = (wording: Wording, data: Readonly<Record<string, string | number>> = {}): string => fill(wording, lang, data)
  const { byYear, byFormat, reports, errors, warnings, rule, occurrences, file, failure, unchecked } = statsTexts
  const groups = (all: readonly CountedGroup[]): Row[] =>
    all.map((one) => ({
      name: yearName(one.name, lang),
      numbers: [one.reports, one.errors, one.warnings],
      bar: one.reports,
    }))
  const parts = [
    paragraph([
      [say(reports), say(statsTexts.converted, { count: grouped(archive.reports), characters: grouped(archive.characters) })],
      [say(statsTexts.findings), say(statsTexts.counted, counted(archive))],
      [say(statsTexts.notConverted), say(statsTexts.copies, { reports: grouped(archive.failed) })],
    ]),
    chart(
      say(byYear),
      [byYear, reports, errors, warnings].map((text) => say(text)),
      groups(archive.years),
    ),
    chart(
      say(byFormat),
      [byFormat, reports, errors, warnings].map((text) => say(text)),
      groups(archive.formats),
    ),
    chart(
      say(statsTexts.commonest),
      [rule, occurrences, reports].map((text) => say(text)),
      archive.rules.map((one) => ({
        name: `${one.name}　${summaryOf(one.name)}`,
        numbers: [one.findings, one.reports],
        bar: one.findings,
      })),
    ),
    chart(
      say(statsTexts.worst),
      [file, errors, warnings].map((text) => say(text)),
      archive.worst.map((one) => ({ name: one.name, numbers: [one.errors, one.warnings], bar: one.errors + one.warnings })),
      ' bad',
    ),
    chart(
      say(statsTexts.notChecked),
      [unchecked, reports].map((text) => say(text)),
      archive.notes.map((one) => ({ name: noteName(one.name, lang), numbers: [one.reports], bar: one.reports })),
    ),
    chart(
      say(statsTexts.notConverted),
      [failure, reports].map((text) => say(text)),
      archive.failures.map((one) => ({ name: one.name, numbers: [one.reports], bar: one.reports })),
      ' bad',
    ),
  ]
  const title = escaped(say(statsTexts.title))
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="hegao">
<title>${title}</title>
<style>
${style}
</style>
</head>
<body>
<h1>${title}</h1>
${parts.join('')}</body>
</html>
`
}
