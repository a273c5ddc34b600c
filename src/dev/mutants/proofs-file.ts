/** `proofs-data.ts` of a rule: sentences that prove its words, beside its page. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RuleFolder, root } from '../generate.ts'
import { exampleOf, type Proposal } from './propose.ts'

const quoted = (text: string): string =>
  text.includes('\n') ? `\`${text.replaceAll('`', '\\`')}\`` : `'${text.replaceAll("'", "\\'")}'`

function written(proposal: Proposal): string {
  const { text, other, year } = exampleOf(proposal)
  if (other === undefined && year === undefined) return quoted(text)
  const more = [year === undefined ? '' : `year: ${year}, `, other === undefined ? '' : `other: ${quoted(other)}, `]
  return `{ ${more.join('')}text: ${quoted(text)} }`
}

const nameOf = ({ choices }: Proposal): string =>
  choices
    .flatMap(({ words }) => words)
    .join('、')
    .replaceAll(/[\n']/g, '')
    .slice(0, 30)

/** Adds rows for the proposals to the file of the rule; what only stays silent is added to the first of them. */
export function addProofs({ family, id }: RuleFolder, proposals: readonly Proposal[]): void {
  const hits = proposals.filter(({ places }) => places !== '[]')
  const misses = proposals.filter(({ places }) => places === '[]')
  if (hits.length === 0) return
  const path = join(root, 'rules', family, id, 'proofs-data.ts')
  const before = existsSync(path)
    ? readFileSync(path, 'utf8')
    : `/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
]

export const knowledge: readonly Table[] = [{ rule: '${id}', rows }]
`
  const at = before.lastIndexOf(']', before.indexOf('export const knowledge'))
  if (at < 0) throw new Error(`${path}: no list of rows`)
  const names = new Set([...before.matchAll(/id: '([^']*)'/g)].map(([, name]) => name as string))
  const rows = hits.map((hit, index) => {
    let name = nameOf(hit)
    while (names.has(name)) name += '…'
    names.add(name)
    const silent = index === 0 && misses.length > 0 ? `, misses: [${misses.map(written).join(', ')}]` : ''
    return `\n  { id: '${name}', hits: [${written(hit)}]${silent} },`
  })
  const head = before.slice(0, at).trimEnd()
  writeFileSync(path, `${head}${/[,[]$/.test(head) ? '' : ','}${rows.join('')}\n${before.slice(at)}`)
}
