/**
 * Names of files as the system has them. A name is bytes; where these are no UTF-8 (a disk that came from another system) each
 * odd byte stands in our text as the lone surrogate U+DC80–DCFF of its value, as PEP 383 does it, and goes back as that byte.
 */

// Lone ones only: behind a high surrogate it is half of a character.
const odd = /(?<![\ud800-\udbff])[\udc80-\udcff]/

/** The path as the system wants it: as it is, or as bytes where a name in it was no UTF-8. */
export function onDisk(path: string): string | Buffer {
  if (!odd.test(path)) return path
  const parts = path.split(/((?<![\ud800-\udbff])[\udc80-\udcff])/)
  return Buffer.concat(
    parts.map((part, at) => (at % 2 === 1 ? Buffer.of(part.charCodeAt(0) - 0xdc00) : Buffer.from(part, 'utf8'))),
  )
}

/** How many bytes the UTF-8 character at `at` has; 0 where none begins there. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
  return length > 0 &&
    !Buffer.from(bytes.subarray(at, at + length))
      .toString('utf8')
      .includes('\ufffd')
    ? length
    : 0
}

/** The name of `bytes`. */
export function nameOf(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes).toString('utf8')
  if (!whole.includes('\ufffd')) return whole
  let name = ''
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at)
    name +=
      length === 0
        ? String.fromCharCode(0xdc00 + (bytes[at] as number))
        : Buffer.from(bytes.subarray(at, at + length)).toString('utf8')
    at += length || 1
  }
  return name
}

/** Whether Node may have lost bytes of the name: it gives U+FFFD for what is no UTF-8. */
export const isDoubtful = (name: string): boolean => name.includes('\ufffd')

/** The words of the command line with the bytes that Node lost, where the system still has them (Linux). */
export function wordsAsGiven(words: readonly string[]): readonly string[] {
  if (process.platform !== 'linux' || !words.some(isDoubtful)) return words
  try {
    const all = process.getBuiltinModule('node:fs').readFileSync('/proc/self/cmdline')
    const given: string[] = []
    for (let at = 0, end = all.indexOf(0); end >= 0; at = end + 1, end = all.indexOf(0, at))
      given.push(nameOf(all.subarray(at, end)))
    const last = given.slice(-words.length)
    // Only what differs where Node was in doubt is another reading of the same words.
    return last.length === words.length && last.every((word, at) => word === words[at] || isDoubtful(words[at] as string))
      ? last
      : words
  } catch {
    return words
  }
}
