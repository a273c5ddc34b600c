/** `hegao silence`: a finding that was looked at and stays is told no more. */
import { fill, type Wording } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { type ReadingOptions, type TimeOptions, withReading, withTimeLimit } from '../options.ts'
import { gateTexts } from './gate-texts.ts'

export interface SilenceOptions extends ReadingOptions, TimeOptions {
  readonly reason?: string
}

export const silence: CommandTable = {
  name: 'silence',
  about: gateTexts.silenceAbout,
  usage: gateTexts.silenceUsage,
  argument: ['<place>', gateTexts.silencePlace],
  complete(command, session) {
    const say = (wording: Wording): string => fill(wording, session.lang, {})
    command.argument('<rule>', say(gateTexts.silenceRule)).option('--reason <text>', say(gateTexts.silenceReason))
    withTimeLimit(withReading(command, session), session)
    command.addHelpText('after', `\n${say(gateTexts.silenceAfter)}`)
    command.action(async (place: string, rule: string, options: SilenceOptions) => {
      const { silenceAt } = await import('./silence-run.ts')
      await silenceAt(place, rule, options, session)
    })
  },
}
