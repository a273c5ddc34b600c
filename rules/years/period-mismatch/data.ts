/** Plans, party congresses and plenums as they are told of a year. */
export { type CentralMeeting as Meeting, centralMeetings as meetings } from '../../../src/world/meetings.ts'
export { type Plan, plans } from '../../../src/world/plans.ts'

/**
 * Fixed words for the k-th year of a plan, counted from 1. Words used of several years (关键之年, 承上启下之年) are left out:
 * of 604 dated uses in official papers of 2020 to 2026 none of those listed here was of another year.
 */
export const yearOfPlan: Readonly<Record<string, number>> = {
  开局之年: 1,
  开局起步之年: 1,
  第一年: 1,
  头一年: 1,
  第二年: 2,
  第三年: 3,
  第四年: 4,
  第五年: 5,
  最后一年: 5,
  收官之年: 5,
}
