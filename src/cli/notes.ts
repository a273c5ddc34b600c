/** What of a file was not there to be checked, told on standard error: most reports are about what was. */
import type { Checked } from '../hegao.ts'
import { noteSentence } from '../report/notes.ts'
import type { Lang } from '../wording.ts'
import { note } from './output.ts'

/** One line a note. */
export function noteUnchecked({ path, notes = [] }: Pick<Checked, 'path' | 'notes'>, lang: Lang): void {
  for (const one of notes) note(noteSentence(one, path, lang))
}
