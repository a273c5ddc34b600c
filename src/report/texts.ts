/** What reporters say in words of their own. Sentences about a finding belong to its rule. */
import type { Severity } from '../rule.ts'
import type { Aside } from '../source.ts'
import type { Lang, Wording } from '../wording.ts'

export const severityWords = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
} as const satisfies Record<Severity, Wording>

export const asides: Readonly<Record<Aside, Wording>> = {
  header: { zh: '页眉', en: 'header' },
  footer: { zh: '页脚', en: 'footer' },
  footnote: { zh: '脚注', en: 'footnote' },
  endnote: { zh: '尾注', en: 'endnote' },
  textbox: { zh: '文本框', en: 'text box' },
}

export const texts = {
  see: { zh: '参见 {place} {message}', en: 'see {place} {message}' },
  under: { zh: '位于 {section}', en: 'under {section}' },
  errorsFirst: { zh: '先看 {count} 个错误：{places}', en: 'errors first ({count}): {places}' },
  fixSafe: { zh: '可自动修改（--fix）：改为“{text}”', en: 'fixed by --fix: “{text}”' },
  fixSafeDelete: { zh: '可自动修改（--fix）：删去', en: 'fixed by --fix: delete it' },
  fixSuggested: { zh: '建议改为“{text}”', en: 'suggestion: “{text}”' },
  fixElsewhere: { zh: '；别处照改', en: '; likewise elsewhere' },
  fixSuggestedDelete: { zh: '建议删去', en: 'suggestion: delete it' },
  crash: {
    zh: '规则 {ruleId} 在这份材料上出错，已跳过（这是 hegao 的毛病，请报告）：{reason}',
    en: 'rule {ruleId} failed on this file and was skipped (a bug of hegao, please report it): {reason}',
  },
  omitted: { zh: '规则 {ruleId} 另有 {count} 处，没有逐一列出', en: '{count} more of rule {ruleId} are not listed' },
  tablesAsOf: {
    zh: '各表核对至{day}。到下列日子，相应的行要重新核对：',
    en: 'The tables were checked up to {day}. On these days the rows named have to be looked at again:',
  },
  rowsCheckedOn: { zh: '另在{day}核对的：', en: 'Looked up on {day}:' },
  rowsUnseen: {
    zh: '没有查到出处、只作提示的：',
    en: 'In no source that was seen, and no more than hints:',
  },
  rowsOf: { zh: '{rule}{count}行：{ids}', en: '{rule}{count} rows: {ids}' },
  ruleWithSource: { zh: '{summary}。依据：{tier} {ref}', en: '{summary}. Source: {tier} {ref}' },
  withLinks: { zh: '{text}（参见{links}）', en: '{text} (see {links})' },
  beyondLimit: {
    zh: '共 {count} 处，这里只写了前 {most} 处（GitHub 一次最多收这么多）；可分几次查，或用 --quiet',
    en: 'only the first {most} of {count} results are here (the most that GitHub takes): check in parts, or with --quiet',
  },
  nothingFound: { zh: '没有发现问题', en: 'No problems found' },
  noneRead: { zh: '没有可查的文字（{files}）', en: 'Nothing to check ({files})' },
  someRead: {
    zh: '没有发现问题（{files}，其中{empty}个没有可查的文字）',
    en: 'No problems found ({files}, of which {empty} had nothing to check)',
  },
  clean: { zh: '没有发现问题（{files}）', en: 'No problems found ({files})' },
  noErrors: { zh: '没有错误（{files}）', en: 'No errors ({files})' },
  counted: { zh: '{counts}（{files}）', en: '{counts} ({files})' },
  known: { zh: '；另有 {count} 处是基线里已知的', en: '; {count} more are known in the baseline' },
  fixable: { zh: '其中 {count} 处可自动修改：hegao fix', en: '{count} of them can be fixed: hegao fix' },
  annotatable: {
    zh: '.docx 里的问题可以写成批注和修订：hegao annotate {path}',
    en: 'findings in a .docx can become comments and tracked changes: hegao annotate {path}',
  },
  silencing: {
    zh: '核过不改的，以后不再报：hegao silence {place} {ruleId}',
    en: 'one that stays need not be told again: hegao silence {place} {ruleId}',
  },
  asidePlace: { zh: '{where}第{line}段第{column}字', en: '{where} paragraph {line}, character {column}' },
  paragraphPlace: { zh: '第{line}段第{column}字', en: 'paragraph {line}, character {column}' },
} as const satisfies Record<string, Wording>

/** Things that are counted. English has two forms; Chinese takes a measure word. */
const counted = {
  error: { zh: '个错误', en: ['error', 'errors'] },
  warning: { zh: '个警告', en: ['warning', 'warnings'] },
  info: { zh: '个提示', en: ['info', 'infos'] },
  file: { zh: '个文件', en: ['file', 'files'] },
  failed: { zh: '个文件没有查成', en: ['file not checked', 'files not checked'] },
  crash: { zh: '条规则出错', en: ['rule failed', 'rules failed'] },
} as const

/** A number with what it counts: 3 个错误, 3 errors. */
export function amount(count: number, of: keyof typeof counted, lang: Lang): string {
  if (lang === 'zh') return `${count} ${counted[of].zh}`
  return `${count} ${counted[of].en[count === 1 ? 0 : 1]}`
}
