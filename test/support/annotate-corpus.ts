/**
 * `npx tsx test/support/annotate-corpus.ts DIR… [--random 10000] [--seed 1] [--own] [--keep DIR]`: annotates every Word document
 * of the folders with what the rules find in it, and with random findings, and says what does not hold. With LibreOffice and
 * pandoc, where they are installed, as second opinions. Reads only; writes only into a folder of its own, or `--keep`.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { chooseRules, emptyConfig } from '../../src/config.ts'
import { HegaoError } from '../../src/errors.ts'
import { checkSource, rules } from '../../src/hegao.ts'
import type { Source } from '../../src/source.ts'
import { openClean, randomFindings, randomFrom, type Trial, trial } from './annotated.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    random: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
    outside: { type: 'boolean', default: false },
  },
})

const paths = positionals.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:docx|docm)$/i.test(path))
    .map((path) => join(folder, path))
    .sort(),
)

const chosen = chooseRules(rules, emptyConfig, new Map())
const own = (source: Source) => checkSource(source, { settings: {}, rules: chosen }).findings

interface Made {
  readonly name: string
  readonly bytes: Uint8Array
  readonly before: Uint8Array
  readonly comments: number
}

const problems: string[] = []
const made: Made[] = []
const totals = { documents: 0, refused: 0, copies: 0, findings: 0, comments: 0, changes: 0 }

function note(name: string, done: Trial): void {
  const { annotated, findings, before, broken } = done
  totals.copies++
  totals.findings += findings.length
  totals.comments += annotated.comments
  totals.changes += annotated.changes
  for (const problem of broken) problems.push(`${name}: ${problem}`)
  made.push({ name, bytes: annotated.bytes, before: before.pack.archive.bytes, comments: annotated.comments })
}

const documents = paths.flatMap((path) => {
  const bytes = readFileSync(path)
  try {
    openClean(bytes)
    return [{ name: basename(path).replace(/\.\w+$/, ''), bytes }]
  } catch (error) {
    if (!(error instanceof HegaoError)) problems.push(`${path}: ${String(error)}`)
    totals.refused++
    return []
  }
})
totals.documents = documents.length

const random = randomFrom(Number(values.seed))
for (const [index, { name, bytes }] of documents.entries()) note(`${index}-${name}-own`, trial(bytes, own))
let left = Number(values.random)
for (let round = 0; left > 0; round++) {
  for (const [index, { name, bytes }] of documents.entries()) {
    if (left <= 0) break
    const count = Math.min(left, 1 + Math.floor(random() * 60))
    left -= count
    note(
      `${index}-${name}-${round}`,
      trial(bytes, (source) => randomFindings(source, count, random)),
    )
  }
}
console.log(JSON.stringify(totals))

const has = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
if (values.keep) {
  mkdirSync(values.keep, { recursive: true })
  for (const { name, bytes } of made) writeFileSync(join(values.keep, `${name}.docx`), bytes)
}
if (values.outside) {
  const folder = mkdtempSync(join(tmpdir(), 'hegao-annotate-'))
  try {
    for (const { name, bytes, before } of made) {
      writeFileSync(join(folder, `${name}.docx`), bytes)
      writeFileSync(join(folder, `${name}.before.docx`), before)
    }
    if (has('soffice')) askLibreOffice(folder)
    else console.log('LibreOffice is not installed: not asked')
    if (has('pandoc')) askPandoc(folder)
    else console.log('pandoc is not installed: not asked')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
for (const problem of problems) console.log(problem)
console.log(`${problems.length} problems`)
process.exitCode = problems.length > 0 ? 1 : 0

/** It opens every copy, and counts as many comments as were written. */
function askLibreOffice(folder: string): void {
  const out = join(folder, 'fodt')
  const home = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const convert = (names: readonly string[]) =>
    spawnSync(
      'soffice',
      [home, '--headless', '--convert-to', 'fodt', '--outdir', out, ...names.map((name) => join(folder, name))],
      {
        stdio: 'ignore',
        timeout: 600_000,
      },
    )
  for (let from = 0; from < made.length; from += 50) {
    const part = made.slice(from, from + 50)
    convert(part.flatMap(({ name }) => [`${name}.docx`, `${name}.before.docx`]))
  }
  let counted = 0
  let opened = 0
  for (const { name, comments } of made) {
    const [before, after] = [`${name}.before`, name].map((one) => {
      try {
        return readFileSync(join(out, `${one}.fodt`), 'utf8').match(/<office:annotation[\s>]/g)?.length ?? 0
      } catch {
        return undefined
      }
    })
    if (before === undefined && after === undefined) continue
    opened++
    if (after === undefined || before === undefined) problems.push(`${name}: LibreOffice opens only one of original and copy`)
    else if (after - before !== comments) problems.push(`${name}: LibreOffice counts ${after - before} of ${comments} comments`)
    counted += (after ?? 0) - (before ?? 0)
  }
  console.log(`LibreOffice: ${opened} of ${made.length} copies opened, ${counted} comments`)
}

/** With all changes rejected, the copy is the document with all changes rejected. */
function askPandoc(folder: string): void {
  const rejected = (name: string): string =>
    spawnSync('pandoc', ['--track-changes=reject', '-f', 'docx', '-t', 'plain', '--wrap=none', join(folder, `${name}.docx`)], {
      encoding: 'utf8',
      timeout: 60_000,
      maxBuffer: 2 ** 28,
    }).stdout
  let same = 0
  for (const { name } of made) {
    const [before, after] = [rejected(`${name}.before`), rejected(name)]
    if (before === after) same++
    else problems.push(`${name}: pandoc reads other text with all changes rejected`)
  }
  console.log(`pandoc: ${same} of ${made.length} copies as the original with all changes rejected`)
}
