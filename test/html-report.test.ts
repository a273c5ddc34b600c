/** The HTML report: what stands in the page by its parser, and what a person sees and does by a real browser. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseRules } from '../src/config.ts'
import type { Finding } from '../src/finding.ts'
import { type Checked, checkBytes, checkSource, type Read, rules } from '../src/hegao.ts'
import { scriptHash, styleHash } from '../src/report/html/policy.ts'
import { script } from '../src/report/html/script.ts'
import { style } from '../src/report/html/style.ts'
import type { Source } from '../src/source.ts'
import { clean, findingOf, full, relatedOf, sourceOf, unread } from './invented.ts'
import { attributesOf, type Element, elementsOfPage, hasClass, textOf } from './support/page.ts'
import { reported } from './support/reported.ts'

const page = (files: readonly Checked[], more = {}): Promise<string> => reported('html', files, more)

const report = `2022年全区组织工作报告
同志们：
根据会议安排，我就2022年全区组织工作作以回顾，并对今年工作进行安排：
一、2021年全区组织工作简要回顾
2021年，国企领域相对薄弱、国企领域相对薄弱、机关党建不够规范。认真落实 “三会一课”等制度，，以组织组织力提升为目标。
（一）抓学习。以下三个方面：一要严明；二要抓实。

三、今年全区组织工作安排
特此报告。
`
async function checked(path: string, text = report): Promise<Read> {
  const file = await checkBytes(path, Buffer.from(text), { settings: {}, rules: chooseRules(rules) })
  if (file.error) throw file.error
  return file
}

/** A file of a size of which some twenty fill a page. */
async function long(): Promise<Read> {
  const file = await checked('长.txt')
  return { ...file, source: sourceOf(`${report}${'这一年，各项工作取得新的成效。\n'.repeat(900)}`) }
}

/** A file of Word with numbers that Word makes, a table and a header. */
function word(): Checked {
  const paragraphs: readonly (readonly [text: string, hint?: Source['blocks'][number]['hint']])[] = [
    ['关于2021年工作的报告'],
    ['工作回顾', { label: '一、', heading: 1 }],
    ['国企领域相对薄弱、国企领域相对薄弱、机关党建不够规范。'],
    ['完成数', { cell: { table: 0, row: 0, column: 0 } }],
    ['工作安排', { label: '三、', heading: 1 }],
    ['内部资料', { aside: 'header' }],
  ]
  let text = ''
  const blocks = paragraphs.map(([words, hint]) => {
    const start = text.length
    text += `${words}\n`
    return { start, end: start + words.length, ...(hint && { hint }) }
  })
  const source: Source = { path: '报告.docx', format: 'docx', text, document: text, blocks, pieces: [], damage: [] }
  return checkSource(source, { settings: {}, rules: chooseRules(rules) })
}

const named = (elements: readonly Element[], name: string, type: string): Element[] =>
  elements.filter((element) => element.tagName === name && hasClass(element, type))

/** The text of a paragraph without the numbers of findings and of Word. */
const ownText = (element: Element): string =>
  element.childNodes
    .filter((node) => !('tagName' in node) || !(hasClass(node, 'n') || hasClass(node, 'lab')))
    .map(textOf)
    .join('')

const paragraphsOf = (elements: readonly Element[]): Element[] => named(elements, 'p', 't')

