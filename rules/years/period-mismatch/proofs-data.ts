/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  {
    id: '十四、二十一、一、二十',
    hits: ['学习宣传⟦党的第{二十|十四|二十一}大⟧精神，落实区⟦{十五|一|二十}届党代会⟧部署。'],
    misses: [
      `二、2024年工作安排
编制“十四五”规划{中期|执行|实施|总结|评估|后|项目}评估报告，谋划“十四五”后半程重大项目，全面完成“十四五”规划目标任务。`,
      `
二、2026年工作安排
总结喜迎党的二十大{期间|上届|时，|当年|0000年|以来|曾|两年来|那年|之际|五年}的经验，迎接中国共产党成立105周年。`,
    ],
  },
  {
    id: '顺利、开幕、通过、审议、举行、闭幕',
    hits: ['2023年，⟦党的二十届三中全会⟧{胜利|顺利}{召开|开幕|通过|审议|举行|闭幕}。'],
  },
  {
    id: '喜迎、献礼',
    hits: [
      `二、2025年工作安排
深入学习党的二十届三中全会精神，喜迎盛会，以优异成绩⟦{迎接|喜迎|献礼}党的二十大胜利召开⟧。`,
    ],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'period-mismatch', rows }]
