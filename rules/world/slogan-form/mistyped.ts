/** What is wrong word for word: the forms of the table, and formulas mistyped. */
import { type Form, forms, formulas } from './data.ts'

/** A formula with a character lost, doubled or swapped inside; first and last stay, or the word before would be taken for it. */
function mistyped(words: string): string[] {
  const found: string[] = []
  for (let at = 1; at < words.length - 1; at++) {
    found.push(words.slice(0, at) + words.slice(at + 1))
    found.push(words.slice(0, at) + words[at] + words.slice(at))
    if (words[at] !== words[at + 1]) found.push(words.slice(0, at) + words[at + 1] + words[at] + words.slice(at + 2))
  }
  return found
}

/** What is wrong word for word: the forms, and behind them each formula mistyped in every way. */
export const wrongForms = forms.map(({ wrong }) => wrong)
const mistypedFrom = formulas.map(({ words, except }) => {
  const first = wrongForms.length
  for (const wrong of mistyped(words)) if (!except.includes(wrong)) wrongForms.push(wrong)
  return first
})
export function formAt(index: number): Form {
  const form = forms[index]
  if (form) return form
  const formula = formulas[mistypedFrom.findLastIndex((first) => first <= index)] as (typeof formulas)[number]
  return { wrong: wrongForms[index] as string, right: formula.words }
}
