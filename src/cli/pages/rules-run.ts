/** The work of `rules` and `explain`. */
import { findRule } from '../../config.ts'
import { rules } from '../../hegao.ts'
import { plain, render } from '../../report/palette.ts'
import { agingLines, ruleLines } from '../../report/rules.ts'
import { wrong } from '../options.ts'
import { printed } from '../output.ts'
import { paletteFor, type Session } from '../session.ts'
import { texts } from '../texts.ts'
import { pageOf } from './rule-page.ts'

export async function listRules(session: Session, isStale: boolean): Promise<void> {
  if (isStale) return printed(render(agingLines(rules, session.lang), plain), session.lang)
  const page = render(ruleLines(rules, session.lang), await paletteFor(session))
  printed(page, session.lang)
}

export function explainRule(id: string, { lang }: Session): void {
  const rule = findRule(id, rules, lang)
  const page = pageOf(rule.id)
  if (page === undefined) throw wrong(texts.noReadme, lang, { id })
  const lines = page.trimEnd().split(/\r?\n/)
  printed(
    render(
      lines.map((line) => [['plain', line]]),
      plain,
    ),
    lang,
  )
}
