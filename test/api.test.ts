/** The library as others use it. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { reporter } from 'vfile-reporter'
import { describe, expect, test } from 'vitest'
import * as api from '../src/index.ts'
import { annotate, check, fix, HegaoError, hegaoLint, hegaoParse, hegaoStringify, parse, reporters, rules } from '../src/index.ts'
import { p, wordOf } from './support/word.ts'

const root = join(import.meta.dirname, '..')
const word = (text: string): Buffer => wordOf(p(text))
const text = '同志们：\n我们组织学习。\n基层党建还不均衡、国企领域薄弱、国企领域薄弱、机关不够规范。\n'
/** Of a kind that is never read. */
const picture = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const gbk = Buffer.from([0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xa3, 0xba, 0x0a])

test('exports exactly this', () => {
  expect(Object.keys(api).sort()).toEqual([
    'HegaoError',
    'annotate',
    'check',
    'compare',
    'fix',
    'hegaoLint',
    'hegaoParse',
    'hegaoStringify',
    'parse',
    'reporters',
    'rules',
    'version',
  ])
})

/** Blocks of code with what they print, by the heading above them. */
function examplesOf(page: string): (readonly [heading: string, code: string, output: string])[] {
  const found = page.matchAll(/^##+ ([^\n]+)|^```js\n(.*?)^```\s+^```text\n(.*?)^```/gms)
  let heading = ''
  return Array.from(found).flatMap(([, title, code, output]) => {
    heading = title ?? heading
    return code === undefined || output === undefined ? [] : [[heading, code, output] as const]
  })
}

describe.each(['README.md', 'README.zh-CN.md', 'docs/library.md'])('the examples of %s', (name) => {
  test.each(examplesOf(readFileSync(join(root, name), 'utf8')))('%s', (_, code, output) => {
    // The package finds itself by its own name, as it is built.
    const words = ['--input-type=module', '-e', code]
    const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: output, stderr: '' })
  })
})

