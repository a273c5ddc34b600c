/** The table of rules that READMEs show between two marks. */
import type { AnyRule, Level } from '../rule.ts'
import type { Lang } from '../wording.ts'

const open = '<!-- rules -->'
const close = '<!-- /rules -->'

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

/** One row a rule. `base` leads from the README to the folder of rules. */
export function ruleTable(rules: readonly AnyRule[], lang: Lang, base: string): string {
  const rows = rules.map(
    ({ id, severity, summary, source }) =>
      `| [${id}](${base}${id}/README.md) | ${cell(summary[lang])} | ${levels[lang][severity]} | ${cell(authority(source, lang))} |`,
  )
  return [heads[lang], ...rows].join('\n')
}

/** `readme` with `table` between its marks; unchanged where it has no marks. */
export function withTable(readme: string, table: string): string {
  const from = readme.indexOf(open)
  const to = readme.indexOf(close, from)
  if (from < 0 || to < 0) return readme
  return `${readme.slice(0, from + open.length)}\n${table}\n${readme.slice(to)}`
}
