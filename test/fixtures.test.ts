/**
 * Expected output beside each input. `UPDATE=1 npx vitest run test/fixtures.test.ts` writes it anew: read what has changed
 * before it goes in, for an expected file that tells a wrong tree is a fault of its own.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { check, hegaoLint, hegaoParse, hegaoStringify, reporters } from '../src/index.ts'
import { parse } from '../src/parse/index.ts'
import { read } from '../src/read/index.ts'
import { treeText } from './support/tree-text.ts'

const fixtures = join(import.meta.dirname, '../fixtures')
const foldersIn = (name: string): string[] => readdirSync(join(fixtures, name)).sort()
const isUpdate = process.env.UPDATE === '1'

/** What stands in the expected file; with UPDATE=1 that is `actual` from now on. */
function expectedText(path: string, actual: string): string {
  if (isUpdate) writeFileSync(path, actual)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** The document of `hegao parse` without what tells the program: its version, and the segmenter of this machine. */
async function documentOf(bytes: Uint8Array): Promise<string> {
  const file = new VFile({ path: 'input.txt', value: bytes })
  const done = await unified().use(hegaoParse).use(hegaoLint).use(hegaoStringify).process(file)
  return String(done).replace(/"tool":\{[^}]*\},\n/, '\n')
}

async function treeOf(path: string): Promise<string> {
  return treeText(parse(await read(path, readFileSync(path), {})))
}

describe('fixtures/reports', () => {
  describe.each(foldersIn('reports'))('%s', (name) => {
    const folder = join(fixtures, 'reports', name)
    const bytes = readFileSync(join(folder, 'input.txt'))

    test('document.json', async () => {
      const actual = await documentOf(bytes)
      expect(JSON.parse(actual)).toEqual(JSON.parse(expectedText(join(folder, 'document.json'), actual)))
    })

    test('findings.txt', async () => {
      const actual = reporters.pretty([await check({ path: 'input.txt', bytes })])
      expect(actual).toBe(expectedText(join(folder, 'findings.txt'), actual))
    })

    // .md has no place here: what its marks mean changes the findings.
    const others = readdirSync(folder).filter((file) => /^input\.(?!txt$|md$)/.test(file))
    test.each(others)('%s has the same tree and the same findings', async (other) => {
      expect(await treeOf(join(folder, other))).toBe(await treeOf(join(folder, 'input.txt')))
      const found = await Promise.all(
        ['input.txt', other].map(async (path) => {
          const { findings } = await check({ path, bytes: readFileSync(join(folder, path)) })
          return findings.map(({ ruleId, start, actual }) => `${ruleId} ${start} ${actual}`)
        }),
      )
      expect(found[1]).toEqual(found[0])
    })

    if (existsSync(join(folder, 'input.md'))) {
      test('input.md has the same tree', async () => {
        expect(await treeOf(join(folder, 'input.md'))).toBe(await treeOf(join(folder, 'input.txt')))
      })
    }
  })
})

/** What the first command of the READMEs prints: two errors and the end, and how much was left out. */
async function sample(rest: (count: number) => string): Promise<string> {
  const path = 'fixtures/reports/qu-zuzhi-2022/input.txt'
  const told = reporters.pretty([await check({ path, bytes: readFileSync(join(fixtures, '..', path)) })])
  const all = told.trimEnd().split('\n\n')
  // The line that names the errors is none of the findings.
  const blocks = all.filter((block) => !block.includes('先看'))
  const shown = blocks.filter((block) => block.includes('  错误  ')).slice(0, 2)
  const left = blocks.length - 1 - shown.length
  return [
    '```text',
    ...all.filter((block) => block.includes('先看')).map((block) => `${block}\n`),
    ...shown.map((block) => `${block.replace(`${path}\n`, '')}\n`),
    rest(left),
    '',
    blocks.at(-1),
    '```',
  ].join('\n')
}

describe('the speech in the READMEs', () => {
  test.each([
    ['README.md', (count: number) => `  [… ${count} more …]`],
    ['README.zh-CN.md', (count: number) => `  ［……此处略去 ${count} 处……］`],
  ] as const)('%s', async (name, rest) => {
    const path = join(fixtures, '..', name)
    const marks = /(?<=<!-- speech -->\n).*?(?=<!-- \/speech -->)/s
    const page = readFileSync(path, 'utf8')
    const shown = await sample(rest)
    const wanted = page.replace(marks, () => `${shown}\n`)
    if (isUpdate) writeFileSync(path, wanted)
    expect(readFileSync(path, 'utf8')).toBe(wanted)
  })
})

describe('fixtures/parse', () => {
  test.each(foldersIn('parse'))('%s', async (name) => {
    const folder = join(fixtures, 'parse', name)
    const actual = await treeOf(join(folder, 'input.txt'))
    expect(actual).toBe(expectedText(join(folder, 'tree.txt'), actual))
  })
})
