import {
  defineRule,
  type Figure,
  isBlank,
  isHan,
  type Pairing,
  pairing,
  quantities,
  type Row,
  type Span,
  type Unit,
  within,
  yearsOfPair,
} from '../../../src/kit.ts'

/** A measure that is set, not reached: the same in both texts, whosever they are. */
const norm =
  /标准|不低于|不少于|不超过|以上|以下|左右|目标|任务|计划|预计|每[年月季周日人户亩次班村个]|人均(?![^，。；0-9]{0,3}收入)|以内/

/** What goes on from year to year and may well be the same: stock, not flow. */
const standing =
  /[共现]有|下辖|辖区|辖|户籍|人口|楼栋|网格|占地|面积|耕地|种植|播种|总产|编制|在职|在编|在校|在岗|党员[0-9]+名|职工[0-9]+|教师[0-9]+|床位|距离|海拔|里程|容量|下设|内设|设有|分为|划分|累计|连续|管护|供水人口|覆盖率|配备|[0-9]个(?:党)?支部|全[县镇乡村市区校院局][0-9]/

/** What is held so and so often by rule. */
const routine =
  /主题党日|例会|党组会|党委会|办公会|集中学习|中心组|专题学习|党课|“?三会一课|组织生活会|值班|例行|月报|周报|季度|考核[0-9]次|会议[0-9]+次|召开[^，。；]{0,12}会[0-9]+次|热线|主题班会|升旗|家长会|教研/

/** Figures that are names or grades. */
const grades = new Set(
  '级 度 年 月 日 号 次会议 届 号文 时 点 分 秒 小时 天 个月 周 星期 岁 楼 条 批 项制度 项核心制度'.split(' '),
)

/** A rounded percentage of everything is no result of the year. */
const isWhole = ({ kind, value }: Figure): boolean => kind === 'percent' && (value === 100 || value === 0)

/** Digits that say something: 2150 has three. */
const significant = (words: string): number => words.replace(/[^0-9]/g, '').replace(/0{1,12}$/, '').length

/** Half of the last place of a percentage with two decimals: such a one is no chance. */
const hundredth = 0.005

/** So few small ones are no list worth reading. */
const fewest = 2

/** A number to call: of another office it is wrong as it stands. */
const telephone = /(?:电话|手机|传真|邮编|热线)[^，。；0-9]{0,6}([0-9]{3,4}[-—－]?[0-9]{4,8}|[0-9]{6,11})/g

/** So many characters beside a figure say what it counts. */
const beside = 3

