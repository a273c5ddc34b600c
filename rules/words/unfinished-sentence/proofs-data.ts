/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  {
    id: '问题、不足、差距、面临、挑战、通过、方法',
    hits: [
      '{存在|问题|不足|差距|面临}的{问题|挑战}：产业层次不高，龙头企业偏少；少数干部不敢为、⟦不愿为的⟧。调查{采取|通过}实地走访、⟦电话抽查等{方式|方法}⟧。',
    ],
    misses: [
      `一年来，我们坚持稳字当头，各项工作取得新的成效。
二是强化监督。
三是改进作风。四是严守纪律。具体安排{如下|附后|所示}
责任编辑。{来源|点击}某某日报`,
      '对的就坚持，不对的就改正，不仅方便了群众，{而且|包括}提高了效率。',
    ],
  },
  { id: '主要困难', hits: ['{存在的问题|主要困难}：产业层次不高，龙头企业偏少；少数干部不敢为、⟦不愿为的⟧。'] },
  {
    id: '消除、产生、但',
    hits: [
      '{存在|消除|产生}“多做多错、⟦少做少错”的⟧，斗争精神不足。目前采取大通铺、⟦租用校外民房等方式⟧，{存在|但}较大安全隐患。',
    ],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'unfinished-sentence', rows }]
