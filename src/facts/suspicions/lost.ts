/**
 * Frequent runs of official prose with one inner character missing (基础设建设): the forms are a table, what is missing in them
 * comes with each. Stated with what speaks for it, judged by the rule; empty where the tables are not at hand.
 */
import { fact } from '../../fact.ts'
import type { Span } from '../../source.ts'
import { isHan } from '../../text/characters.ts'
import { structure } from '../structure.ts'
import { scannerFor, suspicionsAsset } from './index.ts'
import type { Insertion } from './scan.ts'

/** The file of `assets/` with the forms; `tools/typo/lost.py` makes it. */
export const lostAsset = 'lost.bin'

/** Where a character is missing: the span is the form without it. */
export interface LostCharacter extends Span, Insertion {
  /** Offset in front of which the character belongs. */
  readonly at: number
  readonly character: string
  /** How often the whole run stands in the texts, as a level from 0 to 3. */
  readonly level: number
}

/** “HGL1” in little-endian order. */
const magic = 0x314c4748
const headSize = 16
const buckets = 0x10000

/** The file as it lies: forms by their hash, nothing parsed, nothing copied. */
interface Forms {
  readonly count: number
  readonly chars: Uint16Array
  /** By bucket, where it begins less where it would if all had as many. */
  readonly drift: Int16Array
  readonly prints: Uint16Array
  /** 12 bits of the missing character, two of its place in the form, two of the level. */
  readonly missing: Uint16Array
}

function readForms(bytes: Uint8Array): Forms | undefined {
  if (bytes.length < headSize) return undefined
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const [first, count = 0, chars = 0] = new Uint32Array(buffer, byteOffset, 3)
  let at = byteOffset + headSize
  const part = (size: number): number => {
    at += 2 * size
    return at - 2 * size
  }
  if (first !== magic || bytes.length !== headSize + 2 * (chars + buckets + 1 + 2 * count)) return undefined
  return {
    count,
    chars: new Uint16Array(buffer, part(chars), chars),
    drift: new Int16Array(buffer, part(buckets + 1), buckets + 1),
    prints: new Uint16Array(buffer, part(count), count),
    missing: new Uint16Array(buffer, part(count), count),
  }
}

const known = new WeakMap<Uint8Array, { readonly forms: Forms | undefined }>()

function formsOf(bytes: Uint8Array): Forms | undefined {
  let read = known.get(bytes)
  if (!read) {
    read = { forms: readForms(bytes) }
    known.set(bytes, read)
  }
  return read.forms
}

/** Most and fewest characters of a form. */
const longest = 4
const shortest = 2
/** Of a form of so many characters: its bucket and its fingerprint. */
const bucketOf = new Uint16Array(longest + 1)
const printOf = new Uint16Array(longest + 1)

/** Hashes the forms of two to `size` characters that begin at `start`. */
function hash(text: string, start: number, size: number): void {
  let a = 0x811c9dc5 | 0
  let b = 0x1b873593
  for (let length = 1; length <= size; length++) {
    const unit = text.charCodeAt(start + length - 1)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x5bd1e995)
    b ^= b >>> 13
    const mixed = Math.imul(a ^ (a >>> 15), 0x85ebca6b)
    bucketOf[length] = (mixed ^ (mixed >>> 13)) >>> 16
    printOf[length] = b & 0xffff
  }
}

/** What is missing in the form of `size` characters that was hashed last: a cell of `missing`, -1 where it is none. */
function missingIn({ count, drift, prints, missing }: Forms, size: number): number {
  const bucket = bucketOf[size] as number
  const print = printOf[size] as number
  const end = Math.floor(((bucket + 1) * count) / buckets) + (drift[bucket + 1] as number)
  for (let index = Math.floor((bucket * count) / buckets) + (drift[bucket] as number); index < end; index++) {
    if (prints[index] === print) return missing[index] as number
  }
  return -1
}

/** What is less likely by so many bits with the character than without it is not stated: a cell of another form. */
const leastGain = 5

export const lostCharacters = fact('lostCharacters', ({ text, resources }, use): readonly LostCharacter[] => {
  const bytes = resources.get(lostAsset)
  const model = resources.get(suspicionsAsset)
  const forms = bytes && formsOf(bytes)
  const scanner = model && scannerFor(model)
  if (!forms || !scanner) return []
  const found: LostCharacter[] = []
  for (const { start, end } of use(structure).stretches) {
    let behind = start
    let runEnd = start
    for (let from = start; from < end; from++) {
      while (runEnd < Math.min(end, from + longest) && isHan(text, runEnd)) runEnd++
      const most = Math.min(longest, runEnd - from)
      if (most < shortest) {
        if (runEnd <= from) runEnd = from + 1
        continue
      }
      hash(text, from, most)
      // The longest form says most of what is meant.
      for (let size = most; size >= shortest; size--) {
        const cell = missingIn(forms, size)
        const place = (cell >> 12) & 3
        if (cell < 0 || place === 0 || place >= size) continue
        const at = from + place
        const character = String.fromCharCode(forms.chars[cell & 0xfff] as number)
        const insertion = scanner.insertionOf(text, at, character)
        if (at < behind || insertion.gain < leastGain) continue
        behind = at + 1
        found.push({ start: from, end: from + size, at, character, level: cell >> 14, ...insertion })
        break
      }
    }
  }
  return found
})
