/** The texts that the benchmark reads: made from one report, the same every time. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export const megabyte = 1_000_000

/** Numbers from 0 up to `below`, the same ones for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function shuffled(items, random) {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = random(last + 1)
    ;[result[last], result[other]] = [result[other], result[last]]
  }
  return result
}

const withOtherDigits = (text, random) => text.replace(/[0-9]/g, () => String(random(10)))
const linesOf = (text) => text.split(/\r?\n/).filter((line) => line.trim() !== '')
const sentencesOf = (line) => line.match(/[^。！？]+[。！？]?/g) ?? []

/** The report with its Chinese characters swapped among one another: as long and as full of marks and figures, and of other words. */
export function ciphered(report, seed) {
  const own = [...new Set(report.match(/[\u4e00-\u9fff]/g) ?? [])]
  const others = shuffled(own, randomFrom(seed))
  const to = new Map(own.map((character, index) => [character, others[index]]))
  return report.replace(/[\u4e00-\u9fff]/g, (character) => to.get(character))
}

/** At least `bytes` of the report's paragraphs in another order, their sentences in another order, with other digits. */
export function shuffle(report, bytes, seed = 20_260_101) {
  const random = randomFrom(seed)
  const paragraphs = linesOf(report)
  const made = []
  for (let size = 0; size < bytes; ) {
    const round = shuffled(paragraphs, random)
      .map((line) => withOtherDigits(shuffled(sentencesOf(line), random).join(''), random))
      .join('\n')
    made.push(round)
    size += Buffer.byteLength(round) + 1
  }
  return `${made.join('\n')}\n`
}

/** The report with a paragraph that no rule can judge without knowing where words end. */
function withDoublings(report) {
  const lines = linesOf(report)
  const middle = lines.length >> 1
  const doubled = '我们要认真整治整治问题，提升品牌品牌形象，挖掘潜力潜力资源。'
  return `${[...lines.slice(0, middle), doubled, ...lines.slice(middle)].join('\n')}\n`
}

/** Markdown of a plain report: a title, headings, and a blank line between paragraphs. */
export function markdownOf(report) {
  const lines = linesOf(report).map((line) => (/^[一二三四五六七八九十]+、/.test(line) ? `## ${line}` : line))
  return `# 报告\n\n${lines.join('\n\n')}\n`
}

/** Text of `bytes` that is `unit` over and over. */
function repeated(unit, bytes) {
  return unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)))
}

function drawnFrom(units, bytes) {
  const random = randomFrom(7)
  const length = Math.ceil(bytes / Buffer.byteLength(units[0]))
  return Array.from({ length }, () => units[random(units.length)]).join('')
}

const blanks = (bytes) => `国${' '.repeat(bytes - 6)}家`

/** What an attacker or an accident would send: by name, how to make that many bytes of it. */
export const hostile = {
  'one character': (bytes) => repeated('国', bytes),
  'all 、': (bytes) => repeated('、', bytes),
  'all “': (bytes) => repeated('“', bytes),
  'all （': (bytes) => repeated('（', bytes),
  '“” in turn': (bytes) => repeated('“”', bytes),
  'all digits': (bytes) => repeated('2021', bytes),
  'one clause': (bytes) => repeated('国企领域相对薄弱、', bytes),
  'one sentence': (bytes) => repeated('国企领域相对薄弱。', bytes),
  '的 or 地': (bytes) => drawnFrom(['的', '地'], bytes),
  一是: (bytes) => repeated('一是', bytes),
  'one item a line': (bytes) => repeated('一、\n', bytes),
  newlines: (bytes) => repeated('\n', bytes),
  emoji: (bytes) => repeated('😀', bytes),
  blanks,
}

/** A folder below `folder` with `count` copies of each of `documents`. */
export function copiesOf(documents, count, folder) {
  const target = join(folder, 'documents')
  mkdirSync(target)
  documents.forEach((path, kind) => {
    for (let index = 0; index < count; index += 1) copyFileSync(path, join(target, `${index}-${kind}${extname(path)}`))
  })
  return target
}

/**
 * A folder of reports as they are published: each of `texts` `count` times, each time without another of its paragraphs, so that no two
 * are alike, and with the figures as they stand, so that what agrees goes on to agree. Few findings, as in real ones.
 */
export function reportsOf(texts, count, folder) {
  const target = join(folder, 'reports')
  mkdirSync(target)
  texts.forEach((text, kind) => {
    const lines = linesOf(text)
    for (let index = 0; index < count; index += 1) {
      // The first paragraphs are the title and who speaks, the last ones the end.
      const left = lines.length < 6 ? -1 : 3 + (index % (lines.length - 5))
      writeFileSync(join(target, `${kind}-${index}.txt`), `${lines.filter((_, at) => at !== left).join('\n')}\n`)
    }
  })
  return target
}

/** Writes every file of the benchmark into `folder` and returns their paths. */
export function writeInputs(folder, report) {
  const write = (name, text) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const many = join(folder, 'many')
  mkdirSync(many)
  const random = randomFrom(1_000)
  for (let index = 0; index < 1_000; index += 1) {
    writeFileSync(join(many, `${String(index).padStart(4, '0')}.txt`), withOtherDigits(report, random))
  }
  return {
    report: write('report.txt', report),
    words: write('words.txt', withDoublings(report)),
    markdown: write('report.md', markdownOf(report)),
    one: write('1mb.txt', shuffle(report, megabyte)),
    ten: write('10mb.txt', shuffle(report, 10 * megabyte)),
    many,
    hostile: (name, bytes) => write(`hostile-${Object.keys(hostile).indexOf(name)}-${bytes}.txt`, hostile[name](bytes)),
  }
}
