import {
  type DocumentYear,
  defineRule,
  documentYear,
  isInside,
  isSure,
  latestDay,
  numberOf,
  outlookAt,
  period,
  placesOf,
  quotations,
  type Span,
  type Stretch,
  sentenceAround,
  spokenYears,
  staleTraces,
  structure,
  tableFinder,
  tablesAsOf,
  tellsOfYears,
  timesIn,
  type Use,
} from '../../../src/kit.ts'
import { type DatedCampaign, datedCampaigns, lifeThemes } from '../../../src/world/campaigns.ts'

const named = datedCampaigns.flatMap((campaign) => campaign.names.map((name) => ({ campaign, name })))
const mottos = datedCampaigns.flatMap((campaign) => (campaign.mottos ?? []).map((name) => ({ campaign, name })))
/** 主题教育 without more may be either of two. */
const bare = '主题教育'
const phrases = [...named.map(({ name }) => name), ...mottos.map(({ name }) => name), bare]
const find = tableFinder(phrases)

interface Mention extends Span {
  readonly campaign: DatedCampaign
  readonly stretch: Stretch
}

export default defineRule({
  id: 'campaign-year',
  severity: 'warning',
  summary: {
    zh: '学习教育、普查、普法规划说成了别的年份的（2024年的总结扎实开展八项规定精神学习教育）',
    en: 'A campaign, census or law plan is told of a year in which it was not held',
  },
  source: { tier: '事实', ref: `历次集中教育、普查和普法规划的起止日期，核至${tablesAsOf}` },
  ages: [
    {
      on: '2027-02-28',
      row: { zh: '2027年的学习教育、第四次农业普查、“九五”普法', en: 'the campaigns of 2027' },
      why: { zh: '每年初补上新的', en: 'new ones are to be added each year' },
    },
  ],
  options: {
    allow: { type: 'strings', default: [], zh: '不核对的活动', en: 'campaigns that are not checked' },
  },
  messages: {
    early: {
      zh: '{name}{day}才启动，{year}年还没有',
      en: '{name} began on {day} only; there was none in {year}',
    },
    maybe: {
      zh: '{name}据记载{day}启动，{year}年尚未开展，请核',
      en: '{name} is said to have begun on {day}, after {year}. Please check',
    },
    late: {
      zh: '{name}到{day}已结束，{year}年不会再开展，请核',
      en: '{name} had ended by {day}; it was not held in {year}. Please check',
    },
    instead: {
      zh: '{name}到{day}已结束，{year}年开展的是{now}，请核',
      en: '{name} had ended by {day}; in {year} it was {now}. Please check',
    },
    fruits: {
      zh: '{name}之后又有{now}，{year}年的材料只说前者的成果，请核',
      en: '{name} was followed by {now}; a document of {year} tells of the fruits of the former only. Please check',
    },
    named: {
      zh: '“{name}”是{said}年的行动，材料回顾的是{year}年，请核',
      en: '“{name}” is of {said}; reviewed here is {year}. Please check',
    },
    batch: {
      zh: '{name}分{batches}批开展，没有第{said}批',
      en: '{name} was held in {batches} batches; there was no batch {said}',
    },
    firstBatch: {
      zh: '{name}的第二批{from}已经开始，此处说的是第一批，请核',
      en: 'The second batch of {name} had begun in {from}; here it is the first. Please check',
    },
    subject: {
      zh: '材料说的是{own}，此处成了{said}，请核',
      en: 'The paper is on {own}; here it is {said}. Please check',
    },
    asOf: {
      zh: '{name}的标准时点是{due}，此处说的是{said}',
      en: '{name} counts as of {due}, here {said}',
    },
    asOfOther: {
      zh: '标准时点是{said}的是{name}，请核',
      en: 'What counts as of {said} is {name}. Please check',
    },
    theme: {
      zh: '{year}年度民主生活会一般对照“{due}”查摆，此处说的是“{said}”，请核',
      en: 'In {year} committees judged themselves against “{due}”, here “{said}”. Please check',
    },
    turn: {
      zh: '{name}{what}是{due}年的事，材料属于{year}年，请核',
      en: 'Beginning or end of {name} ({what}) was in {due}; the document is of {year}. Please check',
    },
    away: {
      zh: '{name}是{when}年的，此处说的是{year}年，请核',
      en: '{name} was held in {when}; this is of {year}. Please check',
    },
    saying: { zh: '所说的要求', en: 'the motto' },
    motto: {
      zh: '“{motto}”是{due}的要求，此处说的是{said}',
      en: '“{motto}” is the motto of {due}, here told of {said}',
    },
  },
  doubts: true,
  check({ text, use, mayTell, report }) {
    const own = use(documentYear)
    const mentions: Mention[] = []
    const toldByMotto = new Set<number>()
    const bares: { readonly at: Span; readonly stretch: Stretch }[] = []
    for (const stretch of use(structure).stretches) {
      const said: { readonly at: Span; readonly campaign: DatedCampaign | undefined }[] = []
      for (const { phrase, start, end } of find(use, stretch.start, stretch.end)) {
        const at = { start, end }
        const name = named[phrase]
        const motto = mottos[phrase - named.length]
        if (motto) sayMotto(motto, at, said, stretch)
        else said.push({ at, campaign: name?.campaign })
        if (phrase === phrases.length - 1 && mayTell(at)) bares.push({ at, stretch })
        if (!mayTell(at)) continue
        if (name) mentions.push({ ...at, campaign: name.campaign, stretch })
        if (name) sayAsOf(name.campaign, at)
        if (name || phrase === phrases.length - 1) sayBatch(name?.campaign, at)
      }
    }
    sayThemes()
    // A report to a congress of the party looks back on five years.
    if (!own || !isSure(own) || toCongress.test(text.slice(0, longestOpening))) return
    for (const stretch of use(structure).stretches) sayNamed(stretch, own)
    for (const one of mentions) {
      if (!isInside(use(quotations), one.start) || text[one.start] === '“') {
        if (sayOther(one, one.campaign.name, one.campaign.series, one.stretch)) continue
      }
      if (!sayYear(one, own)) suspect(one, own)
    }
    for (const { at, stretch } of bares) {
      if (toldByMotto.has(at.start)) continue
      const isPlain = /(?:^|[。；！，\n、的抓好展对]|推进|深化)$/.test(text.slice(Math.max(0, at.start - 2), at.start))
      if (isPlain && !commonBehind.test(text.slice(at.end, at.end + 3)) && sayOther(at, bare, '学习教育', stretch)) continue
      sayBare(at, stretch, own)
    }

    /** 重大事故隐患专项排查整治2023行动, “净网2023”专项行动: in what year it was held its name tells. */
    function sayNamed(stretch: Stretch, document: DocumentYear): void {
      const words = text.slice(stretch.start, stretch.end)
      if (!words.includes('行动')) return
      for (const match of words.matchAll(bearsYear)) {
        const said = Number(match[2] ?? match[4])
        const at = { start: stretch.start + match.index, end: stretch.start + match.index + match[0].length }
        const { reviewed } = use(period)
        const outlook = outlookAt(use, at.start)
        const year = outlook === 'plan' ? document.value : (reviewed ?? (document.from === 'title' ? document.value : undefined))
        if (year === undefined || said >= year || (outlook === 'plan' && reviewed === said)) continue
        const sentence = sentenceAround(use, at, stretch)
        const around = text.slice(sentence.start, at.start) + text.slice(at.end, sentence.end)
        if (excused.test(around) || use(tellsOfYears) || !mayTell(at)) continue
        if (timesIn(around).some((time) => time.kind === 'year')) continue
        report('named', at, { name: match[0].replace(/[“”]/g, ''), said, year }, { severity: 'info' })
      }
    }

    /** 第三批主题教育 of a campaign that was held in two. */
    function sayBatch(campaign: DatedCampaign | undefined, at: Span): void {
      const match = batchBefore.exec(text.slice(Math.max(0, at.start - 6), at.start))
      const said = match ? numberOf(match[2] as string) : undefined
      if (!match || said === undefined || (own && own.value < 2013)) return
      const batches = campaign ? campaign.batches : themeBatches
      if (said === 1) sayFirst(campaign, at, (match[1] as string).length)
      if (batches === undefined || said <= batches) return
      const span = { start: at.start - (match[1] as string).length, end: at.end }
      report('batch', span, { name: campaign?.name ?? bare, batches, said: match[2] as string })
    }

    /** 开展第一批主题教育的部署, when the second had begun. */
    function sayFirst(campaign: DatedCampaign | undefined, at: Span, lead: number): void {
      if (!own || own.month === undefined || !isSure(own)) return
      const day = latestDay(own)
      const row =
        campaign ?? datedCampaigns.find(({ secondFrom, to }) => secondFrom !== undefined && secondFrom <= day && day <= to)
      if (!row?.secondFrom || day.slice(0, 7) < row.secondFrom || day > row.to) return
      const start = at.start - lead
      if (!/(?:开展|参加|部署|启动|抓好|推进)(?:好)?$/.test(text.slice(Math.max(0, start - 6), start))) return
      if (/^(?:的)?(?:经验|成果|成效|总结|整改|单位|期间|以来|已)/.test(text.slice(at.end, at.end + 6))) return
      report('firstBatch', { start, end: at.end }, { name: campaign?.name ?? bare, from: row.secondFrom }, { severity: 'info' })
    }

    /** The campaign that a paper is on, by its title; another of the series in what it orders is left over. */
    function sayOther(at: Span, said: string, series: string, stretch: Stretch): boolean {
      const title = use(structure).paragraphs.find(({ paragraph }) => paragraph.role === 'title')?.paragraph
      const head = title ? text.slice(title.start, Math.min(text.length, title.end + 80)) : ''
      const due = datedCampaigns.find((one) => one.series === series && one.names.some((name) => head.includes(name)))
      if (series !== '学习教育' || !due || due.names.some((name) => said.includes(name) || name.includes(said))) return false
      const sentence = sentenceAround(use, at, stretch)
      const words = text.slice(sentence.start, sentence.end)
      if (due.names.some((name) => words.includes(name)) || ofBefore.test(words) || at.start < (title?.end ?? 0) + 80)
        return false
      if (timesIn(words).some((time) => time.kind === 'year')) return false
      report('subject', at, { own: due.name, said }, { severity: 'info' })
      return true
    }

    /** 第四次全国经济普查标准时点为2023年12月31日: the day is the next one’s. */
    function sayAsOf(campaign: DatedCampaign, at: Span): void {
      const match = campaign.asOf === undefined ? null : asOfBehind.exec(text.slice(at.end, at.end + 30))
      if (!match || campaign.asOf === undefined) return
      const [, year, month, day] = match
      const [dueYear, dueMonth, dueDay] = campaign.asOf.split('-').map(Number)
      const isSame = Number(year) === dueYear && (month === undefined || (Number(month) === dueMonth && Number(day) === dueDay))
      if (isSame) return
      const said = month === undefined ? `${year}年` : `${year}年${month}月${day}日`
      const other = datedCampaigns.find(
        ({ series, asOf }) => series === campaign.series && asOf !== undefined && asOf.startsWith(year as string),
      )
      if (other) report('asOfOther', at, { said, name: other.name }, { severity: 'info' })
      else report('asOf', at, { name: campaign.name, due: `${dueYear}年${dueMonth}月${dueDay}日`, said }, { severity: 'info' })
    }

    /** Against what a committee judges itself, in the paper it writes for that. */
    function sayThemes(): void {
      const opening = text.slice(0, longestOpening)
      const match = /(20\d\d)年度[^\n，。]{0,20}民主生活会/.exec(opening)
      const row = match ? lifeThemes.find(({ year }) => year === Number(match[1])) : undefined
      if (!row || !/对照检查|对照剖析|发言提纲|检视剖析/.test(opening)) return
      for (const stretch of use(structure).stretches) {
        for (const at of placesOf(text, '“', stretch.start, stretch.end)) {
          const form = /^“([三四五六七八]个(?:带头|方面|对照))”/.exec(text.slice(at, at + 8))?.[1]
          if (form === undefined || form === row.form) continue
          const before = text.slice(Math.max(stretch.start, at - 12), at)
          const sentence = sentenceAround(use, { start: at, end: at + 1 }, stretch)
          const words = text.slice(sentence.start, sentence.end)
          if (!/(?:对照|聚焦|围绕|按照|紧扣)(?:检查)?$/.test(before) || /上年度|上一年度|主题教育|历次|往年/.test(words)) continue
          const span = { start: at + 1, end: at + 1 + form.length }
          if (mayTell(span)) report('theme', span, { year: row.year, due: row.form, said: form }, { severity: 'info' })
        }
      }
    }

    /** The motto of one campaign behind the name of another, in one sentence. */
    function sayMotto(
      { campaign: due, name: motto }: { campaign: DatedCampaign; name: string },
      at: Span,
      said: readonly { readonly at: Span; readonly campaign: DatedCampaign | undefined }[],
      stretch: Stretch,
    ): void {
      const sentence = sentenceAround(use, at, stretch)
      const here = said.filter(({ at: { start } }) => start >= sentence.start)
      if (here.length !== 1 || !mayTell(at)) return
      const [{ at: place, campaign }] = here as [(typeof here)[number]]
      if (campaign === due || (campaign && campaign.series !== due.series)) return
      if (!campaign && (due.name.endsWith(bare) || commonBehind.test(text.slice(place.end, place.end + 3)))) return
      toldByMotto.add(place.start)
      const see = [{ id: 'saying', at, data: {} }] as const
      report('motto', place, { motto, due: due.name, said: campaign?.name ?? bare }, { see, severity: 'info' })
    }

    /** Named in a time that is not its own, with no verb that would make it sure; or begun where it went on for years. */
    function suspect({ campaign, start, end, stretch }: Mention, document: DocumentYear): void {
      const at = { start, end }
      const sentence = sentenceAround(use, at, stretch)
      const words = text.slice(sentence.start, start) + text.slice(end, sentence.end)
      const before = text.slice(Math.max(sentence.start, start - longestLead), start)
      const behind = text.slice(end, Math.min(sentence.end, end + longestLead))
      if (excused.test(words) || /[《〈]$|原|时期$/.test(before) || commonBehind.test(behind) || standing.test(behind)) return
      if (isOfFruitsOf(before, behind) || ofBefore.test(clauseOf(before, behind))) return
      if (timesIn(words).some((time) => time.kind === 'year')) return
      if (mentions.some((other) => other.campaign !== campaign && other.start >= sentence.start && other.end <= sentence.end))
        return
      const years = yearsOf(at, document, use)
      const [from, to, over] = [Number(campaign.from.slice(0, 4)), lastYearOf(campaign), Number(campaign.to.slice(0, 4))]
      const [first, last] = [Number(years.first.slice(0, 4)), Number(years.last.slice(0, 4))]
      const { name } = campaign
      const begun = beginning.exec(behind) ?? beginningBefore.exec(before)
      const ended = ending.exec(behind)
      if (begun && to > from && first > from + 1) {
        report('turn', at, { name, what: begun[1] as string, due: from, year: first }, { doubtful: true })
      } else if (ended && to > from && Math.min(last, document.value) < to) {
        report('turn', at, { name, what: ended[1] as string, due: to, year: Math.min(last, document.value) }, { doubtful: true })
      } else if ((first > over || last < from) && !toCome.test(words) && !use(tellsOfYears)) {
        report(
          'away',
          at,
          { name, when: from === to ? from : `${from}—${to}`, year: first > over ? first : last },
          { doubtful: true },
        )
      }
    }

    function sayYear({ campaign, start, end, stretch }: Mention, document: DocumentYear): boolean {
      const at = { start, end }
      const sentence = sentenceAround(use, at, stretch)
      // Without the name: 五年行动 tells of no five years.
      const words = text.slice(sentence.start, start) + text.slice(end, sentence.end)
      const before = text.slice(Math.max(sentence.start, start - longestLead), start)
      const behind = text.slice(end, Math.min(sentence.end, end + longestLead))
      if (excused.test(words) || /[《〈]$|原|时期$/.test(before) || commonBehind.test(behind)) return false
      if (isInside(use(quotations), start) && text[start] !== '“') return true
      if (timesIn(words).some((time) => time.kind === 'year' && time.value <= Number(campaign.to.slice(0, 4)))) return false
      if (mentions.some((other) => other.campaign !== campaign && other.start >= sentence.start && other.end <= sentence.end))
        return false
      const isOfFruits = isOfFruitsOf(before, behind)
      if (isOfFruits) {
        sayFruits(campaign, at, document)
        return true
      }
      if (!begins.test(before) && !isOver.test(behind)) return false
      if (standing.test(behind)) return false
      const years = yearsOf(at, document, use)
      const { name } = campaign
      if (campaign.from > years.last) {
        if (toCome.test(words)) return false
        const data = { name, day: campaign.from, year: Number(years.last.slice(0, 4)) }
        if (campaign.verified) report('early', at, data)
        else report('maybe', at, data, { severity: 'info' })
        return true
      }
      if (campaign.to >= years.first) return false
      if (use(staleTraces).some((trace) => trace.start < end && trace.end > start && trace.row.level !== 'trace')) return true
      const year = Number(years.first.slice(0, 4))
      const now = datedCampaigns.find(
        (other) =>
          campaign.series !== '行动' &&
          other.series === campaign.series &&
          other.from.slice(0, 4) <= String(year) &&
          other.to >= years.first,
      )
      if (now) report('instead', at, { name, day: campaign.to, year, now: now.name }, { severity: 'info' })
      else report('late', at, { name, day: campaign.to, year }, { severity: 'info' })
      return true
    }

    /** 扎实开展主题教育 of a year in which the campaign had another name. */
    function sayBare(at: Span, stretch: Stretch, document: DocumentYear): void {
      const sentence = sentenceAround(use, at, stretch)
      const words = text.slice(sentence.start, sentence.end)
      const behind = text.slice(at.end, at.end + 6)
      if (!begins.test(text.slice(Math.max(sentence.start, at.start - longestLead), at.start))) return
      if (
        excused.test(words) ||
        ownTheme.test(text.slice(Math.max(sentence.start, at.start - 12), at.end)) ||
        commonBehind.test(behind) ||
        standing.test(behind)
      )
        return
      if (outlookAt(use, at.start) === 'plan' || isInside(use(quotations), at.start)) return
      if (timesIn(words).some((time) => time.kind === 'year')) return
      const { first } = yearsOf(at, document, use)
      const now = datedCampaigns.find(({ series, from }) => series === '学习教育' && from.slice(0, 4) === first.slice(0, 4))
      const last = datedCampaigns.findLast(({ name, to }) => name.endsWith(bare) && to < `${first.slice(0, 4)}-03-01`)
      if (!now || !last || now.name.endsWith(bare)) return
      if (mentions.some(({ campaign, start }) => campaign === now && start >= sentence.start && start < sentence.end)) return
      if (use(staleTraces).some((trace) => trace.start < at.end && trace.end > at.start && trace.row.level !== 'trace')) return
      const data = { name: bare, day: last.to, year: Number(first.slice(0, 4)), now: now.name }
      report('instead', at, data, { severity: 'info' })
    }

    /** Of two campaigns since that are over it is the fruits of the later ones that are kept. */
    function sayFruits(campaign: DatedCampaign, at: Span, document: DocumentYear): void {
      // Where no month is told it is taken for a paper of the turn of the year.
      const day = document.month === undefined ? `${document.last}-01-31` : latestDay(document)
      const later = datedCampaigns.filter(({ series, from }) => series === campaign.series && from > campaign.to && from <= day)
      const last = later[later.length - 1]
      if (later.length < 2 || !last) return
      report('fruits', at, { name: campaign.name, now: last.name, year: document.value }, { severity: 'info' })
    }
  },
})

