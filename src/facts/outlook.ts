/** Whether a place of the report looks back or ahead: what was right to say of last year may be wrong to plan. */
import { fact, type Use } from '../fact.ts'
import { rankOf } from '../tree.ts'
import { longestLine } from './claims.ts'
import { headingMarker, headingText, structure } from './structure.ts'

export type Outlook = 'review' | 'plan'

/** Where the outlook changes; it holds up to the next turn. `undefined`: neither, or not to be told. */
interface Turn {
  readonly offset: number
  readonly outlook: Outlook | undefined
}

const reviewWords = /回顾|总结|完成情况|进展情况|主要成绩|工作成效|取得的成|工作情况|主要做法/g
const planWords = /安排|部署|打算|计划|下一步|总体要求|目标任务|主要任务|重点任务|重点工作|工作思路|工作要点/g

const turns = fact('outlook', ({ text }, use): readonly Turn[] => {
  const { sections, paragraphs } = use(structure)
  const found: { offset: number; outlook: Outlook | undefined; isLine: boolean }[] = []
  for (const { heading, parent } of sections) {
    const marker = headingMarker(heading)
    if (parent !== undefined || (marker && rankOf(marker.scheme) > rankOf('han-dun'))) continue
    found.push({ offset: heading.start, outlook: outlookOf(headingText(heading)), isLine: marker === undefined })
  }
  for (const { paragraph, runIn } of paragraphs) {
    if (runIn || paragraph.role !== undefined || paragraph.end - paragraph.start > longestLine) continue
    const words = text.slice(paragraph.start, paragraph.end)
    const outlook = /[。；，：:！]$/.test(words) ? undefined : outlookOf(words)
    if (outlook) found.push({ offset: paragraph.start, outlook, isLine: true })
  }
  found.sort((a, b) => a.offset - b.offset)
  // Under a line that divides the report its parts are numbered 一、二、三: they do not end what the line began.
  let isUnderLine = false
  return found.filter(({ outlook, isLine }) => {
    if (outlook !== undefined) isUnderLine = isLine
    return outlook !== undefined || !isUnderLine
  })
})

/** By the word that stands last: it is the head of a Chinese noun phrase. */
function outlookOf(words: string): Outlook | undefined {
  const review = lastPlace(words, reviewWords)
  const plan = lastPlace(words, planWords)
  if (review === plan) return undefined
  return review > plan ? 'review' : 'plan'
}

/** Where the last match begins; −1 without any. `pattern` is global. */
function lastPlace(words: string, pattern: RegExp): number {
  let place = -1
  for (const match of words.matchAll(pattern)) place = match.index
  return place
}

/** The outlook that holds at `offset`; undefined where the headings do not tell. */
export function outlookAt(use: Use, offset: number): Outlook | undefined {
  return use(turns).findLast((turn) => turn.offset <= offset)?.outlook
}
