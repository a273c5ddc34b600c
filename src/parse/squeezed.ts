/** Lines that hold several parts of a document at once, parted: a whole front in one line, who signs and when. */
import type { Span } from '../source.ts'
import { Kind, kindAt, withoutBlanks } from '../text/characters.ts'
import { personIn } from '../text/persons.ts'
import type { Role } from '../tree.ts'
import { chineseDay, dateBehindName } from './dates.ts'
import type { Line } from './lines.ts'

/** So many lines from the top may hold a whole front; so many from the end a signature. */
const top = 16
const bottom = 30
/** The part of a long line in which its front is looked for. Characters. */
const reach = 240

const kindOfPaper = /(?:报告|讲话|致辞|致词|发言|总结|汇报|述职|演讲|说明|贺信|党课|提纲|稿)(?:[（(][^（）()]{1,12}[）)])?$/
const salutations = [
  /各位[\u4e00-\u9fff、，]{1,24}[：:！!]/,
  /(?:尊敬|敬爱|亲爱)的[^。：:！!（(]{1,24}[：:！!]/,
  /(?:同志们|女士们|代表们|同学们|乡亲们)[：:！!]/,
]
const bracketedDate = new RegExp(`[（(][^（）()]{0,24}${chineseDay}[^（）()]{0,40}[）)]`)
const dashedDate = new RegExp(
  `(?<![—－-])(?:——|—|--|－－)\\s?[^。，]{0,12}${chineseDay}(?:[^。，\\s\\u3000]{2,40}?[会议]上|[^。，\\s\\u3000]{0,40})`,
)

/** Where the audience is first spoken to. */
function addressIn(head: string): RegExpExecArray | undefined {
  let first: RegExpExecArray | undefined
  for (const pattern of salutations) {
    const found = pattern.exec(head)
    if (found && (!first || found.index < first.index)) first = found
  }
  return first
}

/** A stretch of a line and the part that it is; without a role it is the body's. */
interface Part extends Span {
  readonly role?: Role
}

/** The lines, those of several parts divided; a part whose role is sure has it. */
export function divided(text: string, all: readonly Line[]): (Line & { readonly role?: Role })[] {
  const result: (Line & { readonly role?: Role })[] = []
  for (const [index, line] of all.entries()) {
    const isOpen = !line.hint?.cell && !line.hint?.verbatim && !line.hint?.aside
    const parts =
      (isOpen &&
        index < top &&
        (frontParts(text, line) ??
          titledParts(text, line) ??
          numberParts(text, line) ??
          datedParts(text, line) ??
          issueParts(text, line, all[index - 1]) ??
          addressedParts(text, line))) ||
      undefined
    const signed = !parts && isOpen && index >= all.length - bottom && index > 0 ? signatureParts(text, line) : undefined
    for (const part of parts ?? signed ?? [line]) result.push(line.hint ? { hint: line.hint, ...part } : part)
  }
  return result
}

function trimmedPart(text: string, start: number, end: number, role?: Role): Part[] {
  let [from, to] = [start, end]
  while (from < to && kindAt(text, from) === Kind.blank) from++
  while (to > from && kindAt(text, to - 1) === Kind.blank) to--
  return from < to ? [role ? { start: from, end: to, role } : { start: from, end: to }] : []
}

/** 在……会议上的讲话（2026年2月3日）县委书记　张某某　同志们：今天…… */
function frontParts(text: string, line: Line): Part[] | undefined {
  // What a news agency sets before it: 新华社北京3月14日电.
  const lead = agency.exec(text.slice(line.start, Math.min(line.end, line.start + reach)))?.[0].length ?? 0
  const parts = frontFrom(text, line.start + lead, line.end)
  return parts && lead > 0 ? [...trimmedPart(text, line.start, line.start + lead), ...parts] : parts
}

const agency = /^[\s\S]{0,160}[0-9]{1,2}日电[ \u00a0\u3000]{0,8}/

function frontFrom(text: string, start: number, end: number): Part[] | undefined {
  const head = text.slice(start, Math.min(end, start + reach))
  const date = bracketedDate.exec(head) ?? dashedDate.exec(head)
  const address = addressIn(head)
  const titleEnd = date?.index ?? (address ? titleBefore(head.slice(0, address.index)) : undefined)
  if (titleEnd === undefined) return undefined
  const title = head.slice(0, titleEnd).trim()
  if (!kindOfPaper.test(title) || title.length > 80 || /[。；！]|日电|记者|^[（(]/.test(title)) return undefined
  const dateEnd = date ? date.index + date[0].length : titleEnd
  if (address && address.index < dateEnd) return undefined
  const middle = head.slice(dateEnd, address ? address.index : head.length)
  const by = address ? (personIn(middle.trim()) ? middle.length : 0) : personAtStart(middle)
  // Three parts at least: a title with its date alone is a line as it should be.
  if ((date ? 1 : 0) + (by > 0 ? 1 : 0) + (address ? 1 : 0) < 2 || (address && by === 0 && middle.trim() !== '')) return undefined
  const at = (offset: number): number => start + offset
  const behind = address ? address.index + address[0].length : dateEnd + by
  return [
    ...trimmedPart(text, start, at(titleEnd), 'title'),
    ...(date ? trimmedPart(text, at(date.index), at(dateEnd), 'dateline') : []),
    ...(by > 0 ? trimmedPart(text, at(dateEnd), at(dateEnd + by), 'byline') : []),
    ...(address ? trimmedPart(text, at(address.index), at(behind), 'salutation') : []),
    ...trimmedPart(text, at(behind), end),
  ]
}

/** Where the title ends in 政府工作报告 县长 张某某: before the speaker, who stands at the end. */
function titleBefore(words: string): number | undefined {
  for (const match of words.matchAll(/[ \u00a0\u2003\u3000]{1,20}/g)) {
    if (personIn(words.slice(match.index).trim()) && kindOfPaper.test(words.slice(0, match.index))) return match.index
  }
  return undefined
}

/** How much of what follows a date is who speaks, where two blanks or the end part him from the text. */
function personAtStart(words: string): number {
  const rest = words.trimStart()
  const indent = words.length - rest.length
  const stop = /[ \u00a0\u3000]{2,}/.exec(rest)?.index ?? rest.length
  return personIn(rest.slice(0, stop)) === undefined ? 0 : indent + stop
}

const addressed =
  /^(?:各位[\u4e00-\u9fff、，]{1,24}|(?:尊敬|敬爱|亲爱)的[^。：:！!（(]{1,24}|同志们|女士们、先生们|代表们|同学们|乡亲们)[：:](?=[\s\S]{2})/

/** 各位代表：现在，我代表……: the audience, and then the text at once. */
function addressedParts(text: string, { start, end }: Line): Part[] | undefined {
  const match = addressed.exec(text.slice(start, Math.min(end, start + 60)))
  if (!match) return undefined
  const stop = start + match[0].length
  return [...trimmedPart(text, start, stop, 'salutation'), ...trimmedPart(text, stop, end)]
}

const datedStart = new RegExp(`^(?:——|—|--|－－)?\\s?${chineseDay}在[^。，；]{4,60}[会议]上[ \\u00a0\\u2002\\u2003\\u3000]{0,20}`)

/** ——2026年1月15日在……会议上　县长　张某某 */
function datedParts(text: string, { start, end }: Line): Part[] | undefined {
  const words = text.slice(start, Math.min(end, start + 120))
  const match = datedStart.exec(words)
  if (!match || end - start > 120 || personIn(words.slice(match[0].length)) === undefined) return undefined
  const stop = start + match[0].length
  return [...trimmedPart(text, start, stop, 'dateline'), ...trimmedPart(text, stop, end, 'byline')]
}

/** 2026年政府工作报告——2026年1月15日在……会议上 */
function titledParts(text: string, { start, end }: Line): Part[] | undefined {
  const words = end - start <= 120 ? text.slice(start, end) : ''
  const match = /^([^—。；]{4,60})(——|--|－－)[^。；]{8,60}[会议]上$/.exec(words)
  if (!match || !kindOfPaper.test(withoutBlanks(match[1] as string)) || !hasDay.test(words)) return undefined
  const stop = start + (match[1] as string).length
  return [...trimmedPart(text, start, stop, 'title'), ...trimmedPart(text, stop, end, 'dateline')]
}

const hasDay = new RegExp(chineseDay)

/** 某县乡村工作办公室　　2026年6月20日, under 第12期: who issues a bulletin, and when. */
function issueParts(text: string, { start, end }: Line, above: Line | undefined): Part[] | undefined {
  if (!above || !issue.test(text.slice(above.start, Math.min(above.end, above.start + 40)))) return undefined
  const found = dateBehindName(text.slice(start, end))
  if (!found) return undefined
  return [
    ...trimmedPart(text, start, start + found.nameEnd, 'issuer'),
    ...trimmedPart(text, start + found.dateStart, end, 'dateline'),
  ]
}

const issue = /^[（(〔［[]?\s?(?:(?:19|20)[0-9]{2}[〕］\]）)]?年?\s?)?(?:总\s?)?第\s?[0-9一二三四五六七八九十百〇]{1,5}\s?[期次]/

/** 某政发〔2026〕5号　　签发人：张某某 */
function numberParts(text: string, { start, end }: Line): Part[] | undefined {
  const match = /^(.{4,40}号)[\t \u00a0\u3000]{1,40}(?=签\s?发\s?人\s?[：:])/.exec(text.slice(start, Math.min(end, start + 100)))
  if (!match) return undefined
  const stop = start + (match[1] as string).length
  return [{ start, end: stop, role: 'document-number' }, ...trimmedPart(text, stop, end, 'signer')]
}

/** 某局　2026年3月5日: who signs, and when. What is behind 印发 or in a 版记 stays together. */
function signatureParts(text: string, { start, end }: Line): Part[] | undefined {
  const words = text.slice(start, end)
  const found = dateBehindName(words)
  if (!found || /[。，；：:]/.test(words.slice(0, found.nameEnd).replace(/^[\u4e00-\u9fff]{2,4}人[：:]/, ''))) return undefined
  const name = words.slice(0, found.nameEnd).trim()
  if (!isOffice.test(name) && personIn(name) === undefined) return undefined
  return [
    ...trimmedPart(text, start, start + found.nameEnd, 'signature'),
    ...trimmedPart(text, start + found.dateStart, end, 'date'),
  ]
}

const isOffice =
  /(?:政府|委员会|党委|党组|党支部|党总支|办公室|办公厅|组织部|宣传部|局|厅|院|部|学校|大学|中学|小学|公司|集团|中心|协会|居委会|村委会|村委|居委|支部|总工会|团委|妇联|银行|支行|法院|检察院|医院|领导小组|专班|委|全体[\u4e00-\u9fff]{2,6})(?:[（(](?:盖章|公章|章|签章)[）)])?$/
