/** `src/annotate/` and `hegao annotate`: comments and tracked changes in a copy, and all else as it was. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { commentLines } from '../src/annotate/comment-text.ts'
import { smallest } from '../src/annotate/difference.ts'
import { freeIds, idsIn } from '../src/annotate/ids.ts'
import { annotate } from '../src/annotate/index.ts'
import { withoutOurs } from '../src/annotate/take-out.ts'
import { isPlain, xmlText } from '../src/annotate/xml-text.ts'
import { chooseRules, emptyConfig } from '../src/config.ts'
import type { Finding } from '../src/finding.ts'
import { checkSource, rules } from '../src/hegao.ts'
import { openDocx, sourceOfDocx } from '../src/read/docx/index.ts'
import { copyZip, isCopyOfOurs } from '../src/read/zip.ts'
import type { Edit, Fix } from '../src/rule.ts'
import type { Source } from '../src/source.ts'
import { findingOf, sourceOf } from './invented.ts'
import { edited, randomFindings, randomFrom, trial } from './support/annotated.ts'
import { docxOf, paragraph, run } from './support/packages.ts'

const root = join(import.meta.dirname, '..')
const fixtures = ['fixtures/annotate', 'fixtures/read', 'fixtures/reports'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.docx'))
    .map((path) => join(root, folder, path)),
)
const kitchen = readFileSync(join(root, 'fixtures/read/docx-kitchen/input.docx'))

const own = (source: Source): readonly Finding[] =>
  checkSource(source, { settings: {}, rules: chooseRules(rules, emptyConfig, new Map()) }).findings

/** A finding of `words`, where they stand first, or of nothing at `words`. */
const finding = (source: Source, words: string, more: Partial<Finding> = {}): Finding => {
  const start = source.text.indexOf(words)
  expect(start, words).toBeGreaterThanOrEqual(0)
  return {
    start,
    end: start + words.length,
    ruleId: 'a-rule',
    messageId: 'said',
    severity: 'warning',
    wording: { zh: '这里有误', en: 'this is wrong' },
    data: {},
    actual: words,
    section: [],
    related: [],
    fingerprint: '',
    ...more,
  }
}

const fixOf = (...edits: Edit[]): { fix: Fix } => ({ fix: { grade: 'suggested', edits } })

/** `words` become `text`. */
const change = (source: Source, words: string, text: string): Finding => {
  const found = finding(source, words)
  return { ...found, ...fixOf({ start: found.start, end: found.end, text }) }
}

const part = (bytes: Uint8Array, name: string): string => {
  const { archive } = openDocx('a.docx', bytes).pack
  const entry = archive.find(name)
  return entry ? Buffer.from(archive.read(entry)).toString('utf8') : ''
}
const body = (bytes: Uint8Array): string => /<w:body>(.*)<\/w:body>/s.exec(part(bytes, 'word/document.xml'))?.[1] ?? ''
const comments = (bytes: Uint8Array): string[] =>
  part(bytes, 'word/comments.xml')
    .split('</w:comment>')
    .slice(0, -1)
    .map((one) =>
      one
        .replaceAll('</w:p>', '\n')
        .replace(/<[^>]*>/g, '')
        .trim(),
    )

/** The body of a document with these findings. */
const written = (xml: string, findingsOf: (source: Source) => readonly Finding[]): string => {
  const { annotated, broken } = trial(docxOf(xml), findingsOf)
  expect(broken).toEqual([])
  return body(annotated.bytes)
}

