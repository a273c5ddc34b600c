/** All commands, in the order of the help. To add one: a file, and a line here. */
import { check } from './check.ts'
import type { CommandTable } from './command.ts'
import { explain } from './explain.ts'
import { fix } from './fix.ts'
import { outline } from './outline.ts'
import { parse } from './parse.ts'
import { rules } from './rules.ts'

export const commands: readonly CommandTable[] = [check, parse, outline, fix, rules, explain]
