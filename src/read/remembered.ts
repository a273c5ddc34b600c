/** `work`, done once for each key: for what is asked over and over of few. Errors are not remembered. */
export function remembered<Key, Result>(work: (key: Key) => Result): (key: Key) => Result {
  const known = new Map<Key, Result>()
  return (key) => {
    if (known.has(key)) return known.get(key) as Result
    const result = work(key)
    known.set(key, result)
    return result
  }
}
