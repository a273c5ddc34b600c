import { type Anchor, type Claim, defineRule, yearAnchors } from '../../src/kit.ts'

const places: Readonly<Record<Anchor, { readonly zh: string; readonly en: string }>> = {
  title: { zh: '标题', en: 'title' },
  preamble: { zh: '导语', en: 'preamble' },
  heading: { zh: '小标题', en: 'heading' },
  body: { zh: '正文', en: 'body' },
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
    said: { zh: '{place}说的是{year}年', en: 'the {place} says {year}' },
    thisYear: {
      zh: '同一句里“今年”另有所指，不会又是回顾的那一年',
      en: '今年 in the same sentence is another year than the one reviewed',
    },
  },
  check({ use, report }) {
    const { claims, thisYear, withinOneYear } = use(yearAnchors)
    const votes = claims.filter(({ about }) => about === 'review' || !withinOneYear)
    const agreed = verdict(votes)
    if (agreed === undefined) return
    for (const claim of votes) {
      const due = claim.about === 'review' ? agreed : agreed + 1
      if (claim.year === due) continue
      const others = votes.filter((other) => other !== claim && reviewOf(other) === agreed)
      report(
        claim.about,
        claim,
        { place: places[claim.anchor], said: claim.year, other: due },
        {
          see: [
            ...others.map(
              (other) => ({ id: 'said', at: other, data: { place: places[other.anchor], year: other.year } }) as const,
            ),
            ...(claim.anchor === 'preamble' ? thisYear.map((at) => ({ id: 'thisYear', at, data: {} }) as const) : []),
          ],
          fix: { grade: 'suggested', edits: [{ start: claim.start, end: claim.end, text: `${due}年` }] },
        },
      )
    }
  },
})

/** The year reviewed that a claim implies: a report plans the year after the one it reviews. */
const reviewOf = ({ about, year }: Claim): number => (about === 'review' ? year : year - 1)

/** Preamble and headings are retyped first; the body follows them least. Equal votes: the heading yields to the body. */
const weights: Readonly<Record<Anchor, number>> = { title: 2, preamble: 2, heading: 2, body: 3 }

/** The year reviewed on which most of the claims agree; undefined where all agree, or where there is only one claim. */
function verdict(claims: readonly Claim[]): number | undefined {
  const sums = new Map<number, number>()
  for (const claim of claims) sums.set(reviewOf(claim), (sums.get(reviewOf(claim)) ?? 0) + weights[claim.anchor])
  if (sums.size < 2) return undefined
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0]
}
