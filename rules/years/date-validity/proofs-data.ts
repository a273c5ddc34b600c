/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  {
    id: '完成了、印发了、出台了、举行了、举办了、通过了、已完成',
    hits: [
      `⟦2024年6月20日⟧，{召开了|完成了|印发了|出台了|举行了|举办了|通过了|已完成}全县推进会。
2024年6月5日`,
    ],
  },
  {
    id: '——',
    hits: [
      `2026年全市安全生产督导方案
督导组于1月26日（星期一）{至|——}⟦2月6日（星期四）⟧开展督导。`,
    ],
  },
  { id: '周、礼拜', hits: ['会议定于⟦2024年5月6日（{星期|周|礼拜}二）⟧召开。'] },
  {
    id: '，、又是、礼拜',
    hits: [
      `（2018年9月12日）
金秋九月，⟦今天{是|，|又是}{星期|礼拜}二⟧，我们隆重举行开学典礼。`,
    ],
  },
  {
    id: '建成、召开、印发、通过、结束',
    hits: [
      `⟦2024年6月20日⟧，已{完成|建成|召开|印发|通过|结束}全县推进会。
2024年6月5日`,
    ],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'date-validity', rows }]
