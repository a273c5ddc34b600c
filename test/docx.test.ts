import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { HegaoError } from '../src/errors.ts'
import { openDocx, readDocx, sourceOfDocx } from '../src/read/docx/index.ts'
import type { DocxDocument, DocxParagraph } from '../src/read/docx/model.ts'
import { namespaces } from '../src/read/docx/namespaces.ts'
import { LINE_BREAK } from '../src/read/paragraphs.ts'
import { refusal } from '../src/read/refusal.ts'
import { decodeXml, resolved, scanXml } from '../src/read/xml.ts'
import { openZip } from '../src/read/zip.ts'
import { lineStarts, locate } from '../src/source.ts'
import { computed } from './support/clock.ts'
import { type Beside, changed, p, r, rootOf, wordEntries, wordOf, zipOf } from './support/word.ts'

const fixtures = join(import.meta.dirname, '../fixtures/read')
const samples = readdirSync(fixtures)
  .filter((name) => name.startsWith('docx-'))
  .map((name) => [name, readFileSync(join(fixtures, name, 'input.docx'))] as const)
const sampleOf = (name: string): Buffer => samples.find(([one]) => one === name)?.[1] ?? Buffer.alloc(0)

const open = (body: string, beside: Beside = {}): DocxDocument => openDocx('a.docx', wordOf(body, beside))
const bodyOf = (document: DocxDocument): readonly DocxParagraph[] => document.stories[0]?.paragraphs ?? []
const first = (body: string, beside: Beside = {}): DocxParagraph => bodyOf(open(body, beside))[0] as DocxParagraph

/** Every line with what is said of it. */
function lines(body: string, beside: Beside = {}): string[] {
  const { document, blocks } = readDocx('a.docx', wordOf(body, beside))
  const byStart = new Map(blocks.map(({ start, hint }) => [start, hint]))
  let start = 0
  return document.split('\n').map((text) => {
    const { label, ...hint } = byStart.get(start) ?? {}
    start += text.length + 1
    return `${label ?? ''}${text}${Object.keys(hint).length > 0 ? ` ${JSON.stringify(hint)}` : ''}`
  })
}

function codeOf(action: () => unknown): string | undefined {
  try {
    action()
  } catch (error) {
    if (error instanceof HegaoError) return error.code
    throw error
  }
  return undefined
}

describe('the model', () => {
  const documents: (readonly [string, DocxDocument])[] = [
    ...samples.map(([name, bytes]) => [name, openDocx(name, bytes)] as const),
    ['empty tags', open('<w:p/><w:p></w:p><w:p><w:r/></w:p><w:p><w:pPr/><w:r><w:rPr/><w:t/><w:tab/></w:r></w:p>')],
  ]

  it.each(documents)('%s: pieces cover the text, and are where they say in the XML', (_, document) => {
    for (const { part, paragraphs } of document.stories) {
      const { xml } = part
      for (const { text, pieces, from, to, contentFrom, contentTo, isEmptyTag } of paragraphs) {
        expect(xml.slice(from).startsWith('<w:p')).toBe(true)
        expect(xml.slice(contentTo, to)).toBe(isEmptyTag ? '' : '</w:p>')
        expect(contentFrom).toBeGreaterThan(from)
        expect(text).not.toMatch(/[\r\n]/)
        let start = 0
        for (const piece of pieces) {
          expect(piece.start).toBe(start)
          start = piece.end
          const raw = xml.slice(piece.from, piece.to)
          const value = text.slice(piece.start, piece.end)
          if (piece.kind === 'text' && raw.length === value.length) expect(raw).toBe(value)
          if (piece.kind !== 'text') expect([piece.from, piece.to]).toEqual([piece.element.from, piece.element.to])
          const { element, run } = piece
          expect(element.from <= piece.from && piece.to <= element.to).toBe(true)
          expect(xml[element.from]).toBe('<')
          expect(xml[element.to - 1]).toBe('>')
          if (!run) continue
          expect(xml.startsWith(run.tag, run.from)).toBe(true)
          expect(xml.slice(run.contentTo, run.to)).toBe(`</${run.prefix}r>`)
          expect(xml.slice(run.from, run.contentFrom)).toBe(run.tag + run.properties)
          expect(run.contentFrom <= element.from && element.to <= run.contentTo).toBe(true)
        }
        expect(start).toBe(text.length)
      }
    }
  })

  it.each(documents)('%s: lines are those of the source', (name, document) => {
    const source = sourceOfDocx(name, document)
    const texts = source.document.split('\n')
    expect(document.lines.map(({ start, parts }) => [start, parts.map(({ paragraph }) => paragraph.text).join('')])).toEqual(
      texts.map((text, index) => [texts.slice(0, index).join('\n').length + (index > 0 ? 1 : 0), text]),
    )
  })

  it('counts paragraphs and runs as they stand in the part, those that are not read too', () => {
    const document = open(
      p(`${r('一')}<w:del>${r('<w:delText>二</w:delText>')}</w:del>${r('三')}`) +
        p(`${r(`<w:pict><w:txbxContent>${p('框')}${p('内')}</w:txbxContent></w:pict>`)}${r('外')}`) +
        p('四'),
    )
    expect(bodyOf(document).map(({ index }) => index)).toEqual([0, 1, 4])
    expect(bodyOf(document).map(({ pieces }) => pieces.map(({ run }) => run?.index))).toEqual([[0, 2], [1], [0]])
    expect(document.stories[1]).toMatchObject({
      kind: 'textbox',
      anchor: { paragraph: 1 },
      paragraphs: [{ index: 2 }, { index: 3 }],
    })
    expect(document.main.xml.slice(document.stories[1]?.anchor?.run?.from).startsWith('<w:r><w:pict>')).toBe(true)
  })

  it('counts references and CDATA as what they are', () => {
    const { text, pieces } = first(p(r('甲&amp;乙&#x20BB7;丙&#160;<![CDATA[<丁>]]>戊\r\n己')))
    expect(text).toBe('甲&乙𠮷丙\u00a0<丁>戊 己')
    expect(pieces.map(({ start, end, from, to }) => [text.slice(start, end), to - from])).toEqual([
      ['甲', 1],
      ['&', 5],
      ['乙', 1],
      ['𠮷', 9],
      ['丙', 1],
      ['\u00a0', 6],
      ['<丁>', 15],
      ['戊', 1],
      [' ', 2],
      ['己', 1],
    ])
  })

  it('drops the blanks that Word drops', () => {
    const said = '<w:t xml:space="preserve"> 乙 </w:t>'
    const { text, pieces } = first(p(`${r(' \n甲 ')}${r(said)}${r('　丙&#32;')}${r('  ')}`))
    expect(text).toBe('甲 乙 　丙')
    expect(pieces).toHaveLength(3)
  })

  it('tells what text stands in', () => {
    const control = (properties: string, content: string): string =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const { pieces } = first(
      p(
        [
          r('零'),
          `<w:ins>${r('一')}</w:ins>`,
          `<w:hyperlink>${r('二')}</w:hyperlink>`,
          `<w:fldSimple w:instr="PAGE">${r('三')}</w:fldSimple>`,
          control('<w:lock w:val="sdtContentLocked"/><w:dataBinding/>', r('四')),
          control('<w:lock w:val="sdtLocked"/>', r('五')),
          r(`<w:ruby><w:rt>${r('liu')}</w:rt><w:rubyBase>${r('六')}</w:rubyBase></w:ruby>`),
          r('<mc:AlternateContent><mc:Choice Requires="w14"><w:t>七</w:t></mc:Choice></mc:AlternateContent>'),
          `<w:moveTo><w:hyperlink>${r('八')}</w:hyperlink></w:moveTo>`,
        ].join(''),
      ),
    )
    expect(pieces.map(({ within }) => within.join(' '))).toEqual([
      '',
      'inserted',
      'link',
      'field',
      'locked bound',
      '',
      'ruby',
      'alternate',
      'inserted link',
    ])
  })

  it('places what is found in the package', () => {
    const source = readDocx('a.docx', wordOf(p('甲') + p(`${r('乙')}${r('丙丁')}`)))
    expect(locate(source, { start: 3, end: 5 })).toMatchObject({
      start: { line: 2, column: 2 },
      end: { line: 2, column: 4 },
      at: { part: 'word/document.xml', paragraph: 1, run: 1 },
    })
  })
})

