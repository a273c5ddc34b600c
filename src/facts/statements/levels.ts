/** One level above or below another: 92.6分，高于全市平均分90.4分; 5.9%，低于全市0.4个百分点 where 全市 is told. */
import type { Figure } from '../quantities/lexer.ts'
import { before } from './growth.ts'
import type { FigureSentence, Line } from './lines.ts'
import type { Statement } from './statement.ts'
import { sinceMark, statement } from './sum-words.ts'

const higher = '高于|多于|大于|快于|超过|高过|超出|高出|领先于?'
const lower = '低于|少于|小于|慢于|不及|低出|落后于?'
const than = new RegExp(`^[，、；]?(?:分别|明显|显著|略|均|也|仍|稍|远)?(${higher}|${lower})([^，。；：、]{2,14})$`)
const thanPoints = new RegExp(`(${higher}|${lower})([^，。；：、]{2,14}?)(?:平均)?(?:水平|增速|增幅|平均值)?$`)
const lowerVerb = new RegExp(`^(?:${lower})`)
const isLower = (verb: string): boolean => lowerVerb.test(verb)
/** What a level is compared with, so that the figure behind is that of the other and not how far they are apart. */
const reference = /平均|水平|上年|去年|同期|计划|目标|标准|预期|年初|预算|限额|定额|指标|(?:全[国省市县区州])[^，]{0,6}的$/
const area = /全[国省市县区州行校院系统]{1,2}|平均|规模以上工业|规上工业/

const turn = /^[，、]?(不升反降|不降反升|不增反减|不减反增|不升反跌|不跌反升)/

/** What a row says of two levels. */
export function levelsIn({ figures, gaps }: Line, into: Statement[]): void {
  for (let index = 1; index < figures.length; index++) {
    const [one, other] = figures.slice(index - 1, index + 1) as [Figure, Figure]
    if (one.unit !== other.unit || one.kind !== other.kind || one.isApproximate || other.isApproximate) continue
    const gap = gaps[index] as string
    const said = gap.length < 28 ? than.exec(gap) : null
    if (said && reference.test(said[2] as string) && one.kind !== 'ordinal' && one.kind !== 'points') {
      const verb = said[1] as string
      const isNear = other.value > one.value * 0.4 && other.value < one.value * 2.5
      if (!isNear || (/快|慢/.test(verb) && one.kind !== 'percent')) continue
      const agrees = isLower(verb) ? one.value <= other.value : one.value >= other.value
      // 快于全市平均5.8%: how far apart they are may be meant, in the wrong unit.
      into.push(
        statement(
          'level',
          other,
          [one],
          other,
          verb,
          one.value - other.value,
          agrees,
          one.kind === 'percent' ? 'unsure' : 'likely',
        ),
      )
      continue
    }
    const turned = turn.exec(gaps[index + 1] as string)?.[1]
    if (turned !== undefined && before.test(gap)) {
      const agrees = /[降减跌]$/.test(turned) ? one.value < other.value : one.value > other.value
      const span = { start: other.start, end: other.end + turned.length }
      into.push(statement('level', span, [one], other, turned, one.value - other.value, agrees, 'likely'))
    }
  }
}

const mostOfStretch = 200

interface Told {
  readonly figure: Figure
  readonly clause: string
}

/** What only tells of the change of what stands before: ，较年初增加, ，增长. */
const changeOnly =
  /^[，、；]?(?:同比|环比|比[^，。；：、]{1,6}|较[^，。；：、]{1,6})?(?:净|累计|共)?(?:增长|下降|增加|减少|提高|增幅|增速|降幅|多|少|净增)(?:了|为|达|达到)?$/

/** Exact figures of a paragraph, each with the words before it. */
function byStretch(sentences: readonly FigureSentence[]): Map<number, Told[]> {
  const found = new Map<number, Told[]>()
  for (const { lines, stretch } of sentences) {
    const told = found.get(stretch) ?? []
    for (const { figures, gaps } of lines) {
      let topic = ''
      figures.forEach((figure, index) => {
        const gap = gaps[index] as string
        const isChange = index > 0 && gap.length < 14 && changeOnly.test(gap)
        // 城镇居民收入39720元，增长4.6%: the growth is that of what stands before.
        const isShort = gap.length < 8 && index > 0 && figure.kind === 'percent'
        const clause = isChange || isShort ? `${topic.slice(-24)}${gap}` : gap.slice(-24)
        if (!isChange) topic = gap
        if (!figure.isApproximate && told.length < mostOfStretch) told.push({ figure, clause })
      })
    }
    found.set(stretch, told)
  }
  return found
}

