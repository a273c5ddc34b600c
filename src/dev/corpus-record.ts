/** What a corpus run said, without a word of the texts: places, names and a hash of each sentence. */
import { createHash } from 'node:crypto'
import type { Finding } from '../finding.ts'
import { sentence } from '../report/sentences.ts'
import type { Span } from '../source.ts'

/** One finding. Offsets are UTF-16 units of the text that was read. */
export interface Place extends Span {
  /** Rule, level and message. */
  readonly name: string
  /** Of the sentence in Chinese, so that a changed wording is told too. */
  readonly hash: string
  /** The sentence itself, in this run only. */
  readonly message?: string
}

/** By the file's path from the folder. */
export type CorpusRecord = { [path: string]: readonly Place[] }

const hashOf = (message: string): string => createHash('sha256').update(message).digest('hex').slice(0, 12)

export const recordOf = (findings: readonly Finding[]): readonly Place[] =>
  findings.map((finding) => {
    const message = sentence(finding, 'zh')
    const { ruleId, severity, messageId, start, end } = finding
    return { name: `${ruleId} ${severity} ${messageId}`, start, end, hash: hashOf(message), message }
  })

const keyOf = ({ name, start, end, hash }: Place): string => [name, start, end, hash].join(' ')

/** The places that only one of two runs told. */
export function changes(before: readonly Place[], after: readonly Place[]): { added: Place[]; gone: Place[] } {
  const [was, is] = [before, after].map((places) => new Set(places.map(keyOf))) as [Set<string>, Set<string>]
  return { added: after.filter((place) => !was.has(keyOf(place))), gone: before.filter((place) => !is.has(keyOf(place))) }
}

/** A line a file, so that a record of thousands can be compared by other tools too. */
export function recordText(record: CorpusRecord): string {
  const lines = Object.keys(record)
    .sort()
    .map((path) => JSON.stringify([path, (record[path] ?? []).map(({ name, start, end, hash }) => [name, start, end, hash])]))
  return lines.map((line) => `${line}\n`).join('')
}

type Row = readonly [path: string, places: readonly (readonly [name: string, start: number, end: number, hash: string])[]]

/** The record that `recordText` wrote. Throws where a line is not JSON. */
export function recordFrom(text: string): CorpusRecord {
  const rows = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
  return Object.fromEntries(
    rows.map(([path, places]) => [path, places.map(([name, start, end, hash]) => ({ name, start, end, hash }))]),
  )
}
