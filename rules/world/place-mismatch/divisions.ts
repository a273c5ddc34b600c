/** Which county lies in which city, and which city in which province. */
import { tableFinder } from '../../../src/kit.ts'
import { divisions, movedCounties } from '../../../src/world/divisions.ts'

interface Province {
  readonly name: string
  /** All that lies in it, as the table has it. */
  readonly line: string
}

/** A place that others lie in. */
interface Parent {
  /** As it is written. */
  readonly words: string
  readonly province: Province
  /** The city; undefined for a province. */
  readonly city: string | undefined
}

const provinces: readonly Province[] = divisions.map((line) => {
  const at = line.indexOf('=')
  return { name: line.slice(0, at), line: line.slice(at) }
})

const cityStates = '北京市天津市上海市重庆市'
/** 湖北, but not 天津: cities are listed beside one another without a mark (天津重庆市委). */
const shortName = (name: string): string =>
  /^(?:内蒙古|黑龙江)/.test(name) ? name.slice(0, 3) : /^吉林/.test(name) ? name : name.slice(0, 2)

const parents: readonly Parent[] = provinces.flatMap((province) => {
  const { name, line } = province
  const found: Parent[] = [{ words: name, province, city: undefined }]
  if (!cityStates.includes(name) && shortName(name) !== name) found.push({ words: shortName(name), province, city: undefined })
  for (const part of line.slice(1).split(';')) {
    const city = part.slice(0, part.indexOf(':'))
    if (city !== '' && city !== '旧' && city !== name && !city.includes('直辖')) found.push({ words: city, province, city })
  }
  return found
})

/** All places that others lie in. A hit’s `phrase` is for `wrongChild`. */
export const findParents = tableFinder(parents.map(({ words }) => words))

const units = '市县区旗州盟'
/** Names that many places have, or that are no names. */
const common = new Set(['老城区', '新城区', '滨海新区', '城中区', '新市区', '城关区'])
/** The unit goes on: 市场, 县域, 区间. */
const goesOn = /^[域间划块位段场值民级委]/
const shortest = 3
const longest = 16

/** A place said to lie where it never lay. */
export interface WrongChild {
  readonly parent: string
  readonly child: string
  readonly end: number
  /** Where it lies. */
  readonly due: string
  /** The province is wrong, not only the city. */
  readonly isFar: boolean
  /** The province is called by its short name. */
  readonly isShort: boolean
}

/** What follows the parent that was found at `[start, end)`, where it is a place that does not lie in it. */
export function wrongChild(text: string, phrase: number, end: number, limit: number): WrongChild | undefined {
  const { words, province, city } = parents[phrase] as Parent
  const behind = text.slice(end, Math.min(limit, end + longest))
  for (let length = lengthOfName(behind); length >= shortest; length--) {
    if (!units.includes(behind[length - 1] as string)) continue
    const child = behind.slice(0, length)
    if (child.startsWith('省')) return undefined
    if (has(province.line, child)) {
      const isRight =
        city === undefined || liesIn(province, city, child) || movedCounties.includes(child) || isFormer(province, child)
      if (isRight || common.has(child) || goesOn.test(text.slice(end + length))) return undefined
      return { parent: words, child, end: end + length, due: cityOf(province, child), isFar: false, isShort: false }
    }
    const due = provinces.filter(({ line }) => has(line, child)).map(({ name }) => name)
    // Beside a city state, and beside a province, others are listed without a mark.
    if (due.length === 0 && !(city === undefined && isCityState(child) && words.length > 2)) continue
    if (common.has(child) || goesOn.test(text.slice(end + length))) return undefined
    if (provinces.some(({ name }) => name === child) && !(isCityState(child) && city === undefined && /[省区]$/.test(words)))
      return undefined
    const isShort = city === undefined && !/[省区市]$/.test(words)
    if (isShort && isCityState(child)) return undefined
    const isState = isCityState(child)
    return { parent: words, child, end: end + length, due: isState ? '' : due.slice(0, 3).join('、'), isFar: true, isShort }
  }
  return undefined
}

const isCityState = (name: string): boolean => provinces.some((one) => one.name === name && cityStates.includes(name))

/** How many characters of `words` a name can have: Chinese ones up to the first that is none. */
function lengthOfName(words: string): number {
  let length = 0
  while (length < words.length && /[\u4e00-\u9fff]/.test(words[length] as string)) length++
  return length
}

/** Whether the name stands in the list, whole. */
function has(line: string, name: string): boolean {
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
    const behind = line[at + name.length]
    if ('=:;,'.includes(line[at - 1] as string) && (behind === undefined || ':;,'.includes(behind))) return true
  }
  return false
}

const partOf = ({ line }: Province, city: string): string => {
  const start = Math.max(line.indexOf(`;${city}:`), line.indexOf(`=${city}:`))
  const end = line.indexOf(';', start + 1)
  return start < 0 ? '' : line.slice(start, end < 0 ? line.length : end)
}

const liesIn = (province: Province, city: string, child: string): boolean => has(partOf(province, city), child)

/** A name of before: the city it lay in is not in the table. */
const isFormer = ({ line }: Province, child: string): boolean => {
  const at = line.indexOf(';旧:')
  return at >= 0 && has(line.slice(at), child) && !has(line.slice(0, at), child)
}

function cityOf({ name, line }: Province, child: string): string {
  const part = line
    .slice(1)
    .split(';')
    .find((one) => has(`;${one}`, child))
  const city = part?.slice(0, part.indexOf(':')) ?? ''
  return city === '' || city === '旧' || city.includes('直辖') ? name : city
}
