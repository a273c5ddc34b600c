import { defineRule, levelOf, statements, suspectedStatements, toHan } from '../../../src/kit.ts'

export default defineRule({
  id: 'list-count',
  severity: 'error',
  summary: {
    zh: '句中列出的个数与所说的不符（城关、河西、石桥4个乡镇）',
    en: 'The number told is not that of the names listed before it (three names told as four)',
  },
  source: { tier: '本规则', ref: '列举与数目相符' },
  options: {
    allow: { type: 'strings', default: [], zh: '核对无误的说法', en: 'phrases that were checked and are right' },
  },
  messages: {
    names: { zh: '前面列出的是{found}个，此处说“{said}”', en: '{found} are listed, yet “{said}” is told' },
    behind: { zh: '后面列出的是{found}个，此处说“{said}”', en: '{found} are listed behind it, yet “{said}” is told' },
    years: { zh: '前面列出的年份是{found}个，此处说“{said}”', en: '{found} years are listed, yet “{said}” is told' },
    clauses: { zh: '后面的“{word}”有{found}个，此处说“{said}”', en: '“{word}” follows {found} times, yet “{said}” is told' },
  },
  doubts: true,
  check({ text, use, doubts, report }) {
    for (const { kind, stated, relation, computed, agrees, certainty } of use(doubts ? suspectedStatements : statements)) {
      if (kind !== 'list' || agrees) continue
      const said = text.slice(stated.start, stated.end)
      const severity = levelOf(certainty)
      const found = computed === 2 ? '两' : toHan(computed)
      const data = { found, said }
      if (said.endsWith(`个${relation}`)) report('clauses', stated, { word: relation, found, said }, severity)
      else if (relation === '年') report('years', stated, data, severity)
      else if (relation === '即' || relation === '：') report('behind', stated, data, severity)
      else report('names', stated, data, severity)
    }
  },
})
