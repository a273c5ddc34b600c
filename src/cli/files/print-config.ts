/** `--print-config`: what holds for one file, as a configuration that says just that. */
import { rules } from '../../hegao.ts'
import { fill } from '../../wording.ts'
import { gateTexts } from '../gate/gate-texts.ts'
import type { ReadingOptions } from '../options.ts'
import { note, printed } from '../output.ts'
import type { Session } from '../session.ts'
import { prepare } from './preparation.ts'
import { shownPath } from './shown-path.ts'

export async function printConfig(path: string, options: ReadingOptions, session: Session): Promise<0> {
  const { lang, effectiveFor } = await prepare(options, session, path)
  const { config, source, check } = await effectiveFor(path)
  const chosen = new Map(check.rules.map((one) => [one.rule.id, one]))
  const effective = {
    lang,
    ...check.settings,
    ...(check.encoding !== undefined && { encoding: check.encoding }),
    terms: config.terms,
    names: config.names,
    ignores: config.ignores,
    reportUnusedDirectives: check.unusedDirectives ?? 'warning',
    rules: Object.fromEntries(
      rules.map(({ id, options: declared }) => {
        const one = chosen.get(id)
        if (!one) return [id, 'off']
        return [id, Object.keys(declared).length === 0 ? one.severity : [one.severity, one.options]]
      }),
    ),
  }
  note(
    source
      ? fill(gateTexts.configFrom, session.lang, { path: shownPath(source.path) })
      : fill(gateTexts.configNone, session.lang, {}),
  )
  printed(`${JSON.stringify(effective, null, 2)}\n`, session.lang)
  return 0
}
