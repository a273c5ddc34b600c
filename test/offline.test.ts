/** Drafts do not leave the machine: the program opens no connection, whatever it is asked to do. Needs the build. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const guard = join(import.meta.dirname, 'support', 'no-network.cjs')
const refused = 99
const text = '以组织组织力提升为重点。\n国企领域相对薄弱、国企领域相对薄弱。\n认真落实 “三会一课”等制度。\n'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hegao-offline-'))
  mkdirSync(join(folder, 'more'))
  writeFileSync(join(folder, 'a.txt'), text)
  writeFileSync(
    join(folder, 'b.md'),
    `# 报告\n\n见[链接](https://example.com/a.png)。\n\n![图](https://example.com/b.png)\n\n${text}`,
  )
  writeFileSync(join(folder, 'more', 'c.txt'), Buffer.from([0xd7, 0xe9, 0xd6, 0xaf, 0xa3, 0xac, 0xa3, 0xac, 0x0a]))
  for (const format of ['docx', 'doc', 'rtf', 'odt', 'html', 'pdf']) {
    const name = readdirSync(join(root, 'fixtures', 'read')).find((one) =>
      existsSync(join(root, 'fixtures', 'read', one, `input.${format}`)),
    )
    copyFileSync(join(root, 'fixtures', 'read', name ?? '', `input.${format}`), join(folder, `d.${format}`))
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function guarded(words: readonly string[], input = ''): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, ['--require', guard, ...words], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { ...process.env, FORCE_COLOR: '1' },
  })
  return { status, stderr }
}

describe('the guard', () => {
  it.each([
    "fetch('http://127.0.0.1:9')",
    "require('http').get('http://127.0.0.1:9')",
    "require('https').get('https://127.0.0.1:9')",
    "require('tls').connect(9)",
    "require('net').connect(9)",
    "require('net').createServer().listen(0)",
    "require('dgram').createSocket('udp4')",
    "require('dns').lookup('localhost', () => {})",
    "require('dns/promises').resolve4('localhost')",
  ])('stops %s', (code) => {
    expect(guarded(['-e', code]).status).toBe(refused)
  })
})

describe('the program', () => {
  it.each([
    ['check', 'a.txt', 'b.md', 'more/c.txt'],
    ['check', '.', '-f', 'json'],
    ['check', '**/*.txt', '-f', 'compact'],
    ['check', '-'],
    ['parse', 'b.md'],
    ['outline', 'a.txt'],
    ['fix', '--dry-run', '.'],
    ['fix', '.'],
    ['check', 'd.docx', 'd.doc', 'd.rtf', 'd.odt', 'd.html', 'd.pdf'],
    ['check', '-f', 'html', '-f', 'sarif:out.sarif', 'd.docx'],
    ['annotate', 'd.docx'],
    ['convert', '.', '-o', 'out', '--jobs', '2'],
    ['stats', 'out'],
    ['open', '--no-start', 'd.docx'],
    ['init'],
    ['check', '--cache', 'a.txt'],
    ['rules'],
    ['explain', 'repeated-phrase'],
    ['--version'],
    ['--help'],
    ['check', 'missing.txt'],
  ])('opens no connection: %s %s', (...words) => {
    const { status, stderr } = guarded([join(root, 'bin', 'hegao.js'), ...words], text)
    expect(stderr).not.toContain('network:')
    expect([0, 1, 2]).toContain(status)
  })

  it('contains nothing that could', () => {
    const folders = [join(root, 'dist'), join(root, 'dist', 'hegao')]
    const files = folders
      .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
      .filter((path) => path.endsWith('.cjs'))
    const network =
      /\b(?:require|getBuiltinModule|import)\(\s*["'](?:node:)?(?:net|tls|http2?|https|dgram|dns(?:\/promises)?|inspector)["']/
    expect(files.length).toBeGreaterThan(1)
    expect(files.filter((path) => network.test(readFileSync(path, 'utf8')))).toEqual([])
  })
})
