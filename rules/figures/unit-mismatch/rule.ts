import { defineRule, type Figure, isHan, quantities, statements } from '../../../src/kit.ts'
import {
  aboveRate,
  amountGrown,
  boundedRate,
  countedDoubly,
  levelRate,
  moneyWord,
  plainRate,
  pointsBefore,
  rateMoved,
  wordsOfDoubled,
} from './data.ts'

import { oversized } from './magnitudes.ts'

export default defineRule({
  id: 'unit-mismatch',
  severity: 'error',
  summary: {
    zh: '单位用错、漏写、重写（下降0.12%应为百分点，覆盖率达到97.4，486批批）',
    en: 'Units that are wrong, missing or doubled (0.12% for points, a rate of 97.4, 批批)',
  },
  source: { tier: '本规则', ref: '两个百分率之差用百分点，比率本身用百分号，一个数只有一个单位' },
  options: {
    allow: { type: 'strings', default: [], zh: '核对无误的说法', en: 'phrases that were checked and are right' },
  },
  messages: {
    points: {
      zh: '由{from}到{to}，相差的是百分点，应为“{due}”',
      en: 'From {from} to {to}: the difference is told in points, “{due}”',
    },
    alone: { zh: '比率的升降用百分点，应为“{due}”', en: 'A rate rises and falls by points: “{due}”' },
    above: { zh: '与另一个增速相比，差的是百分点，应为“{due}”', en: 'Two rates differ by points: “{due}”' },
    amount: { zh: '“{verb}”的是数量，不是比率，应为“{due}”', en: '“{verb}” is said of an amount and no rate: “{due}”' },
    grown: { zh: '数量的增减用百分数，应为“{due}”，请核', en: 'An amount grows by per cent: “{due}”; please check' },
    level: { zh: '此处是比率，不是升降，应为“{due}”', en: 'This is the rate itself and not its change: “{due}”' },
    missing: { zh: '比率之后缺“%”', en: 'A rate without %' },
    size: { zh: '“{noun}”{said}，数量级不对，请核是“万”还是“亿”', en: '“{noun}” of {said}: please check 万 and 亿' },
    beside: {
      zh: '“{noun}”{said}，与后面或前面的{other}不是一个数量级，请核是“万”还是“亿”',
      en: '“{noun}” of {said} beside {other}: please check 万 and 亿',
    },
    each: {
      zh: '{other}，“{noun}”{said}，一份只合{due}，请核是“万”还是“亿”',
      en: '“{noun}” of {said} for {other} is {due} each: please check 万 and 亿',
    },
    noun: { zh: '“{noun}”不用这个单位（{said}），应为{due}', en: '“{noun}” is not told in this unit ({said}); it takes {due}' },
    word: { zh: '“{said}”应为“{due}”', en: '“{said}” should be “{due}”' },
    money: { zh: '“{said}”之后缺“元”', en: '元 is missing behind “{said}”' },
    doubled: { zh: '单位“{unit}”重复', en: 'The unit “{unit}” stands twice' },
    order: { zh: '“{said}”次序颠倒，应为“{due}”', en: '“{said}” is out of order: “{due}”' },
    from: { zh: '原来的比率', en: 'the rate before' },
    to: { zh: '后来的数', en: 'the figure after' },
    moved: { zh: '比率的升降用百分点，应为“{due}”，请核', en: 'A rate rises and falls by points: “{due}”; please check' },
    other: { zh: '另一个数', en: 'the other figure' },
  },
  check({ text, use, report }) {
    const written = ({ start, end }: Figure): string => text.slice(start, end)
    const asPoints = (figure: Figure): string => `${text.slice(figure.start, figure.numberEnd)}个百分点`
    for (const { kind, operands, stated, agrees, certainty, relation } of use(statements)) {
      if (kind === 'percent') {
        const due = `${text.slice(stated.start, stated.numberEnd)}%`
        const fix = { grade: 'suggested', edits: [{ start: stated.start, end: stated.end, text: due }] } as const
        const more = certainty === 'sure' ? {} : ({ severity: 'warning' } as const)
        report(
          'amount',
          stated,
          { verb: relation, due },
          { fix, see: [{ id: 'to', at: operands[0] as Figure, data: {} }], ...more },
        )
      }
      if (agrees || kind !== 'points') continue
      const severity = certainty === 'sure' ? {} : ({ severity: 'warning' } as const)
      const due = asPoints(stated)
      const edits = [{ start: stated.start, end: stated.end, text: due }]
      const fix = { grade: 'suggested', edits } as const
      const [from, to] = operands as readonly [Figure, Figure | undefined]
      if (to) {
        const see = [
          { id: 'from', at: from, data: {} },
          { id: 'to', at: to, data: {} },
        ] as const
        report('points', stated, { from: written(from), to: written(to), due }, { see, fix, ...severity })
      } else report('alone', stated, { due }, { fix, see: [{ id: 'to', at: from, data: {} }], ...severity })
    }
    for (const { figure, by, other, noun, due } of use(oversized)) {
      const said = written(figure)
      const see = other ? ([{ id: 'other', at: other, data: {} }] as const) : []
      const more = { see, severity: 'warning' } as const
      if (by === 'alone') report('size', figure, { noun, said }, more)
      else if (by === 'noun') report('noun', figure, { noun, said, due }, more)
      else if (other && by === 'each') report('each', figure, { noun, said, other: written(other), due }, more)
      else if (other) report('beside', figure, { noun, said, other: written(other) }, more)
    }
    let last: Figure | undefined
    for (const figure of use(quantities)) {
      const { kind, start, end, value } = figure
      const before = last
      last = figure
      // 分别快于全市5.8个、2.6%: the unit is left out once, and is another one then.
      if (kind === 'percent' && before && isListed(text, before, figure)) {
        const due = asPoints(figure)
        const fix = { grade: 'suggested', edits: [{ start, end, text: due }] } as const
        report('above', figure, { due }, { fix, severity: 'warning' })
        continue
      }
      if (kind === 'points' && !figure.isApproximate && isAmountGrown(text, figure)) {
        const due = `${text.slice(start, figure.numberEnd)}%`
        const fix = { grade: 'suggested', edits: [{ start, end, text: due }] } as const
        report('grown', figure, { due }, { fix, severity: 'info' })
        continue
      }
      if (
        kind === 'percent' &&
        value < mostMoved &&
        !figure.isApproximate &&
        rateMoved.test(text.slice(Math.max(0, start - 24), start)) &&
        /[，。；]/.test(text[end] ?? '。')
      ) {
        const due = asPoints(figure)
        const isBounded = boundedRate.test(text.slice(Math.max(0, start - 24), start))
        const fix = { grade: 'suggested', edits: [{ start, end, text: due }] } as const
        report('moved', figure, { due }, { fix, severity: isBounded ? 'warning' : 'info' })
      }
      if (kind === 'percent' && isAbove(text, figure)) {
        const due = asPoints(figure)
        const fix = { grade: 'suggested', edits: [{ start, end, text: due }] } as const
        report('above', figure, { due }, { fix, severity: 'warning' })
      }
      if (
        kind === 'points' &&
        levelRate.test(text.slice(Math.max(0, start - 10), start)) &&
        !apart.test(clauseBefore(text, start))
      ) {
        report('level', figure, { due: `${text.slice(start, figure.numberEnd)}%` })
      } else if (kind === 'bare' && value > 1 && value <= 100 && isMissing(text, figure)) {
        report('missing', figure, {})
      }
      if (figure.unit === '' && figure.scale >= 1e4 && kind === 'amount' && !figure.isApproximate && isMoney(text, figure)) {
        report('money', figure, { said: written(figure) }, { severity: 'warning' })
      }
      const wrong = /^个?百分比/.exec(text.slice(figure.numberEnd, figure.numberEnd + 4))
      if (wrong) {
        const span = { start: figure.numberEnd, end: figure.numberEnd + wrong[0].length }
        const fix = { grade: 'suggested', edits: [{ ...span, text: '个百分点' }] } as const
        report('word', span, { said: wrong[0], due: '个百分点' }, { fix })
      }
      const next = text[end]
      if (next !== undefined && end > figure.numberEnd && next === text[end - 1] && isDoubled(text, figure)) {
        report('doubled', { start: end, end: end + 1 }, { unit: next })
      }
      const tail = /^([多余])([万亿])/.exec(text.slice(figure.numberEnd, figure.numberEnd + 2))
      if (tail && figure.decimals > 0) {
        const span = { start, end: figure.numberEnd + 2 }
        const number = text.slice(start, figure.numberEnd)
        report('order', span, { said: text.slice(span.start, span.end), due: `${number}${tail[2]}${tail[1]}` })
      }
    }
  },
})

