/** Where another document begins in the same file: an attachment, or a second paper. */
import { chineseDay, isDateOnly } from './dates.ts'
import { isSalutation } from './roles.ts'
import type { RoledLine } from './sections.ts'

/** 附件, 附件1, 附件：, 附件1：: the mark above an attachment, on a line of its own. */
const mark = /^附\s?件\s?[0-9０-９一二三四五六七八九十]{0,2}\s?[：:]?$/
/** 附件1：名单, where the paper is over: the mark and the title in one line. */
const markAndTitle = /^附\s?件\s?[0-9０-９一二三四五六七八九十]{0,2}\s?(?:[：:]|[\s\u3000]{1,4})\S[^。；]{1,60}$/

const wordsOf = (text: string, line: RoledLine | undefined): string => (line ? text.slice(line.start, line.end) : '')

/** Whether the line at `index` is the mark above an attachment. */
export function isAnnexMark(text: string, all: readonly RoledLine[], index: number): boolean {
  const line = all[index] as RoledLine
  if (line.role !== undefined || line.end - line.start > 80) return false
  const words = wordsOf(text, line)
  if (mark.test(words)) return index < all.length - 1
  if (!markAndTitle.test(words)) return false
  // Behind the date the paper is over; 附件：…… above it tells what is attached.
  return isOver(text, all, index) && hasText(text, all, index)
}

/** How far above the mark the date may stand: 附注 and 版记 come in between. */
const reach = 8

function isOver(text: string, all: readonly RoledLine[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(1, index - reach); at--) {
    if (all[at]?.role === 'annex') return true
    if (isDateOnly(wordsOf(text, all[at]))) return true
  }
  return false
}

/** Whether anything but another mark follows: a list of attachments is no attachment. */
function hasText(text: string, all: readonly RoledLine[], index: number): boolean {
  const next = all[index + 1]
  return next !== undefined && !markAndTitle.test(wordsOf(text, next)) && !isDateOnly(wordsOf(text, next))
}

const titleLike =
  /^(?=.{6,60}$)[^。；：:，！？]*(?:报告|讲话|总结|方案|通知|通报|决定|意见|请示|批复|致辞|发言|汇报|公告|通告|倡议书|公开信|慰问信|感谢信)(?:[（(][^（）()]{1,12}[）)])?$/
const dateline = new RegExp(`^(?:——|—|--|－－)?\\s?[（(]\\s?${chineseDay}.{0,60}[）)]$|^(?:——|—|--|－－)\\s?${chineseDay}`)
const over = /^(?:谢谢|感谢|特此|此致|敬礼|完了|以上(?:报告|汇报))/

/** Whether the title of another paper stands at `index`: the one before is finished, and a date or an audience stands below. */
export function beginsDocument(text: string, all: readonly RoledLine[], index: number): boolean {
  const line = all[index] as RoledLine
  if (line.role !== undefined || index < 4 || line.hint?.label !== undefined) return false
  const words = wordsOf(text, line)
  if (!titleLike.test(words)) return false
  let above = index - 1
  while (above > 0 && all[above]?.role === 'noise') above--
  const before = wordsOf(text, all[above])
  const isFinished = isDateOnly(before) || (over.test(before) && before.length <= 40)
  const next = wordsOf(text, all[index + 1])
  const proves = isSalutation(next) || dateline.test(next) || isSalutation(wordsOf(text, all[index + 2]))
  return (isFinished && next !== '') || (proves && /[。！!]$/.test(before))
}

/** The whole text may stand in the file twice: its first two lines then stand there again. So many lines are its first. */
const firstLines = 12
const shortestFirst = 6

/** What stands above one table after another: （单位：万元）. */
const ofTable = /^[（(][^（）()]*[）)]$|^(?:金额)?单位[：:]/

/** `body`: the last line above `index` that is a text, -1 without one. */
export function beginsAgain(text: string, all: readonly RoledLine[], index: number, body: number): boolean {
  if (index < firstLines) return false
  const words = wordsOf(text, all[index])
  if (words.length < shortestFirst || words.length > 60 || ofTable.test(words)) return false
  const next = wordsOf(text, all[neighbour(all, index)])
  for (let first = 0; first < firstLines; first++) {
    if (all[first]?.role === 'noise' || wordsOf(text, all[first]) !== words) continue
    return next !== '' && wordsOf(text, all[neighbour(all, first)]) === next && body >= first
  }
  return false
}

/** A page prints a title twice, and a date with it; a text stands between where it is the text that begins anew. */
const shortestBody = 60
export const isBody = (text: string, { start, end }: RoledLine): boolean =>
  end - start >= shortestBody && /[。！]/.test(text.slice(start, end))

/** The next line that is no noise. */
function neighbour(all: readonly RoledLine[], index: number): number {
  let at = index + 1
  while (all[at]?.role === 'noise') at++
  return at
}
