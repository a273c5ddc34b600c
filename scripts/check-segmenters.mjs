/**
 * The reports under fixtures/reports/ have the same findings with nodejieba and without it, so that an installation
 * without a compiler is no second-class one. Run after the build; ends with 1 where they differ.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'fixtures', 'reports')
const reports = readdirSync(folder)
  .map((name) => join(folder, name, 'input.txt'))
  .filter((path) => existsSync(path))

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
if (differing.length > 0) process.exitCode = 1
else console.log(`segmenters: ${reports.length} reports, same findings (${withJieba[0]?.segmenter ?? 'not asked'} and intl)`)
