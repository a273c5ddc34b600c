/** What a run loads decides what it costs: a plain check of a .txt file loads no more than it needs. Needs the build. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, sep } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const dist = join(import.meta.dirname, '..', 'dist')
const program = join(dist, '..', 'bin', 'hegao.js')
const folder = mkdtempSync(join(tmpdir(), 'hegao-bundle-'))
const spy = join(folder, 'spy.cjs')
writeFileSync(spy, "process.on('exit', () => require('node:fs').writeSync(2, JSON.stringify(Object.keys(require.cache))))")
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The files of the program that a run loads. */
function loadedBy(words: readonly string[]): string[] {
  const { stderr } = spawnSync(process.execPath, ['--require', spy, program, ...words], { encoding: 'utf8' })
  const loaded = JSON.parse(stderr.slice(stderr.lastIndexOf('["'))) as string[]
  return loaded.filter((path) => path !== spy && path !== program)
}

/** The parts that hold other packages, by the names that scripts/build.mjs gives them. */
const packagesIn = (files: readonly string[]): string[] =>
  files.map((path) => /^package-([a-z]+)-/.exec(basename(path))?.[1] ?? '').filter((name) => name !== '')

describe('the program', () => {
  const file = join(folder, 'a.txt')
  writeFileSync(file, '同志们：\n今天的会议很重要。\n')
  writeFileSync(join(folder, 'a.md'), '# 报告\n\n今天的会议很重要。\n')

  it('is the files of the build and no other', () => {
    for (const path of loadedBy(['check', file])) expect(dirname(path) + sep).toContain(dist + sep)
  })

  it.each([
    [['--version'], []],
    [['--help'], []],
    [['check', '-f', 'json', file], []],
    [['check', '-f', 'json', join(folder, 'a.md')], ['markdown']],
    [['check', '-f', 'json', join(folder, '*.txt')], ['glob']],
  ])('loads for %j beyond commander only %j', (words, packages) => {
    expect(packagesIn(loadedBy(words)).sort()).toEqual(packages.sort())
  })

  // Source is ASCII: a Chinese character in it is six bytes. A third of it are tables of titles, units of prose and places.
  it('loads less than 2.2 megabytes for one report', () => {
    const bytes = loadedBy(['check', '-f', 'json', file]).reduce((sum, path) => sum + statSync(path).size, 0)
    expect(bytes).toBeLessThan(2_200_000)
  })
})
