/**
 * The built program as Windows runs it, where Wine is installed: what it finds, word for word as here, and what a console with the
 * code page of Chinese Windows shows. Without Wine, or where Node for Windows cannot be had, it says so and is no failure.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeFor } from './node-programs.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bin = join(root, 'bin', 'hegao.js')
const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** A path of ours, as Wine's drive Z shows it. */
const onDrive = (path) => `Z:${path.replaceAll('/', '\\')}`

const documents = { '讲话 稿.txt': 'reports/qu-zuzhi-2022/input.txt', '讲话.docx': 'reports/qu-zuzhi-2022/input.docx' }

/** Words of the command line here, and on Windows where they differ. */
const cases = [
  { words: ['check', '-f', 'json', '讲话 稿.txt'] },
  { words: ['check', '-f', 'json', '讲话.docx'] },
  { words: ['check', '-f', 'compact', '材料/*.txt'], there: ['check', '-f', 'compact', '材料\\*.txt'] },
  { words: ['outline', '讲话.docx'] },
  { words: ['annotate', '讲话.docx'], makes: '讲话.核稿.docx' },
  { words: ['explain', 'year-mismatch'] },
]

function faults(folder, node) {
  const env = { ...process.env, WINEPREFIX: join(folder, 'wine'), WINEDEBUG: '-all' }
  const wine = (words, options) => spawnSync('wine', words, { env, timeout: 240_000, ...options })
  wine(['wineboot', '-i'])
  // Node refuses what Wine says it is by itself.
  wine(['winecfg', '-v', 'win10'])
  const work = join(folder, '材料 夹')
  mkdirSync(join(work, '材料'), { recursive: true })
  for (const [name, source] of Object.entries(documents)) copyFileSync(join(root, 'fixtures', source), join(work, name))
  copyFileSync(join(root, 'fixtures', documents['讲话 稿.txt']), join(work, '材料', 'a.txt'))
  const said = (run) => `${run.status} ${run.stdout}`.replaceAll('\\\\', '/').replaceAll('\\', '/')
  const options = { cwd: work, encoding: 'utf8', maxBuffer: 1e8 }
  const found = cases.flatMap(({ words, there = words, makes }) => {
    const here = spawnSync(process.execPath, [bin, ...words], options)
    const made = makes && readFileSync(join(work, makes))
    if (makes) rmSync(join(work, makes))
    const windows = wine([node, onDrive(bin), ...there], options)
    const isSame =
      said(here) === said(windows) && (!makes || (existsSync(join(work, makes)) && made.equals(readFileSync(join(work, makes)))))
    return isSame
      ? []
      : [`hegao ${there.join(' ')} ends with ${windows.status}: ${windows.stderr}${windows.stdout.slice(0, 500)}`]
  })
  return [...found, ...consoleFaults(work, node, env)]
}

/** A terminal in which Wine's console has code page 936. */
function consoleFaults(work, node, env) {
  if (!has('script')) {
    console.log('windows: the console was not tried, there is no program “script” here')
    return []
  }
  // Words come from outside: in the file itself they would be read by the code page.
  writeFileSync(join(work, 't.bat'), ['@echo off', 'chcp 936 >nul', 'title hegao', 'set NO_COLOR=1', '%*', ''].join('\r\n'))
  const line = [node, bin].map((path) => `'${onDrive(path)}'`).join(' ')
  const command = `wine cmd /c t.bat ${line} check --only year-mismatch '材料\\a.txt'`
  const { stdout } = spawnSync('script', ['-qc', command, '/dev/null'], {
    ...{ cwd: work, env, encoding: 'utf8', timeout: 120_000 },
  })
  return stdout.includes('年份不一致') ? [] : [`a console of code page 936 shows ${JSON.stringify(stdout.slice(-300))}`]
}

function main() {
  if (!existsSync(join(root, 'dist', 'hegao.cjs'))) throw new Error('npm run build comes first')
  if (!has('wine')) return console.log('windows: NOT TRIED, there is no Wine here')
  const folder = mkdtempSync(join(tmpdir(), 'hegao-windows-'))
  try {
    const node = join(folder, 'node.exe')
    try {
      writeFileSync(node, nodeFor('win-x64').program)
    } catch (error) {
      return console.log(`windows: NOT TRIED, Node for Windows cannot be had (${error.message.trim().split('\n')[0]})`)
    }
    const found = faults(folder, node)
    for (const fault of found) console.error(`windows: ${fault}`)
    if (found.length > 0) process.exitCode = 1
    else console.log(`windows: ${cases.length} runs under Wine as here, and a console of code page 936 shows Chinese`)
  } finally {
    spawnSync('wineserver', ['-k'], { env: { ...process.env, WINEPREFIX: join(folder, 'wine') } })
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

main()
