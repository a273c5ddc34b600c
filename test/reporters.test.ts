/** The formats for other programs, each read as its own reader would read it. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { formatChoice } from '../src/cli/check/format-option.ts'
import { placed } from '../src/cli/check/outlets.ts'
import { formatTable, withTable } from '../src/dev/tables.ts'
import type { Finding } from '../src/finding.ts'
import { type Checked, type Read, rules } from '../src/hegao.ts'
import { byteColumns } from '../src/report/byte-columns.ts'
import { formats } from '../src/report/formats.ts'
import { lineHashes } from '../src/report/line-hash.ts'
import { relativePath, uriOf } from '../src/report/locations.ts'
import { lineStarts, pointAt } from '../src/source.ts'
import { clean, findingOf, full, relatedOf, sourceOf, spanOf, unread } from './invented.ts'
import { commandsIn, elementsOf, parseXml, reported, sarifSchema } from './support/reported.ts'

const omitting: Checked = { ...clean, path: '多.txt', omitted: [{ ruleId: 'stray-space', severity: 'warning', count: 7 }] }
const everything = [full, unread, clean, omitting]

/** A file of Word: paragraphs, no lines. */
const paged: Checked = {
  ...full,
  path: '讲话.docx',
  ...(full.source && { source: { ...full.source, path: '讲话.docx', format: 'docx' } }),
}

/** `file` with lines before its text. */
function moved(file: Read, lines: string): Read {
  const by = lines.length
  const text = lines + (file.source?.text ?? '')
  const findings = file.findings.map((one) => ({ ...one, start: one.start + by, end: one.end + by }))
  return { ...file, source: sourceOf(text, file.path), findings }
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '')

describe('ndjson', () => {
  test('start, findings and failures, summary', async () => {
    const entries = lines(await reported('ndjson', everything)).map((line) => JSON.parse(line))
    expect(entries.map(({ type, path, ruleId, code }) => [type, path, ruleId ?? code])).toEqual([
      ['start', undefined, undefined],
      ['finding', '讲话.txt', 'year-mismatch'],
      ['finding', '讲话.txt', 'stray-space'],
      ['finding', '讲话.txt', 'repeated-word'],
      ['crash', '讲话.txt', 'broken-rule'],
      ['failure', '没有.txt', 'file-not-found'],
      ['omitted', '多.txt', 'stray-space'],
      ['summary', undefined, undefined],
    ])
    expect(entries[0]).toMatchObject({ schemaVersion: 1, tool: { name: 'hegao', version: '1.2.3' } })
    expect(entries.at(-1)).toEqual({ type: 'summary', files: 4, errors: 1, warnings: 8, infos: 1, failed: 1, crashes: 1 })
  })

  test('a finding is that of the JSON contract', async () => {
    const { files } = JSON.parse(await reported('json', [full]))
    const found = lines(await reported('ndjson', [full])).map((line) => JSON.parse(line))
    const entries = found.filter(({ type }) => type === 'finding').map(({ type: _, path: __, ...finding }) => finding)
    expect(entries).toEqual(files[0].findings)
  })
})

