import {
  defineRule,
  era,
  isInside,
  type PhraseHit,
  quotations,
  type Span,
  structure,
  tableFinder,
  termFinder,
} from '../../../src/kit.ts'
import { type Confusable, confusableAt, traditional, wrongWords } from './data.ts'

const findWrong = tableFinder(wrongWords)

/** How far around a word the table looks. Characters. */
const before = 14
const after = 40

/** One byte a UTF-16 unit: a class of characters this large is slow as a regular expression. */
const isTraditional = new Uint8Array(0x10000)
for (let index = 0; index < traditional.length; index += 2) isTraditional[traditional.charCodeAt(index)] = 1

/** The simplified form of a traditional character. */
function simplifiedOf(character: string): string {
  for (let index = 0; index < traditional.length; index += 2) {
    if (traditional[index] === character) return traditional[index + 1] as string
  }
  return character
}

/** How many characters of `text` are those of `traditional` in simplified script. */
function countSimplified(text: string): number {
  const simplified = new Set<number>()
  for (let index = 1; index < traditional.length; index += 2) simplified.add(traditional.charCodeAt(index))
  let count = 0
  for (let offset = 0; offset < text.length; offset++) if (simplified.has(text.charCodeAt(offset))) count++
  return count
}

/** More places than this and the text quotes, or is meant to be in traditional script. */
const mostTraditional = 5
/** For one traditional character the text must have so many simplified ones. */
const leastShare = 8

export default defineRule({
  id: 'confusable-word',
  severity: 'warning',
  summary: { zh: '易混错字（布署、截止目前、一如继往）', en: 'A word typed for one that sounds or looks alike (布署 for 部署)' },
  source: { tier: '通例', ref: '《现代汉语词典》（第7版）、《通用规范汉字表》（2013年）' },
  options: {
    terms: {
      type: 'strings',
      default: [],
      zh: '本单位另查的错词，写作“错=对”，如“帮扶责认人=帮扶责任人”',
      en: 'further slips of this house, written wrong=right',
    },
    allow: {
      type: 'strings',
      default: [],
      zh: '不算错的人名、单位简称和说法，如“世外桃园合作社”',
      en: 'names and words that are right in this house',
    },
  },
  quotes: ['traditional'],
  messages: {
    wrong: { zh: '“{wrong}”应作“{right}”', en: '“{wrong}” should be “{right}”' },
    maybe: { zh: '“{wrong}”是不是“{right}”，请核', en: '“{wrong}”: is “{right}” meant? Please check' },
    traditional: {
      zh: '全文用简体字，“{wrong}”是繁体，应作“{right}”',
      en: '“{wrong}” is traditional script in a simplified text: “{right}”',
    },
  },
  check({ text, use, options, report }) {
    const quoted = use(quotations)
    const house = houseTable(options.terms)
    for (const stretch of use(structure).stretches) {
      for (const hit of findWrong(use, stretch.start, stretch.end)) say(hit, confusableAt(hit.phrase), stretch)
      for (const hit of house?.find(use, stretch.start, stretch.end) ?? [])
        say(hit, house?.rows[hit.phrase] as Confusable, stretch)
    }
    function say({ start, end }: PhraseHit, row: Confusable, stretch: Span): void {
      if (!row.quoted && isInside(quoted, start)) return
      const around = text.slice(Math.max(stretch.start, start - before), Math.min(stretch.end, end + after))
      if (row.not?.test(around) || (row.cue && !row.cue.test(around))) return
      if (row.from !== undefined && (use(era) ?? row.from) < row.from) return
      const { wrong, right } = row
      report(
        row.mild ? 'maybe' : 'wrong',
        { start, end },
        { wrong, right },
        {
          fix: { grade: row.safe ? 'safe' : 'suggested', edits: [{ start, end, text: right }] },
          ...(row.mild && { severity: 'info' as const }),
        },
      )
    }
    for (const { start, end } of traditionalIn(text, use(structure).stretches)) {
      const wrong = text.slice(start, end)
      const right = [...wrong].map(simplifiedOf).join('')
      report(
        'traditional',
        { start, end },
        { wrong, right },
        { fix: { grade: 'suggested', edits: [{ start, end, text: right }] } },
      )
    }
  },
})

/** The house's own slips; an entry that is not `wrong=right` says nothing. */
function houseTable(terms: readonly string[]): { rows: readonly Confusable[]; find: typeof findWrong } | undefined {
  const rows = terms.flatMap((term): Confusable[] => {
    const [wrong, right] = term.split('=')
    return wrong && right ? [{ wrong, right }] : []
  })
  return rows.length > 0 ? { rows, find: termFinder(rows.map(({ wrong }) => wrong)) } : undefined
}

/** Traditional characters of a text that is otherwise in simplified script; neighbours are one place. */
function traditionalIn(text: string, stretches: readonly Span[]): Span[] {
  const places: { start: number; end: number }[] = []
  for (const { start, end } of stretches) {
    for (let offset = start; offset < end; offset++) {
      if (isTraditional[text.charCodeAt(offset)] === 0) continue
      const last = places[places.length - 1]
      if (last?.end === offset) last.end++
      else if (places.length === mostTraditional) return []
      else places.push({ start: offset, end: offset + 1 })
    }
  }
  if (places.length === 0) return []
  const share = countSimplified(text) / places.length
  return share < leastShare ? [] : places
}
