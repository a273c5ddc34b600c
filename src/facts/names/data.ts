/** Words by which names are known: what they end with, what stands before them, how people are called. */

/** What a name with this ending is the name of. */
export type NamedThing = 'organisation' | 'place' | 'work' | 'project'

const list = (words: string): readonly string[] => words.split(' ')

/** Endings of names, the head of a name for all that have it. The longest at a place is taken. */
export const endings: readonly { readonly of: NamedThing; readonly words: readonly string[] }[] = [
  {
    of: 'organisation',
    words: list(
      '有限责任公司 股份有限公司 有限公司 分公司 子公司 公司 集团 小学 中学 学校 分校 校区 院区 分院 分局 分社 分厂 学院 大学 幼儿园 中专 职校 党校 干校 医院 卫生院 卫生室 卫生所 诊所 银行 支行 分行 信用社 合作社 供销社 协会 商会 学会 研究院 研究所 设计院 勘察院 实验室 工作站 博物馆 图书馆 文化馆 美术馆 纪念馆 展览馆 科技馆 档案馆 体育馆 敬老院 养老院 福利院 剧院 剧团 报社 电视台 派出所 法庭 林场 农场 茶场 牧场 渔场 养殖场 种植园 粮库 书店 书院 教育集团 救援队 医共体 综合服务中心 服务中心 管理中心 指挥中心 文化中心 活动中心 体育中心 会展中心 服务区 检察院 法院 指挥部 领导小组 工作专班 委员会 办公室 党支部 党总支 中心 联社 编辑部 出版社 馆 厂 站 矿 店 社',
    ),
  },
  {
    of: 'place',
    words: list(
      '街道 社区 小区 新区 开发区 高新区 示范区 度假区 园区 产业园 工业园 物流园 科技园 创业园 公园 广场 景区 风景区 山庄 度假村 古镇 古城 古村 新村 新城 小镇 基地 湿地 灌区 自然保护区 保护区 片区 文化节 艺术节 旅游节 采摘节 论坛 博览会 遗址 故居 旧址 步行街 商圈 示范带 经济带 产业带 走廊 长廊 家园 花园 湿地 苑 楼 山 岭 湾 沟 寺 塔 巷 泉 岛 镇 乡 村 县 市 区 州 旗',
    ),
  },
  {
    of: 'work',
    words: list(
      '污水处理厂 垃圾处理厂 水厂 电厂 电站 水电站 变电站 泵站 加油站 水库 大桥 特大桥 大坝 隧道 高速公路 高速 快速路 大道 国道 省道 公路 铁路 机场 车站 客运站 码头 港口 大厦 体育场 安置房 水闸 堤防 渠道 枢纽 专线 一期 二期 三期 路 街 桥 河 湖',
    ),
  },
  { of: 'project', words: list('工程 项目 计划 行动 方案 平台 品牌 系统 模式 机制 工作法') },
]

/** Single characters that end no name before it begins: what stands to the left of a name. */
export const stops: ReadonlySet<string> = new Set(
  '在对将把被与及以向从由于的了着是等各该其我你他她它们这那每请让因但而并也都又还已到至个座和为给令有须此',
)

