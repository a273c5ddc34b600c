/** A table of contents that somebody typed: 目录 and its entries. */
import type { RoledLine } from './sections.ts'

/** 本期要目 of a bulletin: its entries are the titles of the articles, and those have no ordinals. */
const ofBulletin = /^[【〖[]?本期(?:要目|导读|目录|内容|提要|看点|要点|摘要)[】〗\]]?\s?[：:]?$/
const heading = /^(?:目\s{0,8}[录錄次]|CONTENTS|Contents)\s?[：:]?$/
/** 一、执行总结	2 · 一、工作回顾 ……… 1 · 二、存在问题 第3页 · （一）概况（5） */
const paged =
  /^(.{1,60}?)(?:[\t \u3000]{0,9}(?:[.．·•…。_—-]{3,300}|……)[\t \u3000]{0,9}|\t[\t \u3000]{0,20}| {2,60}|[\u3000 ]{1,9}(?=第))第?\s?[0-9]{1,4}\s?页?$/
const longest = 160
/** So many entries a table of contents has at most. */
const most = 400
/** So many entries with a page make one where nobody wrote 目录 above. */
const fewest = 3

/** The words of an entry without its page; undefined where the line is none. */
function entryWords(line: string): string | undefined {
  return line.length <= longest ? paged.exec(line)?.[1]?.trim() : undefined
}

/** Marks the lines of tables of contents. */
export function giveContentsRoles(text: string, all: RoledLine[]): void {
  const words = (index: number): string => text.slice(all[index]?.start ?? 0, all[index]?.end ?? 0)
  for (let index = 0; index < all.length; index++) {
    const isHeading = heading.test(words(index)) || ofBulletin.test(words(index))
    let next = isHeading ? index + 1 : index
    while (next < all.length && next - index < most && entryWords(words(next)) !== undefined) next++
    let entries = next - (isHeading ? index + 1 : index)
    if (isHeading && entries === 0) next = withoutPages(text, all, index + 1)
    else if (entries === 0) {
      next = linked(text, all, index)
      entries = next - index
    }
    if (isHeading ? next === index + 1 : entries < fewest) continue
    for (let at = index; at < next; at++) all[at] = { ...(all[at] as RoledLine), role: 'contents' }
    index = next - 1
  }
}

/** An entry may have a sign before it that its heading has not. */
const squeezed = (line: string): string => line.replace(/[\s\u3000]/g, '').replace(/^[◆◇●○■□★☆▲△▶►➢※·•*]+/, '')

/** The titles of the articles of a bulletin as its 本期要目 lists them; none where there is none. */
export function articlesOf(text: string, all: readonly RoledLine[]): ReadonlySet<string> {
  const found = new Set<string>()
  let isWithin = false
  for (const { start, end, role } of all) {
    if (role !== 'contents') isWithin = false
    else if (ofBulletin.test(text.slice(start, end))) isWithin = true
    else if (isWithin) {
      const words = text.slice(start, end)
      found.add(squeezed(entryWords(words) ?? words))
    }
  }
  return found
}

/** Whether a line is the title of one of `articles`. */
export const isArticle = (text: string, { start, end }: RoledLine, articles: ReadonlySet<string>): boolean =>
  articles.size > 0 && end - start <= longest && articles.has(squeezed(text.slice(start, end)))

/** Entries without pages reach to where the first of them stands again: there the text begins. */
function withoutPages(text: string, all: readonly RoledLine[], from: number): number {
  const wordsAt = (index: number): string => squeezed(text.slice(all[index]?.start ?? 0, all[index]?.end ?? 0))
  if (all[from]?.hint?.verbatim) return linked(text, all, from)
  const first = wordsAt(from)
  if (first === '' || first.length > 60) return from
  for (let index = from + 1; index < Math.min(all.length, from + most); index++) {
    const words = wordsAt(index)
    if (words === first) return index - from >= 2 ? index : from
    if (words.length > 60 || /[。；]$/.test(words)) return from
  }
  return from
}

/** On a page the entries are links, and a tab before their page number is one blank. */
function linked(text: string, all: readonly RoledLine[], from: number): number {
  let index = from
  while (all[index]?.hint?.verbatim && /^.{1,60} [0-9]{1,4}$/.test(text.slice(all[index]?.start ?? 0, all[index]?.end ?? 0)))
    index++
  return index - from >= 2 ? index : from
}
