/** Every phrase of the tables in one pass, told apart by table. */
import {
  type Context,
  era,
  type Messages,
  type Options,
  type Span,
  sentenceAround,
  tableFinder,
  type Use,
} from '../../../src/kit.ts'
import { chain, families, formulas, verbs } from './data.ts'
import { wrongForms } from './mistyped.ts'

/** What a part of the rule looks with, and says its own messages by. */
export type Part<M extends Messages> = Pick<Context<M, Options>, 'text' | 'use' | 'report'>

/** A member of a family that a phrase is. */
export interface Place {
  readonly family: number
  readonly member: number
}

export const places = new Map<string, Place[]>()
families.forEach(({ members }, family) => {
  members.forEach((words, member) => {
    places.set(words, [...(places.get(words) ?? []), { family, member }])
  })
})
export const memberWords = [...places.keys()]

/** A formula's halves: where one stands, the other may be all but right. */
export const halves = formulas.flatMap((formula) => {
  const middle = formula.words.length >> 1
  return [
    { formula, words: formula.words.slice(0, middle), rest: formula.words.slice(middle), shift: middle },
    { formula, words: formula.words.slice(middle), rest: formula.words.slice(0, middle), shift: -middle },
  ]
})

/** All that is looked for in one pass. What is longer hides what is shorter: a formula in full hides its halves. */
const tables = {
  form: wrongForms,
  chain: chain.members,
  member: memberWords,
  half: halves.map(({ words }) => words),
}
type Table = keyof typeof tables
const order: readonly Table[] = ['form', 'chain', 'member', 'half']
/** Where each table ends among all phrases. */
const tableEnds: number[] = []
for (const table of order) tableEnds.push((tableEnds[tableEnds.length - 1] ?? 0) + tables[table].length)
const find = tableFinder([...order.flatMap((table) => tables[table]), ...formulas.map(({ words }) => words)])

/** A phrase of one of the tables, by its index there. */
export interface Hit extends Span {
  readonly phrase: number
}

/** The phrases of a stretch, told apart by their tables. */
export function hitsIn(use: Use, { start, end }: Span): Readonly<Record<Table, readonly Hit[]>> | undefined {
  const found = { form: [] as Hit[], chain: [] as Hit[], member: [] as Hit[], half: [] as Hit[] }
  const all = find(use, start, end)
  if (all.length === 0) return undefined
  for (const hit of all) {
    const at = tableEnds.findIndex((beyond) => hit.phrase < beyond)
    const table = order[at]
    if (table) found[table].push({ start: hit.start, end: hit.end, phrase: hit.phrase - (tableEnds[at - 1] ?? 0) })
  }
  return found
}

/** Whether what came into use in `from` is in use in the document's year; where that is unknown, it is. */
export function isSince(use: Use, from: number): boolean {
  const year = use(era)
  return year === undefined || year >= from
}

/** Of the chain and of lists. */
export const orderMessage = { zh: '次序应为{order}', en: 'The order should be {order}' } as const

/** Words that a message puts into quotation marks: their own become the inner ones. */
export const inner = (words: string): string => words.replaceAll('“', '‘').replaceAll('”', '’')

/** The span with the verb before it, and the opening mark. */
export function withVerb(text: string, { start, end }: Span): Span {
  const from = text[start - 1] === '“' ? start - 1 : start
  const verb = verbs.find((word) => text.startsWith(word, from - word.length))
  return { start: verb === undefined ? from : from - verb.length, end: text[end] === '”' ? end + 1 : end }
}

/** The words of the sentence that holds the span. */
export function wordsAround(use: Use, text: string, span: Span, stretch: Span): string {
  const { start, end } = sentenceAround(use, span, stretch)
  return text.slice(start, end)
}
