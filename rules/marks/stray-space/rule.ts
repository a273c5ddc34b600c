import {
  asRead,
  defineRule,
  isHan,
  isInside,
  Kind,
  kindAt,
  landmarks,
  markup,
  type PlacedSection,
  quotations,
  type Sentence,
  type Span,
  structure,
} from '../../../src/kit.ts'

/** Typed blanks. U+3000 and em spaces are layout (新华社北京12月26日电　…, 龚　正) and never meant here. */
const isSpace = (text: string, offset: number): boolean => {
  const code = text.charCodeAt(offset)
  return code === 0x20 || code === 0xa0 || code === 0x2002 || code === 0x2009
}

/** Marks of Chinese text, of which no blank stands at either side. */
const isMark = (text: string, offset: number): boolean => {
  const kind = kindAt(text, offset)
  const ascii = text.charCodeAt(offset) < 0x80
  return !ascii && kind >= Kind.terminal && kind <= Kind.close
}

/** So many characters are shown at both sides of the first line end that became a blank. */
const around = 4

/** In a document that sets figures off by blanks throughout, a blank is its habit; fewer than this many are slips. */
const habit = 4

export default defineRule({
  id: 'stray-space',
  severity: 'warning',
  summary: { zh: '汉字、标点之间多出空格', en: 'A blank inside Chinese text' },
  source: { tier: '通例', ref: '汉字之间、汉字与标点之间不空格' },
  options: {},
  messages: {
    han: { zh: '“{before}”与“{after}”之间多了空格', en: 'A blank between “{before}” and “{after}”' },
    whole: {
      zh: '“{before}”与“{after}”之间有空格，别处没有',
      en: 'A blank between “{before}” and “{after}”, which stand together elsewhere',
    },
    mark: { zh: '标点旁多了空格', en: 'A blank beside a mark' },
    copied: {
      zh: '像是从 PDF 复制来的：{breaks}处断行留成了空格、{marks}处页码',
      en: 'This seems to be copied from a PDF: {breaks} line ends are blanks now, and {marks} page numbers stand among the words',
    },
    copiedPlain: {
      zh: '像是从 PDF 复制来的：{breaks}处断行留成了空格',
      en: 'This seems to be copied from a PDF: {breaks} line ends are blanks now',
    },
    figure: {
      zh: '汉字与数字之间多了空格，别处都没有',
      en: 'A blank between a character and a figure, nowhere else in the text',
    },
  },
  check({ text, use, report }) {
    const { copied } = use(asRead)
    const [first] = copied?.edits ?? []
    if (copied && first) {
      const at = { start: Math.max(0, first.start - around), end: Math.min(text.length, first.start + around) }
      const { breaks, marks, edits } = copied
      const actual = `${text.slice(at.start, first.start)} ${text.slice(first.start, at.end)}`
      report(marks > 0 ? 'copied' : 'copiedPlain', at, { breaks, marks }, { actual, fix: { grade: 'suggested', edits } })
    }
    const { sections, sentences: bodies } = use(structure)
    const sentences = withHeadings(bodies, sections)
    const quoted = use(quotations)
    // **（一）标题。** 正文: the blank belongs to the signs of Markdown, which need it.
    const { isBeside } = use(markup)
    const figures: Span[] = []
    const { offsets, kinds, length } = use(landmarks)
    let asked = 0
    let at = 0
    for (const [index, sentence] of sentences.entries()) {
      while (at < length && (offsets[at] as number) <= sentence.start) at++
      if (isCredit(sentence.value)) continue
      const isRunningText = isRunning(sentence) && !(index < frontSentences && isSqueezedFront(sentence.value))
      for (; at < length && (offsets[at] as number) < sentence.end - 1; at++) {
        const start = offsets[at] as number
        if (kinds[at] !== Kind.blank || !isSpace(text, start)) continue
        let offset = start
        while (isSpace(text, offset)) offset++
        while (at + 1 < length && (offsets[at + 1] as number) < offset) at++
        const span = { start, end: offset }
        const found = kindOf(text, span)
        if (!found || isLayout(text, sentence, span) || isBeside(span)) continue
        // In a line that is no sentence, only what the rest of the text speaks against.
        if (!isRunningText && !(found === 'han' && asked++ < mostAsked && isWholeElsewhere(text, span))) continue
        // Two halves of a slogan or a title, “好客山东 好品山东”, stand apart on purpose; and “ ” is a value.
        if (isInside(quoted, start) && (areHalves(text, span) || !isWholeElsewhere(text, span))) continue
        const actual = text.slice(start - 1, offset + 1)
        if (found === 'figure') figures.push(span)
        else if (found === 'mark') report('mark', span, {}, { actual, fix: { grade: 'safe', edits: [{ ...span, text: '' }] } })
        else {
          const data = { before: text[start - 1] as string, after: text[offset] as string }
          // Many a heading sets two halves apart on purpose.
          const isDoubtful = !isRunningText || sentence.isHeading || isInside(quoted, start)
          report(isRunningText ? 'han' : 'whole', span, data, {
            actual,
            fix: { grade: 'suggested', edits: [{ ...span, text: '' }] },
            ...(isDoubtful && { severity: 'info' }),
          })
        }
      }
    }
    for (const span of betweenSentences(text, bodies).filter((blank) => !isBeside(blank))) {
      const fix = { grade: 'suggested', edits: [{ ...span, text: '' }] } as const
      report('mark', span, {}, { actual: text.slice(span.start - 1, span.end + 1), fix })
    }
    if (figures.length > habit) return
    for (const span of figures)
      report(
        'figure',
        span,
        {},
        { actual: text.slice(span.start - 1, span.end + 1), fix: { grade: 'suggested', edits: [{ ...span, text: '' }] } },
      )
  },
})

