/**
 * `npm run growth [-- RULE] [--every N] [--bound RATIO]`: whether the cost of a check grows with the text, no faster. The texts
 * are the examples of every rule's page, repeated in all ways that have ever made a check slow, so that a new rule is covered by
 * what explains it. A text four times as long may cost four times as much; what costs more is looked at again at four and at
 * sixteen times, where only a true fault stays. Ratios of one process and one run: nothing here knows how fast the machine is.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { chooseRules } from '../config.ts'
import { checkBytes, rules } from '../hegao.ts'
import { read } from '../read/index.ts'
import { examplesOf } from './examples.ts'

const folder = fileURLToPath(new URL('../../rules/', import.meta.url))

/** Characters of the text that is looked at first; the next is `step` times as long. */
const least = 20_000
const step = 4
/** CPU milliseconds below which a ratio of two says nothing. */
const quiet = 40

/** `text` over and over, `size` characters long; each time with other figures, as reports have. */
function repeated(text: string, size: number): string {
  let all = ''
  for (let turn = 0; all.length < size; turn++)
    all += `${text}\n`.replace(/[0-9](?![0-9]*年)/g, (digit) => String((+digit + turn) % 10))
  return all.slice(0, size)
}

const same = (text: string, size: number): string => `${text}\n`.repeat(Math.ceil(size / (text.length + 1))).slice(0, size)
const half = (text: string): number => text.indexOf('\n', text.length / 2) + 1 || Math.ceil(text.length / 2)

/** Ways to make a long text of a short one. */
const arrangements: Readonly<Record<string, (text: string, size: number) => string>> = {
  repeated: same,
  'other figures': repeated,
  'one paragraph': (text, size) => same(text.replaceAll('\n', ''), size).replaceAll('\n', ''),
  'one sentence': (text, size) => same(text.replace(/[。；！？]\n?|\n/g, '，'), size).replaceAll('\n', ''),
  'line by line': (text, size) => {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line) => same(line, size / lines.length)).join('')
  },
  'halves apart': (text, size) => same(text.slice(0, half(text)), size / 2) + same(text.slice(half(text)), size / 2),
  backwards: (text, size) => same(text.split('\n').reverse().join('\n'), size),
}

interface Case {
  readonly rule: string
  readonly way: string
  readonly text: string
  /** The text that it is compared with, for rules on two. */
  readonly other?: string
}

function* cases(only: string | undefined): Generator<Case> {
  for (const family of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const rule of readdirSync(join(folder, family.name), { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
      if (only !== undefined && rule.name !== only) continue
      const page = unified()
        .use(remarkParse)
        .parse(readFileSync(join(folder, family.name, rule.name, 'README.md'), 'utf8'))
      for (const { text, other } of examplesOf(page)) {
        for (const way of Object.keys(arrangements)) yield { rule: rule.name, way, text, ...(other !== undefined && { other }) }
      }
    }
  }
}

/** Those too that are off until somebody wants them. */
const chosen = chooseRules(rules, undefined, undefined, new Set(rules.map(({ id }) => id)))

/** CPU milliseconds of one check. */
async function cost({ way, text, other }: Case, size: number): Promise<number> {
  const arrange = arrangements[way] as (text: string, size: number) => string
  const bytes = new TextEncoder().encode(arrange(text, size))
  const old = other === undefined ? undefined : new TextEncoder().encode(arrange(other, size))
  const before = process.cpuUsage()
  const beside = old && { other: { source: await read('old.txt', old, {}) } }
  const checked = await checkBytes('growth.txt', bytes, { settings: {}, rules: chosen, ...beside })
  if (checked.error) throw checked.error
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** How much dearer a text is that is `step` times as long as one of `size`: the better of two looks. */
async function ratioAt(one: Case, size: number, looks: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let look = 0; look < looks; look++) {
    const small = await cost(one, size)
    const large = await cost(one, size * step)
    best = Math.min(best, large < quiet ? 0 : large / Math.max(small, 1))
  }
  return best
}

/** What is looked at for one rule, how much dearer its worst text was at the first look, and the texts to be looked at again. */
async function look(all: readonly Case[], bound: number): Promise<Case[]> {
  const suspects: Case[] = []
  for (const rule of new Set(all.map((one) => one.rule))) {
    const texts = all.filter((one) => one.rule === rule)
    let worst = 0
    for (const one of texts) {
      const ratio = await ratioAt(one, least, 1)
      worst = Math.max(worst, ratio)
      if (ratio > bound) suspects.push(one)
    }
    console.log(`${rule}: ${texts.length} texts, ${worst === 0 ? 'too quick to compare' : `worst ${worst.toFixed(1)}×`}`)
  }
  return suspects
}

async function run(only: string | undefined, every: number, bound: number): Promise<number> {
  const all = [...cases(only)].filter((_, index) => index % every === 0)
  if (all.length === 0) throw new Error(`no rule has the name ${only}, or its page no example`)
  for (const one of all.slice(0, 20)) await cost(one, least)
  const suspects = await look(all, bound)
  const slow: [Case, number][] = []
  let worst = 0
  for (const one of suspects) {
    if ((await ratioAt(one, least, 2)) <= bound) continue
    const ratio = await ratioAt(one, least * step, 2)
    worst = Math.max(worst, ratio)
    if (ratio > bound) slow.push([one, ratio])
  }
  for (const [{ rule, way, text }, ratio] of slow.sort((a, b) => b[1] - a[1]))
    console.log(`${ratio.toFixed(1)}×  ${rule}  ${way}  ${JSON.stringify(text.slice(0, 60))}`)
  console.log(
    `${all.length} texts, ${suspects.length} looked at again, worst ${worst.toFixed(1)}× for ${step}× the text, ${slow.length} above ${bound}×`,
  )
  return slow.length === 0 ? 0 : 1
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' }, bound: { type: 'string', default: '6.5' } },
})
process.exitCode = await run(positionals[0], Number(values.every), Number(values.bound))
