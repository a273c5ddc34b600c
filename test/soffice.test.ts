/** `--via soffice`: what an installed LibreOffice may convert, and what is left behind when it does not. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { docxBySoffice, findSoffice } from '../src/disk/soffice.ts'
import { HegaoError } from '../src/errors.ts'
import { read } from '../src/read/index.ts'
import { p, r, wordOf } from './support/word.ts'

const folder = mkdtempSync(join(tmpdir(), 'hegao-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Temporary files of the bridge go here, so that what is left of them is seen. */
const temporary = join(folder, 'tmp')
const programs = join(folder, 'bin')
const path = process.env.PATH ?? ''
mkdirSync(temporary)
mkdirSync(programs)

beforeEach(() => vi.stubEnv('TMPDIR', temporary))
afterEach(() => {
  vi.unstubAllEnvs()
  expect(readdirSync(temporary)).toEqual([])
})

const word2003 = Buffer.from('<?xml version="1.0"?><w:wordDocument>一</w:wordDocument>')

async function failureOf(action: () => unknown): Promise<unknown> {
  try {
    return await action()
  } catch (error) {
    if (error instanceof HegaoError) return { code: error.code, zh: error.sentence('zh'), hint: error.hint('zh') }
    throw error
  }
}

/** A program of this name that does what the shell script says; `$out` is the folder for results. */
function program(script: string): void {
  const file = join(programs, 'soffice')
  writeFileSync(file, `#!/bin/sh\nwhile [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; shift; done\n${script}\n`)
  chmodSync(file, 0o755)
  vi.stubEnv('PATH', programs + delimiter + path)
}

describe('the bridge', () => {
  it('is not used unless it is asked for', async () => {
    program(`touch ${join(folder, 'started')}`)
    expect(await failureOf(() => read('a.xml', word2003, {}))).toMatchObject({
      code: 'format-unsupported',
      hint: expect.stringContaining('--via soffice'),
    })
    expect(existsSync(join(folder, 'started'))).toBe(false)
  })

  it('is not used for what hegao reads, nor for what is no document', async () => {
    program(`touch ${join(folder, 'started')}`)
    expect(await read('a.txt', Buffer.from('同志们'), { bridge: docxBySoffice })).toMatchObject({ text: '同志们' })
    const picture = Buffer.from('\x89PNG\r\n', 'latin1')
    expect(await failureOf(() => read('a.png', picture, { bridge: docxBySoffice }))).toMatchObject({ code: 'format-unsupported' })
    expect(existsSync(join(folder, 'started'))).toBe(false)
  })

  it('says where there is none', async () => {
    vi.stubEnv('PATH', folder)
    expect(findSoffice()).toBeUndefined()
    expect(await failureOf(() => read('a.xml', word2003, { bridge: docxBySoffice }))).toMatchObject({
      code: 'via-missing',
      zh: '没有找到 LibreOffice，读不了 a.xml',
    })
  })

  it('is not looked for in folders named from here', () => {
    program('exit 0')
    vi.stubEnv('PATH', ['.', 'bin', ''].join(delimiter))
    expect(findSoffice()).toBeUndefined()
  })

  it('gives what the program makes', async () => {
    writeFileSync(join(folder, 'made.docx'), wordOf(p(r('同志们'))))
    program(`cp ${join(folder, 'made.docx')} "$out/input.docx"; env > ${join(folder, 'env')}; pwd > ${join(folder, 'pwd')}`)
    vi.stubEnv('SECRET', 'no')
    expect(await read('a.xml', word2003, { bridge: docxBySoffice })).toMatchObject({ format: 'docx', text: '同志们' })
    const env = readFileSync(join(folder, 'env'), 'utf8')
    expect(env).not.toContain('SECRET')
    expect(env).toMatch(new RegExp(`^HOME=${temporary}/hegao-soffice-`, 'm'))
    expect(readFileSync(join(folder, 'pwd'), 'utf8')).toMatch(/hegao-soffice-/)
  })

  it.each([
    ['makes nothing', 'exit 1', /没有转出结果/],
    ['makes something else', 'echo x > "$out/input.docx"; exit 0', /./],
  ])('has a code where the program %s', async (_, script, reason) => {
    program(script)
    const failed = await failureOf(() => read('a.xml', word2003, { bridge: docxBySoffice }))
    expect(failed).toMatchObject({ code: expect.stringMatching(/^(?:via-failed|format-)/), zh: expect.stringMatching(reason) })
  })

  it('ends a program that does not end, and what that started', async () => {
    program(`sleep 60 & echo $! > ${join(folder, 'child')}; wait`)
    const started = performance.now()
    expect(await failureOf(() => docxBySoffice('a.doc', word2003, 500))).toMatchObject({ code: 'via-failed', zh: /一分钟/ })
    expect(performance.now() - started).toBeLessThan(5000)
    const child = Number(readFileSync(join(folder, 'child'), 'utf8'))
    await vi.waitFor(() => expect(isRunning(child)).toBe(false))
  })
})

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return !readFileSync(`/proc/${id}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

describe('LibreOffice itself', () => {
  const installed = findSoffice()
  const rtf = Buffer.from('{\\rtf1\\ansi\\ansicpg936 \\u21516?\\u24535?\\u20204?\\par 2026}')

  it(installed ? 'converts' : 'is not installed here: nothing is converted', { timeout: 70_000 }, async () => {
    if (!installed) {
      expect(findSoffice()).toBeUndefined()
      return
    }
    const docx = await docxBySoffice('报告 "1".rtf', rtf)
    expect(await read('a.docx', docx, {})).toMatchObject({ format: 'docx', text: expect.stringMatching(/同志们\n2026/) })
  })
})
