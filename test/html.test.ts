/** Web pages: the text that a browser shows, at its place in the file. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HegaoError } from '../src/errors.ts'
import { detect } from '../src/read/detect.ts'
import { read } from '../src/read/index.ts'
import { locate, type Source } from '../src/source.ts'
import { computed } from './support/clock.ts'

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8')
const html = async (text: string): Promise<Source> => read('a.html', utf8(text), {})

/** Each paragraph, with what the page says of it. */
async function told(text: string): Promise<unknown[]> {
  const source = await html(text)
  return source.blocks.map(({ start, end, hint }) => {
    const value = source.text.slice(start, end)
    return hint ? [value, hint] : value
  })
}

async function codeOf(action: Promise<unknown>): Promise<string> {
  try {
    await action
    return ''
  } catch (error) {
    if (error instanceof HegaoError) return error.code
    throw error
  }
}

describe('paragraphs', () => {
  it.each<[string, string, unknown[]]>([
    ['blocks and <br>', '<p>甲<div>乙</div>丙<br>丁<hr>戊', ['甲', '乙', '丙', '丁', '戊']],
    ['inline tags add nothing', '<p>推<b>动</b><span>高<i>质量</i></span>发展', ['推动高质量发展']],
    ['blanks are one blank', '<p> GDP \n\t growth  rate </p>', ['GDP growth rate']],
    ['a line end between Chinese characters is none', '<p>高质量\r\n  发展，\n“十四五”\n规划', ['高质量发展，“十四五”规划']],
    ['ideographic and no-break blanks stay', '<p>　　县长&nbsp;&nbsp;某　某</p>', ['　　县长\u00a0\u00a0某　某']],
    ['lines of <pre>', '<pre>\n一、总结\n  二、安排\n</pre>', ['一、总结', '  二、安排']],
    ['lines kept by style', '<p style="white-space: pre-wrap">甲\n乙</p>', ['甲', '乙']],
    ['code', '<pre><code>let 甲 = 1</code></pre><p>乙', [['let 甲 = 1', { verbatim: true }], '乙']],
    [
      'what is not shown',
      '<title>题</title><style>甲{}</style><script>乙</script><template>丙</template><p hidden>丁</p>戊',
      ['戊'],
    ],
    ['hidden by style', '<p>甲<span style="display: none">乙</span><i style="VISIBILITY:hidden">丙</i>丁', ['甲丁']],
    ['struck out by an editor', '<p>甲<del>乙</del><ins>丙</ins>', ['甲丙']],
    ['ruby', '<p><ruby>稿<rp>(</rp><rt>gǎo</rt><rp>)</rp></ruby>件', ['稿件']],
    ['references', '<p>A&amp;B &lt;甲&gt; &#20013;&#x56FD;&copy2026 &bogus; &', ['A&B <甲> 中国©2026 &bogus; &']],
    ['notes of a page', '<p>增长<sup><a href="#cite_note-1">[1]</a></sup>较快', ['增长较快']],
    ['comments', '<p>甲<!-- 批注 -->乙', ['甲乙']],
    ['text that no tag closes', '甲<p>乙', ['甲', '乙']],
    ['a page without text', '<html></html>', []],
  ])('%s', async (_, page, expected) => {
    expect(await told(page)).toEqual(expected)
  })

  it('headings have the level of their tag, and only their first line', async () => {
    expect(await told('<h1>甲</h1><h3>乙<br>丙</h3>')).toEqual([['甲', { heading: 1 }], ['乙', { heading: 3 }], '丙'])
  })

  it('numbers that a browser prints are labels', async () => {
    const page = '<ol start=3><li>甲<li><p>乙</p>丙<li>4. 丁</ol><ol type=a><li>戊</ol><ul><li>己</ul>'
    const labels = ['3.', '4.', undefined, undefined, 'a.', undefined]
    expect((await html(page)).blocks.map(({ hint }) => hint?.label)).toEqual(labels)
    expect(await told('<ol style="list-style-type: cjk-ideographic"><li>甲</ol>')).toEqual([['甲', { label: '一、' }]])
    expect(await told('<ol style="list-style: none"><li>甲</ol>')).toEqual(['甲'])
    expect(await told('<ol reversed><li>甲<li>乙</ol>')).toEqual([
      ['甲', { label: '2.' }],
      ['乙', { label: '1.' }],
    ])
  })
})

