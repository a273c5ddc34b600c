/** The folder from which services that show annotations count paths: the top of the repository, wherever hegao runs in it. */
import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** Formats that are read by such services. */
export const serviceFormats: ReadonlySet<string> = new Set(['github', 'gitlab', 'rdjson', 'sarif'])

const isInside = (path: string): boolean => path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)

/** The workspace of the runner where we are in it, else the top of the repository; undefined where that is here, or nowhere. */
export function topAbove(here: string, { GITHUB_WORKSPACE }: NodeJS.ProcessEnv): string | undefined {
  if (GITHUB_WORKSPACE && isInside(relative(GITHUB_WORKSPACE, here))) return resolve(GITHUB_WORKSPACE)
  for (let at = here; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at === here ? undefined : at
    if (at === dirname(at)) return undefined
  }
}

/** `path`, which counts from `here`, as it counts from `top`; as it is where it lies elsewhere, or is no path (`<stdin>`). */
export function pathFrom(top: string, here: string, path: string): string {
  if (path.startsWith('<')) return path
  const shown = relative(top, resolve(here, path))
  return isInside(shown) ? shown.split(sep).join('/') : path
}