export default defineRule({
  id: 'figure-not-updated',
  severity: 'warning',
  summary: { zh: '回顾里的数字和去年的稿子完全一样', en: 'A figure of the review is the very one of last year' },
  source: { tier: '本规则', ref: '相邻两年的报告里，三位以上的数字碰巧相同的只有百分之二三' },
  options: {},
  messages: {
    kept: {
      zh: '“{words}”和去年的稿子完全一样，请核是否忘了改',
      en: '“{words}” is the very figure of last year’s text; please check whether it was forgotten',
    },
    twice: {
      zh: '去年的稿子里“{words}”说了不止一处，别处已经改了，这里还是去年的数，请核',
      en: 'Last year’s text tells “{words}” more than once; elsewhere it was changed, here it is still that figure; please check',
    },
    others: {
      zh: '“{words}”和对照稿完全一样，是不是别处的数，请核',
      en: '“{words}” is the very figure of the other text; please check whether it is theirs',
    },
    counter: {
      zh: '“{words}”和去年的稿子一样，累计、连续的数应当逐年增加，请核',
      en: '“{words}” is that of last year’s text, and what is counted on should have grown; please check',
    },
    beside: {
      zh: '同一处的“{changed}”改了，“{words}”还是去年的数，请核',
      en: '“{words}” is still last year’s, while “{changed}” beside it was changed; please check',
    },
    target: {
      zh: '“{words}”，目标与去年的稿子相同，请确认',
      en: '“{words}” is the target of last year’s text too; please confirm',
    },
    targets: {
      zh: '这里起有{count}个目标与去年的稿子相同（如“{words}”），请逐项确认',
      en: 'From here on {count} targets are the same as last year’s (such as “{words}”); please confirm each',
    },
    list: {
      zh: '这里起有{count}个数与去年的稿子相同（如“{words}”），请逐项确认',
      en: 'From here on {count} figures are the same as last year’s (such as “{words}”); please confirm each',
    },
    otherList: {
      zh: '这里起有{count}个数与对照稿相同（如“{words}”），请逐项确认',
      en: 'From here on {count} figures are the same as those of the other text (such as “{words}”); please confirm each',
    },
    growth: {
      zh: '去年的稿子里是{before}，今年是{now}，算来{direction}{computed}%，这里写{stated}%，请核',
      en: 'Last year’s text has {before}, this one {now}: {computed}% by reckoning ({direction}), but {stated}% is told; please check',
    },
    old: { zh: '去年的稿子这样写', en: 'so it stood in last year’s text' },
    theirs: { zh: '对照稿这样写', en: 'so it stands in the other text' },
    changed: { zh: '这里改了', en: 'here it was changed' },
    more: { zh: '“{words}”也相同', en: '“{words}” too' },
  },
  check({ text, use, report }) {
    const pair = use(pairing)
    if (!pair || (pair.body === 'same' && !yearsOfPair(pair))) return
    const isOwn = pair.body === 'same'
    const told = new Set<number>()
    if (isOwn) {
      for (const { at, words, old, changed } of halfChanged(text, pair, use(quantities))) {
        told.add(at.start)
        report(
          'twice',
          at,
          { words },
          {
            see: [
              { id: 'changed', at: changed, data: {} },
              { id: 'old', at: old, data: {}, inOther: true },
            ],
          },
        )
      }
    } else
      for (const { at, words, old } of telephonesIn(pair))
        report('others', at, { words }, { see: [{ id: 'theirs', at: old, data: {}, inOther: true }] })
    if (isOwn)
      for (const { at, old, ...data } of growthsIn(text, pair, use(quantities)))
        report('growth', at, data, { severity: 'info', see: [{ id: 'old', at: old, data: {}, inOther: true }] })
    if (isOwn) {
      for (const { at, words, old } of countersIn(text, pair, use(quantities))) {
        told.add(at.start)
        report('counter', at, { words }, { see: [{ id: 'old', at: old, data: {}, inOther: true }] })
      }
      for (const { at, words, changed, old } of besideIn(text, pair, use(quantities))) {
        if (told.has(at.start)) continue
        told.add(at.start)
        report('beside', at, { words, changed }, { see: [{ id: 'old', at: old, data: {}, inOther: true }] })
      }
      const [target, ...more] = targetsIn(text, pair, use(quantities))
      const see = more.map(({ clause, words }) => ({ id: 'more', at: clause, data: { words } }) as const)
      if (target && more.length === 0) report('target', target.clause, { words: target.words }, { severity: 'info' })
      else if (target)
        report('targets', target.clause, { count: more.length + 1, words: target.words }, { severity: 'info', see })
    }
    const small: Kept[] = []
    for (const kept of keptIn(text, pair, use(quantities))) {
      const { clause, words, old } = kept
      if (kept.figures.some(({ start }) => told.has(start))) continue
      if (!kept.isLarge) small.push(kept)
      else if (isOwn) report('kept', clause, { words }, { see: [{ id: 'old', at: old, data: {}, inOther: true }] })
      else report('others', clause, { words }, { see: [{ id: 'theirs', at: old, data: {}, inOther: true }] })
    }
    const [first, ...others] = small
    if (!first || small.length < fewest) return
    const see = others.map(({ clause, words }) => ({ id: 'more', at: clause, data: { words } }) as const)
    report(isOwn ? 'list' : 'otherList', first.clause, { count: small.length, words: first.words }, { severity: 'info', see })
  },
})

/** A clause with its figures as last year’s text has it. */
interface Kept {
  readonly clause: Span
  readonly words: string
  readonly old: Span
  readonly figures: readonly Figure[]
  /** Three digits or more, or several figures: hardly chance. */
  readonly isLarge: boolean
}

const isReview = ({ unit, mate }: Row): boolean =>
  unit.isBody && !unit.isOfYears && !unit.isHeading && unit.outlook !== 'plan' && mate !== undefined && mate.outlook !== 'plan'

