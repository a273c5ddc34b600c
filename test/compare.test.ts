/** Two texts side by side: what is aligned with what, what is told, and the command. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { likeness } from '../src/compare/align.ts'
import {
  type Archive,
  archiveGrain,
  archiveOf,
  bytesOfArchive,
  type Fresh,
  nearest,
  noArchive,
  withReports,
} from '../src/compare/archive.ts'
import { likeDocuments } from '../src/compare/folder.ts'
import { codesOf } from '../src/compare/grams.ts'
import { pairing } from '../src/compare/index.ts'
import { runsOf } from '../src/compare/runs.ts'
import { fingerprintsOf } from '../src/compare/winnow.ts'
import { documentOf } from '../src/document.ts'
import { read } from '../src/read/index.ts'
import { openZip } from '../src/read/zip.ts'
import { comparisonStyle, comparisonStyleHash } from '../src/report/compare/style.ts'
import type { Source } from '../src/source.ts'
import { pagesOf } from './support/pdf.ts'
import { sarifSchema } from './support/reported.ts'
import { p, wordOf } from './support/word.ts'

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
  const runs = runsOf(codesOf(`前面的话${shared}后面的话`), codesOf(`别的开头${shared}别的结尾`))
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

describe('an archive', () => {
  const words = fc.array(fc.constantFrom(...'扎实推进城乡供水一体化建设取得新成效0123456789年月日'), {
    minLength: 55,
    maxLength: 90,
  })

  test('has every run of 55 characters by one fingerprint', () => {
    fc.assert(
      fc.property(words, words, words, (shared, a, b) => {
        const [one, other] = [a.join('') + shared.join(''), shared.join('') + b.join('')]
        const prints = fingerprintsOf(one, archiveGrain)
        expect([...fingerprintsOf(other, archiveGrain)].some((print) => prints.has(print))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  const textOf = (seed: number): string =>
    Array.from({ length: 400 }, (_, at) => String.fromCharCode(0x4e00 + ((seed * 7919 + at * at * 31 + at * seed) % 3000))).join(
      '',
    )
  const report = (path: string, text: string): Fresh => {
    const prints = fingerprintsOf(text, archiveGrain)
    return { entry: { path, size: text.length, modified: 1, hash: path, prints: prints.size }, prints }
  }
  const near = (archive: Archive, text: string): string[] =>
    nearest(archive, fingerprintsOf(text, archiveGrain), 3).map(({ entry }) => entry.path)

  test('finds the nearest, forgets what is gone, and stays as it is over its bytes', () => {
    let archive = noArchive
    for (let seed = 1; seed <= 12; seed++) archive = withReports(archive, [report(`${seed}.txt`, textOf(seed))], [])
    // Many segments have been made one.
    expect(archive.segments.length).toBeLessThan(9)
    const read = archiveOf(bytesOfArchive(archive))
    for (const one of [archive, read as Archive]) {
      expect(near(one, textOf(3).slice(50, 300))).toEqual(['3.txt'])
      expect(near(withReports(one, [report('3.txt', textOf(40))], ['3.txt']), textOf(3))).toEqual([])
      expect(near(withReports(one, [], ['3.txt']), textOf(3))).toEqual([])
    }
  })

  test('a segment is added to the bytes that are there', () => {
    const first = withReports(noArchive, [report('a', textOf(1))], [])
    const second = withReports(first, [report('b', textOf(2))], [])
    const whole = Buffer.concat([bytesOfArchive(first), bytesOfArchive(second, 1)])
    expect(whole.equals(Buffer.from(bytesOfArchive(second)))).toBe(true)
    expect(near(archiveOf(whole) as Archive, textOf(2))).toEqual(['b'])
  })

  test('bytes that are no index, or cut, or of another version, are none', () => {
    const bytes = bytesOfArchive(withReports(noArchive, [report('a', textOf(1))], []))
    expect(archiveOf(new Uint8Array())).toBeUndefined()
    expect(archiveOf(bytes.slice(0, bytes.length - 5))).toBeUndefined()
    expect(archiveOf(bytes.map((byte, at) => (at === 8 ? 99 : byte)))).toBeUndefined()
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const other = bytes.slice()
        other[at] = value
        const read = archiveOf(other)
        if (read) nearest(read, fingerprintsOf(textOf(1), archiveGrain), 3)
      }),
    )
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

  test('as SARIF keeps to its schema, with places of the old text', () => {
    const isSarif = sarifSchema()
    const log = JSON.parse(hegao('-f', 'sarif', '--lists', oldPath, newPath).stdout)
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true)
    const kept = log.runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'year-not-updated')
    const [place] = kept.relatedLocations
    expect(place.physicalLocation.artifactLocation.uri).toContain('old.txt')
    expect(place.physicalLocation.region.startLine).toBe(9)
    expect(place.physicalLocation.region.snippet.text).toContain('力争到2025年底')
  })

  const word = (path: string): string => {
    const paragraphs = readFileSync(path, 'utf8').trim().split('\n')
    const file = join(work, `${basename(path, '.txt')}.docx`)
    writeFileSync(file, wordOf(paragraphs.map((text) => p(text)).join('')))
    return file
  }
  const html = (path: string): string => {
    const file = join(work, `${basename(path, '.txt')}.html`)
    const paragraphs = readFileSync(path, 'utf8').trim().split('\n')
    writeFileSync(file, `<html><body>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</body></html>`)
    return file
  }
  const asIs = (path: string): string => path
  const written = (path: string, ending: string, of: (paragraphs: readonly string[]) => string | Buffer): string => {
    const file = join(work, `${basename(path, '.txt')}.${ending}`)
    writeFileSync(file, of(readFileSync(path, 'utf8').trim().split('\n')))
    return file
  }
  const md = (path: string): string => written(path, 'md', (paragraphs) => paragraphs.join('\n\n'))
  const rtf = (path: string): string =>
    written(path, 'rtf', (paragraphs) => {
      const escaped = (text: string): string => text.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0)}?`)
      return `{\\rtf1\\ansi ${paragraphs.map((text) => `${escaped(text)}\\par `).join('\n')}}`
    })
  const odt = (path: string): string =>
    written(path, 'fodt', (paragraphs) => {
      const spaces = ['office', 'text']
        .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
        .join(' ')
      const body = paragraphs.map((text) => `<text:p>${text}</text:p>`).join('')
      return `<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces}><office:body><office:text>${body}</office:text></office:body></office:document>`
    })
  /** 28 characters a line, two more to begin a paragraph. */
  const pdf = (path: string): string =>
    written(path, 'pdf', (paragraphs) => {
      const lines = paragraphs.flatMap((text, index) => {
        const [size, indent] = [16, index === 0 ? 0 : 2]
        const first = { text: text.slice(0, 28 - indent), x: 74 + indent * size }
        const rest = Array.from({ length: Math.max(0, Math.ceil((text.length - 28 + indent) / 28)) }, (_, row) => {
          const from = 28 - indent + row * 28
          return { text: text.slice(from, from + 28), x: 74 }
        })
        return [first, ...rest]
      })
      return pagesOf([lines.map(({ text, x }, row) => ({ text, x, y: 760 - row * 28 }))])
    })

  test.each([
    [word, asIs],
    [asIs, word],
    [word, word],
    [html, word],
    [asIs, html],
    [html, asIs],
    [md, rtf],
    [rtf, odt],
    [odt, pdf],
    [pdf, md],
  ])('takes either side in any format (%#)', (oldAs, newAs) => {
    const { findings, rows } = JSON.parse(hegao('-f', 'json', oldAs(oldPath), newAs(newPath)).stdout)
    expect(findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
      'figure-not-updated',
      'fact-repeated',
      'year-not-updated',
    ])
    expect(rows.filter(({ kind }: { kind: string }) => kind === 'new')).toHaveLength(1)
    const [related] = findings[2].related
    // Whoever has the file of the old text finds the place in it.
    if (oldAs === word) expect(related.at).toEqual({ part: 'word/document.xml', paragraph: 8, run: 0 })
    else expect(related.at).toBeUndefined()
    if (oldAs !== md) expect(related.start.line).toBe(9)
    const formats = new Map([
      [word, 'docx'],
      [asIs, 'txt'],
      [html, 'html'],
      [md, 'md'],
      [rtf, 'rtf'],
      [odt, 'odt'],
      [pdf, 'pdf'],
    ])
    expect(related.format).toBe(formats.get(oldAs))
  })

  test.each(['doc', 'docx', 'odt', 'rtf', 'html', 'md'])('one text as .%s and as .txt is one text', (ending) => {
    const formats = join(root, 'fixtures/formats')
    const sides = [join(formats, `input.${ending}`), join(formats, 'input.txt')]
    for (const [before, after] of [sides, [...sides].reverse()]) {
      const { rows, shares, old } = JSON.parse(hegao('-f', 'json', before as string, after as string).stdout)
      expect(`input.${old.format}`).toBe(basename(before as string))
      expect(shares.verbatim).toBe(1)
      expect(rows.filter(({ kind }: { kind: string }) => kind !== 'same')).toEqual([])
    }
  })

  test('writes comments into a copy of the new document', () => {
    const now = word(newPath)
    const { stderr, status } = hegao('--annotate', oldPath, now)
    expect(status).toBe(1)
    expect(stderr).toContain('new.核稿.docx')
    const archive = openZip('a.docx', 'zip', readFileSync(join(work, 'new.核稿.docx')))
    const comments = archive.entries.find(({ name }) => name === 'word/comments.xml')
    const text = Buffer.from(archive.read(comments as (typeof archive.entries)[number])).toString('utf8')
    expect(text).toContain('“2025年”没有改')
    expect(text).toContain('力争到2025年底')
    // Nobody knows the right figure: nothing is changed.
    const body = archive.entries.find(({ name }) => name === 'word/document.xml')
    expect(Buffer.from(archive.read(body as (typeof archive.entries)[number])).toString('utf8')).not.toContain('<w:ins ')
    expect(hegao('--annotate', oldPath, newPath).stderr).toContain('.docx')
  })

  test('--lists: targets with their results, and what is not mentioned', () => {
    const [old, now] = [join(work, 'l-old.txt'), join(work, 'l-new.txt')]
    const plan = '主要预期目标是：地区生产总值增长6%左右，城镇登记失业率控制在4%以内，粮食产量30万吨以上。'
    writeFileSync(old, `清河区政府工作报告\n二、2024年工作安排\n${plan}\n要开工建设云湖大桥，建成区图书馆。\n`)
    writeFileSync(now, '清河区政府工作报告\n一、2024年工作回顾\n地区生产总值增长4.3%，城镇登记失业率3.8%，区图书馆建成开放。\n')
    const { stdout, status } = hegao('-f', 'json', '--lists', old, now)
    const { lists } = JSON.parse(stdout)
    expect(status).toBe(0)
    const rows = lists.targets.map(({ name, result, reached }: Record<string, unknown>) => [name, result, reached])
    expect(rows).toEqual([
      ['地区生产总值', '增长4.3%', false],
      ['城镇登记失业率', '3.8%', true],
      ['粮食产量', undefined, undefined],
    ])
    expect(lists.promises.map(({ words }: { words: string }) => words)).toEqual(['开工建设云湖大桥'])
    expect(hegao('-f', 'compact', '--lists', '--max-warnings', '0', old, now).status).toBe(0)
    expect(hegao('--lists', old, now).stdout).toContain('低于目标')
    hegao('-f', 'html:lists.html', '--lists', old, now)
    expect(readFileSync(join(work, 'lists.html'), 'utf8')).toContain('低于目标')
    hegao('--annotate', 'lists.docx', '--lists', old, word(now))
    const archive = openZip('a.docx', 'zip', readFileSync(join(work, 'lists.docx')))
    const comments = archive.entries.find(({ name }) => name === 'word/comments.xml') as (typeof archive.entries)[number]
    expect(Buffer.from(archive.read(comments)).toString('utf8')).toContain('低于目标')
  })

  test('--against finds last year’s in the archive, and keeps the index up to date', () => {
    const archive = join(work, 'archive')
    mkdirSync(join(archive, 'sub'), { recursive: true })
    const text = readFileSync(oldPath, 'utf8')
    writeFileSync(join(archive, 'sub', '2024.txt'), text)
    writeFileSync(join(archive, '讲话.txt'), readFileSync(join(root, 'fixtures/reports/qu-zuzhi-2022/input.txt')))
    // The draft itself may lie there, too.
    writeFileSync(join(archive, 'draft.txt'), readFileSync(newPath))
    const first = hegao('-f', 'compact', newPath, '--against', 'archive')
    expect(first.stderr).toContain('新记3份')
    expect(first.stderr).toContain(join('sub', '2024.txt'))
    expect(first.stdout).toContain('“2025年”没有改')
    expect(first.status).toBe(1)
    const index = join(archive, '.hegao-compare')
    const bytes = readFileSync(index)
    expect(bytes.toString('utf8')).not.toContain('供水')
    expect(hegao('-f', 'compact', newPath, '--against', 'archive').stderr).not.toContain('索引')
    expect(readFileSync(index).equals(bytes)).toBe(true)
    rmSync(join(archive, 'sub', '2024.txt'))
    const gone = hegao('-f', 'compact', newPath, '--against', 'archive')
    expect(gone.stderr).toContain('去掉1份')
    expect(gone.stderr).toContain('没有和这份稿子有大段相同的材料')
    expect(gone.status).toBe(0)
    writeFileSync(join(archive, 'again.txt'), text)
    const again = hegao('-f', 'compact', newPath, '--against', 'archive')
    expect(again.stderr).toContain('新记1份')
    expect(again.stderr).toContain('again.txt')
    expect(readFileSync(index).length).toBeGreaterThan(bytes.length)
    writeFileSync(index, 'something else')
    expect(hegao('-f', 'compact', newPath, '--against', 'archive').stderr).toContain('重新建')
    expect(hegao(newPath, '--against', oldPath).stderr).toContain('是文件夹')
  })

  test('a finding that is known from a baseline is not told', () => {
    expect(hegao('-f', 'compact', '--write-baseline', 'known.json', oldPath, newPath).status).toBe(0)
    const known = hegao('-f', 'compact', '--baseline', 'known.json', oldPath, newPath)
    expect(known.stdout).toBe('')
    expect(known.status).toBe(0)
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
    hegao('--folder', 'records', '-f', 'html:pairs.html')
    const page = readFileSync(join(work, 'pairs.html'), 'utf8')
    expect(page.match(/<a href="#p\d+"/g)).toHaveLength(1)
    expect(page).toContain('建议多组织到红色教育基地')
    expect(page).not.toMatch(/<script|https?:|src=|抄袭/)
    mkdirSync(join(work, 'empty'))
    expect(hegao('--folder', 'empty').status).toBe(2)
  })
})
