/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

/** A text of full-width commas in which so many half-width ones stand. */
const many = (first: string, slip: string, times: number): string =>
  `${'任务圆满完成，'.repeat(60)}一年来工作很好${first}成绩取得很大${`，一年来工作很好${slip}成绩取得很大`.repeat(times - 1)}。`

const rows: Table['rows'] = [
  {
    id: '可能是顿号的逗号只建议改',
    hits: [
      { grade: 'suggested', text: '优势产业⟦,⟧农业税收考核。' },
      { grade: 'safe', text: '好优势产业⟦,⟧农业税收好。' },
      { grade: 'safe', text: '优势产业⟦,⟧农业税收考核好。' },
      { grade: 'suggested', text: '发展优势产业经济⟦,⟧ 农业税收考核。' },
    ],
  },
  { id: '括号里看多远', hits: [`完善⟦(${'a'.repeat(58)}字)⟧考核办法。`], misses: [`完善(${'a'.repeat(59)}字)考核办法。`] },
  { id: '三十处', hits: [many('⟦,⟧', ',', 30), many('⟦,⟧', '⟦,⟧', 29)] },
]

export const knowledge: readonly Table[] = [{ rule: 'punctuation-width', rows }]
