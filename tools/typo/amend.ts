/**
 * Puts other trees, fixed phrases and pairs typed for one another into a table that is there, and leaves its counts as they are:
 * what changed in the last two steps needs no new count of seventy million characters.
 *
 *     npx tsx tools/typo/amend.ts BASE LEXICON PHRASES TREES PAIRS TARGET
 *
 * BASE: a table as build.ts writes it. LEXICON: a word a line. PHRASES: fixed phrases, known though the texts have none of them.
 * TREES: what train.py wrote. PAIRS: pairs of characters, parted by blanks (typed-for.txt). Same input, same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { firstChar, hasWord, readModel } from '../../src/facts/suspicions/model.ts'
import { bloomOf } from './bloom.ts'

const [base, lexiconFile, phrasesFile, treesFile, pairsFile, target] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
]
const whole = readFileSync(base)
const head = new Uint32Array(whole.buffer.slice(whole.byteOffset, whole.byteOffset + 128))
const model = readModel(new Uint8Array(whole))
if (!model) throw new Error(`${base} is no table of this version`)

const parts: Buffer[] = []
let at = 128
for (let index = 2; index < 15; index++) {
  const size = head[index] as number
  parts.push(whole.subarray(at, at + size))
  at += (size + 3) & ~3
}

// Words: those that the table has, and the fixed phrases.
const phrases = new Set(readFileSync(phrasesFile, 'utf8').split('\n'))
const units = new Uint16Array(8)
const lexicon = readFileSync(lexiconFile, 'utf8')
  .split('\n')
  .filter((word) => {
    if (word.length < 2 || word.length > 4) return false
    for (let index = 0; index < word.length; index++) units[index] = word.charCodeAt(index)
    return phrases.has(word) || hasWord(model, units, 0, word.length)
  })
const { bits, bloom } = bloomOf(lexicon)

// What is typed for what: shape, and very like.
const veryLike = 12
const codes = new Map(Array.from(model.chars, (unit, index) => [String.fromCharCode(unit), index + firstChar]))
const rows: number[][] = []
for (let code = 0; code < model.confusedFrom.length - 1; code++)
  rows.push([...model.confused.slice(model.confusedFrom[code], model.confusedFrom[code + 1])])
for (const pair of readFileSync(pairsFile, 'utf8').trim().split(/\s+/)) {
  const [one = '', other = ''] = pair
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const [a, b] = [codes.get(from), codes.get(to)]
    if (a === undefined || b === undefined || b >= 4096) continue
    const row = rows[a] as number[]
    const known = row.findIndex((entry) => (entry & 0xfff) === b)
    if (known < 0) row.push(b | (veryLike << 12))
    else if ((((row[known] as number) >> 12) & veryLike) === 0) row[known] = (row[known] as number) | (veryLike << 12)
  }
}
const confusedFrom = new Uint32Array(model.confusedFrom.length)
const confused: number[] = []
rows.forEach((row, index) => {
  confusedFrom[index] = confused.length
  confused.push(...row)
})
confusedFrom[confusedFrom.length - 1] = confused.length

const bytesOf = ({ buffer }: { readonly buffer: ArrayBufferLike }): Buffer => Buffer.from(buffer)
parts[4] = bytesOf(confusedFrom)
parts[5] = bytesOf(Uint16Array.from(confused))
parts[10] = bytesOf(bloom)
parts[11] = bytesOf(Int16Array.from(JSON.parse(readFileSync(treesFile, 'utf8')) as number[]))
head[22] = bits
parts.forEach((part, index) => {
  head[2 + index] = part.length
})
const padded = parts.map((part) => Buffer.concat([part, Buffer.alloc((4 - (part.length & 3)) & 3)]))
const file = Buffer.concat([Buffer.from(head.buffer), ...padded])
writeFileSync(target, file)
console.log(target, file.length, 'bytes, lexicon', lexicon.length)
