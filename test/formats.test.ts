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
import { outlineLines } from '../src/report/outline.ts'
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

/** The outline of a paper whose headings are bold lines, or are numbered by the format, below the table of contents that Word makes. */
const outlineOf = async (name: string): Promise<string[]> =>
  outlineLines(treeOf(await read(name, readFileSync(join(folder, name)), {})), 'zh').filter((line) => !line.startsWith('〔'))

describe.each(['docx', 'doc', 'odt', 'rtf', 'html', 'md'])('bold lines in .%s', (format) => {
  it('are headings under the part that they stand in', async () => {
    expect(await outlineOf(`bold.${format}`)).toEqual([
      '一、今年的工作',
      '  多买书、买好书',
      '  还做得不够的地方',
      '二、明年的打算',
      '  把书送下乡',
      '  把人请进来',
    ])
  })
})

describe.each(['docx', 'doc', 'odt', 'rtf'])('numbers that Word makes, in .%s', (format) => {
  it('are those of headings: 1, 1.1, 1.2.1, 第一章, 第一条', async () => {
    expect(await outlineOf(`numbered.${format}`)).toEqual([
      '1总体情况',
      '  1.1馆舍',
      '  1.2藏书',
      '    1.2.1旧书',
      '2保障措施',
      '  2.1经费',
      '第一章总则',
      '  第一条',
      '  第二条',
    ])
  })
})

it.each(['docx', 'doc', 'odt', 'rtf', 'html'])('Word’s own table of contents is none of the headings, in .%s', async (format) => {
  const tree = treeText(treeOf(await read(`bold.${format}`, readFileSync(join(folder, `bold.${format}`)), {})))
  expect(tree.match(/^ *paragraph contents$/gm)).toHaveLength(3)
})
