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
  targets: { zh: '去年定的目标，今年的稿子里（{count}项）', en: 'Targets of last year in this text ({count})' },
  promises: {
    zh: '去年说了、今年的稿子没有提到（{count}项）',
    en: 'Promised last year and not mentioned in this text ({count})',
  },
  targetsListed: {
    zh: '去年的稿子定了{count}项目标，结果列在下面，供对照',
    en: 'Last year’s text set {count} targets; their results are listed below',
  },
  promisesListed: {
    zh: '去年的稿子说了{count}件事，今年的稿子没有提到，列在下面，供对照',
    en: 'Last year’s text promised {count} things that this one does not mention; they are listed below',
  },
  targetRow: { zh: '{name}：{target} → {result}', en: '{name}: {target} → {result}' },
  promiseRow: { zh: '{words}', en: '{words}' },
  indicator: { zh: '指标', en: 'Indicator' },
  target: { zh: '去年的目标', en: 'Target' },
  result: { zh: '今年的结果', en: 'Result' },
  reached: { zh: '{result}（达到）', en: '{result} (reached)' },
  notReached: { zh: '{result}（低于目标）', en: '{result} (short of it)' },
  noResult: { zh: '没有提到', en: 'not mentioned' },
  pairs: { zh: '两两相比', en: 'Two by two' },
  pairsIntro: {
    zh: '{files}份材料，{count}对相同在{least}%以上。大家都有的行（提问、表头、栏目）不算。只说相同，不说别的：一起调研、各写一份，也会相同。',
    en: '{files} documents; {count} pairs have {least}% or more in common. Lines that all have (questions, heads of tables) do not count. Two who went on one trip may well have much in common.',
  },
  share: { zh: '相同', en: 'In common' },
  one: { zh: '材料', en: 'Document' },
  other: { zh: '另一份', en: 'The other' },
  passages: { zh: '相同的片段（{count}处）', en: 'Passages in common ({count})' },
  characters: { zh: '{count}字', en: '{count} characters' },
  closing: {
    zh: '{body}：照搬{same}%　只改数字{numbers}%　改写{words}%　新写{fresh}%｜逐字相同{verbatim}%　旧稿有而新稿没有的{dropped}句',
    en: '{body}: taken over {same}%, figures changed {numbers}%, reworded {words}%, new {fresh}% | word for word {verbatim}%, dropped {dropped} sentences',
  },
  sameBody: { zh: '同一单位的稿子', en: 'Texts of one office' },
  otherBody: { zh: '两个单位的稿子', en: 'Texts of two offices' },
  sameYear: {
    zh: '两份稿子看不出先后是哪两年的，年份、数字的比对没有做：可用 --old-year、--year 说明',
    en: 'Which years the two texts are of is not plain, so years and figures were not compared: --old-year and --year say it',
  },
} as const satisfies Record<string, Wording>
