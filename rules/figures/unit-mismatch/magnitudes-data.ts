/** What amounts can be: bounds that no report of its kind goes beyond, a factor ten and more away from what is usual. */

/** How far a report reaches. `none`: an office or a company, which says nothing of the kind. */
export type Area = 'county' | 'city' | 'more' | 'none'

export interface Bound {
  /** At the end of the words before the figure; the first group is what is told. */
  readonly words: RegExp
  readonly unit: string
  /** Below it, and written with 万 or 亿, the multiplier is wrong. */
  readonly least?: number
  readonly most?: { readonly [Of in Area]?: number }
}

const tail = '(?:等|已|共|总额|总量|合计|累计|完成|达到|达|实现|为|增至|约){0,4}$'

/** In 元 or persons. Sources of size: the reports of counties and cities that were read (2012–2025). */
export const bounds: readonly Bound[] = [
  {
    words: new RegExp(`(新增(?:城镇)?就业(?:人数)?|城镇新增就业(?:人数)?)${tail}`),
    unit: '人',
    most: { county: 2e5, city: 2e6, none: 2e6 },
  },
  {
    words: new RegExp(
      `((?<!人均)(?:民生支出|公共预算(?:收入|支出)|固定资产投资|执行到位(?:金额|标的额?)?|社会消费品零售总额|进出口(?:总额|总值)|(?<!人均)地区生产总值|存款余额|贷款余额|高息(?:债务|贷款|负债)))${tail}`,
    ),
    unit: '元',
    least: 1e6,
  },
  {
    words: new RegExp(
      `(慰问金|助学金|奖学金|司法救助金|党费|培训费|接待费|会议费|伙食费|校服费|工作经费|办公经?费|管理费用|“?三公”?经费|抚恤金|见义勇为奖金|赡养费等?|欠薪|转化金额)${tail}`,
    ),
    unit: '元',
    most: { county: 1e9, city: 3e9, none: 3e9 },
  },
  {
    words: new RegExp(
      `((?:党员|干部|职工|教职工|师生|员工|会员|群众)[\\u4e00-\\u9fff]{0,6}(?:自愿|踊跃|爱心)?(?:捐款|捐资)|(?:自愿|踊跃|爱心)捐款)${tail}`,
    ),
    unit: '元',
    most: { county: 5e7, city: 2e8, none: 1e8, more: 2e9 },
  },
  {
    words: new RegExp(`((?:帮扶|救助|补助|慰问|资助|奖励|扶持)(?:资金|金额|款项))${tail}`),
    unit: '元',
    most: { county: 8e9, none: 1e10, city: 2e10 },
  },
  {
    words: new RegExp(`((?:户籍|常住|总|城镇|农村|服务|农业)人口)${tail}`),
    unit: '人',
    least: 100,
  },
  {
    words: new RegExp(`((?:人均|生均)[\\u4e00-\\u9fff]{0,8}?(?:收入|支出|经费|补助|创利|利润|奖励|补贴)?)${tail}`),
    unit: '元',
    most: { county: 5e7, city: 5e7, none: 5e7, more: 5e7 },
  },
]

/** Of so many things so much money: one of them comes to no less and no more, in 元. */
export const perThing: readonly {
  readonly amount: RegExp
  readonly things: RegExp
  readonly unit: string
  readonly least: number
  readonly most: number
}[] = [
  { amount: new RegExp(`(旅游(?:综合|总)?收入|旅游消费)${tail}`), things: /(?:游客|接待)/, unit: '人次', least: 5, most: 30000 },
  {
    amount: new RegExp(`(执行到位(?:金额|标的额?)?|到位金额)${tail}`),
    things: /执结|执行案件|执行完毕/,
    unit: '件',
    least: 300,
    most: 2e7,
  },
  { amount: /(劳动报酬|欠薪|工资(?:款|报酬)?)(?:共|合计|累计)?$/, things: /为/, unit: '人', least: 100, most: 1e6 },
  {
    amount: /((?:司法)?救助金|慰问金|助学金|奖学金)(?:共|合计|累计)?$/,
    things: /困难|学生|职工|党员|家庭|对象|当事人/,
    unit: '人',
    least: 20,
    most: 1e6,
  },
  { amount: new RegExp(`(标的额)${tail}`), things: /审结|受理|结案/, unit: '件', least: 500, most: 5e8 },
]

/** What a mu yields, in kilograms: beyond these the unit of one of both is wrong. */
export const yields = {
  amount: /((?:总)?产量|产(?:粮食|水果|蔬菜|茶叶)|收获(?:粮食)?)(?:共|预计|可|达到|达|为|约|完成)*$/,
  area: /(?:面积|播种|种植|栽[植种]|收割|收获)(?:[\u4e00-\u9fff]{0,6})?(?:共|稳定在|达到|达|为|约|完成)*$/,
  weights: new Map([
    ['公斤', 1],
    ['吨', 1000],
    ['斤', 0.5],
  ]),
  least: 2,
  most: 30000,
} as const

