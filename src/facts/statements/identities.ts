/**
 * What always adds up, whatever words stand between: 资产 is 负债 and 所有者权益, 进出口 is 进口 and 出口; who did not come is named.
 * The figures are known by their own names, so that other figures may stand between them.
 */
import { isPersonName } from '../../text/persons.ts'
import type { Figure } from '../quantities/lexer.ts'
import type { FigureSentence, Line } from './lines.ts'
import { equals, halves, sumOf } from './rounding.ts'
import { isSlipOf } from './slips.ts'
import type { Certainty, Statement } from './statement.ts'
import { sinceMark, statement } from './sum-words.ts'

/** A whole and what it is the sum of; each is what the words before a figure end with. */
interface Identity {
  readonly whole: RegExp
  readonly parts: readonly RegExp[]
  /** There is nothing else that the whole could hold. */
  readonly isClosed: boolean
}

const identities: readonly Identity[] = [
  {
    whole: /(?:资产总[额计值]|总资产|资产合计)$/,
    parts: [/(?:负债总[额计]|总负债|负债合计)$/, /(?:(?:所有者|股东)权益(?:合计|总额)?|净资产(?:总额)?)$/],
    isClosed: true,
  },
  { whole: /进出口(?:贸易)?(?:总[额值])?$/, parts: [/(?<!进)出口(?:总?[额值])?$/, /进口(?:总?[额值])?$/], isClosed: true },
  { whole: /(?:一般公共预算|地方财政|财政)收入$/, parts: [/(?<!非)税收(?:收入)?$/, /非税(?:收入)?$/], isClosed: true },
  {
    whole: /(?<!城镇|乡村|农村)(?:常住|户籍|总)人口$/,
    parts: [/城镇(?:常住|户籍)?人口$/, /(?:乡村|农村)(?:常住|户籍)?人口$/],
    isClosed: true,
  },
  { whole: /(?<!城镇|乡村|农村)(?:常住|户籍|总)人口$/, parts: [/男性(?:人口)?$/, /女性(?:人口)?$/], isClosed: true },
  {
    whole: /(?<!人均)(?:地区)?生产总值$/,
    parts: [/(?:第一产业|一产)增加值$/, /(?:第二产业|二产)增加值$/, /(?:第三产业|三产)增加值$/],
    isClosed: true,
  },
  { whole: /门急诊(?:人次|量|总量)?$/, parts: [/(?<!急)门诊(?:人次|量)?$/, /(?<!门)急诊(?:人次|量)?$/], isClosed: true },
  { whole: /出生人[口数]$/, parts: [/死亡人[口数]$/, /(?:自然增长|净增|自然增加)(?:人[口数])?$/], isClosed: true },
  { whole: /(?:预算|计划|批复)总?投资$/, parts: [/(?:已|累计)完成投资$/, /(?:剩余|未完成)投资$/], isClosed: false },
]

const verbs = /(?:(?:已|共|达到|达|完成|实现|合计|总计|为|有|是|约|余额|增加到|增至|减少到|减至|降至|升至|提高到)(?:了)?){0,3}$/
/** Of another time, or a change: not the figure that is meant. */
const other =
  /上年|去年|同期|年初|上月|前年|增加|减少|增长|下降|净增(?!人)|目标|计划|预算(?!收入|总?投资)|预计|人均|占|比|率|其中[^，]{0,2}新/
/** A paragraph with more figures is a table. */
const mostFigures = 80

interface Named {
  readonly figure: Figure
  readonly label: string
}

