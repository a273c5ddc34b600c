/** The links of what is packed: here they lead to files, in the package too, and packing changes no page for good. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
// @ts-expect-error a script has no types
import { absolute, elsewhere, isPacked, linksIn, pages, restored } from '../scripts/readme-links.mjs'

const root = join(import.meta.dirname, '..')
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8')

interface Link {
  readonly target: string
  readonly path: string
}

describe.each(pages as string[])('%s', (page) => {
  test('links to what is there, and packed to what is packed', () => {
    const links: Link[] = linksIn(page, textOf(page))
    expect(links.filter(({ path }) => !existsSync(join(root, path)))).toEqual([])
    expect(linksIn(page, absolute(page, textOf(page))).filter(({ path }: Link) => !isPacked(path))).toEqual([])
  })

  test('comes back as it was', () => {
    expect(textOf(page)).not.toContain(elsewhere)
    expect(restored(page, absolute(page, textOf(page)))).toBe(textOf(page))
  })
})

test('what is not packed is linked where it can be seen', () => {
  expect(absolute('docs/page.md', '见 [安全](../SECURITY.md#上限)、[Word](word.md)、![图](pictures/start.png)')).toBe(
    '见 [安全](https://github.com/hegao/hegao/blob/main/SECURITY.md#上限)、[Word](word.md)、![图](pictures/start.png)',
  )
})