describe('sarif', () => {
  const isSarif = sarifSchema()
  const parsed = async (files: readonly Checked[], more = {}) => {
    const log = JSON.parse(await reported('sarif', files, more))
    isSarif(log)
    expect(isSarif.errors ?? []).toEqual([])
    return log.runs[0]
  }

  test('the schema can refuse', () => {
    expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false)
    expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: { name: 'a', informationUri: '不是' } } }] })).toBe(false)
  })

  test('the tool tells of its rules', async () => {
    const { tool, columnKind } = await parsed([], { pageOf: (id: string) => `# ${id}\n` })
    expect(columnKind).toBe('utf16CodeUnits')
    expect(tool.driver).toMatchObject({ name: 'hegao', semanticVersion: '1.2.3' })
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id))
    const rule = tool.driver.rules.find(({ id }: { id: string }) => id === 'year-mismatch')
    expect(rule).toMatchObject({
      name: 'year-mismatch',
      shortDescription: { text: expect.stringContaining('年份') },
      fullDescription: { text: expect.stringContaining('依据') },
      help: { text: expect.stringContaining('年份'), markdown: '# year-mismatch\n' },
      helpUri: 'https://unpkg.com/hegao@1.2.3/rules/years/year-mismatch/README.md',
      defaultConfiguration: { level: 'error' },
    })
    const off = tool.driver.rules.find(({ id }: { id: string }) => id === 'long-sentence')
    expect(off.defaultConfiguration).toEqual({ enabled: false })
  })

  test('a result with all that belongs to it', async () => {
    const { results, tool } = await parsed(everything)
    expect(results).toHaveLength(3)
    const [first, second, third] = results
    expect(first).toEqual({
      ruleId: 'year-mismatch',
      ruleIndex: tool.driver.rules.findIndex(({ id }: { id: string }) => id === 'year-mismatch'),
      level: 'error',
      message: { text: '此处说回顾2022年，标题一说的是2021年（参见[标题说的是2021年](1)）' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: '%E8%AE%B2%E8%AF%9D.txt', uriBaseId: '%SRCROOT%' },
            region: { startLine: 2, startColumn: 10, endLine: 2, endColumn: 15, snippet: { text: '2022年' } },
          },
          logicalLocations: [
            { name: '（一）另一层', fullyQualifiedName: '一、2021年全区组织工作简要回顾 › （一）另一层', kind: 'section' },
          ],
        },
      ],
      relatedLocations: [
        {
          id: 1,
          message: { text: '标题说的是2021年' },
          physicalLocation: {
            artifactLocation: { uri: '%E8%AE%B2%E8%AF%9D.txt', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 3, endLine: 3, endColumn: 8, snippet: { text: '2021年' } },
          },
        },
      ],
      partialFingerprints: {
        'hegao/v1': '0123456789abcdef',
        primaryLocationLineHash: lineHashes(full.source?.document ?? '')[1],
      },
      fixes: [
        {
          description: { text: '建议改为“2021年”' },
          artifactChanges: [
            {
              artifactLocation: { uri: '%E8%AE%B2%E8%AF%9D.txt', uriBaseId: '%SRCROOT%' },
              replacements: [
                {
                  deletedRegion: { startLine: 2, startColumn: 10, endLine: 2, endColumn: 14 },
                  insertedContent: { text: '2021' },
                },
              ],
            },
          ],
        },
      ],
    })
    expect(second).toMatchObject({ level: 'warning', fixes: [{ description: { text: expect.stringContaining('删去') } }] })
    expect(third).toMatchObject({ level: 'note' })
  })

  test('what failed is told of the run', async () => {
    const { invocations } = await parsed(everything)
    expect(invocations[0].executionSuccessful).toBe(false)
    const notes = invocations[0].toolExecutionNotifications
    expect(notes.map(({ level, descriptor }: { level: string; descriptor: object }) => [level, descriptor])).toEqual([
      ['error', { id: 'internal-error' }],
      ['error', { id: 'file-not-found' }],
      ['note', { id: 'stray-space' }],
    ])
    expect((await parsed([clean])).invocations).toEqual([{ executionSuccessful: true }])
  })

  test('a file of Word has neither lines to hash nor text to replace', async () => {
    const [first] = (await parsed([paged])).results
    expect(first.partialFingerprints).toEqual({ 'hegao/v1': '0123456789abcdef' })
    expect(first).not.toHaveProperty('fixes')
  })

  test('a link that stands in a report is none', async () => {
    const text = '见[这里](http://example.com)和[那里](2)。'
    const finding = findingOf(text, '见', '见[这里](http://example.com)', { related: [relatedOf(text, '和', '[甲](9)')] })
    const [result] = (await parsed([{ ...clean, source: sourceOf(text), findings: [finding] }])).results
    const links = Array.from(result.message.text.matchAll(/\[[^[\]]*\]\(([^)]*)\)/g), ([, target]) => target)
    expect(links).toEqual(['1'])
  })

  test('no more results than GitHub takes, and a word about the rest', async () => {
    const text = '错'.repeat(200)
    const findings = Array.from({ length: 200 }, (_, at) => ({ ...findingOf(text, '错', '错字'), start: at, end: at + 1 }))
    const file = { ...clean, source: sourceOf(text), findings }
    const { results, invocations } = await parsed(Array.from({ length: 126 }, () => file))
    expect(results).toHaveLength(25_000)
    expect(JSON.stringify(invocations)).toContain('25200')
  })
})

