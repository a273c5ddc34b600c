/**
 * The page: dist/hegao.html (核稿.html) with everything in it, and dist/hegao-mini.html for mail, without PDF and without the large
 * tables. One file each, for Chromium 80 and later; what is seldom needed lies in it packed and is unpacked when it is.
 * A page over its budget fails the build.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateRawSync } from 'node:zlib'
import { parse } from 'acorn'
import { build, transform } from 'esbuild'
import iconv from 'iconv-lite'
import { compress } from 'lzma1'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const web = join(root, 'src', 'web')

/** A module of our own sources, as it is. */
export async function ours(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`)
}

/** How data lie in the page as text: the program makes the page of the package with the same. */
const { block, element, placeOf, wholePage } = await ours('src/cli/desk/page-blocks.ts')

/** In bytes. */
const budgets = { 'hegao.html': 12_000_000, 'hegao-mini.html': 850_000 }

/** The words are a block of their own. */
const notForPages = new Set(['README.md', 'words.bin', 'words-page.bin'])

/** Whether a node of the syntax tree is words: a string, or a template without anything to fill in. */
const isWords = ({ type, value, expressions }) =>
  (type === 'Literal' && typeof value === 'string') || (type === 'TemplateLiteral' && expressions.length === 0)

const keyOf = ({ key, computed }) => (computed || !key ? undefined : (key.name ?? key.value))

/** What says whence a row of knowledge is. */
const provenance = new Set(['source', 'verifiedOn'])

/** Arrays that only who keeps the tables looks at: examples, and what is to be looked at on a coming day. */
const forHouse = new Set(['hits', 'misses', 'ages'])

/** What of an object the page never looks at: English beside Chinese, and what proves a row of knowledge. */
function unusedIn({ properties }, isKnowledge) {
  const isWording = properties.some((one) => keyOf(one) === 'zh')
  return properties.flatMap((one) => {
    const { value } = one
    // What an option is for is asked in a terminal only.
    const isOption = isWording && properties.some((other) => keyOf(other) === 'default')
    if (isWording && (keyOf(one) === 'en' || (isOption && keyOf(one) === 'zh')) && isWords(value))
      return [{ ...value, text: "''" }]
    if (isKnowledge && provenance.has(keyOf(one)) && isWords(value)) return [{ ...value, text: "''" }]
    const isForHouse = forHouse.has(keyOf(one)) && value?.type === 'ArrayExpression'
    return isForHouse ? [{ ...value, text: '[]' }] : []
  })
}

/** All objects of a program, outermost first. */
function* objectsIn(node) {
  if (node.type === 'ObjectExpression') yield node
  for (const value of Object.values(node)) {
    for (const one of Array.isArray(value) ? value : [value]) if (typeof one?.type === 'string') yield* objectsIn(one)
  }
}

/** Tables that the small page goes without: with them it would be over its budget. */
const notForSmall = ['rules/words/contrary-word/opposites.table.ts']

/** The rows of such a table: `const rows = […]`. */
function* rowsIn({ body }) {
  for (const { declarations = [] } of body)
    for (const { id, init } of declarations) if (id.name === 'rows') yield { ...init, text: '[]' }
}

/** What a rule does that needs a file of assets/: the small page has none, so that it is never asked. */
function* checksIn(tree) {
  for (const { properties } of objectsIn(tree)) {
    if (!properties.some((one) => keyOf(one) === 'needs')) continue
    for (const one of properties) if (keyOf(one) === 'check' && one.method) yield { ...one.value, text: '() {}' }
  }
}

/** What makes a fact or a finder, and does nothing else. */
const finders = new Set(['fact', 'tableFinder', 'termFinder', 'phraseFinder', 'frameFinder', 'wordTable', 'pairTable'])

/** Facts and finders at the top of a module: what nobody asks for can then be left out. */
function* factsIn({ body }) {
  for (const statement of body)
    for (const { init } of (statement.declaration ?? statement).declarations ?? [])
      if (init?.type === 'CallExpression' && finders.has(init.callee.name))
        yield { start: init.start, end: init.start, text: '/* @__PURE__ */ ' }
}

/** Character references of Markdown by the table that the reader of HTML has: the same names, once. */
const sharedReferences = {
  name: 'shared-references',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^decode-named-character-reference$/ }, ({ path }) => ({ path, namespace: 'shared' }))
    onLoad({ filter: /./, namespace: 'shared' }, () => ({
      contents: `import { decodeHTMLStrict } from 'entities/decode'
        export function decodeNamedCharacterReference(name) {
          const written = '&' + name + ';'
          const text = decodeHTMLStrict(written)
          return text === written ? false : text
        }`,
      resolveDir: join(root, 'node_modules', 'parse5'),
    }))
  },
}

/** Our own sources without what the page does not use, the small one without some tables and checks too. */
const withoutUnused = (isSmall) => ({
  name: 'without-unused',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:src|rules)[\\/].*\.ts$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'ts', target: 'es2023', sourcefile: path })
      const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module' })
      const isKnowledge = /[\\/](?:src[\\/]world[\\/].*|rules[\\/].*[\\/]data)\.ts$/.test(path)
      const isLeftOut = isSmall && notForSmall.some((table) => path === join(root, table))
      const checks = isSmall && /[\\/]rule\.ts$/.test(path) ? [...checksIn(tree)] : []
      const unused = isLeftOut ? [...rowsIn(tree)] : [...objectsIn(tree)].flatMap((one) => unusedIn(one, isKnowledge))
      if (isLeftOut && unused.length !== 1) throw new Error(`${path} has no rows that could be left out`)
      const cuts = [...unused, ...checks, ...(isSmall ? factsIn(tree) : [])].sort((a, b) => a.start - b.start || b.end - a.end)
      let contents = ''
      let from = 0
      for (const { start, end, text } of cuts) {
        if (start < from) continue
        contents += code.slice(from, start) + text
        from = end
      }
      return { contents: contents + code.slice(from), loader: 'js' }
    })
  },
})

/** One script for a browser: in the page ASCII, packed as it is, for that is half as much. */
async function bundled(entry, charset = 'ascii', isSmall = false) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(web, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    // A package has another version for pages than for workers, which wants a DOM.
    conditions: ['worker', 'browser'],
    target: 'chrome80',
    charset,
    legalComments: 'none',
    minify: true,
    logLevel: 'error',
    plugins: [sharedReferences, withoutUnused(isSmall)],
    define: { 'import.meta.url': '""' },
    // What is not for browsers; never called there.
    external: ['node:*', 'module', 'url', 'fs', 'fs/promises', 'path', 'canvas', '@napi-rs/canvas'],
  })
  if (/String\.raw`[^`]*[^\0-\x7f]/.test(outputFiles[0].text)) throw new Error('String.raw with other characters than ASCII')
  return charset === 'ascii' ? toAscii(outputFiles[0].text) : inGb(outputFiles[0].text)
}

/** esbuild leaves regular expressions and raw templates as they are; only in the former an escape means the same. */
function toAscii(program) {
  return program.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** As small as can be, at a tenth of a second more before the page is ready: for the page that is sent by mail. */
const smallBlock = (name, bytes) => element(name, bytes.length, 'lzma', compress(bytes, 9))

/** Chinese characters and marks that every decoder of GB 18030 has had at all times; the others stay escaped. */
function isPlainGb([lead, trail]) {
  const isMark = lead >= 0xa1 && lead <= 0xa3 && trail >= 0xa1
  const isHan =
    (lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1) ||
    (lead >= 0x81 && lead <= 0xa0) ||
    (lead >= 0xaa && lead < 0xfe && trail < 0xa1)
  return isMark || isHan
}

const inGb = (program) => {
  const text = program.replace(/[^\0-\x7f]/g, (unit) => {
    const bytes = iconv.encode(unit, 'gbk')
    return bytes.length === 2 && isPlainGb(bytes) ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
  const bytes = iconv.encode(text, 'gbk')
  if (new TextDecoder('gb18030').decode(bytes) !== text) throw new Error('the engine does not read as it was written')
  return { text, bytes }
}

const asset = (name) => readFileSync(join(root, 'assets', name))

/** Those that are met often. */
const fewWordsBlock = () => smallBlock('words', inflateRawSync(asset('words-page.bin')))

async function style() {
  const { style: report } = await ours('src/report/html/style.ts')
  const own = await transform(readFileSync(join(web, 'style.css'), 'utf8'), { loader: 'css', minify: true })
  const { code } = await transform(report, { loader: 'css', minify: true })
  return code + own.code
}

/** pdf.js is optional: without it the page reads no PDF, and says so. */
const hasPdf = existsSync(join(root, 'node_modules', 'pdfjs-dist', 'package.json'))

const pdfBlocks = (pdf) => block('pdf', pdf.bytes) + placeOf('cmaps') + placeOf('fonts')

const filled = (template, values) =>
  template.replace(/\{(policy|version|style|formats|blocks|page)\}/g, (_, name) => values[name])

/** Builds both pages into dist/. */
export async function buildWeb() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const [engine, smallEngine, page, pdf, css] = await Promise.all([
    bundled('worker.ts', 'utf8'),
    bundled('worker.ts', 'utf8', true),
    bundled('page.ts'),
    hasPdf ? bundled('pdf.ts', 'utf8') : undefined,
    style(),
  ])
  if (/<\/script|<!--/i.test(page)) throw new Error('the page script would end its own element')
  const template = readFileSync(join(web, 'page.html.in'), 'utf8')
  const small = () => smallBlock('engine', smallEngine.bytes) + fewWordsBlock()
  const large = () =>
    block('engine', engine.bytes) +
    placeOf('words') +
    (pdf ? pdfBlocks(pdf) : '') +
    readdirSync(join(root, 'assets'))
      .filter((name) => !notForPages.has(name))
      .map((name) => placeOf(`asset-${name}`))
      .join('')
  for (const [name, blocks, program, formats] of [
    ['hegao.html', large(), engine, 'Word、WPS、PDF、OpenDocument、RTF、网页、Markdown、纯文本'],
    ['hegao-mini.html', small(), smallEngine, 'Word、WPS、OpenDocument、RTF、网页、Markdown、纯文本（这一份不读 PDF）'],
  ]) {
    // The engine is put into a worker, or where that fails into an element of the page: both are told by their content.
    const scripts = [hashOf(page), hashOf(program.text)].join(' ')
    const policy =
      `default-src 'none'; script-src ${scripts}; style-src ${hashOf(css)}; worker-src blob:; connect-src 'none'; ` +
      `base-uri 'none'; form-action 'none'`
    const parts = filled(template, { policy, version, style: css, formats, blocks, page })
    const html = wholePage(parts, { assets: join(root, 'assets'), pdf: join(root, 'node_modules', 'pdfjs-dist') })
    const size = Buffer.byteLength(html)
    if (size > budgets[name]) throw new Error(`${name} has ${size} bytes; ${budgets[name]} are allowed`)
    writeFileSync(join(root, 'dist', name), html)
    // In the package the large page lies without what the package has beside it; `hegao open` puts it together.
    if (html !== parts) writeFileSync(join(root, 'dist', `${name}.in`), parts)
    console.log(`${name}: ${(size / 1e6).toFixed(2)} MB`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb()
