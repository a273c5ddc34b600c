/** The JSON document of `hegao compare`: shares, the rows, what is gone, common passages, the findings. Its schema is published. */
import { locate, type Source, type Span } from '../../source.ts'
import { findingEntry, jsonLine, schemaVersion, toolEntry } from '../json.ts'
import type { Comparison, ComparisonContext } from './comparison.ts'

const places = (source: Source) => (span: Span) => {
  const { start, end } = locate(source, span)
  return { start, end }
}

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000

export function comparisonText({ checked, now, old, pairing, lists }: Comparison, { lang, version }: ComparisonContext): string {
  const [at, oldAt] = [places(now), places(old)]
  const { rows, dropped, passages, shares, body } = pairing
  const document = {
    schemaVersion,
    tool: toolEntry(version),
    old: { path: old.path, format: old.format, characters: old.text.length },
    new: { path: now.path, format: now.format, characters: now.text.length },
    body,
    shares: Object.fromEntries(Object.entries(shares).map(([kind, share]) => [kind, rounded(share)])),
    rows: rows.map(({ kind, unit, mate, similarity, moved }) => ({
      kind,
      moved,
      similarity: rounded(similarity),
      new: at(unit),
      ...(mate && { old: oldAt(mate) }),
    })),
    dropped: dropped.map(oldAt),
    passages: passages.map((passage) => ({ length: passage.length, new: at(passage.at), old: oldAt(passage.old) })),
    findings: checked.findings.map((finding) => findingEntry(finding, now, lang)),
    ...(lists && {
      lists: {
        targets: lists.targets.map((target) => ({
          name: target.name,
          target: target.target,
          old: oldAt(target.old),
          ...(target.at && { result: target.result, reached: target.reached, new: at(target.at) }),
        })),
        promises: lists.promises.map(({ words, old: place }) => ({ words, old: oldAt(place) })),
      },
    }),
  }
  return `${jsonLine(document)}\n`
}
