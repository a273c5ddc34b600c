/** Puts slips into right text, for training and for measuring: the same seed puts the same slips. */

export const slipKinds = ['sound', 'near', 'shape', 'word', 'double', 'swap', 'again'] as const
export type SlipKind = (typeof slipKinds)[number]

/** A slip in the injected text: what stands there, and what stood there. */
export interface Slip {
  readonly kind: SlipKind
  readonly start: number
  readonly bad: string
  readonly good: string
}

export interface Tables {
  readonly frequency: ReadonlyMap<string, number>
  readonly confuse: Readonly<Record<string, readonly (readonly [string, number])[]>>
  /** Words of two characters that sound like another: the others, with how often they stand. */
  readonly alike: ReadonlyMap<string, readonly (readonly [string, number])[]>
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const isHan = (char: string | undefined): char is string => char !== undefined && char >= '\u4e00' && char <= '\u9fff'
const numerals = '一二三四五六七八九十百千万亿两第的地得'

/** One slip every `gap` characters or so, of each kind in turn. */
export function inject(
  text: string,
  gap: number,
  seed: number,
  tables: Tables,
): { readonly text: string; readonly slips: Slip[] } {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[], weight: (item: T) => number): T => {
    let left = random() * list.reduce((sum, item) => sum + weight(item), 0)
    for (const item of list) {
      left -= weight(item)
      if (left <= 0) return item
    }
    return list[list.length - 1] as T
  }
  const substitute = (char: string, flag: number, power: number): string | undefined => {
    const list = (tables.confuse[char] ?? []).filter(([, flags]) => (flags & flag) !== 0)
    return list.length > 0 ? pick(list, ([other]) => (tables.frequency.get(other) ?? 1) ** power)[0] : undefined
  }
  const makers: Record<SlipKind, (at: number) => readonly [string, number] | undefined> = {
    sound: (at) => one(substitute(text[at] as string, 1, 0.8)),
    near: (at) => one(substitute(text[at] as string, 2, 0.5)),
    shape: (at) => one(substitute(text[at] as string, 4, 0.5)),
    word: (at) => {
      const list = tables.alike.get(text.slice(at, at + 2))
      return list ? [pick(list, ([, count]) => Math.sqrt(count))[0], 2] : undefined
    },
    double: (at) => {
      const char = text[at] as string
      return char !== text[at - 1] && char !== text[at + 1] ? [char + char, 1] : undefined
    },
    again: (at) => {
      const next = text[at + 1]
      return isHan(next) && next !== text[at] && isHan(text[at + 2]) && text[at + 2] !== text[at]
        ? [(text[at] as string) + next + text[at], 2]
        : undefined
    },
    swap: (at) => {
      const next = text[at + 1]
      return isHan(next) && next !== text[at] ? [next + text[at], 2] : undefined
    },
  }
  const one = (char: string | undefined): readonly [string, number] | undefined => (char === undefined ? undefined : [char, 1])
  let out = ''
  const slips: Slip[] = []
  let next = Math.floor(random() * gap) + 5
  let turn = Math.floor(random() * slipKinds.length)
  let at = 0
  while (at < text.length) {
    const char = text[at] as string
    const kind = slipKinds[turn % slipKinds.length] as SlipKind
    const made = at >= next && isHan(char) && !numerals.includes(char) ? makers[kind](at) : undefined
    if (made === undefined || made[0] === text.slice(at, at + made[1])) {
      if (at - next > 200) turn++
      out += char
      at++
      continue
    }
    slips.push({ kind, start: out.length, bad: made[0], good: text.slice(at, at + made[1]) })
    out += made[0]
    at += made[1]
    next = at + Math.floor(gap * (0.6 + 0.8 * random()))
    turn++
  }
  return { text: out, slips }
}
