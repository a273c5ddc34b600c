/**
 * What last year's text set out to do beside what this one tells: targets with their results, and named projects and promises to
 * the people that are not mentioned any more. Lists for whoever drafts, no fault: a target may have been changed by right.
 */
import { names } from '../facts/names/index.ts'
import { type Figure, quantities } from '../facts/quantities/index.ts'
import { within } from '../facts/times/index.ts'
import type { Span } from '../source.ts'
import type { Pairing, Side } from './index.ts'
import type { Unit } from './units.ts'

export interface Target {
  /** 地区生产总值 */
  readonly name: string
  /** 增长6%左右 */
  readonly target: string
  /** 增长4.3%; undefined where the new text tells none. */
  readonly result: string | undefined
  /** undefined where there is no result. */
  readonly reached: boolean | undefined
  readonly old: Span
  /** Where the result stands. */
  readonly at: Span | undefined
}

/** Of the old text's plan what the new text does not mention. */
export interface Unechoed {
  readonly words: string
  readonly old: Span
}

export interface Lists {
  readonly targets: readonly Target[]
  readonly promises: readonly Unechoed[]
}

/** A sentence that sets targets. */
const setsTargets = /预期目标|主要目标|奋斗目标|目标任务?是|发展目标|工作目标|力争|确保/

/** What stands before the name of an indicator and is no part of it. */
const lead =
  /^(?:(?:今年|明年|全年|来年|全[省市县区镇乡州旗]|我[省市县区镇乡局院校]|主要|经济社会发展|发展|预期|奋斗|工作|目标|任务|是|为|力争|确保|实现|完成|其中|同时|和|要|年度|年|内|将|预计|[0-9]{4}年)[：:，]?)+/

/** How an indicator moves, and what may stand before the figure. */
const tail =
  /^(.*?)((?:同比|比上年|较上年|较去年|比去年)?(?:实际|名义)?(增长|增加|提高|上升|下降|降低|减少|达到|达|控制在|突破|保持在|稳定在|完成|新增)?(?:了|到|约|为|在|不低于|不少于|不超过)?)$/

const fall = /下降|降低|减少/
const rise = /增长|增加|提高|上升/
const atMost = /控制在|不超过|以内|以下/

/** One figure of an indicator. */
interface Reading extends Span {
  readonly name: string
  readonly words: string
  readonly direction: 'rise' | 'fall' | 'level'
  readonly isAtMost: boolean
  readonly isRound: boolean
  readonly figure: Figure
}

/** Behind a figure: how exact it is meant. */
const behind = /^(?:左右|以上|以内|以下)/

function readingsIn({ text, use }: Side, unit: Unit): Reading[] {
  let from = unit.start
  return within(use(quantities), unit).flatMap((figure): Reading[] => {
    const before = text.slice(from, figure.start)
    const cut = Math.max(...[...'，；。、：（'].map((mark) => before.lastIndexOf(mark))) + 1
    const words = before.slice(cut)
    from = figure.end
    const led = words.replace(lead, '')
    const [, name = '', verb = ''] = tail.exec(led) ?? []
    if (!/^[\p{Script=Han}“”]{2,16}$/u.test(name) || figure.kind === 'bare' || figure.kind === 'ordinal') return []
    const after = behind.exec(text.slice(figure.end, figure.end + 3))?.[0] ?? ''
    const told = `${verb}${text.slice(figure.start, figure.end)}${after}`
    return [
      {
        start: figure.start - verb.length,
        end: figure.end + after.length,
        name,
        words: told,
        direction: fall.test(verb) ? 'fall' : rise.test(verb) ? 'rise' : 'level',
        isAtMost: atMost.test(told),
        isRound: after === '左右',
        figure,
      },
    ]
  })
}

const unitOf = ({ figure: { kind, unit } }: Reading): string => `${kind} ${unit}`

/** The less of these the better. */
const toBeLow = /失业率|涨幅|价格指数|赤字率|单耗|能耗|事故|死亡|发案|不良率|负债率/

/** 左右 leaves so much room. */
const room = 0.05

function isReached(target: Reading, result: Reading): boolean {
  const [wanted, got] = [target.figure.value, result.figure.value]
  if (target.isAtMost || toBeLow.test(target.name)) return got <= (target.isRound ? wanted * (1 + room) : wanted)
  if (target.direction !== 'level' && result.direction !== 'level' && target.direction !== result.direction) return false
  return got >= (target.isRound ? wanted * (1 - room) : wanted)
}

