/** What the elements of a page mean for its text. HTML names are those of the HTML standard, §15.3 for how they are shown. */
import type { Aside } from '../../source.ts'
import type { ElementNode } from './tree.ts'

/** A paragraph ends where one of these begins or ends. */
const blocks: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary ' +
    'table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
)

/** What is not shown as text, or belongs to forms and pictures. */
const skipped: ReadonlySet<string> = new Set(
  (
    'applet audio button canvas datalist del embed frameset head iframe input map math noembed noframes noscript object ' +
    'option rp rt rtc script select style svg template textarea title video'
  ).split(' '),
)

/** Chrome of a page, whatever stands in it; and chrome unless prose stands in it. */
const chrome: ReadonlySet<string> = new Set(['nav', 'search'])
const chromeRoles: ReadonlySet<string> = new Set(['navigation', 'menu', 'menubar', 'search', 'toolbar', 'tablist'])
const perhapsChrome: ReadonlySet<string> = new Set(['aside', 'footer', 'form'])
const perhapsChromeRoles: ReadonlySet<string> = new Set(['complementary', 'contentinfo', 'form'])
const perhapsChromeWords =
  /(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|crumbs?|footer|copyright|share|sharebar|sidebar|toolbar|pagination|pager|related|recommend)(?:$|[\s_-])/i

/** Values longer than this are no names; pictures stand in some. In UTF-16 units. */
const longestValue = 2000

export function attribute(element: ElementNode, name: string): string | undefined {
  const value = element.attrs.find((one) => one.name === name)?.value
  return value === undefined || value.length > longestValue ? undefined : value
}

export const isBlock = (element: ElementNode, style: string): boolean =>
  blocks.has(element.tag) || /display\s{0,9}:\s{0,9}(?:block|flex|grid|list-item|table)/i.test(style)

export function isSkipped(element: ElementNode, style: string): boolean {
  const { tag, space } = element
  if (skipped.has(tag) || !space.endsWith('/xhtml')) return true
  if (
    attribute(element, 'hidden') !== undefined ||
    /(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all)/i.test(style)
  )
    return true
  if (tag === 'dialog') return attribute(element, 'open') === undefined
  return isNoteMark(element, style)
}

/** The number of a note, in the text or before the note: a place and no text. */
function isNoteMark(element: ElementNode, style: string): boolean {
  if (/mso-element\s{0,9}:\s{0,9}(?:comment-list|comment)(?![\w-])/i.test(style)) return true
  if (element.tag === 'span') return /^MsoCommentReference$/i.test(attribute(element, 'class') ?? '')
  if (element.tag !== 'a') return false
  return (
    /^sd(?:foot|end)note(?:anc|sym)$/.test(attribute(element, 'class') ?? '') ||
    /^#(?:_(?:ftn|edn|msocom)|sdfootnote|sdendnote|cite_note|cite_ref|fn|footnote)/i.test(attribute(element, 'href') ?? '')
  )
}

/** Whether the element is chrome of a page: always, or unless it holds prose. */
export function chromeOf(element: ElementNode): 'always' | 'unless-prose' | undefined {
  const role = attribute(element, 'role') ?? ''
  if (chrome.has(element.tag) || chromeRoles.has(role)) return 'always'
  if (perhapsChrome.has(element.tag) || perhapsChromeRoles.has(role)) return 'unless-prose'
  if (element.tag === 'body' || element.tag === 'html') return undefined
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
  return perhapsChromeWords.test(names) ? 'unless-prose' : undefined
}

/** What Word and LibreOffice keep beside the body, in the pages that they write. */
export function asideOf(element: ElementNode, style: string): Aside | undefined {
  if (element.tag !== 'div') return undefined
  const title = attribute(element, 'title')
  if (title === 'header' || title === 'footer') return title
  const id = /^(sdfootnote|sdendnote|ftn|edn)\d{1,9}$/.exec(attribute(element, 'id') ?? '')?.[1]
  if (id !== undefined) return id === 'sdfootnote' || id === 'ftn' ? 'footnote' : 'endnote'
  const kind = /mso-element\s{0,9}:\s{0,9}(header|footer|footnote|endnote)(?![\w-])/i.exec(style)?.[1]
  return kind as Aside | undefined
}

