import {
  defineRule,
  inProse,
  isBefore,
  isSure,
  numeralAt,
  outlookAt,
  type Paragraph,
  period,
  reviewOf,
  type Span,
  structure,
  times,
  type Use,
  type Vote,
  type WrittenOn,
  within,
  writtenOn,
  type Year,
  yearAnchors,
  years,
  yearsMeant,
} from '../../../src/kit.ts'
import { dateWithinPart, otherParts, partsGone, staleLevels } from './parts.ts'
import { misfitsIn, oddYearsIn } from './phrases.ts'

const places: Readonly<Record<Vote['anchor'], { readonly zh: string; readonly en: string }>> = {
  title: { zh: '标题', en: 'title' },
  preamble: { zh: '导语', en: 'preamble' },
  heading: { zh: '小标题', en: 'heading' },
  body: { zh: '正文', en: 'body' },
  date: { zh: '落款', en: 'date under the text' },
  dateline: { zh: '题注', en: 'date above the text' },
}

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

/** As many places as the engine tells beside a finding. */
const mostShown = 20

export default defineRule({
  id: 'year-mismatch',
  severity: 'error',
  summary: {
    zh: '导语、标题、正文说的年份不一致，多半是套用旧稿',
    en: 'The years in preamble, headings and body disagree: recycled from an earlier report',
  },
  source: { tier: '本规则', ref: '回顾的年份、部署的年份全文一致' },
  options: {},
  quotes: 'skip',
  messages: {
    review: {
      zh: '{place}说回顾的是{said}年，别处说的是{other}年',
      en: 'The {place} reviews {said}, the rest of the text {other}',
    },
    reviewDue: {
      zh: '{place}说回顾的是{said}年，按别处应为{other}年',
      en: 'The {place} reviews {said}; by the rest of the text it should be {other}',
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
    closed: {
      zh: '回顾的是{other}年，这里的数却截至{said}年底，请核',
      en: 'Reviewed is {other}, but the figure is of the end of {said}; please check',
    },
    within: {
      zh: '说的是{title}，日期却是{date}，这段时间还没有过完，请核',
      en: 'The paper is on {title} and dated {date}, before that was over; please check',
    },
    gone: {
      zh: '日期是{date}，“{words}”已经过去，请核',
      en: 'The paper is of {date}: “{words}” is over. Please check',
    },
    level: {
      zh: '标题说的是{due}年，这里的数却截至{said}年，又与年初、同期相比，请核',
      en: 'The title is of {due}; the level here is of {said}, compared with the beginning of the year. Please check',
    },
    accounts: {
      zh: '回顾的是{other}年，这一年批准的应是{due}年的决算，此处是{said}年，请核',
      en: 'Reviewed is {other}, in which the accounts of {due} are approved, not those of {said}; please check',
    },
    told: {
      zh: '回顾的是{other}年，这里说的是{said}年全年的数，请核',
      en: 'Reviewed is {other}, told here is {said}; please check',
    },
    deadline: {
      zh: '部署的是{other}年，这里的期限却是{said}年，请核',
      en: 'Planned is {other}, but the term here is {said}; please check',
    },
    oddPlanned: {
      zh: '这里部署的是{other}年，说的却是{said}年，请核',
      en: 'Planned here is {other}, told is {said}; please check',
    },
    oddReviewed: {
      zh: '这里回顾的是{other}年，说的却是{said}年，请核',
      en: 'Reviewed here is {other}, told is {said}; please check',
    },
    meeting: {
      zh: '会议称{said}年工作会议，{place}的日期却是{date}，请核',
      en: 'The meeting is that of {said}, the {place} is of {date}; please check',
    },
    part: { zh: '标题说的是{title}，这里说的是{said}，请核', en: 'The title is of {title}, here it is {said}; please check' },
    titled: { zh: '标题里的时段', en: 'the part of the year in the title' },
    said: { zh: '{place}说的是{year}年', en: 'the {place} says {year}' },
    planned: { zh: '{place}部署的是{year}年', en: 'the {place} plans {year}' },
    given: { zh: '{place}的日期在{year}年', en: 'the {place} is dated {year}' },
    thisYear: {
      zh: '同一句里“今年”另有所指，不会又是回顾的那一年',
      en: '今年 in the same sentence is another year than the one reviewed',
    },
  },
  doubts: true,
  check({ text, use, report }) {
    const { document: own, reviewed, votes, evidence, withinOneYear } = use(period)
    const { thisYear } = use(yearAnchors)
    // Once for all votes: a text may have a thousand of them, and no more second places are told than these.
    const said = (about: 'review' | 'plan') => evidence.filter((one) => one.isSaid && one.about === about)
    const saidOf = { review: said('review'), plan: said('plan') }
    const isAnySaid = evidence.some((one) => one.isSaid)
    const shown = (proof: typeof evidence) => proof.slice(0, mostShown).map(saidAt)
    for (const vote of votes) {
      if (reviewed === undefined || !vote.isSaid || reviewOf(vote) === reviewed) continue
      const due = vote.year + reviewed - reviewOf(vote)
      // A year planned is no proof of what is reviewed where another place says that itself.
      const sameKind = saidOf[vote.about]
      // 今年 in the sentence of the claim is the year planned: then that is part of the proof.
      const isBesideThisYear = vote.anchor === 'preamble' && thisYear.length > 0
      const proof = sameKind.length > 0 && !isBesideThisYear ? sameKind : evidence
      const isSaid = proof === sameKind || isAnySaid
      report(
        vote.about === 'review' && sameKind.length === 0 ? 'reviewDue' : vote.about,
        vote,
        { place: places[vote.anchor], said: vote.year, other: due },
        {
          see: [
            ...shown(proof),
            ...(vote.anchor === 'preamble' ? thisYear.map((at) => ({ id: 'thisYear', at, data: {} }) as const) : []),
          ],
          fix: { grade: 'suggested', edits: [{ start: vote.start, end: vote.end, text: `${due}年` }] },
          ...(!isSaid && { severity: 'warning' }),
        },
      )
    }
    const misfits = misfitsIn(text, use, use(period))
    const told = new Set([...votes, ...misfits].map(({ start }) => start))
    for (const { year, due, about, start, end } of oddYearsIn(text, use, use(period))) {
      if (told.has(start)) continue
      report(about === 'plan' ? 'oddPlanned' : 'oddReviewed', { start, end }, { said: year, other: due }, { doubtful: true })
    }
    for (const { says, year, isSure: isCertain, start, end } of misfits) {
      const about = says === 'plan' || says === 'deadline' ? 'plan' : 'review'
      const other = (reviewed as number) + (about === 'plan' ? 1 : 0)
      const see = shown(saidOf[about])
      const more = { see, severity: isCertain ? 'warning' : 'info' } as const
      const fix = { grade: 'suggested', edits: [{ start, end, text: `${other}年` }] } as const
      if (says === 'plan' || says === 'review') {
        report(says, { start, end }, { place: places.body, said: year, other }, { ...more, fix })
      } else report(says, { start, end }, { said: year, other }, { ...more, fix })
    }
    for (const { start, end, date: at } of partsGone(text, use)) {
      const data = { date: text.slice(at.start, at.end), words: text.slice(start, end) }
      report('gone', { start, end }, data, { severity: 'info' })
    }
    const early = dateWithinPart(text, use)
    if (early) {
      const { at, title } = early
      const data = { title: text.slice(title.start, title.end), date: text.slice(at.start, at.end) }
      report('within', at, data, { see: [{ id: 'titled', at: title, data: {} }], severity: 'info' })
    }
    for (const { start, end, due, said: year } of staleLevels(text, use)) {
      report(
        'level',
        { start, end },
        { due, said: year },
        { fix: { grade: 'suggested', edits: [{ start, end, text: `${due}年` }] } },
      )
    }
    for (const { start, end, year } of accountsIn(text, use, reviewed)) {
      report(
        'accounts',
        { start, end },
        { other: reviewed as number, due: (reviewed as number) - 1, said: year },
        { severity: 'info' },
      )
    }
    const date = use(writtenOn)
    const review = evidence.find(({ about, isSaid }) => about === 'review' && isSaid)
    if (date && review && !withinOneYear && isBefore(date, review.year)) {
      const { span } = date
      report(
        'dated',
        span,
        { place: places[date.from], date: text.slice(span.start, span.end), year: review.year },
        { see: [saidAt(review)], severity: 'warning' },
      )
    }
    for (const { title, isHeading, ...at } of otherParts(text, use)) {
      const data = { title: text.slice(title.start, title.end), said: text.slice(at.start, at.end) }
      report('part', at, data, { see: [{ id: 'titled', at: title, data: {} }], severity: isHeading ? 'warning' : 'info' })
    }
    const meeting = date && meetingOfLastYear(text, use, date)
    if (date && meeting) {
      const { span, from } = date
      report(
        'meeting',
        meeting,
        { said: meeting.value, place: places[from], date: text.slice(span.start, span.end) },
        { see: [{ id: 'given', at: span, data: { place: places[from], year: date.year } }], severity: 'warning' },
      )
    }
    if (!own || !isSure(own)) return
    for (const { word, step, year, start, end } of explainedIn(text, use)) {
      const meant = [
        ...yearsMeant({ kind: 'relative', value: step, start, end }, own, outlookAt(use, start) === 'plan'),
        own.first + step,
        own.last + step,
        // In a review 上年 is the year before the one reviewed.
        ...(reviewed !== undefined && word.startsWith('上') ? [reviewed + step] : []),
      ]
      if (meant.includes(year)) continue
      report('explained', { start, end }, { word, said: year, year: own.value, due: own.value + step }, { severity: 'warning' })
    }
  },
})

/** 审查批准2021年区级决算: in a year the accounts of the year before are approved. */
const accounts =
  /(?:审查|审议|批准|审查批准|审议通过)了?(?:[\u4e00-\u9fff]{0,6})?((?:19|20)[0-9]{2})年(?=度?[省市县区州本]?[级本]?[\u4e00-\u9fff]{0,4}决算)/g
const longestPeriod = /五年|四年|三年|届|历年|以来/

function accountsIn(text: string, use: Use, reviewed: number | undefined): { start: number; end: number; year: number }[] {
  if (reviewed === undefined) return []
  return use(structure).stretches.flatMap(({ start: from, end: to }) => {
    const words = text.slice(from, to)
    return [...words.matchAll(accounts)].flatMap(({ index, 0: all, 1: said = '' }) => {
      const year = Number(said)
      const start = from + index + all.lastIndexOf(said)
      if (year >= reviewed - 1 || year < reviewed - 3 || outlookAt(use, start) === 'plan') return []
      if (longestPeriod.test(words.slice(Math.max(0, index - 40), index))) return []
      return [{ start, end: start + said.length + 1, year }]
    })
  })
}

/** In these months the meeting is that of the new year. */
const lastOfWinter = 2

/** 在全市教育系统2025年工作会议上的报告, though it was given in January 2026: the name of last year's meeting. */
function meetingOfLastYear(text: string, use: Use, { year, month }: WrittenOn): Year | undefined {
  if (month > lastOfWinter) return undefined
  const front = use(structure).paragraphs.filter(({ paragraph, section }) => section === undefined && isFront(paragraph.role))
  return front
    .flatMap(({ paragraph }) => within(use(years), paragraph))
    .find(({ value, quoted, end }) => value === year - 1 && !quoted && /^工作会议上/.test(text.slice(end, end + 5)))
}

const isFront = (role: Paragraph['role']): boolean => role !== undefined && role !== 'noise' && role !== 'aside'

const saidAt = (vote: Vote) =>
  ({
    id: !vote.isSaid ? 'given' : vote.about === 'plan' ? 'planned' : 'said',
    at: vote,
    data: { place: places[vote.anchor], year: vote.year },
  }) as const
