/** Provinces and regions by their one character: 陇电入鲁、陇电入浙 are two. */
export const regional: ReadonlySet<string> = new Set('京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台')

/** Endings of things that stand by themselves: a place has one of the name. */
export const properEndings: ReadonlySet<string> = new Set(
  '景区 风景区 山庄 度假村 水库 大桥 特大桥 学院 大学 医院 公园 广场 小区 大厦 博物馆 纪念馆 水电站 隧道 合作社 林场 农场 茶场 古镇 古城 书院 快速路 大道'.split(
    ' ',
  ),
)

/** The same, but a place has several that differ in one character: 城建集团、城发集团. */
export const houseEndings: ReadonlySet<string> = new Set('公司 有限公司 集团 小学 中学 学校 幼儿园 村'.split(' '))
