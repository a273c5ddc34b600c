/** The table of confusable words against a dictionary that knows nothing of it: no row is turned round. */
import { describe, expect, test } from 'vitest'
import { confusableAt, wrongWords } from '../rules/words/confusable-word/data.ts'
import { platform } from '../src/platform/node.ts'
import { wordsIn } from '../src/words/lexicon.ts'

// 截止 is a word of its own, and wrong only where a time follows.
const rows = wrongWords
  .filter((wrong) => wrong !== '截止')
  .map((wrong) => ({ wrong, right: confusableAt(wrongWords.indexOf(wrong)).right }))

describe('confusable words', () => {
  test('no right form is another row’s wrong form', () => {
    const wrong = new Set(wrongWords)
    expect(rows.filter(({ right }) => wrong.has(right))).toEqual([])
  })

  test('where the dictionary knows both, the right one is the commoner', () => {
    const dictionary = platform.dictionary()
    if (!dictionary) throw new Error('no dictionary')
    const decoded = new Map()
    const frequencyOf = (word: string): number =>
      wordsIn(word, decoded, dictionary).find((entry) => entry.word === word)?.frequency ?? 0
    const known = rows.filter(({ right }) => frequencyOf(right) > 0)
    expect(known.length).toBeGreaterThan(150)
    expect(rows.filter(({ wrong, right }) => frequencyOf(wrong) > frequencyOf(right))).toEqual([])
  })
})
