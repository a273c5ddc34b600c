/** What of a file was not there to be checked, told on standard error: the report itself is about what was. */
import type { Checked } from '../hegao.ts'
import type { Note } from '../source.ts'
import { fill, type Lang, type Wording } from '../wording.ts'
import { note } from './output.ts'

const sentences: Readonly<Record<Note['kind'], Wording>> = {
  'alt-chunk': {
    zh: '{path} 里嵌有别的文件，那部分没有查；请用 Word 打开另存一份再查',
    en: '{path} holds another file, which was not checked; open it in Word, save it again and check that',
  },
  'sub-document': {
    zh: '{path} 是主控文档，子文档没有查；请一并检查',
    en: '{path} is a master document; its sub-documents were not checked: check them too',
  },
  placeholder: {
    zh: '{path} 里有没填的内容控件，其中的提示文字没有查',
    en: '{path} has content controls that are not filled in; their prompts were not checked',
  },
  'own-report': { zh: '{path} 是 hegao 写的报告，没有查', en: '{path} is a report of hegao and was not checked' },
  'no-text': { zh: '{path} 里没有文字可查', en: '{path} has no text to check' },
}

/** One line a note. */
export function noteUnchecked({ path, notes = [] }: Pick<Checked, 'path' | 'notes'>, lang: Lang): void {
  for (const { kind } of notes) note(fill(sentences[kind], lang, { path }))
}
