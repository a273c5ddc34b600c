/**
 * `node extras/wps/build.mjs [folder]`, after `npm run build`: the add-in, as WPS wants to find it. The pane is the page 核稿.html with
 * one more script, which its policy is told by hash.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The page with the script behind its own. */
function paneOf(page, script) {
  if (/<\/script|<!--/i.test(script)) throw new Error('pane.js would end its own element')
  const hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`
  const parts = [/script-src /, /<\/body>/]
  for (const part of parts) if (!part.test(page)) throw new Error(`the page has no ${part.source}`)
  const end = page.lastIndexOf('</body>')
  return `${page.slice(0, end).replace('script-src ', () => `script-src ${hash} `)}<script>${script}</script>\n${page.slice(end)}`
}

const page = join(root, 'dist', 'hegao.html')
if (!existsSync(page)) throw new Error('npm run build comes first')
const folder = join(process.argv[2] ?? join(here, 'out'), `hegao_${version}`)
mkdirSync(folder, { recursive: true })
for (const name of ['ribbon.xml', 'index.html', 'main.js']) copyFileSync(join(here, name), join(folder, name))
writeFileSync(join(folder, 'pane.html'), paneOf(readFileSync(page, 'utf8'), readFileSync(join(here, 'pane.js'), 'utf8')))
const entry = `<jsplugin name="hegao" type="wps" url="hegao_${version}" version="${version}" enable="enable_dev"/>`
writeFileSync(
  join(folder, '..', 'jsplugins.xml'),
  `<?xml version="1.0" encoding="UTF-8"?>\n<jsplugins>\n  ${entry}\n</jsplugins>\n`,
)
console.log(folder)
