/**
 * Loads the program's parts with the code that V8 made of them at build time, which halves what a run adds to Node's own start.
 * Code of another version of Node is refused by V8 itself, and the part is compiled as ever. Everything else stays with `require`.
 * This file is compiled by every run anew, and so is each function of Node that it is the first to call: it is CommonJS that
 * calls few.
 */
import fs = require('node:fs')
import vm = require('node:vm')

/** Told of each part that is loaded, by its absolute path, and of V8's flags then; the build makes the caches with it. */
type OnPart = (part: string, script: vm.Script, flags: string) => void

interface Loaded {
  exports: unknown
}

/** Where the parts lie: beside this file, in one folder. */
const parts = `${__dirname}/hegao/`

/** Beside each part lies what V8 made of it. */
const cacheOf = (part: string): string => `${part}.cache`

function cachedData(part: string): Buffer | undefined {
  try {
    return fs.readFileSync(cacheOf(part))
  } catch {
    return undefined
  }
}

/** A script that V8 runs for us has no `import()`: this file, which Node itself loads, lends it its own. */
const importModule = (specifier: string): Promise<unknown> => import(specifier)

/** What every command needs: the first part, and what it begins with. */
const isFirst = (name: string): boolean => name === 'main.cjs' || name.startsWith('rolldown-runtime')

/** V8's own flags, and ours, each beside the one it stands for. */
const own =
  '--regexp-tier-up-ticks=1 --regexp-optimization --regexp-peephole-optimization --interrupt-budget=67584 ' +
  '--semi-space-growth-factor=2 --incremental-marking --parallel-scavenge'
const patient =
  '--regexp-tier-up-ticks=20 --no-regexp-optimization --no-regexp-peephole-optimization --interrupt-budget=1200000 ' +
  '--semi-space-growth-factor=16 --no-incremental-marking --no-parallel-scavenge'
let flags = own

/** The V8 whose flags these are, that of Node 20: a newer one has them not, and would complain aloud at every run. */
const isKnown = /^11\./.test(process.versions.v8)

/**
 * V8 compiles a regular expression at its second use, which takes twenty times as long as to interpret it, makes it as fast as it can
 * before the first, and optimises functions on a second thread: in a run on one report that was a third of all work, and done for what
 * runs a few times. So it waits longer. Nor is a short run the time to look for garbage: V8 begins with a megabyte of room for what is
 * new, copies it with all its threads whenever that is full, seven times for one report, and marks what is old on the side. With room
 * that grows at once it copies three times and marks nothing; together this is a seventh of a run. `prepareFor` takes back what a long
 * run needs (src/cli/long-run.ts).
 * Only where more than the first part is wanted, which alone has to be quick. A code cache holds for the flags it was made with.
 */
function tune(): void {
  flags = patient
  const v8 = require('node:v8') as typeof import('node:v8')
  v8.setFlagsFromString(flags)
}

/**
 * Runs the part `name`, which the build has wrapped in a function, once, as `require` would, and gives its exports.
 * A trace calls it by a name without folders: V8 keeps that in the cache, which would tell of the machine that built it.
 */
function load(name: string, onPart?: OnPart): unknown {
  const part = parts + name
  const known = require.cache[part] as Loaded | undefined
  if (known) return known.exports
  if (isKnown && flags === own && !isFirst(name)) tune()
  const data = cachedData(part)
  const script = new vm.Script(fs.readFileSync(part, 'latin1'), { filename: `hegao/${name}`, ...(data && { cachedData: data }) })
  onPart?.(part, script, flags)
  const module: Loaded = { exports: {} }
  // Registered as any module is, so that whoever lists what was loaded sees it.
  Object.assign(require.cache, { [part]: module })
  const requireHere = (id: string): unknown => (id.startsWith('./') ? load(id.slice(2), onPart) : require(id))
  script.runInThisContext()(module.exports, requireHere, module, part, parts, importModule)
  return module.exports
}

/** Starts the command line. */
const start = (onPart?: OnPart): unknown => load('main.cjs', onPart)

export = { cacheOf, start }
