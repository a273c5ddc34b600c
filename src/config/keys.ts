/** What a configuration may say: one row a key. The validator and the published schema both come from these tables. */
import { encodings, langs } from '../config.ts'
import type { Wording } from '../wording.ts'

export type KeyType = 'text' | 'texts' | 'textOrTexts' | 'enum' | 'year' | 'day' | 'level' | 'rules' | 'overrides' | 'facts'

export interface Key {
  readonly type: KeyType
  /** Of an `enum`. */
  readonly values?: readonly string[]
  readonly isRequired?: true
  readonly about: Wording
}

/** What holds for all files or, in a row of `overrides`, for some. */
const common = {
  rules: { type: 'rules', about: { zh: '规则的级别和选项', en: 'levels and options of rules' } },
  terms: {
    type: 'texts',
    about: { zh: '本单位的固定用语：其中的字一律不报', en: 'terms of the house: nothing within them is reported' },
  },
  names: {
    type: 'texts',
    about: { zh: '人名、地名、机构名：其中的字一律不报', en: 'names of people, places, bodies: nothing within them is reported' },
  },
  year: { type: 'year', about: { zh: '材料所属年份', en: 'the year the reports belong to' } },
  asOf: { type: 'day', about: { zh: '按哪一天的情况核对', en: 'read the reports as on this day' } },
  encoding: { type: 'enum', values: encodings, about: { zh: '文件的编码', en: 'encoding of the files' } },
} as const satisfies Record<string, Key>

/** Of the file as a whole. */
export const fileKeys = {
  $schema: { type: 'text', about: { zh: '供编辑器用', en: 'for editors' } },
  extends: {
    type: 'textOrTexts',
    about: { zh: '先读的配置：相对路径或包名', en: 'configurations that come first: relative paths or packages' },
  },
  lang: { type: 'enum', values: langs, about: { zh: '结果用的语言', en: 'language of results' } },
  ...common,
  ignores: {
    type: 'texts',
    about: { zh: '不检查的文件，写法同 .gitignore', en: 'files that are not checked, as in .gitignore' },
  },
  reportUnusedDirectives: {
    type: 'level',
    about: { zh: '没有用上的停用注释按什么级别报', en: 'level of comments that silence nothing' },
  },
  facts: {
    type: 'facts',
    about: { zh: '本单位口径的文件（hegao.facts.yaml）', en: 'the file with the facts of the house (hegao.facts.yaml)' },
  },
  overrides: { type: 'overrides', about: { zh: '某些文件另有的规定', en: 'what differs for some files' } },
} as const satisfies Record<string, Key>

/** Of a row of `overrides`. */
export const overrideKeys = {
  files: {
    type: 'textOrTexts',
    isRequired: true,
    about: { zh: '对哪些文件，写法同 .gitignore', en: 'for which files, as in .gitignore' },
  },
  excludedFiles: { type: 'textOrTexts', about: { zh: '其中除去哪些', en: 'and not for which of them' } },
  ...common,
} as const satisfies Record<string, Key>
