/**
 * What was dropped on the starter of the portable kit. Windows gives a .cmd its files in a line that cmd reads anew: `a&b.docx`
 * without quotes would be two commands. So the starter hands over the line as it came, and it is read here.
 */

/** The files in the line by which Explorer started the starter: `…cmd.exe /c ""D:\核稿\核稿.cmd" D:\a&b.docx "D:\c d.docx""`. */
export function droppedFiles(line: string): readonly string[] {
  const begin = /\/c\s+"/i.exec(line)
  if (!begin) return []
  const rest = line.slice(begin.index + begin[0].length)
  // The quotes around all of it; behind the last word there may be a blank.
  const inside = rest.trimEnd().endsWith('"') ? rest.trimEnd().slice(0, -1) : rest
  const [, ...files] = Array.from(inside.matchAll(/"([^"]*)"|[^\s"]+/g), ([word, quoted]) => quoted ?? word)
  return files.filter((file) => file !== '')
}