/** A part and what it is a part of, as reports call them: told anywhere in the document. `times`: so far may it go above. */
export const ordered: readonly { readonly part: RegExp; readonly whole: RegExp; readonly times: number }[] = [
  { part: new RegExp(`(民生支出)${tail}`), whole: new RegExp(`(?:公共预算支出|财政支出)${tail}`), times: 1.5 },
  { part: new RegExp(`(税收收入)${tail}`), whole: new RegExp(`公共预算收入${tail}`), times: 20 },
  { part: new RegExp(`(储蓄存款|住户存款)(?:余额)?${tail}`), whole: new RegExp(`各项存款(?:余额)?${tail}`), times: 1.5 },
  { part: new RegExp(`(不良贷款)(?:余额)?${tail}`), whole: new RegExp(`各项贷款(?:余额)?${tail}`), times: 1 },
  { part: new RegExp(`(中间业务收入|净利润|利润总额)${tail}`), whole: new RegExp(`营业(?:净|总)?收入${tail}`), times: 20 },
]

const set = (units: string): ReadonlySet<string> => new Set(units.split(' '))

/** Nouns right before a figure, and units they are never told in. */
export const fitting: readonly { readonly words: RegExp; readonly wrong: ReadonlySet<string>; readonly due: string }[] = [
  {
    words:
      /((?:林地|耕地|草地|湿地|农田|水田|旱地|茶园|果园|绿地|退化草原|(?:占地|用地|建筑|播种|种植|造林|绿化|流转|治理|养殖|总)面积))(?:共|达到|达|为|约)*$/,
    wrong: set('吨 公斤 公里 米 立方米 人 人次 件 千瓦 千瓦时 元 户 天'),
    due: '亩、平方米一类',
  },
  {
    words: /((?:通车|通航|运营)?里程|全长|总长(?:度)?|线路长度)(?:共|达到|达|为|约)*$/,
    wrong: set('平方公里 平方米 亩 公顷 吨 人 立方米 户 元'),
    due: '公里、米一类',
  },
  {
    words: /(发电量|用电量|售电量|上网电量)(?:共|累计|完成|达到|达|为|约)*$/,
    wrong: set('千瓦 兆瓦 吨 立方米 元'),
    due: '千瓦时',
  },
  { words: /(装机(?:容量|规模)?)(?:共|累计|达到|达|为|约)*$/, wrong: set('千瓦时 兆瓦时 度 吨 元'), due: '千瓦' },
  { words: /((?:总)?库容)(?:共|达到|达|为|约)*$/, wrong: set('吨 亩 平方米 平方公里 公里 元'), due: '立方米' },
  { words: /(工期|用时|历时|为期)(?:共|达到|达|为|约)*$/, wrong: set('人 件 元 户 次 吨 亩 个'), due: '天、个月一类' },
  {
    words: /(建筑面积|营业面积|办公面积|用房面积|销售面积|住房面积|建设面积)(?:共|达到|达|为|约)*$/,
    wrong: set('平方公里 公里 米 立方米 吨'),
    due: '平方米',
  },
  {
    words: /((?:农村|县乡|国省干线|高速|通村|通组|乡村)公路|铁路|高速)(?:共|达到|达|为|约)*$/,
    wrong: set('米 厘米 平方公里 吨 亩'),
    due: '公里',
  },
  {
    words: /((?:营造林|人工造林|植树造林|退耕还林|封山育林|高标准农田(?:建设)?|土地流转))(?:共|达到|达|为|约)*$/,
    wrong: set('公里 米 吨 公斤 人 户 件 立方米 千瓦'),
    due: '亩',
  },
  {
    words: /(乔木|苗木|树木|果树|树苗|绿化苗|行道树|名贵树种)(?:共|达到|达|为|约)*$/,
    wrong: set('平方米 平方公里 亩 公里 米 吨 公斤 元 人 户'),
    due: '株、棵一类',
  },
  {
    words: /(?:^|[^每])((?:粮食|茶叶|水果|蔬菜|肉类|水产品|原煤|水泥|钢材)(?:总)?产量)(?:共|达到|达|为|约)*$/,
    wrong: set('亩 公里 平方米 人 户 元 千瓦'),
    due: '吨、公斤一类',
  },
]

/** Behind a figure these make a unit of its own: 面积126公里长. */
export const unitless = /^(?:长|宽|以|范围|小时|时)/

/** Counts are not told in so many 万: they would be told in 亿. */
export const mostTenThousands = 1e4
export const countUnits: ReadonlySet<string> = new Set('件 人 户 个 家 次 起 人次 场 项 例 批 宗'.split(' '))

/** Words of the country or the world: its amounts have other sizes. */
export const farther = /国|球|世界|省|央|市场|累计|银行业|证券|债券/
/** From here on an amount is told in 万亿. */
export const trillion = 1e12
