/** Comments that silence rules, terms that are spared, and what is said of comments that do nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentOf } from '../src/document.ts'
import { checkBytes } from '../src/hegao.ts'
import type { LintOptions } from '../src/lint/run.ts'
import { lint } from '../src/lint/run.ts'
import { read } from '../src/read/index.ts'
import { sentence } from '../src/report/sentences.ts'
import { locate, type Source } from '../src/source.ts'
import { ruleFinding, sourceOf } from './invented.ts'
import { computed } from './support/clock.ts'
import { hegao } from './support/hegao.ts'

const rules = [ruleFinding('find-jia', '甲甲'), ruleFinding('find-yi', '乙乙')]
const ruleIds = rules.map(({ id }) => id)
const chosen = rules.map((rule) => ({ rule, severity: 'warning' as const, options: {} }))

/** What is said of a Markdown text, one line each: line, rule, and of comments what is said. */
async function said(markdown: string, options: LintOptions = {}, run = chosen): Promise<string[]> {
  const source = await read('a.md', Buffer.from(markdown), {})
  return told(source, options, run)
}

function told(source: Source, options: LintOptions, run = chosen): string[] {
  return lint(documentOf(source, {}), run, { ruleIds, ...options }).findings.map((finding) => {
    const { line } = locate(source, finding).start
    return finding.ruleId === 'hegao-directive' ? `${line} ${sentence(finding, 'zh')}` : `${line} ${finding.ruleId}`
  })
}

const unused = '这条注释没有用上，可以删去'