/** What is known of the figures of each paragraph by their names. */
export function identitiesIn(sentences: readonly FigureSentence[], into: Statement[]): void {
  let named: Named[] = []
  let stretch = -1
  const known = new Set(
    into.flatMap(({ kind, stated, operands }) => (kind === 'parts' || kind === 'total' ? [stated, ...operands] : [])),
  )
  const flush = (): void => {
    if (named.length > 2 && named.length <= mostFigures) for (const identity of identities) judge(identity, named, known, into)
    named = []
  }
  for (const sentence of sentences) {
    if (sentence.stretch !== stretch) flush()
    stretch = sentence.stretch
    for (const { figures, gaps } of sentence.lines) {
      figures.forEach((figure, index) => {
        const clause = sinceMark(gaps[index] as string).slice(-20)
        if (figure.kind === 'amount' && !other.test(clause)) named.push({ figure, label: clause.replace(verbs, '') })
      })
    }
  }
  flush()
}

function judge(
  { whole, parts, isClosed }: Identity,
  named: readonly Named[],
  known: ReadonlySet<Figure>,
  into: Statement[],
): void {
  const of = (words: RegExp): Named[] => named.filter(({ label }) => words.test(label))
  const wholes = of(whole)
  const terms = parts.map(of)
  // Each once: of two years or two places nobody can tell which go together.
  if (wholes.length !== 1 || terms.some(({ length }) => length !== 1)) return
  const total = (wholes[0] as Named).figure
  const figures = terms.map((one) => (one[0] as Named).figure)
  const all = [total, ...figures]
  if (new Set(all).size < all.length || all.some(({ unit, isApproximate }) => unit !== total.unit || isApproximate)) return
  if (known.has(total) && figures.some((figure) => known.has(figure))) return
  const sum = sumOf(figures)
  const agrees = equals(total, sum, halves(figures))
  const certainty: Certainty = isClosed ? 'likely' : 'unsure'
  if (!agrees && (sum > total.value * 1.5 || sum < total.value * 0.5)) return
  const first = figures.reduce((one, next) => (next.start < one.start ? next : one))
  const last = figures.reduce((one, next) => (next.end > one.end ? next : one))
  // One whose digits alone are wrong is the one to look at.
  const slip = agrees ? undefined : figures.find((figure) => isMeant(figure, total.value - (sum - figure.value)))
  const span = slip ?? (last.end < total.start ? total : { start: first.start, end: last.end })
  into.push(statement('parts', span, figures, total, '其中', sum, agrees, certainty))
}

const isMeant = (figure: Figure, due: number): boolean =>
  due > 0 &&
  isSlipOf((figure.value / figure.scale).toFixed(figure.decimals), (due / figure.scale).toFixed(figure.decimals)) !== undefined

const due = /(?:应到|应出席|应参会|应参加)(?:会|会议)?(?:人员|代表|委员|党员)?$/
const came = /(?:实到|实际出席|实际到会|出席|到会|实际参会|参会)(?:会|会议)?(?:人员|代表|委员|党员)?$/
const absent =
  /^[，；（。]?(?:其中)?((?:[^\s，。；：、和]{2,4}[、和]){0,7}[^\s，。；：、和]{2,4}?)(?:同志|[两二三四五六]人|[两二三四五六]名同志|等同志)?[，]?(?:因[公病事私产出外][^，。；]{0,8}|请假|缺席)/

/** 应到8人，实到6人，刘晓梅因公请假: one is named, and two are missing. */
export function absencesIn({ figures, gaps }: Line, into: Statement[]): void {
  for (let index = 1; index < figures.length; index++) {
    const [expected, present] = figures.slice(index - 1, index + 1) as [Figure, Figure]
    if (expected.unit !== '人' || present.unit !== '人' || expected.isApproximate || present.isApproximate) continue
    if (!due.test(gaps[index - 1] as string) || !came.test(gaps[index] as string)) continue
    const match = absent.exec((gaps[index + 1] as string).slice(0, 60))
    const names = match?.[1]?.split(/[、和]/) ?? []
    if (names.length === 0 || !names.every(isPersonName)) continue
    const left = expected.value - names.length
    into.push(statement('balance', present, [expected], present, '', left, present.value === left, 'likely'))
  }
}
