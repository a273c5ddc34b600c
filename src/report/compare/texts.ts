/** What the page of a comparison says, in both languages. */
import type { Wording } from '../../wording.ts'

export const texts = {
  title: { zh: '对照', en: 'Side by side' },
  old: { zh: '旧稿', en: 'Old' },
  now: { zh: '新稿', en: 'New' },
  same: { zh: '照搬', en: 'taken over' },
  numbers: { zh: '只改数字', en: 'figures changed' },
  words: { zh: '改写', en: 'reworded' },
  new: { zh: '新写', en: 'new' },
  findings: { zh: '问题', en: 'findings' },
  dropped: { zh: '旧稿有、新稿没有的（{count}句）', en: 'In the old text only ({count} sentences)' },
  moved: { zh: '换了位置', en: 'moved' },
  verbatim: { zh: '逐字相同{share}%', en: '{share}% word for word' },
  count: { zh: '{name} {count}句', en: '{name}: {count}' },
  intro: {
    zh: '左边是旧稿里对应的句子，右边是新稿。底色不同，是照搬、只改数字、改写、新写；改了的数字加粗。',
    en: 'On the left the sentence of the old text, on the right the new one. Tints tell what was taken over; changed figures are bold.',
  },
} as const satisfies Record<string, Wording>
