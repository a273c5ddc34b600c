/** Words of which the members of a list are made, and words that cannot stand at their place. */

/** Nouns that end the members of one subject: 规矩意识、纪律意识. Each names a quality that a report says is stronger or better. */
export const headNouns: ReadonlySet<string> = new Set(
  (
    '意识 能力 水平 素质 作风 观念 纪律 责任 制度 机制 体系 环境 质量 效益 效率 功能 作用 力度 精神 基础 设施 条件 结构 面貌 ' +
    '收入 投资 消费 产业 事业 服务 管理 安全 治理 监管 保障 队伍 组织 工作 建设 改革 教育 文化 思想'
  ).split(' '),
)

/** Words with which a predicate begins: what stands before them is a subject. */
export const predicates: readonly string[] = (
  '得到 得以 有了 有所 不断 进一步 明显 显著 持续 稳步 逐步 日益 更加 更为 全面 普遍 大幅 大为 空前 始终 均 都 也都 双双 同步 ' +
  '有待 亟待 亟须 亟需 还需 仍需 尚需 不足 不强 不高 薄弱 淡薄 增强 提高 提升 改善 加强'
).split(' ')

/** Verbs: 提高能力，执政能力… is a clause and its follow-up, no list. */
export const verbs: ReadonlySet<string> = new Set(
  (
    '增强 提高 提升 加强 强化 树立 具有 缺乏 没有 发展 改善 优化 健全 完善 推进 推动 深化 落实 抓好 做好 开展 坚持 保持 促进 扩大 ' +
    '增加 巩固 夯实 激发 发挥 弘扬 建立 构建 打造 注重 重视 明确 压实 履行 承担 牢记 培养 锤炼 改进 转变 改造 创新 规范 严明 严肃'
  ).split(' '),
)

/** Characters that end the name of a figure: 失业率, 就业人数. */
export const measures = '率数量额值'
