/** Meetings of the whole country by term and number. */
import { toHan } from '../../../src/kit.ts'
import { congressSessions, disciplinePlenums, earlierPlenums } from '../../../src/world/meetings.ts'

export type Organ = 'congress' | 'consultative' | 'discipline' | 'plenum'

export interface Meeting {
  readonly organ: Organ
  readonly term: number
  readonly meeting: number
  /** `YYYY-MM-DD` */
  readonly from: string
  readonly to: string
  /** false: the year was not read in a source. */
  readonly isVerified: boolean
}

const lists: readonly (readonly [Organ, readonly string[]])[] = [
  ['congress', congressSessions],
  ['consultative', congressSessions],
  ['discipline', disciplinePlenums],
  ['plenum', earlierPlenums],
]

const all: readonly Meeting[] = lists.flatMap(([organ, lines]) =>
  lines.map((line) => {
    const [number = '', from = '', to = ''] = line.replace('?', '').split(' ')
    const [term, meeting] = number.split('.').map(Number) as [number, number]
    return { organ, term, meeting, from, to, isVerified: !line.startsWith('?') }
  }),
)

export const meetingOf = (organ: Organ, term: number, meeting: number): Meeting | undefined =>
  all.find((one) => one.organ === organ && one.term === term && one.meeting === meeting)

/** The one by which the work of a year is ordered: that of its spring, not one held beside a party congress. */
export const regularIn = (organ: Organ, year: number): Meeting | undefined =>
  all.find((one) => one.organ === organ && yearOf(one) === year && Number(one.from.slice(5, 7)) <= 6)

export const yearOf = ({ from }: Meeting): number => Number(from.slice(0, 4))

export function nameOf({ organ, term, meeting }: Meeting): string {
  if (organ === 'plenum') return `党的${toHan(term)}届${toHan(meeting)}中全会`
  if (organ === 'discipline') return `${toHan(term)}届中央纪委${toHan(meeting)}次全会`
  if (organ === 'consultative') return `全国政协${toHan(term)}届${toHan(meeting)}次会议`
  return `${toHan(term)}届全国人大${toHan(meeting)}次会议`
}
