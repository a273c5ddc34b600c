/** The folder `assets/` of the package, on disk. */

const known = new Map<string, Uint8Array | undefined>()

/** Ways from this file to the package: from src/platform or dist/hegao, and from dist/src/platform. */
const ways = ['../..', '../../..']

/** The same bytes each time; undefined where the installation has not this file. */
export function readAsset(name: string): Uint8Array | undefined {
  if (!known.has(name)) known.set(name, find(name))
  return known.get(name)
}

function find(name: string): Uint8Array | undefined {
  const { readFileSync } = process.getBuiltinModule('node:fs')
  const { dirname, join } = process.getBuiltinModule('node:path')
  const folder = dirname(pathOfThis())
  for (const way of ways) {
    try {
      return readFileSync(join(folder, way, 'assets', name))
    } catch {
      // It is the other way, or nowhere.
    }
  }
  return undefined
}

/** In the built program this is a path already (scripts/build.mjs). */
function pathOfThis(): string {
  const url = import.meta.url
  return url.startsWith('file:') ? process.getBuiltinModule('node:url').fileURLToPath(url) : url
}
