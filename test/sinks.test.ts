/**
 * Text from a report never becomes a command of a CI system, an escape of a terminal, markup of a page or a formula: hostile
 * words stand wherever a report, a file's name, a rule or a failure can put them, and what each format makes of them is read
 * by the parser of whoever reads that format.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failure } from '../src/errors.ts'
import type { Finding } from '../src/finding.ts'
import type { Checked, Read } from '../src/hegao.ts'
import { diff } from '../src/report/diff.ts'
import { documentPieces } from '../src/report/document.ts'
import type { AnyFormat } from '../src/report/formats.ts'
import { outline } from '../src/report/outline.ts'
import { coloured, plain } from '../src/report/palette.ts'
import { commandless } from '../src/report/printable.ts'
import type { Source } from '../src/source.ts'
import type { Report } from '../src/tree.ts'
import { attributesOf, elementsOfPage, textOf } from './support/page.ts'
import { commandsIn, elementsOf, parseXml, reported, sarifSchema } from './support/reported.ts'

const hostile = [
  '::set-env name=PATH::/tmp',
  ' ::error::x',
  '　::add-mask::年',
  '::stop-commands::token',
  'x%0A::error::y',
  'a ##[group]b',
  '##[set-env name=A;]b',
  '##vso[task.setvariable variable=a]b',
  "##teamcity[message text='a']",
  '##TeamCity[a]',
  '\u001b]8;;http://example.com\u0007链接\u001b]8;;\u0007',
  '\u001b]52;c;cm0gLXJm\u0007',
  '\u001b[2J\u001b]0;标题\u0007',
  '对\r错',
  '一\n::error::二',
  '一\u0085::error::二',
  '一\u2028::error::二\u2029##[group]三',
  '\u009b31m\u0000\u0007\u007f\u0090',
  '\u202e倒\u2066置\u2069\u200f',
  '\ud83d单\udc00',
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '<img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)" x="',
  "' autofocus onfocus='alert(1)",
  '&lt;b&gt;&amp;#x3c;',
  '</style></title></textarea></template></noscript>',
  'javascript:alert(1)',
  ']]>',
  '<![CDATA[a]]>',
  '<!ENTITY a SYSTEM "file:///etc/passwd">&a;',
  '\ufffe\uffff\ufdd0',
  '=1+1',
  '@SUM(1)',
  '[点这里](http://example.com)',
  '{0}{message}',
  '../../etc/passwd',
] as const

const wording = (text: string) => ({ zh: text, en: text })

/** Files that say `words` in every place where something from outside can stand. */
function hostileFiles(words: string): readonly Checked[] {
  const text = `${words}\n一、${words}\n${words}正文${words}，${words}。\n${words}`
  const end = text.length
  const source: Source = {
    path: words,
    format: 'txt',
    encoding: 'utf-8',
    text,
    document: text,
    blocks: [{ start: 0, end: words.length, hint: { label: words } }],
    pieces: [],
    damage: [],
  }
  const heading = words.length + 1
  const tree: Report = {
    type: 'report',
    start: 0,
    end,
    children: [
      {
        type: 'section',
        level: 1,
        start: heading,
        end,
        children: [
          {
            type: 'heading',
            level: 1,
            start: heading,
            end: heading + 2 + words.length,
            children: [{ type: 'text', start: heading, end: heading + 2 + words.length, value: `一、${words}` }],
          },
        ],
      },
    ],
  }
  const spans = [
    { start: 0, end: words.length },
    { start: 0, end },
    { start: heading + 2, end: heading + 2 + words.length },
    { start: end - words.length, end },
  ]
  const findings = spans.map((span, index) => ({
    ...span,
    ruleId: index === 0 ? words : 'year-mismatch',
    messageId: 'found',
    severity: (['error', 'warning', 'info', 'error'] as const)[index] ?? 'error',
    wording: wording(index === 0 ? words : `此处{slot}说“${words}”`),
    data: { slot: words },
    actual: words,
    section: [words, words],
    related: [{ start: end - words.length, end, wording: wording(words), data: {} }],
    fix: { grade: 'suggested', edits: [{ ...span, text: words }] } as const,
    fingerprint: `${index}`.padStart(16, '0'),
  }))
  const nothing = { findings: [], omitted: [], crashes: [], segmenter: null }
  return [
    {
      ...nothing,
      path: words,
      source,
      tree,
      findings,
      omitted: [{ ruleId: words, severity: 'warning', count: 3 }],
      crashes: [{ ruleId: words, error: new Error(words) }],
    },
    { ...nothing, path: words, error: failure('file-not-found', { path: words }) },
    { ...nothing, path: words, source, tree },
  ]
}

