/** The table of characters as it is shipped: its size, what it says of slips put into right text, and of what is no table. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../src/document.ts'
import { suspicionsAsset } from '../src/facts/suspicions/index.ts'
import { lostAsset, lostCharacters } from '../src/facts/suspicions/lost.ts'
import { hasWord, levelsOf, type Model, readModel } from '../src/facts/suspicions/model.ts'
import { featureCount, kinds, scannerOf } from '../src/facts/suspicions/scan.ts'
import { scoreOf } from '../src/facts/suspicions/trees.ts'
import { readAtOnce } from '../src/read/at-once.ts'
import { bloomOf } from '../tools/typo/bloom.ts'
import { fuseOf } from '../tools/typo/fuse.ts'

const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '..', 'assets', 'typo.bin')))
const model = readModel(bytes)
if (!model) throw new Error('assets/typo.bin is not as src/facts/suspicions/model.ts reads it')
const scanner = scannerOf(model)

interface Said {
  readonly kind: string
  readonly wrong: string
  readonly right: string
  readonly score: number
}

function said(text: string): Said[] {
  const found: (Said & { readonly start: number; readonly end: number })[] = []
  scanner.scan(text, ({ kind, start, end, first, second, features }) => {
    const right = scanner.characterOf(first) + scanner.characterOf(second)
    const wrong = text.slice(start, end)
    const score = scoreOf(model?.trees as Int16Array, features)
    found.push({ kind: kinds[kind] as string, wrong, right, score, start, end })
  })
  // A character is weighed by itself and as part of a word: the likelier one is what is said.
  return found.filter(
    (one) => one.score > 2 && found.every((other) => other.end < one.start || other.start > one.end || other.score <= one.score),
  )
}

const right = '一年来，全镇干部群众团结一心、顽强拼搏，扎实推进各项工作，人居环境明显改善，安全生产形势持续稳定。'

describe('the table of characters', () => {
  it('is five megabytes at most: it is part of the package', () => {
    expect(bytes.length).toBeLessThan(5_000_000)
  })

  it('says nothing of right text, and what is meant of slips in it', () => {
    expect(said(right)).toEqual([])
    for (const [kind, from, to, wrong, mended] of [
      ['character', '拼搏', '拼博', '博', '搏'],
      ['swapped', '改善', '善改', '善改', '改善'],
      ['doubled', '形势', '形势势', '势势', '势'],
    ] as const) {
      expect(said(right.replace(from, to))).toMatchObject([{ kind, wrong, right: mended }])
    }
  })

  it('is read as training writes it: every key has its level, and others hardly ever have one', () => {
    const keys = Array.from({ length: 4000 }, (_, index) => index)
    const levels = keys.map((key) => 1 + (key % 15))
    const ofPairs = { highs: keys.map((key) => 3 + (key % 61)), lows: keys.map((key) => 3 + Math.floor(key / 61)) }
    const ofRuns = { highs: keys.map((key) => (key * 7919) % 0x4000000), lows: keys.map((key) => (key * 104729) % 0x4000000) }
    const pairs = fuseOf(ofPairs.highs, ofPairs.lows, levels, 16)
    const runs = fuseOf(ofRuns.highs, ofRuns.lows, levels, 12)
    const { pair, run } = levelsOf({ ...model, pairs, runs })
    expect(keys.map((key) => pair(ofPairs.highs[key] as number, ofPairs.lows[key] as number))).toEqual(levels)
    expect(keys.map((key) => run(ofRuns.highs[key] as number, ofRuns.lows[key] as number))).toEqual(levels)
    expect(keys.filter((key) => pair(200 + (key % 61), key) > 0).length).toBeLessThan(20)
    expect(keys.filter((key) => run(key, 77 + key) > 0).length).toBeLessThan(80)
  })

  it('has the words of the lexicon that training writes, and hardly any other', () => {
    const words = Array.from({ length: 2000 }, (_, index) => String.fromCharCode(0x4e00 + index, 0x5e00 + 7 * (index % 900)))
    const { bits, bloom } = bloomOf(words)
    const table = { ...(model as Model), lexicon: bloom, lexiconBits: bits }
    const has = (word: string): boolean =>
      hasWord(
        table,
        Uint16Array.from(word, (one) => one.charCodeAt(0)),
        0,
        word.length,
      )
    expect(words.filter((word) => !has(word))).toEqual([])
    expect(words.map((word) => `${word}的`).filter(has).length).toBeLessThan(words.length / 50)
  })

  it('is not taken for a table where it is cut, of another version, or something else', () => {
    expect(readModel(bytes.subarray(0, 100))).toBeUndefined()
    expect(readModel(new Uint8Array(4096))).toBeUndefined()
    const other = bytes.slice()
    other[4] = 99
    expect(readModel(other)).toBeUndefined()
  })

  it('reads the same where the bytes begin at an odd place of a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 1)
    shifted.set(bytes, 1)
    expect(readModel(shifted.subarray(1))?.chars.slice(0, 20)).toEqual(model.chars.slice(0, 20))
  })

  it('asks for no number that a place does not come with', () => {
    let at = 1
    for (let tree = model.trees[0] as number; tree > 0; tree--) {
      const inner = model.trees[at] as number
      for (let node = 0; node < inner; node++) expect(model.trees[at + 1 + 4 * node] as number).toBeLessThan(featureCount)
      at += 1 + 4 * inner + inner + 1
    }
    expect(at).toBe(model.trees.length)
  })

  it('takes empty texts, texts without Han, and characters that it does not know', () => {
    expect([...said(''), ...said('abc 123'), ...said('\u{20000}龘龘靐齉')]).toEqual([])
  })
})

describe('the table of lost characters', () => {
  const lost = readFileSync(join(import.meta.dirname, '..', 'assets', 'lost.bin'))
  const check = (words: string, table: Uint8Array = lost): string[] => {
    const resources = new Map([
      [suspicionsAsset, bytes],
      [lostAsset, table],
    ])
    const { text, use } = documentOf(readAtOnce('text.txt', new TextEncoder().encode(words), {}), {}, resources)
    return use(lostCharacters).map(({ character, at }) => `${text.slice(0, at)}(${character})${text.slice(at)}`)
  }

  it('is less than a megabyte', () => {
    expect(lost.length).toBeLessThan(800_000)
  })

  it('says what is missing, and nothing of the same words whole', () => {
    expect(check('加快基础设建设')).toEqual(['加快基础设(施)建设'])
    expect(check('资产负率')).toEqual(['资产负(债)率'])
    expect(check('加快基础设施建设，降低资产负债率')).toEqual([])
    expect(check('')).toEqual([])
  })

  it('says nothing where it is cut or something else', () => {
    expect(check('加快基础设建设', lost.subarray(0, 1000))).toEqual([])
    expect(check('加快基础设建设', lost.subarray(0, 8))).toEqual([])
    expect(check('加快基础设建设', new Uint8Array(lost.length))).toEqual([])
  })
})
