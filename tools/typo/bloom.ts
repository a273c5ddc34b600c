/** The words of the lexicon as the model asks for them: six bits of twelve a word (src/facts/suspicions/model.ts reads them). */
export function bloomOf(lexicon: readonly string[]): { readonly bits: number; readonly bloom: Uint8Array } {
  const bits = lexicon.length * 12
  const bloom = new Uint8Array((bits >> 3) + 1)
  for (const word of lexicon) {
    let a = 0x811c9dc5 | 0
    let b = 0x1b873593
    for (let index = 0; index < word.length; index++) {
      const code = word.charCodeAt(index)
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b ^ code, 0x5bd1e995)
      b ^= b >>> 13
    }
    a ^= a >>> 15
    b |= 1
    for (let round = 0; round < 6; round++) {
      const bit = ((a + Math.imul(b, round)) >>> 0) % bits
      bloom[bit >> 3] = (bloom[bit >> 3] as number) | (1 << (bit & 7))
    }
  }
  return { bits, bloom }
}
