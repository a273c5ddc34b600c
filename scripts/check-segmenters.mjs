/**
 * The reports under fixtures/reports/ have the same findings with nodejieba and without it, so that an installation
 * without a compiler is no second-class one. Run after the build; ends with 1 where they differ.
 */
import { isUtf8 } from 'node:buffer'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'fixtures', 'reports')
const scratch = mkdtempSync(join(tmpdir(), 'hegao-segmenters-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))

/** Few reports hold a doubling that only a word boundary can judge; each gets one of every kind. */
const doubtful = '我们要认真整治整治问题，提升品牌品牌形象，挖掘潜力潜力资源，研究研究办法，让人人人心思进，把事情情况说清。'

const reports = readdirSync(folder)
  .map((name) => join(folder, name, 'input.txt'))
  .filter((path) => existsSync(path))
  .map((path, index) => {
    const report = join(scratch, `${index}.txt`)
    // A report in another encoding is taken as it is.
    const bytes = readFileSync(path)
    writeFileSync(report, isUtf8(bytes) ? `${bytes.toString('utf8').trimEnd()}\n${doubtful}\n` : bytes)
    return report
  })

function filesWith(segmenter) {
  const words = [join(root, 'bin', 'hegao.js'), 'check', '--format', 'json', ...reports]
  const env = { ...process.env, HEGAO_SEGMENTER: segmenter }
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', env, maxBuffer: 2 ** 28 })
  if (status === 2) throw new Error(stderr)
  return JSON.parse(stdout).files
}

const withJieba = filesWith('nodejieba')
const without = filesWith('intl')
const differing = withJieba.filter((file, index) => JSON.stringify(file.findings) !== JSON.stringify(without[index].findings))
for (const { path } of differing) console.error(`segmenters: findings differ in ${path}`)
const asked = [withJieba, without].map((files) => files.find(({ segmenter }) => segmenter)?.segmenter)
if (asked.includes(undefined)) console.error('segmenters: no report asked for a word boundary')
if (differing.length > 0 || asked.includes(undefined)) process.exitCode = 1
else console.log(`segmenters: ${reports.length} reports, same findings (${asked.join(' and ')})`)
