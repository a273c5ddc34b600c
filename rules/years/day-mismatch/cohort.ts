/** The class a house admits in a year bears that year: 录取2025级本科新生. */
import type { Span, Stretch } from '../../../src/kit.ts'

const admitted =
  /(?:录取|招收|招录|迎来|迎接|共招|新招|报到)了?(?:全日制|普通)?((?:20)[0-9]{2})级[\u4e00-\u9fff]{0,10}?(?:新生|学生|研究生|本科生)/g

export function cohorts(text: string, stretches: readonly Stretch[]): { readonly at: Span; readonly year: number }[] {
  return stretches.flatMap(({ start, end, role }) => {
    if (role !== undefined) return []
    const words = text.slice(start, end)
    if (!words.includes('级')) return []
    return [...words.matchAll(admitted)].map((match) => {
      const year = match[1] as string
      const at = start + match.index + match[0].indexOf(year)
      return { at: { start: at, end: at + year.length + 1 }, year: Number(year) }
    })
  })
}
