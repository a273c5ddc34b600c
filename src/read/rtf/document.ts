/** The tokens of an RTF file → its paragraphs. Every control that matters is a row of the tables below. */
import type { Aside, Hint } from '../../source.ts'
import type { Wording } from '../../wording.ts'
import { CODE_LENGTH, isContents, shownByCode } from '../field-codes.ts'
import { LINE_BREAK, type ReadParagraph } from '../paragraphs.ts'
import type { Refusal } from '../refusal.ts'
import {
  type AsideStory,
  besideBody,
  createStory,
  type Mark,
  MOST_STORIES,
  type StoryBuilder,
  type TableCount,
} from '../story.ts'
import { type Decode, decoderOfCharset, decoderOfPage } from './encodings.ts'
import { createListTable, type ListTable } from './lists.ts'
import { type RtfStyle, type RtfStyles, stylesOf } from './styles.ts'
import { scanRtf } from './tokens.ts'

/** Groups in groups; Word nests some twenty deep. */
const DEEPEST = 1000

/**
 * Where the text of a group goes. `silent`: nowhere, but groups inside may bring it back (a shape and its text box). `skipped`:
 * nowhere, whatever is inside.
 */
type Destination = 'text' | 'silent' | 'skipped' | 'label' | 'code' | 'fonts' | 'styles' | 'lists'

interface Section {
  hasFirstPage: boolean
}

interface Story {
  readonly builder: StoryBuilder
  aside?: Aside
  /** A header or footer for left-hand or for first pages only. */
  readonly pages?: 'left' | 'first'
  readonly section: Section
  label: string
  showsContents: boolean
}

interface Field {
  code: string
  isShown: boolean
}

/** What a group has of its own; the end of the group brings back what was before. */
interface State {
  readonly to: Destination
  readonly story: Story
  readonly field?: Field
  readonly isContents: boolean
  readonly decode: Decode
  /** How many characters of old stand behind each `\u`. */
  readonly fallback: number
  readonly isHidden: boolean
  readonly isDeleted: boolean
  readonly style: number
  readonly outline?: number | undefined
  readonly list: number
  readonly level: number
  readonly isInTable: boolean
  readonly depth?: number | undefined
}

interface Walk {
  state: State
  readonly refuse: Refusal
  readonly outer: State[]
  readonly stories: Story[]
  readonly tables: TableCount
  readonly fonts: Map<number, Decode>
  font: number
  defaultFont: number | undefined
  document: Decode
  readonly sheet: Map<number, RtfStyle>
  styled: RtfStyle
  styleNumber: number
  styles: RtfStyles | undefined
  readonly lists: ListTable
  section: Section
  hasLeftPages: boolean
  /** Notes of this document are endnotes, even where they do not say so. */
  hasEndnotesOnly: boolean
  /** `\*` stands before the next control: whoever does not know it shall skip the group. */
  isStarred: boolean
  /** `\dbch` and its like: an `\af` that follows tells of the text at hand. */
  isScript: boolean
  /** Characters to overlook behind a `\u`. */
  overlook: number
  /** Bytes of text that wait until they are all there: a character may be two controls. */
  pending: Uint8Array
  pendingLength: number
}

const tooDeep: Wording = { zh: '分组嵌套过深', en: 'its groups are nested too deep' }
const tooMany: Wording = { zh: '脚注、文本框等过多', en: 'it has too many notes, text boxes and the like' }
const cut: Wording = { zh: '文件不完整', en: 'it ends too early' }

const freshStory = (tables: TableCount, section: Section, aside?: Aside, pages?: Story['pages']): Story => ({
  builder: createStory(tables),
  ...(aside && { aside }),
  ...(pages && { pages }),
  section,
  label: '',
  showsContents: false,
})

