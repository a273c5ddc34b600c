import { defineRule, isHan, Kind, kindAt, landmarkFrom, landmarks, type Span, structure } from '../../../src/kit.ts'
import { headNouns, measures, predicates, verbs } from './data.ts'

/** Members of a list with commas between them. */
interface List extends Span {
  readonly commas: readonly number[]
}

/** The size of a member, in characters: a noun of two before its head noun, with one more at most. */
const smallest = 3
const largest = 6
/** The longest name of a figure: 城镇新增就业人数 and a little more. */
const longestMeasure = 12

export default defineRule({
  id: 'comma-in-list',
  severity: 'warning',
  summary: {
    zh: '并列词语之间用了逗号（规矩意识，纪律意识得到增强）',
    en: 'A comma between the members of one list (规矩意识，纪律意识得到增强)',
  },
  source: { tier: '国标', ref: 'GB/T 15834—2011 4.5.3.1 并列词语之间用顿号' },
  options: {
    allow: { type: 'strings', default: [], zh: '本单位沿用的说法，连同逗号填写', en: 'phrases this house keeps, comma included' },
  },
  messages: {
    subject: {
      zh: '“{first}”和“{last}”并列作主语，中间应用顿号',
      en: '“{first}” and “{last}” are one subject; 、 stands between them',
    },
    mixed: {
      zh: '“{first}”与后面的词语并列，别处用顿号，此处也应用顿号',
      en: '“{first}” belongs to the list behind it, which has 、 everywhere else',
    },
  },
  check({ text, use, report }) {
    const marks = use(landmarks)
    const { offsets, kinds, length } = marks
    for (const stretch of use(structure).stretches) {
      for (let at = landmarkFrom(marks, stretch.start); at < length; at++) {
        const comma = offsets[at] as number
        if (comma >= stretch.end) break
        if (kinds[at] !== Kind.comma || text[comma] !== '，') continue
        const subject = subjectAround(text, comma, stretch)
        const list = subject ?? measuresAround(text, comma, stretch)
        if (!list) continue
        const first = text.slice(list.start, list.commas[0])
        const last = text.slice((list.commas[list.commas.length - 1] as number) + 1, list.end)
        const fix = {
          grade: 'suggested',
          edits: list.commas.map((start) => ({ start, end: start + 1, text: '、' })),
        } as const
        if (subject) report('subject', list, { first, last }, { fix })
        else report('mixed', list, { first }, { fix })
      }
    }
  },
})

/** 规矩意识，纪律意识 before a predicate, `comma` being the last of the list: members of one size that end with one noun. */
function subjectAround(text: string, comma: number, stretch: Span): List | undefined {
  const noun = text.slice(comma - 2, comma)
  if (!headNouns.has(noun)) return undefined
  const start = wordsBefore(text, comma, stretch.start, largest)
  const size = comma - start
  if (size < smallest || size > largest || !isEdge(text, start, stretch)) return undefined
  const end = comma + 1 + size
  if (!isMember(text, start, size, noun) || !isMember(text, comma + 1, size, noun)) return undefined
  if (text.slice(start, comma) === text.slice(comma + 1, end)) return undefined
  const behind = text.slice(end, end + 3)
  if (!predicates.some((word) => behind.startsWith(word))) return undefined
  const commas = [comma]
  let from = start
  while (text[from - 1] === '，' && isMember(text, from - 1 - size, size, noun) && isEdge(text, from - 1 - size, stretch)) {
    commas.unshift(from - 1)
    from -= size + 1
  }
  return { start: from, end, commas }
}

/** `size` Han characters that end with `noun` and do not begin with a verb. */
function isMember(text: string, start: number, size: number, noun: string): boolean {
  if (start < 0) return false
  const words = text.slice(start, start + size)
  if (words.length < size || !words.endsWith(noun) || verbs.has(words.slice(0, 2))) return false
  for (let offset = start; offset < start + size; offset++) if (!isHan(text, offset)) return false
  return true
}

/** Where the Han before `end` begin; looks one character beyond `longest`. */
function wordsBefore(text: string, end: number, limit: number, longest: number): number {
  let start = end
  while (start > limit && end - start <= longest && isHan(text, start - 1)) start--
  return start
}

/** Whether a clause begins at `offset`: behind a mark, or with the text. */
function isEdge(text: string, offset: number, { start }: Span): boolean {
  if (offset <= start) return offset === start
  const kind = kindAt(text, offset - 1)
  return kind >= Kind.blank && kind <= Kind.colon
}

/** 城镇新增就业人数，城镇登记失业率、…: names of two figures that begin alike, the second one in a list with 、. */
function measuresAround(text: string, comma: number, stretch: Span): List | undefined {
  if (!measures.includes(text[comma - 1] as string)) return undefined
  const start = wordsBefore(text, comma, stretch.start, longestMeasure)
  const size = comma - start
  if (size < 4 || size > longestMeasure || !isSentenceStart(text, start, stretch)) return undefined
  if (text.slice(start, start + 2) !== text.slice(comma + 1, comma + 3)) return undefined
  let end = comma + 1
  while (end < stretch.end && end - comma <= longestMeasure && isHan(text, end)) end++
  const isList = text[end] === '、' && measures.includes(text[end - 1] as string) && end - comma > 4
  return isList ? { start, end, commas: [comma] } : undefined
}

function isSentenceStart(text: string, offset: number, { start }: Span): boolean {
  if (offset <= start) return offset === start
  const kind = kindAt(text, offset - 1)
  return kind === Kind.terminal || kind === Kind.semicolon || kind === Kind.newline
}
