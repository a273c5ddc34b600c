/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  {
    id: '规则、计划、规划、意见、纲要、决定、方案、准则、办法、措施',
    hits: [
      '落实⟦《关于构建优质平衡的基本公共教育服务体系的意见》⟧，对照⟦《关于深化本科教学教育改革全面提高人才培养质量的意见》⟧修订培养方案，执行⟦《保障农民工工资支付{规定|规则|计划|规划|意见|纲要|决定|方案|准则|办法|措施}》⟧。',
    ],
  },
  {
    id: '启动、贯彻、执行、落实、抓好、推进',
    hits: [
      `二、2026年工作计划
深入{实施|启动|贯彻|执行|落实|抓好|推进}⟦《清河县养老服务体系建设三年行动计划（2021—2023年）》⟧，建成社区食堂8个。`,
    ],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'title-near-miss', rows }]
