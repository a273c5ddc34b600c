/** Content controls: what nobody has filled in is no text. */
import type { Enter, Leave } from './walk.ts'

export const controlsEnter: Readonly<Record<string, Enter>> = {
  'w:sdt': (walk) => {
    walk.controls.push({
      within: 0,
      isPlaceholder: false,
      isContents: false,
      isInline: walk.paragraphs.length > 0,
      hasPlace: false,
    })
  },
  'w:sdtContent': (walk) => {
    const control = walk.controls.at(-1)
    if (control?.isPlaceholder) {
      walk.placeholders++
      walk.warnings.add('placeholder')
    }
    if (control?.isContents) walk.contents++
  },
}

export const controlsLeave: Readonly<Record<string, Leave>> = {
  'w:sdt': (walk) => {
    walk.controls.pop()
  },
  'w:sdtContent': (walk) => {
    const control = walk.controls.at(-1)
    if (control?.isPlaceholder) walk.placeholders--
    if (control?.isContents) walk.contents--
  },
}
