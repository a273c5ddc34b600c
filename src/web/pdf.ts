/** pdf.js in memory, for the page: a script of its own that is run before the engine, when the first PDF comes. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
// pdf.js runs its worker where it is itself if it finds it here.
import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import type { PdfPart } from './worker.ts'

/** Files in one block: their number, then for each the length of its name, its name, its length; then all contents. */
function filesIn(block: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength)
  const files = new Map<string, Uint8Array>()
  const rows: [name: string, length: number][] = []
  let at = 4
  for (let count = block.length < 4 ? 0 : view.getUint32(0, true); count > 0; count--) {
    const length = view.getUint8(at)
    const name = String.fromCharCode(...block.subarray(at + 1, at + 1 + length))
    rows.push([name, view.getUint32(at + 1 + length, true)])
    at += 5 + length
  }
  for (const [name, length] of rows) {
    files.set(name, block.subarray(at, at + length))
    at += length
  }
  return files
}

const host = globalThis as unknown as { pdfjsWorker: unknown; hegaoPdf?: PdfPart }
host.pdfjsWorker = pdfjsWorker
const part: PdfPart = {
  async open(bytes, cmapBlock, fontBlock) {
    const [cmaps, fonts] = [filesIn(cmapBlock), filesIn(fontBlock)]
    const found = (files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array<ArrayBuffer> => {
      const file = files.get(name)
      if (!file) throw new Error(`no ${name}`)
      return new Uint8Array(file)
    }
    // As src/platform/pdf.ts has it, but for where the tables are.
    return getDocument({
      data: bytes,
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      isEvalSupported: false,
      enableXfa: false,
      useWorkerFetch: false,
      useWasm: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      CMapReaderFactory: class {
        async fetch({ name }: { readonly name: string }) {
          return { cMapData: found(cmaps, `${name}.bcmap`), isCompressed: true }
        }
      },
      StandardFontDataFactory: class {
        async fetch({ filename }: { readonly filename: string }) {
          return found(fonts, filename)
        }
      },
    } as never) as never
  },
}
// pdf.js copies what it hands its worker with this, which browsers have since 2022: without it every PDF would seem damaged.
if (typeof structuredClone === 'function') host.hegaoPdf = part