/** Whether line ends in the element's text are shown as such. Undefined: as around it. */
export function keepsBlanks({ tag }: ElementNode, style: string): boolean | undefined {
  if (tag === 'pre' || tag === 'listing' || tag === 'xmp' || tag === 'plaintext') return true
  const value = /white-space\s{0,9}:\s{0,9}([a-z-]{1,20})/i.exec(style)?.[1]?.toLowerCase()
  return value === undefined ? undefined : value.startsWith('pre') || value === 'break-spaces'
}

/** Whether the element's text is bold. Undefined: as around it. */
export function isBold({ tag }: ElementNode, style: string): boolean | undefined {
  const value = /font-weight\s{0,9}:\s{0,9}([a-z0-9]{1,10})/i.exec(style)?.[1]?.toLowerCase()
  if (value !== undefined) return value.startsWith('bold') || Number(value) >= leastBold
  return tag === 'b' || tag === 'strong' ? true : undefined
}

/** CSS weights from here on are bold. */
const leastBold = 600

/** `<h2>` → 2. */
export const headingOf = ({ tag }: ElementNode): number | undefined =>
  tag.length === 2 && tag >= 'h1' && tag <= 'h6' ? Number(tag.charAt(1)) : undefined

/** Word writes a bullet as a letter of a font of pictures. */
export const isPictureFont = (style: string): boolean =>
  /font-family\s{0,9}:\s{0,9}["']?(?:wingdings|symbol|webdings)/i.test(style)

/** Word's automatic number, which its pages have as text. */
export const isListMark = (style: string): boolean => /mso-list\s{0,9}:\s{0,9}ignore/i.test(style)

// --- <ol> -------------------------------------------------------------------------------------------------------------

/** Names of CSS and of the attribute `type` → names of our number formats, and what is printed behind the number. */
const numberFormats: Readonly<Record<string, readonly [format: string, mark: string]>> = {
  '1': ['decimal', '.'],
  a: ['lowerLetter', '.'],
  A: ['upperLetter', '.'],
  i: ['lowerRoman', '.'],
  I: ['upperRoman', '.'],
  decimal: ['decimal', '.'],
  'lower-alpha': ['lowerLetter', '.'],
  'lower-latin': ['lowerLetter', '.'],
  'upper-alpha': ['upperLetter', '.'],
  'upper-latin': ['upperLetter', '.'],
  'lower-roman': ['lowerRoman', '.'],
  'upper-roman': ['upperRoman', '.'],
  'cjk-ideographic': ['chineseCountingThousand', '、'],
  'cjk-decimal': ['ideographDigital', '、'],
  'simp-chinese-informal': ['chineseCountingThousand', '、'],
  'trad-chinese-informal': ['taiwaneseCountingThousand', '、'],
  'simp-chinese-formal': ['chineseLegalSimplified', '、'],
  'trad-chinese-formal': ['ideographLegalTraditional', '、'],
  'cjk-heavenly-stem': ['ideographTraditional', '、'],
  'cjk-earthly-branch': ['ideographZodiac', '、'],
}

/** How a browser numbers the items of a list; undefined where it prints a bullet or nothing. */
export interface Numbers {
  readonly format: string
  readonly mark: string
  next: number
  readonly step: 1 | -1
}

export function numbersOf(element: ElementNode, style: string): Numbers | undefined {
  if (element.tag !== 'ol') return undefined
  const named = /list-style(?:-type)?\s{0,9}:\s{0,9}([a-z-]{1,30})/i.exec(style)?.[1]?.toLowerCase()
  const type = named ?? attribute(element, 'type') ?? '1'
  const known = Object.hasOwn(numberFormats, type) ? numberFormats[type] : undefined
  if (!known) return undefined
  const isReversed = attribute(element, 'reversed') !== undefined
  const [format, mark] = known
  return {
    format,
    mark,
    next: integer(attribute(element, 'start')) ?? (isReversed ? itemsOf(element) : 1),
    step: isReversed ? -1 : 1,
  }
}

export const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^\s{0,9}-?\d{1,9}\s{0,9}$/.test(text) ? Number(text) : undefined

const itemsOf = ({ children }: ElementNode): number =>
  children.filter((child) => child.kind === 'element' && child.tag === 'li').length
