import {
  type DocumentYear,
  defineRule,
  documentYear,
  earliestDay,
  inProse,
  isSure,
  latestDay,
  numberOf,
  outlookAt,
  type SessionTime,
  type Span,
  type Stretch,
  saidYear,
  sentenceAround,
  spokenYears,
  structure,
  tableFinder,
  tablesAsOf,
  times,
  timesIn,
  toHan,
  yearsMeant,
} from '../../../src/kit.ts'
import { adoptions, centralMeetings, occasional, plenumCounts } from '../../../src/world/meetings.ts'
import {
  carriedOut,
  goalsBehind,
  type LocalSession,
  localSession,
  ownSession,
  proposalsBehind,
  reportedBehind,
  reportedTo,
  resolvedBehind,
  sinceBehind,
} from './local.ts'
import {
  announced,
  isBefore,
  type Meeting,
  meetingOf,
  nameOf,
  type Organ,
  plenumBefore,
  plenumName,
  regularIn,
  settling,
  settlingInReview,
  yearOf,
} from './national.ts'
import { meetingInHead, otherCongress, slipsOfOpening } from './own.ts'

const findAdopted = tableFinder(adoptions.map(({ document }) => document))
const findOccasional = tableFinder(occasional.map(({ name }) => name))

export default defineRule({
  id: 'session-mismatch',
  severity: 'warning',
  summary: {
    zh: '会议的届次与年份、与本次会议对不上（五次会议上说完成三次会议的目标）',
    en: 'A session does not fit its year, or the session the report is given to',
  },
  source: { tier: '事实', ref: `历次全国人大、全国政协、中央纪委全会和中央全会的日期，核至${tablesAsOf}；地方会议只与本文对照` },
  ages: [
    {
      on: '2027-03-20',
      row: { zh: '十四届全国人大五次会议、二十届中央纪委七次全会', en: 'the sessions of 2027' },
      why: { zh: '召开后补日期', en: 'their dates are to be added' },
    },
  ],
  options: {
    allow: { type: 'strings', default: [], zh: '不核对的会议', en: 'meetings that are not checked' },
  },
  quotes: ['given', 'local', 'central', 'none', 'early', 'older', 'term', 'goals', 'pair', 'opening', 'outgoing', 'congress'],
  messages: {
    held: { zh: '{name}是{due}年召开的，此处说的是{year}年', en: '{name} was held in {due}, here said of {year}' },
    older: {
      zh: '{name}是{due}年召开的，{year}年的材料应写{newer}，疑沿用旧稿',
      en: '{name} was held in {due}; a document of {year} should have {newer}. Recycled?',
    },
    early: {
      zh: '{name}{day}才召开，材料属于{year}年，不会已有其精神',
      en: '{name} opens on {day} only; a document of {year} cannot have studied it',
    },
    goals: {
      zh: '这是向{own}作的报告，上年的目标任务由{due}确定，此处是{said}',
      en: 'This report is given to {own}; the goals were set by {due}, here {said}',
    },
    behind: {
      zh: '今后要完成的应是{own}确定的目标任务，此处是{said}，请核',
      en: 'What lies ahead are the goals of {own}, here {said}; please check',
    },
    given: {
      zh: '本次会议是{own}，这里却向{said}报告',
      en: 'The session at hand is {own}; this report is given to {said}',
    },
    term: {
      zh: '这是向{own}作的报告，此处成了第{said}届',
      en: 'This report is given to {own}; here the term is {said}',
    },
    opening: {
      zh: '标题、题注里是“{own}”，这里却是第{said}{unit}',
      en: 'The head names {own}; here it is number {said} ({unit})',
    },
    outgoing: {
      zh: '向“{own}”作报告的应是第{due}届委员会，此处是第{said}届，请核',
      en: 'Committee {due} reports to {own}; here it is {said}. Please check',
    },
    congress: {
      zh: '前面说召开的是第{held}次，这里落实的却是“{said}”，请核',
      en: 'Number {held} was held, as the text says; here “{said}” is carried out. Please check',
    },
    pair: {
      zh: '{one}和{other}不在一年，全国人大和全国政协同年的会议届次相同',
      en: '{one} and {other} are of two years; sessions of one year have one number',
    },
    local: {
      zh: '地方党委和纪委的全会称“{right}”，“中全会”只用于中央委员会',
      en: 'Of a local committee it is “{right}”; 中全会 is the Central Committee’s',
    },
    central: { zh: '中央委员会的全会称“{right}”', en: 'Of the Central Committee it is “{right}”' },
    none: { zh: '{term}届中央委员会只开过{count}次全会', en: 'The committee of the {term} congress held {count} plenums only' },
    personnel: {
      zh: '{name}研究的是人选和机构改革，此处所说的多半出自三中全会，请核',
      en: '{name} dealt with offices and bodies; what is said here is more likely of the third plenum. Please check',
    },
    adopted: { zh: '这份文件是{due}通过的，此处说的是{said}', en: 'This document was adopted by {due}, here said of {said}' },
    occasional: {
      zh: '{name}是{years}年召开的，此处说的是{year}年，请核',
      en: '{name} was held in {years}, here said of {year}; please check',
    },
    year: { zh: '所说的年份', en: 'the year it is said of' },
    own: { zh: '本次会议', en: 'the session at hand' },
  },
  doubts: true,
  check({ text, use, mayTell, report }) {
    const own = use(documentYear)
    const sessions = inProse(
      use,
      use(times).filter((time): time is SessionTime => time.kind === 'session'),
    ).filter(({ one }) => mayTell(one))
    const paired = sayPairs()
    for (const { one, stretch } of sessions) {
      sayForm(one)
      const organ = organOf(text, one)
      sayPersonnel(one)
      const meeting = organ && meetingOf(organ, one.term, one.meeting)
      if (meeting && !paired.has(one)) sayNational(meeting, named(text, one, organ), stretch)
    }
    sayOldPlenums()
    sayOwn()
    sayHead()
    for (const { phrase, start, stretch } of inStretches(findAdopted)) {
      const { term, meeting } = adoptions[phrase] as (typeof adoptions)[number]
      const said = sessions.findLast(({ one, stretch: other }) => other === stretch && one.end <= start)?.one
      if (!said || !isPlenum(text, said) || (said.term === term && said.meeting === meeting)) continue
      const between = text.slice(said.end, start)
      const isRead = readNext.test(between)
      if (
        (!isRead && !adopting.test(between) && !closing.test(between)) ||
        text.slice(said.number.start - 1, said.number.start) === '、'
      )
        continue
      const due = `${toHan(term)}届${toHan(meeting)}中全会`
      // What is studied beside the spirit of a plenum need not be of it.
      const more = isRead ? ({ severity: 'info' } as const) : {}
      report('adopted', named(text, said, 'plenum'), { due, said: text.slice(said.start, said.end) }, more)
    }
    for (const { phrase, start, end, stretch } of inStretches(findOccasional)) {
      const { name, years } = occasional[phrase] as (typeof occasional)[number]
      const match = yearBefore.exec(text.slice(Math.max(stretch.start, start - 14), start))
      const year = match ? numberOf(match[1] as string) : undefined
      if (!match || year === undefined || years.includes(year) || year > 2026) continue
      report('occasional', { start: start - match[0].length, end }, { name, years: years.join('、'), year }, { severity: 'info' })
    }
    sayBareDiscipline()

    function* inStretches(find: typeof findAdopted) {
      for (const stretch of use(structure).stretches)
        for (const hit of find(use, stretch.start, stretch.end)) yield { ...hit, stretch }
    }

    /** 次全会 or 中全会, and more of them than there were. */
    function sayForm(one: SessionTime): void {
      const word = text.slice(one.number.end, one.end)
      const before = text.slice(Math.max(0, one.start - 4), one.start)
      if (!mayTell(one, 'local')) return
      const edit = (from: string, to: string) =>
        ({
          fix: { grade: 'suggested', edits: [{ start: one.number.end, end: one.number.end + from.length, text: to }] },
        }) as const
      if (
        word === '中全会' &&
        (/[省市县区州盟旗镇乡]委$|纪委$/.test(before) || /(?:[省市县区州盟旗镇乡]|纪)委$/.test(one.body))
      ) {
        report('local', one, { right: `${text.slice(one.start, one.number.end)}次全会` }, edit('中', '次'))
      } else if (word === '次全会' && before.endsWith('党的') && one.body === '') {
        report('central', one, { right: `${text.slice(one.start, one.number.end)}中全会` }, edit('次', '中'))
      } else if (isPlenum(text, one)) {
        const count = plenumCounts.get(one.term)
        if (count !== undefined && one.meeting > count) report('none', one, { term: toHan(one.term), count })
      }
    }

    /** The first two plenums of a committee choose leaders and arrange bodies: what they “put forward” is mostly of the third. */
    function sayPersonnel(one: SessionTime): void {
      if (!isPlenum(text, one) || one.meeting > 2 || one.term < 18 || (one.term === 19 && one.meeting === 2)) return
      if (text[one.number.start - 1] === '、') return
      const behind = text.slice(one.end, one.end + 40)
      if (!puttingForward.test(behind) || ofBodies.test(behind)) return
      report('personnel', named(text, one, 'plenum'), { name: text.slice(one.start, one.end) }, { severity: 'info' })
    }

    function sayNational(meeting: Meeting, at: Span, stretch: Stretch): void {
      const due = yearOf(meeting)
      const name = nameOf(meeting)
      const milder = meeting.isVerified ? {} : ({ severity: 'info' } as const)
      const said = saidYear(text, at, stretch.start)
      if (said && (meeting.organ !== 'plenum' || takesPlace.test(text.slice(at.end, at.end + 14)))) {
        const years = yearsMeant(said, own, outlookAt(use, at.start) === 'plan')
        const [year] = years
        if (year !== undefined && !years.includes(due))
          report('held', at, { name, due, year }, { see: [{ id: 'year', at: said, data: {} }], ...milder })
        return
      }
      if (!own || !isSure(own)) return
      const behind = text.slice(at.end, at.end + 8)
      const sentence = sentenceAround(use, at, stretch)
      const words = text.slice(sentence.start, sentence.end)
      if (!spirit.test(behind) && !studying.test(text.slice(Math.max(stretch.start, at.start - 24), at.start))) return
      if (meeting.from > latestDay(own)) {
        if (!toCome.test(words)) report('early', at, { name, day: meeting.from, year: own.value }, milder)
        return
      }
      const isAhead = outlookAt(use, at.start) === 'plan' || (outlookAt(use, at.start) === undefined && tasksToday.test(words))
      const latest = newest(meeting.organ, own)
      const lowest =
        conveyed.test(words) && latest && own.month !== undefined ? yearOf(latest) : lowestYear(own, meeting.organ, isAhead)
      if (meeting.organ === 'plenum' || due >= lowest || past.test(words)) return
      if (deciding.test(behind) && !(isAhead && /^上的?(?:重要)?讲话/.test(behind))) return
      if (
        timesIn(words).some(
          (time) => time.kind === 'year' && (time.value < (isAhead ? own.value - 1 : lowest) || time.value > own.last),
        )
      )
        return
      if (latest) report('older', at, { name, due, year: own.value, newer: nameOf(latest) }, milder)
    }

    /** The spirit of a plenum studied as the task at hand, when there has been a later one of which the paper says nothing. */
    function sayOldPlenums(): void {
      const spoken = spokenYears(own)
      if (!own || !spoken) return
      // On a day that is known to the day a new plenum is in the papers within days.
      const due = plenumBefore(earliestDay(own), own.day === undefined ? settling : announced)
      const bound = plenumBefore(`${spoken.first}-01-01`, settling)
      if (!due || !bound || due.plenum === 0) return
      const isSettled = plenumBefore(earliestDay(own), settling) === due
      if (isSettled && text.includes('历次全会')) return
      const plenums = sessions.filter(({ one }) => isPlenum(text, one))
      if (plenums.some(({ one }) => !isBefore(one.term, one.meeting, due))) return
      for (const { one, stretch } of plenums) {
        if (one.term < 18) continue
        if (!/^[^。；，“]{0,20}精神/.test(text.slice(one.end, Math.min(stretch.end, one.end + 24)))) continue
        if (!studying.test(text.slice(Math.max(stretch.start, one.start - 40), one.start))) continue
        const sentence = sentenceAround(use, one, stretch)
        const words = text.slice(sentence.start, sentence.end)
        if (past.test(words) || timesIn(words).some((time) => time.kind === 'year' && time.value < spoken.first)) continue
        const isAhead = outlookAt(use, one.start) === 'plan'
        // 党的二十大和二十届三中全会精神 in a plan is the affair of `period-mismatch`.
        if (isAhead && /大(?:精神)?(?:和|、|以及|及)(?:党的)?$/.test(text.slice(Math.max(0, one.start - 8), one.start))) continue
        const isOld = isBefore(one.term, one.meeting, bound)
        // Of a year in the middle of which the new plenum was held, a review that has the old one only was written for another year.
        const isMissed =
          due.plenum > 1 && plenumBefore(`${spoken.first}-12-31`, settlingInReview) === due && due.to >= `${spoken.first}-01-01`
        // The year may have been that of the old one: only suspected.
        const isDoubtful =
          (!isOld && !isAhead && spoken.first !== own.value && isSettled && !isMissed) ||
          (!isSettled && outlookAt(use, one.start) === 'review')
        const meeting = centralMeetings.find(({ congress, plenum }) => congress === one.term && plenum === one.meeting)
        if (!meeting) continue
        report(
          'older',
          named(text, one, 'plenum'),
          { name: plenumName(meeting), due: Number(meeting.from.slice(0, 4)), year: own.value, newer: plenumName(due) },
          isDoubtful ? { doubtful: true } : isOld && isSettled ? {} : { severity: 'info' },
        )
      }
    }

    /** 十三届全国人大二次会议、全国政协十三届三次会议: both houses meet in the same days under the same number. */
    function sayPairs(): ReadonlySet<SessionTime> {
      const paired = new Set<SessionTime>()
      for (const [index, { one: second, stretch }] of sessions.entries()) {
        const first = sessions[index - 1]
        if (!first || first.stretch !== stretch) continue
        const [a, b] = [first.one, second]
        const organs = [organOf(text, a), organOf(text, b)]
        if (!organs.includes('congress') || !organs.includes('consultative')) continue
        if (!/^(?:和|、|以及|与|及)?(?:全国政协)?$/.test(text.slice(a.end, b.start))) continue
        if (a.term === b.term && a.meeting === b.meeting) continue
        // Of the two the one that is not of the document’s year is the slip; else the second.
        const spoken = spokenYears(own)
        const isOfYear = ({ term, meeting }: SessionTime): boolean => {
          const known = meetingOf('congress', term, meeting)
          return known !== undefined && spoken !== undefined && yearOf(known) >= spoken.first && yearOf(known) <= spoken.last
        }
        const [odd, right] = isOfYear(b) && !isOfYear(a) ? [a, b] : [b, a]
        const data = { one: text.slice(a.start, a.end), other: text.slice(b.start, b.end) }
        paired.add(a).add(b)
        report('pair', odd, data, { see: [{ id: 'own', at: right, data: {} }] })
      }
      return paired
    }

    /** The own meeting as the head has it, and as the report begins; the own congress, held and carried out. */
    function sayHead(): void {
      const heads = use(structure).paragraphs.flatMap(({ paragraph }) =>
        ['title', 'subtitle', 'dateline'].includes(paragraph.role ?? '') ? [paragraph] : [],
      )
      const head = meetingInHead(text, heads)
      for (const { at, of, due, said } of head ? slipsOfOpening(text, head, heads.at(-1)?.end ?? 0) : []) {
        if (!head || !mayTell(at)) continue
        const see = [{ id: 'own', at: head.at, data: {} }] as const
        const data = { own: text.slice(head.at.start, head.at.end), said: toHan(said) }
        if (of === 'outgoing') report('outgoing', at, { ...data, due: toHan(due) }, { see, severity: 'info' })
        else report('opening', at, { ...data, unit: of === 'term' ? '届' : '次会议' }, { see })
      }
      for (const { at, held } of otherCongress(text)) {
        if (!mayTell(at)) continue
        const data = { held: toHan(held.number), said: text.slice(at.start, at.end) }
        report('congress', at, data, { see: [{ id: 'own', at: held, data: {} }], severity: 'info' })
      }
    }

    /** 中央纪委四次全会, without a term: that of the year. */
    function sayBareDiscipline(): void {
      if (!own || !isSure(own)) return
      for (const stretch of use(structure).stretches) {
        for (const { start, end } of findBare(use, stretch.start, stretch.end)) {
          const match = bareBehind.exec(text.slice(end, end + 6))
          if (!match || text[start - 1] === '届') continue
          const meeting = numberOf(match[1] as string)
          const at = { start, end: end + match[0].length }
          if (!spirit.test(text.slice(at.end, at.end + 8))) continue
          const from = lowestYear(own, 'discipline', outlookAt(use, start) === 'plan')
          const fitting = [from, from + 1, own.last]
            .map((year) => regularIn('discipline', year))
            .filter((one) => one !== undefined)
          const newer = newest('discipline', own)
          if (fitting.length === 0 || !newer || fitting.some((one) => one.meeting === meeting)) continue
          const older = meetingOf('discipline', newer.term, meeting ?? 0)
          if (!older || yearOf(older) >= from) continue
          report('older', at, { name: nameOf(older), due: yearOf(older), year: own.value, newer: nameOf(newer) })
        }
      }
    }

    function sayOwn(): void {
      const locals = sessions.flatMap(({ one, stretch }) => {
        const local = localSession(text, one)
        return local ? [{ ...local, stretch }] : []
      })
      const heads = use(structure).paragraphs.flatMap(({ paragraph }) =>
        paragraph.role === 'title' || paragraph.role === 'dateline' ? [paragraph] : [],
      )
      const at = ownSession(text, locals, heads)
      // Towns hold two sessions a year: the goals of the year are not those of the last one.
      if (!at || (at.unit !== '' && '镇乡'.includes(at.unit))) return
      // 三届三次会议 without an organ, of one’s own term, is one’s own.
      const bare = sessions.filter(({ one }) => isBare(text, one) && one.term === at.session.term)
      for (const { one, stretch } of bare) sayFulfilled({ session: one, organ: at.organ, unit: '' }, at, stretch)
      for (const one of locals) {
        if (one.session === at.session || one.organ !== at.organ) continue
        if (one.unit !== '' && at.unit !== '' && one.unit !== at.unit) continue
        sayFulfilled(one, at, one.stretch)
      }
    }

    /** What the last session set is what this one is told of. */
    function sayFulfilled({ session }: LocalSession, { session: own }: LocalSession, stretch: Stretch): void {
      const behind = text.slice(session.end, Math.min(stretch.end, session.end + 40))
      const isGoal = goalsBehind.test(behind)
      const isSince = sinceBehind.test(behind)
      const lead = text.slice(Math.max(stretch.start, session.start - 24), session.start)
      const isResolved = resolvedBehind.test(behind) && carriedOut.test(lead.replace(organBefore, ''))
      const isProposed = proposalsBehind.test(behind)
      const isOwn = session.term === own.term && session.meeting === own.meeting
      if (!isOwn && reportedTo.test(lead) && reportedBehind.test(behind)) {
        const data = { own: text.slice(own.start, own.end), said: text.slice(session.start, session.end) }
        report('given', session, data, { see: [{ id: 'own', at: own, data: {} }] })
        return
      }
      if (!isGoal && !isSince && !isResolved && !isProposed) return
      const before = text.slice(Math.max(stretch.start, session.start - 24), session.start)
      const isAhead = outlookAt(use, session.start) === 'plan'
      const see = [{ id: 'own', at: own, data: {} }] as const
      const words = (meeting: SessionTime): string => text.slice(meeting.start, meeting.end)
      if (session.term !== own.term) {
        if (own.meeting > 1 && (isGoal || isResolved || isProposed) && !isAhead)
          report('term', session, { own: words(own), said: toHan(session.term) }, { see })
        // The first session of a term looks back on the term before: 十六届人大一次会议以来.
        if (own.meeting === 1 && session.meeting === 1 && isSince && !isAhead && session.term < own.term - 1)
          report('term', session, { own: words(own), said: toHan(session.term) }, { see, severity: 'info' })
        return
      }
      const isLast = session.meeting === own.meeting - 1
      if (isLast && isAhead && isGoal && /(?:完成|实现)[^，。；]{0,4}$/.test(lead)) {
        report('behind', session, { own: words(own), said: words(session) }, { see, doubtful: true })
      }
      if (own.meeting === 1 || isLast) return
      // Goals set by this very session lie ahead; only what is said to be fulfilled cannot be.
      const isDone = fulfilled.test(before) || carriedOut.test(lead.replace(organBefore, ''))
      if (session.meeting === own.meeting && (isAhead || !isDone)) return
      if (session.meeting === 1 && (isSince || own.meeting > 3)) return
      if (isAhead || /五年|四年|三年|历次|本届/.test(before.split(/[，。；]/).at(-1) as string)) return
      const digits = text.slice(session.number.start, session.number.end)
      const right = /^[0-9０-９]/.test(digits) ? String(own.meeting - 1) : toHan(own.meeting - 1)
      const due = text.slice(session.start, session.number.start) + right + text.slice(session.number.end, session.end)
      report(
        'goals',
        session,
        { own: words(own), due, said: words(session) },
        {
          see,
          fix: { grade: 'suggested', edits: [{ ...session.number, text: right }] },
          ...(session.meeting === own.meeting && !fulfilled.test(before) && { severity: 'info' as const }),
        },
      )
    }
  },
})

