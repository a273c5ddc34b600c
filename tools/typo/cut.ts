/**
 * Cuts texts into words, for lost.py: OUT/cut.codes has the characters of all runs of Han, two bytes each, a 0 behind each run, and
 * OUT/cut.begins a byte for each of them, 1 where a word begins.
 *
 *     xz -dc TEXT.xz | npx tsx tools/typo/cut.ts OUT
 *
 * The texts come as lines of `source<TAB>sentence`, as count.py reads them.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import jieba from 'nodejieba'

const [out] = process.argv.slice(2) as [string]
mkdirSync(out, { recursive: true })
const files = { codes: openSync(`${out}/cut.codes`, 'w'), begins: openSync(`${out}/cut.begins`, 'w') }
const codes = new Uint16Array(1 << 20)
const begins = new Uint8Array(codes.length)
let count = 0

function flush(): void {
  writeSync(files.codes, new Uint8Array(codes.buffer, 0, 2 * count))
  writeSync(files.begins, begins, 0, count)
  count = 0
}

function put(code: number, isBeginning: boolean): void {
  if (count === codes.length) flush()
  codes[count] = code
  begins[count++] = isBeginning ? 1 : 0
}

for await (const line of createInterface({ input: process.stdin })) {
  for (const run of line.slice(line.indexOf('\t') + 1).match(/[\u4e00-\u9fff]+/g) ?? []) {
    for (const word of jieba.cut(run)) for (let at = 0; at < word.length; at++) put(word.charCodeAt(at), at === 0)
    put(0, true)
  }
}
flush()
closeSync(files.codes)
closeSync(files.begins)
