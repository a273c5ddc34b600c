import {
  attachments,
  defineRule,
  headingMarker,
  type Line,
  lines,
  numberOf,
  type Scheme,
  type Span,
  structure,
  toHan,
} from '../../../src/kit.ts'
import { contentsSlips } from './contents.ts'
import { attachedElsewhere, elsewhere, ownWords, type Part, partOf, references } from './data.ts'

interface Place extends Span {
  readonly number: number
}

/** 前后参见：说“见第五部分”“附件3”“表2”，就要有第五部分、附件3、表2。 */
export default defineRule({
  id: 'dangling-reference',
  severity: 'warning',
  summary: {
    zh: '所指的部分、章条、附件、图表不存在（见第六章，全文只有五章）',
    en: 'A part, article, attachment, table or figure is pointed to that is not there',
  },
  source: { tier: '本规则', ref: '参见所指须在本文件之内' },
  options: {
    allow: { type: 'strings', default: [], zh: '另在他处的图表、附件，如“附件5”', en: 'what stands elsewhere, such as 附件5' },
  },
  quotes: 'skip',
  messages: {
    part: {
      zh: '这里指“第{number}{unit}”，全文只到第{last}{unit}',
      en: 'This points to {unit} {number}; the last of the text is {last}',
    },
    attachment: {
      zh: '这里指附件{number}，附件只有{count}个',
      en: 'This points to attachment {number}; there are {count}',
    },
    only: {
      zh: '这里指附件{number}，附件只有一个，没有编号',
      en: 'This points to attachment {number}; there is only one, without a number',
    },
    below: {
      zh: '“{words}”引出下文，应为“{due}”',
      en: '“{words}” leads to what follows: it should be “{due}”',
    },
    named: {
      zh: '附件{number}是“{title}”，这里说的是“{said}”，请核',
      en: 'Attachment {number} is “{title}”; here it is “{said}”. Please check',
    },
    table: { zh: '这里指{word}{number}，文中没有', en: 'This points to {word} {number}, which is not in the text' },
    crossed: {
      zh: '附件{number}是“{title}”，这里说的“{said}”是附件{other}',
      en: 'Attachment {number} is “{title}”; “{said}” is attachment {other}',
    },
    contents: {
      zh: '目录里这一条是“{words}”，与标题不一致',
      en: 'The table of contents has “{words}”, which is not what the heading says',
    },
    uncovered: {
      zh: '目录里这一条后面还有“{words}”，正文里没有这个标题，请核',
      en: 'Behind this one the table of contents has “{words}”, and the text has no such heading; please check',
    },
    entry: { zh: '目录', en: 'the table of contents' },
    last: { zh: '最后一个', en: 'the last one' },
    list: { zh: '附件说明', en: 'where the attachments are announced' },
  },
  check({ text, use, report }) {
    const { paragraphs, sections } = use(structure)
    for (const { heading, entry, words, isMissing } of contentsSlips(text, paragraphs, sections)) {
      const see = [{ id: 'entry', at: entry, data: {} }] as const
      if (isMissing) report('uncovered', heading, { words }, { see, severity: 'info' })
      else report('contents', heading, { words }, { see })
    }
    const { announced, annexes, bodyEnd } = use(attachments)
    const all = use(lines)
    for (const { words, start, end } of all) {
      const match = leadsOn.exec(words.slice(-4))
      if (!match || start >= bodyEnd) continue
      const at = { start: end - match[0].length, end: end - 1 }
      report('below', at, { words: '如上', due: '如下' }, { fix: { grade: 'suggested', edits: [{ ...at, text: '如下' }] } })
    }
    const found = all.flatMap((line) => (line.start < bodyEnd ? referencesIn(line) : []))
    if (found.length === 0) return
    const lastParts = lastOfParts()
    const captions = captionsOf(all)
    for (const one of found) {
      if (one.part === 'attachment') checkAttachment(one)
      else if (one.part === 'table' || one.part === 'figure') checkCaption(one)
      else checkPart(one)
    }

    function checkPart({ part, number, at, unit }: Reference): void {
      const last = lastParts.get(part)
      if (!last || number <= last.number) return
      report('part', at, { number: toHan(number), unit, last: toHan(last.number) }, { see: [{ id: 'last', at: last, data: {} }] })
    }

    function checkAttachment({ number, at, before }: Reference): void {
      const [first] = announced
      // Without a list nobody can say how many there are; one that hangs behind may be the only one of several that was pasted.
      if (!first || announced.some((entry) => entry.start <= at.start && at.start < entry.end)) return
      const see = [{ id: 'list' as const, at: first, data: {} }]
      const numbers = new Set(
        [...announced, ...annexes].map((entry, index) => entry.number ?? (index < announced.length ? index + 1 : 0)),
      )
      if (!numbers.has(number)) {
        if (announced.length === 1 && first.number === undefined)
          report('only', at, { number }, { see, severity: number === 1 ? 'info' : 'warning' })
        else report('attachment', at, { number, count: announced.length }, { see })
        return
      }
      const other = announced.find((entry, index) => (entry.number ?? index + 1) !== number && saidOf(before, entry.title))
      const own = announced.find((entry, index) => (entry.number ?? index + 1) === number)
      if (own && !other) checkNamed(own, number, before, at)
      if (!other || !own || saidOf(before, own.title)) return
      const said = saidOf(before, other.title) as string
      report('crossed', at, { number, title: own.title, said, other: other.number ?? announced.indexOf(other) + 1 }, { see })
    }

    /** 建立整治台账（见附件3）, and attachment 3 is a list: what stands before the bracket is its name told otherwise. */
    function checkNamed({ title, titleAt }: (typeof announced)[number], number: number, before: string, at: Span): void {
      const said = namedBefore.exec(before)?.[1] ?? ''
      const shared = sharedRun(said, title)
      if (shared.length < leastShared || said.endsWith(title) || title.includes(said.slice(said.indexOf(shared)))) return
      const from = said.indexOf(shared)
      const other = title.indexOf(shared)
      const rest = said.slice(from + shared.length)
      const due = title.slice(other + shared.length).replace(/[。；]$/, '')
      if (rest.length < 2 || due.length < 2 || rest.length > 6 || due.length > 6) return
      report(
        'named',
        at,
        { number, title, said: said.slice(from) },
        { see: [{ id: 'list', at: titleAt, data: {} }], severity: 'info' },
      )
    }

    function checkCaption({ part, number, at, unit }: Reference): void {
      const there = captions.get(part)
      // Tables are lost where a text is copied: only where others are there, one is missing.
      if (!there || there.has(number)) return
      report('table', at, { word: unit, number })
    }

    function lastOfParts(): ReadonlyMap<Part, Place> {
      const last = new Map<Part, Place>()
      for (const { heading } of use(structure).sections) {
        if (heading.start >= bodyEnd) continue
        const marker = headingMarker(heading)
        const part = marker && partOf[marker.scheme as Scheme]
        if (!marker || !part) continue
        const before = last.get(part)
        if (!before || before.number < marker.ordinal)
          last.set(part, { number: marker.ordinal, start: heading.start, end: heading.end })
      }
      for (const { enumeration } of use(structure).enumerations) {
        const part = partOf[enumeration.scheme]
        if (!part) continue
        for (const { children } of enumeration.children) {
          const [marker] = children
          const before = last.get(part)
          if (!before || before.number < marker.ordinal)
            last.set(part, { number: marker.ordinal, start: marker.start, end: marker.end })
        }
      }
      return last
    }
  },
})

