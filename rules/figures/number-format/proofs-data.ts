/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  { id: '至', hits: ['⟦05年⟧以来，参合率稳定在⟦63{-|至}68%⟧之间，每年培训⟦八、九百⟧人，覆盖面达到⟦百分之20⟧。'] },
  {
    id: '起止年份',
    hits: [
      '规划期2021—2025年，⟦2099-2099年⟧，2021～2026年。',
      '规划期2021—2025年，⟦1900-2099年⟧。',
      { year: 1996, text: '全县⟦八、九百⟧人参加。' },
    ],
    misses: ['规划期2021—2025年，1899-1901年，2021—2026年，2021-2100年。', { year: 1995, text: '全县八、九百人参加。' }],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'number-format', rows }]
