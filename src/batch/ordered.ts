/** Results come in the order in which threads finish; what is written is in the order of the inputs. */

export interface Ordered<Result> {
  /** Takes the result of the input `index` (from 0), and passes on what is now in turn. */
  add(index: number, result: Result): void
  /** How many have been passed on. */
  readonly passed: number
}

export function inOrder<Result>(pass: (result: Result, index: number) => void): Ordered<Result> {
  const waiting = new Map<number, Result>()
  let next = 0
  return {
    add(index, result) {
      waiting.set(index, result)
      for (let due = waiting.get(next); due !== undefined; due = waiting.get(next)) {
        waiting.delete(next)
        pass(due, next++)
      }
    },
    get passed() {
      return next
    },
  }
}