/** 构成如上：, at the end of a paragraph. */
const leadsOn = /如上[：:]$/
/** The words before （见附件3）. */
const namedBefore = /([\u4e00-\u9fff]{6,24})[》”]?[（(](?:详?见|参见)?$/
/** So many characters both names have in one run. */
const leastShared = 4

/** The longest run of characters that two short names share. */
function sharedRun(one: string, other: string): string {
  let best = ''
  for (let from = 0; from < one.length; from++) {
    while (from + best.length < one.length && other.includes(one.slice(from, from + best.length + 1)))
      best = one.slice(from, from + best.length + 1)
  }
  return best
}

interface Reference {
  readonly part: Part
  readonly number: number
  /** 部分、章、附件、表. */
  readonly unit: string
  readonly at: Span
  /** The words of the line before it. */
  readonly before: string
}

/** How far before a reference the words are read that say whose part it is. Characters. */
const reach = 24

function referencesIn({ words, start }: Line): Reference[] {
  const found: Reference[] = []
  for (const match of words.matchAll(references)) {
    const { index } = match
    const [all, , han = '', unit = '', attached = '', word = '', arabic = ''] = match
    const before = words.slice(Math.max(0, index - reach), index)
    const at = { start: start + index, end: start + index + all.length }
    if (unit !== '') {
      const number = numberOf(han)
      const lead = match[1] ?? ''
      if (number === undefined || !ownWords.test(before + lead) || elsewhere.test(clauseOf(before))) continue
      const from = at.start + lead.length
      found.push({ part: partOfUnit[unit] ?? 'part', number, unit, at: { start: from, end: at.end }, before })
    } else {
      const number = numberOf(attached || arabic)
      if (number === undefined || number === 0 || index === 0 || attachedElsewhere.test(before)) continue
      if (attached !== '') found.push({ part: 'attachment', number, unit: '附件', at, before })
      else if (/(?:[见如详参]|[（(])$/.test(before))
        found.push({ part: word === '表' ? 'table' : 'figure', number, unit: word, at, before })
    }
  }
  return found
}

/** What stands behind the last mark, but for the words of this paper itself. */
const clauseOf = (before: string): string =>
  before
    .slice(Math.max(...['，', '。', '；', '：', '（', '、'].map((mark) => before.lastIndexOf(mark))) + 1)
    .replace(/本(?:办法|规定|条例|细则|章程|合同|协议)/g, '')

const partOfUnit: Readonly<Record<string, Part>> = { 部分: 'part', 章: 'chapter', 条: 'article' }

/** The end of a title, of four characters at least, that stands right before the reference: 任务分解表（见附件2）. */
function saidOf(before: string, title: string): string | undefined {
  const said = before.replace(/[（(《》“”]|(?:详见|见|参见)$/g, '')
  const bare = title.replace(/[《》“”]|[（(][^）)]{1,8}[）)]$/g, '')
  for (let length = Math.min(bare.length, said.length, reach); length >= 4; length--) {
    if (said.endsWith(bare.slice(-length))) return bare.slice(-length)
  }
  return undefined
}

const caption = /^([表图])\s?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})(?:[\s\u3000：:.．、]|$)/

/** The captions of tables and figures, by their number: 表2　任务分解. */
function captionsOf(all: readonly Line[]): ReadonlyMap<Part, ReadonlySet<number>> {
  const found = new Map<Part, Set<number>>()
  for (const { words } of all) {
    const match = caption.exec(words.slice(0, 12))
    const number = match ? numberOf(match[2] as string) : undefined
    if (!match || number === undefined) continue
    const part: Part = match[1] === '表' ? 'table' : 'figure'
    found.set(part, (found.get(part) ?? new Set()).add(number))
  }
  return found
}
