/** What stands below the body: 结语, 附件说明, 落款, 附注, 版记 (GB/T 9704—2012 7.3.4—7.4). */
import { isPersonName, personIn } from '../text/persons.ts'
import type { Role } from '../tree.ts'
import { isDateOnly, isLabelledDate, isNumericDate } from './dates.ts'
import { endsLikeSentence } from './roles.ts'
import type { RoledLine } from './sections.ts'

const longest = 80

const closingStart =
  /^(?:谢谢|感谢|特此(?:报告|汇报|通知|说明|公告|通告|函|请示|批复|证明|倡议|函[告复达])|以上(?:报告|汇报|请示|意见|建议)|此致|敬礼|致以|报告完毕|汇报完毕|发言完毕|完了|此复|专此|顺祝|祝[大各您愿]|妥否|当否|是否妥当)/
const attachmentStart =
  /^附\s?(?:件|录|表|图)?\s?[0-9０-９一二三四五六七八九十]{0,2}\s?[：:]|^附\s?件\s?[0-9０-９一二三四五六七八九十]{0,2}$/
const imprint =
  /^(?:抄\s?送|抄\s?报|主\s?送|报\s?送|分\s?送|发\s?送|主题词|校\s?对|打\s?印|印\s?制|承办单位|共\s?印|报|送|发)\s?[：:]|印发\s?[）)]?$|印制$|^[（(]?共印.{1,10}份[）)]?$|^[（(]?(?:此件|本件)?共印/
const note =
  /^[（(](?:联系人|联系电话|此件|本件|信息公开|公开(?:方式|属性)|起草人|承办人|附注).{0,80}[）)]$|^(?:联系人|联系电话|联\s?系\s?人|公开方式|信息公开选项|校核)\s?[：:]/
const organ =
  /(?:政府|委员会|党委|党组|党支部|党总支|办公室|办公厅|组织部|宣传部|局|厅|院|部|学校|大学|中学|小学|公司|集团|中心|协会|学会|街道办事处|居委会|村委会|村委|居委|支部|总工会|团委|妇联|联合会|银行|支行|分行|法院|检察院|医院|指挥部|领导小组|专班|工作组|调研组|课题组|工作队|队|科|股|处|室|站|所|厂|社|馆|园|矿|分局|[明改创双攻安督委府]办|大队|支队|总队|红十字会|基金会|商会|工会|联谊会|促进会|研究会|[残文侨]联|科协|工商联|管理层|董事会|监事会|理事会|秘书处|委|县|市|区|镇|乡|村|班|全体[\u4e00-\u9fff]{2,6})(?:[（(](?:盖章|公章|章|签章|印章|代章)[）)])?$/
const sealed = /[（(](?:盖章|公章|章|签章|印章|代章|签字|签名)[）)]$/
/** 申请人：, 汇报人： and what else people sign behind. */
const signed =
  /^(?:[\u4e00-\u9fff]{2,4}人|署名|签名|签字|落款|单位|报告单位|汇报单位|申请单位|村民代表|学生|作者)(?:[（(](?:签名|签字|盖章)[）)])?\s?[：:]\s{0,12}[^。；，]{1,24}$/
/** 汇报人 and its like, but none of the parties of a contract. */
const noSignature = /^(?:[甲乙丙丁]方|联系人|收件人|寄件人|经办人|审批人|负责人|主持人|记录人|参加人|责任人|法定代表人)/

/** Roles that lines at the end may have already: of a list of attachments, of a line that was parted. */
const ownRoles: ReadonlySet<Role> = new Set(['attachment', 'signature', 'date'])

/** Gives the lines at the end of a document, from before `to` up to `from`, their roles; the index of the first of them. */
export function giveBackRoles(text: string, all: RoledLine[], from: number, to: number): number {
  let below: Role | undefined
  let tail = to
  const title = all.slice(from, to).find(({ role }) => role === 'title')
  const titleWords = title ? text.slice(title.start, title.end) : ''
  for (let index = to - 1; index >= from; index--) {
    const line = all[index] as RoledLine
    const words = text.slice(line.start, line.end)
    if (line.role === 'noise' && !(isWebDate(words) && isSigned(text, all[index - 1]))) {
      tail = index
      continue
    }
    if (line.role !== undefined && line.role !== 'noise') {
      if (!ownRoles.has(line.role)) break
      below = line.role
    } else {
      if (line.hint?.cell) break
      const isLast = tail === to || below === 'note' || below === 'imprint'
      // Without a date only who is named by the title, too.
      const isNamed = below === undefined && isSignature(words) && titleWords.startsWith(words.slice(0, sameName))
      const role = isNamed && index > from + 2 ? 'signature' : backRole(words, below, text, all[index - 1], isLast)
      if (role === undefined) break
      all[index] = { ...line, role }
      below = role
    }
    tail = index
  }
  return tail
}

/** So many characters at its beginning tell that a signature is the title's office. */
const sameName = 6

const isWebDate = (words: string): boolean => isNumericDate(words) || isLabelledDate(words)

/** Whether a line could be who signs above a date. */
function isSigned(text: string, line: RoledLine | undefined): boolean {
  if (!line || (line.role !== undefined && line.role !== 'signature')) return false
  return isSignature(text.slice(line.start, line.end))
}

function isSignature(words: string): boolean {
  if (words.length > 40 || endsLikeSentence(words) || noSignature.test(words)) return false
  return organ.test(words) || sealed.test(words) || signed.test(words) || personIn(words) !== undefined
}

/** The role of a paragraph at the end, looked at from the last one upwards; undefined: the body ends here. */
function backRole(
  words: string,
  below: Role | undefined,
  text: string,
  above: RoledLine | undefined,
  isLast: boolean,
): Role | undefined {
  if (words.length <= 120 && imprint.test(words)) return 'imprint'
  if (words.length <= longest && note.test(words)) return 'note'
  if (below === 'imprint' && above && imprint.test(text.slice(above.start, above.end)) && words.length <= longest)
    return 'imprint'
  if (isDateOnly(words)) return 'date'
  if ((isNumericDate(words) || isLabelledDate(words)) && isSigned(text, above)) return 'date'
  if (closingStart.test(words) && words.length <= 40 && !/[。！!].{2}/.test(words)) return 'closing'
  if (attachmentStart.test(words) && words.length <= longest) return 'attachment'
  const isOverDate = below === 'date' || below === 'signature'
  if (isOverDate && isSignature(words)) return 'signature'
  // Without a date, or under one, only who says what he is, or stands behind the closing words.
  if (below !== undefined && !isLast && below !== 'attachment') return undefined
  if (words.length <= 40 && (signed.test(words) || sealed.test(words)) && !noSignature.test(words)) return 'signature'
  const aboveWords = above ? text.slice(above.start, above.end) : ''
  const isBehindEnd = isDateOnly(aboveWords) || (closingStart.test(aboveWords) && aboveWords.length <= 40)
  return isBehindEnd && isSignature(words) && !isPersonNameOnly(words, aboveWords) ? 'signature' : undefined
}

/** 祝大家 / 万事如意 is no signature; a name is one only under a closing or a date. */
const isPersonNameOnly = (words: string, above: string): boolean => isPersonName(words) && /^祝/.test(above)