describe('text', () => {
  it.each([
    [
      'tabs and breaks',
      r('<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:ptab/>'),
      `甲\t乙${LINE_BREAK}丙${LINE_BREAK}\t`,
    ],
    [
      'no breaks of pages',
      r('<w:t>甲</w:t><w:br w:type="page"/><w:lastRenderedPageBreak/><w:br w:type="column"/><w:t>乙</w:t>'),
      '甲乙',
    ],
    ['tab stops', `<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${r('甲')}`, '甲'],
    ['hyphens', r('<w:t>甲</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>乙</w:t>'), '甲\u2011乙'],
    ['symbols of symbol fonts', r('<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:char="2713"/><w:sym/>'), '\uFFFC✓\uFFFC'],
    [
      'pictures in the line, not beside it',
      r('<w:drawing><wp:inline/></w:drawing><w:t>甲</w:t><w:drawing><wp:anchor/></w:drawing>'),
      '\uFFFC甲',
    ],
    ['formulas as one character', `${r('甲')}<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>${r('乙')}`, '甲\uFFFC乙'],
    ['the base of a phonetic guide', r(`<w:ruby><w:rt>${r('hé')}</w:rt><w:rubyBase>${r('核')}</w:rubyBase></w:ruby>`), '核'],
    [
      'smart tags and custom XML',
      `<w:smartTag>${r('甲')}</w:smartTag><w:customXml>${r('乙')}</w:customXml><w:bdo>${r('丙')}</w:bdo>`,
      '甲乙丙',
    ],
    [
      'no hidden text',
      `${r('甲', '<w:vanish/>')}${r('乙', '<w:vanish w:val="0"/>')}${r('丙', '<w:vanish w:val="true"/>')}`,
      '乙',
    ],
    ['no comments, no marks of notes', r('<w:t>甲</w:t><w:commentReference w:id="1"/><w:footnoteRef/><w:annotationRef/>'), '甲'],
    [
      'insertions, no deletions',
      `<w:ins>${r('甲')}</w:ins><w:del>${r('<w:delText>乙</w:delText>')}</w:del><w:moveFrom>${r('丙')}</w:moveFrom><w:moveTo>${r('丁')}</w:moveTo>`,
      '甲丁',
    ],
    ['no properties from before a change', r('甲', '<w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>'), '甲'],
    [
      'of placeholders only their place',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击')}${r('此处')}</w:sdtContent></w:sdt>${r('甲')}`,
      '\ufffc甲',
    ],
  ])('%s', (_, content, expected) => {
    expect(first(`<w:p>${content}</w:p>`).text).toBe(expected)
  })

  const field = (type: string): string => r(`<w:fldChar w:fldCharType="${type}"/>`)
  const code = (text: string): string => r(`<w:instrText>${text}</w:instrText>`)

  it('shows results of fields, not their code, however nested', () => {
    const inner = field('begin') + code(' PAGE ') + field('separate') + r('9') + field('end')
    const outer =
      field('begin') + code(' IF ') + inner + code(' = 1 ') + r('码') + field('separate') + r('乙') + inner + field('end')
    const { text, pieces } = first(p(r('甲') + outer + r('丙')))
    expect(text).toBe('甲乙9丙')
    expect(pieces.map(({ within }) => within.includes('field'))).toEqual([false, true, true, false])
  })

  it('loses nothing behind a field that never ends', () => {
    expect(lines(p(r('甲') + field('begin') + code('X') + r('乙')) + p('丙'))).toEqual(['甲乙', '丙'])
    expect(lines(p(field('end') + field('separate') + r('甲')))).toEqual(['甲'])
    // A field that ends is still a field beside one that does not.
    expect(lines(p(field('begin') + field('begin') + r('码') + field('end') + r('甲')))).toEqual(['甲'])
  })

  it('takes a table of contents for what it is', () => {
    const toc = field('begin') + code(' TOC \\o "1-3" ') + field('separate') + r('一、回顾') + r('<w:tab/>') + r('1')
    const styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    const gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    expect(
      lines(
        p(toc) +
          p('二、安排') +
          p(field('end') + r('正文')) +
          p('三、', '<w:pStyle w:val="t"/>') +
          `<w:sdt><w:sdtPr>${gallery}</w:sdtPr><w:sdtContent>${p('目录')}</w:sdtContent></w:sdt>`,
        { styles },
      ),
    ).toEqual([
      '一、回顾\t1 {"verbatim":true}',
      '二、安排 {"verbatim":true}',
      '正文',
      '三、 {"verbatim":true}',
      '目录 {"verbatim":true}',
    ])
  })

  it('joins a paragraph whose mark is deleted with the next', () => {
    const mark = '<w:rPr><w:del/></w:rPr>'
    const document = open(p('甲', mark) + p('乙', mark) + p('丙') + p('丁', mark))
    expect(document.lines.map(({ parts }) => parts.map(({ paragraph, start }) => `${paragraph.text}${start}`))).toEqual([
      ['甲0', '乙1', '丙2'],
      ['丁0'],
    ])
    expect(sourceOfDocx('a.docx', document).pieces.map(({ at }) => at?.paragraph)).toEqual([0, 1, 2, 3])
  })

  it('takes one branch of what is offered, the first that is understood', () => {
    const box = (text: string): string => `<w:pict><w:txbxContent>${p(text)}</w:txbxContent></w:pict>`
    const offer = (requires: string): string =>
      p(
        r(
          `<mc:AlternateContent><mc:Choice Requires="${requires}">${box('甲')}</mc:Choice><mc:Choice Requires="w14">${box('乙')}</mc:Choice><mc:Fallback>${box('丙')}</mc:Fallback></mc:AlternateContent>`,
        ),
      )
    expect(lines(offer('wps'))).toEqual(['', '甲 {"aside":"textbox"}'])
    expect(lines(offer('wps unknown'))).toEqual(['', '乙 {"aside":"textbox"}'])
    expect(lines(offer('unknown').replace('Requires="w14"', 'Requires="other"'))).toEqual(['', '丙 {"aside":"textbox"}'])
  })
})

