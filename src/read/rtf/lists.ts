/** The tables of lists of an RTF file. Labels are written out in the text; only which of them are bullets is told here. */

export interface ListTable {
  /** The controls of `\listtable` and `\listoverridetable`. */
  control(word: string, value: number): void
  /** Whether paragraphs with `\ls` and `\ilvl` have a bullet, which numbers nothing. */
  isBullet(instance: number, level: number): boolean
}

/** `\levelnfc23` */
const BULLET = 23

export function createListTable(): ListTable {
  const formats = new Map<number, readonly number[]>()
  const lists = new Map<number, number>()
  let levels: number[] = []
  let list = 0
  const controls: Readonly<Record<string, (value: number) => void>> = {
    list: () => {
      levels = []
    },
    listlevel: () => {
      levels.push(0)
    },
    // `\levelnfcn` comes second, and is the better one.
    levelnfc: (value) => {
      levels[levels.length - 1] = value
    },
    levelnfcn: (value) => {
      levels[levels.length - 1] = value
    },
    // At the end of a list, and at the beginning of an instance.
    listid: (value) => {
      list = value
      if (levels.length > 0) formats.set(value, levels)
    },
    listoverride: () => {
      levels = []
    },
    ls: (value) => {
      lists.set(value, list)
    },
  }
  return {
    control(word, value) {
      if (Object.hasOwn(controls, word)) controls[word]?.(value)
    },
    isBullet: (instance, level) => formats.get(lists.get(instance) ?? 0)?.[level] === BULLET,
  }
}
