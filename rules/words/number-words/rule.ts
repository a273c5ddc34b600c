import { defineRule, isHan, type Span, structure } from '../../../src/kit.ts'
import { approximating, numeralMeasures, wordsWithYue } from './data.ts'

interface Found extends Span {
  readonly id: 'order' | 'digits' | 'twice' | 'bounds' | 'currency'
  readonly due: string
}

export default defineRule({
  id: 'number-words',
  severity: 'warning',
  summary: {
    zh: '概数、数词写法不当（约300人左右、1.3余万、十6次）',
    en: 'Approximate and mixed numbers out of form (约300人左右, 1.3余万, 十6次)',
  },
  source: { tier: '国标', ref: 'GB/T 15835—2011 4.3、5.1 数字形式的使用；概数词不重复是通例' },
  options: {
    allow: { type: 'strings', default: [], zh: '本单位沿用的写法', en: 'forms this house keeps' },
  },
  quotes: 'skip',
  messages: {
    order: { zh: '“{said}”的“余”“多”位置不当，应为“{due}”', en: '“{said}”: write “{due}”' },
    digits: { zh: '“{said}”汉字与阿拉伯数字混写，应为“{due}”', en: '“{said}” mixes words and figures: “{due}”' },
    twice: { zh: '“{said}”概数重复，留一个：“{due}”', en: '“{said}” says twice that it is approximate: “{due}”' },
    currency: { zh: '“{said}”的货币符号和“元”重复，应为“{due}”', en: '“{said}” names the currency twice: “{due}”' },
    bounds: { zh: '“{said}”界限重复，留一个：“{due}”', en: '“{said}” says its bound twice: “{due}”' },
  },
  check({ text, use, report }) {
    for (const { start, end } of use(structure).stretches) {
      const words = text.slice(start, end)
      for (const one of [
        ...misplaced(words),
        ...mixed(words),
        ...approximateTwice(words),
        ...moreOrLess(words),
        ...currencyTwice(words),
      ]) {
        const span = { start: start + one.start, end: start + one.end }
        report(
          one.id,
          span,
          { said: text.slice(span.start, span.end), due: one.due },
          {
            fix: { grade: 'suggested', edits: [{ ...span, text: one.due }] },
            ...(one.id === 'bounds' && { severity: 'info' }),
          },
        )
      }
    }
  },
})

const decimalAndMore = /(?<![0-9.])([0-9]{1,6}\.[0-9]{1,3})([余多])([万亿])/g

/** 1.3余万 for 1.3万余: a decimal has no remainder before its own unit. */
function misplaced(words: string): Found[] {
  if (!words.includes('余') && !words.includes('多')) return []
  return [...words.matchAll(decimalAndMore)].map(({ 0: said, 1: figure, 2: more, 3: unit, index }) => ({
    id: 'order' as const,
    start: index,
    end: index + said.length,
    due: `${figure}${unit}${more}`,
  }))
}

const digitsBehindTen = /(?<![0-9第（(])([二三四五六七八九]?)十([1-9])(?![0-9.])/g
const hanDigits = '〇一二三四五六七八九'

/** 十6次: the tens in words, the ones in a figure. */
function mixed(words: string): Found[] {
  if (!words.includes('十')) return []
  return [...words.matchAll(digitsBehindTen)].flatMap(({ 0: said, 1: tens = '', 2: ones = '', index }): Found[] => {
    const end = index + said.length
    const measure = words[end] ?? ''
    const before = words[index - 1] ?? ''
    // 百十3 and 八十5 in a name of a street or a model are left alone: a measure must follow.
    if (!numeralMeasures.includes(measure) || measure === '' || '一二三四五六七八九百千'.includes(before)) return []
    const figure = 10 * (tens === '' ? 1 : hanDigits.indexOf(tens)) + Number(ones)
    return [{ id: 'digits', start: index, end: end + 1, due: `${figure}${measure}` }]
  })
}

const figureIn = /^(?:[0-9]{1,9}(?:[.,][0-9]{1,3})?|[一二两三四五六七八九十百千]{1,6})(?:[万亿]{0,2})/
const bound = /^(?:有|为|占|达|达到|需|需要|用时|用|投入|投资|增加|减少|节约|节省|完成|是|合|在|共)?/

/** A length of time behind a figure. */
const recent = /^[余多]?个?[余多]?(?:年|月|天|日|世纪|星期|周(?!岁))/

/** 约300人左右, 超过500人以上: what says about before the figure is said again behind it. */
function approximateTwice(words: string): Found[] {
  const found: Found[] = []
  for (const { word, behind, id } of approximating) {
    for (let at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
      if (wordsWithYue[word]?.includes(words[at - 1] ?? ' ')) continue
      const from = at + word.length
      const start = from + (bound.exec(words.slice(from, from + 3))?.[0].length ?? 0)
      const figure = figureIn.exec(words.slice(start, start + 16))?.[0] ?? ''
      if (figure === '' || figure === '一') continue
      const measureFrom = start + figure.length
      let to = measureFrom
      const isEnd = (): string | undefined => behind.find((last) => words.startsWith(last, to))
      let last = isEnd()
      while (last === undefined && to < measureFrom + 6 && (isHan(words, to) || '%％'.includes(words[to] ?? ' '))) {
        to++
        last = isEnd()
      }
      if (last === undefined || (last === '多' || last === '余' ? to !== measureFrom : false)) continue
      // 近一百多年来, 近三年左右的时间: 近 is 最近, and says nothing about the figure.
      if (word === '近' && recent.test(words.slice(measureFrom, to + last.length + 3))) continue
      found.push({ id, start: at, end: to + last.length, due: words.slice(at, to) })
      break
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const figureAndMore = /[0-9](?:\.[0-9]{1,3})?[万亿千百]?[余多](?![0-9])/g

/** 3200余人次左右: 余 and 左右 say the same. */
function moreOrLess(words: string): Found[] {
  if (!words.includes('余') && !words.includes('多')) return []
  return [...words.matchAll(figureAndMore)].flatMap(({ 0: said, index }): Found[] => {
    let start = index
    while (start > 0 && '0123456789.,，'.includes(words[start - 1] as string) && words[start - 1] !== '，') start--
    const from = index + said.length
    for (let to = from; to < from + longestMeasure && (to === from || isHan(words, to - 1)); to++) {
      if (words.startsWith('左右', to) || words.startsWith('上下', to)) {
        // 多家上下游企业, 余名左右两翼.
        if ('游级两翼'.includes(words[to + 2] ?? ' ')) return []
        return [{ id: 'twice', start, end: to + 2, due: words.slice(start, to) }]
      }
    }
    return []
  })
}

/** How long a measure behind 余 may be. */
const longestMeasure = 6

const signAndUnit = /[￥¥$＄€][ \u3000]?([0-9][0-9.,]{0,14}[万亿千百]{0,2}(?:元|美元|欧元))/g

/** ￥2860万元. */
function currencyTwice(words: string): Found[] {
  return [...words.matchAll(signAndUnit)].map(({ 0: said, 1: due = '', index }) => ({
    id: 'currency' as const,
    start: index,
    end: index + said.length,
    due,
  }))
}
