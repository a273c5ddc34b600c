/**
 * The trees as one row of numbers: how many trees, then for each tree how many inner nodes it has, then four numbers a node
 * (feature, limit, left, right) and the values of its leaves in 256ths. Left is taken where the feature is at most the
 * limit; a child below nought is the leaf -1 - child.
 */
export function scoreOf(trees: Int16Array, features: Int16Array): number {
  let at = 1
  let sum = 0
  for (let tree = trees[0] as number; tree > 0; tree--) {
    const inner = trees[at] as number
    const nodes = at + 1
    const leaves = nodes + 4 * inner
    let node = 0
    do {
      const here = nodes + 4 * node
      const isLeft = (features[trees[here] as number] as number) <= (trees[here + 1] as number)
      node = trees[isLeft ? here + 2 : here + 3] as number
    } while (node >= 0)
    sum += trees[leaves - 1 - node] as number
    at = leaves + inner + 1
  }
  return sum / 256
}
