/** Dates as they stand above and under a text. */

const digit = '[0-9０-９〇○零一二三四五六七八九十]'
/** 2026年3月5日, 二〇二六年三月五日, 2026 年 3 月 5 日, 2026年3月. */
export const chineseDay = `${digit}{2,4}\\s?年\\s?${digit}{1,3}\\s?月(?:\\s?${digit}{1,3}\\s?日)?`
/** 2026/3/5, 2026.3.5, 2026-03-05. */
const numericDay = '(?:19|20)[0-9]{2}\\s?([-/.．])\\s?[0-9]{1,2}\\s?\\1\\s?[0-9]{1,2}'
const weekday = '(?:\\s{0,2}[（(]?(?:星期|周)[一二三四五六日天][）)]?)?'

const chineseOnly = new RegExp(`^[（(]?\\s?${chineseDay}${weekday}(?:[上下]午|晚)?\\s?[）)]?$`)
const numericOnly = new RegExp(`^${numericDay}${weekday}$`)
const labelled = /^(?:日\s?期|时\s?间|成文日期|签署日期|签订日期|填表日期|填报日期)\s?[：:]\s{0,4}/

const longest = 32

/** Whether a line is a date and nothing else. */
export const isDateOnly = (line: string): boolean => line.length <= longest && chineseOnly.test(line)

/** The same in figures (2026.3.5), which many a web page prints too: only where a signature stands beside it. */
export const isNumericDate = (line: string): boolean => line.length <= longest && numericOnly.test(line)

/** Whether a line is a date behind a label: 日期：2026年3月5日. */
export function isLabelledDate(line: string): boolean {
  const rest = line.length <= longest ? line.replace(labelled, '') : line
  return rest !== line && (isDateOnly(rest) || isNumericDate(rest))
}

const behind = new RegExp(`^(.{2,40}?)[ \\t\\u00a0\\u2002\\u2003\\u3000]{1,60}(${chineseDay}${weekday}|${numericDay}${weekday})$`)

/** Where the date begins in a line that tells who signs and then when (某局　2026年3月5日); undefined where it does not. */
export function dateBehindName(line: string): { readonly nameEnd: number; readonly dateStart: number } | undefined {
  if (line.length > 80) return undefined
  const match = behind.exec(line)
  return match ? { nameEnd: (match[1] as string).length, dateStart: line.length - (match[2] as string).length } : undefined
}
