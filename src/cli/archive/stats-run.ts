/** The work of `stats`, and the summary at the end of `convert`. */
import { statsOf } from '../../batch/stats.ts'
import { rules } from '../../hegao.ts'
import { plain, render } from '../../report/palette.ts'
import { type CountedArchive, statsCsv, statsJson, statsLines } from '../../report/stats.ts'
import { statsHtml } from '../../report/stats-html.ts'
import { version } from '../../version.ts'
import { fill } from '../../wording.ts'
import { outputTo, printed, writing } from '../output.ts'
import { paletteFor, type Session } from '../session.ts'
import type { StatsFormat, StatsOptions } from './archive-options.ts'

/** What a rule finds, in a line. */
const summaries =
  ({ lang }: Session) =>
  (id: string): string => {
    const rule = rules.find((one) => one.id === id)
    return rule ? fill(rule.summary, lang, {}) : ''
  }

const linesOf = (archive: CountedArchive, session: Session) => statsLines(archive, session.lang, summaries(session))

const pages: { readonly [Name in Exclude<StatsFormat, 'text'>]: (archive: CountedArchive, session: Session) => string } = {
  json: (archive) => statsJson(archive, version),
  csv: (archive, { lang }) => statsCsv(archive, lang),
  html: (archive, session) => statsHtml(archive, session.lang, summaries(session)),
}

export async function tellStats(folder: string, { format, outputFile, force }: StatsOptions, session: Session): Promise<void> {
  const archive = await statsOf(folder)
  const palette = outputFile === undefined ? await paletteFor(session) : plain
  const page = format === 'text' ? render(linesOf(archive, session), palette) : pages[format](archive, session)
  await writing(outputTo(outputFile, session.lang, force ? 'any' : 'ours'), (output) => output.write(page))
}

/** The same as `stats` prints. */
export async function printSummary(folder: string, session: Session): Promise<void> {
  printed(render(linesOf(await statsOf(folder), session), await paletteFor(session)), session.lang)
}
