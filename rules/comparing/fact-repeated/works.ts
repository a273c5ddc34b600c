/** Works that the old text and the new one each tell of: planned twice, planned though done, built though finished. */
import { names, type Pairing, phraseFinder, type Span, type Unit, type Use, within } from '../../../src/kit.ts'

/** It is told as one of another year, or happened again. */
export const otherwise = /[12][0-9]{3}年|去年|上年|已于|此前|以往|再次|继续|连续|又一|二期|三期|自从|以来/

export const isReview = ({ isBody, isHeading, isOfYears, outlook }: Unit): boolean =>
  isBody && !isHeading && !isOfYears && outlook !== 'plan'

/** What is begun once: 启动第四水厂前期工作. */
const begins =
  /^(?:正式|全面|年内|抓紧|力争|确保|推动)?(?:启动|开工|动工|新建|筹建|谋划建设|开工建设)(?!实施|建设的)[^，。；]{0,20}(?:工程|项目|建设|前期工作|厂|院|园|路|桥|馆|站|楼|中心)[^，。；]{0,6}$/

/** And what is done once: 确保滨江智谷项目9月底前主体封顶. */
const ends = /(?:工程|项目)[^，。；]{0,14}(?:封顶|完工|竣工|建成|投用|投产|通车|投入使用)$/

/** What both of these have somewhere: a sentence without it need not be taken apart. */
const either = /启动|[开动]工|[新筹]建|谋划|工程|项目/

/** Its dates may have been changed. */
const masked = (clause: string): string => clause.replace(/[0-9]+/g, '0')

/** So and so many are begun every year. */
const counted = /[0-9][^0-9年月日号，。；]/

/** Works that last year’s plan was to begin, and this one is again. */
export function begunAgain({ rows, old }: Pairing): { readonly at: Span; readonly words: string; readonly old: Span }[] {
  const before = new Map<string, Span>()
  for (const unit of old.units) {
    if (unit.outlook !== 'plan' || !unit.isBody || !either.test(unit.words)) continue
    for (const { clause } of clausesOf(unit)) if (begins.test(clause) || ends.test(clause)) before.set(masked(clause), unit)
  }
  return rows.flatMap(({ unit }) => {
    if (before.size === 0 || unit.outlook !== 'plan' || !unit.isBody || unit.isHeading || !either.test(unit.words)) return []
    return clausesOf(unit).flatMap(({ clause, start }) => {
      const there = before.get(masked(clause))
      return there && !counted.test(clause) ? [{ at: { start, end: start + clause.length }, words: clause, old: there }] : []
    })
  })
}

const clausesOf = ({ words, start }: Unit): { readonly clause: string; readonly start: number }[] =>
  [...words.matchAll(/[^，。；：！]+/g)].map(({ 0: clause, index }) => ({ clause, start: start + index }))

/** What is told of works when they are done. */
const finished = /建成|投用|投入使用|完工|竣工|通车|通水|投产|落成|全面完成|已完成|顺利完成|开放/
/** What is planned of them until then. */
const toBeDone = /建成|完成|开工|启动|实施|推进|建设|新建|加固|改造|投用|竣工/

interface PlannedAgain {
  readonly at: Span
  readonly words: string
  readonly name: string
  readonly old: Span
  readonly done: Span
}

/** Clauses of last year’s plan that this plan has word for word, of works that this review says are done. */
export function plannedAgain(use: Use, { rows, now }: Pairing): PlannedAgain[] {
  const works = use(names).named.filter(({ of }) => of === 'work' || of === 'organisation')
  const done = new Map<string, Unit>()
  for (const unit of now.units) {
    if (!isReview(unit) || !finished.test(unit.words)) continue
    for (const work of within(works, unit)) {
      const after = unit.words.slice(work.end - unit.start).split(/[，。；]/, 1)[0] ?? ''
      if (finished.test(after) && !otherwise.test(after))
        done.set(unit.words.slice(work.end - unit.start - stem, work.end - unit.start), unit)
    }
  }
  if (done.size === 0) return []
  return rows.flatMap(({ unit, mate }) => {
    if (!mate || !unit.isBody || unit.outlook !== 'plan' || mate.outlook === 'review') return []
    return [...unit.words.matchAll(/[^，。；：！]+/g)].flatMap((match): PlannedAgain[] => {
      const [clause] = match
      if (!mate.words.includes(clause) || !toBeDone.test(clause) || otherwise.test(clause)) return []
      const at = { start: unit.start + match.index, end: unit.start + match.index + clause.length }
      for (const work of within(works, at)) {
        const name = unit.words.slice(Math.max(0, work.end - unit.start - stem), work.end - unit.start)
        const place = done.get(name)
        if (place) return [{ at, words: clause, name, old: mate, done: place }]
      }
      return []
    })
  })
}

