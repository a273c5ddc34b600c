/** The two servers, spoken to by the clients that assistants and editors use. Needs the build. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'

const root = join(import.meta.dirname, '..')
const bin = join(root, 'bin', 'hegao.js')
const guard = join(import.meta.dirname, 'support', 'no-network.cjs')

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hegao 服务 ')))
  copyFileSync(join(root, 'fixtures', 'reports', 'qu-zuzhi-2022', 'input.docx'), join(folder, '讲话.docx'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('mcp', () => {
  let client: Client
  beforeEach(async () => {
    client = new Client({ name: 'test', version: '1' })
    const args = ['--require', guard, bin, 'mcp']
    await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: folder, stderr: 'ignore' }))
  })
  afterEach(() => client.close())

  /** What a tool says. */
  async function call(name: string, args: Record<string, unknown>) {
    const { content, isError = false, structuredContent } = await client.callTool({ name, arguments: args })
    return { text: (content as { text: string }[])[0]?.text ?? '', isError, data: structuredContent as Record<string, unknown> }
  }

  test('tells its tools, and that only one of them writes', async () => {
    expect(client.getServerVersion()).toMatchObject({ name: 'hegao' })
    expect(client.getInstructions()).toContain('核稿')
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['check', 'outline', 'explain', 'annotate'])
    expect(tools.filter(({ annotations }) => annotations?.readOnlyHint === false).map(({ name }) => name)).toEqual(['annotate'])
    await client.ping()
  })

  test('checks a file, as the command line does', async () => {
    const { text, data } = await call('check', { path: '讲话.docx' })
    expect(text).toContain('年份不一致')
    const here = spawnSync(process.execPath, [bin, '-f', 'json', '讲话.docx'], { cwd: folder, encoding: 'utf8' })
    expect(data).toEqual(JSON.parse(here.stdout))
  })

  test('checks a text, with a year and only some rules', async () => {
    const { data } = await call('check', {
      text: '成绩，，显著。\n国企领域薄弱、国企领域薄弱。\n',
      only: ['点号连用'],
      year: 2025,
    })
    const [file] = data.files as { findings: { ruleId: string }[] }[]
    expect(file?.findings.map(({ ruleId }) => ruleId)).toEqual(['punctuation-run'])
  })

  test('shows an outline, and the page of a rule', async () => {
    expect((await call('outline', { path: '讲话.docx' })).text).toContain('一、')
    expect((await call('explain', { rule: '年份不一致' })).text).toContain('# year-mismatch')
  })

  test('writes a copy beside the document, and over nothing else', async () => {
    const before = readFileSync(join(folder, '讲话.docx'))
    const { text, data } = await call('annotate', { path: '讲话.docx', output: '批注.docx' })
    expect(text).toContain('批注.docx')
    expect(data.comments).toBeGreaterThan(5)
    expect(readFileSync(join(folder, '批注.docx')).length).toBeGreaterThan(before.length)
    expect(await call('annotate', { path: '讲话.docx', output: '讲话.docx' })).toMatchObject({ isError: true })
    writeFileSync(join(folder, '别的.docx'), 'x')
    expect(await call('annotate', { path: '讲话.docx', output: '别的.docx' })).toMatchObject({ isError: true })
    expect(readFileSync(join(folder, '讲话.docx')).equals(before)).toBe(true)
    expect(readFileSync(join(folder, '别的.docx'), 'utf8')).toBe('x')
  })

  test('tells what is wrong with a call, and goes on', async () => {
    expect(await call('check', { path: '没有.docx' })).toMatchObject({
      isError: true,
      text: expect.stringContaining('没有这个文件'),
    })
    expect(await call('check', {})).toMatchObject({ isError: true })
    expect(await call('check', { path: '讲话.docx', year: '去年' })).toMatchObject({ isError: true })
    expect(await call('explain', { rule: '没有的规则' })).toMatchObject({ isError: true })
    await expect(client.callTool({ name: 'delete', arguments: {} })).rejects.toThrow('没有工具 delete')
    expect((await call('explain', { rule: 'count-mismatch' })).isError).toBe(false)
  })
})

