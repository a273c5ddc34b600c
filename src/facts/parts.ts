/** The parts of a paper that a catalogue asks for, as its own lines tell them. What is unsure is undefined, never guessed. */
import { fact } from '../fact.ts'
import type { Span } from '../source.ts'
import { withoutBlanks } from '../text/characters.ts'
import { isPersonName, personIn } from '../text/persons.ts'
import { type DateTime, figureDate, timesIn } from '../text/times/index.ts'
import type { Paragraph, Role } from '../tree.ts'
import { structure } from './structure.ts'

export interface Parts {
  /** All lines of the title, joined. */
  readonly title: string | undefined
  readonly subtitle: string | undefined
  /** 某政发〔2026〕5号 */
  readonly documentNumber: string | undefined
  /** Who issues the paper: by its letterhead, else who signs it. */
  readonly issuer: string | undefined
  readonly meeting: string | undefined
  /** The date under the text, else the one above it, as written. */
  readonly date: string | undefined
  /** The same as YYYY-MM-DD, or YYYY-MM where no day is told. */
  readonly isoDate: string | undefined
  readonly speaker: string | undefined
  readonly place: string | undefined
}

/** The paragraphs of the paper itself: up to its first attachment, or the title of another paper in the same file. */
export const ownParagraphs = fact('ownParagraphs', (_, use): readonly Paragraph[] => {
  const { paragraphs } = use(structure)
  let [hasTitle, hasBody] = [false, false]
  const end = paragraphs.findIndex(({ paragraph: { role }, section }) => {
    if (role === 'annex' || role === 'aside') return true
    if (role === 'title' && hasBody) return true
    hasTitle ||= role === 'title'
    // Before its title a page may have a few words of its own.
    hasBody ||= section !== undefined || (role === undefined && hasTitle)
    return false
  })
  return (end < 0 ? paragraphs : paragraphs.slice(0, end)).map(({ paragraph }) => paragraph)
})

export const parts = fact('parts', ({ text }, use): Parts => {
  const own = use(ownParagraphs)
  const linesOf = (role: Role): string[] =>
    own.filter((paragraph) => paragraph.role === role).map(({ start, end }) => text.slice(start, end))
  const spanOf = (role: Role): Span | undefined => own.find((paragraph) => paragraph.role === role)
  const titles = linesOf('title')
  const dateline = linesOf('dateline').join('')
  const [subtitle] = linesOf('subtitle')
    .map((line) => withoutBlanks(line).replace(/^[—―－-]+/, ''))
    .filter((line) => !stateOfPaper.test(line))
  const title = titleOf(titles.map(withoutBlanks))
  const written = dateOf(text, spanOf('date')) ?? dateOf(text, spanOf('dateline'))
  return {
    title,
    subtitle,
    documentNumber: linesOf('document-number')
      .map((line) => withoutBlanks(line).replace(/^[（(](.*)[）)]$/, '$1'))
      .find((line) => /号$/.test(line) && (/[0-9]{4}/.test(line) || decree.test(title ?? ''))),
    issuer: issuerOf(linesOf('issuer'), linesOf('signature')) ?? decree.exec(title ?? '')?.[1],
    meeting: [dateline, subtitle, title].map((line) => meetingIn(line ?? '')).find((found) => found !== undefined),
    date: written?.date,
    isoDate: written?.iso,
    speaker: speakerOf(linesOf('byline'), linesOf('signature')) ?? speakerInTitle(title),
    place: placeIn(dateline) ?? labelledPlace(text, own),
  }
})

/** （征求意见稿） tells how far a paper has come, and is no second title. */
const stateOfPaper = /^[（(](?:[^（）()]{0,8}稿|草案|试行|暂行|摘要|节选|摘登|代拟)[）)]$/

