/** OpenDocument texts: what LibreOffice shows of them, numbers and all, when the changes are accepted. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HegaoError } from '../src/errors.ts'
import { check } from '../src/index.ts'
import { parse } from '../src/parse/index.ts'
import { readAtOnce } from '../src/read/at-once.ts'
import { detect } from '../src/read/detect.ts'
import { read } from '../src/read/index.ts'
import type { Source } from '../src/source.ts'
import { computed } from './support/clock.ts'
import { treeText } from './support/tree-text.ts'
import { zipOf } from './support/word.ts'

const ODF = 'urn:oasis:names:tc:opendocument:xmlns'
const spaces = [
  ...['office', 'text', 'style', 'table'].map((name) => `xmlns:${name}="${ODF}:${name}:1.0"`),
  `xmlns:draw="${ODF}:drawing:1.0" xmlns:svg="${ODF}:svg-compatible:1.0"`,
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(' ')

interface Parts {
  readonly styles?: string
  readonly masters?: string
  readonly type?: string
}

/** A flat document. */
const flat = (body: string, { styles = '', masters = '', type = 'text' }: Parts = {}): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${spaces} office:mimetype="application/vnd.oasis.opendocument.${type}">
<office:automatic-styles>${styles}</office:automatic-styles><office:master-styles>${masters}</office:master-styles>
<office:body><office:text>${body}</office:text></office:body></office:document>`,
  )

async function told(body: string, parts?: Parts): Promise<unknown[]> {
  const { text, blocks } = await read('a.fodt', flat(body, parts), {})
  return blocks.map(({ start, end, hint }) => (hint ? [text.slice(start, end), hint] : text.slice(start, end)))
}

async function codeOf(bytes: Uint8Array, path = 'a.odt'): Promise<string> {
  try {
    await read(path, bytes, {})
    return ''
  } catch (error) {
    if (error instanceof HegaoError) return error.code
    throw error
  }
}

describe('text', () => {
  it.each<[string, string, unknown[]]>([
    ['paragraphs and headings', '<text:h text:outline-level="2">甲</text:h><text:p>乙</text:p>', [['甲', { heading: 2 }], '乙']],
    ['blanks are one blank', '<text:p>\n  甲  \t乙<text:span> </text:span> 丙<text:s text:c="2"/>丁</text:p>', ['甲 乙 丙  丁']],
    ['tabs and line ends', '<text:p>甲<text:tab/>乙<text:line-break/>丙<text:soft-page-break/>丁</text:p>', ['甲\t乙', '丙丁']],
    ['references', '<text:p>A&amp;B&#20013;<![CDATA[<乙>]]></text:p>', ['A&B中<乙>']],
    ['links and fields', '<text:p><text:a>甲</text:a><text:date>2026年</text:date><text:bookmark/></text:p>', ['甲2026年']],
    [
      'ruby',
      '<text:p><text:ruby><text:ruby-base>稿</text:ruby-base><text:ruby-text>gǎo</text:ruby-text></text:ruby>件</text:p>',
      ['稿件'],
    ],
    ['remarks', '<text:p>甲<office:annotation><text:p>批注</text:p></office:annotation>乙</text:p>', ['甲乙']],
    [
      'what waits to be filled in',
      '<text:p>甲<text:placeholder>姓名</text:placeholder><loext:content-control loext:showing-place-holder="true">乙</loext:content-control></text:p>',
      ['甲'],
    ],
    [
      'a table of contents',
      '<text:table-of-content><text:index-body><text:p>一、总结 1</text:p></text:index-body></text:table-of-content>',
      [['一、总结 1', { verbatim: true }]],
    ],
    [
      'hidden sections',
      '<text:section text:display="none"><text:p>甲</text:p></text:section><text:section><text:p>乙</text:p></text:section>',
      ['乙'],
    ],
    [
      'pictures are one place',
      '<text:p>甲<draw:frame>\n<draw:object/>\n<draw:image/><svg:desc>图</svg:desc></draw:frame>乙</text:p>',
      ['甲\ufffc乙'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await told(body)).toEqual(expected)
  })

  it('hidden by a style, or by the style that it follows', async () => {
    const styles = `<style:style style:name="隐" style:family="text"><style:text-properties text:display="none"/></style:style>
      <style:style style:name="T1" style:family="text" style:parent-style-name="隐"/>
      <style:style style:name="环" style:family="text" style:parent-style-name="环"/>
      <style:style style:name="P1" style:family="paragraph"><style:text-properties text:display="none"/></style:style>`
    const span = (name: string): string => `<text:span text:style-name="${name}">${name}</text:span>`
    const body = `<text:p>甲${span('隐')}${span('T1')}${span('环')}乙</text:p><text:p text:style-name="P1">丙</text:p>`
    expect(await told(body, { styles })).toEqual(['甲环乙', ''])
  })
})

describe('changes', () => {
  const changes = `<text:tracked-changes>
    <text:changed-region text:id="d"><text:deletion><office:change-info/><text:p>存在别处的字</text:p></text:deletion></text:changed-region>
    <text:changed-region text:id="i"><text:insertion/></text:changed-region></text:tracked-changes>`
  const mark = (kind: 'start' | 'end', id: string): string => `<text:change-${kind} text:change-id="${id}"/>`

  it('are accepted', async () => {
    const body = `<text:p>甲${mark('start', 'd')}删${mark('end', 'd')}${mark('start', 'i')}添${mark('end', 'i')}<text:change text:change-id="d"/>乙</text:p>`
    expect(await told(changes + body)).toEqual(['甲添乙'])
  })

  it('join paragraphs whose end is deleted', async () => {
    const body = `<text:p>甲${mark('start', 'd')}</text:p><text:p>${mark('end', 'd')}乙</text:p><text:p>丙</text:p>`
    expect(await told(changes + body)).toEqual(['甲乙', '丙'])
  })

  it('take away whole paragraphs, but not what the next one is', async () => {
    const body = `<text:p>${mark('start', 'd')}甲</text:p><text:h text:outline-level="1">${mark('end', 'd')}乙</text:h>`
    expect(await told(changes + body)).toEqual([['乙', { heading: 1 }]])
    expect(await told(`${changes}<text:p>${mark('start', 'd')}甲</text:p>`)).toEqual([''])
  })
})

describe('numbers', () => {
  const level = (at: number, format: string, more = ''): string =>
    `<text:list-level-style-number text:level="${at}" style:num-format="${format}" ${more}/>`
  const list = (name: string, levels: string): string => `<text:list-style style:name="${name}">${levels}</text:list-style>`
  const styles =
    list(
      'L',
      level(1, '一, 二, 三, ...', 'style:num-suffix="、"') +
        level(2, '1', 'style:num-prefix="（" style:num-suffix="）" text:display-levels="2"'),
    ) +
    list('N', level(1, '1', 'loext:num-list-format="第%1%条" text:start-value="3"')) +
    list('B', '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>') +
    `<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
     <text:outline-level-style text:level="2" style:num-format="①, ②, ③, ..."/><text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>`
  const item = (text: string, more = '', attributes = ''): string =>
    `<text:list-item ${attributes}><text:p>${text}</text:p>${more}</text:list-item>`
  const listOf = (name: string, items: string, attributes = ''): string =>
    `<text:list text:style-name="${name}" ${attributes}>${items}</text:list>`
  const labels = async (body: string): Promise<unknown[]> => {
    const { blocks } = await read('a.fodt', flat(body, { styles }), {})
    return blocks.map(({ hint }) => hint?.label)
  }

  it.each<[string, string, unknown[]]>([
    ['count', listOf('L', item('甲') + item('乙')), ['一、', '二、']],
    [
      'stand before the first paragraph of an item',
      listOf('L', item('甲', '<text:p>乙</text:p>') + item('丙')),
      ['一、', undefined, '二、'],
    ],
    [
      'have levels, and begin anew in each',
      listOf(
        'L',
        item('甲', `<text:list>${item('乙') + item('丙')}</text:list>`) + item('丁', `<text:list>${item('戊')}</text:list>`),
      ),
      ['一、', '（一.1）', '（一.2）', '二、', '（二.1）'],
    ],
    ['begin anew in the next list', listOf('L', item('甲')) + listOf('L', item('乙')), ['一、', '一、']],
    [
      'go on where the list says so',
      listOf('L', item('甲')) + listOf('L', item('乙'), 'text:continue-numbering="true"'),
      ['一、', '二、'],
    ],
    [
      'go on with a list by its name',
      listOf('L', item('甲'), 'xml:id="a"') + listOf('L', item('乙')) + listOf('L', item('丙'), 'text:continue-list="a"'),
      ['一、', '一、', '二、'],
    ],
    [
      'begin where they are told',
      listOf('N', item('甲') + item('乙', '', 'text:start-value="9"') + item('丙')),
      ['第3条', '第9条', '第10条'],
    ],
    [
      'are none for bullets, headers of lists and styles that are not there',
      listOf('B', item('甲')) + listOf('L', '<text:list-header><text:p>乙</text:p></text:list-header>') + listOf('?', item('丙')),
      [undefined, undefined, undefined],
    ],
    [
      'of headings',
      [1, 2, 2, 1, 2, 3].map((at) => `<text:h text:outline-level="${at}">甲</text:h>`).join(''),
      ['一、', '①', '②', '二、', '①', undefined],
    ],
    [
      'of headings that have none or begin anew',
      '<text:h text:outline-level="1" text:is-list-header="true">甲</text:h><text:h text:outline-level="1">乙</text:h><text:h text:outline-level="1" text:restart-numbering="true" text:start-value="7">丙</text:h>',
      [undefined, '一、', '七、'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await labels(body)).toEqual(expected)
  })

  it.each([
    ['1', '12'],
    ['a', 'l'],
    ['A', 'L'],
    ['i', 'xii'],
    ['I', 'XII'],
    ['一, 二, 三, ...', '十二'],
    ['壹, 贰, 叁, ...', '壹拾贰'],
    ['甲, 乙, 丙, ...', '12'],
    ['子, 丑, 寅, ...', '亥'],
    ['①, ②, ③, ...', '⑫'],
    ['１, ２, ３, ...', '１２'],
    ['?', '12'],
  ])('%s: twelve is %s', async (format, label) => {
    const style = list('L', level(1, format))
    const { blocks } = await read('a.fodt', flat(listOf('L', item('甲', '', 'text:start-value="12"')), { styles: style }), {})
    expect(blocks[0]?.hint?.label).toBe(label)
  })
})

describe('beside the body', () => {
  it('notes, text boxes, headers and footers come last, page numbers not at all', async () => {
    const note = (kind: string, text: string): string =>
      `<text:note text:note-class="${kind}"><text:note-citation>1</text:note-citation>\n<text:note-body><text:p>${text}</text:p></text:note-body></text:note>`
    const body = `<text:p>甲${note('footnote', '脚注')}${note('endnote', '尾注')}<draw:frame>\n<draw:text-box>\n<text:p>框内</text:p></draw:text-box></draw:frame>乙</text:p><text:p>丙</text:p>`
    const page = (name: string, inner: string): string => `<style:master-page style:name="${name}">${inner}</style:master-page>`
    const header = '<style:header><text:p>页眉</text:p></style:header>'
    const masters =
      page('A', `${header}<style:footer><text:p>— <text:page-number>1</text:page-number> —</text:p></style:footer>`) +
      page('B', header)
    expect(await told(body, { masters })).toEqual([
      '甲乙',
      '丙',
      ['页眉', { aside: 'header' }],
      ['脚注', { aside: 'footnote' }],
      ['尾注', { aside: 'endnote' }],
      ['框内', { aside: 'textbox' }],
    ])
  })

  it('tables have cells, a table of one cell is a frame', async () => {
    const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`
    const cell = (inner: string): string => `<table:table-cell>${inner}</table:table-cell>`
    const table = (...rows: string[]): string => `<table:table>${rows.join('')}</table:table>`
    const p = (text: string): string => `<text:p>${text}</text:p>`
    const body =
      table(row(cell(p('甲')), cell(p('乙') + table(row(cell(p('丙')))))), row('<table:covered-table-cell/>', cell(p('丁')))) +
      p('戊')
    const at = (place: number, column: number): unknown => ({ cell: { table: 0, row: place, column } })
    expect(await told(body)).toEqual([['甲', at(0, 0)], ['乙', at(0, 1)], ['丙', at(0, 1)], ['丁', at(1, 1)], '戊'])
    expect(await told(table(row(cell(p('甲')))))).toEqual(['甲'])
  })
})