describe('lsp', () => {
  let server: ChildProcess
  let connection: ProtocolConnection
  let told: PublishDiagnosticsParams[] = []
  let wake = (): void => {}

  const uri = (): string => pathToFileURL(join(folder, '报告.md')).href

  beforeEach(async () => {
    told = []
    server = spawn(process.execPath, ['--require', guard, bin, 'lsp', '--stdio'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    if (!server.stdout || !server.stdin) throw new Error('no pipes')
    connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      told.push(params)
      wake()
    })
    connection.listen()
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} })
    await connection.sendNotification('initialized', {})
  })
  afterEach(() => {
    connection.dispose()
    server.kill()
  })

  /** The findings told next. */
  async function next(): Promise<Diagnostic[]> {
    if (told.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    return told.shift()?.diagnostics ?? []
  }

  const open = (text: string, languageId = 'markdown', at = uri()) =>
    connection.sendNotification('textDocument/didOpen', { textDocument: { uri: at, languageId, version: 1, text } })

  const actionsAt = (range: Diagnostic['range'], only?: string[]) =>
    connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri() },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    })

  test('tells findings in units of UTF-16, with their second places', async () => {
    await open('# 报告\r\n\r\n同志们：\r\n\r\n𠮷日成绩，，显著。国企领域相对薄弱、国企领域相对薄弱、机关党建不够规范。\r\n')
    const found = await next()
    const run = found.find(({ code }) => code === 'punctuation-run')
    // 𠮷 is two units.
    expect(run).toMatchObject({
      severity: 1,
      source: 'hegao',
      range: { start: { line: 4, character: 5 }, end: { line: 4, character: 7 } },
    })
    const phrase = found.find(({ code }) => code === 'repeated-phrase')
    expect(phrase?.relatedInformation?.[0]).toMatchObject({
      location: { uri: uri(), range: { start: { line: 4, character: 10 } } },
    })
    expect(phrase?.codeDescription?.href).toContain('repeated-phrase')
  })

  test('counts lines as editors do, and the mark at the beginning as theirs', async () => {
    await open('\ufeff第一段。\r\r\n成绩，，显著。\n', 'plaintext')
    const [run] = (await next()).filter(({ code }) => code === 'punctuation-run')
    expect(run?.range).toEqual({ start: { line: 2, character: 2 }, end: { line: 2, character: 4 } })
    await open('\ufeff成绩，，显著。\n', 'plaintext')
    const [first] = (await next()).filter(({ code }) => code === 'punctuation-run')
    expect(first?.range.start).toEqual({ line: 0, character: 3 })
  })

  test('repairs one, or all that is safe', async () => {
    const text = '同志们：\n\n成绩，，显著。问题。。突出。\n'
    await open(text)
    const found = (await next()).filter(({ code }) => code === 'punctuation-run')
    expect(found).toHaveLength(2)
    const [repair] = await actionsAt((found[0] as Diagnostic).range, ['quickfix'])
    expect(repair).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'punctuation-run' }] })
    expect(repair?.edit?.changes?.[uri()]).toHaveLength(1)
    const actions = await actionsAt((found[0] as Diagnostic).range)
    const all = actions.find(({ kind }) => kind === 'source.fixAll.hegao')
    expect(all?.edit?.changes?.[uri()]?.[0]?.newText).toBe('同志们：\n\n成绩，显著。问题。突出。\n')
    expect(await actionsAt({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, ['quickfix'])).toEqual([])
  })

  test('follows changes, and clears what is closed', async () => {
    await open('成绩，，显著。\n')
    expect((await next()).map(({ code }) => code)).toContain('punctuation-run')
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri(), version: 2 },
      contentChanges: [{ text: '成绩显著。\n' }],
    })
    expect((await next()).map(({ code }) => code)).not.toContain('punctuation-run')
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri() } })
    expect(await next()).toEqual([])
    expect(await actionsAt({ start: { line: 0, character: 0 }, end: { line: 0, character: 9 } })).toEqual([])
  })

  test('obeys the configuration of the folder, and says what is wrong with it', async () => {
    writeFileSync(join(folder, 'hegao.config.json'), '{ "rules": { "punctuation-run": "off" } }')
    await open('成绩，，显著。\n')
    expect((await next()).map(({ code }) => code)).not.toContain('punctuation-run')
    writeFileSync(join(folder, 'hegao.config.json'), '{ "rules": { "punctuation-run": "loud" } }')
    await open('成绩，，显著。\n')
    expect(await next()).toEqual([
      expect.objectContaining({ severity: 1, message: expect.stringContaining('punctuation-run 应当是') }),
    ])
  })

  test('refuses what it does not know, ends as it is told, and opens texts without a file', async () => {
    await expect(connection.sendRequest('textDocument/hover', {})).rejects.toThrow('no method')
    await expect(connection.sendRequest('textDocument/codeAction', {})).rejects.toThrow('document')
    await open('成绩，，显著。\n', 'plaintext', 'untitled:Untitled-1')
    expect((await next()).map(({ code }) => code)).toContain('punctuation-run')
    const ended = new Promise((resolve) => server.once('exit', resolve))
    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    expect(await ended).toBe(0)
  })
})

describe('what is no message', () => {
  const answers = (command: string, input: string) =>
    spawnSync(process.execPath, [bin, command], { cwd: folder, input, encoding: 'utf8' })

  test('is refused, and the server goes on where it can', () => {
    const { stdout, status } = answers('mcp', 'x\n[1]\n{"jsonrpc":"2.0","id":7,"method":"ping"}\n')
    const [first, second, third] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect([first.error.code, second.error.code, third, status]).toEqual([
      -32700,
      -32600,
      { jsonrpc: '2.0', id: 7, result: {} },
      0,
    ])
    expect(answers('lsp', 'Content-Length: x\r\n\r\n{}').stdout).toContain('-32700')
    const request = '{"jsonrpc":"2.0","id":1,"method":"shutdown"}'
    expect(answers('lsp', `Content-Length: ${request.length}\r\n\r\n${request}`)).toMatchObject({
      stdout: expect.stringContaining('-32002'),
      status: 1,
    })
  })

  test('and a plain check loads neither server', () => {
    writeFileSync(join(folder, 'a.txt'), '成绩显著。\n')
    const program = `process.on('exit', () => { for (const one of Object.keys(require.cache)) console.log(one) })`
    writeFileSync(join(folder, 'list.cjs'), program)
    const { stdout } = spawnSync(process.execPath, ['--require', './list.cjs', bin, 'a.txt'], { cwd: folder, encoding: 'utf8' })
    expect(stdout).toContain('main.cjs')
    expect(stdout).not.toMatch(/(?:mcp|lsp|open|desktop)-run|rpc/)
  })
})
