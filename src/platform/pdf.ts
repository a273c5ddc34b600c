/**
 * pdf.js from the disk, which reads PDFs and is loaded for a PDF only. What of it is needed lies in dist/pdf (scripts/build.mjs); our
 * own tests, which run the sources, take the package.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
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
    cMapUrl: `${home().folder}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home().folder}standard_fonts/`,
  })
}

const resolver = createRequire(import.meta.url)

/** In the built program this is a path already (scripts/build.mjs). */
const here = import.meta.url.startsWith('file:') ? fileURLToPath(import.meta.url) : import.meta.url

/** Ways to dist/pdf: from dist/hegao, and from dist/src/platform. */
const ways = ['../pdf', '../../pdf']

interface Home {
  /** With a slash at its end. */
  readonly folder: string
  /** The module of pdf.js. */
  readonly entry: string
}

let found: Home | undefined

function home(): Home {
  found ??= built() ?? installed()
  return found
}

function built(): Home | undefined {
  const folders = ways.map((way) => `${join(dirname(here), way)}${sep}`)
  const folder = folders.find((one) => existsSync(`${one}pdf.mjs`))
  return folder === undefined ? undefined : { folder, entry: `${folder}pdf.mjs` }
}

function installed(): Home {
  try {
    const folder = resolver.resolve(`${NAME}/package.json`).slice(0, -'package.json'.length)
    return { folder, entry: `${folder}legacy/build/pdf.mjs` }
  } catch (error) {
    throw missing(error)
  }
}

const missing = (cause: unknown) =>
  failure('package-missing', { name: NAME, task: { zh: '读取 PDF', en: 'read PDF files' } }, cause)

let loading: Promise<PdfJs> | undefined

async function loaded(): Promise<PdfJs> {
  const { entry } = home()
  loading ??= withoutCanvas(() => importModule(pathToFileURL(entry).href) as Promise<PdfJs>)
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
    return createRequire(home().entry).resolve('@napi-rs/canvas')
  } catch {
    return undefined
  }
}
