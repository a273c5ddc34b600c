/** PDFs: paragraphs from where characters stand; what is no text of the report is left out; damage has a code. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { HegaoError } from '../src/errors.ts'
import { check } from '../src/index.ts'
import { read } from '../src/read/index.ts'
import { computed } from './support/clock.ts'
import { type Drawn, type PlacedText, packed, pagesOf, pdfOf } from './support/pdf.ts'

const fixtures = join(import.meta.dirname, '../fixtures/read')
const fixture = (name: string): Buffer => readFileSync(join(fixtures, name, 'input.pdf'))

async function told(bytes: Uint8Array): Promise<unknown[]> {
  const { text, blocks } = await read('a.pdf', bytes, {})
  return blocks.map(({ start, end, hint }) => (hint ? [text.slice(start, end), hint] : text.slice(start, end)))
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await read('a.pdf', bytes, {})
    return ''
  } catch (error) {
    if (error instanceof HegaoError) return error.code
    throw error
  }
}

/** 28 characters of 16 points to a line, from 74 on: GB/T 9704. */
const LEFT = 74
const full = '各位代表现在我向大会报告工作请予审议并请列席人员提出意见'
const line = (text: string, row: number, indent = 0): PlacedText => ({ text, x: LEFT + indent * 16, y: 740 - row * 28 })
/** Six lines that say where the edges of the text are. */
const body = (from: number): PlacedText[] => Array.from({ length: 6 }, (_, index) => line(full, from + index))

describe('paragraphs', () => {
  it('begin with an indent and end with a short line', async () => {
    const texts = [
      line(full.slice(2), 0, 2),
      line(full, 1),
      line('完。', 2),
      line('一、总结', 3, 2),
      ...body(4),
      line('末。', 10),
    ]
    expect(await told(pagesOf([texts]))).toEqual([`${full.slice(2)}${full}完。`, '一、总结', `${full.repeat(6)}末。`])
  })

  it('go on over the end of a page', async () => {
    const first = [line(full.slice(2), 0, 2), ...body(1)]
    const second = [line('继续。', 0), line('另起一段', 1, 2), ...body(2)]
    expect(await told(pagesOf([first, second]))).toEqual([`${full.slice(2)}${full.repeat(6)}继续。`, `另起一段`, full.repeat(6)])
  })

  it('are each line of a title that is centred', async () => {
    const title = (text: string, y: number): PlacedText => ({ text, x: LEFT + 224 - text.length * 11, y, size: 22 })
    const texts = [title('某县人民政府', 740), title('政府工作报告', 700), ...body(4)]
    expect(await told(pagesOf([texts]))).toEqual(['某县人民政府', '政府工作报告', full.repeat(6)])
  })

  it('are parted by numbers where nothing is indented', async () => {
    const texts = [...body(0), line(`${full.slice(1)}。`, 6), line(`一、${full.slice(2)}`, 7), line('完。', 8)]
    expect(await told(pagesOf([texts]))).toEqual([`${full.repeat(6)}${full.slice(1)}。`, `一、${full.slice(2)}完。`])
  })

  it('are cells where lines fall apart', async () => {
    const row = (index: number): PlacedText[] => [line('指标', index), line('完成率', index, 12)]
    const cell = (at: number, column: number): unknown => ({ cell: { table: 0, row: at, column } })
    expect(await told(pagesOf([[...body(0), line('表', 7), ...row(8), ...row(9)]]))).toEqual([
      full.repeat(6),
      '表',
      ...[0, 1].flatMap((at) => [
        ['指标', cell(at, 0)],
        ['完成率', cell(at, 1)],
      ]),
    ])
  })
})

