import { defineRule, documentYear, headingMarker, type Marker, type Span, structure, type Use } from '../../../src/kit.ts'
import { inForceSince, type Usage, usages } from './data.ts'

/** An ordinal with the wrong mark behind it. */
interface Wrong extends Span {
  /** Offset of the mark. */
  readonly mark: number
}

/** An ordinal and what stands behind it, as far as a usage looks. */
const reach = 2

export default defineRule({
  id: 'ordinal-punctuation',
  severity: 'warning',
  summary: {
    zh: '序号后的标点不合规范（1、 （一）、 一是，）',
    en: 'The wrong mark after an ordinal (1、 （一）、 一是，)',
  },
  source: { tier: '国标', ref: 'GB/T 15834—2011 附录B.3 序次语之后的标点' },
  options: {
    allow: {
      type: 'strings',
      default: [],
      spares: false,
      zh: '本单位沿用的写法，如“1、”',
      en: 'forms this house keeps, such as “1、”',
    },
  },
  messages: {
    replace: {
      zh: '“{said}”应为“{due}”（{clause}），全文{count}处',
      en: '“{said}” should be “{due}” ({clause}); {count} in all',
    },
    remove: {
      zh: '“{said}”的序号后不用标点，应为“{due}”（{clause}），全文{count}处',
      en: 'No mark follows this ordinal: “{said}” should be “{due}” ({clause}); {count} in all',
    },
    here: { zh: '此处也是', en: 'here too' },
  },
  check({ text, use, options, report }) {
    const markers = markersOf(use)
    const year = use(documentYear)?.value
    const isEarlier = year !== undefined && year < inForceSince
    const byScheme = new Map(usages.map((usage) => [usage as Usage, [] as Wrong[]]))
    for (const marker of markers) {
      const usage = (usages as readonly Usage[]).find(({ schemes }) => schemes.includes(marker.scheme))
      const wrong = usage && wrongAt(text, marker, usage)
      if (wrong && !options.allow.includes(text.slice(wrong.start, wrong.end))) byScheme.get(usage)?.push(wrong)
    }
    for (const [usage, found] of byScheme) {
      const [first, ...others] = found.sort((a, b) => a.start - b.start)
      // A single 第一、 or 一是， may be the first half of 第一、二轮 or the end of a sentence.
      if (!first || (found.length < 2 && (usage.id === 'di' || usage.id === 'shi'))) continue
      const said = text.slice(first.start, first.end)
      report(
        usage.due === '' ? 'remove' : 'replace',
        first,
        { said, due: said.slice(0, -1) + usage.due, clause: usage.clause, count: found.length },
        {
          see: others.map((at) => ({ id: 'here', at, data: {} }) as const),
          fix: {
            grade: 'suggested',
            edits: found.map(({ mark }) => ({ start: mark, end: mark + 1, text: usage.due })),
          },
          ...(isEarlier && { severity: 'info' }),
        },
      )
    }
  },
})

/** All printed ordinals, headings first. One that the format numbers stands in no character of the text. */
function markersOf(use: Use): Marker[] {
  const { sections, enumerations } = use(structure)
  return [
    ...sections.flatMap(({ heading }) => headingMarker(heading) ?? []),
    ...enumerations.flatMap(({ enumeration }) => enumeration.children.map(({ children: [marker] }) => marker)),
  ].filter(({ generated }) => generated === undefined)
}

function wrongAt(text: string, { start, end }: Marker, { wrong }: Usage): Wrong | undefined {
  const match = wrong.exec(text.slice(start, end + reach))
  if (!match) return undefined
  const mark = start + match[0].length - 1
  return { start, end: mark + 1, mark }
}
