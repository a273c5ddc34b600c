/** Where the program begins, and where a thread of it does. */
import { wordsAsGiven } from '../disk/name.ts'
import { run } from './main.ts'
import { THREAD } from './threads/thread-mark.ts'

const [first, ...rest] = wordsAsGiven(process.argv.slice(2))

if (first === THREAD) {
  import('./threads/thread-run.ts').then(({ runThread }) => runThread())
} else {
  run(first === undefined ? [] : [first, ...rest]).then((status) => {
    process.exitCode = status
  })
}
