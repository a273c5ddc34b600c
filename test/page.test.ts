/** 核稿.html in a real browser, from the disk, as a user opens it. Needs the build; without Chromium there is only a word. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openZip } from '../src/read/zip.ts'
import { copyOf, type Draft, drafts, jsonOf } from './support/drafts.ts'
import { p, wordOf } from './support/word.ts'

const dist = join(import.meta.dirname, '..', 'dist')
const executablePath = [
  process.env.HEGAO_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

let browser: Browser | undefined

beforeAll(async () => {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ]
  if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args })
})
afterAll(() => browser?.close())

interface Visit {
  readonly page?: string
  readonly options?: BrowserContextOptions
  /** Before anything of the page runs. */
  readonly before?: (page: Page) => Promise<void>
  /** What it may complain of. */
  readonly expected?: RegExp
}

/** Opens the page; what it complains of, or asks for beyond itself, fails the test. */
async function visit(
  look: (page: Page) => Promise<void>,
  { page = 'hegao.html', options = {}, before, expected }: Visit = {},
): Promise<void> {
  if (!browser) {
    console.warn('没有 Chromium，核稿.html 只在没有浏览器的环境里查过（可用 HEGAO_CHROMIUM 指明）')
    expect(existsSync(join(dist, 'hegao.html'))).toBe(true)
    return
  }
  const problems: string[] = []
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, acceptDownloads: true, ...options })
  try {
    const tab = await context.newPage()
    tab.on('console', (message) => problems.push(message.text()))
    tab.on('pageerror', (error) => problems.push(String(error)))
    tab.on('request', (request) => {
      if (!/^(?:file|blob):/.test(request.url())) problems.push(`asks for ${request.url()}`)
    })
    await before?.(tab)
    await tab.goto(
      pathToFileURL(join(dist, page.split('#')[0] ?? '')).href + (page.includes('#') ? `#${page.split('#')[1]}` : ''),
    )
    await tab.waitForSelector('html[data-ready]')
    await look(tab)
  } finally {
    await context.close()
  }
  expect(problems.filter((problem) => !expected?.test(problem))).toEqual([])
}

async function drop(page: Page, files: readonly Draft[]): Promise<void> {
  const count = (await page.$$('.file')).length
  await page.setInputFiles(
    '#pick',
    files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })),
  )
  await page.waitForFunction((all) => document.querySelectorAll('.file').length === all, count + files.length, {
    timeout: 50_000,
  })
  await page.waitForSelector('.file.cur')
}

async function download(page: Page, what: string): Promise<{ name: string; bytes: Buffer }> {
  await page.click('.mk > summary')
  const [made] = await Promise.all([page.waitForEvent('download'), page.click(`[data-make="${what}"]`)])
  return { name: made.suggestedFilename(), bytes: readFileSync(await made.path()) }
}

function entriesOf(bytes: Uint8Array): Record<string, string> {
  const archive = openZip('a.docx', 'zip', new Uint8Array(bytes))
  return Object.fromEntries(archive.entries.map((entry) => [entry.name, Buffer.from(archive.read(entry)).toString('latin1')]))
}

const decision = (page: Page, number: number, what: string) =>
  page.click(`.file.cur .card[data-f="${number}"] [data-do="${what}"]`)

const faulty: Draft = {
  name: '讲话.txt',
  bytes: Buffer.from('同志们：\n认真落实 “三会一课”等制度，，取得成效。\n2022年，国企领域薄弱、国企领域薄弱。\n'),
}

