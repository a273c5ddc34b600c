/** Sources, findings and rules that exist only in tests: what engine and reporters do must not hang on real rules. */
import { failure } from '../src/errors.ts'
import type { Finding } from '../src/finding.ts'
import type { Failed, Read } from '../src/hegao.ts'
import { parse } from '../src/parse/index.ts'
import { type AnyRule, defineRule, type Fix } from '../src/rule.ts'
import type { Source, Span } from '../src/source.ts'

/** A plain text that was read. */
export const sourceOf = (document: string, path = 'a.txt'): Source => ({
  path,
  format: 'txt',
  encoding: 'utf-8',
  text: document,
  document,
  blocks: [],
  pieces: [],
  damage: [],
})

/** The first place of `words`, or the one behind `after`. */
export function spanOf(text: string, words: string, after = ''): Span {
  const start = text.indexOf(words, text.indexOf(after))
  if (start < 0) throw new Error(`${words} is not in the text`)
  return { start, end: start + words.length }
}

const same = (sentence: string) => ({ zh: sentence, en: `EN ${sentence}` })

/** A finding of the words `words` in `text`. */
export function findingOf(text: string, words: string, message: string, more: Partial<Finding> = {}): Finding {
  return {
    ...spanOf(text, words),
    ruleId: 'invented-rule',
    messageId: 'found',
    severity: 'error',
    wording: same(message),
    data: {},
    actual: words,
    section: [],
    related: [],
    fingerprint: '0123456789abcdef',
    ...more,
  }
}

export const relatedOf = (text: string, words: string, message: string, after = '') => ({
  ...spanOf(text, words, after),
  wording: same(message),
  data: {},
})

const speech = `同志们：
根据会议安排，我就2022年全区组织工作作以回顾，并对今年全区组织工作进行安排：
一、2021年全区组织工作简要回顾
认真落实 “无任用推荐干部”等制度，以组织组织力提升为目标。`

/** One file with a finding of every kind. */
export const full: Read = {
  path: '讲话.txt',
  source: sourceOf(speech, '讲话.txt'),
  tree: parse(sourceOf(speech, '讲话.txt')),
  findings: [
    findingOf(speech, '2022年', '此处说回顾2022年，标题一说的是2021年', {
      ruleId: 'year-mismatch',
      related: [relatedOf(speech, '2021年', '标题说的是2021年')],
      section: ['一、2021年全区组织工作简要回顾', '（一）另一层'],
      fix: { grade: 'suggested', edits: [{ ...spanOf(speech, '2022'), text: '2021' }] },
    }),
    findingOf(speech, ' ', '标点旁多了空格', {
      ruleId: 'stray-space',
      severity: 'warning',
      fix: { grade: 'safe', edits: [{ ...spanOf(speech, ' '), text: '' }] },
    }),
    findingOf(speech, '组织组织力', '“组织”连写了两遍', { ruleId: 'repeated-word', severity: 'info' }),
  ],
  omitted: [],
  crashes: [{ ruleId: 'broken-rule', error: new Error('cannot read\nthe rest') }],
  segmenter: 'nodejieba',
}

export const clean: Read = {
  path: 'b.txt',
  source: sourceOf('同志们：', 'b.txt'),
  tree: parse(sourceOf('同志们：', 'b.txt')),
  findings: [],
  omitted: [],
  crashes: [],
  segmenter: null,
}

export const unread: Failed = {
  path: '没有.txt',
  error: failure('file-not-found', { path: '没有.txt' }),
  findings: [],
  omitted: [],
  crashes: [],
  segmenter: null,
}

/** A rule that finds `words` and says so; with `text` it repairs them. */
export const ruleFinding = (id: string, words: string, text?: string, grade: Fix['grade'] = 'safe'): AnyRule =>
  defineRule({
    id,
    severity: 'warning',
    summary: { zh: '试验', en: 'test' },
    source: { tier: '本规则', ref: '' },
    options: {
      most: { type: 'integer', default: 3, min: 1, max: 9, zh: '至多', en: 'at most' },
      strict: { type: 'boolean', default: false, zh: '从严', en: 'strict' },
      style: { type: 'enum', default: 'a', values: ['a', 'b'], zh: '样式', en: 'style' },
      words: { type: 'strings', default: [], zh: '词', en: 'words' },
    },
    messages: { found: { zh: '有{word}', en: 'there is {word}' } },
    check({ text: all, report }) {
      for (let start = all.indexOf(words); start >= 0; start = all.indexOf(words, start + words.length)) {
        const span = { start, end: start + words.length }
        report('found', span, { word: words }, text === undefined ? {} : { fix: { grade, edits: [{ ...span, text }] } })
      }
    },
  })
