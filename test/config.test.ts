/** Which rules run, and what is said of a configuration that is wrong. */
import { describe, expect, test } from 'vitest'
import { chooseRules, findRule, parseConfig, parseOverride } from '../src/config.ts'
import { HegaoError } from '../src/errors.ts'
import { nearest } from '../src/text/nearest.ts'
import type { Lang } from '../src/wording.ts'
import { ruleFinding } from './invented.ts'

const rules = [ruleFinding('year-mismatch', '甲'), ruleFinding('stray-space', '乙')]
const parse = (config: unknown, lang: Lang = 'zh') => parseConfig(JSON.stringify(config), 'hegao.json', rules, lang)

function complaint(action: () => unknown, lang: Lang = 'zh'): string {
  try {
    action()
  } catch (error) {
    if (error instanceof HegaoError) return error.sentence(lang)
    throw error
  }
  return 'nothing is wrong'
}

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

  test('a byte order mark does no harm', () => {
    expect(parseConfig('\ufeff{}', 'a.json', rules, 'zh').rules.size).toBe(0)
  })

  test.each([
    [{ rule: {} }, '配置有误：rule 不是配置项；是不是 rules？'],
    [[], '配置有误：hegao.json 应当是对象'],
    [{ lang: 'fr' }, '配置有误：lang 应当是 zh、en 之一'],
    [{ rules: [] }, '配置有误：rules 应当是对象'],
    [{ rules: { 'year-mismach': 'error' } }, '配置有误：rules.year-mismach 没有这条规则；是不是 year-mismatch？'],
    [
      { rules: { 'year-mismatch': 'eror' } },
      '配置有误：rules.year-mismatch 应当是 off、info、warning、error 之一；是不是 error？',
    ],
    [{ rules: { 'year-mismatch': 2 } }, '配置有误：rules.year-mismatch 应当是级别，或 [级别, {…选项}]'],
    [{ rules: { 'year-mismatch': [2] } }, '配置有误：rules.year-mismatch[0] 应当是 off、info、warning、error 之一'],
    [{ rules: { 'year-mismatch': ['error', []] } }, '配置有误：rules.year-mismatch[1] 应当是对象'],
    [{ rules: { 'year-mismatch': ['error', { mots: 1 }] } }, '配置有误：rules.year-mismatch[1].mots 没有这个选项；是不是 most？'],
    [{ rules: { 'year-mismatch': ['error', { most: 1.5 }] } }, '配置有误：rules.year-mismatch[1].most 应当是整数'],
    [{ rules: { 'year-mismatch': ['error', { most: 0 }] } }, '配置有误：rules.year-mismatch[1].most 不能小于 1'],
    [{ rules: { 'year-mismatch': ['error', { most: 10 }] } }, '配置有误：rules.year-mismatch[1].most 不能大于 9'],
    [{ rules: { 'year-mismatch': ['error', { strict: 1 }] } }, '配置有误：rules.year-mismatch[1].strict 应当是 true 或 false'],
    [{ rules: { 'year-mismatch': ['error', { style: 'c' }] } }, '配置有误：rules.year-mismatch[1].style 应当是 a、b 之一'],
    [{ rules: { 'year-mismatch': ['error', { words: '一' }] } }, '配置有误：rules.year-mismatch[1].words 应当是字符串的列表'],
    [{ rules: { constructor: 'error' } }, '配置有误：rules.constructor 没有这条规则'],
    [{ rules: { 'year-mismatch': ['error', { constructor: 1 }] } }, '配置有误：rules.year-mismatch[1].constructor 没有这个选项'],
  ])('%j', (config, said) => {
    expect(complaint(() => parse(config))).toBe(said)
  })

  test('in English', () => {
    expect(complaint(() => parse({ rules: { 'year-mismach': 'off' } }, 'en'), 'en')).toBe(
      'The configuration is wrong: rules.year-mismach is no rule; did you mean year-mismatch?',
    )
  })

  test('that is no JSON', () => {
    expect(complaint(() => parseConfig('{', 'a.json', rules, 'zh'))).toMatch(/^读不了配置 a\.json（/)
  })
})

describe('--rule', () => {
  test('is stronger than the configuration, whose options stay', () => {
    const config = parse({ rules: { 'year-mismatch': ['off', { most: 7 }] } })
    const overrides = new Map([parseOverride('year-mismatch:info', rules, 'zh'), parseOverride('stray-space:off', rules, 'zh')])
    const [only, ...rest] = chooseRules(rules, config, overrides)
    expect([only?.rule.id, only?.severity, only?.options.most, rest]).toEqual(['year-mismatch', 'info', 7, []])
  })

  test('takes the full-width colon of a Chinese keyboard', () => {
    expect(parseOverride('stray-space：error', rules, 'zh')).toEqual(['stray-space', 'error'])
  })

  test.each([
    ['stray-space', '--rule 应当写成 规则:级别，不是 stray-space'],
    ['stray-spase:off', '没有规则 stray-spase；是不是 stray-space？'],
    ['stray-space:wran', '--rule stray-space 的级别应当是 off、info、warning、error 之一，不是 wran'],
    ['stray-space:2', '--rule stray-space 的级别应当是 off、info、warning、error 之一，不是 2'],
  ])('%s', (text, said) => {
    expect(complaint(() => parseOverride(text, rules, 'zh'))).toBe(said)
  })
})

test('nothing configured: every rule at its own level', () => {
  expect(chooseRules(rules).map(({ severity }) => severity)).toEqual(['warning', 'warning'])
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
