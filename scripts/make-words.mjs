/**
 * `node scripts/make-words.mjs`: assets/words.bin, the dictionary of nodejieba (cppjieba's jieba.dict.utf8, MIT) without its tags,
 * packed; and what a page carries of it, assets/words-page.bin: single characters, and the words that are met often. Run it when
 * nodejieba has another dictionary; test/words.test.ts compares.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { ours } from './build-web.mjs'

const { folded } = await ours('src/cli/desk/page-blocks.ts')

const { resolve } = createRequire(import.meta.url)
const file = join(dirname(resolve('nodejieba/package.json')), 'submodules', 'cppjieba', 'dict', 'jieba.dict.utf8')
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .map((line) => line.split(' '))
  // Words that no run of Chinese characters can hold are left out.
  .filter(([word]) => word && /^[\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\ud840-\ud88d\udc00-\udfff]+$/.test(word))

/** How often a word of this many characters must have been met to be in the page. */
const leastInPage = (length) => (length === 1 ? 5 : length === 2 ? 150 : 500)

/** Two figures of it: words are weighed by its logarithm, where a hundredth decides nothing, and figures do not pack. */
const rounded = (frequency) => Number(Number(frequency).toPrecision(2))

const lines = (some) => some.map(([word, frequency]) => `${word} ${frequency}\n`).join('')

const inPage = rows
  .filter(([word, frequency]) => Number(frequency) >= leastInPage(word.length))
  .map(([word, frequency]) => [word, rounded(frequency)])
for (const [name, some, text] of [
  ['words.bin', rows, lines(rows)],
  ['words-page.bin', inPage, folded(inPage)],
]) {
  const bytes = deflateRawSync(text, { level: 9, memLevel: 9 })
  writeFileSync(join(import.meta.dirname, '..', 'assets', name), bytes)
  console.log(`${name}: ${some.length} words, ${bytes.length} bytes`)
}
