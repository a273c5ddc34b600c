/** numbering.xml → lists and instances, and from a paragraph's properties to its label (ECMA-376 part 1 §17.9). */
import { createCounters, LEVELS, type NumberInstance, type NumberLevel, type NumberList } from '../numbering.ts'
import type { Refusal } from '../refusal.ts'
import { scanXml, type XmlTag } from '../xml.ts'
import { createAlternates } from './alternate.ts'
import type { XmlPart } from './model.ts'
import { namespaces } from './namespaces.ts'
import { isOn, type NumberReference, numberFrom, type Styles } from './styles.ts'

/** Gives paragraphs their labels, in the order of the document. */
export interface Labels {
  /** The label of one more paragraph with this style and this numbering of its own. */
  next(style: string | undefined, own: NumberReference): string | undefined
}

export interface Lists {
  /** Counts from the beginning; every story counts by itself. */
  labels(): Labels
}

type Draft = { -readonly [Key in keyof NumberLevel]: NumberLevel[Key] }

interface Level extends Draft {
  /** The style that this level belongs to. */
  style?: string
}

interface Abstract {
  readonly levels: (Level | undefined)[]
  /** The list is defined by a numbering style. */
  styleLink?: string
}

interface Instance {
  list: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

export function readLists(part: XmlPart | undefined, styles: Styles, refuse: Refusal): Lists {
  if (!part) return { labels: () => ({ next: () => undefined }) }
  const { abstracts, instances } = listsOf(part, refuse)
  for (const instance of instances.values()) instance.list = definedBy(instance.list, abstracts, instances, styles)

  /** The level that a style of the chain is bound to. */
  const levelOfStyle = (id: string, chain: readonly string[]): number | undefined => {
    const levels = abstracts.get(instances.get(id)?.list ?? '')?.levels ?? []
    for (const style of chain) {
      const level = levels.findIndex((one) => one?.style === style)
      if (level >= 0) return level
    }
    return undefined
  }

  const reference = (style: string | undefined, own: NumberReference): { id: string; level: number } | undefined => {
    if (own.instance !== undefined) return { id: own.instance, level: own.level ?? 0 }
    const inherited = styles.numbering(style)
    const id = inherited?.reference.instance
    if (inherited === undefined || id === undefined) return undefined
    return { id, level: own.level ?? levelOfStyle(id, inherited.chain) ?? inherited.reference.level ?? 0 }
  }

  const lists: ReadonlyMap<string, NumberList> = abstracts
  const references: ReadonlyMap<string, NumberInstance> = instances
  return {
    labels() {
      const counters = createCounters(lists, references)
      return {
        next(style, own) {
          const found = reference(style, own)
          return found && counters.next(found.id, found.level)
        },
      }
    },
  }
}

/** A list may leave its levels to a numbering style, which names an instance, which names the list that has them. */
function definedBy(
  list: string,
  abstracts: ReadonlyMap<string, Abstract>,
  instances: ReadonlyMap<string, Instance>,
  styles: Styles,
): string {
  const link = abstracts.get(list)?.styleLink
  if (link === undefined) return list
  const instance = styles.numbering(link)?.reference.instance
  const target = instance === undefined ? undefined : instances.get(instance)?.list
  return target !== undefined && abstracts.get(target)?.styleLink === undefined ? target : list
}

// --- numbering.xml ----------------------------------------------------------------------------------------------------

interface Walk {
  readonly abstracts: Map<string, Abstract>
  readonly instances: Map<string, Instance>
  abstract?: Abstract | undefined
  instance?: Instance | undefined
  /** The `w:lvlOverride` around. */
  override?: number | undefined
  level?: Level | undefined
}

type Visit = (walk: Walk, tag: XmlTag) => void

const levelNumber = (tag: XmlTag): number | undefined => {
  const level = numberFrom(tag, 'w:ilvl')
  return level !== undefined && level >= 0 && level < LEVELS ? level : undefined
}

const entering: Readonly<Record<string, Visit>> = {
  'w:abstractNum': (walk, tag) => {
    walk.abstract = { levels: [] }
    walk.abstracts.set(tag.attribute('w:abstractNumId') ?? '', walk.abstract)
  },
  'w:numStyleLink': (walk, tag) => {
    const style = tag.attribute('w:val')
    if (walk.abstract && style !== undefined) walk.abstract.styleLink = style
  },
  'w:num': (walk, tag) => {
    walk.instance = { list: '', starts: new Map(), levels: new Map() }
    walk.instances.set(tag.attribute('w:numId') ?? '', walk.instance)
  },
  'w:abstractNumId': (walk, tag) => {
    if (walk.instance) walk.instance.list = tag.attribute('w:val') ?? ''
  },
  'w:lvlOverride': (walk, tag) => {
    walk.override = levelNumber(tag)
  },
  'w:startOverride': (walk, tag) => {
    const start = numberFrom(tag, 'w:val')
    if (walk.override !== undefined && start !== undefined) walk.instance?.starts.set(walk.override, start)
  },
  'w:lvl': (walk, tag) => {
    const number = levelNumber(tag)
    walk.level = { format: 'decimal', text: '', start: 0 }
    if (number === undefined) return
    if (walk.instance) walk.instance.levels.set(number, walk.level)
    else if (walk.abstract) walk.abstract.levels[number] = walk.level
  },
  'w:start': (walk, tag) => {
    if (walk.level) walk.level.start = numberFrom(tag, 'w:val') ?? 0
  },
  'w:numFmt': (walk, tag) => {
    if (!walk.level) return
    const format = tag.attribute('w:val') ?? 'decimal'
    walk.level.format = format === 'custom' ? 'decimal' : format
    if (format === 'custom') walk.level.width = /^0{0,8}1(?!\d)/.exec(tag.attribute('w:format') ?? '')?.[0].length ?? 0
  },
  'w:lvlRestart': (walk, tag) => {
    const restart = numberFrom(tag, 'w:val')
    if (walk.level && restart !== undefined) walk.level.restart = restart
  },
  'w:pStyle': (walk, tag) => {
    const style = tag.attribute('w:val')
    if (walk.level && style !== undefined) walk.level.style = style
  },
  'w:isLgl': (walk, tag) => {
    if (walk.level) walk.level.isLegal = isOn(tag)
  },
  'w:lvlText': (walk, tag) => {
    if (walk.level) walk.level.text = tag.attribute('w:val') ?? ''
  },
}

const leaving: Readonly<Record<string, (walk: Walk) => void>> = {
  'w:abstractNum': (walk) => {
    walk.abstract = undefined
  },
  'w:num': (walk) => {
    walk.instance = undefined
  },
  'w:lvlOverride': (walk) => {
    walk.override = undefined
  },
  'w:lvl': (walk) => {
    walk.level = undefined
  },
}

function listsOf(part: XmlPart, refuse: Refusal): Pick<Walk, 'abstracts' | 'instances'> {
  const walk: Walk = { abstracts: new Map(), instances: new Map() }
  const alternates = createAlternates()
  const open = (tag: XmlTag): void => {
    if (!alternates.skips(tag) && Object.hasOwn(entering, tag.name)) entering[tag.name]?.(walk, tag)
  }
  const close = (name: string): void => {
    if (!alternates.skipped(name) && Object.hasOwn(leaving, name)) leaving[name]?.(walk)
  }
  scanXml(part.xml, namespaces, { open, close, text: () => {} }, refuse)
  return walk
}
