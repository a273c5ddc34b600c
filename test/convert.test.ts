/** An archive converted as people do it, with all that goes wrong overnight. Needs the build. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commonFolder, isRefused, outputName, plan } from '../src/batch/plan.ts'
import { r, wordOf } from './support/word.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = join(root, 'bin', 'hegao.js')

let folder: string

beforeAll(() => {
  if (!existsSync(join(root, 'dist', 'hegao.cjs'))) throw new Error('npm run build comes first')
  folder = mkdtempSync(join(tmpdir(), 'hegao-convert-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function hegao(words: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR },
    maxBuffer: 1 << 28,
  })
  return { status, stdout, stderr }
}

const good = '同志们：\n今天的会议很重要，现在开始。\n谢谢大家！\n'
const bad = '同志们：\n在肯定成绩的同时，国企领域相对薄弱、国企领域相对薄弱、机关党建不够规范。\n谢谢大家！\n'

function write(name: string, content: string | Uint8Array = good): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

const lines = (name: string) =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** All files of a folder, by path, with a hash of what is in them. */
function stateOf(name: string): Record<string, string> {
  const top = join(folder, name)
  const paths = readdirSync(top, { recursive: true, encoding: 'utf8' }).filter((path) => lstatSync(join(top, path)).isFile())
  return Object.fromEntries(
    paths.sort().map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(top, path)))
        .digest('hex'),
    ]),
  )
}

describe('the plan', () => {
  const options = { base: '/a', into: '/out', ignoresCase: false }
  const outputs = (paths: string[], more: Partial<typeof options> = {}) =>
    [...plan(paths, { ...options, ...more })].map((one) => (isRefused(one) ? one.error.code : one.output))

  test('keeps folders and whole names, and takes a file once', () => {
    expect(outputs(['/a/b/c.txt', '/a/b/c.docx', '/a/./b/c.txt', '/a/d.md'])).toEqual([
      'b/c.txt.json',
      'b/c.docx.json',
      'd.md.json',
    ])
  })

  test('leaves the output folder out', () => {
    expect(outputs(['/a/out/x.txt', '/a/out2/x.txt'], { into: '/a/out' })).toEqual(['out2/x.txt.json'])
  })

  test('two inputs never become one output', () => {
    expect(outputs(['/a/X.txt', '/a/x.txt'])).toEqual(['X.txt.json', 'x.txt.json'])
    expect(outputs(['/a/X.txt', '/a/x.txt'], { ignoresCase: true })).toEqual(['X.txt.json', 'output-collision'])
  })

  test('a name that would be too long is cut, and stays its own', () => {
    const names = ['甲', '乙'].map((end) => outputName(`${'长'.repeat(82)}${end}.txt`))
    expect(new Set(names).size).toBe(2)
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
    expect(outputName(`${'长'.repeat(80)}.txt`)).toBe(`${'长'.repeat(80)}.txt.json`)
  })

  test.each([
    [['/a/b', '/a/b/c'], '/a/b'],
    [['/a/b', '/a/bc'], '/a'],
    [['/a', '/b'], '/'],
    [['/a/b'], '/a/b'],
  ])('%j lie in %s', (folders, common) => {
    expect(commonFolder(folders)).toBe(common)
  })
})

