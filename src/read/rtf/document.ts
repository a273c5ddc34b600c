/** The tokens of an RTF file → its paragraphs. Every control that matters is a row of a table: `destinations.ts`, `controls.ts`, `tables.ts`, `characters.ts`. */
import type { Wording } from '../../wording.ts'
import type { ReadParagraph } from '../paragraphs.ts'
import type { Refusal } from '../refusal.ts'
import { type AsideStory, besideBody } from '../story.ts'
import { control } from './controls.ts'
import { decoderOfPage } from './encodings.ts'
import { leave } from './ends.ts'
import { createListTable } from './lists.ts'
import { add, flush, isOverlooked, symbols, wait } from './text.ts'
import { scanRtf } from './tokens.ts'
import { freshStory, type Story, type Walk } from './walk.ts'

/** Groups in groups; Word nests some twenty deep. */
const DEEPEST = 1000

const tooDeep: Wording = { zh: '分组嵌套过深', en: 'its groups are nested too deep' }
const cut: Wording = { zh: '文件不完整', en: 'it ends too early' }

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
      ...{ isHidden: false, isBold: false, isDeleted: false, style: 0, list: 0, level: 0, isInTable: false },
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
