/** The work of `mcp`: the Model Context Protocol on standard input and output, written by hand, since four tools need no more of it. */
import { annotatedCopy } from '../../act/annotate.ts'
import { type ChangeMode, changeModes } from '../../annotate/index.ts'
import { HegaoError } from '../../errors.ts'
import { type CheckedDocument, checkBytes } from '../../hegao.ts'
import { reporterOf } from '../../report/index.ts'
import { outline } from '../../report/outline.ts'
import { plain } from '../../report/palette.ts'
import { nothing, withFile } from '../../report/summary.ts'
import { version } from '../../version.ts'
import { fill, type Lang, type Wording } from '../../wording.ts'
import { refuseOverwriting, writeCopy } from '../annotate/annotate-run.ts'
import { bytesOf, prepare } from '../files/preparation.ts'
import { type ReadingOptions, wrong } from '../options.ts'
import { explanation } from '../pages/rules-run.ts'
import type { Session } from '../session.ts'
import { limited, usualLimit, withinLimit } from '../time-limit.ts'
import { codes, isRecord, lines, Refused, serve } from './rpc.ts'
import { serveTexts } from './serve-texts.ts'

/** Versions of the protocol in which what is used here is the same; the newest first. */
const protocols = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'] as const

type Arguments = Readonly<Record<string, unknown>>

/** What a tool hands back: words for the assistant, and where it helps the same as data. */
interface Answer {
  readonly text: string
  readonly data?: object
}

interface Tool {
  readonly about: Wording
  readonly properties: Readonly<Record<string, { readonly about: Wording; readonly schema: object }>>
  readonly required: readonly string[]
  /** It changes nothing on the disk. */
  readonly isReading: boolean
  run(given: Arguments, context: Context): Promise<Answer> | Answer
}

interface Context {
  readonly options: ReadingOptions
  readonly session: Session
}

const text = { type: 'string' }
const path = { about: serveTexts.pathProperty, schema: text }

const tools: Readonly<Record<string, Tool>> = {
  check: {
    about: serveTexts.checkTool,
    properties: {
      path,
      text: { about: serveTexts.textProperty, schema: text },
      year: { about: serveTexts.yearProperty, schema: { type: 'integer', minimum: 1000, maximum: 2999 } },
      only: { about: serveTexts.onlyProperty, schema: { type: 'array', items: text } },
    },
    required: [],
    isReading: true,
    run: checkOne,
  },
  outline: { about: serveTexts.outlineTool, properties: { path }, required: ['path'], isReading: true, run: outlineOne },
  explain: {
    about: serveTexts.explainTool,
    properties: { rule: { about: serveTexts.ruleProperty, schema: text } },
    required: ['rule'],
    isReading: true,
    run: (given, { session }) => ({ text: explanation(textIn(given, 'rule', session.lang), session.lang) }),
  },
  annotate: {
    about: serveTexts.annotateTool,
    properties: {
      path,
      output: { about: serveTexts.outputProperty, schema: text },
      changes: { about: serveTexts.changesProperty, schema: { type: 'string', enum: changeModes, default: 'all' } },
    },
    required: ['path', 'output'],
    isReading: false,
    run: annotateOne,
  },
}

function textIn(given: Arguments, name: string, lang: Lang): string {
  const value = given[name]
  if (typeof value !== 'string' || value === '') throw wrong(serveTexts.noArgument, lang, { name })
  return value
}

/** `year` and `only`, as the command line has them. */
function settingsIn({ year, only }: Arguments, lang: Lang): Pick<ReadingOptions, 'year' | 'only'> {
  const refuse = (name: string) => wrong(serveTexts.badArgument, lang, { name })
  const isYear = typeof year === 'number' && Number.isInteger(year) && year >= 1000 && year < 3000
  if (year !== undefined && !isYear) throw refuse('year')
  const isOnly = Array.isArray(only) && only.every((one) => typeof one === 'string')
  if (only !== undefined && !isOnly) throw refuse('only')
  return { ...(isYear && { year }), ...(isOnly && only.length > 0 && { only }) }
}

async function checked(name: string, bytes: Uint8Array, options: ReadingOptions, session: Session): Promise<CheckedDocument> {
  const { check } = await prepare(options, session, name)
  const done = await checkBytes(name, bytes, withinLimit(check, name, usualLimit))
  if (done.error) throw done.error
  return done
}

function bytesAt(name: string): Uint8Array {
  const bytes = bytesOf({ path: name, from: 'file' })
  if (bytes instanceof HegaoError) throw bytes
  return bytes
}

