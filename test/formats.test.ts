/**
 * One paper in seven formats, as LibreOffice 7 wrote it (fixtures/formats; .md by hand): letterhead, number, addressees, headings
 * with and without ordinals, attachments, 附注, 版记 and an attachment of its own give one tree, one `meta` and the same findings.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check, parse } from '../src/index.ts'
import { parse as treeOf } from '../src/parse/index.ts'
import { read } from '../src/read/index.ts'
import { treeText } from './support/tree-text.ts'

const folder = join(import.meta.dirname, '../fixtures/formats')
const bytesOf = (format: string): Buffer => readFileSync(join(folder, `input.${format}`))
const inputOf = (format: string) => ({ path: `input.${format}`, bytes: bytesOf(format) })

const treeIn = async (format: string): Promise<string> => treeText(treeOf(await read(`input.${format}`, bytesOf(format), {})))

describe.each(['md', 'docx', 'doc', 'odt', 'rtf', 'html'])('.%s', (format) => {
  it('gives the tree of the plain text', async () => {
    expect(await treeIn(format)).toBe(await treeIn('txt'))
  })

  it('gives its parts and findings', async () => {
    const [plain, other] = [await parse(inputOf('txt')), await parse(inputOf(format))]
    expect(other.meta).toEqual(plain.meta)
    const told = async (of: string): Promise<string[]> =>
      (await check(inputOf(of))).findings.map(({ ruleId, message, actual }) => `${ruleId} ${message} ${actual}`)
    expect(await told(format)).toEqual(await told('txt'))
  })
})

it('the paper has all its parts', async () => {
  const { meta } = await parse(inputOf('txt'))
  expect(meta).toMatchObject({
    issuer: '青河县农业农村局',
    documentNumber: '青农发〔2026〕8号',
    title: '青河县农业农村局关于印发《青河县春耕备耕工作方案》的通知',
    isoDate: '2026-02-26',
  })
  const roles = (await treeIn('txt')).match(/^ *paragraph \S+$/gm)?.map((line) => line.trim().slice('paragraph '.length))
  expect([...new Set(roles)]).toEqual([
    'issuer',
    'document-number',
    'title',
    'salutation',
    'closing',
    'attachment',
    'signature',
    'date',
    'note',
    'imprint',
    'annex',
  ])
})
