/**
 * Resources: tables that come with hegao as files (`assets/`) because they are too large to be code. A rule says in `needs` which
 * it cannot do without, and in `wants` which help it; they are there before it runs. A rule without what it needs does not run, and a
 * note says so.
 */
import { platform } from '#platform'

/** The content of each file by its name, as far as it is there. The same bytes each time, so that what is made of them can be kept. */
export type Resources = ReadonlyMap<string, Uint8Array>

export const noResources: Resources = new Map()

/** The resources of these names; what is not in this installation is left out. At once where the platform has them at once. */
export function resourcesFor(names: Iterable<string>): Resources | Promise<Resources> {
  const wanted = [...new Set(names)]
  if (wanted.length === 0) return noResources
  const contents = wanted.map((name) => platform.asset(name))
  return contents.some((content) => content instanceof Promise)
    ? Promise.all(contents).then((all) => held(wanted, all))
    : held(wanted, contents as (Uint8Array | undefined)[])
}

const held = (names: readonly string[], contents: readonly (Uint8Array | undefined)[]): Resources =>
  new Map(names.flatMap((name, index) => (contents[index] ? [[name, contents[index]] as const] : [])))
