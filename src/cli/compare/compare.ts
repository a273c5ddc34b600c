/** `hegao compare`: what a text took over from another one, and what should not have been. */
import { fill } from '../../wording.ts'
import type { CommandTable } from '../command.ts'
import { type GateOptions, untangled } from '../gate/gate-options.ts'
import { gateTexts } from '../gate/gate-texts.ts'
import { type ReportingOptions, withReading, withReporting, wrong } from '../options.ts'
import { compareTexts } from './compare-texts.ts'

export interface CompareOptions extends ReportingOptions, Pick<GateOptions, 'baseline' | 'writeBaseline'> {
  readonly body?: string
  readonly oldYear?: string
  readonly folder?: string
  readonly least: string
  readonly against?: string
  readonly lists?: true
  /** A file or a folder; true: beside the new text. */
  readonly annotate?: string | true
}

export const compare: CommandTable = {
  name: 'compare',
  about: compareTexts.about,
  usage: compareTexts.usage,
  argument: ['[paths...]', compareTexts.argument],
  complete(command, session) {
    const { lang } = session
    withReporting(command, session)
    withReading(command, session)
    command
      .option('--body <same|other>', fill(compareTexts.body, lang, {}))
      .option('--old-year <YYYY>', fill(compareTexts.oldYear, lang, {}))
      .option('--lists', fill(compareTexts.lists, lang, {}))
      .option('--annotate [file]', fill(compareTexts.annotate, lang, {}))
      .option('--against <folder>', fill(compareTexts.against, lang, {}))
      .option('--baseline <file>', fill(gateTexts.baseline, lang, {}))
      .option('--write-baseline [file]', fill(gateTexts.writeBaseline, lang, {}))
      .option('--folder <folder>', fill(compareTexts.folder, lang, {}))
      .option('--least <n>', fill(compareTexts.least, lang, {}), '25')
      .addHelpText('after', `\n${fill(compareTexts.after, lang, {})}`)
    command.action(async (named: string[], given: CompareOptions) => {
      const [paths, options] = withoutSwallowed(...untangled(named, given))
      if (options.folder !== undefined) {
        if (paths.length > 0) throw wrong(compareTexts.folderAlone, lang, {})
        const other = (['against', 'lists', 'annotate'] as const).find((name) => options[name] !== undefined)
        if (other) throw wrong(gateTexts.notTogether, lang, { one: '--folder', other: `--${other}` })
        const { compareFolder } = await import('./folder-run.ts')
        session.status = await compareFolder(options.folder, options, session)
        return
      }
      if (options.against !== undefined) {
        const [now, ...others] = paths
        if (now === undefined || others.length > 0) throw wrong(compareTexts.oneAgainst, lang, {})
        const { compareAgainst } = await import('./against-run.ts')
        session.status = await compareAgainst(options.against, now, options, session)
        return
      }
      const [old, now, ...more] = paths
      if (old === undefined || now === undefined || more.length > 0) throw wrong(compareTexts.two, lang, {})
      const { compareTwo } = await import('./compare-run.ts')
      session.status = await compareTwo(old, now, options, session)
    })
  },
}

/** `--annotate 旧稿 新稿` means the texts: where one is missing, it was taken for the name of the copy. */
function withoutSwallowed(paths: readonly string[], options: CompareOptions): readonly [readonly string[], CompareOptions] {
  const { annotate, against } = options
  if (typeof annotate !== 'string' || paths.length >= (against === undefined ? 2 : 1)) return [paths, options]
  return [[annotate, ...paths], { ...options, annotate: true }]
}