const start = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number): string => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`

describe('what is written', () => {
  test('a comment is on the very characters, in a run divided for it', () => {
    const xml = written(paragraph(run('回顾二〇二一年工作', '<w:b/>')), (source) => [finding(source, '二〇二一年')])
    expect(xml).toBe(paragraph(run('回顾', '<w:b/>'), start(0), run('二〇二一年', '<w:b/>'), end(0), run('工作', '<w:b/>')))
  })

  test('a repair is a tracked change of the smallest difference', () => {
    const xml = written(paragraph(run('回顾2022年工作')), (source) => [change(source, '2022年', '2021年')])
    const deleted = '<w:del w:id="0" w:author="核稿 hegao"><w:r><w:delText xml:space="preserve">2</w:delText></w:r></w:del>'
    const inserted = `<w:ins w:id="1" w:author="核稿 hegao">${run('1')}</w:ins>`
    expect(xml).toBe(paragraph(run('回顾'), start(0), run('202'), deleted, inserted, run('年'), end(0), run('工作')))
  })

  test('over several runs every run is struck out by itself, and what lies between stays', () => {
    const mark = '<w:bookmarkStart w:id="7" w:name="here"/><w:bookmarkEnd w:id="7"/>'
    const xml = written(paragraph(run('党史'), mark, run('学习', '<w:b/>'), run('教育')), (source) => [
      change(source, '史学习教', ''),
    ])
    const gone = (id: number, text: string, properties = ''): string =>
      `<w:del w:id="${id}" w:author="核稿 hegao">${run(text, properties).replaceAll('w:t', 'w:delText')}</w:del>`
    expect(xml).toBe(
      paragraph(run('党'), start(0), gone(8, '史'), mark, gone(9, '学习', '<w:b/>'), gone(10, '教'), end(0), run('育')),
    )
  })

  test('blanks at a cut are preserved where they were inside before', () => {
    const xml = written('<w:p><w:r><w:t>甲 乙</w:t></w:r></w:p>', (source) => [finding(source, '乙')])
    expect(xml).toContain('<w:t xml:space="preserve">甲 </w:t>')
  })

  test('a document without paragraphs of text: the tag <w:p/> is opened', () => {
    const xml = written('<w:p/>', (source) => [{ ...finding(source, ''), actual: '' }])
    expect(xml).toBe(`<w:p>${start(0)}${end(0)}</w:p>`)
  })

  test('numbers are above all that are taken', () => {
    const taken = '<w:ins w:id="41" w:author="张三"><w:r><w:t>新</w:t></w:r></w:ins>'
    const xml = written(paragraph(taken, run('旧文')), (source) => [change(source, '旧文', '原文')])
    expect(xml).toContain('<w:del w:id="42"')
    expect(freeIds(new Set([2 ** 31 - 1, 0]))()).toBe(1)
    expect(idsIn('<a w:id="3"/><b w:id=\'-4\'/><c r:id="rId5"/>')).toEqual(new Set([3, -4]))
  })

  test('a run with a tracked change of its format is divided into two with one each', () => {
    const properties = '<w:b/><w:rPrChange w:id="5" w:author="张三"><w:rPr/></w:rPrChange>'
    const xml = written(paragraph(run('甲乙', properties)), (source) => [change(source, '乙', '丙')])
    expect(xml.match(/<w:rPrChange w:id="\d+"/g)).toEqual(['<w:rPrChange w:id="5"', expect.not.stringContaining('"5"')])
    expect(/<w:ins .*?<\/w:ins>/.exec(xml)?.[0]).not.toContain('rPrChange')
  })

  test('the comment has the message, the second places, the authority and the rule', () => {
    const document = openDocx('a.docx', docxOf(paragraph(run('2022年的“甲”')) + paragraph(run('2021年的甲 &amp; 乙'))))
    const source = sourceOfDocx('a.docx', document)
    const second = source.text.indexOf('2021年')
    const related = [{ start: second, end: second + 5, wording: { zh: '这里说的是另一年', en: 'another year here' }, data: {} }]
    const annotated = (lang: 'zh' | 'en') =>
      annotate(document, source, [{ ...change(source, '2022年', '2021年'), related }], {
        lang,
        changes: 'none',
        authorityOf: () => ({ tier: '国标', ref: 'GB/T 15834—2011' }),
      })
    expect(comments(annotated('zh').bytes)).toEqual([
      [
        '这里有误',
        '建议改为“2021年”',
        '另见“2021年的甲 &amp; 乙”：这里说的是另一年',
        '依据：国标，GB/T 15834—2011',
        '规则：a-rule（警告）',
      ].join('\n'),
    ])
    expect(comments(annotated('en').bytes)[0]).toContain('Rule: a-rule (warning)')
    expect(part(annotated('zh').bytes, 'word/_rels/document.xml.rels')).toContain('Target="comments.xml"')
    expect(part(annotated('zh').bytes, '[Content_Types].xml')).toContain('PartName="/word/comments.xml"')
  })

  test('the date is what was given, and none where none was', () => {
    const document = openDocx('a.docx', docxOf(paragraph(run('旧文'))))
    const source = sourceOfDocx('a.docx', document)
    const dated = annotate(document, source, [change(source, '旧', '新')], {
      lang: 'zh',
      changes: 'all',
      date: '2026-01-12T00:00:00Z',
    })
    expect(part(dated.bytes, 'word/document.xml').match(/w:date="2026-01-12T00:00:00Z"/g)).toHaveLength(2)
    expect(part(dated.bytes, 'word/comments.xml')).toContain('w:date="2026-01-12T00:00:00Z"')
    const undated = annotate(document, source, [change(source, '旧', '新')], { lang: 'zh', changes: 'all' })
    expect(part(undated.bytes, 'word/document.xml')).not.toContain('w:date')
  })

  test('which repairs become changes', () => {
    const document = openDocx('a.docx', docxOf(paragraph(run('甲乙丙丁'))))
    const source = sourceOfDocx('a.docx', document)
    const safe = { ...change(source, '甲', '申') }
    const findings: Finding[] = [{ ...safe, fix: { grade: 'safe', edits: safe.fix?.edits ?? [] } }, change(source, '丁', '寅')]
    const count = (changes: 'all' | 'safe' | 'none'): number =>
      annotate(document, source, findings, { lang: 'zh', changes }).changes
    expect([count('all'), count('safe'), count('none')]).toEqual([2, 1, 0])
  })
})

describe('what is only a comment', () => {
  const cases: Record<string, readonly [xml: string, words: string, text: string]> = {
    'a tab': [paragraph('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>'), '甲\t', '丙'],
    'a break': [paragraph('<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>'), '甲\n乙', '丙'],
    'the result of a field': [
      paragraph('<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>', run('页')),
      '3页',
      '4页',
    ],
    'an insertion of somebody else': [
      paragraph('<w:ins w:id="1" w:author="张三"><w:r><w:t>新句</w:t></w:r></w:ins>'),
      '新句',
      '原句',
    ],
    'a locked control': [
      `<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>${paragraph(run('不动'))}</w:sdtContent></w:sdt>`,
      '不动',
      '改动',
    ],
    'more than one paragraph': [paragraph(run('前段')) + paragraph(run('后段')), '前段\n后段', '一段'],
    'new text of two lines': [paragraph(run('甲乙')), '甲乙', '甲\n乙'],
    'new text that XML cannot hold': [paragraph(run('甲乙')), '甲乙', '甲\u0001乙'],
  }

  test.each(Object.keys(cases))('%s', (name) => {
    const [xml, words, text] = cases[name] as (typeof cases)[string]
    const { annotated, broken } = trial(docxOf(xml), (source) => [change(source, words, text)])
    expect(broken).toEqual([])
    expect([annotated.comments, annotated.changes]).toEqual([1, 0])
    expect(comments(annotated.bytes)[0]).toContain('建议改为')
  })

  test('half of a character beyond the BMP', () => {
    const { annotated, broken } = trial(docxOf(paragraph(run('𠮷𠮶'))), (source) => [
      { ...finding(source, '𠮷'), end: 1, ...fixOf({ start: 0, end: 1, text: '甲' }) },
    ])
    expect(broken).toEqual([])
    expect(annotated.changes).toBe(0)
  })

  test('a second repair that overlaps the first, or touches it', () => {
    const { annotated, broken } = trial(docxOf(paragraph(run('甲乙丙丁'))), (source) => [
      change(source, '甲乙', '申酉'),
      change(source, '乙丙', '酉戌'),
      change(source, '丙', '戌'),
    ])
    expect(broken).toEqual([])
    expect([annotated.comments, annotated.changes]).toEqual([3, 1])
  })

  test('words beside the body are quoted once', () => {
    const text = '脚注，下茬。'
    const said = { source: sourceOf(text), lang: 'zh', aside: 'footnote', isChanged: false } as const
    const told = (message: string) => commentLines(findingOf(text, '下茬', message), said)[0]
    expect(told('这里有误')).toBe('【脚注】“下茬”：这里有误')
    expect(told('“下茬”是方言')).toBe('【脚注】“下茬”是方言')
  })

  test('half of a repair is never made', () => {
    const { annotated } = trial(docxOf(paragraph(run('甲乙')) + paragraph('<w:r><w:tab/></w:r>')), (source) => {
      const first = finding(source, '甲')
      return [{ ...first, ...fixOf({ start: 0, end: 1, text: '申' }, { start: 3, end: 4, text: '' }) }]
    })
    expect([annotated.comments, annotated.changes]).toEqual([1, 0])
  })

  test('what stands beside the body is told in the body', () => {
    const { annotated, broken, source } = trial(kitchen, (text) => [
      change(text, '页眉文字', '页眉'),
      change(text, '脚注里的文字', '注'),
      change(text, '文本框里的字', '框'),
    ])
    expect(broken).toEqual([])
    expect([annotated.comments, annotated.changes]).toEqual([3, 0])
    const ours = comments(annotated.bytes).slice(-3)
    expect(ours.map((text) => text.split('\n')[0]).sort()).toEqual([
      '【文本框】“文本框里的字”：这里有误',
      '【脚注】“脚注里的文字”：这里有误',
      '【页眉】“页眉文字”：这里有误',
    ])
    expect(source.text).toContain('页眉文字')
    expect(part(annotated.bytes, 'word/document.xml')).toMatch(/<w:commentRangeStart w:id="\d+"\/><w:r><w:footnoteReference/)
  })
})

describe('too many', () => {
  const many =
    (count: number) =>
    (source: Source): Finding[] =>
      Array.from({ length: count }, (_, index) => ({
        ...finding(source, '甲'),
        start: index,
        end: index + 1,
        severity: index % 2 ? ('error' as const) : ('info' as const),
      }))

  test('five hundred comments, the errors first, and one that says so', () => {
    const { annotated, broken } = trial(docxOf(paragraph(run('甲'.repeat(900)))), many(900))
    expect(broken).toEqual([])
    expect(annotated).toMatchObject({ comments: 501, untold: 400 })
    const told = comments(annotated.bytes)
    expect(told.filter((text) => text.includes('（错误）'))).toHaveLength(450)
    expect(told[500]).toContain('一共查出 900 处，批注只写了 500 处')
  })

  test('no more ranges than Word opens, those of others counted', () => {
    const theirs = '<w:comment w:id="1" w:author="张三"><w:p/></w:comment>'.repeat(32_760)
    const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
    const bytes = docxOf(paragraph(run('甲'.repeat(20))), {
      'word/comments.xml': `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${theirs}</w:comments>`,
      'word/_rels/document.xml.rels': `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${type}" Target="comments.xml"/></Relationships>`,
    })
    const document = openDocx('a.docx', bytes)
    const source = sourceOfDocx('a.docx', document)
    expect(annotate(document, source, many(20)(source), { lang: 'zh', changes: 'all' }).comments).toBe(7)
  })
})

