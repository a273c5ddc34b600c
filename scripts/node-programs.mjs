/**
 * Programs of Node for other machines: the npm packages that the package `node` takes them from, pinned by node-programs.json. A
 * package of other bytes than the pinned ones is refused.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const { version, programs } = JSON.parse(readFileSync(join(import.meta.dirname, 'node-programs.json'), 'utf8'))

/** Names of the machines: `win-x64` … */
export const machines = Object.keys(programs)

export const nodeVersion = version

/** The content of one entry of an unpacked tar archive; undefined where there is none of that name. */
function entryOf(archive, name) {
  for (let at = 0; at + 512 <= archive.length; ) {
    const text = (from, length) => archive.toString('latin1', at + from, at + from + length).split('\0', 1)[0]
    const size = Number.parseInt(text(124, 12), 8) || 0
    if (text(0, 100) === name) return archive.subarray(at + 512, at + 512 + size)
    at += 512 + Math.ceil(size / 512) * 512
  }
  return undefined
}

/**
 * The program and its licence (the package for Windows has none), from the registry or npm's cache.
 * @throws Error where the package cannot be had, or is another than the pinned one
 */
export function nodeFor(machine) {
  const { package: name, path, integrity } = programs[machine]
  const folder = mkdtempSync(join(tmpdir(), 'hegao-node-'))
  try {
    const words = ['pack', `${name}@${version}`, '--silent', '--prefer-offline', '--pack-destination', folder]
    const { status, stderr } = spawnSync('npm', words, {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      timeout: 300_000,
    })
    const [file] = readdirSync(folder)
    if (status !== 0 || file === undefined) throw new Error(`npm pack ${name}: ${stderr}`)
    const packed = readFileSync(join(folder, file))
    const is = `sha512-${createHash('sha512').update(packed).digest('base64')}`
    if (is !== integrity) throw new Error(`${name}@${version} is ${is}, not the pinned ${integrity}`)
    const archive = gunzipSync(packed)
    const program = entryOf(archive, `package/${path}`)
    if (!program) throw new Error(`there is no ${path} in ${name}@${version}`)
    return { program, licence: entryOf(archive, 'package/LICENSE') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
