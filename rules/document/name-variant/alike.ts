/** Characters of names that are taken for one another. */
import { lookAlike, soundAlike, syllablesOf } from '../../../src/kit.ts'

/** Groups that look alike, of which one at least is seen in names more than in prose. */
const groups =
  '栗粟 未末 己已巳 戊戌戍 川州 洲川 泽择译 岚岗凤风 碣竭揭羯 溪奚 澧沣 漳彰樟璋 琨混 昊旻 峪裕 崖涯 垭亚 湄媚楣 郓郧 侯候 刀刁 干千于 大太 天夫 土士 日曰目 木本 田由甲申 白百 北比 龙尤 乌鸟 今令 午牛 爪瓜 兔免 侍待 折拆析 坑抗 亨享 沐沭 茶荼 荻获 萧肃 菅管 祟崇 睢雎 玮炜纬伟 珏钰玉 晟盛 骅桦 栋陈 冼洗 汆氽 汨汩 苟荀 宋朱 沈沉 徐涂 符苻 邵绍 佘余 冷泠 柴紫 屈届 桐铜 杉彬 枫风 柏伯 浦埔蒲 墩敦 冲种 垅陇 坂板阪 圳川 埔浦 坳拗 塅段 淦金 湟煌 涪培 泖柳 泾径 沱陀 沣丰 洮桃 浔寻 涞莱 淅浙 渌绿 湉恬 滏釜 滦峦 潞路 澴环 濮仆 瀛赢'
    .split(' ')
    .flatMap((group) =>
      [...group].flatMap((one, index) => [...group].slice(index + 1).map((other) => (one < other ? one + other : other + one))),
    )
const shapes: ReadonlySet<string> = new Set(groups)

/** Two characters that one can take for one another in a name, by their sound or by their look. */
export const takenFor = (one: string, other: string): boolean =>
  soundAlike(one.charCodeAt(0), other.charCodeAt(0)) ||
  lookAlike(one, other) ||
  shapes.has(one < other ? one + other : other + one)

/** A character beyond those of daily use: how it sounds is not known here, and it is typed wrong all the more easily. */
export const isRare = (character: string): boolean => syllablesOf(character.charCodeAt(0)).length === 0