describe('comments', () => {
  test.each([
    ['nothing is silenced', '甲甲\n\n乙乙', ['1 find-jia', '3 find-yi']],
    ['next line', '<!-- hegao-disable-next-line find-jia -->\n甲甲\n\n甲甲', ['4 find-jia']],
    ['next line, all rules', '<!-- hegao-disable-next-line -->\n甲甲乙乙', []],
    ['next line, a reason', '<!-- hegao-disable-next-line find-jia -- 引自原文，find-yi -->\n甲甲乙乙', ['2 find-yi']],
    ['next line, a Chinese dash', '<!-- hegao-disable-next-line find-jia ——引自原文 -->\n甲甲乙乙', ['2 find-yi']],
    ['next line, a blank line between', '<!-- hegao-disable-next-line find-jia -->\n\n\n甲甲', []],
    [
      'next line, one comment upon another',
      '<!-- hegao-disable-next-line find-jia -->\n<!-- hegao-disable-next-line find-yi -->\n甲甲乙乙\n\n甲甲',
      ['5 find-jia'],
    ],
    ['this line', '甲甲 <!-- hegao-disable-line find-jia --> 乙乙\n\n甲甲', ['1 find-yi', '3 find-jia']],
    [
      'from here on',
      '甲甲\n\n<!-- hegao-disable find-jia, find-yi -->\n\n甲甲\n\n<!-- hegao-enable find-jia -->\n\n甲甲乙乙',
      ['1 find-jia', '9 find-jia'],
    ],
    ['Chinese commas', '<!-- hegao-disable find-jia，find-yi、find-jia -->\n\n甲甲乙乙', []],
    ['all off, one on', '<!-- hegao-disable -->\n\n甲甲乙乙\n\n<!-- hegao-enable find-yi -->\n\n甲甲乙乙', ['7 find-yi']],
    ['to the end', '<!-- hegao-disable -->\n\n甲甲\n\n乙乙', []],
    [
      'inside a paragraph',
      '甲甲<!-- hegao-disable find-jia -->甲甲<!-- hegao-enable find-jia -->甲甲',
      ['1 find-jia', '1 find-jia'],
    ],
    ['not in code', '`<!-- hegao-disable -->`\n\n甲甲', ['3 find-jia']],
    [
      'in a quotation and in a list',
      '> <!-- hegao-disable-next-line -->\n> 甲甲\n\n- <!-- hegao-disable-next-line -->\n  甲甲',
      [],
    ],
    ['others’ comments', '<!-- prettier-ignore -->\n<!-- 甲甲 -->\n\n乙乙', ['4 find-yi']],
  ])('%s', async (_, markdown, expected) => {
    expect(await said(markdown)).toEqual(expected)
  })

  test.each([
    [
      'a rule that does not exist',
      '<!-- hegao-disable find-ji -->\n\n甲甲',
      ['1 没有规则 find-ji；是不是 find-jia？', '3 find-jia'],
    ],
    [
      'a word that does not exist',
      '<!-- hegao-disable-nextline -->\n甲甲',
      ['1 没有 hegao-disable-nextline 这种注释；是不是 disable-next-line？', '2 find-jia'],
    ],
    ['nothing to silence', '<!-- hegao-disable-next-line -->\n丙', [`1 ${unused}`]],
    ['two of which one would do', '<!-- hegao-disable -->\n\n<!-- hegao-disable-next-line -->\n甲甲', [`1 ${unused}`]],
    ['one of two rules', '<!-- hegao-disable find-jia find-yi -->\n\n甲甲', ['1 这条注释里的 find-yi 没有用上，可以删去']],
    ['nothing to enable', '甲甲\n\n<!-- hegao-enable -->', ['1 find-jia', '3 前面没有停用过，不必恢复']],
    ['two at one place', '丙\n\n<!-- hegao-disable-line -->\n<!-- hegao-disable-line -->\n\n丙', [`3 ${unused}`, `4 ${unused}`]],
  ])('%s is told', async (_, markdown, expected) => {
    expect(await said(markdown)).toEqual(expected)
  })

  test('of a rule that did not run nothing is known', async () => {
    expect(await said('<!-- hegao-disable find-yi -->\n\n乙乙', {}, chosen.slice(0, 1))).toEqual([])
  })

  test('may be told at no level, and need not be obeyed', async () => {
    const markdown = '<!-- hegao-disable-next-line -->\n丙\n\n<!-- hegao-disable-next-line -->\n甲甲'
    expect(await said(markdown, { unusedDirectives: 'off' })).toEqual([])
    expect(await said(markdown, { inlineConfig: false })).toEqual(['5 find-jia'])
  })

  test('what is silenced is not counted among the most that one rule may say', async () => {
    const many = `<!-- hegao-disable -->\n\n${'甲甲。'.repeat(500)}\n\n<!-- hegao-enable -->\n\n甲甲`
    expect(await said(many)).toEqual(['7 find-jia'])
  })

  test('the fingerprint of a comment is its own, and its place is the comment', async () => {
    const { findings, source } = await checkBytes('a.md', Buffer.from('丙\n\n<!-- hegao-disable -->'), {
      settings: {},
      rules: [],
    })
    expect(findings).toHaveLength(1)
    const [finding] = findings
    const place = finding && source ? locate(source, finding) : undefined
    expect(place).toMatchObject({ start: { line: 3, column: 1, offset: 3 }, end: { column: 23 } })
    expect(finding).toMatchObject({ actual: '<!-- hegao-disable -->', fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) })
  })

  test('by the hundred thousand cost time in proportion', async () => {
    const stacked = `${'<!-- hegao-disable-next-line find-jia -->\n'.repeat(20_000)}\n${'\n'.repeat(20_000)}甲甲`
    const source = {
      ...sourceOf(stacked, 'a.md'),
      format: 'md' as const,
      comments: [] as { start: number; end: number; value: string }[],
    }
    for (const { index, 0: whole } of stacked.matchAll(/<!--(.*?)-->/g)) {
      source.comments.push({ start: index, end: index + whole.length, value: whole.slice(4, -3) })
    }
    const start = computed()
    expect(told(source, { unusedDirectives: 'off' })).toEqual([])
    expect(computed() - start).toBeLessThan(3000)
  })
})

describe('terms of the house', () => {
  const spared = (text: string, ...terms: string[]): string[] => told(sourceOf(text), { spared: terms })

  test.each([
    ['within the term', '丙甲甲丁', ['丙甲甲丁'], []],
    ['the term itself', '甲甲', ['甲甲'], []],
    ['elsewhere', '丙甲甲丁，甲甲', ['丙甲甲丁'], ['1 find-jia']],
    ['a term within what is found', '甲甲', ['甲'], ['1 find-jia']],
    ['a term beside it', '丙丙甲甲', ['丙丙甲'], ['1 find-jia']],
    ['an empty term', '甲甲', [''], ['1 find-jia']],
  ])('%s', (_, text, terms, expected) => {
    expect(spared(text, ...terms)).toEqual(expected)
  })
})

