/** Whether words, or a place of the report, look back or ahead: what was right to say of last year may be wrong to plan. */
import { fact, type Use } from '../fact.ts'
import { lastAt } from '../source.ts'
import { rankOf } from '../tree.ts'
import { documentYear } from './document-year.ts'
import { longestLine, looksBothWays, type Outlook, outlookOf } from './outlook-words.ts'
import { headingMarker, headingText, type PlacedParagraph, type PlacedSection, structure } from './structure.ts'
import { within } from './times/index.ts'
import { years } from './years.ts'

export { type Outlook, outlookOf } from './outlook-words.ts'

/** Where the outlook changes; it holds up to the next turn. `undefined`: neither, or not to be told. */
interface Turn {
  readonly start: number
  readonly outlook: Outlook | undefined
}

const turns = fact('outlook', ({ text }, use): readonly Turn[] => {
  const { sections, paragraphs } = use(structure)
  const found: { start: number; outlook: Outlook | undefined; isLine: boolean }[] = []
  for (const placed of sections) {
    const marker = headingMarker(placed.heading)
    if (placed.parent !== undefined || (marker && rankOf(marker.scheme) > rankOf('han-dun'))) continue
    const outlook = outlookOf(headingText(placed.heading)) ?? outlookOfYear(use, placed)
    found.push({ start: placed.heading.start, outlook, isLine: marker === undefined })
  }
  for (const { paragraph, runIn } of paragraphs) {
    if (runIn || paragraph.role !== undefined || paragraph.end - paragraph.start > longestLine) continue
    const words = text.slice(paragraph.start, paragraph.end)
    const outlook = /[。；，：:！]$/.test(words) ? undefined : outlookOf(words, 'line')
    if (outlook) found.push({ start: paragraph.start, outlook, isLine: true })
  }
  found.sort((a, b) => a.start - b.start)
  // Under a line that divides the report its parts are numbered 一、二、三: they do not end what the line began.
  let isUnderLine = false
  const whole = outlookOfTitle(text, paragraphs)
  let last: Outlook | undefined = whole
  const known = found.flatMap(({ start, outlook, isLine }): Turn[] => {
    if (outlook !== undefined) isUnderLine = isLine
    // What comes behind the plans and says nothing of its own (三、加强自身建设) is planned too.
    else if (isUnderLine || last === 'plan' || whole !== undefined) return []
    last = outlook
    return [{ start, outlook }]
  })
  return whole === undefined ? known : [{ start: 0, outlook: whole }, ...known]
})

/** Of a paper that does one thing only: 2026年工作要点 looks ahead, 2025年工作总结 back, up to where its headings say otherwise. */
function outlookOfTitle(text: string, paragraphs: readonly PlacedParagraph[]): Outlook | undefined {
  const words = paragraphs
    .filter(({ paragraph }) => paragraph.role === 'title')
    .map(({ paragraph }) => text.slice(paragraph.start, paragraph.end))
    .join('')
  return looksBothWays(words) ? undefined : outlookOf(words)
}

/** 关于2025年工作: back where that year is before the one the document belongs to. */
function outlookOfYear(use: Use, { heading }: PlacedSection): Outlook | undefined {
  if (!/工作/.test(headingText(heading))) return undefined
  const [year, other] = within(use(years), heading)
  const own = year && !other && !year.inRange && !year.quoted ? use(documentYear) : undefined
  if (!own || !year) return undefined
  if (year.value < own.first) return 'review'
  return year.value >= own.last && own.month !== undefined && own.month <= 6 ? 'plan' : undefined
}

/** The outlook that holds at `offset`; undefined where the headings do not tell. */
export function outlookAt(use: Use, offset: number): Outlook | undefined {
  const turn = lastAt(use(turns), offset)
  return turn && turn.start <= offset ? turn.outlook : undefined
}
