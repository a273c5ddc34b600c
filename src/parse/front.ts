/** What stands above the body: 版头, title, subtitle, date, speaker, audience (GB/T 9704—2012 7.2, and what speeches have). */
import { isPersonName, isPost, personIn } from '../text/persons.ts'
import type { Role } from '../tree.ts'
import { articlesOf, isArticle } from './contents.ts'
import { chineseDay, isDateOnly } from './dates.ts'
import { decimalLines, standsInBrackets } from './heads.ts'
import type { Line } from './lines.ts'
import { markerAt } from './markers.ts'
import { endsLikeSentence, isAddressee, isSalutation } from './roles.ts'
import type { RoledLine } from './sections.ts'

/** A line before the body that is no part of a front and shorter than this is a scrap of the page, not the body's beginning. */
const shortestPreamble = 8

/** A front longer than this many paragraphs is a text without a front. */
const longestFront = 24

/** A title, a subtitle or a byline is not longer. Characters. */
const longest = 80

/** The last words of titles. */
const paper =
  '报告|讲话|总结|方案|计划|通知|通报|决定|决议|意见|请示|批复|函|纪要|要点|致辞|致词|发言|汇报|述职|办法|规定|细则|条例|章程|制度|规划|纲要|预案|公告|通告|公报|简报|信|书|词|稿|提纲|说明|材料|党课|讲稿|安排|协议|合同|清单|汇编|实录|倡议|贺电|心得|体会|建议|提案|议案|指南|手册|标准|规程|守则|承诺|表|反馈|启事|声明|工作'
const completes = new RegExp(`(?:${paper})(?:[（(][^（）()]{1,20}[）)])?[”》]?$`)
/** What cannot be the end of a title: it goes on in the next line. */
const hangs = /(?:[的和与及暨并对在为就把、，：—]|关于)$|^关于(?!.{0,80}(?:的|情况)).{0,80}$|^在.{0,80}[会上时]$/

const securities =
  /^(?:[0-9]{6}|(?:绝密|机密|秘密)(?:\s?★.{0,8})?|特急|加急|特提|平急|紧急|内部(?:资料|文件)(?:\s{0,2}注意保存)?)$/
const organ =
  '委员会|人民政府|政府|办公室|办公厅|局|厅|部|院|公司|集团|学校|大学|中学|小学|委|协会|总工会|党组|党委|党支部|党总支|中心|常委会|常务委员会|法院|检察院|街道|银行|医院|县|市|区|省|镇|乡|团委|妇联|联合会'
const letterhead = new RegExp(
  `^[\\u4e00-\\u9fff（）()]{0,40}(?:${organ})[ \\u3000]{0,4}(?:文\\s{0,4}件|令|简\\s{0,4}报|公\\s{0,4}报|会议纪要|常务会议纪要|专题会议纪要|通报|专报|快报|公\\s{0,4}告|通\\s{0,4}告)$`,
)
const isNotice = /[公通]告$/
const spaced = /[ \u00a0\u2002\u2003\u3000]+/g
const numberOfDocument =
  /^(?:文\s?号[：:]\s?)?[\u4e00-\u9fffA-Za-z]{0,20}\s?[〔［[（(【]\s?(?:19|20)[0-9]{2}\s?[〕］\]）)】]\s?第?\s?[0-9]{1,5}\s?号$|^[（(]?\s?第\s?[0-9一二三四五六七八九十百〇]{1,5}\s?[期号次]\s?[）)]?$|^[（(]?\s?总\s?第\s?[0-9]{1,5}\s?期\s?[）)]?$|^[（(〔［[]?(?:19|20)[0-9]{2}[〕］\]）)]?年?\s?第?\s?[0-9一二三四五六七八九十]{1,4}[期次].{0,12}$|^(?:19|20)[0-9]{2}年\s?第\s?[0-9]{1,4}\s?号$|^[（(]\s?[\u4e00-\u9fff]{1,20}\s?[〔［[]\s?(?:19|20)[0-9]{2}\s?[〕］\]]\s?[0-9]{1,5}\s?号\s?[）)]$/
/** 第12期, 2024年第31期: what stands under the name of a bulletin. */
const issueNumber = /^[（(〔［[]?(?:(?:19|20)[0-9]{2}[〕］\]）)]?年?\s?)?(?:总\s?)?第?\s?[0-9一二三四五六七八九十百〇]{1,5}\s?期/
const longestMasthead = 16
const signerLine = /^签\s?发\s?人\s?[：:]/

