import {
  defineRule,
  documentYear,
  isHan,
  isInside,
  quotations,
  type Span,
  structure,
  tableFinder,
  tablesAsOf,
} from '../../../src/kit.ts'
import { bareKinds, type Campaign, campaigns, type Kind, misnamed, tails, verbsBefore } from './data.ts'

const named = campaigns.flatMap((campaign) => campaign.names.map((name) => ({ name, campaign })))
/** Names first: a phrase found is the longest, so a bare word inside a name is never taken for one. */
const phrases = [...named.map(({ name }) => name), ...misnamed.map(([wrong]) => wrong), ...bareKinds]
const find = tableFinder(phrases)

/** 主题教育活动, 主题教育基地 are common words. */
const commonBehind = /^(?:活动|基地|实践|馆|课|周|月|日|展|片|读本|讲座|公园|展览|培训|活)/

interface Found extends Span {
  readonly words: string
}

interface Named extends Found {
  readonly campaign: Campaign
}

interface Bare extends Found {
  readonly kind: Kind
}

export default defineRule({
  id: 'campaign-name',
  severity: 'warning',
  summary: {
    zh: '同一项集中教育几种叫法（党史学习教育、专题教育、主题教育）',
    en: 'One campaign goes under several names in a passage (党史学习教育, 专题教育, 主题教育)',
  },
  source: { tier: '事实', ref: `历次集中教育的通知、动员会和总结会的名称，核对至${tablesAsOf}` },
  options: {
    allow: { type: 'strings', default: [], zh: '本单位自己的教育活动名称', en: 'names of campaigns of this house' },
  },
  messages: {
    other: {
      zh: '上文说的是{name}，这里成了“{bare}”，名称应当一致',
      en: 'Above it is {name}, here “{bare}”: one campaign, one name',
    },
    misnamed: { zh: '“{wrong}”的名称是“{right}”', en: 'The name of “{wrong}” is “{right}”' },
    name: { zh: '同一段里的“{name}”', en: '“{name}” in the same passage' },
  },
  check({ text, use, mayTell, report }) {
    const quoted = use(quotations)
    const year = use(documentYear)
    const passages: { names: Named[]; bares: Bare[] }[] = []
    const everNamed = new Set<Kind>()
    for (const stretch of use(structure).stretches) {
      const hits = find(use, stretch.start, stretch.end)
      if (hits.length === 0) continue
      const passage = { names: [] as Named[], bares: [] as Bare[] }
      for (const { phrase, start, end } of hits) {
        const words = phrases[phrase] as string
        if (!mayTell({ start, end })) continue
        const name = named[phrase]
        const wrong = misnamed[phrase - named.length]
        if (name) {
          passage.names.push({ start, end, words, campaign: name.campaign })
          everNamed.add(name.campaign.kind)
        } else if (wrong) {
          if (isInside(quoted, start - 1) && text[start - 1] !== '”') continue
          const fix = { grade: 'suggested', edits: [{ start, end, text: wrong[1] }] } as const
          report('misnamed', { start, end }, { wrong: inner(wrong[0]), right: inner(wrong[1]) }, { fix })
        } else if (!isInside(quoted, start) && isBare(text, stretch, start, end)) {
          passage.bares.push({ start, end, words, kind: words as Kind })
        }
      }
      passages.push(passage)
    }
    for (const { names, bares } of passages) {
      const [name] = names
      // Several campaigns named side by side: the bare word may be short for any of them.
      if (!name || names.some(({ campaign }) => campaign !== name.campaign)) continue
      const strangers = bares.filter(
        ({ kind }) => kind !== name.campaign.kind && !everNamed.has(kind) && !isRunning(kind, year?.value),
      )
      const first = strangers[0]
      strangers.forEach((bare) => {
        const said = withNeighbours(text, bare)
        // The first one is told with all that disagree, each further one with the name.
        const others = bare === first ? [name, ...strangers.slice(1)] : [name]
        report(
          'other',
          said,
          { name: name.words, bare: bare.words },
          {
            see: others.map((at) => ({ id: 'name', at, data: { name: inner(at.words) } }) as const),
            fix: { grade: 'suggested', edits: [{ start: bare.start, end: bare.end, text: name.words }] },
            // Without a year it may be a campaign that is still to come.
            ...(year === undefined && { severity: 'info' as const }),
          },
        )
      })
    }
  },
})

/** Words that a message puts into quotation marks: their own become the inner ones. */
const inner = (words: string): string => words.replaceAll('“', '‘').replaceAll('”', '’')

/** Whether a campaign of that kind ran in the year of the document or the one before: then the bare word means that one. */
function isRunning(kind: Kind, year: number | undefined): boolean {
  if (year === undefined) return false
  const last = campaigns.findLast((campaign) => campaign.kind === kind)
  // After the table ends nobody knows what comes.
  if (year > Math.max(...campaigns.map(({ to }) => to))) return true
  return (
    last !== undefined && campaigns.some((campaign) => campaign.kind === kind && campaign.from <= year && campaign.to >= year - 1)
  )
}

/** How far before the word 在全党 may stand. Characters. */
const announced = 12

/** Whether the word stands alone: a verb or a mark before it, and behind it nothing that makes it a common word. */
function isBare(text: string, stretch: Span, start: number, end: number): boolean {
  if (commonBehind.test(text.slice(end, end + 3))) return false
  // What the party's congress announces has no name yet: 在全党深入开展主题教育.
  if (text.slice(Math.max(stretch.start, start - announced), start).includes('全党')) return false
  if (start === stretch.start || !isHan(text, start - 1)) return text[start - 1] !== '”' && text[start - 1] !== '》'
  return verbBefore(text, start) !== undefined
}

const verbBefore = (text: string, start: number): string | undefined =>
  verbsBefore.find((verb) => text.startsWith(verb, start - verb.length))

/** The word with its verb and its tail: 检验主题教育成效. */
function withNeighbours(text: string, { start, end }: Span): Span {
  const tail = tails.find((words) => text.startsWith(words, end)) ?? ''
  return { start: start - (verbBefore(text, start)?.length ?? 0), end: end + tail.length }
}