/** Of a name so many characters tell it from others. */
const stem = 4

/** Of a long name so many of its last characters are looked for; shorter ones are nobody’s own. UTF-16 units. */
const [mostOfName, leastOfName] = [8, 5]

/** A second thing, or what follows when works are done: 二期, 配套, 绿化. */
const followUp = /[二三四]期|后续|配套|附属|运营|运行|管护|管理|提升|绿化|验收|决算|扩建|周边|沿线|作用|效益/

/** Works under one name, not those that go on year after year. */
const single =
  /^(?!.*(?:老旧|小区|农田|饮水|管网|雪亮|棚户|危房|人居|民生|[绿亮美]化|安居|保障|厕所|养护|农网|惠民|示范|技改|技术改造|治理|整治))\p{Script=Han}+(?:工程|项目)$/u

/** What stands before a name in its clause. */
const lastClause = /[^，。；：、]{0,24}$/
/** Clauses are no longer than that on either side of a name. UTF-16 units. */
const [mostBefore, mostBehind] = [24, 60]

interface FinishedAgain {
  readonly at: Span
  readonly words: string
  readonly name: string
  readonly done: string
  readonly old: Span
}

/** Works that last year’s review says are done, and this plan is still to build. */
export function finishedAgain({ rows, old }: Pairing): FinishedAgain[] {
  const works = old
    .use(names)
    .named.filter(({ of, start, end }) => of === 'work' || (of === 'project' && single.test(old.text.slice(start, end))))
  const done = new Map<string, { readonly done: string; readonly old: Span }>()
  for (const unit of old.units) {
    if (!isReview(unit) || !finished.test(unit.words)) continue
    for (const work of within(works, unit)) {
      const name = old.text.slice(Math.max(work.start, work.end - mostOfName), work.end)
      const after = /^(?:已|正式|顺利|如期|全面|提前){0,2}(建成[投通][用产车水]|建成|投入使用|竣工|完工|通车|投产|落成)/.exec(
        unit.words.slice(work.end - unit.start),
      )?.[1]
      if (after !== undefined && name.length >= leastOfName) done.set(name, { done: after, old: unit })
    }
  }
  const all = [...done]
  const find = phraseFinder(all.map(([name]) => name))
  return rows.flatMap(({ unit }): FinishedAgain[] => {
    if (all.length === 0 || !unit.isBody || unit.isHeading || unit.outlook !== 'plan') return []
    return [...find(unit.words, 0, unit.words.length)].flatMap(({ phrase, start, end }): FinishedAgain[] => {
      const [name, was] = all[phrase] as (typeof all)[number]
      const from =
        start - (lastClause.exec(unit.words.slice(Math.max(0, start - mostBefore), start)) as RegExpExecArray)[0].length
      const sentence = unit.words.slice(from, end + mostBehind).split(/[。；]/, 1)[0] as string
      const words = sentence.split('，', 1)[0] as string
      const isBuilt =
        /^(?:要|将|继续|全力|抓紧|扎实|大力)?(?:加快|推进|启动|开工|建设|实施|推动|新建|动工)/.test(words) ||
        /(?:建设|实施)$/.test(words)
      if (!isBuilt || otherwise.test(sentence) || followUp.test(unit.words.slice(from, end + 8).replace(name, ''))) return []
      const at = { start: unit.start + from, end: unit.start + from + words.length }
      return [{ at, words, name, ...was }]
    })
  })
}
