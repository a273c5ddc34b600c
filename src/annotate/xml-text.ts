/** Text on its way into XML. */

// What XML 1.0 cannot hold, not even as a reference: most of C0, halves of characters, and two non-characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** Whether `text` can be said in XML exactly, as characters of one line of a `w:t`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
export const isPlain = (text: string): boolean => !/[\u0000-\u001f\u2028\u2029\ufffe\uffff]|\p{Surrogate}/u.test(text)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** `text` for element content and for attribute values: escaped, blanks for line ends, U+FFFD for what XML cannot hold. */
export const xmlText = (text: string): string =>
  text
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(impossible, '\ufffd')
    .replace(/[&<>"]/g, (character) => entities[character] as string)
