/** `--cache` and what belongs to it: of `check`. Names as eslint has them. */
import type { Command } from 'commander'
import { fill } from '../../wording.ts'
import { wrong } from '../options.ts'
import type { Session } from '../session.ts'
import { cacheTexts } from './cache-texts.ts'

export type CacheStrategy = 'content' | 'metadata'

export interface CacheOptions {
  readonly cache?: boolean
  readonly cacheLocation?: string
  readonly cacheStrategy?: CacheStrategy
}

/** In the folder where hegao runs: a folder, so that it can tell git to leave it alone. */
export const cacheFolder = '.hegaocache'
export const defaultCache = `${cacheFolder}/results`

export function withCache(command: Command, { lang }: Session): Command {
  const strategy = (text: string): CacheStrategy => {
    if (text !== 'content' && text !== 'metadata') throw wrong(cacheTexts.noStrategy, lang, { value: text })
    return text
  }
  return command
    .option('--cache', fill(cacheTexts.cache, lang, {}))
    .option('--cache-location <file>', fill(cacheTexts.location, lang, { name: defaultCache }))
    .option('--cache-strategy <name>', fill(cacheTexts.strategy, lang, {}), strategy)
}