describe('containers', () => {
  const content = flat('<text:p>同志们</text:p>')
  const odt = (more: Readonly<Record<string, string | Buffer>> = {}): Buffer =>
    zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content, ...more })

  it('are known by their content', () => {
    expect(detect('a.doc', odt()).format).toBe('odt')
    expect(detect('a.txt', content).format).toBe('odt')
    const stored = Buffer.from('PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet')
    expect(detect('a.odt', stored)).toMatchObject({ format: 'other', kind: 'OpenDocument 表格、演示文稿等' })
    expect(detect('a.odt', zipOf({ 'content.xml': content }))).toMatchObject({ format: 'other', kind: '压缩文件 .zip' })
  })

  const sheet = content.toString().replaceAll('office:text', 'office:spreadsheet')
  it.each<[string, () => Buffer, string]>([
    ['a text', () => odt(), ''],
    ['a flat sheet that says so', () => flat('', { type: 'spreadsheet' }), 'format-unsupported'],
    ['a sheet', () => odt({ 'content.xml': sheet }), 'format-unsupported'],
    [
      'with a sheet inside',
      () => flat(`<text:p><draw:object>${sheet.slice(sheet.indexOf('<office:document'))}</draw:object></text:p>`),
      '',
    ],
    ['without content', () => odt({ 'content.xml': '<a/>' }), ''],
    ['behind a password', () => odt({ 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), 'file-encrypted'],
    ['cut off', () => content.subarray(0, -20), 'format-damaged'],
    ['nested too deep', () => flat('<text:span>'.repeat(300)), 'file-too-complex'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes())).toBe(code)
  })

  it('entities of a document type are not made longer', async () => {
    const levels = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`).join('')
    const bomb = content
      .toString()
      .replace('<office:document', `<!DOCTYPE x [<!ENTITY e0 "笑">${levels}]><office:document`)
      .replace('同志们', '&e20;')
    const started = computed()
    expect(await codeOf(Buffer.from(bomb), 'a.fodt')).toBe('format-damaged')
    expect(computed() - started).toBeLessThan(1000)
  })

  it('many paragraphs cost in proportion', async () => {
    const time = (count: number): number => {
      const bytes = flat(
        `<text:list>${'<text:list-item><text:p>推动<text:s/>高质量发展</text:p></text:list-item>'.repeat(count)}</text:list>`,
      )
      // Its own CPU time, the better of two: what else the machine does is not measured.
      const once = (): number => {
        const before = process.cpuUsage()
        readAtOnce('a.fodt', bytes, {})
        const { user, system } = process.cpuUsage(before)
        return (user + system) / 1000
      }
      return Math.min(once(), once())
    }
    time(2000)
    expect(time(16_000)).toBeLessThan(Math.max(time(2000), 5) * 30)
  })
})

describe('the same report', () => {
  const fixtures = join(import.meta.dirname, '../fixtures/read')
  const source = (name: string, file: string): Source => readAtOnce(file, readFileSync(join(fixtures, name, file)), {})

  it('has in .odt the tree that it has in .docx', () => {
    expect(treeText(parse(source('odt-numbered', 'input.odt')))).toBe(treeText(parse(source('docx-numbered', 'input.docx'))))
  })

  it('has the same findings', async () => {
    const findings = async (name: string, file: string): Promise<unknown[]> => {
      const told = await check({ path: file, bytes: readFileSync(join(fixtures, name, file)) })
      return told.findings.map(({ ruleId, message, actual }) => [ruleId, message, actual])
    }
    const docx = await findings('docx-numbered', 'input.docx')
    expect(docx.length).toBeGreaterThan(10)
    expect(await findings('odt-numbered', 'input.odt')).toEqual(docx)
  })
})
