/**
 * How characters and two-character words are read, by what pinyin-pro (MIT) makes of prose, and in which strokes characters
 * are written, by cnchar-order (MIT).
 *
 *     node readings.mjs OUT TEXT LEXICON
 *
 * OUT holds vocab.json (count.py). TEXT: .jsonl of {"text"}, some million characters: a reading that is rarer than one in
 * fifty of a character's is left out. LEXICON: a word a line. Writes OUT/readings.json {char: [syllable, …]}, commonest first,
 * OUT/words.json {word: "syllable syllable"} and OUT/strokes.json {char: "letters"}. Tones are ignored.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import cnchar from 'cnchar'
import order from 'cnchar-order'
import { pinyin } from 'pinyin-pro'

const [out, text, lexicon] = process.argv.slice(2)
const han = /^[\u4e00-\u9fff]$/u
const syllables = (words) => pinyin(words, { toneType: 'none', type: 'array', v: true })
const { chars } = JSON.parse(readFileSync(`${out}/vocab.json`, 'utf8'))

const counts = new Map()
for (const line of readFileSync(text, 'utf8').split('\n')) {
  if (line === '') continue
  for (const sentence of JSON.parse(line).text.split('\n')) {
    const read = syllables(sentence)
    if (read.length !== sentence.length) continue
    for (let i = 0; i < read.length; i++) {
      if (!han.test(sentence[i])) continue
      const of = counts.get(sentence[i]) ?? new Map()
      of.set(read[i], (of.get(read[i]) ?? 0) + 1)
      counts.set(sentence[i], of)
    }
  }
}
const readings = {}
for (const char of chars) {
  const seen = [...(counts.get(char) ?? new Map([[syllables(char)[0], 1]]))].filter(([s]) => /^[a-z]+$/.test(s))
  const all = seen.reduce((sum, [, n]) => sum + n, 0)
  const kept = seen.filter(([, n]) => n >= all / 50).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (kept.length > 0) readings[char] = kept.slice(0, 2).map(([s]) => s)
}
writeFileSync(`${out}/readings.json`, JSON.stringify(readings))

const known = new Set(chars)
const words = {}
for (const word of readFileSync(lexicon, 'utf8').split('\n')) {
  if (word.length === 2 && known.has(word[0]) && known.has(word[1])) words[word] = syllables(word).join(' ')
}
writeFileSync(`${out}/words.json`, JSON.stringify(words))

cnchar.use(order)
const strokes = {}
for (const char of chars) {
  const made = cnchar.stroke(char, 'order')
  const letters = Array.isArray(made) ? made[0] : made
  if (letters) strokes[char] = letters
}
writeFileSync(`${out}/strokes.json`, JSON.stringify(strokes))
console.log(Object.keys(readings).length, 'read', Object.keys(words).length, 'words', Object.keys(strokes).length, 'drawn')