describe('check', () => {
  test('all rules at their own levels, from text', async () => {
    const { path, findings, segmenter, error } = await check({ text })
    expect({ path, segmenter, error }).toEqual({ path: '<text>', segmenter: null, error: undefined })
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([['repeated-phrase', 'error']])
    const [{ message, position, related, start, end }] = findings as [api.Finding]
    expect(message).toContain('国企领域薄弱')
    expect(position.start).toEqual({ line: 3, column: 17, offset: start })
    expect(text.slice(start, end)).toBe('国企领域薄弱、')
    expect(related[0]?.position.start).toMatchObject({ line: 3, column: 10 })
  })

  test('bytes and text give the same', async () => {
    const fromText = await check({ path: 'a.txt', text })
    const fromBytes = await check({ path: 'a.txt', bytes: Buffer.from(text) })
    expect(fromBytes.findings).toEqual(fromText.findings)
  })

  test('an encoding is found, or named', async () => {
    expect((await check({ bytes: gbk })).source?.encoding).toBe('gb18030')
    expect((await check({ bytes: gbk }, { encoding: 'big5' })).source?.encoding).toBe('big5')
    expect((await check({ text }, { encoding: 'big5' })).source?.text).toBe(text)
  })

  test('levels, options, language', async () => {
    const off = await check({ text }, { rules: { 'repeated-phrase': 'off' } })
    expect(off.findings).toEqual([])
    const english = await check({ text }, { lang: 'en', rules: { 'repeated-phrase': ['info', {}] } })
    expect(english.findings[0]).toMatchObject({ severity: 'info', message: expect.stringMatching(/[a-z]{3}/) })
    const longer = '老干部服务工作持续加强，自身建设成效明显提升。'
    expect((await check({ text: longer + longer })).findings).not.toEqual([])
    const settings = { 'repeated-passage': ['warning', { shortest: 40 }] } as const
    expect((await check({ text: longer + longer }, { rules: settings })).findings.map(({ ruleId }) => ruleId)).not.toContain(
      'repeated-passage',
    )
  })

  test('terms and names of the house are spared', async () => {
    const spared = '国企领域薄弱、国企领域薄弱、'
    for (const options of [{ terms: [spared] }, { names: [spared] }]) {
      expect((await check({ text }, options)).findings).toEqual([])
    }
    expect((await check({ text }, { terms: ['机关不够规范'] })).findings).toHaveLength(1)
  })

  test('facts of the house are held against the text', async () => {
    const facts = { 领导: [{ 姓名: '张立新', 职务: ['县长'] }] }
    const told = await check({ text: '各位代表：\n县长张立薪作工作报告。\n' }, { facts })
    expect(told.findings.filter(({ ruleId }) => ruleId === 'house-fact').map(({ actual }) => actual)).toHaveLength(1)
    const right = await check({ text: '各位代表：\n县长张立新作工作报告。\n' }, { facts })
    expect(right.findings.filter(({ ruleId }) => ruleId === 'house-fact')).toEqual([])
  })

  test('comments in the document silence rules, unless they may not', async () => {
    const path = 'a.md'
    const silenced = text.replace('基层', '<!-- hegao-disable-next-line repeated-phrase -->\n\n基层')
    const ids = async (page: string, options: api.Options = {}) =>
      (await check({ path, text: page }, options)).findings.map(({ ruleId, severity }) => [ruleId, severity])
    expect(await ids(silenced)).toEqual([])
    expect(await ids(silenced, { inlineConfig: false })).toEqual([['repeated-phrase', 'error']])
    const idle = silenced.replaceAll('、国企领域薄弱', '')
    expect(await ids(idle)).toEqual([['hegao-directive', 'warning']])
    expect(await ids(idle, { reportUnusedDirectives: 'off' })).toEqual([])
  })

  test('a document that cannot be read has its error', async () => {
    const file = await check({ path: 'a.doc', bytes: Buffer.from('\u0000\u0001\u0002'.repeat(50)) })
    expect(file.error).toBeInstanceOf(HegaoError)
    expect(file.error?.code).toBe('not-text')
    expect(file.findings).toEqual([])
  })

  test.each([
    [{ rules: { 'no-such-rule': 'off' } }, 'rules.no-such-rule'],
    [{ rules: { 'repeated-passage': ['warning', { shortest: 'long' }] } }, 'rules.repeated-passage[1].shortest'],
    [{ rules: { 'repeated-phrase': 'fatal' } }, 'rules.repeated-phrase'],
    [{ facts: { 领导: 3 } }, { zh: 'facts 的 领导' }],
    [{ year: 22 }, 'year'],
    [{ asOf: '2022-02-30' }, 'asOf'],
    [{ terms: '三会一课' }, 'terms'],
    [{ names: ['张三', ''] }, 'names[1]'],
    [{ inlineConfig: 'no' }, 'inlineConfig'],
    [{ reportUnusedDirectives: 'loud' }, 'reportUnusedDirectives'],
    [{ rule: {} }, 'rule'],
    [{ overrides: [] }, 'overrides'],
  ])('refuses the options %j', async (options, key) => {
    const refused = await check({ text }, options as api.Options).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(HegaoError)
    expect(refused).toMatchObject({ code: 'config-invalid', data: { key } })
  })
})

describe('parse', () => {
  test('a tree with positions', async () => {
    const { tree, meta, source } = await parse({ text: '同志们：\n一、2021年工作回顾\n2021年，成绩很大。\n' })
    expect(meta).toMatchObject({ salutation: '同志们：', reviewYear: 2021, sections: 1 })
    expect(tree).not.toHaveProperty('start')
    const section = tree.children[1]
    expect(section?.type).toBe('section')
    if (section?.type !== 'section') return
    const [marker] = section.children[0].children
    expect(marker).toEqual({
      type: 'marker',
      value: '一、',
      scheme: 'han-dun',
      ordinal: 1,
      position: { start: { line: 2, column: 1, offset: 5 }, end: { line: 2, column: 3, offset: 7 } },
    })
    expect(source.format).toBe('txt')
  })

  test('rejects what cannot be read', async () => {
    await expect(parse({ bytes: picture })).rejects.toMatchObject({ code: 'format-unsupported' })
    await expect(parse({ text }, { year: 1 })).rejects.toBeInstanceOf(HegaoError)
  })
})

test('reporters give what the command line prints', async () => {
  const files = [await check({ path: 'a.txt', text }), await check({ path: 'b.png', bytes: picture })]
  expect(reporters.compact(files)).toMatch(/^a\.txt:3:17: error: .* \(repeated-phrase\)\n/)
  expect(reporters.pretty(files, { lang: 'en' })).toContain('1 file not checked')
  expect(JSON.parse(reporters.json(files))).toMatchObject({ summary: { files: 2, errors: 1 } })
})

test('rules tell all but their code', () => {
  expect(rules.length).toBeGreaterThan(10)
  for (const rule of rules) {
    expect(
      Object.keys(rule)
        .filter((key) => key !== 'ages')
        .sort(),
    ).toEqual(['id', 'messages', 'options', 'severity', 'source', 'summary'])
  }
})

