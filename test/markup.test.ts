/** Signs of Markdown beside a blank: it is theirs. */
import { expect, test } from 'vitest'
import { chooseRules } from '../src/config.ts'
import { checkSource, rules } from '../src/hegao.ts'
import { read } from '../src/read/index.ts'
import type { Source } from '../src/source.ts'

async function blanksTold(name: string, text: string): Promise<string[]> {
  const source = (await read(name, new TextEncoder().encode(text), {})) as Source
  const { findings } = checkSource(source, { settings: {}, rules: chooseRules(rules.filter(({ id }) => id === 'stray-space')) })
  return findings.map(({ actual }) => actual)
}

const line = (words: string) => `# 工作总结\n\n${words}\n`

test.each([
  '**（一）坚持党建引领。** 全村开展活动，群众普遍满意。',
  '- **示范** 带动周边各村共同发展，取得明显成效。',
  '*重点。* 全村开展活动，群众普遍满意，成效明显。',
])('%s is left alone', async (words) => {
  expect(await blanksTold('a.md', line(words))).toEqual([])
})

test('a blank that stands by itself is told, in Markdown too', async () => {
  expect(await blanksTold('a.md', line('全村实现收入10万元。 村民普遍受益，**积极**性明显提高。'))).toEqual(['。 村'])
})
