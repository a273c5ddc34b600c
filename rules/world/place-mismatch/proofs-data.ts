/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [{ id: '三个字的省', hits: ['⟦{湖北|内蒙古|黑龙江}张家界市⟧的做法值得学习。'] }]

export const knowledge: readonly Table[] = [{ rule: 'place-mismatch', rows }]
