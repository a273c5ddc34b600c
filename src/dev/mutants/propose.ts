/**
 * Sentences that would notice changes which no test notices: an example of the rule with a word put in the place of one that
 * stands beside it in the same list. Somebody has to read them: a sentence that no editor would meet proves nothing.
 */
import type { AnyRule } from '../../rule.ts'
import type { RuleFolder } from '../generate.ts'
import { likelyWords } from './likely.ts'
import type { Mutant, Mutants } from './rule-mutants.ts'
import { type Documents, type Trial, told } from './trial.ts'

/** A place of an example, and the words that are put there. */
interface Choice {
  readonly at: number
  readonly length: number
  readonly words: readonly string[]
}

/** An example with places to choose in. */
export interface Proposal {
  readonly text: string
  readonly other?: string
  readonly year?: number
  /** Whether a word is put into the text and the other one, where that has the same. */
  readonly isBoth: boolean
  /** Whether the words that stand in the example count as well: then all are told in the same places. */
  readonly hasOwn: boolean
  readonly choices: readonly Choice[]
  /** What is told of the example as it stands, or of its only variant. */
  readonly places: string
}

interface Candidate {
  readonly seed: Trial
  readonly at: number
  readonly length: number
  readonly word: string
  readonly isBoth: boolean
  readonly trial: Trial
}

interface Found extends Candidate {
  readonly places: string
  readonly isLikeSeed: boolean
  readonly mutant: Mutant
}

/** So many candidates of a change are tried. */
const mostTries = 400
/** In so many places of an example. */
const mostPlaces = 4

const expressionOf = (part: string): RegExp[] => {
  try {
    return part === '' ? [] : [new RegExp(part, 'g')]
  } catch {
    return []
  }
}

const put = (text: string, at: number, length: number, word: string): string => text.slice(0, at) + word + text.slice(at + length)

function* placesOf(text: string, expressions: readonly RegExp[]): Generator<{ at: number; was: string }> {
  const seen = new Set<string>()
  for (const expression of expressions) {
    let times = 0
    for (const { 0: was, index: at } of text.matchAll(expression)) {
      if (was === '' || ++times > mostPlaces) break
      if (!seen.has(`${at} ${was}`)) yield { at, was }
      seen.add(`${at} ${was}`)
    }
  }
}

function* candidatesIn(seeds: readonly Trial[], { out }: Mutant['change']): Generator<Candidate> {
  if (!out) return
  const words = likelyWords(out.part)
  const expressions = out.beside.flatMap(expressionOf)
  for (const seed of seeds) {
    for (const { at, was } of placesOf(seed.text, expressions)) {
      for (const word of words.filter((one) => one !== was)) {
        const one = { seed, at, length: was.length, word }
        const trial = { ...seed, text: put(seed.text, at, was.length, word) }
        if (seed.other?.includes(was)) yield { ...one, isBoth: true, trial: { ...trial, other: seed.other.replace(was, word) } }
        yield { ...one, isBoth: false, trial }
      }
    }
  }
}

/** Places told of a text as they stand once a word of it is replaced; undefined where one ends inside the word. */
function shifted(places: string, { at, length }: { at: number; length: number }, word: string): string | undefined {
  const by = word.length - length
  const spans = JSON.parse(places) as [number, number][]
  const moved = spans.map((span) =>
    span.map((offset) => (offset <= at ? offset : offset >= at + length ? offset + by : Number.NaN)),
  )
  return moved.flat().some(Number.isNaN) ? undefined : JSON.stringify(moved)
}

class Proposer {
  readonly #mutants: Mutants
  readonly #folder: RuleFolder
  readonly #rule: AnyRule
  /** What the rule says of a text, by text. */
  readonly #known = new Map<string, { readonly trial: Trial; readonly places: string }>()
  readonly #documents: Documents = new WeakMap()

  constructor(mutants: Mutants, folder: RuleFolder) {
    this.#mutants = mutants
    this.#folder = folder
    this.#rule = mutants.unchanged(folder)
  }

