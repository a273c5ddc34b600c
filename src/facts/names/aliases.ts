/** 全称（以下简称“简称”）. */
import type { Span } from '../../source.ts'

export interface Alias extends Span {
  readonly short: string
  /** What stands before the bracket, up to the mark before it. */
  readonly full: string
}

const written =
  /[（(](?:以下|下文|下)?(?:统?简称|称)(?:为|作)?\s?[“"《]?([^”"》（）()，。；\n]{2,16})[”"》]?(?:(?:或者?|、|和)[“"][^”"\n]{1,12}[”"])?[）)]/g
const longest = 40

export function aliasesIn(text: string): Alias[] {
  return [...text.matchAll(written)].map((match) => {
    const before = text.slice(Math.max(0, match.index - longest), match.index)
    let from = before.length
    while (from > 0 && !/[，。；：、（）()\s]/.test(before[from - 1] as string)) from--
    const full = before.slice(from)
    return {
      short: match[1] as string,
      full: full.replace(/^《|》$/g, ''),
      start: match.index,
      end: match.index + match[0].length,
    }
  })
}
