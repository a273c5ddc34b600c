/** Rates that end at a hundred, and what is counted in whole numbers. */

/** Right before the figure. 完成率, 开工率, 参保率 and 拨备覆盖率 do exceed a hundred. */
export const limitedRate =
  /(?<!拨备|覆盖倍数|流动性|保险|准备金)(?:覆盖|合格|满意|办结|办复|整改|普及|达标|到位|及格|结案|审结|就业|毕业|升学|出勤|签约|优良|通过|化解|解决|入学|巩固|规范管理|参与|参加|参训|到会|出席|知晓|建档|签收|回复|建成|应用|及时|准确|录取|上线|纳统|建档立卡|治愈|好转|诊断符合|采纳|认可|支持|获得感|公开|受理|立案|调解成功|履约|服判息诉|撤诉|改判|采信|认罪认罚适用)率(?:分别)?(?:已?达到了?|达|为|是|提高到|提升到|提升至|高达|保持在?|稳定在)?$/

/** Who takes part of all that there are: 参与学校达到120%. */
export const limitedShare = /(?:参与|参加|到会|出席|参训|覆盖|惠及)[\u4e00-\u9fff]{1,8}达到?$/

/** The figures before the last one of a row: 分别为78.6%和779%. */
export const sharedRates = /(?:[0-9]{1,3}(?:\.[0-9]{1,2})?[%％](?:、|和|及)){1,3}$/

export const countedWhole: ReadonlySet<string> = new Set('人 名 户 件 起 家 位 座 所 场 次 例 宗 批次 期'.split(' '))

/** Before the figure: means, densities and what is counted in thousands have fractions. */
export const averaged = /每|万人|千人|密度|拥有量|率|均|比|指数|系数|折合|标准|当量|倍|生师|师生|之|得分|为1|单位/

/** What grows on one 亩 in a year, in tons: tea and herbs make the least, vegetables the most. */
export const leastPerMu = 0.005
export const mostPerMu = 30
export const perMu = /(?:亩产|亩均产量|平均单产)量?(?:达到|达|为)?$/
export const areaLabel = /(?:面积)(?:达到|达|为|完成)?$/
/** Right behind the area: 总产量, 干茶总产量; not 增产, 产量增加. */
export const harvestLabel = /^[，、][\u4e00-\u9fff]{0,4}产量(?:达到|达|为)?$/