/** So many characters at the end tell that two titles are one, told twice: above a file and above its text. */
const sameEnd = 4
/** The last words of a title; what stands behind them begins another. */
const titleEnd =
  /(?:报告|讲话|总结|方案|计划|通知|意见|请示|批复|纪要|要点|致辞|致词|发言|汇报|办法|规定|决议|决定)(?:[（(][^（）()]{1,20}[）)])?$/

/**
 * The lines of a title joined. A page prints its own title above that of the text: of two, the first is kept where they say the
 * same, else the second, which is the text's own.
 */
function titleOf(lines: readonly string[]): string | undefined {
  const titles: string[] = []
  let isOver = true
  const bare = (title: string): string => title.replace(/[^\u4e00-\u9fff]/g, '')
  for (const line of lines) {
    const last = titles[titles.length - 1]
    if (last === undefined || isOver || (line.length >= sameEnd && bare(last).startsWith(bare(line)))) titles.push(line)
    else titles[titles.length - 1] = last + line
    isOver = titleEnd.test(line)
  }
  return titles.reduce<string | undefined>((kept, title) => {
    if (kept === undefined) return title
    if (bare(title).startsWith(bare(kept))) return title
    return bare(kept).includes(bare(title)) || kept.slice(-sameEnd) === title.slice(-sameEnd) ? kept : title
  }, undefined)
}

/** 某区人民政府令: its number has no year, and its title says whose it is. */
const decree = /^(.{2,30}(?:政府|部|委员会|局))令$/

const twoDigits = (value: number): string => String(value).padStart(2, '0')

function dateOf(text: string, span: Span | undefined): { readonly date: string; readonly iso: string } | undefined {
  if (!span) return undefined
  const line = text.slice(span.start, span.end).replace(/^.{2,6}[：:]\s*/, '')
  const figures = figureDate(
    withoutBlanks(line)
      .replace(/．/g, '.')
      .replace(/(?:星期|周)?.$/, (end) => (/[0-9]/.test(end) ? end : '')),
  )
  if (figures) return { date: line, iso: `${figures.year}-${twoDigits(figures.month)}-${twoDigits(figures.day)}` }
  const date = timesIn(text, span.start, span.end).find(
    (time): time is DateTime => time.kind === 'date' && time.year?.kind === 'year',
  )
  if (date?.year?.kind !== 'year') return apartDate(line)
  const { month, day } = date
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined
  const iso = `${date.year.value}-${twoDigits(month)}${day === undefined ? '' : `-${twoDigits(day)}`}`
  return { date: text.slice(date.year.start, date.end), iso }
}

const masthead = /(?:信息|动态|简报|专报|快报|内参|参考|要情|通讯|交流|反映|专刊|参阅)$/

