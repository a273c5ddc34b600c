/** Ratios to one: 在校生15860人，辅导员82名，师生比达到1∶193; 执业医师860人、注册护士1075人，医护比1∶1.25; 收入比1.92. */
import type { Figure } from '../quantities/lexer.ts'
import type { FigureSentence } from './lines.ts'
import { isSlipOf } from './slips.ts'
import type { Statement } from './statement.ts'
import { statement } from './sum-words.ts'

const written = /(?:(?<![0-9.∶:：])1[∶:：]([0-9]{1,4}(?:\.[0-9]{1,2})?)|([0-9]{1,3}\.[0-9]{1,2})[∶:：]1)(?![0-9.∶:：])/g
const plain =
  /(?:收入)比(?:值)?(?:为|是|缩小(?:到|至|为)|降(?:到|至|为)|下降(?:到|至|为)|扩大(?:到|至|为)|由[0-9.]{1,6}缩小(?:到|至|为))([0-9]\.[0-9]{1,2})(?![0-9%％.∶:：])/g
/** A ratio of people or things, and not one that is asked for, nor a time or a score. */
const said = /(?:比(?:例|率)?(?:[\u4e00-\u9fff]{0,4})|实际(?:达到|为)|已?达到?|为)$/
const asked = /不低于|不高于|不少于|不小于|要求|标准|按照?|规定|目标|力争|原则上|以内|比例尺|上年|去年|提高到|由$/
const farthest = 24
const mostFigures = 40
const mostPairs = 400

interface Ratio {
  readonly stated: Figure
  readonly isOfMoney: boolean
}

function ratiosOf(text: string, { start, end }: FigureSentence): Ratio[] {
  const words = text.slice(start, end)
  const found: Ratio[] = []
  const add = (number: string, at: number, isOfMoney: boolean): void => {
    const decimals = number.includes('.') ? number.length - number.indexOf('.') - 1 : 0
    const from = start + at
    const figure: Figure = {
      start: from,
      end: from + number.length,
      numberEnd: from + number.length,
      kind: 'bare',
      value: Number(number),
      scale: 1,
      decimals,
      half: 0.5 / 10 ** decimals,
      unit: '',
      isApproximate: false,
      isHan: false,
    }
    found.push({ stated: figure, isOfMoney })
  }
  if (/[∶:：]/.test(words)) {
    for (const match of words.matchAll(written)) {
      const lead = words.slice(Math.max(0, match.index - farthest), match.index)
      const clause = lead.slice(Math.max(...[...'，。；、（'].map((mark) => lead.lastIndexOf(mark))) + 1)
      const number = (match[1] ?? match[2]) as string
      if (!said.test(clause) || asked.test(clause) || Number(number) < 1) continue
      add(number, match.index + match[0].indexOf(number, match[1] ? 2 : 0), /收入/.test(clause))
    }
  }
  if (words.includes('收入比')) {
    for (const match of words.matchAll(plain)) {
      const number = match[1] as string
      add(number, match.index + match[0].lastIndexOf(number), true)
    }
  }
  return found
}

const isUsable = ({ kind, isApproximate, value, unit }: Figure): boolean =>
  kind === 'amount' &&
  !isApproximate &&
  value > 1 &&
  (unit === '人' || unit === '张' || unit === '元' || unit === '个' || unit === '户')

const counts: ReadonlySet<string> = new Set(['人', '张'])
/** What is printed may be cut off, and so may what it is made of. */
const fits = ({ value, half }: Figure, [more, less]: readonly [Figure, Figure]): boolean => {
  const quotient = more.value / less.value
  return Math.abs(quotient - value) <= 2 * half + quotient * (more.half / more.value + less.half / less.value) + 1e-9
}

/** The ratios of a document against the figures of their paragraphs that stand before. */
export function ratiosIn(text: string, sentences: readonly FigureSentence[], into: Statement[]): void {
  let stretch = -1
  let before: Figure[] = []
  for (const sentence of sentences) {
    if (sentence.stretch !== stretch) before = []
    stretch = sentence.stretch
    const own = sentence.lines.flatMap(({ figures }) => figures.filter(isUsable))
    const told = ratiosOf(text, sentence)
    const bases = new Set<Figure>()
    const open: { ratio: Ratio; pairs: (readonly [Figure, Figure])[] }[] = []
    for (const ratio of told) {
      const all = [...before, ...own.filter(({ start }) => start < ratio.stated.start)].slice(-mostFigures)
      const pairs = pairsOf(all, ratio)
      const right = pairs.find((pair) => fits(ratio.stated, pair))
      if (right) {
        bases.add(right[0])
        push(into, ratio, right, true)
      } else open.push({ ratio, pairs })
    }
    for (const { ratio, pairs } of open) {
      const { stated } = ratio
      const digits = text.slice(stated.start, stated.end)
      const isSlip = ([more, less]: readonly [Figure, Figure]): boolean => {
        const kind = isSlipOf(digits, (more.value / less.value).toFixed(stated.decimals))
        return kind !== undefined && digits.replace('.', '').length > (kind === 'swap' ? 1 : 2)
      }
      const nearest = pairs.findLast(([, less]) => less === nearestOf(pairs, stated))
      const slip = pairs.findLast((pair) => isSlip(pair) && (bases.has(pair[0]) || pair === nearest || ratio.isOfMoney))
      if (slip) push(into, ratio, slip, false)
    }
    before = [...before, ...own].slice(-mostFigures)
  }
}

/** The last figure before the ratio that is the smaller one of a pair. */
const nearestOf = (pairs: readonly (readonly [Figure, Figure])[], { start }: Figure): Figure | undefined =>
  pairs.reduce<Figure | undefined>(
    (best, [, less]) => (less.start < start && (!best || less.start > best.start) ? less : best),
    undefined,
  )

function pairsOf(all: readonly Figure[], { isOfMoney }: Ratio): (readonly [Figure, Figure])[] {
  const usable = all.filter(({ unit }) => (unit === '元') === isOfMoney)
  const found: (readonly [Figure, Figure])[] = []
  for (const more of usable) {
    for (const less of usable) {
      const isLike =
        more.unit === less.unit || (counts.has(more.unit) && counts.has(less.unit)) || (more.unit === '人' && less.unit === '个')
      if (more !== less && isLike && more.value >= less.value && found.length < mostPairs) found.push([more, less])
    }
  }
  return found
}

function push(into: Statement[], { stated }: Ratio, [more, less]: readonly [Figure, Figure], agrees: boolean): void {
  into.push(statement('average', stated, [more, less], stated, '比', more.value / less.value, agrees, 'unsure'))
}
