/** The tables that pages show between two marks: of rules, of formats. */
import { type AnyFormat, formats } from '../report/formats.ts'
import type { AnyRule, Level } from '../rule.ts'
import type { Lang, Wording } from '../wording.ts'

const heads = {
  zh: '| 规则 | 查什么 | 默认 | 依据 |\n| --- | --- | --- | --- |',
  en: '| rule | what it says | default | authority |\n| --- | --- | --- | --- |',
} as const satisfies Record<Lang, string>

const levels = {
  zh: { error: '错误', warning: '警告', info: '提示', off: '关闭' },
  en: { error: 'error', warning: 'warning', info: 'info', off: 'off' },
} as const satisfies Record<Lang, Record<Level, string>>

const tiers: Readonly<Record<AnyRule['source']['tier'], string>> = {
  国标: 'national standard',
  条例: 'regulation',
  通例: 'usage',
  事实: 'fact',
  本规则: 'this rule',
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function authority({ tier, ref }: AnyRule['source'], lang: Lang): string {
  const said = lang === 'zh' ? tier : tiers[tier]
  return ref === '' || ref === tier ? said : lang === 'zh' ? `${said}：${ref}` : `${said}: ${ref}`
}

/** One row a rule. `pageOf` gives the way from the README to a rule's page, by its id. */
export function ruleTable(rules: readonly AnyRule[], lang: Lang, pageOf: (id: string) => string): string {
  const rows = rules.map(
    ({ id, severity, summary, source }) =>
      `| [${id}](${pageOf(id)}) | ${cell(summary[lang])} | ${levels[lang][severity]} | ${cell(authority(source, lang))} |`,
  )
  return [heads[lang], ...rows].join('\n')
}

/** What each format is for, and who reads it. */
const formatUses: Readonly<Record<AnyFormat, Wording>> = {
  pretty: { zh: '给人在终端看（默认）', en: 'for people at a terminal (the default)' },
  compact: { zh: '一处一行，给编辑器跳转和 grep', en: 'one line a finding, for editors and grep' },
  json: { zh: '一份完整的 JSON（schema/report.schema.json）', en: 'one JSON document (schema/report.schema.json)' },
  ndjson: { zh: '一行一个 JSON 对象，边查边读', en: 'one JSON object a line, to read along' },
  sarif: {
    zh: 'SARIF 2.1.0：GitHub 代码扫描、Azure DevOps、编辑器',
    en: 'SARIF 2.1.0: GitHub code scanning, Azure DevOps, editors',
  },
  junit: { zh: 'JUnit XML：各种 CI 的测试页', en: 'JUnit XML: the test page of any CI system' },
  checkstyle: { zh: 'Checkstyle XML：Jenkins 等', en: 'Checkstyle XML: Jenkins and others' },
  github: { zh: 'GitHub Actions 的行内批注', en: 'annotations of GitHub Actions' },
  gitlab: { zh: 'GitLab 代码质量报告', en: 'the Code Quality report of GitLab' },
  rdjson: { zh: 'reviewdog', en: 'reviewdog' },
  html: { zh: '网页报告：一个文件，双击就看', en: 'a report as one web page that needs nothing else' },
}

const formatHeads = {
  zh: '| 格式 | 给谁 |\n| --- | --- |',
  en: '| format | for whom |\n| --- | --- |',
} as const satisfies Record<Lang, string>

/** One row a format. */
export const formatTable = (lang: Lang): string =>
  [formatHeads[lang], ...formats.map((format) => `| \`${format}\` | ${cell(formatUses[format][lang])} |`)].join('\n')

/** `page` with `table` between the marks of that name; unchanged where it has none. */
export function withTable(page: string, table: string, name = 'rules'): string {
  const open = `<!-- ${name} -->`
  const from = page.indexOf(open)
  const to = page.indexOf(`<!-- /${name} -->`, from)
  if (from < 0 || to < 0) return page
  return `${page.slice(0, from + open.length)}\n${table}\n${page.slice(to)}`
}
