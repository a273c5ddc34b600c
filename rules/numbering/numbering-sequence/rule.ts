import { defineRule, type Marker, type Series, series, toHan } from '../../../src/kit.ts'

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
    before: { zh: '前一个序号', en: 'the number before' },
    after: { zh: '后一个序号', en: 'the number after' },
  },
  check({ use, report }) {
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