describe('tables', () => {
  const at = (text: string, x: number, y: number): PlacedText => ({ text, x, y, size: 10 })
  const cell = (row: number, column: number, table = 0): unknown => ({ cell: { table, row, column } })
  /** Columns from 70, 170, 300 to 500; rows from 700, 680, 640 to 620. The last row has one cell over two columns. */
  const rules: Drawn[] = [
    ...[700, 680, 640, 620].map((y): Drawn => [70, y, 500, y]),
    ...[70, 300, 500].map((x): Drawn => [x, 620, x, 700]),
    [170, 640, 170, 700],
  ]
  const texts = [
    at('年度任务分解', 250, 740),
    at('序号', 110, 686),
    at('任务', 225, 686),
    at('责任单位', 380, 686),
    at('一', 115, 658),
    at('新建实训室一间（含网', 180, 664),
    at('络设备）。', 180, 650),
    at('教务处', 310, 658),
    at('以上任务年底前完成', 130, 626),
  ]
  const cells = [
    ['序号', cell(0, 0)],
    ['任务', cell(0, 1)],
    ['责任单位', cell(0, 2)],
    ['一', cell(1, 0)],
    ['新建实训室一间（含网络设备）。', cell(1, 1)],
    ['教务处', cell(1, 2)],
    ['以上任务年底前完成', cell(2, 0)],
  ]

  it.each([
    ['strokes', false],
    ['areas', true],
  ])('are read cell by cell where rules are drawn as %s', async (_, asArea) => {
    expect(await told(pagesOf([texts], rules, { asArea }))).toEqual(['年度任务分解', ...cells])
  })

  it('go on on the next page where they are as wide', async () => {
    const found = await told(pagesOf([texts, texts.slice(1)], rules))
    const rows = found.map((one) => (Array.isArray(one) ? one[1].cell.row : one))
    expect(rows).toEqual(['年度任务分解', 0, 0, 0, 1, 1, 1, 2, 3, 3, 3, 4, 4, 4, 5])
  })

  it('are not made of a frame, nor of a line under words', async () => {
    const frame: Drawn[] = [
      [50, 60, 545, 60],
      [50, 780, 545, 780],
      [50, 60, 50, 780],
      [545, 60, 545, 780],
      [80, 737, 300, 737],
    ]
    const lines = [at('姓名　张三', 80, 740), at('单位', 320, 740), at('各位代表，现在开会。', 80, 700)]
    expect(await told(pagesOf([lines], frame))).toEqual(['姓名　张三　单位', '各位代表，现在开会。'])
  })

  it('without rules are read by columns, and that is said', async () => {
    const columns = [80, 220, 360]
    const rows = [
      ['前年', '去年', '今年'],
      ['建设实训室一间（含网络', '更新计算机设备两批（含', '建立校外实训基地三个，'],
      ['设备和教学软件）。', '教师用机）。', '签订协议。'],
    ]
    const placed = rows.flatMap((row, index) => row.map((text, column) => at(text, columns[column] as number, 700 - index * 15)))
    const { text, blocks, notes } = await read('a.pdf', pagesOf([placed]), {})
    expect(blocks.map(({ start, end, hint }) => [hint?.cell?.column, text.slice(start, end)])).toEqual([
      [0, '前年'],
      [0, '建设实训室一间（含网络设备和教学软件）。'],
      [1, '去年'],
      [1, '更新计算机设备两批（含教师用机）。'],
      [2, '今年'],
      [2, '建立校外实训基地三个，签订协议。'],
    ])
    expect(notes).toEqual([{ kind: 'unruled-table' }])
  })

  it('whose columns cannot be told are not checked, and that is said', async () => {
    const placed = [
      [at('一', 80, 700), at('城东污水处理厂扩建工程，', 98, 700), at('九千', 300, 700)],
      [at('管网建设项目', 98, 685)],
      [at('二', 80, 670), at('河西标准化厂房', 98, 670), at('八千', 300, 670)],
      [at('三', 80, 655), at('农村公路二十八公里（含', 98, 655), at('两千', 300, 655)],
      [at('桥涵）', 98, 640)],
      [at('合计一万九千，其中一千是结转', 80, 625), at('两千', 300, 625)],
    ]
    const { blocks, notes } = await read('a.pdf', pagesOf([placed.flat()]), {})
    expect(blocks.every(({ hint }) => hint?.verbatim)).toBe(true)
    expect(notes).toEqual([{ kind: 'unruled-table' }])
  })

  it('are not made of running text in two columns', async () => {
    const words = '全县上下深入贯彻落实各项决策部署坚定信心'
    const column = (x: number): PlacedText[] => Array.from({ length: 9 }, (_, index) => at(words, x, 700 - index * 15))
    const placed = [...column(70), at('一季度。', 70, 565), ...column(310), at('完成。', 310, 565)]
    expect(await told(pagesOf([placed]))).toEqual([`${words.repeat(9)}一季度。`, `${words.repeat(9)}完成。`])
  })
})

describe('what is no text', () => {
  const edges = (number: number): PlacedText[] => [
    { text: '某县人民政府文件', x: LEFT, y: 800, size: 10 },
    { text: `— ${number} —`, x: 260, y: 40, size: 14 },
  ]

  it('page numbers and heads of pages', async () => {
    const pages = [1, 2, 3].map((number) => [...edges(number), ...body(1)])
    expect(await told(pagesOf(pages))).toEqual([full.repeat(18)])
  })

  it('what a program marks as such', async () => {
    expect(await told(pagesOf([[{ text: '页眉', x: LEFT, y: 700, isArtifact: true }, line('正文。', 3)]]))).toEqual(['正文。'])
    expect(await told(pagesOf([[{ text: '全文', x: LEFT, y: 700, isArtifact: true }]]))).toEqual(['全文'])
  })

  it('blanks between Chinese characters and figures, but not gaps', async () => {
    const texts = [line('到 2025 年 ，GDP 增长 6.5 %', 0, 2), line('县长　　某　某', 1, 2), line('the year of 2025', 2, 2)]
    expect(await told(pagesOf([[...texts, ...body(4)]]))).toEqual([
      '到2025年，GDP增长6.5 %',
      '县长　某　某',
      'the year of 2025',
      full.repeat(6),
    ])
    const { findings } = await check({ path: 'a.pdf', bytes: pagesOf([[...body(0), line('工作 报告 ，很 好。', 7, 2)]]) })
    expect(findings.filter(({ ruleId }) => ruleId === 'stray-space')).toEqual([])
  })

  it('radicals that look like characters', async () => {
    // The font has one glyph for both, and the file names the radical.
    expect(await told(pagesOf([[line('\u2f2f\u4f5c', 0, 2)]]))).toEqual(['工作'])
  })
})

