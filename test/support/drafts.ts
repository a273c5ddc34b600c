/** The documents of the fixtures under names of their own, and what the command line says of them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { hegao } from './hegao.ts'

export interface Draft {
  readonly name: string
  readonly bytes: Uint8Array
}

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures')

/** Every `input.*` of `fixtures/read` and `fixtures/reports`, and the Word documents of `fixtures/annotate`. */
export function drafts(): Draft[] {
  const inputs = ['read', 'reports'].flatMap((kind) =>
    readdirSync(join(fixtures, kind)).flatMap((folder) =>
      readdirSync(join(fixtures, kind, folder))
        .filter((file) => file.startsWith('input.'))
        .map((file) => ({
          name: `${kind}-${folder}${extname(file)}`,
          bytes: new Uint8Array(readFileSync(join(fixtures, kind, folder, file))),
        })),
    ),
  )
  const word = readdirSync(join(fixtures, 'annotate'))
    .filter((file) => file.endsWith('.docx'))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(fixtures, 'annotate', name))) }))
  return [...inputs, ...word]
}

/** Runs `work` in a folder that holds the files. */
function inFolder<Result>(files: readonly Draft[], work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'hegao-page-'))
  try {
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes)
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What `hegao check -f json` prints of the files. */
export const jsonOf = (files: readonly Draft[]): string =>
  inFolder(files, (cwd) => hegao(['check', '--no-config', '-f', 'json', ...files.map(({ name }) => name)], { cwd }).stdout)

/** The copy that `hegao annotate` makes of one. */
export const copyOf = (file: Draft): Uint8Array =>
  inFolder([file], (cwd) => {
    hegao(['annotate', '--no-config', '-o', 'copy.docx', file.name], { cwd })
    return new Uint8Array(readFileSync(join(cwd, 'copy.docx')))
  })
