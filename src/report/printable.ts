/** Text that attacks a terminal: control characters, and marks that turn the direction of what follows. */

// C0, DEL, C1, bidi marks and isolates, line and paragraph separators, and surrogates without a partner.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu

const visible = (character: string): string => `\\u{${(character.codePointAt(0) as number).toString(16)}}`

/**
 * `text` as it may reach a terminal: every unsafe character is written out as `\u{…}`. Line ends are unsafe too, since a
 * file's name or words could otherwise forge a line; our own line ends are added afterwards.
 */
export const printable = (text: string): string => text.replace(unsafe, visible)

const escaped = (character: string): string => `\\u${(character.codePointAt(0) as number).toString(16).padStart(4, '0')}`

/** The same for JSON, in the escapes of JSON: what is read back is what was written. */
export const printableJson = (json: string): string => (suspect.test(json) ? json.replace(unsafe, escaped) : json)

/** What JSON.stringify leaves as it is; it escapes C0 and lonely surrogates itself. Without the flag u, which is slow. */
const suspect = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/
