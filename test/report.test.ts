/** What users see. The snapshots are the specification: all reporters over the same files. */
import { describe, expect, test } from 'vitest'
import type { Checked } from '../src/hegao.ts'
import { diff } from '../src/report/diff.ts'
import { documentPieces, positioned } from '../src/report/document.ts'
import { frame } from '../src/report/frame.ts'
import { type ReportFormat, reporters } from '../src/report/index.ts'
import { outlineLines } from '../src/report/outline.ts'
import { coloured, type Palette, plain } from '../src/report/palette.ts'
import { printable, printableJson } from '../src/report/printable.ts'
import { exitStatus, nothing, onlyErrors, withFile } from '../src/report/summary.ts'
import { wrap } from '../src/report/wrap.ts'
import { type Format, locate, type Source } from '../src/source.ts'
import { tablesAsOf } from '../src/tables.ts'
import { displayWidth } from '../src/text/width.ts'
import type { Report } from '../src/tree.ts'
import type { Lang } from '../src/wording.ts'
import { clean, findingOf, full, sourceOf, spanOf, unread } from './invented.ts'

function told(format: ReportFormat, files: readonly Checked[], lang: Lang = 'zh', palette: Palette = plain): string {
  const reporter = reporters[format]({ lang, palette, version: '1.2.3', quiet: false })
  const summary = files.reduce(withFile, nothing)
  return [reporter.open(), ...files.map((file) => reporter.file(file)), reporter.close(summary)].join('')
}

