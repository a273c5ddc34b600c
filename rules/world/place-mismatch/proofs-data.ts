/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  { id: '三个字的省', hits: ['⟦{湖北|内蒙古|黑龙江}张家界市⟧的做法值得学习。'] },
  {
    id: '从前的隶属',
    hits: [{ year: 1998, text: '⟦湖北省张家界市⟧派员来访，⟦湖北省张家界市⟧1998年派员来访。' }],
    misses: [
      '{浙江省|浙江|杭州市}{老城区|新城区|滨海新区|城中区|新市区|城关区}建设加快。',
      '浙江省{老城区|新城区|滨海新区|城中区|新市区|城关区}建设加快。',
      { year: 1997, text: '湖北省张家界市派员来访。' },
      '湖北省张家界市1997年派员来访。',
      '该县{原属|原为|原来是|原是|时属|划归|划入|隶属|曾属|古称|旧时|籍贯}湖北省张家界市。',
    ],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'place-mismatch', rows }]
