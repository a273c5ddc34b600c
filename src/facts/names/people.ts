/** People as a text names them: 县长李四, 李四同志, 组长：李某海, 董事长　王五. */
import type { Use } from '../../fact.ts'
import type { Span } from '../../source.ts'
import { isHan } from '../../text/characters.ts'
import { tableFinder } from '../phrases.ts'
import type { Stretch } from '../structure.ts'
import { doubleSurnames, doubtfulSurnames, offices, surnames } from './data.ts'

export interface PersonMention extends Span {
  /** The name without blanks inside. */
  readonly name: string
  /** The office told with it, '' for none or 同志. */
  readonly office: string
  /** A body has one of that office only. */
  readonly single: boolean
  /** The office is said to be a former one or to come: 原县长李四. */
  readonly former: boolean
  /** What stands before the office in its clause: 县人民政府. At most eight characters. */
  readonly body: string
}

const find = tableFinder([...offices.map(({ words }) => words), '同志', '先生', '女士'])

/** What may stand behind a name for it to end there. */
const behindName =
  /^(?:$|兼|[\s\u3000，。；：、！？）)（(”》\n]|同志|先生|女士|教授|书记|县长|市长|区长|镇长|乡长|主任|局长|院长|校长|董事长|总经理|主席|主持|出席|代表|率|在|对|向|就|作|说|表示|指出|强调|要求|介绍|汇报|讲话|致辞|宣读|宣布|参加|担任|等|和|与|及|为|任|的|关于|所作|做|带领|带队|带头|讲课|一行|到|深入|陪同|传达|通报|总结|安排|部署|主讲|签署|当选|兼任|提出|同|调研|检查|督导|走访|看望|慰问|赴|前往|分管|负责|牵头|参与|发表|作为|是|先后|专程|亲自|现场)/
/** What may stand before a name that 同志 or an office follows. */
const beforeName =
  /(?:^|[\s\u3000，。；：、！？（(“《\n]|由|对|向|和|与|及|以|请|给|把|将|被|任命|选举|推选|聘任|免去|同意|提名|学习|号召|悼念|慰问|表彰|书记|主任|局长|县长|市长|组长|院长|校长|推荐|授予|追授|根据|按照|经)$/
const formerWords = /原|时任|前任|历任|曾任|拟任|新任|现任|前|老|已故|兼$/

/** Characters that are no given name. */
const notGiven = /[的了在是为和与及等们这那之其以于对向就不也都将被把从到上下中内外年月日时间后前各该本第个员长兼]/

export function peopleIn(use: Use, text: string, stretches: readonly Stretch[]): PersonMention[] {
  const found: PersonMention[] = []
  for (const stretch of stretches) {
    if (stretch.role === 'noise') continue
    for (const { phrase, start, end } of find(use, stretch.start, stretch.end)) {
      const office = offices[phrase]
      const behind = office && nameBehind(text, end, stretch.end)
      const before = behind ? undefined : nameBefore(text, start, stretch.start, office === undefined)
      const at = behind ?? before
      if (!at) continue
      const lead = text.slice(Math.max(stretch.start, (before ? before.start : start) - 8), before ? before.start : start)
      found.push({
        ...at,
        name: text.slice(at.start, at.end).replace(/[\s\u3000]/g, ''),
        office: office?.words ?? '',
        single: office?.single ?? false,
        former: formerWords.test(lead.slice(-3)),
        body: hanTail(lead),
      })
    }
  }
  return found
}

/** The Chinese characters at the end of `words`. */
function hanTail(words: string): string {
  let from = words.length
  while (from > 0 && isHan(words, from - 1)) from--
  return words.slice(from)
}

/** 县长李四，… and 县长　李四, 组长：李某海. */
function nameBehind(text: string, from: number, limit: number): Span | undefined {
  let start = from
  let isSet = false
  while (start < limit && start - from < 4 && /[\s\u3000：:]/.test(text[start] as string)) {
    start++
    isSet = true
  }
  for (const length of [3, 2]) {
    const end = nameEnd(text, start, length, limit)
    if (end === undefined || !behindName.test(text.slice(end, Math.min(limit, end + 3)))) continue
    if (!isSet && doubtfulSurnames.has(text[start] as string)) continue
    return { start, end }
  }
  return undefined
}

/** 李某海同志, 李四县长. */
function nameBefore(text: string, end: number, limit: number, isComrade: boolean): Span | undefined {
  for (const length of [3, 2]) {
    const start = end - length
    if (start < limit || nameEnd(text, start, length, end) !== end) continue
    const lead = text.slice(Math.max(limit, start - 3), start)
    if (!beforeName.test(lead) || (!isComrade && doubtfulSurnames.has(text[start] as string))) continue
    return { start, end }
  }
  return undefined
}

/** Where a name of `length` characters that begins at `start` ends; undefined where it is none. */
function nameEnd(text: string, start: number, length: number, limit: number): number | undefined {
  const first = text[start] ?? ''
  const isDouble = doubleSurnames.includes(text.slice(start, start + 2))
  if (!surnames.has(first) && !isDouble) return undefined
  // 王　芳: two characters are set as wide as three.
  const isWide = length === 2 && /[\s\u3000]/.test(text[start + 1] ?? '') && isHan(text, start + 2)
  const end = start + length + (isWide ? 1 : isDouble && length === 3 ? 0 : 0)
  if (end > limit) return undefined
  const given = text.slice(start + 1, end).replace(/[\s\u3000]/g, '')
  return given.length === length - 1 && /^[\u4e00-\u9fff]+$/.test(given) && !notGiven.test(given) ? end : undefined
}