const [hostileFile] = hostileFiles('一') as [Read]
const hostileSource = hostileFile.source as Source
const hostileFinding = hostileFile.findings[1] as Finding

// What no output may hold as it is: it turns, moves or ends what a person or a program sees.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const raw = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u

/** Findings, what was left out, the crash, the failure: as many entries as `hostileFiles` has. */
const told = 4 + 1 + 1 + 1

const isSarif = sarifSchema()

/** Elements that the page is made of. Others come from a report. */
const own = new Set(
  (
    'html head meta title style body main article header h1 h2 p div nav ol ul li a span b mark section code em del ins script ' +
    'noscript details summary table tbody tr th td small footer button label input output'
  ).split(' '),
)
const ownAttributes =
  /^(?:id|class|href|title|lang|charset|name|content|http-equiv|type|role|scope|value|checked|placeholder|tabindex|data-[a-z]+|aria-[a-z]+)$/

function expectPage(page: string): void {
  const elements = elementsOfPage(page)
  expect(elements.map(({ tagName }) => tagName).filter((name) => !own.has(name))).toEqual([])
  const attributes = elements.flatMap((element) => Object.entries(attributesOf(element)))
  expect(attributes.filter(([name]) => !ownAttributes.test(name))).toEqual([])
  expect(attributes.filter(([name, value]) => name === 'href' && !/^#[a-z0-9-]+$/.test(value))).toEqual([])
  const scripts = elements.filter((element) => element.tagName === 'script' && attributesOf(element).type === undefined)
  expect(scripts).toHaveLength(1)
  expect(elements.filter(({ tagName }) => tagName === 'style')).toHaveLength(1)
  const ids = attributes.filter(([name]) => name === 'id').map(([, value]) => value)
  expect(new Set(ids).size).toBe(ids.length)
}

/** What each format's reader must see. */
const readers: Readonly<Record<AnyFormat, (output: string) => void>> = {
  pretty: () => {},
  compact: (output) => expect(output.split('\n')).toHaveLength(told + 1),
  json: (output) => expect(JSON.parse(output).files).toHaveLength(3),
  ndjson(output) {
    const entries = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).type)
    expect(entries).toEqual(['start', ...Array(4).fill('finding'), 'omitted', 'crash', 'failure', 'summary'])
  },
  sarif(output) {
    const log = JSON.parse(output)
    isSarif(log)
    expect(isSarif.errors ?? []).toEqual([])
    expect(log.runs[0].results).toHaveLength(4)
    for (const { message } of log.runs[0].results) {
      const links = Array.from(message.text.matchAll(/\[[^[\]]*\]\(([^)]*)\)/g), ([, target]) => target)
      expect(links).toEqual(['1'])
    }
  },
  gitlab: (output) => expect(JSON.parse(output)).toHaveLength(told),
  rdjson: (output) => expect(JSON.parse(output).diagnostics).toHaveLength(told),
  junit(output) {
    const names = new Set(elementsOf(parseXml(output)).map(({ name }) => name))
    expect([...names].sort()).toEqual(['error', 'failure', 'system-out', 'testcase', 'testsuite', 'testsuites'])
  },
  checkstyle(output) {
    const elements = elementsOf(parseXml(output))
    expect(elements.map(({ name }) => name)).toEqual(['checkstyle', 'file', ...Array(6).fill('error'), 'file', 'error', 'file'])
    for (const { name, attributes } of elements) {
      if (name === 'error')
        expect(Object.keys(attributes)).toEqual(expect.arrayContaining(['line', 'severity', 'message', 'source']))
    }
  },
  github: () => {},
  html: expectPage,
}

const formats = Object.keys(readers) as AnyFormat[]

