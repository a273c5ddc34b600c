/** The work of `rules` and `explain`. */
import { readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findRule } from '../config.ts'
import { rules } from '../hegao.ts'
import { plain, render } from '../report/palette.ts'
import { agingLines, ruleLines } from '../report/rules.ts'
import { wrong } from './options.ts'
import { printed } from './output.ts'
import { paletteFor, type Session } from './session.ts'
import { texts } from './texts.ts'

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

/** The README of a rule. It lies in the package, which is looked for from the program that runs upwards. */
function pageOf(id: string): string | undefined {
  for (let folder = realpathSync(process.argv[1] ?? '.'); folder !== dirname(folder); folder = dirname(folder)) {
    const page = read(join(folder, 'rules', id, 'README.md'))
    if (page !== undefined) return page
  }
  return undefined
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