/** Another office's figures are nobody's plan. */
const isProse = ({ unit }: Row): boolean => unit.isBody && !unit.isHeading

/** A passage so long that passage-copied tells it whole. */
const passage = 50

function keptIn(text: string, { rows, body, passages }: Pairing, figures: readonly Figure[]): Kept[] {
  const found: Kept[] = []
  const isOwn = body === 'same'
  const copied = isOwn ? [] : passages.filter(({ length }) => length >= passage).map(({ at }) => at)
  let next = 0
  for (const row of rows) {
    const { unit, mate } = row
    if (!mate || !(isOwn ? isReview(row) : isProse(row))) continue
    for (const clause of clausesIn(text, unit)) {
      while (next < copied.length && (copied[next]?.end ?? 0) <= clause.start) next++
      if ((copied[next]?.start ?? Number.POSITIVE_INFINITY) <= clause.start) continue
      const words = text.slice(clause.start, clause.end)
      if (!mate.words.includes(words) || norm.test(words) || (isOwn && standing.test(words))) continue
      const own = within(figures, clause)
      const yearly = own.filter((figure) => isYearly(text, figure))
      if (yearly.length === 0) continue
      const digits = yearly
        .filter(({ kind, half }) => kind === 'amount' || (kind === 'percent' && half <= hundredth))
        .map(({ start, numberEnd }) => significant(text.slice(start, numberEnd)))
      const isLarge =
        !routine.test(words) && (digits.some((count) => count >= 3) || (digits.length > 1 && digits.some((count) => count > 1)))
      found.push({ clause, words, old: mate, figures: own, isLarge })
    }
  }
  return found
}

/** What only grows: a figure that is told of all years so far, or of days without an accident. */
const counter = /(?:累计[^，。；：、0-9]{0,10}|连续安全[生产运行无事故]{0,5}|总数达到?)$/

/** So near before the figure the word stands. UTF-16 units. */
const counted = 14

interface KeptFigure {
  readonly at: Figure
  readonly words: string
  readonly old: Span
}

/** Sums of all years that are those of last year. */
function countersIn(text: string, { rows }: Pairing, figures: readonly Figure[]): KeptFigure[] {
  return rows.flatMap((row) => {
    const { unit, mate, kind } = row
    if (!mate || kind === 'same' || !unit.isBody || unit.outlook === 'plan' || mate.outlook === 'plan') return []
    return within(figures, unit).flatMap((at): KeptFigure[] => {
      const before = counter.exec(text.slice(Math.max(unit.start, at.start - counted), at.start))?.[0]
      const words = `${before}${text.slice(at.start, at.end)}`
      const isTold = before !== undefined && at.kind === 'amount' && !at.isApproximate && mate.words.includes(words)
      return isTold ? [{ at, words, old: mate }] : []
    })
  })
}

/** So many digits that say something are no chance, even of what goes on from year to year. */
const long = 4

/** Long figures in a clause of which another figure was changed: 常住居民4391户11580人, with the 人 of last year. */
function besideIn(
  text: string,
  { rows, old }: Pairing,
  figures: readonly Figure[],
): (KeptFigure & { readonly changed: string })[] {
  const before = old.use(quantities)
  return rows.flatMap((row) => {
    const { unit, mate, kind } = row
    if (!mate || !isReview(row) || kind !== 'numbers') return []
    const [ours, theirs] = [within(figures, unit), within(before, mate)]
    if (ours.length !== theirs.length) return []
    const wordsOf = (index: number): readonly [string, string] => {
      const [one, other] = [ours[index], theirs[index]]
      return one && other ? [text.slice(one.start, one.end), old.text.slice(other.start, other.end)] : ['', '']
    }
    return ours.flatMap((at, index): (KeptFigure & { readonly changed: string })[] => {
      const [words, was] = wordsOf(index)
      if (words !== was || !isYearly(text, at) || at.kind !== 'amount' || significant(words) < long) return []
      const neighbour = [index - 1, index + 1].find((other) => {
        const [now, then] = wordsOf(other)
        const one = ours[other]
        if (!one || now === then || one.unit === '' || one.kind !== 'amount') return false
        const between = text.slice(Math.min(one.end, at.end), Math.max(one.start, at.start))
        return !/[，。；、]/.test(between)
      })
      return neighbour === undefined ? [] : [{ at, words, changed: wordsOf(neighbour)[0], old: mate }]
    })
  })
}