/** The level of the organ between the verb and the term: 执行县十七届…. */
const organBefore = /[省市县区州盟旗镇乡]$/

const findBare = tableFinder(['中央纪委'])
const bareBehind = /^([一二三四五六七八九])次全会/

/** What a meeting is to do, in the opening of its report. */
const tasksToday =
  /主要任务是|总体要求是|总的要求是|总结(?:[12]\d{3}年|去年|过去一年)[^。]{0,24}(?:部署|安排|研究)(?:[12]\d{3}年|今年|当前)/

/** What is conveyed to a meeting is of the newest. */
const conveyed = /会议传达(?:学习)?了?|^传达学习/
/** What is done with a meeting that is over. */
const spirit = /^[”]?(?:上?的?(?:重要)?讲话|精神|部署|要求|工作报告|决策|各项|会议精神)/
const studying = /(?:贯彻|学习|落实|传达|宣传|领会|按照|围绕|对标)[^，。；]{0,22}$/
/** What a meeting does. */
const takesPlace = /^(?:在[^，。；]{1,8}?)?(?:胜利|顺利)?(?:召开|举行|开幕|闭幕|审议|通过|作出)/
const toCome = /将|即将|迎接|喜迎|筹备|前夕|到来|召开后|做好.{0,6}准备/
/** The sentence tells of a longer time, or of an earlier one. */
const past = /五年|[三四]年来|以来|届满|本届|曾|去年|上年|当年/
const deciding = /^(?:通过|审议|表决|批准|选举|修订|修改|决定|任命|作出|上)/
const adopting = /^(?:上|期间)?(?:审议|讨论)?(?:并)?(?:通过|作出|审议|制定|提出|研究)[^。；！？]{0,48}$/
/** 刚刚闭幕，全会审议通过了《…》 */
const closing =
  /^(?:刚刚|胜利|圆满|顺利|已)*(?:召开|闭幕|举行)了?[，。；](?:全会|会议)(?:审议)?(?:并)?(?:讨论)?(?:通过|作出)[^。；！？]{0,48}$/
