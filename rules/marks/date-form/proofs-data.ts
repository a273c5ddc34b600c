/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  {
    id: '1月01日、，、截止、从、。、至、于、在、、自、到、末、初',
    hits: [
      `⟦二〇二六年8月⟧启动，⟦2026年八月二十五日⟧完成，⟦{01月05日|1月01日}⟧召开动员会。
{截至|，|截止|从|。|至|于|在||自|到}⟦25年{底|末|初}⟧，全镇脱贫户全部达标；⟦26年6月⟧前完成验收。`,
    ],
  },
  { id: '19、19', hits: ['1月6日召开会议，2月8日开展检查，⟦3月5号⟧集中培训，落实⟦{20|19}26-{20|19}30年⟧行动方案。'] },
]

export const knowledge: readonly Table[] = [{ rule: 'date-form', rows }]
