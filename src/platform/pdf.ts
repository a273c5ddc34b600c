/** pdf.js from the disk, the package that reads PDFs: optional, large, and loaded for a PDF only. */
import { createRequire } from 'node:module'
import { failure } from '../errors.ts'
import { importModule } from '../packages.ts'
import type { PdfLoading } from '../platform.ts'

const NAME = 'pdfjs-dist'

interface PdfJs {
  getDocument(options: Readonly<Record<string, unknown>>): PdfLoading
}

/**
 * Opens a PDF; `bytes` are given away. Nothing is drawn, no script of the file runs, no font of the system is read.
 * @throws HegaoError `package-missing`
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PdfLoading> {
  const { getDocument } = await loaded()
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
    // Without these, Chinese fonts that are not in the file give no text, and no error either.
    cMapUrl: `${folder()}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder()}standard_fonts/`,
  })
}

const resolver = createRequire(import.meta.url)

function folder(): string {
  try {
    return resolver.resolve(`${NAME}/package.json`).slice(0, -'package.json'.length)
  } catch (error) {
    throw missing(error)
  }
}

const missing = (cause: unknown) =>
  failure('package-missing', { name: NAME, task: { zh: '读取 PDF', en: 'read PDF files' } }, cause)

let loading: Promise<PdfJs> | undefined

async function loaded(): Promise<PdfJs> {
  folder()
  loading ??= withoutCanvas(() => importModule(`${NAME}/legacy/build/pdf.mjs`) as Promise<PdfJs>)
  try {
    return await loading
  } catch (error) {
    loading = undefined
    throw missing(error)
  }
}

/** What pdf.js wants to find when it is loaded, and uses to draw only. */
const drawing = ['DOMMatrix', 'ImageData', 'Path2D'] as const

/**
 * When it is loaded, pdf.js looks for a package that draws: native code, 150 ms to load, for nothing that we need; and where it
 * is missing it says so on stderr and then stops at a class that is not there. So it is given a package that is empty.
 */
async function withoutCanvas(load: () => Promise<PdfJs>): Promise<PdfJs> {
  const globals = globalThis as Record<string, unknown>
  const absent = drawing.filter((name) => globals[name] === undefined)
  for (const name of absent) globals[name] = class {}
  const canvas = canvasPath()
  const cached = canvas === undefined ? undefined : resolver.cache[canvas]
  if (canvas !== undefined && !cached) resolver.cache[canvas] = { exports: {} } as NodeJS.Module
  const { warn } = console
  console.warn = () => {}
  try {
    return await load()
  } finally {
    console.warn = warn
    if (canvas !== undefined && !cached) delete resolver.cache[canvas]
    for (const name of absent) delete globals[name]
  }
}

/** Where the package that draws is, as pdf.js will find it. */
function canvasPath(): string | undefined {
  try {
    return createRequire(`${folder()}legacy/build/pdf.mjs`).resolve('@napi-rs/canvas')
  } catch {
    return undefined
  }
}