describe('tables', () => {
  const table = (rows: readonly (readonly string[])[]): string =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
  const cell = (text: string, index: number, row: number, column: number): string =>
    `${text} ${JSON.stringify({ cell: { table: index, row, column } })}`

  it('have rows and columns, columns counted by the grid', () => {
    const wide = `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('丙')}`
    const shifted = table([[p('戊')]]).replace('<w:tr>', '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>')
    expect(
      lines(
        p('前') +
          table([
            [p('甲'), p('乙')],
            [wide, p('丁')],
          ]) +
          table([[p('戊'), p('己')]]) +
          p('后'),
      ),
    ).toEqual([
      '前',
      cell('甲', 0, 0, 0),
      cell('乙', 0, 0, 1),
      cell('丙', 0, 1, 0),
      cell('丁', 0, 1, 2),
      cell('戊', 1, 0, 0),
      cell('己', 1, 0, 1),
      '后',
    ])
    expect(lines(shifted.replace('</w:tr>', `<w:tc>${p('己')}</w:tc></w:tr>`))).toEqual([
      cell('戊', 0, 0, 1),
      cell('己', 0, 0, 2),
    ])
  })

  it('in cells are tables, but one cell alone is a frame', () => {
    expect(lines(table([[p('甲') + table([[p('乙'), p('丙')]]), p('丁')]]))).toEqual([
      cell('甲', 0, 0, 0),
      cell('乙', 1, 0, 0),
      cell('丙', 1, 0, 1),
      cell('丁', 0, 0, 1),
    ])
    expect(lines(table([[p('甲') + p('乙')]]))).toEqual(['甲', '乙'])
    expect(lines(table([[table([[p('甲')]]), p('乙')]]))).toEqual([cell('甲', 0, 0, 0), cell('乙', 0, 0, 1)])
  })

  it('have no deleted rows or cells', () => {
    const gone = table([
      [p('甲'), p('乙')],
      [p('丙'), p('丁')],
    ]).replace('<w:tr>', '<w:tr><w:trPr><w:del/></w:trPr>')
    expect(lines(gone)).toEqual([cell('丙', 0, 1, 0), cell('丁', 0, 1, 1)])
    const cellGone = table([[`<w:tcPr><w:cellDel/></w:tcPr>${p('甲')}`, p('乙')]])
    expect(lines(cellGone)).toEqual([cell('乙', 0, 0, 1)])
  })
})

