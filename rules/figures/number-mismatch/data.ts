/** Words that say which way a figure goes, and words round a figure that do not change it. */

const down = '下降 降低 减少 压减 压缩 缩减 缩短 缩小 回落 下滑 收窄 压降 降 减'.split(' ')
const up = '上升 提高 提升 增加 增长 扩大 上涨 攀升 跃升 延长 拉长 增 升'.split(' ')
const adverbs = '大幅度|大幅|逐步|逐年|稳步|进一步|持续|明显|显著|快速|迅速|再次|再|又|已'

export const moves = { up: new Set(up), down: new Set(down) } as const

/** All that stands between two figures of which the second is what the first became: 下降到, 稳步提高到2025年的. */
export const between = new RegExp(
  `^(?:${adverbs}){0,2}(${[...down, ...up].join('|')})(?:到|至|为)了?(?:(?:[0-9]{4}年|目前|现在|今年|去年|上年|年末|年底)(?:末|底)?的?)?第?$`,
)

/** 由 or 从 before the first figure, and nothing that turns it: 由下降3%扩大到. */
export const introduced = /[由从][^，。；、：！？\n降减负跌亏]{0,18}$/

/** Units of which fewer is better, or that count from the top: 由12位提升到5位, 由30天提速到5天. */
export const rankUnits: ReadonlySet<string> = new Set('人 级 档 类 期 天 日 小时 分钟 秒 年 个月 月 个工作日 工作日'.split(' '))
