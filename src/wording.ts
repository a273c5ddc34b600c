/** Languages a user can choose with `--lang`; Chinese is the default. */
export type Lang = 'zh' | 'en'

/** One sentence in both languages. `{slots}` are filled from data. */
export interface Wording {
  readonly zh: string
  readonly en: string
}

/** The slot names of a template: `Slots<'{x}与{y}'>` is `'x' | 'y'`. */
export type Slots<Template extends string> = Template extends `${string}{${infer Slot}}${infer Rest}` ? Slot | Slots<Rest> : never

/** What fills a slot; a `Wording` where the word itself depends on the language (导语 / preamble). */
export type SlotValue = string | number | Wording

/** What a template's slots take: exactly its slots, no more and no fewer. */
export type Data<W extends Wording> = { readonly [Slot in Slots<W['zh']>]: SlotValue }

/** `W` when both languages have the same slots, else `never`, so that a forgotten slot does not compile. */
export type SameSlots<W extends Wording> = [Slots<W['zh']>] extends [Slots<W['en']>]
  ? [Slots<W['en']>] extends [Slots<W['zh']>]
    ? W
    : never
  : never

/** Any slots: for code that passes data on without knowing the template. */
export type AnyData = Readonly<Record<string, SlotValue>>

/** A template divided at its slots: words at even places, names of slots at odd ones. */
const divided = new Map<string, readonly string[]>()

function partsOf(template: string): readonly string[] {
  const known = divided.get(template)
  if (known) return known
  const parts = template.split(/\{(\w{1,30})\}/)
  divided.set(template, parts)
  return parts
}

/** The sentence of `wording` in `lang`, its slots filled. A slot without data stays as written, so that it is seen. */
export function fill(wording: Wording, lang: Lang, data: AnyData): string {
  const template = wording[lang]
  if (!template.includes('{')) return template
  const parts = partsOf(template)
  let sentence = parts[0] as string
  for (let at = 1; at < parts.length; at += 2) {
    const value = data[parts[at] as string] ?? `{${parts[at]}}`
    sentence += (typeof value === 'object' ? value[lang] : value) + (parts[at + 1] as string)
  }
  return sentence
}