describe('beside the body', () => {
  const section = (references: string): string => `<w:sectPr>${references}</w:sectPr>`
  const refer = (kind: string, id: string, type = 'default'): string => `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`

  it('come headers, footers, notes and text boxes, in this order', () => {
    const call = (kind: string, id: number): string => r(`<w:${kind}Reference w:id="${id}"/>`)
    const note = (kind: string): string =>
      `<w:${kind} w:type="separator" w:id="0">${p('线')}</w:${kind}><w:${kind} w:id="1">${p('先')}</w:${kind}><w:${kind} w:id="2">${p('后')}</w:${kind}><w:${kind} w:id="3">${p('无人引')}</w:${kind}>`
    const body =
      p(r('甲') + call('endnote', 1) + call('footnote', 2)) +
      p(call('footnote', 1) + r('乙') + r(`<w:pict><w:txbxContent>${p('框')}</w:txbxContent></w:pict>`)) +
      section(refer('header', 'header1') + refer('footer', 'footer1'))
    const beside = { header1: p('页眉'), footer1: p('内部资料'), footnotes: note('footnote'), endnotes: note('endnote') }
    expect(lines(body, beside)).toEqual([
      '甲',
      '乙',
      '页眉 {"aside":"header"}',
      '内部资料 {"aside":"footer"}',
      '后 {"aside":"footnote"}',
      '先 {"aside":"footnote"}',
      '先 {"aside":"endnote"}',
      '框 {"aside":"textbox"}',
    ])
    const { stories, main } = open(body, beside)
    const runs = stories.map(({ anchor }) => main.xml.slice(anchor?.run?.from ?? 0, anchor?.run?.to ?? 0))
    expect(stories.map(({ kind, anchor }) => `${kind} ${anchor?.paragraph}`)).toEqual([
      'body undefined',
      'header 0',
      'footer 0',
      'footnote 0',
      'footnote 1',
      'endnote 0',
      'textbox 1',
    ])
    expect(runs[3]).toBe(call('footnote', 2))
  })

  it('headers are read once, and only those that are shown', () => {
    const references = [refer('header', 'header1'), refer('header', 'header2', 'first'), refer('header', 'header3', 'even')].join(
      '',
    )
    const beside = { header1: p('甲'), header2: p('首页'), header3: p('偶数页') }
    const read = (body: string, settings = ''): string[] => lines(body, { ...beside, ...(settings && { settings }) }).slice(1)
    expect(read(p('') + section(references))).toEqual(['甲 {"aside":"header"}'])
    expect(read(p('') + section(`${references}<w:titlePg/>`), '<w:evenAndOddHeaders/>')).toHaveLength(3)
    expect(read(p('', section(references)) + section(references))).toHaveLength(1)
    const other = p('', section(refer('header', 'header1'))) + section(refer('header', 'header4'))
    expect(lines(other, { header1: p('甲'), header4: p('甲') })).toEqual(['', '甲 {"aside":"header"}'])
  })

  it('page numbers alone are nothing to read', () => {
    const page = `<w:fldSimple w:instr=" PAGE ">${r('1')}</w:fldSimple>`
    const beside = { footer1: p(r('— ') + page + r(' —')), footer2: p(r('第') + page + r('页 共5页')) }
    expect(lines(p('甲', section(refer('footer', 'footer1'))) + section(refer('footer', 'footer2')), beside)).toEqual(['甲'])
  })
})

