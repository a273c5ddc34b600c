/** Known failures: what went wrong and what to do, in both languages. Anything else that is thrown is a bug of ours. */
import { type AnyData, type Data, fill, type Lang, type Wording } from './wording.ts'

interface Failure {
  readonly message: Wording
  readonly hint?: Wording
}

/** One row a code. Codes are part of the JSON contract (`error.code`). */
export const failures = {
  'file-not-found': {
    message: { zh: '没有这个文件：{path}', en: 'No such file: {path}' },
    hint: { zh: '请核对路径；含空格的路径要加引号。', en: 'Check the path; quote it if it has spaces.' },
  },
  'file-unreadable': {
    message: { zh: '读不了文件 {path}（{reason}）', en: 'Cannot read {path} ({reason})' },
  },
  'not-a-file': {
    message: { zh: '{path} 不是普通文件', en: '{path} is not a regular file' },
  },
  'file-too-large': {
    message: { zh: '{path} 太大（{size} MB，上限 {limit} MB）', en: '{path} is too large ({size} MB, the limit is {limit} MB)' },
    hint: { zh: '请拆成几份再查。', en: 'Split it and check the parts.' },
  },
  'file-changed': {
    message: { zh: '{path} 在读取时被改动了', en: '{path} changed while it was read' },
    hint: { zh: '请等别的程序写完再查。', en: 'Wait until the other program has finished writing.' },
  },
  'encoding-unknown': {
    message: { zh: '{path} 的编码认不出来，或混用了几种编码', en: 'The encoding of {path} is unknown or mixed' },
    hint: {
      zh: '请用 --encoding 指明（utf-8、gb18030、big5、utf-16le、utf-16be），或在编辑器里另存为 UTF-8。',
      en: 'Name it with --encoding (utf-8, gb18030, big5, utf-16le, utf-16be) or save the file as UTF-8.',
    },
  },
  'encoding-mismatch': {
    message: { zh: '{path} 按 {encoding} 解不开', en: '{path} is not {encoding}' },
    hint: { zh: '请去掉 --encoding，让 hegao 自己认。', en: 'Leave --encoding out and let hegao find it.' },
  },
  'encoding-unsupported': {
    message: { zh: '不支持编码 {encoding}', en: 'Encoding {encoding} is not supported' },
    hint: {
      zh: '可用：utf-8、gb18030、gbk、big5、utf-16le、utf-16be。',
      en: 'Use utf-8, gb18030, gbk, big5, utf-16le or utf-16be.',
    },
  },
  'format-unsupported': {
    message: { zh: '还读不了这种文件：{path}（{kind}）', en: 'This kind of file cannot be read yet: {path} ({kind})' },
    hint: { zh: '请在 Word 或 WPS 里另存为纯文本（.txt）再查。', en: 'Save it as plain text (.txt) and check that.' },
  },
  'format-damaged': {
    message: { zh: '{path} 已损坏，读不了（{kind}：{reason}）', en: '{path} is damaged and cannot be read ({kind}: {reason})' },
    hint: {
      zh: '请用 Word 或 WPS 打开后另存一份再查；打不开就找原稿。',
      en: 'Open it in Word or WPS and save it again; if that fails, find another copy.',
    },
  },
  'format-too-old': {
    message: { zh: '{path} 的格式太老（{kind}）', en: '{path} is too old a format ({kind})' },
    hint: { zh: '请用 Word 或 WPS 打开，另存为 .docx 再查。', en: 'Open it in Word or WPS, save it as .docx and check that.' },
  },
  'file-encrypted': {
    message: { zh: '{path} 加了密码，读不了', en: '{path} is protected by a password' },
    hint: {
      zh: '请在 Word 或 WPS 里去掉打开密码，另存后再查。',
      en: 'Remove the password in Word or WPS, save, and check that.',
    },
  },
  'file-too-complex': {
    message: {
      zh: '{path} 展开后太大或嵌套太深（{reason}），不像正常文稿',
      en: '{path} unpacks to something too large or too deep ({reason})',
    },
    hint: {
      zh: '请用 Word 或 WPS 打开，只留正文另存后再查。',
      en: 'Open it in Word or WPS, keep the text only, save, and check that.',
    },
  },
  'no-text-layer': {
    message: { zh: '{path} 是扫描件，没有文字可查', en: '{path} is a scan: it has no text to check' },
    hint: { zh: '请找电子原稿，或先做文字识别（OCR）。', en: 'Find the original file, or recognise the text (OCR) first.' },
  },
  'package-missing': {
    message: { zh: '缺少 {name}，做不了：{task}', en: '{name} is not installed; it is needed to {task}' },
    hint: { zh: '请运行 npm install {name}。', en: 'Run npm install {name}.' },
  },
  'not-text': {
    message: { zh: '{path} 不是文本文件', en: '{path} is not a text file' },
  },
  'write-failed': {
    message: { zh: '写不了 {path}（{reason}），原文件没有改动', en: 'Cannot write {path} ({reason}); the file is unchanged' },
  },
  'write-not-encodable': {
    message: {
      zh: '{path} 是 {encoding} 编码，改后的文字里有它写不出的字符，文件没有改动',
      en: '{path} is {encoding}, which cannot hold a character of the fixed text; the file is unchanged',
    },
  },
  'file-damaged': {
    message: { zh: '{path} 有损坏的字节，不能自动改写', en: '{path} has damaged bytes and is not rewritten' },
  },
  'fix-unsettled': {
    message: {
      zh: '{path} 改了 {passes} 遍仍有可改之处，文件没有改动',
      en: '{path} did not settle after {passes} passes; the file is unchanged',
    },
    hint: { zh: '这是 hegao 的毛病，请报告。', en: 'This is a bug of hegao: please report it.' },
  },
  'output-failed': {
    message: { zh: '结果没有写出去：{path}（{reason}）', en: 'The result could not be written to {path} ({reason})' },
  },
  'config-unreadable': {
    message: { zh: '读不了配置 {path}（{reason}）', en: 'Cannot read the configuration {path} ({reason})' },
  },
  'config-invalid': {
    message: { zh: '配置有误：{key} {problem}', en: 'The configuration is wrong: {key} {problem}' },
  },
  usage: {
    message: { zh: '{problem}', en: '{problem}' },
    hint: { zh: '用法见 hegao --help。', en: 'See hegao --help.' },
  },
  'nothing-to-check': {
    message: { zh: '没有找到可以检查的文件：{patterns}', en: 'No files to check: {patterns}' },
    hint: { zh: '支持 .txt 和 .md；也可以用 - 从标准输入读。', en: 'hegao reads .txt and .md files, and standard input as -.' },
  },
  'internal-error': {
    message: { zh: '处理 {path} 时出错（hegao 的毛病）：{reason}', en: 'hegao failed on {path} (a bug): {reason}' },
  },
} as const satisfies Record<string, Failure>

export type FailureCode = keyof typeof failures

/** A known failure. `code` names the row, `data` fills its slots; the sentence is made when its language is known. */
export class HegaoError extends Error {
  readonly code: FailureCode
  readonly data: AnyData

  constructor(code: FailureCode, data: AnyData, cause?: unknown) {
    super(fill(failures[code].message, 'en', data), cause === undefined ? undefined : { cause })
    this.name = 'HegaoError'
    this.code = code
    this.data = data
  }

  sentence(lang: Lang): string {
    return fill(failures[this.code].message, lang, this.data)
  }

  hint(lang: Lang): string | undefined {
    const failure: Failure = failures[this.code]
    return failure.hint && fill(failure.hint, lang, this.data)
  }
}

/** Builds the failure of `code`; the compiler holds the slots. */
export function failure<Code extends FailureCode>(
  code: Code,
  data: Data<(typeof failures)[Code]['message']>,
  cause?: unknown,
): HegaoError {
  return new HegaoError(code, data, cause)
}
