/** Words round 的、地、得 that leave no choice. Looked up in four million characters of published reports and speeches. */

/** What describes how something is done; 的 behind it and a verb that takes an object is 地. */
export const adverbials =
  '更好 更多 更快 更加紧密 紧密 有效 有力 充分 深刻 全面 切实 认真 扎实 扎扎实实 深入 积极 主动 自觉 不断 稳步 顺利 圆满 紧紧 牢牢 坚决 坚定 坚定不移 毫不动摇 持之以恒 坚持不懈 一以贯之 始终不渝 矢志不渝 旗帜鲜明 不折不扣 创造性 系统 科学 合理 准确 及时 快速 迅速 持续 最大限度 最大程度 因地制宜 实事求是 有针对性 有计划 有步骤 有序 逐步 清醒 真正 显著 极大 大大 进一步 满腔热情 一如既往 脚踏实地 明显 生动 集中 直观 有机 稳妥 毫不放松 全方位 多渠道 毫无保留 较好 很好 更深 更实 更广 出色 高质量 高标准 清楚 清晰 如期 按时 妥善 严肃 如实 真实 彻底 长期 反复 一丝不苟 大幅 迅猛 灵活 全身心 尽快 深切 强烈 欣喜 高兴 遗憾 较快 分期分批 实实在在 严格 公正 依法 详细 耐心 细致 主动自觉 理直气壮 久久为功 坚强有力 卓有成效 扎实有效 科学合理 精准 平稳 客观 手把手 一步一个脚印 实打实 面对面 一件一件'.split(
    ' ',
  )

/** Verbs that have an object or a complement with them and are no nouns: 把…, 团结在…, 认识到…. */
export const verbs =
  '把 将 沿着 团结在 投入到 认识到 意识到 看到 感到 感受到 体会到 懂得 找到 指出 做到 查清 查明 听取 采取 激发 满足 凝聚 调动 投身 予以 加以 站在 走上 担负 肩负 推向 抓住 抓好 做好 办好 用好 走好 抓实 抓紧 扛起 走出 走在 解决好 完成好 落实好 落实到 贯彻到 融入到 融入 践行 肩负起 担负起 承担起 凝聚起 迈向 推动了 促进了 提高了 提升了 增强了 保障了 改善了 激发了 维护了 加强了 完善了 解决了 满足了 发挥了 推进了 落实了 完成了 锻炼了 调动了 凝聚了 激励了 展示了 展现了 体现了 避免了 缓解了 遏制了 打击了 保护了 带动了 巩固了 拓展了 优化了 夯实了 筑牢了 反映了 回答了 揭示了 阐述了 阐明了 诠释了 惠及 造福 服务于 服务好 坚持以 围绕 立足 贯彻执行 完成各项 完成了 走下去 干下去 抓下去'.split(
    ' ',
  )

/** Verbs that may be nouns: an object behind them makes 地 likely (扎实的推进乡村振兴). */
export const verbsWithObjects =
  '传授 掌握 开展 推动 促进 发挥 完成 履行 带动 接受 反映 传达 运用 推进 贯彻 落实 加强 提高 提升 增强 完善 深化 优化 改善 解决 保护 维护 履行 抓 做 干 营造 打造 构建 搭建 争取 应对 防范 化解 破解 谋划 抢抓 对接 弘扬 传承 倡导 树立 压实 夯实 筑牢 守护 拓展 回应 适应 查找 剖析 反思 研判 排查 探索 培育'.split(
    ' ',
  )
/** What follows them where they are nouns: 不断的提高和改进, 进一步的加强中. */
export const behindNouns = '和与及的中了或以工法等措方是性水效成'

/** Nouns and second verbs behind them that make a noun of both: 有效的解决途径, 不折不扣的贯彻落实. */
export const nounsBehind =
  '作用 影响 意义 效应 力量 因素 力度 落实 贯彻 执行 实施 途径 行动 办法 方案 要求 机制 体系 路径 治理 管理 保障 服务 培训 教育 活动 计划 目标 任务 情况 状况 模式 制度 意识 干部 人员 单位 部门 提高 提升 完善 促进 改进 合作 智慧 利用 开发 方式 方法 实践 网络 平台 文化 精神 作风 人才 队伍 格局 环境 氛围 基础 经验 成果 工作 问题 策略 态度 原则 思路 对策 保证'.split(
    ' ',
  )

/** What is expressed: 表示衷心的感谢. 地 behind the first before the second is 的. */
export const wishes = {
  before: '衷心 诚挚 崇高 热烈 深切 亲切 真诚 由衷 诚恳 最衷心 最诚挚 美好 良好 深深 沉痛 最崇高 节日'.split(' '),
  after: '感谢 谢意 敬意 祝贺 祝愿 问候 慰问 欢迎 哀悼 祝福 歉意 谢忱'.split(' '),
  verbs: '表示 致以 表达 致 献上 送上 送去'.split(' '),
}

