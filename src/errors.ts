/** Known failures: what went wrong and what to do, in both languages. Anything else that is thrown is a bug of ours. */
import { type AnyData, type Data, fill, type Lang, type Wording } from './wording.ts'

interface Failure {
  readonly message: Wording
  readonly hint?: Wording
  /** Other hints, by what kind of file it is: none recommends what cannot help. */
  readonly hints?: readonly { readonly kind: RegExp; readonly hint: Wording }[]
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
  'device-name': {
    message: {
      zh: 'Windows 把 {path} 当作设备，不能作文件名',
      en: 'Windows takes {path} for a device; no file can have that name',
    },
    hint: {
      zh: '请换一个名字（CON、PRN、AUX、NUL、COM1、LPT1 等都不行）。',
      en: 'Choose another name (not CON, PRN, AUX, NUL, COM1, LPT1 …).',
    },
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
    hint: {
      zh: '如果是文稿，请用 Word 或 WPS 打开，另存为 .docx 再查；装有 LibreOffice 的，可以加 --via soffice。',
      en: 'If it is a document, save it as .docx in Word or WPS and check that; where LibreOffice is installed, add --via soffice.',
    },
    hints: [
      {
        kind: /^快捷方式/,
        hint: {
          zh: '这是快捷方式，不是文稿本身：请选它所指的那个文件。',
          en: 'This is a shortcut, not the document: name the file that it points to.',
        },
      },
      {
        kind: /^图片/,
        hint: {
          zh: '图片里的字查不了：请找电子原稿，或先做文字识别（OCR）。',
          en: 'The words of a picture cannot be checked: find the original, or recognise the text (OCR) first.',
        },
      },
      {
        kind: /^压缩文件/,
        hint: { zh: '请解压后再查里面的文稿。', en: 'Unpack it and check the documents in it.' },
      },
      {
        kind: /表格|演示文稿|绘图|邮件/,
        hint: {
          zh: '这里只查文稿；里面有文稿的，请把文字复制到 Word 或 WPS 里，另存为 .docx 再查。',
          en: 'Only documents are checked: copy the text into Word or WPS, save it as .docx and check that.',
        },
      },
    ],
  },
  'format-not-at-once': {
    message: {
      zh: '{path}（{kind}）要分步读，unified 的插件读不了',
      en: '{path} ({kind}) takes several steps to read, which a parser of unified cannot wait for',
    },
    hint: { zh: '请改用 check() 或 parse()。', en: 'Use check() or parse().' },
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
    hint: {
      zh: '请用 Word 或 WPS 打开，另存为 .docx 再查；装有 LibreOffice 的，可以加 --via soffice。',
      en: 'Save it as .docx in Word or WPS and check that; where LibreOffice is installed, add --via soffice.',
    },
  },
  'via-missing': {
    message: { zh: '没有找到 LibreOffice，读不了 {path}', en: 'LibreOffice was not found; {path} cannot be read' },
    hint: {
      zh: '请安装 LibreOffice，并让 soffice 在 PATH 里；或者用 Word、WPS 另存为 .docx 再查。',
      en: 'Install LibreOffice with soffice on the PATH, or save the file as .docx in Word or WPS.',
    },
  },
  'via-failed': {
    message: { zh: 'LibreOffice 没能转换 {path}（{reason}）', en: 'LibreOffice could not convert {path} ({reason})' },
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
  'pdf-not-here': {
    message: { zh: '这一份核稿不带读 PDF 的部分', en: 'This copy of hegao has no reader of PDF files' },
    hint: {
      zh: '请用完整的核稿.html，或者找原稿（Word、WPS 文件）来查。',
      en: 'Use the full hegao.html, or check the original document.',
    },
  },
  'pdf-browser-old': {
    message: { zh: '此浏览器太旧，读不了 PDF', en: 'This browser is too old to read PDF files' },
    hint: {
      zh: '请换用新一些的浏览器，或者找原稿（Word、WPS 文件）来查。',
      en: 'Use a newer browser, or check the original document.',
    },
  },
  'not-text': {
    message: { zh: '{path} 不是文本文件', en: '{path} is not a text file' },
  },
  'write-failed': {
    message: { zh: '写不了 {path}（{reason}），原文件没有改动', en: 'Cannot write {path} ({reason}); the file is unchanged' },
  },
  'write-conflict': {
    message: {
      zh: '{path} 在核稿期间被改动了，没有写',
      en: '{path} was changed in the meantime; nothing was written over it',
    },
    hint: { zh: '请等别的程序写完再运行一次。', en: 'Run it again when the other program has finished writing.' },
  },
  'write-read-only': {
    message: { zh: '{path} 是只读的，没有改', en: '{path} is read-only and was left alone' },
    hint: { zh: '要改请先去掉只读。', en: 'Make it writable first if it is to be changed.' },
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
  'fix-not-text': {
    message: { zh: 'fix 只改写 .txt 和 .md，没有改 {path}', en: 'fix rewrites .txt and .md only; {path} is unchanged' },
    hint: {
      zh: 'Word 文档请用 hegao annotate 写成带批注和修订的副本（.doc 先另存为 .docx）；只想看会改什么，加 --dry-run。',
      en: 'Use hegao annotate for a .docx (save a .doc as one): a copy with comments and changes. --dry-run only shows the fixes.',
    },
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
  'annotate-word': {
    message: {
      zh: '{path}（{kind}）里写不了批注，只有 .docx 可以',
      en: 'Comments can be written into .docx only, not into {path} ({kind})',
    },
    hint: {
      zh: '请用 Word 或 WPS 打开，另存为 .docx 再批注。',
      en: 'Open it in Word or WPS, save it as .docx and annotate that.',
    },
  },
  'annotate-text': {
    message: {
      zh: '{path}（{kind}）里写不了批注，只有 .docx 可以',
      en: 'Comments can be written into .docx only, not into {path} ({kind})',
    },
    hint: {
      zh: '看问题用 hegao check；txt 和 md 可用 hegao fix 直接改。',
      en: 'See the findings with hegao check; hegao fix mends .txt and .md.',
    },
  },
  'annotate-pdf': {
    message: {
      zh: '{path}（{kind}）里写不了批注，只有 .docx 可以',
      en: 'Comments can be written into .docx only, not into {path} ({kind})',
    },
    hint: {
      zh: '请找 Word 原稿来批注；看问题用 hegao check。',
      en: 'Annotate the Word original; see the findings with hegao check.',
    },
  },
  'output-is-input': {
    message: {
      zh: '{path} 是要查的材料，结果不能写进去',
      en: '{path} is a report to be checked; nothing was written over it',
    },
    hint: { zh: '请给结果另取一个名字。', en: 'Give the result another name.' },
  },
  'desktop-exists': {
    message: {
      zh: '{path} 已经存在，不是 hegao 放的，没有动',
      en: '{path} exists and was not put there by hegao; it was left alone',
    },
    hint: { zh: '要换成核稿，请先把它移走。', en: 'Move it away first, if hegao is to stand there.' },
  },
  'result-exists': {
    message: {
      zh: '{path} 已经存在，不是 hegao 写的结果，没有覆盖',
      en: '{path} exists and is no result of hegao; it was left alone',
    },
    hint: {
      zh: '请给结果另取一个名字；不要它了，加 --force。',
      en: 'Give the result another name, or overwrite it with --force.',
    },
  },
  'copy-is-input': {
    message: { zh: '{path} 就是原稿，没有写', en: '{path} is the document itself; nothing was written' },
    hint: { zh: '请给副本另取一个名字。', en: 'Give the copy another name.' },
  },
  'copy-exists': {
    message: {
      zh: '{path} 已经存在，不是 hegao 写的，或者写好后又改过，没有覆盖',
      en: '{path} exists and is not as hegao wrote it; it was left alone',
    },
    hint: { zh: '请用 -o 另取名字；不要它了，加 --force。', en: 'Name another with -o, or overwrite it with --force.' },
  },
  'formatter-broken': {
    message: { zh: '输出格式 {name} 用不了：{problem}', en: 'The format {name} cannot be used: {problem}' },
    hint: { zh: '写法见 docs/formats.md。', en: 'See docs/formats.md for how to write one.' },
  },
  'file-empty': {
    message: { zh: '{path} 是空的，没有文字', en: '{path} is empty: there is no text in it' },
    hint: { zh: '请核对是不是没有存好，或拿错了文件。', en: 'It may not have been saved, or is the wrong file.' },
  },
  'lock-file': {
    message: {
      zh: '{path} 是 Word、WPS 等打开文稿时自己建的临时文件，里面没有正文',
      en: '{path} is what Word, WPS or LibreOffice lays beside a document while it is open; there is no text in it',
    },
    hint: {
      zh: '请查旁边同名的那一份文稿（名字里没有 ~ 的）。',
      en: 'Check the document beside it, the one without ~ in its name.',
    },
  },
  'timed-out': {
    message: { zh: '{path} 处理超过 {seconds} 秒，已放弃', en: '{path} took more than {seconds} seconds and was given up' },
    hint: {
      zh: '可用 --timeout 放宽；正常材料不到一秒，请报告。',
      en: 'Allow more with --timeout; a report takes less than a second, so please tell us.',
    },
  },
  'out-of-memory': {
    message: { zh: '处理 {path} 时内存不够，已放弃', en: 'There was not enough memory for {path}; it was given up' },
    hint: { zh: '请拆成几份再转。', en: 'Split it and convert the parts.' },
  },
  'output-collision': {
    message: {
      zh: '{path} 和 {other} 会写成同一个文件，没有转',
      en: '{path} and {other} would become the same file; it was not converted',
    },
    hint: { zh: '请改名，或分开转到两个文件夹。', en: 'Rename one, or convert them into two folders.' },
  },
  'output-linked': {
    message: { zh: '{path} 的上级是符号链接，不写', en: '{path} lies behind a symbolic link and is not written' },
    hint: {
      zh: '请把链接换成真的文件夹，或换一个输出文件夹。',
      en: 'Put a real folder in its place, or choose another output folder.',
    },
  },
  'output-outside': {
    message: { zh: '{path} 在结果文件夹之外，不写', en: '{path} lies outside of the folder for the results and is not written' },
  },
  'output-foreign': {
    message: {
      zh: '{path} 已经存在，不是 hegao 写的，没有覆盖',
      en: '{path} exists and was not written by hegao; it was left alone',
    },
    hint: { zh: '请移开它，或换一个输出文件夹。', en: 'Move it away, or choose another output folder.' },
  },
  'output-begun': {
    message: { zh: '{path} 里已经转过', en: 'There is a conversion in {path} already' },
    hint: {
      zh: '接着做（只转新的和改过的）加 --resume；从头再来加 --force。',
      en: 'Go on with --resume (only what is new or changed), or begin anew with --force.',
    },
  },
  'output-exists': {
    message: { zh: '{path} 不是空文件夹', en: '{path} is not empty' },
    hint: { zh: '请换一个空的或新的文件夹。', en: 'Choose a new or an empty folder.' },
  },
  'output-busy': {
    message: { zh: '另一个 hegao 正在往 {path} 里写（{name}）', en: 'Another hegao is writing into {path} ({name})' },
    hint: {
      zh: '请等它做完；如果没有在运行，请删去括号里的那个文件夹。',
      en: 'Wait for it; if none is running, delete that folder.',
    },
  },
  'index-missing': {
    message: { zh: '{path} 里没有 index.jsonl', en: 'There is no index.jsonl in {path}' },
    hint: {
      zh: '它在 hegao convert 做完时写出；没做完的请加 --resume 接着做。',
      en: 'hegao convert writes it at its end; go on with --resume where that was not reached.',
    },
  },
  'line-invalid': {
    message: { zh: '第 {line} 行不是可用的任务：{problem}', en: 'Line {line} is no task: {problem}' },
    hint: {
      zh: '每行一个 JSON 对象，含 path、text、base64 之一，可另有 name。',
      en: 'One JSON object a line, with path, text or base64, and perhaps name.',
    },
  },
  'queue-failed': {
    message: { zh: '连不上任务队列 {url}（{reason}）', en: 'The queue {url} cannot be reached ({reason})' },
    hint: { zh: '请核对地址，并看 Redis 是否在运行。', en: 'Check the address, and whether Redis is running.' },
  },
  'worker-lost': {
    message: { zh: '{path} 几次都没有做完（{reason}）', en: '{path} was begun several times and never finished ({reason})' },
    hint: {
      zh: '请看 worker 一侧的报错；这份材料可单独用 hegao parse 试。',
      en: 'See what the workers say; try this report alone with hegao parse.',
    },
  },
  'version-differs': {
    message: { zh: '任务来自 hegao {theirs}，这里是 {ours}', en: 'The task is from hegao {theirs}, this is {ours}' },
    hint: { zh: '请在各台机器上装同一版本。', en: 'Install the same version on all machines.' },
  },
  'config-unreadable': {
    message: { zh: '读不了配置 {path}（{reason}）', en: 'Cannot read the configuration {path} ({reason})' },
  },
  'config-code': {
    message: { zh: '配置 {path} 是程序，没有运行', en: 'The configuration {path} is a program and was not run' },
    hint: {
      zh: '信得过的，用 -c 指明它，或加一次 --allow-config-code（这个仓库以后都允许）；不用它，加 --no-config。',
      en: 'If you trust it, name it with -c, or give --allow-config-code once (for this repository, from now on); to do without, --no-config.',
    },
  },
  'config-invalid': {
    message: { zh: '配置有误：{key} {problem}', en: 'The configuration is wrong: {key} {problem}' },
  },
  'config-not-found': {
    message: { zh: '{path} 的 extends 指向 {name}，找不到', en: '{path} extends {name}, which is not there' },
    hint: {
      zh: '同一项目里的配置写成 ./ 开头的相对路径；包要先安装。',
      en: 'A file of the project is named by a path that begins with ./; a package has to be installed.',
    },
  },
  'config-circle': {
    message: { zh: '配置的 extends 绕成了圈：{chain}', en: 'Configurations extend one another in a circle: {chain}' },
  },
  'config-exists': {
    message: { zh: '已经有配置 {path}，没有改动', en: 'There is a configuration already: {path}; it was left alone' },
  },
  'baseline-missing': {
    message: { zh: '没有基线文件 {path}', en: 'There is no baseline {path}' },
    hint: {
      zh: '先用 hegao check --write-baseline {path} 记下现有的问题。',
      en: 'Write down what is there with hegao check --write-baseline {path} first.',
    },
  },
  'baseline-invalid': {
    message: { zh: '{path} 不是 hegao 的基线文件（{reason}）', en: '{path} is no baseline of hegao ({reason})' },
  },
  'git-missing': {
    message: { zh: '没有找到 git，{option} 用不了', en: 'git was not found; {option} needs it' },
  },
  'git-no-repository': {
    message: { zh: '当前文件夹不在 git 仓库里，{option} 用不了', en: '{option} needs a git repository; this folder is in none' },
  },
  'git-no-revision': {
    message: { zh: '仓库里没有版本 {revision}', en: 'The repository has no revision {revision}' },
    hint: {
      zh: '浅克隆里没有旧版本：在 CI 里取全历史（fetch-depth: 0）。',
      en: 'A shallow clone lacks old revisions: fetch the whole history in CI (fetch-depth: 0).',
    },
  },
  'git-failed': {
    message: { zh: 'git 没有做成：{reason}', en: 'git failed: {reason}' },
  },
  'sidecar-invalid': {
    message: { zh: '{path} 写得不对（{reason}）', en: '{path} is not as it should be ({reason})' },
  },
  usage: {
    message: { zh: '{problem}', en: '{problem}' },
    hint: { zh: '用法见 hegao --help。', en: 'See hegao --help.' },
  },
  'nothing-to-check': {
    message: { zh: '没有找到可以检查的文件：{patterns}', en: 'No files to check: {patterns}' },
    hint: {
      zh: '支持 .txt、.md、.docx、.doc、.wps、.rtf、.odt、.html、.pdf；也可以用 - 从标准输入读。',
      en: 'hegao reads .txt, .md, .docx, .doc, .wps, .rtf, .odt, .html and .pdf, and standard input as -.',
    },
  },
  'internal-error': {
    message: { zh: '处理 {path} 时出错（hegao 的毛病）：{reason}', en: 'hegao failed on {path} (a bug): {reason}' },
  },
} as const satisfies Record<string, Failure>

export type FailureCode = keyof typeof failures

export const isFailureCode = (code: unknown): code is FailureCode => typeof code === 'string' && Object.hasOwn(failures, code)

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
    const kind = 'kind' in this.data ? String(this.data.kind) : ''
    const hint = failure.hints?.find((row) => row.kind.test(kind))?.hint ?? failure.hint
    return hint && fill(hint, lang, this.data)
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
