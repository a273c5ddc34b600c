import { defineRule, pairing, quantities, yearsOfPair } from '../../../src/kit.ts'
import type { Kept } from './figures.ts'
import { growthsIn } from './growth.ts'
import { keptIn, telephonesIn } from './kept.ts'
import { ranksIn } from './ranks.ts'
import { besideIn, countersIn } from './single.ts'
import { targetsIn } from './targets.ts'
import { halfChanged } from './twice.ts'

/** So few small ones are no list worth reading. */
const fewest = 2

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
    rank: {
      zh: '去年的稿子里是{before}，{moved}应为第{computed}位，这里说{words}，请核',
      en: 'Last year’s text has {before}; {moved} makes that 第{computed}位, but {words} is told; please check',
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
    for (const { at, old, ...data } of isOwn ? ranksIn(pair) : [])
      report('rank', at, data, { see: [{ id: 'old', at: old, data: {}, inOther: true }] })
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
