/** All commands, in the order of the help. To add one: a file, and a line here. */
import { annotate } from './annotate/annotate.ts'
import { convert } from './archive/convert.ts'
import { stats } from './archive/stats.ts'
import { worker } from './archive/worker.ts'
import { check } from './check/check.ts'
import { fix } from './check/fix.ts'
import type { CommandTable } from './command.ts'
import { compare } from './compare/compare.ts'
import { desktop } from './desk/desktop.ts'
import { open } from './desk/open.ts'
import { init } from './files/init.ts'
import { silence } from './gate/silence.ts'
import { completion } from './pages/completion.ts'
import { explain } from './pages/explain.ts'
import { outline } from './pages/outline.ts'
import { parse } from './pages/parse.ts'
import { rules } from './pages/rules.ts'
import { version } from './pages/version.ts'
import { lsp, mcp } from './serve/serve.ts'

export const commands: readonly CommandTable[] = [
  check,
  open,
  parse,
  outline,
  fix,
  compare,
  annotate,
  silence,
  convert,
  stats,
  worker,
  rules,
  explain,
  init,
  desktop,
  mcp,
  lsp,
  completion,
  version,
]
