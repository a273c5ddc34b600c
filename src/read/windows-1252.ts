/**
 * Windows-1252 by hand: TextDecoder of Node 20.18.3 to 20.20 takes 80 to 9F for C1 controls, and curly quotes and dashes of old
 * Word files would vanish.
 */

import { platform } from '#platform'

/** The characters of 80 to 9F (WHATWG Encoding Standard, index windows-1252). */
const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Never throws: every byte is a character. */
export function windows1252(bytes: Uint8Array): string {
  return platform.latin1(bytes).replace(/[\x80-\x9f]/g, (letter) => upper.charAt(letter.charCodeAt(0) - 0x80))
}
