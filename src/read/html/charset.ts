/** Which encoding a page says it is in, and when that is believed. */
import { platform } from '#platform'
import { HegaoError } from '../../errors.ts'
import { type Decoded, decode } from '../decode.ts'

/** A `<meta>` stands within the first 1,024 bytes (HTML §4.2.5.4); pages that people saved have it later. In bytes. */
const HEAD = 8192

/**
 * Decodes a page. A byte order mark outweighs all; then the user's `--encoding`; then what is UTF-8 beyond doubt, because
 * pages that were converted keep the old `<meta>`; then the `<meta>`, unless the bytes contradict it; then our own guess.
 * @throws HegaoError as `decode` does
 */
export function decodePage(path: string, bytes: Uint8Array, forced?: string): Decoded {
  if (forced !== undefined) return decode(path, bytes, forced)
  const declared = declaredEncoding(bytes)
  if (declared === undefined || isUtf8BeyondDoubt(bytes)) return decode(path, bytes)
  try {
    return decode(path, bytes, declared)
  } catch (error) {
    if (error instanceof HegaoError && error.code.startsWith('encoding-')) return decode(path, bytes)
    throw error
  }
}

/** The label of the first `<meta>` or XML declaration that has one. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = platform.latin1(bytes.subarray(0, HEAD))
  for (const [, inside] of head.matchAll(/<(?:meta|\?xml)\s([^<>]{0,1000})/gi)) {
    const label = /(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{1,40})/i.exec(inside ?? '')?.[1]
    // Bytes that this could be read from are not in UTF-16 (HTML §13.2.3.2).
    if (label !== undefined) return /^utf-?16/i.test(label) ? undefined : label
  }
  return undefined
}

/** Eight Chinese characters in UTF-8 are 24 bytes; as GBK they would be valid UTF-8 too once in many thousand pages. */
const BEYOND_DOUBT = 24

function isUtf8BeyondDoubt(bytes: Uint8Array): boolean {
  if (!platform.isUtf8(bytes)) return false
  let high = 0
  for (const byte of bytes) {
    if (byte >= 0x80 && ++high === BEYOND_DOUBT) return true
  }
  return false
}
