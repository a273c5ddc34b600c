/**
 * Links of the pages that are packed. What lies in the package is linked as it is here; what does not is linked where it can be seen.
 * `npm pack` runs `--absolute` before it and `--restore` after it; the one undoes the other to the letter.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { repository, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** No page may have it in its source: the way back could not tell. */
export const elsewhere = `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/main/`

/** The pages whose links are looked after, from the root. */
export const pages = [
  ...['README.md', 'README.zh-CN.md', 'CHANGELOG.md'],
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

/** Whether `path`, from the root, goes into the package: by `files`, where `rules` are but the pages of rules. */
export const isPacked = (path) =>
  files.some((one) => one === path || path.startsWith(`${one}/`)) || /^rules\/[\w-]+\/[\w-]+\/README\.md$/.test(path)

const link = /(\]\()([^)#\s:]+)(#[^)\s]*)?(\))/g

/** Links of a page that lead into the repository: as written, and from the root. */
export function linksIn(page, text) {
  return Array.from(text.matchAll(link), ([, , target]) => ({
    target,
    path: posix.normalize(posix.join(posix.dirname(page), target)),
  }))
}

/** A page as it is packed. */
export function absolute(page, text) {
  return text.replace(link, (whole, open, target, hash = '', close) => {
    const path = posix.normalize(posix.join(posix.dirname(page), target))
    return isPacked(path) || !existsSync(join(root, path)) ? whole : `${open}${elsewhere}${path}${hash}${close}`
  })
}

/** A packed page as it was. */
export function restored(page, text) {
  return text.replaceAll(new RegExp(`\\]\\(${elsewhere.replace(/[.?]/g, '\\$&')}([^)#]+)`, 'g'), (_, path) => {
    const way = posix.relative(posix.dirname(page), path)
    return `](${way}`
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const change = { '--absolute': absolute, '--restore': restored }[process.argv[2]]
  if (!change) throw new Error('--absolute or --restore')
  for (const page of pages) {
    const path = join(root, page)
    const text = readFileSync(path, 'utf8')
    const changed = change(page, text)
    if (changed !== text) writeFileSync(path, changed)
  }
}
