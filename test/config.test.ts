/** Which rules run, what is said of a configuration that is wrong, and that the published schema says the same. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { prepare } from '../src/cli/files/preparation.ts'
import type { ReadingOptions } from '../src/cli/options.ts'
import { configFrom } from '../src/config/parse.ts'
import { chooseRules, findRule, parseOverride } from '../src/config.ts'
import { configSchema } from '../src/dev/schemas.ts'
import { documentOf } from '../src/document.ts'
import { HegaoError } from '../src/errors.ts'
import { lint } from '../src/lint/run.ts'
import type { AnyRule } from '../src/rule.ts'
import type { Span } from '../src/source.ts'
import { nearest } from '../src/text/nearest.ts'
import type { Lang } from '../src/wording.ts'
import { ruleFinding, sourceOf } from './invented.ts'
import { hegao } from './support/hegao.ts'

const rules = [ruleFinding('year-mismatch', '甲'), ruleFinding('stray-space', '乙')]
const parse = (config: unknown, lang: Lang = 'zh') => configFrom(config, 'hegao.json', rules, lang)

function complaint(action: () => unknown, lang: Lang = 'zh'): string {
  try {
    action()
  } catch (error) {
    if (error instanceof HegaoError) return error.sentence(lang)
    throw error
  }
  return 'nothing is wrong'
}

const isValid = new Ajv2020({ strictTuples: false, allowUnionTypes: true }).compile(configSchema(rules))

describe('a configuration', () => {
  test('says level and options; the rest stays as the rule has it', () => {
    const config = parse({
      $schema: './schema/config.schema.json',
      lang: 'en',
      rules: { 'year-mismatch': ['error', { most: 5, words: ['一'] }], 'stray-space': 'off' },
    })
    expect(config.lang).toBe('en')
    expect(chooseRules(rules, config)).toEqual([
      { rule: rules[0], severity: 'error', options: { most: 5, strict: false, style: 'a', words: ['一'] } },
    ])
  })

  test('takes what the schema takes', () => {
    const config = {
      $schema: 'x',
      extends: './other.json',
      lang: 'zh',
      rules: { 'year-mismatch': 'warn' },
      terms: ['组织组织力'],
      names: ['龚 正'],
      year: 2022,
      asOf: '2022-03-01',
      encoding: 'gb18030',
      ignores: ['草稿/'],
      reportUnusedDirectives: 'off',
      overrides: [{ files: '讲话/', excludedFiles: ['*.md'], year: 2021, rules: { 'stray-space': ['error'] } }],
    }
    expect(isValid(config)).toBe(true)
    const { rules: settings, overrides, extends: bases } = parse(config)
    expect(settings.get('year-mismatch')?.level).toBe('warning')
    expect(bases).toEqual(['./other.json'])
    expect(overrides[0]).toMatchObject({ files: ['讲话/'], excludedFiles: ['*.md'], year: 2021, terms: [] })
  })

  const levels = '应当是 off、info、warning、error 之一'
  test.each([
    [{ rule: {} }, 'hegao.json 的 rule 不是配置项；是不是 rules？'],
    [[], 'hegao.json 应当是对象'],
    [{ lang: 'fr' }, 'hegao.json 的 lang 应当是 zh、en 之一'],
    [{ rules: [] }, 'hegao.json 的 rules 应当是对象'],
    [{ rules: { 'year-mismach': 'error' } }, 'hegao.json 的 rules.year-mismach 没有这条规则；是不是 year-mismatch？'],
    [{ rules: { 'year-mismatch': 'eror' } }, `hegao.json 的 rules.year-mismatch ${levels}；是不是 error？`],
    [{ rules: { 'year-mismatch': 2 } }, 'hegao.json 的 rules.year-mismatch 应当是级别，或 [级别, {…选项}]'],
    [{ rules: { 'year-mismatch': [2] } }, `hegao.json 的 rules.year-mismatch[0] ${levels}`],
    [{ rules: { 'year-mismatch': ['error', []] } }, 'hegao.json 的 rules.year-mismatch[1] 应当是对象'],
    [
      { rules: { 'year-mismatch': ['error', { mots: 1 }] } },
      'hegao.json 的 rules.year-mismatch[1].mots 没有这个选项；是不是 most？',
    ],
    [{ rules: { 'year-mismatch': ['error', { most: 1.5 }] } }, 'hegao.json 的 rules.year-mismatch[1].most 应当是整数'],
    [{ rules: { 'year-mismatch': ['error', { most: 0 }] } }, 'hegao.json 的 rules.year-mismatch[1].most 不能小于 1'],
    [{ rules: { 'year-mismatch': ['error', { most: 10 }] } }, 'hegao.json 的 rules.year-mismatch[1].most 不能大于 9'],
    [
      { rules: { 'year-mismatch': ['error', { strict: 1 }] } },
      'hegao.json 的 rules.year-mismatch[1].strict 应当是 true 或 false',
    ],
    [{ rules: { 'year-mismatch': ['error', { style: 'c' }] } }, 'hegao.json 的 rules.year-mismatch[1].style 应当是 a、b 之一'],
    [{ rules: { 'year-mismatch': ['error', { words: '一' }] } }, 'hegao.json 的 rules.year-mismatch[1].words 应当是字符串的列表'],
    [{ rules: { constructor: 'error' } }, 'hegao.json 的 rules.constructor 没有这条规则'],
    [
      { rules: { 'year-mismatch': ['error', { constructor: 1 }] } },
      'hegao.json 的 rules.year-mismatch[1].constructor 没有这个选项',
    ],
    [{ terms: '组织力' }, 'hegao.json 的 terms 应当是字符串的列表'],
    [{ names: ['甲', ''] }, 'hegao.json 的 names[1] 不能是空的'],
    [{ year: 22 }, 'hegao.json 的 year 应当是四位年份'],
    [{ asOf: '2022年3月' }, 'hegao.json 的 asOf 应当是日期 YYYY-MM-DD'],
    [{ encoding: 'utf8' }, /encoding 应当是 utf-8、gb18030、.* 之一；是不是 utf-8？$/],
    [{ extends: 3 }, 'hegao.json 的 extends 应当是字符串的列表'],
    [{ overrides: {} }, 'hegao.json 的 overrides 应当是列表'],
    [{ overrides: [{ rules: {} }] }, 'hegao.json 的 overrides[0].files 没有写'],
    [{ overrides: [{ file: '*' }] }, 'hegao.json 的 overrides[0].file 不是配置项；是不是 files？；overrides[0].files 没有写'],
    [
      { rules: { 'numbering-levle': 'off', 'year-mismatch': 'eror', '*': ['off', { a: 1 }] }, yeer: 2022, ignors: [] },
      'hegao.json 的 rules.numbering-levle 没有这条规则；rules.year-mismatch 应当是 off、info、warning、error 之一；是不是 error？；' +
        'rules.*[1].a 没有这个选项；yeer 不是配置项；是不是 year？；ignors 不是配置项；是不是 ignores？',
    ],
    [
      { overrides: [{ files: '*' }, { files: '*', rules: { 'stray-spase': 'off' } }] },
      'hegao.json 的 overrides[1].rules.stray-spase 没有这条规则；是不是 stray-space？',
    ],
    [{ reportUnusedDirectives: 'never' }, `hegao.json 的 reportUnusedDirectives ${levels}`],
  ])('%j is refused, by the schema too', (config, said) => {
    const told = complaint(() => parse(config))
    if (typeof said === 'string') expect(told).toBe(`配置有误：${said}`)
    else expect(told).toMatch(said)
    expect(isValid(config)).toBe(false)
  })

  test('in English', () => {
    expect(complaint(() => parse({ rules: { 'year-mismach': 'off' } }, 'en'), 'en')).toBe(
      'The configuration is wrong: hegao.json: rules.year-mismach is no rule; did you mean year-mismatch?',
    )
  })
})

describe('--rule', () => {
  test('is stronger than the configuration, whose options stay', () => {
    const config = parse({ rules: { 'year-mismatch': ['off', { most: 7 }] } })
    const overrides = new Map([parseOverride('year-mismatch:info', rules, 'zh'), parseOverride('stray-space:off', rules, 'zh')])
    const [only, ...rest] = chooseRules(rules, config, overrides)
    expect([only?.rule.id, only?.severity, only?.options.most, rest]).toEqual(['year-mismatch', 'info', 7, []])
  })

  test('takes the full-width colon of a Chinese keyboard, and eslint’s warn', () => {
    expect(parseOverride('stray-space：error', rules, 'zh')).toEqual(['stray-space', 'error'])
    expect(parseOverride('stray-space:warn', rules, 'zh')).toEqual(['stray-space', 'warning'])
  })

  test('speaks of all rules by *, and what is said of one is stronger', () => {
    const given = (...texts: string[]) => new Map(texts.map((text) => parseOverride(text, rules, 'zh')))
    const levels = (config: unknown, ...texts: string[]) =>
      chooseRules(rules, parse(config), given(...texts)).map(({ rule, severity }) => `${rule.id}:${severity}`)
    expect(levels({}, '*:off', 'stray-space:info')).toEqual(['stray-space:info'])
    expect(levels({ rules: { '*': 'off', 'stray-space': 'error' } })).toEqual(['stray-space:error'])
    expect(levels({ rules: { '*': 'off', 'stray-space': 'error' } }, '*:off')).toEqual([])
    expect(levels({ rules: { 'stray-space': 'off' } }, '*:error')).toEqual(['year-mismatch:error', 'stray-space:error'])
  })

  test.each([
    ['stray-space', '--rule 应当写成 规则:级别，不是 stray-space'],
    ['stray-spase:off', '没有规则 stray-spase；是不是 stray-space？'],
    ['stray-space:eror', '--rule stray-space 的级别应当是 off、info、warning、error 之一，不是 eror；是不是 error？'],
    ['stray-space:2', '--rule stray-space 的级别应当是 off、info、warning、error 之一，不是 2'],
  ])('%s', (text, said) => {
    expect(complaint(() => parseOverride(text, rules, 'zh'))).toBe(said)
  })
})

test('nothing configured: every rule at its own level', () => {
  expect(chooseRules(rules).map(({ severity }) => severity)).toEqual(['warning', 'warning'])
})

describe('a rule', () => {
  const [first, second] = rules
  const tried = { ...(first as AnyRule), id: 'tried-rule', preview: true as const }
  const renamed = { ...(second as AnyRule), id: 'new-name', formerly: ['stray-space', 'older-name'] }
  const all = [tried, renamed]
  const chosen = (config: unknown, only?: ReadonlySet<string>, ...texts: string[]) => {
    const overrides = new Map(texts.map((text) => parseOverride(text, all, 'zh')))
    return chooseRules(all, configFrom(config, 'hegao.json', all, 'zh'), overrides, only).map(
      ({ rule, severity }) => `${rule.id}:${severity}`,
    )
  }

  test('in preview runs only where its own level is set, or it is named by --only', () => {
    expect(chosen({})).toEqual(['new-name:warning'])
    expect(chosen({ rules: { '*': 'error' } })).toEqual(['new-name:error'])
    expect(chosen({ rules: { 'tried-rule': 'info' } })).toEqual(['tried-rule:info', 'new-name:warning'])
    expect(chosen({}, undefined, 'tried-rule:error')).toEqual(['tried-rule:error', 'new-name:warning'])
    expect(chosen({}, new Set(['tried-rule']))).toEqual(['tried-rule:warning'])
  })

  test('named by --only runs alone, and though it is off', () => {
    expect(chosen({ rules: { 'new-name': 'off' } }, new Set(['new-name']))).toEqual(['new-name:warning'])
    expect(chosen({ rules: { 'new-name': 'info' } }, new Set(['new-name']))).toEqual(['new-name:info'])
  })

  test('that was renamed is known by what it was called before', () => {
    expect(chosen({ rules: { 'stray-space': 'error' } })).toEqual(['new-name:error'])
    expect(chosen({}, undefined, 'older-name:info')).toEqual(['new-name:info'])
    expect(findRule('older-name', all, 'zh')).toBe(renamed)
    expect(
      new Ajv2020({ strictTuples: false, allowUnionTypes: true }).compile(configSchema(all))({ rules: { 'older-name': 'off' } }),
    ).toBe(true)
  })

  test('that was renamed is silenced by its old comments, and its fingerprints stay', () => {
    const document = '甲。\n<!-- hegao-disable-next-line old -->\n甲。\n'
    const source = { ...sourceOf(document), comments: [{ value: ' hegao-disable-next-line old ', start: 3, end: 38 }] }
    const says = (id: string, more: object) => ({
      ...(first as AnyRule),
      id,
      ...more,
      check: ({ text, report }: { text: string; report: (id: string, at: Span, data: object) => void }) => {
        for (const { index } of text.matchAll(/甲/g)) report('found', { start: index, end: index + 1 }, {})
      },
    })
    const run = (rule: AnyRule, options: object = {}) =>
      lint(documentOf(source, {}), [{ rule, severity: 'error', options: {} }], options).findings.filter(
        ({ ruleId }) => ruleId === rule.id,
      )
    const before = run(says('old', {}), { known: ['old'] })
    const after = run(says('new', { formerly: ['old'] }), { known: ['new'], renamed: new Map([['old', 'new']]) })
    expect(before).toHaveLength(1)
    expect(after.map(({ fingerprint }) => fingerprint)).toEqual(before.map(({ fingerprint }) => fingerprint))
  })

  test('is found by its Chinese name', () => {
    const names = { 'year-mismatch': '年份不一致', 'stray-space': '多余空格' }
    expect(findRule('年份不一致', rules, 'zh', names)).toBe(first)
    expect(complaint(() => findRule('年份', rules, 'zh', names))).toBe('没有规则 年份；有：年份不一致')
  })
})

test('a rule is found by its id', () => {
  expect(findRule('stray-space', rules, 'zh')).toBe(rules[1])
  expect(complaint(() => findRule('quite-another', rules, 'zh'))).toBe('没有规则 quite-another')
})

describe('nearest', () => {
  test.each([
    ['pares', 'parse'],
    ['prase', 'parse'],
    ['chck', 'check'],
    ['ch', undefined],
    ['fx', 'fix'],
    ['outlines', 'outline'],
    ['completely', undefined],
  ])('%s → %s', (name, found) => {
    expect(nearest(name, ['check', 'parse', 'outline', 'fix'])).toBe(found)
  })
})

describe('a configuration file', () => {
  let folder = ''

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'hegao 配置 ')))
    mkdirSync(join(folder, '.git'))
    vi.stubEnv('XDG_STATE_HOME', join(folder, '.state'))
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })

  function write(path: string, content: string | object): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
  }

  const session = { lang: 'zh', isLangGiven: false, isColourAllowed: false, status: 0 } as const
  const levelFor = async (path: string, rule = 'stray-space', options: ReadingOptions = {}): Promise<string> => {
    const { optionsFor } = await prepare(options, session, join(folder, path))
    return (await optionsFor(join(folder, path))).rules.find((one) => one.rule.id === rule)?.severity ?? 'off'
  }
  const failureFor = async (path: string, options: ReadingOptions = {}): Promise<string> => {
    const error = await levelFor(path, undefined, options).catch((thrown: unknown) => thrown)
    return error instanceof HegaoError ? error.sentence('zh').replaceAll(folder, '…') : String(error)
  }

  const off = '{"rules": {"stray-space": "off"}}'
  const yaml = '# 注释\nrules:\n  stray-space: "off"\n'
  const esm = 'export default { rules: { "stray-space": "off" } }\n'
  const commonjs = 'module.exports = { rules: { "stray-space": "off" } }\n'

  test.each([
    ['hegao.config.json', off],
    ['hegao.config.json', `\uFEFF{\n  // 注释\n  "rules": {"stray-space": "off",},\n}`],
    ['hegao.config.jsonc', `/* 注释 */ ${off}`],
    ['hegao.config.yaml', yaml],
    ['hegao.config.yml', yaml],
    ['hegao.config.mjs', esm],
    ['hegao.config.js', commonjs],
    ['hegao.config.cjs', commonjs],
    ['hegao.config.ts', `const level: 'off' = 'off'\n${esm.replace('"off"', 'level')}`],
    ['.hegaorc', off],
    ['.hegaorc', yaml],
    ['.hegaorc.json', off],
    ['.hegaorc.jsonc', off],
    ['.hegaorc.yaml', yaml],
    ['.hegaorc.yml', yaml],
    ['.hegaorc.js', commonjs],
    ['.hegaorc.cjs', commonjs],
    ['.hegaorc.mjs', esm],
    ['package.json', `{"name": "x", "hegao": ${off}}`],
  ])('%s is found from the file upwards', async (name, content) => {
    write(name, content)
    const isCode = /\.[cm]?[jt]s$/.test(name)
    if (isCode) expect(await failureFor('讲话/2022/报 告.txt')).toBe(`配置 …/${name} 是程序，没有运行`)
    if (isCode) expect(await levelFor('a.txt', 'stray-space', { config: join(folder, name) })).toBe('off')
    expect(await levelFor('讲话/2022/报 告.txt', 'stray-space', isCode ? { allowConfigCode: true } : {})).toBe('off')
    expect(await levelFor('讲话/2022/报 告.txt')).toBe('off')
  })

  test('the nearest decides, and nothing above the top of the repository', async () => {
    write('hegao.config.json', off)
    write('里/.hegaorc', { rules: { 'stray-space': 'error' } })
    write('库/.git/HEAD', '')
    expect(await levelFor('a.txt')).toBe('off')
    expect(await levelFor('里/a.txt')).toBe('error')
    expect(await levelFor('库/a.txt')).toBe('warning')
  })

  test('a package.json that says nothing of hegao and a broken one are passed over', async () => {
    write('.hegaorc', off)
    write('一/package.json', { dependencies: { hegao: '1' } })
    write('三/package.json', '{')
    expect(await levelFor('一/a.txt')).toBe('off')
    expect(await levelFor('三/a.txt')).toBe('off')
  })

  test('that is a program runs in no other repository than the one it was allowed for', async () => {
    write('hegao.config.cjs', commonjs)
    write('别/.git/HEAD', '')
    write('别/hegao.config.cjs', 'require("node:fs").writeFileSync(__dirname + "/PWNED", "")')
    write('借/.git/HEAD', '')
    write('借/hegao.config.json', { extends: '../别/hegao.config.cjs' })
    expect(await levelFor('a.txt', 'stray-space', { allowConfigCode: true })).toBe('off')
    expect(await failureFor('别/a.txt')).toBe('配置 …/别/hegao.config.cjs 是程序，没有运行')
    expect(await failureFor('借/a.txt')).toBe('配置 …/别/hegao.config.cjs 是程序，没有运行')
    expect(existsSync(join(folder, '别/PWNED'))).toBe(false)
  })

  test('is not looked for where everybody may write, where others live, or above the home', async () => {
    write('众/hegao.config.json', { rules: { 'stray-space': 'error' } })
    write('众/我/a.txt', '')
    expect(await levelFor('众/我/a.txt')).toBe('error')
    chmodSync(join(folder, '众'), 0o1777)
    expect(await levelFor('众/我/a.txt')).toBe('warning')
    chmodSync(join(folder, '众'), 0o755)
    vi.stubEnv('HOME', join(folder, '众/我'))
    expect(await levelFor('众/我/a.txt')).toBe('warning')
  })

  test.skipIf(process.getuid?.() !== 0)('is not looked for in the folder of another owner', async () => {
    write('众/hegao.config.json', { rules: { 'stray-space': 'error' } })
    write('众/我/a.txt', '')
    chownSync(join(folder, '众/我'), 65_534, 65_534)
    expect(await levelFor('众/我/a.txt')).toBe('warning')
  })

  test.skipIf(process.platform === 'win32').each(['hegao.config.json', 'package.json', '.hegaorc'])(
    '%s that is a device or a pipe ends the search with a sentence, or is passed over',
    async (name) => {
      symlinkSync('/dev/zero', join(folder, name))
      expect(await failureFor('a.txt')).toMatch(name === 'package.json' ? /^warning$/ : /不是普通文件/)
      rmSync(join(folder, name))
      spawnSync('mkfifo', [join(folder, name)])
      expect(await failureFor('a.txt')).toMatch(name === 'package.json' ? /^warning$/ : /不是普通文件/)
    },
  )

  test('extends files and packages; what is said last is stronger', async () => {
    write('hegao.config.json', { extends: ['单位规范', './本室.yaml'], rules: { 'stray-space': 'error' } })
    write('node_modules/单位规范/package.json', { main: 'a.json' })
    write('node_modules/单位规范/a.json', {
      terms: ['一'],
      rules: { 'stray-space': 'info', 'long-sentence': ['error', { longest: 90 }] },
    })
    write('本室.yaml', 'terms: [二]\nrules: {long-sentence: warning}\n')
    const { optionsFor } = await prepare({}, session, join(folder, 'a.txt'))
    const { rules: chosen, spared } = await optionsFor(join(folder, 'a.txt'))
    expect(spared).toEqual(['一', '二'])
    expect(chosen.find(({ rule }) => rule.id === 'stray-space')?.severity).toBe('error')
    expect(chosen.find(({ rule }) => rule.id === 'long-sentence')).toMatchObject({
      severity: 'warning',
      options: { longest: 90 },
    })
  })

  test('a circle of extends is told', async () => {
    write('hegao.config.json', { extends: './甲.json' })
    write('甲.json', { extends: './乙.json' })
    write('乙.json', { extends: './甲.json' })
    expect(await failureFor('a.txt')).toBe('配置的 extends 绕成了圈：…/hegao.config.json → …/甲.json → …/乙.json → …/甲.json')
  })

  test.each([
    [{ extends: '没有这个包' }, '…/hegao.config.json 的 extends 指向 没有这个包，找不到'],
    [{ extends: './没有.json' }, '…/hegao.config.json 的 extends 指向 ./没有.json，找不到'],
    ['{\n  "rules": {\n    "stray-space" "off"\n  }\n}', '读不了配置 …/hegao.config.json（第 3 行第 19 列少了冒号）'],
    ['{"rules": {}', '读不了配置 …/hegao.config.json（第 1 行第 13 列少了 }）'],
    ['"一"', '配置有误：…/hegao.config.json 应当是对象'],
    [
      { rules: { 'stray-spase': 'off' } },
      '配置有误：…/hegao.config.json 的 rules.stray-spase 没有这条规则；是不是 stray-space？',
    ],
  ])('%j is told with its file', async (content, said) => {
    write('hegao.config.json', content)
    expect(await failureFor('a.txt')).toBe(said)
  })

  test.each([
    ['hegao.config.yaml', 'rules:\n  a: [1\nb: 2\n', /^读不了配置 …\/hegao\.config\.yaml（第 3 行第 1 列少了结束的括号或引号）$/],
    ['hegao.config.yaml', 'rules:\n\tstray-space: off\n', /第 2 行第 1 列用了制表符缩进，应当用空格）$/],
    ['hegao.config.yaml', 'lang: "一\n', /少了结束的括号或引号）$/],
    ['hegao.config.json', ' \n', /^读不了配置 …\/hegao\.config\.json（是空的，是不是没有存好？）$/],
    ['hegao.config.json', '['.repeat(200_000), /^读不了配置 …\/hegao\.config\.json（嵌套太深）$/],
    ['.hegaorc', '['.repeat(200_000), /^读不了配置 …\/\.hegaorc（/],
    ['hegao.config.mjs', 'throw new Error("坏了")', /^读不了配置 …\/hegao\.config\.mjs（坏了）$/],
    ['hegao.config.ts', 'export default {', /^读不了配置 …\/hegao\.config\.ts（/],
    ['hegao.config.mjs', 'export const rules = {}', /^配置有误：…\/hegao\.config\.mjs 的 rules |^nothing/],
  ])('%s that is wrong', async (name, content, said) => {
    write(name, content)
    const told = await failureFor('a.txt', { allowConfigCode: true })
    if (name === 'hegao.config.mjs' && content.startsWith('export const')) expect(told).toBe('warning')
    else expect(told).toMatch(said)
  })

  test('overrides hold for the files they name, the later stronger', async () => {
    write('规范/hegao.config.json', {
      rules: { 'stray-space': 'info' },
      overrides: [
        { files: ['讲话/', '*.{md,markdown}'], excludedFiles: '讲话/旧/', rules: { 'stray-space': 'error' } },
        { files: '讲话/2022/', rules: { 'stray-space': 'off' } },
      ],
    })
    expect(await levelFor('规范/a.txt')).toBe('info')
    expect(await levelFor('规范/讲话/a.txt')).toBe('error')
    expect(await levelFor('规范/讲话/旧/a.txt')).toBe('info')
    expect(await levelFor('规范/讲话/2022/a.txt')).toBe('off')
    expect(await levelFor('规范/纪要/深/a.markdown')).toBe('error')
  })

  test('what holds for files is one object, so that it is named and compared once', async () => {
    write('hegao.config.json', { overrides: [{ files: '讲话/', year: 2021 }] })
    const { optionsFor } = await prepare({}, session, join(folder, 'a.txt'))
    const of = (path: string) => optionsFor(join(folder, path))
    expect(await of('a.txt')).toBe(await of('b/c.txt'))
    expect(await of('讲话/a.txt')).toBe(await of('讲话/b.txt'))
    expect((await of('讲话/a.txt')).settings).toEqual({ year: 2021 })
    expect((await of('a.txt')).settings).toEqual({})
  })

  const text = '各位代表：\n以组织组织力提升为目标，以组织组织力提升为目标。\n'

  test('terms spare what lies within them', () => {
    write('a.txt', text)
    const words = (...more: string[]) =>
      hegao(['-f', 'compact', '--rule', 'repeated-word:error', ...more, 'a.txt'], { cwd: folder }).stdout
    expect(words()).toContain('repeated-word')
    write('hegao.config.json', { names: ['组织组织力提升'] })
    expect(words()).not.toContain('repeated-word')
    expect(words('--no-config')).toContain('repeated-word')
  })

  test('-c names it, --no-config wants none, --print-config shows what holds', () => {
    write('a.txt', text)
    write('hegao.config.json', { rules: { 'repeated-word': 'off' }, overrides: [{ files: 'a.txt', year: 2020 }] })
    write('别的/另.yaml', 'lang: en\nterms: [甲]\n')
    const print = (...words: string[]) => {
      const { stdout, stderr, status } = hegao(['--print-config', 'a.txt', ...words], { cwd: folder })
      return { config: JSON.parse(stdout) as Record<string, unknown>, stderr, status }
    }
    const found = print()
    expect(found).toMatchObject({ status: 0, stderr: '配置来自 hegao.config.json\n', config: { year: 2020, lang: 'zh' } })
    expect(print('-c', '别的/另.yaml')).toMatchObject({
      config: { lang: 'en', terms: ['甲'], rules: { 'repeated-word': expect.anything() } },
    })
    expect(print('--no-config')).toMatchObject({ stderr: '没有找到配置，全按默认\n' })
    // What is printed is a configuration that says the same.
    write('印.json', found.config)
    expect(print('-c', '印.json').config).toEqual(found.config)
  })

  test('init writes one, with words on it, and never over one that is there', () => {
    const init = (...words: string[]) => hegao(['init', ...words], { cwd: folder })
    expect(init()).toMatchObject({ status: 0, stderr: '已写好 hegao.config.jsonc，请按需要修改\n' })
    const written = readFileSync(join(folder, 'hegao.config.jsonc'), 'utf8')
    expect(written).toContain('// 规则的级别')
    expect(hegao(['--print-config', 'a.txt'], { cwd: folder })).toMatchObject({
      status: 0,
      stderr: '配置来自 hegao.config.jsonc\n',
    })
    expect(init()).toMatchObject({ status: 2, stderr: '已经有配置 hegao.config.jsonc，没有改动\n'.replace(/^/, 'hegao：') })
    // What it shows in its comments is right too.
    write('hegao.config.jsonc', written.replace(/^( *)\/\/ (?=["{])/gm, '$1'))
    expect(hegao(['--print-config', '讲话/a.txt'], { cwd: folder }).stdout).toContain('"missing-part": "off"')
    rmSync(join(folder, 'hegao.config.jsonc'))
    write('package.json', { hegao: {} })
    expect(init('--lang', 'en')).toMatchObject({ status: 2 })
    rmSync(join(folder, 'package.json'))
    expect(init('--lang', 'en').status).toBe(0)
    expect(readFileSync(join(folder, 'hegao.config.jsonc'), 'utf8')).toContain('// Levels of rules')
  })
})