describe('convert', () => {
  test('writes what parse prints, in the same folders, and tells of each', () => {
    write('档案/2021/报告.txt', bad)
    write('档案/2021/报告.md', good)
    write('档案/讲话/甲 乙.txt', good)
    const { status, stdout, stderr } = hegao(['convert', '档案', '-o', 'out'])
    expect(status).toBe(1)
    expect(stderr).toContain('转成 3 份，没有转成 0 份')
    expect(stdout).toContain('3 份')
    for (const path of ['2021/报告.txt', '2021/报告.md', '讲话/甲 乙.txt']) {
      expect(readFileSync(join(folder, 'out', `${path}.json`), 'utf8')).toBe(hegao(['parse', `档案/${path}`]).stdout)
    }
    const index = lines('out/index.jsonl')
    expect(index.map(({ path }) => path)).toEqual(['档案/2021/报告.md', '档案/2021/报告.txt', '档案/讲话/甲 乙.txt'])
    expect(index[1]).toMatchObject({ status: 'ok', format: 'txt', encoding: 'utf-8', output: '2021/报告.txt.json', errors: 1 })
    expect(index[1].findings['repeated-phrase']).toBe(1)
    expect(lines('out/errors.jsonl')).toEqual([])
    expect(Object.keys(stateOf('out')).sort()).toEqual(
      [
        '2021/报告.md.json',
        '2021/报告.txt.json',
        'errors.jsonl',
        'findings.csv',
        'index.csv',
        'index.jsonl',
        'journal.jsonl',
        'sections.jsonl',
        'skipped.jsonl',
        '讲话/甲 乙.txt.json',
      ].sort(),
    )
  })

  describe('flat tables', () => {
    const report = [
      '=全县工作报告',
      '各位代表：',
      '一、2025年工作',
      '(一)抓好农业。粮食总产8万吨。',
      '第二段在同一节里。',
      '(二)抓好工业',
      '一是抓项目；二是抓企业。在肯定成绩的同时，国企领域相对薄弱、国企领域相对薄弱、机关党建不够规范。',
      '二、2026年安排',
      '| 项目 | 数 |',
    ].join('\n')

    test('a line a heading with its words, a row a finding, a row a report', () => {
      write('flat/a.txt', report)
      write('flat/b.md', '# 标题\n\n| 项目 | 数 |\n| --- | --- |\n| 道路 | 3 |\n')
      write('flat/坏.docx', 'PK')
      expect(hegao(['convert', 'flat', '-o', 'flat-out']).status).toBe(2)
      const rows = lines('flat-out/sections.jsonl')
      expect(rows.filter(({ path }) => path === 'flat/a.txt')).toEqual([
        expect.objectContaining({ level: 0, heading: null, headings: [], text: '=全县工作报告\n各位代表：' }),
        expect.objectContaining({ level: 1, ordinal: 1, marker: '一、', heading: '2025年工作', text: '' }),
        expect.objectContaining({
          level: 2,
          ordinal: 1,
          heading: '抓好农业。',
          headings: ['一、2025年工作', '(一)抓好农业。'],
          text: '粮食总产8万吨。\n第二段在同一节里。',
        }),
        expect.objectContaining({ level: 2, ordinal: 2, text: expect.stringMatching(/^一是抓项目；二是抓企业。在肯定/) }),
        expect.objectContaining({ level: 1, ordinal: 2, text: '| 项目 | 数 |' }),
      ])
      expect(rows.filter(({ path }) => path === 'flat/b.md').at(-1).text).toMatch(/项目\t数\n道路\t3$/)
      const table = (name: string) => readFileSync(join(folder, 'flat-out', name), 'utf8').split('\r\n')
      const index = table('index.csv')
      expect(index[0]).toMatch(/^\uFEFFpath,output,status,code,format,/)
      expect(index[1]).toMatch(/^flat\/a\.txt,a\.txt\.json,ok,,txt,utf-8,'=全县工作报告,/)
      expect(index.some((line) => /^flat\/坏\.docx,[^,]*,failed,[a-z-]+,,,/.test(line))).toBe(true)
      const findings = table('findings.csv')
      expect(findings[0]).toBe('\uFEFFpath,line,column,severity,ruleId,messageId,message,actual,section,fingerprint')
      expect(findings.find((line) => line.includes('repeated-phrase'))).toMatch(
        /^flat\/a\.txt,7,\d+,error,repeated-phrase,list,.*,国企领域相对薄弱,一、2025年工作 > \(二\)抓好工业,[0-9a-f]{16}$/,
      )
      expect(findings.length).toBe(
        2 +
          lines('flat-out/index.jsonl').reduce((sum, row) => sum + (row.errors ?? 0) + (row.warnings ?? 0) + (row.infos ?? 0), 0),
      )
    })

    test('a run that goes on makes the same tables, and --no-positions leaves nothing else out', () => {
      const before = stateOf('flat-out')
      expect(hegao(['convert', 'flat', '-o', 'flat-out', '--resume']).status).toBe(2)
      expect(stateOf('flat-out')).toEqual(before)
      expect(hegao(['convert', 'flat', '-o', 'flat-small', '--no-positions']).status).toBe(2)
      const bare = (node: Record<string, unknown>): unknown => {
        const { position: _, children, ...own } = node
        return { ...own, ...(Array.isArray(children) && { children: children.map(bare) }) }
      }
      const whole = JSON.parse(readFileSync(join(folder, 'flat-out/a.txt.json'), 'utf8'))
      const small = JSON.parse(readFileSync(join(folder, 'flat-small/a.txt.json'), 'utf8'))
      expect(small).toEqual({ ...whole, structure: bare(whole.structure) })
      expect(stateOf('flat-small')['sections.jsonl']).toBe(before['sections.jsonl'])
      expect(hegao(['parse', 'flat/a.txt', '--no-positions']).stdout).toBe(
        readFileSync(join(folder, 'flat-small/a.txt.json'), 'utf8'),
      )
    })
  })

  test('a .docx and a .txt of one name do not meet', () => {
    write('word/报告.docx', readFileSync(join(root, 'fixtures/reports/qu-zuzhi-2022/input.docx')))
    write('word/报告.txt')
    expect(hegao(['convert', 'word/报告.docx', 'word/报告.txt', '-o', 'word-out']).status).toBe(1)
    expect(lines('word-out/index.jsonl').map(({ output, format }) => [output, format])).toEqual([
      ['报告.docx.json', 'docx'],
      ['报告.txt.json', 'txt'],
    ])
    const document = readFileSync(join(folder, 'word-out/报告.docx.json'), 'utf8')
    expect(document).toBe(hegao(['parse', 'word/报告.docx']).stdout)
  })

  test('status 0 where nothing is wrong, and the inputs are as they were', () => {
    const path = write('clean/a.txt')
    const before = lstatSync(path)
    expect(hegao(['convert', 'clean', '-o', 'clean-out']).status).toBe(0)
    expect(lstatSync(path)).toMatchObject({ mtimeMs: before.mtimeMs, size: before.size, ino: before.ino })
  })

  test('what is named and is no file is told in its place', () => {
    write('named/a.txt')
    symlinkSync('loop', join(folder, 'loop'))
    expect(hegao(['convert', 'named/a.txt', 'loop', 'named/a.txt/b', 'gone', '-o', 'named-out']).status).toBe(2)
    expect(lines('named-out/index.jsonl').map(({ status, code }) => code ?? status)).toEqual([
      ...['ok', 'file-unreadable', 'file-not-found', 'file-not-found'],
    ])
  })

  test.each([
    [['convert'], '没有说'],
    [['convert', 'clean'], '-o'],
    [['convert', '-', '-o', 'o'], '标准输入'],
    [['convert', 'clean', '-o', 'o', '--jobs', '0'], '--jobs'],
    [['convert', 'clean', '-o', 'o', '--timeout', 'x'], '--timeout'],
    [['convert', 'clean', '-o', 'o', '--resume', '--force'], '--force'],
    [['convert', 'clean', '--jsonl'], '--jsonl'],
    [['stats', 'clean'], 'index.jsonl'],
  ])('status 2: %j', (words, said) => {
    const { status, stderr } = hegao(words)
    expect(status).toBe(2)
    expect(stderr).toContain(said)
  })
})

/** How a Word document with a password begins: a compound file that holds the document encrypted. */
const protectedByPassword = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(504),
  Buffer.from('EncryptedPackage', 'utf16le'),
])