/** Fewer digits are too common: 新增10家. */
const targetDigits = 2

/** What is passed once. */
const milestone = /突破/

/** Targets that stay the same for years by their nature. */
const steady = /就业|粮食(?:产量|总产|播种)|教育经费|减税/

/** A target that says how far: 力争……突破2000件. */
const target = /力争|突破|达到|确保|不低于|增加到|以上|招引|引进|新增|完成/

/** Targets with figures that last year’s plan had word for word, beside figures that were changed. */
function targetsIn(text: string, { rows, old }: Pairing, figures: readonly Figure[]): Kept[] {
  const planned = new Map<string, Span>()
  for (const unit of old.units) {
    if (unit.outlook !== 'plan' || !unit.isBody) continue
    for (const { start, end } of clausesIn(old.text, unit)) planned.set(old.text.slice(start, end), unit)
  }
  return rows.flatMap(({ unit }) => {
    if (unit.outlook !== 'plan' || !unit.isBody) return []
    return clausesIn(text, unit).flatMap((clause): Kept[] => {
      const words = text.slice(clause.start, clause.end)
      const there = planned.get(words)
      if (!there || !target.test(words) || routine.test(words) || steady.test(words)) return []
      const own = within(figures, clause)
      const least = milestone.test(words) ? 1 : targetDigits
      const isTold = own.some((at) => at.kind === 'amount' && !grades.has(at.unit) && significantIn(text, at) >= least)
      return isTold ? [{ clause, words, old: there, figures: own, isLarge: false }] : []
    })
  })
}

const significantIn = (text: string, { start, numberEnd }: Figure): number => significant(text.slice(start, numberEnd))

/** A count or an amount of the year, exact, in Arabic digits. */
const isYearly = (text: string, figure: Figure): boolean =>
  !figure.isApproximate &&
  !figure.isHan &&
  figure.kind !== 'ordinal' &&
  figure.kind !== 'bare' &&
  !isWhole(figure) &&
  !(grades.has(figure.unit) && !(figure.unit === '条' && figure.value >= 100)) &&
  startsWell(text, figure.start)

/** Behind words or a mark; behind a letter or a dash it is a part of a name. */
function startsWell(text: string, start: number): boolean {
  const before = isBlank(text, start - 1) ? start - 2 : start - 1
  return before < 0 || isHan(text, before) || /[，。；：、（”,;\n]/.test(text[before] ?? '')
}

interface HalfChanged {
  readonly at: Figure
  readonly words: string
  readonly old: Span
  readonly changed: Span
}

/** Figures that last year's text tells at several places, and this one has changed at some of them only. */
function halfChanged(text: string, { rows, old }: Pairing, here: readonly Figure[]): HalfChanged[] {
  const changed = new Map<string, Unit>()
  const kept: { readonly at: Figure; readonly key: string; readonly mate: Span; readonly unit: Unit }[] = []
  const before = old.use(quantities)
  for (const { unit, mate } of rows) {
    if (!mate || !unit.isBody || unit.isOfYears) continue
    const ours = within(here, unit)
    for (const was of within(before, mate)) {
      const words = old.text.slice(was.start, was.end)
      if (!isYearly(old.text, was) || was.kind !== 'amount' || significant(words) < 2 || norm.test(mate.words)) continue
      const at = ours.find(({ start, end }) => text.slice(start, end) === words)
      for (const key of keysOf(old.text, was)) {
        if (!at) changed.set(key, changed.get(key) ?? unit)
        else kept.push({ at, key, mate: { start: was.start, end: was.end }, unit })
      }
    }
  }
  const found = new Map<number, HalfChanged>()
  for (const { at, key, mate, unit } of kept) {
    const other = changed.get(key)
    if (!other || other === unit || found.has(at.start)) continue
    found.set(at.start, { at, words: text.slice(at.start, at.end), old: mate, changed: { start: other.start, end: other.end } })
  }
  return [...found.values()].sort((a, b) => a.at.start - b.at.start)
}