describe('the page', () => {
  const hash = (text: string): string => createHash('sha256').update(text).digest('base64')

  test('allows its own style and script by their hashes (src/report/html/policy.ts), and nothing else', async () => {
    expect({ styleHash, scriptHash }).toEqual({ styleHash: hash(style), scriptHash: hash(script) })
    const elements = elementsOfPage(await page([full]))
    const [policy] = elements.filter((element) => attributesOf(element)['http-equiv'] === 'Content-Security-Policy')
    expect(policy && attributesOf(policy).content).toBe(
      `default-src 'none'; style-src 'sha256-${styleHash}'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`,
    )
    expect(elements.find(({ tagName }) => tagName === 'style')?.childNodes.map(textOf)).toEqual([style])
    expect(elements.filter(({ tagName }) => tagName === 'script').map(textOf)).toEqual([script])
  })

  test('loads nothing', async () => {
    const elements = elementsOfPage(await page([full, unread, clean, await checked('a.txt')]))
    expect(elements.filter((element) => 'src' in attributesOf(element) || element.tagName === 'link')).toEqual([])
    expect(style).not.toMatch(/url\(|@import/)
  })

  test('every link leads to something in it', async () => {
    const elements = elementsOfPage(await page([full, unread, clean, await checked('a.txt'), word()]))
    const ids = new Set(elements.map((element) => attributesOf(element).id))
    const links = elements.map((element) => attributesOf(element).href).filter((href) => href !== undefined)
    expect(links.length).toBeGreaterThan(30)
    expect(links.filter((href) => !ids.has(href.slice(1)))).toEqual([])
  })

  test('shows tables row by row, and the cards of a row beside it', async () => {
    const text = '指标\n去年\n新增就业\n三千人，，\n比前年多'
    const at = (index: number): Source['blocks'][number] => {
      const lines = text.split('\n')
      const start = lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0)
      const column = [0, 1, 0, 1, 1][index] as number
      return { start, end: start + (lines[index] as string).length, hint: { cell: { table: 0, row: index < 2 ? 0 : 1, column } } }
    }
    const source = { ...sourceOf(text), blocks: [0, 1, 2, 3, 4].map(at) }
    const html = await page([checkSource(source, { settings: {}, rules: chooseRules(rules) })])
    const rows = named(elementsOfPage(html), 'div', 'tr')
    const cells = rows.map((row) =>
      row.childNodes.map((cell) =>
        'childNodes' in cell ? cell.childNodes.flatMap((one) => ('tagName' in one ? [ownText(one)] : [])) : [],
      ),
    )
    expect(cells).toEqual([
      [['指标'], ['去年']],
      [['新增就业'], ['三千人，，', '比前年多']],
    ])
    const [first, second] = named(elementsOfPage(html), 'div', 'row').map(textOf)
    expect([first?.includes('重复'), second?.includes('重复')]).toEqual([false, true])
  })

  test('says what was not checked, and praises no file of which nothing was', async () => {
    const empty: Read = { ...clean, path: '空.txt', notes: [{ kind: 'no-text' }] }
    const partly: Read = { ...clean, path: '部分.docx', notes: [{ kind: 'alt-chunk' }] }
    const elements = elementsOfPage(await page([empty, partly]))
    const words = elements.filter((element) => hasClass(element, 'file')).map(textOf)
    expect(words[0]).toContain('没有可查的文字')
    expect(words[0]).toContain('空.txt 里没有文字可查')
    expect(words[1]).toContain('查到的部分没有发现问题')
    expect(words[1]).toContain('部分.docx 里嵌有别的文件，那部分没有查')
    expect(words.slice(0, 2).join()).not.toMatch(/(?<!部分)没有发现问题/)
  })

  test('has the text as it stands, and a card for each finding', async () => {
    const file = await checked('a.txt')
    const elements = elementsOfPage(await page([file]))
    expect(paragraphsOf(elements).map(ownText)).toEqual(report.split('\n').filter((line) => line !== ''))
    const cards = named(elements, 'section', 'card')
    expect(cards).toHaveLength(file.findings.length)
    const [first] = cards
    const text = first ? textOf(first) : ''
    for (const words of [
      '错误',
      '3:10',
      '导语说回顾的是2022年，别处说的是2021年',
      '2021年',
      '4:3 小标题说的是2021年',
      'year-mismatch',
      '本规则',
    ]) {
      expect(text).toContain(words)
    }
  })

  test('has the outline, with the findings below each heading', async () => {
    const elements = elementsOfPage(await page([await checked('a.txt')]))
    const [toc] = named(elements, 'nav', 'toc')
    const entries = (toc ? textOf(toc) : '').replace(/\s+/g, ' ')
    expect(entries).toContain('一、2021年全区组织工作简要回顾')
    expect(entries).toContain('（一）抓学习。1')
  })

  test('shows what Word numbers, the cells of tables, and what stands beside the body', async () => {
    const elements = elementsOfPage(await page([word()]))
    expect(named(elements, 'span', 'lab').map(textOf)).toEqual(['一、', '三、'])
    const [toc] = named(elements, 'nav', 'toc')
    expect(toc && textOf(toc)).toContain('一、工作回顾')
    expect(named(elements, 'p', 'cell').map(ownText)).toEqual(['完成数'])
    expect(named(elements, 'p', 'beside')).toHaveLength(1)
    expect(elements.map(textOf).join('')).toContain('第3段第10字')
  })

  test('counts lines as the file does', async () => {
    // A line end inside a paragraph of Word: two lines of text, one paragraph of the file.
    const [text, document] = ['甲\n乙\n丙', '甲 乙\n丙']
    const source: Source = {
      ...sourceOf(text, 'a.docx'),
      format: 'docx',
      document,
      pieces: [{ start: 0, end: 5, from: 0, to: 5 }],
    }
    const findings = [findingOf(text, '丙', '这里')]
    const elements = elementsOfPage(await page([{ ...clean, source, findings }]))
    expect(paragraphsOf(elements).map((one) => attributesOf(one)['data-l'])).toEqual(['1', undefined, '2'])
    expect(elements.map(textOf).join('')).toContain('第2段第1字')
  })

  test('tells of files that were not read, of rules that failed, and of what is not listed', async () => {
    const omitting = { ...full, path: '多.txt', omitted: [{ ruleId: 'stray-space', severity: 'warning', count: 7 }] } as const
    const text = elementsOfPage(await page([unread, omitting]))
    const articles = text.filter(({ tagName }) => tagName === 'article').map(textOf)
    expect(articles[0]).toContain('没有这个文件：没有.txt')
    expect(articles[0]).toContain('请核对路径')
    expect(articles[1]).toContain('broken-rule')
    expect(articles[1]).toContain('另有 7 处')
  })

  test('says that there is nothing to say', async () => {
    const text = (html: string): string => textOf(elementsOfPage(html)[0] as Element)
    expect(text(await page([clean]))).toContain('没有发现问题')
    expect(text(await page([clean], { quiet: true }))).toContain('没有错误')
    expect(text(await page([clean], { lang: 'en' }))).toContain('No problems found')
  })

  test('English', async () => {
    const html = await page([full, unread], { lang: 'en' })
    expect(html).toContain('<html lang="en">')
    expect(textOf(elementsOfPage(html)[0] as Element)).toContain('1 error, 1 warning, 1 info')
  })

  test('a comment that is no part of the text has its card', async () => {
    const text = '甲乙丙'
    const remark: Finding = { ...findingOf(text, '乙', '多余的注释'), end: 1, start: 1, inDocument: { start: 0, end: 1 } }
    const elements = elementsOfPage(await page([{ ...clean, source: sourceOf(text), findings: [remark] }]))
    expect(named(elements, 'section', 'card')).toHaveLength(1)
    expect(named(elements, 'a', 'n')).toHaveLength(1)
    expect(paragraphsOf(elements).map(ownText)).toEqual([text])
  })

  test('of many files puts the later ones by, and loses nothing', async () => {
    const file = await long()
    const files = Array.from({ length: 60 }, (_, at) => ({ ...file, path: `${at}.txt` }))
    const html = await page(files)
    expect(html.match(/<script type="text\/plain">/g)?.length).toBeGreaterThan(20)
    const elements = elementsOfPage(html)
    expect(named(elements, 'section', 'card')).toHaveLength(60 * file.findings.length)
    const last = elements.findLast(({ tagName }) => tagName === 'h1')
    expect(last).toBeDefined()
    expect(elements.filter(({ tagName }) => tagName === 'noscript')).toHaveLength(1)
  })
})

