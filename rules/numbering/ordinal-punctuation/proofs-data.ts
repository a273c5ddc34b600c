/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  { id: '再次', hits: ['⟦{首先|再次}、⟧要提高认识。其次、要狠抓落实。'] },
  {
    id: '带括号的、带圈的',
    hits: [
      '要做到三点：⟦（1）、⟧提高认识；（2）、压实责任。',
      '要做到三点：⟦1）、⟧提高认识；2）、压实责任。',
      '要做到三点：⟦①、⟧提高认识；②、压实责任。',
      '要抓住三个重点。⟦一要，⟧统一思想。二要，跟上措施。',
      {
        severity: 'warning',
        year: 2012,
        text: `⟦1、⟧强化责任落实。
2、抓好任务分解。`,
      },
      {
        severity: 'info',
        year: 2011,
        text: `⟦1、⟧强化责任落实。
2、抓好任务分解。`,
      },
    ],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'ordinal-punctuation', rows }]