function writeSparse(path: string, size: number): void {
  writeFileSync(path, '')
  truncateSync(path, size)
}

describe('1,000 files of which 30 are bad', () => {
  const kinds: readonly (readonly [string, (path: string) => void])[] = [
    ['file-empty', (path) => writeFileSync(path, '')],
    ['file-empty', (path) => writeFileSync(path, ' \n\u3000\n')],
    ['not-text', (path) => writeFileSync(path, Buffer.from(Array.from({ length: 200 }, (_, index) => (index * 7) % 32)))],
    ['file-encrypted', (path) => writeFileSync(path, protectedByPassword)],
    ['encoding-unknown', (path) => writeFileSync(path, Buffer.from([0xe5, 0x90, 0x8c, 0xff, 0xff, 0x0a]))],
    ['file-too-large', (path) => writeSparse(path, 65 * 1024 * 1024)],
  ]

  beforeAll(() => {
    for (let index = 0; index < 1000; index++) {
      const path = write(`many/${String(index % 10)}/${String(index).padStart(4, '0')}.txt`, good.replace('今天', `${index}日`))
      if (index % 33 !== 7 || index > 970) continue
      rmSync(path)
      kinds[Math.floor(index / 33) % kinds.length]?.[1](path)
    }
  })

  test('970 documents and 30 coded errors, the same with one job and two', () => {
    const one = hegao(['convert', 'many', '-o', 'many-1', '--jobs', '1'])
    const two = hegao(['convert', 'many', '-o', 'many-2', '--jobs', '2'])
    expect([one.status, two.status]).toEqual([2, 2])
    const errors = lines('many-1/errors.jsonl')
    expect(errors.length).toBe(30)
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(kinds.map(([code]) => code)))
    expect(lines('many-1/index.jsonl').filter(({ status }) => status === 'ok').length).toBe(970)
    const state = stateOf('many-1')
    expect(Object.keys(state).length).toBe(970 + 7)
    expect(stateOf('many-2')).toEqual(state)
  })

  test('resuming does nothing again, and changes nothing', () => {
    const before = stateOf('many-2')
    const { stderr } = hegao(['convert', 'many', '-o', 'many-2', '--resume'])
    expect(stderr).toContain('其中 970 份上次已转好')
    expect(stateOf('many-2')).toEqual(before)
  })
})

