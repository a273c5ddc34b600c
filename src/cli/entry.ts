/** Where the bundle begins. */
import { run } from './main.ts'

run(process.argv.slice(2)).then((status) => {
  process.exitCode = status
})