describe('unified', () => {
  const speech = readFileSync(join(root, 'fixtures/reports/qu-zuzhi-2022/input.txt'))

  test('findings are messages', async () => {
    const file = new VFile({ path: '讲话.txt', value: `${text}认真落实 “三会一课”等制度。\n` })
    const only = Object.fromEntries(
      rules.map(({ id }) => [id, ['repeated-phrase', 'stray-space'].includes(id) ? 'error' : 'off']),
    )
    const options = { rules: { ...only, 'stray-space': 'warning' } } as api.Options
    await unified().use(hegaoParse).use(hegaoLint, options).use(hegaoStringify).process(file)
    expect(reporter(file, { color: false })).toMatchInlineSnapshot(`
      "讲话.txt
      3:17-3:24     error   “国企领域薄弱”连写了两次，删去一处；也可能第二处本应是别的内容，请核 repeated-phrase hegao
        [cause]:
          3:10-3:17 info    第一次出现在这里                                                                     hegao
      4:5-4:6       warning 标点旁多了空格                                                       stray-space     hegao

      2 messages (✖ 1 error, ⚠ 1 warning)"
    `)
    const [message] = file.messages as [VFileMessage]
    expect(message).toMatchObject({
      fatal: true,
      file: '讲话.txt',
      source: 'hegao',
      ruleId: 'repeated-phrase',
      actual: '国企领域薄弱',
      expected: [''],
      place: { start: { line: 3, column: 17 }, end: { line: 3, column: 24 } },
    })
    expect(message.note).toBe(rules.find(({ id }) => id === 'repeated-phrase')?.summary.zh)
    expect(String(message.cause)).toMatch(/^3:10-3:17: /)
    expect(message.hegao?.fingerprint).toMatch(/^[0-9a-f]{16}$/)
    expect(String(message)).toMatch(/^讲话\.txt:3:17-3:24: /)
  })

  test('an info is neither fatal nor not', async () => {
    const file = await unified()
      .use(hegaoParse)
      .use(hegaoLint, { rules: { 'repeated-phrase': 'info' } })
      .use(hegaoStringify)
      .process(text)
    expect(file.messages.map(({ fatal }) => fatal)).toEqual([undefined])
  })

  test('the compiler gives the document of hegao parse', async () => {
    const file = await unified()
      .use(hegaoParse)
      .use(hegaoLint)
      .use(hegaoStringify)
      .process(new VFile({ path: 'a.txt', value: speech }))
    const document = JSON.parse(String(file))
    const checked = await check({ path: 'a.txt', bytes: speech })
    expect(document.findings.map(({ message }: { message: string }) => message)).toEqual(
      checked.findings.map(({ message }) => message),
    )
    expect(document.source).toMatchObject({ path: 'a.txt', encoding: 'utf-8', characters: 3236 })
    expect(document.structure).toEqual(JSON.parse(JSON.stringify((await parse({ bytes: speech })).tree)))
  })

  test('without the transformer there are no findings', async () => {
    const file = await unified().use(hegaoParse).use(hegaoStringify).process(text)
    expect(JSON.parse(String(file)).findings).toEqual([])
    expect(file.messages).toEqual([])
  })

  test('bytes in GBK, and Markdown, are read at once', () => {
    expect(
      unified()
        .use(hegaoParse)
        .parse(new VFile({ value: gbk })).children[0],
    ).toMatchObject({ role: 'salutation' })
    const tree = unified()
      .use(hegaoParse)
      .parse(new VFile({ path: 'a.md', value: '# 工作总结\n\n**一、回顾**\n\n- 一项\n' }))
    expect(tree.children[0]).toMatchObject({ role: 'title', position: { start: { line: 1, column: 3 } } })
  })

  test.each(['md-report', 'html-page', 'odt-numbered', 'rtf-numbered', 'doc-numbered', 'docx-numbered'])(
    '%s is read at once, to the same tree',
    async (name) => {
      const folder = join(root, 'fixtures/read', name)
      const path = readdirSync(folder).find((entry) => entry.startsWith('input.')) ?? ''
      const bytes = readFileSync(join(folder, path))
      const tree = unified()
        .use(hegaoParse)
        .parse(new VFile({ path, value: bytes }))
      expect(tree).toEqual((await parse({ path, bytes })).tree)
      expect(tree.children.length).toBeGreaterThan(2)
    },
  )

  test('a PDF cannot be read at once, and it is said what can be done', () => {
    const value = readFileSync(join(root, 'fixtures/read/pdf-gongwen/input.pdf'))
    const file = new VFile({ path: 'a.pdf', value })
    expect(() => unified().use(hegaoParse).parse(file)).toThrow('要分步读')
    expect(file.messages).toMatchObject([{ fatal: true, ruleId: 'format-not-at-once', note: '请改用 check() 或 parse()。' }])
  })

  test('another parser may have read the file', async () => {
    const file = new VFile({ path: 'a.txt', value: text })
    await unified().use(hegaoLint).run({ type: 'root' }, file)
    expect(file.messages).toHaveLength(1)
  })

  test('a fault of the file is its fatal message', async () => {
    const processor = unified().use(hegaoParse).use(hegaoStringify)
    const rejection = expect(processor.process(new VFile({ path: 'a.png', value: picture }))).rejects
    await rejection.toMatchObject({ fatal: true, ruleId: 'format-unsupported' })
    expect(() => unified().use(hegaoLint, { year: 1 }).freeze()).toThrow(HegaoError)
  })
})

