/** The lines that are drawn on a page of a PDF, upright or level: what tables are ruled with. Points of the page, y from the top. */
import type { PdfPage } from '../../platform.ts'

/** A stretch of an upright or a level line: `at` is its x or its y, `from` and `to` where it begins and ends along the other. */
export interface Rule {
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Rules {
  readonly upright: readonly Rule[]
  readonly level: readonly Rule[]
}

/** A matrix [a b c d e f] of PDF 32000-1 §8.3.3. */
type Matrix = readonly number[]

/** The operators of pdf.js that are asked; it numbers them alike in all versions. */
const ops = { save: 10, restore: 11, transform: 12, formBegin: 74, formEnd: 75, path: 91 } as const
const strokes: ReadonlySet<unknown> = new Set([20, 21])
const fills: ReadonlySet<unknown> = new Set([22, 23])
const both: ReadonlySet<unknown> = new Set([24, 25, 26, 27])
/** In a path of pdf.js: what follows is one point, one point, three points, two points, nothing. */
const points = [1, 1, 3, 2, 0] as const

/** A drawn rule is at most so thick, and a line that is a rule leans by no more than that. */
const THICK = 2.5
/** Shorter ones are dots and dashes. */
const SHORT = 4
/** A page of tables has some thousand. */
const LIMIT = 20_000

/** The rules of a page; none where there are more than a page of tables has: a drawing. `view` makes points of the page of the PDF's. */
export async function rulesOf(page: PdfPage, view: Matrix): Promise<Rules> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const rules = new Drawn()
  const saved: Matrix[] = []
  let matrix = view
  for (let index = 0; index < fnArray.length && !rules.isFull; index++) {
    const name = fnArray[index]
    const args = argsArray[index]
    if (name === ops.save) saved.push(matrix)
    else if (name === ops.restore || name === ops.formEnd) matrix = saved.pop() ?? view
    else if (name === ops.transform) matrix = product(matrix, numbersOf(args))
    else if (name === ops.formBegin) {
      saved.push(matrix)
      const own = Array.isArray(args) ? numbersOf(args[0]) : []
      if (own.length === 6) matrix = product(matrix, own)
    } else if (name === ops.path) rules.add(args, matrix)
  }
  return rules.isFull ? { upright: [], level: [] } : rules
}

class Drawn implements Rules {
  readonly upright: Rule[] = []
  readonly level: Rule[] = []

  get isFull(): boolean {
    return this.upright.length + this.level.length > LIMIT
  }

  /** What `constructPath` is given: the operator that paints, and the path. */
  add(args: unknown, matrix: Matrix): void {
    if (!Array.isArray(args)) return
    const [paint, data] = args as readonly unknown[]
    const isStroked = strokes.has(paint) || both.has(paint)
    if (!isStroked && !fills.has(paint)) return
    const path = numbersOf(Array.isArray(data) ? data[0] : data)
    for (const outline of outlinesOf(path, matrix)) {
      const isThin = this.addThin(outline)
      if (isThin || !isStroked) continue
      for (let index = 1; index < outline.length; index++) this.addLine(outline[index - 1] as Point, outline[index] as Point)
    }
  }

  /** A rule that is drawn as a thin area, or as one stroke. */
  private addThin(outline: readonly Point[]): boolean {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const [x, y] of outline) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
    const [width, height] = [right - left, bottom - top]
    if (Math.min(width, height) > THICK) return false
    if (Math.max(width, height) < SHORT) return true
    if (width < height) this.upright.push({ at: (left + right) / 2, from: top, to: bottom })
    else this.level.push({ at: (top + bottom) / 2, from: left, to: right })
    return true
  }

  private addLine([x, y]: Point, [toX, toY]: Point): void {
    this.addThin([
      [x, y],
      [toX, toY],
    ])
  }
}

type Point = readonly [number, number]

/** The outlines of a path, each closed where the file closes it. Those with curves are no rules, and are left out. */
function outlinesOf(path: readonly number[], [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix): Point[][] {
  const outlines: Point[][] = []
  let outline: Point[] = []
  let isCurved = false
  const close = (): void => {
    if (outline.length > 1 && !isCurved) outlines.push(outline)
    outline = []
    isCurved = false
  }
  for (let at = 0; at < path.length; ) {
    const kind = path[at] as number
    const count = points[kind]
    if (count === undefined) return outlines
    if (kind === 0) close()
    if (kind === 4 && outline[0]) outline.push(outline[0])
    if (count > 1) isCurved = true
    if (count > 0) {
      const [x = Number.NaN, y = Number.NaN] = path.slice(at + 1 + 2 * (count - 1), at + 1 + 2 * count)
      outline.push([a * x + c * y + e, b * x + d * y + f])
    }
    at += 1 + 2 * count
  }
  close()
  return outlines.filter((one) => one.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y)))
}

/** pdf.js gives arrays, typed arrays, and objects that look like them. */
function numbersOf(value: unknown): number[] {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value as ArrayLike<number>, Number)
  return []
}

/** First `right`, then `left`. */
export function product(left: Matrix, right: Matrix): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = left
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = right
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
