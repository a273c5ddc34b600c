/** The modules that hold knowledge, and the tables that they export. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Row, Table } from '../world/row.ts'

export interface LoadedTable {
  /** From the project's folder. */
  readonly path: string
  readonly table: Table
}

/** All tables of the world, of facts and of rules, in order of their paths. */
export async function knowledgeIn(root: string): Promise<readonly LoadedTable[]> {
  const paths = ['rules', 'src/world', 'src/facts']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => path.endsWith('.ts') && (path.startsWith('src/world/') || /(?:^|[/-])data\.ts$/.test(path)))
    .sort()
  const tables = paths.map(async (path) => {
    const { knowledge = [] } = (await import(pathToFileURL(join(root, path)).href)) as { knowledge?: readonly Table[] }
    return knowledge.map((table) => ({ path, table }))
  })
  return (await Promise.all(tables)).flat()
}

export const isDated = (row: Table['rows'][number]): row is Row => 'verified' in row

/** Rows of one rule that have a day of their own, or (without a day) no source that anybody saw. */
export interface RowsApart {
  readonly rule: string
  readonly on?: string
  readonly ids: readonly string[]
}

/** What `hegao rules --stale` tells beside the day of all tables, in order of day and rule. */
export function rowsApart(loaded: readonly LoadedTable[]): RowsApart[] {
  const groups = new Map<string, { readonly rule: string; readonly on?: string; readonly ids: string[] }>()
  for (const { table } of loaded) {
    for (const { id, verified, verifiedOn } of table.rows.filter(isDated)) {
      if (verified && verifiedOn === undefined) continue
      const on = verified ? verifiedOn : undefined
      const key = `${on ?? '9999'} ${table.rule}`
      const group = groups.get(key) ?? { rule: table.rule, ...(on !== undefined && { on }), ids: [] }
      group.ids.push(id)
      groups.set(key, group)
    }
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group)
}
