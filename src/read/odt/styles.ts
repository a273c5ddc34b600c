/** Styles of an OpenDocument text: which hide their text, and how lists and headings are numbered. */
import type { XmlTag } from '../xml.ts'
import { formatOf, LEVELS, type ListLevel, type ListStyle, templateOf } from './numbering.ts'

interface Style {
  readonly parent: string | undefined
  isHidden: boolean | undefined
  isBold: boolean | undefined
}

/** CSS weights from here on are bold. */
const BOLD = 600

/** A chain of parents longer than this goes in a circle. */
const LONGEST_CHAIN = 50

export class Styles {
  private readonly styles = new Map<string, Style>()
  private readonly lists = new Map<string, (ListLevel | undefined)[]>()
  private style: Style | undefined
  private list: (ListLevel | undefined)[] | undefined
  /** Of headings that are in no list. */
  outline: ListStyle = []

  /** Takes in what begins here, where it belongs to a style. */
  open(tag: XmlTag): void {
    const { name } = tag
    if (name === 'style:style') {
      this.style = { parent: tag.attribute('style:parent-style-name'), isHidden: undefined, isBold: undefined }
      this.styles.set(`${tag.attribute('style:family')} ${tag.attribute('style:name')}`, this.style)
    } else if (name === 'style:text-properties' && this.style) {
      const display = tag.attribute('text:display')
      if (display !== undefined) this.style.isHidden = display === 'none'
      // Chinese characters have a weight of their own, which not every writer tells.
      const weight = tag.attribute('style:font-weight-asian') ?? tag.attribute('fo:font-weight')
      if (weight !== undefined) this.style.isBold = weight === 'bold' || Number(weight) >= BOLD
    } else if (name === 'text:list-style' || name === 'text:outline-style') {
      this.list = []
      this.lists.set(tag.attribute('style:name') ?? '', this.list)
      if (name === 'text:outline-style') this.outline = this.list
    } else if (name === 'text:list-level-style-number' || name === 'text:outline-level-style') this.level(tag)
  }

  close(name: string): void {
    if (name === 'style:style') this.style = undefined
    if (name === 'text:list-style' || name === 'text:outline-style') this.list = undefined
  }

  private level(tag: XmlTag): void {
    const level = Number(tag.attribute('text:level')) - 1
    if (!this.list || !(level >= 0 && level < LEVELS)) return
    const shown = Number(tag.attribute('text:display-levels') ?? 1)
    const [prefix, suffix] = [tag.attribute('style:num-prefix') ?? '', tag.attribute('style:num-suffix') ?? '']
    this.list[level] = {
      format: formatOf(tag.attribute('style:num-format')),
      template: tag.attribute('loext:num-list-format') ?? templateOf(level, shown, prefix, suffix),
      start: Number(tag.attribute('text:start-value') ?? 1) || 1,
    }
  }

  /** Whether text of this style is not shown: its own word, or that of the nearest parent that has one. */
  hides(family: 'text' | 'paragraph', name: string | undefined): boolean {
    return this.said(family, name, 'isHidden') ?? false
  }

  /** Whether text of this style is bold; undefined where no style says. */
  isBold(family: 'text' | 'paragraph', name: string | undefined): boolean | undefined {
    return this.said(family, name, 'isBold')
  }

  private said(family: string, name: string | undefined, what: 'isHidden' | 'isBold'): boolean | undefined {
    let next = name
    for (let length = 0; next !== undefined && length < LONGEST_CHAIN; length++) {
      const style = this.styles.get(`${family} ${next}`)
      if (style?.[what] !== undefined) return style[what]
      next = style?.parent
    }
    return undefined
  }

  listStyle(name: string): ListStyle | undefined {
    return this.lists.get(name)
  }
}
