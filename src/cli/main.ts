/** The program: reads the command line, runs one command, gives its exit status. */
import { failure, HegaoError } from '../errors.ts'
import { fill, type Lang } from '../wording.ts'
import { note, ReaderGone } from './output.ts'
import { programFor } from './program.ts'
import { type Session, sessionFor } from './session.ts'
import { systemReason, texts } from './texts.ts'
import { isHelp, usageFailure } from './usage.ts'

/** What a shell reports of a program that a closed pipe ended (128 + SIGPIPE): not clean, and no failure of ours. */
const readerGone = 141

/** Runs the program with the words after its name. Never rejects, never exits: the status is for `process.exitCode`. */
export async function run(argv: readonly string[]): Promise<number> {
  let session: Session | undefined
  try {
    session = sessionFor(argv, process.env)
    await programFor(argv, session).parseAsync([...argv], { from: 'user' })
    return session.status
  } catch (error) {
    if (error instanceof ReaderGone) return readerGone
    if (isHelp(error)) return 0
    const lang = session?.lang ?? 'zh'
    if (isWriting(error)) {
      const reason = systemReason(error, lang)
      note(fill(texts.complaint, lang, { message: failure('output-failed', { path: 'stdout', reason }).sentence(lang) }))
      return 2
    }
    note(...complaint(usageFailure(error, lang) ?? error, lang))
    return 2
  }
}

/** A run that stopped in the middle without a word. */
export function unfinished(): void {
  note(fill(texts.unfinished, 'zh', {}), fill(texts.unfinished, 'en', {}))
  process.exitCode = 2
}

/** The other side of standard output is full or broken, wherever that came out. */
const isWriting = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && error.syscall === 'write' && 'code' in error && typeof error.code === 'string'

/** A known failure is a sentence and a hint; anything else is a bug, with its trace. */
function complaint(error: unknown, lang: Lang): readonly string[] {
  if (error instanceof HegaoError) {
    return [fill(texts.complaint, lang, { message: error.sentence(lang) }), error.hint(lang) ?? ''].filter((line) => line !== '')
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [fill(texts.bug, lang, {}), ...trace.split('\n')]
}
