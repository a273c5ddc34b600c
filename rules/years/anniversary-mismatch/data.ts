/**
 * Events whose anniversaries are told by the difference of years (通例), with the year they are counted from. All base years
 * were read in speeches, reports, laws or the news of the day that name the anniversary; checked up to 2026-11-22. Left out:
 * names that mean several events (入世, 建队, 经济特区建立) and events counted from two years (西部大开发).
 */

export interface AnniversaryEvent {
  readonly id: string
  /** What stands before the number; one with a shorter name inside it is found by the longer. */
  readonly names: readonly string[]
  /** The year with which the anniversary is 0. */
  readonly base: number
  /** In the clause: another country's or party's event of the same name. */
  readonly not?: RegExp
}

export const events = [
  {
    id: 'cpc',
    names: ['建党', '中国共产党成立', '中国共产党建立', '我们党成立'],
    base: 1921,
    not: /(?:致公|农工|民盟|民建|民进|九三|台盟|民革|劳动|人民革命|人民党|统一俄罗斯|越南|老挝|朝鲜|古巴|越共|古共)[^，。；]{0,8}(?:建党|成立)/,
  },
  {
    id: 'prc',
    names: ['新中国成立', '中华人民共和国成立', '建国', '国庆', '新中国', '中华人民共和国'],
    base: 1949,
    not: /两国庆|国庆祝|(?:越南|老挝|朝鲜|古巴|美国|俄罗斯|苏维埃)[^，。；]{0,10}(?:建国|国庆)|越南建党建国/,
  },
  {
    id: 'pla',
    names: ['建军', '中国人民解放军建军', '人民解放军建军', '南昌起义'],
    base: 1927,
    not: /人民军建军|(?:朝鲜|越南|老挝)[^，。；]{0,6}建军/,
  },
  {
    id: 'reform',
    names: ['改革开放'],
    base: 1978,
  },
  {
    id: 'hk',
    names: ['香港回归', '香港回归祖国'],
    base: 1997,
  },
  {
    id: 'macau',
    names: ['澳门回归', '澳门回归祖国'],
    base: 1999,
  },
  {
    id: 'antijp',
    names: [
      '中国人民抗日战争胜利',
      '抗日战争胜利',
      '抗战胜利',
      '抗日战争暨世界反法西斯战争胜利',
      '世界反法西斯战争胜利',
      '反法西斯战争胜利',
    ],
    base: 1945,
  },
  {
    id: 'antijp_start',
    names: ['全民族抗战爆发', '卢沟桥事变', '七七事变'],
    base: 1937,
  },
  {
    id: 'longmarch',
    names: ['长征胜利', '红军长征胜利', '中国工农红军长征胜利', '三大主力会师', '三大主力会宁会师'],
    base: 1936,
  },
  {
    id: 'longmarch_start',
    names: ['长征出发', '红军长征出发'],
    base: 1934,
  },
  {
    id: 'zunyi',
    names: ['遵义会议召开', '遵义会议'],
    base: 1935,
  },
  {
    id: 'gutian',
    names: ['古田会议召开', '古田会议'],
    base: 1929,
  },
  {
    id: 'may4',
    names: ['五四运动', '“五四”运动'],
    base: 1919,
  },
  {
    id: 'xinhai',
    names: ['辛亥革命'],
    base: 1911,
  },
  {
    id: 'cyl',
    names: ['建团', '共青团成立', '中国共产主义青年团成立', '中国共青团成立'],
    base: 1922,
  },
  {
    id: 'ypioneer',
    names: ['少先队建队', '中国少年先锋队建队', '少先队成立'],
    base: 1949,
  },
  {
    id: 'acftu',
    names: ['中华全国总工会成立', '全总成立'],
    base: 1925,
  },
  {
    id: 'acwf',
    names: ['全国妇联成立', '中华全国妇女联合会成立'],
    base: 1949,
  },
  {
    id: 'cppcc',
    names: ['人民政协成立', '中国人民政治协商会议成立'],
    base: 1949,
  },
  {
    id: 'npc',
    names: ['全国人民代表大会成立', '人民代表大会制度建立'],
    base: 1954,
  },
  {
    id: 'localnpc',
    names: ['地方人大设立常委会', '地方人大常委会设立'],
    base: 1979,
  },
  {
    id: 'constitution82',
    names: ['现行宪法公布施行', '八二宪法'],
    base: 1982,
  },
  {
    id: 'korea',
    names: ['抗美援朝出国作战', '志愿军抗美援朝出国作战'],
    base: 1950,
  },
  {
    id: 'korea_end',
    names: ['抗美援朝战争胜利', '抗美援朝胜利'],
    base: 1953,
  },
  {
    id: 'tibet_lib',
    names: ['西藏和平解放', '和平解放'],
    base: 1951,
  },
  {
    id: 'tibet_ar',
    names: ['西藏自治区成立'],
    base: 1965,
  },
  {
    id: 'xinjiang_ar',
    names: ['新疆维吾尔自治区成立'],
    base: 1955,
  },
  {
    id: 'xpcc',
    names: ['新疆生产建设兵团成立', '兵团成立'],
    base: 1954,
  },
  {
    id: 'innermongolia_ar',
    names: ['内蒙古自治区成立'],
    base: 1947,
  },
  {
    id: 'guangxi_ar',
    names: ['广西壮族自治区成立'],
    base: 1958,
  },
  {
    id: 'ningxia_ar',
    names: ['宁夏回族自治区成立'],
    base: 1958,
  },
  {
    id: 'chongqing',
    names: ['重庆直辖'],
    base: 1997,
  },
  {
    id: 'hainan',
    names: ['海南建省', '海南建省办经济特区'],
    base: 1988,
  },
  {
    id: 'sez',
    names: ['深圳经济特区建立', '深圳经济特区成立'],
    base: 1980,
  },
  {
    id: 'pudong',
    names: ['浦东开发开放'],
    base: 1990,
  },
  {
    id: 'binhai',
    names: ['滨海新区开发开放上升为国家战略'],
    base: 2006,
  },
  {
    id: 'wto',
    names: ['加入世贸组织', '加入世界贸易组织'],
    base: 2001,
  },
  {
    id: 'un_seat',
    names: ['恢复联合国合法席位', '恢复在联合国合法席位', '恢复在联合国的合法席位'],
    base: 1971,
  },
  {
    id: 'un',
    names: ['联合国成立'],
    base: 1945,
  },
  {
    id: 'five_principles',
    names: ['和平共处五项原则提出', '和平共处五项原则发表', '和平共处五项原则'],
    base: 1954,
  },
  {
    id: 'tw_letter',
    names: ['《告台湾同胞书》发表'],
    base: 1979,
  },
  {
    id: 'asean',
    names: ['中国－东盟建立对话关系', '中国—东盟建立对话关系', '中国东盟建立对话关系'],
    base: 1991,
  },
  {
    id: 'bri',
    names: ['共建“一带一路”倡议提出', '“一带一路”倡议提出', '“一带一路”倡议'],
    base: 2013,
    not: /加入|签署|参与共建|合作文件|谅解备忘录/,
  },
  {
    id: 'jjj',
    names: ['京津冀协同发展上升为国家战略', '京津冀协同发展战略提出', '京津冀协同发展'],
    base: 2014,
  },
  {
    id: 'yangtze',
    names: ['长江经济带发展战略实施'],
    base: 2016,
  },
  {
    id: 'minning',
    names: ['闽宁协作', '闽宁对口协作'],
    base: 1996,
  },
  {
    id: 'poverty_precise',
    names: ['精准扶贫理念提出', '提出精准扶贫', '精准扶贫重要理念提出'],
    base: 2013,
  },
  {
    id: 'green',
    names: ['“绿水青山就是金山银山”理念提出', '“两山”理念提出', '绿水青山就是金山银山理念提出'],
    base: 2005,
  },
  {
    id: 'bababa',
    names: ['“八八战略”实施', '“八八战略”提出'],
    base: 2003,
  },
  {
    id: 'qianwan',
    names: ['“千万工程”实施', '“千村示范、万村整治”工程实施'],
    base: 2003,
  },
  {
    id: 'fengqiao',
    names: ['批示学习推广“枫桥经验”', '“枫桥经验”批示'],
    base: 1963,
  },
  {
    id: 'leifeng',
    names: ['题词“向雷锋同志学习”', '题词向雷锋同志学习', '学雷锋题词'],
    base: 1963,
  },
  {
    id: 'huangpu',
    names: ['黄埔军校建校', '黄埔军校成立'],
    base: 1924,
  },
  {
    id: 'partyschool',
    names: ['中央党校建校', '中央党校成立'],
    base: 1933,
  },
  {
    id: 'wenchuan',
    names: ['汶川特大地震', '汶川地震'],
    base: 2008,
  },
  {
    id: 'hope',
    names: ['希望工程实施'],
    base: 1989,
  },
  {
    id: 'japan72',
    names: ['中日邦交正常化'],
    base: 1972,
  },
  {
    id: 'us79',
    names: ['中美建交'],
    base: 1979,
  },
  {
    id: 'mao',
    names: ['毛泽东同志诞辰', '毛泽东诞辰'],
    base: 1893,
  },
  {
    id: 'zhou',
    names: ['周恩来同志诞辰', '周恩来诞辰'],
    base: 1898,
  },
  {
    id: 'liu',
    names: ['刘少奇同志诞辰', '刘少奇诞辰'],
    base: 1898,
  },
  {
    id: 'zhu',
    names: ['朱德同志诞辰', '朱德诞辰'],
    base: 1886,
  },
  {
    id: 'deng',
    names: ['邓小平同志诞辰', '邓小平诞辰'],
    base: 1904,
  },
  {
    id: 'chenyun',
    names: ['陈云同志诞辰', '陈云诞辰'],
    base: 1905,
  },
  {
    id: 'sun',
    names: ['孙中山先生诞辰', '孙中山诞辰'],
    base: 1866,
  },
  {
    id: 'jiang',
    names: ['江泽民同志诞辰', '江泽民诞辰'],
    base: 1926,
  },
  {
    id: 'huyaobang',
    names: ['胡耀邦同志诞辰', '胡耀邦诞辰'],
    base: 1915,
  },
  {
    id: 'sept18',
    names: ['九一八事变爆发', '九一八事变'],
    base: 1931,
  },
  {
    id: 'soviet',
    names: ['中华苏维埃共和国成立'],
    base: 1931,
  },
  {
    id: 'tibet_reform',
    names: ['西藏民主改革', '百万农奴解放', '西藏百万农奴解放'],
    base: 1959,
  },
  {
    id: 'sco',
    names: ['上海合作组织成立', '上合组织成立'],
    base: 2001,
  },
  {
    id: 'northeast',
    names: ['东北振兴战略实施'],
    base: 2003,
  },
  {
    id: 'xiongan',
    names: ['雄安新区设立', '设立雄安新区'],
    base: 2017,
  },
  {
    id: 'yrd',
    names: ['长三角一体化发展上升为国家战略', '长三角一体化上升为国家战略'],
    base: 2018,
  },
  {
    id: 'gba',
    names: ['《粤港澳大湾区发展规划纲要》发布', '《粤港澳大湾区发展规划纲要》公布', '粤港澳大湾区发展规划纲要发布'],
    base: 2019,
  },
  // Counted in the evening news of 2012 to 2026, where each anniversary named agrees.
  { id: '延安双拥运动', names: ['延安双拥运动'], base: 1943 },
  { id: '中共中央发布“五一口号”', names: ['中共中央发布“五一口号”', '“五一口号”发布'], base: 1948 },
  { id: '人民空军成立', names: ['人民空军成立', '空军成立'], base: 1949 },
  { id: '人民海军成立', names: ['人民海军成立', '中国人民解放军海军成立'], base: 1949 },
  { id: '澳门基本法颁布', names: ['澳门基本法颁布'], base: 1993 },
  { id: '香港基本法颁布', names: ['香港基本法颁布'], base: 1990 },
  { id: '中华全国供销合作总社成立', names: ['中华全国供销合作总社成立'], base: 1954 },
  { id: '九三学社创建', names: ['九三学社创建'], base: 1945 },
  { id: '全国工商联成立', names: ['全国工商联成立'], base: 1953 },
  { id: '中国记协成立', names: ['中国记协成立'], base: 1937 },
  { id: '新华社建社', names: ['新华社建社'], base: 1931 },
  { id: '中国红十字会成立', names: ['中国红十字会成立'], base: 1904 },
  { id: '审计机关成立', names: ['审计机关成立'], base: 1983 },
  { id: '民族区域自治法颁布实施', names: ['民族区域自治法颁布实施'], base: 1984 },
  { id: '在延安文艺座谈会上的讲话发表', names: ['延安文艺座谈会上的讲话》发表'], base: 1942 },
  { id: '焦裕禄逝世', names: ['焦裕禄逝世'], base: 1964 },
  { id: '大庆油田发现', names: ['大庆油田发现'], base: 1959 },
  { id: '百色起义', names: ['百色起义'], base: 1929 },
  { id: '渡江战役胜利', names: ['渡江战役胜利暨南京解放'], base: 1949 },
  { id: '清华大学建校', names: ['清华大学建校'], base: 1911 },
  { id: '国防科技大学建校', names: ['国防科技大学建校'], base: 1953 },
  { id: '中国援外医疗队派遣', names: ['中国援外医疗队派遣'], base: 1963 },
  { id: '对口支援西藏', names: ['对口支援西藏'], base: 1994 },
  { id: '全民义务植树运动开展', names: ['全民义务植树运动开展', '全民义务植树开展'], base: 1981 },
  { id: '中国青年志愿者行动实施', names: ['中国青年志愿者行动实施'], base: 1993 },
  { id: '南水北调东中线一期工程全面通水', names: ['南水北调东中线一期工程全面通水', '南水北调全面通水'], base: 2014 },
  { id: '港珠澳大桥开通', names: ['港珠澳大桥开通'], base: 2018 },
  { id: '黄河保护法实施', names: ['黄河保护法实施', '《黄河保护法》施行'], base: 2023 },
  { id: '台湾光复', names: ['台湾光复'], base: 1945 },
  { id: '习仲勋诞辰', names: ['习仲勋同志诞辰'], base: 1913 },
  { id: '孙中山逝世', names: ['孙中山逝世', '孙中山先生逝世'], base: 1925 },
  { id: '马克思诞辰', names: ['马克思诞辰'], base: 1818 },
  { id: '中非合作论坛成立', names: ['中非合作论坛成立'], base: 2000 },
  { id: '中老铁路通车运营', names: ['中老铁路通车运营'], base: 2021 },
  { id: '北京世界妇女大会', names: ['北京世界妇女大会'], base: 1995 },
  { id: '中法建交', names: ['中法建交'], base: 1964 },
  { id: '中俄建交', names: ['中俄建交'], base: 1949 },
] as const satisfies readonly AnniversaryEvent[]

/** Names so short that they are part of others': they count only behind a mark or one of `introducers`. */
export const shortNames: ReadonlySet<string> = new Set([
  '建党',
  '建国',
  '国庆',
  '建军',
  '建团',
  '和平解放',
  '兵团成立',
  '新中国',
  '中华人民共和国',
])

/** Characters behind which a short name begins for sure: 庆祝建党, 迎接建军, 是建国. */
export const introducers = '是祝念接迎到在逢为以献贺向及暨与年的了值藏产合'