/** Where a text says what it was given to. Characters. */
const longestOpening = 300
const toCongress = /次(?:全国)?代表大会|党代会|党员代表大会/
/** How far before a name its verb may begin. Characters. */
const longestLead = 14
const begins =
  /(?:开展|启动|部署|推进|抓好|组织|完成|实施|做好|参加|抓实|推动|贯彻|落实|深化)(?:好|了)?(?:全[市县区省镇]|学习|第[一二]批)?$/
/** The first and the last year of what went on for years. */
const beginning = /^(?:规划|工作|行动|的){0,2}(启动|开局|动员|部署)/
const beginningBefore = /(启动|动员部署)(?:了|实施|开展|好)?[^，。；]{0,3}$/
const ending = /^(?:规划|工作|行动|的){0,2}(收官|圆满完成|胜利收官|圆满收官|终期评估|总结验收|收尾)/
/** What ends in the first months of a year is told as ended with the year before. */
const lastYearOf = ({ to }: DatedCampaign): number => Number(to.slice(0, 4)) - (to.slice(5, 7) <= '03' ? 1 : 0)
const isOver = /^(?:规划|工作|登记|现场|清查){0,3}(?:圆满|顺利|胜利|全面|如期)?(?:收官|收尾|启动|开局|完成)/
/** 第三批 before a name: the words, and the numeral. */
const batchBefore = /(第([一三四五六1-6])批(?:次)?“?)$/
/** In how many batches either of the campaigns was held that are 主题教育 in short. */
const themeBatches = 2
/** What tells of campaigns before. */
const ofBefore =
  /前几年|以往|过去|此前|曾|成果|成效|经验|形成|历次|先后|常态化|制度化|长效化|衔接|相比|以来|期间|那年|当年|继|之后|总结|整改|问题/
