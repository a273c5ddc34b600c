/** How far a run is, on standard error: a line that changes where that is a terminal, nothing elsewhere. */
import type { Tally } from '../../batch/run.ts'
import { printable } from '../../report/printable.ts'
import { fill, type Lang } from '../../wording.ts'
import { note, writeAll } from '../output.ts'
import { archiveTexts } from './archive-texts.ts'

/** A time in words, to the second. */
export function duration(milliseconds: number, lang: Lang): string {
  const seconds = milliseconds / 1000
  const whole = Math.round(seconds)
  if (seconds < 10) return fill(archiveTexts.seconds, lang, { s: seconds.toFixed(1) })
  if (whole < 60) return fill(archiveTexts.seconds, lang, { s: whole })
  if (whole < 3600) return fill(archiveTexts.minutes, lang, { m: Math.floor(whole / 60), s: whole % 60 })
  return fill(archiveTexts.hours, lang, { h: Math.floor(whole / 3600), m: Math.floor((whole % 3600) / 60) })
}

/** Reports a second, with a digit behind the point where they are few. */
export const rateOf = (count: number, milliseconds: number): string => {
  const rate = milliseconds > 0 ? (count * 1000) / milliseconds : 0
  return rate < 10 ? rate.toFixed(1) : String(Math.round(rate))
}

/** How often the line changes, in milliseconds. */
const beat = 200
/** Over how many beats the rate is taken: the first files say little, and those of yesterday nothing. */
const remembered = 50

export interface Progress {
  tell(tally: Tally): void
  /** Something to say in between. */
  note(...lines: string[]): void
  /** Takes the line away. */
  end(): void
  readonly elapsed: number
}

export function progressOf(total: number, lang: Lang, workers?: () => number): Progress {
  const began = performance.now()
  const isTerminal = process.getBuiltinModule('node:tty').isatty(2)
  const past: (readonly [time: number, done: number])[] = []
  let latest: Tally | undefined
  let isShown = false

  const clear = (): void => {
    if (isShown) writeLine('\r\u001b[K')
    isShown = false
  }
  const show = (): void => {
    if (!latest) return
    const now = performance.now()
    past.push([now, latest.done])
    if (past.length > remembered) past.shift()
    const [time, done] = past[0] as readonly [number, number]
    const rate = (latest.done - done) / Math.max(1, now - time)
    const data = {
      done: latest.done.toLocaleString('en-US'),
      total: total.toLocaleString('en-US'),
      rate: rateOf(latest.done - done, now - time),
      left: rate > 0 ? duration((total - latest.done) / rate, lang) : fill(archiveTexts.soon, lang, {}),
      failed: latest.failed,
    }
    const line = fill(archiveTexts.progress, lang, data)
    const all = workers ? fill(archiveTexts.progressQueue, lang, { line, workers: workers() }) : line
    writeLine(`\r\u001b[K${printable(all)}`)
    isShown = true
  }
  const clock = isTerminal ? setInterval(show, beat).unref() : undefined
  return {
    tell(tally) {
      latest = tally
    },
    note(...lines) {
      clear()
      note(...lines)
    },
    end() {
      clearInterval(clock)
      clear()
    },
    get elapsed() {
      return performance.now() - began
    },
  }
}

/** That nobody looks is no reason to fail. */
function writeLine(text: string): void {
  try {
    writeAll(2, text)
  } catch {}
}
