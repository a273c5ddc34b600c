/** What the language has got since Chromium 80, as far as the engine uses it; only where it is missing. */

type Method = (this: never, ...given: never[]) => unknown

function missing(prototype: object, methods: Readonly<Record<string, Method>>): void {
  for (const [name, value] of Object.entries(methods)) {
    if (!(name in prototype)) Object.defineProperty(prototype, name, { value, writable: true, configurable: true })
  }
}

interface Row {
  readonly length: number
  readonly [index: number]: unknown
}

function at(this: Row | string, index: number): unknown {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

function findLastIndex(this: Row, test: (one: unknown, index: number, all: Row) => boolean): number {
  for (let index = this.length - 1; index >= 0; index--) if (test(this[index], index, this)) return index
  return -1
}

function findLast(this: Row, test: (one: unknown, index: number, all: Row) => boolean): unknown {
  return this[findLastIndex.call(this, test)]
}

function replaceAll(this: string, from: string | RegExp, to: string): string {
  return typeof from === 'string' ? this.split(from).join(to) : this.replace(from, to)
}

missing(Array.prototype, {
  at,
  findLast,
  findLastIndex,
  toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number) {
    return this.slice().sort(compare)
  },
  toReversed(this: unknown[]) {
    return this.slice().reverse()
  },
  with(this: unknown[], index: number, value: unknown) {
    const copy = this.slice()
    copy[index < 0 ? copy.length + index : index] = value
    return copy
  },
})
missing(Object.getPrototypeOf(Uint8Array.prototype) as object, { at, findLast, findLastIndex })
missing(String.prototype, { at, replaceAll })
const { hasOwnProperty: has } = Object.prototype
missing(Object, {
  hasOwn: (owner: object, name: PropertyKey) => has.call(owner, name),
})
