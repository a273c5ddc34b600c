/** Bodies and campaigns that have another name this year. */
import { changesOf, type NameMention, names, type Pairing, type Span, type Unit, type Use, within } from '../../../src/kit.ts'
import { atHome, placesOf } from './places.ts'

interface Renamed {
  readonly name: string
  readonly now: string
  readonly places: readonly Span[]
  /** Where it is called by its new name. */
  readonly see: Span
  readonly isSure: boolean
}

/** Bodies and campaigns with another name than last year, whose old one still stands in sentences of last year. */
export function renamed(text: string, use: Use, pair: Pairing): Renamed[] {
  const { old, now, rows } = pair
  const pairs = new Map<string, { readonly now: string; readonly see: Span; readonly isOwn: boolean }>()
  if (old.owner.office !== undefined && now.owner.office !== undefined && old.owner.office !== now.owner.office) {
    const isInside = now.owner.office.includes(old.owner.office) || old.owner.office.includes(now.owner.office)
    const [see] = placesOf(text, now.owner.office)
    if (!isInside && see) pairs.set(old.owner.office, { now: now.owner.office, see, isOwn: true })
  }
  const [ours, theirs] = [namesIn(use), namesIn(old.use)]
  for (const row of rows) {
    if (!row.mate) continue
    const [here, there] = [within(ours, row.unit), within(theirs, row.mate)]
    if (here.length === 0 || there.length === 0) continue
    for (const change of changesOf(row)) {
      const was = there.find((one) => holds(one, change.old))
      const is = here.find((one) => holds(one, change.now))
      if (!was || !is) continue
      const name = old.text.slice(was.isQuoted ? was.start : change.old.start, was.end)
      const next = text.slice(is.isQuoted ? is.start : change.now.start, is.end)
      if (name.length < 3 || next.length < 3 || next.includes(name) || name.includes(next) || /^“?十[一二三四五六]五/.test(name))
        continue
      if (placesOf(old.text, name).length < atHome || old.text.includes(next)) continue
      if (!pairs.has(name)) pairs.set(name, { now: next, see: { start: is.end - next.length, end: is.end }, isOwn: false })
    }
  }
  return [...pairs].flatMap(([name, { now: next, see, isOwn }]): Renamed[] => {
    const own = rows.filter(({ unit }) => unit.words.includes(name))
    if (own.length === 0 || own.some(({ mate }) => !mate?.words.includes(name))) return []
    const places = own.flatMap(({ unit }: { unit: Unit }) => placesOf(text, name, unit))
    const isSure = isOwn || placesOf(text, next).length >= atHome
    return [{ name, now: next, places, see, isSure }]
  })
}

interface AnyName extends Span {
  readonly isQuoted: boolean
}

/** Bodies, and what stands in “…”; in order of the text. */
function namesIn(use: Use): AnyName[] {
  const { named, quoted } = use(names)
  const bodies = named
    .filter(({ of }: NameMention) => of === 'organisation')
    .map(({ start, end }) => ({ start, end, isQuoted: false }))
  return [...bodies, ...quoted.map(({ start, end }) => ({ start, end, isQuoted: true }))].sort((a, b) => a.start - b.start)
}

const holds = (one: Span, { start, end }: Span): boolean => start >= one.start && end <= one.end
