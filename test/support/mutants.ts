/** A byte mutator: files that nobody wrote, from files that somebody wrote. Always the same ones. */
import { expect } from 'vitest'
import { HegaoError } from '../../src/errors.ts'
import { LINE_BREAK } from '../../src/read/paragraphs.ts'
import type { Source } from '../../src/source.ts'
import { computed } from './clock.ts'

/** How many files one `fuzzed` reads, whatever the machine; FUZZ for a night's run. */
const mutants = Number(process.env.FUZZ ?? 1000)
/** What vitest is to grant a test that calls `fuzzed`, in milliseconds. */
export const granted = 60_000 + mutants * 10
/** No file of these sizes may need more computing, in milliseconds. */
const LONGEST = 1000

export type Random = () => number

/** mulberry32: numbers from 0 to 1, from a seed. */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const below = (random: Random, limit: number): number => Math.floor(random() * limit)

/** Values that break readers of numbers. */
const extremes = [0, 1, 0x7f, 0x80, 0xff, 0xfe]

/** One of `samples` with a few places changed; `words` are bytes of meaning in the format, as Latin-1. */
export function randomBytes(random: Random, samples: readonly Uint8Array[], words: readonly string[] = []): Uint8Array {
  let bytes = Buffer.from(samples[below(random, samples.length)] as Uint8Array)
  for (let change = 1 + below(random, 6); change > 0; change--) {
    const at = below(random, bytes.length)
    const kind = random()
    if (kind < 0.3) bytes[at] = below(random, 256)
    else if (kind < 0.55)
      bytes.fill(extremes[below(random, extremes.length)] as number, at, Math.min(at + 1 + below(random, 4), bytes.length))
    else if (kind < 0.7) bytes.copy(bytes, below(random, bytes.length), at, at + below(random, 600))
    else if (kind < 0.9 && words.length > 0) bytes.write(words[below(random, words.length)] as string, at, 'latin1')
    else if (kind > 0.95) bytes = bytes.subarray(0, at + 1)
  }
  return bytes
}

/** `read`, or the code of the failure. Any other error is thrown. */
export function outcome(read: () => Source): string {
  try {
    const { text, document, blocks } = read()
    expect(document.replaceAll(LINE_BREAK, '\n')).toBe(text)
    expect(blocks.every(({ start, end }, index) => start <= end && start >= (blocks[index - 1]?.end ?? 0))).toBe(true)
    expect(blocks.at(-1)?.end ?? 0).toBe(text.length)
    return 'read'
  } catch (error) {
    if (error instanceof HegaoError && error.code !== 'internal-error') return error.code
    throw error
  }
}

/** Reads what `make` makes, so many times; how often each outcome was seen. */
export function fuzzed(make: (random: Random) => Uint8Array, read: (bytes: Uint8Array) => Source): ReadonlyMap<string, number> {
  const random = randomFrom(2026)
  const seen = new Map<string, number>()
  for (let mutant = 0; mutant < mutants; mutant++) {
    const bytes = make(random)
    const begin = computed()
    const result = outcome(() => read(bytes))
    seen.set(result, (seen.get(result) ?? 0) + 1)
    expect(computed() - begin).toBeLessThan(LONGEST)
  }
  return seen
}
