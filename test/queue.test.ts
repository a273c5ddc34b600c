/** `convert --queue` and `worker` with a Redis server of our own on the loopback, in a private folder. Needs the build. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { isOutcomeOf, trustedJob } from '../src/batch/job.ts'
import { version } from '../src/version.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = join(root, 'bin', 'hegao.js')
const guard = join(root, 'test', 'support', 'no-network.cjs')

const hasRedis = spawnSync('redis-server', ['--version']).status === 0
const said = hasRedis ? '' : ' (not tried: there is no redis-server here)'

const folder = mkdtempSync(join(tmpdir(), 'hegao-queue-'))
const started: ChildProcess[] = []
let url = 'redis://127.0.0.1:1'

const environment = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR }

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function start(words: readonly string[]): { child: ChildProcess; ended: Promise<Ended>; stderr: () => string } {
  const child = spawn(process.execPath, [program, ...words], { cwd: folder, env: environment })
  started.push(child)
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended = new Promise<Ended>((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })))
  return { child, ended, stderr: () => stderr }
}

const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20))
}

beforeAll(async () => {
  if (!existsSync(join(root, 'dist', 'hegao.cjs'))) throw new Error('npm run build comes first')
  if (!hasRedis) return
  const port = await freePort()
  url = `redis://127.0.0.1:${port}`
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''], {
    stdio: 'pipe',
  })
  started.push(server)
  let log = ''
  server.stdout.on('data', (chunk) => {
    log += chunk
  })
  await until(() => log.includes('Ready to accept connections'))
})
afterEach(() => {
  for (const child of started.slice(1)) child.kill('SIGKILL')
})
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function write(name: string, content: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}

function archive(name: string, count: number): void {
  for (let index = 0; index < count; index++) {
    write(
      `${name}/${index % 3}/${index}.txt`,
      index % 20 === 7 ? '' : `同志们：\n第${index}次会议，国企领域相对薄弱、国企领域相对薄弱。\n`,
    )
  }
}

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

const here = (name: string, out: string): void => {
  spawnSync(process.execPath, [program, 'convert', name, '-o', out], { cwd: folder, env: environment })
}

describe('a job', () => {
  const session = { lang: 'zh', isLangGiven: false }
  const settings = { version, folder: join(folder, 'o'), options: {}, first: folder, session, timeout: 5 }
  const task = { path: 'a.txt', file: join(folder, 'a.txt'), output: '子/a.txt.json' }
  const faultOf = (data: unknown): string | undefined => {
    const job = trustedJob(data, [folder])
    return 'fault' in job ? job.fault : undefined
  }

  test('of the right kinds is taken, and of its options those that are known', () => {
    const data = {
      asked: 'x',
      task: { ...task, more: 1 },
      settings: { ...settings, options: { year: 2022, allowConfigCode: true } },
    }
    expect(trustedJob(data, [folder])).toEqual({ asked: 'x', task, settings: { ...settings, options: { year: 2022 } } })
  })

  test.each([
    ['nothing', null],
    ['a text', 'x'],
    ['no task', { asked: 'x', settings }],
    ['a way up', { asked: 'x', settings, task: { ...task, output: '子/../../x.json' } }],
    ['a way up on Windows', { asked: 'x', settings, task: { ...task, output: '..\\x.json' } }],
    ['a drive', { asked: 'x', settings, task: { ...task, output: 'C:x.json' } }],
    ['an absolute output', { asked: 'x', settings, task: { ...task, output: '/x.json' } }],
    ['a relative file', { asked: 'x', settings, task: { ...task, file: 'a.txt' } }],
    ['a file elsewhere', { asked: 'x', settings, task: { ...task, file: '/etc/passwd' } }],
    ['a folder elsewhere', { asked: 'x', settings: { ...settings, folder: `${folder}-other` }, task }],
    ['a folder by a way up', { asked: 'x', settings: { ...settings, folder: join(folder, '..') }, task }],
    ['a configuration elsewhere', { asked: 'x', settings: { ...settings, options: { config: '/etc/x.json' } }, task }],
    ['a program that is none of ours', { asked: 'x', settings: { ...settings, options: { via: 'sh' } }, task }],
    ['no session', { asked: 'x', settings: { ...settings, session: {} }, task }],
    ['a NUL', { asked: 'x', settings, task: { ...task, path: 'a\0' } }],
  ])('with %s is refused with a reason', (_, data) => {
    expect(faultOf(data)).toMatch(/not a job of hegao|--root/)
  })

  test('is not led out of the root by a link', () => {
    symlinkSync('/etc', join(folder, 'link'))
    expect(faultOf({ asked: 'x', settings, task: { ...task, file: join(folder, 'link/hostname') } })).toContain('--root')
    rmSync(join(folder, 'link'))
  })

  test('is answered by an outcome of its own, or by none', () => {
    const row = { path: 'a.txt', output: '子/a.txt.json', status: 'ok', findings: {}, errors: 0 }
    expect(isOutcomeOf({ journal: { journal: 1, row } }, task)).toBe(true)
    for (const other of [
      null,
      {},
      { journal: { journal: 1, row: { ...row, path: 'b' } } },
      { journal: { journal: 1, row: { ...row, output: '/etc/x' } } },
    ]) {
      expect(isOutcomeOf(other, task)).toBe(false)
    }
  })
})

test.skipIf(process.platform !== 'linux')('a folder that cannot be made is a failure, not a wait', async () => {
  write('p/a.txt', '同志们：\n')
  const { status, stderr } = await start(['convert', 'p', '-o', '/proc/x']).ended
  expect([status, stderr]).toEqual([2, 'hegao：结果没有写出去：/proc/x（文件夹不存在）\n'])
})

describe('the queue', () => {
  test(`two workers make the same folder as one machine alone${said}`, async () => {
    archive('a', 100)
    here('a', 'a-here')
    if (!hasRedis) return
    const workers = [1, 2].map(() => start(['worker', '--queue', url, '--jobs', '1', '--idle', '3']))
    const { status, stderr } = await start(['convert', 'a', '-o', 'a-queue', '--queue', url]).ended
    expect(stderr).toContain('转成 95 份，没有转成 5 份')
    expect(status).toBe(2)
    expect(stateOf('a-queue')).toEqual(stateOf('a-here'))
    const ends = await Promise.all(workers.map(({ ended }) => ended))
    expect(ends.map((end) => end.status)).toEqual([0, 0])
    const counts = ends.map((end) => Number(/转了 (\d+) 份/.exec(end.stderr)?.[1]))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(100)
    expect(Math.min(...counts)).toBeGreaterThan(0)
  })

  test(`a worker that is killed loses nothing${said}`, async () => {
    for (let index = 0; index < 40; index++) write(`k/${index}.txt`, '国企领域相对薄弱、国企领域相对薄弱。\n'.repeat(800))
    here('k', 'k-here')
    if (!hasRedis) return
    const victim = start(['worker', '--queue', url, '--jobs', '2'])
    const conversion = start(['convert', 'k', '-o', 'k-queue', '--queue', url])
    await until(
      () => existsSync(join(folder, 'k-queue/journal.jsonl')) && readFileSync(join(folder, 'k-queue/journal.jsonl')).length > 0,
    )
    victim.child.kill('SIGKILL')
    await victim.ended
    const heir = start(['worker', '--queue', url, '--jobs', '1', '--idle', '40'])
    const { status } = await conversion.ended
    expect(status).toBe(1)
    expect(stateOf('k-queue')).toEqual(stateOf('k-here'))
    heir.child.kill('SIGINT')
    expect((await heir.ended).status).toBe(130)
  }, 120_000)

  test(`a conversion that was stopped goes on with --resume${said}`, async () => {
    archive('s', 40)
    here('s', 's-here')
    if (!hasRedis) return
    const conversion = start(['convert', 's', '-o', 's-queue', '--queue', url])
    await until(() => existsSync(join(folder, 's-queue/journal.jsonl')))
    conversion.child.kill('SIGINT')
    const { status, stderr } = await conversion.ended
    expect(stderr).toContain('--resume')
    expect(status).toBe(130)
    start(['worker', '--queue', url, '--idle', '3'])
    expect((await start(['convert', 's', '-o', 's-queue', '--resume', '--queue', url]).ended).status).toBe(2)
    expect(stateOf('s-queue')).toEqual(stateOf('s-here'))
  })

  test(`what fails again and again is an error in the end${said}`, async () => {
    write('d/a.txt', '同志们：\n今天的会议很重要。\n')
    write('d/b.txt', '同志们：\n今天的会议很重要。\n')
    if (!hasRedis) return
    start(['worker', '--queue', url, '--idle', '15'])
    // Named, but not there: perhaps the share of files is not mounted yet, so it is tried again.
    const { status } = await start(['convert', 'd', 'd/later.txt', '-o', 'd-queue', '--queue', url]).ended
    expect(status).toBe(2)
    const errors = readFileSync(join(folder, 'd-queue/errors.jsonl'), 'utf8').trim().split('\n')
    expect(errors.map((line) => JSON.parse(line).code)).toEqual(['file-not-found'])
    expect(Object.keys(stateOf('d-queue'))).toContain('b.txt.json')
  }, 60_000)

  test(`trusts nobody: hostile jobs touch nothing, run nothing and end as dead letters with a reason${said}`, async () => {
    if (!hasRedis) return
    write('h/a.txt', '同志们：\n今天的会议很重要。\n')
    write('c.cjs', `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'PWNED'))}, '')\nmodule.exports = {}\n`)
    mkdirSync(join(folder, 'h-out'))
    const session = { lang: 'zh', isLangGiven: false }
    const settings = { version, folder: join(folder, 'h-out'), options: {}, first: folder, session, timeout: 5 }
    const task = { path: 'h/a.txt', file: join(folder, 'h/a.txt'), output: 'a.txt.json' }
    const job = (more: object, within: object = {}) => ({
      asked: 'x',
      settings: { ...settings, ...within },
      task: { ...task, ...more },
    })
    const hostile: readonly unknown[] = [
      null,
      '一',
      {},
      { asked: 'x', task, settings: null },
      job({ file: '/etc/hostname' }),
      job({ output: '../../escaped/x.json' }),
      job({ output: join(folder, 'absolute.json') }),
      job({}, { folder: '/proc/x' }),
      job({}, { timeout: 1e12 }),
      job({}, { options: { rule: 7 } }),
    ]
    const { Queue } = await import('bullmq')
    const queue = new Queue('hegao', { connection: { url } })
    const added = await Promise.all(hostile.map((data) => queue.add('convert', data)))
    // These are done, or fail as a report does, but without leave to run anything.
    const coded = [
      await queue.add('convert', job({}, { options: { config: join(folder, 'c.cjs'), allowConfigCode: true } })),
      await queue.add('convert', job({ output: 'b.txt.json' }, { options: { allowConfigCode: true } })),
    ]
    const { status } = await start(['worker', '--queue', url, '--jobs', '1', '--idle', '8']).ended
    expect(status).toBe(0)
    const ends = await Promise.all([...added, ...coded].map(async ({ id = '' }) => (await queue.getJob(id))?.toJSON()))
    await queue.obliterate({ force: true })
    await queue.close()
    for (const end of ends.slice(0, hostile.length)) expect(end?.failedReason).toMatch(/not a job of hegao|--root/)
    expect(existsSync(join(folder, 'PWNED'))).toBe(false)
    expect(existsSync(join(folder, '..', 'escaped'))).toBe(false)
    expect(existsSync(join(folder, 'absolute.json'))).toBe(false)
    expect(readdirSync(join(folder, 'h-out'))).toEqual(['b.txt.json'])
  }, 120_000)

  test('that cannot be reached, or is none', async () => {
    write('e/a.txt', '同志们：\n今天的会议很重要。\n')
    const unreachable = await start(['convert', 'e', '-o', 'e-queue', '--queue', `redis://:secret@127.0.0.1:${await freePort()}`])
      .ended
    expect(unreachable.status).toBe(2)
    expect(unreachable.stderr).toContain('ECONNREFUSED')
    expect(unreachable.stderr).not.toContain('secret')
    expect(readdirSync(join(folder, 'e-queue'))).toEqual([])
    for (const words of [['worker'], ['worker', '--queue', 'http://x'], ['convert', 'e', '-o', 'e2', '--queue', 'x']]) {
      expect((await start(words).ended).status).toBe(2)
    }
  })
})

describe('the only connection', () => {
  const guarded = (...words: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, ['--require', guard, program, ...words], {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
      input: '{"text":"同志们：\\n今天的会议很重要。\\n"}\n',
    })
    return { status, isStopped: stderr.includes('network:') }
  }

  test.each([
    [['convert', 'o', '-o', 'o-1', '--jobs', '2']],
    [['convert', '--jsonl']],
    [['stats', 'o-1']],
    [['check', 'o', '--cache']],
  ])('is not made by %j', (words) => {
    archive('o', 5)
    expect(guarded(...words).isStopped).toBe(false)
  })

  test('is made where a queue is named, and the guard sees it', () => {
    archive('o', 5)
    expect(guarded('convert', 'o', '-o', 'o-2', '--queue', 'redis://127.0.0.1:9')).toEqual({ status: 99, isStopped: true })
    expect(guarded('worker', '--queue', 'redis://127.0.0.1:9')).toEqual({ status: 99, isStopped: true })
  })
})