describe('again', () => {
  test('what was there before us comes back, to the last character of text', () => {
    const { annotated, before } = trial(kitchen, own)
    const without = withoutOurs(openDocx('a.docx', annotated.bytes))
    expect(without && comments(without)).toEqual(comments(before.pack.archive.bytes))
    expect(withoutOurs(before)).toBeUndefined()
  })

  test('as Word saves it: an answer to our comment stays, and nobody names ours any more', () => {
    const { annotated } = trial(docxOf(paragraph(run('旧文'))), (source) => [change(source, '旧', '新')])
    const saved = openDocx('a.docx', annotated.bytes)
    const w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    const w15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    const answer =
      '<w:comment w:id="1" w:author="张三"><w:p w14:paraId="00000002"><w:r><w:t>已改</w:t></w:r></w:p></w:comment></w:comments>'
    const xml = part(annotated.bytes, 'word/comments.xml')
      .replace('<w:comments ', `<w:comments ${w14} `)
      .replace('<w:p>', '<w:p w14:paraId="00000001">')
      .replace('</w:comments>', answer)
    const rows = '<w15:commentEx w15:paraId="00000001"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/>'
    const rels = part(annotated.bytes, 'word/_rels/document.xml.rels').replace(
      '</Relationships>',
      '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>',
    )
    const bytes = copyZip(
      saved.pack.archive,
      new Map(
        Object.entries({
          'word/comments.xml': xml,
          'word/commentsExtended.xml': `<w15:commentsEx ${w15}>${rows}</w15:commentsEx>`,
          'word/_rels/document.xml.rels': rels,
        }).map(([name, text]) => [name, Buffer.from(text)]),
      ),
    )
    const without = withoutOurs(openDocx('a.docx', bytes)) ?? new Uint8Array()
    expect(comments(without)).toEqual(['已改'])
    expect(part(without, 'word/commentsExtended.xml')).toBe(
      `<w15:commentsEx ${w15}><w15:commentEx w15:paraId="00000002"/></w15:commentsEx>`,
    )
    expect(body(without)).toBe(paragraph(run('旧'), run('文')))
  })

  test('what others have put into our insertion goes with it, but for the ends of their ranges', () => {
    const ours = `<w:ins w:id="1" w:author="核稿 hegao"><w:commentRangeStart w:id="9"/>${run('新')}</w:ins>${run('文')}`
    const bytes = docxOf(paragraph(ours, '<w:commentRangeEnd w:id="9"/>'))
    const without = withoutOurs(openDocx('a.docx', bytes)) ?? new Uint8Array()
    expect(body(without)).toBe(paragraph('<w:commentRangeStart w:id="9"/>', run('文'), '<w:commentRangeEnd w:id="9"/>'))
  })
})

