/** Where the reading of an RTF file is: the group around, its story, and what the tables have told. */
import type { Aside } from '../../source.ts'
import type { Refusal } from '../refusal.ts'
import { createStory, type StoryBuilder, type TableCount } from '../story.ts'
import { noWeight, type Weight } from '../weight.ts'
import type { Decode } from './encodings.ts'
import type { ListTable } from './lists.ts'
import type { RtfStyle, RtfStyles } from './styles.ts'

/**
 * Where the text of a group goes. `silent`: nowhere, but groups inside may bring it back (a shape and its text box). `skipped`:
 * nowhere, whatever is inside.
 */
export type Destination = 'text' | 'silent' | 'skipped' | 'label' | 'code' | 'fonts' | 'styles' | 'lists'

export interface Section {
  hasFirstPage: boolean
}

export interface Story {
  readonly builder: StoryBuilder
  aside?: Aside
  /** A header or footer for left-hand or for first pages only. */
  readonly pages?: 'left' | 'first'
  readonly section: Section
  label: string
  showsContents: boolean
  weight: Weight
}

export interface Field {
  code: string
  isShown: boolean
}

/** What a group has of its own; the end of the group brings back what was before. */
export interface State {
  readonly to: Destination
  readonly story: Story
  readonly field?: Field
  readonly isContents: boolean
  readonly decode: Decode
  /** How many characters of old stand behind each `\u`. */
  readonly fallback: number
  readonly isHidden: boolean
  readonly isBold: boolean
  readonly isDeleted: boolean
  readonly style: number
  readonly outline?: number | undefined
  readonly list: number
  readonly level: number
  readonly isInTable: boolean
  readonly depth?: number | undefined
}

export interface Walk {
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

export const freshStory = (tables: TableCount, section: Section, aside?: Aside, pages?: Story['pages']): Story => ({
  builder: createStory(tables),
  ...(aside && { aside }),
  ...(pages && { pages }),
  section,
  label: '',
  showsContents: false,
  weight: noWeight(),
})

/** What a control word does. */
export type Control = (walk: Walk, value: number | undefined) => void

export function change(walk: Walk, by: Partial<State>): void {
  walk.state = { ...walk.state, ...by }
}

export const depthOf = ({ depth, isInTable }: State): number => depth ?? (isInTable ? 1 : 0)

export const decoderOfFont = (walk: Walk, font: number | undefined): Decode =>
  (font === undefined ? undefined : walk.fonts.get(font)) ?? walk.document
