/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  { id: '立方米', hits: ['全年增长⟦6.2%%⟧，完成投资⟦1.2亿亿⟧元，新增绿地⟦300{平方米|立方米}米⟧。'] },
  {
    id: '量词',
    hits: [
      '去年完成⟦36{个百分点点|百分点点|平方公里里|公里里|公顷顷|公斤斤|千瓦时时|万吨吨|万元元|亿元元|万人人|万亩亩|万户户|万个个|亿斤斤|个月月|年度度|工日日|架次次|班次次|场次次|户次次|件次次|人次次}⟧，超额完成任务。',
      '全面贯彻党的⟦{二十|十九|二十一|二十二|十八}大大⟧精神。',
    ],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'doubled-character', rows }]