const asOfBehind = /^(?:的)?(?:标准)?时点(?:为|是)?([12]\d{3})年(?:(\d{1,2})月(\d{1,2})日)?/
/** 巩固拓展…成果, or …成果转化不够: of what was won by it. */
const isOfFruitsOf = (before: string, behind: string): boolean =>
  (fruits.test(before) && /^(?:的)?(?:成果|成效)/.test(behind)) || /^(?:的)?(?:成果|成效)(?:转化|巩固|运用|拓展)/.test(behind)
const standing = /^(?:常态化|长效化|制度化|成果|成效|领导|经验|期间|整改|专题(?:民主|组织)生活会)/
const fruits = /(?:巩固|深化|拓展|转化|运用)(?:和|并|好|用好)?(?:巩固|深化|拓展|转化|扩大)?(?:和)?(?:党的)?$/
const commonBehind = /^(?:活动|基地|实践|馆|课|周|月|日|展|片|读本|讲座|公园)/
/** A theme of the house’s own, or the last months of the campaign. */
const ownTheme =
  /第二批|习近平新时代|不忘初心|爱国|国防|安全|法治|廉[政洁]|警示|理想信念|青少年|学生|革命|党日|民族团结|[”》]主题教育/
/** A name with its year: before the year it has two characters or more in marks, or 整治, 治理, 攻坚. */
const bearsYear =
  /“([\u4e00-\u9fff]{2,6})[—-]?((?:20)[0-9]{2})”(?:系列|专项|集中|统一|集群|夏季|冬季){0,2}(?:行动|战役|整治)|([\u4e00-\u9fff]{2,8}(?:整治|治理|攻坚|排查|执法|检查))((?:20)[0-9]{2})(?:专项)?行动/g
