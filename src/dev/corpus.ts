/**
 * `npm run corpus -- DIR [--rule id] [--json]`: every finding on a folder of real reports, for reading, and the invariants
 * of every tree. A rule goes out when someone has read all that it says here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { chooseRules, findRule } from '../config.ts'
import type { Finding } from '../finding.ts'
import { type Checked, checkBytes, rules } from '../hegao.ts'
import { brokenInvariants } from '../invariants.ts'
import { jsonLine } from '../report/json.ts'
import { linkPlace } from '../report/place.ts'
import { printable } from '../report/printable.ts'
import { crashSentence, sentence } from '../report/sentences.ts'
import { locate, type Source } from '../source.ts'

const kinds = ['.txt', '.md']
const around = 12

interface Request {
  readonly folder: string
  readonly rule?: string
  readonly isJson: boolean
}

function requestFrom(words: readonly string[]): Request | undefined {
  const isJson = words.includes('--json')
  const at = words.indexOf('--rule')
  const rule = at < 0 ? undefined : words[at + 1]
  const [folder] = words.filter((word, index) => !word.startsWith('--') && (at < 0 || index !== at + 1))
  return folder === undefined ? undefined : { folder, isJson, ...(rule !== undefined && { rule }) }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => kinds.includes(extname(path).toLowerCase()))
    .map((path) => join(folder, path))
    .sort()

/** The words with a little of what stands around them, on one line. */
function context({ text }: Source, { start, end }: Finding): string {
  const before = text.slice(Math.max(0, start - around), start)
  const found = end - start > 3 * around ? `${text.slice(start, start + 3 * around)}…` : text.slice(start, end)
  const flat = (words: string): string => printable(words.replace(/\s+/g, ' '))
  return `${flat(before)}⟦${flat(found)}⟧${flat(text.slice(end, end + around))}`
}

function findingLine(finding: Finding, source: Source, isJson: boolean): string {
  const { start } = locate(source, finding)
  const { ruleId, severity } = finding
  const message = sentence(finding, 'zh')
  if (isJson) {
    const { line, column } = start
    return jsonLine({ path: source.path, line, column, ruleId, severity, message, context: context(source, finding) })
  }
  return `${printable(linkPlace(source.path, start))}  ${ruleId}  ${severity}  ${printable(message)}  ${context(source, finding)}`
}

/** Counts by a name, told in order of the names. */
class Table {
  readonly #counts = new Map<string, number>()

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  get lines(): string[] {
    const names = [...this.#counts.keys()].sort()
    return names.map((name) => `${String(this.#counts.get(name)).padStart(6)}  ${name}`)
  }
}

/** Lines that tell what is broken about a file: it was not read, a rule failed, the tree is wrong. */
function faults({ path, error, source, tree, crashes }: Checked): string[] {
  if (error) return [`${path}: ${error.sentence('zh')}`]
  const broken = source && tree ? brokenInvariants(source, tree) : []
  return [...crashes.map((crash) => `${path}: ${crashSentence(crash, 'zh')}`), ...broken.map((what) => `${path}: ${what}`)]
}

async function run({ folder, rule, isJson }: Request): Promise<number> {
  const chosen = chooseRules(rule === undefined ? rules : [findRule(rule, rules, 'zh')])
  const counts = new Table()
  let broken = 0
  let files = 0
  for (const path of filesBelow(folder)) {
    files++
    const checked = await checkBytes(path, readFileSync(path), { settings: {}, rules: chosen })
    for (const finding of checked.findings) {
      counts.add(`${finding.ruleId} ${finding.severity} ${finding.messageId}`)
      console.log(findingLine(finding, checked.source as Source, isJson))
    }
    const wrong = faults(checked)
    broken += wrong.length
    for (const fault of wrong) console.error(printable(fault))
  }
  console.error(['', ...counts.lines, `${String(files).padStart(6)}  files, ${broken} faults`].join('\n'))
  return broken > 0 ? 1 : 0
}

const request = requestFrom(process.argv.slice(2))
if (request) process.exitCode = await run(request)
else {
  console.error('用法：npm run corpus -- DIR [--rule id] [--json]')
  process.exitCode = 2
}
