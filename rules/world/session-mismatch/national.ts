/** Meetings of the whole country by term and number. */
import { toHan } from '../../../src/kit.ts'
import {
  type CentralMeeting,
  centralMeetings,
  congressSessions,
  disciplinePlenums,
  earlierPlenums,
} from '../../../src/world/meetings.ts'

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

/** For two months after a plenum the wording before it is in use still. Days. */
export const settling = 61
/** A review of a year has the plenum that was held in it so many days before its end. Days. */
export const settlingInReview = 120
/** Within three weeks everybody has read of it. Days. */
export const announced = 21

/** The plenum or congress that a paper of `day` should know, where it is known for so many days. */
export function plenumBefore(day: string, settled: number): CentralMeeting | undefined {
  return (centralMeetings as readonly CentralMeeting[]).findLast(
    ({ to, plenum }) => plenum !== 1 && daysLater(to, settled) <= day,
  )
}

function daysLater(day: string, days: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}

/** Which of two is the earlier, by congress and number. */
export const isBefore = (term: number, meeting: number, other: CentralMeeting): boolean =>
  term < other.congress || (term === other.congress && meeting < other.plenum)

export const plenumName = ({ congress, plenum }: CentralMeeting): string =>
  plenum === 0 ? `党的${toHan(congress)}大` : `党的${toHan(congress)}届${toHan(plenum)}中全会`