describe('the fingerprint of a line', () => {
  // Those of github/codeql-action, src/fingerprints.test.ts.
  test.each([
    ['', ['c129715d7a2bc9a3:1']],
    [' a\nb\n  \t\tc\n d', ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']],
    [
      ' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n',
      [
        ...['e9496ae3ebfced30:1', 'fb7c023a8b9ccb3f:1', 'ce8ba1a563dcdaca:1', 'e20e36e16fcb0cc8:1'],
        ...['b3edc88f2938467e:1', 'c8e28b0b4002a3a0:1', 'c129715d7a2bc9a3:1'],
      ],
    ],
    [
      'Lorem ipsum dolor sit amet.\n'.repeat(10),
      [
        ...[1, 2, 3, 4, 5, 6].map((count) => `a7f2ff13bc495cf2:${count}`),
        ...['a7f2ff1481e87703:1', 'a9cf91f7bbf1862b:1', '55ec222b86bcae53:1', 'cc97dc7b1d7d8f7b:1', 'c129715d7a2bc9a3:1'],
      ],
    ],
  ])('is that of GitHub: %j', (text, hashes) => {
    expect(lineHashes(text)).toEqual(hashes)
  })
})

describe('junit', () => {
  const suites = async (files: readonly Checked[], more = {}) => parseXml(await reported('junit', files, more))

  test('a suite a file, a case a finding; errors fail', async () => {
    const root = await suites(everything)
    expect(root.name).toBe('testsuites')
    expect(
      root.children.map(({ name, attributes }) => [
        name,
        attributes.name,
        attributes.tests,
        attributes.failures,
        attributes.errors,
      ]),
    ).toEqual([
      ['testsuite', '讲话.txt', '4', '1', '1'],
      ['testsuite', '没有.txt', '1', '0', '1'],
      ['testsuite', 'b.txt', '1', '0', '0'],
      ['testsuite', '多.txt', '1', '0', '0'],
    ])
    const [year, space, word, crash] = root.children[0]?.children ?? []
    expect(year?.attributes).toEqual({
      name: 'year-mismatch 2:10',
      classname: '讲话.txt',
      file: '讲话.txt',
      line: '2',
      time: '0',
    })
    expect(year?.children[0]).toMatchObject({
      name: 'failure',
      attributes: { message: '此处说回顾2022年，标题一说的是2021年', type: 'error' },
    })
    expect(year?.children[0]?.text).toContain('讲话.txt:2:10\n参见 3:3 标题说的是2021年\n建议改为“2021年”')
    expect(space?.children[0]).toMatchObject({ name: 'system-out', text: expect.stringMatching(/^警告 标点旁多了空格/) })
    expect(word?.children[0]?.name).toBe('system-out')
    expect(crash?.children[0]).toMatchObject({ name: 'error', attributes: { type: 'internal-error' } })
  })

  test('the counts of a suite are those of its cases', async () => {
    for (const { attributes, children } of (await suites([...everything, paged])).children) {
      const having = (name: string): number => children.filter((one) => one.children[0]?.name === name).length
      expect([attributes.tests, attributes.failures, attributes.errors].map(Number)).toEqual([
        children.length,
        having('failure'),
        having('error'),
      ])
    }
  })

  test('warnings fail where their number is limited', async () => {
    expect((await suites([full], { maxWarnings: 0 })).children[0]?.attributes.failures).toBe('2')
    expect((await suites([full], { maxWarnings: -1 })).children[0]?.attributes.failures).toBe('1')
  })
})

test('checkstyle', async () => {
  const root = parseXml(await reported('checkstyle', everything))
  expect([root.name, root.attributes]).toEqual(['checkstyle', { version: '4.3' }])
  expect(root.children.map(({ name, attributes, children }) => [name, attributes.name, children.length])).toEqual([
    ['file', '讲话.txt', 4],
    ['file', '没有.txt', 1],
    ['file', 'b.txt', 0],
    ['file', '多.txt', 1],
  ])
  const errors = elementsOf(root).filter(({ name }) => name === 'error')
  expect(errors.map(({ attributes }) => [attributes.line, attributes.column, attributes.severity, attributes.source])).toEqual([
    ['2', '10', 'error', 'hegao.year-mismatch'],
    ['4', '5', 'warning', 'hegao.stray-space'],
    ['4', '20', 'info', 'hegao.repeated-word'],
    ['0', undefined, 'error', 'hegao.internal-error'],
    ['0', undefined, 'error', 'hegao.file-not-found'],
    ['0', undefined, 'warning', 'hegao.stray-space'],
  ])
})

describe('github', () => {
  test('every line is a command, read back as it was meant', async () => {
    const output = await reported('github', everything)
    const commands = commandsIn(output)
    expect(commands).toHaveLength(lines(output).length)
    expect(commands.map(({ name, properties }) => [name, properties])).toEqual([
      ['error', { title: 'year-mismatch', file: '讲话.txt', line: '2', endLine: '2', col: '10', endColumn: '14' }],
      ['warning', { title: 'stray-space', file: '讲话.txt', line: '4', endLine: '4', col: '5', endColumn: '5' }],
      ['notice', { title: 'repeated-word', file: '讲话.txt', line: '4', endLine: '4', col: '20', endColumn: '24' }],
      ['error', { title: 'internal-error', file: '讲话.txt' }],
      ['error', { title: 'file-not-found', file: '没有.txt' }],
      ['warning', { title: 'stray-space', file: '多.txt' }],
    ])
    expect(commands[0]?.data).toBe('此处说回顾2022年，标题一说的是2021年\n参见 3:3 标题说的是2021年\n建议改为“2021年”')
  })

  test('in a file of Word the message says where', async () => {
    const [command] = commandsIn(await reported('github', [paged]))
    expect(command?.properties).toEqual({ title: 'year-mismatch', file: '讲话.docx' })
    expect(command?.data).toMatch(/^第2段第10字 /)
  })

  test('per cent, commas and colons come through', async () => {
    const text = '增长5%'
    const finding = findingOf(text, '5%', '增长5%0A，见 a:b', { ruleId: 'a:b,c%' })
    const [command] = commandsIn(
      await reported('github', [{ ...clean, path: 'x,y:z%3A.txt', source: sourceOf(text), findings: [finding] }]),
    )
    expect(command).toMatchObject({ properties: { title: 'a:b,c%', file: 'x,y:z%3A.txt' }, data: '增长5%0A，见 a:b' })
  })
})

describe('gitlab', () => {
  const issues = async (files: readonly Checked[]) => JSON.parse(await reported('gitlab', files))

  test('issues as GitLab wants them', async () => {
    const all = await issues(everything)
    expect(all.map((one: Record<string, unknown>) => [one.check_name, one.severity, one.location])).toEqual([
      ['year-mismatch', 'major', { path: '讲话.txt', lines: { begin: 2, end: 2 } }],
      ['stray-space', 'minor', { path: '讲话.txt', lines: { begin: 4, end: 4 } }],
      ['repeated-word', 'info', { path: '讲话.txt', lines: { begin: 4, end: 4 } }],
      ['internal-error', 'critical', { path: '讲话.txt', lines: { begin: 1 } }],
      ['file-not-found', 'critical', { path: '没有.txt', lines: { begin: 1 } }],
      ['stray-space', 'minor', { path: '多.txt', lines: { begin: 1 } }],
    ])
    expect(await issues([])).toEqual([])
  })

  const prints = async (files: readonly Checked[]): Promise<string[]> =>
    (await issues(files)).map(({ fingerprint }: { fingerprint: string }) => fingerprint)

  test('no fingerprint twice, though two files say the same', async () => {
    const own = full.findings.map((finding, at): Finding => ({ ...finding, fingerprint: `${at}`.padStart(16, '0') }))
    const all = await prints([{ ...full, findings: own }, { ...full, path: '另.txt', findings: own }, unread, omitting])
    expect(new Set(all).size).toBe(all.length)
  })

  test('fingerprints stay when lines move', async () => {
    expect(await prints([moved(full, '一行。\n又一行。\n')])).toEqual(await prints([full]))
  })
})

describe('rdjson', () => {
  test('diagnostics with columns in bytes, end exclusive', async () => {
    const { source, diagnostics } = JSON.parse(await reported('rdjson', everything))
    expect(source.name).toBe('hegao')
    expect(diagnostics[0]).toEqual({
      message: '此处说回顾2022年，标题一说的是2021年',
      location: { path: '讲话.txt', range: { start: { line: 2, column: 28 }, end: { line: 2, column: 35 } } },
      severity: 'ERROR',
      code: { value: 'year-mismatch', url: 'https://unpkg.com/hegao@1.2.3/rules/years/year-mismatch/README.md' },
      suggestions: [{ range: { start: { line: 2, column: 28 }, end: { line: 2, column: 32 } }, text: '2021' }],
      relatedLocations: [
        {
          message: '标题说的是2021年',
          location: { path: '讲话.txt', range: { start: { line: 3, column: 7 }, end: { line: 3, column: 14 } } },
        },
      ],
    })
    expect(diagnostics.map(({ severity }: { severity: string }) => severity)).toEqual([
      ...['ERROR', 'WARNING', 'INFO', 'ERROR', 'ERROR', 'WARNING'],
    ])
  })

  test('the bytes of a range are the words found', async () => {
    const { diagnostics } = JSON.parse(await reported('rdjson', [full]))
    const rows = (full.source?.document ?? '').split('\n').map((row) => Buffer.from(row))
    const words = diagnostics.flatMap(
      ({
        location: { range },
      }: {
        location: { range?: { start: { line: number; column: number }; end: { column: number } } }
      }) => (range ? [rows[range.start.line - 1]?.subarray(range.start.column - 1, range.end.column - 1).toString()] : []),
    )
    expect(words).toEqual(full.findings.map(({ actual }) => actual))
  })

  test('edits of one repair are one suggestion', async () => {
    const text = '甲，，乙，，丙'
    const [first, second] = [spanOf(text, '，，'), spanOf(text, '，，', '乙')]
    const fix = { grade: 'safe', edits: [first, second].map((span) => ({ ...span, text: '，' })) } as const
    const file = { ...clean, source: sourceOf(text), findings: [findingOf(text, '，，', '重复', { fix })] }
    const { diagnostics } = JSON.parse(await reported('rdjson', [file]))
    expect(diagnostics[0].suggestions).toEqual([
      { range: { start: { line: 1, column: 4 }, end: { line: 1, column: 19 } }, text: '，乙，' },
    ])
  })

  test('no suggestion for a file of Word', async () => {
    expect(JSON.parse(await reported('rdjson', [paged])).diagnostics[0]).not.toHaveProperty('suggestions')
  })
})

test('columns in bytes are those of Buffer', () => {
  const unit = fc.oneof(
    fc.constantFrom('a', 'é', '中', '\n', '😀', '\ud83d', '\udc00'),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  )
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), fc.integer({ min: 1, max: 300 }), fc.nat(), (units, times, where) => {
      const text = units.join('').repeat(times)
      const starts = lineStarts(text)
      const offset = text.length === 0 ? 0 : where % text.length
      const isInside = /[\ud800-\udbff]/.test(text.charAt(offset - 1)) && /[\udc00-\udfff]/.test(text.charAt(offset))
      if (isInside) return
      const point = pointAt(starts, offset)
      const before = text.slice(starts[point.line - 1], offset)
      expect(byteColumns(sourceOf(text))(point)).toEqual({ line: point.line, column: Buffer.byteLength(before) + 1 })
    }),
    { numRuns: 300 },
  )
})

