/** What the browser keeps of what she decided: by the content of the document, on this machine, until she clears it. */

/** What was decided of one document. */
export interface Marks {
  readonly accepted: Set<string>
  readonly ignored: Set<string>
  readonly year?: number
}

const PREFIX = 'hegao:'
const RULES = `${PREFIX}rules`
const THEME = 'hegao-theme'

/** Storage may be forbidden or full; then what was decided lasts as long as the page. */
function quietly<Value>(work: () => Value): Value | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

const listIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])

export class Keep {
  readonly rulesOff = new Set(listIn(quietly(() => JSON.parse(localStorage.getItem(RULES) ?? '[]'))))

  load(key: string): Marks {
    const kept: unknown = quietly(() => JSON.parse(localStorage.getItem(PREFIX + key) ?? '{}'))
    const { a, i, y } = (kept ?? {}) as { a?: unknown; i?: unknown; y?: unknown }
    return { accepted: new Set(listIn(a)), ignored: new Set(listIn(i)), ...(typeof y === 'number' && { year: y }) }
  }

  save(key: string, { accepted, ignored, year }: Marks): void {
    const isEmpty = accepted.size + ignored.size === 0 && year === undefined
    quietly(() =>
      isEmpty
        ? localStorage.removeItem(PREFIX + key)
        : localStorage.setItem(PREFIX + key, JSON.stringify({ a: [...accepted], i: [...ignored], y: year })),
    )
  }

  setRule(id: string, isOn: boolean): void {
    if (isOn) this.rulesOff.delete(id)
    else this.rulesOff.add(id)
    quietly(() => localStorage.setItem(RULES, JSON.stringify([...this.rulesOff])))
  }

  get theme(): 'light' | 'dark' | undefined {
    const kept = quietly(() => localStorage.getItem(THEME))
    return kept === 'light' || kept === 'dark' ? kept : undefined
  }

  setTheme(theme: string): void {
    quietly(() => localStorage.setItem(THEME, theme))
  }

  clear(): void {
    this.rulesOff.clear()
    quietly(() => {
      for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name)
    })
  }
}
