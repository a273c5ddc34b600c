/** The rules as a list for people. */
import { rowsApart } from '../rows-apart.ts'
import type { AnyRule, Level } from '../rule.ts'
import { ruleFamilies } from '../rule-families.ts'
import { tablesAsOf } from '../tables.ts'
import { displayWidth } from '../text/width.ts'
import { fill, type Lang, type Wording } from '../wording.ts'
import type { Line, Style } from './palette.ts'
import { ruleName } from './rule-label.ts'
import { severityWords, texts } from './texts.ts'

const levelWords: Readonly<Record<Level, Wording>> = { ...severityWords, off: { zh: '关闭', en: 'off' } }

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))

const styles: Readonly<Record<Level, Style>> = { error: 'error', warning: 'warning', info: 'info', off: 'dim' }

/** One line a row that a coming day will date, soonest first: the day, the rule, the row and why. */
export function agingLines(rules: readonly AnyRule[], lang: Lang): Line[] {
  const rows = rules.flatMap(({ id, ages = [] }) => ages.map((row) => ({ id, ...row })))
  const idWidth = Math.max(0, ...rows.map(({ id }) => id.length))
  return [
    [['plain', fill(texts.tablesAsOf, lang, { day: tablesAsOf })]],
    ...rows
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .map(
        ({ id, on, row, why }): Line => [
          ['plain', `${on}  ${padded(id, idWidth + 2)}`],
          ['plain', `${fill(row, lang, {})}：${fill(why, lang, {})}`],
        ],
      ),
    ...[...new Set(rowsApart.map(({ on }) => on))].flatMap((day) => apartLines(day, idWidth + 2, lang)),
  ]
}

/** Rows that were looked up on a day of their own, or never. */
const apartLines = (day: string | undefined, width: number, lang: Lang): Line[] => [
  [['plain', day === undefined ? fill(texts.rowsUnseen, lang, {}) : fill(texts.rowsCheckedOn, lang, { day })]],
  ...rowsApart
    .filter(({ on }) => on === day)
    .map(({ rule, ids }): Line => {
      const said = { rule: padded(rule, width), count: ids.length, ids: ids.join(lang === 'zh' ? '、' : ', ') }
      return [['plain', fill(texts.rowsOf, lang, said)]]
    }),
]

/** One line a rule, family by family: its Chinese name where that is the language, id, default level, what it says. */
export function ruleLines(rules: readonly AnyRule[], lang: Lang): Line[] {
  const idWidth = Math.max(0, ...rules.map(({ id }) => id.length))
  const nameWidth = lang === 'zh' ? Math.max(0, ...rules.map(({ id }) => displayWidth(ruleName(id) ?? ''))) + 2 : 0
  const levelWidth = Math.max(...Object.values(levelWords).map((word) => displayWidth(word[lang])))
  const families = new Map<string, AnyRule[]>()
  for (const rule of rules) {
    const family = ruleFamilies[rule.id] ?? ''
    families.set(family, [...(families.get(family) ?? []), rule])
  }
  return [...families.values()].flat().map(({ id, severity, summary }) => [
    ['plain', nameWidth > 0 ? padded(ruleName(id) ?? '', nameWidth) : ''],
    ['plain', padded(id, idWidth + 2)],
    [styles[severity], padded(fill(levelWords[severity], lang, {}), levelWidth + 2)],
    ['plain', fill(summary, lang, {})],
  ])
}
