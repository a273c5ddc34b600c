/** Controls that begin a group of another kind: notes and margins, fields, shapes, tables, and what is not read. */
import type { Aside } from '../../source.ts'
import type { Wording } from '../../wording.ts'
import { isContents } from '../field-codes.ts'
import { MOST_STORIES } from '../story.ts'
import { add } from './text.ts'
import { type Control, change, type Destination, freshStory, type Story, type Walk } from './walk.ts'

const tooMany: Wording = { zh: '脚注、文本框等过多', en: 'it has too many notes, text boxes and the like' }

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
    ...{ isHidden: false, isBold: false, isDeleted: false, style: 0, list: 0, level: 0, isInTable: false },
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
export const destinations: Readonly<Record<string, Control>> = {
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
