/** Two texts side by side: what is aligned with what, what is told, and the command. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { likeness } from '../src/compare/align.ts'
import { likeDocuments } from '../src/compare/folder.ts'
import { pairing } from '../src/compare/index.ts'
import { runsOf } from '../src/compare/runs.ts'
import { documentOf } from '../src/document.ts'
import { read } from '../src/read/index.ts'
import { comparisonStyle, comparisonStyleHash } from '../src/report/compare/style.ts'
import type { Source } from '../src/source.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'fixtures/compare/nian-gao')
const [oldPath, newPath] = [join(folder, 'old.txt'), join(folder, 'new.txt')]

const sourceOf = (text: string): Source => read('a.txt', new TextEncoder().encode(text), {}) as Source

function pairOf(old: string, now: string) {
  const other = documentOf(sourceOf(old), {})
  const found = documentOf(sourceOf(now), {}, undefined, undefined, other).use(pairing)
  if (!found) throw new Error('no pairing')
  return found
}

const texts = [oldPath, newPath, ...['qu-zuzhi-2022'].map((name) => join(root, 'fixtures/reports', name, 'input.txt'))].map(
  (path) => readFileSync(path, 'utf8'),
)

describe('the alignment', () => {
  test.each(texts.map((text, index) => [index, text]))(
    'of a text with itself is all the same, and nothing is gone (%i)',
    (_, text) => {
      const { rows, dropped, shares, body } = pairOf(text as string, text as string)
      expect(rows.filter(({ kind, moved, unit }) => (kind !== 'same' || moved) && unit.normal !== '')).toEqual([])
      expect(dropped).toEqual([])
      expect(shares.same).toBeCloseTo(1, 5)
      expect(body).toBe('same')
    },
  )

  test('tells what was taken over, changed in figures, reworded, and new', () => {
    const { rows, dropped } = pairOf(texts[0] as string, texts[1] as string)
    const kindOf = (words: string) => rows.find(({ unit }) => unit.words.includes(words))?.kind
    expect(kindOf('除险加固')).toBe('same')
    expect(kindOf('办理群众来信来访')).toBe('numbers')
    expect(kindOf('灌区现代化')).toBe('new')
    expect(dropped.map(({ words }) => words)).toEqual(['局长陈远舟要亲自抓、亲自督。'])
  })

  test('of a sentence that stands elsewhere says so', () => {
    const lines = ['扎实推进农村公路养护工程建设。', '全面落实河湖长制各项要求。', '大力开展全民健身活动。']
    const { rows } = pairOf(lines.join('\n'), [lines[2], lines[0], lines[1]].join('\n'))
    expect(rows.filter(({ moved }) => moved).map(({ unit }) => unit.words)).toEqual([lines[2]])
  })

  test('positions lie in their sources', () => {
    const words = fc.array(
      fc.constantFrom('全县完成投资', '3.26亿元', '，', '。', '\n', '一、', '2025年', '（', '扎实推进', ' '),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(words, words, (a, b) => {
        const { rows, dropped, passages, ...sides } = pairOf(a.join(''), b.join(''))
        const [old, now] = [sides.old.text, sides.now.text]
        for (const { unit, mate } of rows) {
          expect(now.slice(unit.start, unit.end)).toBe(unit.words)
          if (mate) expect(old.slice(mate.start, mate.end)).toBe(mate.words)
        }
        for (const unit of dropped) expect(old.slice(unit.start, unit.end)).toBe(unit.words)
        for (const { at, old: there } of passages) {
          expect(at.end).toBeLessThanOrEqual(now.length)
          expect(there.end).toBeLessThanOrEqual(old.length)
          expect(at.end).toBeGreaterThan(at.start)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('common runs are the longest from where they begin', () => {
  const shared = '扎实推进城乡供水一体化工程建设取得新成效'
  const runs = runsOf(`前面的话${shared}后面的话`, `别的开头${shared}别的结尾`)
  expect(runs).toEqual([{ from: 4, oldFrom: 4, length: shared.length }])
})

test('likeness is of what both have in blocks', () => {
  expect(likeness('完成水利投资任务', '完成水利投资任务')).toBe(1)
  expect(likeness('完成水利投资任务', '开展全民健身活动')).toBe(0)
  expect(likeness('', '开展')).toBe(0)
})

/** Work is counted, not timed: characters compared grow with the text, on text that repeats itself too. */
test.each(['全县完成水利投资任务取得新成效。', '啊'])('the cost of %s again and again is linear', (sentence) => {
  const text = (times: number) => sentence.repeat(times)
  const cost = (times: number): number => {
    const from = process.cpuUsage()
    pairOf(text(times), text(times))
    const { user, system } = process.cpuUsage(from)
    return user + system
  }
  cost(500)
  expect(cost(8000) / cost(2000)).toBeLessThan(16)
})

