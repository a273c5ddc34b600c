/** Which mark follows an ordinal: GB/T 15834—2011 annex B.3. */
import type { Scheme } from '../../../src/kit.ts'

export interface Usage {
  readonly id: string
  readonly schemes: readonly Scheme[]
  /** What is wrong, tried on the ordinal with the two characters behind it; the first group is the mark that does not belong. */
  readonly wrong: RegExp
  /** The mark due in its place; '' where none is. */
  readonly due: string
  readonly clause: string
}

export const usages = [
  { id: 'arabic', schemes: ['arabic-dot'], wrong: /^[0-9０-９]{1,2}(、)/, due: '.', clause: 'B.3.3' },
  { id: 'han', schemes: ['han-dun'], wrong: /^[一二三四五六七八九十]{1,3}([.．，,])/, due: '、', clause: 'B.3.2' },
  {
    id: 'bracket',
    schemes: ['paren-han', 'paren-arabic', 'arabic-paren', 'circled'],
    wrong: /^[（(]?[一二三四五六七八九十0-9０-９\u2460-\u2473]{1,3}[）)]?([、，,．.])(?![0-9])/,
    due: '',
    clause: 'B.3.4',
  },
  {
    id: 'di',
    schemes: ['di'],
    wrong: /^第[一二三四五六七八九十]{1,3}(、)(?![第一二三四五六七八九十])/,
    due: '，',
    clause: 'B.3.1',
  },
  { id: 'word', schemes: ['shouxian'], wrong: /^(?:首先|其次|再次)(、)/, due: '，', clause: 'B.3.1' },
  { id: 'shi', schemes: ['shi', 'yao'], wrong: /^[一二三四五六七八九十]{1,3}[是要]([，,、：:])/, due: '', clause: 'B.3.7' },
] as const satisfies readonly Usage[]

/** Before the standard of 2011 the marks behind ordinals were a matter of taste. */
export const inForceSince = 2012
