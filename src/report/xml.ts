/** Text inside XML 1.0, which cannot hold most control characters even as references. */
import { commandless, printable } from './printable.ts'

/** What `printable` leaves and XML 1.0 forbids (W3C, Extensible Markup Language 1.0, 2.2 Characters). */
const noCharacters = /[\ufffe\uffff]/g

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * `text` as character data or as the value of an attribute. A line end is visible like every control character, so that no
 * line of the output begins with foreign words; `##` is divided for the sake of CI systems that read along.
 */
export const xml = (text: string): string =>
  printable(text)
    .replace(noCharacters, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, (mark) => references[mark] as string)
    .replaceAll('##', '#&#35;')

/** `text` as a line of character data: one that a CI system reading along does not take for a command. */
export const xmlLine = (text: string): string => xml(commandless(printable(text)))

/** A tag's attributes, each with a blank before it; those without a value are left out. */
export const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join('')
