/** The record of a corpus run holds no word of the texts, and tells what a change adds and takes away. */
import { expect, test } from 'vitest'
import { changes, recordFrom, recordText } from '../src/dev/corpus-record.ts'

const place = (start: number, hash = 'a1') => ({ name: 'stray-space warning han', start, end: start + 1, hash })

test('a record is read as it was written, without sentences', () => {
  const record = { 'b/乙.txt': [], 'a.txt': [{ ...place(3), message: '多了空格' }] }
  const text = recordText(record)
  expect(text).not.toContain('多了空格')
  expect(recordFrom(text)).toEqual({ 'a.txt': [place(3)], 'b/乙.txt': [] })
})

test('what is told elsewhere or otherwise is gone and added', () => {
  expect(changes([place(3), place(9)], [place(9), place(12)])).toEqual({ gone: [place(3)], added: [place(12)] })
  expect(changes([place(3, 'a1')], [place(3, 'b2')])).toEqual({ gone: [place(3, 'a1')], added: [place(3, 'b2')] })
  expect(changes([place(3)], [place(3)])).toEqual({ gone: [], added: [] })
})
