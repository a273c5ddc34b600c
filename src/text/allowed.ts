/** A house's own words: what a user allows stands as it is written. */

/** Whether one of `words` stands in `text` across some of `[start, end)`. */
export function isAllowed(text: string, words: readonly string[], start: number, end: number): boolean {
  return words.some((word) => {
    if (word === '') return false
    const reach = word.length - 1
    return text.slice(Math.max(0, start - reach), end + reach).includes(word)
  })
}
