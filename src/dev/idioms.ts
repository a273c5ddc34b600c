/**
 * `npm run idioms`: assets/idioms.bin, the idioms of nodejieba's dictionary (cppjieba's jieba.dict.utf8, MIT) that were met
 * at least four times where it was counted, without the units of official prose, which are known already, and without those of which
 * another entry differs by one character of the same sound: 决不罢休 beside 绝不罢休.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bytesOfUnits, unitsOf } from '../facts/unit-slots.ts'
import { soundAlike } from '../text/sounds.ts'
import { units } from '../world/units.ts'

const { resolve } = createRequire(import.meta.url)
const dictionary = join(dirname(resolve('nodejieba/package.json')), 'submodules', 'cppjieba', 'dict', 'jieba.dict.utf8')

/** Rarer ones are noise of the dictionary. */
const least = 4
const isFour = (word: string): boolean => /^[\u4e00-\u9fff]{4}$/.test(word)

const rows = readFileSync(dictionary, 'utf8')
  .split('\n')
  .map((line) => line.split(' ') as [string, string, string])
  .filter(([word]) => isFour(word))
const known = new Set(Array.from({ length: units.length / 4 }, (_, index) => units.slice(index * 4, index * 4 + 4)))

/** All entries by three of their characters: those of one key differ by the fourth. */
const alike = new Map<string, string[]>()
const keysOf = (word: string): string[] => [0, 1, 2, 3].map((at) => `${word.slice(0, at)}＊${word.slice(at + 1)}`)
for (const [word] of rows) for (const key of keysOf(word)) alike.set(key, [...(alike.get(key) ?? []), word])

const hasTwin = (word: string): boolean =>
  keysOf(word).some((key, at) =>
    alike.get(key)?.some((other) => other !== word && soundAlike(word.charCodeAt(at), other.charCodeAt(at))),
  )

/** Of what the dictionary does not call an idiom, and of what it lacks. */
const more = ['屡禁不止', '顽瘴痼疾', '留党察看', '党纪政纪', '立行立改', '举一反三', '应收尽收', '应统尽统', '锲而不舍'].filter(
  (word) => !known.has(word),
)

const chosen = rows
  .filter(([word, count, tag]) => tag === 'i' && Number(count) >= least && !known.has(word) && !hasTwin(word))
  .map(([word]) => word)
const all = [...new Set([...chosen, ...more])].sort()
writeFileSync(
  join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'assets', 'idioms.bin'),
  bytesOfUnits(unitsOf(all.join(''), '')),
)
console.log(`${all.length} idioms`)
