/** The half-width marks that Chinese text has no use for, and the full-width ones meant: GB/T 15834—2011 clause 4. */

export interface Width {
  readonly id: 'comma' | 'semicolon' | 'colon' | 'exclamation' | 'question' | 'bracket'
  readonly narrow: string
  readonly wide: string
  readonly zh: string
  readonly en: string
}

export const widths = [
  { id: 'comma', narrow: ',', wide: '，', zh: '逗号', en: 'comma' },
  { id: 'semicolon', narrow: ';', wide: '；', zh: '分号', en: 'semicolon' },
  { id: 'colon', narrow: ':', wide: '：', zh: '冒号', en: 'colon' },
  { id: 'exclamation', narrow: '!', wide: '！', zh: '叹号', en: 'exclamation mark' },
  { id: 'question', narrow: '?', wide: '？', zh: '问号', en: 'question mark' },
  { id: 'bracket', narrow: '()', wide: '（）', zh: '括号', en: 'brackets' },
] as const satisfies readonly Width[]