async function checkOne(given: Arguments, { options, session }: Context): Promise<Answer> {
  const { lang } = session
  const hasText = given.text !== undefined
  if (hasText === (given.path !== undefined)) throw wrong(serveTexts.oneOf, lang, {})
  const name = hasText ? 'text.md' : textIn(given, 'path', lang)
  const bytes = hasText ? Buffer.from(textIn(given, 'text', lang)) : bytesAt(name)
  const own = { ...options, ...settingsIn(given, lang), ...(hasText && { encoding: 'utf-8' }) }
  const file = await checked(name, bytes, own, session)
  const told = (format: 'pretty' | 'json') => async (): Promise<string> => {
    const reporter = (await reporterOf(format))({ lang, palette: plain, version, quiet: false })
    return reporter.open() + reporter.file(file) + reporter.close(withFile(nothing, file))
  }
  const data: unknown = JSON.parse(await told('json')())
  return { text: await told('pretty')(), ...(isRecord(data) && { data }) }
}

async function outlineOne(given: Arguments, { options, session }: Context): Promise<Answer> {
  const name = textIn(given, 'path', session.lang)
  const bytes = bytesAt(name)
  const { check } = await prepare(options, session, name)
  const done = await checkBytes(name, bytes, withinLimit({ ...check, rules: [] }, name, usualLimit))
  if (done.error) throw done.error
  return { text: outline(done.tree, plain, session.lang) }
}

const isMode = (value: unknown): value is ChangeMode => changeModes.some((mode) => mode === value)

async function annotateOne(given: Arguments, { options, session }: Context): Promise<Answer> {
  const { lang } = session
  const [name, output] = [textIn(given, 'path', lang), textIn(given, 'output', lang)]
  const { changes = 'all' } = given
  if (!isMode(changes)) throw wrong(serveTexts.badArgument, lang, { name: 'changes' })
  const { check } = await prepare(options, session, name)
  const bytes = bytesAt(name)
  const made = await limited(name, usualLimit, () => annotatedCopy(name, bytes, check, { lang, changes }))
  refuseOverwriting(name, bytes, output, false)
  writeCopy(output, made.bytes, name, undefined, lang)
  const { comments, changes: count } = made
  return {
    text: fill(serveTexts.copied, lang, { comments, changes: count, path: output }),
    data: { path: output, comments, changes: count },
  }
}

/** As `tools/list` tells them. */
const listed = (lang: Lang): readonly object[] =>
  Object.entries(tools).map(([name, { about, properties, required, isReading }]) => ({
    name,
    description: fill(about, lang, {}),
    inputSchema: {
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, one]) => [key, { ...one.schema, description: fill(one.about, lang, {}) }]),
      ),
      required,
      additionalProperties: false,
    },
    annotations: { readOnlyHint: isReading, destructiveHint: false, openWorldHint: false },
  }))

/** What fails is told to the assistant as the tool's answer, so that it can mend its call. */
async function called(params: Arguments, context: Context): Promise<object> {
  const { lang } = context.session
  const { name, arguments: given = {} } = params
  const tool = typeof name === 'string' && Object.hasOwn(tools, name) ? tools[name] : undefined
  if (!tool) throw new Refused(codes.params, fill(serveTexts.noTool, lang, { name: String(name) }))
  try {
    const { text: said, data } = await tool.run(isRecord(given) ? given : {}, context)
    return { content: [{ type: 'text', text: said }], ...(data && { structuredContent: data }) }
  } catch (error) {
    if (!(error instanceof HegaoError)) throw error
    const said = [error.sentence(lang), error.hint(lang) ?? ''].filter((line) => line !== '').join('\n')
    return { content: [{ type: 'text', text: said }], isError: true }
  }
}

/** Serves until standard input ends. */
export async function serveAssistant(options: ReadingOptions, session: Session): Promise<void> {
  const { lang } = session
  const methods: Readonly<Record<string, (params: Arguments) => unknown>> = {
    initialize: ({ protocolVersion }) => ({
      protocolVersion: protocols.find((one) => one === protocolVersion) ?? protocols[0],
      capabilities: { tools: {} },
      serverInfo: { name: 'hegao', title: '核稿', version },
      instructions: fill(serveTexts.instructions, lang, {}),
    }),
    ping: () => ({}),
    'tools/list': () => ({ tools: listed(lang) }),
    'tools/call': (params) => called(params, { options, session }),
  }
  const handle = (method: string, params: Arguments): unknown => {
    const known = Object.hasOwn(methods, method) ? methods[method] : undefined
    if (known) return known(params)
    throw new Refused(codes.method, `there is no method ${method}`)
  }
  await serve(lines, handle, () => false)
}
