import { defineRule, familyOf, type Marker, type Scheme, series, toHan } from '../../../src/kit.ts'

/** How each scheme is said, and how its ordinal is written; the schemes that are spoken one after the other in one series. */
const forms: Partial<Record<Scheme, { readonly name: string; readonly write: (ordinal: number) => string }>> = {
  shi: { name: '一是、二是', write: (ordinal) => `${toHan(ordinal)}是` },
  yao: { name: '一要、二要', write: (ordinal) => `${toHan(ordinal)}要` },
}

export default defineRule({
  id: 'mixed-enumerators',
  severity: 'error',
  summary: {
    zh: '同一组序次语混用两种说法（一要、二要、三是、四是）',
    en: 'One series is counted in two ways (一要、二要、三是、四是)',
  },
  source: { tier: '通例', ref: '同一组序次语前后一致；参照 GB/T 15834—2011 附录 B.3' },
  options: {},
  messages: {
    mixed: {
      zh: '同一组序次语混用：前后是“{norm}”，此处是“{found}”，宜作“{due}”',
      en: 'One series is counted in two ways: “{norm}” elsewhere, “{found}” here; write “{due}”',
    },
    kinds: {
      zh: '同一组里混用了“{norm}”和“{found}”两种序次语',
      en: 'One series mixes “{norm}” and “{found}”',
    },
    other: { zh: '同一组的“{found}”', en: '“{found}” of the same series' },
  },
  check({ use, report }) {
    for (const { kind, markers } of use(series)) {
      if (kind !== 'items') continue
      const family = familyOf((markers[0] as Marker).scheme)
      if (family === 'order') {
        const stranger = strangerIn(markers)
        const first = markers[0] as Marker
        if (!stranger) continue
        const data = { norm: plain(first), found: plain(stranger) }
        report('kinds', stranger, data, {
          see: [{ id: 'other', at: first, data: { found: plain(first) } }],
          // 首先、其次、第三 is common in speech; strict editors object to it.
          ...(![first.scheme, stranger.scheme].includes('yifangmian') &&
            familyOf(stranger.scheme) === 'order' && { severity: 'info' }),
        })
      }
      if (family !== 'verb') continue
      const stranger = markers.find(({ scheme }) => familyOf(scheme) !== 'verb')
      if (stranger) {
        const first = markers[0] as Marker
        report(
          'kinds',
          stranger,
          { norm: plain(first), found: plain(stranger) },
          {
            see: [{ id: 'other', at: first, data: { found: plain(first) } }],
          },
        )
        continue
      }
      const norm = prevailing(markers)
      const form = forms[norm]
      if (!form || markers.every(({ scheme }) => scheme === norm)) continue
      for (const marker of markers) {
        if (marker.scheme === norm) continue
        const due = form.write(marker.ordinal)
        report(
          'mixed',
          marker,
          { norm: form.name, found: marker.value, due },
          {
            see: markers
              .filter((other) => other !== marker)
              .map((other) => ({ id: 'other', at: other, data: { found: other.value } })),
            fix: { grade: 'suggested', edits: [{ start: marker.start, end: marker.end, text: due }] },
          },
        )
      }
    }
  },
})

/**
 * The first marker of a 第一、首先、一方面 series that is of another scheme than the one that opens it. 首先、其次、再次
 * are one scheme, and 最后 ends any series. */
const strangerIn = (markers: readonly Marker[]): Marker | undefined =>
  markers.find(({ scheme, value }) => scheme !== markers[0]?.scheme && !value.startsWith('最后'))

const plain = ({ value }: Marker): string => value.replace(/[，,、：]$/, '')

/** The scheme of most markers; of equals the one that begins. */
function prevailing(markers: readonly Marker[]): Scheme {
  const counts = new Map<Scheme, number>()
  for (const { scheme } of markers) counts.set(scheme, (counts.get(scheme) ?? 0) + 1)
  let best = (markers[0] as Marker).scheme
  for (const [scheme, count] of counts) if (count > (counts.get(best) ?? 0)) best = scheme
  return best
}