describe('marks', () => {
  /** Any findings over any text: inside one another, across lines, empty, at the edges. */
  const files = fc
    .tuple(
      fc.array(fc.constantFrom('甲', '乙', '，', '\n', '\r\n', '\t', ' ', '<', '&', '😀'), { minLength: 1, maxLength: 60 }),
      fc.array(fc.tuple(fc.nat(70), fc.nat(12), fc.constantFrom('error', 'warning', 'info')), { maxLength: 8 }),
    )
    .map(([units, spans]) => {
      const text = units.join('')
      // Findings begin and end between characters, never inside one.
      const offset = (unit: number): number => units.slice(0, unit).join('').length
      const findings = spans
        .map(([start, length, severity]): Finding => {
          const span = { start: offset(start), end: offset(start + length) }
          const related = [{ ...relatedOf(text, '', '那里'), start: span.end, end: offset(start + length + 2) }]
          return { ...findingOf(text, '', '这里', { severity: severity as Finding['severity'], related }), ...span }
        })
        .sort((a, b) => a.start - b.start || a.end - b.end)
      return { text, file: { ...clean, path: 'a.txt', source: sourceOf(text), findings } }
    })

  test('change no character, and cover what was found', async () => {
    await fc.assert(
      fc.asyncProperty(files, async ({ text, file }) => {
        if (file.findings.length === 0) return
        const elements = elementsOfPage(await page([file]))
        const lines = text.split(/\r\n|\n/)
        expect(
          paragraphsOf(elements)
            .map(ownText)
            .filter((line) => line !== ''),
        ).toEqual(lines.filter((line) => line !== ''))
        expect(named(elements, 'section', 'card')).toHaveLength(file.findings.length)
        const marks = elements.filter(({ tagName }) => tagName === 'mark')
        file.findings.forEach(({ start, end }, index) => {
          const own = marks.filter((mark) => (attributesOf(mark)['data-f'] ?? '').split(' ').includes(`${index + 1}`))
          expect(own.map(textOf).join('')).toBe(text.slice(start, end).replace(/[\r\n]/g, ''))
        })
      }),
      { numRuns: 200 },
    )
  })

  test('of many findings over each other stay few', async () => {
    const text = '甲'.repeat(3000)
    const findings = Array.from({ length: 1000 }, (_, at) => ({ ...findingOf(text, '甲', '这里'), start: at, end: 3000 - at }))
    const html = await page([{ ...clean, source: sourceOf(text), findings }])
    const marks = elementsOfPage(html).filter(({ tagName }) => tagName === 'mark')
    expect(Math.max(...marks.map((mark) => (attributesOf(mark)['data-f'] ?? '').split(' ').length))).toBeLessThanOrEqual(8)
    expect(html.length).toBeLessThan(2_000_000)
  })
})

