/** The segmentation port: exactness of the small dictionary, the states of an installation, and what it leaves behind. */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inflateRawSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { folded } from '../src/cli/desk/page-blocks.ts'
import { chooseRules } from '../src/config.ts'
import { documentOf } from '../src/document.ts'
import { resetWords, wordEnds, words as wordsFact } from '../src/facts/words.ts'
import { checkSource, rules } from '../src/hegao.ts'
import { isSafePath, withFiles } from '../src/platform/files.ts'
import { inflate } from '../src/platform/inflate.ts'
import { isSound, jiebaEngine } from '../src/platform/jieba.ts'
import { platform } from '../src/platform/node.ts'
import { read } from '../src/read/index.ts'
import { dictionaryEngine } from '../src/words/cut.ts'
import { dictionaryOf, unfolded } from '../src/words/lexicon.ts'
import { sourceOf } from './invented.ts'
import { randomFrom } from './support/mutants.ts'

const { resolve } = createRequire(import.meta.url)
const isInstalled = jiebaEngine() !== null
const scratch = mkdtempSync(join(tmpdir(), 'hegao-test-'))

afterAll(() => rmSync(scratch, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

/** Clauses of the kind that rules ask about, and some that touch the edges of the dictionary. */
const clauses = [
  '以组织组织力提升为重点',
  '党组织组织力不断增强',
  '学习习近平新时代中国特色社会主义思想',
  '深入学习贯彻党的二十大精神',
  '国企领域相对薄弱',
  '研究研究再研究',
  '一茬接着一茬干',
  '一茬一茬接着干',
  '中国共产党中央委员会总书记',
  '全区组织工作会议',
  '推动基层党组织全面进步全面过硬',
  '狠抓六个坚持',
  '严明政治纪律和政治规矩',
  '乡村振兴和脱贫攻坚有效衔接',
  '发展新质生产力',
  '高质量发展迈出坚实步伐',
  '高富帅与高姓大名',
  '云计算和区块链产业加快发展',
  '蓝翔韩玉鉴赏',
  '在区委的坚强领导下',
  '在区委区委组织部的领导下',
  '人才人才队伍建设',
  '的的确确的的',
  '了了了了了',
  '长春市长春药店',
  '乒乓球拍卖完了',
  '结合成分子时',
  '南京市长江大桥',
  '工信处女干事每月经过下属科室都要亲口交代',
  '二十四口交换机等技术性器件的安装工作',
  '统一战线统一战线工作',
  '龘靐齉齾',
  '龠龢',
  '一',
  '一一',
  '〇〇',
  '䶮䶮',
  '党史学习教育专题教育主题教育',
  '两新组织两个覆盖',
  '全面从严治党主体责任落实不到位',
]

const wordsOf = (text: string): string[] => {
  let start = 0
  return wordEnds(text).map((end) => {
    const word = text.slice(start, end)
    start = end
    return word
  })
}

/** Our own cut over all words, as it is where nodejieba is not installed; and over those that a page carries. */
const assets = join(import.meta.dirname, '..', 'assets')
const ownEngine = (file: string) => {
  const content = inflate(readFileSync(join(assets, file)), 8_000_000)
  return dictionaryEngine(dictionaryOf(typeof content === 'object' ? content.content : new Uint8Array()))
}
const own = ownEngine('words.bin')
const page = dictionaryEngine(
  dictionaryOf(Buffer.from(unfolded(inflateRawSync(readFileSync(join(assets, 'words-page.bin'))).toString()))),
)

describe('words', () => {
  it('cover every character', () => {
    const texts = [...clauses, '', ' ', '2021年GDP增长8.5%', '５Ｇ基站，𠮷野家\n', '\ud842党', '党\udfb7', '组织'.repeat(250)]
    for (const text of texts) {
      const ends = wordEnds(text)
      expect(ends.at(-1) ?? 0).toBe(text.length)
      expect(ends.every((end, index) => end > (ends[index - 1] ?? 0))).toBe(true)
    }
  })

  it('are a run of digits, a run of letters, one other character', () => {
    expect(wordsOf('2021年，5G和ＧＤＰ！')).toEqual(['2021', '年', '，', '5G', '和', 'ＧＤＰ', '！'])
    expect(wordsOf('年𠮷年')).toEqual(['年', '𠮷', '年'])
  })

  it('are told of a text of any length', () => {
    expect(wordEnds('组织'.repeat(100_000)).length).toBe(100_000)
  })

  it('are a fact of a document, which knows whether it was asked', () => {
    const [one, other] = ['2021，年', '组织工作'].map((text) => documentOf(sourceOf(text), {}).use(wordsFact))
    expect([one?.hasEnd(0, 6, 5), other?.hasEnd(0, 4, 2), other?.hasEnd(0, 4, 1)]).toEqual([true, true, false])
    expect([one?.segmenter, other?.segmenter]).toEqual([null, 'nodejieba'])
  })
})

describe('our own cut', () => {
  /** Runs made of words of the dictionary, and of characters at random. */
  const invented = (): string[] => {
    const random = randomFrom(7)
    const all = clauses.join('')
    return Array.from({ length: 3000 }, () => {
      const from = Math.floor(random() * all.length)
      const rest = Array.from({ length: 4 }, () => all[Math.floor(random() * all.length)]).join('')
      return all.slice(from, from + 1 + Math.floor(random() * 12)) + rest
    })
  }

  it.runIf(isInstalled)('is the cut of nodejieba', () => {
    const theirs = jiebaEngine({ smallLoads: 0 })
    for (const run of [...clauses, clauses.join('').slice(0, 200), ...invented()]) expect(own.cut(run)).toEqual(theirs?.cut(run))
  })

  it.runIf(isInstalled)('goes by the same words', () => {
    const file = join(dirname(resolve('nodejieba/package.json')), 'submodules', 'cppjieba', 'dict', 'jieba.dict.utf8')
    const lines = readFileSync(file, 'utf8').split('\n')
    const content = inflate(readFileSync(join(assets, 'words.bin')), 8_000_000)
    const ours = new Set(new TextDecoder().decode(typeof content === 'object' ? content.content : undefined).split('\n'))
    const missing = lines.map((line) => line.split(' ').slice(0, 2).join(' ')).filter((line) => !ours.has(line))
    expect(missing.filter((line) => /^[\u4e00-\u9fff]/.test(line))).toEqual([])
    expect(ours.size).toBeGreaterThan(340_000)
  })

  it('goes by the same words in the page: what is folded unfolds to itself', async () => {
    const lines = inflateRawSync(readFileSync(join(assets, 'words.bin'))).toString()
    const rows = lines.split('\n').filter((line) => line !== '')
    const packed = Buffer.from(folded(rows.map((line) => line.split(' ')))).toString()
    expect(unfolded(packed) === lines).toBe(true)
  })

  // The small page carries a twelfth of the words. All that asks for them must find the same.
  it('finds the same with the words of the page, over everything that asks for word boundaries', async () => {
    const reports = [
      ...readdirSync(join(assets, '..', 'fixtures', 'reports')).map((name) =>
        join(assets, '..', 'fixtures', 'reports', name, 'input.txt'),
      ),
      ...['repeated-word', 'unit-homophone'].map((id) => join(assets, '..', 'rules', 'words', id, 'README.md')),
    ]
    const engine = vi.spyOn(platform, 'wordEngine')
    let asked = 0
    for (const file of reports) {
      const source = await read('a.txt', readFileSync(file), {})
      const found = [jiebaEngine() ?? own, own, page].map((one) => {
        engine.mockReturnValue(one)
        resetWords()
        const { findings, segmenter } = checkSource(source, { settings: {}, rules: chooseRules(rules) })
        if (segmenter) asked++
        return findings
      })
      expect(found[1]).toEqual(found[0])
      expect(found[2]).toEqual(found[0])
    }
    expect(asked).toBeGreaterThan(5)
  })
})

describe.runIf(isInstalled)('nodejieba', () => {
  it('cuts with a few words as with all of them', () => {
    const { cut } = createRequire(import.meta.url)('nodejieba') as { cut(text: string): string[] }
    const few = jiebaEngine({ smallLoads: clauses.length + 1 })
    const all = jiebaEngine({ smallLoads: 0 })
    const asked = [...clauses, clauses.join('').slice(0, 200)]
    expect(asked.map((clause) => few?.cut(clause))).toEqual(asked.map((clause) => cut(clause)))
    expect(asked.map((clause) => all?.cut(clause))).toEqual(asked.map((clause) => cut(clause)))
    // After the small loads it may have it goes on with our own cut.
    const fewer = jiebaEngine({ smallLoads: 2 })
    expect(asked.map((clause) => fewer?.cut(clause))).toEqual(asked.map((clause) => cut(clause)))
  })

  it('does not disturb another user of nodejieba', () => {
    const theirs = createRequire(import.meta.url)('nodejieba') as { cut(text: string): string[] }
    const before = theirs.cut('南京市长江大桥')
    jiebaEngine()?.cut('组织组织力')
    expect(theirs.cut('南京市长江大桥')).toEqual(before)
  })
})

describe('an installation of nodejieba', () => {
  /** An installation with the parts named; a dictionary is written as given. */
  function folderWith(name: string, parts: { binding?: boolean; dictionary?: string }): string {
    const folder = join(scratch, name)
    mkdirSync(join(folder, 'build', 'Release'), { recursive: true })
    mkdirSync(join(folder, 'submodules', 'cppjieba', 'dict'), { recursive: true })
    if (parts.binding && isInstalled) {
      const binding = join(dirname(resolve('nodejieba/package.json')), 'build', 'Release', 'nodejieba.node')
      symlinkSync(binding, join(folder, 'build', 'Release', 'nodejieba.node'))
    }
    if (parts.dictionary !== undefined) {
      writeFileSync(join(folder, 'submodules', 'cppjieba', 'dict', 'jieba.dict.utf8'), parts.dictionary)
    }
    return folder
  }

  /** What the engines of `folders` say in a process of its own: nodejieba would end this one. */
  function askElsewhere(folders: readonly string[], temporary = tmpdir()): { status: number | null; answers: unknown } {
    const module = pathToFileURL(join(import.meta.dirname, '..', 'src', 'platform', 'jieba.ts')).href
    const code = `
      import { jiebaEngine } from ${JSON.stringify(module)}
      for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = ${JSON.stringify(temporary)}
      const engines = ${JSON.stringify(folders)}.map((folder) => jiebaEngine({ folder }))
      process.stdout.write(JSON.stringify(engines.map((engine) => engine && engine.cut('组织组织力'))))`
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      cwd: join(import.meta.dirname, '..'),
      encoding: 'utf8',
    })
    return { status, answers: stdout === '' ? undefined : JSON.parse(stdout) }
  }

  it('that lacks something or is damaged is not used, and nobody dies', () => {
    const installations = {
      nothing: {},
      'no binding': { dictionary: '组织 5 n\n' },
      'no dictionary': { binding: true },
      'an empty dictionary': { binding: true, dictionary: '' },
      'a line of two columns': { binding: true, dictionary: '组织 5 n\n力 3\n' },
      'an empty line': { binding: true, dictionary: '组织 5 n\n\n力 3 n\n' },
      'a frequency of nothing': { binding: true, dictionary: '组织 0 n\n' },
    }
    const folders = Object.entries(installations).map(([name, parts]) => folderWith(name, parts))
    expect(askElsewhere(folders)).toEqual({ status: 0, answers: folders.map(() => null) })
  })

  it.runIf(isInstalled)('with another sound dictionary is loaded whole', () => {
    const folder = folderWith('another', { binding: true, dictionary: '组织 50 n\n组织力 30 n\n' })
    expect(askElsewhere([folder])).toEqual({ status: 0, answers: [['组织', '组织力']] })
  })

  it.runIf(isInstalled)('leaves nothing in the temporary folder, and does without one', () => {
    const folder = dirname(resolve('nodejieba/package.json'))
    const temporary = join(scratch, 'temporary')
    const odd = join(scratch, 'a;b')
    mkdirSync(temporary)
    mkdirSync(odd)
    expect(askElsewhere([folder], temporary)).toEqual({ status: 0, answers: [['组织', '组织', '力']] })
    expect(readdirSync(temporary)).toEqual([])
    expect(askElsewhere([folder], join(scratch, 'missing'))).toEqual({ status: 0, answers: [null] })
    expect(askElsewhere([folder], odd)).toEqual({ status: 0, answers: [null] })
  })
})

