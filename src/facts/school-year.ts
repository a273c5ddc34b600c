/** The school year a paper is of: it covers two years, and what is told of either is right. */
import { fact } from '../fact.ts'

/** How far into a text its school year may be named. Characters. */
const longestHead = 400
const named = /((?:19|20)[0-9]{2})(?:年)?[—–\-－~～至]{1,2}((?:19|20)[0-9]{2})(?:年)?(?:学年|学年度)/

/** 2024—2025学年: its two years; undefined where none is named in the head. */
export const schoolYear = fact('schoolYear', ({ text }): readonly [number, number] | undefined => {
  const match = named.exec(text.slice(0, longestHead))
  return match && Number(match[2]) === Number(match[1]) + 1 ? [Number(match[1]), Number(match[2])] : undefined
})