describe('--resume', () => {
  beforeAll(() => {
    for (let index = 0; index < 20; index++) write(`again/${index}.txt`, good)
    hegao(['convert', 'again', '-o', 'again-out'])
  })

  const resume = (...more: string[]) => hegao(['convert', 'again', '-o', 'again-out', '--resume', ...more])
  const kept = ({ stderr }: { stderr: string }): number => Number(/其中 (\d+) 份/.exec(stderr)?.[1] ?? 0)

  test('is needed in a folder where a conversion has been', () => {
    const { status, stderr } = hegao(['convert', 'again', '-o', 'again-out'])
    expect(status).toBe(2)
    expect(stderr).toContain('--resume')
  })

  test('converts what changed, what is new, and what was lost or spoilt', () => {
    const expected = stateOf('again-out')
    write('again/3.txt', bad)
    write('again/新.txt', good)
    rmSync(join(folder, 'again-out/4.txt.json'))
    appendFileSync(join(folder, 'again-out/5.txt.json'), ' ')
    expect(kept(resume())).toBe(17)
    const state = stateOf('again-out')
    expect(state['4.txt.json']).toBe(expected['4.txt.json'])
    expect(state['5.txt.json']).toBe(expected['5.txt.json'])
    expect(state['3.txt.json']).not.toBe(expected['3.txt.json'])
    hegao(['convert', 'again', '-o', 'again-fresh'])
    expect(stateOf('again-fresh')).toEqual(state)
  })

  test('converts all where the rules are others', () => {
    expect(kept(resume('--rule', 'repeated-phrase:off'))).toBe(0)
    expect(kept(resume('--rule', 'repeated-phrase:off'))).toBe(21)
  })

  test('a line that was cut off counts for nothing', () => {
    hegao(['convert', 'again', '-o', 'cut-out'])
    const expected = stateOf('cut-out')
    const journal = join(folder, 'cut-out/journal.jsonl')
    truncateSync(journal, Math.floor(readFileSync(journal).length / 2))
    rmSync(join(folder, 'cut-out/index.jsonl'))
    hegao(['convert', 'again', '-o', 'cut-out', '--resume'])
    expect(stateOf('cut-out')).toEqual(expected)
  })

  test('an output whose input fails now goes, since it would lie', () => {
    write('fails/a.txt')
    write('fails/b.txt')
    hegao(['convert', 'fails', '-o', 'fails-out'])
    write('fails/a.txt', '')
    expect(hegao(['convert', 'fails', '-o', 'fails-out', '--resume']).status).toBe(2)
    expect(existsSync(join(folder, 'fails-out/a.txt.json'))).toBe(false)
    expect(existsSync(join(folder, 'fails-out/b.txt.json'))).toBe(true)
  })

  test('--force begins anew', () => {
    expect(hegao(['convert', 'again', '-o', 'again-out', '--force']).stderr).not.toContain('上次')
  })
})

