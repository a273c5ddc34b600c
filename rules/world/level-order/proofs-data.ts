/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  {
    id: '响应、应急、Ⅱ级、Ⅲ级、Ⅳ级、橙色、蓝色、黄色',
    hits: [
      '{应急|响应}{响应|应急}⟦由低到高⟧分为{Ⅰ级|Ⅱ级}、{Ⅱ级|Ⅲ级}、{Ⅲ级|Ⅳ级}、Ⅳ级。预警级别⟦从高到低⟧划分为蓝色、黄色、橙色、{红色|橙色|蓝色|黄色}。',
    ],
  },
  {
    id: '次序说反',
    hits: [
      '{应急响应|突发事件预警|事故响应|灾害预警|险情响应|警报响应}⟦{由低到高|从低到高|由轻到重|从轻到重}⟧分为{Ⅰ级、Ⅱ级、Ⅲ级、Ⅳ级|I级、II级、III级、IV级|一级、二级、三级、四级|红色、橙色、黄色、蓝色|特别重大、重大、较大、一般}。',
      '应急响应⟦{由高到低|从高到低|由重到轻|从重到轻}⟧分为{Ⅳ级、Ⅲ级、Ⅱ级、Ⅰ级|IV级、III级、II级、I级|四级、三级、二级、一级|蓝色、黄色、橙色、红色|一般、较大、重大、特别重大}。',
    ],
    misses: [
      '应急响应{由高到低|从高到低|由重到轻|从重到轻}分为{Ⅰ级、Ⅱ级、Ⅲ级、Ⅳ级|I级、II级、III级、IV级|一级、二级、三级、四级|红色、橙色、黄色、蓝色|特别重大、重大、较大、一般}。',
    ],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'level-order', rows }]