describe('on the command line', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hegao-silence-'))
    const text = '同志们：\n\n在肯定成绩的同时，国企领域相对薄弱、国企领域相对薄弱。\n'
    writeFileSync(
      join(folder, 'a.md'),
      text.replace('在肯定', '<!-- hegao-disable-next-line repeated-phrase -- 原文如此 -->\n在肯定'),
    )
    writeFileSync(join(folder, 'b.md'), `${text}\n<!-- hegao-disable -->\n`)
    writeFileSync(join(folder, 'c.txt'), text)
    writeFileSync(join(folder, 'd.txt'), text)
    writeFileSync(
      join(folder, 'c.txt.hegao.json'),
      JSON.stringify({ silence: [{ rule: 'repeated-phrase', reason: '原文如此' }] }),
    )
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const run = (...words: string[]) => hegao(['--no-config', '-f', 'compact', ...words], { cwd: folder })

  test('a comment silences, and --no-inline-config does not listen', () => {
    expect(run('a.md')).toMatchObject({ status: 0 })
    expect(run('--no-inline-config', 'a.md')).toMatchObject({ status: 1 })
  })

  test('a comment that is not used is a warning; an error on request', () => {
    const quiet = ['--rule', 'repeated-phrase:off', 'b.md'] as const
    expect(run(...quiet).stdout).toMatch(/b\.md:5:1: warning: 这条注释没有用上，可以删去 \(hegao-directive\)/)
    expect(run(...quiet)).toMatchObject({ status: 0 })
    expect(run('--report-unused-disable-directives', ...quiet)).toMatchObject({ status: 1 })
  })

  test('a sidecar silences in a file that has no comments', () => {
    expect(run('d.txt').stdout).toContain('repeated-phrase')
    expect(run('c.txt')).toMatchObject({ status: 0, stderr: '' })
    expect(run('c.txt').stdout).not.toContain('repeated-phrase')
    expect(run('--no-inline-config', 'c.txt')).toMatchObject({ status: 1 })
  })

  function withSidecar(content: unknown) {
    writeFileSync(join(folder, 'd.txt.hegao.json'), JSON.stringify(content))
    const done = run('d.txt')
    rmSync(join(folder, 'd.txt.hegao.json'))
    return done
  }

  test('a sidecar means the words and the fingerprint that it names', () => {
    const words = '国企领域相对薄弱'
    expect(withSidecar({ silence: [{ rule: 'repeated-phrase', text: words }] })).toMatchObject({ status: 0, stderr: '' })
    const other = withSidecar({
      silence: [
        { rule: 'repeated-phrase', text: words },
        { rule: 'repeated-phrase', text: '别的' },
      ],
    })
    expect(other).toMatchObject({ status: 0, stderr: '' })
    expect(other.stdout).toContain('d.txt:1:1: warning: 旁边的 .hegao.json 里第 2 条没有用上，可以删去 (hegao-directive)')
    expect(withSidecar({ silence: [{ rule: 'repeated-phrase', fingerprint: '0' }] })).toMatchObject({ status: 1 })
  })

  test.each([
    [{ silence: [{ rule: 'repeated-frase' }] }, '没有规则 repeated-frase'],
    [{ silence: [{ rule: 'repeated-phrase' }, { text: '别的' }] }, 'silence 的第 2 条写得不对'],
    [{ silence: {} }, '里面没有 silence'],
    [[], '里面没有 silence'],
  ])('a sidecar %j is refused', (sidecar, reason) => {
    expect(withSidecar(sidecar)).toMatchObject({ status: 2, stderr: `hegao：d.txt.hegao.json 写得不对（${reason}）\n` })
  })

  test('what a sidecar silences is not repaired either', () => {
    const spaced = '同志们：\n认真落实 “三会一课”等制度。\n'
    const path = join(folder, 'e.txt')
    writeFileSync(path, spaced)
    writeFileSync(`${path}.hegao.json`, JSON.stringify({ silence: [{ rule: 'stray-space' }] }))
    expect(run('--fix', 'e.txt')).toMatchObject({ status: 0 })
    expect(readFileSync(path, 'utf8')).toBe(spaced)
    rmSync(`${path}.hegao.json`)
    run('--fix', 'e.txt')
    expect(readFileSync(path, 'utf8')).not.toBe(spaced)
  })
})
