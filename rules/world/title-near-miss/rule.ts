import {
  defineRule,
  documentYear,
  isSure,
  numberOf,
  outlookAt,
  type Span,
  type Stretch,
  structure,
  tablesAsOf,
} from '../../../src/kit.ts'
import { yearlyTitles } from '../../../src/world/titles.ts'
import { firstDocumentIn, firstDocumentOf, isRight, nearestTitle, normalised, spanOf, spansOf } from './catalogue.ts'

export default defineRule({
  id: 'title-near-miss',
  severity: 'warning',
  summary: {
    zh: '文件名称写错一两个字、年限写错（《…党员权力保障条例》）',
    en: 'The title of a document is off by a character or by its years',
  },
  source: { tier: '事实', ref: `党内法规、法律、行政法规和中央文件的公布名称，核至${tablesAsOf}` },
  ages: [
    {
      on: '2027-02-28',
      row: { zh: '中央一号文件、法律法规和中央文件名称', en: 'first documents of the year, laws and documents of the centre' },
      why: { zh: '每年新发，须补', en: 'new ones are issued each year' },
    },
  ],
  options: {
    allow: {
      type: 'strings',
      default: [],
      zh: '确有其名的文件，如本地同名近似的规定',
      en: 'titles that do exist',
    },
  },
  messages: {
    wrong: {
      zh: '文件名称是《{title}》，此处“{said}”应为“{meant}”',
      en: 'The title is 《{title}》: “{said}” should be “{meant}”',
    },
    lost: { zh: '文件名称是《{title}》，此处漏了“{meant}”', en: 'The title is 《{title}》: “{meant}” is missing' },
    added: { zh: '文件名称是《{title}》，此处多了“{said}”', en: 'The title is 《{title}》: “{said}” is too many' },
    maybe: { zh: '是不是《{title}》，请核', en: 'Is 《{title}》 meant? Please check' },
    drawn: { zh: '这份建议的名称用“制定”，不用“制订”', en: 'This title has “制定”, not “制订”' },
    span: { zh: '《{base}》的年限是{spans}，此处说的是{said}', en: 'The years of 《{base}》 are {spans}, here {said}' },
    over: {
      zh: '这份文件的年限到{to}年，{year}年的安排不宜再说{verb}，疑沿用旧稿',
      en: 'This document ran to {to}; a plan for {year} cannot {verb} it. Recycled?',
    },
    first: {
      zh: '{year}年的中央一号文件是《{title}》，此处是{other}年的',
      en: 'The first document of {year} is 《{title}》; this is that of {other}',
    },
    yearly: { zh: '{years}才有这份文件，没有{year}年的', en: 'There is such a document of {years}, none of {year}' },
  },
  check({ text, use, mayTell, report }) {
    const own = use(documentYear)
    // The catalogue begins in 2012: older papers cite what it does not have.
    if (own && own.value < 2013) return
    for (const stretch of use(structure).stretches) {
      for (const at of titlesIn(text, stretch)) {
        const words = text.slice(at.start, at.end)
        if (!mayTell(at)) continue
        const title = normalised(words)
        const outer = { start: at.start - 1, end: at.end + 1 }
        const place = words.indexOf('制订国民经济和社会发展')
        if (place >= 0) {
          const span = { start: at.start + place, end: at.start + place + 2 }
          report('drawn', span, {}, { fix: { grade: 'suggested', edits: [{ ...span, text: '制定' }] } })
          continue
        }
        if (sayYears(title, outer) || isRight(title) || isLocal.test(title)) continue
        const near = nearestTitle(title)
        if (!near) continue
        const { title: right, said, meant, how, isVerified } = near
        // Only where nothing was dropped before it the place in the title is that in the text.
        const isUnsure = !isVerified || how === 'word' || how === 'cut'
        const from = how !== 'cut' && words.endsWith(title) ? at.end - title.length + near.at : undefined
        const more = {
          ...(from !== undefined && {
            fix: { grade: 'suggested', edits: [{ start: from, end: from + said.length, text: meant }] } as const,
          }),
          ...(isUnsure && ({ severity: 'info' } as const)),
        }
        if (isUnsure) report('maybe', outer, { title: right }, more)
        else if (said === '') report('lost', outer, { title: right, meant }, more)
        else if (meant === '') report('added', outer, { title: right, said }, more)
        else report('wrong', outer, { title: right, said, meant }, more)
      }
    }

    /** Whether the years of the title are wrong, and that was said. */
    function sayYears(title: string, at: Span): boolean {
      const told = spanOf(title)
      if (told) return saySpan(told.base, told.from, told.to, at)
      const first = firstDocumentOf(title)
      const said = first === undefined ? undefined : saidFirst.exec(text.slice(Math.max(0, at.start - longestLead), at.start))
      const year = said ? numberOf(said[1] as string) : undefined
      const due = year === undefined ? undefined : firstDocumentIn(year)
      if (first !== undefined && year !== undefined && due !== undefined && year !== first) {
        report('first', at, { year, title: due, other: first })
        return true
      }
      for (const { before, behind, years } of yearlyTitles) {
        if (!title.startsWith(before) || !title.endsWith(behind)) continue
        const one = Number(title.slice(before.length, -behind.length))
        const [from, to] = [years[0] as number, years[years.length - 1] as number]
        // Of a year behind the last known there may be one by now.
        if (!Number.isInteger(one) || years.includes(one) || one > to + (to >= 2025 ? 0 : 50)) continue
        report('yearly', at, { years: from + years.length - 1 === to ? `${from}至${to}年` : years.join('、'), year: one })
        return true
      }
      return false
    }

    function saySpan(base: string, from: number, to: number, at: Span): boolean {
      const spans = spansOf(base)
      const isKnown = spans.some(([begin, end]) => begin === from && end === to)
      const near = spans.filter(([begin, end]) => begin === from || end === to)
      if (!isKnown && near.length > 0) {
        const due = near.map(([begin, end]) => `${begin}—${end}年`).join('、')
        report('span', at, { base, spans: due, said: `${from}—${to}年` })
        return true
      }
      // Neither end is right: of a plan of the whole country that is held once.
      const [only, more] = spans
      if (!isKnown && only && !more && Math.abs(only[0] - from) <= 2 && only[1] - only[0] === to - from) {
        report('span', at, { base, spans: `${only[0]}—${only[1]}年`, said: `${from}—${to}年` }, { severity: 'info' })
        return true
      }
      if (own && isSure(own) && to <= own.value - 2 && outlookAt(use, at.start) === 'plan') {
        const verb = carryingOut.exec(text.slice(Math.max(0, at.start - longestLead), at.start))
        if (verb && !isTold.test(sentenceRound(text, at))) {
          report('over', at, { to, year: own.value, verb: verb[1] as string })
          return true
        }
      }
      return isKnown
    }
  },
})

