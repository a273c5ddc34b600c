/** Provinces and regions by their one character: 陇电入鲁、陇电入浙 are two. */
export const regional: ReadonlySet<string> = new Set('京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台')

/** Endings of things that stand by themselves: a place has one of the name. */
export const properEndings: ReadonlySet<string> = new Set(
  '景区 风景区 山庄 度假村 水库 大桥 特大桥 学院 大学 医院 公园 广场 小区 大厦 博物馆 纪念馆 水电站 隧道 合作社 林场 农场 茶场 古镇 古城 书院 快速路 大道 一期 二期 三期 产业园 物流园 工业园 科技园 文化节 旅游节 采摘节 艺术节 博览会 遗址 故居 旧址 水厂 敬老院 养老院 卫生院 步行街 片区 指挥部 泵站 变电站 机场 体育场 家园 花园'.split(
    ' ',
  ),
)

/** The same, but a place has several that differ in one character: 城建集团、城发集团. */
export const houseEndings: ReadonlySet<string> = new Set('公司 有限公司 集团 小学 中学 学校 幼儿园 村'.split(' '))

/** Endings of undertakings, which are told in words more than by a name. */
export const projectEndings: ReadonlySet<string> = new Set('工程 项目 计划 行动 方案 平台 品牌 系统 模式 机制 工作法'.split(' '))

/** Characters that are meant to sound like another: 智造 beside 制造. */
export const puns: ReadonlySet<string> = new Set('智质绿e')