describe('styles', () => {
  const style = (id: string, name: string, properties: string, more = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"${more}><w:name w:val="${name}"/>${properties}</w:style>`
  const outline = (level: number): string => `<w:pPr><w:outlineLvl w:val="${level}"/></w:pPr>`
  const based = (id: string): string => `<w:basedOn w:val="${id}"/>`
  const styled = (id: string, more = ''): string => p('甲', `<w:pStyle w:val="${id}"/>${more}`)

  it('give outline levels, along what they are based on', () => {
    const styles = [
      style('1', 'heading 1', outline(0)),
      style('x', '我的标题', based('1')),
      style('y', '正文样式', based('1') + outline(9)),
      style('2', 'heading 2', ''),
      style('t', 'Title', outline(0)),
      style('c', '循环', based('d')),
      style('d', '循环2', based('c')),
    ].join('')
    const read = (paragraph: string): string | undefined => lines(paragraph, { styles })[0]?.slice(1)
    expect(read(styled('1'))).toBe(' {"heading":1}')
    expect(read(styled('x'))).toBe(' {"heading":1}')
    expect(read(styled('y'))).toBe('')
    expect(read(styled('2'))).toBe(' {"heading":2}')
    // A title is no heading, though Chinese Word gives it a level; a paragraph's own word counts.
    expect(read(styled('t'))).toBe('')
    expect(read(styled('t', '<w:outlineLvl w:val="2"/>'))).toBe(' {"heading":3}')
    expect(read(styled('1', '<w:outlineLvl w:val="9"/>'))).toBe('')
    expect(read(styled('c'))).toBe('')
    expect(read(styled('nowhere'))).toBe('')
    expect(read(styled('1', '<w:pPrChange><w:pPr><w:outlineLvl w:val="5"/></w:pPr></w:pPrChange>'))).toBe(' {"heading":1}')
  })

  it('hide text', () => {
    const styles =
      '<w:style w:type="character" w:styleId="h"><w:name w:val="隐藏"/><w:rPr><w:vanish/></w:rPr></w:style>' +
      style('v', '隐藏段', '<w:rPr><w:vanish/></w:rPr>')
    const hidden = r('甲', '<w:rStyle w:val="h"/>') + r('乙', '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')
    expect(lines(p(hidden) + styled('v'), { styles })).toEqual(['乙', ''])
  })

  it('give numbering, at the level that is theirs', () => {
    const level = (index: number, text: string, more = ''): string =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = [
      '<w:abstractNum w:abstractNumId="0">',
      level(0, '%1、', '<w:pStyle w:val="1"/>'),
      level(1, '（%2）', '<w:pStyle w:val="2"/>'),
      '</w:abstractNum>',
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="list"/></w:abstractNum>',
      `<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="list"/>${level(0, '第%1条')}</w:abstractNum>`,
      '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>',
      '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>',
      ...[0, 1, 2, 3, 4].map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`),
    ].join('')
    const number = (id: number, at?: number): string =>
      `<w:numPr>${at === undefined ? '' : `<w:ilvl w:val="${at}"/>`}<w:numId w:val="${id}"/></w:numPr>`
    const styles = [
      style('1', 'heading 1', `<w:pPr>${number(1)}</w:pPr>`),
      style('2', 'heading 2', `<w:pPr>${number(1)}</w:pPr>`),
      style('x', '子样式', based('2')),
      '<w:style w:type="numbering" w:styleId="list"><w:name w:val="列表"/>',
      `<w:pPr>${number(3)}</w:pPr></w:style>`,
    ].join('')
    const body = [
      styled('1'),
      styled('2'),
      styled('x'),
      styled('1', number(0)),
      styled('1'),
      p('乙', number(2)),
      p('乙', number(3, 0)),
      p('丙', number(4)),
      p('丁', number(5)),
      p('戊', number(99)),
      p('被并', `${number(2)}<w:rPr><w:del/></w:rPr>`),
      p('己', number(2)),
    ].join('')
    expect(lines(body, { styles, numbering }).map((line) => line.replace(/ \{.*/, ''))).toEqual([
      '一、甲',
      '（一）甲',
      '（二）甲',
      '甲',
      '二、甲',
      '第一条乙',
      '第二条乙',
      '009丙',
      '丁',
      '戊',
      '第三条被并己',
    ])
  })
})

describe('packages', () => {
  const numbered = sampleOf('docx-numbered')
  const expected = readDocx('a.docx', numbered)
  const xmlOf = (bytes: Uint8Array, name: string): string => {
    const archive = openZip('a.docx', 'zip', bytes)
    const entry = archive.find(name)
    return entry ? Buffer.from(archive.read(entry)).toString('utf8') : ''
  }
  const document = xmlOf(numbered, 'word/document.xml')
  const strict = (xml: string): string =>
    xml
      .replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006', 'http://purl.oclc.org/ooxml/officeDocument')
  const names = ['word/document.xml', 'word/styles.xml', 'word/numbering.xml', '_rels/.rels', 'word/_rels/document.xml.rels']
  const utf16 = Buffer.from(`\uFEFF${document.replace('UTF-8', 'UTF-16')}`, 'utf16le')
  const bare = document
    .replace(/(<\/?)w:/g, '$1')
    .replace('xmlns:w=', 'xmlns=')
    .replace('<document ', '<document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ')

  it.each([
    ['other prefixes', { 'word/document.xml': document.replace(/(<\/?|\s)w:/g, '$1ns0:').replace('xmlns:w=', 'xmlns:ns0=') }],
    ['no prefixes', { 'word/document.xml': bare }],
    ['UTF-16', { 'word/document.xml': utf16 }],
    ['UTF-16 with the other order of bytes', { 'word/document.xml': Buffer.from(utf16).swap16() }],
    ['UTF-16 without a mark', { 'word/document.xml': utf16.subarray(2) }],
    ['a byte order mark', { 'word/document.xml': `\uFEFF${document}` }],
    ['strict namespaces', Object.fromEntries(names.map((name) => [name, strict(xmlOf(numbered, name))]))],
    [
      'no relationships of the package',
      { '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>' },
    ],
    [
      'targets from the root, and relationships without a target',
      {
        '_rels/.rels': xmlOf(numbered, '_rels/.rels')
          .replace('"word/', '"/word/')
          .replace('<Relationship ', '<Relationship Id="x"/><Relationship '),
        'word/_rels/document.xml.rels': xmlOf(numbered, 'word/_rels/document.xml.rels').replace(
          '"styles.xml"',
          '"./x/../styles.xml"',
        ),
      },
    ],
  ])('are read with %s', (_, entries) => {
    const read = readDocx('a.docx', changed(numbered, entries))
    expect(read.text).toBe(expected.text)
    expect(read.blocks).toEqual(expected.blocks)
  })

  it('may call the main part what they like', () => {
    const entries = wordEntries(p('甲'))
    const renamed = JSON.parse(JSON.stringify(entries).replaceAll('word/document', 'docs/正文 2')) as Record<string, string>
    expect(readDocx('a.docx', zipOf(renamed)).text).toBe('甲')
    const escaped = { ...renamed, '_rels/.rels': (renamed['_rels/.rels'] ?? '').replace('正文 2', encodeURIComponent('正文 2')) }
    expect(readDocx('a.docx', zipOf(escaped)).text).toBe('甲')
  })

  it.each([
    ['format-damaged', { 'word/document.xml': document.slice(0, 5000) }],
    ['format-damaged', { 'word/document.xml': '' }],
    ['format-damaged', { 'word/document.xml': document.replace('</w:p>', '</w:r>') }],
    ['format-damaged', { 'word/document.xml': document.replace('同志们', '&#xD800;') }],
    ['format-damaged', { 'word/document.xml': document.replace('同志们', '&#0;') }],
    ['format-damaged', { 'word/document.xml': document.replace('同志们', '&nbsp;') }],
    ['format-damaged', { 'word/document.xml': document.replace('同志们', 'a & b') }],
    ['format-damaged', { 'word/document.xml': document.replace('同志们', '\x01') }],
    ['format-damaged', { 'word/document.xml': document.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document') }],
    ['format-damaged', { 'word/document.xml': Buffer.from([...Buffer.from('<a>'), 0xff]) }],
    ['format-damaged', { 'word/document.xml': Buffer.concat([utf16, Buffer.of(0)]) }],
    ['format-damaged', { 'word/document.xml': Buffer.from(`\uFEFF${document.replace('同志们', '\uD800')}`, 'utf16le') }],
    ['format-damaged', { 'word/styles.xml': '<w:styles>' }],
    [
      'file-too-complex',
      { 'word/document.xml': rootOf('document', `${'<w:customXml>'.repeat(300)}${'</w:customXml>'.repeat(300)}`) },
    ],
    [
      'format-unsupported',
      {
        '[Content_Types].xml': xmlOf(numbered, '[Content_Types].xml').replace(
          'wordprocessingml.document.main',
          'spreadsheetml.sheet.main',
        ),
      },
    ],
  ])('are refused: %s', (code, entries) => {
    expect(codeOf(() => readDocx('a.docx', changed(numbered, entries)))).toBe(code)
  })

  it('without a main part are damaged', () => {
    const { 'word/document.xml': _, ...rest } = wordEntries(p('甲'))
    expect(codeOf(() => readDocx('a.docx', zipOf(rest)))).toBe('format-damaged')
    expect(codeOf(() => readDocx('a.docx', zipOf({ 'a.txt': '甲' })))).toBe('format-damaged')
  })

  it('tell what was not read', () => {
    const bytes = changed(wordOf(`${p('甲')}<w:altChunk/><w:p><w:subDoc/></w:p>`), { '_xmlsignatures/sig1.xml': '<x/>' })
    expect(openDocx('a.docx', bytes).warnings.map(({ kind }) => kind)).toEqual(['alt-chunk', 'sub-document', 'signature'])
  })
})

describe('cost', () => {
  /** The time that the reading of a body takes, in milliseconds; best of two. */
  const time = (body: string): number => {
    const bytes = wordOf(body)
    return Math.min(
      ...[0, 1].map(() => {
        const begin = computed()
        readDocx('a.docx', bytes)
        return computed() - begin
      }),
    )
  }
  /** Not to be packed too densely. */
  const noise = (index: number): string => ((index * 2654435761) % 4294967296).toString(36)

  it.each([
    ['runs in one paragraph', (count: number) => p(Array.from({ length: count }, (_, index) => r(noise(index))).join(''))],
    ['paragraphs', (count: number) => Array.from({ length: count }, (_, index) => p(noise(index))).join('')],
    ['references', (count: number) => p(r(Array.from({ length: count }, (_, index) => `${noise(index)}&amp;`).join('')))],
    [
      'blanks in one text',
      (count: number) => p(Array.from({ length: 20 }, (_, index) => r(noise(index) + ' '.repeat(count))).join('')),
    ],
    [
      'declarations of namespaces',
      (count: number) =>
        `<w:customXml ${Array.from({ length: count }, (_, index) => `xmlns:${`n${noise(index)}`}="${noise(index)}"`).join(' ')}>${Array.from({ length: count }, (_, index) => `<w:smartTag xmlns:x="${noise(index)}"/>`).join('')}</w:customXml>`,
    ],
    [
      'attributes',
      (count: number) => `<w:p ${Array.from({ length: count }, (_, index) => `x${index}="${noise(index)}"`).join(' ')}/>`,
    ],
    [
      'deleted marks',
      (count: number) => Array.from({ length: count }, (_, index) => p(noise(index), '<w:rPr><w:del/></w:rPr>')).join(''),
    ],
    [
      'fields that never end',
      (count: number) =>
        Array.from({ length: count }, (_, index) => p(r(`<w:fldChar w:fldCharType="begin"/><w:t>${noise(index)}</w:t>`))).join(
          '',
        ),
    ],
    [
      'text boxes',
      (count: number) =>
        Array.from({ length: count }, (_, index) =>
          p(r(`<w:pict><w:txbxContent>${p(noise(index))}</w:txbxContent></w:pict>`)),
        ).join(''),
    ],
  ])('is linear in %s', (_, body) => {
    const small = time(body(2000))
    const large = time(body(16_000))
    // Eight times as much may take 24 times as long: a collection of garbage is not a square.
    expect(large).toBeLessThan(Math.max(small, 5) * 24)
  })

  it.each([
    ['paragraphs', '', '<w:p/>', ''],
    ['tabs', '<w:p><w:r>', '<w:tab/>', '</w:r></w:p>'],
    ['tables', '', '<w:tbl><w:tr><w:tc/></w:tr></w:tbl>', ''],
    ['references', '<w:p><w:r><w:t>', '&amp;', '</w:t></w:r></w:p>'],
    ['fields', '<w:p><w:r>', '<w:fldChar w:fldCharType="begin"/>', '</w:r></w:p>'],
    ['headers', '<w:sectPr>', '<w:headerReference r:id="a"/>', '</w:sectPr>'],
    ['tags', '', '<x/>', ''],
  ])('is not spent on a bomb of %s', (_, before, unit, after) => {
    // Just as densely packed as is allowed.
    const padding = Array.from({ length: 12_000 }, (_, index) => `<!--${noise(index)}${noise(index * 7)}-->`).join('')
    const bytes = wordOf(`${padding}${before}${unit.repeat(Math.floor(16_000_000 / unit.length))}${after}`)
    expect(bytes.length).toBeLessThan(300_000)
    const begin = process.cpuUsage()
    expect(codeOf(() => readDocx('a.docx', bytes))).toBe('file-too-complex')
    // Of the processor's time, in microseconds: other tests run beside this one.
    expect(process.cpuUsage(begin).user).toBeLessThan(4_000_000)
  })

  it('is little for half a million runs and millions of characters in one paragraph', () => {
    const begin = computed()
    const runs = Array.from({ length: 500_000 }, (_, index) => `<w:r><w:t>${noise(index)}</w:t></w:r>`).join('')
    const long = '全区组织工作会议'.repeat(450_000)
    const xml = rootOf('document', `<w:body>${p(runs)}${p(r(long))}</w:body>`)
    // What is packed too densely is refused; this is about the reading, so a part of it is noise.
    const filler = Array.from({ length: 60_000 }, (_, index) => `<!--${noise(index)}-->`).join('')
    const source = readDocx('a.docx', changed(wordOf(''), { 'word/document.xml': xml.replace('<w:body>', `<w:body>${filler}`) }))
    expect(source.text.length).toBeGreaterThan(6_000_000)
    expect(source.pieces).toHaveLength(500_001)
    expect(computed() - begin).toBeLessThan(15_000)
  })
})

describe('the scanner', () => {
  const refuse = refusal('a.docx', 'XML')

  /** What our scanner tells of `xml`, or the code of its refusal. */
  function ours(xml: string): string[] | string {
    const events: string[] = []
    let text = ''
    const flush = (): void => {
      if (text !== '') events.push(`text ${text}`)
      text = ''
    }
    try {
      scanXml(
        xml,
        namespaces,
        {
          open: (tag) => {
            flush()
            events.push(`open ${tag.written} ${tag.name.split(':').at(-1)} ${tag.attribute('w:val') ?? ''}`)
          },
          close: () => {
            flush()
            events.push('close')
          },
          text: (from, to, isLiteral) => {
            const raw = xml.slice(from, to)
            text += isLiteral ? raw.replaceAll(/\r\n?/g, '\n') : resolved(raw.replaceAll(/\r\n?/g, '\n'), refuse)
          },
        },
        refuse,
      )
    } catch (error) {
      if (error instanceof HegaoError) return error.code
      throw error
    }
    return events
  }

  /** The same from saxes, which is strict; undefined where it finds a fault. */
  function theirs(xml: string): string[] | undefined {
    const parser = new SaxesParser({ xmlns: true })
    const events: string[] = []
    let text = ''
    let isSound = true
    const flush = (): void => {
      if (text !== '') events.push(`text ${text}`)
      text = ''
    }
    parser.on('error', () => {
      isSound = false
    })
    parser.on('text', (more) => {
      text += more
    })
    parser.on('cdata', (more) => {
      text += more
    })
    parser.on('opentag', (tag) => {
      flush()
      const value = Object.values(tag.attributes).find(({ local, uri }) => local === 'val' && namespaces.get(uri) === 'w')
      events.push(`open ${tag.name} ${tag.local} ${value?.value ?? ''}`)
    })
    parser.on('closetag', () => {
      flush()
      events.push('close')
    })
    try {
      parser.write(xml).close()
    } catch {
      return undefined
    }
    // Blanks outside of the root are no text.
    return isSound
      ? events.filter((event, index) => !event.startsWith('text') || (index > 0 && index < events.length - 1))
      : undefined
  }

  const parts = samples.flatMap(([name, bytes]) => {
    const archive = openZip(name, 'zip', bytes)
    return archive.entries.map((entry) => [`${name} ${entry.name}`, decodeXml(archive.read(entry), archive).xml] as const)
  })

  it.each(parts)('agrees with saxes on %s', (_, xml) => {
    expect(ours(xml)).toEqual(theirs(xml))
  })

  it.each([
    ['<a/>'],
    ['<a\n b = "1"\t c=\'"\' />'],
    ['<a b="&lt;&#65;&#x42;&quot;">&amp;&apos;&gt;</a >'],
    ['<?xml version="1.0"?><!-- <a> --><a><!-- </a> --><?x </a> ?><![CDATA[<b>&amp;]]></a>\n<!-- -->'],
    ['<a xmlns="x"><b xmlns:w="y" xmlns=""><w:c w:val="1"/></b><c/></a>'],
    ['<a>一\r\n二\r三</a>'],
    ['<a b=">"/>'],
  ])('agrees with saxes on %j', (xml) => {
    expect(theirs(xml)).toBeDefined()
    expect(ours(xml)).toEqual(theirs(xml))
  })

  it.each([
    [''],
    ['一'],
    ['<a>'],
    ['</a>'],
    ['<a></b>'],
    ['<a></a'],
    ['<a><b></a></b>'],
    ['<a/><b/>'],
    ['<a/>一'],
    ['<a b/>'],
    ['<a b=1/>'],
    ['<a b="1"c="2"/>'],
    ['<a b="1/>'],
    ['<a / >'],
    ['<>'],
    ['< a/>'],
    ['<a>&amp</a>'],
    ['<a>&x;</a>'],
    ['<a>&#xFFFF;</a>'],
    ['<a>&#X41;</a>'],
    ['<a><![CDATA[</a>'],
    ['<a><!-- </a>'],
    ['<![CDATA[x]]><a/>'],
    ['<!DOCTYPE a><a/>'],
  ])('refuses %j, as saxes does', (xml) => {
    expect(ours(xml)).toBe('format-damaged')
    if (!xml.startsWith('<!DOCTYPE')) expect(theirs(xml)).toBeUndefined()
  })

  it('reads what saxes reads, and reads it alike, when XML is broken at random', () => {
    const random = randomFrom(7)
    const [, xml = ''] = parts.find(([name]) => name === 'docx-kitchen word/document.xml') ?? []
    let sound = 0
    for (let round = 0; round < 400; round++) {
      const mutant = mutated(xml, random)
      const expected = theirs(mutant)
      if (!expected) continue
      const actual = ours(mutant)
      if (/<!DOCTYPE/.test(mutant)) continue
      sound++
      expect(actual).toEqual(expected)
    }
    expect(sound).toBeGreaterThan(20)
  })
})

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const scraps = [
  ...['<w:p>', '</w:p>', '<w:r>', '</w:r>', '<w:del>', '</w:del>', '<w:tbl>', '<w:tr/>', '<w:tc>', '<w:sdt>', '<w:txbxContent>'],
  ...['<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', '<mc:Choice Requires="wps">', '<mc:Fallback>'],
  ...['<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:ilvl w:val="-1"/>', '<w:ilvl w:val="99"/>', '<w:gridSpan w:val="99999"/>'],
  ...['&amp;', '&#x;', '&', '<', '>', '"', "'", '<![CDATA[', ']]>', '<!--', '-->', '<?x?>', '\u2028', '\uFFFC', ' xmlns:w="x"'],
]

/** XML with one or a few things out of place: a scrap put in, a stretch taken out, doubled or moved. */
function mutated(xml: string, random: () => number): string {
  let result = xml
  const whole = (most: number): number => Math.floor(random() * most)
  for (let change = 1 + whole(3); change > 0; change--) {
    // Mostly at a tag, where there is something to break.
    const near = result.indexOf(random() < 0.5 ? '<' : '>', whole(result.length))
    const at = random() < 0.8 && near >= 0 ? near : whole(result.length)
    const length = whole(random() < 0.5 ? 4 : 200)
    const stretch = result.slice(at, at + length)
    const to = whole(result.length)
    result =
      random() < 0.3
        ? result.slice(0, at) + scraps[whole(scraps.length)] + result.slice(at)
        : random() < 0.4
          ? result.slice(0, at) + result.slice(at + length)
          : random() < 0.6
            ? result.slice(0, at) + stretch + result.slice(at)
            : result.slice(0, to) + stretch + result.slice(to)
  }
  return result
}

describe('whatever the file', () => {
  /** How many files each of the two reads, whatever the machine. */
  const mutants = Number(process.env.FUZZ ?? 800)

  /** Reads, and holds every result to what the model says. */
  function read(bytes: Uint8Array): string {
    try {
      const document = openDocx('a.docx', bytes)
      const source = sourceOfDocx('a.docx', document)
      expect(source.text.length).toBe(source.document.length)
      const starts = document.lines.map(({ start }) => start)
      expect(starts).toEqual(starts.length === 0 ? [] : lineStarts(source.document))
      return 'read'
    } catch (error) {
      if (error instanceof HegaoError && error.code !== 'internal-error') return error.code
      throw error
    }
  }

  function fuzz(make: (random: () => number) => Uint8Array): Map<string, number> {
    const random = randomFrom(2026)
    const seen = new Map<string, number>()
    for (let mutant = 0; mutant < mutants; mutant++) {
      const bytes = make(random)
      const begin = computed()
      const outcome = read(bytes)
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
      expect(computed() - begin).toBeLessThan(1000)
    }
    return seen
  }

  it('is read or refused with a code, when bytes are changed', () => {
    const seen = fuzz((random) => {
      const [, sample] = samples[Math.floor(random() * samples.length)] as (typeof samples)[number]
      const bytes = Buffer.from(sample)
      for (let change = 1 + Math.floor(random() * 4); change > 0; change--) {
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
      }
      return random() < 0.1 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes
    })
    expect(seen.get('read') ?? 0).toBeGreaterThan(10)
    expect(seen.get('format-damaged') ?? 0).toBeGreaterThan(10)
  }, 30_000)

  it('is read or refused with a code, when its XML is changed', () => {
    const parts = samples.flatMap(([name, bytes]) => {
      const archive = openZip(name, 'zip', bytes)
      return archive.entries.map((entry) => ({ bytes, name: entry.name, xml: Buffer.from(archive.read(entry)).toString('utf8') }))
    })
    const seen = fuzz((random) => {
      const part = parts[Math.floor(random() * parts.length)] as (typeof parts)[number]
      return changed(part.bytes, { [part.name]: mutated(part.xml, random) })
    })
    expect(seen.get('read') ?? 0).toBeGreaterThan(10)
    expect(seen.get('format-damaged') ?? 0).toBeGreaterThan(10)
  }, 30_000)
})