/** 5.8个、2.6%: points, whose unit stands behind the last one, or should. */
const isListed = (text: string, before: Figure, { start }: Figure): boolean =>
  before.decimals > 0 &&
  before.unit === '个' &&
  /^[、和]$/.test(text.slice(before.end, start)) &&
  pointsBefore.test(text.slice(Math.max(0, before.start - 24), before.start))

/** 收入增长5.8个百分点; not 拉动…增长, which is told of a rate. */
function isAmountGrown(text: string, { start, end }: Figure): boolean {
  const from = Math.max(0, start - 40)
  const lead = text.slice(from, start)
  const clause = lead.slice(Math.max(...['。', '；', '，', '\n'].map((mark) => lead.lastIndexOf(mark))) + 1)
  return (
    amountGrown.test(clause) &&
    !/拉动|带动|贡献|高于|低于|快于|率|占|比重|增速|增幅|推动/.test(clause) &&
    /[，。；]/.test(text[end] ?? '。')
  )
}

/** A rate that moved by more may have been divided: 败诉率同比下降28.2%. */
const mostMoved = 10

/** 覆盖率达到97.4，: only where the number ends a clause, and no other figure shares its unit (97.4、98.1和99%). */
function isMissing(text: string, { start, end, decimals }: Figure): boolean {
  if (!/[，；。]/.test(text[end] ?? '。')) return false
  const before = plainRate.exec(text.slice(Math.max(0, start - 12), start))
  return before !== null && (decimals > 0 || before[1] !== undefined)
}

