/** Ends of groups and paragraphs, and what a paragraph has gathered by then. */
import type { Hint } from '../../source.ts'
import { shownByCode } from '../field-codes.ts'
import type { Mark } from '../story.ts'
import { hintOfWeight, noWeight } from '../weight.ts'
import { stylesOf } from './styles.ts'
import { add } from './text.ts'
import { change, decoderOfFont, depthOf, type State, type Walk } from './walk.ts'

export function leave(walk: Walk, inner: State): void {
  const { state } = walk
  const { story } = inner
  // The last paragraph of a story often has no mark.
  if ((story !== state.story || walk.outer.length === 0) && story.builder.hasText) {
    story.builder.end({ ends: 'paragraph', depth: depthOf(inner) }, () => hintOf(walk, inner))
  }
  if (inner.field && inner.field !== state.field && !inner.field.isShown) add(walk, shownByCode(inner.field.code))
  if (inner.to === 'fonts' && state.to !== 'fonts') change(walk, { decode: decoderOfFont(walk, walk.defaultFont) })
}

export function endParagraph(walk: Walk, ends: Mark['ends'], depth = depthOf(walk.state)): void {
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
  const { weight } = story
  story.label = ''
  story.weight = noWeight()
  story.showsContents = false
  return {
    ...(heading >= 0 && heading < BODY_TEXT && { heading: heading + 1 }),
    // A bullet numbers nothing.
    ...(/[\p{L}\p{N}]/u.test(label) && { label }),
    ...hintOfWeight(weight),
    ...(isOfContents && { verbatim: true as const }),
  }
}
