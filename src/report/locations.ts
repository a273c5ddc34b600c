/** Paths as services want them: with `/`, from the folder of the run, as a URI. */

const drive = /^[A-Za-z]:[\\/]/
const isAbsolute = (path: string): boolean => path.startsWith('/') || path.startsWith('\\\\') || drive.test(path)

/** Only where the folder of the run is one of Windows is `\` a separator; elsewhere it may stand in a name. */
const isWindows = (folder: string): boolean => drive.test(folder) || folder.startsWith('\\\\')

/** `path` relative to `folder`, where it lies in it, with `/` between its parts; any other as it was given. */
export function relativePath(path: string, folder = ''): string {
  const slashed = isWindows(folder) || drive.test(path) ? (text: string): string => text.replaceAll('\\', '/') : String
  const [whole, base] = [slashed(path), slashed(folder)]
  const prefix = base === '' || base.endsWith('/') ? base : `${base}/`
  if (prefix !== '' && whole.startsWith(prefix)) return whole.slice(prefix.length)
  return whole.startsWith('./') ? whole.slice(2) : whole
}

/** Surrogates without a partner, which no URI can hold. */
const lonely = /[\ud800-\udfff]/gu

/** Any text as a part of a URI. */
export const uriPart = (text: string): string => encodeURIComponent(text.replace(lonely, '\ufffd'))

const encoded = (path: string): string => path.split('/').map(uriPart).join('/')

/** Where a file is, as a URI: relative to the folder of the run, or `file:` where it lies elsewhere. */
export function uriOf(path: string, folder?: string): { readonly uri: string; readonly isRelative: boolean } {
  const told = relativePath(path, folder)
  if (!isAbsolute(told)) return { uri: encoded(told), isRelative: true }
  if (told.startsWith('//')) return { uri: `file:${encoded(told)}`, isRelative: false }
  const [letter, rest] = drive.test(told) ? [`/${told.slice(0, 2)}`, told.slice(2)] : ['', told]
  return { uri: `file://${letter}${encoded(rest)}`, isRelative: false }
}
