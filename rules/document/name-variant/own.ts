/** What the paper says of the one who writes it. */
import type { Span } from '../../../src/kit.ts'

/** What a body is, by the end of its name. */
const bodyEnd =
  /(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|集团|局|委员会|委|厅|办公室|街道办事处|办事处|学校|中学|小学|学院|大学|医院|卫生院|银行|支行|分行|中心|协会|联合会|支队|大队|总队|法院|检察院|人民政府|政府|管委会|党工委|管理处|研究院|研究所|图书馆|博物馆|镇|乡|街道|县|区|市|村)$/
/** What stands behind the name of the writer in a title. */
const behindOwner =
  /^(?:关于|党委关于|(?:二[〇○零]|20)[0-9〇○零一二三四五六七八九]{2}年|[上下]半年|第[一二三四]季度|年度|工作总结|工作报告|党委|党组|印发)/

const longest = 30

/** The body whose paper it is, as the title begins: 平川市教育局2025年工作总结. undefined where the title does not tell. */
export function ownerIn(title: string): string | undefined {
  const words = title.replace(/^中共/, '')
  for (let end = 3; end <= Math.min(longest, words.length - 2); end++) {
    if (!behindOwner.test(words.slice(end, end + 10)) || !bodyEnd.test(words.slice(0, end))) continue
    return words.slice(0, end)
  }
  return undefined
}

/** What a place may be by mistake: a township is no town. */
const otherUnit: Readonly<Record<string, readonly string[]>> = { 镇: ['乡'], 乡: ['镇'], 县: ['市'], 市: ['县'] }
const ownPlace = /^([\u4e00-\u9fff]{2,3}?)(镇|乡|县|市)(?=$|[^\u573a])/
/** So often a paper names its own place. */
const leastOwn = 3

/** The own place with the unit of another, once: 石鼓岭乡 in a paper of 石鼓岭镇. */
export function otherUnits(text: string, own: string): { readonly at: Span; readonly other: string }[] {
  const [place = '', name = '', unit = ''] =
    ownPlace.exec(own.replace(/^[\u4e00-\u9fff]{2,3}[省市县](?=[\u4e00-\u9fff]{2,3}[县镇乡])/, '')) ?? []
  if (place === '' || text.split(place).length - 1 < leastOwn) return []
  return (otherUnit[unit] ?? []).flatMap((one) => {
    const other = name + one
    const start = text.indexOf(other)
    if (start < 0 || text.includes(other, start + 1)) return []
    const around = text.slice(Math.max(0, start - 20), start + other.length + 20)
    return /[原撤改设]|时任|前身/.test(around) ? [] : [{ at: { start, end: start + other.length }, other }]
  })
}

/** Whether the characters of `short` stand in `full` in that order. */
export function isShortOf(short: string, full: string): boolean {
  let at = 0
  for (const character of short) {
    at = full.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Words that only a paper's own house can follow: 奋力开创江州城投集团高质量发展新局面. */
export const ownSlot = /(?:开创|谱写|书写|续写|推动|推进|实现|建设|加快|展现|开拓)$/
export const behindSlot = /^(?:高质量|改革|转型|跨越|事业|创新|发展|全面|更好|各项|新|持续|健康)/
