/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  { id: '至', hits: ['⟦05年⟧以来，参合率稳定在⟦63{-|至}68%⟧之间，每年培训⟦八、九百⟧人，覆盖面达到⟦百分之20⟧。'] },
]

export const knowledge: readonly Table[] = [{ rule: 'number-format', rows }]
