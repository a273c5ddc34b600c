/**
 * The portable kit of this machine, as a colleague gets it: unpacked into a folder whose name is Chinese and has a blank, without any
 * other Node. Where it cannot be made or unpacked here, that is said.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { machines } from './node-programs.mjs'
import { makeKits } from './portable.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const machine = `${process.platform}-${process.arch}`

const documents = {
  '讲话 稿.docx': 'reports/qu-zuzhi-2022/input.docx',
  '公文.pdf': 'read/pdf-gongwen/input.pdf',
  '公文.wps': 'read/wps-gongwen/input.wps',
}

function faultsOf(kit, folder) {
  const work = join(folder, '解压 到这里')
  mkdirSync(work)
  if (spawnSync('unzip', ['-q', kit, '-d', work]).status !== 0) return ['unzip cannot unpack the kit']
  for (const [name, source] of Object.entries(documents)) copyFileSync(join(root, 'fixtures', source), join(work, name))
  // Nothing but the system's own programs: no Node on the PATH is needed.
  const env = { PATH: '/nowhere:/usr/bin:/bin', HOME: work, LC_ALL: 'C.UTF-8' }
  const options = { cwd: work, env, encoding: 'utf8', maxBuffer: 1e8 }
  const program = join(work, '核稿', 'hegao')
  const found = Object.keys(documents).flatMap((name) => {
    const words = ['check', '--no-config', '-f', 'json', name]
    const [there, here] = [
      spawnSync(program, words, options),
      spawnSync(process.execPath, [join(root, 'bin', 'hegao.js'), ...words], options),
    ]
    return there.stdout === here.stdout && there.stderr === here.stderr && there.status === here.status
      ? []
      : [`${name}: ${there.status} ${there.stderr}${there.stdout.slice(0, 300)}`]
  })
  const opened = spawnSync(join(work, '核稿', '核稿'), ['--no-start', '讲话 稿.docx'], options)
  const page = join(work, '讲话 稿.核稿.html')
  const explained = spawnSync(program, ['explain', 'year-mismatch'], options)
  return [
    ...found,
    ...(opened.status === 0 && existsSync(page) ? [] : [`the starter ends with ${opened.status}: ${opened.stderr}`]),
    ...(explained.stdout.includes('年份') ? [] : [`explain: ${explained.stderr}`]),
  ]
}

function main() {
  if (!machines.includes(machine)) return console.log(`portable: NOT TRIED, there is no kit for ${machine}`)
  if (spawnSync('unzip', ['-v']).status !== 0) return console.log('portable: NOT TRIED, there is no unzip here')
  const folder = mkdtempSync(join(tmpdir(), 'hegao-kit-'))
  try {
    let kit
    try {
      ;[kit] = makeKits([machine], folder)
    } catch (error) {
      if (!String(error.message).startsWith('npm pack')) throw error
      return console.log(`portable: NOT TRIED, Node cannot be had (${error.message.trim().split('\n')[0]})`)
    }
    const found = faultsOf(kit, folder)
    for (const fault of found) console.error(`portable: ${fault}`)
    if (found.length > 0) process.exitCode = 1
    else console.log(`portable: the kit for ${machine} finds what is found here`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

main()
