/** Safe fixes change words and marks, never what Markdown makes of them: remark reads the same before and after. */
import fc from 'fast-check'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { chooseRules } from '../src/config.ts'
import { checkSource, rules } from '../src/hegao.ts'
import { repairOnce } from '../src/lint/fix.ts'
import { read } from '../src/read/index.ts'

interface Shape {
  readonly type: string
  readonly children?: readonly Shape[]
  readonly value?: string
  readonly url?: string
  readonly position?: { readonly start: { readonly offset?: number | undefined } } | undefined
}

/** The kinds of nodes without their words; of code, HTML and links what they hold, too. */
function shapeOf({ type, children, value = '', url = '', position }: Shape, markdown: string): unknown {
  if (children) return [type + url, ...children.map((child) => shapeOf(child, markdown))]
  // What is indented as code is is a paragraph to us.
  const isWords = type === 'text' || (type === 'code' && !/^(?:`{3}|~{3})/.test(markdown.slice(position?.start.offset)))
  return isWords ? type : type + value
}
const shape = (markdown: string): string => JSON.stringify(shapeOf(unified().use(remarkParse).parse(markdown) as Shape, markdown))

async function repaired(markdown: string): Promise<string> {
  const source = await read('报告.md', new TextEncoder().encode(markdown), {})
  const { findings } = checkSource(source, { settings: {}, rules: chooseRules(rules) })
  return repairOnce(source, findings).document
}

const parts = fc.constantFrom(
  '统一领导',
  '各项工作推进',
  '，',
  '。',
  ',',
  ';',
  '。 ',
  '， ',
  ' ',
  '**',
  '*',
  '_',
  '`',
  '`令 ，牌`',
  '```\n令 ，牌。。\n```\n',
  '~~',
  '![图 ，一](图 一.png)',
  '<!-- 注 ，。。 -->',
  '|',
  '> ',
  '    ',
  '“三个坚持”',
  '“ ”',
  '[方案](a.md)',
  '！！',
  '，，',
  '1. ',
  '- ',
  '# ',
  '\n',
  '\n\n',
  '（一）',
  '95%',
  '<b>',
)

describe('safe fixes of Markdown', () => {
  it('change nothing of what remark makes of a text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { minLength: 3, maxLength: 30 }), async (chosen) => {
        const markdown = chosen.join('')
        expect(shape(await repaired(markdown))).toBe(shape(markdown))
      }),
      { numRuns: 400 },
    )
  })

  it('leave the blank behind bold words, and a blank that is a value', async () => {
    const markdown =
      '坚持**“三个坚持”** 的要求，做到**统一领导。** 各项工作推进，见[实施方案](a.md) 。\n\n字段值为“ ”的记录不作统计。\n'
    expect(await repaired(markdown)).toBe(markdown)
  })

  it('are made where no sign of Markdown is near', async () => {
    expect(await repaired('各项工作， 稳步推进。\n')).toBe('各项工作，稳步推进。\n')
  })
})
