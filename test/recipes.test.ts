/** The recipes of docs/archive.md, as they are printed there, on what `convert` has just made. Needs the build. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hegao } from './support/hegao.ts'

const page = readFileSync(new URL('../docs/archive.md', import.meta.url), 'utf8')
const section = /^## 放进数据库\n(.*?)^## /ms.exec(page)?.[1] ?? ''
const recipe = (language: string): string => new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(section)?.[1] ?? ''
const statements = (sql: string): string[] => sql.split(';').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))

const python = process.env.HEGAO_PYTHON ?? 'python3'
const runs = (program: string, ...words: string[]): boolean => spawnSync(program, words).status === 0
const has = {
  sqlite3: process.platform !== 'win32' && runs('sqlite3', '--version'),
  duckdb: runs(python, '-c', 'import duckdb'),
  pandas: runs(python, '-c', 'import pandas'),
}
const name = (what: keyof typeof has, says: string): string =>
  has[what] ? says : `${says} (not tried: there is no ${what} here; only that it names what is there)`

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hegao-recipes-'))
  mkdirSync(join(folder, '材料'))
  const text =
    '临江市农业农村局2025年工作总结\n\n一、工作情况\n全面推进乡村振兴，成绩明显，，群众满意。\n二、下步打算\n抓好落实。\n'
  writeFileSync(join(folder, '材料', '总结.txt'), text)
  writeFileSync(join(folder, '材料', '讲话.txt'), '同志们：\n今天的会议很重要。\n谢谢大家！\n')
  expect(hegao(['convert', '材料', '-o', '结果'], { cwd: folder }).stderr).toContain('转成 2 份')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(program: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder, encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
}

/** The keys of the first row of a file of results. */
function keysOf(file: string): string[] {
  const [first = ''] = readFileSync(join(folder, '结果', file), 'utf8')
    .replace('\ufeff', '')
    .split(/\r?\n/)
  return file.endsWith('.csv') ? first.split(',') : Object.keys(JSON.parse(first))
}

describe('the recipes', () => {
  test(name('sqlite3', 'SQLite finds what is looked for, with its heading'), () => {
    const script = recipe('sh')
    const named = Array.from(script.matchAll(/line ->> '(\w+)'/g), ([, key]) => key)
    expect(keysOf('sections.jsonl')).toEqual(expect.arrayContaining(named))
    expect(named).toEqual(['path', 'heading', 'text'])
    if (has.sqlite3) expect(run('sh', '-c', script)).toBe('材料/总结.txt|工作情况|全面推进【乡村振兴】，成绩明显，，群众满意。\n')
  })

  test(name('duckdb', 'DuckDB counts findings and finds sections'), () => {
    const [counts = '', found = ''] = statements(recipe('sql'))
    expect(keysOf('findings.csv')).toEqual(expect.arrayContaining(['ruleId', 'severity']))
    expect(counts).toContain("'结果/findings.csv'")
    expect(found).toContain("'结果/sections.jsonl'")
    const told = (sql: string): string => run(python, '-c', `import duckdb; print(duckdb.sql(${JSON.stringify(sql)}).fetchall())`)
    if (!has.duckdb) return
    expect(told(counts)).toContain("('punctuation-run', 'error', 1)")
    expect(told(found)).toBe("[('材料/总结.txt', '工作情况')]\n")
  })

  test(name('pandas', 'pandas joins sections with their documents'), () => {
    const lines = recipe('python').trimEnd().split('\n')
    const last = lines.pop() ?? ''
    expect(keysOf('index.csv')).toEqual(expect.arrayContaining(['path', 'title', 'documentYear']))
    expect(last).toContain("['path', 'title', 'documentYear']")
    if (!has.pandas) return
    const script = [...lines, `print((${last})[['heading', 'title']].values.tolist())`].join('\n')
    expect(run(python, '-c', script)).toBe("[['工作情况', '临江市农业农村局2025年工作总结']]\n")
  })
})
