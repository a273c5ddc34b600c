/** What the code of a field tells (ECMA-376 part 1 §17.16). Codes are cut to CODE_LENGTH before they come here. */

/** No code that we understand is longer, in UTF-16 units. */
export const CODE_LENGTH = 500

const CONTENTS = /^\s{0,9}(?:TOC|INDEX|TOA)\b/i
const SYMBOL = /^\s{0,9}SYMBOL\b/i
/** 拼音指南: `EQ \* jc2 … \o\ad(\s\up 9(hé),核)`. The characters are text, the reading is not. */
const RUBY = /^\s{0,9}EQ\s[^()]{0,200}\\o\\a[a-z]{0,2}\(\\s\\up\s?\d{1,3}\([^()]{0,100}\)[,;]([^()]{1,100})\)/i

/** A table of contents or an index, which Word makes from the text itself. */
export const isContents = (code: string): boolean => CONTENTS.test(code)

/** `MACROBUTTON NoMacro [请在此填写姓名]`: a prompt of a template, printed as it stands. */
const PROMPT = /^\s{0,9}MACROBUTTON\s{1,9}[^\s]{1,80}\s([\s\S]{1,400})$/i

/** What a field shows without a result. */
export const shownByCode = (code: string): string =>
  SYMBOL.test(code) ? '\uFFFC' : (RUBY.exec(code)?.[1] ?? PROMPT.exec(code)?.[1]?.trim() ?? '')
