/** Lanes that are asked for one task at a time, by who goes on asking while they work. Knows nothing of documents. */
import type { Lane } from './pool.ts'

export interface Crew<Task, Result> {
  /** What becomes of `task`; undefined where nobody can say, or all have enough to do: whoever asked had better do it. */
  ask(task: Task): Promise<Result | undefined>
  /** Ends the threads, whatever they are at. */
  close(): Promise<void>
}

interface Asked<Task, Result> {
  readonly task: Task
  readonly answer: (result: Result | undefined) => void
}

/** Tasks that go to a thread together, if as many wait: a message costs what a short report does. */
const chunkSize = 16

export function createCrew<Task, Result>(lanes: readonly Lane<Task, Result | undefined>[]): Crew<Task, Result> {
  const waiting: Asked<Task, Result>[] = []
  let idle = [...lanes]
  let isFlushing = false
  let lost = 0

  /** A lane that fails altogether leaves the rest to the others, and in the end to whoever asked. */
  const run = async (lane: Lane<Task, Result | undefined>): Promise<void> => {
    for (let taken = waiting.splice(0, chunkSize); taken.length > 0; taken = waiting.splice(0, chunkSize)) {
      let done = 0
      try {
        await lane.run(
          taken.map(({ task }) => task),
          (_, result) => taken[done++]?.answer(result),
        )
      } catch {
        for (const { answer } of taken.slice(done)) answer(undefined)
        lost++
        if (lost === lanes.length) for (const { answer } of waiting.splice(0)) answer(undefined)
        return
      }
    }
    idle.push(lane)
  }

  const flush = (): void => {
    isFlushing = false
    const ready = idle.splice(0, Math.ceil(waiting.length / chunkSize))
    for (const lane of ready) void run(lane)
  }

  return {
    ask(task) {
      if (waiting.length >= chunkSize * (lanes.length - lost)) return Promise.resolve(undefined)
      return new Promise((answer) => {
        waiting.push({ task, answer })
        if (idle.length === 0 || isFlushing) return
        isFlushing = true
        // Whoever asks for one asks for more at once.
        setImmediate(flush)
      })
    },
    async close() {
      idle = []
      waiting.length = 0
      await Promise.all(lanes.map((lane) => lane.close()))
    },
  }
}
