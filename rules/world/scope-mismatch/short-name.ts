/** How a place calls itself in short: 驻澜部队, “桐花样板”. One character, or a name with one character wrong. */
import type { Span, Stretch } from '../../../src/kit.ts'

/** Who is stationed, or comes to, a place. */
const stationed = /驻([\u4e00-\u9fff])(?:部队|官兵|军警|武警|解放军|高校|央企|部省属|院校|科研院所|金融机构)/g
/** No name: 驻地部队, 驻村官兵, 驻当…; provinces and old cities call themselves so whatever the paper is of. */
const noPlace =
  '地县市区镇乡村州盟旗省军各当外华京港澳台本我该贫在边辖藏疆津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇陕甘青宁新蒙穗深杭蓉汉甬榕厦筑昆邕郑沈哈长石太济合昌兰西呼乌拉银海岛'
/** 打造城市基层治理的“桐花样板”: such words are the place’s own. */
const example =
  /[“‘]([\u4e00-\u9fff]{2,3})(?:样板|模式|经验|范例|样本|实践|方案|答卷|名片|品牌|速度|力量|担当|智慧|标杆|篇章|画卷|路径|现象|精神)[”’]/g
/** Where only one’s own name stands: a name with another character there is a slip. */
const slots =
  /(?:平安|法治|数字|健康|文明|清廉|智慧|生态|诚信|活力|品质|魅力|幸福|美丽)([\u4e00-\u9fff]{2})(?=[，。；！、”]|建设)|讲好([\u4e00-\u9fff]{2})(?:好?故事)|(?:篇章|实践|儿女|人民|共创|共建|扎根|情系|服务|建设|宣传|推介)([\u4e00-\u9fff]{2})(?:更加?美好|美好|新?未来|的?明天|大地|发展大局)/g
const making = /打造|形成|创造|贡献|提供|探索|交出|彰显|擦亮|叫响|奋力|建设|树立|展现|绘就|讲好|走出/

/** Strangers where the short name of the place `name` stands; each of them is found once in the text. */
export function shortNames(text: string, name: string, stretches: readonly Stretch[]): Span[] {
  const found: Span[] = []
  for (const { start: from, end: to } of stretches) {
    const words = text.slice(from, to)
    if (words.includes('驻')) {
      for (const match of words.matchAll(stationed)) {
        const one = match[1] as string
        // A place above, or the old name of one, has the character elsewhere.
        if (name.includes(one) || noPlace.includes(one) || isPartOfPlace(text, one)) continue
        const start = from + match.index + 1
        found.push({ start, end: start + 1 })
      }
    }
    for (const match of words.matchAll(slots)) {
      const one = match[1] ?? match[2] ?? match[3] ?? ''
      if (!isMistyped(one, name) || text.split(one).length > 2) continue
      const start = from + match.index + match[0].indexOf(one)
      found.push({ start, end: start + one.length })
    }
    for (const match of words.matchAll(example)) {
      const one = match[1] as string
      if (!isMistyped(one, name) || text.split(one).length > 2) continue
      if (!making.test(words.slice(Math.max(0, match.index - 20), match.index))) continue
      const start = from + match.index + 1
      found.push({ start, end: start + one.length })
    }
  }
  return found.filter(({ start, end }) => end - start > 1 || text.split(`驻${text.slice(start, end)}`).length === 2)
}

/** 清源市 in the text: 清 may be its short name. */
function isPartOfPlace(text: string, character: string): boolean {
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
    if (/^[\u4e00-\u9fff]{0,3}[省市县区州盟旗镇乡]/.test(text.slice(at + 1, at + 5)) && text[at - 1] !== '驻') return true
  }
  return false
}

const isMistyped = (one: string, name: string): boolean =>
  one.length === name.length && [...one].filter((character, index) => character !== name[index]).length === 1
