/** What `--cache` and its options say, in both languages. */
import type { Wording } from '../../wording.ts'

export const cacheTexts = {
  cache: { zh: '没有改过的文件不再查，用上次的结果', en: 'do not check unchanged files again' },
  location: { zh: '缓存文件放在哪里（默认 {name}）', en: 'the file of the cache (default: {name})' },
  strategy: {
    zh: '怎样看出文件没有改过：content 按内容（默认），metadata 按大小和时间',
    en: 'how a file is known to be unchanged: content (default) or metadata (size and times)',
  },
  noStrategy: {
    zh: '--cache-strategy 只能是 content 或 metadata，不是 {value}',
    en: '--cache-strategy is content or metadata, not {value}',
  },
  foreign: {
    zh: '{path} 已经存在，不是 hegao 的缓存，没有覆盖',
    en: '{path} exists and is no cache of hegao; it was left alone',
  },
  unwritten: { zh: '缓存没有写成：{path}（{reason}）', en: 'The cache could not be written to {path} ({reason})' },
} as const satisfies Record<string, Wording>
