/**
 * Runs the built program with the words given, and writes beside each part it loaded what V8 made of it. Called by the build.
 * A cache holds for the flags that V8 has when it is made: for the first parts those of its start, for others what the loader sets.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'

const { start, cacheOf } = createRequire(import.meta.url)('../dist/hegao.cjs')
const parts = []

process.on('exit', () => {
  for (const [part, script, flags] of parts) {
    setFlagsFromString(flags)
    writeFileSync(cacheOf(part), script.createCachedData())
  }
})
start((part, script, flags) => parts.push([part, script, flags]))
