/** How the parts of a reader say that a file cannot be read, without knowing which file or format it is. */
import { failure, type HegaoError } from '../errors.ts'
import type { Wording } from '../wording.ts'

export interface Refusal {
  /** The failure that the file is damaged. */
  damaged(reason: Wording, cause?: unknown): HegaoError
  /** The failure that the file is too much of something. */
  tooComplex(reason: Wording): HegaoError
}

/** `kind` names the format to people. */
export const refusal = (path: string, kind: string): Refusal => ({
  damaged: (reason, cause) => failure('format-damaged', { path, kind, reason }, cause),
  tooComplex: (reason) => failure('file-too-complex', { path, reason }),
})
