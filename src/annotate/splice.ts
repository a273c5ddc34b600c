/** Puts markup into an XML part without touching anything else: runs are divided where they must be, and all else is copied. */
import type { DocxRun, RawElement, XmlPart } from '../read/docx/model.ts'
import { copiedProperties, prefixOf } from './markup.ts'
import { isBlank, type Place, preservesBlanks, shownOf } from './places.ts'

/** The order of marks at one place: what ends there goes before what begins there. */
export const Rank = { closeDeletion: 0, insertion: 1, endRange: 2, point: 3, startRange: 4, openDeletion: 5 } as const
export type Rank = (typeof Rank)[keyof typeof Rank]

interface Mark {
  readonly rank: Rank
  readonly xml: string
}

interface Marked {
  readonly place: Place
  readonly marks: Mark[]
}

/** Characters of one `w:t` that are struck out; raw offsets. */
export interface Struck {
  readonly from: number
  readonly to: number
}

/** All that happens to one `w:t`. */
interface TouchedText {
  readonly element: RawElement
  readonly run: DocxRun
  readonly cuts: Marked[]
  readonly struck: Struck[]
}

interface Splice extends Struck {
  readonly xml: string
}

export class Splicer {
  private readonly marked = new Map<number, Marked>()
  /** By where the element begins. */
  private readonly texts = new Map<number, TouchedText>()

  constructor(
    private readonly part: XmlPart,
    private readonly nextId: () => number,
  ) {}

  put(place: Place, rank: Rank, xml: string): void {
    const known = this.marked.get(place.at)
    if (known) known.marks.push({ rank, xml })
    else this.marked.set(place.at, { place, marks: [{ rank, xml }] })
  }

  /** Strikes out characters of `element`; `from` and `to` are where the places of the deletion's tags are. */
  strike(run: DocxRun, element: RawElement, struck: Struck): void {
    this.textOf(run, element).struck.push(struck)
  }

  private textOf(run: DocxRun, element: RawElement): TouchedText {
    const known = this.texts.get(element.from)
    if (known) return known
    const text = { element, run, cuts: [], struck: [] }
    this.texts.set(element.from, text)
    return text
  }

  /** The part with all marks. */
  result(): string {
    const splices: Splice[] = []
    for (const marked of this.marked.values()) {
      const { run, element, at, empty } = marked.place
      if (run && element) this.textOf(run, element).cuts.push(marked)
      else if (empty) splices.push(this.filled(marked, empty))
      else if (run) splices.push({ from: at, to: at, xml: `</${run.prefix}r>${joined(marked)}${this.reopened(run)}` })
      else splices.push({ from: at, to: at, xml: joined(marked) })
    }
    for (const text of this.texts.values()) splices.push(...this.textSplices(text))
    splices.sort((a, b) => a.from - b.from || a.to - b.to)
    const { xml } = this.part
    const pieces: string[] = []
    let from = 0
    for (const splice of splices) {
      pieces.push(xml.slice(from, splice.from), splice.xml)
      from = splice.to
    }
    pieces.push(xml.slice(from))
    return pieces.join('')
  }

  private reopened({ tag, properties }: DocxRun): string {
    return tag + copiedProperties(properties, this.nextId)
  }

  /** `<w:p/>` with something in it. */
  private filled(marked: Marked, { from, to }: Struck): Splice {
    const tag = this.part.xml.slice(from, to)
    const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? ''
    return { from, to, xml: `${tag.slice(0, tag.lastIndexOf('/')).trimEnd()}>${joined(marked)}</${name}>` }
  }

  /** The tags of a `w:t` and what stands at its cuts. Struck out it is a `w:delText`. */
  private textSplices({ element, run, cuts, struck }: TouchedText): Splice[] {
    const { xml } = this.part
    const tag = xml.slice(element.from, element.contentFrom)
    const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? ''
    const deleted = `${prefixOf(tag)}delText`
    const preserves = preservesBlanks(tag)
    const shown = shownOf(xml, element)
    cuts.sort((a, b) => a.place.at - b.place.at)
    const edges = [shown.from, ...cuts.map(({ place }) => place.at), shown.to]
    const splices: Splice[] = []
    let open = name
    for (let index = 0; index + 1 < edges.length; index++) {
      const [from, to] = [edges[index] as number, edges[index + 1] as number]
      const now = struck.some((one) => one.from <= from && to <= one.to) ? deleted : name
      // Word drops blanks at the edges of a text that does not say it preserves them; at a cut there are edges where none were.
      const isEdged = (index > 0 && isBlank(xml[from])) || (index + 2 < edges.length && isBlank(xml[to - 1]))
      const start = preserves || !isEdged ? tag.replace(name, now) : preserving(tag.replace(name, now))
      const cut = index > 0 ? cuts[index - 1] : undefined
      if (cut) {
        splices.push({ from, to: from, xml: `</${open}></${run.prefix}r>${joined(cut)}${this.reopened(run)}${start}` })
      } else if (start !== tag) {
        splices.push({ from: element.from, to: shown.from, xml: start })
      }
      open = now
    }
    const isTouched = open !== name || cuts.length > 0
    if (isTouched) splices.push({ from: shown.to, to: element.to, xml: `</${open}>` })
    return splices
  }
}

const preserving = (tag: string): string =>
  `${tag.replace(/\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')/, '').slice(0, -1)} xml:space="preserve">`

/** The marks of one place in their order. */
const joined = ({ marks }: Marked): string =>
  marks
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ xml }) => xml)
    .join('')
