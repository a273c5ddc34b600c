/** What `--dry-run` shows: a unified diff of two versions of a file, without context, since a line is a paragraph. */
import { type Line, type Palette, render } from './palette.ts'

const linesOf = (text: string): string[] => text.split(/\r{0,2}\n|\r/)

interface Hunk {
  readonly from: number
  readonly removed: readonly string[]
  readonly to: number
  readonly added: readonly string[]
}

/** Lines stand against each other one by one: repairs seldom add or take away a line. */
function pairwise(before: readonly string[], after: readonly string[]): Hunk[] {
  const hunks: Hunk[] = []
  for (let index = 0; index < before.length; index++) {
    if (before[index] === after[index]) continue
    const start = index
    while (index < before.length && before[index] !== after[index]) index++
    hunks.push({ from: start, removed: before.slice(start, index), to: start, added: after.slice(start, index) })
  }
  return hunks
}

/** Where lines were added or taken away: all from the first that differs to the last. */
function asOne(before: readonly string[], after: readonly string[]): Hunk[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const removed = before.slice(start, before.length - end)
  const added = after.slice(start, after.length - end)
  return [{ from: start, removed, to: start, added }]
}

/** `3`, `3,2`, and `2,0` for a side without lines, which is counted at the line before it. */
function range(start: number, count: number): string {
  if (count === 1) return `${start + 1}`
  return count === 0 ? `${start},0` : `${start + 1},${count}`
}

/** How many characters two texts have in common at the beginning, and behind that at the end. */
function inCommon(a: string, b: string): readonly [head: number, tail: number] {
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return [head, tail]
}

/** A line of the diff; only what differs from `other`, the line it stands against, has colour. */
function diffLine(mark: '-' | '+', line: string, other: string | undefined): Line {
  const style = mark === '-' ? 'removed' : 'added'
  const [head, tail] = other === undefined ? [0, 0] : inCommon(line, other)
  const end = line.length - tail
  return [
    [style, mark],
    ['plain', line.slice(0, head)],
    [style, line.slice(head, end)],
    ['plain', line.slice(end)],
  ]
}

/** The diff as text; '' where nothing differs. */
export function diff(path: string, before: string, after: string, palette: Palette): string {
  if (before === after) return ''
  const [old, now] = [linesOf(before), linesOf(after)]
  const hunks = old.length === now.length ? pairwise(old, now) : asOne(old, now)
  const lines: Line[] = [[['file', `--- ${path}`]], [['file', `+++ ${path}`]]]
  for (const { from, removed, to, added } of hunks) {
    lines.push(
      [['info', `@@ -${range(from, removed.length)} +${range(to, added.length)} @@`]],
      ...removed.map((line, index) => diffLine('-', line, added[index])),
      ...added.map((line, index) => diffLine('+', line, removed[index])),
    )
  }
  return render(lines, palette)
}