/** What is said of things: 地 or 得 between the two is 的. The second are no verbs. */
export const attributes = {
  before:
    '满意 美好 良好 优异 显著 突出 强大 坚强 浓厚 和谐 安定 坚实 严峻 艰巨 重要 重大 宝贵 深厚 崇高 光荣 可喜 巨大 丰富 广泛 必要 优良 有利 不利 薄弱 根本 鲜明 高尚 辉煌 丰硕'.split(
      ' ',
    ),
  after:
    '环境 氛围 局面 基础 成绩 成效 成就 成果 保证 保障 队伍 形势 任务 问题 意义 作用 经验 力量 条件 地位 位置 社会 政府 优势 效果 态势 作风 形象 使命 家园 城市 干部 党员 因素 特点 特色 传统 品质 实力'.split(
      ' ',
    ),
  /** Nouns that are verbs, too: only 得 is surely wrong before them. */
  behindDe: '教育 生活 工作 服务 影响 贡献 变化 进步 发展 支持 改善 提升'.split(' '),
}

/** Verbs whose result is told behind 得: 建设得更加美好, 抓得很紧. */
export const resultVerbs =
  '建设 发展 装扮 打扮 打造 管理 治理 建 办 做 干 抓 搞 变 管 走 说 讲 学 写 过 完成 落实 执行 开展 谋划 考虑 研究 把握 理解 学习 贯彻 推进 坚持'.split(
    ' ',
  )
export const degrees = '更加 越来越 更 很 非常 十分 特别 比较 更为'.split(' ')
/** What is found wanting: a speaker may also mean what was done (我们做的不够). */
export const wants = '还不够 不够 不太'.split(' ')
/** How something is done: a noun behind the degree would make 的 right (发展的更高要求). */
export const qualities =
  '好 快 稳 实 紧 深 细 透 严 差 慢 满 足 顺 旺 红火 到位 扎实 出色 美好 美丽 漂亮 富裕 强大 强盛 深入 充分 全面 具体 彻底 顺利 成功 及时 迅速 明显 活跃 兴旺 繁荣 圆满 规范 严格 认真 有力 有效 细致 精细 精彩 精美 完善 牢固 坚实 和谐 幸福 清楚 清晰 透彻 透明 主动 积极 自觉 稳健 平稳 均衡 合理 科学 宽广 宽阔 平坦 整洁 干净 文明 热闹 生动 丰富 辛苦 艰难'.split(
    ' ',
  )

/** Words of which 得 is the end: what is written 取的 before one of these is 取得. */
export const withinWords: readonly { readonly wrong: string; readonly right: string; readonly notBehind: string }[] = [
  { wrong: '取的', right: '取得', notBehind: '收采争获听录领提抽骗换汲吸夺索窃榨摄截选考攫赚捞牟' },
  { wrong: '获的', right: '获得', notBehind: '荣捕查收抓缴截擒俘' },
  { wrong: '赢的', right: '赢得', notBehind: '共双多输' },
]
export const gains =
  '了 新 显著 明显 重大 积极 阶段性 较好 良好 优异 历史性 突破 实效 成效 进展 胜利 圆满 长足 丰硕 可喜 决定性 全市 全省 全县 全区 省级 市级 国家级'.split(
    ' ',
  )

/** Verbs behind which 得 tells how it is: 住得安心, 留得住. Their 的 with one of `comforts` that ends the clause is 得; a speaker may also mean things. */
export const comfortVerbs =
  '住 吃 穿 用 玩 学 干 做 活 过 睡 走 坐 办 看 听 说 管 写 赚 逛 游 购 留 待 行 喝 养 跑 跟 站 顶 打 守 稳 搬 融 引 放 控 接 落 防 治 拿 带 靠 信 记 叫 推 立 沉 扑 豁 冲 扛 挺 拉 经 受 压 抓 搞 变 买 卖 租 看病 上学 出行 生活 工作 学习 发展'.split(
    ' ',
  )
export const comforts =
  '安心 放心 舒心 开心 顺心 省心 称心 舒适 舒服 踏实 红火 幸福 愉快 满意 明白 透彻 过硬 起来 出来 上去 下去 下来 上来 出去 进去 出手 津津有味 井井有条 有声有色 风生水起 扎实 到位 体面 有尊严 洋洋洒洒 头头是道 绘声绘色 住 起 出 牢 稳 硬'.split(
    ' ',
  )
