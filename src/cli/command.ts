/** What a command's file says of it. */
import type { Command } from 'commander'
import type { Wording } from '../wording.ts'
import type { Session } from './session.ts'

export interface CommandTable {
  readonly name: string
  readonly about: Wording
  readonly usage: Wording
  readonly argument?: readonly [name: string, about: Wording]
  readonly isDefault?: true
  /** Declares its options and what it does; called only where the command could run. */
  complete(command: Command, session: Session): void
}
