/** Text that attacks whoever reads the output: a terminal, the runner of a CI system, somebody's eyes. */

// C0, DEL, C1, bidi marks and isolates, line and paragraph separators, and surrogates without a partner.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/gu

const visible = (character: string): string => `\\u{${(character.codePointAt(0) as number).toString(16)}}`

/**
 * `text` as it may reach a terminal: every unsafe character is written out as `\u{…}`. Line ends are unsafe too, since a
 * file's name or words could otherwise forge a line; our own line ends are added afterwards.
 */
export const printable = (text: string): string => text.replace(unsafe, visible)

/**
 * What the runners of CI systems take for a command anywhere in a line: `##[group]` of GitHub and Azure, `##vso[` of Azure,
 * `##teamcity[`. At any letter case, since not all of them tell cases apart.
 */
const commandInLine = /##(?=\[|vso\[|teamcity\[)/gi

/**
 * `line` of our output, of which a runner executes nothing: GitHub's takes `::name::` for a command where a line begins
 * with it, blanks left aside (actions/runner, src/Runner.Common/ActionCommand.cs). What would be one is written out as
 * `printable` does it, and this holds outside CI too: the output does not depend on where it was made.
 */
export function commandless(line: string): string {
  const safe = line.includes('##') ? line.replace(commandInLine, '#\\u{23}') : line
  if (!safe.includes('::')) return safe
  const start = safe.length - safe.trimStart().length
  return safe.startsWith('::', start) ? `${safe.slice(0, start)}\\u{3a}${safe.slice(start + 1)}` : safe
}

const escaped = (character: string): string => `\\u${(character.codePointAt(0) as number).toString(16).padStart(4, '0')}`

/** The same for JSON, in the escapes of JSON: what is read back is what was written. No line of JSON begins with `::`. */
export function printableJson(json: string): string {
  const safe = suspect.test(json) ? json.replace(unsafe, escaped) : json
  return safe.includes('##') ? safe.replace(commandInLine, '#\\u0023') : safe
}

/** What JSON.stringify leaves as it is; it escapes C0 and lonely surrogates itself. Without the flag u, which is slow. */
const suspect = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/
