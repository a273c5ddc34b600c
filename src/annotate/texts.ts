/** What comments say in words of their own. Sentences about a finding belong to its rule. */
import type { Authority, Severity } from '../rule.ts'
import type { Aside } from '../source.ts'
import type { Wording } from '../wording.ts'

export const texts = {
  /** Nothing in the body shows the words, so they are said. */
  aside: { zh: '【{where}】“{words}”：{message}', en: '[{where}] “{words}”: {message}' },
  asideWhole: { zh: '【{where}】{message}', en: '[{where}] {message}' },
  change: { zh: '建议改为“{text}”', en: 'Suggestion: “{text}”' },
  elsewhere: { zh: '；别处照改', en: '; likewise elsewhere' },
  remove: { zh: '建议删去', en: 'Suggestion: delete it' },
  see: { zh: '另见{place}：{message}', en: 'See also {place}: {message}' },
  quoted: { zh: '“{words}”', en: '“{words}”' },
  between: { zh: '、', en: '; ' },
  more: { zh: '等{count}处', en: ' and others, {count} in all' },
  authority: { zh: '依据：{tier}，{ref}', en: 'Authority: {tier}, {ref}' },
  /** On a rule of our own nobody need rely by its name. */
  reason: { zh: '依据：{ref}', en: 'Reason: {ref}' },
  rule: { zh: '规则：{name}（{severity}）', en: 'Rule: {name} ({severity})' },
  tooMany: {
    zh: '一共查出 {all} 处，批注只写了 {told} 处（先错误，后警告、提示）。改好这些再查一遍，或用 hegao check 看全部。',
    en: '{all} findings; only {told} have a comment (errors first). Mend these and run again, or see all with hegao check.',
  },
  omitted: { zh: '规则 {id} 另有 {count} 处，没有逐一列出。', en: '{count} more of rule {id} are not listed.' },
  summary: { zh: '规则：（汇总）', en: 'Rule: (summary)' },
} as const satisfies Record<string, Wording>

/** How the line begins by which a comment of ours is known, whatever the language it was written in. */
export const ruleLine = /^(?:规则：|Rule: )/

export const asides: Readonly<Record<Aside, Wording>> = {
  header: { zh: '页眉', en: 'header' },
  footer: { zh: '页脚', en: 'footer' },
  footnote: { zh: '脚注', en: 'footnote' },
  endnote: { zh: '尾注', en: 'endnote' },
  textbox: { zh: '文本框', en: 'text box' },
}

export const severities: Readonly<Record<Severity, Wording>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
}

export const tiers: Readonly<Record<Authority['tier'], Wording>> = {
  国标: { zh: '国标', en: 'national standard' },
  条例: { zh: '条例', en: 'regulation' },
  通例: { zh: '通例', en: 'usage' },
  事实: { zh: '事实', en: 'fact' },
  本规则: { zh: '本规则', en: 'this rule' },
}