describe('a folder', () => {
  const answer = '支部工作总体很好，主题党日形式还可以再丰富一些，建议多组织到红色教育基地开展现场教学，增强党性教育的感染力。'
  const record = (name: string, words: string) =>
    `谈话对象：${name}\n问：你对支部工作有什么意见建议？请结合本职工作谈一谈自己的看法。\n答：${words}\n`

  test('lists records with equal answers; questions do not count', () => {
    const other = '希望多安排业务培训，帮助年轻同志尽快熟悉岗位，也希望组织生活安排得更紧凑一些，少占用双休日。'
    const texts = [record('甲某', answer), record('乙某', answer), record('丙某', other)]
    const pairs = likeDocuments(texts).filter(({ share }) => share > 0.25)
    expect(pairs.map(({ one, other: two }) => [one, two])).toEqual([[0, 1]])
    expect(pairs[0]?.share).toBeGreaterThan(0.95)
  })

  test('of one document, or of none, lists nothing', () => {
    expect(likeDocuments([])).toEqual([])
    expect(likeDocuments([answer])).toEqual([])
    expect(likeDocuments(['', '', ''])).toEqual([])
  })
})

describe('hegao compare', () => {
  let work: string
  const hegao = (...words: string[]) =>
    spawnSync(process.execPath, [join(root, 'bin/hegao.js'), 'compare', '--no-config', ...words], {
      cwd: work,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    })

  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), 'hegao-compare-'))
  })
  afterAll(() => rmSync(work, { recursive: true, force: true }))

  test('tells what was not changed, and the shares', () => {
    const { stdout, stderr, status } = hegao('-f', 'compact', oldPath, newPath)
    expect(stdout).toContain('“2025年”没有改')
    expect(stdout).toContain('“受益群众41260人”和去年的稿子完全一样')
    expect(stdout).toContain('云溪水库除险加固工程建成投用')
    expect(stderr).toMatch(/同一单位的稿子：照搬\d+%/)
    expect(status).toBe(1)
  })

  test('says where in the old text', () => {
    const { stdout } = hegao(oldPath, newPath)
    expect(stdout).toContain(`${oldPath} 9:1`)
  })

  test('as JSON keeps to its schema', () => {
    const { stdout } = hegao('-f', 'json', oldPath, newPath)
    const document = JSON.parse(stdout)
    const ajv = new Ajv2020({ strict: false })
    const validate = ajv.compile(JSON.parse(readFileSync(join(root, 'schema/compare.schema.json'), 'utf8')))
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true)
    expect(document.body).toBe('same')
    const kept = document.findings.find(({ ruleId }: { ruleId: string }) => ruleId === 'year-not-updated')
    expect(kept.related[0].path).toBe(oldPath)
  })

  test('as a page holds both texts and loads nothing', () => {
    expect(hegao('-f', 'html:page.html', oldPath, newPath).status).toBe(1)
    const page = readFileSync(join(work, 'page.html'), 'utf8')
    expect(page).toContain('局长陈远舟')
    expect(page).toContain('灌区现代化')
    expect(page).not.toMatch(/<script|https?:|src=/)
    expect(page).toContain(comparisonStyleHash)
    expect(createHash('sha256').update(comparisonStyle).digest('base64')).toBe(comparisonStyleHash)
  })

  test('of a text with itself finds nothing of two texts', () => {
    const { stderr } = hegao('-f', 'compact', newPath, newPath)
    expect(stderr).toContain('照搬100%')
  })

  test.each([
    [[], '要比的是两份稿子'],
    [[oldPath], '要比的是两份稿子'],
    [['a', 'b', 'c'], '要比的是两份稿子'],
    [['--body', 'none', oldPath, newPath], '--body 是 same 或 other'],
    [['--old-year', '24', oldPath, newPath], '四位数的年份'],
    [['--folder', '.', oldPath], '后面不再写文件'],
    [['--folder', '.', '--least', '0'], '1 到 100'],
    [[join('no', 'such.txt'), newPath], 'such.txt'],
  ])('%j is refused in words', (words, said) => {
    const { stderr, status } = hegao(...words)
    expect(stderr).toContain(said)
    expect(status).toBe(2)
  })

  test('--folder lists pairs, as text and as JSON; likeness is no error', () => {
    const records = join(work, 'records')
    mkdirSync(records)
    const answer = '主题党日形式还可以再丰富一些，建议多组织到红色教育基地开展现场教学，增强党性教育的感染力和针对性。'
    for (const name of ['甲', '乙']) writeFileSync(join(records, `${name}.txt`), `谈话对象：${name}某\n${answer}\n`)
    writeFileSync(
      join(records, '丙.txt'),
      '谈话对象：丙某\n希望多安排业务培训，帮助年轻同志尽快熟悉岗位，少占用双休日，多听听大家的想法。\n',
    )
    const listed = hegao('--folder', 'records')
    expect(listed.status).toBe(0)
    expect(listed.stdout.split('\n').filter((line) => /^\d+%相同/.test(line))).toHaveLength(1)
    const { pairs } = JSON.parse(hegao('--folder', 'records', '-f', 'json').stdout)
    expect(pairs).toHaveLength(1)
    mkdirSync(join(work, 'empty'))
    expect(hegao('--folder', 'empty').status).toBe(2)
  })
})
