/** The work of `compare --folder`: all documents of a folder, two by two; those that have much in common, with the passages. */
import { resolve } from 'node:path'
import { likeDocuments, mostPairs } from '../../compare/folder.ts'
import { HegaoError } from '../../errors.ts'
import { read } from '../../read/index.ts'
import { folderPage } from '../../report/compare/folder-page.ts'
import { jsonLine, schemaVersion, toolEntry } from '../../report/json.ts'
import { shortPlace } from '../../report/place.ts'
import { printable } from '../../report/printable.ts'
import type { Source } from '../../source.ts'
import { version } from '../../version.ts'
import { fill, type Lang } from '../../wording.ts'
import { placed } from '../check/outlets.ts'
import { expand } from '../files/paths.ts'
import { bytesOf, prepare } from '../files/preparation.ts'
import { prepareFor } from '../long-run.ts'
import { wrong } from '../options.ts'
import { note, outputTo, writing } from '../output.ts'
import type { Session } from '../session.ts'
import { texts } from '../texts.ts'
import type { CompareOptions } from './compare.ts'
import { compareTexts } from './compare-texts.ts'

/** Lists the pairs; 0 when that was done, 2 where a file could not be read. Likeness is no error. */
export async function compareFolder(folder: string, options: CompareOptions, session: Session): Promise<0 | 2> {
  const least = leastOf(options.least, session.lang)
  const { lang, optionsFor, configs } = await prepare(options, session, folder)
  const { targets } = await expand([folder], {}, configs)
  prepareFor(targets.length)
  const sources: Source[] = []
  let failed = 0
  for (const target of targets) {
    try {
      const bytes = bytesOf(target)
      if (bytes instanceof HegaoError) throw bytes
      sources.push(await read(target.path, bytes, await optionsFor(target.path)))
    } catch (error) {
      if (!(error instanceof HegaoError)) throw error
      failed++
      note(fill(texts.complaint, session.lang, { message: error.sentence(session.lang) }))
    }
  }
  if (sources.length < 2) throw wrong(compareTexts.fewFiles, session.lang, { path: resolve(folder) })
  const all = likeDocuments(sources.map(({ text }) => text))
  const pairs = all.filter(({ share }) => share >= least / 100)
  for (const { name, path } of placed(options.format ?? [{ name: 'pretty' }], options.outputFile, session.lang)) {
    const output = outputTo(path, session.lang, options.force ? 'any' : 'ours')
    await writing(output, (writer) => writer.write(textOf(name, pairs, sources, least, lang)))
  }
  note(fill(compareTexts.pairs, session.lang, { files: sources.length, pairs: pairs.length, least }))
  if (all.length === mostPairs) note(fill(compareTexts.manyPairs, session.lang, { count: mostPairs }))
  return failed > 0 ? 2 : 0
}

/** As JSON or as a page; in every other format the list. */
function textOf(name: string, pairs: readonly Pair[], sources: readonly Source[], least: number, lang: Lang): string {
  if (name === 'json') return jsonOf(pairs, sources)
  return name === 'html' ? folderPage({ sources, pairs, least }, lang) : listOf(pairs, sources, lang)
}

type Pair = ReturnType<typeof likeDocuments>[number]

const percent = (share: number): number => Math.round(share * 100)

/** The pairs, and under each its longest passages. */
const longest = 3

function listOf(pairs: readonly Pair[], sources: readonly Source[], lang: Lang): string {
  const lines = pairs.flatMap(({ one, other, share, passages }) => {
    const [a, b] = [sources[one] as Source, sources[other] as Source]
    const head = fill(compareTexts.pair, lang, { share: percent(share), one: a.path, other: b.path })
    const shown = [...passages].sort((x, y) => y.length - x.length).slice(0, longest)
    return [
      printable(head),
      ...shown.map(
        ({ at }) =>
          `    ${shortPlace(a, at, lang)}  ${printable(a.text.slice(at.start, at.end).replace(/\s+/g, ' ')).slice(0, 60)}`,
      ),
    ]
  })
  return lines.map((line) => `${line}\n`).join('')
}

function jsonOf(pairs: readonly Pair[], sources: readonly Source[]): string {
  const told = pairs.map(({ one, other, share, passages }) => ({
    files: [sources[one]?.path, sources[other]?.path],
    share: Math.round(share * 10_000) / 10_000,
    passages: passages.map(({ at, old, length }) => ({ length, offsets: [at.start, old.start] })),
  }))
  return `${jsonLine({ schemaVersion, tool: toolEntry(version), files: sources.map(({ path }) => path), pairs: told })}\n`
}

function leastOf(value: string, lang: Lang): number {
  const least = Number(value)
  if (!/^\d{1,3}$/.test(value) || least < 1 || least > 100) throw wrong(compareTexts.noLeast, lang, { value })
  return least
}
