/**
 * No regular expression of ours can be made to run for ever: recheck analyses each, those that stand in the source and those
 * that are built while it is loaded. Even a quadratic one fails: `\s+$` takes 6.5 s for one line with 80,000 blanks.
 *
 * That takes minutes for all, and the verdict on an expression never changes. So verdicts are kept in recheck.txt, by the hash
 * of the expression and for one version of recheck; what is not written there is analysed. `UPDATE=1` writes what is new and
 * drops what is gone; `RECHECK=all` believes no row.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type AnyNode, parse } from 'acorn'
import { transformSync } from 'esbuild'
import type { Diagnostics, Parameters } from 'recheck'
import { beforeAll, describe, expect, it, vi } from 'vitest'

const root = join(import.meta.dirname, '..')
/** Where the verdicts are kept. */
const record = join(root, 'test', 'recheck.txt')
const writes = process.env.UPDATE === '1'
/**
 * By no clock: a verdict is the same on a busy machine. An attack is a text of 100,000 characters for which an expression needs
 * 1,500 steps each: windows of some hundred characters need fewer, and what is quadratic more.
 */
const limits: Parameters = {
  attackTimeout: null,
  incubationTimeout: null,
  maxIteration: 5,
  attackLimit: 150_000_000,
  maxAttackStringSize: 100_000,
}
/** Milliseconds for the proof by automaton. Few expressions are too much for it; for those attacks are looked for to the end. */
const patience = 5_000
const heading = `recheck ${createRequire(import.meta.url)('recheck/package.json').version}`

interface Expression {
  readonly source: string
  readonly flags: string
}

interface Found {
  readonly literals: Expression[]
  /** How many times the file says RegExp(…). */
  built: number
}

const files = ['src', 'rules']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)))
  .filter((path) => path.endsWith('.ts') && !path.startsWith(join('src', 'dev')))
  .sort()

/** The expressions that stand in a file, found in its syntax tree. */
function expressionsIn(path: string): Found {
  const { code } = transformSync(readFileSync(join(root, path), 'utf8'), { loader: 'ts', target: 'esnext', charset: 'utf8' })
  const found: Found = { literals: [], built: 0 }
  const nodes: unknown[] = [parse(code, { ecmaVersion: 'latest', sourceType: 'module' })]
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (typeof node !== 'object' || node === null) continue
    note(node as AnyNode, found)
    nodes.push(...Object.values(node))
  }
  return found
}

function note(node: AnyNode, found: Found): void {
  if (node.type === 'Literal' && node.regex) found.literals.push({ source: node.regex.pattern, flags: node.regex.flags })
  const isCall = node.type === 'NewExpression' || node.type === 'CallExpression'
  if (isCall && node.callee.type === 'Identifier' && node.callee.name === 'RegExp') found.built += 1
}

/** What the files build with new RegExp(…) or RegExp(…) while they are loaded, and which file built it. */
async function builtBy(paths: readonly string[]): Promise<(Expression & { readonly by: string | undefined })[]> {
  const built: (Expression & { readonly by: string | undefined })[] = []
  const seen = (expression: RegExp): RegExp => {
    const stack = (new Error().stack ?? '').replaceAll('\\', '/')
    const { source, flags } = expression
    built.push({ source, flags, by: paths.find((path) => stack.includes(path.replaceAll('\\', '/'))) })
    return expression
  }
  const construct = (target: RegExpConstructor, [pattern, flags]: [string, string?]): RegExp => seen(new target(pattern, flags))
  vi.stubGlobal(
    'RegExp',
    new Proxy(RegExp, { construct, apply: (target, _, words: [string, string?]) => construct(target, words) }),
  )
  try {
    for (const path of paths) await import(pathToFileURL(join(root, path)).href)
  } finally {
    vi.unstubAllGlobals()
  }
  return built.filter(({ by }) => by !== undefined)
}

/** Of its UTF-16 units: expressions may have halves of surrogate pairs, which UTF-8 cannot tell apart. */
const hashOf = (key: string): string => createHash('sha256').update(Buffer.from(key, 'utf16le')).digest('hex').slice(0, 16)

/** What is known: a row is a hash, with a ? behind it where recheck came to no end. Another version of recheck knows better. */
function recorded(): ReadonlyMap<string, string> {
  const [first, ...rows] = existsSync(record) ? readFileSync(record, 'utf8').split('\n') : []
  if (first !== heading) return new Map()
  return new Map(rows.filter((row) => row !== '').map((row) => [row.slice(0, 16), row]))
}

const keyOf = ({ source, flags }: Expression): string => `/${source}/${flags}`
const found = new Map(files.map((path) => [path, expressionsIn(path)]))
const builders = files.filter((path) => (found.get(path)?.built ?? 0) > 0)
const literals = [...found.values()].flatMap((one) => one.literals)

describe('regular expressions', () => {
  let built: Awaited<ReturnType<typeof builtBy>> = []
  let checkSync: typeof import('recheck').checkSync

  function verdictOn(source: string, flags: string): Diagnostics {
    const first = checkSync(source, flags, { ...limits, timeout: patience })
    return first.status === 'unknown' ? checkSync(source, flags, { ...limits, timeout: null, checker: 'fuzz' }) : first
  }

  beforeAll(async () => {
    // Its other back ends start a program; this one needs nothing but Node.
    vi.stubEnv('RECHECK_BACKEND', 'pure')
    checkSync = (await import('recheck')).checkSync
    built = await builtBy(builders)
  })

  it('are found where they stand', () => {
    expect(literals.map(keyOf)).toContain(keyOf({ source: '\\r{0,2}\\n|\\r', flags: 'g' }))
  })

  it('are found where they are built', () => {
    const missed = builders.filter((path) => built.filter(({ by }) => by === path).length < (found.get(path)?.built ?? 0))
    expect(missed).toEqual([])
  })

  it.each([
    ['(a+)+$', 'exponential'],
    ['(.*)、(.*)、(.*)。', 'polynomial'],
    ['\\s+$', 'polynomial'],
    ['\\s{1,8}$', 'safe'],
  ])('are told apart: %s is %s', (source, type) => {
    expect(verdictOn(source, '')).toMatchObject({ complexity: { type } })
  })

  it('are harmless, every one', { timeout: 3_000_000 }, () => {
    const all = new Map([...literals, ...built].map((expression) => [keyOf(expression), expression]))
    const known = process.env.RECHECK === 'all' ? new Map<string, string>() : recorded()
    const rows: string[] = []
    const dangerous: string[] = []
    for (const [key, { source, flags }] of all) {
      const hash = hashOf(key)
      const row = known.get(hash)
      const status = row === undefined ? verdictOn(source, flags).status : undefined
      if (status === 'vulnerable') dangerous.push(key)
      else rows.push(row ?? (status === 'unknown' ? `${hash} ?` : hash))
    }
    if (writes) writeFileSync(record, [heading, ...[...new Set(rows)].sort(), ''].join('\n'))
    expect(dangerous).toEqual([])
  })
})