async function expectHarmless(format: AnyFormat, words: string): Promise<void> {
  const output = await reported(format, hostileFiles(words), { folder: '/home/某' })
  // A page shows a tab as it is.
  expect(raw.exec(format === 'html' ? output.replaceAll('\t', '') : output)).toBeNull()
  readers[format](output)
  if (format !== 'github') {
    expect(commandsIn(output)).toEqual([])
    return
  }
  const commands = commandsIn(output)
  expect(commands.map(({ name }) => name)).toEqual(['error', 'warning', 'notice', 'error', 'warning', 'error', 'error'])
  expect(output.split('\n')).toHaveLength(told + 1)
  for (const { properties } of commands) {
    expect(
      Object.keys(properties).filter((name) => !['title', 'file', 'line', 'endLine', 'col', 'endColumn'].includes(name)),
    ).toEqual([])
  }
}

describe.each(formats)('%s', (format) => {
  test.each(hostile)('%j', (words) => expectHarmless(format, words))

  test('any of them together', async () => {
    const fragment = fc.oneof(
      fc.constantFrom(...hostile, '#', ':', '[', '<', '%', '&', ' ', '\n', '\t'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fragment, { minLength: 1, maxLength: 6 }), (parts) => expectHarmless(format, parts.join(''))),
      { numRuns: format === 'sarif' ? 40 : 120 },
    )
  })
})

describe('what else the program prints', () => {
  const [file] = hostileFiles(hostile.join(' '))

  test.each(hostile)('a diff, an outline, a document: %j', (words) => {
    const [{ source, tree } = {}] = hostileFiles(words)
    if (!source || !tree) throw new Error('no source')
    const parsed = { source, tree, meta: { title: words }, findings: [], omitted: [], crashes: [], segmenter: null }
    const document = [...documentPieces(parsed, { lang: 'zh', version: '1', sha256: '' })].join('')
    const outputs = [diff(words, `${words}\n甲\n`, `${words}\n${words}\n`, plain), outline(tree, plain, 'zh'), document]
    for (const output of outputs) {
      expect(raw.exec(output)).toBeNull()
      expect(commandsIn(output)).toEqual([])
    }
    expect(JSON.parse(document).source.path).toBe(words.replace(/\p{Surrogate}/gu, (half) => half))
  })

  test('what is harmless stays as it is', () => {
    const ordinary = ['一::二', '网址 http://a::b', '# 标题', '## 标题', '第1项：::', '##', '说明：##[ 不', 'C::D']
    expect(ordinary.map(commandless)).toEqual([...ordinary.slice(0, 6), '说明：#\\u{23}[ 不', 'C::D'])
  })

  test('JSON is read back as it was written', async () => {
    const words = hostile.join('|')
    const files = hostileFiles(words)
    const { files: entries } = JSON.parse(await reported('json', files))
    expect(entries[0].path).toBe(words)
    expect(entries[0].findings[0].actual).toBe(words)
    expect(file?.findings).toHaveLength(4)
  })

  test('the page shows the words themselves', async () => {
    const words = '<img src=x onerror=alert(1)>&amp;'
    const elements = elementsOfPage(await reported('html', hostileFiles(words)))
    const headings = elements.filter(({ tagName }) => tagName === 'h1').map(textOf)
    expect(headings).toContain(words)
    const [mark] = elements.filter(({ tagName }) => tagName === 'mark')
    expect(mark && textOf(mark)).toBe(words)
  })
})

test('in colour too, every character there is leaves nothing but our own colours', async () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('')
  const text = Array.from({ length: 1024 }, (_, at) => all.slice(at * 64, at * 64 + 64)).join('\n')
  const findings = Array.from({ length: 1024 }, (_, at) => ({
    ...hostileFinding,
    start: at * 65,
    end: at * 65 + 64,
    data: { slot: all.slice(at * 64, at * 64 + 64) },
  }))
  const source: Source = { ...hostileSource, text, document: text }
  const output = await reported('pretty', [{ ...hostileFile, source, findings }], { palette: await coloured(1) })
  expect(output).toContain('\u001b[')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours are taken out
  expect(raw.exec(output.replace(/\u001b\[\d+m/g, ''))).toBeNull()
})

test('the checks can fail', () => {
  expect(commandsIn('::error::x')).toHaveLength(1)
  expect(commandsIn('　::set-env name=a::b')[0]).toEqual({ name: 'set-env', properties: { name: 'a' }, data: 'b' })
  expect(commandsIn('报告 ##[group]x')[0]?.name).toBe('group')
  expect(commandsIn('x ##vso[task.a]b')).toHaveLength(1)
  expect(raw.test('\u001b')).toBe(true)
  expect(() => expectPage('<img src=x>')).toThrow()
  expect(() => parseXml('<a>\u0007</a>')).toThrow()
})
