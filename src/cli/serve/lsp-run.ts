/** The work of `lsp`: the Language Server Protocol on standard input and output, for .txt and .md while they are written. */
import { fileURLToPath } from 'node:url'
import { repair } from '../../act/fix.ts'
import { HegaoError } from '../../errors.ts'
import type { Finding } from '../../finding.ts'
import { type CheckedDocument, type CheckOptions, checkBytes } from '../../hegao.ts'
import { repairOf } from '../../repair.ts'
import { cut } from '../../report/frame.ts'
import { ruleHome } from '../../report/home.ts'
import { sentence } from '../../report/sentences.ts'
import type { Severity } from '../../rule.ts'
import { isUnbroken, type Locatable, locate, type Source } from '../../source.ts'
import { version } from '../../version.ts'
import { fill } from '../../wording.ts'
import { prepare } from '../files/preparation.ts'
import type { ReadingOptions } from '../options.ts'
import type { Session } from '../session.ts'
import { usualLimit, withinLimit } from '../time-limit.ts'
import { type Connection, codes, headed, isRecord, Refused, serve } from './rpc.ts'
import { serveTexts } from './serve-texts.ts'

type Params = Readonly<Record<string, unknown>>

/** From 0; characters are UTF-16 units, which the protocol has unless both sides agree on others. */
interface Position {
  readonly line: number
  readonly character: number
}

interface Range {
  readonly start: Position
  readonly end: Position
}

/** A document as the editor has it. */
interface Open {
  readonly uri: string
  readonly name: string
  readonly version: number | undefined
  readonly text: string
  readonly bytes: Uint8Array
  /** Undefined where it could not be checked. */
  readonly checked: CheckedDocument | undefined
  readonly options: CheckOptions
  rangeOf(span: Locatable): Range
}

const severities: Readonly<Record<Severity, number>> = { error: 1, warning: 2, info: 3 }

/** Where lines begin as editors count them: a line ends at LF, CR LF or CR. */
function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length)
  return starts
}

function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low, character: offset - (starts[low] ?? 0) }
}

/** A mark at the beginning belongs to the editor's text, and not to ours. */
const markLength = (text: string): number => (text.startsWith('\ufeff') ? 1 : 0)

/** The name that configuration is looked for by; a text without a file is one in the folder we stand in. */
function nameOf(uri: string, languageId: unknown): string {
  const extension = languageId === 'markdown' ? 'md' : 'txt'
  try {
    const path = uri.startsWith('file:') ? fileURLToPath(uri) : `untitled.${extension}`
    return languageId === 'markdown' && !/\.(?:md|markdown)$/i.test(path) ? `${path}.md` : path
  } catch {
    return `untitled.${extension}`
  }
}

/** What of a finding the editor shows. */
function diagnosticOf(finding: Finding, { uri, rangeOf }: Open, { lang }: Session): object {
  const here = finding.related.filter(({ source }) => source === undefined)
  return {
    range: rangeOf(finding),
    severity: severities[finding.severity],
    code: finding.ruleId,
    codeDescription: { href: ruleHome(finding.ruleId, version) },
    source: 'hegao',
    message: sentence(finding, lang),
    ...(here.length > 0 && {
      relatedInformation: here.map((other) => ({
        location: { uri, range: rangeOf(other) },
        message: sentence(other, lang),
      })),
    }),
    data: finding.fingerprint,
  }
}

const isBefore = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.character < b.character)

const touches = (a: Range, b: Range): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start)

/** The edits of a finding's repair, where each is one stretch of the editor's text. */
function editsOf({ fix }: Finding, source: Source, rangeOf: Open['rangeOf']): readonly object[] | undefined {
  if (!fix?.edits.every((edit) => isUnbroken(source, edit))) return undefined
  return fix.edits.map((edit) => ({ range: rangeOf(edit), newText: edit.text }))
}

function repairAction(finding: Finding, open: Open, session: Session): readonly object[] {
  const { uri, checked, rangeOf } = open
  const edits = checked && editsOf(finding, checked.source, rangeOf)
  const change = checked && repairOf(finding, checked.source.text, true)
  if (!edits || !change) return []
  const { lang } = session
  const title =
    change.text === '' ? fill(serveTexts.repairAway, lang, {}) : fill(serveTexts.repairTo, lang, { text: cut(change.text, 60) })
  return [
    {
      title,
      kind: 'quickfix',
      diagnostics: [diagnosticOf(finding, open, session)],
      // What is safe may be done by whoever repairs all at once.
      isPreferred: finding.fix?.grade === 'safe',
      edit: { changes: { [uri]: edits } },
    },
  ]
}

const fixAllKind = 'source.fixAll.hegao'

/** All safe repairs, as the command line makes them. */
async function repairAllAction({ uri, checked, bytes, options, text }: Open, { lang }: Session): Promise<readonly object[]> {
  if (!checked?.findings.some(({ fix }) => fix?.grade === 'safe')) return []
  const { after, count } = await repair(checked, bytes, options)
  if (count === 0) return []
  const starts = lineStarts(text)
  const mark = markLength(text)
  const range = { start: positionAt(starts, mark), end: positionAt(starts, text.length) }
  return [
    { title: fill(serveTexts.repairAll, lang, {}), kind: fixAllKind, edit: { changes: { [uri]: [{ range, newText: after }] } } },
  ]
}

