/** How a congress of the party is numbered: 党的二十大, not 党的第二十大; 第十五次, not 十五届党代会. */
import { found, type Part } from './phrases.ts'

export const numberMessages = {
  ordinal: { zh: '“党的第{number}大”应为“党的{number}大”', en: '“党的第{number}大” should be “党的{number}大”' },
  counted: {
    zh: '党代会称“第{number}次”，届用于全委会和人大、政协，请核',
    en: 'A party congress is “第{number}次”; 届 is for committees, 人大 and 政协. Please check',
  },
} as const

export function tellNumbers({ text, use, report }: Part<typeof numberMessages>): void {
  for (const { match, start } of found(text, use, '党的第', ordinalPhrase)) {
    const number = match[1] as string
    const at = { start, end: start + match[0].length }
    report('ordinal', at, { number }, { fix: { grade: 'suggested', edits: [{ ...at, text: `党的${number}大` }] } })
  }

  for (const { match, start } of found(text, use, '届党代会', countedPhrase)) {
    report('counted', { start, end: start + match[0].length }, { number: match[1] as string }, { severity: 'info' })
  }
}

const ordinalPhrase = /党的第(十[四五六七八九]|二十一|二十)大(?![会学家报型])/g
const countedPhrase = /(十[一二三四五六七八九]|[二三]十[一二三四五六七八九]?|[一二三四五六七八九十])届党代会/g