describe('tables', () => {
  it('of data have cells', async () => {
    const cell = (row: number, column: number): unknown => ({ cell: { table: 0, row, column } })
    expect(await told('<table><tr><th>甲<th>乙<tr><td>丙<td>丁</table>')).toEqual([
      ['甲', cell(0, 0)],
      ['乙', cell(0, 1)],
      ['丙', cell(1, 0)],
      ['丁', cell(1, 1)],
    ])
  })

  it('for layout have none', async () => {
    const text = '各位代表，现在我向大会报告工作，请予审议，并请列席人员提出意见。'.repeat(4)
    const page = (inner: string): string => `<table><tr><td>某县人民政府<td>${inner}</table>`
    const prose = `<p>${text}</p><p>${text}</p><p>${text}</p>`
    expect(await told(page(prose))).toEqual(['某县人民政府', text, text, text])
    expect(await told(page('<h1>报告</h1>'))).toEqual(['某县人民政府', ['报告', { heading: 1 }]])
    expect(await told('<table><tr><td><p>甲<p>乙</table>')).toEqual(['甲', '乙'])
    expect(await told('<table role="presentation"><tr><td>甲<td>乙</table>')).toEqual(['甲', '乙'])
    // A table of data within a page.
    const inner = await html(page(`${prose}<table><tr><td>甲<td>乙</table>`))
    expect(inner.blocks.map(({ hint }) => hint?.cell?.column)).toEqual([undefined, undefined, undefined, undefined, 0, 1])
  })

  it('text between cells stands where it stands in the file', async () => {
    const source = await html('<table>甲<tr><td>乙<td>丁</tr>丙</table>')
    expect(source.blocks.map(({ start, end }) => source.text.slice(start, end))).toEqual(['甲', '乙', '丁', '丙'])
  })
})

describe('chrome of a page', () => {
  it.each([
    ['<nav>首页 新闻</nav>'],
    ['<footer>版权所有</footer>'],
    ['<aside>相关新闻</aside>'],
    ['<form>请输入关键词</form>'],
    ['<div role="navigation">首页</div>'],
    ['<div class="left-menu">首页</div>'],
    ['<p><a href="/">首页</a> &gt; <a href="/b">新闻</a></p>'],
  ])('%s is verbatim', async (page) => {
    expect((await html(`${page}<p>正文。`)).blocks.map(({ hint }) => hint?.verbatim)).toEqual([true, undefined])
  })

  it('is not what holds the report', async () => {
    const text = '各位代表，现在我向大会报告工作，请予审议，并请列席人员提出意见。'.repeat(12)
    for (const around of ['form', 'aside', 'div class="share content"']) {
      expect(await told(`<${around}><p>${text}</p>`)).toEqual([text])
    }
    expect(await told('<p>附件：<a href="a.docx">名单</a></p><p>见<a href="b">通知</a>。</p>')).toEqual([
      '附件：名单',
      '见通知。',
    ])
    expect(await told('<h2><a href="#a">一、总结</a></h2>')).toEqual([['一、总结', { heading: 2 }]])
  })

  it('buttons and choices are not read', async () => {
    expect(await told('<p>甲<button>打印</button><select><option>大<option>小</select>乙</p>')).toEqual(['甲乙'])
  })
})