const dateStart = new RegExp(
  `^(?:——|—|--|－－|―)?\\s?[（(]?\\s?(?:${chineseDay}|[（(](?:19|20)[0-9]{2}[.．][0-9]{1,2}(?:[.．][0-9]{1,2})?[）)])`,
)
const hasDate = new RegExp(chineseDay)
const bracketed = /^[（(][^（）()]{1,60}[）)]$/
const dashed = /^(?:——|—|--|－－|―|－)/
/** A dateline that is broken: 在某县第十届人民代表大会 / 第五次会议上. */
const endsAtMeeting = /^[^。，；：]{2,40}(?:会议|大会|会)上$/
const organEnd = new RegExp(
  `(?:${organ}|支行|分行|分公司|办事处|居委会|村委会|村委|居委|专班|课题组|调研组|领导小组|编辑部|大队|支队|总队|分局|研究室|督查室)$`,
)
/** 地点：某县 — what a line tells of the paper, behind a label: never a title. */
const label =
  /^(?:地\s?点|时\s?间|日\s?期|单\s?位|部\s?门|姓\s?名|主持(?:人)?|出席|列席|参加(?:人员)?|记录(?:人)?|主办|承办|甲方|乙方|丙方|签订|编制|汇报|述职|职\s?务|电\s?话|联系|抄送|主送|报送|密级|编号|来源|作者|摘\s?要|关键词|主题词|内容提要|[^：:]{0,6}(?:单位|部门|姓名|人员|时间|地点|日期|名称|编号))(?:[（(][^（）()]{0,8}[）)])?\s?[：:]/

/** 第一次会议 of a title is set apart from the office it belongs to; a title of one character a line is read downwards. */
const oneCharacter = /^[\u4e00-\u9fff]$/

interface State {
  /** Lines that are the title so far. */
  title: string[]
  isComplete: boolean
  /** The role of the line above. */
  last: Role | undefined
  /** The line is one of several offices of a letterhead. */
  isOfLetterhead: boolean
}

/** So many offices issue one paper at most. */
const mostOffices = 12

/** Several offices issue one paper: each has its line, and 文件 stands in the last. */
function isOfLetterhead(text: string, all: readonly RoledLine[], index: number, to: number): boolean {
  for (let at = index; at < Math.min(to, index + mostOffices); at++) {
    const closed = wordsOf(text, all[at]).replace(spaced, '')
    if (at > index && letterhead.test(closed)) return true
    if (closed.length > 30 || !organEnd.test(closed)) return false
  }
  return false
}

const isYearNumber = (line: string): boolean => numberOfDocument.test(line) && /(?:19|20)[0-9]{2}[^号]{0,12}号$/.test(line)

/** Gives the lines at the beginning of a document, from `from` to before `to`, their roles. */
export function giveFrontRoles(text: string, all: RoledLine[], from: number, to: number): void {
  const given = frontRoles(text, all, from, to)
  // Minutes and bulletins of several articles have no title beside 某某会议纪要, 某某简报, which is their letterhead.
  const isTitled = given.some(([, role]) => role === 'title')
  const head = given.find(([, role]) => role === 'issuer')?.[0]
  for (const [index, role] of given) {
    const line = all[index] as RoledLine
    all[index] = { ...line, role: index === head && !isTitled && isSelf(wordsOf(text, line)) ? 'title' : role }
  }
}

const isSelf = (line: string): boolean => paperOfItself.test(line.replace(spaced, ''))

const paperOfItself = /(?:纪要|信息|动态|简报|专报|快报|内参|参考|要情|通讯|情况|交流|反映|专刊|参阅|(?:政府|部|委员会|局)令)$/

