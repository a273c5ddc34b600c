import { defineRule, type Figure, type FigureLine, figureLines, quantities, statements } from '../../../src/kit.ts'
import {
  areaLabel,
  averaged,
  countedWhole,
  harvestLabel,
  leastPerMu,
  limitedRate,
  limitedShare,
  mostPerMu,
  perMu,
  sharedRates,
} from './data.ts'

export default defineRule({
  id: 'impossible-figure',
  severity: 'error',
  summary: {
    zh: '不可能的数字（96条，其中108条被采用；覆盖率102%；3.6名群众）',
    en: 'Figures that cannot be (96, of which 108; a coverage of 102%; 3.6 persons)',
  },
  source: { tier: '本规则', ref: '部分不大于全体，覆盖、合格、办结等比率不过百，人、户、件没有小数' },
  options: {
    allow: { type: 'strings', default: [], zh: '核对无误的说法', en: 'phrases that were checked and are right' },
  },
  messages: {
    part: { zh: '部分多于全体：{said}多于{whole}', en: 'A part larger than the whole: {said} of {whole}' },
    done: { zh: '一共{whole}，此处却是{said}', en: 'There are {whole}, yet here it is {said}' },
    households: {
      zh: '{homes}只有{said}，户数多于人数，疑颠倒',
      en: '{said} in {homes}: more households than persons; were they swapped?',
    },
    merged: {
      zh: '{earlier}合并之后反而有{said}，疑颠倒',
      en: '{earlier} were merged and are {said} now: were they swapped?',
    },
    rate: { zh: '这样的比率不会超过100%，此处说{said}', en: 'Such a rate cannot exceed 100%; here it is {said}' },
    fraction: { zh: '“{unit}”没有小数，此处说{said}，疑缺“万”', en: '“{unit}” has no fractions: {said}; 万 may be missing' },
    yield: {
      zh: '{area}产{said}，一亩合{due}吨，数量级不对，请核单位',
      en: '{said} on {area} is {due} tons each: please check the units',
    },
    acre: { zh: '一亩产{said}，数量级不对，请核单位', en: '{said} on one 亩: please check the unit' },
    area: { zh: '面积', en: 'the area' },
    whole: { zh: '全体', en: 'the whole' },
  },
  check({ text, use, report }) {
    const written = ({ start, end }: Figure): string => text.slice(start, end)
    for (const { kind, operands, stated, agrees, certainty } of use(statements)) {
      if (agrees) continue
      const whole = operands[0] as Figure
      const see = [{ id: 'whole', at: whole, data: {} }] as const
      if (kind === 'households') {
        const both = { start: whole.start, end: stated.end }
        report(kind, both, { homes: written(whole), said: written(stated) })
      } else if (kind === 'merged') {
        report(kind, stated, { earlier: written(whole), said: written(stated) }, { see, severity: 'warning' })
      }
      if (!(kind === 'part' || kind === 'done')) continue
      const more = certainty === 'unsure' ? { see, severity: 'info' as const } : { see }
      report(kind, stated, { said: written(stated), whole: written(whole) }, more)
    }
    for (const { lines } of use(figureLines)) {
      for (const { area, harvest } of lines.flatMap(harvests)) {
        const due = Number((harvest.value / area.value).toPrecision(2))
        if (due >= leastPerMu && due <= mostPerMu) continue
        const see = [{ id: 'area', at: area, data: {} }] as const
        report('yield', harvest, { area: written(area), said: written(harvest), due }, { see, severity: 'warning' })
      }
    }
    for (const figure of use(quantities)) {
      const { kind, value, decimals, scale, start, isApproximate } = figure
      if (kind === 'percent' && value > 100 && !isApproximate && isLimited(text, start)) {
        report('rate', figure, { said: written(figure) })
      }
      if (figure.unit === '吨' && value > mostPerMu && perMu.test(text.slice(Math.max(0, start - 8), start))) {
        report('acre', figure, { said: written(figure) }, { severity: 'warning' })
      }
      if (decimals === 0 || scale !== 1 || kind !== 'amount') continue
      const unit = text.slice(figure.numberEnd, figure.end).trim()
      if (!countedWhole.has(unit) || averaged.test(sentenceBefore(text, start))) continue
      if (/^(?:均|次均|月|年|岁|份|工|日)/.test(text.slice(figure.end, figure.end + 2))) continue
      report('fraction', figure, { unit, said: written(figure) })
    }
  },
})

/** Whether the figure at `start` is a rate that ends at a hundred: 覆盖率102%, 规范管理率分别为78.6%和779%, 参与学校达到120%. */
function isLimited(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 30), start)
  const first = before.replace(sharedRates, '')
  return limitedRate.test(first) || limitedShare.test(first)
}

/** 播种面积48.6万亩，总产量21.4万吨: neighbours, the second with a label of its own that says no more than 产量. */
function harvests({ figures, gaps }: FigureLine): { area: Figure; harvest: Figure }[] {
  return figures.flatMap((harvest, index) => {
    const area = figures[index - 1]
    const isHarvest = harvest.unit === '吨' && harvestLabel.test(gaps[index] as string)
    if (!area || !isHarvest || area.unit !== '亩' || !areaLabel.test(gaps[index - 1] as string)) return []
    return area.isApproximate || harvest.isApproximate ? [] : [{ area, harvest }]
  })
}

/** The words before a figure in its own clauses, 44 characters at most. */
const sentenceBefore = (text: string, start: number): string => {
  const before = text.slice(Math.max(0, start - 44), start)
  return before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；'), before.lastIndexOf('\n')) + 1)
}
