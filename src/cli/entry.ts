/** Where the program begins, and where a thread of it does. */
import { wordsAsGiven } from '../disk/name.ts'
import { run, unfinished } from './main.ts'
import { THREAD } from './threads/thread-mark.ts'

const [first, ...rest] = wordsAsGiven(process.argv.slice(2))

if (first === THREAD) {
  import('./threads/thread-run.ts').then(({ runThread }) => runThread())
} else {
  // Where nothing is left to do and the run has not ended, some promise was never kept: that is no success, and not to be silent.
  process.once('beforeExit', unfinished)
  run(first === undefined ? [] : [first, ...rest]).then((status) => {
    process.removeListener('beforeExit', unfinished)
    process.exitCode = status
  })
}