/** 精神，逐条研读《…》: no other meeting is named between. */
const readNext =
  /^精神[，、]?(?:(?!全会|[大届]精神)[^。；！？，]){0,8}(?:研读|领会|学习|研学|通读|对照)(?:(?!全会|大精神)[^。；！？，]){0,24}$/
const puttingForward = /^(?:明确|强调|专门|对[^，。；]{2,16})?(?:提出|指出|要求|部署|作出|审议通过|通过)/
const ofBodies = /机构|职能|名单|人选|任命|职务|选举|改革方案|换届|宪法/
const yearBefore = /([12]\d{3})年(?:[0-9]{1,2}月)?(?:召开的|的)?$/
const fulfilled = /(?:完成|实现|达到|兑现)了?[^，。；]{0,6}$/

/** 三届三次会议 and not a word before it whose session it is. */
const isBare = (text: string, { start, number, end, body }: SessionTime): boolean =>
  body === '' &&
  text.slice(number.end, end) === '次会议' &&
  !/(?:人大|政协|委|会|全国|届)$/.test(text.slice(Math.max(0, start - 4), start))

const isPlenum = (text: string, { number, end, body }: SessionTime): boolean =>
  text.slice(number.end, end) === '中全会' && /^[一二三四五六七八九中、]*$/.test(body)

