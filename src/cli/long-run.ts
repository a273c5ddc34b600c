/** How V8 is told that a run will be longer than one report. */

/**
 * A run of some seconds is short to V8: at its own measure half of the time goes into optimising code that is hardly used
 * again. Measured on a thousand reports and on one of 10 MB, at this one a third less processor time is used and no more
 * time passes. On one report it changes nothing, and asking for it loads node:v8 with all of Node's streams, a tenth of a
 * start. Set late, not at the start: the flag belongs to what a code cache is checked against.
 */
const optimiseLater = '--interrupt-budget=800000'

/** What the loader put off since a short run never needs it (src/cli/load.cts): fast expressions, and marking beside the work. */
const takenBack = '--regexp-optimization --incremental-marking'

/** As many files, or bytes of one file, are a long run. */
const manyFiles = 12
const manyBytes = 400_000

let isPrepared = false

/** Called with what is known of the work ahead; the first call that tells of much of it counts. */
export function prepareFor(files: number, bytes = 0): void {
  if (isPrepared || (files < manyFiles && bytes < manyBytes)) return
  isPrepared = true
  // Only the V8 of Node 20 has this flag; a newer one would say on stderr that it has not.
  if (process.versions.v8.startsWith('11.3.'))
    process.getBuiltinModule('node:v8').setFlagsFromString(`${optimiseLater} ${takenBack}`)
}
