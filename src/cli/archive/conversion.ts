/** What all ways of converting share: how a file is checked, and failures in the user's language. */
import type { FileOptions } from '../../batch/convert-one.ts'
import { nameOfSettings } from '../../batch/settings.ts'
import { HegaoError } from '../../errors.ts'
import { version } from '../../version.ts'
import type { Lang } from '../../wording.ts'
import { prepare } from '../files/preparation.ts'
import type { PositionsOption, ReadingOptions } from '../options.ts'
import type { Session } from '../session.ts'
import { systemReason } from '../texts.ts'

/** The system's word of a failed writing in the user's language. */
export function wordedError(error: HegaoError, lang: Lang): HegaoError {
  const { system } = error.data
  if (error.code !== 'output-failed' || typeof system !== 'string') return error
  return new HegaoError(error.code, { ...error.data, reason: systemReason({ code: system }, lang) }, error.cause)
}

/** How each file is checked: what the configuration that holds for it says. `first` is what the user named first. */
export async function fileOptions(
  options: ReadingOptions & PositionsOption,
  session: Session,
  first: string,
  isFromQueue = false,
): Promise<(path: string) => Promise<FileOptions>> {
  const { positions = true } = options
  const { effectiveFor } = await prepare(options, session, first, isFromQueue)
  return async (path) => {
    const { check, config } = await effectiveFor(path)
    const lang = session.isLangGiven ? session.lang : (config.lang ?? session.lang)
    return { check, lang, positions, settings: nameOfSettings(check, [version, lang, ...(positions ? [] : ['no positions'])]) }
  }
}
