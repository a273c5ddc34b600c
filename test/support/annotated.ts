/** What must hold of every annotated document, whatever the document and the findings. */
import { SaxesParser } from 'saxes'
import { type Annotated, type AnnotateOptions, annotate } from '../../src/annotate/index.ts'
import { AUTHOR } from '../../src/annotate/markup.ts'
import { withoutOurs } from '../../src/annotate/take-out.ts'
import type { Finding } from '../../src/finding.ts'
import { openDocx, sourceOfDocx } from '../../src/read/docx/index.ts'
import type { DocxDocument } from '../../src/read/docx/model.ts'
import type { Source } from '../../src/source.ts'

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const replacements = ['二〇二二', '2022年', '，', '“', 'a&b', '<w:t>', ' ', '　', '𠮷', '各项工作取得新进展', '']

/** Findings as no rule would make them: spans that cross everything, repairs that overlap. */
export function randomFindings(source: Source, count: number, random: () => number): Finding[] {
  const { length } = source.text
  const whole = (most: number): number => Math.floor(random() * (most + 1))
  const span = (): { start: number; end: number } => {
    const start = whole(length)
    const reach = random() < 0.1 ? 0 : random() < 0.9 ? 1 + whole(12) : whole(400)
    return { start, end: Math.min(length, start + reach) }
  }
  return Array.from({ length: count }, (_, index) => {
    const at = span()
    const text = replacements[whole(replacements.length - 1)] ?? ''
    const inside = { start: at.start, end: random() < 0.2 ? at.start : at.end, text }
    const edits = random() < 0.1 ? [inside, { ...span(), text: '又' }] : [inside]
    return {
      ...at,
      ruleId: 'a-rule',
      messageId: 'said',
      severity: (['error', 'warning', 'info'] as const)[whole(2)] ?? 'info',
      wording: { zh: '第{index}处 & <有误>', en: 'place {index} & <wrong>' },
      data: { index },
      actual: source.text.slice(at.start, at.end),
      section: [],
      related: random() < 0.3 ? [{ ...span(), wording: { zh: '这里说的不一样', en: 'this says otherwise' }, data: {} }] : [],
      fingerprint: '0000000000000000',
      ...(random() < 0.7 && { fix: { grade: random() < 0.5 ? ('safe' as const) : ('suggested' as const), edits } }),
    }
  }).sort((a, b) => a.start - b.start || a.end - b.end)
}

export interface Trial {
  readonly before: DocxDocument
  readonly source: Source
  readonly findings: readonly Finding[]
  readonly annotated: Annotated
  /** What does not hold; empty where all does. */
  readonly broken: readonly string[]
}

export const openClean = (bytes: Uint8Array): DocxDocument => {
  const document = openDocx('a.docx', bytes)
  const without = withoutOurs(document)
  return without ? openDocx('a.docx', without) : document
}

/** Annotates and looks at the result in every way there is. */
export function trial(
  bytes: Uint8Array,
  findingsOf: (source: Source) => readonly Finding[],
  options: AnnotateOptions = { lang: 'zh', changes: 'all' },
): Trial {
  const before = openClean(bytes)
  const source = sourceOfDocx('a.docx', before)
  const findings = findingsOf(source)
  const annotated = annotate(before, source, findings, options)
  return { before, source, findings, annotated, broken: brokenIn(before, source, findings, annotated, options) }
}

function brokenIn(
  before: DocxDocument,
  source: Source,
  findings: readonly Finding[],
  annotated: Annotated,
  options: AnnotateOptions,
): string[] {
  const broken: string[] = []
  const must = (holds: boolean, what: string): void => {
    if (!holds) broken.push(what)
  }
  const after = openDocx('a.docx', annotated.bytes)
  must(
    sourceOfDocx('a.docx', after).text === edited(source.text, annotated.changed),
    'all changes accepted: not the repaired text',
  )

  const reverted = withoutOurs(after)
  must((reverted !== undefined) === annotated.comments > 0, 'our marks are not found again')
  const restored = reverted ? openDocx('a.docx', reverted) : after
  must(sourceOfDocx('a.docx', restored).text === source.text, 'all changes rejected: not the text')
  const again = annotate(restored, sourceOfDocx('a.docx', restored), findings, options)
  // Where a run with a tracked change of its format was divided, the half keeps a number of its own.
  const isDivided = before.main.xml.includes('rPrChange')
  const unnumbered = (bytes: Uint8Array): string => openDocx('a.docx', bytes).main.xml.replace(/:id="\d+"/g, '')
  const isSame = isDivided
    ? unnumbered(again.bytes) === unnumbered(annotated.bytes)
    : Buffer.compare(again.bytes, annotated.bytes) === 0
  must(isSame, 'annotated again: other bytes')
  must(Buffer.compare(annotate(before, source, findings, options).bytes, annotated.bytes) === 0, 'not the same bytes twice')

  const old = look(before.main.xml)
  const now = look(after.main.xml)
  must(now.original === old.original, 'other characters than the document had')
  must(now.problem === undefined, `not well-formed: ${now.problem}`)
  must(
    now.revisions.length === new Set(now.revisions).size || old.revisions.length !== new Set(old.revisions).size,
    'a number of a change is used twice',
  )
  must(now.starts.size === old.starts.size + annotated.comments, 'comments without a start')
  must(now.ends.size === old.ends.size + annotated.comments, 'comments without an end')
  must(now.references.length === old.references.length + annotated.comments, 'comments that nothing calls')
  must(new Set(now.references).size === now.references.length, 'a comment is called twice')
  broken.push(...misplaced(before, findings, annotated, now, old))
  broken.push(...touchedEntries(before, after))
  return broken
}

