/**
 * What `--dry-run` shows: a diff of two versions of a file, without context, since a line is a paragraph; of a long one only
 * the words round what differs, for in six hundred characters nobody sees a blank that went.
 */
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

/** Where two lines differ: the first and the last character of each, as offsets. */
interface Change {
  readonly old: readonly [start: number, end: number]
  readonly now: readonly [start: number, end: number]
}

/** After a difference so many characters must be the same again. */
const alike = 6
/** A difference of more characters is not taken apart any further. */
const mostChanged = 40

/** How many characters two lines go on alike from `at` and `to`. */
function common(old: string, now: string, at: number, to: number): number {
  let length = 0
  while (at + length < old.length && to + length < now.length && old[at + length] === now[to + length]) length++
  return length
}

/** Where both lines go on alike behind a difference at `at` and `to`; undefined where the rest differs. */
function goesOn(old: string, now: string, at: number, to: number): readonly [number, number] | undefined {
  for (let sum = 1; sum <= mostChanged; sum++) {
    for (let gone = 0; gone <= sum; gone++) {
      const [from, into] = [at + gone, to + sum - gone]
      if (from > old.length || into > now.length) continue
      const length = common(old, now, from, into)
      if (length >= alike || (from + length === old.length && into + length === now.length)) return [from, into]
    }
  }
  return undefined
}

function changesOf(old: string, now: string): Change[] {
  const changes: Change[] = []
  let [at, to] = [0, 0]
  for (;;) {
    const length = common(old, now, at, to)
    at += length
    to += length
    if (at === old.length && to === now.length) return changes
    const [from, into] = goesOn(old, now, at, to) ?? [old.length, now.length]
    changes.push({ old: [at, from], now: [to, into] })
    at = from
    to = into
  }
}

/** Characters round a difference that are shown of a long line. */
const around = 16
/** A line up to this length is shown whole. */
const short = 4 * around

/** The changes of a line by what is shown together: those of a short line, or whose words around meet. */
function together(changes: readonly Change[], isWhole: boolean): Change[][] {
  const groups: Change[][] = []
  for (const change of changes) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (group && before && (isWhole || change.old[0] - before.old[1] <= 2 * around)) group.push(change)
    else groups.push([change])
  }
  return groups
}

/** What is shown of one side of a line: from the first to the last of `places`, which alone have colour. */
function shown(mark: '-' | '+', line: string, places: readonly (readonly [number, number])[], isWhole: boolean): Line {
  const style = mark === '-' ? 'removed' : 'added'
  const start = isWhole ? 0 : Math.max(0, (places[0]?.[0] ?? 0) - around)
  const end = isWhole ? line.length : Math.min(line.length, (places.at(-1)?.[1] ?? line.length) + around)
  const parts: [typeof style | 'plain', string][] = [[style, mark]]
  let at = start
  if (start > 0) parts.push(['plain', '…'])
  for (const [from, to] of places) {
    parts.push(['plain', line.slice(at, from)], [style, line.slice(from, to)])
    at = to
  }
  parts.push(['plain', line.slice(at, end) + (end < line.length ? '…' : '')])
  return parts
}

/** A line against the one that takes its place. */
function pair(old: string, now: string): Line[] {
  const isWhole = Math.max(old.length, now.length) <= short
  return together(changesOf(old, now), isWhole).flatMap((changes) => [
    shown(
      '-',
      old,
      changes.map((change) => change.old),
      isWhole,
    ),
    shown(
      '+',
      now,
      changes.map((change) => change.now),
      isWhole,
    ),
  ])
}

/** The lines of a hunk; those without a line against them stand whole. */
function hunkLines({ removed, added }: Hunk): Line[] {
  if (removed.length === added.length) return removed.flatMap((line, index) => pair(line, added[index] as string))
  const whole = (mark: '-' | '+') => (line: string) => shown(mark, line, [[0, line.length]], true)
  return [...removed.map(whole('-')), ...added.map(whole('+'))]
}

/** The diff as text; '' where nothing differs. */
export function diff(path: string, before: string, after: string, palette: Palette): string {
  if (before === after) return ''
  const [old, now] = [linesOf(before), linesOf(after)]
  const hunks = old.length === now.length ? pairwise(old, now) : asOne(old, now)
  const lines: Line[] = [[['file', `--- ${path}`]], [['file', `+++ ${path}`]]]
  for (const hunk of hunks) {
    const { from, removed, to, added } = hunk
    lines.push([['info', `@@ -${range(from, removed.length)} +${range(to, added.length)} @@`]], ...hunkLines(hunk))
  }
  return render(lines, palette)
}
