/** Stories of a part, the text boxes in them, and where notes are called. */
import { createFields } from '../fields.ts'
import type { RawElement } from '../model.ts'
import { spend } from './budget.ts'
import type { DraftStory, NoteCall } from './drafts.ts'
import { float } from './marks.ts'
import { isShown } from './pieces.ts'
import { type Enter, freshFrame, giveUpFields, type Leave, type Walk } from './walk.ts'

const enterStory: Enter = (walk) => startStory(walk, { kind: walk.kind, paragraphs: [] })

const enterNote: Enter = (walk, tag) => {
  // A separator is a line across the page.
  const isSeparator = (tag.attribute('w:type') ?? 'normal') !== 'normal'
  if (!isSeparator) startStory(walk, { kind: walk.kind, paragraphs: [], id: tag.attribute('w:id') ?? '' })
}

function startStory(walk: Walk, story: DraftStory): void {
  walk.story = story
  walk.stories.push(story)
}

const leaveNote: Leave = (walk) => {
  walk.story = undefined
  giveUpFields(walk)
  walk.fields = createFields(walk.ignored)
}

/** The run that a note or a text box hangs on, in the story of the part itself. */
function outermost({ frames, paragraphs, runs }: Walk): { paragraph: number; run?: RawElement } | undefined {
  const frame = frames[0] ?? { paragraphs, runs }
  const paragraph = frame.paragraphs[0]?.draft.index
  const run = frame.runs[0]
  return paragraph === undefined ? undefined : { paragraph, ...(run && { run }) }
}

const callNote =
  (kind: NoteCall['kind']): Enter =>
  (walk, tag) => {
    const place = outermost(walk)
    if (place?.run && isShown(walk)) walk.notes.push({ kind, id: tag.attribute('w:id') ?? '', ...place, run: place.run })
  }

export const placesEnter: Readonly<Record<string, Enter>> = {
  'w:body': enterStory,
  'w:hdr': enterStory,
  'w:ftr': enterStory,
  'w:footnote': enterNote,
  'w:endnote': enterNote,
  'w:footnoteReference': callNote('footnote'),
  'w:endnoteReference': callNote('endnote'),
  'w:txbxContent': (walk, tag) => {
    spend(walk, 10)
    const { story, paragraphs, runs, fields, within, tables } = walk
    const anchor = outermost(walk)
    const box: DraftStory = { kind: 'textbox', paragraphs: [], ...(anchor && { anchor }) }
    walk.frames.push({ story, paragraphs, runs, fields, within, tables })
    walk.boxes.push(box)
    Object.assign(walk, freshFrame(box, walk.ignored))
    // A picture with text over it stands beside the line, as its text does.
    float(walk, tag)
  },
}

export const placesLeave: Readonly<Record<string, Leave>> = {
  'w:footnote': leaveNote,
  'w:endnote': leaveNote,
  'w:txbxContent': (walk) => {
    giveUpFields(walk)
    Object.assign(walk, walk.frames.pop())
  },
}
