/**
 * The engine of the page without a browser: the very script that lies in dist/hegao.html, where there is nothing but the globals of
 * the web, and nothing of the language that Chromium 80 has not. Needs the build.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { beforeAll, describe, expect, it } from 'vitest'
import { openZip } from '../src/read/zip.ts'
import { type Block, contentOf } from '../src/web/block.ts'
import type { Answer, Question } from '../src/web/engine.ts'
import { copyOf, type Draft, drafts, jsonOf } from './support/drafts.ts'

const page = readFileSync(join(import.meta.dirname, '..', 'dist', 'hegao.html'), 'utf8')

function blockOf(name: string): Block | undefined {
  const found = page.match(
    new RegExp(`<script type="text/plain" id="b-${name}" data-size="(\\d+)"(?: data-packing="(\\w+)")?>([^<]*)<`),
  )
  return found ? { text: found[3] ?? '', size: Number(found[1]), packing: found[2] } : undefined
}

const scriptOf = (name: string): string => new TextDecoder('gb18030').decode(contentOf(blockOf(name) as Block))

/** What came into the language behind Chromium 80. */
const young = `
  for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'group']) {
    delete Array.prototype[name]
    delete Object.getPrototypeOf(Uint8Array.prototype)[name]
    delete String.prototype[name]
  }
  for (const name of ['replaceAll', 'isWellFormed', 'toWellFormed']) delete String.prototype[name]
  for (const name of ['hasOwn', 'groupBy']) delete Object[name]
  for (const name of ['withResolvers', 'any']) delete Promise[name]
  delete Array.fromAsync
  delete Intl.Segmenter
  delete globalThis.Iterator
  delete globalThis.WeakRef
  delete globalThis.FinalizationRegistry
  delete globalThis.SharedArrayBuffer
  delete globalThis.Atomics
`

/** A worker that runs the engine. */
class Worker {
  private readonly pending = new Map<number, (answer: Answer) => void>()
  private readonly heard: ((event: { data: unknown }) => void)[] = []
  private count = 0
  readonly isReady: Promise<void>
  private readonly context: ReturnType<typeof createContext>

  constructor() {
    let ready = (): void => {}
    this.isReady = new Promise((resolve) => {
      ready = resolve
    })
    const postMessage = (message: { isReady?: true; wanted?: string; number?: number; answer?: Answer }): void => {
      if (message.isReady) ready()
      else if (message.wanted !== undefined) this.tell({ name: message.wanted, block: blockOf(message.wanted) })
      else this.pending.get(message.number ?? 0)?.(message.answer as Answer)
    }
    this.context = createContext({
      TextDecoder,
      TextEncoder,
      atob,
      performance,
      setTimeout,
      postMessage,
      addEventListener: (_: string, listener: (event: { data: unknown }) => void) => this.heard.push(listener),
    })
    runInContext(young, this.context)
    runInContext(scriptOf('engine'), this.context)
    this.tell({ begin: { words: blockOf('words'), hasPdf: 'no' } })
  }

  private tell(data: unknown): void {
    for (const listener of this.heard) listener({ data })
  }

  ask(question: Question): Promise<Answer> {
    const number = ++this.count
    return new Promise((resolve) => {
      this.pending.set(number, resolve)
      this.tell({ question, number })
    })
  }

  /** Bytes of the worker's own realm, as messages bring them. */
  own({ name, bytes }: Draft): Draft {
    const make = runInContext('(bytes) => new Uint8Array(bytes)', this.context) as (bytes: number[]) => Uint8Array
    return { name, bytes: make([...bytes]) }
  }
}

async function resultOf<Value>(answer: Promise<Answer>): Promise<Value> {
  const given = await answer
  if ('problem' in given) throw new Error(given.problem)
  return given.value as Value
}

