/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  {
    id: '换了写法',
    hits: [
      `（一）工作回顾
成绩很大。
（二）存在问题
不足不少。
⟦三、⟧工作打算
一起努力。`,
      `（一）工作回顾
成绩很大。
（二）存在问题
不足不少。
⟦（3）⟧工作打算
一起努力。`,
      `1.工作回顾
成绩很大。
2.存在问题
不足不少。
⟦（3）⟧工作打算
一起努力。`,
    ],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'numbering-sequence', rows }]
