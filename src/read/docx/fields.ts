/** Complex fields (ECMA-376 part 1 §17.16.18): code, then result, nested, over as many paragraphs as they like. */

export interface Fields {
  /** `at`: raw, where the `w:fldChar` stands. */
  begin(at: number): void
  /** Adds to the code of the field that is open. What of it Word shows: the prompt of a MACROBUTTON; else ''. */
  code(text: string): string
  separate(): void
  end(): void
  /** Whether text here is shown: it is no field's code. */
  readonly isShown: boolean
  /** How many fields this is a result of. */
  readonly results: number
  /** It is a table of contents or an index, which Word makes from the text itself. */
  readonly isContents: boolean
  /** Where the fields began that never ended. */
  readonly open: readonly number[]
}

interface Field {
  readonly at: number
  code: string
  isResult: boolean
}

/** `MACROBUTTON NoMacro [请在此填写姓名]`: a prompt of a template, printed as it stands. */
const promptStart = /^\s{0,9}MACROBUTTON\s{1,9}[^\s]{1,80}\s/i
const contents = /^\s{0,9}(?:TOC|INDEX|TOA)\b/i
/** The first word of a field's code tells what it is. */
const CODE_LENGTH = 500

/** `ignored`: beginnings to overlook, because they have no end: read as Word reads them, the text behind is not lost. */
export function createFields(ignored: ReadonlySet<number>): Fields {
  const stack: Field[] = []
  let codes = 0
  let contentsDepth = 0
  const isContents = (field: Field): boolean => contents.test(field.code)
  return {
    begin(at) {
      if (ignored.has(at)) return
      stack.push({ at, code: '', isResult: false })
      codes++
    },
    code(text) {
      const field = stack.at(-1)
      if (!field || field.isResult || field.code.length >= CODE_LENGTH) return ''
      const before = promptStart.exec(field.code)
      field.code += text.slice(0, CODE_LENGTH)
      if (codes > 1) return ''
      if (before) return text
      const prefix = promptStart.exec(field.code)?.[0].length
      return prefix === undefined ? '' : field.code.slice(prefix)
    },
    separate() {
      const field = stack.at(-1)
      if (!field || field.isResult) return
      field.isResult = true
      codes--
      if (isContents(field)) contentsDepth++
    },
    end() {
      const field = stack.pop()
      if (!field) return
      if (!field.isResult) codes--
      else if (isContents(field)) contentsDepth--
    },
    get isShown() {
      return codes === 0
    },
    get results() {
      return stack.length - codes
    },
    get isContents() {
      return contentsDepth > 0
    },
    get open() {
      return stack.map(({ at }) => at)
    },
  }
}
