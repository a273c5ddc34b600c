/** How files that the user did not name are called to him. */
import { isAbsolute, relative } from 'node:path'

/** As people know the file: from the folder they are in, where it is in that. */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), path)
  return shown === '' || shown.startsWith('..') || isAbsolute(shown) ? path : shown
}
