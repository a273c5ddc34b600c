/** Types of a tree that leaves hegao: unist nodes, in the user's lines and columns. `positioned` in report/document.ts makes them. */
import type { Position } from './source.ts'
import type { Node } from './tree.ts'

/** `N` with `position` (lines and columns of the user's file) in place of offsets of our text, and so all that is in it. */
export type Positioned<N> = N extends Node
  ? { [Key in Exclude<keyof N, 'start' | 'end'>]: Key extends 'children' ? PositionedAll<N[Key]> : N[Key] } & {
      readonly position: Position
    }
  : never

/** Tuples stay tuples: the heading of a section comes first, the marker of an item too. */
type PositionedAll<Children> = { [Index in keyof Children]: Positioned<Children[Index]> }
