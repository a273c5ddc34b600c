import {
  defineRule,
  headingMarker,
  type Marker,
  type PlacedSection,
  type Series,
  series,
  structure,
  toHan,
} from '../../../src/kit.ts'

export default defineRule({
  id: 'numbering-sequence',
  severity: 'error',
  summary: { zh: '序号跳号、重号，或开头缺号', en: 'A number of a series is skipped, repeated or missing at the start' },
  source: { tier: '国标', ref: 'GB/T 9704—2012 7.3.3 结构层次序数依次使用' },
  options: {},
  messages: {
    wrong: { zh: '序号应为“{due}”，此处是“{found}”', en: 'The number should be “{due}”, here it is “{found}”' },
    skipped: { zh: '“{before}”之后直接是“{found}”，缺“{due}”', en: '“{found}” follows “{before}”: “{due}” is missing' },
    repeated: { zh: '“{found}”重号，前面已有一个', en: '“{found}” stands twice' },
    start: { zh: '这一组序号从“{found}”开始，缺“{due}”', en: 'This series begins with “{found}”: “{due}” is missing' },
    other: {
      zh: '“{found}”接在“{before}”后面，序号的写法应当一样：“{due}”',
      en: '“{found}” goes on from “{before}” and should be written alike: “{due}”',
    },
    before: { zh: '前一个序号', en: 'the number before' },
    after: { zh: '后一个序号', en: 'the number after' },
  },
  check({ use, report }) {
    for (const { marker, before } of inOtherForm(use(structure).sections)) {
      const due = relabelled(before, marker.ordinal)
      const edits = [{ start: marker.start, end: marker.end, text: due }] as const
      report(
        'other',
        marker,
        { found: marker.value, before: before.value, due },
        {
          see: [{ id: 'before', at: before, data: {} }],
          severity: 'warning',
          ...(!marker.generated && { fix: { grade: 'suggested', edits } }),
        },
      )
    }
    for (const one of use(series)) {
      const { markers } = one
      const [first, second] = markers as readonly [Marker, Marker | undefined]
      if (first.ordinal === 2 && second?.ordinal === 3 && one.kind === 'headings') {
        report(
          'start',
          first,
          { found: first.value, due: relabelled(first, 1) },
          { see: [{ id: 'after', at: second, data: {} }] },
        )
      }
      for (const slip of slips(one)) {
        const { marker, before, due } = slip
        const see = [{ id: 'before', at: before, data: {} }] as const
        const label = relabelled(marker, due)
        if (slip.kind === 'wrong') {
          const fix = { grade: 'suggested', edits: [{ start: marker.start, end: marker.end, text: label }] } as const
          report('wrong', marker, { due: label, found: marker.value }, marker.generated ? { see } : { see, fix })
        } else if (slip.kind === 'repeated') report('repeated', marker, { found: marker.value }, { see })
        else report('skipped', marker, { before: before.value, found: marker.value, due: label }, { see })
      }
    }
  },
})

interface Change {
  readonly marker: Marker
  readonly before: Marker
}

/**
 * （四） and then 5., which has no 4. before it: the fifth of one series in the form of another. It may stand deeper than the one
 * before, and then lies in its section, or higher.
 */
function inOtherForm(sections: readonly PlacedSection[]): Change[] {
  const found: (Change & { readonly series: readonly Marker[] })[] = []
  /** The markers right below a section; undefined is the document. */
  const known = new Map<PlacedSection | undefined, Marker[]>()
  for (const { heading, parent } of sections) {
    const marker = headingMarker(heading)
    if (!marker) continue
    const siblings = known.get(parent) ?? []
    known.set(parent, siblings)
    const above = parent && headingMarker(parent.heading)
    const sibling = siblings[siblings.length - 1]
    const isFirst = !siblings.some(({ scheme }) => scheme === marker.scheme)
    const goesOn = (one: Marker | undefined): one is Marker =>
      isFirst && one !== undefined && one.ordinal === marker.ordinal - 1 && one.scheme !== marker.scheme && areLevels(one, marker)
    if (goesOn(sibling)) found.push({ marker, before: sibling, series: siblings })
    else if (goesOn(above)) found.push({ marker, before: above, series: known.get(parent?.parent) ?? [] })
    siblings.push(marker)
  }
  // Where the series has its own fifth, 5. is something else.
  return found.filter(
    ({ marker, before, series }) => !series.some(({ scheme, ordinal }) => scheme === before.scheme && ordinal === marker.ordinal),
  )
}

/** Levels of one text: 一、 （一） 1. （1）. Articles and chapters are counted by rules of their own. */
const plain: ReadonlySet<string> = new Set(['han-dun', 'paren-han', 'arabic-dot', 'paren-arabic'])
const areLevels = (one: Marker, other: Marker): boolean => plain.has(one.scheme) && plain.has(other.scheme)

interface Slip {
  readonly kind: 'wrong' | 'skipped' | 'repeated'
  readonly marker: Marker
  readonly before: Marker
  /** The ordinal that was due. */
  readonly due: number
}

/**
 * One slip is told once: 一、二、四、四、五 has one wrong label (the first 四), not a gap and a repetition.
 * After a gap the count goes on from what is printed.
 */
function slips({ markers }: Series): Slip[] {
  const found: Slip[] = []
  let due = (markers[0] as Marker).ordinal + 1
  for (let index = 1; index < markers.length; index++) {
    const marker = markers[index] as Marker
    const before = markers[index - 1] as Marker
    const next = markers[index + 1]
    if (marker.ordinal === due) {
      due++
      continue
    }
    if (next && next.ordinal === due + 1) {
      found.push({ kind: 'wrong', marker, before, due })
      due++
      continue
    }
    found.push({ kind: marker.ordinal === before.ordinal ? 'repeated' : 'skipped', marker, before, due })
    due = marker.ordinal + 1
  }
  return found
}

/** The marker's own form with another ordinal: （四） and 3 → （三）. */
function relabelled(marker: Marker, ordinal: number): string {
  if (marker.scheme === 'decimal') return marker.value.replace(/[0-9]{1,2}$/, String(ordinal))
  if (/[0-9]/.test(marker.value)) return marker.value.replace(/[0-9]{1,3}/, String(ordinal))
  if (/[０-９]/.test(marker.value)) return marker.value.replace(/[０-９]{1,3}/, wideDigits(ordinal))
  if (/^[\u2460-\u2473]$/.test(marker.value) && ordinal <= 20) return String.fromCharCode(0x245f + ordinal)
  return marker.value.replace(/[一二三四五六七八九十百]{1,4}/, toHan(ordinal))
}

const wideDigits = (ordinal: number): string =>
  String(ordinal).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
