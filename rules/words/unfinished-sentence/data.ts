/** Words at which no sentence ends. */
export const hangingEnds = [
  '的',
  '和',
  '与',
  '及',
  '以及',
  '或',
  '并',
  '对',
  '将',
  '把',
  '被',
  '在',
  '从',
  '向',
  '由',
  '为',
  '以',
  '使',
  '让',
  '是',
  '有',
  '要',
  '不',
  '地',
  '得',
  '了一',
  '进一步',
  '不断',
  '持续',
  '切实',
]

/** Ends after which a table, a list or a picture follows. */
export const listEnds = ['如下', '下表', '附后', '见附件', '见表', '下图', '如图', '所示', '见图', '另附', '略']

/** Words of credits and links. */
export const labels = [
  // The licence of a page.
  '本作品',
  '维基',
  '来源',
  '责任编辑',
  '记者',
  '供稿',
  '撰稿',
  '编辑',
  '作者',
  '审核',
  '摄影',
  '点击',
  '扫码',
  '版权',
  '转载',
  '通讯员',
  '联系电话',
]
