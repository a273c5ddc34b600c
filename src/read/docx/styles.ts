/** What styles say of paragraphs and runs, along `basedOn` (ECMA-376 part 1 §17.7). */
import type { Refusal } from '../refusal.ts'
import { scanXml, type XmlTag } from '../xml.ts'
import type { XmlPart } from './model.ts'
import { namespaces } from './namespaces.ts'

/** A reference to automatic numbering. `level` counts from 0. */
export interface NumberReference {
  readonly instance?: string
  readonly level?: number
}

interface Style {
  name: string
  basedOn?: string
  outline?: number
  instance?: string
  level?: number
  hidden?: boolean
  bold?: boolean
}

export interface Styles {
  /** The outline level from a style, from 0; 9 is body text. Undefined where no style says any. */
  outline(id: string | undefined): number | undefined
  /** The numbering of a style, and the styles that it comes through, from `id` up to the one that names the instance. */
  numbering(id: string | undefined): { readonly reference: NumberReference; readonly chain: readonly string[] } | undefined
  /** Whether text of the style is hidden. */
  hidden(id: string | undefined): boolean | undefined
  /** Whether text of the style is bold. */
  bold(id: string | undefined): boolean | undefined
  /** A table of contents is set in styles of its own. */
  isContents(id: string | undefined): boolean
}

/** The end of a chain that is not going round in circles; Word makes chains of a dozen. */
const LONGEST_CHAIN = 64

export function readStyles(part: XmlPart | undefined, refuse: Refusal): Styles {
  const { styles, normal } = part ? stylesOf(part, refuse) : { styles: new Map<string, Style>(), normal: undefined }
  const chainOf = (id: string | undefined): { id: string; style: Style }[] => {
    const chain: { id: string; style: Style }[] = []
    let at = id !== undefined && styles.has(id) ? id : normal
    while (at !== undefined && chain.length < LONGEST_CHAIN) {
      const style = styles.get(at)
      if (!style) break
      chain.push({ id: at, style })
      at = style.basedOn
    }
    return chain
  }
  return {
    outline(id) {
      const chain = chainOf(id)
      // 标题 and 副标题 have an outline level in Chinese Word, so that they show in its list of headings: they are the title.
      if (chain.some(({ style }) => titles.has(style.name))) return undefined
      const said = chain.find(({ style }) => style.outline !== undefined)?.style.outline
      return said ?? chain.map(({ style }) => headingLevel(style.name)).find((level) => level !== undefined)
    },
    numbering(id) {
      const chain = chainOf(id)
      const end = chain.findIndex(({ style }) => style.instance !== undefined)
      const { instance, level } = chain[end]?.style ?? {}
      if (instance === undefined) return undefined
      const own = chain.slice(0, end).find(({ style }) => style.level !== undefined)?.style.level ?? level
      return {
        reference: { instance, ...(own !== undefined && { level: own }) },
        chain: chain.slice(0, end + 1).map((link) => link.id),
      }
    },
    hidden: (id) => chainOf(id).find(({ style }) => style.hidden !== undefined)?.style.hidden,
    bold: (id) => chainOf(id).find(({ style }) => style.bold !== undefined)?.style.bold,
    isContents: (id) => chainOf(id).some(({ style }) => /^toc \d$/.test(style.name)),
  }
}

const titles: ReadonlySet<string> = new Set(['title', 'subtitle'])

/** Built-in headings are known by their names where a producer has left their level out. */
function headingLevel(name: string): number | undefined {
  const digit = /^heading ([1-9])$/.exec(name)?.[1]
  return digit === undefined ? undefined : Number(digit) - 1
}

/** `w:val` of an on/off property: there is one, unless it says no. */
export const isOn = (tag: XmlTag): boolean => !['0', 'false', 'off'].includes(tag.attribute('w:val') ?? '1')

/** A whole number that an attribute says, within bounds. */
export function numberFrom(tag: XmlTag, name: string): number | undefined {
  const value = tag.attribute(name)?.trim() ?? ''
  return /^-?\d{1,9}$/.test(value) ? Number(value) : undefined
}

type Visit = (style: Style, tag: XmlTag) => void

/** Properties of a style that we ask for. */
const properties: Readonly<Record<string, Visit>> = {
  'w:name': (style, tag) => {
    style.name = (tag.attribute('w:val') ?? '').toLowerCase()
  },
  'w:basedOn': (style, tag) => {
    style.basedOn = tag.attribute('w:val') ?? ''
  },
  'w:outlineLvl': (style, tag) => {
    style.outline = numberFrom(tag, 'w:val') ?? 9
  },
  'w:ilvl': (style, tag) => {
    style.level = numberFrom(tag, 'w:val') ?? 0
  },
  'w:numId': (style, tag) => {
    style.instance = tag.attribute('w:val') ?? '0'
  },
  'w:vanish': (style, tag) => {
    style.hidden = isOn(tag)
  },
  'w:b': (style, tag) => {
    style.bold = isOn(tag)
  },
}

function stylesOf(part: XmlPart, refuse: Refusal): { styles: Map<string, Style>; normal: string | undefined } {
  const styles = new Map<string, Style>()
  let normal: string | undefined
  let style: Style | undefined
  /** Inside what was before a tracked change, or holds only for parts of a table. */
  let aside = 0
  const open = (tag: XmlTag): void => {
    const { name } = tag
    if (aside > 0 || asides.has(name)) {
      aside++
    } else if (name === 'w:style') {
      const id = tag.attribute('w:styleId') ?? ''
      style = { name: '' }
      styles.set(id, style)
      if (tag.attribute('w:type') === 'paragraph' && ['1', 'true', 'on'].includes(tag.attribute('w:default') ?? '')) normal = id
    } else if (style && Object.hasOwn(properties, name)) {
      properties[name]?.(style, tag)
    }
  }
  const close = (name: string): void => {
    if (aside > 0) aside--
    else if (name === 'w:style') style = undefined
  }
  scanXml(part.xml, namespaces, { open, close, text: () => {} }, refuse)
  return { styles, normal }
}

const asides: ReadonlySet<string> = new Set(['w:pPrChange', 'w:rPrChange', 'w:tblStylePr'])