function targetsOf({ old, now }: Pairing): Target[] {
  const results = new Map<string, Reading[]>()
  for (const unit of now.units) {
    if (!unit.isBody || unit.outlook === 'plan') continue
    for (const reading of readingsIn(now, unit)) results.set(reading.name, [...(results.get(reading.name) ?? []), reading])
  }
  const seen = new Set<string>()
  return old.units.flatMap((unit) => {
    if (!unit.isBody || unit.outlook === 'review' || !setsTargets.test(unit.words)) return []
    return readingsIn(old, unit).flatMap((target): Target[] => {
      const key = `${target.name} ${unitOf(target)}`
      if (seen.has(key)) return []
      seen.add(key)
      const alike = (results.get(target.name) ?? []).filter((result) => unitOf(result) === unitOf(target))
      const isSame = (result: Reading): boolean => (result.direction === 'level') === (target.direction === 'level')
      const result = alike.find(isSame)
      return [
        {
          name: target.name,
          target: target.words,
          result: result?.words,
          reached: result && isReached(target, result),
          old: { start: target.start, end: target.end },
          at: result && { start: result.start, end: result.end },
        },
      ]
    })
  })
}

/** A clause that promises something to be built, begun or done. */
const promising = /开工|动工|新建|建设|建成|启动|完成|实施|改造|打造|创建|引进|投用|竣工|通车|搬迁|扩建|改建|筹建|推进/

/** Names of works and bodies that one can point at; campaigns and plans of work have others. */
const ofWorks =
  /(?:大桥|特大桥|大道|公路|高速|铁路|机场|隧道|水库|水厂|电站|泵站|变电站|医院|卫生院|学校|小学|中学|幼儿园|图书馆|博物馆|文化馆|体育馆|体育场|体育中心|养老院|敬老院|福利院|公园|广场|产业园|工业园|物流园|园区|客运站|车站|码头|处理厂|安置房|市场|中心|灌区|保健院|院区|校区)$/

/** What stands behind the name of a project in “…”. */
const ofProject = /^(?!等)[^，。；、]{0,6}(?:平台|工程|项目|中心|基地|园区|大道|广场|系统|枢纽|专线|学校|医院)/

/** What is promised to the people. */
const toThePeople = /民生实事|为民办实事|[十件]{1,3}实事|实事项目/

/** So much of what is rare in a clause has to be there for it to be mentioned. */
const leastEcho = 0.34
/** Two characters that stand in more sentences than this tell nothing. */
const commonplace = 3

const pairsOf = (words: string): string[] => {
  const han = words.replace(/[^\p{Script=Han}]/gu, '')
  return Array.from({ length: Math.max(0, han.length - 1) }, (_, at) => han.slice(at, at + 2))
}

function promisesOf({ old, now }: Pairing): Unechoed[] {
  const [here, there] = [new Set(pairsOf(now.text)), new Map<string, number>()]
  for (const { words } of old.units) for (const pair of new Set(pairsOf(words))) there.set(pair, (there.get(pair) ?? 0) + 1)
  const isEchoed = (clause: string): boolean => {
    const rare = pairsOf(clause).filter((pair) => (there.get(pair) ?? 0) <= commonplace)
    return rare.length === 0 || rare.filter((pair) => here.has(pair)).length >= rare.length * leastEcho
  }
  const { named, quoted } = old.use(names)
  const works = named.filter(({ start, end }) => ofWorks.test(old.text.slice(start, end)))
  const found: Unechoed[] = []
  let isUnderHeading = false
  for (const unit of old.units) {
    if (unit.isHeading) isUnderHeading = toThePeople.test(unit.words)
    if (!unit.isBody || unit.outlook !== 'plan') continue
    const isForPeople = isUnderHeading || toThePeople.test(unit.words)
    for (const clause of clausesIn(old.text, unit)) {
      const words = old.text.slice(clause.start, clause.end)
      if (!promising.test(words)) continue
      const own = [
        ...within(works, clause)
          .filter(({ end }) => old.text[end] !== '等')
          .map(({ start, end }) => old.text.slice(Math.max(start, end - longestName), end)),
        ...within(quoted, clause)
          .filter(({ end }) => ofProject.test(old.text.slice(end, end + 9)))
          .map(({ start, end }) => old.text.slice(start, end).replace(/[“”]/g, '')),
      ]
      const isGone =
        own.length > 0
          ? own.every((name) => !isMentioned(now.text, name)) && !isEchoed(own.join(''))
          : isForPeople && /[0-9]/.test(words) && !isEchoed(words)
      if (isGone) found.push({ words: words.replace(/^(?:要|我们将|将|还要|今年|力争|确保|加快|全面)+/, ''), old: clause })
    }
  }
  return found
}

/** Of a longer name the end is enough: the beginning may be a word before it. */
const longestName = 8

/** A name is mentioned where its last characters are, down to four of them. */
function isMentioned(text: string, name: string): boolean {
  for (let length = name.length; length >= Math.min(4, name.length); length--) if (text.includes(name.slice(-length))) return true
  return false
}

function clausesIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && !'，；。：、！'.includes(text[at] as string)) continue
    if (at > from) found.push({ start: from, end: at })
    from = at + 1
  }
  return found
}

export const listsOf = (pair: Pairing): Lists => ({ targets: targetsOf(pair), promises: promisesOf(pair) })