describe('whatever the document and the findings', () => {
  test('there are documents of every kind', () => {
    expect(fixtures.length).toBeGreaterThan(6)
  })

  test.each(fixtures.map((path) => path.slice(root.length + 1)))('%s with its own findings', (path) => {
    const { broken, findings, annotated } = trial(readFileSync(join(root, path)), own)
    expect(broken).toEqual([])
    expect(annotated.comments).toBe(findings.length)
  })

  test('random findings, 1,500 of them', () => {
    const random = randomFrom(20260112)
    const texts = fixtures.map((path) => readFileSync(path))
    let left = 1500
    for (let round = 0; left > 0; round++) {
      const bytes = texts[round % texts.length] as Buffer
      const count = Math.min(left, 1 + Math.floor(random() * 60))
      left -= count
      const { broken } = trial(bytes, (source) => randomFindings(source, count, random))
      expect(broken, `${fixtures[round % texts.length]}, round ${round}`).toEqual([])
    }
  })

  /** Runs, and what can stand beside or around them. */
  const inner = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .string({ unit: fc.constantFrom(...'一二三，。 &<𠮷“”a1'), minLength: 1, maxLength: 8 })
        .map((text) => run(xmlText(text))),
    },
    fc.constantFrom(
      '<w:r><w:t>甲</w:t><w:tab/><w:t>乙 </w:t><w:br/></w:r>',
      '<w:r><w:rPr><w:b/></w:rPr><w:t>a&amp;&#x4e00;&#x20BB7;b</w:t></w:r>',
      '<w:r><w:t><![CDATA[甲&乙]]>丙</w:t></w:r>',
      '<w:r/>',
      '<w:r><w:t/></w:r>',
      '<w:proofErr w:type="spellStart"/>',
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>不见</w:t></w:r>',
      '<w:ins w:id="3" w:author="张三"><w:r><w:t>新插</w:t></w:r></w:ins>',
      '<w:del w:id="4" w:author="张三"><w:r><w:delText>旧删</w:delText></w:r></w:del>',
      '<w:hyperlink w:anchor="a"><w:r><w:t>链接</w:t></w:r></w:hyperlink>',
      '<w:fldSimple w:instr="PAGE"><w:r><w:t>12</w:t></w:r></w:fldSimple>',
      '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF a</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>域</w:t><w:fldChar w:fldCharType="end"/></w:r>',
      '<w:smartTag w:element="a"><w:r><w:t>标记</w:t></w:r></w:smartTag>',
      '<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>',
      '<!-- 说明 -->',
      '<w:r><w:lastRenderedPageBreak/><w:noBreakHyphen/><w:t xml:space="preserve"> 连 </w:t></w:r>',
    ),
  )
  const documents = fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.array(inner, { maxLength: 6 }).map((runs) => paragraph(...runs)) },
        fc.constant('<w:p/>'),
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((paragraphs) => paragraphs.join(''))

  test('random documents', () => {
    fc.assert(
      fc.property(documents, fc.integer(), fc.integer({ min: 1, max: 8 }), (xml, seed, count) => {
        expect(trial(docxOf(xml), (source) => randomFindings(source, count, randomFrom(seed))).broken).toEqual([])
      }),
      { numRuns: 300, seed: 1 },
    )
  })

  test('the smallest difference does what the edit does, and parts no character', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '𠮷', '𠮶', '😀', 'a'), maxLength: 8 })
    fc.assert(
      fc.property(text, text, text, text, (before, old, now, after) => {
        const all = before + old + after
        const edit = { start: before.length, end: before.length + old.length, text: now }
        const small = smallest(all, edit)
        const made = (one: Edit): string => all.slice(0, one.start) + one.text + all.slice(one.end)
        if (!small) return old === now
        expect(made(small)).toBe(made(edit))
        expect(/\p{Surrogate}/u.test(small.text + all.slice(small.start, small.end))).toBe(false)
        expect(small.end - small.start + small.text.length).toBeLessThanOrEqual(old.length + now.length)
        return true
      }),
    )
  })

  test('text in XML is what XML can hold', () => {
    expect(xmlText('甲\u0000<乙>&"\ud800\n\uffff')).toBe('甲\ufffd&lt;乙&gt;&amp;&quot;\ufffd \ufffd')
    expect([isPlain('甲 乙𠮷'), isPlain('\t'), isPlain('\ud842'), isPlain('\u2028')]).toEqual([true, false, false, false])
  })

  test('repairs of the rules give the text that they promise', () => {
    const { annotated, source } = trial(readFileSync(join(root, 'fixtures/read/docx-numbered/input.docx')), own)
    expect(annotated.changes).toBeGreaterThan(5)
    expect(sourceOfDocx('a.docx', openDocx('a.docx', annotated.bytes)).text).toBe(edited(source.text, annotated.changed))
  })
})