/** @throws HegaoError as `refuse` makes it */
export function paragraphsOf(bytes: Uint8Array, refuse: Refusal): ReadParagraph[] {
  const tables = { tables: 0 }
  const section = { hasFirstPage: false }
  const body = freshStory(tables, section)
  const document = decoderOfPage(1252)
  const walk: Walk = {
    refuse,
    state: {
      ...{ to: 'text' as const, story: body, isContents: false, decode: document, fallback: 1 },
      ...{ isHidden: false, isDeleted: false, style: 0, list: 0, level: 0, isInTable: false },
    },
    ...{ outer: [], stories: [body], tables, fonts: new Map(), font: 0, defaultFont: undefined, document },
    ...{ sheet: new Map(), styled: { name: '' }, styleNumber: 0, styles: undefined, lists: createListTable() },
    ...{ section, hasLeftPages: false, hasEndnotesOnly: false },
    ...{ isStarred: false, isScript: false, overlook: 0, pending: new Uint8Array(256), pendingLength: 0 },
  }
  scanRtf(bytes, {
    open() {
      flush(walk)
      walk.overlook = 0
      if (walk.outer.length >= DEEPEST) throw refuse.tooComplex(tooDeep)
      walk.outer.push(walk.state)
    },
    close() {
      flush(walk)
      walk.overlook = 0
      const inner = walk.state
      walk.state = walk.outer.pop() ?? inner
      leave(walk, inner)
      return walk.outer.length > 0
    },
    control(word, value) {
      if (isOverlooked(walk)) return
      flush(walk)
      control(walk, word, value)
    },
    symbol(letter) {
      if (letter === '*') walk.isStarred = true
      else if (isOverlooked(walk)) return
      else if (letter === '\\' || letter === '{' || letter === '}') wait(walk, letter.charCodeAt(0))
      else if (letter === '\n' || letter === '\r') control(walk, 'par', undefined)
      else add(walk, symbols[letter] ?? '')
    },
    byte(value) {
      if (!isOverlooked(walk)) wait(walk, value)
    },
    text(from, to) {
      if (walk.state.to === 'skipped' || walk.state.to === 'silent') return
      const start = Math.min(from + walk.overlook, to)
      walk.overlook -= start - from
      for (let at = start; at < to; at++) wait(walk, bytes[at] as number)
    },
    binary() {
      isOverlooked(walk)
    },
  })
  if (walk.outer.length > 0) throw refuse.damaged(cut)
  return gathered(walk)
}

/** The body, then what stands beside it. Margins for pages that the document does not have are seen by nobody. */
function gathered(walk: Walk): ReadParagraph[] {
  const isSeen = ({ pages, section }: Story): boolean =>
    pages === 'first' ? section.hasFirstPage : pages !== 'left' || walk.hasLeftPages
  let body: readonly ReadParagraph[] = []
  const beside: AsideStory[] = []
  for (const story of walk.stories) {
    const paragraphs = story.builder.finish(() => ({}))
    if (story.aside === undefined) body = paragraphs
    else if (isSeen(story)) beside.push({ aside: story.aside, paragraphs })
  }
  return [...body, ...besideBody(beside)]
}

// --- text -------------------------------------------------------------------------------------------------------------

function isOverlooked(walk: Walk): boolean {
  if (walk.overlook === 0) return false
  walk.overlook--
  return true
}

/** One more byte of text. */
function wait(walk: Walk, byte: number): void {
  if (walk.pendingLength === walk.pending.length) {
    const larger = new Uint8Array(walk.pending.length * 2)
    larger.set(walk.pending)
    walk.pending = larger
  }
  walk.pending[walk.pendingLength++] = byte
}

/** Decodes the bytes that wait, since what follows may change how. */
function flush(walk: Walk): void {
  if (walk.pendingLength === 0) return
  const text = walk.state.decode(walk.pending.subarray(0, walk.pendingLength))
  walk.pendingLength = 0
  put(walk, text)
}

function add(walk: Walk, text: string): void {
  flush(walk)
  put(walk, text)
}

const LONGEST_LABEL = 100
const LONGEST_NAME = 100
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\0-\x08\n-\x1f]/g
const BREAKS = /[\n\v\r]/

