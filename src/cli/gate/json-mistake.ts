/** Where a file of ours that people edit is no JSON: whoever wrote it looks for the line. */
import type { Wording } from '../../wording.ts'
import { gateTexts } from './gate-texts.ts'

/** Whether `text` begins as JSON does, and only ends too soon, if at all. */
function isBegun(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const [, position] = /\bposition (\d+)/.exec(String(error)) ?? []
    return Number(position) === text.length || /\bend of JSON|\bUnterminated\b/.test(String(error))
  }
}

/** What is wrong with `text`, which is no JSON. What V8 says of it names the place for some mistakes only, so it is looked for. */
export function jsonMistake(text: string): [wording: Wording, data: { line: number; column: number }] {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (isBegun(text.slice(0, middle))) low = middle
    else high = middle - 1
  }
  const isCut = low === text.length
  const before = isCut ? text.trimEnd() : text.slice(0, low)
  const line = before.split('\n').length
  const column = before.length - before.lastIndexOf('\n')
  return [isCut ? gateTexts.cutJson : gateTexts.noJson, { line, column }]
}
