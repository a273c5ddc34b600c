/**
 * The tab in which a document stands beside last year’s: two files, read by the same engine, shown sentence by sentence with what
 * is told of the new one. It decides nothing by itself: what can be accepted is in the other tab.
 */
import type { ComparedView, Comparing, Draft, Question } from './engine.ts'
import { words } from './words.ts'

/** What the page lends. */
export interface Lent {
  ask<Value>(question: Question, drafts: readonly Draft[]): Promise<Value>
  say(text: string, isBad?: boolean): void
  save(name: string, content: Uint8Array | string, type: string): void
  /** The document that lies open in the other tab. */
  current(): Draft | undefined
}

export interface CompareTab {
  /** The tab was opened. */
  show(): void
  /** Files that were dropped or chosen; `slot` where she dropped them on one. */
  take(files: readonly File[], slot?: Slot): Promise<void>
  /** The next place of which something is told, or the one before. */
  go(step: number): void
  make(what: string): Promise<void>
  swap(): void
}

export type Slot = 'old' | 'now'

const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement
const inputs = { 'old-year': 'oldYear', 'now-year': 'year' } as const

/** The first year that a file’s name tells. */
const yearIn = (name: string): number => Number(/(?:19|20)\d\d/.exec(name)?.[0] ?? 0)

const copies: Readonly<Record<string, { readonly ending: string; readonly type: string }>> = {
  page: { ending: '.对照.html', type: 'text/html' },
  json: { ending: '.对照.json', type: 'application/json' },
  copy: { ending: '.核稿.docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
}

export function compareTab({ ask, say, save, current }: Lent): CompareTab {
  const drafts: Partial<Record<Slot, Draft>> = {}
  let view: ComparedView | undefined
  let chosen = -1
  let number = 0

  const told = (): HTMLElement[] =>
    Array.from(byId('compared').querySelectorAll<HTMLElement>('tr.f')).filter((row) => row.offsetParent !== null)

  function paintSlots(): void {
    for (const slot of ['old', 'now'] as const) {
      const button = byId(`slot-${slot}`)
      const name = drafts[slot]?.name
      button.classList.toggle('full', name !== undefined)
      ;(button.querySelector('b') as HTMLElement).textContent = name ?? words.slots[slot]
    }
  }

  function asked(): Comparing | undefined {
    const { old, now } = drafts
    if (!old || !now) return undefined
    const body = (byId('cmp-body') as HTMLSelectElement).value
    const years: { oldYear?: number; year?: number } = {}
    for (const [id, name] of Object.entries(inputs)) {
      const { value } = byId(id) as HTMLInputElement
      if (/^(?:19|20)\d\d$/.test(value)) years[name as 'oldYear' | 'year'] = Number(value)
    }
    return { old, draft: now, ...(body !== '' && { body: body as 'same' | 'other' }), ...years }
  }

  async function compare(): Promise<void> {
    paintSlots()
    const comparing = asked()
    if (!comparing) return
    const own = ++number
    say(words.comparing)
    try {
      const made = await ask<ComparedView>({ op: 'compare', comparing }, [comparing.old, comparing.draft])
      // She may have put another file there in the meantime.
      if (own !== number) return
      view = made
      chosen = -1
      say('')
      byId('compared').innerHTML = made.html
      byId('compared').hidden = false
      const tally = byId('cmp-said')
      tally.textContent = made.closing.join('\n')
      tally.hidden = false
      byId('cmp-tools').hidden = false
      ;(document.querySelector('[data-cmp="copy"]') as HTMLElement).hidden = !made.isWord
      for (const box of Array.from(byId('compared').querySelectorAll('input'))) filter(box)
      position()
    } catch (error) {
      if (own !== number) return
      byId('compared').hidden = true
      byId('cmp-tools').hidden = true
      byId('cmp-said').hidden = true
      say(error instanceof Error ? error.message : String(error), true)
    }
  }

  /** Boxes hide rows; old browsers have no style sheet that could. */
  function filter(box: HTMLInputElement): void {
    const [, kind] = /^(?:show|only)-(.*)$/.exec(box.id) ?? []
    if (kind === undefined) return
    const isFindings = box.id.startsWith('only-')
    byId('compared').classList.toggle(isFindings ? 'only-findings' : `no-${kind}`, isFindings ? box.checked : !box.checked)
  }

  function position(): void {
    const rows = told()
    byId('cmp-pos').textContent = rows.length === 0 ? '' : chosen < 0 ? String(rows.length) : `${chosen + 1} / ${rows.length}`
  }

  byId('compared').addEventListener('change', (event) => {
    filter(event.target as HTMLInputElement)
    chosen = -1
    position()
  })
  for (const id of ['cmp-body', ...Object.keys(inputs)]) {
    byId(id).addEventListener('change', (event) => {
      const { value, id: own } = event.target as HTMLInputElement
      const isYear = own === 'cmp-body' || value === '' || /^(?:19|20)\d\d$/.test(value)
      say(isYear ? '' : words.noYear, !isYear)
      if (isYear) void compare()
    })
  }

  return {
    show() {
      const open = current()
      if (open && !drafts.now) {
        drafts.now = open
        void compare()
      }
      paintSlots()
      position()
    },
    async take(files, slot) {
      const read = await Promise.all(
        files
          .slice(0, 2)
          .map(async (file): Promise<Draft> => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      )
      const [first, second] = read
      if (!first) return
      if (second) {
        // The one whose name has the earlier year is last year’s.
        const isTurned = yearIn(first.name) > yearIn(second.name) && yearIn(second.name) > 0
        drafts.old = isTurned ? second : first
        drafts.now = isTurned ? first : second
      } else drafts[slot ?? (drafts.old ? 'now' : 'old')] = first
      await compare()
    },
    go(step) {
      const rows = told()
      if (rows.length === 0) return
      chosen = chosen < 0 ? (step > 0 ? 0 : rows.length - 1) : (chosen + step + rows.length) % rows.length
      for (const row of rows) row.classList.remove('on')
      const row = rows[chosen] as HTMLElement
      row.classList.add('on')
      row.setAttribute('tabindex', '-1')
      row.scrollIntoView({ block: 'center' })
      row.focus({ preventScroll: true })
      position()
    },
    async make(what) {
      const comparing = asked()
      const copy = copies[what]
      if (!comparing || !copy || !view) return
      say(words.making)
      try {
        const question = { op: 'compare-copy', comparing, as: what as 'page' | 'json' | 'copy' } as const
        const content = await ask<Uint8Array | string>(question, [comparing.old, comparing.draft])
        save(`${comparing.draft.name.replace(/\.[^.]*$/, '')}${copy.ending}`, content, copy.type)
        say('')
      } catch (error) {
        say(error instanceof Error ? error.message : String(error), true)
      }
    },
    swap() {
      const { old, now } = drafts
      if (old) drafts.now = old
      else delete drafts.now
      if (now) drafts.old = now
      else delete drafts.old
      void compare()
    },
  }
}
