/** Patterns as in .gitignore: of ignore files, of options, and of configurations, which may use `{a,b}` besides. */
import { relative, sep } from 'node:path'

/** What a list of patterns says of a path; undefined: nothing. */
export type Matcher = (path: string, isFolder: boolean) => boolean | undefined

/** `{a,b}` and no further than this: nobody writes more by hand. */
const mostExpansions = 256

/** The innermost braces that have a comma. */
const choice = (pattern: string) => [...pattern.matchAll(/\{([^{}]*)\}/g)].find(([, inside]) => inside?.includes(','))

/** 讲话/*.{txt,md} → 讲话/*.txt, 讲话/*.md. A brace without a comma or without its end stands for itself. */
export function expanded(pattern: string): string[] {
  const found: string[] = []
  const pending = [pattern]
  for (let next = pending.pop(); next !== undefined && found.length + pending.length < mostExpansions; next = pending.pop()) {
    const braces = choice(next)
    if (!braces) {
      found.push(next)
      continue
    }
    const { index, 0: whole, 1: inside = '' } = braces
    for (const part of inside.split(',')) pending.push(next.slice(0, index) + part + next.slice(index + whole.length))
  }
  return [...new Set(found.reverse())]
}

/**
 * The patterns `lines`, which count from `folder`. A path that is not in it matches nothing.
 * The later pattern is stronger, and `!` takes back: then false.
 */
export async function matcherOf(lines: readonly string[], folder: string): Promise<Matcher> {
  const { default: ignore } = await import('ignore')
  const patterns = ignore({ allowRelativePaths: false }).add([...lines])
  return (path, isFolder) => {
    const inside = relative(folder, path).split(sep).join('/')
    if (inside === '' || inside === '..' || inside.startsWith('../') || /^[a-z]:/i.test(inside)) return undefined
    const { ignored, unignored } = patterns.test(isFolder ? `${inside}/` : inside)
    return ignored ? true : unignored ? false : undefined
  }
}