describe('failures', () => {
  it.each<[string, () => Buffer, string]>([
    ['a scan', () => fixture('pdf-scan'), 'no-text-layer'],
    [
      'a scan with page numbers',
      () => pagesOf([[{ text: '1', x: 290, y: 40 }], [{ text: '2', x: 290, y: 40 }]]),
      'no-text-layer',
    ],
    ['nothing but a header', () => Buffer.from('%PDF-1.7\n'), 'format-damaged'],
    ['the first half', () => fixture('pdf-gongwen').subarray(0, 40_000), 'format-damaged'],
    [
      'a page of more stretches than a page has',
      () =>
        pagesOf([
          Array.from({ length: 60_000 }, (_, at) => ({ text: '字', x: (at % 20) * 30, y: 800 - Math.floor(at / 20) * 0.2 })),
        ]),
      'file-too-complex',
    ],
    ['a password', () => encrypted(), 'file-encrypted'],
    ['a bomb', () => bomb(1), 'file-too-complex'],
    ['a bomb in a bomb', () => bomb(2), 'file-too-complex'],
  ])('%s', async (_, bytes, code) => {
    const started = computed()
    expect(await codeOf(bytes())).toBe(code)
    expect(computed() - started).toBeLessThan(3000)
  })

  /** Revision 3, 128 bits, of keys that no empty password opens. */
  const encrypted = (): Buffer => {
    const key = `<${'a5'.repeat(32)}>`
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 0 /Kids [] >>',
      `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O ${key} /U ${key} >>`,
    ]
    return pdfOf(objects, `/Encrypt 3 0 R /ID [<00> <00>] `)
  }

  function bomb(layers: number): Buffer {
    let data: Buffer = Buffer.alloc(80 * 1024 * 1024)
    let stream: Buffer = Buffer.alloc(0)
    for (let layer = 0; layer < layers; layer++) {
      stream = packed(data)
      data = stream.subarray(stream.indexOf('stream\n') + 7, stream.length - 10)
    }
    return pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>', stream])
  }

  it('a package that is not there', async () => {
    vi.resetModules()
    vi.doMock('../src/packages.ts', () => ({ importModule: () => Promise.reject(new Error('Cannot find package')) }))
    const { readPdf } = await import('../src/read/pdf/index.ts')
    const failed = await readPdf('a.pdf', fixture('pdf-gongwen')).catch((error: unknown) => error)
    vi.doUnmock('../src/packages.ts')
    vi.resetModules()
    expect(failed).toMatchObject({ code: 'package-missing', data: { name: 'pdfjs-dist' } })
  })
})

describe('the package', () => {
  it('is asked for many documents at once, of as many pages each as it has', async () => {
    const page = (number: number): PlacedText[] => [{ text: `这是第${number}页上的文字。`, x: 80, y: 700 }]
    const files = Array.from({ length: 12 }, (_, at) =>
      pagesOf(Array.from({ length: (at % 3) + 1 }, (_, index) => page(index + 1))),
    )
    const sources = await Promise.all(files.map((bytes, at) => read(`${at}.pdf`, bytes, {})))
    expect(sources.map(({ text }) => text.match(/第\d页/g)?.length)).toEqual(files.map((_, at) => (at % 3) + 1))
  })

  it('says nothing of its own, loads no native code, leaves no names behind', () => {
    const script = `
      const before = new Set(Object.getOwnPropertyNames(globalThis))
      const { readPdf } = await import('./src/read/pdf/index.ts')
      const { readFileSync } = await import('node:fs')
      const { blocks } = await readPdf('a.pdf', readFileSync(${JSON.stringify(join(fixtures, 'pdf-gongwen', 'input.pdf'))}))
      const native = process.report.getReport().sharedObjects.filter((path) => path.endsWith('.node') && path.includes('canvas'))
      const drawing = ['DOMMatrix', 'ImageData', 'Path2D'].filter((name) => !before.has(name) && name in globalThis)
      process.stdout.write(JSON.stringify({ blocks: blocks.length, native, drawing }))`
    const words = ['--import', 'tsx', '--input-type=module', '--eval', script]
    const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: join(import.meta.dirname, '..'), encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({ blocks: 19, native: [], drawing: [] })
  })

  it('is given the tables of fonts that are not in the file', async () => {
    expect(await told(fixture('pdf-font-not-embedded'))).toEqual(['一、基本情况。全区组织工作质量不断提升。'])
  })
})
