/**
 * `npm run index-cost`: what a question to the index of an archive costs, with reports by the thousand. Their fingerprints are made
 * up, with fixed seeds, as many as a report of 15,000 characters has; one of them is near.
 */
import {
  type Archive,
  archiveGrain,
  archiveOf,
  bytesOfArchive,
  type Fresh,
  nearest,
  noArchive,
  withReports,
} from '../compare/archive.ts'
import { fingerprintsOf } from '../compare/winnow.ts'

const reports = 10_000
const questions = 50
const printsOfReport = 731

/** A row of numbers of 32 bits that is always the same (xorshift). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

const timed = <Result>(action: () => Result): readonly [Result, number] => {
  const { user: before, system } = process.cpuUsage()
  const result = action()
  const after = process.cpuUsage()
  return [result, (after.user - before + after.system - system) / 1000]
}

const next = numbersFrom(20_260_101)
const fresh: Fresh[] = []
for (let index = 0; index < reports; index++) {
  const prints = new Set<number>()
  // One in eight is what all write.
  while (prints.size < printsOfReport) prints.add(prints.size % 8 === 0 ? next() % 5000 : next())
  const path = `${index}.txt`
  fresh.push({ entry: { path, size: 45_000, modified: index, hash: path, prints: prints.size }, prints })
}
const half = reports / 2
const [archive, built] = timed(() => withReports(withReports(noArchive, fresh.slice(0, half), []), fresh.slice(half), []))
const [bytes, written] = timed(() => bytesOfArchive(archive))
const [opened, opening] = timed(() => archiveOf(bytes) as Archive)
let slowest = 0
let found = 0
for (let question = 0; question < questions; question++) {
  const wanted = (question * 197) % reports
  const prints = new Set([...(fresh[wanted] as Fresh).prints].slice(0, 200))
  while (prints.size < printsOfReport) prints.add(next())
  const [near, milliseconds] = timed(() => nearest(opened, prints, 5))
  slowest = Math.max(slowest, milliseconds)
  if (near[0]?.entry.path === `${wanted}.txt`) found++
}
const text = Array.from({ length: 15_000 }, () => String.fromCharCode(0x4e00 + (next() % 3000))).join('')
const [, printing] = timed(() => fingerprintsOf(text, archiveGrain))
const shown = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`
console.log(`${reports} reports, ${(bytes.length / 2 ** 20).toFixed(1)} MiB, ${opened.segments.length} segments`)
console.log(
  `built ${shown(built)}, written ${shown(written)}, opened ${shown(opening)}, a report fingerprinted ${shown(printing)}`,
)
console.log(`${found} of ${questions} found; the slowest question ${shown(slowest)} (goal 50)`)
