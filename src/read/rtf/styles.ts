/** The style sheet of an RTF file. Paragraphs repeat what their style says, but not every writer repeats all. */

import { remembered } from '../remembered.ts'

export interface RtfStyle {
  name: string
  base?: number
  /** From 0. */
  outline?: number
}

export interface RtfStyles {
  /** From 0; undefined where the style is no heading. */
  outline(style: number): number | undefined
  isContents(style: number): boolean
}

/** Styles are based on one another; Word makes chains of a dozen, and a hostile file circles. */
const LONGEST_CHAIN = 64

export function stylesOf(sheet: ReadonlyMap<number, RtfStyle>): RtfStyles {
  const chainOf = (style: number): RtfStyle[] => {
    const chain: RtfStyle[] = []
    for (let at = sheet.get(style); at && chain.length < LONGEST_CHAIN; at = sheet.get(at.base ?? -1)) chain.push(at)
    return chain
  }
  const outlineOf = (style: number): number | undefined => {
    const chain = chainOf(style)
    // 标题 and 副标题 have an outline level in Chinese Word, and are the title all the same.
    if (chain.some(({ name }) => titles.has(name))) return undefined
    const said = chain.find(({ outline }) => outline !== undefined)?.outline
    return said ?? chain.map(({ name }) => headingLevel(name)).find((level) => level !== undefined)
  }
  return {
    outline: remembered(outlineOf),
    isContents: remembered((style) => chainOf(style).some(({ name }) => /^toc \d$/.test(name))),
  }
}

const titles: ReadonlySet<string> = new Set(['title', 'subtitle'])

function headingLevel(name: string): number | undefined {
  const digit = /^heading ([1-9])$/.exec(name)?.[1]
  return digit === undefined ? undefined : Number(digit) - 1
}
