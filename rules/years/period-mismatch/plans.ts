/** Five-year plans told of a year that is not theirs: 开局之年, 编制, 完成, 收官, 草案. */
import { documentYear, isSure, outlookAt, saidYear, sentenceAround, tellsOfYears, yearsMeant } from '../../../src/kit.ts'
import { type Plan, plans, yearOfPlan } from './data.ts'
import { atThatTime, found, isAhead, type Part, yearMessage } from './phrases.ts'

export const planMessages = {
  planYear: {
    zh: '“{plan}”的{words}是{due}年，此处说的是{year}年',
    en: 'The {words} of “{plan}” is {due}, here said of {year}',
  },
  planTurn: {
    zh: '“{plan}”{words}是{due}年的事，材料属于{year}年，请核',
    en: '“{plan}”: its beginning or end ({words}) was in {due}; the document is of {year}. Please check',
  },
  planDrawn: {
    zh: '“{plan}”自{from}年起实施，{year}年不会再{verb}',
    en: '“{plan}” has been in force since {from}; in {year} nobody would {verb} it',
  },
  planOver: {
    zh: '“{plan}”已于{to}年结束，{year}年的安排不宜再说{verb}',
    en: '“{plan}” ended in {to}; a plan for {year} cannot {verb} it',
  },
  year: yearMessage,
} as const

export function tellPlans(part: Part<typeof planMessages>): void {
  tellYears(part)
  tellTasks(part)
  tellTurns(part)
  tellDrafts(part)
  tellProposals(part)
}

/** “十四五”的收官之年 is one year only. */
function tellYears({ text, use, report }: Part<typeof planMessages>): void {
  const own = use(documentYear)
  for (const { match, start, stretch } of found(text, use, planAnchor, planPhrase)) {
    const plan = planNamed(match[1])
    const words = match[3] as string
    if (!plan || /普法|普及/.test(match[2] as string)) continue
    const said = saidYear(text, { start, end: start }, stretch.start)
    const due = plan.from + (yearOfPlan[words] as number) - 1
    const meant = said ? yearsMeant(said, own, isAhead(use, start)) : []
    const [year] = meant
    if (!said || year === undefined || meant.includes(due)) continue
    const end = start + match[0].length
    report('planYear', { start, end }, { plan: plan.name, words, due, year }, { see: [{ id: 'year', at: said, data: {} }] })
  }
}

/** Nobody draws up a plan in force, or completes one that is over. */
function tellTasks({ text, use, report }: Part<typeof planMessages>): void {
  const own = use(documentYear)
  for (const { match, start } of found(text, use, planAnchor, planTask)) {
    const plan = planNamed(match[2])
    if (!own || !plan || !isAhead(use, start) || !isSure(own)) continue
    const at = { start, end: start + match[0].length }
    // “八五”普法 is a campaign for the law, not the plan of 1991.
    if (/^(?:依法)?普[法及]/.test(text.slice(at.end, at.end + 4))) continue
    const drawn = drawing[match[1] as string]
    // Plans of a trade follow the plan of the whole by a year.
    const isDrawn = /(?:规划|纲要)$/.test(match[0]) && !ofPlan.test(text.slice(at.end, at.end + 4))
    if (drawn && isDrawn && own.value >= plan.from + 2) {
      report('planDrawn', at, { plan: plan.name, from: plan.from, year: own.value, verb: drawn })
    }
    const finished = finishing[(match[3] ?? match[1]) as string]
    if (finished && own.value > plan.to) report('planOver', at, { plan: plan.name, to: plan.to, year: own.value, verb: finished })
  }
}

/** “十四五”圆满收官 is said in the year, or in the next. */
function tellTurns({ text, use, report }: Part<typeof planMessages>): void {
  const own = use(documentYear)
  for (const { match, start, stretch } of found(text, use, planAnchor, planTurn)) {
    const plan = planNamed(match[1])
    if (!own || !plan || !isSure(own) || use(tellsOfYears)) continue
    const { start: from, end: to } = sentenceAround(use, { start, end: start }, stretch)
    // “十三五”圆满收官、“十四五”良好开局: two plans in one sentence are looked back on.
    const isOnly = text.slice(from, to).split(planAnchor).length === 2
    if (!isOnly || atThatTime.test(text.slice(from, to))) continue
    const at = { start, end: start + match[0].length }
    const isOpening = /[开起]/.test(match[2] as string)
    const due = isOpening ? plan.from : plan.to
    // A review tells of the year before, and a paper of December of the year to come.
    const first = outlookAt(use, start) === 'plan' ? own.value : own.value - 1
    const isAsked = /(?:确保|力争|推动|努力|保证|促进)[^，。；]{0,8}$/.test(text.slice(Math.max(from, start - 12), start))
    if (isAhead(use, start) && !isAsked && due === own.value - 1) continue
    if (due >= first || due >= own.first - 1 + (isAhead(use, start) ? 1 : 0) || plan.to < own.value - 8) continue
    const words = isOpening ? '开局' : '收官'
    report('planTurn', at, { plan: plan.name, words, due, year: own.value }, { severity: 'info' })
  }
}

