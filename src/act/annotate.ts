/** Findings into a copy of a Word document that is in memory. Nothing is written. */
import { type Annotated, type AnnotateOptions, annotate } from '../annotate/index.ts'
import { withoutOurs } from '../annotate/take-out.ts'
import { failure } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { type CheckedDocument, type CheckOptions, checkSource, resourcesOf } from '../hegao.ts'
import { detect } from '../read/detect.ts'
import { openDocx, sourceOfDocx } from '../read/docx/index.ts'
import type { DocxDocument } from '../read/docx/model.ts'
import { refuseHollow } from '../read/hollow.ts'
import { read } from '../read/index.ts'
import { onlyErrors } from '../report/summary.ts'
import type { Format, Source } from '../source.ts'

export interface Copying extends Pick<AnnotateOptions, 'lang' | 'changes' | 'date'> {
  /** As for `annotate`, with the document as it was checked. */
  readonly accepted?: (finding: Finding, source: Source) => boolean
  /** Errors alone. */
  readonly quiet?: boolean
  /** Findings that are written at all; all where it is left out. */
  readonly told?: (finding: Finding, source: Source) => boolean
  /** What is written beside the findings of the rules. */
  readonly more?: (checked: CheckedDocument) => readonly Finding[]
}

export interface Copy extends Annotated {
  /** The document without what hegao wrote into it before. */
  readonly checked: CheckedDocument
  /** hegao had written into the document before: that was taken out first. */
  readonly wasOurs: boolean
  /** Nothing was found: the copy is the document. */
  readonly isSilent: boolean
  /** The document has signatures, which a copy cannot keep. */
  readonly losesSignature: boolean
}

/**
 * Checks a Word document and makes the copy with its findings as comments, and the repairs that are wanted as tracked changes.
 * @throws HegaoError what reading throws, and `annotate-word`, `annotate-text`, `annotate-pdf` for other formats
 */
export async function annotatedCopy(path: string, bytes: Uint8Array, options: CheckOptions, copying: Copying): Promise<Copy> {
  await refuseOthers(path, bytes)
  const resources = options.resources ?? (await resourcesOf(options))
  const { document, checked: whole, wasOurs } = checkWithoutOurs(path, bytes, { ...options, resources })
  const { told, accepted, quiet, more, ...rest } = copying
  const checked = quiet ? onlyErrors(whole) : whole
  const { source } = checked
  const own = told ? checked.findings.filter((one) => told(one, source)) : checked.findings
  const findings = more ? [...more(whole), ...own] : own
  const isSilent = findings.length === 0 && checked.omitted.length === 0
  const authorities = new Map(options.rules.map(({ rule }) => [rule.id, rule.source]))
  const made = isSilent
    ? { bytes: document.pack.archive.bytes, comments: 0, changes: 0, changed: [], untold: 0 }
    : annotate(document, source, findings, {
        ...rest,
        ...(accepted && { accepted: (one) => accepted(one, source) }),
        omitted: checked.omitted,
        authorityOf: (ruleId) => authorities.get(ruleId),
      })
  const losesSignature = document.warnings.some(({ kind }) => kind === 'signature')
  return { ...made, checked, wasOurs, isSilent, losesSignature }
}

/** What hegao wrote into the document before is taken out first, so that it is neither checked nor told twice. */
function checkWithoutOurs(
  path: string,
  bytes: Uint8Array,
  options: CheckOptions,
): { document: DocxDocument; checked: CheckedDocument; wasOurs: boolean } {
  const first = openDocx(path, bytes)
  const without = withoutOurs(first)
  const document = without ? openDocx(path, without) : first
  return { document, checked: checkSource(sourceOfDocx(path, document), options), wasOurs: without !== undefined }
}

const advice: Readonly<Record<Exclude<Format, 'docx'>, 'annotate-word' | 'annotate-text' | 'annotate-pdf'>> = {
  txt: 'annotate-text',
  md: 'annotate-text',
  html: 'annotate-text',
  doc: 'annotate-word',
  wps: 'annotate-word',
  odt: 'annotate-word',
  rtf: 'annotate-word',
  pdf: 'annotate-pdf',
}

/** Only .docx has room for comments that we can write. What hegao never reads says so itself. */
async function refuseOthers(path: string, bytes: Uint8Array): Promise<void> {
  refuseHollow(path, bytes)
  const { format, kind } = detect(path, bytes)
  if (format === 'docx') return
  if (format === 'other') await read(path, bytes, {})
  else throw failure(advice[format], { path, kind })
}
