/** Rates whose level is told in per cent, and measure words that begin other words. */

/** Right before points: the level of such a rate is per cent. Not 利率, 准备金率, 不良率, whose changes are told shortly. */
export const levelRate =
  /(?:办结|办复|满意|完成|覆盖|合格|达标|普及|入学|整改|结案|就业|通过|优良|城镇化|绿化|参保|利用|审结|化解|及格|升学|巩固|出勤|到位|解决|签约|开工|合格|达标)率(?:已?达到|已?达|为|是)?$/

/** One rate above or below another, by so much: 高于全部投资增速7.6%. */
export const aboveRate =
  /(?:高于|低于|高出|低出|快于|慢于|超过|超出|高过)[^，。；：、\n]{1,10}(?:增速|增幅|降幅|增长率|平均增速|平均水平|平均值)(?:约|近)?$/

/** A rate without its level, and how it moved: 化解率同比提高3.4%. 利率 and 效率 move otherwise. */
export const rateMoved =
  /(?<![利汇效频倍功产])(?:率|占比|比重)(?:同比|(?:比|较)(?:上年|去年|年初|上月)(?:同期|末|底)?)(?:提高|下降|上升|降低|提升|回落)了?$/

/** Right before an amount of money that lost its unit. */
export const moneyWord =
  /(?:资产|资金|投资|收入|贷款|存款|产值|利润|税收|支出|金额|营收|经费|余额|总额|标的额)(?:合计|共|达到|达|为|完成|实现)?$/

/** Of these nothing but points can be meant. */
export const boundedRate =
  /(?:化解|合格|满意|办结|完成|覆盖|达标|普及|入学|整改|就业|通过|优良|绿化|参保|审结|结案|调撤|撤诉|升学|巩固|负债|不良|失业|入住|使用|出勤)率[^，。；]{2,12}$/

/** Right before a number without a unit. */
export const plainRate =
  /(?:办结|办复|满意|完成|覆盖|合格|达标|普及|入学|整改|结案|就业|通过|优良|城镇化|绿化|参保|利用|审结|化解|及格|升学|巩固|出勤|到位|解决|签约|开工)率(?:已?(达到|达|为|是)|提高到|提升到)?$/

/** Measure words that are told when they stand twice. */
export const countedDoubly = '人名户家个件次批起处所项场座条位份期台套吨亩篇本部元'

/** What a measure word begins: the second one belongs to it. A single one begins too many to list them. */
export const wordsOfDoubled: ReadonlySet<string> = new Set(
  (
    '处于 处置 处理 处在 处罚 处分 处室 处长 处级 家具 家电 家庭 家纺 家长 家属 家居 家政 家禽 家畜 家乡 家园 家中 家里 家风 家装 个体 个人 个性 个案 个别 个税 ' +
    '人均 人员 人才 人口 人大 人民 人工 人文 人物 人社 人力 人群 人机 人居 人寿 人事 人数 人选 人造 人防 户均 户外 户籍 户主 户厕 户用 户口 户型 户户 条件 条例 条款 条线 ' +
    '座谈 项目 起义 起重 起草 起诉 台账 台湾 台商 台胞 台式 台风 名额 名师 名录 名单 名人 名医 名优 名牌 名校 名城 名镇 名村 名企 名特 名家 名胜 所有 所属 所需 所长 次生 次要 次数 ' +
    '件件 件数 份额 份子 期间 期刊 期末 期货 期限 场所 场地 场镇 场馆 场景 场站 场部 批发 批准 批示 批次 批复 批评 部门 部级 部分 部署 部队 部件 部委 本科 本土 本地 本级 本县 本市 本次 ' +
    '本村 本镇 本区 本省 本部 本院 本校 位于 位居 位列 位置 位移 套装 套餐 元器 元素 元宵 元旦 元件 元宇 吨位 亩均 篇章 篇幅 项链'
  ).split(' '),
)

/** Before the first of several points, whose unit is left out: 分别快于全市5.8个、2.6%. */
export const pointsBefore =
  /(?:高于|低于|快于|慢于|高出|低出|提高|提升|上升|下降|降低|回落|收窄|扩大|加快|放缓|增加|减少)[^，。；]{0,16}$/

/** An amount does not grow by points. */
export const amountGrown =
  /(?<!占|率|度|比重|比例|增速|增幅)(?:收入|产值|产量|投资|贷款|存款|利润|营收|税收|支出|人次|客流量?|用电量|发电量|销售额|零售总?额|成交额|进出口总?额|出口额?|进口额?|工业增加值|业务量|保费|规模)(?:同比|比上年|较上年|比去年|较去年|较年初|比年初)?(?:增长|下降|增加|减少|上升)了?$/
