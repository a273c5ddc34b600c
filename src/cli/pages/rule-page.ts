/** The README of a rule: it lies in the package, which is looked for from the program that runs upwards. */
import { readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ruleFamilies } from '../../rule-families.ts'

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** The page as Markdown; undefined where this installation has it not. */
export function pageOf(id: string): string | undefined {
  for (let folder = realpathSync(process.argv[1] ?? '.'); folder !== dirname(folder); folder = dirname(folder)) {
    const page = read(join(folder, 'rules', ruleFamilies[id] ?? '', id, 'README.md'))
    if (page !== undefined) return page
  }
  return undefined
}
