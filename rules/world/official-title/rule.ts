import { defineRule, isHan, Kind, kindAt, placesOf, type Span, structure } from '../../../src/kit.ts'
import { firstHalves, kinds, shortTitles, verbs } from './data.ts'

/** A title longer than this is no tail. Characters. */
const longestTail = 24
/** How far before 《 the first half of its title may begin. Characters. */
const longestHalf = 24

export default defineRule({
  id: 'official-title',
  severity: 'info',
  summary: { zh: '文件名称截短、书名号错位（《党支部工作条例》）', en: 'A document’s title cut, or its 书名号 misplaced' },
  source: { tier: '国标', ref: 'GB/T 15834—2011 4.15；党内法规以公布的名称为准' },
  options: {
    allow: {
      type: 'strings',
      default: [],
      zh: '本单位可以用的简称，如“《党支部工作条例》”',
      en: 'short titles that this house may use',
    },
  },
  messages: {
    short: { zh: '《{title}》的全称是《{full}》，首次出现宜用全称', en: 'The full title of 《{title}》 is 《{full}》' },
    split: {
      zh: '“{words}”的书名号只括了后半截，应当括住整个名称，请核',
      en: '《》 of “{words}” holds half of the title only; please check',
    },
  },
  check({ text, use, report }) {
    const said = new Set<string>()
    for (const stretch of use(structure).stretches) {
      for (const open of placesOf(text, '《', stretch.start, stretch.end)) {
        const close = text.slice(open, Math.min(stretch.end, open + longestTail)).indexOf('》')
        if (close < 0) continue
        const title = text.slice(open + 1, open + close)
        const end = open + close + 1
        if (/简称“?$/.test(text.slice(Math.max(0, open - 3), open))) continue
        const full = shortTitles.get(title)
        if (full !== undefined) {
          if (said.has(title) || text.includes(full.replace('（试行）', ''))) continue
          said.add(title)
          const fix = { grade: 'suggested', edits: [{ start: open + 1, end: end - 1, text: full }] } as const
          report('short', { start: open, end }, { title, full }, { fix })
        } else if (kinds.has(title)) {
          const start = halfStart(text, open, stretch)
          // Given in full before, 《意见》 is its short form.
          if (start === undefined || text.indexOf(`${title}》`) < open) continue
          report('split', { start, end }, { words: text.slice(start, end) })
        }
      }
    }
  },
})

/** Where the title begins whose tail stands in 《》: behind the verb of the clause. undefined: what is before is no part of it. */
function halfStart(text: string, open: number, stretch: Span): number | undefined {
  let from = open
  while (from > stretch.start && open - from < longestHalf && (isHan(text, from - 1) || kindAt(text, from - 1) === Kind.digit))
    from--
  const before = text.slice(from, open)
  if (!firstHalves.test(before)) return undefined
  const at = Math.max(...verbs.map((verb) => (before.includes(verb) ? before.lastIndexOf(verb) + verb.length : 0)))
  // 推进落实工作《方案》 leaves too little for a title.
  return at > 0 && before.length - at >= 6 ? from + at : undefined
}