  said(trial: Trial, rule = this.#rule): string {
    const key = JSON.stringify([trial.text, trial.other, trial.year])
    const known = this.#known.get(key) ?? { trial, places: this.#placesOf(trial, this.#rule) }
    this.#known.set(key, known)
    return rule === this.#rule ? known.places : this.#placesOf(known.trial, rule)
  }

  #placesOf = (trial: Trial, rule: AnyRule): string => told(this.#mutants.engine, rule, trial, this.#documents).places

  /** The first candidate that notices the change, best one that is told as its example is. */
  best(seeds: readonly Trial[], mutant: Mutant): Found | undefined {
    const changed = this.#mutants.changed(this.#folder, mutant)
    let best: Found | undefined
    let tries = 0
    for (const candidate of candidatesIn(seeds, mutant.change)) {
      if (++tries > mostTries) break
      const places = this.said(candidate.trial)
      if (places === 'crash' || this.said(candidate.trial, changed) === places) continue
      const isLikeSeed = shifted(candidate.seed.places, candidate, candidate.word) === places
      if (isLikeSeed || !best) best = { ...candidate, places, isLikeSeed, mutant }
      if (isLikeSeed) break
    }
    return best
  }

  /** Without the sentences that nothing depends on, in the text and in the other one. */
  shortened(proposal: Proposal, mutants: ReadonlyMap<string, Mutant>): Proposal {
    const rules = new Map([...mutants].map(([word, mutant]) => [word, this.#mutants.changed(this.#folder, mutant)]))
    let best = proposal
    const pieces = proposal.text.split(/(?<=[。！？\n])/)
    for (let index = pieces.length - 1; index >= 0; index--) {
      const from = pieces.slice(0, index).join('').length
      const to = from + (pieces[index] as string).length
      if (best.choices.some(({ at, length }) => at < to && at + length > from)) continue
      const choices = best.choices.map((choice) => (choice.at >= to ? { ...choice, at: choice.at - (to - from) } : choice))
      const text = best.text.slice(0, from) + best.text.slice(to)
      const shorter = { ...best, text, choices, places: this.said(trialOf({ ...best, text })) }
      if (!this.#isAsGood(shorter, rules)) continue
      best = shorter
      pieces.splice(index, 1)
    }
    return this.#withShorterOther(best, rules)
  }

  #withShorterOther(proposal: Proposal, rules: ReadonlyMap<string, AnyRule>): Proposal {
    let best = proposal
    const pieces = proposal.other?.split(/(?<=[。！？\n])/) ?? []
    for (let index = pieces.length - 1; index >= 0; index--) {
      const other = pieces.toSpliced(index, 1).join('')
      const shorter = { ...best, other, places: this.said(trialOf({ ...best, other })) }
      if (!this.#isAsGood(shorter, rules)) continue
      best = shorter
      pieces.splice(index, 1)
    }
    return best
  }

  #isAsGood(proposal: Proposal, rules: ReadonlyMap<string, AnyRule>): boolean {
    const isHit = proposal.places !== '[]'
    return proposal.choices.every((choice) =>
      choice.words.every((word) => {
        const trial = variantOf(proposal, choice, word)
        const places = this.said(trial)
        const isRight = proposal.hasOwn ? places === shifted(proposal.places, choice, word) : (places !== '[]') === isHit
        const rule = rules.get(`${choice.words[0]} ${word}`)
        return isRight && places !== 'crash' && rule !== undefined && this.said(trial, rule) !== places
      }),
    )
  }
}

const trialOf = ({ text, other, year, places }: Pick<Proposal, 'text' | 'other' | 'year' | 'places'>): Trial => ({
  ...{ text, places, options: {} },
  ...(other !== undefined && { other }),
  ...(year !== undefined && { year }),
})

function variantOf(proposal: Proposal, { at, length }: Choice, word: string): Trial {
  const was = proposal.text.slice(at, at + length)
  const other = proposal.isBoth && proposal.other !== undefined ? { other: proposal.other.replace(was, word) } : {}
  return { ...trialOf(proposal), text: put(proposal.text, at, length, word), ...other }
}

const isFree = (choices: readonly Choice[], { at, length }: Found): boolean =>
  choices.every((one) => one.at + one.length <= at || one.at >= at + length)

/** What was found, by example: words of one place together, and places that do not touch. */
function gathered(found: readonly Found[]): { proposal: Proposal; mutants: Map<string, Mutant> }[] {
  const all: { seed: Trial; proposal: Proposal; mutants: Map<string, Mutant> }[] = []
  for (const one of found) {
    const { seed, at, length, word, isBoth, isLikeSeed, places, mutant, trial } = one
    const known = all.find(
      ({ seed: other, proposal }) =>
        isLikeSeed &&
        other === seed &&
        proposal.hasOwn &&
        proposal.isBoth === isBoth &&
        (proposal.choices.some((choice) => choice.at === at && choice.length === length) ||
          (!isBoth && isFree(proposal.choices, one))),
    )
    const base = isLikeSeed ? { text: seed.text, other: seed.other } : { text: trial.text, other: trial.other }
    const own = { at, length: isLikeSeed ? length : word.length, words: [word] }
    if (!known) {
      const proposal: Proposal = {
        text: base.text,
        ...(base.other !== undefined && { other: base.other }),
        ...(seed.year !== undefined && { year: seed.year }),
        ...{ isBoth, hasOwn: isLikeSeed, choices: [own], places: isLikeSeed ? seed.places : places },
      }
      all.push({ seed, proposal, mutants: new Map([[`${word} ${word}`, mutant]]) })
      continue
    }
    const { proposal } = known
    const place = proposal.choices.find((choice) => choice.at === at && choice.length === length)
    if (place?.words.includes(word)) continue
    const choices = place
      ? proposal.choices.map((choice) => (choice === place ? { ...choice, words: [...choice.words, word] } : choice))
      : [...proposal.choices, own].sort((a, b) => a.at - b.at)
    known.proposal = { ...proposal, choices }
    known.mutants.set(`${place?.words[0] ?? word} ${word}`, mutant)
  }
  return all
}

/** Sentences for as many of the changes as some are found for, and the changes that are left. */
export function propose(
  mutants: Mutants,
  folder: RuleFolder,
  unnoticed: readonly Mutant[],
): { readonly proposals: readonly Proposal[]; readonly left: readonly Mutant[] } {
  const proposer = new Proposer(mutants, folder)
  const seeds = mutants
    .trialsOf(folder)
    .filter(
      ({ text, options, facts, file = 'example.txt' }) =>
        Object.keys(options).length === 0 && facts === undefined && file === 'example.txt' && !/[{}|]/.test(text),
    )
  const found: Found[] = []
  const left: Mutant[] = []
  for (const mutant of unnoticed) {
    const best = proposer.best(seeds, mutant)
    // Told of other places than its example, a sentence is no longer one that somebody wrote.
    if (best && (best.isLikeSeed || best.places === '[]')) found.push(best)
    else left.push(mutant)
  }
  const proposals = gathered(found).map(({ proposal, mutants: by }) => proposer.shortened(proposal, by))
  return { proposals, left }
}

/** A proposal as a row has it: ⟦ ⟧ round what is told, {甲|乙} where there is a choice. */
export function exampleOf({ text, other, year, isBoth, hasOwn, choices, places }: Proposal): {
  readonly text: string
  readonly other?: string
  readonly year?: number
} {
  const spans = JSON.parse(places) as [number, number][]
  const spelledOut = (was: string, words: readonly string[]): string => `{${[was, ...words].join('|')}}`
  const isChosen = hasOwn
  let marked = ''
  for (let offset = 0; offset <= text.length; offset++) {
    if (spans.some(([, end]) => end === offset)) marked += '⟧'
    if (spans.some(([start]) => start === offset)) marked += '⟦'
    const inside = isChosen ? choices.find(({ at, length }) => at <= offset && offset < at + length) : undefined
    if (inside?.at === offset) marked += spelledOut(text.slice(offset, offset + inside.length), inside.words)
    if (!inside) marked += text[offset] ?? ''
  }
  const [first] = choices
  const others =
    other === undefined || !first || !isBoth || !isChosen
      ? other
      : other.replace(text.slice(first.at, first.at + first.length), (was) => spelledOut(was, first.words))
  return { text: marked, ...(others !== undefined && { other: others }), ...(year !== undefined && { year }) }
}
