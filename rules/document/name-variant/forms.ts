/** One house under two legal forms: 恒通置业有限公司 and 恒通置业股份有限公司. */
import { addTo, type NameMention, type Span } from '../../../src/kit.ts'

export interface FormVariant {
  readonly name: string
  readonly nameAt: Span
  readonly count: number
  readonly other: string
  readonly otherAt: Span
  readonly isSure: boolean
}

const forms: readonly string[] = ['有限责任公司', '股份有限公司', '有限公司']
/** So much of a name before its form must be the same. Characters. */
const least = 4

export function otherForms(text: string, named: readonly NameMention[]): FormVariant[] {
  const houses = new Map<string, Map<string, NameMention[]>>()
  for (const one of named) {
    if (!forms.includes(one.ending)) continue
    const core = text.slice(one.start, one.end - one.ending.length)
    if (core.length < least) continue
    const key = core.slice(-least)
    const house = houses.get(key) ?? new Map<string, NameMention[]>()
    houses.set(key, house)
    addTo(house, one.ending, one)
  }
  return [...houses.values()].flatMap((house): FormVariant[] => {
    if (house.size !== 2) return []
    const [many, few] = [...house.values()].sort((a, b) => b.length - a.length || (a[0]?.start ?? 0) - (b[0]?.start ?? 0))
    const [right] = many ?? []
    const [odd] = few ?? []
    if (!many || !right || !odd || few?.length !== 1) return []
    return [
      {
        name: text.slice(right.start, right.end),
        nameAt: right,
        count: many.length,
        other: text.slice(odd.start, odd.end),
        otherAt: odd,
        isSure: many.length > 1,
      },
    ]
  })
}
