/** “错=对”: what the tables and the house call wrong, formulas with a character replaced, sets called by another number. */
import { type Span, type Stretch, termFinder } from '../../../src/kit.ts'
import type { Form } from './data.ts'
import { type Hit, halves, inner, isSince, type Part } from './find.ts'
import { formAt } from './mistyped.ts'
import { numberedSlips } from './numbered.ts'

export const formMessages = {
  number: {
    zh: '“{said}”通常是“{right}”，请核',
    en: '“{said}” is usually “{right}”. Please check',
  },
  form: { zh: '“{wrong}”的固定提法是“{right}”', en: 'The fixed form of “{wrong}” is “{right}”' },
} as const

type Forms = Part<typeof formMessages>

/** What the tables have of a stretch. */
export function tellForms(part: Forms, stretch: Stretch, forms: readonly Hit[], found: readonly Hit[]): void {
  for (const hit of forms) tellForm(part, formAt(hit.phrase), hit)
  for (const { start, end, right } of replaced(part.text, stretch, found)) {
    tellForm(part, { wrong: part.text.slice(start, end), right }, { start, end })
  }
}

/** What the house has of it. */
export function tellHouse(part: Forms, stretch: Stretch, house: House | undefined): void {
  for (const hit of house?.find(part.use, stretch.start, stretch.end) ?? []) tellForm(part, house?.rows[hit.phrase] as Form, hit)
}

export function tellNumbers({ text, use, report }: Forms, stretch: Stretch): void {
  for (const { start, end, set } of numberedSlips(use, text, stretch)) {
    const said = text.slice(start, end)
    // What stands again is a set of the house's own.
    if (!set.isSure && text.includes(said, end)) continue
    report('number', { start, end }, { said, right: set.id }, { ...(!set.isSure && { severity: 'info' as const }) })
  }
}

function tellForm({ text, use, report }: Forms, { wrong, right, from, not }: Form, { start, end }: Span): void {
  const around = text.slice(Math.max(0, start - 4), end + 4)
  if ((from !== undefined && !isSince(use, from)) || not?.test(around)) return
  const fix = { grade: 'suggested', edits: [{ start, end, text: right }] } as const
  report('form', { start, end }, { wrong: inner(wrong), right: inner(right) }, { fix })
}

export interface House {
  readonly rows: readonly Form[]
  readonly find: ReturnType<typeof termFinder>
}

/** The house's own formulas; an entry that is not `wrong=right` says nothing. */
export function houseTable(terms: readonly string[]): House | undefined {
  const rows = terms.flatMap((term): Form[] => {
    const [wrong, right] = term.split('=')
    return wrong && right ? [{ wrong, right }] : []
  })
  return rows.length > 0 ? { rows, find: termFinder(rows.map(({ wrong }) => wrong)) } : undefined
}

/** Formulas with one character replaced: one half is there, the other is all but equal. */
function* replaced(text: string, { start, end }: Span, found: readonly Hit[]): Generator<Span & { readonly right: string }> {
  for (const hit of found) {
    const { formula, rest, shift } = halves[hit.phrase] as (typeof halves)[number]
    const from = shift > 0 ? hit.start : hit.start + shift
    const to = from + formula.words.length
    if (from < start || to > end || !isNear(text, shift > 0 ? from + shift : from, rest)) continue
    if (!formula.except.includes(text.slice(from, to))) yield { start: from, end: to, right: formula.words }
  }
}

/** Whether exactly one character of `words` differs at `offset`, and Chinese stands in its place. */
function isNear(text: string, offset: number, words: string): boolean {
  let differing = 0
  for (let index = 0; index < words.length; index++) {
    if (text[offset + index] === words[index]) continue
    if (++differing > 1 || !/[\u4e00-\u9fff]/.test(text[offset + index] ?? '')) return false
  }
  return differing === 1
}