describe('pretty', () => {
  test('a file with everything, one that was not read, one without findings', () => {
    expect(told('pretty', [full, unread, clean])).toMatchInlineSnapshot(`
      "讲话.txt
        2:10  错误  此处说回顾2022年，标题一说的是2021年  年份不一致 year-mismatch
              根据会议安排，我就2022年全区组织工作作以回顾，并对今年全区组织工…
                                ^^^^^^
              参见 3:3 标题说的是2021年
              建议改为“2021年”
              位于 一、2021年全区组织工作简要回顾 › （一）另一层

         4:5  警告  标点旁多了空格                        多余空格 stray-space
              认真落实 “无任用推荐干部”等制度，以组织组织力提升…
                      ^
              可自动修改（--fix）：删去

        4:20  提示  “组织”连写了两遍                      叠词 repeated-word
              认真落实 “无任用推荐干部”等制度，以组织组织力提升为目标。
                                                 ^^^^^^^^^^

        规则 broken-rule 在这份材料上出错，已跳过（这是 hegao 的毛病，请报告）：cannot read

      没有.txt
        错误  没有这个文件：没有.txt
        请核对路径；含空格的路径要加引号。

      ✖ 1 个错误、1 个警告、1 个提示、1 个文件没有查成、1 条规则出错（3 个文件）
        其中 1 处可自动修改：hegao fix
        核过不改的，以后不再报：hegao silence 讲话.txt:2 year-mismatch
      "
    `)
  })

  test('what fix does not write it does not promise: of Word files only .docx is for annotate', () => {
    const as = (format: Format): Checked => ({ ...full, source: { ...(full.source as Source), format } })
    const docx = told('pretty', [as('docx')])
    expect(docx).toContain('建议删去')
    expect(docx).toMatch(
      /（1 个文件）\n {2}\.docx 里的问题可以写成批注和修订：hegao annotate 讲话\.txt\n {2}核过不改的，以后不再报：hegao silence 讲话\.txt:2 \S+\n$/,
    )
    expect(docx).not.toContain('自动修改')
    for (const format of ['doc', 'wps', 'rtf', 'odt', 'html', 'pdf'] as const) {
      expect(told('pretty', [as(format)])).toMatch(/（1 个文件）\n {2}核过不改的，.*\n$/)
    }
    expect(told('pretty', [full, as('docx')])).toMatch(/其中 1 处可自动修改：hegao fix\n {2}\.docx/)
  })

  test('beside the body a place is counted from where that begins', () => {
    const text = '正文。\n脚注一。\n脚注二。\n页脚。'
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
    const blocks = [
      at('正文。'),
      { ...at('脚注一。'), hint: { aside: 'footnote' } },
      { ...at('脚注二。'), hint: { aside: 'footnote' } },
      { ...at('页脚。'), hint: { aside: 'footer' } },
    ] as const
    const source: Source = { ...sourceOf(text, '讲话.docx'), format: 'docx', blocks }
    const findings = ['文', '注一', '注二', '脚。'].map((words) => findingOf(text, words, '不对'))
    const places = told('pretty', [{ ...full, source, findings, crashes: [] }]).match(/\S+段第\d+字/g)
    expect(places).toEqual(['第1段第2字', '脚注第1段第2字', '脚注第2段第2字', '页脚第1段第2字'])
  })

  test('English', () => {
    expect(told('pretty', [full, clean], 'en')).toMatchInlineSnapshot(`
      "讲话.txt
        2:10  error    EN 此处说回顾2022年，标题一说的是2021年  year-mismatch
              根据会议安排，我就2022年全区组织工作作以回顾，并对今年全区组织工…
                                ^^^^^^
              see 3:3 EN 标题说的是2021年
              suggestion: “2021年”
              under 一、2021年全区组织工作简要回顾 › （一）另一层

         4:5  warning  EN 标点旁多了空格                        stray-space
              认真落实 “无任用推荐干部”等制度，以组织组织力提升…
                      ^
              fixed by --fix: delete it

        4:20  info     EN “组织”连写了两遍                      repeated-word
              认真落实 “无任用推荐干部”等制度，以组织组织力提升为目标。
                                                 ^^^^^^^^^^

        rule broken-rule failed on this file and was skipped (a bug of hegao, please report it): cannot read

      ✖ 1 error, 1 warning, 1 info, 1 rule failed (2 files)
        1 of them can be fixed: hegao fix
        one that stays need not be told again: hegao silence 讲话.txt:2 year-mismatch
      "
    `)
  })

  test('nothing found', () => {
    expect(told('pretty', [clean, clean])).toBe('✔ 没有发现问题（2 个文件）\n')
    expect(told('pretty', [clean], 'en')).toBe('✔ No problems found (1 file)\n')
  })

  test('--quiet does not say that there are no problems', () => {
    const reporter = reporters.pretty({ lang: 'zh', palette: plain, version: '', quiet: true })
    expect(reporter.close(withFile(nothing, clean))).toBe('✔ 没有错误（1 个文件）\n')
  })

  test('fits into 100 columns, however long the sentence and the place', () => {
    const text = `${'很长的一段话，'.repeat(400)}错${'后面还有，'.repeat(400)}`
    const finding = findingOf(text, '错', '一句说得很长很长的话，'.repeat(9), {
      section: ['一、'.padEnd(60, '标'), '（一）'.padEnd(60, '题')],
    })
    const file: Checked = { ...clean, source: sourceOf(text), findings: [finding] }
    for (const line of told('pretty', [file]).split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(100)
  })

  test('colours change nothing but colours', async () => {
    const bright = told('pretty', [full, unread], 'zh', await coloured(1))
    expect(bright).toContain('\u001b[')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours are taken out
    expect(bright.replace(/\u001b\[\d+m/g, '')).toBe(told('pretty', [full, unread]))
  })
})

test('compact', () => {
  expect(told('compact', [full, unread, clean])).toMatchInlineSnapshot(`
    "讲话.txt:2:10: error: 此处说回顾2022年，标题一说的是2021年 (year-mismatch)
    讲话.txt:4:5: warning: 标点旁多了空格 (stray-space)
    讲话.txt:4:20: info: “组织”连写了两遍 (repeated-word)
    讲话.txt: error: 规则 broken-rule 在这份材料上出错，已跳过（这是 hegao 的毛病，请报告）：cannot read (internal-error)
    没有.txt: error: 没有这个文件：没有.txt (file-not-found)
    "
  `)
})

describe('json', () => {
  test('one file a line, keys in a fixed order', () => {
    expect(told('json', [full, unread, clean])).toMatchInlineSnapshot(`
      "{"schemaVersion":1,"tool":{"name":"hegao","version":"1.2.3","tablesAsOf":"2026-11-22"},"files":[
      {"path":"讲话.txt","segmenter":"nodejieba","crashes":[{"ruleId":"broken-rule","message":"规则 broken-rule 在这份材料上出错，已跳过（这是 hegao 的毛病，请报告）：cannot read"}],"findings":[{"ruleId":"year-mismatch","messageId":"found","severity":"error","message":"此处说回顾2022年，标题一说的是2021年","actual":"2022年","start":{"line":2,"column":10,"offset":14},"end":{"line":2,"column":15,"offset":19},"section":["一、2021年全区组织工作简要回顾","（一）另一层"],"related":[{"message":"标题说的是2021年","start":{"line":3,"column":3,"offset":48},"end":{"line":3,"column":8,"offset":53}}],"fix":{"grade":"suggested","edits":[{"start":{"line":2,"column":10,"offset":14},"end":{"line":2,"column":14,"offset":18},"text":"2021"}]},"fingerprint":"0123456789abcdef"},{"ruleId":"stray-space","messageId":"found","severity":"warning","message":"标点旁多了空格","actual":" ","start":{"line":4,"column":5,"offset":68},"end":{"line":4,"column":6,"offset":69},"section":[],"related":[],"fix":{"grade":"safe","edits":[{"start":{"line":4,"column":5,"offset":68},"end":{"line":4,"column":6,"offset":69},"text":""}]},"fingerprint":"0123456789abcdef"},{"ruleId":"repeated-word","messageId":"found","severity":"info","message":"“组织”连写了两遍","actual":"组织组织力","start":{"line":4,"column":20,"offset":83},"end":{"line":4,"column":25,"offset":88},"section":[],"related":[],"fingerprint":"0123456789abcdef"}]},
      {"path":"没有.txt","segmenter":null,"error":{"code":"file-not-found","message":"没有这个文件：没有.txt"},"findings":[]},
      {"path":"b.txt","segmenter":null,"findings":[]}
      ],"summary":{"files":3,"errors":1,"warnings":1,"infos":1}}
      "
    `)
  })

  test('no file at all is still a document', () => {
    expect(JSON.parse(told('json', []))).toEqual({
      schemaVersion: 1,
      tool: { name: 'hegao', version: '1.2.3', tablesAsOf },
      files: [],
      summary: { files: 0, errors: 0, warnings: 0, infos: 0 },
    })
  })
})

describe('what comes from a file never reaches the terminal raw', () => {
  const hostile = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const raw = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/

  test.each(['pretty', 'compact', 'json'] as const)('%s', (format) => {
    const words = '\u001b]0;title\u0007\u202e\u009b2J'
    const text = `前\t${words}后`
    const finding = findingOf(text, words, `说：${words}${hostile}`, { section: [words] })
    const file: Checked = { ...clean, path: `a\n${words}.txt`, source: sourceOf(text), findings: [finding] }
    expect(told(format, [file])).not.toMatch(raw)
  })

  test('printable shows what it takes away; JSON keeps it', () => {
    expect(printable('a\u001b[1m\n\ud800b\u{20000}')).toBe('a\\u{1b}[1m\\u{a}\\u{d800}b\u{20000}')
    expect(JSON.parse(printableJson(JSON.stringify(hostile)))).toBe(hostile)
  })
})

describe('frame', () => {
  const around = (document: string, words: string) => frame(document, locate(sourceOf(document), spanOf(document, words)))

  test('carets stand below the words, in columns', () => {
    expect(around('我就2022年工作回顾', '2022年')).toEqual(['我就2022年工作回顾', '    ^^^^^^'])
  })

  test('curly quotes are one column wide, as most terminals draw them', () => {
    expect(around('“甲”乙', '乙')).toEqual(['“甲”乙', '    ^^'])
  })

  test('only the line of the words is shown', () => {
    expect(around('上一行\r\n甲乙丙\r\n下一行', '乙')).toEqual(['甲乙丙', '  ^^'])
  })

  test('long words are cut, and what follows them is left out', () => {
    const [line, carets] = around(`前${'长'.repeat(100)}后`, '长'.repeat(100))
    expect(line).toBe(`前${'长'.repeat(19)}…`)
    expect(carets).toBe(`  ${'^'.repeat(39)}`)
  })

  test('words over several lines show their first line', () => {
    expect(around('甲乙\n丙丁', '乙\n丙')).toEqual(['甲乙…', '  ^^'])
  })

  test('nothing found (a place to insert at) has one caret', () => {
    const document = '甲乙'
    expect(frame(document, locate(sourceOf(document), { start: 1, end: 1 }))).toEqual(['甲乙', '  ^'])
  })
})

describe('wrap', () => {
  test('breaks Chinese anywhere but before a mark that must not begin a line', () => {
    expect(wrap('一二三四，五六七八', 8)).toEqual(['一二三四，', '五六七八'])
  })

  test('an opening mark goes with what it opens', () => {
    expect(wrap('现提“脱贫村”（三类）', 6)).toEqual(['现提', '“脱贫', '村”', '（三类）'])
  })

  test('keeps words and numbers whole', () => {
    expect(wrap('see 12:345 the other place', 12)).toEqual(['see 12:345', 'the other', 'place'])
  })
})

describe('summary', () => {
  test('counts and exit statuses', () => {
    const summary = [full, unread, clean].reduce(withFile, nothing)
    expect(summary).toEqual({
      files: 3,
      errors: 1,
      warnings: 1,
      infos: 1,
      fixable: 1,
      annotatable: 0,
      empty: 0,
      failed: 1,
      crashes: 1,
    })
    expect(exitStatus(summary, -1)).toBe(2)
    expect(exitStatus({ ...nothing, crashes: 1 }, -1)).toBe(2)
    expect(exitStatus({ ...nothing, errors: 1 }, -1)).toBe(1)
    expect(exitStatus({ ...nothing, warnings: 3, infos: 5 }, -1)).toBe(0)
    expect(exitStatus({ ...nothing, warnings: 3 }, 3)).toBe(0)
    expect(exitStatus({ ...nothing, warnings: 3 }, 2)).toBe(1)
  })

  test('--quiet leaves errors', () => {
    expect(onlyErrors(full).findings.map(({ severity }) => severity)).toEqual(['error'])
  })
})

const text = '一、甲。\n一是乙；二是丙。'
const marker = (value: string, start: number, ordinal: number) =>
  ({ type: 'marker', value, scheme: 'shi', ordinal, start, end: start + value.length }) as const
const sentence = (value: string, start: number, terminal: '。' | '；') =>
  ({ type: 'sentence', value, terminal, start, end: start + value.length }) as const
const tree: Report = {
  type: 'report',
  start: 0,
  end: 13,
  children: [
    {
      type: 'section',
      level: 1,
      start: 0,
      end: 13,
      children: [
        {
          type: 'heading',
          level: 1,
          start: 0,
          end: 4,
          children: [
            { ...marker('一、', 0, 1), scheme: 'han-dun' },
            { type: 'text', value: '甲。', start: 2, end: 4 },
          ],
        },
        {
          type: 'paragraph',
          start: 5,
          end: 13,
          children: [
            {
              type: 'enumeration',
              scheme: 'shi',
              start: 5,
              end: 13,
              children: [
                { type: 'item', start: 5, end: 9, children: [marker('一是', 5, 1), sentence('乙；', 7, '；')] },
                { type: 'item', start: 9, end: 13, children: [marker('二是', 9, 2), sentence('丙。', 11, '。')] },
              ],
            },
          ],
        },
      ],
    },
  ],
}

describe('the document of parse', () => {
  test('is one JSON value whose tree has positions in the file', () => {
    const parsed = { ...full, source: sourceOf(text), tree, meta: { title: null, reviewYear: 2021 }, findings: [] }
    const document = JSON.parse([...documentPieces(parsed, { lang: 'zh', version: '1.2.3', sha256: 'ab' })].join(''))
    expect(Object.keys(document)).toEqual(['schemaVersion', 'tool', 'source', 'meta', 'structure', 'crashes', 'findings'])
    expect(document.source).toEqual({ path: 'a.txt', format: 'txt', encoding: 'utf-8', sha256: 'ab', characters: 13 })
    expect(document.structure).toEqual(positioned(tree, sourceOf(text)))
    expect(document.structure.children[0].children[1].children[0].children[1].children[1]).toEqual({
      type: 'sentence',
      value: '丙。',
      terminal: '。',
      position: { start: { line: 2, column: 7, offset: 11 }, end: { line: 2, column: 9, offset: 13 } },
    })
  })

  test('no tree is too deep, and the tree itself stays as it was', () => {
    let deep: Report['children'][number] = { type: 'paragraph', start: 0, end: 1, children: [] }
    for (let depth = 0; depth < 50_000; depth++) deep = { type: 'table', start: 0, end: 1, children: [deep as never] }
    const before = structuredClone(tree)
    positioned({ type: 'report', start: 0, end: 1, children: [deep] }, sourceOf('甲'))
    positioned(tree, sourceOf(text))
    expect(tree).toEqual(before)
  })
})

test('outline: headings and items, two blanks a level, long sentences cut', () => {
  expect(outlineLines(tree, 'zh')).toEqual(['一、甲', '  一是乙', '  二是丙'])
  const long = { type: 'text', value: `${'长'.repeat(60)}。`, start: 0, end: 61 } as const
  const heading = { type: 'heading', level: 1, start: 0, end: 61, children: [long] } as const
  const section = { type: 'section', level: 1, start: 0, end: 61, children: [heading] } as const
  expect(outlineLines({ ...tree, children: [section] }, 'zh')).toEqual([`${'长'.repeat(39)}…`])
})

describe('diff', () => {
  test('line against line where their number stays', () => {
    expect(diff('a.txt', '甲\n乙\n丙\n丁\n', '甲\n二\n丙\n四\n', plain)).toBe(
      '--- a.txt\n+++ a.txt\n@@ -2 +2 @@\n-乙\n+二\n@@ -4 +4 @@\n-丁\n+四\n',
    )
  })

  test('one stretch where it does not', () => {
    expect(diff('a.txt', '甲\n乙\n丙\n丁', '甲\n丁', plain)).toBe('--- a.txt\n+++ a.txt\n@@ -2,2 +1,0 @@\n-乙\n-丙\n')
  })

  test('nothing where nothing differs', () => {
    expect(diff('a.txt', '甲', '甲', plain)).toBe('')
  })

  const long = (words: string): string => `${'各级党组织'.repeat(20)}${words}${'主责主业'.repeat(20)}`

  test('of a long line only the words round what differs', () => {
    expect(diff('a.txt', `甲\n${long('落实 “三会一课”，')}`, `甲\n${long('落实“三会一课”，')}`, plain)).toBe(
      [
        '--- a.txt',
        '+++ a.txt',
        '@@ -2 +2 @@',
        '-…级党组织各级党组织各级党组织落实 “三会一课”，主责主业主责主业主…',
        '+…级党组织各级党组织各级党组织落实“三会一课”，主责主业主责主业主…',
        '',
      ].join('\n'),
    )
  })

  test('differences that are far apart are shown apart, near ones together', () => {
    const told = diff('a.txt', `${long('甲 乙')}${long('丙，，丁 戊')}`, `${long('甲乙')}${long('丙，丁戊')}`, plain).split('\n')
    expect(told.slice(3).map((line) => line.replace(/[^-+甲乙丙丁戊， ]/g, ''))).toEqual([
      '-甲 乙',
      '+甲乙',
      '-丙，，丁 戊',
      '+丙，丁戊',
      '',
    ])
  })

  test('a line that becomes another one ends', () => {
    expect(
      diff('a.txt', '一'.repeat(300), '二'.repeat(200), plain)
        .split('\n')
        .map((line) => line.length),
    ).toEqual([9, 9, 11, 301, 201, 0])
  })

  test('only what differs has colour', async () => {
    expect(diff('a.txt', '甲乙丙', '甲二丙', await coloured(1))).toContain('甲\u001b[31m乙\u001b[39m丙')
  })
})
