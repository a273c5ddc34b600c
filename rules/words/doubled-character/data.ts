/** Characters that are typed twice, and the words in which two of them stand side by side rightly. */

/** Measure words that are counted in reports, one character each. */
export const measures =
  '个件项次户人名位家处条所批起宗例场期套台辆间座张份份篇章届届级类种吨亩元斤里米天年月日万亿千百度支部门本册栋幢层村组队班线站点块片株头只艘架列轮笔单口对双组'

/** Measure words of two characters and more. */
export const longMeasures = [
  '人次',
  '个百分点',
  '百分点',
  '平方米',
  '平方公里',
  '立方米',
  '公里',
  '公顷',
  '公斤',
  '千瓦',
  '千瓦时',
  '个月',
  '年度',
  '工日',
  '架次',
  '班次',
  '场次',
  '户次',
  '件次',
]

/**
 * What begins a word with the measure in front of it: 3家家庭农场, 5名名师, 120人人均. Many of these are in the dictionary; here
 * stand those that are not.
 */
export const joined: Readonly<Record<string, string>> = {
  个: '体人案股性别税私旧',
  人: '均大民才力员口工',
  户: '均籍外型',
  家: '庭政电长校居装具畜禽门户属',
  名: '师医家校企优特录中单列额城镇村品',
  项: '目',
  件: '均',
  位: '于居次置列',
  条: '例款规线',
  台: '账湾风式',
  种: '植子业粮苗养畜质源',
  轮: '训岗候换值作',
  支: '部持付出农撑边援教队',
  部: '门署分队长委级省属',
  组: '长织建团成合',
  级: '别以',
  处: '级长置于理室方罚分',
  期: '间末满刊限货',
  场: '所均馆地镇站景',
  批: '次发复准示评',
  点: '多位对亮',
  年: '均底度末初内产报增轻',
  月: '均底度末初',
  日: '均常前',
  天: '然气津',
  里: '程',
  元: '旦',
  本: '科级地土市县区省村年',
  班: '级子主组',
  村: '民级集干务居',
  队: '员伍长',
  站: '点长位',
  线: '上路下',
  度: '假',
  门: '类诊市槛',
  单: '位',
  口: '岸',
  对: '口接外象',
  双: '拥向创减',
  头: '部雁',
  层: '级面',
  间: '接',
  份: '额',
  章: '程',
  例: '会行如',
  起: '草',
  类: '别型',
  次: '均生数年日',
  所: '有在属',
  套: '餐',
  块: '状',
  片: '区',
  笔: '记试',
  列: '车入为',
  架: '构',
  米: '粉',
  斤: '',
  万: '亩元人户吨',
}

/** Function words that are never meant twice. */
export const functionWords = '和为在与对将把被从由于及并向的了而或我是'

/** Those that may stand twice at the beginning of a clause, too: ，为为家乡. */
export const clauseBeginners = '为在我是'

/** A word that begins with such a character and is in no dictionary: 在在建工程中. */
export const beginnings: Readonly<Record<string, string>> = {
  是: '否非',
  和: '平谐美睦解顺林硕田县龙静气善合',
  为: '民人先首先主何此期农官政商企侨老国党学师您你我他',
  在: '建册岗校编职线外家地场场京华位手研售营押案室野此用逃读任行途',
  与: '会时世民众日其此邻共',
  对: '口外接象标手策待话方照比立应内冲公账等面抗称上',
  将: '军领士来近要会门',
  把: '关握手控脉舵',
  被: '告征害执扶监审动帮巡助占拆困盗调服检',
  从: '严业事重快紧速优实细早众教头零小前此属容政警医农军简轻宽',
  由: '此来衷',
  于: '都家洪田田是此心法',
  及: '时格早其第',
  并: '存购网轨联入行列举用发且重排进',
  向: '上好善前下导往心来荣外学阳日东西南北海荣',
  的: '确士卢',
  了: '解不结然却断',
  而: '且是言后已今',
  或: '者许是多',
}

/** Behind 十九大大, what makes 大 the beginning of another word: 二十大大力推进 lacks a mark and nothing else. */
export const greatBeginnings = '力幅会厅量提增型胆步局讲'
