/**
 * Rows for training: every place that could be a slip, in right text and in text with slips put in.
 *
 *     npx tsx tools/typo/rows.ts OUT MODEL TEXTS PREFIX [GAP SEED]
 *
 * MODEL has not seen TEXTS (.jsonl). Writes PREFIX.rows (60 numbers of 16 bits a row) and PREFIX.jsonl (what each row is).
 * With GAP a slip is put in every GAP characters: y is 1 where the place undoes a slip, -1 where it is at one and undoes
 * nothing, and places elsewhere are left out. Without, y is 0.
 */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { readModel } from '../../src/facts/suspicions/model.ts'
import { featureCount, kinds, scannerOf } from '../../src/facts/suspicions/scan.ts'
import { inject, type Slip } from './inject.ts'
import { tablesOf, textsOf } from './tables.ts'

const [out, modelFile, textsFile, prefix, gap, seed] = process.argv.slice(2) as string[]
const model = readModel(new Uint8Array(readFileSync(modelFile as string)))
if (!model) throw new Error('no such model')
const scanner = scannerOf(model)
const tables = tablesOf(out as string)
const rows = openSync(`${prefix}.rows`, 'w')
const said = openSync(`${prefix}.jsonl`, 'w')
const put: Record<string, number> = {}
let characters = 0
let count = 0
textsOf(textsFile as string).forEach(({ name, text: right }, index) => {
  characters += right.length
  const { text, slips } = gap ? inject(right, Number(gap), Number(seed) + index * 7919, tables) : { text: right, slips: [] }
  for (const { kind } of slips) put[kind] = (put[kind] ?? 0) + 1
  const features: Int16Array[] = []
  const lines: string[] = []
  let near = 0
  scanner.scan(text, (place) => {
    const proposal = scanner.characterOf(place.first) + scanner.characterOf(place.second)
    let y = 0
    let slip: Slip | undefined
    let id = -1
    if (gap) {
      while (near < slips.length - 1 && (slips[near] as Slip).start + 8 < place.start) near++
      for (let at = Math.max(0, near - 1); at < Math.min(slips.length, near + 3); at++) {
        const one = slips[at] as Slip
        const end = one.start + one.bad.length
        if (place.end < one.start - 1 || place.start > end + 1) continue
        const from = Math.max(0, Math.min(place.start, one.start) - 6)
        const to = Math.max(place.end, end) + 6
        const undone = text.slice(from, place.start) + proposal + text.slice(place.end, to)
        const good = text.slice(from, one.start) + one.good + text.slice(end, to)
        y = undone === good ? 1 : -1
        slip = one
        id = index * 100000 + at
        if (y === 1) break
      }
      if (y === 0) return
    }
    features.push(place.features.slice(0, featureCount))
    const context = `${text.slice(Math.max(0, place.start - 14), place.start)}[${text.slice(place.start, place.end)}→${proposal}]${text.slice(place.end, place.end + 12)}`
    lines.push(
      JSON.stringify({
        y,
        k: slip?.kind ?? '',
        e: id,
        t: kinds[place.kind],
        d: index,
        n: name,
        p: place.start,
        q: place.end,
        c: context.replace(/\n/g, '⏎'),
      }),
    )
    count++
  })
  for (const row of features) writeSync(rows, Buffer.from(row.buffer, row.byteOffset, row.byteLength))
  if (lines.length > 0) writeSync(said, `${lines.join('\n')}\n`)
})
closeSync(rows)
closeSync(said)
writeFileSync(`${prefix}.meta.json`, JSON.stringify({ characters, put, count }))
console.log(prefix, characters, 'characters', count, 'rows', put)