/** 盘活资产23.6亿，: an amount of money before a mark, and no row whose unit comes last. */
const isMoney = (text: string, { start, end }: Figure): boolean =>
  /[，；。]/.test(text[end] ?? '。') &&
  moneyWord.test(text.slice(Math.max(0, start - 10), start)) &&
  !/[0-9]/.test(text[end + 1] ?? '')

/** 批批, %%: not where the second character begins a word (220处处于整改阶段, 600家家具企业). */
function isDoubled(text: string, { numberEnd, end }: Figure): boolean {
  const unit = text.slice(numberEnd, end).trim()
  const last = unit[unit.length - 1] as string
  if (last === '%' || last === '％') return true
  if (unit.length > 2 || !countedDoubly.includes(last)) return false
  const behind = text.slice(end, end + 2)
  if (wordsOfDoubled.has(behind)) return false
  // Before a mark nothing else can be meant; before a word only a list of words can tell.
  return !isHan(text, end + 1) || !wordsOfDoubled.has(last)
}

/** 高于全部投资增速3.6%; not 高于6.5%的平均水平. */
const isAbove = (text: string, { start, end, isApproximate }: Figure): boolean =>
  !isApproximate &&
  aboveRate.test(text.slice(Math.max(0, start - 20), start)) &&
  !/^(?:的|以上|左右)/.test(text.slice(end, end + 2))

/** 高于全人群签约率41.3个百分点: how far two rates are apart. */
const apart = /[高低快慢多少]于|超过|超出|[高低]出|领先|落后/

/** The words before a figure since the last mark, at most 24. */
function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 24), start)
  return before.slice(Math.max(...[...'，。；：、\n'].map((mark) => before.lastIndexOf(mark))) + 1)
}
