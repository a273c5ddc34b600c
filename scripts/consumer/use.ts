/** The library as a stranger uses it, compiled against the types that the package brings, and then run. */
import {
  type Checked,
  check,
  HegaoError,
  hegaoLint,
  hegaoParse,
  hegaoStringify,
  type Options,
  parse,
  reporters,
  rules,
} from 'hegao'
import { unified } from 'unified'
import { VFile } from 'vfile'

const text = '同志们：\n一、2021年工作回顾\n基层党建还不均衡、国企领域薄弱、国企领域薄弱、机关不够规范。\n'

const options: Options = { rules: { 'repeated-phrase': ['warning'], 'missing-part': 'off' }, terms: ['党组织组织力'], lang: 'en' }
const file: Checked = await check({ path: '讲话.txt', text }, options)
for (const { ruleId, severity, position, related, fix } of file.findings) {
  console.log(ruleId, severity, position.start.line, position.start.column, related.length, fix?.grade)
}

const { tree, meta } = await parse({ text })
const headings: string[] = tree.children.flatMap((node) =>
  node.type === 'section' ? node.children[0].children.map(({ value }) => value) : [],
)
console.log(meta.reviewYear, headings.join(''), rules.length)

const refused: unknown = await check({ text }, { year: 1 }).catch((error: unknown) => error)
console.log(refused instanceof HegaoError && refused.code)

for (const name of Object.keys(reporters) as (keyof typeof reporters)[]) console.log(name, reporters[name]([file]).length)

const vfile = await unified()
  .use(hegaoParse)
  .use(hegaoLint, options)
  .use(hegaoStringify)
  .process(new VFile({ path: '讲话.txt', value: text }))
console.log(vfile.messages.map(({ ruleId, line, hegao }) => `${ruleId}@${line} ${hegao?.fingerprint}`).join())

// @ts-expect-error: there is no such level
void ({ rules: { 'repeated-phrase': 'fatal' } } satisfies Options)
// @ts-expect-error: either text or bytes
void check({ path: 'a.txt' })
