/** The built program, as a user runs it. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../bin/hegao.js', import.meta.url))

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Surroundings {
  readonly cwd: string
  readonly input?: string | Uint8Array
  readonly env?: NodeJS.ProcessEnv
}

/** Runs it with the words after its name, in `cwd`, with nothing of our own environment but the path. */
export function hegao(words: readonly string[], { cwd, input = '', env = {} }: Surroundings): Run {
  if (!existsSync(fileURLToPath(new URL('../../dist/hegao.cjs', import.meta.url)))) throw new Error('npm run build comes first')
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd,
    input,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}