function frontRoles(text: string, all: readonly RoledLine[], from: number, to: number): [number, Role][] {
  const given: [number, Role][] = []
  const decimals = from === 0 ? decimalLines(text, all) : new Map<number, unknown>()
  const state: State = { title: [], isComplete: false, last: undefined, isOfLetterhead: false }
  const articles = articlesOf(text, all)
  const words = (index: number): string => wordsOf(text, all[index])
  const end = Math.min(to, from + longestFront)
  let rank: number | undefined
  for (let index = from; index < end; index++) {
    const line = all[index] as RoledLine
    if (line.role === 'noise' || line.role === 'contents') continue
    if (line.role !== undefined && line.role !== 'salutation') {
      if (line.role === 'title') state.title.push(words(index))
      state.isComplete ||= line.role === 'title'
      continue
    }
    const hint = line.hint?.heading
    // A heading that stands lower than the title's, or beside it behind a whole one, is a heading.
    const isLower = hint !== undefined && (rank === undefined ? state.title.length > 0 : hint > rank || state.isComplete)
    const isBody =
      isArticle(text, line, articles) ||
      line.role === 'salutation' ||
      line.hint?.cell ||
      line.divides ||
      isLower ||
      decimals.has(index) ||
      isHeadingLine(text, line)
    if (isBody) return given
    const next = nextWords(text, all, index, to)
    state.isOfLetterhead = state.title.length === 0 && isOfLetterhead(text, all, index, to)
    const role = frontRole(words(index), next, state)
    if (role === 'title') rank ??= hint
    if (role === 'salutation') {
      return [...given, [index, role]]
    }
    if (role === undefined && isScrap(words(index)) && !state.isComplete) continue
    if (role === undefined && leadsOn(text, all, index, to)) {
      given.push([index, 'title'])
      state.title.push(words(index))
      state.last = 'title'
      continue
    }
    if (role === undefined) return given
    if (role === 'title') {
      state.title.push(words(index))
      state.isComplete = isWhole(words(index))
    } else if (state.title.length > 0 && role !== 'noise') state.isComplete = true
    state.last = role
    given.push([index, role])
  }
  // A text of a few short lines and nothing else has a title at most.
  if (to - from > longestFront) return []
  return given.slice(0, 1).filter(([, role]) => role === 'title' || role === 'issuer')
}

/** Whether a title can end with this line; 通　知 is a word, too. */
const isWhole = (line: string): boolean => completes.test(line.replace(spaced, '')) && !hangs.test(line)

/** What is too short to be a body, or holds no Chinese at all. */
const isScrap = (line: string): boolean =>
  line.length <= shortestPreamble || (line.length <= longest && !/[\u4e00-\u9fff]/.test(line))

/** So many lines may stand between a line of a title and the date, the speaker or the audience that prove it to be one. */
const farthestProof = 4

/** Whether a short line is a title still: behind it nothing stands but such lines, and then what only a front has. */
function leadsOn(text: string, all: readonly RoledLine[], index: number, to: number): boolean {
  if (!isTitleLike(wordsOf(text, all[index]))) return false
  let seen = 0
  for (let at = index + 1; at < to && seen <= farthestProof; at++) {
    const line = all[at] as RoledLine
    if (line.role === 'noise') continue
    const words = wordsOf(text, line)
    if (line.role === 'salutation' || line.role === 'dateline' || isSalutation(words) || isDateline(words)) return true
    if (line.role !== undefined || line.divides || isHeadingLine(text, line) || !isTitleLike(words)) return false
    seen++
  }
  return false
}

const isTitleLike = (words: string): boolean =>
  words.length > 0 &&
  words.length <= 60 &&
  /[\u4e00-\u9fff]/.test(words) &&
  !endsLikeSentence(words) &&
  !/[：:]$|。/.test(words) &&
  !label.test(words)

const wordsOf = (text: string, line: Line | undefined): string => (line ? text.slice(line.start, line.end) : '')

/** The next two lines that are no noise; '' beyond the end. */
function nextWords(text: string, all: readonly RoledLine[], index: number, to: number): readonly [string, string] {
  const found: string[] = []
  for (let at = index + 1; at < to && found.length < 2 && at < index + 6; at++) {
    if (all[at]?.role !== 'noise') found.push(wordsOf(text, all[at]))
  }
  return [found[0] ?? '', found[1] ?? '']
}

const isHeadingLine = (text: string, line: Line): boolean =>
  line.hint?.label !== undefined || standsInBrackets(text, line) || markerAt(text, line.start, line.end, 'heading') !== undefined