describe('paths', () => {
  test.each([
    ['材料/a.txt', undefined, '材料/a.txt'],
    ['./a.txt', '/home/x', 'a.txt'],
    ['/home/x/b/a.txt', '/home/x', 'b/a.txt'],
    ['/home/xy/a.txt', '/home/x', '/home/xy/a.txt'],
    ['a\\b.txt', '/home/x', 'a\\b.txt'],
    ['a\\b.txt', 'C:\\x', 'a/b.txt'],
    ['C:\\x\\a.txt', 'C:\\x', 'a.txt'],
  ])('%s from %s', (path, folder, expected) => {
    expect(relativePath(path, folder)).toBe(expected)
  })

  test.each([
    ['讲 话#1.txt', '/x', '%E8%AE%B2%20%E8%AF%9D%231.txt', true],
    ['a:b.txt', '/x', 'a%3Ab.txt', true],
    ['../a.txt', '/x', '../a.txt', true],
    ['<stdin>', '/x', '%3Cstdin%3E', true],
    ['/y/讲.txt', '/x', 'file:///y/%E8%AE%B2.txt', false],
    ['D:\\y\\a b.txt', 'C:\\x', 'file:///D:/y/a%20b.txt', false],
    ['\\\\server\\y\\a.txt', 'C:\\x', 'file://server/y/a.txt', false],
    ['\ud800.txt', '/x', '%EF%BF%BD.txt', true],
  ])('%s from %s as a URI', (path, folder, uri, isRelative) => {
    expect(uriOf(path, folder)).toEqual({ uri, isRelative })
  })
})

