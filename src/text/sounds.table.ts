/** The table of how characters sound: the 3,400 characters of daily use; one with several readings stands under each of them. */

/** A syllable and its characters, parted by blanks. */
const syllables: readonly string[] = [
  'a啊阿 ai哀埃挨爱癌矮碍艾 an安岸按暗案氨胺鞍 ang昂盎 ao傲奥敖澳熬翱鳌 ba八叭吧坝巴扒把拔爸粑罢芭跋霸靶 bai拜摆柏白百败 ban伴办半扮扳拌搬斑板版班绊般阪颁 bang傍帮棒榜磅绑膀蚌谤邦镑',
  'bao保剥包堡宝报抱暴曝爆胞葆薄褒豹雹饱鲍 bei倍北卑备悖悲杯碑背被贝辈 ben奔本苯 beng崩泵绷迸 bi匕壁币庇弊彼必比毕毙璧痹碧笔臂蔽辟逼避闭陛鼻 bian便匾变扁编贬辨辩边遍鞭 biao彪标表飙 bie别',
  'bin宾彬斌殡滨濒缤 bing丙兵冰屏并摒炳病禀秉饼 bo亳伯剥勃博卜拨搏播擘柏泊波渤玻礴箔脖舶薄驳 bu不卜哺埔埠布怖捕步簿补部 ca擦 cai彩才材猜菜蔡裁财踩采 can参惨残灿璨蚕餐 cang仓沧舱苍藏',
  'cao操曹槽草 ce侧册厕测策 cen岑 ceng层曾 cha叉察岔差插查茬茶 chai差拆柴 chan产掺禅缠蝉铲阐颤 chang倡偿厂唱场娼嫦尝常徜敞昌猖畅肠长 chao吵巢抄朝潮炒超钞 che彻扯撤澈车',
  'chen尘忱晨沉称臣衬谌趁辰郴陈 cheng乘呈城惩成承撑橙澄盛秤称程诚逞骋 chi侈匙吃尺持斥池痴篪翅耻赤迟驰齿 chong充冲宠崇憧虫重 chou丑仇愁抽畴筹绸臭酬 chu储出初厨处楚橱畜矗础触除雏 chuai揣',
  'chuan串传川穿船 chuang创床疮窗闯 chui吹垂炊锤陲 chun唇春淳纯醇 chuo踔辍 ci刺慈次此瓷疵磁祠茨词赐辞雌 cong丛从匆聪葱 cou凑 cu促卒簇粗 cuan攒窜篡 cui催崔摧淬璀粹翠脆萃',
  'cun存寸村 cuo挫措撮磋错 da大打搭沓答达 dai代傣呆岱带待怠戴歹袋贷逮 dan丹但儋单弹担旦氮淡石耽胆蛋诞郸 dang党宕当挡档砀荡 dao倒刀到导岛悼捣盗稻蹈道 de地得德的 dei得 deng凳灯登瞪等邓',
  'di低地堤帝底弟抵敌涤滴砥笛第缔翟蒂诋迪递邸 dian典垫奠巅店惦殿淀滇点电甸碘颠 diao刁吊掉调钓雕 die叠蝶谍跌迭 ding丁叮定盯订钉顶鼎 diu丢 dong东侗冬冻动峒懂栋洞董 dou兜抖斗痘窦豆逗都陡',
  'du堵度杜毒渎渡牍独督睹笃肚读赌都镀 duan断段短端锻 dui兑堆对队 dun吨墩敦盾蹲顿 duo多夺度朵舵躲 e俄厄娥峨恶扼遏鄂额饿鹅 en恩 er二儿尔洱而耳饵 fa乏伐发法筏罚阀',
  'fan凡反帆梵樊泛烦犯番繁翻范藩贩返饭 fang仿坊妨房放方纺芳访防 fei匪啡妃废斐榧沸肥肺菲诽费非飞 fen份分坟奋愤氛汾焚粉粪纷芬 feng丰冯凤奉封峰枫烽疯缝蜂逢锋风 fo佛 fou否',
  'fu付伏佛俘俯傅副咐复夫妇孚孵富幅府弗扶抚敷斧服氟浮涪父甫福符缚肤腐腹芙覆负赋赴辅辐釜阜附 ga伽咖嘎尕轧 gai改概溉盖该钙 gan干感敢杆柑橄甘矸秆竿肝赣赶 gang冈刚岗杠港纲钢 gao告搞稿糕膏高',
  'ge个割各哥戈搁格歌舸葛阁隔革鸽 gei给 gen根跟 geng庚更梗耕耿赓 gong供公共功宫工巩弓恭拱攻汞贡躬龚 gou勾够构沟狗苟购钩 gu估古固姑孤故沽痼股菇谷贾辜雇顾骨鼓 gua刮寡挂瓜 guai怪拐',
  'guan关冠官惯棺灌管罐观贯馆 guang光广逛 gui圭归柜桂瑰硅规贵轨鬼龟 gun棍滚 guo国帼果裹过郭锅 ha哈 hai亥咳孩害海还骇骸 han函含喊寒憨憾捍撼旱汉汗涵瀚焊罕翰邯韩 hang夯杭航行',
  'hao号好昊毫浩濠皓耗蒿豪郝 he何劾合吓呵和喝壑核河盒禾荷菏贺赫阂阖鹤 hei黑 hen很恨狠痕 heng亨恒横衡 hong哄宏弘洪烘红虹轰鸿 hou侯候厚后喉猴 hu乎互呼壶忽户护核沪湖狐瑚糊胡葫虎蝴',
  'hua划化华哗桦滑画花话铧骅 huai坏怀槐淮 huan唤幻患换桓欢涣焕环痪缓还鹮 huang凰幌慌晃湟潢煌皇荒谎黄 hui会卉回彗徽恢悔惠慧挥晖毁汇洄灰珲秽绘荟贿辉 hun婚昏浑混珲魂 huo伙惑或活火祸获豁货霍',
  'ji亟冀几击剂即及吉圾基奇季寂寄己忌急技挤既暨机极棘楫汲济激畸疾瘠矶祭积稽籍系级纪继绩缉羁肌脊藉计记跻辑迹际集饥鸡 jia价伽佳假加嘉夹嫁家架珈甲稼贾钾颊驾',
  'jian件俭健兼减剑剪坚奸尖建拣捡柬检槛歼渐煎监碱简箭肩舰艰茧荐菅见践鉴键间 jiang僵匠奖姜将桨江浆疆蒋讲降 jiao交侥剿叫娇搅教校椒浇焦矫礁窖绞缴胶脚蕉蛟觉角跤轿较郊酵饺骄',
  'jie介借劫姐届戒截捷接揭杰桔洁界皆秸竭结羯节藉街解诫阶 jin仅今劲尽巾斤晋槿津浸瑾禁筋紧襟谨近进金锦 jing井京兢净劲境径惊憬敬景晶泾睛竞竟精经荆警镜阱靓靖静颈鲸 jiu久九咎就揪救旧究纠酒',
  'ju举俱具剧句局居巨惧拒拘据桔橘炬狙矩聚菊距踞车鞠飓 juan卷圈娟捐涓眷镌隽鹃 jue决崛抉掘爵绝觉角诀 jun俊军君均峻浚竣菌郡钧骏 ka卡咖喀 kai凯开慨楷 kan刊勘坎堪槛看瞰砍 kang康慷扛抗 kao烤考靠',
  'ke克刻可咳壳客恪柯棵渴科稞苛课颗 ken啃垦恳肯 keng坑铿 kong孔恐控空 kou口扣 ku哭库枯窟苦酷 kua垮夸跨 kuai块快筷 kuan宽款 kuang况匡旷框狂矿 kui亏匮奎愧溃盔葵馈魁',
  'kun困坤捆昆琨 kuo廓扩括阔 la啦喇垃拉腊蜡辣 lai来睐莱赖 lan兰岚懒拦揽斓栏榄滥澜烂篮缆蓝览 lang廊朗浪狼琅郎 lao劳姥崂捞涝牢老 le乐了勒 lei勒垒擂泪磊类累蕾雷 leng冷棱',
  'li丽例利力励历厉厘李栗梨沥漓犁理璃痢砺礼离立篱粒罹荔莉里锂隶鲤黎 lia俩 lian帘廉恋敛炼练联脸莲连链镰 liang两亮俩凉晾梁粮粱良谅辆量靓 liao僚嘹廖撂料疗聊辽 lie列劣烈猎裂 lin临林淋琳磷赁遴邻霖麟',
  'ling〇令伶凌另岭灵玲瓴羚聆菱铃陵零领龄 liu六刘柳榴流浏溜留瘤硫 long垄拢笼聋陇隆龙 lou娄楼漏陋露 lu勠卢庐录撸泸炉璐碌禄芦虏赂路陆露鲁鹭鹿麓 luan乱卵孪 lun仑伦沦论轮',
  'luo洛漯珞络罗萝落螺裸逻锣骆 lv侣吕屡履律旅氯滤率绿缕虑铝 lve掠略 ma吗嘛妈抹玛码马骂麻 mai买卖埋脉迈霾麦 man慢曼满漫瞒蔓蛮 mang忙盲芒茫 mao冒帽毛牦猫矛茂茅袤貌贸铆锚 me么',
  'mei妹媒媚枚梅每没湄煤玫眉美莓袂镁霉魅 men们门闷 meng孟梦猛盟萌蒙锰 mi密弥猕秘米蜜觅谜迷靡 mian免冕勉娩棉眠绵缅面 miao妙庙描瞄秒苗 mie灭蔑 min岷敏民闵闽 ming冥名命明铭鸣 miu缪谬',
  'mo墨抹摩摸末模没沫漠磨膜茉莫陌魔默 mou某牟缪谋 mu亩募墓姆幕慕木模母沐牡牧目睦穆 na呐哪娜拿捺纳那钠 nai乃奈奶耐 nan南楠男难 nang囊 nao恼挠淖瑙脑闹 ne呢 nei内 nen嫩 neng能',
  'ni你倪匿妮尼拟泥溺逆霓 nian年廿念 niang娘酿 niao尿鸟 nie捏涅聂镍 nin您 ning凝宁拧 niu扭牛纽钮 nong农弄浓 nu努奴怒 nuan暖 nuo挪糯诺 nv女 nve疟虐',
  'ou偶欧殴瓯耦讴鸥 pa帕怕扒爬 pai拍排派湃牌 pan判叛攀潘畔盘盼磐 pang乓庞旁磅 pao抛泡炮跑 pei佩培沛胚裴赔配陪 pen喷盆 peng彭抨捧朋棚澎烹碰篷膨蓬鹏 pi僻劈匹啤坯批披毗疲皮辟',
  'pian偏片篇翩骗 piao嫖朴漂票飘 pin品拼聘贫频 ping乒凭坪屏平瓶苹萍评 po坡婆泊泼珀破迫鄱颇魄 pou剖 pu仆圃埔扑普曝朴浦濮瀑莆葡蒲谱铺',
  'qi七乞亟企其启器奇契妻岂岐崎弃憩戚旗期杞栖棋欺歧气汽泣淇漆琦琪砌祁祈脐起迄骑齐 qia卡恰洽 qian乾倩前千嵌欠歉浅潜牵签纤谦谴迁遣钱钳铅黔 qiang墙强抢枪羌腔锵 qiao乔侨俏壳峭巧悄撬敲桥橇',
  'qie且伽切窃茄锲 qin亲侵勤沁琴禽秦覃钦 qing倾卿庆情擎晴氢清请轻青顷 qiong琼穷穹 qiu丘仇囚求球秋邱酋 qu区去取娶屈曲渠衢趋趣躯驱 quan全券劝圈拳权泉犬诠 que却确缺雀鹊 qun群',
  'ran冉染然燃 rang壤让 rao扰绕饶 re热 ren人仁任刃妊忍认韧饪 reng仍扔 ri日 rong冗容嵘戎榕溶熔绒荣蓉融镕 rou柔肉 ru乳儒入如汝茹辱 ruan软阮 rui瑞睿芮蕊锐 run润 ruo弱若',
  'sa撒洒萨 sai塞赛 san三伞散 sang丧桑 sao扫骚 se瑟色 sen森 seng僧 sha刹厦啥杀沙砂纱莎 shai晒筛 shan删善山扇擅杉汕煽珊疝禅缮膳衫赡闪陕 shang上伤商墒尚赏',
  'shao哨少梢烧稍绍邵韶 she奢射慑折摄歙涉畲社舌舍蛇设赦 shei谁 shen什伸参娠审慎沈深渗甚申神肾谌身 sheng剩升圣声晟牲生盛省绳胜',
  'shi世事仕似使势匙十史噬士失始实室尸市师式拾施时是柿氏湿狮矢石示蚀视誓识试诗适逝释食饰驶 shou兽受售守寿手授收熟狩瘦首 shu书叔墅属戍抒数暑曙术束枢树梳殊沭淑熟疏竖纾署舒蔬薯蜀赎输述鼠 shua刷耍',
  'shuai帅摔率甩衰 shuan拴栓 shuang双爽霜 shui水睡税谁 shun瞬顺 shuo朔硕说 si丝似司四寺思撕斯死泗祀私肆饲 song凇宋嵩松淞讼诵送颂 sou嗽搜艘 su俗塑夙宿溯粟素肃苏诉速',
  'suan算酸 sui尿岁碎穗绥虽遂邃隋随隧髓 sun孙损笋 suo唆所梭琐索缩锁 ta他塌塔她它拓榻沓踏 tai台太态抬汰泰胎跆钛 tan叹坍坛坦弹探摊毯滩潭炭痰瘫碳覃谈谭贪 tang唐堂塘棠汤淌烫糖趟躺',
  'tao套掏桃洮涛淘滔萄讨逃陶韬 te特 teng滕疼腾藤 ti体剔惕提替梯踢蹄题 tian填天添甜田 tiao挑条眺调跳 tie帖贴铁 ting亭停厅听婷庭廷挺汀烃艇 tong同彤桐桶潼痛童筒统通铜 tou偷头投透',
  'tu兔凸吐图土屠徒涂突荼途 tuan团 tui推腿蜕褪退 tun吞囤屯豚 tuo妥托拓拖沱脱陀驼 wa佤哇娃挖洼瓦蛙袜 wai外歪 wan万丸完宛弯挽晚湾烷玩皖碗腕莞顽 wang亡妄往忘旺望枉汪王网罔',
  'wei为伟伪位卫危味唯喂围圩委威尉尾巍帷微惟慰未渭潍猥玮畏纬维胃苇萎蔚薇诿谓违韦魏 wen文汶温稳纹蚊问闻雯 weng翁 wo卧我挝握斡沃涡窝蜗 wu乌五伍侮务勿午吴吾坞婺屋巫恶悟无晤梧武污物舞芜诬误雾骛',
  'xi习吸喜夕媳嬉希席徙息悉惜戏昔晰析歙汐洗溪烯熄熙牺犀硒稀系细羲膝袭西锡隙 xia下侠匣厦吓夏峡暇狭瑕虾辖霞 xian仙先县咸嫌宪弦掀显献现纤线腺舷衔贤闲限险陷鲜 xiang乡享像厢向响巷想橡湘相祥箱翔襄详象镶降项香',
  'xiao削啸孝宵小效晓校消淆硝笑肖萧销 xie些亵写协卸屑懈挟携斜械歇泄胁蟹血谐谢邪鞋 xin信心忻新昕欣芯薪衅辛鑫锌馨 xing兴刑型姓幸形性星杏行邢醒 xiong兄凶匈汹熊胸雄 xiu休修宿朽秀绣袖锈',
  'xu叙吁圩墟序徐恤旭畜绪续蓄虚许需须 xuan喧宣悬旋渲炫玄绚轩选 xue削学穴薛血雪 xun勋寻巡徇循旬殉汛熏训讯询迅逊驯鲟 ya亚压哑娅崖押涯牙芽轧雅鸦鸭',
  'yan严偃厌咽唁堰宴岩延彦掩沿淹演炎烟焰燕盐眼研艳衍言谚闫阎雁颜验 yang仰养央徉扬杨样氧洋漾秧羊阳 yao咬妖姚尧摇瑶窑约耀腰药要谣遥邀钥 ye业也冶叶咽夜掖椰液爷耶谒野页',
  'yi一义乙亦亿以仪伊依倚医夷姨宜尾屹已异弈彝役忆怡意抑易椅毅沂溢漪熠疑疫益移绎翼艺蚁衣裔议译谊贻逸遗邑颐驿 yin印因姻寅尹引殷淫瘾茵荫银阴隐音饮 ying婴应影映樱盈硬缨膺英荧莹营蝇赢迎颍颖鹦鹰',
  'yong佣俑勇咏墉庸拥永泳涌用甬踊邕雍 you优佑又友右呦尤幼幽忧悠攸有柚油游犹由诱邮铀 yu与予于余俞吁喻域娱宇寓屿峪御愈愉愚榆欲浴淤渔渝狱玉瑜禹羽育舆芋虞裕誉语豫逾遇郁钰雨预驭鱼',
  'yuan元冤原员园圆垣垸媛怨愿援沅渊源猿缘苑袁辕远院 yue乐岳悦月粤约越跃钥阅 yun云允匀孕恽晕耘蕴运酝陨韵 za杂砸 zai仔再在宰崽栽灾载 zan咱攒暂赞 zang脏葬藏赃 zao凿噪早枣澡灶燥糟藻躁造遭',
  'ze则择泽责 zei贼 zen怎 zeng增赠 zha乍扎栅渣炸诈轧闸 zhai债宅寨摘斋窄翟 zhan占展崭战斩栈沾湛盏瞻站粘绽詹辗 zhang丈仗帐张彰掌樟涨漳瘴章胀账长障 zhao兆召找招昭朝沼照着罩肇赵钊',
  'zhe哲喆折浙着者蔗辄这遮 zhei这 zhen侦圳振枕珍甄真臻诊贞赈针镇阵震 zheng争峥征拯挣政整正症筝蒸证郑铮 zhi之值制只址峙帜志执指挚掷支旨智枝植止殖汁治滞炙直知祉秩纸织置职肢脂至致芝质',
  'zhong中仲众冢忠种终肿衷重钟 zhou周咒宙州昼洲粥舟轴骤 zhu主住助嘱朱柱株注洙渚烛猪珠瞩祝竹竺筑著诸贮逐铸驻 zhua抓 zhuai拽 zhuan专传撰砖赚转 zhuang壮妆幢庄撞桩状装 zhui坠椎缀追',
  'zhun准谆 zhuo卓捉桌浊涿灼琢着茁酌 zi仔兹咨姿子字孜孳梓淄滋籽紫自资 zong宗总粽纵综踪 zou奏走邹 zu卒族祖租组足阻 zuan纂钻 zui嘴最罪醉 zun尊遵 zuo佐作做坐左座撮昨琢',
]

/** By UTF-16 unit: the number of its first syllable, 0 where none is known; and of its others. */
export interface Sounds {
  readonly first: Uint16Array
  /** Where in `others` a character's other syllables stand: how many, and then they; 0 where there are none. */
  readonly othersAt: Uint16Array
  readonly others: Uint16Array
}

export default function soundsTable(): Sounds {
  const first = new Uint16Array(0x10000)
  const more = new Map<number, number[]>()
  let syllable = 0
  for (const line of syllables) {
    for (const group of line.split(' ')) {
      syllable++
      for (let at = group.search(/[^a-z]/); at < group.length; at++) {
        const code = group.charCodeAt(at)
        if (first[code] === 0) first[code] = syllable
        else more.set(code, [...(more.get(code) ?? []), syllable])
      }
    }
  }
  const othersAt = new Uint16Array(0x10000)
  const others = [0]
  for (const [code, syllablesOfCode] of more) {
    othersAt[code] = others.length
    others.push(syllablesOfCode.length, ...syllablesOfCode)
  }
  return { first, othersAt, others: Uint16Array.from(others) }
}
