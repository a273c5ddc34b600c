/**
 * Pages, OpenDocument texts and PDFs with bytes changed at random: whatever comes of it, it is read or refused with a code, and
 * soon. `FUZZ` is the number of files for each format, `MUTATE_SEED` where the changes begin.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HegaoError } from '../src/errors.ts'
import { read } from '../src/read/index.ts'
import { openZip } from '../src/read/zip.ts'
import { computed } from './support/clock.ts'
import { pagesOf } from './support/pdf.ts'
import { zipOf } from './support/word.ts'

/** How many files of each format are read, whatever the machine: a page or a PDF costs more than the others. */
const many = { 'a.html': 200, 'a.odt': 400, 'a.fodt': 400, 'a.pdf': 80 } as const
const seed = Number(process.env.MUTATE_SEED ?? 20260112)
/** What one reading may need of computing, in milliseconds. */
const longest = 2000

const fixture = (name: string, file: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/read', name, file))

/** The same numbers each time: Numerical Recipes' generator. */
function randomOf(start: number): (below: number) => number {
  let state = start >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Random = ReturnType<typeof randomOf>

/** What formats are made of, to be put where it does not belong. */
const scraps = [
  ...['<', '>', '&', '"', '/', '\0', '\xff', '\xe4\xb8', '<p>', '</p>', '<table>', '<td>', '</table>', '<pre>', '<b>', '&amp'],
  ...['&#20013;', '&#xD800;', '<!--', '-->', '<![CDATA[', ']]>', '<!DOCTYPE a>', '<?xml', '<svg>', '<template>', '<plaintext>'],
  ...['<text:p>', '</text:p>', '<text:list>', 'text:change-id="d"', '<table:table-cell>', 'text:c="999999999"', 'xmlns:text="x"'],
  ...[
    'endobj',
    'obj',
    '<<',
    '>>',
    '[',
    ']',
    '(',
    ')',
    'stream',
    'endstream',
    '/Length 999999999',
    '0 0 R',
    '1 0 R',
    '/Kids',
    'BT',
    'Tj',
  ],
  ...['/Filter [/FlateDecode /FlateDecode]', '/Encrypt 1 0 R', '-2147483648', '1e308', 'xref', 'trailer', '%%EOF', '/Prev 9'],
].map((text) => Buffer.from(text, 'latin1'))

/** One change: a byte, a scrap put in, a stretch cut, doubled or moved. */
function changedOnce(bytes: Buffer, random: Random): Buffer {
  const at = random(bytes.length + 1)
  const to = Math.min(bytes.length, at + random(1 << random(12)))
  const [before, within, behind] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)]
  switch (random(6)) {
    case 0:
      return Buffer.concat([before, Buffer.from([random(256)]), bytes.subarray(at + 1)])
    case 1:
      return Buffer.concat([before, scraps[random(scraps.length)] as Buffer, bytes.subarray(at)])
    case 2:
      return Buffer.concat([before, behind])
    case 3:
      return Buffer.concat([before, within, within, behind])
    case 4:
      return random(8) === 0 ? Buffer.from(before) : Buffer.concat([within, before, behind])
    default:
      return Buffer.concat([
        before,
        ...Array.from({ length: 1 + random(30) }, () => scraps[random(scraps.length)] as Buffer),
        behind,
      ])
  }
}

function changed(bytes: Buffer, random: Random): Buffer {
  let result = bytes
  for (let times = 1 + random(4); times > 0; times--) result = changedOnce(result, random)
  return result
}

/** A zip whose entry is changed but its directory is right: else few changes get past it. */
function changedInside(bytes: Buffer, random: Random): Buffer {
  const archive = openZip('a.odt', 'odt', bytes)
  const names = ['content.xml', 'styles.xml']
  const entries = archive.entries.filter(({ name }) => names.includes(name))
  const chosen = entries[random(entries.length)]
  const contents = entries.map((entry) => {
    const content = Buffer.from(archive.read(entry))
    return [entry.name, entry === chosen ? changed(content, random) : content] as const
  })
  return zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', ...Object.fromEntries(contents) })
}

const odt = fixture('odt-numbered', 'input.odt')
const pages = ['html-page', 'html-word', 'html-libreoffice'].map((name) => fixture(name, 'input.html'))
const flat = fixture('odt-kitchen', 'input.fodt')
const text = (value: string, x: number, y: number) => ({ text: value, x, y })
const pdf = pagesOf([
  [text('政府工作报告', 200, 700), text('一、总结', 106, 660), text('各位代表，现在报告工作。', 74, 632), text('1', 290, 40)],
  [text('二、安排', 106, 700), text('指标', 74, 660), text('完成率', 300, 660), text('2', 290, 40)],
])

const cases: readonly (readonly [keyof typeof many, (random: Random) => Buffer])[] = [
  ['a.html', (random) => changed(pages[random(pages.length)] as Buffer, random)],
  ['a.odt', (random) => (random(4) === 0 ? changed(odt, random) : changedInside(odt, random))],
  ['a.fodt', (random) => changed(flat, random)],
  ['a.pdf', (random) => changed(pdf, random)],
]

describe('changed at random', () => {
  it.each(cases)(
    '%s',
    async (path, make) => {
      const random = randomOf(seed)
      const mutants = Number(process.env.FUZZ ?? many[path])
      let readable = 0
      for (let run = 0; run < mutants; run++) {
        const bytes = make(random)
        const started = computed()
        try {
          await read(path, bytes, {})
          readable++
        } catch (error) {
          if (!(error instanceof HegaoError)) throw new Error(`change ${run} of ${path}: ${String(error)}`, { cause: error })
        }
        const took = computed() - started
        if (took > longest) throw new Error(`change ${run} of ${path} took ${Math.round(took)} ms`)
      }
      // Of changes that nobody reads nothing is learned.
      expect(readable).toBeGreaterThan(mutants / 50)
      if (process.env.FUZZ) process.stderr.write(`${path}: ${mutants} changes, ${readable} read\n`)
    },
    60_000 + Number(process.env.FUZZ ?? 400) * 100,
  )
})
