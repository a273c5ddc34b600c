/**
 * What can be changed of the knowledge in one file, one thing at a time: an alternative of an expression or an element of a
 * list left out, a limit or a year moved by one, a flag of a table turned round. A change that no test notices is knowledge
 * that no test holds. How a function walks over the text is no knowledge: inside of one a number counts where something is
 * compared with it and it is more than a step, a list where it is one of words, numbers or expressions.
 */
import { parseAst } from 'rolldown/parseAst'

export interface Change {
  /** Offsets of the file's text in UTF-16 units: what stands there is replaced. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** What it is, for people: 无“会义”, 12→13. */
  readonly name: string
  /** Of what is left out of several: it, and what stands beside it. Parts of an expression, or words. */
  readonly out?: { readonly part: string; readonly beside: readonly string[] }
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** Properties that only tests read (src/world/row.ts), words for people, and what the engine does with a rule: no knowledge. */
const words = new Set(
  'hits misses source verifiedOn verified id zh en summary messages options why yields needs wants see quotes ages'.split(' '),
)

const excerpt = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text).replaceAll('\n', ' ')

const opening = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/

/** An alternative, and the others of its group. */
interface Alternative {
  readonly start: number
  readonly end: number
  readonly beside: readonly string[]
}

/** Offsets in `pattern` of each alternative, at any depth, of every group that has several. Classes and escapes are skipped. */
export function alternatives(pattern: string): Alternative[] {
  const found: Alternative[] = []
  const open: { start: number; bars: number[] }[] = [{ start: 0, bars: [] }]
  const close = (end: number): void => {
    const group = open.pop()
    if (!group || group.bars.length === 0) return
    const parts = [group.start, ...group.bars.map((bar) => bar + 1)].map((start, index) => ({
      start,
      end: group.bars[index] ?? end,
    }))
    const all = parts.map((part) => pattern.slice(part.start, part.end))
    found.push(...parts.map((part, index) => ({ ...part, beside: all.toSpliced(index, 1) })))
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
  return alternatives(pattern).map(({ start, end, beside }) => {
    const isFirst = pattern[start - 1] !== '|'
    const [from, to] = isFirst ? [start, end + 1] : [start - 1, end]
    const part = pattern.slice(start, end)
    return { start: offset + from, end: offset + to, text: '', name: `无“${excerpt(part)}”`, out: { part, beside } }
  })
}

/** A word list in a string, 深入 扎实 认真, without each of its words. */
function ofWords(value: string, offset: number): Change[] {
  if (!/^\S+(?: \S+){2,}$/.test(value) || !/\p{Script=Han}/u.test(value) || /[a-z]{2}/.test(value)) return []
  const all = value.split(' ')
  return Array.from(value.matchAll(/\S+/g), ({ 0: word, index }) => {
    const [from, to] = index === 0 ? [0, word.length + 1] : [index - 1, index + word.length]
    const out = { part: word, beside: all.filter((other) => other !== word) }
    return { start: offset + from, end: offset + to, text: '', name: `无“${excerpt(word)}”`, out }
  })
}

/** A sentence with ⟦ ⟧ is one that proves, wherever it stands. */
const isProof = ({ value }: Node): boolean => typeof value === 'string' && value.includes('⟦')

/** A list without each of its elements; a list of one, or of sentences that prove, is left alone. */
function ofList(elements: readonly unknown[], code: string): Change[] {
  const nodes = elements.filter(isNode)
  if (nodes.length < 2 || nodes.some(isProof)) return []
  return nodes.map((node, index) => {
    const next = nodes[index + 1]
    const before = nodes[index - 1]
    const [start, end] = next ? [node.start, next.start] : [(before as Node).end, node.end]
    const name = `无${excerpt(code.slice(node.start, node.end))}`
    const part = wordOf(node)
    return { start, end, text: '', name, ...(part !== undefined && { out: { part, beside: wordsBeside(nodes, index) } }) }
  })
}

const wordOf = ({ type, value }: Node): string | undefined =>
  type === 'Literal' && typeof value === 'string' ? value : undefined

const wordsBeside = (nodes: readonly Node[], index: number): string[] =>
  nodes.toSpliced(index, 1).flatMap((node) => wordOf(node) ?? [])

/** A number as small as this is a step of a function: the next character, the second half. */
const largestStep = 3

const isLimit = (value: number, parent: Node | undefined): boolean =>
  value > largestStep && parent?.type === 'BinaryExpression' && /^(?:[<>]=?|[!=]==)$/.test(String(parent.operator))

function ofLiteral({ value, start, end, regex }: Node, code: string, { isCode, parent }: Place): Change[] {
  if (regex) return ofPattern((regex as { pattern: string }).pattern, start + 1)
  if (typeof value === 'number' && Number.isInteger(value) && value > 1 && (!isCode || isLimit(value, parent)))
    return [{ start, end, text: String(value + 1), name: `${value}→${value + 1}` }]
  if (typeof value === 'boolean' && !isCode) return [{ start, end, text: String(!value), name: `${value}→${!value}` }]
  if (typeof value === 'string' && code[start] !== '`') return ofWords(value, start + 1)
  return []
}

/** Types and imports hold no knowledge. */
const isNoKnowledge = ({ type, key }: Node): boolean =>
  (type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull)/.test(type)) ||
  type.startsWith('Import') ||
  (type === 'Property' && words.has(String((key as Node).name)))

/** Where a node stands. */
interface Place {
  /** Inside of a function. */
  readonly isCode: boolean
  readonly parent: Node | undefined
}

const isFunction = ({ type }: Node): boolean => /Function(?:Declaration|Expression)$/.test(type)

const isOfLiterals = (elements: readonly unknown[]): boolean =>
  elements.every((element) => isNode(element) && element.type === 'Literal')

/** All changes of a TypeScript file, in order of the text. Throws where it does not parse. */
export function changesOf(code: string): Change[] {
  const changes: Change[] = []
  const visit = (value: unknown, place: Place): void => {
    if (Array.isArray(value)) {
      for (const each of value) visit(each, place)
      return
    }
    if (!isNode(value) || isNoKnowledge(value)) return
    const elements = value.type === 'ArrayExpression' ? (value.elements as unknown[]) : []
    if (value.type === 'Literal') changes.push(...ofLiteral(value, code, place))
    if (!place.isCode || isOfLiterals(elements)) changes.push(...ofList(elements, code))
    const inside = { isCode: place.isCode || isFunction(value), parent: value }
    for (const [key, child] of Object.entries(value)) {
      // The place in an array is none either: match[2].
      if (key !== 'regex' && !(key === 'property' && value.type === 'MemberExpression')) visit(child, inside)
    }
  }
  visit(parseAst(code, { lang: 'ts' }).body, { isCode: false, parent: undefined })
  return changes.sort((a, b) => a.start - b.start)
}

export const changed = (code: string, { start, end, text }: Change): string => code.slice(0, start) + text + code.slice(end)
