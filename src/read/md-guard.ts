/** Markdown that would keep the parser busy for minutes. Its time grows with the square of what is counted here. */

/** Deeper than this no report is nested. */
const DEPTH = 32
/** Lists inside lists are indented by two columns at least. */
const INDENT = 2 * DEPTH
/** Sum of the squares of delimiters a paragraph: 3,000 in one paragraph take the parser about a quarter of a second. */
const DELIMITER_SQUARES = 10_000_000

/** A long report has 500 lines; the parser takes some 50 µs for each paragraph, however short. */
const LINES = 100_000

const nested = new RegExp(`^(?:[ \\t]{0,99}(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${DEPTH}}`)
const delimiter = /[*_[\]`<]/g

/** Whether `document` is so long, nested so deep, or has so many delimiters, that it should be read line by line instead. Linear. */
export function isTooIntricate(document: string): boolean {
  let squares = 0
  let delimiters = 0
  const lines = document.split(/\r\n?|\n/)
  if (lines.length > LINES) return true
  for (const line of lines) {
    const indent = line.length - line.trimStart().length
    if ((indent > INDENT && isListLike(line, indent)) || nested.test(line)) return true
    if (indent === line.length) {
      squares += delimiters ** 2
      delimiters = 0
    } else {
      delimiters += countDelimiters(line)
    }
  }
  return squares + delimiters ** 2 > DELIMITER_SQUARES
}

const isListLike = (line: string, indent: number): boolean => '-*+>0123456789'.includes(line.charAt(indent))

function countDelimiters(line: string): number {
  let count = 0
  for (const _ of line.matchAll(delimiter)) count++
  return count
}
