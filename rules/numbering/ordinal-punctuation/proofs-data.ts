/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [{ id: '再次', hits: ['⟦{首先|再次}、⟧要提高认识。其次、要狠抓落实。'] }]

export const knowledge: readonly Table[] = [{ rule: 'ordinal-punctuation', rows }]
