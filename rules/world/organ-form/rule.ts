import {
  defineRule,
  documentYear,
  isInside,
  quotations,
  sentenceAround,
  structure,
  tableFinder,
  timesIn,
} from '../../../src/kit.ts'
import { courts, joints, levelled, officesByLevel, procedure, proposals, type Swapped, swapped, units } from './data.ts'
import { levelsIn } from './levels.ts'

/** A wrong order as it may be written. */
interface Written {
  readonly row: Swapped
  readonly wrong: string
  readonly right: string
}

const written: readonly Written[] = swapped.flatMap((row) => {
  if (!row.wrong.includes('{u}')) return [{ row, wrong: row.wrong, right: row.right }]
  const fill = (words: string, unit: string, joint: string): string => words.replaceAll('{u}', unit).replace('{j}', joint)
  return units.flatMap((unit) =>
    joints.map((joint) => ({ row, wrong: fill(row.wrong, unit, joint), right: fill(row.right, unit, joint) })),
  )
})
const findSwapped = tableFinder(written.map(({ wrong }) => wrong))
const findProposal = tableFinder(proposals.map(({ anchor }) => anchor))
const findCourts = tableFinder([courts.old, courts.now])

/** How far before a proposal its authors may be named. Characters. */
const reach = 24

export default defineRule({
  id: 'organ-form',
  severity: 'warning',
  summary: {
    zh: '领导机关排错次序、写错职权（县政府、县委，人大代表提案）',
    en: 'Leading organs in the wrong order, or with what belongs to another (县政府、县委; 人大代表提案)',
  },
  source: {
    tier: '通例',
    ref: '党委、人大、政府、政协的次序见历年报告和新闻稿；2018年宪法修正案；提案由政协委员提出，议案和建议由人大代表提出',
  },
  options: {
    allow: { type: 'strings', default: [], zh: '不算错的说法', en: 'words that are right in this house' },
  },
  quotes: ['order'],
  messages: {
    order: { zh: '次序应为“{right}”', en: 'The order should be “{right}”' },
    proposal: {
      zh: '{by}提的是{right}，不是“{wrong}”',
      en: '{by} make {right}, not “{wrong}”',
    },
    courts: {
      zh: '2018年3月起应为“一府一委两院”',
      en: 'Since March 2018 this is “一府一委两院”',
    },
    elsewhere: { zh: '别处写的是“一府一委两院”', en: 'elsewhere it is “一府一委两院”' },
  },
  check({ text, use, report }) {
    const { stretches } = use(structure)
    const own = use(documentYear)
    const now = findCourts(use).find(({ phrase }) => phrase === 1)
    for (const stretch of stretches) {
      for (const { phrase, start, end } of findSwapped(use, stretch.start, stretch.end)) {
        const { row, right } = written[phrase] as Written
        if (row.not?.test(text.slice(end, end + 6))) continue
        if (procedure.test(text.slice(Math.max(stretch.start, start - 8), start))) continue
        report('order', { start, end }, { right }, { fix: { grade: 'suggested', edits: [{ start, end, text: right }] } })
      }
      for (const { start, end, right } of levelsIn(text, use, stretch)) {
        if (levelled.goesOn.test(text.slice(end, end + 4)) || /[、和及]/.test(text[start - 1] ?? '')) continue
        if (
          !levelled.before.test(text.slice(Math.max(stretch.start, start - 6), start)) ||
          !levelled.behind.test(text.slice(end, end + 12))
        )
          continue
        report('order', { start, end }, { right }, { fix: { grade: 'suggested', edits: [{ start, end, text: right }] } })
      }
      for (const match of text.slice(stretch.start, stretch.end).matchAll(officesByLevel)) {
        const [all, down = '', field = '', office = '', joint = '', up = '', higher = ''] = match
        const start = stretch.start + match.index
        const end = start + all.length
        if (down === up || (down === '市' && up !== '省')) continue
        if (
          !levelled.before.test(text.slice(Math.max(stretch.start, start - 6), start)) ||
          !levelled.behind.test(text.slice(end, end + 12))
        )
          continue
        const right = `${up}${field}${higher}${joint}${down}${field}${office}`
        report('order', { start, end }, { right }, { fix: { grade: 'suggested', edits: [{ start, end, text: right }] } })
      }
      for (const { phrase, start, end } of findProposal(use, stretch.start, stretch.end)) {
        const { before, by, right, anchor } = proposals[phrase] as (typeof proposals)[number]
        const from = Math.max(stretch.start, start - reach)
        const match = before.exec(text.slice(from, start))
        if (!match) continue
        const at = { start: from + match.index + leadOf(match[0], by), end }
        if (isInside(use(quotations), start)) continue
        report('proposal', at, { by, right, wrong: anchor })
      }
      if (!own || own.value < courts.from) continue
      for (const { phrase, start, end } of findCourts(use, stretch.start, stretch.end)) {
        if (phrase === 1) continue
        const sentence = sentenceAround(use, { start, end }, stretch)
        const words = text.slice(sentence.start, sentence.end)
        if ((!now && !/人大|监督|审议|代表|常委会/.test(words)) || isPast(words, courts.from)) continue
        report(
          'courts',
          { start, end },
          {},
          {
            ...(now ? { see: [{ id: 'elsewhere', at: now, data: {} }] } : { severity: 'info' as const }),
            fix: { grade: 'suggested', edits: [{ start, end, text: courts.now }] },
          },
        )
      }
    }
  },
})

/** Of 会议期间代表 only 代表 is part of what is wrong. */
function leadOf(words: string, by: string): number {
  const at = words.indexOf(by)
  return at >= 0 ? at : words.indexOf(by.slice(-2))
}

/** The sentence tells of an earlier year. */
const isPast = (words: string, from: number): boolean => timesIn(words).some((time) => time.kind === 'year' && time.value < from)
