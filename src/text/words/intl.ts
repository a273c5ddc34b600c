import type { Engine } from './engine.ts'

/** The engine of last resort: the word breaker of ICU, which every Node carries. Always answers. */
export function intlEngine(): Engine {
  let segmenter: Intl.Segmenter | undefined
  const cut = (run: string): readonly string[] => {
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
    return Array.from(segmenter.segment(run), (part) => part.segment)
  }
  return { name: 'intl', cut }
}
