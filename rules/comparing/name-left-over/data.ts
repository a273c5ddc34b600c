/** Words by which a name of another place is known, and those that stand everywhere. */

/** A place of others may be named where one goes there, learns from them or borders on them. */
export const visiting =
  /考察|深入|调研|走访|学习|借鉴|参观|交流|对口|帮扶|协作|合作|毗邻|相邻|交界|接壤|来自|赴|前往|友好|结对|联合|兄弟|周边|以.{0,4}为例|与/

/** Of what lies within a county: one goes there. */
export const goingThere = /考察|调研|走访|学习|借鉴|参观|交流|对口|帮扶|结对|赴|前往|来自|毗邻|接壤|交界/

/** A place by its own name: 马站镇, 清水街道; 县乡 and 乡村 are none, nor are the ones that every text has. */
export const placeName = /^\p{Script=Han}{2,3}(?:县|区|市|镇|乡|街道|水库)$/u

/** Small places and what lies in them, by two characters of their own. */
export const smallPlace =
  /(\p{Script=Han}{2})(河(?![南北西东道长流湖])|湖(?![南北泊长区])|水库|社区|派出所|村(?![级民企史规容务组落貌医情改（(]|集体|干部|两委|“两委”)|大桥|卫生院|司法所)/gu

/** A road by its name, as the first of a list or behind a word that leads to it. */
export const road =
  /(?<=[、，。；：“在沿到与和及]|^)(?![在沿到与和及])(\p{Script=Han}{2,3})(?:路|大道|大街)(?![径线由子况灯网标段基面长政桥])/gu

/** Roads that many towns have, and words that end so. */
export const anyRoad =
  /^(?:人民|解放|建设|中山|和平|胜利|团结|友谊|文化|文明|朝阳|光明|幸福|新华|迎宾|滨[江河湖海]|环[城湖山]|沿[江河湖海]|城[东西南北]|[东西南北][环大外内]|工业|创业|振兴|发展|开放|复兴|长征|青年|学院|学府|体育|火车站|[一二三四五六]纬|[一二三四五六]经|.{0,2}[公铁道马网水通思出之行一走问新老陆高养丝民致]|.{0,1}(?:带一|生产|绿色|农村|乡村))(?:路|大道|大街)$/

export const common =
  /^(?:.?[的了型性化个使被已]|储备|培育|压[实紧]|夯实|建强|选[派优]|配[强齐]|指导|督促|引导|带动|推行|推广|联系|包联|撤并|合并|优化|整顿|提升|修订|完善|制定|发展|壮大|培训|组织|动员|鼓励|发挥|.?[沿全各本该我两]|[共现拥]有|部包|支持|提高|代表|加快|推进|推动|建设|实施|完成|开展|加强|健全|赋能|服务|保障|治理|整治|改造|统筹|促进|打造|创建|深化|落实|坚持|各|全|本|该|我|两|多|新|老|社|城|园|景|山|辖|地|小|片|校|库|灾|灌|牧|林|矿|保护|开发|示范|高新|经开|工业|产业|核心|集聚|重点|试点|先行|所有|每个|部分|周边|相关|沿线|中心|重要|农村|乡|县|城|集|区|镇|村|中型|大型|小型|病险|文明|和谐|智慧|行政|自然|美丽|贫困|脱贫|特色|驻|入|到|进|过|治|巡|护|清|河|江|湖|内|外|黄河|长江|长城|母亲|大运|五湖|四海|公安|当地|属地|所在|以|在|的|和|与|是|为|对|将|把|向)/

/** What is nobody’s own though it is long enough. */
export const commonEnd =
  /(?:城乡|农村|乡村|各村|全村|山村|古村|中村|新村|本村|邻村|强村|富村|驻村|入村|到村|联村|帮村|驻社区|各社区|全社区|新社区|进社区|入社区|村社区|示范村|文明村|整治村|试点村|庄村社区)$/

/** Offices above a county: who holds them is named by many texts. */
export const high = /总书记|总理|国家|中央|省委|省长|省政府|州长|市委|市长|部长/

/** And those of the county itself, which two offices of it have in common. */
export const ofCounty = /[县区市旗]委|[县区市旗]长|县|区|市/

/** Who is to be called, by name. */
export const contact = /(?:联系人|联络人|填报人|联系电话人|经办人)[：:]?\s{0,2}(\p{Script=Han}{2,3})(?=[，。；、（(\s电]|$)/gu

/** 第一小学 is called 一小 among its own; so many stand right behind it. */
export const behindShort = /^(?:全体|师生|教师|教职工|学生|校园|党|将|在|的|要|，|。|、)/
