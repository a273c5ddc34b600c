/** All commands, in the order of the help. To add one: a file, and a line here. */
import { annotate } from './annotate.ts'
import { check } from './check.ts'
import type { CommandTable } from './command.ts'
import { convert } from './convert.ts'
import { explain } from './explain.ts'
import { fix } from './fix.ts'
import { init } from './init.ts'
import { outline } from './outline.ts'
import { parse } from './parse.ts'
import { rules } from './rules.ts'
import { stats } from './stats.ts'
import { worker } from './worker.ts'

export const commands: readonly CommandTable[] = [
  check,
  parse,
  outline,
  fix,
  annotate,
  convert,
  stats,
  worker,
  rules,
  explain,
  init,
]
