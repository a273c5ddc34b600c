/** The work of `compare` with two files: the old one is read, the new one checked beside it. */
import { compareBytes } from '../../act/compare.ts'
import { HegaoError } from '../../errors.ts'
import type { Settings } from '../../fact.ts'
import type { CheckOptions } from '../../hegao.ts'
import { closing } from '../../report/compare/closing.ts'
import type { Comparison } from '../../report/compare/comparison.ts'
import { comparisonText } from '../../report/compare/json.ts'
import { listFindings } from '../../report/compare/lists.ts'
import { comparisonPage } from '../../report/compare/page.ts'
import { exitStatus, nothing, onlyErrors, withFile } from '../../report/summary.ts'
import { version } from '../../version.ts'
import { fill, type Lang } from '../../wording.ts'
import { outletsFor, placed } from '../check/outlets.ts'
import { bytesOf, prepare } from '../files/preparation.ts'
import { gateFor } from '../gate/gate.ts'
import { noteUnchecked } from '../notes.ts'
import { wrong } from '../options.ts'
import { note, outputTo, writing } from '../output.ts'
import type { Session } from '../session.ts'
import { texts } from '../texts.ts'
import type { CompareOptions } from './compare.ts'
import { compareTexts } from './compare-texts.ts'

/** Formats that show both texts; all others tell findings only. */
const ownFormats = new Set(['json', 'html'])

/** Reads both and tells what was taken over; gives the exit status of `check`. */
export async function compareTwo(old: string, now: string, options: CompareOptions, session: Session): Promise<0 | 1 | 2> {
  const body = bodyOf(options.body, session.lang)
  const oldYear = yearOf(options.oldYear, session.lang)
  const { lang, optionsFor } = await prepare(options, session, now)
  const own = await optionsFor(now)
  const gate = await gateFor(options, session)
  const bytes = contentOf(now)
  const { comparison, check } = await compareBytes({ path: old, bytes: contentOf(old) }, { path: now, bytes }, own, {
    body,
    oldYear,
    lists: options.lists,
  })
  const { checked } = comparison
  noteUnchecked(checked, session.lang)
  const passed = await gate.pass(checked, check)
  if (passed.error) throw passed.error
  const compared: Comparison = { ...comparison, checked: options.quiet ? onlyErrors(passed) : passed }
  await tell(compared, options, session, lang)
  if (options.annotate !== undefined) await annotate(now, bytes, check, compared, options, lang, session)
  note(...gate.end())
  if (!options.quiet) note(...closing(compared, session.lang))
  return exitStatus(withFile(nothing, passed), options.maxWarnings)
}

function contentOf(path: string): Uint8Array {
  const bytes = bytesOf({ path, from: 'file' })
  if (bytes instanceof HegaoError) throw bytes
  return bytes
}

/** The lists, as findings of formats that have no room of their own for them. */
const listed = ({ lists, pairing: found, old }: Comparison, lang: Lang) => (lists ? listFindings(lists, found, old, lang) : [])

/** To each format what it shows: both texts side by side, or the findings. */
async function tell(compared: Comparison, options: CompareOptions, session: Session, lang: Lang): Promise<void> {
  const choices = options.format ?? [{ name: 'pretty' }]
  const places = placed(choices, options.outputFile, session.lang)
  const others = choices.filter(({ name }) => !ownFormats.has(name))
  if (others.length > 0) {
    const outlets = await outletsFor({ ...options, format: others }, session, lang)
    await writing(outlets, () => {
      outlets.open()
      outlets.file({ ...compared.checked, findings: [...listed(compared, lang), ...compared.checked.findings] })
      outlets.close()
    })
  }
  for (const { name, path } of places.filter((choice) => ownFormats.has(choice.name))) {
    const output = outputTo(path, session.lang, options.force ? 'any' : 'ours')
    const text = (name === 'json' ? comparisonText : comparisonPage)(compared, { lang, version })
    await writing(output, (writer) => writer.write(text))
  }
}

/** A copy of the new document with what is told as comments; what the right figure is nobody knows, so that nothing is changed. */
async function annotate(
  path: string,
  bytes: Uint8Array,
  check: CheckOptions,
  compared: Comparison,
  { annotate: given, force }: CompareOptions,
  lang: Lang,
  session: Session,
): Promise<void> {
  const { outputFor, refuseOverwriting, writeCopy } = await import('../annotate/annotate-run.ts')
  const { annotatedCopy } = await import('../../act/annotate.ts')
  const told = new Set(compared.checked.findings.map(({ fingerprint }) => fingerprint))
  const made = await annotatedCopy(path, bytes, check, {
    lang,
    changes: 'none',
    told: ({ fingerprint }) => told.has(fingerprint),
    more: () => listed(compared, lang),
  })
  const named = given === true ? undefined : given
  const output = outputFor(path, named)
  refuseOverwriting(path, bytes, output, force ?? false)
  if (made.losesSignature) note(fill(texts.signatureLost, session.lang, { path }))
  writeCopy(output, made.bytes, path, named, session.lang)
  const said = made.isSilent && made.comments === 0 ? texts.annotatedNothing : texts.annotated
  note(fill(said, session.lang, { comments: made.comments, changes: made.changes, path: output }))
}

function bodyOf(value: string | undefined, lang: Lang): Settings['body'] {
  if (value === undefined || value === 'same' || value === 'other') return value
  throw wrong(compareTexts.noBody, lang, { value })
}

function yearOf(value: string | undefined, lang: Lang): number | undefined {
  if (value === undefined) return undefined
  if (!/^[12]\d{3}$/.test(value)) throw wrong(compareTexts.noYear, lang, { value })
  return Number(value)
}