/** 1 9 9 8 年3 月5 日: set apart by hand, or copied from a page. */
function apartDate(line: string): { readonly date: string; readonly iso: string } | undefined {
  const found = /((?:19|20)[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日/.exec(withoutBlanks(line))
  if (!found) return undefined
  const [date, year, month, day] = [found[0], ...found.slice(1).map(Number)] as [string, number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? { date, iso: `${year}-${twoDigits(month)}-${twoDigits(day)}` }
    : undefined
}

/** 某某县人民政府文件 is issued by 某某县人民政府. */
function issuerOf(heads: readonly string[], signatures: readonly string[]): string | undefined {
  // Of a bulletin the office stands below its name: 某县统计信息, 第31期, 某县统计局.
  const offices = heads.filter((line) => !masthead.test(withoutBlanks(line)))
  const named = (offices.length > 0 ? offices : heads).map((line) =>
    withoutBlanks(line)
      .replace(/(?:主办|编印|编发|编|印)$/, '')
      .replace(/(?:文件|令|简报|公报|[公通]告|(?:常务|专题)?会议纪要|通报|专报|快报)$/, ''),
  )
  if (named.length > 0) return named.filter(Boolean).join('、')
  const signed = signatures
    .flatMap(officesOf)
    .map((line) =>
      withoutBlanks(line)
        .replace(/^.{2,6}[：:]/, '')
        .replace(/[（(][^（）()]{1,4}[）)]$/, ''),
    )
    .filter((line) => personIn(line) === undefined && !/全体/.test(line) && line.length > 2)
  return signed.length > 0 ? signed.join('、') : undefined
}

/** 某县委宣传部　　某县司法局: two offices sign in one line. */
function officesOf(line: string): readonly string[] {
  const offices = line.split(/[ \u00a0\u3000\t]{2,20}/).filter(Boolean)
  return offices.every((one) => one.length >= shortestOffice && isOffice.test(one)) ? offices : [line]
}

const shortestOffice = 4
const isOffice = /(?:局|委|办|部|厅|院|室|会|中心|公司|集团|政府|队|校|大学|中学|小学|银行|法院|街道|镇|乡|县|区|市)$/

/** How the words before 上 or 开幕 end where they name a meeting. */
const meetingEnd = /(?:会议|[^社员机]会|论坛)$/
/** No name of a meeting is longer. Characters. */
const longestMeeting = 60

/** 2026年1月12日在某县第十七届人民代表大会第五次会议上: what stands between 在 and 上. */
function meetingIn(line: string): string | undefined {
  const words = withoutBlanks(line)
  for (const { index } of words.matchAll(/上|开幕|闭幕/g)) {
    const before =
      words
        .slice(Math.max(0, index - 70), index)
        .split(/[。；：，（）()]/)
        .pop() ?? ''
    const from = before.lastIndexOf('日在') >= 0 ? before.lastIndexOf('日在') + 1 : before.indexOf('在')
    const name = before.slice(from + 1)
    if (from >= 0 && name.length > 2 && name.length <= longestMeeting && meetingEnd.test(name)) return name
  }
  return undefined
}

/** Who speaks: by the line under the title, or by what the signature says of itself (述职人：某某). */
function speakerOf(bylines: readonly string[], signatures: readonly string[]): string | undefined {
  for (const [index, line] of bylines.entries()) {
    const person = personIn(line)
    if (person !== undefined) return person
    const next = bylines[index + 1]
    if (next !== undefined && isPersonName(next)) return withoutBlanks(next)
  }
  const labels = signatures.filter((line) => /^[\u4e00-\u9fff]{2,4}人/.test(line))
  return labels.map(personIn).find((person) => person !== undefined)
}

/** 张某某：在全县工作会议上的讲话, 国务院总理张某某在……上的致辞 */
function speakerInTitle(title = ''): string | undefined {
  if (!/(?:讲话|致辞|致词|演讲|发言)$/.test(title)) return undefined
  const before = /^([^：:在“《]{2,24})(?:[：:]在?|在)/.exec(title)?.[1]
  return before === undefined ? undefined : personIn(before)
}

/** （2026年2月3日，北京） */
function placeIn(dateline: string): string | undefined {
  const found = /日\s?[，,、\s\u3000]\s?([\u4e00-\u9fff·]{2,16})[）)]?$/.exec(dateline)?.[1]
  return found === undefined ||
    /会议|通过|讲话|报告|印发|修订|星期|上午|下午|[局委长]$/.test(found) ||
    (isPersonName(found) && !/[省市县区州镇乡村京沪津渝旗盟馆厅堂]$/.test(found))
    ? undefined
    : found
}

/** 地点：县委会议室, above the text of minutes. So many paragraphs from the top. */
const furthestLabel = 14

function labelledPlace(text: string, own: readonly Paragraph[]): string | undefined {
  for (const { start, end } of own.slice(0, furthestLabel)) {
    const found = /^(?:会议|活动)?地\s{0,4}点\s?[：:]\s{0,4}([^\s。；，]{2,30})$/.exec(
      text.slice(start, Math.min(end, start + 60)),
    )
    if (found) return found[1]
  }
  return undefined
}
