/** Full-width digits, letters and marks as half-width ones, **one unit for one unit**: offsets stay. Match on the folded text, report on the original. */

const foldable = /[\uff01-\uff5e]/

/** `text` with ！–～ (U+FF01–FF5E) written as !–~. Same length always. */
export function fold(text: string): string {
  if (!foldable.test(text)) return text
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
}
