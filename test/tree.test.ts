/** What holds of every tree, over every text we have and over texts that nobody would write. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseRules } from '../src/config.ts'
import { HegaoError } from '../src/errors.ts'
import { checkSource, rules } from '../src/hegao.ts'
import { brokenInvariants } from '../src/invariants.ts'
import { parse } from '../src/parse/index.ts'
import { contextMarkers, markerAt, markers } from '../src/parse/markers.ts'
import { read } from '../src/read/index.ts'
import type { Source } from '../src/source.ts'
import { isLeaf, walk } from '../src/tree.ts'

const fixtures = join(import.meta.dirname, '../fixtures')
const inputs = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((path) => /[\\/]input\.(?:txt|md)$/.test(path))
  .sort()

/** Undefined for the inputs that are there to be refused. */
async function sourceAt(path: string): Promise<Source | undefined> {
  try {
    return await read(path, readFileSync(path), {})
  } catch (error) {
    if (error instanceof HegaoError) return undefined
    throw error
  }
}

/** `text` as it looks wrapped at `width` characters, with an indent or without; no line begins with a closing mark. */
function wrapped(text: string, width: number, indent: string): string {
  const lines = text.split(/\r?\n/).flatMap((paragraph) => {
    const made: string[] = []
    let line = paragraph.length > width ? indent : ''
    for (const character of paragraph.trim()) {
      if (line.length >= width && !'，。；：、！？”’）》'.includes(character)) {
        made.push(line)
        line = ''
      }
      line += character
    }
    return [...made, line]
  })
  return lines.join('\n')
}

/** What is said of the numbering and of the counts: the words without the places. */
async function structureFaults(text: string): Promise<string[]> {
  const source = await read('报告.txt', Buffer.from(text), {})
  const { findings } = checkSource(source, { settings: {}, rules: chooseRules(rules) })
  return findings
    .filter(({ ruleId }) => ['numbering-sequence', 'count-mismatch', 'mixed-enumerators'].includes(ruleId))
    .map(({ ruleId, actual }) => `${ruleId} ${actual.replace(/\n/g, '')}`)
    .sort()
}

async function sectionsIn(text: string): Promise<number> {
  const source = await read('报告.txt', Buffer.from(text), {})
  return parse(source).children.filter(({ type }) => type === 'section').length
}

describe('the lines of a list of attachments', () => {
  const rolesOf = async (text: string): Promise<readonly (string | undefined)[]> => {
    const tree = parse(await read('方案.txt', Buffer.from(text), {}))
    const roles: (string | undefined)[] = []
    for (const { node } of walk(tree)) if (node.type === 'paragraph') roles.push(node.role)
    return roles
  }
  const plan = '实施方案\n一、总则\n抓好落实。\n'

  test('are no headings, before a signature and before what is attached', async () => {
    const list = '附件：1.成员名单\n　　　2.试点村名单\n　　　3. 任务分解表\n'
    expect(await rolesOf(`${plan}${list}某某局\n2022年4月18日`)).toEqual([
      'title',
      undefined,
      'attachment',
      'attachment',
      'attachment',
      'signature',
      'date',
    ])
    const behind = await rolesOf(`${plan}${list}2022年4月18日\n附件1\n成员名单如下，请遵照执行。`)
    expect(behind.filter((role) => role === 'attachment')).toHaveLength(3)
  })

  test('end where a sentence begins: that is numbered text', async () => {
    expect((await rolesOf(`${plan}附件：1.名单\n2.另有要求的，从其规定。`)).filter((role) => role === 'attachment')).toHaveLength(
      0,
    )
  })
})

describe('a report wrapped by hand', () => {
  const reports = ['qu-zuzhi-2022', 'jiedao-dangjian', 'zhehang-tiaoyan', 'xian-zhengfu-2026']
  const layouts = [28, 33, 36, 41].flatMap((width) => ['', '　　'].map((indent) => [width, indent] as const))
  test.each(reports)('%s is numbered as before', async (name) => {
    const text = (await sourceAt(join(fixtures, 'reports', name, 'input.txt')))?.text as string
    const expected = await structureFaults(text)
    for (const [width, indent] of layouts) {
      expect(await structureFaults(wrapped(text, width, indent)), `${width} ${indent}`).toEqual(expected)
    }
  })

  test('a full line does not swallow the numbered paragraph behind it', async () => {
    const line = '各级各部门要在全省营商环境评价中位列第三，并比上年前进一位，'
    const last = '本年度全市指标在全省营商环境评价中位列第三，比上年前进一位。'
    expect(line).toHaveLength(last.length)
    const lines = ['一', '二', '三'].flatMap((number) => [`（${number}）${line.slice(3)}`, ...Array(6).fill(line), last])
    expect(await sectionsIn(lines.join('\n'))).toBe(3)
    const spaced = ['1', '2', '3'].map((number) => [`${number}.${line.slice(2)}`, ...Array(6).fill(line), last].join('\n'))
    expect(await sectionsIn(spaced.join('\n\n'))).toBe(3)
  })
})

