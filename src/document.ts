/** One document and all that is known of it: made once for a source, and shared by whoever asks: rules, the JSON, a comparison. */
import { createUse, type Document, type Settings } from './fact.ts'
import { parse } from './parse/index.ts'
import { noResources, type Resources } from './resources.ts'
import type { Source } from './source.ts'
import { landmarksOf } from './text/landmarks.ts'
import type { Report } from './tree.ts'

/** The document of `source`. Two of them may be held at once; neither knows of the other, but where `other` is given to be compared with. `parsed`: where it has been parsed already. */
export function documentOf(
  source: Source,
  settings: Settings,
  resources: Resources = noResources,
  parsed?: Report,
  other?: Document,
): Document {
  const { text } = source
  const landmarks = landmarksOf(text)
  const tree = parsed ?? parse(source, landmarks)
  const seen = { text, landmarks, tree, source, settings, resources, ...(other && { other }) }
  return { ...seen, use: createUse(seen) }
}
