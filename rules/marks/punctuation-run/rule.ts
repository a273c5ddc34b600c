import { defineRule, Kind, landmarkFrom, landmarks, type Span, structure, type Use } from '../../../src/kit.ts'

/** Marks of which no two may meet. ？！ …… —— and 》、《 are right. */
const isPoint = (text: string, offset: number, kind: number): boolean =>
  kind === Kind.terminal ? text[offset] === '。' : kind >= Kind.comma && kind <= Kind.colon

export default defineRule({
  id: 'punctuation-run',
  severity: 'error',
  summary: { zh: '两个点号连在一起（，， 。。 ，。）', en: 'Two marks stand side by side (，， 。。 ，。)' },
  source: { tier: '国标', ref: 'GB/T 15834—2011 4.1—4.7 点号单独使用' },
  options: {},
  messages: {
    doubled: { zh: '“{mark}”重复', en: '“{mark}” is doubled' },
    mixed: { zh: '点号“{run}”连用，留一个', en: 'The marks “{run}” stand together; keep one' },
    dots: { zh: '“{run}”应为省略号“……”，或只留一个句号', en: '“{run}” should be “……” or one full stop' },
  },
  check({ text, use, report }) {
    for (const stretch of use(structure).stretches) {
      for (const span of runsIn(use, text, stretch)) {
        const run = text.slice(span.start, span.end)
        const first = run[0] as string
        const isSame = [...run].every((mark) => mark === first)
        if (isSame && run.length === 2) {
          report('doubled', span, { mark: first }, { fix: { grade: 'safe', edits: [{ ...span, text: first }] } })
        } else if (isSame && first === '。') {
          report('dots', span, { run: shown(run) }, { fix: { grade: 'suggested', edits: [{ ...span, text: '……' }] } })
        } else {
          const kept = run.includes('。') ? '。' : first
          report('mixed', span, { run: shown(run) }, { fix: { grade: 'suggested', edits: [{ ...span, text: kept }] } })
        }
      }
    }
  },
})

/** Runs of two or more such marks; a half-width , or ; beside one belongs to the run. */
function runsIn(use: Use, text: string, { start, end }: Span): Span[] {
  const marks = use(landmarks)
  const { offsets, kinds, length } = marks
  const found: Span[] = []
  for (let at = landmarkFrom(marks, start); at + 1 < length && (offsets[at + 1] as number) < end; at++) {
    const first = at
    let points = 0
    for (; at < length && (offsets[at] as number) < end; at++) {
      const offset = offsets[at] as number
      if (at > first && offset !== (offsets[at - 1] as number) + 1) break
      const kind = kinds[at] as number
      if (isPoint(text, offset, kind)) points++
      else if (kind !== Kind.narrow || text[offset] === ':') break
    }
    if (points > 0 && at - first > 1) found.push({ start: offsets[first] as number, end: (offsets[at - 1] as number) + 1 })
    if (at > first) at--
  }
  return found
}

/** So many marks are said one by one. */
const longestShown = 12

const shown = (run: string): string => (run.length <= longestShown ? run : `${run.slice(0, longestShown)}…`)
