/** Controls that tell of text and paragraphs, and which table a control is looked for in. */

import { characterOf, characters } from './characters.ts'
import { destinations } from './destinations.ts'
import { decoderOfPage } from './encodings.ts'
import { endParagraph } from './ends.ts'
import { ofFonts, ofStyles } from './tables.ts'
import { add } from './text.ts'
import { type Control, change, decoderOfFont, depthOf, type Walk } from './walk.ts'

export function control(walk: Walk, word: string, value: number | undefined): void {
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
  else if (word === 'ab' && isScript) change(walk, { isBold: value !== 0 })
  else if (Object.hasOwn(controls, word)) controls[word]?.(walk, value)
  else if (Object.hasOwn(characters, word)) add(walk, characters[word] ?? '')
}

function setFont(walk: Walk, font = walk.defaultFont): void {
  change(walk, { decode: decoderOfFont(walk, font) })
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
  b: (walk, value = 1) => change(walk, { isBold: value !== 0 }),
  deleted: (walk, value = 1) => change(walk, { isDeleted: value !== 0 }),
  mvf: (walk, value = 1) => change(walk, { isDeleted: value !== 0 }),
  plain: (walk) =>
    change(walk, { isHidden: false, isBold: false, isDeleted: false, decode: decoderOfFont(walk, walk.defaultFont) }),
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