/** Two characters after which a name may begin: verbs and words of place and time. */
export const leads: ReadonlySet<string> = new Set(
  list(
    '建设 建成 新建 改建 扩建 推进 推动 加快 完成 启动 实施 支持 组织 开展 参加 参观 前往 走进 来到 深入 位于 成立 设立 依托 联合 协调 指导 督促 帮助 引进 引导 鼓励 通过 利用 围绕 打造 培育 提升 加强 强化 深化 落实 创建 争创 评为 获评 入选 成为 作为 包括 涉及 覆盖 服务 确保 力争 继续 持续 全力 积极 扎实 有序 稳步 重点 主要 其中 以及 分别 对接 对口 帮扶 结对 慰问 走访 调研 视察 检查 督导 召开 举办 承办 主持 协助 委托 授权 聘请 邀请 报送 报请 提请 送达 转发 印发 同意 批准 设在 建在 落户 入驻 投资 投入 竣工 开工 通车 运营 改造 整治 修复 修建 修缮 维修 升级 搬迁 迁建 规划 谋划 策划 争取 推广 学习 借鉴 关于 根据 按照 依据 经过 随着 针对 面向 立足 结合 统筹 牵头 负责 配合 会同 全县 全市 全区 全省 全镇 全乡 全村 全国 我县 我市 我区 我省 我镇 我校 我院 我局 创成 建好 用好 管好 抓好 办好 做好 推介 发展 组建 实现 启用 投用 开放 开通 贯通 收购 并购 控股 出资 注册 挂牌 授予 表彰 选派 派驻 驻点 联系 挂点 包保 申报 申请 获批 列入 纳入 形成 构建 完善 健全 优化 规范 推行 推出 发挥 坚持 巩固 拓展 整合 盘活 出让 征收 拆迁 安置 移交 接管 管理 经营 运行 维护 保护 开发 提质 扩容 增效 高标准 高质量 大力 全面 着力 努力 进一步 尤其 特别 包含 原址 现有 已有 新增 累计 先后 依次 同时 目前 今年 去年 明年 当前 近年',
  ).filter((word) => word.length === 2),
)

/** Characters that tell one thing from its neighbour of the same name, by kind: 第一中学、第二中学, 城东、城西, 大桥村、小桥村. */
const distinguishingKinds: readonly string[] = [
  '一二三四五六七八九十百千万亿两双单零〇○0123456789０１２３４５６７８９甲乙丙丁戊ABCDEFGHabcdefgh首次多少',
  '东西南北中上下左右前后内外阴阳',
  '大小新老旧古高低初长短早晚',
  '正副总分主辅',
  '男女',
  '省市县区镇乡村州国',
  '部厅局处科',
  '春夏秋冬',
  '金银铜铁红黄蓝绿青白黑',
  '公私民军',
  '进出',
  '城农工商学林渔牧',
]

/** The kind of a character that tells things apart; undefined for all others. */
export const distinguishing: ReadonlyMap<string, number> = new Map(
  distinguishingKinds.flatMap((characters, kind) => [...characters].map((character) => [character, kind] as const)),
)

const surnameCharacters =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封芮储靳汲糜松井段富巫乌焦巴弓牧隗谷车侯班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩聂晁敖冷訾辛阚那简饶曾沙养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况有琴商牟佘佴伯赏南宫墨哈谯笪年爱阳佟肖闫付代覃岩仝区商苟原次'
export const surnames: ReadonlySet<string> = new Set(surnameCharacters)
/** Surnames that are words far more often: a name that begins with one is believed only with a blank or 同志 beside it. */
export const doubtfulSurnames: ReadonlySet<string> = new Set(
  '水云华金和平明计成谈项强路高万支经干解应宗单包石封储松井富能党通边农温别充连习容向古易慎终居步都满国文广东利越隆师那养须丰关相查后红游权盖益公督有商年爱阳代区原次常乐于时安元江林方花任毕伍',
)
export const doubleSurnames: readonly string[] = list('欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 端木 司徒 南宫')

/** Offices, the longer first. Those of which a body has one only are marked. */
export const offices: readonly { readonly words: string; readonly single: boolean }[] = [
  ...list(
    '党委书记 党组书记 党支部书记 党总支书记 县委书记 市委书记 区委书记 镇党委书记 乡党委书记 县长 市长 区长 镇长 乡长 省长 州长 局长 院长 校长 行长 馆长 园长 厂长 董事长 总经理 检察长 会长 理事长 秘书长 厅长 主任 主席 书记 站长 所长 队长 组长',
  ).map((words) => ({ words, single: true })),
  ...list(
    '副书记 副县长 副市长 副区长 副镇长 副乡长 副省长 副局长 副院长 副校长 副行长 副主任 副主席 副会长 副厅长 副总经理 副董事长 副秘书长 副部长 副组长 处长 科长 部长 经理 委员 常委 政委 教授 支书 股长 调研员',
  ).map((words) => ({
    words,
    single: false,
  })),
]
