/** Paragraphs, runs, their characters, and fields. */
import { noWeight } from '../../weight.ts'
import { spend } from './budget.ts'
import type { DraftParagraph } from './drafts.ts'
import { isShown, keepPlace, put, putText } from './pieces.ts'
import { cellOf } from './tables.ts'
import type { Enter, Leave } from './walk.ts'

const startText: Enter = (walk, tag) => {
  const keepsBlanks = tag.attribute('xml:space') === 'preserve' || tag.name !== 'w:t'
  walk.text = { name: tag.name, from: tag.from, contentFrom: tag.to, keepsBlanks, stretches: [] }
}

export const textEnter: Readonly<Record<string, Enter>> = {
  'w:p': (walk, tag) => {
    spend(walk, 6)
    const cell = cellOf(walk.tables)
    const id = tag.attribute('w14:paraId')
    const draft: DraftParagraph = {
      index: walk.paragraphCount++,
      from: tag.from,
      to: tag.to,
      contentFrom: tag.to,
      contentTo: tag.to,
      isEmptyTag: tag.isEmpty,
      text: '',
      pieces: [],
      ...(id !== undefined && { id }),
      isMarkDeleted: false,
      numbering: {},
      ...(cell && { cell }),
      isContents: false,
      weight: noWeight(),
    }
    walk.paragraphs.push({ draft, runs: 0, texts: [], length: 0 })
    const isDeleted = walk.tables.some((row) => row.isDeleted || row.isCellDeleted)
    if (!isDeleted) walk.story?.paragraphs.push(draft)
  },
  'w:r': (walk, tag) => {
    spend(walk, 1)
    const writing = walk.paragraphs.at(-1)
    walk.runs.push({
      index: writing ? writing.runs++ : 0,
      from: tag.from,
      to: tag.to,
      contentFrom: tag.to,
      contentTo: tag.to,
      prefix: tag.written.slice(0, -1),
      tag: walk.part.xml.slice(tag.from, tag.to),
      properties: '',
    })
  },
  'w:t': startText,
  'w:instrText': startText,
  'w:fldChar': (walk, tag) => {
    spend(walk, 2)
    const type = tag.attribute('w:fldCharType')
    if (type === 'begin') walk.fields.begin(tag.from)
    else if (type === 'separate') walk.fields.separate()
    else if (type === 'end') walk.fields.end()
  },
}

export const textLeave: Readonly<Record<string, Leave>> = {
  'w:p': (walk, _, from, to) => {
    const writing = walk.paragraphs.pop()
    if (!writing) return
    const { draft, texts } = writing
    draft.text = texts.join('')
    draft.contentTo = from
    draft.to = to
  },
  'w:r': (walk, _, from, to) => {
    const run = walk.runs.pop()
    if (!run) return
    run.contentTo = from
    run.to = to
  },
  'w:t': (walk, _, from, to) => {
    const { text } = walk
    walk.text = undefined
    if (text && walk.runs.length > 0 && isShown(walk)) putText(walk, text, from, to)
    else if (text && walk.runs.length > 0) keepPlace(walk, text, from, to)
  },
  'w:instrText': (walk, _, from, to) => {
    const { text } = walk
    walk.text = undefined
    const shown = (text?.stretches ?? [])
      .map(({ value }) => walk.fields.code(value))
      .join('')
      .trim()
    // The words are a field's code: they can be read, and not be corrected.
    if (text && shown !== '' && walk.runs.length > 0 && walk.placeholders === 0)
      put(walk, 'object', shown, { from: text.from, to }, { from: text.from, contentFrom: text.contentFrom, contentTo: from, to })
  },
}