const puts: { readonly [To in Destination]?: (walk: Walk, text: string) => void } = {
  text({ state }, text) {
    if (state.isHidden || state.isDeleted || text === '') return
    state.story.builder.add(text.replace(CONTROLS, (letter) => (BREAKS.test(letter) ? LINE_BREAK : '')))
    if (state.field) state.field.isShown = true
    if (state.isContents) state.story.showsContents = true
  },
  label({ state: { story } }, text) {
    if (story.label.length < LONGEST_LABEL) story.label += text
  },
  code({ state: { field } }, text) {
    if (field && field.code.length < CODE_LENGTH) field.code += text.slice(0, CODE_LENGTH - field.code.length)
  },
  styles(walk, text) {
    const { styled } = walk
    const end = text.indexOf(';')
    if (styled.name.length < LONGEST_NAME) styled.name += text.slice(0, end < 0 ? LONGEST_NAME : end).toLowerCase()
    if (end < 0) return
    walk.sheet.set(walk.styleNumber, styled)
    walk.styled = { name: '' }
    walk.styleNumber = 0
  },
}

const put = (walk: Walk, text: string): void => puts[walk.state.to]?.(walk, text)

/** `\~` a blank that does not break, `\_` a hyphen that does not; an optional hyphen is nothing to read. */
const symbols: Readonly<Record<string, string>> = { '~': '\u00a0', _: '\u2011', '\t': '\t' }

// --- ends of groups and paragraphs ------------------------------------------------------------------------------------

function leave(walk: Walk, inner: State): void {
  const { state } = walk
  const { story } = inner
  // The last paragraph of a story often has no mark.
  if ((story !== state.story || walk.outer.length === 0) && story.builder.hasText) {
    story.builder.end({ ends: 'paragraph', depth: depthOf(inner) }, () => hintOf(walk, inner))
  }
  if (inner.field && inner.field !== state.field && !inner.field.isShown) add(walk, shownByCode(inner.field.code))
  if (inner.to === 'fonts' && state.to !== 'fonts') change(walk, { decode: decoderOfFont(walk, walk.defaultFont) })
}

function change(walk: Walk, by: Partial<State>): void {
  walk.state = { ...walk.state, ...by }
}

const depthOf = ({ depth, isInTable }: State): number => depth ?? (isInTable ? 1 : 0)

function endParagraph(walk: Walk, ends: Mark['ends'], depth = depthOf(walk.state)): void {
  const { state } = walk
  // The end of an inner row stands among properties.
  if (state.to !== 'text' && !(state.to === 'silent' && ends === 'row')) return
  const { story } = state
  if (ends === 'paragraph' && state.isDeleted) return
  story.builder.end({ ends, depth, isGone: state.isDeleted }, () => hintOf(walk, state))
}

const BODY_TEXT = 9

/** Takes what the paragraph has gathered: the next one begins anew. */
function hintOf(walk: Walk, { story, style, outline, list, level }: State): Hint {
  walk.styles ??= stylesOf(walk.sheet)
  const heading = outline ?? walk.styles.outline(style) ?? BODY_TEXT
  const label = walk.lists.isBullet(list, level) ? '' : story.label.trim()
  const isOfContents = story.showsContents || walk.styles.isContents(style)
  story.label = ''
  story.showsContents = false
  return {
    ...(heading >= 0 && heading < BODY_TEXT && { heading: heading + 1 }),
    // A bullet numbers nothing.
    ...(/[\p{L}\p{N}]/u.test(label) && { label }),
    ...(isOfContents && { verbatim: true as const }),
  }
}

// --- controls ---------------------------------------------------------------------------------------------------------

type Control = (walk: Walk, value: number | undefined) => void

function control(walk: Walk, word: string, value: number | undefined): void {
  const { isStarred, isScript } = walk
  walk.isStarred = false
  walk.isScript = false
  const { to } = walk.state
  if (to === 'skipped') return
  if (Object.hasOwn(destinations, word)) destinations[word]?.(walk, value)
  else if (isStarred) change(walk, { to: 'skipped' })
  else if (to === 'lists') walk.lists.control(word, value ?? 0)
  else if (to === 'fonts' || to === 'styles') {
    const table = to === 'fonts' ? ofFonts : ofStyles
    if (Object.hasOwn(table, word)) table[word]?.(walk, value)
  } else if (word === 'af' && isScript) setFont(walk, value)
  else if (Object.hasOwn(controls, word)) controls[word]?.(walk, value)
  else if (Object.hasOwn(characters, word)) add(walk, characters[word] ?? '')
}

