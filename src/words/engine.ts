/**
 * Whose words are told apart: those of nodejieba's dictionary, whoever does the cutting. Part of the JSON contract, in which
 * `intl` is what earlier versions wrote where nodejieba was not there.
 */
export type Segmenter = 'nodejieba'

/** Cuts a run of Chinese characters into words that, joined, are the run again; null when it cannot, now or ever after. */
export interface Engine {
  cut(run: string): readonly string[] | null
}