/** Between a figure and how much it grew by. */
const grown =
  /^[\p{Script=Han}]{0,4}[，,（]?(?:，)?(?:同比|比上年|较上年|比去年|较去年)(?:实际)?(增长|增加|上升|提高|下降|减少|降低)(?:了)?$/u

/** Told at constant prices, or for part of a year: last year’s figure is not the one it is reckoned from. */
const otherwiseReckoned = /生产总值|增加值|总产值|GDP|可比|不变价|按同口径|月(?:份|底|末)|季度|上半年|累计/

interface Growth {
  readonly at: Figure
  readonly old: Figure
  readonly before: string
  readonly now: string
  readonly direction: string
  readonly computed: string
  readonly stated: string
}

/** Growth told of a figure that last year’s text has too, where both figures make another one. */
function growthsIn(text: string, { rows, old }: Pairing, here: readonly Figure[]): Growth[] {
  const before = old.use(quantities)
  return rows.flatMap((row): Growth[] => {
    const { unit, mate } = row
    if (!mate || !isReview(row) || otherwiseReckoned.test(unit.words) || otherwiseReckoned.test(mate.words)) return []
    const [ours, theirs] = [within(here, unit), within(before, mate)]
    return ours.flatMap((rate, index): Growth[] => {
      const whole = ours[index - 1]
      const verb = whole && rate.kind === 'percent' ? grown.exec(text.slice(whole.end, rate.start))?.[1] : undefined
      if (
        !whole ||
        verb === undefined ||
        whole.kind !== 'amount' ||
        whole.isApproximate ||
        rate.isApproximate ||
        whole.value <= 0
      )
        return []
      const name = text.slice(Math.max(unit.start, whole.start - naming), whole.start)
      const was = theirs.find(
        (one) =>
          one.unit === whole.unit &&
          one.kind === 'amount' &&
          !one.isApproximate &&
          old.text.slice(Math.max(0, one.start - naming), one.start) === name,
      )
      if (!was || was.value <= 0 || name.length < naming || was.value === whole.value) return []
      const computed = ((whole.value - was.value) / was.value) * 100
      const isFall = /下降|减少|降低/.test(verb)
      const slack = Math.max(1, rate.value * 0.1) + ((whole.half + was.half) / was.value) * 100
      if (Math.abs(computed - (isFall ? -rate.value : rate.value)) <= slack) return []
      return [
        {
          at: rate,
          old: was,
          before: old.text.slice(was.start, was.end),
          now: text.slice(whole.start, whole.end),
          direction: computed < 0 ? '下降' : '增长',
          computed: Math.abs(computed).toFixed(1),
          stated: String(rate.value),
        },
      ]
    })
  })
}

/** So many characters before a figure are its name. */
const naming = 4

/** What the figure counts, by the words on either side: the same figure of something else is another one. */
function keysOf(text: string, { start, end }: Figure): string[] {
  const figure = text.slice(start, end)
  const [before, behind] = [text.slice(start - beside, start), text.slice(end, end + beside)]
  return [
    /^\p{Script=Han}{3}$/u.test(before) ? `${before}${figure}` : '',
    /^\p{Script=Han}{3}$/u.test(behind) ? `${figure}${behind}` : '',
  ].filter((key) => key !== '')
}

function telephonesIn({ rows }: Pairing): { readonly at: Span; readonly words: string; readonly old: Span }[] {
  return rows.flatMap(({ unit, mate }) =>
    [...unit.words.matchAll(telephone)].flatMap((match) => {
      const words = match[1] as string
      const start = unit.start + match.index + match[0].length - words.length
      return mate?.words.includes(words) ? [{ at: { start, end: start + words.length }, words, old: mate }] : []
    }),
  )
}

/** A comma of half width, but not one of a figure. */
const isComma = (text: string, at: number): boolean => /[,;]/.test(text[at] as string) && !/[0-9]/.test(text[at + 1] ?? '')

/** Clauses between commas and the like, without the marks. A figure's own comma stands between digits. */
function clausesIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && !'，；。、：（）！'.includes(text[at] as string) && !isComma(text, at)) continue
    if (at > from) found.push({ start: from, end: at })
    from = at + 1
  }
  return found
}