describe('核稿.html', () => {
  it('finds in every file of the fixtures what the command line finds, byte for byte', () =>
    visit(async (page) => {
      const files = drafts()
      await drop(page, files)
      const { bytes } = await download(page, 'json')
      const lines = jsonOf(files).split('\n')
      bytes
        .toString()
        .split('\n')
        .forEach((line, index) => {
          expect(line).toBe(lines[index])
        })
      expect(bytes.length).toBe(Buffer.byteLength(lines.join('\n')))
    }))

  it('finds the same where no worker may be made', () =>
    visit(
      async (page) => {
        const files = drafts().filter(({ name }) => /reports-.*\.txt|docx$/.test(name))
        await drop(page, files)
        expect((await download(page, 'json')).bytes.toString()).toBe(jsonOf(files))
      },
      { page: 'hegao.html#page' },
    ))

  it('says of a browser that cannot run the reader of PDFs that it is too old, not that the file is damaged', () =>
    visit(
      async (page) => {
        const pdf = drafts().filter(({ name }) => name === 'read-pdf-gongwen.pdf')
        await drop(page, pdf)
        const { files } = JSON.parse((await download(page, 'json')).bytes.toString())
        expect(files).toMatchObject([{ error: { code: 'pdf-browser-old' } }])
      },
      {
        before: async (page) => {
          await page.addInitScript(
            'globalThis.Blob = class extends Blob { constructor(parts, how) { super(/javascript/.test(how && how.type) ? ["self.structuredClone = undefined\\n", ...parts] : parts, how) } }',
          )
        },
      },
    ))

  it('makes the copy with what was accepted as changes, and without what was ignored', () =>
    visit(async (page) => {
      const text = '认真落实 “三会一课”等制度，，取得成效。国企领域薄弱、国企领域薄弱。'
      const file: Draft = { name: '讲话.docx', bytes: wordOf(p('关于今年工作的讲话') + p(text)) }
      await drop(page, [file])
      const all = await page.$$eval('.file.cur .card [data-do="accept"]', (buttons) => buttons.length)
      for (const button of await page.$$('.file.cur .card [data-do="accept"]')) await button.click()
      const { name, bytes } = await download(page, 'annotate')
      expect(name).toBe('讲话.核稿.docx')
      expect(entriesOf(bytes)).toEqual(entriesOf(copyOf(file)))
      await page.click('.file.cur .card.yes [data-do="ignore"]')
      const other = entriesOf((await download(page, 'annotate')).bytes)
      const comments = (entries: Record<string, string>): number =>
        entries['word/comments.xml']?.match(/<w:comment /g)?.length ?? 0
      expect(all).toBeGreaterThan(0)
      expect(comments(other)).toBe(comments(entriesOf(bytes)) - 1)
      const changes = (entries: Record<string, string>): number => entries['word/document.xml']?.match(/<w:del /g)?.length ?? 0
      expect(changes(other)).toBe(changes(entriesOf(bytes)) - 1)
    }))

  it('repairs a text as it was decided, and remembers it until that is cleared', () =>
    visit(async (page) => {
      await drop(page, [faulty])
      const cards = await page.$$eval('.file.cur .card', (all) => all.map((card) => (card as HTMLElement).dataset.r ?? ''))
      await decision(page, cards.indexOf('punctuation-run') + 1, 'accept')
      await decision(page, cards.indexOf('stray-space') + 1, 'ignore')
      const { name, bytes } = await download(page, 'fix')
      expect(name).toBe('讲话.核稿.txt')
      expect(bytes.toString()).toBe(Buffer.from(faulty.bytes).toString().replace('，，', '，'))

      await page.reload()
      await page.waitForSelector('html[data-ready]')
      await drop(page, [{ ...faulty, name: '改名.txt' }])
      const marked = (what: string) =>
        page.$$eval(`.file.cur .card.${what}`, (all) => all.map((card) => (card as HTMLElement).dataset.r))
      expect([await marked('yes'), await marked('no-more')]).toEqual([['punctuation-run'], ['stray-space']])
      await page.click('.mk > summary')
      await page.click('[data-act="clear"]')
      expect([await marked('yes'), await marked('no-more')]).toEqual([[], []])
      expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('hegao:')))).toEqual([])
    }))

  it('hides a rule and shows it again, on cards and in the text', () =>
    visit(async (page) => {
      await drop(page, [faulty])
      const shown = () => page.$$eval('.file.cur .card:not(.off)', (all) => all.map((card) => (card as HTMLElement).dataset.r))
      const before = await shown()
      await page.click('.file.cur .card[data-r="punctuation-run"] [data-do="rule"]')
      expect(await shown()).toEqual(before.filter((rule) => rule !== 'punctuation-run'))
      await page.click('#rules > summary')
      await page.check('#rules input[value="punctuation-run"]')
      expect(await shown()).toEqual(before)
    }))

  it('reads the document by the year that is set', () =>
    visit(async (page) => {
      await drop(page, [{ name: 'a.txt', bytes: Buffer.from('同志们：\n今年是2022年，今年（2022年）我们推进各项工作。\n') }])
      const rules = () => page.$$eval('.file.cur .card', (all) => all.map((card) => (card as HTMLElement).dataset.r))
      const before = await rules()
      await page.fill('#year', '2031')
      await page.press('#year', 'Tab')
      await page.waitForFunction((count) => document.querySelectorAll('.file.cur .card').length !== count, before.length)
      expect(await rules()).not.toEqual(before)
      await page.fill('#year', '31')
      await page.press('#year', 'Tab')
      expect(await page.textContent('#status')).toContain('四位数字')
    }))

  it('goes by the keyboard alone', () =>
    visit(async (page) => {
      await drop(page, [faulty])
      const at = () => page.textContent('#pos')
      await page.keyboard.press('j')
      const first = await at()
      await page.keyboard.press('j')
      await page.keyboard.press('k')
      expect([first, await at()]).toEqual([first, first])
      expect(first).toMatch(/^1 \/ /)
      expect(await page.evaluate(() => document.activeElement?.classList.contains('card'))).toBe(true)
      for (let step = 0; step < 20 && !(await page.$('.card.on [data-do="accept"]')); step++) await page.keyboard.press('j')
      await page.keyboard.press('a')
      expect(await page.$('.card.on.yes')).not.toBeNull()
      expect(await page.textContent('#decided')).toBe('已接受 1 处')
      await page.keyboard.press('x')
      expect(await page.$('.card.on.no-more')).not.toBeNull()
      expect(await page.textContent('#decided')).toBe('')
    }))

  it('takes what is dropped on it', () =>
    visit(async (page) => {
      const data = await page.evaluateHandle((text) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([text], '拖来.txt'))
        return transfer
      }, Buffer.from(faulty.bytes).toString())
      await page.dispatchEvent('#start', 'drop', { dataTransfer: data })
      await page.waitForSelector('.file.cur')
      expect(await page.textContent('.file.cur h1')).toBe('拖来.txt')
    }))

  it.each([['light'], ['dark']] as const)('has names for who cannot see it, and colours for who can (%s)', (colorScheme) =>
    visit(
      async (page) => {
        const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
        const complaints = async () => {
          const found = await page.evaluate(async (script) => {
            // The page's own policy lets no foreign script into an element of it: the test runs it from outside.
            // biome-ignore lint/security/noGlobalEval: of the test's own
            if (!('axe' in window)) globalThis.eval(script)
            const { axe } = window as unknown as {
              axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
            }
            return (await axe.run()).violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
            )
          }, axe)
          return found
        }
        expect(await complaints()).toEqual([])
        await drop(page, [faulty])
        await page.keyboard.press('j')
        await page.keyboard.press('x')
        expect(await complaints()).toEqual([])
      },
      { options: { colorScheme, bypassCSP: true } },
    ),
  )

  it('may send nothing: the policy of the page forbids it', () =>
    visit(
      async (page) => {
        const refused = await page.evaluate(async () => {
          const events: string[] = []
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => events.push(effectiveDirective))
          await fetch('https://example.com/').catch(() => events.push('fetch failed'))
          await new Promise((resolve) => setTimeout(resolve, 200))
          return events.sort()
        })
        expect(refused).toEqual(['connect-src', 'fetch failed'])
      },
      { expected: /Content Security Policy/ },
    ))

  const lastYear: Draft = {
    name: '2024年总结.txt',
    bytes: Buffer.from(
      '云溪县水务局2024年工作总结和2025年工作计划\n一、2024年工作总结\n新建供水管网186公里，受益群众41260人。\n云溪水库除险加固工程建成投用。\n二、2025年工作计划\n力争到2025年底农村自来水普及率达到95%。\n',
    ),
  }
  const thisYear: Draft = {
    name: '2025年总结.docx',
    bytes: wordOf(
      '云溪县水务局2025年工作总结和2026年工作计划\n一、2025年工作总结\n新建供水管网203公里，受益群众41260人。\n开展灌区改造。\n二、2026年工作计划\n力争到2025年底农村自来水普及率达到95%。'
        .split('\n')
        .map((text) => p(text))
        .join(''),
    ),
  }

  it.each(['hegao.html', 'hegao-mini.html', 'hegao.html#page'])('sets a document beside last year’s (%s)', (page) =>
    visit(
      async (tab) => {
        await tab.click('[data-act="compare"]')
        const asFile = ({ name, bytes }: Draft) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
        // Both at once, the wrong way round: the names tell which is last year's.
        await tab.setInputFiles('#pick', [asFile(thisYear), asFile(lastYear)])
        await tab.waitForSelector('#compared table')
        expect(await tab.textContent('#slot-old b')).toBe(lastYear.name)
        const told = await tab.$$eval('#compared td li', (items) => items.map((item) => item.textContent ?? ''))
        expect(told.some((text) => text.includes('“2025年”没有改'))).toBe(true)
        expect(told.some((text) => text.includes('41260'))).toBe(true)
        expect(await tab.textContent('#cmp-said')).toContain('同一单位的稿子')
        // From one to the next by the keyboard.
        await tab.keyboard.press('j')
        expect(await tab.textContent('#cmp-pos')).toMatch(/^1 \/ \d+$/)
        expect(await tab.$$eval('#compared tr.on', (rows) => rows.length)).toBe(1)
        const shown = () => tab.$$eval('#compared tr.r', (rows) => rows.filter((row) => (row as HTMLElement).offsetParent).length)
        const all = await shown()
        await tab.click('#only-findings')
        expect(await shown()).toBeLessThan(all)
        await tab.click('#only-findings')
        const [copy] = await Promise.all([tab.waitForEvent('download'), tab.click('[data-cmp="copy"]')])
        expect(copy.suggestedFilename()).toBe('2025年总结.核稿.docx')
        const entries = entriesOf(readFileSync(await copy.path()))
        expect(entries['word/comments.xml']?.match(/<w:comment /g)?.length).toBeGreaterThanOrEqual(2)
        const [made] = await Promise.all([tab.waitForEvent('download'), tab.click('[data-cmp="json"]')])
        expect(JSON.parse(readFileSync(await made.path(), 'utf8')).body).toBe('same')
        await tab.selectOption('#cmp-body', 'other')
        await tab.waitForFunction(() => document.getElementById('cmp-said')?.textContent?.includes('两个单位'))
        // A file that cannot be read is told of, and the tab goes on.
        await tab.click('#slot-old')
        await tab.setInputFiles('#pick', asFile({ name: '合影.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') }))
        await tab.waitForSelector('#status.bad')
        expect(await tab.isVisible('#compared')).toBe(false)
      },
      { page },
    ),
  )

  it('takes the document of the other tab for this year’s', () =>
    visit(async (page) => {
      await drop(page, [faulty])
      await page.click('[data-act="compare"]')
      expect(await page.textContent('#slot-now b')).toBe(faulty.name)
      await page.click('[data-act="review"]')
      expect(await page.isVisible('.file.cur')).toBe(true)
    }))

  it('warns when its tables are over a year old', () =>
    visit(
      async (page) => {
        expect(await page.isVisible('#aged')).toBe(true)
        expect(await page.textContent('#aged')).toContain('已经一年多')
      },
      {
        before: async (page) => {
          await page.addInitScript(() => {
            Date.now = () => Date.UTC(2029, 0, 1)
          })
        },
      },
    ))

  it('says what to do where no script runs', async () => {
    if (!browser) return
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(pathToFileURL(join(dist, 'hegao.html')).href)
    expect(await page.textContent('#too-old')).toContain('极速模式')
    expect(await page.isVisible('#too-old')).toBe(true)
    expect(await page.isVisible('#bar')).toBe(false)
    await context.close()
  })
})

describe('hegao-mini.html', () => {
  it('is the same without PDF, and says so', () =>
    visit(
      async (page) => {
        const pdf = drafts().find(({ name }) => name.endsWith('gongwen.pdf')) as Draft
        await drop(page, [faulty])
        const [own, theirs] = [(await download(page, 'json')).bytes.toString(), jsonOf([faulty])].map(
          (text) => JSON.parse(text).files[0],
        )
        // What needs a large table is not checked, and the page says so.
        const lacking: string[] = own.notes.map(({ message }: { message: string }) => /按 ([\w-]+) 查/.exec(message)?.[1])
        expect(lacking.length).toBeGreaterThan(0)
        expect(own.findings).toEqual(theirs.findings.filter(({ ruleId }: { ruleId: string }) => !lacking.includes(ruleId)))
        expect(await page.textContent('.file.cur .note')).toContain('请用完整的核稿.html')
        await drop(page, [pdf])
        expect(await page.textContent('.file.cur')).toContain('这一份核稿不带读 PDF 的部分')
      },
      { page: 'hegao-mini.html' },
    ))
})
