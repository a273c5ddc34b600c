/**
 * What can be changed of the knowledge in one file, one thing at a time: an alternative of an expression or an element of a
 * list left out, a limit or a year moved by one, a flag turned round. A change that no test notices is knowledge that no test
 * holds.
 */
import { parseAst } from 'rolldown/parseAst'

export interface Change {
  /** Offsets of the file's text in UTF-16 units: what stands there is replaced. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** What it is, for people: 无“会义”, 12→13. */
  readonly name: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** Properties that only tests read (src/world/row.ts), or that are words for people: no knowledge. */
const words = new Set('hits misses source verifiedOn verified id zh en summary messages options why'.split(' '))

const excerpt = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text).replaceAll('\n', ' ')

const opening = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/

/** Offsets in `pattern` of each alternative, at any depth, of every group that has several. Classes and escapes are skipped. */
export function alternatives(pattern: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = []
  const open: { start: number; bars: number[] }[] = [{ start: 0, bars: [] }]
  const close = (end: number): void => {
    const group = open.pop()
    if (!group || group.bars.length === 0) return
    const edges = [group.start, ...group.bars.map((bar) => bar + 1)]
    found.push(...edges.map((start, index) => ({ start, end: group.bars[index] ?? end })))
  }
  let isInClass = false
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]
    if (character === '\\') at++
    else if (character === ']') isInClass = false
    else if (isInClass) continue
    else if (character === '[') isInClass = true
    else if (character === '(') open.push({ start: at + (opening.exec(pattern.slice(at, at + 40))?.[0].length ?? 1), bars: [] })
    else if (character === '|') open[open.length - 1]?.bars.push(at)
    else if (character === ')') close(at)
  }
  close(pattern.length)
  return found
}

/** The expression without each of its alternatives, the bar beside it included. */
function ofPattern(pattern: string, offset: number): Change[] {
  return alternatives(pattern).map(({ start, end }) => {
    const isFirst = pattern[start - 1] !== '|'
    const [from, to] = isFirst ? [start, end + 1] : [start - 1, end]
    return { start: offset + from, end: offset + to, text: '', name: `无“${excerpt(pattern.slice(start, end))}”` }
  })
}

/** A word list in a string, 深入 扎实 认真, without each of its words. */
function ofWords(value: string, offset: number): Change[] {
  if (!/^\S+(?: \S+){2,}$/.test(value) || !/\p{Script=Han}/u.test(value)) return []
  return Array.from(value.matchAll(/\S+/g), ({ 0: word, index }) => {
    const [from, to] = index === 0 ? [0, word.length + 1] : [index - 1, index + word.length]
    return { start: offset + from, end: offset + to, text: '', name: `无“${excerpt(word)}”` }
  })
}

/** A list without each of its elements; a list of one is left alone. */
function ofList(elements: readonly unknown[], code: string): Change[] {
  const nodes = elements.filter(isNode)
  if (nodes.length < 2) return []
  return nodes.map((node, index) => {
    const next = nodes[index + 1]
    const before = nodes[index - 1]
    const [start, end] = next ? [node.start, next.start] : [(before as Node).end, node.end]
    return { start, end, text: '', name: `无${excerpt(code.slice(node.start, node.end))}` }
  })
}

function ofLiteral({ value, start, end, regex }: Node, code: string): Change[] {
  if (regex) return ofPattern((regex as { pattern: string }).pattern, start + 1)
  if (typeof value === 'number' && Number.isInteger(value) && value > 1)
    return [{ start, end, text: String(value + 1), name: `${value}→${value + 1}` }]
  if (typeof value === 'boolean') return [{ start, end, text: String(!value), name: `${value}→${!value}` }]
  if (typeof value === 'string' && code[start] !== '`') return ofWords(value, start + 1)
  return []
}

/** Types, imports and places in arrays hold no knowledge. */
const isNoKnowledge = ({ type, key }: Node): boolean =>
  (type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull)/.test(type)) ||
  type.startsWith('Import') ||
  type === 'MemberExpression' ||
  (type === 'Property' && words.has(String((key as Node).name)))

/** All changes of a TypeScript file, in order of the text. Throws where it does not parse. */
export function changesOf(code: string): Change[] {
  const changes: Change[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const each of value) visit(each)
      return
    }
    if (!isNode(value) || isNoKnowledge(value)) return
    if (value.type === 'Literal') changes.push(...ofLiteral(value, code))
    if (value.type === 'ArrayExpression') changes.push(...ofList(value.elements as unknown[], code))
    for (const [key, child] of Object.entries(value)) if (key !== 'regex') visit(child)
  }
  visit(parseAst(code, { lang: 'ts' }).body)
  return changes.sort((a, b) => a.start - b.start)
}

export const changed = (code: string, { start, end, text }: Change): string => code.slice(0, start) + text + code.slice(end)
