/** What a fix makes of the words found. */
import { expect, test } from 'vitest'
import type { Finding } from '../src/finding.ts'
import { repairOf } from '../src/repair.ts'
import { findingOf } from './invented.ts'

const text = '甲(一)乙，丙(二)丁，一句很长很长很长很长很长很长的话，戊(三)己'
const mark = (from: string, to: string) => {
  const start = text.indexOf(from)
  return { start, end: start + from.length, text: to }
}
const found = (words: string, edits: readonly { start: number; end: number; text: string }[]): Finding => ({
  ...findingOf(text, words, '半角括号', { fix: { grade: 'suggested', edits } }),
})

test('a fix of the whole text is told at the words found, and that there is more', () => {
  const edits = [mark('(一)', '（一）'), mark('(二)', '（二）'), mark('(三)', '（三）')]
  expect(repairOf(found('(三)', edits), text, true)).toMatchObject({ text: '（三）', isPart: true })
})

test('a fix at one place is told whole, however it is cut', () => {
  const edits = [mark('(三', '（三'), mark(')己', '）己')]
  expect(repairOf(found('戊(三)', edits), text, true)).toMatchObject({ text: '戊（三）己', isPart: false })
  expect(repairOf(found('戊(三)', edits), text, false)).toMatchObject({ text: '（三）己', isPart: false })
})

test('two edits belong together, however far apart', () => {
  const edits = [mark('甲', '“甲'), mark('己', '己”')]
  const repair = repairOf(found('甲', edits), text, true)
  expect(repair).toMatchObject({ start: 0, end: text.length, text: `“${text}”`, isPart: false })
})

test('where nothing is near, all of it is told', () => {
  const edits = [mark('(一)', ''), mark('乙', ''), mark('(二)', '')]
  expect(repairOf(found('己', edits), text, false)).toMatchObject({ text: '，丙', isPart: false })
})

test('no fix, no repair', () => {
  const { fix: _, ...without } = found('甲', [])
  expect(repairOf(without, text, true)).toBeUndefined()
})
