/**
 * What the model says of texts, likeliest first: to be read one by one before a threshold is chosen.
 *
 *     npx tsx tools/typo/look.ts MODEL LIMIT FILE...
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readModel } from '../../src/facts/suspicions/model.ts'
import { kinds, scannerOf } from '../../src/facts/suspicions/scan.ts'
import { scoreOf } from '../../src/facts/suspicions/trees.ts'

const [modelFile, limit, ...files] = process.argv.slice(2) as [string, string, ...string[]]
const model = readModel(new Uint8Array(readFileSync(modelFile)))
if (!model) throw new Error('no such model')
const scanner = scannerOf(model)
const lines: [number, string][] = []
let characters = 0
for (const file of files) {
  const text = readFileSync(file, 'utf8')
  characters += text.length
  const kept: [number, number, number, string][] = []
  scanner.scan(text, ({ kind, start, end, first, second, features }) => {
    const score = scoreOf(model.trees, features)
    if (score < Number(limit)) return
    const proposal = scanner.characterOf(first) + scanner.characterOf(second)
    const context = `${text.slice(Math.max(0, start - 14), start)}[${text.slice(start, end)}→${proposal}]${text.slice(end, end + 12)}`
    kept.push([score, start, end, `${kinds[kind]} ${basename(file)} ${context.replace(/\n/g, '⏎')}`])
  })
  kept.sort((a, b) => b[0] - a[0])
  const taken: typeof kept = []
  for (const one of kept) if (taken.every((other) => one[2] + 2 < other[1] || one[1] > other[2] + 2)) taken.push(one)
  for (const [score, , , line] of taken) lines.push([score, line])
}
lines.sort((a, b) => b[0] - a[0])
for (const [score, line] of lines) console.log(score.toFixed(2), line)
console.log(lines.length, 'places in', characters, 'characters')