describe('every fixture', () => {
  test.each(inputs)('%s', async (path) => {
    const source = await sourceAt(join(fixtures, path))
    if (!source) return
    const tree = parse(source)
    expect(brokenInvariants(source, tree)).toEqual([])
    expect(parse(source)).toEqual(tree)
  })

  test('most can be read', async () => {
    const sources = await Promise.all(inputs.map((path) => sourceAt(join(fixtures, path))))
    expect(sources.filter(Boolean).length).toBeGreaterThan(inputs.length / 2)
  })
})

describe('parse/markers.ts', () => {
  test.each(markers.map((row) => [row.scheme, row] as const))('%s reads its own example', (scheme, { example, kind }) => {
    const found = markerAt(example, 0, example.length, kind)
    expect(found).toMatchObject({ scheme, ordinal: 1, start: 0 })
    expect(found?.end).toBeLessThan(example.length)
  })

  test.each(contextMarkers)('$scheme reads its own example', ({ scheme, example, at }) => {
    expect(at(example, 0, example.length)).toMatchObject({ scheme, ordinal: 1, start: 0 })
  })
})

/** Pieces that reports are made of, right and wrong, and pieces that get in each other's way. */
const fragments = [
  ...['一、', '二、', '十一、', '（一）', '(二)', '（十）', '1.', '2．', '3、', '8.6', '（1）', '(2)', '4）', '①', '②', '⑳'],
  ...[
    '一是',
    '二是',
    '三要',
    '一要',
    '第一，',
    '第二、',
    '首先',
    '其次，',
    '一方面',
    '另一方面，',
    '——',
    '—',
    '第一章　',
    '第二条 ',
  ],
  ...['。', '；', '，', '、', '：', '！', '？', '……', '…', '.', ',', ';'],
  ...['“', '”', '‘', '’', '《', '》', '（', '）', '【', '】', '"', "'"],
  ...['\n', '\n\n', '\r\n', '\r', '　　', '\u2003\u2003', '\u00a0', '\t', ' ', '    '],
  ...['同志们：', '各位代表！', '政府工作报告', '2025年', '2022年1月5日', '（2025年1月）', '区人民政府', '县长　王某某'],
  ...[
    '加强领导',
    '压实责任',
    '国企领域相对薄弱',
    '组织组织力',
    '一票否决',
    '三会一课',
    '以下六个方面',
    '名词解释',
    '附件：',
    '谢谢大家',
  ],
  ...[
    '首页',
    '来源：',
    '责任编辑：',
    '【打印】',
    '# ',
    '- ',
    '| 甲 | 乙 |',
    '```',
    '<!-- ',
    '5.2%',
    '𠮷',
    '\ud842',
    '\u0000',
    'Ａ',
    'abc',
  ],
]

const text = fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((pieces) => pieces.join(''))
/** As a reader gives it, whatever the characters: a file could hold them in UTF-16. */
async function sourceFrom(document: string, path: string): Promise<Source | undefined> {
  try {
    return await read(path, Buffer.from(document, 'utf16le'), { encoding: 'utf-16le' })
  } catch (error) {
    if (error instanceof HegaoError) return undefined
    throw error
  }
}

describe('any text', () => {
  const chosen = chooseRules(rules)

  test.each(['a.txt', 'a.md'])('%s breaks no invariant, and no rule fails', async (path) => {
    await fc.assert(
      fc.asyncProperty(text, async (document) => {
        const source = await sourceFrom(document, path)
        if (!source) return
        const { tree, findings, crashes } = checkSource(source, { settings: {}, rules: chosen })
        expect(brokenInvariants(source, tree as NonNullable<typeof tree>)).toEqual([])
        expect(crashes).toEqual([])
        for (const { start, end } of findings) expect(start >= 0 && start <= end && end <= source.text.length).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('lines of one text wrapped at a width', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 12, max: 40 }), async (words, width) => {
        const long = words.replace(/\s/g, '').repeat(12)
        const document = [...long.matchAll(new RegExp(`.{1,${width}}`, 'gu'))].map(([line]) => line).join('\n')
        const source = await sourceFrom(document, 'a.txt')
        if (source) expect(brokenInvariants(source, parse(source))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('leaves in order are the text without its blanks and controls', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (document) => {
        const source = await sourceFrom(document, 'a.txt')
        if (!source) return
        const leaves = [...walk(parse(source))].flatMap(({ node }) => (isLeaf(node) ? [node.value] : []))
        const solid = (words: string): string => words.replace(/[\s\p{C}]/gu, '')
        expect(solid(leaves.join(''))).toBe(solid(source.text))
      }),
      { numRuns: 200 },
    )
  })
})
