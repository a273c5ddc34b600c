/** What of a file was not there to be checked, in words: nobody is to take silence for praise. */
import type { Checked } from '../hegao.ts'
import type { Note } from '../source.ts'
import { fill, type Lang, type Wording } from '../wording.ts'

const wordings: Readonly<Record<Note['kind'], Wording>> = {
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
  'resource-missing': {
    zh: '{path} 没有按 {rule} 查：缺少 assets/{name}，请重新安装 hegao',
    en: '{path} was not checked by {rule}: assets/{name} is missing; install hegao again',
  },
  pictures: {
    zh: '{path} 里主要是图片，图片里的字没有查；请找电子原稿，或先做文字识别（OCR）',
    en: '{path} consists of pictures: what they show was not checked; find the original, or recognise the text (OCR) first',
  },
  'unruled-table': {
    zh: '{path} 里有没画线的表格，各格读不准，其中的数没有核对；请用电子原稿再查',
    en: '{path} has a table without lines, whose cells cannot be told apart: its figures were not checked; check the original',
  },
  'no-text': { zh: '{path} 里没有文字可查', en: '{path} has no text to check' },
}

/** What was not checked, in a few words: for lists over many files. */
export const noteNames: Readonly<Record<Note['kind'], Wording>> = {
  'alt-chunk': { zh: '嵌在里面的文件', en: 'embedded files' },
  'sub-document': { zh: '主控文档的子文档', en: 'sub-documents of master documents' },
  placeholder: { zh: '没填的内容控件', en: 'content controls not filled in' },
  'own-report': { zh: 'hegao 写的报告', en: 'reports of hegao' },
  'resource-missing': { zh: '缺了表的规则', en: 'rules without their tables' },
  pictures: { zh: '图片里的字', en: 'words in pictures' },
  'unruled-table': { zh: '没画线的表格里的数', en: 'figures of tables without lines' },
  'no-text': { zh: '没有文字', en: 'no text' },
}

/** One sentence. */
export const noteSentence = (note: Note, path: string, lang: Lang): string =>
  fill(wordings[note.kind], lang, note.kind === 'resource-missing' ? { path, rule: note.ruleId, name: note.name } : { path })

/** As the JSON has them; nothing where there are none. */
export const noteEntries = ({ notes = [] }: Pick<Checked, 'notes'>, path: string, lang: Lang) =>
  notes.length > 0 && { notes: notes.map((note) => ({ kind: note.kind, message: noteSentence(note, path, lang) })) }
