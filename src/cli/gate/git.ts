/** What is asked of git: never through a shell, names ended by NUL, nothing written and nothing fetched. */
import { failure } from '../../errors.ts'

/** One file that differs. Paths count from the top of the repository, with /. */
export interface Difference {
  readonly path: string
  /** Where it was before; undefined for a new file. */
  readonly before: { readonly path: string; readonly blob: string } | undefined
  /** The staged content; undefined where what counts is the file on the disk. */
  readonly blob: string | undefined
}

export interface Repository {
  /** Of the current folder, from the top: '' or with a / at its end. */
  readonly prefix: string
  readonly differences: readonly Difference[]
  /** The content of `blob`; asked for in the order of `differences`, several are fetched at a time. */
  contentOf(blob: string): Uint8Array
}

const environment = { GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' }

/** Nothing of the repository's own settings runs a program: no monitor, no hooks, no fetching. */
const unarmed = ['core.quotepath=false', 'core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never']

/** Filters that the repository itself declares, each switched off; those of the user (git-lfs) stay. */
let disarmed: readonly string[] = []

function switchFiltersOff(option: string): void {
  disarmed = []
  const { out } = run(option, ['config', '--includes', '--list', '--show-scope', '--name-only', '-z'])
  const words = out.toString('utf8').split('\0')
  const names = new Set<string>()
  for (let index = 0; index + 1 < words.length; index += 2) {
    const [scope = '', name = ''] = words.slice(index, index + 2)
    if ((scope === 'local' || scope === 'worktree') && /^filter\..+\.(?:clean|process|smudge|required)$/.test(name))
      names.add(name)
  }
  disarmed = [...names].map((name) => (name.endsWith('.required') ? `${name}=false` : `${name}=`))
}

/** Standard output of git, or its status and complaint. */
function run(option: string, words: readonly string[], input = ''): { status: number; out: Buffer; complaint: string } {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const settings = [...unarmed, ...disarmed].flatMap((one) => ['-c', one])
  const done = spawnSync('git', [...settings, ...words], {
    input,
    env: { ...process.env, ...environment },
    maxBuffer: Number.MAX_SAFE_INTEGER,
    windowsHide: true,
  })
  const { code } = (done.error ?? {}) as { readonly code?: string }
  if (code === 'ENOENT') throw failure('git-missing', { option })
  if (done.error) throw failure('git-failed', { reason: done.error.message }, done.error)
  const complaint = done.stderr.toString('utf8').trim().split('\n')[0] ?? ''
  return { status: done.status ?? 1, out: done.stdout, complaint }
}

function must(option: string, words: readonly string[], input = ''): Buffer {
  const { status, out, complaint } = run(option, words, input)
  if (status !== 0) throw failure('git-failed', { reason: complaint })
  return out
}

function prefixOf(option: string): string {
  const { status, out } = run(option, ['rev-parse', '--is-inside-work-tree', '--show-prefix'])
  const [isInside, prefix = ''] = out.toString('utf8').split('\n')
  if (status !== 0 || isInside !== 'true') throw failure('git-no-repository', { option })
  return prefix
}

/** Where `revision` and the current state part: what others did there since is no change of ours. */
function baseOf(option: string, revision: string): string {
  const name = `${revision}^{commit}`
  const { status, out } = run(option, ['rev-parse', '--verify', '--quiet', '--end-of-options', name])
  if (status !== 0) throw failure('git-no-revision', { revision })
  const commit = out.toString('latin1').trim()
  const base = run(option, ['merge-base', commit, 'HEAD'])
  return base.status === 0 ? (base.out.toString('latin1').trim().split('\n')[0] ?? commit) : commit
}

const isFile = (mode: string): boolean => mode.startsWith('100')

/** `:mode mode blob blob status NUL path NUL`, and a second path where a file was renamed or copied. */
function differencesIn(raw: Buffer, isStaged: boolean): Difference[] {
  const parts = raw.toString('utf8').split('\0')
  const found: Difference[] = []
  for (let index = 0; index + 1 < parts.length; ) {
    const [oldMode = '', mode = '', oldBlob = '', blob = '', status = ''] = (parts[index] as string).slice(1).split(' ')
    const hasTwo = status.startsWith('R') || status.startsWith('C')
    const first = parts[index + 1] as string
    const path = hasTwo ? (parts[index + 2] as string) : first
    index += hasTwo ? 3 : 2
    if (!isFile(mode)) continue
    found.push({
      path,
      before: isFile(oldMode) && !status.startsWith('A') ? { path: first, blob: oldBlob } : undefined,
      blob: isStaged ? blob : undefined,
    })
  }
  return found
}

/** Files that git does not know yet and does not ignore are new. */
const untracked = (option: string): Difference[] =>
  must(option, ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/'])
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '')
    .map((path) => ({ path, before: undefined, blob: undefined }))

const diff = [
  'diff',
  '--raw',
  '-z',
  '--no-abbrev',
  '-M',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules',
  '--diff-filter=ACMRT',
]

/** How many files' contents are held at a time. */
const group = 32

function contents(option: string, blobs: readonly string[]): (blob: string) => Uint8Array {
  let held = new Map<string, Uint8Array>()
  return (blob) => {
    const known = held.get(blob)
    if (known) return known
    const from = Math.max(0, blobs.indexOf(blob))
    const wanted = [...new Set([blob, ...blobs.slice(from, from + group)])]
    held = blobsIn(must(option, ['cat-file', '--batch'], `${wanted.join('\n')}\n`))
    const content = held.get(blob)
    if (!content) throw failure('git-failed', { reason: `${blob} missing` })
    return content
  }
}

/** `name blob size LF content LF`, or `name missing LF`. */
function blobsIn(out: Buffer): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>()
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(0x0a, at)
    const [name = '', kind, size] = out.toString('latin1', at, end).split(' ')
    at = end + 1
    if (kind !== 'blob') continue
    found.set(name, out.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return found
}

/**
 * What differs between `revision` and the files on the disk or, where it is undefined, between HEAD and what is staged.
 * @throws HegaoError `git-missing`, `git-no-repository`, `git-no-revision` or `git-failed`
 */
export function repositorySince(revision: string | undefined): Repository {
  const isStaged = revision === undefined
  const option = isStaged ? '--staged' : '--since'
  const prefix = prefixOf(option)
  switchFiltersOff(option)
  const differences = isStaged
    ? differencesIn(must(option, [...diff, '--cached', '--']), true)
    : [...differencesIn(must(option, [...diff, baseOf(option, revision), '--']), false), ...untracked(option)]
  const blobs = differences.flatMap(({ blob, before }) => [blob, before?.blob]).filter((blob) => blob !== undefined)
  return { prefix, differences, contentOf: contents(option, blobs) }
}