/**
 * Blanks behind a full stop: 提出申请。 我于去年加入单位. More of them than slips are the habit of whoever wrote it, or of a
 * program, and none is told.
 */
function betweenSentences(text: string, sentences: readonly Sentence[]): Span[] {
  const found: Span[] = []
  let [all, apart] = [0, 0]
  for (let index = 1; index < sentences.length; index++) {
    const before = sentences[index - 1] as Sentence
    const { start } = sentences[index] as Sentence
    const gap = start - before.end
    if (gap < 0 || gap > 2 || !'。！？；'.includes(text[before.end - 1] as string) || !isHan(text, start)) continue
    all++
    if (gap === 0) continue
    apart++
    const isOfPage = [before, sentences[index] as Sentence].some(
      ({ value }) => isCredit(value) || /^(?:图为|新华社|本报)/.test(value),
    )
    if (isOfPage) continue
    if (isSpace(text, before.end) && isSpace(text, start - 1)) found.push({ start: before.end, end: start })
  }
  // A page that was put into one line has blanks where its paragraphs ended.
  const isPage = sentences.length > 0 && found.some(({ start }) => lineLength(text, start) > longestParagraph)
  return isPage || (apart > habit && apart * 2 > all) ? [] : found
}

/** A longer line is no paragraph but a page. Characters. */
const longestParagraph = 800

/** As far as it matters here. */
function lineLength(text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - longestParagraph), offset)
  const behind = text.slice(offset, offset + longestParagraph)
  const end = behind.indexOf('\n')
  return before.length - (before.lastIndexOf('\n') + 1) + (end < 0 ? behind.length : end)
}

function kindOf(text: string, { start, end }: Span): 'han' | 'mark' | 'figure' | undefined {
  const beforeHan = isHan(text, start - 1)
  const afterHan = isHan(text, end)
  if (beforeHan && afterHan) return 'han'
  const beforeMark = isMark(text, start - 1)
  const afterMark = isMark(text, end)
  if ((beforeMark && (afterHan || afterMark || kindAt(text, end) === Kind.digit)) || (afterMark && beforeHan)) return 'mark'
  if (beforeHan && kindAt(text, end) === Kind.digit) return 'figure'
  return undefined
}

/** In lines that are no sentences blanks may be meant: whether they are is looked up in the rest of the text, so many times. */
const mostAsked = 40