/** Goes from text to `to`; what is not text stays so. */
const enter =
  (to: Destination): Control =>
  (walk) => {
    change(walk, { to: walk.state.to === 'text' ? to : 'skipped' })
  }

const skip: Control = (walk) => {
  change(walk, { to: 'skipped' })
}

const stay: Control = () => {}

/** Back to text from a `silent` group. */
const show: Control = (walk) => {
  if (walk.state.to === 'silent') change(walk, { to: 'text' })
}

function enterStory(walk: Walk, aside: Aside, pages?: Story['pages']): void {
  if (walk.stories.length > MOST_STORIES) throw walk.refuse.tooComplex(tooMany)
  const story = freshStory(walk.tables, walk.section, aside, pages)
  walk.stories.push(story)
  const { decode, fallback } = walk.state
  walk.state = {
    ...{ to: 'text' as const, story, isContents: false, decode, fallback },
    ...{ isHidden: false, isDeleted: false, style: 0, list: 0, level: 0, isInTable: false },
  }
}

const margin =
  (aside: Aside, pages?: Story['pages']): Control =>
  (walk) => {
    if (walk.state.to === 'text') enterStory(walk, aside, pages)
    else skip(walk, undefined)
  }

const textBox: Control = (walk) => {
  if (walk.state.to === 'silent') enterStory(walk, 'textbox')
  else skip(walk, undefined)
}

const object: Control = (walk) => {
  if (walk.state.to === 'text') add(walk, '\uFFFC')
  skip(walk, undefined)
}

