/** Congresses of the party and their plenums: by number, by name, by day. */
import { toHan } from '../../../src/kit.ts'
import { type Meeting, meetings } from './data.ts'

export const congressNumber = '十[七八九]|二十一|二十'

export const meetingOf = (congress: number | undefined, plenum: number): Meeting | undefined =>
  (meetings as readonly Meeting[]).find((one) => one.congress === congress && one.plenum === plenum)

export const congressName = (congress: number): string => `${toHan(congress)}大`

export const nameOf = ({ congress, plenum }: Meeting): string =>
  plenum === 0 ? `党的${congressName(congress)}` : `党的${toHan(congress)}届${toHan(plenum)}中全会`

/** For two months after a plenum the wording before it is in use still. */
export const latestBefore = (day: string): Meeting | undefined =>
  (meetings as readonly Meeting[]).findLast(({ to, plenum }) => plenum !== 1 && daysLater(to, 61) <= day)

export function daysLater(day: string | undefined, days: number): string {
  if (day === undefined) return '9999-12-31'
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}
