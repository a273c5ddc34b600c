/** `npm run new-rule -- <family>/<id> <中文名>`: a folder with a rule that compiles and a page whose examples fail until it is written. */
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate, root, ruleFolders } from './generate.ts'

const code = (id: string, name: string): string => `import { defineRule } from '../../../src/kit.ts'

/** ${name}：……（一句话：查什么，为什么。） */
export default defineRule({
  id: '${id}',
  severity: 'warning',
  summary: { zh: '${name}', en: '${id.replaceAll('-', ' ')}' },
  source: { tier: '本规则', ref: '' },
  options: {},
  messages: {
    found: { zh: '“{word}”……', en: '“{word}” …' },
  },
  check({ text, report }) {
    // Replace by what the rule looks for; facts come from \`use\`, see src/kit.ts.
    for (const match of text.matchAll(/此处写要查的词/g)) {
      const [word] = match
      report('found', { start: match.index, end: match.index + word.length }, { word })
    }
  },
})
`

const page = (id: string, name: string): string => `# ${id} ${name}

${name}。

## 错误

\`\`\`report
把有错的句子写在这里，⟦错的地方⟧这样标出。
\`\`\`

\`\`\`findings
把 hegao 应当说的话写在这里
\`\`\`

## 正确

\`\`\`report
看起来像、其实不错的句子。
\`\`\`

## 不处理

这条规则有意不管的情况。

## 选项

没有选项。
`

/** What is wrong with the words after the command; undefined where nothing is. */
export function mistake(path: string | undefined, name: string | undefined): string | undefined {
  if (path === undefined || name === undefined)
    return '用法：npm run new-rule -- <家>/<编号> <中文名>，如 npm run new-rule -- numbering/numbering-gap 编号跳号'
  const [family = '', id = '', ...rest] = path.split('/')
  if (!existsSync(join(root, 'rules', family, 'README.md')) || id === '' || rest.length > 0)
    return `先写家，再写编号：numbering/numbering-gap；rules/ 下没有这一家：${path}`
  if (!/^[a-z]+(-[a-z]+)+$/.test(id))
    return `规则的编号用小写字母，两个词以上，以连字符相接，说的是毛病：numbering-gap；不是 ${id}`
  if (/['`\\\r\n]/.test(name)) return `中文名里不能有引号、反斜线和换行：${name}`
  const other = ruleFolders().find((folder) => folder.id === id)
  if (other !== undefined) return `已经有 rules/${other.family}/${id} 了`
  return undefined
}

async function run(path: string | undefined, name: string | undefined): Promise<void> {
  const wrong = mistake(path, name)
  if (wrong !== undefined || path === undefined || name === undefined) {
    console.error(wrong)
    process.exitCode = 2
    return
  }
  const folder = join(root, 'rules', path)
  const id = basename(path)
  mkdirSync(folder)
  writeFileSync(join(folder, 'rule.ts'), code(id, name))
  writeFileSync(join(folder, 'README.md'), page(id, name))
  appendFileSync(join(dirname(folder), 'README.md'), `- [${id}](${id}/README.md) ${name}\n`)
  const written = await generate(false)
  console.log(`rules/${path} 建好了。先在 README.md 里写错误和正确的例子，看测试失败；再写 rule.ts。`)
  for (const file of written) console.log(`已更新 ${file}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(process.argv[2], process.argv[3])