const skippedWords = [
  ...['colortbl', 'info', 'filetbl', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn', 'annotation', 'xe', 'tc'],
  ...['txe', 'rxe', 'nonesttables', 'nonshppict', 'shprslt', 'pntxta', 'pntxtb', 'template', 'objdata', 'sp', 'comment'],
]

/** Controls that begin a group of another kind. A group that begins with `\*` and is not here is skipped. */
const destinations: Readonly<Record<string, Control>> = {
  ...Object.fromEntries(skippedWords.map((word) => [word, skip])),
  fonttbl: enter('fonts'),
  stylesheet: enter('styles'),
  listtable: enter('lists'),
  listoverridetable: enter('lists'),
  listtext: enter('label'),
  pntext: enter('label'),
  header: margin('header'),
  headerr: margin('header'),
  headerl: margin('header', 'left'),
  headerf: margin('header', 'first'),
  footer: margin('footer'),
  footerr: margin('footer'),
  footerl: margin('footer', 'left'),
  footerf: margin('footer', 'first'),
  footnote: (walk) => margin(walk.hasEndnotesOnly ? 'endnote' : 'footnote')(walk, undefined),
  field: (walk) => {
    if (walk.state.to === 'text') change(walk, { to: 'silent', field: { code: '', isShown: false } })
    else skip(walk, undefined)
  },
  fldinst: (walk) => change(walk, { to: walk.state.to === 'silent' && walk.state.field ? 'code' : 'skipped' }),
  fldrslt: (walk) => {
    const { to, field } = walk.state
    if (to !== 'silent' || !field) return
    change(walk, { to: 'text', isContents: walk.state.isContents || isContents(field.code) })
  },
  pict: object,
  moMath: object,
  moMathPara: object,
  shppict: stay,
  shpinst: stay,
  object: enter('silent'),
  result: show,
  shp: enter('silent'),
  do: enter('silent'),
  upr: enter('silent'),
  ud: show,
  nesttableprops: enter('silent'),
  shptxt: textBox,
  dptxbxtext: textBox,
}

const decoderOfFont = (walk: Walk, font: number | undefined): Decode =>
  (font === undefined ? undefined : walk.fonts.get(font)) ?? walk.document

function setFont(walk: Walk, font = walk.defaultFont): void {
  change(walk, { decode: decoderOfFont(walk, font) })
}

const ofFonts: Readonly<Record<string, Control>> = {
  f: (walk, value = 0) => {
    walk.font = value
  },
  fcharset: (walk, value = 0) => {
    walk.fonts.set(walk.font, decoderOfCharset(value) ?? walk.document)
  },
  cpg: (walk, value = 0) => {
    walk.fonts.set(walk.font, decoderOfPage(value))
  },
}

/** Styles of characters and tables, which have numbers of their own, go to a place where nobody looks. */
const NOWHERE = -1
const elsewhere: Control = (walk) => {
  walk.styleNumber = NOWHERE
}

const ofStyles: Readonly<Record<string, Control>> = {
  s: (walk, value = 0) => {
    walk.styleNumber = value
  },
  cs: elsewhere,
  ds: elsewhere,
  ts: elsewhere,
  sbasedon: (walk, value = 0) => {
    walk.styled.base = value
  },
  outlinelevel: (walk, value = 0) => {
    walk.styled.outline = value
  },
}

const script: Control = (walk) => {
  walk.isScript = true
}

const controls: Readonly<Record<string, Control>> = {
  ansicpg: (walk, value = 0) => {
    walk.document = decoderOfPage(value)
    change(walk, { decode: walk.document })
  },
  mac: (walk) => {
    walk.document = decoderOfPage(10000)
    change(walk, { decode: walk.document })
  },
  deff: (walk, value = 0) => {
    walk.defaultFont = value
  },
  f: setFont,
  loch: script,
  hich: script,
  dbch: script,
  uc: (walk, value = 1) => change(walk, { fallback: Math.min(Math.max(value, 0), LONGEST_FALLBACK) }),
  u: (walk, value = 0) => {
    add(walk, characterOf(value))
    walk.overlook = walk.state.fallback
  },
  v: (walk, value = 1) => change(walk, { isHidden: value !== 0 }),
  deleted: (walk, value = 1) => change(walk, { isDeleted: value !== 0 }),
  mvf: (walk, value = 1) => change(walk, { isDeleted: value !== 0 }),
  plain: (walk) => change(walk, { isHidden: false, isDeleted: false, decode: decoderOfFont(walk, walk.defaultFont) }),
  pard: (walk) => change(walk, { style: 0, outline: undefined, list: 0, level: 0, isInTable: false, depth: undefined }),
  s: (walk, value = 0) => change(walk, { style: value }),
  outlinelevel: (walk, value = 0) => change(walk, { outline: value }),
  ls: (walk, value = 0) => change(walk, { list: value }),
  ilvl: (walk, value = 0) => change(walk, { level: value }),
  intbl: (walk) => change(walk, { isInTable: true }),
  itap: (walk, value = 0) => change(walk, { depth: value }),
  par: (walk) => endParagraph(walk, 'paragraph'),
  cell: (walk) => endParagraph(walk, 'cell', 1),
  row: (walk) => endParagraph(walk, 'row', 1),
  nestcell: (walk) => endParagraph(walk, 'cell', Math.max(depthOf(walk.state), 2)),
  nestrow: (walk) => endParagraph(walk, 'row', Math.max(depthOf(walk.state), 2)),
  sect: (walk) => {
    if (walk.state.story.builder.hasText) endParagraph(walk, 'paragraph')
  },
  sectd: (walk) => {
    walk.section = { hasFirstPage: false }
  },
  titlepg: (walk) => {
    walk.section.hasFirstPage = true
  },
  facingp: (walk) => {
    walk.hasLeftPages = true
  },
  fet: (walk, value = 0) => {
    walk.hasEndnotesOnly = value === 1
  },
  ftnalt: (walk) => {
    const { story } = walk.state
    if (story.aside === 'footnote') story.aside = 'endnote'
  },
}

const LONGEST_FALLBACK = 16

/** Written signed or not; a character outside the first plane is written as two. */
function characterOf(value: number): string {
  const code = value < 0 ? value + 0x10000 : value
  if (code < 0 || code > 0x10ffff) return '\uFFFD'
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code)
}

const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: LINE_BREAK,
  lbr: LINE_BREAK,
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
  zwbo: '\u200b',
  zwnbo: '\u2060',
}
