/** What reporters write, and how those who read it take it: shared by the tests of formats and of hostile text. */
import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import { SaxesParser } from 'saxes'
import type { Checked } from '../../src/hegao.ts'
import { rules } from '../../src/hegao.ts'
import type { AnyFormat } from '../../src/report/formats.ts'
import { reporterOf } from '../../src/report/index.ts'
import { plain } from '../../src/report/palette.ts'
import type { ReportContext } from '../../src/report/reporter.ts'
import { nothing, withFile } from '../../src/report/summary.ts'

/** All that a run over `files` prints in `format`. */
export async function reported(format: AnyFormat, files: readonly Checked[], more: Partial<ReportContext> = {}): Promise<string> {
  const factory = await reporterOf(format)
  const reporter = factory({ lang: 'zh', palette: plain, version: '1.2.3', quiet: false, rules, ...more })
  const pieces = files.map((file) => reporter.file(file))
  return [reporter.open(), ...pieces, reporter.close(files.reduce(withFile, nothing))].join('')
}

const isUri = (text: string): boolean => URL.canParse(text)
const isReference = (text: string): boolean => /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text) && URL.canParse(text, 'file:///base/')

/** SARIF's official schema. It is of draft 4, from which for its purposes draft 7 differs in the name of `$id` only. */
export function sarifSchema(): ValidateFunction {
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(readFileSync(new URL('../schemas/sarif-2.1.0.json', import.meta.url), 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  ajv.addFormat('uri', isUri)
  ajv.addFormat('uri-reference', isReference)
  ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)))
  return ajv.compile(schema)
}

export interface Xml {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Xml[]
  text: string
}

/** The root of an XML document; throws where it is not well-formed. */
export function parseXml(document: string): Xml {
  const top: Xml = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Xml = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(document).close()
  const [root] = top.children
  if (!root) throw new Error('no root')
  return root
}

/** Every element of a document, itself first. */
export const elementsOf = (element: Xml): Xml[] => [element, ...element.children.flatMap(elementsOf)]

export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** Commands that GitHub's runner has (actions/runner, ActionCommandManager and its extensions), and those of old ones. */
const registered = new Set([
  ...['add-mask', 'add-matcher', 'remove-matcher', 'add-path', 'set-env', 'set-output', 'save-state', 'stop-commands'],
  ...['debug', 'notice', 'warning', 'error', 'group', 'endgroup', 'echo', 'internal-set-repo-path', 'command', 'section'],
])

const undone = (text: string, tokens: Readonly<Record<string, string>>): string =>
  Object.entries(tokens).reduce((all, [coded, token]) => all.replaceAll(coded, token), text)

const data = { '%0D': '\r', '%0A': '\n', '%25': '%' }
const property = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' }

function propertiesOf(text: string, separator: string): Record<string, string> {
  const pairs = text.split(separator).map((one) => one.split(/=(.*)/s))
  return Object.fromEntries(pairs.filter(([, value]) => value).map(([name, value]) => [name, undone(value ?? '', property)]))
}

/** A line as the runner reads it: `::name properties::data` at its beginning (TryParseV2), or `##[name …]` anywhere (TryParse). */
function commandIn(line: string): Command | undefined {
  const trimmed = line.replace(/^[\s\u0085]+/, '')
  const [, head, rest] = /^::(.*?)::(.*)$/s.exec(trimmed) ?? []
  const [name = '', ...words] = head?.split(' ') ?? []
  if (registered.has(name)) return { name, properties: propertiesOf(words.join(' ').trim(), ','), data: undone(rest ?? '', data) }
  const [, old] = /##\[([^\]]*)\]/.exec(line) ?? []
  const [oldName = '', ...oldWords] = old?.split(' ') ?? []
  return registered.has(oldName) ? { name: oldName, properties: propertiesOf(oldWords.join(' '), ';'), data: '' } : undefined
}

/** What runners of CI systems would do on reading `output`: commands of GitHub, and lines that Azure or TeamCity would take. */
export function commandsIn(output: string): Command[] {
  // .NET's and other readers end a line at any of these.
  return output.split(/\r\n|[\n\r\u0085\u2028\u2029]/).flatMap((line) => {
    const other = /##(vso|teamcity)\[/i.exec(line)?.[0]
    const command = commandIn(line) ?? (other === undefined ? undefined : { name: other, properties: {}, data: line })
    return command ? [command] : []
  })
}
