/** JSON-RPC 2.0, as far as our two servers speak it: messages in, answers out. They come as lines (MCP) or behind a header (LSP). */
import { prepareFor } from '../long-run.ts'
import { writeAll } from '../output.ts'

/** A message as it came. Of a notification `id` is undefined. */
export interface Message {
  readonly id?: number | string | null
  readonly method?: unknown
  readonly params?: unknown
}

export const codes = {
  parse: -32700,
  request: -32600,
  method: -32601,
  params: -32602,
  internal: -32603,
  notBegun: -32002,
} as const

/** An answer that is a refusal. */
export class Refused extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

/** How messages are told apart in the stream. */
export interface Framing {
  /** The texts of the messages that are whole, and the rest. @throws Refused where no message can be found any more */
  cut(bytes: Buffer): { readonly texts: readonly string[]; readonly rest: Buffer }
  framed(text: string): string
}

/** More than this in one message is no document: bytes. */
const mostBytes = 256 * 1024 * 1024

export const lines: Framing = {
  cut(bytes) {
    const end = bytes.lastIndexOf(0x0a) + 1
    const texts = bytes
      .toString('utf8', 0, end)
      .split('\n')
      .filter((line) => line.trim() !== '')
    return { texts, rest: bytes.subarray(end) }
  },
  framed: (text) => `${text}\n`,
}

const separator = '\r\n\r\n'

export const headed: Framing = {
  cut(bytes) {
    const texts: string[] = []
    let from = 0
    for (;;) {
      const end = bytes.indexOf(separator, from)
      if (end < 0) break
      const [, length] = /content-length: *(\d{1,10})/i.exec(bytes.toString('latin1', from, end)) ?? []
      if (length === undefined || Number(length) > mostBytes)
        throw new Refused(codes.parse, 'Content-Length is missing or too large')
      const begin = end + separator.length
      if (bytes.length < begin + Number(length)) break
      texts.push(bytes.toString('utf8', begin, begin + Number(length)))
      from = begin + Number(length)
    }
    return { texts, rest: bytes.subarray(from) }
  },
  framed: (text) => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
}

/** One side of a connection. */
export interface Connection {
  notify(method: string, params: object): void
}

/** What a server does with a message; what it gives is the result. `undefined` is told as null. */
export type Handler = (method: string, params: Readonly<Record<string, unknown>>, connection: Connection) => unknown

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The message in `text`; a refusal where it is none. */
function parsed(text: string): Message | Refused {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : new Refused(codes.request, 'not a request')
  } catch {
    return new Refused(codes.parse, 'not JSON')
  }
}

/**
 * Answers one message after the other, in their order, until standard input ends or `isOver` says so. Nothing is read meanwhile: a
 * client that writes faster than we check waits.
 */
export async function serve(framing: Framing, handle: Handler, isOver: () => boolean): Promise<void> {
  prepareFor(Number.POSITIVE_INFINITY)
  const send = (message: object): void => writeAll(1, framing.framed(JSON.stringify({ jsonrpc: '2.0', ...message })))
  const connection: Connection = { notify: (method, params) => send({ method, params }) }
  const refuse = (id: unknown, error: unknown): void => {
    const code = error instanceof Refused ? error.code : codes.internal
    const message = error instanceof Error ? error.message : String(error)
    send({ id: id ?? null, error: { code, message } })
  }
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of process.stdin) {
    let texts: readonly string[]
    try {
      ;({ texts, rest } = framing.cut(Buffer.concat([rest, chunk as Buffer])))
    } catch (error) {
      // Where the next message begins nobody knows.
      refuse(null, error)
      break
    }
    for (const text of texts) {
      const message = parsed(text)
      if (message instanceof Refused) {
        refuse(null, message)
        continue
      }
      const { id, method, params } = message
      // An answer to something that we never asked.
      if (typeof method !== 'string') continue
      try {
        const result = await handle(method, isRecord(params) ? params : {}, connection)
        if (id !== undefined) send({ id, result: result ?? null })
      } catch (error) {
        if (id !== undefined) refuse(id, error)
      }
      if (isOver()) return
    }
  }
}
