/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  {
    id: '年份、序号',
    hits: ['认真落实国办发⟦{(2018)|（2018）|[2018]|［2018］|【2018】}59号⟧文件。'],
    misses: [
      '认真落实国办发{案|判|裁|告|令|卷|证|准|许|权}(2018)59号文件。',
      '认真落实{合同|协议|编号|专利|标准}(2018)59号文件。',
      '认真落实国办发(1999)59号文件。',
    ],
  },
  {
    id: '标准、年份',
    hits: ['认真落实国办发⟦{(2018)|(2000)}59号⟧文件。'],
    misses: ['认真落实国办发(1999)59号文件，执行{省地方标准|国标准}(2018)59号。'],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'document-number', rows }]
