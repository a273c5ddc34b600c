/** Files that rules need: there before the rule runs, or told to be missing. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CheckOptions, checkBytes, checkSource } from '../src/hegao.ts'
import { defineRule, fact } from '../src/kit.ts'
import { read } from '../src/read/index.ts'
import { noteSentence } from '../src/report/notes.ts'
import { resourcesFor } from '../src/resources.ts'

const folder = join(import.meta.dirname, '..', 'assets')
const wasThere = existsSync(folder)
const name = 'test-of-resources.bin'

beforeAll(() => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), Buffer.from([1, 2, 3]))
})
afterAll(() => {
  rmSync(join(folder, name))
  if (!wasThere) rmSync(folder, { recursive: true })
})

const sum = fact('test-sum', ({ resources }) => [...(resources.get(name) ?? [])].reduce((total, byte) => total + byte, 0))

const rule = (needs: readonly string[], wants: readonly string[] = []) =>
  defineRule({
    id: 'test-of-needs',
    severity: 'warning',
    summary: { zh: '试', en: 'a test' },
    source: { tier: '本规则', ref: '试' },
    options: {},
    messages: { sum: { zh: '和是{sum}', en: 'the sum is {sum}' } },
    needs,
    wants,
    check({ use, report }) {
      report('sum', { start: 0, end: 1 }, { sum: use(sum) })
    },
  })

const optionsWith = (...needs: string[]): CheckOptions => ({
  settings: {},
  rules: [{ rule: rule(needs), severity: 'warning', options: {} }],
})

describe('a resource', () => {
  const bytes = Buffer.from('同志们')

  it('is there when the rule runs, and facts see it', async () => {
    const { findings, notes } = await checkBytes('a.txt', bytes, optionsWith(name))
    expect(findings.map(({ data }) => data)).toEqual([{ sum: 6 }])
    expect(notes).toBeUndefined()
  })

  it('is there at once on Node, for callers that cannot wait', async () => {
    const { findings } = checkSource(await read('a.txt', bytes, {}), optionsWith(name))
    expect(findings.map(({ data }) => data)).toEqual([{ sum: 6 }])
  })

  it('is the same bytes each time, so that what is made of them can be kept', async () => {
    const [one, other] = [await resourcesFor([name]), await resourcesFor([name, name])]
    expect(one.get(name)).toBe(other.get(name))
  })

  it('that is missing is told, and its rule does not run', async () => {
    const { findings, crashes, notes = [] } = await checkBytes('a.txt', bytes, optionsWith(name, 'no-such-file.bin'))
    expect({ findings, crashes }).toEqual({ findings: [], crashes: [] })
    expect(notes.map((note) => noteSentence(note, 'a.txt', 'zh'))).toEqual([
      'a.txt 没有按 test-of-needs 查：缺少 assets/no-such-file.bin，请重新安装 hegao',
    ])
  })

  it('that only helps is there where it can be, and not missed', async () => {
    const wanting = (...wants: string[]) =>
      ({ settings: {}, rules: [{ rule: rule([], wants), severity: 'warning', options: {} }] }) as const
    const { findings } = await checkBytes('a.txt', bytes, wanting(name))
    expect(findings.map(({ data }) => data)).toEqual([{ sum: 6 }])
    const without = await checkBytes('a.txt', bytes, wanting('no-such-file.bin'))
    expect([without.findings.map(({ data }) => data), without.notes]).toEqual([[{ sum: 0 }], undefined])
  })

  it('is not waited for where none is needed', async () => {
    expect(resourcesFor([])).not.toBeInstanceOf(Promise)
  })
})
