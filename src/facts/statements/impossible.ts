/** What cannot be: more parts than the whole, more mended than found. */
import type { Figure } from '../quantities/lexer.ts'
import type { Line } from './lines.ts'
import type { Statement } from './statement.ts'
import { found } from './sum-words.ts'

const amongWord = /^[，、；（]?(?:[^，；。：、]{0,6})?其中[，：:]?/
/** 18个大类中有16个增长. */
/** 12月接诊9842人次，最高单日接诊612人次: a day is a part of the month. */
const dailyWord = /^[，、；（](?:最高单日|单日最高|单日最多|最多单日|日最高)[\u4e00-\u9fff]{0,6}$/
const insideWord = /^[\u4e00-\u9fff“”]{1,12}[中里][，,]?(?:已经?|共)?有?(?:[\u4e00-\u9fff]{0,4}有)?$/
const mean = /每|平均|人均|户均|亩均|年龄|单产|最高|最低|密度|增速|价|速|同比|增加|增长|减少|下降|新增/
const wordsOfOther = /累计|历年|含|上年|去年|比|较|以来|全国|全省|全市|合计|共|有/

/** 96条，其中108条: one part, and more than the whole. */
function partIn({ figures, gaps }: Line, index: number, into: Statement[]): void {
  const gap = gaps[index] as string
  const isDaily = dailyWord.test(gap)
  const found = isDaily ? [gap] : (amongWord.exec(gap) ?? insideWord.exec(gap))
  if (!found || index === 0) return
  const stated = figures[index] as Figure
  const whole = figures[index - 1] as Figure
  if (stated.unit !== whole.unit || stated.kind !== 'amount' || stated.isApproximate || whole.isApproximate) return
  const label = gaps[index - 1] as string
  if (isDaily && /单日|日均|当日/.test(label)) return
  const own = gap.slice((found[0] as string).length)
  const agrees = stated.value - stated.half <= whole.value + whole.half
  if (!agrees) {
    if (mean.test(label.slice(-14)) || mean.test(own) || wordsOfOther.test(own) || own.length > 14) return
    // 65名运动员和8名教练员，其中…: of both.
    if (/[和及、与]/.test(label[0] ?? '') || /^[^，；。]{1,8}(?:和|及|、|与)/.test(label)) return
    // An earlier whole that is large enough may be meant.
    for (let at = Math.max(0, index - 7); at < index - 1; at++) {
      const other = figures[at] as Figure
      if (other.unit === stated.unit && other.value >= stated.value) return
    }
  }
  into.push({
    kind: 'part',
    operands: [whole],
    stated,
    relation: '其中',
    computed: whole.value,
    agrees,
    certainty: 'sure',
    start: stated.start,
    end: stated.end,
  })
}

const done =
  /^(?:[\u4e00-\u9fff]{0,10})[，；、](?:已|现已|目前已?|其中|按期|及时|累计|全部|推动|成功|均已|共|当场|按时|已经|限期|督促|实际|完成){0,3}(?:整改|办结|采纳|解决|化解|归并|销号|办理|答复|处置|整治|完成整改|合格|消除|回复|调处|处理|治理|办复|整改完成|整改到位|吸收采纳)[^，；。：、]{0,6}$/
const carried = /立案|审结|结案|提案|信访积案|历史遗留|旧存|代表(?:所|提|建议|议案|意见)|人大代表/

/** 排查264处，整改完成286处. */
function doneIn({ figures, gaps }: Line, index: number, into: Statement[]): void {
  if (index === 0) return
  const gap = gaps[index] as string
  if (gap.length > 20 || !done.test(gap)) return
  const stated = figures[index] as Figure
  const whole = figures[index - 1] as Figure
  if (stated.unit !== whole.unit || stated.kind !== 'amount' || stated.isApproximate || whole.isApproximate) return
  const label = gaps[index - 1] as string
  if (!found.test(label) || carried.test(label) || carried.test(gap)) return
  if (stated.unit === '件' && label.includes('建议')) return
  into.push({
    kind: 'done',
    operands: [whole],
    stated,
    relation: gap.replace(/^[，；、]/, ''),
    computed: whole.value,
    agrees: stated.value <= whole.value,
    certainty: 'sure',
    start: stated.start,
    end: stated.end,
  })
}

/** 1246户421人: a household is one person at least. */
function householdsIn({ figures, gaps }: Line, index: number, into: Statement[]): void {
  const [homes, stated] = [figures[index - 1], figures[index]] as [Figure, Figure]
  if (homes.unit !== '户' || stated.unit !== '人' || !/^、?$/.test(gaps[index] as string)) return
  if (homes.isApproximate || stated.isApproximate || homes.kind !== 'amount' || stated.kind !== 'amount') return
  if (/企业|商|用户|经营|法人|小微|纳税|市场主体/.test((gaps[index - 1] as string).slice(-12))) return
  const agrees = stated.value >= homes.value
  into.push({
    kind: 'households',
    operands: [homes],
    stated,
    relation: '户',
    computed: homes.value,
    agrees,
    certainty: 'sure',
    start: homes.start,
    end: stated.end,
  })
}

const merging = /^[^，；。：、]{0,10}(?:整合|合并|重组|归并|撤并|精简|压缩|兼并|减并|压减)[^，；。：、]{0,6}(?:为|成|到|至|成为)$/

/** 3家县属企业整合重组为6家: fewer are left than there were. */
function mergedIn({ figures, gaps }: Line, index: number, into: Statement[]): void {
  const gap = gaps[index] as string
  if (gap.length > 20 || !merging.test(gap)) return
  const [earlier, stated] = [figures[index - 1], figures[index]] as [Figure, Figure]
  if (earlier.unit !== stated.unit || earlier.kind !== 'amount' || earlier.isApproximate || stated.isApproximate) return
  into.push({
    kind: 'merged',
    operands: [earlier],
    stated,
    relation: gap,
    computed: earlier.value,
    agrees: stated.value <= earlier.value,
    certainty: 'sure',
    start: stated.start,
    end: stated.end,
  })
}

export function impossibleIn(line: Line, into: Statement[]): void {
  const { figures, gaps, host } = line
  for (let index = 1; index < figures.length; index++) {
    if ((gaps[index] as string).length > 30) continue
    partIn(line, index, into)
    doneIn(line, index, into)
    householdsIn(line, index, into)
    mergedIn(line, index, into)
  }
  // 96条（其中108条被采用）
  if (!host || host.index < 0 || !(gaps[0] as string).startsWith('其中')) return
  const whole = host.line.figures[host.index] as Figure
  partIn({ figures: [whole, figures[0] as Figure], gaps: [host.line.gaps[host.index] as string, gaps[0] as string, ''] }, 1, into)
}