const excused = /以来|期间|曾|当年|那年|历史|先后|五年|[三四五]年来|过去|经验|总结大会|上一轮|数据|结果|相比|公报/
const toCome = /将|即将|筹备|准备|谋划|前期|按照[^，。]{0,12}部署|党的二十大/

/** What stands beside a name in its own clause. */
const clauseOf = (before: string, behind: string): string =>
  (before.split(/[，。；]/).at(-1) as string) + behind.slice(0, behind.search(/[，。；]|$/))

/** First and last day of which a place tells, `YYYY-MM-DD`. */
function yearsOf(at: Span, own: DocumentYear, use: Use): { readonly first: string; readonly last: string } {
  const { reviewed } = use(period)
  const spoken = spokenYears(own)
  const outlook = outlookAt(use, at.start)
  const planned = outlook === 'plan' && (own.month ?? 1) <= 6 ? own.value : undefined
  const first = outlook === 'review' && reviewed !== undefined ? reviewed : (planned ?? spoken?.first ?? own.value - 1)
  // A report of January does not review what began in the spring of its own year.
  const isPast = outlook === 'review' && reviewed !== undefined && reviewed < own.value && (own.month ?? 1) <= 2
  return { first: `${first}-01-01`, last: isPast ? `${reviewed}-12-31` : latestDay(own) }
}
