/** A short name for a text. Not for security: it only has to spread. */

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')

/** FNV-1a over UTF-16 units from two seeds, 32 bits each: 16 hexadecimal digits. */
export function hashOf(text: string): string {
  let first = 0x811c9dc5
  let second = 0x01000193
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second ^ code, 0x01000193)
  }
  return hex(first) + hex(second)
}
