/** Sets called by another number than their own: “四个维护”. */
import { type Span, type Stretch, tableFinder, type Use } from '../../../src/kit.ts'
import { type NumberedSet, numberedSets, setNumerals } from '../../../src/world/numbered-sets.ts'

const find = tableFinder(numberedSets.map(({ tail }) => tail))

export interface NumberedSlip extends Span {
  readonly set: NumberedSet
}

/** How much before and behind is read for what the words are said of. Characters. */
const reach = 24
const stops = /[。；！？\n]/

export function* numberedSlips(use: Use, text: string, { start: from, end: to }: Stretch): Generator<NumberedSlip> {
  for (const { phrase, start, end } of find(use, from, to)) {
    const set = numberedSets[phrase] as NumberedSet
    const number = text[start - 1] ?? ''
    if (start - 1 < from || !setNumerals.includes(number) || number === '一' || set.numbers.includes(number)) continue
    const before = text[start - 2] ?? ''
    // 第三个意识, 十四个自信, 二十四个: a part of another number.
    if (/[第十百千几每0-9０-９一二三四五六七八九两]/.test(before)) continue
    const isQuoted = before === '“' && text[end] === '”'
    if (!isQuoted && !set.isSure) continue
    const lead = text
      .slice(Math.max(from, start - reach), start)
      .split(stops)
      .at(-1) as string
    const behind = text.slice(end, Math.min(to, end + reach)).split(stops)[0] as string
    if (set.near && !set.near.test(lead + behind)) continue
    // 四个自信中的三个自信, 前三个: some of them.
    if (/[前后其这那]$/.test(before) || /(?:中|里)的?$/.test(text.slice(Math.max(from, start - 3), start - 1))) continue
    yield { start: start - 1, end, set }
  }
}
