/** All documents of a folder, two by two, as one page: a table of pairs, and under each the passages that both have. It loads nothing. */
import type { LikePair } from '../../compare/folder.ts'
import type { Source } from '../../source.ts'
import { fill, type Lang } from '../../wording.ts'
import { escaped } from '../html/markup.ts'
import { shortPlace } from '../place.ts'
import { pageOf } from './page.ts'
import { texts } from './texts.ts'

/** So many passages of a pair are shown, the longest; and so much of each. Characters. */
const mostPassages = 40
const longest = 400

export interface FolderComparison {
  readonly sources: readonly Source[]
  readonly pairs: readonly LikePair[]
  /** The percentage from which on a pair is listed. */
  readonly least: number
}

const cut = (words: string): string => (words.length > longest ? `${words.slice(0, longest)}…` : words)

function passagesHtml({ passages }: LikePair, one: Source, other: Source, lang: Lang): string {
  const shown = [...passages].sort((a, b) => b.length - a.length).slice(0, mostPassages)
  const rows = shown.map(({ at, old, length }) => {
    const cell = (source: Source, place: typeof at): string =>
      `<td><span class="at">${escaped(shortPlace(source, place, lang))}</span>${escaped(cut(source.text.slice(place.start, place.end)))}</td>`
    const count = `<td class="n">${escaped(fill(texts.characters, lang, { count: length }))}</td>`
    return `<tr>${cell(one, at)}${cell(other, old)}${count}</tr>`
  })
  return `<table class="same3"><tbody>${rows.join('\n')}</tbody></table>`
}

export function folderPage({ sources, pairs, least }: FolderComparison, lang: Lang): string {
  const say = (name: 'pairs' | 'share' | 'one' | 'other'): string => escaped(fill(texts[name], lang, {}))
  const name = (index: number): string => escaped(sources[index]?.path ?? '')
  const rows = pairs.map(
    ({ one, other, share }, index) =>
      `<tr><td class="n"><a href="#p${index + 1}">${Math.round(share * 100)}%</a></td><td>${name(one)}</td><td>${name(other)}</td></tr>`,
  )
  const details = pairs.map((pair, index) => {
    const [one, other] = [sources[pair.one] as Source, sources[pair.other] as Source]
    const count = escaped(fill(texts.passages, lang, { count: pair.passages.length }))
    const head = `${Math.round(pair.share * 100)}%　${name(pair.one)}　${name(pair.other)}　<span class="at">${count}</span>`
    return `<details id="p${index + 1}" open><summary>${head}</summary>${passagesHtml(pair, one, other, lang)}</details>`
  })
  const intro = escaped(fill(texts.pairsIntro, lang, { files: sources.length, count: pairs.length, least }))
  return pageOf(
    lang,
    say('pairs'),
    `<header><h1>${say('pairs')}</h1><p>${intro}</p></header>\n<div class="main"><table class="pairs"><thead><tr><th scope="col">${say('share')}</th>` +
      `<th scope="col">${say('one')}</th><th scope="col">${say('other')}</th></tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>\n${details.join('\n')}</div>`,
  )
}
