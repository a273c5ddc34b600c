/** Findings with what only a language and a place in the file can say: for callers of the library and formatters of others. */
import type { Finding, Related } from '../finding.ts'
import type { CheckedDocument, Failed, Read } from '../hegao.ts'
import { locate, type Place, type Source } from '../source.ts'
import type { Lang } from '../wording.ts'
import { sentence } from './sentences.ts'

/** Said in a language, at a place of the user's file: lines and columns from 1, in UTF-16 units, `end` exclusive. */
export interface Told {
  readonly message: string
  readonly position: Place
}

/** A second place of a finding, told. */
export type ToldRelated = Related & Told

/** A finding, told. `start` and `end` are offsets of `source.text`; `position` is where the user finds it. */
export interface ToldFinding extends Finding, Told {
  readonly related: readonly ToldRelated[]
}

/** One document, checked. With `error` there is nothing else but `path`. */
export type ToldFile = (Omit<Failed, 'findings'> & Said) | (Omit<Read, 'findings'> & Said)

interface Said {
  readonly findings: readonly ToldFinding[]
}

const toldAt = <Said extends Finding | Related>(said: Said, source: Source, lang: Lang): Said & Told => ({
  ...said,
  message: sentence(said, lang),
  position: locate(source, said),
})

/** `finding` of `source`, told. */
export const toldFinding = (finding: Finding, source: Source, lang: Lang): ToldFinding => ({
  ...toldAt(finding, source, lang),
  related: finding.related.map((other) => toldAt(other, other.source ?? source, lang)),
})

/** `checked` with its findings told. */
export function toldFile(checked: Failed | Read | CheckedDocument, lang: Lang): ToldFile {
  if (checked.error) return { ...checked, findings: [] }
  const { document: _, findings, ...rest }: Read & Partial<CheckedDocument> = checked
  return { ...rest, findings: findings.map((one) => toldFinding(one, rest.source, lang)) }
}
