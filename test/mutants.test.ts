/** What may be changed of the knowledge in a file, one thing at a time. */
import { describe, expect, test } from 'vitest'
import { spelled } from '../src/dev/examples.ts'
import { alternatives, changed, changesOf } from '../src/dev/mutants/changes.ts'

describe('changes', () => {
  const texts = (code: string) => changesOf(code).map((change) => changed(code, change))

  test.each([
    [
      'const a = /会[甲|乙]|议(?:一|二)/u',
      [
        'const a = /议(?:一|二)/u',
        'const a = /会[甲|乙]/u',
        'const a = /会[甲|乙]|议(?:二)/u',
        'const a = /会[甲|乙]|议(?:一)/u',
      ],
    ],
    ["const a = ['甲', '乙']", ["const a = ['乙']", "const a = ['甲']"]],
    ['const most: 7 = 12', ['const most: 7 = 13']],
    ["const a = '深入 扎实 认真'", ["const a = '扎实 认真'", "const a = '深入 认真'", "const a = '深入 扎实'"]],
    ['const a = { wide: true, hits: [1, 2] }', ['const a = { wide: false, hits: [1, 2] }']],
  ])('%s', (code, expected) => {
    expect(texts(code).sort()).toEqual([...expected].sort())
  })

  test('alternatives stand between bars, at any depth', () => {
    const pattern = String.raw`\(a|(?<!b|c)d(?<n>e|f)`
    expect(
      alternatives(pattern)
        .map(({ start, end }) => pattern.slice(start, end))
        .sort(),
    ).toEqual(['(?<!b|c)d(?<n>e|f)', '\\(a', 'b', 'c', 'e', 'f'].sort())
  })
})

test('a sentence with words to choose from is as many sentences', () => {
  expect(spelled('作以{回顾|汇报}，{甲|乙|丙}。')).toEqual([
    '作以回顾，甲。',
    '作以汇报，甲。',
    '作以回顾，乙。',
    '作以回顾，丙。',
  ])
  expect(spelled('没有选择{。')).toEqual(['没有选择{。'])
})
