/** The structure for people: the parts of the paper, headings and items of enumerations, two blanks a level. */
import type { Heading, Item, Node, Paragraph, Report, Role, Table } from '../tree.ts'
import { isLeaf } from '../tree.ts'
import { fill, type Lang, type Wording } from '../wording.ts'
import { type Line, type Palette, render } from './palette.ts'

const most = 40

/** Characters of an outline's line; the rest of a long sentence is `…`. */
function short(text: string): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

/** Without the mark at its end, the line ends of a text wrapped by hand, and the tabs before page numbers. */
const bare = (text: string): string =>
  text
    .replace(/[。；：]$/, '')
    .replace(/[\r\n]+/g, '')
    .replace(/\t+/g, ' ')

const headingText = ({ children }: Heading): string => children.map(({ value }) => value.trim()).join('')

/** The first sentence of what stands in an item, and '' where it begins with something else. */
function leadIn(node: Node | undefined): string {
  if (node?.type === 'sentence') return node.value.trim()
  if (node?.type === 'paragraph') return leadIn(node.children[0])
  return ''
}

const itemText = ({ children: [marker, first] }: Item): string => marker.value.trim() + leadIn(first)

/** How the parts are called. */
const parts: Readonly<Record<Role, Wording>> = {
  security: { zh: '密级等', en: 'classification' },
  issuer: { zh: '发文机关', en: 'issuer' },
  'document-number': { zh: '文号', en: 'number' },
  signer: { zh: '签发人', en: 'signed off by' },
  title: { zh: '标题', en: 'title' },
  subtitle: { zh: '副标题', en: 'subtitle' },
  dateline: { zh: '题注', en: 'dateline' },
  byline: { zh: '署名', en: 'byline' },
  contents: { zh: '目录', en: 'contents' },
  salutation: { zh: '称谓', en: 'salutation' },
  closing: { zh: '结语', en: 'closing' },
  attachment: { zh: '附件说明', en: 'attachments' },
  signature: { zh: '落款', en: 'signature' },
  date: { zh: '日期', en: 'date' },
  note: { zh: '附注', en: 'note' },
  imprint: { zh: '版记', en: 'imprint' },
  annex: { zh: '附件', en: 'attachment' },
  aside: { zh: '正文外', en: 'beside the body' },
  noise: { zh: '不查', en: 'not checked' },
}

const tableSize: Wording = { zh: '〔表格〕{rows}行', en: '[table] {rows} rows' }
const unchecked: Wording = {
  zh: '（网页杂项等{count}段不查）',
  en: '({count} paragraphs of a page and the like are not checked)',
}

const wordsOf = ({ children }: Paragraph): string => leadIn(children[0])

const partEntry = (role: Role, words: string, lang: Lang): string =>
  lang === 'zh' ? `〔${parts[role].zh}〕${words}` : `[${parts[role].en}] ${words}`

const tableEntry = ({ children }: Table, lang: Lang): string => fill(tableSize, lang, { rows: children.length })

/** What a node shows: a heading for its section, an item for itself, a part by its name, a table by its size, else nothing. */
function entryOf(node: Node, lang: Lang): string | undefined {
  if (node.type === 'section') return headingText(node.children[0])
  if (node.type === 'item') return itemText(node)
  if (node.type === 'table') return tableEntry(node, lang)
  // Salutations within a speech are many, and tell nothing of its structure.
  if (node.type !== 'paragraph' || !node.role || node.role === 'noise') return undefined
  return partEntry(node.role, wordsOf(node), lang)
}

/** Lines of the outline, without their ends. */
export function outlineLines(tree: Report, lang: Lang): string[] {
  const lines: string[] = []
  let noise = 0
  let hasBody = false
  const pending: { readonly node: Node; readonly depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, depth } = next
    if (node.type === 'paragraph' && node.role === 'noise') noise++
    const isRepeated = hasBody && node.type === 'paragraph' && node.role === 'salutation'
    hasBody ||= node.type === 'section'
    const entry = isRepeated ? undefined : entryOf(node, lang)
    if (entry !== undefined) lines.push('  '.repeat(depth) + short(bare(entry)))
    if (isLeaf(node) || node.type === 'table') continue
    const below = entry === undefined ? depth : depth + 1
    for (let index = node.children.length - 1; index >= 0; index--) {
      pending.push({ node: node.children[index] as Node, depth: below })
    }
  }
  if (noise > 0) lines.push(fill(unchecked, lang, { count: noise }))
  return lines
}

export const outline = (tree: Report, palette: Palette, lang: Lang): string =>
  render(
    outlineLines(tree, lang).map((line): Line => [['plain', line]]),
    palette,
  )