describe('what is not ours', () => {
  test('a folder with other files is refused and left alone', () => {
    write('other/mine.txt', 'x')
    const { status, stderr } = hegao(['convert', 'clean', '-o', 'other'])
    expect(status).toBe(2)
    expect(stderr).toContain('不是空文件夹')
    expect(readdirSync(join(folder, 'other'))).toEqual(['mine.txt'])
  })

  test('a file in the way is never replaced, not even with --force', () => {
    write('way/a.txt')
    write('way-out/a.txt.json', '{"mine": true}')
    const { status } = hegao(['convert', 'way', '-o', 'way-out', '--force'])
    expect(status).toBe(2)
    expect(lines('way-out/errors.jsonl')[0].code).toBe('output-foreign')
    expect(readFileSync(join(folder, 'way-out/a.txt.json'), 'utf8')).toBe('{"mine": true}')
  })

  test('nothing is written through a link, neither to a folder nor to a file', () => {
    write('linked/sub/a.txt')
    write('linked/b.txt')
    write('elsewhere/kept.txt', 'x')
    write('elsewhere/b.json', '{"schemaVersion":1}')
    mkdirSync(join(folder, 'linked-out'))
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'linked-out/sub'))
    symlinkSync(join(folder, 'elsewhere/b.json'), join(folder, 'linked-out/b.txt.json'))
    expect(hegao(['convert', 'linked', '-o', 'linked-out', '--force']).status).toBe(2)
    expect(lines('linked-out/errors.jsonl').map(({ code }) => code)).toEqual(['output-foreign', 'output-linked'])
    expect(readdirSync(join(folder, 'elsewhere')).sort()).toEqual(['b.json', 'kept.txt'])
    expect(readFileSync(join(folder, 'elsewhere/b.json'), 'utf8')).toBe('{"schemaVersion":1}')
  })

  test('the output folder inside the input is no input', () => {
    write('self/a.txt')
    const out = join('self', 'out')
    hegao(['convert', 'self', '-o', out])
    hegao(['convert', 'self', '-o', out, '--resume'])
    expect(Object.keys(stateOf(out)).sort()).toEqual([
      'a.txt.json',
      'errors.jsonl',
      'findings.csv',
      'index.csv',
      'index.jsonl',
      'journal.jsonl',
      'sections.jsonl',
      'skipped.jsonl',
    ])
  })

  test('two runs at a time in one folder: the second is refused', () => {
    mkdirSync(join(folder, 'busy-out'))
    const host = spawnSync('hostname', { encoding: 'utf8' })
      .stdout.trim()
      .replace(/[^A-Za-z0-9.-]/g, '_')
    // This test's own process is alive; no process has the other number.
    mkdirSync(join(folder, `busy-out/.hegao-${host}-${process.pid}.tmp`))
    expect(hegao(['convert', 'clean', '-o', 'busy-out']).stderr).toContain('另一个 hegao')
    rmSync(join(folder, `busy-out/.hegao-${host}-${process.pid}.tmp`), { recursive: true })
    mkdirSync(join(folder, `busy-out/.hegao-${host}-99999999.tmp`))
    expect(hegao(['convert', 'clean', '-o', 'busy-out']).status).toBe(0)
    expect(readdirSync(join(folder, 'busy-out')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('accidents', () => {
  test('a file that takes too long is given up, and the others go on', () => {
    write('slow/a.txt')
    write('slow/b.txt', '在肯定成绩的同时，国企领域相对薄弱、国企领域相对薄弱。\n'.repeat(400_000))
    write('slow/c.txt')
    expect(hegao(['convert', 'slow', '-o', 'slow-out', '--timeout', '2.5']).status).toBe(2)
    expect(lines('slow-out/errors.jsonl').map(({ path, code }) => [path, code])).toEqual([['slow/b.txt', 'timed-out']])
    expect(Object.keys(stateOf('slow-out'))).toContain('c.txt.json')
  })

  test('killed at random moments and resumed, it ends as if undisturbed', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'kill-convert.mjs'), '6', '40'], {
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(stdout).toContain('6 kills')
    expect(status).toBe(0)
  }, 180_000)

  test('SIGINT: what is at hand is finished, and the status is 130', async () => {
    for (let index = 0; index < 400; index++) write(`stop/${index}.txt`, bad.repeat(60))
    const child = spawn(process.execPath, [program, 'convert', 'stop', '-o', 'stop-out'], { cwd: folder })
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    const journal = join(folder, 'stop-out/journal.jsonl')
    while (!(existsSync(journal) && readFileSync(journal).length > 0)) await new Promise((resolve) => setTimeout(resolve, 10))
    child.kill('SIGINT')
    const status = await new Promise((resolve) => child.on('exit', resolve))
    expect(status).toBe(130)
    expect(stderr).toContain('--resume')
    expect(readdirSync(join(folder, 'stop-out')).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(existsSync(join(folder, 'stop-out/index.jsonl'))).toBe(false)
  })

  const disk = mkdtempSync(join(tmpdir(), 'hegao-disk-'))
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk]).status === 0
  afterAll(() => {
    if (isMounted) spawnSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  })

  test(`a full disk ends the run, and it goes on where there is room${isMounted ? '' : ' (not tried: mounting is not permitted here)'}`, () => {
    for (let index = 0; index < 60; index++) write(`full/${index}.txt`, bad.replace('同志们', `同志们${index}`))
    hegao(['convert', 'full', '-o', 'full-expected'])
    if (!isMounted) return
    const out = join(disk, 'out')
    const { status, stderr } = hegao(['convert', 'full', '-o', out])
    expect(status).toBe(2)
    expect(stderr).toContain('磁盘已满')
    spawnSync('mount', ['-o', 'remount,size=8m', disk])
    expect(hegao(['convert', 'full', '-o', out, '--resume']).status).toBe(1)
    const state = (top: string) =>
      readdirSync(top, { recursive: true, encoding: 'utf8' })
        .filter((path) => lstatSync(join(top, path)).isFile())
        .sort()
        .map((path) => [path, readFileSync(join(top, path), 'utf8')])
    expect(state(out)).toEqual(state(join(folder, 'full-expected')))
  })
})

describe('stats', () => {
  const stats = (format: string) => hegao(['stats', 'stats-out', '-f', format]).stdout

  beforeAll(() => {
    write('stats/=1+1<b>.txt', bad)
    write('stats/b.txt', good)
    write('stats/c.txt', '')
    write(
      'stats/d.docx',
      wordOf(`<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击此处')}</w:sdtContent></w:sdt></w:p>`),
    )
    hegao(['convert', 'stats', '-o', 'stats-out'])
  })

  test('as text, the same as at the end of the conversion', () => {
    expect(hegao(['convert', 'stats', '-o', 'stats-out', '--force']).stdout).toBe(stats('text'))
  })

  test('tells what was not there to be checked, in words', () => {
    expect(stats('text')).toMatch(/没有查到（各份见 index\.jsonl 的 notes）\n {2}没填的内容控件 {2}1 份/)
    expect(stats('html')).toContain('没填的内容控件')
    expect(stats('csv')).toContain('没有查到,没填的内容控件,1,')
  })

  test('as JSON', () => {
    const told = JSON.parse(stats('json'))
    expect(told).toMatchObject({
      schemaVersion: 1,
      reports: 3,
      failed: 1,
      withErrors: 1,
      failures: [{ name: 'file-empty', reports: 1 }],
      notes: [{ name: 'placeholder', reports: 1 }],
    })
    expect(told.worst[0].name).toBe('stats/=1+1<b>.txt')
  })

  test('as a table that no program takes for a formula', () => {
    write('=1.txt', bad)
    hegao(['convert', '=1.txt', '-o', 'formula-out'])
    const csv = hegao(['stats', 'formula-out', '-f', 'csv']).stdout
    expect(csv.startsWith('\uFEFF类别,名称,')).toBe(true)
    expect(csv.split('\r\n').at(-1)).toBe('')
    expect(csv).toContain(`文件,'=1.txt,`)
    expect(csv).not.toMatch(/(?:^|,)"?[=+@-]/m)
  })

  test('as a page without a script and with nothing from outside', () => {
    const page = stats('html')
    expect(page).toContain("default-src 'none'")
    expect(page).toContain('=1+1&lt;b&gt;.txt')
    expect(page).not.toMatch(/<script|<b>|https?:|src=|href=/)
  })
})

describe('--jsonl', () => {
  const filter = (input: string, ...more: string[]) => {
    const { status, stdout } = hegao(['convert', '--jsonl', ...more], input)
    return {
      status,
      out: stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    }
  }

  test('a document a line, in order, errors in their place, status 0', () => {
    write('line.txt', good)
    const tasks = [
      { text: bad, name: '甲.txt' },
      'no json',
      { path: 'line.txt' },
      { path: 'nothing.txt' },
      { base64: Buffer.from([0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xa3, 0xba]).toString('base64') },
      { base64: '*' },
      { text: good, path: 'line.txt' },
      { name: 'x' },
      { text: 7 },
      { text: '' },
      [],
    ]
    const { status, out } = filter(tasks.map((task) => (typeof task === 'string' ? task : JSON.stringify(task))).join('\n'))
    expect(status).toBe(0)
    expect(out.map((one) => one.error?.code ?? one.source.path)).toEqual([
      '甲.txt',
      'line-invalid',
      'line.txt',
      'file-not-found',
      '<stdin>',
      ...['line-invalid', 'line-invalid', 'line-invalid', 'line-invalid', 'file-empty', 'line-invalid'],
    ])
    expect(out[1].line).toBe(2)
    expect(out[4].source.encoding).toBe('gb18030')
    expect(JSON.stringify(out[2])).toBe(JSON.stringify(JSON.parse(hegao(['parse', 'line.txt']).stdout)))
  })

  test('a line that is too long is passed over, and the next one is read', () => {
    const { out } = filter(`{"text":"${'长'.repeat(31_000_000)}"}\n${JSON.stringify({ text: good })}\n`)
    expect(out.map((one) => one.error?.code ?? 'ok')).toEqual(['line-invalid', 'ok'])
  })

  test('answers each line before the next one comes', async () => {
    const child = spawn(process.execPath, [program, 'convert', '--jsonl'], { cwd: folder })
    const answers: string[] = []
    child.stdout.on('data', (chunk) => answers.push(String(chunk)))
    for (let round = 1; round <= 3; round++) {
      child.stdin.write(`${JSON.stringify({ text: good, name: String(round) })}\n`)
      while (answers.join('').split('\n').length - 1 < round) await new Promise((resolve) => setTimeout(resolve, 10))
    }
    child.stdin.end()
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0)
  })
})
