/** The work of `rules` and `explain`. */
import { findRule, perhaps } from '../../config.ts'
import { rules } from '../../hegao.ts'
import { plain, render } from '../../report/palette.ts'
import { agingLines, ruleLines } from '../../report/rules.ts'
import { ruleFamilies, ruleNames } from '../../rule-families.ts'
import type { Lang } from '../../wording.ts'
import { wrong } from '../options.ts'
import { printed } from '../output.ts'
import { paletteFor, type Session } from '../session.ts'
import { texts } from '../texts.ts'
import { pageOf } from './rule-page.ts'

/** All that is known of a rule, for programs. */
const ruleData = (rule: (typeof rules)[number]) => {
  const { id, severity, summary, source, options, preview, formerly } = rule
  const family = ruleFamilies[id]
  const more = { ...(preview && { preview }), ...(formerly && { formerly }) }
  return { id, name: ruleNames[id], family, severity, summary, authority: source, options, ...more }
}

export async function listRules(
  session: Session,
  { stale: isStale, format }: { readonly stale?: true; readonly format: string },
): Promise<void> {
  if (format !== 'text' && format !== 'json')
    throw wrong(texts.noFormat, session.lang, { format }, perhaps(format, ['text', 'json'], session.lang))
  if (format === 'json') {
    return printed(`${JSON.stringify({ schemaVersion: 1, rules: rules.map(ruleData) }, null, 2)}\n`, session.lang)
  }
  if (isStale) return printed(render(agingLines(rules, session.lang), plain), session.lang)
  const page = render(ruleLines(rules, session.lang), await paletteFor(session))
  printed(page, session.lang)
}

const tierWords: Readonly<Record<(typeof rules)[number]['source']['tier'], string>> = {
  国标: 'national standard',
  条例: 'regulation',
  通例: 'usage',
  事实: 'fact',
  本规则: 'this rule',
}

/** In English the page is made of what the rule says of itself: the page in the package is Chinese. */
function englishPage({ id, severity, summary, source, options, messages, formerly, preview }: (typeof rules)[number]): string {
  const declared = Object.entries(options).map(
    ([name, one]) => `  ${name} (${one.type}, default ${JSON.stringify(one.default)}): ${one.en}`,
  )
  return [
    `${id}${preview ? ' (preview)' : ''}`,
    '',
    `${summary.en}.`,
    '',
    `Level: ${severity}`,
    `Authority: ${tierWords[source.tier]}: ${source.ref}`,
    ...(formerly ? [`Formerly: ${formerly.join(', ')}`] : []),
    ...(declared.length > 0 ? ['', 'Options:', ...declared] : []),
    '',
    'It says:',
    ...Object.values(messages).map(({ en }) => `  ${en}`),
    '',
    `What it leaves alone, with examples, is on its page (Chinese): hegao --lang zh explain ${id}`,
  ].join('\n')
}

/** Markdown as people read it at a terminal: no fences, examples set in, what is said of them behind an arrow. */
function readable(page: string): string {
  let block: string | undefined
  const lines = page.split(/\r?\n/).flatMap((line) => {
    const fence = /^```(\w*)/.exec(line)
    if (fence) {
      block = block === undefined ? (fence[1] ?? '') : undefined
      return []
    }
    if (block === 'findings') return [`      → ${line}`]
    return [block === undefined || line === '' ? line : `    ${line}`]
  })
  const marks = page.includes('⟦') ? ['', '（⟦ ⟧ 里是规则所指的字，→ 后面是它说的话。）'] : []
  return [...lines, ...marks].join('\n').replace(/\n{3,}/g, '\n\n')
}

/** The page of the rule that `id` names, for people and whoever reads for them. @throws HegaoError where there is no such rule */
export function explanation(id: string, lang: Lang): string {
  const rule = findRule(id, rules, lang, ruleNames)
  if (lang === 'en') return `${englishPage(rule)}\n`
  const page = pageOf(rule.id)
  if (page === undefined) throw wrong(texts.noReadme, lang, { id })
  const lines = readable(page.trimEnd()).split('\n')
  return render(
    lines.map((line) => [['plain', line]]),
    plain,
  )
}

export const explainRule = (id: string, { lang }: Session): void => printed(explanation(id, lang), lang)
