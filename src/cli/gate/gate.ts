/** The gate between what was found and what is told: known findings and unchanged parts stay behind. */
import type { Checked, CheckOptions } from '../../hegao.ts'
import { directiveRule } from '../../lint/silence.ts'
import type { Target } from '../files/paths.ts'
import { wrong } from '../options.ts'
import type { Session } from '../session.ts'
import type { Baseline } from './baseline-file.ts'
import type { Changes } from './changed.ts'
import type { GateOptions } from './gate-options.ts'
import { gateTexts } from './gate-texts.ts'

export interface Gate {
  /** Those of `targets` that are to be checked. */
  among(targets: readonly Target[]): readonly Target[]
  /** What of `checked` is told. */
  pass(checked: Checked, options: CheckOptions): Promise<Checked>
  /** What there is to say at the end; files that were asked for are written. */
  end(): string[]
}

/** `--baseline` and `--write-baseline`, each with the file it means; undefined where neither was given. */
async function baselineFor(options: GateOptions, { lang }: Session): Promise<Baseline | undefined> {
  const { baseline, writeBaseline, pruneBaseline } = options
  if (writeBaseline === undefined && baseline === undefined && !pruneBaseline) return undefined
  const { baselineOf, defaultBaseline } = await import('./baseline-file.ts')
  if (writeBaseline !== undefined) {
    const others = {
      '--baseline': baseline,
      '--prune-baseline': pruneBaseline,
      '--since': options.since,
      '--staged': options.staged,
    }
    const other = Object.entries(others).find(([, value]) => value !== undefined)
    if (other) throw wrong(gateTexts.notTogether, lang, { one: '--write-baseline', other: other[0] })
    return baselineOf(writeBaseline === true ? defaultBaseline : writeBaseline, 'write', lang)
  }
  return baselineOf(baseline ?? defaultBaseline, pruneBaseline ? 'prune' : 'use', lang)
}

async function changesFor({ since, staged }: GateOptions, { lang }: Session): Promise<Changes | undefined> {
  if (since === undefined && !staged) return undefined
  if (since !== undefined && staged) throw wrong(gateTexts.notTogether, lang, { one: '--since', other: '--staged' })
  const { changesSince } = await import('./changed.ts')
  return changesSince(since)
}

/** @throws HegaoError where options do not go together, the baseline is missing or damaged, or git does not know */
export async function gateFor(options: GateOptions, session: Session): Promise<Gate> {
  const baseline = await baselineFor(options, session)
  const changes = await changesFor(options, session)
  return {
    among: (targets) => changes?.among(targets) ?? targets,
    async pass(checked, check) {
      const ran = new Set([directiveRule, ...check.rules.map(({ rule }) => rule.id)])
      for (const { ruleId } of checked.crashes) ran.delete(ruleId)
      const left = baseline ? baseline.sift(checked, (rule) => ran.has(rule)) : checked
      return changes ? changes.only(left, check) : left
    },
    end: () => baseline?.end() ?? [],
  }
}