function organOf(text: string, session: SessionTime): Organ | undefined {
  const { body, start } = session
  const before = text.slice(Math.max(0, start - 4), start)
  if (/^全国人(?:大|民代表大会)$/.test(body)) return 'congress'
  if (/^中央纪(?:委|律检查委员会)$/.test(body) || (body === '' && before.endsWith('中央纪委'))) return 'discipline'
  if (body === '' && before.endsWith('全国政协')) return 'consultative'
  return isPlenum(text, session) ? 'plenum' : undefined
}

/** With the words before 届 that belong to the name. */
function named(text: string, { start, end }: SessionTime, organ: Organ): Span {
  const lead = { congress: '', consultative: '全国政协', discipline: '中央纪委', plenum: '党的' }[organ]
  return { start: lead !== '' && text.startsWith(lead, start - lead.length) ? start - lead.length : start, end }
}

/** A document may speak of the meetings of this year and later; a report of January looks back on the year before. */
function lowestYear(own: DocumentYear, organ: Organ, isAhead: boolean): number {
  if (own.month !== undefined && (own.month >= 4 || (organ === 'discipline' && own.month >= 2 && isAhead))) return own.value
  return own.last > own.value ? own.value : own.value - 1
}

/** The latest regular meeting a document can know. */
function newest(organ: Organ, own: DocumentYear): Meeting | undefined {
  const day = latestDay(own)
  return [own.value, own.value - 1].map((year) => regularIn(organ, year)).find((one) => one !== undefined && one.to <= day)
}
