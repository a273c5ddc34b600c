/** What drafters write where something is still to come. */

/** Openings of a drafting note: the bracket and its first words. The note ends at the closing bracket. */
export const notes: readonly string[] = [
  ...[
    '待补',
    '待填',
    '待核',
    '待完善',
    '待更新',
    '待确认',
    '待续写',
    ...[...'填补插写加放待添附可请需列'].map((next) => `此处${next}`),
    '请补充',
    '请填',
    '需补充',
    '需核实',
    '插入',
    '数据待',
  ].flatMap((word) => ['（', '(', '【', '［', '['].map((bracket) => bracket + word)),
  ...['填', '补充'].map((word) => `【${word}`),
  '（填写',
  '（填入',
  '（补充数据',
  '（略去',
  '[TODO',
  '【TODO',
  '（TODO',
  '[TBD',
  '【TBD',
  '（TBD',
]

/** Brackets with nothing in them, which a template prints. （） is left to the rules of punctuation. */
export const emptyBrackets: readonly string[] = ['【】', '【 】', '【　】']

/** A measure behind a gap: the gap was a figure. Tested on the characters that follow. */
export const unitsAfter =
  /^(?:[个项家户名公里亿万元吨人次件条亩座所辆台套套场期批届年月日天周岁倍处间栋只头株平米度位部篇份册]|[%％‰℃]|百分点|余|多|千瓦|立方)/

/** Words that make XX a name: 染色体 XX, XX型. */
export const reserved = /^(?:染色体|型|性别|级|码)/