describe('fix', () => {
  const faulty = '同志们：\n认真落实 “三会一课”等制度，，取得成效。\n'

  test('repairs what is safe, in the encoding of the file', async () => {
    const { text: repaired, bytes, count, checked } = await fix({ text: faulty })
    expect(repaired).toBe('同志们：\n认真落实“三会一课”等制度，取得成效。\n')
    expect(Buffer.from(bytes).toString()).toBe(repaired)
    expect(count).toBe(2)
    expect(checked.findings.filter(({ fix: one }) => one?.grade === 'safe')).toEqual([])
    const inGbk = await fix({ path: 'a.txt', bytes: Buffer.concat([gbk, Buffer.from([0xa3, 0xac, 0xa3, 0xac, 0x0a])]) })
    expect(inGbk.bytes.length).toBe(gbk.length + 3)
  })

  test('repairs what is accepted, safe or not, and nothing else', async () => {
    const { text: one } = await fix({ text: faulty }, { accepted: ({ ruleId }) => ruleId === 'punctuation-run' })
    expect(one).toBe('同志们：\n认真落实 “三会一课”等制度，取得成效。\n')
    const { text: none, count } = await fix({ text: faulty }, { accepted: () => false })
    expect([none, count]).toEqual([faulty, 0])
    const asked: api.Finding[] = []
    await fix({ text: faulty }, { accepted: (finding) => asked.push(finding) > 0 })
    expect(asked[0]).toMatchObject({ message: expect.stringMatching(/[\u4e00-\u9fff]/), position: { start: { line: 2 } } })
    const { text: suggested } = await fix({ text }, { accepted: ({ fix: own }) => own?.grade === 'suggested' })
    expect(suggested).toContain('基层党建还不均衡、国企领域薄弱、机关不够规范')
  })

  test('is for texts', async () => {
    await expect(fix({ path: 'a.docx', bytes: word('一，，二') })).rejects.toMatchObject({ code: 'fix-not-text' })
    await expect(fix({ path: 'a.png', bytes: picture })).rejects.toMatchObject({ code: 'format-unsupported' })
  })
})

describe('annotate', () => {
  const bytes = word('认真落实 “三会一课”等制度，，取得成效。')

  test('writes findings and repairs into a copy', async () => {
    const { comments, changes, untold, checked } = await annotate({ path: 'a.docx', bytes })
    expect({ comments, changes, untold }).toEqual({ comments: checked.findings.length, changes: 2, untold: 0 })
    expect(checked.findings[0]?.message).toBeDefined()
  })

  test('changes what is accepted, and tells what is wanted', async () => {
    const { comments, changes } = await annotate(
      { path: 'a.docx', bytes },
      { accepted: ({ ruleId }) => ruleId === 'stray-space' },
    )
    expect([comments, changes]).toEqual([2, 1])
    const told = await annotate(
      { path: 'a.docx', bytes },
      { told: ({ ruleId, message }) => message !== '' && ruleId === 'stray-space' },
    )
    expect([told.comments, told.changes]).toEqual([1, 1])
  })

  test('takes out what it wrote before', async () => {
    const first = await annotate({ path: 'a.docx', bytes })
    const again = await annotate({ path: 'a.docx', bytes: first.bytes })
    expect(again.bytes).toEqual(first.bytes)
  })

  test('is for Word documents', async () => {
    await expect(annotate({ text })).rejects.toMatchObject({ code: 'annotate-text' })
    await expect(annotate({ path: 'a.docx', bytes }, { rules: { no: 'off' } })).rejects.toMatchObject({ code: 'config-invalid' })
  })
})
