/** Runs the built program with the words given, and writes beside each part it loaded what V8 made of it. Called by the build. */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { start, cacheOf } = createRequire(import.meta.url)('../dist/hegao.cjs')
const parts = []

process.on('exit', () => {
  for (const [part, script] of parts) writeFileSync(cacheOf(part), script.createCachedData())
})
start((part, script) => parts.push([part, script]))