/** `text` with the repairs of these findings. */
export function edited(text: string, changed: readonly Finding[]): string {
  const edits = changed
    .flatMap(({ fix }) => fix?.edits ?? [])
    // What changes nothing is no change, and may lie inside one.
    .filter((edit) => text.slice(edit.start, edit.end) !== edit.text)
    .sort((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let from = 0
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text
    from = edit.end
  }
  return result + text.slice(from)
}

interface Look {
  /** All characters of runs as if our changes had been rejected. */
  readonly original: string
  readonly problem: string | undefined
  /** Of comments: how many characters stand before it. */
  readonly starts: ReadonlyMap<string, number>
  readonly ends: ReadonlyMap<string, number>
  readonly references: readonly string[]
  /** Numbers of insertions and deletions. */
  readonly revisions: readonly string[]
}

/** The body by another parser, and without our reader. */
function look(xml: string): Look {
  let original = ''
  let problem: string | undefined
  const starts = new Map<string, number>()
  const ends = new Map<string, number>()
  const references: string[] = []
  const revisions: string[] = []
  const open: { local: string; isOurs: boolean }[] = []
  const within = (local: string): boolean => open.some((one) => one.local === local && one.isOurs)
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    problem ??= error.message
  })
  parser.on('opentag', ({ local, attributes }) => {
    const value = (name: string): string | undefined => Object.values(attributes).find((one) => one.local === name)?.value
    open.push({ local, isOurs: value('author') === AUTHOR })
    if (local === 'commentRangeStart') starts.set(value('id') ?? '', original.length)
    if (local === 'commentRangeEnd') ends.set(value('id') ?? '', original.length)
    if (local === 'commentReference') references.push(value('id') ?? '')
    if ((local === 'ins' || local === 'del') && value('author') !== undefined) revisions.push(value('id') ?? '')
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const heard = (text: string): void => {
    const local = open[open.length - 1]?.local
    const isText = local === 't' || (local === 'delText' && within('del'))
    if (isText && !within('ins')) original += text
  }
  parser.on('text', heard)
  parser.on('cdata', heard)
  parser.write(xml).close()
  return { original, problem, starts, ends, references, revisions }
}

/** Comments in plain text must be on the very characters; elsewhere they may reach further, and hold them. */
function misplaced(before: DocxDocument, findings: readonly Finding[], annotated: Annotated, now: Look, old: Look): string[] {
  if (findings.length !== annotated.comments) return []
  const ids = [...now.starts.keys()].filter((id) => !old.starts.has(id)).sort((a, b) => Number(a) - Number(b))
  return findings.flatMap((finding, index) => {
    const id = ids[index] ?? ''
    const words = plainWords(before, finding)
    if (words === undefined) return []
    const found = now.original.slice(now.starts.get(id), now.ends.get(id))
    // Blanks at the edges of a text that does not preserve them are not read, and may lie inside the range.
    return found === words || found.trim() === words.trim() ? [] : [`comment ${id} on “${found}” instead of “${words}”`]
  })
}

/** The words of a finding that lies in plain text of one paragraph of the body; else undefined. */
function plainWords({ lines, main }: DocxDocument, { start, end }: Finding): string | undefined {
  for (const line of lines) {
    for (const part of line.parts) {
      const from = start - line.start - part.start
      const to = end - line.start - part.start
      if (line.story.kind !== 'body' || from < 0 || to > part.paragraph.text.length || to <= from) continue
      const pieces = part.paragraph.pieces.filter((piece) => piece.start < to && piece.end > from)
      const isPlain = pieces.every(({ kind, within, ...piece }) => {
        const isDivided = piece.start < from || piece.end > to
        return kind === 'text' && within.length === 0 && !(isDivided && piece.end - piece.start !== piece.to - piece.from)
      })
      // Between two pieces there may be words that are not read: hidden, or a prompt of a control.
      const isWhole = pieces.every((piece, index) => {
        const next = pieces[index + 1]
        return !next || (main.xml.slice(piece.to, next.from).match(/<(?:\w+:)?t[\s>]/g)?.length ?? 0) < 2
      })
      const isCut = /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(part.paragraph.text.slice(from, to))
      return isPlain && isWhole && !isCut ? part.paragraph.text.slice(from, to) : undefined
    }
  }
  return undefined
}

const written = /(?:^|\/)(?:comments\d*\.xml|\[Content_Types\]\.xml|[^/]+\.rels)$/

/** Entries that the copy may not touch, and has. */
function touchedEntries(before: DocxDocument, after: DocxDocument): string[] {
  return before.pack.archive.entries.flatMap((entry) => {
    if (entry.name === before.main.name || written.test(entry.name)) return []
    const other = after.pack.archive.find(entry.name)
    if (!other) return [`${entry.name} is missing`]
    const same =
      other.crc === entry.crc &&
      other.method === entry.method &&
      other.compressedSize === entry.compressedSize &&
      Buffer.compare(before.pack.archive.read(entry), after.pack.archive.read(other)) === 0
    return same ? [] : [`${entry.name} is not as it was`]
  })
}
