/**
 * The engine behind the page: in a worker made from the page's own text, or in the page where no worker may be made. It asks the
 * page for the tables that lie in it when it first needs them, and for nothing else.
 */
import './old.ts'
import { failure } from '../errors.ts'
import { provide } from '../platform/web.ts'
import type { Platform } from '../platform.ts'
import { type Block, contentOf } from './block.ts'
import { type Answer, type Question, serve } from './engine.ts'

/** Gives a block of the page by its name; undefined where the page has it not. */
export type Lookup = (name: string) => Promise<Block | undefined>

/** What the bundle of pdf.js leaves behind (src/web/pdf.ts), where it was loaded before this. */
export interface PdfPart {
  open(bytes: Uint8Array<ArrayBuffer>, cmaps: Uint8Array, fonts: Uint8Array): ReturnType<Platform['openPdf']>
}

interface Host {
  hegaoPdf?: PdfPart
  /** What is lent by a page that runs the engine in itself. */
  hegaoEngine?: (lookup: Lookup, words: Block) => (question: Question) => Promise<Answer>
}
const host = globalThis as unknown as Host

/** Sets the engine up. `hasPdf`: 'no' in the small page, 'old' where the browser could not read the part that reads PDFs; with 'yes' too that part is missing where it could not run. */
function begin(lookup: Lookup, words: Block, hasPdf: 'yes' | 'no' | 'old'): void {
  const blocks = new Map<string, Promise<Uint8Array | undefined>>()
  const block = (name: string): Promise<Uint8Array | undefined> => {
    const known = blocks.get(name) ?? lookup(name).then((found) => found && contentOf(found))
    blocks.set(name, known)
    return known
  }
  provide({
    words: () => contentOf(words),
    asset: (name) => block(`asset-${name}`),
    async openPdf(bytes) {
      const part = host.hegaoPdf
      if (!part) throw failure(hasPdf === 'no' ? 'pdf-not-here' : 'pdf-browser-old', {})
      const [cmaps, fonts] = await Promise.all([block('cmaps'), block('fonts')])
      return part.open(bytes, cmaps ?? new Uint8Array(), fonts ?? new Uint8Array())
    },
  })
}

/** Messages of the page. */
type FromPage =
  | { readonly begin: { readonly words: Block; readonly hasPdf: 'yes' | 'no' | 'old' } }
  | { readonly block: Block | undefined; readonly name: string }
  | { readonly question: Question; readonly number: number }

const waiting = new Map<string, (block: Block | undefined) => void>()
const lookupInPage: Lookup = (name) =>
  new Promise((resolve) => {
    waiting.set(name, resolve)
    postMessage({ wanted: name })
  })

async function hear(message: FromPage): Promise<void> {
  if ('begin' in message) {
    begin(lookupInPage, message.begin.words, message.begin.hasPdf)
    postMessage({ isReady: true })
  } else if ('question' in message) {
    postMessage({ number: message.number, answer: await serve(message.question) })
  } else {
    waiting.get(message.name)?.(message.block)
    waiting.delete(message.name)
  }
}

if (typeof document === 'undefined') {
  addEventListener('message', (event: MessageEvent<FromPage>) => void hear(event.data))
} else {
  host.hegaoEngine = (lookup, words) => {
    begin(lookup, words, 'no')
    return serve
  }
}
