/**
 * What hegao wrote is known by how it begins or ends: a result replaces the result of the run before, and nothing else. A slip
 * of the hand (`-o 讲话.docx`) must not cost a speech.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { failure, failures } from '../../errors.ts'
import { directiveRule } from '../../lint/silence.ts'
import { listsId } from '../../report/compare/lists-id.ts'
import { ruleFamilies } from '../../rule-families.ts'

/** How much of a file is looked at, at each end, in bytes. */
const looked = 4096

/** How the results of our formats begin. */
const beginnings: readonly RegExp[] = [
  // parse, json, stats -f json
  /^\{"schemaVersion":\d/,
  // ndjson
  /^\{"type":"start","schemaVersion":\d/,
  // sarif, rdjson
  /^\{"\$schema":"[^"]*","version":"[\d.]+","runs":\[\{"tool":\{"driver":\{"name":"hegao"/,
  /^\{"source":\{"name":"hegao"/,
  // gitlab
  /^\[\n(?:\]|\{"description":".*"check_name":")/,
  // junit, checkstyle
  /^<\?xml [^>]*>\n<testsuites name="hegao"/,
  /^<\?xml [^>]*>\n<checkstyle [^>]*>\n(?:<\/checkstyle>|<file [^>]*>\n(?:<error [^>]*source="hegao[."]|<\/file>))/,
  // html, stats -f html
  /^<!doctype html>[\s\S]*<meta name="generator" content="hegao">/i,
  // github
  /^::(?:error|warning|notice) title=[^:]*::/,
  // stats, in words and as csv
  /^(?:材料 {2}\d+ 份|Reports {2}\d)/,
  /^\uFEFF?(?:类别,名称,材料,错误|kind,name,Reports,errors)/,
]

/** A diff of `fix --dry-run` stands the same name against itself. */
function isDiff(text: string): boolean {
  const [from = '', to = '', hunk = ''] = text.split('\n', 3)
  return from.startsWith('--- ') && to === `+++ ${from.slice(4)}` && hunk.startsWith('@@ ')
}

/** The line of `pretty` that sums up; at most three indented ones come behind it. */
const summary = /^[✖⚠ℹ✔] /u
const ofFiles = /（\d{1,9} 个文件）|\(\d{1,9} files?\)/
const mostHints = 3

function isPretty(tail: string): boolean {
  const lines = tail.trimEnd().split('\n')
  let last = lines.length - 1
  while (last > 0 && lines.length - 1 - last < mostHints && lines[last]?.startsWith('  ')) last--
  const line = lines[last] ?? ''
  return summary.test(line) && ofFiles.test(line)
}

/** A line of `compact` has a level, and a rule or a failure of ours at its end. */
function isCompact(text: string): boolean {
  const [first = ''] = text.split('\n', 1)
  const [, id] = / \(([a-z-]+)\)$/.exec(first) ?? []
  return id !== undefined && /: (?:info|warning|error): /.test(first) && isOurName(id)
}

const isOurName = (id: string): boolean =>
  id === directiveRule || id === listsId || Object.hasOwn(failures, id) || Object.hasOwn(ruleFamilies, id)

/** The two ends of the regular file `path`; undefined where there is none. */
function endsOf(path: string): readonly [head: string, tail: string] | undefined {
  let descriptor: number
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    // What cannot be read is not known to be ours.
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : ['\0', '\0']
  }
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile()) return undefined
    const buffer = Buffer.alloc(looked)
    const head = buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, looked, 0))
    const from = Math.max(0, stat.size - looked)
    return [head, from === 0 ? head : buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, looked, from))]
  } finally {
    closeSync(descriptor)
  }
}

/** `beginning`: of what is to be written, where that is in a format of somebody else's; what begins the same is of the same kind. */
export function isOwnResult(path: string, beginning?: string): boolean {
  const ends = endsOf(path)
  if (!ends) return true
  const [head, tail] = ends
  if (head === '') return true
  if (beginning !== undefined) {
    const [first = ''] = beginning.split('\n', 1)
    return first.trim() !== '' && head.split('\n', 1)[0] === first.slice(0, head.length)
  }
  return beginnings.some((one) => one.test(head)) || isPretty(tail) || isCompact(head) || isDiff(head)
}

/** @throws HegaoError `result-exists` where something stands at `path` that hegao did not write */
export function refuseForeign(path: string, beginning?: string): void {
  if (!isOwnResult(path, beginning)) throw failure('result-exists', { path })
}