/** `quickfix` asks for `quickfix.a` too. */
function isWanted(kind: string, only: unknown): boolean {
  return !Array.isArray(only) || only.some((one) => kind === one || (typeof one === 'string' && kind.startsWith(`${one}.`)))
}

const isPosition = (value: unknown): value is Position =>
  isRecord(value) && typeof value.line === 'number' && typeof value.character === 'number'

function rangeIn(value: unknown): Range {
  if (isRecord(value) && isPosition(value.start) && isPosition(value.end)) return { start: value.start, end: value.end }
  throw new Refused(codes.params, 'a range is missing')
}

function documentIn({ textDocument }: Params): Params & { readonly uri: string } {
  if (isRecord(textDocument) && typeof textDocument.uri === 'string') return { ...textDocument, uri: textDocument.uri }
  throw new Refused(codes.params, 'a document is missing')
}

/** Serves until the editor says `exit` or standard input ends; 1 where it did not say `shutdown` before. */
export async function serveEditor(options: ReadingOptions, session: Session): Promise<0 | 1> {
  const { lang } = session
  const documents = new Map<string, Open>()
  const languages = new Map<string, unknown>()
  let state: 'new' | 'begun' | 'down' | 'over' = 'new'

  async function taken(uri: string, number: unknown, text: string, connection: Connection): Promise<void> {
    const name = nameOf(uri, languages.get(uri))
    const starts = lineStarts(text)
    const mark = markLength(text)
    const bytes = Buffer.from(text.slice(mark))
    const at = (offset: number | undefined): Position => positionAt(starts, (offset ?? 0) + mark)
    let checked: CheckedDocument | undefined
    let failure: HegaoError | undefined
    let own: CheckOptions = { settings: {}, rules: [] }
    try {
      const { check } = await prepare(options, session, name)
      own = withinLimit({ ...check, encoding: 'utf-8' }, name, usualLimit)
      const done = await checkBytes(name, bytes, own)
      if (done.error) failure = done.error
      else checked = done
    } catch (error) {
      if (!(error instanceof HegaoError)) throw error
      failure = error
    }
    const rangeOf = (span: Locatable): Range => {
      if (!checked) return { start: at(0), end: at(0) }
      const { start, end } = locate(checked.source, span)
      return { start: at(start.offset), end: at(end.offset) }
    }
    const version = typeof number === 'number' ? number : undefined
    const open: Open = { uri, name, version, text, bytes, checked, options: own, rangeOf }
    documents.set(uri, open)
    const told = failure
      ? [
          {
            range: rangeOf({ start: 0, end: 0 }),
            severity: 1,
            source: 'hegao',
            code: failure.code,
            message: failure.sentence(lang),
          },
        ]
      : (checked?.findings ?? []).map((finding) => diagnosticOf(finding, open, session))
    connection.notify('textDocument/publishDiagnostics', { uri, ...(version !== undefined && { version }), diagnostics: told })
  }

  async function actions(params: Params): Promise<readonly object[]> {
    const open = documents.get(documentIn(params).uri)
    if (!open?.checked) return []
    const range = rangeIn(params.range)
    const only = isRecord(params.context) ? params.context.only : undefined
    const here = open.checked.findings.filter((finding) => touches(open.rangeOf(finding), range))
    const repairs = isWanted('quickfix', only) ? here.flatMap((finding) => repairAction(finding, open, session)) : []
    return [...repairs, ...(isWanted(fixAllKind, only) ? await repairAllAction(open, session) : [])]
  }

  const methods: Readonly<Record<string, (params: Params, connection: Connection) => unknown>> = {
    initialize() {
      state = 'begun'
      return {
        capabilities: {
          positionEncoding: 'utf-16',
          // Each change brings the whole text: a check reads all of it anyway.
          textDocumentSync: { openClose: true, change: 1, save: false },
          codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
        },
        serverInfo: { name: 'hegao', version },
      }
    },
    initialized: () => undefined,
    shutdown() {
      state = 'down'
    },
    async 'textDocument/didOpen'(params, connection) {
      const { uri, languageId, text, version: number } = documentIn(params)
      languages.set(uri, languageId)
      await taken(uri, number, typeof text === 'string' ? text : '', connection)
    },
    async 'textDocument/didChange'(params, connection) {
      const { uri, version: number } = documentIn(params)
      const last: unknown = Array.isArray(params.contentChanges) ? params.contentChanges.at(-1) : undefined
      if (isRecord(last) && typeof last.text === 'string') await taken(uri, number, last.text, connection)
    },
    'textDocument/didClose'(params, connection) {
      const { uri } = documentIn(params)
      documents.delete(uri)
      languages.delete(uri)
      connection.notify('textDocument/publishDiagnostics', { uri, diagnostics: [] })
    },
    'textDocument/codeAction': actions,
  }

  const handle = (method: string, params: Params, connection: Connection): unknown => {
    if (method === 'exit') {
      status = state === 'down' ? 0 : 1
      state = 'over'
      return undefined
    }
    if (state === 'new' && method !== 'initialize') throw new Refused(codes.notBegun, 'initialize comes first')
    if (state === 'down') throw new Refused(codes.request, 'the server is shut down')
    const known = Object.hasOwn(methods, method) ? methods[method] : undefined
    if (known) return known(params, connection)
    throw new Refused(codes.method, `there is no method ${method}`)
  }
  let status: 0 | 1 = 1
  await serve(headed, handle, () => state === 'over')
  return status
}
