/** What docs/config.md shows is what the program does. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { configNames } from '../src/cli/files/folders.ts'
import { fileKeys } from '../src/config/keys.ts'
import { hegao } from './support/hegao.ts'

const page = readFileSync(new URL('../docs/config.md', import.meta.url), 'utf8')

/** Blocks that have the name of a file behind their language. */
const examples = new Map(
  Array.from(page.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm), ([, name = '', content = '']) => [name, content]),
)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hegao-docs-'))
  for (const [name, content] of examples) {
    mkdirSync(join(folder, name.startsWith('hegao.config') ? name.replaceAll('.', '-') : '.'), { recursive: true })
    writeFileSync(join(folder, name.startsWith('hegao.config') ? name.replaceAll('.', '-') : '.', name), content)
  }
  writeFileSync(join(folder, 'hegao-config-yaml', '单位规范.json'), examples.get('单位规范.json') ?? '')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const effective = (name: string, path: string) => {
  const { stdout, stderr } = hegao(['--allow-config-code', '--print-config', path], {
    cwd: join(folder, name),
    env: { XDG_STATE_HOME: join(folder, 'state') },
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as { year?: number; names: string[]; rules: Record<string, unknown> }
}

describe('the examples', () => {
  test('of configurations', () => {
    const jsonc = (path: string) => effective('hegao-config-jsonc', path)
    expect(jsonc('a.txt').rules).toMatchObject({ 'stray-space': 'off', 'long-sentence': ['warning', { longest: 150 }] })
    expect(jsonc('讲话/a.txt').rules).toMatchObject({ 'missing-part': 'off' })
    expect(jsonc('历史材料/a.txt').rules).toMatchObject({ 'stale-term': 'off' })
    expect(jsonc('历史材料/已核/a.txt').rules).not.toMatchObject({ 'stale-term': 'off' })
    expect(jsonc('别处/2021年/a.txt').year).toBe(2021)
    expect(effective('hegao-config-yaml', '纪要/a.txt')).toMatchObject({ names: ['龚　正'], rules: { 'missing-part': 'off' } })
    expect(effective('hegao-config-mjs', '今年/a.txt').year).toBeGreaterThan(2024)
  })

  test('of comments: each silences something', () => {
    const run = (...words: string[]) =>
      hegao(['-f', 'compact', '--rule', 'missing-part:off', ...words, '停用.md'], { cwd: folder })
    expect(run()).toMatchObject({ status: 0 })
    expect(run().stdout).not.toContain('repeated-phrase')
    expect(run().stdout.replace(/^.*repeated-passage.*$/gm, '')).not.toContain('hegao-directive')
    expect(run('--no-inline-config').stdout.match(/repeated-phrase/g)).toHaveLength(3)
  })

  test('of a sidecar', () => {
    writeFileSync(join(folder, '报告.txt'), '各位代表：\n国企领域相对薄弱、国企领域相对薄弱。\n')
    expect(hegao(['报告.txt'], { cwd: folder })).toMatchObject({ status: 0, stderr: '' })
  })

  test('of ignored files', () => {
    for (const path of ['库/草稿/a.txt', '库/b.待核.txt', '库/讲话/c.待核.txt', '库/d.txt']) {
      mkdirSync(join(folder, path, '..'), { recursive: true })
      writeFileSync(join(folder, path), '同志们：\n')
    }
    const { files } = JSON.parse(hegao(['-f', 'json', '库'], { cwd: folder }).stdout) as { files: { path: string }[] }
    // The pattern of the last line counts from the folder of the file.
    expect(files.map(({ path }) => path)).toEqual(['库/d.txt'])
    const inside = join(folder, '库')
    writeFileSync(join(inside, '.hegaoignore'), examples.get('.hegaoignore') ?? '')
    const again = JSON.parse(hegao(['-f', 'json', '.'], { cwd: inside }).stdout) as { files: { path: string }[] }
    expect(again.files.map(({ path }) => path)).toEqual(['d.txt', '讲话/c.待核.txt'])
  })
})

describe('the page', () => {
  test('names every key and every file', () => {
    for (const key of Object.keys(fileKeys)) expect(page).toContain(key)
    const kinds = configNames.map((name) => name.replace(/^(?:hegao\.config|\.hegaorc)/, ''))
    for (const kind of kinds) expect(page).toContain(kind)
  })
})
