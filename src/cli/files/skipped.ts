/** Files that were found and not read, as far as a user may think that they were: said in a line, by kinds. */
import { extname } from 'node:path'
import { fill, type Lang } from '../../wording.ts'
import { texts } from '../texts.ts'
import type { OnSkipped } from './paths.ts'

/** Office's and other documents that hegao does not read; of pictures and programs nobody expects it. */
const documents: ReadonlySet<string> = new Set(
  'ofd ppt pptx pps ppsx dps xls xlsx et csv wpt dot dotx dotm pages key numbers ceb epub zip rar 7z'.split(' '),
)

export interface SkippedFiles {
  readonly add: OnSkipped
  /** What there is to say at the end. */
  told(lang: Lang): string[]
}

export function skippedFiles(): SkippedFiles {
  const kinds = new Map<string, number>()
  let links = 0
  return {
    add(path, why) {
      if (why === 'link') links++
      const kind = extname(path).toLowerCase()
      if (why === 'format-unsupported' && documents.has(kind.slice(1))) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    },
    told(lang) {
      const count = [...kinds.values()].reduce((sum, one) => sum + one, 0)
      const list = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, files]) => `${kind} ${files}`)
      return [
        ...(count > 0 ? [fill(texts.skippedKinds, lang, { count, list: list.join(lang === 'zh' ? '、' : ', ') })] : []),
        ...(links > 0 ? [fill(texts.skippedLinks, lang, { count: links })] : []),
      ]
    },
  }
}