describe('--format', () => {
  const there = ['./有:冒号.mjs']
  test.each([
    ['sarif', { name: 'sarif' }],
    ['sarif:out.sarif', { name: 'sarif', path: 'out.sarif' }],
    ['sarif:C:\\out\\a.sarif', { name: 'sarif', path: 'C:\\out\\a.sarif' }],
    ['html:结果/一:二.html', { name: 'html', path: '结果/一:二.html' }],
    ['./my.mjs', { name: './my.mjs' }],
    ['./my.mjs:out.txt', { name: './my.mjs', path: 'out.txt' }],
    ['./有:冒号.mjs', { name: './有:冒号.mjs' }],
    ['C:\\x\\my.mjs:D:\\out.txt', { name: 'C:\\x\\my.mjs', path: 'D:\\out.txt' }],
    ['C:/x/my.mjs', { name: 'C:/x/my.mjs' }],
    ['file:///x/my.mjs:out.txt', { name: 'file:///x/my.mjs', path: 'out.txt' }],
    ['@scope/formatter:out.txt', { name: '@scope/formatter', path: 'out.txt' }],
    ['sarif:', undefined],
    [':out', undefined],
    ['', undefined],
  ])('%s', (text, choice) => {
    expect(formatChoice(text, (path) => there.includes(path))).toEqual(choice)
  })

  test('one takes --output-file or standard output', () => {
    const [pretty, sarif] = [{ name: 'pretty' }, { name: 'sarif', path: 'a.sarif' }]
    expect(placed([pretty, sarif], undefined, 'zh')).toEqual([{ name: 'pretty', path: undefined }, sarif])
    expect(placed([pretty, sarif], 'b.txt', 'zh')).toEqual([{ name: 'pretty', path: 'b.txt' }, sarif])
    expect(() => placed([pretty, { name: 'json' }], undefined, 'zh')).toThrow()
    expect(() => placed([sarif], 'b.txt', 'zh')).toThrow()
    expect(() => placed([sarif, { name: 'html', path: './a.sarif' }], undefined, 'zh')).toThrow()
  })
})

