/** Ctrl+C and the like: the first asks to stop, the second does not ask. */

export const interrupted = 130

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export interface Interruption {
  readonly isAsked: () => boolean
  /** As before. */
  end(): void
}

/** `onAsk` at the first signal; at the second the process ends, after `atOnce`. */
export function onInterruption(onAsk: () => void, atOnce: () => void): Interruption {
  let isAsked = false
  const hear = (): void => {
    if (isAsked) {
      try {
        atOnce()
      } finally {
        process.exit(interrupted)
      }
    }
    isAsked = true
    onAsk()
  }
  for (const signal of signals) process.on(signal, hear)
  return {
    isAsked: () => isAsked,
    end() {
      for (const signal of signals) process.off(signal, hear)
    },
  }
}
