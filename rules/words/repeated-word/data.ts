/** Words and patterns in which two equal halves stand side by side rightly, or surely do not. */

/**
 * Common words of reports whose doubling is never meant. Next to a function word or a mark no dictionary is needed to see it.
 * Counted in published work reports: the most frequent two-character words that are no verbs of trying (研究研究).
 */
export const plainWords: ReadonlySet<string> = new Set(
  (
    '组织 工作 建设 发展 推进 项目 实践 企业 经济 社会 服务 管理 加强 完善 推动 提升 保障 实施 加快 深化 落实 坚持 制度 机制 体系 ' +
    '问题 任务 目标 重点 农村 农业 城市 产业 投资 消费 市场 生态 环境 安全 文化 教育 医疗 就业 人才 干部 群众 党员 政府 人民 国家 ' +
    '改革 开放 创新 科技 技术 质量 水平 能力 责任 监督 执法 法治 精神 思想 政治 基层 社区 街道 单位 部门 领导 会议 报告 计划 规划'
  ).split(' '),
)

/** Words before which a new word begins for sure. */
export const functionWords = '以把将对在为和与及的了从向由被使让并也又就都要按据因而或'

/**
 * Characters that make a longer word with what follows: 党组织｜组织力, 资产阶级｜阶级斗争. The doubling is then two words that meet.
 */
export const joinsBefore: Readonly<Record<string, string>> = {
  组织: '党团群社会妇工军政',
  阶级: '产人农民',
  会议: '全代政常大',
  政府: '市县区省镇乡人',
  干部: '导村女',
}

/** Characters that make a longer word with the second half: 博士｜博士后, 民营企业｜企业家. */
export const joinsAfter: Readonly<Record<string, string>> = {
  博士: '后',
  企业: '家',
  政府: '性',
  代表: '团性人',
  中心: '组',
  大学: '生城',
  中学: '生',
  小学: '生',
  人民: '币',
}

/** Suffixes that belong to the second half: in 组织组织力 the word meant is 组织力. */
export const suffixes = '力性化率度感者'

/** Verbs of trying: 研究研究 is right, 学习学习贯彻 is not. The object behind tells them apart. */
export const tryingVerbs: ReadonlySet<string> = new Set(
  (
    '研究 讨论 商量 考虑 打扫 学习 锻炼 休息 了解 调查 总结 整理 收拾 琢磨 比较 帮助 介绍 参观 交流 检查 表扬 批评 教育 关心 体验 感受 ' +
    '夸奖 回忆 放松 高兴 热闹 意思 活动 打听 照顾 安慰 分析 观察 合计 核对 讲解 打算 参谋 开导 宣传 鼓励 练习 试验'
  ).split(' '),
)

/** Adjectives and fixed doublings that are words of the language. */
export const fixedDoublings: ReadonlySet<string> = new Set(
  '苏木 雪白 碧绿 通红 笔直 冰凉 滚烫 乌黑 金黄 如何 怎么 什么 多少 某某 某人 逐步 渐渐 走着 看着 说着 想着 写着 听着 干着 做着 讲着 大口 太多'.split(
    ' ',
  ),
)

/** First characters of doublings by pattern: 一件一件, 每天每天, 逐项逐项, 很紧很紧, 咣当咣当. */
/** Words that begin like a pattern and are none: 更加更加 is a slip. */
export const plainDespitePattern: ReadonlySet<string> = new Set('更加 真正 真实 最终 最后 最大 最新 太阳'.split(' '))

export const patternStarts = '一每逐挨两几半很太真更最越边又再咣叮哗轰扑嘀叽咕噼啪嘎咚哈嘻'

/** With one of these before or behind, a copy may be part of a longer word that no table has: then the finding is unsure. */
export const unsureBefore = '新大小中全老各总副非准多高低超反亚次主分类泛'
export const unsureAfter = '家生后化性者员级部局院会法权力率度型区市县长学业界观论制'

/** Words of one meaning that follow one another by a slip: 25日之前以前, 两年之内以内. Each row: they take each other's place. */
export const sameMeaning: readonly (readonly string[])[] = [
  ['之前', '以前'],
  ['之后', '以后'],
  ['之内', '以内'],
  ['之外', '以外'],
  ['之上', '以上'],
  ['之下', '以下'],
  ['以来', '至今'],
  ['左右', '上下'],
]

/** Times of reports: one that begins a clause and ends it once more was typed twice. */
export const periods =
  '一季度 二季度 三季度 四季度 上半年 下半年 今年 去年 明年 本年度 全年 今冬明春 本月 下月 上月 年内 年底前'.split(' ')

/** Between the two a comparison or a range makes both right: 今年不低于去年 has two, 从今年到今年 none. */
export const comparing = /[比较与同和至到—－~～、“”]|超过|低于|高于|多于|少于|相当|相比|还是|等于/

/** Ends of words that have an opposite, with which they are joined: one that is joined with itself stands for the other. */
export const opposed =
  /(?:[流迁转输调]出地?|[流迁转输调]入地?|[上下]游|线[上下]|事[前后]|[买卖甲乙]方|[存增]量|[硬软]件|[境省市县区党国校院]外|[境省市县区党校院]内|内部|外部|定性|定量|主观|客观|[供需]方|[左右]岸|正面|反面|显性|隐性)$/