/**
 * Two characters of one side and the next of the other stand together elsewhere: 人民代 表大会 in a title, 人民代表大会 in the
 * text. Not two blanks, which part the halves of a title, and no name behind a post.
 */
const isWholeElsewhere = (text: string, { start, end }: Span): boolean =>
  end - start === 1 &&
  !/(?:[长理]|主[席任]|书记)$/.test(text.slice(start - 2, start)) &&
  !postBehind.test(text.slice(end, end + 6)) &&
  (text.includes(text.slice(start - 2, start) + text.slice(end, end + 1)) ||
    text.includes(text.slice(start - 1, start) + text.slice(end, end + 2)))

/** Two of one length within quotation marks: a slogan in two halves, whatever else the text says. */
function areHalves(text: string, { start, end }: Span): boolean {
  let length = 1
  while (length <= longestHalf && isHan(text, start - length) && isHan(text, end + length - 1)) length++
  return !isHan(text, start - length) && !isHan(text, end + length - 1) && length > shortestHalf
}

/** Of a slogan. Characters. */
const shortestHalf = 3
const longestHalf = 12

/** 某某市第三中学 校长 张某某: the post is set apart from the office. */
const postBehind =
  /^(?:党委|党组|支部|副){0,2}(?:书记|主任|主席|总经理|经理|董事长|秘书长|委员长|检察长|[省市县区州旗镇乡校院局厅处科股所站队部行园馆]长)/

/** A scraped page that begins with title, date and speaker in one line with the text. */
const isSqueezedFront = (sentence: string): boolean => /[（(]20[0-9]{2}年|日电[\s\u3000]/.test(sentence)

/** Such a front is one of the first sentences. */
const frontSentences = 4

/** The words of numbered headings are running text too; in document order among the sentences. */
function withHeadings(sentences: readonly Sentence[], sections: readonly PlacedSection[]): Running[] {
  const headings = sections.flatMap(({ heading }): Running[] => {
    const [marker, words] = heading.children
    if (marker?.type !== 'marker' || words?.type !== 'text' || words.value.length < shortestHeading) return []
    return [{ start: words.start, end: words.end, value: words.value, terminal: '。', isHeading: true }]
  })
  return [...sentences, ...headings].sort((a, b) => a.start - b.start)
}

/** A shorter heading may be set apart by hand (一、工 作 回 顾). */
const shortestHeading = 10

type Running = Pick<Sentence, 'start' | 'end' | 'value' | 'terminal'> & { readonly isHeading?: true }

/** A sentence of running text: it ends with a mark, or leads to items. */
const isRunning = ({ terminal, value }: Running): boolean => terminal !== '' || /[：:，；、]$/.test(value)

/** A credit line or a name beside a post: 新华社记者 谢环驰 摄. */
const isCredit = (sentence: string): boolean => /记者|摄影|编辑|版）/.test(sentence)

/** The hundred commonest surnames and those of state leaders: four in five people. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习温栗汪殷蓝'

/** Several blanks in a row, or characters set apart one by one (人 民 政 府, 王 伟): layout by hand. */
function isLayout(text: string, sentence: Span & { readonly value: string }, { start, end }: Span): boolean {
  if (end - start > 2) return true
  // □同意　□不同意: what is ticked in a form.
  if (/[□☐☑■○]/.test(sentence.value)) return true
  // 市长 王某某, 新华社北京12月31日电 …: the name or the news begins.
  const before = text.slice(Math.max(0, start - 3), start)
  if (before.endsWith('日电')) return true
  if (/(?:[省市区县州部局]长|主席|书记|主任|总理|记者)$/.test(before) && surnames.includes(text[end] ?? ' ')) return true
  const single = (offset: number, step: number): boolean => {
    const neighbour = offset + step
    return neighbour < sentence.start || neighbour >= sentence.end || isSpace(text, neighbour) || !isHan(text, neighbour)
  }
  return isHan(text, start - 1) && isHan(text, end) && (single(start - 1, -1) || single(end, 1))
}
