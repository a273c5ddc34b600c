/** Words that say which way a figure goes, and words round a figure that do not change it. */

const towards = ['到', '至', '为']
const down = '下降 降低 减少 压减 压缩 缩减 缩短 缩小 回落 下滑 收窄 降 减'.split(' ')
const up = '上升 提高 提升 增加 增长 扩大 上涨 攀升 跃升 增 升'.split(' ')

/** 下降到, 增至 … with the direction; the longest form at a place is what counts. */
export const moves: readonly { readonly phrase: string; readonly verb: string; readonly isUp: boolean }[] = [
  ...down.flatMap((verb) => towards.map((to) => ({ phrase: verb + to, verb, isUp: false }))),
  ...up.flatMap((verb) => towards.map((to) => ({ phrase: verb + to, verb, isUp: true }))),
]

/** Words between a figure's unit and the verb, or behind the second figure. */
export const adverbs =
  '大幅度 大幅 逐步 逐年 稳步 进一步 持续 明显 显著 快速 迅速 左右 以上 以下 再次 再 又 已 的 多 余 约'.split(' ')

/** Units of which fewer is better, or that count from the top: 由12位提升到5位, 由30天提速到5天. */
export const rankUnits: ReadonlySet<string> = new Set(
  '位 名 级 档 类 期 天 日 小时 分钟 秒 年 个月 月 个工作日 工作日'.split(' '),
)

/** Multipliers that stand between a figure and its unit. */
export const multipliers: ReadonlyMap<string, number> = new Map([
  ['百', 1e2],
  ['千', 1e3],
  ['万', 1e4],
  ['亿', 1e8],
])
