import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HegaoError } from '../src/errors.ts'
import { encode } from '../src/read/encode.ts'
import { read } from '../src/read/index.ts'
import { locate, type Source } from '../src/source.ts'
import { computed } from './support/clock.ts'

/** Characters that reports are made of, and that all five encodings have. */
const characters = [...'一二三人民工作大小中心年月日方面全力安排同志，。、；：“”（）《》1230.%aZ \n']
const report = fc.string({ unit: fc.constantFrom(...characters), maxLength: 200 })

const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const

/** Text with everything that Markdown and hostile files have in it. */
const markdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\n\n',
        '\r\n',
        '  \n',
        '1. ',
        '- ',
        '> ',
        '# ',
        '    ',
        '**',
        '_',
        '`',
        '\\',
        '&amp;',
        '&#20013;',
        '&',
      ),
      fc.constantFrom(
        '[甲](乙)',
        '![图](a)',
        '<b>',
        '<br>',
        '| 甲 | 乙 |\n|--|--|\n',
        '---\n',
        '```\n',
        '一、',
        '。',
        '\t',
        '\u3000',
      ),
      fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊己庚辛'), minLength: 1, maxLength: 30 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

describe('read', () => {
  it.each(encodings)('%s: what was encoded is decoded, and the other way round', async (encoding) => {
    // A source to encode from: the first line stays, the rest is written anew.
    const start = read('a.txt', new Uint8Array(), { encoding }) as Source
    await fc.assert(
      fc.asyncProperty(report, fc.boolean(), async (text, bom) => {
        const bytes = await encode({ ...start, encoding, bom }, text, new Uint8Array())
        const source = read('a.txt', bytes, { encoding }) as Source
        expect(source.document).toBe(text)
        expect(Buffer.compare(await encode(source, source.document, bytes), bytes)).toBe(0)
        if (text === '') return
        const longer = await encode(source, `${text}\n人民`, bytes)
        expect(Buffer.from(longer).subarray(0, bytes.length).equals(bytes)).toBe(true)
      }),
    )
  })

  it('throws nothing but HegaoError, and soon, whatever the bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }),
      fc.uint8Array({ min: 0x80, maxLength: 2000 }),
      markdown.map((text) => new Uint8Array(Buffer.from(text))),
    )
    const name = fc.constantFrom('a.txt', 'a.md')
    const encoding = fc.constantFrom(undefined, ...encodings)
    await fc.assert(
      fc.asyncProperty(bytes, name, encoding, async (input, path, label) => {
        const started = computed()
        try {
          await read(path, input, label ? { encoding: label } : {})
        } catch (error) {
          expect(error).toBeInstanceOf(HegaoError)
        }
        expect(computed() - started).toBeLessThan(1000)
      }),
      { numRuns: 500 },
    )
  })

  it('changes no character of plain text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const source = read('a.txt', Buffer.from(`同志们${text}`), { encoding: 'utf-8' }) as Source
        expect(source.document).toBe(`同志们${text}`)
        for (const { start, end } of source.blocks) expect(/[\r\n]/.test(source.text.slice(start, end))).toBe(false)
      }),
    )
  })
})

describe('md', () => {
  it('maps every stretch to the same characters of the file', async () => {
    await fc.assert(
      fc.asyncProperty(markdown, async (text) => {
        const source = await read('a.md', Buffer.from(`同志们：${text}`), { encoding: 'utf-8' })
        let end = 0
        let to = 0
        for (const piece of source.pieces) {
          expect(piece.start).toBeGreaterThanOrEqual(end)
          expect(piece.from).toBeGreaterThanOrEqual(to)
          end = piece.end
          to = piece.to
          if (piece.end - piece.start !== piece.to - piece.from) continue
          expect(source.text.slice(piece.start, piece.end)).toBe(source.document.slice(piece.from, piece.to))
          const place = locate(source, piece)
          expect([place.start.offset, place.end.offset]).toEqual([piece.from, piece.to])
        }
        for (const block of source.blocks) expect(source.text.slice(block.start, block.end).trim()).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })

  it('loses no Han character of a document without code, HTML and images', async () => {
    const plain = markdown.filter((text) => !/[`<!&[|]|---/.test(text))
    const han = (text: string): string => text.replaceAll(/[^\u4e00-\u9fff]/g, '')
    await fc.assert(
      fc.asyncProperty(plain, async (text) => {
        const source = await read('a.md', Buffer.from(`同志们：\n\n${text}`), { encoding: 'utf-8' })
        expect(han(source.text)).toBe(han(`同志们：${text}`))
      }),
      { numRuns: 300 },
    )
  })
})