describe('files for nodejieba', () => {
  it.skipIf(process.platform === 'win32')('are private', () => {
    withFiles({ one: '1' }, ({ one }) => {
      expect(statSync(one).mode & 0o777).toBe(0o600)
      expect(statSync(dirname(one)).mode & 0o777).toBe(0o700)
      return true
    })
  })

  it('are gone afterwards, whatever happened', () => {
    let path = ''
    const fail = (): boolean =>
      withFiles({ one: '1' }, ({ one }) => {
        path = one
        throw new Error('no')
      })
    expect(fail).toThrow('no')
    expect(() => copyFileSync(path, `${path}.copy`)).toThrow()
    expect(() => statSync(dirname(path))).toThrow()
  })

  it('have names that nodejieba does not take apart', () => {
    expect(isSafePath('/var/hegao-1')).toBe(true)
    expect(isSafePath('/var/a;b')).toBe(false)
    expect(isSafePath('/var/a|b')).toBe(false)
  })

  it('are looked at line by line', () => {
    const sound = ['组织 5 n', '组织 5 n\n', 'AT&T 3 nz\n组织 5 n\n']
    const unsound = [
      '',
      '\n',
      '组织',
      '组织 5',
      '组织 5 ',
      ' 5 n',
      '组织 x n',
      '组织 -1 n',
      '组织 5 n x',
      '组织  5 n',
      '组织 5 n\n\n',
    ]
    expect(sound.map((text) => isSound(Buffer.from(text)))).toEqual(sound.map(() => true))
    expect(unsound.map((text) => isSound(Buffer.from(text)))).toEqual(unsound.map(() => false))
    expect(isSound(Buffer.from([0xd7, 0xe9, 0x20, 0x35, 0x20, 0x6e]))).toBe(false)
  })
})
