import {
  type Anchor,
  type Claim,
  type DocumentYear,
  defineRule,
  documentYear,
  inProse,
  isInside,
  isSure,
  numeralAt,
  outlookAt,
  quotations,
  type Span,
  times,
  type Use,
  type YearEvidence,
  yearAnchors,
  yearsMeant,
} from '../../../src/kit.ts'

const places: Readonly<Record<Anchor, { readonly zh: string; readonly en: string }>> = {
  title: { zh: '标题', en: 'title' },
  preamble: { zh: '导语', en: 'preamble' },
  heading: { zh: '小标题', en: 'heading' },
  body: { zh: '正文', en: 'body' },
}

const datePlaces: Readonly<Partial<Record<YearEvidence, { readonly zh: string; readonly en: string }>>> = {
  date: { zh: '落款', en: 'date under the text' },
  dateline: { zh: '题注', en: 'date above the text' },
}

/** In these months of a year nobody reviews it; from March on somebody may look back upon the months so far. */
const firstMonths = 2

/** Whether the date under or above the text says that it was written before the year that it reviews had passed. */
const isBefore = ({ from, value, month }: DocumentYear, reviewed: number): boolean =>
  datePlaces[from] !== undefined && (value < reviewed || (value === reviewed && (month ?? 12) <= firstMonths))

/** 今年（2025年）: a year said from that of the document, and in brackets behind it the same by its number. */
interface Explained extends Span {
  readonly step: number
  readonly year: number
  readonly word: string
}

function explainedIn(text: string, use: Use): Explained[] {
  const all = use(times).filter(({ kind }) => kind === 'year' || kind === 'relative')
  const found = all.flatMap((relative, index): Explained[] => {
    const year = all[index + 1]
    if (relative.kind !== 'relative' || relative.value === undefined) return []
    const { start, end, value: step } = relative
    if (!/^[（(]$/.test(text[end] ?? '')) return []
    const written = year?.kind === 'year' && year.start === end + 1 ? year : bareYear(text, end + 1)
    const close = written && /^度?[）)]/.exec(text.slice(written.end, written.end + 2))
    if (!written || !close || written.value < 1900 || written.value > 2099) return []
    return [{ start, end: written.end + close[0].length, step, year: written.value, word: text.slice(start, end) }]
  })
  return inProse(use, found).map(({ one }) => one)
}

/** 去年（2024）: in brackets the measure may be missing. */
function bareYear(text: string, start: number): (Span & { readonly value: number }) | undefined {
  const number = numeralAt(text, start)
  return number?.isPlain && number.length === 4 ? number : undefined
}

export default defineRule({
  id: 'year-mismatch',
  severity: 'error',
  summary: {
    zh: '导语、标题、正文说的年份不一致，多半是套用旧稿',
    en: 'The years in preamble, headings and body disagree: recycled from an earlier report',
  },
  source: { tier: '本规则', ref: '回顾的年份、部署的年份全文一致' },
  options: {},
  messages: {
    review: {
      zh: '{place}说回顾的是{said}年，别处说的是{other}年',
      en: 'The {place} reviews {said}, the rest of the text {other}',
    },
    plan: {
      zh: '{place}说部署的是{said}年，按别处应为{other}年',
      en: 'The {place} plans {said}; by the rest of the text it should be {other}',
    },
    dated: {
      zh: '{place}的日期是{date}，回顾的却是{year}年，请核',
      en: 'The {place} is of {date}, but {year} is reviewed; please check',
    },
    explained: {
      zh: '“{word}”注作{said}年，全文属于{year}年，应为{due}年，请核',
      en: '“{word}” is said to be {said}; the document is of {year}, so it should be {due}. Please check',
    },
    said: { zh: '{place}说的是{year}年', en: 'the {place} says {year}' },
    thisYear: {
      zh: '同一句里“今年”另有所指，不会又是回顾的那一年',
      en: '今年 in the same sentence is another year than the one reviewed',
    },
  },
  check({ text, use, report }) {
    const { claims, thisYear, withinOneYear } = use(yearAnchors)
    const votes = claims.filter(({ about }) => about === 'review' || !withinOneYear)
    const own = use(documentYear)
    const agreed = verdict(votes)
    for (const claim of votes) {
      if (reviewOf(claim) === agreed) continue
      const due = claim.year + (agreed as number) - reviewOf(claim)
      const others = votes.filter((other) => other !== claim && reviewOf(other) === agreed)
      report(
        claim.about,
        claim,
        { place: places[claim.anchor], said: claim.year, other: due },
        {
          see: [
            ...others.map(saidAt),
            ...(claim.anchor === 'preamble' ? thisYear.map((at) => ({ id: 'thisYear', at, data: {} }) as const) : []),
          ],
          fix: { grade: 'suggested', edits: [{ start: claim.start, end: claim.end, text: `${due}年` }] },
        },
      )
    }
    const review = votes.find(({ about, year }) => about === 'review' && year === agreed)
    if (own?.span && review && !withinOneYear && isBefore(own, review.year)) {
      const { span } = own
      report(
        'dated',
        span,
        { place: datePlaces[own.from] ?? places.body, date: text.slice(span.start, span.end), year: review.year },
        { see: [saidAt(review)], severity: 'warning' },
      )
    }
    if (!own || !isSure(own)) return
    for (const { word, step, year, start, end } of explainedIn(text, use)) {
      const meant = [
        ...yearsMeant({ kind: 'relative', value: step, start, end }, own, outlookAt(use, start) === 'plan'),
        own.first + step,
        own.last + step,
      ]
      if (meant.includes(year) || isInside(use(quotations), start)) continue
      report('explained', { start, end }, { word, said: year, year: own.value, due: own.value + step }, { severity: 'warning' })
    }
  },
})

const saidAt = (claim: Claim) => ({ id: 'said', at: claim, data: { place: places[claim.anchor], year: claim.year } }) as const

/** The year reviewed that a claim implies: a report plans the year after the one it reviews. */
const reviewOf = ({ about, year }: Claim): number => (about === 'review' ? year : year - 1)

/** Preamble and headings are retyped first; the body follows them least. Equal votes: the heading yields to the body. */
const weights: Readonly<Record<Anchor, number>> = { title: 2, preamble: 2, heading: 2, body: 3 }

/** The year reviewed on which most of the claims agree; undefined without any. */
function verdict(claims: readonly Claim[]): number | undefined {
  const sums = new Map<number, number>()
  for (const claim of claims) sums.set(reviewOf(claim), (sums.get(reviewOf(claim)) ?? 0) + weights[claim.anchor])
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0]
}
