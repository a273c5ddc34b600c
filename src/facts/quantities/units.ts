/** What stands round a number: multipliers, units, words that make it approximate. Tables only; `lexer.ts` reads by them. */

/** What a unit makes of a number. `calendar` is a year, month or day of the calendar, which is no quantity. */
export type UnitKind = 'amount' | 'percent' | 'points' | 'calendar' | 'label'

export interface Unit {
  readonly written: string
  /** The normal form: two figures can be compared where it is the same. */
  readonly name: string
  readonly kind: UnitKind
  /** Measured and not counted: 12亩 is 11.5 to 12.5 亩, 12人 are twelve. */
  readonly isMeasured: boolean
}

/** Written behind a number, before its unit: 1.2万, 3千万, 5亿. */
export const multipliers: ReadonlyMap<string, number> = new Map([
  ['百', 1e2],
  ['千', 1e3],
  ['万', 1e4],
  ['亿', 1e8],
  ['兆', 1e12],
])

/** 千 and 百 that begin a unit: 3千米 are 3 千米; 百分点 is no hundred of anything. */
export const joinedToUnit: ReadonlyMap<string, string> = new Map([
  ['千', '米克瓦伏卡'],
  ['百', '分'],
  ['兆', '瓦帕赫'],
])

const counted =
  '人 人次 户 户次 家 家次 个 件 件次 项 项次 次 起 宗 例 条 批 批次 场 场次 期 期次 篇 份 册 本 部 套 台 台次 台套 辆 艘 架 只 头 匹 羽 ' +
  '株 棵 颗 枚 粒 块 片 张 幅 面 根 支 把 座 栋 幢 所 间 处 口 眼 孔 道 段 列 班 班次 课时 学时 学分 门 种 类 款 组 队 对 双 床 席 桌 案 ' +
  '票 级 档 点 站 代 轮 轮次 步 回 趟 圈 剂 剂次 盒 瓶 袋 箱 桶 包 笔 单 车次 架次 航次 标箱 标准箱 列次 村 镇 乡 县 岁 页 卷 盘 副 扇 ' +
  '科次 台班 人份 字 手 首 幕 集 尊 节 员 声 店 方面 个方面 阶段 个阶段'
const measured =
  '元 美元 欧元 日元 港元 英镑 卢布 韩元 澳元 新元 吨 公斤 千克 克 斤 毫克 微克 升 毫升 立方米 立方 平方米 平方公里 公顷 亩 公里 米 厘米 毫米 ' +
  '里 海里 千瓦时 千瓦 兆瓦 瓦 度 吨标准煤 标准煤 天 小时 分钟 秒 周 个月 年 季度 倍 成 折 摄氏度 分 分贝 兆 工日 工作日 个工作日 ' +
  '微克/立方米 毫克/升 公斤/亩 元/人 元/吨 元/亩 元/平方米 吉瓦 吉瓦时 兆瓦时 方 车公里 吨公里 人公里 平方千米'

/** Other ways to write a unit of the list. */
const otherForms: readonly (readonly [string, string])[] = [
  ['名', '人'],
  ['位', '人'],
  ['口人', '人'],
  ['位次', '人'],
  ['个位次', '人'],
  ['个名次', '人'],
  ['名次', '人'],
  ['人民币', '元'],
  ['块钱', '元'],
  ['元人民币', '元'],
  ['千米', '公里'],
  ['平米', '平方米'],
  ['平方千米', '平方公里'],
  ['立方', '立方米'],
  ['方', '立方米'],
  ['千克', '公斤'],
  ['钟头', '小时'],
  ['个小时', '小时'],
  ['台（套）', '台套'],
  ['台/套', '台套'],
  ['所次', '所'],
  ['日', '日'],
]

const percents = ['%', '％']
const points = ['个百分点', '百分点']
/** Behind these a number is a name or a day: no quantity. */
const calendar = [
  '月',
  '月份',
  '日',
  '时',
  '号',
  '年代',
  '年度',
  '世纪',
  '点钟',
  '周岁',
  '届',
  '后',
  '版',
  '级',
  '路',
  '线',
  '号楼',
  '楼',
  '层',
]

const rows: readonly Unit[] = [
  ...counted.split(' ').map((written): Unit => ({ written, name: written, kind: 'amount', isMeasured: false })),
  ...measured.split(' ').map((written): Unit => ({ written, name: written, kind: 'amount', isMeasured: true })),
  ...otherForms.map(
    ([written, name]): Unit => ({ written, name, kind: 'amount', isMeasured: ` ${measured} `.includes(` ${name} `) }),
  ),
  ...percents.map((written): Unit => ({ written, name: '%', kind: 'percent', isMeasured: true })),
  ...points.map((written): Unit => ({ written, name: '百分点', kind: 'points', isMeasured: true })),
  ...calendar.map((written): Unit => ({ written, name: written, kind: 'calendar', isMeasured: false })),
]

/** Units by their first character, the longest first; a later row of the same writing replaces an earlier one. */
export const unitsByFirst: ReadonlyMap<string, readonly Unit[]> = group([
  ...new Map(rows.map((unit) => [unit.written, unit])).values(),
])

function group(units: readonly Unit[]): Map<string, Unit[]> {
  const found = new Map<string, Unit[]>()
  for (const unit of units) {
    const first = unit.written[0] as string
    const others = found.get(first)
    if (others) others.push(unit)
    else found.set(first, [unit])
  }
  for (const list of found.values()) list.sort((a, b) => b.written.length - a.written.length)
  return found
}

/** Words right before a number that make it a bound or an estimate; by their last character, so that most are ruled out at once. */
export const approximateBefore: ReadonlyMap<string, readonly string[]> = byLast(
  (
    '约 约为 约达 约占 近 超 超过 逾 突破 将近 大约 接近 不少于 不低于 不高于 不多于 不小于 不大于 至少 多达 不足 不到 不超过 低于 高于 大于 ' +
    '小于 少于 多于 超出 预计 估计 上百 数 几 好几 不下 最多 至多 起码 过 破 大于等于 控制在 稳定在 保持在 限于 ≥ ≤ > < ＞ ＜ 左右 － - ±'
  ).split(' '),
)

function byLast(words: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const word of words) {
    const last = word[word.length - 1] as string
    const others = found.get(last)
    if (others) others.push(word)
    else found.set(last, [word])
  }
  return found
}

/** Words that end like an approximate one and are none: 最近, 附近, 通过, 参数. */
export const notApproximate: ReadonlySet<string> = new Set(
  '算数 整数 行数 成数 际数 划数 定数 年数 期数 最近 附近 靠近 邻近 通过 超过 经过 不过 次数 人数 户数 件数 总数 指数 系数 分数 天数 参数 基数 份数 篇数 倍数 岁数 条数 家数 个数 节约 集约 签约 履约 契约 公约 赴约 特约 违约 续约 合约 制约 条约 预约'.split(
    ' ',
  ),
)

/** Words right behind number and unit that make it approximate. */
export const approximateBehind: readonly string[] = [
  '左右',
  '上下',
  '以上',
  '以下',
  '以内',
  '之多',
  '之内',
  '之上',
  '之下',
  '有余',
  '多',
  '余',
  '及以',
  '（含）以',
]

/** 余 and 多 that belong to the next word: 12个多媒体教室, 3笔余款. */
export const notBehind = /^(?:余[额款量热粮]|多[个种样媒功元次项部层边家0-9０-９])/