const measureWord = /(?:平均)?(?:水平|增速|增幅|平均值)?(?:约|近)?$/
const subjectOf = /([\u4e00-\u9fff]{2,8})$/

/** 增长5.9%，高于全市平均水平0.4个百分点, where 全市增长6.3% is told in the same paragraph; 余额低于限额1.35亿元, where both are. */
export function abovesIn(sentences: readonly FigureSentence[], into: Statement[]): void {
  const told = byStretch(sentences)
  const everywhere = [...told.values()].flat().filter(({ figure }) => figure.kind === 'percent')
  for (const { lines, stretch } of sentences) {
    for (const { figures, gaps } of lines) {
      figures.forEach((stated, index) => {
        const gap = gaps[index] as string
        if (stated.isApproximate || gap.length > 28 || !/[于过出]/.test(gap)) return
        const clause = sinceMark(gap)
        const said = thanPoints.exec(clause)
        const object = said ? (area.exec(said[2] as string)?.[0] ?? (said[2] as string).replace(measureWord, '')) : ''
        if (!said || object.length < 2) return
        const verb = said[1] as string
        const all = told.get(stretch) ?? []
        if (stated.kind === 'points') {
          const level = figures[index - 1]
          if (level?.kind !== 'percent' || level.isApproximate) return
          const isGrowth = /增速|增幅|增长/.test(clause)
          const near = named(all, object, 'percent').filter((one) => !isGrowth || !/占/.test(one.clause))
          // 低于各项贷款增速3.2个百分点, where the growth of 各项贷款 is told in another paragraph.
          const others = near.length > 0 ? near : farOff(everywhere, object, isGrowth)
          judgeAbove(stated, verb, [level], others, into)
        } else if (stated.kind === 'amount') {
          // 债务余额低于限额: what is compared is named, or stands right before.
          const subject = subjectOf.exec(clause.slice(0, said.index))?.[1]
          const same = all.filter(({ figure }) => figure.unit === stated.unit && figure.kind === 'amount' && figure !== stated)
          const others = same.filter((one) => one.clause.includes(object))
          const levels = subject === undefined ? [] : same.filter((one) => one.clause.includes(subject.slice(-4)))
          judgeAbove(
            stated,
            verb,
            levels.map(({ figure }) => figure),
            others,
            into,
          )
        }
      })
    }
  }
}

const mostFarOff = 3
/** A document with more percentages is not searched. */
const mostEverywhere = 600

/** Growth of a thing with a name of its own, told anywhere; of several values nobody can tell which is meant. */
function farOff(everywhere: readonly Told[], object: string, isGrowth: boolean): Told[] {
  if (!isGrowth || object.length < 4 || everywhere.length > mostEverywhere) return []
  const found = everywhere.filter(
    ({ clause }) => clause.includes(object) && /增长|增速|增幅|下降/.test(clause) && !/占/.test(clause),
  )
  return found.length > mostFarOff ? [] : found
}

const named = (all: readonly Told[], object: string, kind: Figure['kind']): Told[] =>
  all.filter(({ figure, clause }) => figure.kind === kind && clause.includes(object))

/** Whether some level lies as far above the other as is said, or as far below it. */
function judgeAbove(stated: Figure, verb: string, levels: readonly Figure[], others: readonly Told[], into: Statement[]): void {
  const sign = isLower(verb) ? -1 : 1
  const pairs = levels
    .slice(0, 8)
    .flatMap((level) => others.slice(0, 16).flatMap(({ figure }) => (figure === level ? [] : [{ level, figure }])))
  const by = (way: number): { level: Figure; figure: Figure } | undefined =>
    pairs.find(
      ({ level, figure }) => Math.abs(level.value - figure.value - way * stated.value) <= 1e-6 * Math.max(1, stated.value),
    )
  const right = by(sign)
  const wrong = by(-sign)
  if (right) into.push(statement('level', stated, [right.level, right.figure], stated, verb, stated.value, true))
  else if (wrong) into.push(statement('level', stated, [wrong.level, wrong.figure], stated, verb, -stated.value, false, 'unsure'))
}