/** The role of a paragraph before the body begins; undefined: it is body already. */
function frontRole(line: string, next: readonly [string, string], state: State): Role | undefined {
  const hasTitle = state.title.length > 0
  if (isSalutation(line) || (isAddressee(line) && (hasTitle || next[0] !== ''))) return 'salutation'
  if (line.length > longest * 2) return undefined
  const closed = line.replace(spaced, '')
  if (securities.test(line)) return 'security'
  if (numberOfDocument.test(line)) return 'document-number'
  if (signerLine.test(line) && line.length <= 40) return 'signer'
  // 某局公告 is a letterhead over its number only, else a title.
  if (!hasTitle && letterhead.test(closed) && (isNotice.test(closed) ? numberOfDocument.test(next[0]) : isFrontLike(next)))
    return 'issuer'
  if (!hasTitle && closed.length <= longestMasthead && issueNumber.test(next[0])) return 'issuer'
  if (!hasTitle && state.isOfLetterhead) return 'issuer'
  // A letter has the office alone above its number: 某县人民政府, 某函〔2026〕41号.
  if (!hasTitle && organEnd.test(closed) && isYearNumber(next[0])) return 'issuer'
  // A dateline may lack its beginning, too, where a page was cut above it.
  const isRest = (state.last === 'dateline' || (!hasTitle && state.last === undefined)) && endsAtMeeting.test(line)
  if (isDateline(line) || (isRest && !/^在/.test(line))) return 'dateline'
  if (hasTitle && dashed.test(line) && !endsLikeSentence(line)) return 'subtitle'
  if (hasTitle && bracketed.test(line)) return 'subtitle'
  if (isByline(line, next, state)) return 'byline'
  if (line.length > longest || endsLikeSentence(line) || /。|[：:]$/.test(line) || label.test(line)) return undefined
  if (!/[\u4e00-\u9fffA-Za-z0-9]/.test(line)) return 'noise'
  // A title has two Han characters or more, but for one that is set a character a line.
  if (!/[\u4e00-\u9fff].*[\u4e00-\u9fff]/.test(line) && !(oneCharacter.test(line) && oneCharacter.test(next[0]))) {
    return oneCharacter.test(line) && state.last === 'title' ? titleRole(line, next, state) : undefined
  }
  return titleRole(line, next, state)
}

/** Whether something of a front follows: a letterhead alone over a text is its title. */
const isFrontLike = ([first, second]: readonly [string, string]): boolean =>
  first !== '' && !/[。；，]$/.test(first) && first.length <= longest && (numberOfDocument.test(first) || second !== '')

const isDateline = (line: string): boolean =>
  datesPaper(line) || (/^[—―－（(-]/.test(line) && datesPaper(line.replace(spaced, '')))

/** No dateline is longer, nor ends with a colon or holds a whole sentence: 2026年3月5日，县长主持召开会议。现将……如下：. */
const longestDateline = 100
const noDateline = /[：:]$|。./

const datesPaper = (line: string): boolean =>
  isDateOnly(line) ||
  (bracketed.test(line) && hasDate.test(line)) ||
  (line.length <= longestDateline &&
    !noDateline.test(line) &&
    !endsLikeSentence(line) &&
    (dateStart.test(line) || (dashed.test(line) && hasDate.test(line))))

/** 自治区主席　某某某某: set apart from the post, before the audience, a name of any form. */
const postAndName = /[ \u00a0\u2002\u2003\u3000]{1,8}[\u4e00-\u9fff]{2,4}$/
const isFrontEnd = (next: string): boolean => isSalutation(next) || isDateline(next)

function isByline(line: string, [next, second]: readonly [string, string], state: State): boolean {
  if (line.length > 48) return false
  const person = personIn(line)
  if (person !== undefined) {
    // A name alone must stand where nothing but a name can: behind a title, and before more than another word.
    const isAlone = isPersonName(line)
    return isAlone ? state.title.length > 0 : state.title.length > 0 || next !== ''
  }
  if (state.title.length === 0) return false
  if (postAndName.test(line) && line.length <= 32 && isPost(line.replace(postAndName, '')) && isFrontEnd(next)) return true
  if (isPost(line) && (isPersonName(next) || isPersonName(second))) return true
  if (line.length > 24 || label.test(line) || !organEnd.test(line)) return false
  // An office is who speaks only under a whole title; else the title goes on (中共某县委 / 关于……的报告).
  return state.isComplete || isDateOnly(next)
}

function titleRole(line: string, [next, second]: readonly [string, string], state: State): Role | undefined {
  const { title } = state
  if (title.length === 0) return 'title'
  const last = title[title.length - 1] as string
  if (title.length > (oneCharacter.test(last) ? 12 : 4)) return undefined
  if (oneCharacter.test(line) && title.every((one) => oneCharacter.test(one))) return 'title'
  if (state.isComplete)
    return completes.test(line.replace(spaced, '')) ? (line.startsWith('关于') ? 'subtitle' : 'title') : undefined
  if (completes.test(line.replace(spaced, '')) || hangs.test(last)) return 'title'
  // Two lines, and the second proves itself by what stands below: a date, a speaker, the audience.
  return [next, second].some((words) => isDateline(words) || isSalutation(words) || personIn(words) !== undefined) ||
    completes.test(next.replace(spaced, '')) ||
    (line.startsWith('关于') && hangs.test(line))
    ? 'title'
    : undefined
}