test.each(formats)('%s says the same twice, and something of no file at all', async (format) => {
  expect(await reported(format, everything)).toBe(await reported(format, everything))
  expect(typeof (await reported(format, []))).toBe('string')
  expect(await reported(format, everything, { lang: 'en' })).not.toBe(await reported(format, everything))
})

/** The program as it is built. */
describe('the program', () => {
  const bin = fileURLToPath(new URL('../bin/hegao.js', import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'hegao-formats-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  beforeAll(() => {
    const files: Readonly<Record<string, string>> = {
      'good.txt': '同志们：\n今天的会议很重要。\n',
      // An error here, a warning in the next.
      'bad.txt': '同志们：\n在肯定成绩的同时，国企领域相对薄弱、国企领域相对薄弱、机关党建不够规范。\n',
      'spaced.txt': '同志们：\n认真落实 “三会一课”等制度。\n',
      'my.mjs':
        'export default ({lang}) => ({open: () => lang + "\\n", close: ({errors}) => errors + "\\n", ' +
        'file: ({path, findings}) => findings.map(({position, message}) => [path, position.start.line, message].join(" ") + "\\n").join("")})\n',
      'no-function.mjs': 'export default 3\n',
      'no-file.mjs': 'export default () => ({open: () => ""})\n',
      'no-text.mjs': 'export default () => ({open: () => 1, file: () => "", close: () => ""})\n',
      'throws.mjs': 'export default () => ({open: () => "", file: (file) => file.no.such, close: () => ""})\n',
      'broken.mjs': 'throw new Error("no way")\n',
      'node_modules/their-format/package.json': '{"name": "their-format", "exports": {".": {"import": "./out/index.mjs"}}}',
    }
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    mkdirSync(join(folder, 'node_modules/their-format/out'))
    copyFileSync(join(folder, 'my.mjs'), join(folder, 'node_modules/their-format/out/index.mjs'))
  })

  function hegao(...words: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8', input: '' })
    return { status, stdout, stderr }
  }
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

  test.each(formats)('%s: the same exit status as any other, to a file too', (format) => {
    const status = (...words: string[]): number | null => hegao('-f', format, ...words).status
    const bad = hegao('-f', format, 'bad.txt')
    expect([status('good.txt'), bad.status, status('bad.txt', 'nothing.txt'), status('spaced.txt')]).toEqual([0, 1, 2, 0])
    expect(status('spaced.txt', '--max-warnings', '0')).toBe(1)
    expect(status('bad.txt', '-o', `out.${format}`)).toBe(1)
    expect(read(`out.${format}`)).toBe(bad.stdout)
  })

  test('several at once: one to standard output, the rest to their files', () => {
    const { status, stdout } = hegao('bad.txt', '-f', 'compact', '-f', 'sarif:a.sarif', '--format', 'html:结果:一.html')
    expect(status).toBe(1)
    expect(stdout).toBe(hegao('bad.txt', '-f', 'compact').stdout)
    expect(JSON.parse(read('a.sarif')).runs[0].results).toHaveLength(1)
    expect(read('结果:一.html')).toContain('<!DOCTYPE html>')
    expect(hegao('bad.txt', '-f', 'json:a.json', '-f', 'gitlab', '-o', 'b.json').stdout).toBe('')
    expect([JSON.parse(read('a.json')).files, JSON.parse(read('b.json'))].map(({ length }) => length)).toEqual([1, 1])
  })

  test('--quiet holds for all of them', () => {
    hegao('spaced.txt', 'bad.txt', '--quiet', '-f', 'sarif:q.sarif', '-f', 'gitlab:q.json')
    expect(JSON.parse(read('q.sarif')).runs[0].results.map(({ level }: { level: string }) => level)).toEqual(['error'])
    expect(JSON.parse(read('q.json'))).toHaveLength(1)
  })

  test('the page it writes may run its own style and script', () => {
    const page = hegao('-f', 'html', 'bad.txt').stdout
    for (const [, kind, text] of page.matchAll(/<(style|script)>([^<]*(?:<(?!\/\1)[^<]*)*)<\/\1>/g)) {
      const hash = createHash('sha256')
        .update(text ?? '')
        .digest('base64')
      expect(page).toContain(`${kind}-src &#39;sha256-${hash}&#39;`)
    }
    expect(page.match(/<style>/g)).toHaveLength(1)
  })

  test('SARIF has the page of each rule', () => {
    const { rules: told } = JSON.parse(hegao('-f', 'sarif', 'good.txt').stdout).runs[0].tool.driver
    for (const { id, help } of told) expect(help.markdown).toMatch(new RegExp(`^# ${id} `))
  })

  test.each([
    ['./my.mjs', './my.mjs'],
    ['a path from the root', join(folder, 'my.mjs')],
    ['a package', 'their-format'],
  ])('a format of somebody else: %s', (_, name) => {
    const { status, stdout } = hegao('-f', name, 'bad.txt')
    expect(status).toBe(1)
    expect(stdout).toMatch(/^zh\nbad\.txt 2 “国企领域相对薄弱”.*\n1\n$/)
    hegao('-f', `${name}:theirs.txt`, 'bad.txt')
    expect(read('theirs.txt')).toBe(stdout)
  })

  test.each([
    ['two for standard output', ['-f', 'pretty', '-f', 'json'], 'pretty、json'],
    ['nothing for --output-file', ['-f', 'json:x.json', '-o', 'y.json'], '--output-file'],
    ['two for one file', ['-f', 'json:x.json', '-f', 'sarif:./x.json'], 'x.json'],
    ['a name that is none', ['-f', 'sarfi'], '是不是 sarif'],
    ['a path that is none', ['-f', './none.mjs'], './none.mjs'],
    ['a package that is none', ['-f', '@no/such-package'], '@no/such-package'],
    ['no path behind the colon', ['-f', 'sarif:'], 'sarif:'],
    ['a module without a function', ['-f', './no-function.mjs'], '默认导出'],
    ['a reporter that lacks one', ['-f', './no-file.mjs'], 'file'],
    ['a reporter that gives no text', ['-f', './no-text.mjs'], '字符串'],
    ['a reporter that fails', ['-f', './throws.mjs'], '运行出错'],
    ['a module that fails', ['-f', './broken.mjs'], 'no way'],
  ])('a word and 2: %s', (_, words, said) => {
    const { status, stderr } = hegao('bad.txt', ...words)
    expect(status).toBe(2)
    expect(stderr).toContain(said)
    expect(stderr).not.toContain('    at ')
  })

  test('a format that fails leaves no file of the others', () => {
    hegao('bad.txt', '-f', 'sarif:left.sarif', '-f', './throws.mjs')
    expect(existsSync(join(folder, 'left.sarif'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('other formats are loaded when they are asked for', () => {
    const spy = join(folder, 'spy.cjs')
    writeFileSync(spy, "process.on('exit', () => require('node:fs').writeSync(2, Object.keys(require.cache).join('\\n')))")
    const loaded = (format: string): string =>
      spawnSync(process.execPath, ['--require', spy, bin, '-f', format, 'good.txt'], { cwd: folder, encoding: 'utf8' }).stderr
    expect(loaded('sarif')).toMatch(/[\\/]more-/)
    for (const format of ['pretty', 'compact', 'json']) expect(loaded(format)).not.toMatch(/[\\/]more-/)
  })

  describe('docs/formats.md', () => {
    const page = readFileSync(new URL('../docs/formats.md', import.meta.url), 'utf8')
    const blocksOf = (language: string): string[] =>
      Array.from(page.matchAll(/^```(\w+)\n(.*?)^```/gms), ([, name, text]) => (name === language ? (text ?? '') : '')).filter(
        (text) => text !== '',
      )
    const recipes = [...blocksOf('sh'), ...blocksOf('yaml')].join('\n')

    test('has the tables that are generated', () => {
      const tables = withTable(withTable(page, formatTable('zh'), 'formats'), formatTable('en'), 'formats-en')
      expect(page).toBe(tables)
      for (const format of formats) expect(page).toContain(`| \`${format}\` |`)
    })

    test('has workflows that are YAML', () => {
      const documents = blocksOf('yaml').map((text) => parse(text))
      expect(documents.map((document) => Object.keys(document)[0])).toEqual(['name', 'hegao'])
    })

    const commands = Array.from(recipes.matchAll(/npx hegao ([^|\n]*)/g), ([, words]) => (words ?? '').trim())
    test.each(commands)('hegao %s', (words) => {
      mkdirSync(join(folder, '材料'), { recursive: true })
      copyFileSync(join(folder, 'bad.txt'), join(folder, '材料', '讲话.txt'))
      const { status, stderr } = hegao(...words.split(' '))
      expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
      for (const [, file] of words.matchAll(/:(\S+)/g)) expect(read(file ?? '').length).toBeGreaterThan(100)
    })

    test('has an example of a format that runs', () => {
      const [example] = blocksOf('js')
      writeFileSync(join(folder, 'example.mjs'), example ?? '')
      expect(hegao('-f', './example.mjs', 'bad.txt', 'nothing.txt').stdout).toMatch(/^bad\.txt:2\t.+\nnothing\.txt\t.+\n2\n$/)
    })
  })
})
