/** What told the words apart. Part of the JSON contract. */
export type Segmenter = 'nodejieba' | 'intl'

/** Cuts a run of Chinese characters into words that, joined, are the run again; null when it cannot, now or ever after. */
export interface Engine {
  readonly name: Segmenter
  cut(run: string): readonly string[] | null
}