describe('hegao annotate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hegao-annotate-'))
  const path = (name: string): string => join(folder, name)
  const numbered = join(root, 'fixtures/read/docx-numbered/input.docx')
  let notes = ''

  /** Runs the program; `notes` is what it says on standard error. */
  const annotating = async (...words: string[]): Promise<number> => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/hegao.js'), 'annotate', ...words], {
      encoding: 'utf8',
    })
    notes = stderr
    return status ?? -1
  }

  beforeAll(() => {
    copyFileSync(numbered, path('讲话稿.docx'))
  })

  test('writes a copy beside the document and says so, and again', async () => {
    expect(await annotating(path('讲话稿.docx'))).toBe(0)
    expect(notes).toMatch(/^批注 \d+ 条，修订 \d+ 处：.*讲话稿\.核稿\.docx\n$/)
    expect(readFileSync(path('讲话稿.docx')).equals(readFileSync(numbered))).toBe(true)
    const first = readFileSync(path('讲话稿.核稿.docx'))
    expect(isCopyOfOurs(first)).toBe(true)
    expect(await annotating(path('讲话稿.docx'))).toBe(0)
    expect(readFileSync(path('讲话稿.核稿.docx')).equals(first)).toBe(true)
    expect(await annotating(path('讲话稿.核稿.docx'), '-o', path('再核.docx'))).toBe(0)
    expect(readFileSync(path('再核.docx')).equals(first)).toBe(true)
  })

  test('never overwrites the document, nor what others have saved', async () => {
    linkSync(path('讲话稿.docx'), path('同一份.docx'))
    expect(await annotating(path('讲话稿.docx'), '-o', path('同一份.docx'))).toBe(2)
    expect(notes).toContain('就是原稿')
    writeFileSync(path('别的.docx'), '别的内容')
    expect(await annotating(path('讲话稿.docx'), '-o', path('别的.docx'))).toBe(2)
    expect(notes).toContain('没有覆盖')
    expect(readFileSync(path('别的.docx'), 'utf8')).toBe('别的内容')
    expect(await annotating(path('讲话稿.docx'), '--force', '-o', path('别的.docx'))).toBe(0)
    expect(await annotating(path('讲话稿.docx'), '-o', path('没有/这里.docx'))).toBe(2)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('nothing found: no copy, but where one was asked for', async () => {
    writeFileSync(path('短.docx'), docxOf(paragraph(run('大家好。'))))
    expect(await annotating(path('短.docx'), '--quiet')).toBe(0)
    expect(notes).toContain('没有发现问题，没有写副本')
    expect(existsSync(path('短.核稿.docx'))).toBe(false)
    for (const _ of ['first', 'again']) {
      expect(await annotating(path('短.docx'), '--quiet', '-o', path('短.副本.docx'))).toBe(0)
      expect(readFileSync(path('短.副本.docx')).equals(readFileSync(path('短.docx')))).toBe(true)
    }
  })

  test.each([
    ['报告.txt', '第一，', '看问题用 hegao check'],
    ['报告.rtf', '{\\rtf1 a}', '另存为 .docx'],
    ['报告.pdf', '%PDF-1.4', 'Word 原稿'],
  ])('%s: an error that says what to do', async (name, content, advice) => {
    writeFileSync(path(name), content)
    expect(await annotating(path(name))).toBe(2)
    expect(notes).toContain(advice)
  })

  test.each([
    [['--changes', 'some'], '--changes 只能是'],
    [['--date', '2026-02-30'], '--date 应当是'],
    [['--date', '昨天'], '--date 应当是'],
  ])('%j is refused', async (words, complaint) => {
    expect(await annotating(path('讲话稿.docx'), ...words)).toBe(2)
    expect(notes).toContain(complaint)
  })

  test('takes many documents and folders, into a folder that keeps theirs apart', async () => {
    const many = mkdtempSync(join(tmpdir(), 'hegao-annotate-'))
    for (const name of ['甲/讲话.docx', '乙/讲话.docx']) {
      mkdirSync(join(many, name, '..'))
      copyFileSync(numbered, join(many, name))
    }
    writeFileSync(join(many, '甲/别的.txt'), '成绩，，显著。')
    writeFileSync(join(many, '坏.docx'), 'PK')
    expect(await annotating(join(many, '甲'), join(many, '乙/讲话.docx'), join(many, '坏.docx'), '-o', join(many, '批注'))).toBe(
      2,
    )
    expect(notes).toContain('坏.docx')
    expect(existsSync(join(many, '批注/甲/讲话.核稿.docx'))).toBe(true)
    expect(existsSync(join(many, '批注/乙/讲话.核稿.docx'))).toBe(true)
    expect(await annotating(join(many, '甲'))).toBe(0)
    expect(readdirSync(join(many, '甲')).sort()).toEqual(['别的.txt', '讲话.docx', '讲话.核稿.docx'].sort())
    expect(await annotating(join(many, '甲'), '-o', numbered)).toBe(2)
    expect(notes).toContain('-o 应当是文件夹')
  })

  test('the copy of a copy is numbered', async () => {
    copyFileSync(numbered, path('改.核稿.docx'))
    expect(await annotating(path('改.核稿.docx'))).toBe(0)
    expect(notes).toMatch(/改\.核稿2\.docx\n$/)
  })

  test('a signed document is warned of, and a document named otherwise is still one', async () => {
    const xml = '<?xml version="1.0"?><a/>'
    writeFileSync(
      path('签名.wps'),
      docxOf(paragraph(run('下茬解决。')), { '_xmlsignatures/sig1.xml': xml, '_xmlsignatures/origin.sigs': '' }),
    )
    expect(await annotating(path('签名.wps'))).toBe(0)
    expect(notes).toContain('签名失效')
    expect(existsSync(path('签名.核稿.docx'))).toBe(true)
  })
})
