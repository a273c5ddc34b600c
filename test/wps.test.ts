/** The pane of the WPS add-in (extras/wps) in a browser, with a stand-in for WPS. Needs the build; in WPS itself nobody has tried it. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInNewContext } from 'node:vm'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const executablePath = [
  process.env.HEGAO_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hegao-wps-'))
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'extras', 'wps', 'build.mjs'), folder], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const home = (): string => join(folder, /url="([^"]*)"/.exec(readFileSync(join(folder, 'jsplugins.xml'), 'utf8'))?.[1] ?? '')

test('the button of the ribbon opens the pane, closes it and opens it again', () => {
  const kept = new Map<string, unknown>()
  const panes: { ID: number; Visible: boolean; url: string }[] = []
  const Application = {
    PluginStorage: { setItem: (key: string, value: unknown) => kept.set(key, value), getItem: (key: string) => kept.get(key) },
    CreateTaskPane: (url: string) => {
      panes.push({ ID: 7, Visible: false, url })
      return panes[0]
    },
    GetTaskPane: (id: number) => panes.find(({ ID }) => ID === id),
  }
  const script = readFileSync(join(home(), 'main.js'), 'utf8')
  const press = `OnAction({ Id: 'hegaoPane' })`
  const world = { window: { Application, location: { href: 'file:///a/hegao_1/index.html?x=1' } } }
  runInNewContext(`${script}; OnAddinLoad(); ${press}`, world)
  expect(panes).toEqual([{ ID: 7, Visible: true, url: 'file:///a/hegao_1/pane.html' }])
  runInNewContext(press, world)
  expect(panes[0]?.Visible).toBe(false)
  runInNewContext(press, world)
  expect([panes.length, panes[0]?.Visible]).toEqual([1, true])
  const ribbon = readFileSync(join(home(), 'ribbon.xml'), 'utf8')
  expect([...ribbon.matchAll(/on(?:Load|Action)="(\w+)"/g)].every(([, name]) => script.includes(`function ${name}(`))).toBe(true)
})

test('the pane checks the document that is open, and says where it is not saved', async () => {
  if (executablePath === undefined) {
    console.warn('没有 Chromium，WPS 加载项的窗格没有打开看')
    expect(readFileSync(join(home(), 'pane.html'), 'utf8')).toContain('id="pick"')
    return
  }
  const document = readFileSync(join(root, 'fixtures', 'reports', 'qu-zuzhi-2022', 'input.docx'), 'latin1')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage()
    const problems: string[] = []
    page.on('console', (message) => problems.push(message.text()))
    page.on('pageerror', (error) => problems.push(String(error)))
    await page.addInitScript((bytes) => {
      const doc = { FullName: 'D:\\材料\\讲话.docx', Saved: false }
      const FileSystem = { readAsBinaryString: (path: string) => (path === doc.FullName ? bytes : undefined) }
      Object.assign(globalThis, { Application: { ActiveDocument: doc, FileSystem } })
    }, document)
    await page.goto(pathToFileURL(join(home(), 'pane.html')).href)
    await page.waitForSelector('html[data-ready]')
    await page.click('#current')
    expect(await page.textContent('#status')).toContain('先保存')
    await page.evaluate('Application.ActiveDocument.Saved = true')
    await page.click('#current')
    await page.waitForSelector('.file')
    expect(await page.textContent('.file')).toContain('讲话.docx')
    expect(await page.locator('[data-v="e"] b').textContent()).not.toBe('0')
    expect(problems).toEqual([])
  } finally {
    await browser.close()
  }
})