/** “十四五”规划编制工作, long after that plan began. */
function tellDrafts({ text, use, report }: Part<typeof planMessages>): void {
  const own = use(documentYear)
  for (const { match, start, stretch } of found(text, use, planAnchor, planDraft)) {
    const plan = planNamed(match[2] ?? match[4])
    const at = { start, end: start + match[0].length }
    if (!own || !plan || !isSure(own) || use(tellsOfYears)) continue
    // What was drawn up in the year reviewed is of the year before the document's.
    const year = outlookAt(use, start) === 'review' ? own.value - 1 : own.value
    const { start: from, end: to } = sentenceAround(use, at, stretch)
    if (year < plan.from + 2 || year > plan.to + 2 || atThatTime.test(text.slice(from, to))) continue
    const isTrade = /^”?[^“”，。；]{0,2}(?:专项|行业|领域)/.test(text.slice(at.end, at.end + 6))
    if (ofPlan.test(text.slice(at.end, at.end + 4)) || isTrade) continue
    const isTold = text.slice(at.start, at.end).startsWith('编制') && isAhead(use, start)
    if (!isTold)
      report('planDrawn', at, { plan: plan.name, from: plan.from, year, verb: match[1] ?? '编制' }, { severity: 'info' })
  }
}

/** 第十四个五年规划（草案） is put to a congress in the year in which the plan begins. */
function tellProposals({ text, use, report }: Part<typeof planMessages>): void {
  const own = use(documentYear)
  for (const { match, start } of found(text, use, '五年规划', draftPhrase)) {
    const plan = planNamed(`${match[1] as string}五`)
    if (!own || !plan || !isSure(own) || own.value < plan.from + 2) continue
    const at = { start, end: start + match[0].length }
    report('planDrawn', at, { plan: plan.name, from: plan.from, year: own.value, verb: '提交草案' })
  }
}

const planAnchor = '五”'
const planName = '“([六七八九十]五|十[一二三四五]五|十五)”'
const planPhrase = new RegExp(`${planName}([^，。；！？“”]{0,12}?)(${Object.keys(yearOfPlan).join('|')})`, 'g')
const planTask = new RegExp(
  `(编制|研究制定|确保|全面完成|圆满完成|高质量完成|决胜|冲刺)(?:好)?(?:[^，。；！？“”、]{0,6})${planName}(?:规划|纲要)?(?:目标任务)?(圆满收官|胜利收官|顺利收官|收官)?`,
  'g',
)
/** 确保“十四五”开好局、起好步, “十四五”圆满收官. */
const planTurn = new RegExp(
  `${planName}(?:规划|发展)?(?:实现)?(良好开局|开好局|起好步|开局起步|高质量开局|开门红|圆满收官|顺利收官|胜利收官|完美收官)`,
  'g',
)
/** 高质量编制“十四五”规划, “十四五”规划纲要框架稿, “十四五”规划编制工作, long after that plan began. */
const planDraft = new RegExp(
  `(编制|谋划|起草)(?:好|完成)?(?:[^，。；“”]{1,8})?${planName}(规划(?:纲要)?)(?!项目|实施|执行|中期|评估|收官|完成|确定)|${planName}规划(?:纲要)?(?:的)?(编制(?!的)|框架稿|基本思路|前期研究|前期课题|征求意见稿|初稿|草案|起草)`,
  'g',
)
/** The outline of a plan is a draft in the year in which the plan begins. */
const draftPhrase = /第(十[一二三四五])个五年规划(?:和[^《》，。]{0,20})?(?:纲要)?（草案）/g
/** What is done to a plan before it begins. */
const drawing: Readonly<Record<string, string>> = { 编制: '编制', 研究制定: '制定' }
/** Of a plan in force one draws up these. */
const ofPlan = /^(?:实施|中期|评估|执行|总结|收官|项目|后)/
/** What is done to a plan before it ends. */
const finishing: Readonly<Record<string, string>> = {
  全面完成: '完成',
  圆满完成: '完成',
  高质量完成: '完成',
  决胜: '决胜',
  冲刺: '冲刺',
  圆满收官: '收官',
  胜利收官: '收官',
  顺利收官: '收官',
  收官: '收官',
}

const planNamed = (name: string | undefined): Plan | undefined => plans.find((plan) => plan.name === name)
