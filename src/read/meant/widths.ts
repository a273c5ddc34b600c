/** How wide a line stands on the page, in characters: half-width ones are half as wide. */

export function widthOf(text: string, start: number, end: number): number {
  let width = 0
  for (let offset = start; offset < end; offset++) width += text.charCodeAt(offset) < 0x2000 ? 0.5 : 1
  return width
}

/** The width that most of `widths` have within `slack`; undefined where there are none. */
export function commonWidth(
  widths: readonly number[],
  slack: number,
): { readonly width: number; readonly share: number } | undefined {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(Math.round(width), (counts.get(Math.round(width)) ?? 0) + 1)
  let best: { width: number; count: number } | undefined
  for (const width of counts.keys()) {
    let count = 0
    for (let near = Math.ceil(width - slack); near <= width + slack; near++) count += counts.get(near) ?? 0
    if (!best || count > best.count || (count === best.count && width > best.width)) best = { width, count }
  }
  return best && { width: best.width, share: best.count / widths.length }
}

/** — 3 —, - 3 -, 第3页, 3 / 12: what a page prints at its foot. */
export const pageMark = /[—–－-]{1,2} ?[0-9０-９]{1,3} ?[—–－-]{1,2}|第 ?[0-9]{1,3} ?页(?: ?[，/]? ?共 ?[0-9]{1,3} ?页)?/
export const isPageMark = (line: string): boolean => onlyPageMark.test(line)
const onlyPageMark = new RegExp(`^(?:${pageMark.source}|[0-9]{1,3} ?/ ?[0-9]{1,3})$`)

/** How a numbered paragraph or an item begins: there a line begins, whatever stands before it. */
export const ordinalStart =
  /^(?:第[一二三四五六七八九十百]{1,4}(?:[章节条编]|部分)|第[一二三四五六七八九十]{1,2}[，、]|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|[（(][0-9]{1,2}[）)]|[0-9]{1,2}[.．、](?![0-9])|[一二三四五六七八九十]{1,2}[是要](?![非素点]))/