/** Entries of a zip, by name. */
function entriesOf(bytes: Uint8Array): Record<string, string> {
  const archive = openZip('a.docx', 'zip', new Uint8Array(bytes))
  return Object.fromEntries(archive.entries.map((entry) => [entry.name, Buffer.from(archive.read(entry)).toString('latin1')]))
}

describe('the engine in the page', () => {
  let worker: Worker
  const files = drafts().filter(({ name }) => !name.endsWith('.pdf'))

  beforeAll(async () => {
    worker = new Worker()
    await worker.isReady
  })

  it('finds what the command line finds: the same JSON, byte for byte', async () => {
    const own = files.map((file) => worker.own(file))
    const json = await resultOf<string>(worker.ask({ op: 'json', drafts: own, years: own.map(() => undefined) }))
    const expected = jsonOf(files)
    expect(expected.length).toBeGreaterThan(100_000)
    // Line by line: a difference in the whole would fill the screen.
    const lines = expected.split('\n')
    json.split('\n').forEach((line, index) => {
      expect(line).toBe(lines[index])
    })
    expect(json.length).toBe(expected.length)
  })

  it('makes the copies that the command line makes, entry by entry', async () => {
    const word = files.filter(({ name }) => name.endsWith('.docx'))
    expect(word.length).toBeGreaterThan(5)
    for (const file of word) {
      const draft = worker.own(file)
      const { findings } = await resultOf<{ findings: { fingerprint: string }[] }>(worker.ask({ op: 'check', draft, id: 'f1' }))
      const accepted = findings.map(({ fingerprint }) => fingerprint)
      const decisions = { accepted, ignored: [] }
      const copy = await resultOf<Uint8Array>(worker.ask({ op: 'annotate', draft, decisions, rulesOff: [] }))
      expect(entriesOf(copy)).toEqual(entriesOf(copyOf(file)))
    }
  })

  it('makes the repairs that were accepted, and no other', async () => {
    const draft = worker.own({ name: 'a.txt', bytes: Buffer.from('认真落实 “三会一课”等制度，，取得成效。\n') })
    const { findings } = await resultOf<{ findings: { fingerprint: string; ruleId: string }[] }>(
      worker.ask({ op: 'check', draft, id: 'f1' }),
    )
    const accepted = findings.filter(({ ruleId }) => ruleId === 'punctuation-run').map(({ fingerprint }) => fingerprint)
    const fixed = async (decisions: { accepted: string[]; ignored: string[] }): Promise<string> =>
      Buffer.from(await resultOf<Uint8Array>(worker.ask({ op: 'fix', draft, decisions, rulesOff: [] }))).toString()
    expect(await fixed({ accepted, ignored: [] })).toBe('认真落实 “三会一课”等制度，取得成效。\n')
    expect(await fixed({ accepted: [], ignored: accepted })).toBe('认真落实 “三会一课”等制度，，取得成效。\n')
  })

  it('says in words what cannot be done', async () => {
    const picture = worker.own({ name: 'a.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') })
    const none = { accepted: [], ignored: [] }
    expect(await worker.ask({ op: 'annotate', draft: picture, decisions: none, rulesOff: [] })).toEqual({
      problem: '还读不了这种文件：a.png（图片 .png）',
      hint: expect.any(String),
    })
    const { html, isFailed } = await resultOf<{ html: string; isFailed: boolean }>(
      worker.ask({ op: 'check', draft: worker.own({ name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n') }), id: 'f1' }),
    )
    expect(isFailed).toBe(true)
    expect(html).toContain('这一份核稿不带读 PDF 的部分')
  })

  it('has no line that could send anything', () => {
    const opens = /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|https?:\/\/[^\s"'`]+\/api/
    expect(scriptOf('engine').match(opens)).toBeNull()
    const [, own = ''] = page.match(/<script>([\s\S]*)<\/script>\n<\/body>/) ?? []
    expect(own.length).toBeGreaterThan(5000)
    expect(own.match(opens)).toBeNull()
  })
})
