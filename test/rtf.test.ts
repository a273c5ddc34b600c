/** Rich Text Format: what its controls mean, that it equals the .docx it came from, and that nothing in a file can harm. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from '../src/parse/index.ts'
import { LINE_BREAK } from '../src/read/paragraphs.ts'
import { readRtf } from '../src/read/rtf/index.ts'
import type { Source } from '../src/source.ts'
import { computed } from './support/clock.ts'
import { fuzzed, granted, outcome, randomBytes } from './support/mutants.ts'
import { treeText } from './support/tree-text.ts'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/read', name))

const sourceOf = (rtf: string): Source => readRtf('a.rtf', Buffer.from(rtf, 'latin1'))
const inDocument = (body: string): Source => sourceOf(`{\\rtf1\\ansi\\ansicpg936${body}}`)

const told = ({ text, blocks }: Source): unknown[] =>
  blocks.map(({ start, end, hint }) => (hint ? [text.slice(start, end), hint] : text.slice(start, end)))

describe('characters', () => {
  const fonts =
    '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset136 MingLiU;}{\\f3\\fcharset2 Wingdings;}}'
  it.each([
    ['signed', '\\u-29778?\\u21578?', '议告'.replace('议', String.fromCharCode(65536 - 29778))],
    ['unsigned', '\\u35758?\\u21578?', '议告'],
    ['outside the first plane', '\\u-10174?\\u-8265?', '\ud842\udfb7'],
    ['in one', '\\u134071?', '\ud842\udfb7'],
    ['with a fallback of two characters', "\\uc2\\u24037\\'b9\\'a4\\u20316\\'d7\\'f7.", '工作.'],
    ['with a fallback of none', '\\uc0\\u24037\\u20316 x', '工作x'],
    ['with a fallback that a group ends', '{\\uc3\\u24037 a}bcd', '工bcd'],
    ['of the code page', "\\'b9\\'a4\\'d7\\'f7", '工作'],
    ['of the font: GB 2312', "\\f1\\'b9\\'a4\\'d7\\'f7", '工作'],
    ['of the font: Big5', "\\f2\\'a4\\'75\\'a7\\'40", '工作'],
    ['of the font: Big5, the second byte as a letter', "\\f2\\'a4u\\'a7@", '工作'],
    ['of the font: Western', "\\f0\\'93\\'85\\'94\\'97", '“…”—'],
    ['of the font of the script', "\\f0\\loch\\af0\\hich\\af0\\dbch\\af1\\'b9\\'a4", '工'],
    ['of a symbol font', "\\f3\\'fc", '\uFFFC'],
    ['that are escaped', '\\{\\}\\\\', '{}\\'],
    ['with names', '\\ldblquote a\\rdblquote\\emdash\\~b\\_c\\-d\\tab e\\line f', `“a”—\u00a0b\u2011cd\te${LINE_BREAK}f`],
    ['on lines of the file', 'a\r\nb\nc', 'abc'],
    ['of text in UTF-16 beside old text', '{\\upr{??}{\\*\\ud{\\u24037 ?\\u20316 ?}}}', '工作'],
  ])('%s', (_, body, text) => {
    expect(inDocument(`${fonts}${body}\\par`).document).toBe(text)
  })

  it('that the code page does not have are told', () => {
    const { text, damage } = inDocument(`${fonts}\\f1 a\\'ffb\\par`)
    expect(text).toBe('a\uFFFDb')
    expect(damage).toEqual([{ kind: 'undecodable', offset: 1, length: 1 }])
  })
})

describe('what is not text', () => {
  it.each([
    ['hidden', 'a{\\v b}c\\v d\\v0 e\\v f\\plain g', 'aceg'],
    ['deleted', 'a{\\deleted b}{\\revised c}', 'ac'],
    ['groups that nobody knows', 'a{\\*\\unknown b{c}}d{\\*\\bkmkstart x}e', 'ade'],
    ['the code of a field', 'a{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt b}}c', 'abc'],
    [
      'a field in the code of a field',
      'a{\\field{\\*\\fldinst IF {\\field{\\*\\fldinst PAGE}{\\fldrslt 9}} x}{\\fldrslt b}}c',
      'abc',
    ],
    [
      'the reading above a character',
      'a{\\field{\\*\\fldinst EQ \\\\* jc2 \\\\o\\\\ad(\\\\s\\\\up 9(h),b)}{\\fldrslt }}c',
      'abc',
    ],
    ['a picture', 'a{\\*\\shppict{\\pict\\pngblip 0123}}{\\nonshppict{\\pict 0123}}b', 'a\uFFFCb'],
    ['bytes', 'a{\\pict\\bin5 }}}{\\}b', 'a\uFFFCb'],
    ['a formula', 'a{\\mmath{\\*\\moMath{\\*\\mr x}}}b', 'a\uFFFCb'],
    ['notes of reviewers', 'a{\\*\\atnid x}{\\*\\annotation b}c', 'ac'],
    ['properties of the file', '{\\info{\\title b}}a', 'a'],
  ])('%s', (_, body, text) => {
    expect(inDocument(`${body}\\par`).text).toBe(text)
  })

  it('comes back: an object is shown by its picture', () => {
    expect(inDocument('a{\\object{\\*\\objdata 00}{\\result{\\pict 00}}}b\\par').text).toBe('a\uFFFCb')
  })
})

describe('paragraphs', () => {
  it('have the outline level of their own or of their style', () => {
    const styles =
      '{\\stylesheet{Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2\\sbasedon1 Own;}{\\s3 Heading 3;}{\\s4\\outlinelevel0 Title;}' +
      '{\\s5 toc 1;}{\\*\\cs1\\outlinelevel4 Strong;}}'
    const body =
      '\\pard a\\par\\pard\\s1 b\\par\\pard\\s2 c\\par\\pard\\s3 d\\par\\pard\\s4 e\\par\\pard\\s1\\outlinelevel9 f\\par\\pard\\s5 g\\par'
    expect(told(inDocument(styles + body))).toEqual([
      'a',
      ['b', { heading: 1 }],
      ['c', { heading: 1 }],
      ['d', { heading: 3 }],
      'e',
      'f',
      ['g', { verbatim: true }],
    ])
  })

  it('have the label that is written out, and no bullet', () => {
    const tables =
      "{\\*\\listtable{\\list{\\listlevel\\levelnfc23\\levelnfcn23{\\leveltext\\'01o;}}\\listid7}{\\list{\\listlevel\\levelnfc39}\\listid8}}" +
      '{\\*\\listoverridetable{\\listoverride\\listid7\\ls1}{\\listoverride\\listid8\\ls2}}'
    const body =
      "{\\listtext\\u19968?\\u12289?\\tab}\\pard\\ls2\\ilvl0 a\\par{\\listtext o\\tab}\\pard\\ls1\\ilvl0 b\\par{\\listtext\\'a1\\'f1\\tab}\\pard c\\par\\pard d\\par"
    expect(told(inDocument(tables + body))).toEqual([['a', { label: '一、' }], 'b', 'c', 'd'])
  })

  it('whose mark is deleted go on in the next', () => {
    expect(told(inDocument('{\\s1\\outlinelevel0 a{\\deleted\\par}}\\pard b\\par'))).toEqual(['ab'])
  })

  it('are cells of tables, and of tables in them; one cell is a frame', () => {
    const body =
      '\\pard\\intbl a\\cell\\pard\\intbl b\\par\\pard\\intbl\\itap2 c\\nestcell d\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}' +
      '\\pard\\intbl e\\cell\\row\\pard\\intbl f\\cell\\row\\pard g\\par\\pard\\intbl h\\cell\\row\\pard i\\par'
    expect(told(inDocument(body))).toEqual([
      ['a', { cell: { table: 0, row: 0, column: 0 } }],
      ['b', { cell: { table: 0, row: 0, column: 1 } }],
      ['c', { cell: { table: 1, row: 0, column: 0 } }],
      ['d', { cell: { table: 1, row: 0, column: 1 } }],
      ['e', { cell: { table: 0, row: 0, column: 1 } }],
      ['f', { cell: { table: 0, row: 1, column: 0 } }],
      'g',
      'h',
      'i',
    ])
  })

  it('of a table of contents are no prose', () => {
    expect(told(inDocument('{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt a\\tab 1\\par b\\tab 2}}\\par c\\par'))).toEqual([
      ['a\t1', { verbatim: true }],
      ['b\t2', { verbatim: true }],
      'c',
    ])
  })

  it('may lack their last mark', () => {
    expect(told(inDocument('a\\par\\pard\\outlinelevel0 b'))).toEqual(['a', ['b', { heading: 1 }]])
  })
})

describe('beside the body', () => {
  it('comes kind by kind, and not what nobody sees', () => {
    const body =
      '\\sectd{\\headerf unseen}{\\headerl unseen}{\\headerr\\u20869? x\\par}{\\footer\\emdash  {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}} \\emdash\\par}' +
      'a{\\footnote{\\chftn} note\\par}b{\\footnote\\ftnalt end\\par}{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt box\\par}}{\\shprslt{\\*\\do box}}}c\\par' +
      '\\sect\\sectd\\titlepg{\\headerf first}{\\headerr\\u20869? x\\par}d\\par'
    expect(told(inDocument(body))).toEqual([
      'abc',
      'd',
      ['内 x', { aside: 'header' }],
      ['first', { aside: 'header' }],
      [' note', { aside: 'footnote' }],
      ['end', { aside: 'endnote' }],
      ['box', { aside: 'textbox' }],
    ])
  })
})

describe('a report', () => {
  it('has the tree of the same report as .docx', async () => {
    const { readDocx } = await import('../src/read/docx/index.ts')
    const docx = readDocx('a.docx', fixture('docx-numbered/input.docx'))
    const rtf = readRtf('a.rtf', fixture('rtf-numbered/input.rtf'))
    expect(treeText(parse(rtf))).toBe(treeText(parse(docx)))
  })
})

describe('hostile files', () => {
  const large = (rtf: string): Buffer => Buffer.from(rtf, 'latin1')
  it.each([
    ['a million braces', large(`{\\rtf1 ${'{'.repeat(1e6)}`), 'file-too-complex'],
    ['fields in fields', large(`{\\rtf1 ${'{\\field{\\*\\fldinst '.repeat(1e5)}`), 'file-too-complex'],
    ['a million notes', large(`{\\rtf1 ${'{\\footnote x}'.repeat(1e6)}}`), 'file-too-complex'],
    ['ten megabytes of a picture', large(`{\\rtf1 {\\pict ${'ab'.repeat(5e6)}}}`), 'read'],
    ['an endless word', large(`{\\rtf1 \\${'a'.repeat(1e6)}}`), 'read'],
    ['an endless number', large(`{\\rtf1 \\b${'1'.repeat(1e6)}}`), 'read'],
    ['bytes without end', large('{\\rtf1 \\bin4000000000 x}'), 'format-damaged'],
    ['styles based on themselves', large('{\\rtf1{\\stylesheet{\\s1\\sbasedon1 a;}}\\s1 b\\par}'), 'read'],
    ['a table in a million tables', large('{\\rtf1 \\intbl\\itap1000000 a\\nestcell\\par}'), 'read'],
    ['the beginning only', large('{\\rtf1 a\\par'), 'format-damaged'],
    ['nothing', large('{\\rtf'), 'format-damaged'],
  ])('%s', (_, bytes, code) => {
    const start = computed()
    expect(outcome(() => readRtf('a.rtf', bytes))).toBe(code)
    expect(computed() - start).toBeLessThan(10_000)
  })

  it(
    'are read or refused with a code, whatever bytes are changed',
    () => {
      const samples = ['rtf-numbered', 'rtf-kitchen'].map((name) => fixture(`${name}/input.rtf`))
      const words = [
        '{',
        '}',
        '\\par',
        '\\cell\\row',
        "\\'",
        '\\u-1',
        '\\bin9',
        '{\\*',
        '{\\field',
        '{\\footnote ',
        '\\itap9',
        '\\uc9',
      ]
      const seen = fuzzed(
        (random) => randomBytes(random, samples, words),
        (bytes) => readRtf('a.rtf', bytes),
      )
      expect(seen.get('read') ?? 0).toBeGreaterThan(10)
      expect(seen.get('format-damaged') ?? 0).toBeGreaterThan(10)
    },
    granted,
  )
})