const executablePath = [
  process.env.HEGAO_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

describe('in a browser', () => {
  let browser: Browser | undefined
  let folder = ''
  const problems: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hegao-html-'))
    if (executablePath === undefined) return
    const args = [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ]
    browser = await chromium.launch({ executablePath, args: [...args, '--no-first-run'] })
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Opens `html`; what it complains of, asks for or tries to load fails the test. Without a browser there is only a word. */
  async function visit(html: string, look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
    if (!browser) {
      console.warn('没有 Chromium，网页报告只按解析结果检查（可用 HEGAO_CHROMIUM 指明）')
      expect(elementsOfPage(html).length).toBeGreaterThan(10)
      return
    }
    problems.length = 0
    const path = join(folder, 'report.html')
    writeFileSync(path, html)
    const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, ...options })
    try {
      const tab = await context.newPage()
      tab.on('console', (message) => problems.push(message.text()))
      tab.on('pageerror', (error) => problems.push(String(error)))
      tab.on('dialog', (dialog) => {
        problems.push(`dialog ${dialog.message()}`)
        void dialog.dismiss()
      })
      tab.on('request', (request) => {
        if (request.url().split('#')[0] !== pathToFileURL(path).href) problems.push(`request ${request.url()}`)
      })
      await tab.goto(pathToFileURL(path).href)
      await look(tab)
      expect(problems).toEqual([])
    } finally {
      await context.close()
    }
  }

  const shown = (tab: Page, selector: string): Promise<number> => tab.locator(`${selector}:visible`).count()
  /** The file that is looked at. */
  const current = (tab: Page): Promise<string | null> => tab.locator('.file.cur').getAttribute('id')

  test('one file opens at once; keys go from finding to finding', async () => {
    const file = await checked('a.txt')
    await visit(await page([file]), async (tab) => {
      await expect.poll(() => current(tab)).toBe('f1')
      expect(await shown(tab, '.card')).toBe(file.findings.length)
      await tab.keyboard.press('j')
      expect(await tab.locator('.card.on').getAttribute('id')).toBe('f1c1')
      expect(await tab.locator('mark.on').first().textContent()).toBe('2022年')
      await tab.keyboard.press('j')
      await tab.keyboard.press('k')
      await tab.keyboard.press('k')
      expect(await tab.locator('.card.on').getAttribute('id')).toBe(`f1c${file.findings.length}`)
      expect(await tab.locator('#pos').textContent()).toBe(`${file.findings.length} / ${file.findings.length}`)
    })
  })

  test('a mark chooses its card, a second place is gone to', async () => {
    await visit(await page([await checked('a.txt')]), async (tab) => {
      await tab.locator('mark[data-f="3"]').first().click()
      expect(await tab.locator('.card.on').getAttribute('id')).toBe('f1c3')
      await tab.locator('#f1m1').click()
      await tab.locator('#f1c1 .rel a').first().click()
      expect(new URL(tab.url()).hash).toBe('#f1s1-1')
      await tab.locator('.toc a', { hasText: '今年全区组织工作安排' }).click()
      expect(new URL(tab.url()).hash).toMatch(/^#f1t\d+$/)
    })
  })

  test('filters by level and by rule hide cards and marks', async () => {
    const file = await checked('a.txt')
    const of = (severity: string): number => file.findings.filter((one) => one.severity === severity).length
    await visit(await page([file]), async (tab) => {
      await tab.locator('.lv.e').click()
      expect(await tab.locator('.lv.e').getAttribute('aria-pressed')).toBe('false')
      expect(await shown(tab, '.card')).toBe(file.findings.length - of('error'))
      expect(await shown(tab, 'mark.e:not(.off)')).toBe(0)
      await tab.locator('.lv.e').click()
      await tab.locator('.rm > summary').click()
      await tab.locator('.rm input[value="year-mismatch"]').uncheck()
      expect(await tab.locator('#f1c1').isVisible()).toBe(false)
      await tab.locator('.rm button').last().click()
      expect(await shown(tab, '.card')).toBe(0)
      expect(await tab.locator('[data-go="1"]').isDisabled()).toBe(true)
      await tab.locator('.rm button').first().click()
      expect(await shown(tab, '.card')).toBe(file.findings.length)
    })
  })

  test('several files: an overview, a list to search, one at a time', async () => {
    const files = [await checked('甲.txt'), await checked('乙/讲话.txt'), clean, unread]
    await visit(await page(files), async (tab) => {
      await expect.poll(() => current(tab)).toBe('overview')
      await tab.locator('.fm > summary').click()
      await tab.locator('.fm input').fill('讲话')
      expect(await shown(tab, '.fm .files li')).toBe(1)
      await tab.locator('.fm .files li:visible a').click()
      await expect.poll(() => current(tab)).toBe('f2')
      expect(await shown(tab, '.file')).toBe(1)
      await tab.goBack()
      await tab.locator('.over .files a', { hasText: '没有.txt' }).click()
      await expect.poll(() => current(tab)).toBe('f4')
      await expect.poll(() => tab.title()).toBe('没有.txt')
    })
  })

  test('a file that was put by is there when it is asked for', async () => {
    const file = await long()
    const html = await page(Array.from({ length: 60 }, (_, at) => ({ ...file, path: `${at}.txt` })))
    await visit(html, async (tab) => {
      await tab.evaluate("location.hash = '#f58c2'")
      await tab.locator('#f58c2.on').waitFor()
      await expect.poll(() => current(tab)).toBe('f58')
      expect(await shown(tab, '.card')).toBe(file.findings.length)
    })
  })

  test('without scripts every file stands there', async () => {
    const html = await page([await checked('甲.txt'), await checked('乙.txt')])
    await visit(html, async (tab) => expect(await shown(tab, '.file')).toBe(3), { javaScriptEnabled: false })
  })

  const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(2)><svg/onload=alert(3)>'
  test.each(['f1', 'f40'])('hostile words do nothing: %s', async (id) => {
    const text = `${hostile}\n${'甲'.repeat(60_000)}`
    const finding = findingOf(text, hostile, hostile, {
      ruleId: hostile,
      section: [hostile],
      related: [relatedOf(text, hostile, hostile)],
    })
    const file: Checked = { ...clean, path: hostile, source: sourceOf(text), findings: [finding] }
    await visit(await page(Array.from({ length: 40 }, () => file)), async (tab) => {
      await tab.evaluate(`location.hash = '#${id}c1'`)
      await tab.locator(`#${id}c1`).waitFor()
      await tab.keyboard.press('j')
      expect(await tab.locator('main img, main svg, main script:not([type])').count()).toBe(0)
      expect(await tab.locator(`#${id} mark`).first().textContent()).toBe(hostile)
    })
  })

  test.each([
    ['desk', 1360],
    ['tablet', 820],
    ['phone', 360],
  ])('nothing is wider than the window: %s', async (_, width) => {
    const file = await checked('很长的名字'.repeat(30), `${report}${'a'.repeat(400)}\n`)
    const look = async (tab: Page): Promise<void> => {
      for (const hash of ['#f1', '#overview']) {
        await tab.evaluate(`location.hash = '${hash}'`)
        await tab.locator(`${hash}.cur`).waitFor()
        expect(await tab.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      }
    }
    await visit(await page([file, await checked('b.txt')]), look, { viewport: { width, height: 800 } })
  })

  /** The least contrast of words with what is behind them (WCAG 2, 1.4.3), of all that is seen. */
  const contrasts = `(() => {
    const parse = (color) => (color.match(/[\\d.]+/g) || []).map(Number)
    const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
      .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0)
    const behind = (one) => { for (let at = one; at; at = at.parentElement) { const c = parse(getComputedStyle(at).backgroundColor); if (c.length === 3 || c[3] > 0.99) return c } return [255, 255, 255] }
    return Array.from(document.querySelectorAll('.bar *, .file.cur *')).filter((one) => one.offsetParent && Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.data.trim())).map((one) => {
      const [a, b] = [light(parse(getComputedStyle(one).color)), light(behind(one))].sort((x, y) => y - x)
      return [one.tagName + '.' + one.className, (a + 0.05) / (b + 0.05)]
    }).filter(([, ratio]) => ratio < 4.5)
  })()`

  test.each(['light', 'dark'] as const)('words can be read: %s', async (colorScheme) => {
    const html = await page([await checked('a.txt'), word()])
    const look = async (tab: Page): Promise<void> => {
      for (const hash of ['#overview', '#f2', '#f1']) {
        await tab.evaluate(`location.hash = '${hash}'`)
        await tab.locator(`${hash}.cur`).waitFor()
        expect(await tab.evaluate(contrasts)).toEqual([])
      }
      const paper = (): Promise<string> => tab.evaluate<string>('getComputedStyle(document.body).backgroundColor')
      const before = await paper()
      await tab.locator('#theme').click()
      expect(await paper()).not.toBe(before)
      expect(await tab.evaluate(contrasts)).toEqual([])
    }
    await visit(html, look, { colorScheme })
  })

  test('prints as it should: no bars, every card, on light paper', async () => {
    const file = await checked('a.txt')
    const look = async (tab: Page): Promise<void> => {
      await tab.emulateMedia({ media: 'print' })
      expect(await shown(tab, '.bar')).toBe(0)
      expect(await shown(tab, '.toc')).toBe(0)
      expect(await shown(tab, '.card')).toBe(file.findings.length)
      expect(await tab.evaluate('getComputedStyle(document.querySelector(".card")).backgroundColor')).toBe('rgb(255, 255, 255)')
      const pdf = await tab.pdf({ format: 'A4' })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    }
    await visit(await page([file]), look, { colorScheme: 'dark' })
  })
})
