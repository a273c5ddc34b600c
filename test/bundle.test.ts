/** What a run loads decides what it costs: a plain check of a .txt file loads no more than it needs. Needs the build. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
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

  // Source is ASCII: a Chinese character in it is six bytes. Large tables are files of their own.
  it('loads less than 2.25 megabytes of code for one report', () => {
    const bytes = loadedBy(['check', '-f', 'json', file]).reduce((sum, path) => sum + statSync(path).size, 0)
    expect(bytes).toBeLessThan(2_250_000)
  })

  it('reads tables as the sources make them', async () => {
    const root = join(dist, '..')
    const tables = ['src', 'rules'].flatMap((top) =>
      readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.table.ts'))
        .map((path) => join(root, top, path)),
    )
    expect(tables.length).toBeGreaterThan(3)
    for (const path of tables) {
      const { default: make } = (await import(pathToFileURL(path).href)) as {
        default: () => Record<string, string | Uint16Array>
      }
      const made = Object.values(make()).map((value) =>
        typeof value === 'string' ? Buffer.from(value, 'utf16le') : Buffer.from(value.buffer, value.byteOffset, value.byteLength),
      )
      const name = `${relative(root, path).replace('.table.ts', '').replaceAll(sep, '-')}.table`
      const aligned = made.flatMap((bytes) => [bytes, Buffer.alloc(-bytes.length & 3)])
      expect(readFileSync(join(dist, 'hegao', name)).equals(Buffer.concat(aligned)), name).toBe(true)
    }
  })

  it('uses the code that V8 made of it at build time', () => {
    const watch = join(folder, 'watch.cjs')
    writeFileSync(
      watch,
      `const vm = require('node:vm')
       vm.Script = class extends vm.Script {
         constructor(source, options) {
           super(source, options)
           if (options.cachedData && this.cachedDataRejected) process.stderr.write('refused: ' + options.filename)
         }
       }`,
    )
    for (const words of [['--version'], ['check', file], ['check', '-f', 'json', join(folder, 'a.md')]]) {
      expect(spawnSync(process.execPath, ['--require', watch, program, ...words], { encoding: 'utf8' }).stderr).toBe('')
    }
  })
})