/** How far before a title the words that go with it may begin. Characters. */
const longestLead = 16
/** A longer one is a quotation. Characters. */
const longestTitle = 90

const saidFirst = /([12]\d{3})年(?:的)?(?:中央)?(?:“?一号文件”?)(?:精神)?[（(—：，]*$/
/** Documents of a place or an office have names of their own. */
const isLocal =
  /^.{2,12}?(?:省|(?<!城)市|自治区|自治州|县(?![域城级])|(?<![地山片校新社湾牧林景库])区(?![域块])|(?<![神九])州|盟|旗|(?<![城乡小])镇(?!化)|(?<!城)乡(?![村镇])|街道|局|厅|委员会|公司|集团|大学(?!生)|学院|(?<!公立|卫生)医院|银行|军队|解放军|军委)/
const carryingOut =
  /(?:深入|扎实|全面|继续|持续|大力|认真|统筹|严格)?(落实|实施|推进|执行|启动|贯彻|抓好)(?:好)?[^，。；、]{0,4}$/
const isTold = /总结|评估|收官|验收|到期|期满|上一轮|新一轮|接续|延续|以来|期间|完成|基础上|修订|编制|衔接/

/** What stands in 《》, and in 〈〉 within them. */
function* titlesIn(text: string, { start, end }: Stretch): Generator<Span> {
  const stretch = text.slice(start, end)
  for (const [open, close] of [
    ['《', '》'],
    ['〈', '〉'],
  ] as const) {
    for (let at = stretch.indexOf(open); at >= 0; at = stretch.indexOf(open, at + 1)) {
      const stop = stretch.indexOf(close, at)
      if (stop < 0) break
      // 《关于印发《…》的通知》: the inner one ends first.
      const inner = stretch.lastIndexOf(open, stop)
      if (inner === at && stop - at <= longestTitle) yield { start: start + at + 1, end: start + stop }
    }
  }
}

const sentenceRound = (text: string, { start, end }: Span): string => {
  const before = text.slice(Math.max(0, start - 60), start)
  const behind = text.slice(end, end + 60)
  const stop = behind.search(/[。！？；\n]/)
  return (
    before.slice(Math.max(...['。', '！', '？', '；', '\n'].map((mark) => before.lastIndexOf(mark))) + 1) +
    (stop < 0 ? behind : behind.slice(0, stop))
  )
}
