/**
 * `npm run figures -- DIR [--mutate]`: how many claims of figures in a folder of reports are read, by kind, and how many agree;
 * with --mutate, how many of those that agree are told once a digit is changed. A rule that never speaks proves nothing.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentOf } from '../document.ts'
import { type Statement, statements } from '../facts/statements/index.ts'
import { structure } from '../facts/structure.ts'
import { read } from '../read/index.ts'
import { noResources } from '../resources.ts'
import type { Source } from '../source.ts'

/** Of one kind: claims that agree and that do not, and of those changed, how many were told, by the way of changing. */
interface Count {
  agree: number
  differ: number
  readonly swapped: [told: number, changed: number]
  readonly replaced: [told: number, changed: number]
}

const counts = new Map<string, Count>()

function countOf(kind: string): Count {
  const known = counts.get(kind)
  if (known) return known
  const fresh: Count = { agree: 0, differ: 0, swapped: [0, 0], replaced: [0, 0] }
  counts.set(kind, fresh)
  return fresh
}

function factsOf(source: Source) {
  const { use } = documentOf(source, {}, noResources)
  return { all: use(statements), stretches: use(structure).stretches }
}

/** The digits of a number with the neighbours at `turn` swapped; undefined where that changes nothing. */
function swap(digits: string, turn: number): string | undefined {
  const places = [...digits].flatMap((digit, at) =>
    /[0-9]/.test(digit) && /[0-9]/.test(digits[at + 1] ?? '') && digit !== digits[at + 1] ? [at] : [],
  )
  const at = places[turn % Math.max(1, places.length)]
  if (at === undefined) return undefined
  return digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2)
}

/** The same with one digit replaced by another; the first one stays more than nought. */
function replace(digits: string, turn: number): string | undefined {
  const places = [...digits].flatMap((digit, at) => (/[0-9]/.test(digit) ? [at] : []))
  const at = places[turn % Math.max(1, places.length)]
  if (at === undefined) return undefined
  const other = ((Number(digits[at]) + 1 + (turn % 8)) % 9) + 1
  return String(other) === digits[at] ? undefined : digits.slice(0, at) + other + digits.slice(at + 1)
}

/** A turn for each claim, always the same: which of its numbers is changed, and how. */
let turn = 0

function mutate(text: string, statement: Statement, start: number, end: number): void {
  const figures = [statement.stated, ...statement.operands].filter((figure) => figure.start >= start && figure.end <= end)
  turn = (turn * 31 + 7) % 9973
  const figure = figures[turn % figures.length]
  if (!figure) return
  const digits = text.slice(figure.start, figure.numberEnd)
  for (const [way, change] of [
    ['swapped', swap],
    ['replaced', replace],
  ] as const) {
    const other = change(digits, turn >> 3)
    if (other === undefined) continue
    const paragraph = text.slice(start, figure.start) + other + text.slice(figure.numberEnd, end)
    const { all } = factsOf(read('paragraph.txt', Buffer.from(paragraph), {}) as Source)
    const count = countOf(statement.kind)[way]
    count[1]++
    if (all.some((one) => !one.agrees)) count[0]++
  }
}

async function run(folder: string, isMutating: boolean): Promise<void> {
  let characters = 0
  let files = 0
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name)
    let source: Source
    try {
      source = await read(path, readFileSync(path), {})
    } catch {
      continue
    }
    files++
    characters += source.text.length
    const { all, stretches } = factsOf(source)
    let at = 0
    for (const statement of all) {
      const count = countOf(statement.kind)
      if (statement.agrees) count.agree++
      else count.differ++
      if (!isMutating || !statement.agrees || statement.kind === 'table') continue
      while (at < stretches.length && (stretches[at]?.end ?? 0) < statement.end) at++
      const stretch = stretches[at]
      if (stretch && statement.start >= stretch.start) mutate(source.text, statement, stretch.start, stretch.end)
    }
  }
  const part = ([told, changed]: [number, number]): string => (changed === 0 ? '—' : `${told}/${changed}`).padStart(9)
  console.log('kind          agree  differ   swapped  replaced')
  for (const [kind, { agree, differ, swapped, replaced }] of [...counts].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const changed = isMutating ? `${part(swapped)} ${part(replaced)}` : ''
    console.log(`${kind.padEnd(12)} ${String(agree).padStart(6)} ${String(differ).padStart(7)} ${changed}`)
  }
  console.log(`${files} files, ${characters} characters`)
}

const words = process.argv.slice(2)
const folder = words.find((word) => !word.startsWith('--'))
if (folder !== undefined) await run(folder, words.includes('--mutate'))
else {
  console.error('用法：npm run figures -- DIR [--mutate]')
  process.exitCode = 2
}
