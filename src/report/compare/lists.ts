/** The lists of a comparison as every format can show them: one hint each, with a second place for each row. Lists never fail a run. */
import type { Lists, Pairing } from '../../compare/index.ts'
import type { Finding, Related } from '../../finding.ts'
import type { Source } from '../../source.ts'
import { hashOf } from '../../text/hash.ts'
import { fill, type Lang, type Wording } from '../../wording.ts'
import { listsId } from './lists-id.ts'
import { texts } from './texts.ts'

/** 增长4.3%（没有达到）, or that nothing is told of it. */
export function resultWords({ result, reached }: Lists['targets'][number], lang: Lang): string {
  if (result === undefined) return fill(texts.noResult, lang, {})
  return fill(reached ? texts.reached : texts.notReached, lang, { result })
}

export function listFindings({ targets, promises }: Lists, pairing: Pairing, old: Source, lang: Lang): Finding[] {
  const at = pairing.rows[0]?.unit
  if (!at) return []
  const listed = (messageId: string, wording: Wording, related: readonly Related[]): Finding[] =>
    related.length === 0
      ? []
      : [
          {
            ruleId: listsId,
            messageId,
            severity: 'info',
            start: at.start,
            end: at.end,
            wording,
            data: { count: related.length },
            actual: at.words,
            section: [],
            related,
            fingerprint: hashOf(`${listsId} ${messageId}`),
          },
        ]
  return [
    ...listed(
      'targets',
      texts.targetsListed,
      targets.map((target) => ({
        ...target.old,
        wording: texts.targetRow,
        data: { name: target.name, target: target.target, result: resultWords(target, lang) },
        source: old,
      })),
    ),
    ...listed(
      'promises',
      texts.promisesListed,
      promises.map((promise) => ({ ...promise.old, wording: texts.promiseRow, data: { words: promise.words }, source: old })),
    ),
  ]
}