describe('places', () => {
  it('are those of the file', async () => {
    const page = '<html>\r\n<body>\n  <p>推动<b>高&ldquo;质&rdquo;量</b>\n发展 GDP\n  growth</p>'
    const source = await html(page)
    expect(source.document).toBe(page)
    expect(source.text).toBe('推动高“质”量发展 GDP growth')
    const at = (text: string): unknown => {
      const start = source.text.indexOf(text)
      const place = locate(source, { start, end: start + text.length })
      return [place.start.line, place.start.column, page.slice(place.start.offset, place.end.offset)]
    }
    expect(at('推动')).toEqual([3, 6, '推动'])
    expect(at('“')).toEqual([3, 12, '&ldquo;'])
    expect(at('质”')).toEqual([3, 19, '质&rdquo;'])
    expect(at('量发展')).toEqual([3, 27, '量</b>\n发展'])
    expect(at('growth')).toEqual([5, 3, 'growth'])
  })

  it('follow one another, and what is mapped character by character is the same there', async () => {
    const parts = fc.constantFrom(
      ...['<p>', '</p>', '<b>', '</b>', '<table>', '<tr>', '<td>', '</table>', '<pre>', '</pre>', '<br>', '<li>', '<ol>'],
      ...['<a href="#x">', '</a>', '<div style="display:none">', '</div>', '<select>', '<svg>', '<template>', '<!--', '-->'],
      ...['<font color=1>', '<i>', '<h2>', '</h2>', '<script>', '</script>', '<textarea>', '<plaintext>', '<frameset>', '<'],
      ...[
        '&amp;',
        '&nbsp',
        '&#20013;',
        '&#0;',
        '&',
        '&notit;',
        '\r\n',
        '\n',
        '\r',
        ' ',
        '　',
        '\0',
        '甲',
        '乙丙',
        'ab c',
        '\ud842\udfb7',
      ],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 60 }), async (pieces) => {
        const page = `<html>${'会议'.repeat(20)}${pieces.join('')}`
        const source = await read('a.html', utf8(page), { encoding: 'utf-8' })
        let end = 0
        for (const piece of source.pieces) {
          expect(piece.start).toBeGreaterThanOrEqual(end)
          expect(piece.to).toBeGreaterThanOrEqual(piece.from)
          end = piece.end
          if (piece.end - piece.start !== piece.to - piece.from) continue
          expect(source.text.slice(piece.start, piece.end)).toBe(source.document.slice(piece.from, piece.to))
        }
        for (const { start, end: to } of source.blocks) expect(source.text.slice(start, to)).not.toMatch(/[\n\r]/)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('encodings', () => {
  const gbk = Buffer.from('b8f7cebbb4fab1eda3bacfd6d4dac8cbc3f1', 'hex')
  const page = (head: string, body: Buffer): Buffer => Buffer.concat([utf8(`<html>${head}<body>`), body])
  it.each<[string, string, Buffer, string]>([
    ['what <meta> says', 'gb18030', page('<meta charset="gb2312">', gbk), '各位代表：现在人民'],
    [
      'what the old <meta> says',
      'gb18030',
      page('<META content="text/html; charset=GBK" http-equiv=x>', gbk),
      '各位代表：现在人民',
    ],
    // 通知 in GBK is two other characters in UTF-8.
    ['what <meta> says of short text', 'gb18030', page('<meta charset=gbk>', Buffer.from('cda8d6aa', 'hex')), '通知'],
    [
      'UTF-8 beyond doubt, whatever <meta> says',
      'utf-8',
      page('<meta charset=gbk>', utf8('各位代表：现在报告工作')),
      '各位代表：现在报告工作',
    ],
    ['a <meta> that is wrong', 'gb18030', page('<meta charset="utf-8">', gbk), '各位代表：现在人民'],
    ['a <meta> that nobody knows', 'gb18030', page('<meta charset="x-none">', gbk), '各位代表：现在人民'],
    ['a mark', 'utf-16le', Buffer.from('\ufeff<html><p>各位代表', 'utf16le'), '各位代表'],
    [
      'UTF-16 without a mark',
      'utf-16le',
      Buffer.from(`<html><p>${'各位代表现在报告'.repeat(20)}`, 'utf16le'),
      '各位代表现在报告'.repeat(20),
    ],
  ])('%s', async (_, encoding, bytes, text) => {
    expect(await read('a.html', bytes, {})).toMatchObject({ format: 'html', encoding, text })
  })

  it('the user knows better', async () => {
    const bytes = page('<meta charset="utf-8">', gbk)
    expect(await read('a.html', bytes, { encoding: 'gbk' })).toMatchObject({ encoding: 'gb18030', text: '各位代表：现在人民' })
    expect(await codeOf(Promise.resolve().then(() => read('a.html', bytes, { encoding: 'utf-8' })))).toBe('encoding-mismatch')
  })
})

describe('detection', () => {
  it.each<[string, string, string]>([
    ['报告.txt', '<!DOCTYPE html><p>一', 'html'],
    ['报告.doc', '\ufeff \r\n<!-- saved from url -->\n<HTML>', 'html'],
    ['报告.txt', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C">\n<html xmlns="x">', 'html'],
    ['<stdin>', '<div class="a"><p>一', 'html'],
    ['报告.html', '[<div>一', 'html'],
    ['报告.html', '没有标签的一段话', 'txt'],
    ['报告.md', '<div align="center">题目</div>\n\n# 一', 'md'],
    ['报告.txt', '<通知>的说明', 'txt'],
    ['报告.txt', '<?xml version="1.0"?><w:wordDocument>', 'other'],
    ['报告.txt', '<?xml version="1.0"?><tmx>', 'other'],
  ])('%s %j is %s', (path, text, format) => {
    expect(detect(path, utf8(text)).format).toBe(format)
  })

  it('knows UTF-16', () => {
    expect(detect('a.txt', Buffer.from('\ufeff<!DOCTYPE html>', 'utf16le')).format).toBe('html')
    expect(detect('a.txt', Buffer.from('<html>', 'utf16le').swap16()).format).toBe('html')
  })
})

describe('hostile pages', () => {
  const many = (text: string, times: number): string => text.repeat(times)
  it.each<[string, string, string]>([
    ['100,000 tags in one another', many('<div>', 100_000), 'file-too-complex'],
    [
      'formats that are opened again and again',
      `<p>${Array.from({ length: 900 }, (_, i) => `<font id=${i}>`).join('')}${many('<p>x', 2000)}`,
      'file-too-complex',
    ],
    ['a million <', many('<', 1_000_000), ''],
    ['100,000 attributes', `<a ${Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(' ')}>`, ''],
    ['an attribute of a megabyte', `<p title="${many('甲', 350_000)}">`, ''],
    ['tables in tables', many('<table>', 20_000), ''],
    ['text in a table', `<table>${many('甲<tr>乙', 20_000)}`, ''],
    ['100,000 references', many('&amp;&#20013;', 50_000), ''],
    ['as many different ones', Array.from({ length: 60_000 }, (_, i) => `&amp${i};`).join(''), ''],
    ['comments that do not end', many('<!--', 200_000), ''],
    ['ends of nothing', many('<i>', 900) + many('</x></p>', 30_000), ''],
  ])('%s', async (_, page, code) => {
    const started = computed()
    expect(await codeOf(html(`<html>${page}`))).toBe(code)
    expect(computed() - started).toBeLessThan(4000)
  })

  it('cost in proportion to their length', async () => {
    const page = (times: number): string =>
      `<html>${many('<p>推动&ldquo;高质量&rdquo;<b>发展</b>\n<table><tr><td>甲<td>乙</table>', times)}`
    const time = async (times: number): Promise<number> => {
      const started = computed()
      await html(page(times))
      return computed() - started
    }
    await time(2000)
    const [short, long] = [await time(2000), await time(16_000)]
    expect(long).toBeLessThan(Math.max(short, 5) * 30)
  })
})
