/** The facts of a house as one of its reports tells them: a first draft of hegao.facts.yaml for a person to correct. */
import { fact, type HouseFacts } from '../fact.ts'
import { documentYear } from './document-year.ts'
import { type NameMention, names } from './names/index.ts'
import { period } from './period.ts'
import { quantities } from './quantities/index.ts'
import { structure } from './structure.ts'
import { times } from './times/index.ts'

export type HouseDraft = HouseFacts

/** So many of each are enough to correct by hand. */
const most = 60
/** A name that stands once may be anybody's. */
const least = 2

const houses = /(?:有限公司|集团|公司|医院|学院|大学|中学|小学|学校|银行)$/
const localities = /^(?:镇|乡|县|街道)$/
const works = /^(?:一期|二期|三期|大桥|水库|机场|污水处理厂|水厂|产业园|物流园|工业园|景区|公园|快速路|高速公路)$/
/** What an indicator ends with. */
const indicatorEnd =
  /(?:总值|增加值|产值|收入|投资|总额|销售额|进出口|产量|总量|余额|存款|贷款|税收|面积|率|人数|就业|指数|浓度|里程)$/

/** What many things have one of, and what is planned. */
const noIndicator = /^(?:比|较|同比|其中|新增|力争|计划|年度|实施|分别|累计|总投资|完成投资|投资|总产值|年产值|产值|园区)/
/** What is no name of a place. */
const noPlace = /[城新设提升型应用各全重点特色周边有关]/

export const houseDraft = fact('houseDraft', ({ text }, use): HouseDraft => {
  const { named, people, aliases } = use(names)
  const often = (wanted: (one: NameMention) => boolean): string[] => {
    const counts = new Map<string, number>()
    for (const one of named) {
      if (!one.atEdge || !wanted(one)) continue
      const words = text.slice(one.start, one.end)
      counts.set(words, (counts.get(words) ?? 0) + 1)
    }
    return [...counts]
      .filter(([, count]) => count >= least)
      .map(([words]) => words)
      .slice(0, most)
  }
  const core = ({ start, end, ending }: NameMention): number => end - start - ending.length
  const shorts = aliases.filter(({ full, short }) => full.length > short.length)
  return {
    leaders: leadersIn(people),
    bodies: [
      ...shorts.map(({ full, short }) => ({ name: full, short: [short] })),
      ...often((one) => houses.test(one.ending) && core(one) > 2)
        .filter((name) => !shorts.some(({ full }) => full === name))
        .map((name) => ({ name, short: [] })),
    ].slice(0, most),
    places: often(
      (one) => localities.test(one.ending) && core(one) > 1 && core(one) < 4 && !noPlace.test(text.slice(one.start, one.end - 1)),
    ),
    projects: often((one) => works.test(one.ending) && core(one) > 2),
    sessions: sessionsIn(use),
    figures: figuresIn(text, use),
  }
})

function leadersIn(people: ReturnType<typeof names.compute>['people']): HouseFacts['leaders'] {
  const offices = new Map<string, Set<string>>()
  for (const { name, office, former } of people) {
    if (office === '' || former) continue
    offices.set(name, (offices.get(name) ?? new Set()).add(office))
  }
  return [...offices].slice(0, most).map(([name, held]) => ({ name, offices: [...held], formerly: [] }))
}

/** The session that the title or the line below it names, in the year of the document. */
function sessionsIn(use: Parameters<typeof houseDraft.compute>[1]): HouseFacts['sessions'] {
  const year = use(documentYear)?.value
  const head = use(structure).stretches.filter(({ role }) => role === 'title' || role === 'dateline')
  const found = use(times).find(
    (time) => time.kind === 'session' && head.some(({ start, end }) => start <= time.start && time.end <= end),
  )
  if (found?.kind !== 'session' || year === undefined) return []
  return [{ body: found.body, term: found.term, session: found.meeting, year }]
}

/** Figures right behind an indicator in the year reviewed: 地区生产总值286.4亿元. */
function figuresIn(text: string, use: Parameters<typeof houseDraft.compute>[1]): HouseFacts['figures'] {
  const year = use(period).reviewed
  if (year === undefined) return []
  const found = new Map<string, HouseFacts['figures'][number]>()
  for (const figure of use(quantities)) {
    if (figure.isApproximate || (figure.kind !== 'amount' && figure.kind !== 'percent')) continue
    const before = text.slice(Math.max(0, figure.start - 20), figure.start)
    const [, indicator = ''] =
      /(?:^|[，。；：、\n年])(?:全[省市县区镇年]|完成|实现)?([\u4e00-\u9fff]{3,12}?)(?:达到|达|完成|实现|为)?$/.exec(before) ?? []
    if (!indicatorEnd.test(indicator) || noIndicator.test(indicator) || found.has(indicator)) continue
    const value = text.slice(figure.start, figure.numberEnd)
    if (!/^[0-9]+(?:\.[0-9]+)?$/.test(value)) continue
    found.set(indicator, { indicator, aliases: [], year, value, unit: text.slice(figure.numberEnd, figure.end) })
    if (found.size === most) break
  }
  return [...found.values()]
}
