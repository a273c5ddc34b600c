/**
 * How seldom each character stands as a word by itself: OUT/alone.json, in sixteenths of a bit. 泛 hardly ever does, 县 often:
 * what is left alone when a text is cut into words is a slip the likelier, the seldomer it is a word.
 *
 *     npx tsx tools/typo/alone.ts OUT FREQUENCIES TEXT...
 *
 * FREQUENCIES: a word and how often it is met a line, as jieba's dictionary has them. TEXT: `source<TAB>sentence` a line.
 */
import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const [out, frequencies, ...files] = process.argv.slice(2) as [string, string, ...string[]]
const longest = 5
/** Of long texts every so many lines are read: a few million characters are enough. */
const step = 6

const counts = new Map<string, number>()
for (const line of readFileSync(frequencies, 'utf8').split('\n')) {
  const [word, count] = line.split(' ')
  if (word && count) counts.set(word, Math.max(1, Number(count)))
}
const all = Math.log([...counts.values()].reduce((sum, count) => sum + count, 0))
const prices = new Map([...counts].map(([word, count]) => [word, all - Math.log(count)]))

const met = new Map<string, number>()
const alone = new Map<string, number>()
const add = (to: Map<string, number>, char: string): Map<string, number> => to.set(char, (to.get(char) ?? 0) + 1)

/** The likeliest way to cut a run of Han characters; those that are left alone are counted. */
function cut(run: string): void {
  const best = new Float64Array(run.length + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(run.length + 1)
  best[0] = 0
  for (let at = 0; at < run.length; at++) {
    for (let size = 1; size <= longest && at + size <= run.length; size++) {
      const price = prices.get(run.slice(at, at + size)) ?? (size === 1 ? all : undefined)
      if (price === undefined || (best[at] as number) + price >= (best[at + size] as number)) continue
      best[at + size] = (best[at] as number) + price
      from[at + size] = at
    }
  }
  for (let end = run.length; end > 0; end = from[end] as number) {
    if (end - (from[end] as number) === 1) add(alone, run[end - 1] as string)
  }
  for (const char of run) add(met, char)
}

let index = 0
for (const file of files) {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (index++ % step !== 0) continue
    for (const [run] of line.slice(line.indexOf('\t') + 1).matchAll(/[\u4e00-\u9fff]+/g)) cut(run)
  }
}
const { chars } = JSON.parse(readFileSync(`${out}/vocab.json`, 'utf8')) as { chars: string }
const row: Record<string, number> = {}
for (const char of chars) {
  const share = ((alone.get(char) ?? 0) + 0.5) / ((met.get(char) ?? 0) + 2)
  row[char] = Math.min(255, Math.round(-16 * Math.log2(share)))
}
writeFileSync(`${out}/alone.json`, JSON.stringify(row))
