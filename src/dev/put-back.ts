/**
 * `npm run put-back -- DIR`: sentences of last year put back into this year's report, and how many of them `compare` tells: those
 * with a figure of last year, and those with its year, word for word and reworded. Reports are paired by their names without the
 * year. Seeds are fixed: the same folder gives the same figures.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pairing, type Unit, yearsOfPair } from '../compare/index.ts'
import { chooseRules } from '../config.ts'
import { documentOf } from '../document.ts'
import { quantities } from '../facts/quantities/index.ts'
import { within } from '../facts/times/index.ts'
import { years } from '../facts/years.ts'
import { checkSource, rules } from '../hegao.ts'
import { read } from '../read/index.ts'
import { noResources } from '../resources.ts'
import type { Source } from '../source.ts'

/** Of one experiment. */
interface Count {
  told: number
  made: number
}

/** A year that no other report comes between. */
const widest = 2
/** So many sentences of a kind are taken of each pair. */
const mostOfPair = 12
/** A shorter sentence is a line, a longer one a paragraph. */
const [shortest, longest] = [15, 160]

/** A row of numbers that is always the same (Park and Miller). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

/** How people reword when they carry a sentence over: what stands left becomes what stands right. */
const rewordings: readonly (readonly [RegExp, string])[] = [
  [/持续/, '不断'],
  [/推进/, '推动'],
  [/加强/, '强化'],
  [/完成/, '实现'],
  [/开展/, '组织'],
  [/全面/, '着力'],
  [/积极/, '大力'],
  [/进一步/, ''],
  [/深入/, '扎实'],
  [/建设/, '打造'],
  [/提升/, '提高'],
  [/有效/, '切实'],
  [/落实/, '抓实'],
  [/加快/, '抓紧'],
]

/** Two or three words changed, and a few put before it. */
function reworded(words: string): string {
  let left = 3
  let changed = words
  for (const [from, to] of rewordings) {
    if (left === 0 || !from.test(changed)) continue
    changed = changed.replace(from, to)
    left--
  }
  return left === 3 ? `坚持稳中求进，${changed}` : `一年来，${changed}`
}

const isAlike = (name: string): string => name.replace(/^\d+-/, '').replace(/(?:19|20)\d\d/, '')
const yearIn = (name: string): number => Number(/(?:19|20)\d\d/.exec(name)?.[0] ?? 0)

function pairsIn(folder: string): (readonly [string, string])[] {
  const groups = new Map<string, string[]>()
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.txt') && yearIn(one) > 0)) {
    groups.set(isAlike(name), [...(groups.get(isAlike(name)) ?? []), name])
  }
  return [...groups.values()].flatMap((names) => {
    const sorted = names.sort((a, b) => yearIn(a) - yearIn(b))
    return sorted.slice(1).flatMap((name, at): (readonly [string, string])[] => {
      const before = sorted[at] as string
      return yearIn(name) - yearIn(before) <= widest ? [[before, name]] : []
    })
  })
}

const sourceOf = async (name: string, text: string): Promise<Source> => read(name, new TextEncoder().encode(text), {})

/** What a rule is to tell, by the kind of sentence. */
const kinds = {
  figure: /^(?:figure-not-updated|fact-repeated)$/,
  year: /^(?:year-not-updated|year-mismatch|date-not-updated|session-mismatch|period-mismatch|anniversary-mismatch)$/,
} as const
type Kind = keyof typeof kinds

const counts = new Map<string, Count>()
const ofKind = (name: string): Count => {
  const known = counts.get(name) ?? { told: 0, made: 0 }
  counts.set(name, known)
  return known
}

const isSentence = ({ isBody, isHeading, isOfYears, words }: Unit): boolean =>
  isBody && !isHeading && !isOfYears && words.length >= shortest && words.length <= longest && words.endsWith('。')

/** Whether the sentence has what is looked for: a figure of three digits in the review, or the old text's own year. */
function holds(kind: Kind, unit: Unit, old: ReturnType<typeof documentOf>, own: number): boolean {
  if (!isSentence(unit)) return false
  if (kind === 'figure') {
    const figures = within(old.use(quantities), unit)
    const isLarge = figures.some(({ kind: of, start, numberEnd, isApproximate, isHan }) => {
      const digits = old.text
        .slice(start, numberEnd)
        .replace(/[^0-9]/g, '')
        .replace(/0+$/, '')
      return of === 'amount' && !isApproximate && !isHan && digits.length >= 3
    })
    return unit.outlook === 'review' && isLarge && !/累计|人口|面积|达到|总量|以上|左右|标准/.test(unit.words)
  }
  return within(old.use(years), unit).some(
    ({ value, inRange, quoted }) =>
      !inRange &&
      !quoted &&
      (value === own - 1 || (value === own && unit.outlook === 'plan')) &&
      !/比|以来|起|自|同期|从|至|到|开始|基础上|《/.test(unit.words),
  )
}

const chosen = chooseRules(rules).filter(({ rule }) => Object.values(kinds).some((of) => of.test(rule.id)))

async function experiment(oldName: string, newName: string, oldText: string, newText: string): Promise<void> {
  const old = await sourceOf(oldName, oldText)
  const oldDocument = documentOf(old, {}, noResources)
  const source = await sourceOf(newName, newText)
  const pair = documentOf(source, {}, noResources, undefined, oldDocument).use(pairing)
  const own = pair && yearsOfPair(pair)
  if (!pair || !own) return
  const below = numbersFrom(newText.length + 1)
  for (const kind of Object.keys(kinds) as Kind[]) {
    const sentences = pair.old.units.filter((unit) => holds(kind, unit, oldDocument, own.old))
    for (let taken = 0; taken < mostOfPair && sentences.length > 0; taken++) {
      const [unit] = sentences.splice(below(sentences.length), 1) as [Unit]
      // It goes where the like of it stands.
      const places = pair.now.units.filter((one) => isSentence(one) && one.outlook === unit.outlook)
      if (places.length === 0) continue
      const place = places[below(places.length)] as Unit
      for (const [way, words] of [['verbatim', unit.words] as const, ['reworded', reworded(unit.words)] as const]) {
        const text = source.text.slice(0, place.end) + words + source.text.slice(place.end)
        const { findings } = checkSource(await sourceOf(newName, text), {
          settings: {},
          rules: chosen,
          resources: noResources,
          other: { source: old },
        })
        const isTold = findings.some(
          ({ ruleId, start, end }) => kinds[kind].test(ruleId) && start < place.end + words.length && end > place.end,
        )
        const count = ofKind(`${kind} ${way}`)
        count.made++
        if (isTold) count.told++
        else if (process.env.SHOW) console.log(`${newName} ${kind} ${way}: ${words}`)
      }
    }
  }
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('npm run put-back -- FOLDER')
const pairs = pairsIn(folder)
for (const [old, now] of pairs)
  await experiment(old, now, readFileSync(join(folder, old), 'utf8'), readFileSync(join(folder, now), 'utf8'))
console.log(`${pairs.length} pairs`)
for (const [name, { told, made }] of [...counts].sort())
  console.log(`${name}: ${told}/${made} = ${(told / Math.max(1, made)).toFixed(3)}`)
