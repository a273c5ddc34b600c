/** Every sentence of the command line, in both languages. Failures are in errors.ts, findings in their rules. */
import { formats } from '../report/formats.ts'
import { fill, type Lang, type Wording } from '../wording.ts'

export const texts = {
  about: {
    zh: '核稿：检查工作报告、讲话稿、工作总结是否前后一致。',
    en: 'Checks that a Chinese work report agrees with itself.',
  },
  rootUsage: { zh: '[命令] [选项] [文件…]', en: '[command] [options] [paths...]' },
  pathsUsage: { zh: '[选项] [文件…]', en: '[options] [paths...]' },
  pathUsage: { zh: '[选项] <文件>', en: '[options] <path>' },
  ruleUsage: { zh: '[选项] <规则>', en: '[options] <rule>' },
  noneUsage: { zh: '[选项]', en: '[options]' },
  helpAfter: {
    zh: `退出状态：
  0  没有错误（警告不超过 --max-warnings）
  1  有错误，或警告过多
  2  没有查成：用法或配置有误，文件读不了，程序出错

例子：
  hegao 报告.txt                     检查一份材料
  hegao 材料/ "讲话/**/*.md"          检查文件夹和符合的文件
  hegao check -f json 报告.txt        结果写成 JSON
  hegao fix --dry-run 报告.txt        看看会自动改哪些地方
  hegao annotate 讲话稿.docx          问题写成批注和修订，存为 讲话稿.核稿.docx
  hegao -f html:核稿.html 材料/       写成网页报告，双击就看
  hegao parse 报告.txt > 报告.json    结构和问题一并写成 JSON
  hegao convert 档案/ -o 结果/        成批转成 JSON
  hegao explain year-mismatch        一条规则查什么、不查什么

各命令的选项见 hegao <命令> --help。check 是默认命令，可以不写。`,
    en: `Exit status:
  0  no errors (and no more warnings than --max-warnings)
  1  errors, or too many warnings
  2  not done: wrong usage or configuration, an unreadable file, a crash

Examples:
  hegao report.txt                   check one report
  hegao reports/ "talks/**/*.md"     check a folder, and what matches
  hegao check -f json report.txt     findings as JSON
  hegao fix --dry-run report.txt     see what would be fixed
  hegao annotate draft.docx          comments and tracked changes in draft.核稿.docx
  hegao -f html:report.html reports/ a report to read in a browser
  hegao parse report.txt > out.json  structure and findings as JSON
  hegao convert archive/ -o results/ the same of a whole archive
  hegao explain year-mismatch        what a rule finds, and what it leaves alone

The options of a command: hegao <command> --help. check is the default command.`,
  },
  checkAbout: { zh: '检查材料，列出问题（默认命令）', en: 'check reports and list findings (the default command)' },
  parseAbout: { zh: '检查一份材料，结构和问题写成 JSON', en: 'check one report and print structure and findings as JSON' },
  statements: {
    zh: '加上数字说了什么：主语、数值、单位、时间、变化，算出来对不对得上',
    en: 'add what is said of figures: subject, value, unit, time, change, and whether it agrees',
  },
  noPositions: {
    zh: '结构里不写各部分在文件中的位置（JSON 小四成）；问题的位置照写',
    en: 'leave the places of parts out of the structure (the JSON is two fifths smaller); findings keep theirs',
  },
  outlineAbout: { zh: '看一份材料的提纲', en: 'show the outline of a report' },
  fixAbout: { zh: '自动修改有把握的问题', en: 'apply safe fixes' },
  annotateAbout: {
    zh: '在 Word 文档的副本里写批注和修订',
    en: 'write comments and tracked changes into a copy of a Word document',
  },
  docxUsage: { zh: '[选项] <Word 文档…>', en: '[options] <docx...>' },
  docxArgument: { zh: 'Word 文档（.docx、.docm），或放着它们的文件夹', en: 'Word documents (.docx, .docm), or folders of them' },
  copyFile: {
    zh: '副本写到这个文件或文件夹（默认在原稿旁，如 讲话稿.核稿.docx；几份时是文件夹）',
    en: 'write the copy to this file or folder (default: beside the document, as draft.核稿.docx)',
  },
  forceCopy: { zh: '覆盖已有的文件', en: 'overwrite a file that is there' },
  changes: {
    zh: '哪些改法写成修订：all 全部（默认），safe 只写有把握的，none 不写',
    en: 'which repairs become tracked changes: all (default), safe ones only, or none',
  },
  commentDate: {
    zh: '批注和修订上的日期，可带时间 T09:30（默认不写日期）',
    en: 'the date of comments and changes, or with a time T09:30 (default: none)',
  },
  quietComments: { zh: '只批注错误', en: 'comment on errors only' },
  annotateAfter: {
    zh: `原稿不动。再次运行会换掉上次的副本；副本在 Word 里存过的，不加 --force 不会覆盖。
对批注过的副本再运行，会先去掉其中 hegao 的批注和还没处理的修订，再重新核稿。

退出状态：0 写好了，或没有问题可写；2 没有写成。`,
    en: `The document itself is not touched. A further run replaces the copy; one that was saved in Word is kept unless --force is given.
Run on an annotated copy, it first takes out hegao's own comments and pending changes, and then checks anew.

Exit status: 0 written, or nothing to write; 2 not done.`,
  },
  annotateStdin: { zh: 'annotate 要写副本，不能从标准输入读', en: 'annotate writes a copy and does not read standard input' },
  noDocuments: { zh: '没有找到 Word 文档（.docx、.docm）', en: 'no Word documents (.docx, .docm) were found' },
  noFolder: {
    zh: '有几份文档，-o 应当是文件夹，{path} 不是',
    en: 'for several documents -o takes a folder, which {path} is not',
  },
  noChangeMode: { zh: '--changes 只能是 all、safe 或 none，不是 {value}', en: '--changes is all, safe or none, not {value}' },
  noCommentDate: {
    zh: '--date 应当是日期 YYYY-MM-DD（可带时间 THH:MM），不是 {value}',
    en: '--date takes a date YYYY-MM-DD, or with THH:MM, not {value}',
  },
  noEpoch: {
    zh: '环境变量 SOURCE_DATE_EPOCH 应当是秒数，不是 {value}',
    en: 'SOURCE_DATE_EPOCH is a number of seconds, not {value}',
  },
  annotated: {
    zh: '批注 {comments} 条，修订 {changes} 处：{path}',
    en: '{comments} comments, {changes} tracked changes: {path}',
  },
  annotatedUnread: { zh: '没有可查的文字，副本里没有批注：{path}', en: 'No text to check; the copy has no comments: {path}' },
  annotatedNothing: { zh: '没有发现问题，副本里没有批注：{path}', en: 'No problems found; the copy has no comments: {path}' },
  annotatedPartly: {
    zh: '问题太多，另有 {count} 处没有批注；可用 hegao check 看全部',
    en: '{count} more findings have no comment; see all with hegao check',
  },
  nothingToRead: { zh: '没有可查的文字，没有写副本：{path}', en: 'Nothing to check, no copy written: {path}' },
  nothingToAnnotate: { zh: '没有发现问题，没有写副本：{path}', en: 'No problems found, no copy written: {path}' },
  signatureLost: {
    zh: '{path} 有数字签名；副本改过，签名失效',
    en: '{path} is signed; the signature does not hold for the copy',
  },
  rulesAbout: { zh: '列出全部规则', en: 'list all rules' },
  staleOption: { zh: '只列各表里将会过时的行', en: 'list the rows of the tables that a coming day will date' },
  rulesFormat: { zh: '格式：text（默认）、json', en: 'format: text (default), json' },
  versionAbout: { zh: '显示版本', en: 'show the version' },
  completionAbout: { zh: '打印命令行补全的脚本', en: 'print a script that completes words of the command line' },
  completionUsage: { zh: '<bash|zsh|fish|powershell>', en: '<bash|zsh|fish|powershell>' },
  completionArgument: { zh: 'bash、zsh、fish 或 powershell', en: 'bash, zsh, fish or powershell' },
  noShell: {
    zh: '补全的脚本有 bash、zsh、fish、powershell，没有 {shell}',
    en: 'there are scripts for bash, zsh, fish and powershell, not for {shell}',
  },
  completionAfter: {
    zh: '例子：\n  hegao completion bash > ~/.local/share/bash-completion/completions/hegao\n  hegao completion zsh > ~/.zsh/completions/_hegao\n  hegao completion fish > ~/.config/fish/completions/hegao.fish\n  hegao completion powershell >> $PROFILE',
    en: 'Examples:\n  hegao completion bash > ~/.local/share/bash-completion/completions/hegao\n  hegao completion zsh > ~/.zsh/completions/_hegao\n  hegao completion fish > ~/.config/fish/completions/hegao.fish\n  hegao completion powershell >> $PROFILE',
  },
  explainAbout: { zh: '说明一条规则', en: 'explain a rule' },
  helpCommandAbout: { zh: '看一个命令的用法', en: 'show help for a command' },
  pathsArgument: {
    zh: '文件、文件夹（查其中的 .docx、.doc、.pdf、.txt、.md 等）或通配符；- 为标准输入',
    en: 'files, folders (their .docx, .doc, .pdf, .txt, .md …), or globs; - is standard input',
  },
  pathArgument: { zh: '文件；- 为标准输入', en: 'a file; - is standard input' },
  ruleArgument: { zh: '规则的名称或编号', en: 'the id of a rule' },
  config: {
    zh: '配置文件（默认从各文件所在文件夹往上找）',
    en: 'configuration file (default: looked for from each file upwards)',
  },
  format: {
    zh: `输出格式：${formats.join('、')}，或自己的格式（路径、包名）；可多次，各写入冒号后的文件，如 sarif:out.sarif`,
    en: `output format: ${formats.join(', ')}, or your own (a path or a package); repeatable, each to the file behind its colon: sarif:out.sarif`,
  },
  forceResult: { zh: '结果写到已有的文件上，不管它是什么', en: 'write results over whatever is there' },
  outputFile: { zh: '结果写入文件', en: 'write the result to a file' },
  fix: { zh: '自动修改有把握的问题', en: 'apply safe fixes' },
  dryRun: { zh: '只显示会怎样改，不动文件', en: 'show what would change and leave the files alone' },
  quiet: { zh: '只列错误', en: 'list errors only' },
  maxWarnings: { zh: '警告超过此数时退出状态为 1（-1 不限）', en: 'exit with 1 above this many warnings (-1: any number)' },
  rule: {
    zh: '改一条规则的级别：off、info、warning、error；* 指全部规则（可多次）',
    en: 'set the level of a rule, or of all by *: off, info, warning, error (repeatable)',
  },
  timeout: { zh: '一份最多处理多少秒（默认 {seconds}）', en: 'seconds that one file may take (default: {seconds})' },
  noSeconds: { zh: '--timeout 应当是正数（秒），不是 {value}', en: '--timeout takes a positive number of seconds, not {value}' },
  only: {
    zh: '只查这些规则，逗号隔开，名称、编号都可以（可多次）',
    en: 'run these rules only, parted by commas (repeatable)',
  },
  encoding: {
    zh: '文件的编码：utf-8、gb18030、big5、utf-16le、utf-16be（默认自动识别）',
    en: 'encoding: utf-8, gb18030, big5, utf-16le, utf-16be (default: detected)',
  },
  via: {
    zh: '读不了的格式（老 Word、Works 等）交给本机的程序转换：soffice（LibreOffice）',
    en: 'let an installed program convert what cannot be read (old Word, Works …): soffice (LibreOffice)',
  },
  stdinFilename: { zh: '标准输入算作哪个文件', en: 'the name that standard input goes by' },
  asOf: { zh: '按哪一天的情况核对（默认按材料自身的年份）', en: 'read the report as on this day (default: its own year)' },
  year: { zh: '材料所属年份（默认从材料里找）', en: 'the year the report belongs to (default: found in it)' },
  lang: { zh: '界面语言：zh、en', en: 'language: zh, en' },
  noColor: { zh: '不用颜色', en: 'no colours' },
  help: { zh: '显示用法', en: 'show help' },
  version: { zh: '显示版本', en: 'show the version' },

  complaint: { zh: 'hegao：{message}', en: 'hegao: {message}' },
  bug: { zh: 'hegao 自身出错，请连同下文报告：', en: 'hegao failed; please report this:' },
  unfinished: {
    zh: 'hegao 自身出错：没有做完就停了，结果不全，请连同所用的文件报告',
    en: 'hegao failed: it stopped before it was done, and its results are incomplete; please report this with the file',
  },
  noPaths: { zh: '没有说要检查哪些文件', en: 'no files were named' },
  noLang: { zh: '--lang 只能是 zh 或 en，不是 {lang}', en: '--lang is zh or en, not {lang}' },
  noFormat: { zh: '没有输出格式 {format}', en: 'there is no format {format}' },
  noFormatPath: { zh: '--format 应当写成“格式”或“格式:文件”，不是 {value}', en: '--format takes name or name:file, not {value}' },
  twiceStdout: {
    zh: '只能有一种格式写到标准输出，其余要指明文件（如 sarif:out.sarif）：{formats}',
    en: 'only one format can go to standard output; name files for the others (sarif:out.sarif): {formats}',
  },
  noneForOutputFile: {
    zh: '每种格式都已指明文件，--output-file 没有可写的了',
    en: 'every format has its own file; nothing is left for --output-file',
  },
  twiceOutput: { zh: '有两种格式写到同一个文件：{path}', en: 'two formats go to the same file: {path}' },
  formatterUnloadable: { zh: '载入出错（{reason}）', en: 'it cannot be loaded ({reason})' },
  formatterDefault: { zh: '它的默认导出应当是函数', en: 'its default export must be a function' },
  formatterMethod: { zh: '它给出的对象没有函数 {method}', en: 'what it returns has no function {method}' },
  formatterText: { zh: '它的 {method} 给出的不是字符串', en: 'its {method} does not return a string' },
  formatterThrew: { zh: '它运行出错（{reason}）', en: 'it failed ({reason})' },
  checkJobs: { zh: '同时查几份（默认 auto：按总量定）', en: 'how many at a time (default: auto, by their total size)' },
  noJobs: {
    zh: '--jobs 应当是 1 到 999 的整数或 auto，不是 {value}',
    en: '--jobs takes an integer from 1 to 999 or auto, not {value}',
  },
  noVia: { zh: '--via 只能是 soffice，不是 {value}', en: '--via takes soffice, not {value}' },
  noNumber: { zh: '{option} 应当是整数（-1 起），不是 {value}', en: '{option} takes an integer from -1, not {value}' },
  noYear: { zh: '--year 应当是四位年份，不是 {value}', en: '--year takes a year of four digits, not {value}' },
  noDay: { zh: '--as-of 应当是日期 YYYY-MM-DD，不是 {value}', en: '--as-of takes a date YYYY-MM-DD, not {value}' },
  commandFirst: {
    zh: '没有文件 {name}；如果是命令，请写在选项前面：hegao {name} …',
    en: 'there is no file {name}; if you mean the command, put it before the options: hegao {name} …',
  },
  noCommand: { zh: '没有命令 {name}，也没有这个文件', en: 'there is no command and no file {name}' },
  fixStdin: {
    zh: '标准输入不能自动修改；可用 --dry-run 看会怎样改',
    en: 'standard input cannot be fixed; --dry-run shows what would change',
  },
  twiceStdin: { zh: '标准输入只能读一次', en: 'standard input can be read only once' },
  unknownOption: { zh: '没有选项 {name}', en: 'there is no option {name}' },
  optionValue: { zh: '选项 {name} 后面少了值', en: 'option {name} needs a value' },
  missingArgument: { zh: '少了参数：{name}', en: 'an argument is missing: {name}' },
  excessArguments: { zh: '参数太多', en: 'too many arguments' },
  otherUsage: { zh: '用法有误：{message}', en: '{message}' },
  unknownCommand: { zh: '没有命令 {name}', en: 'there is no command {name}' },
  repaired: { zh: '已自动修改 {count} 处（{files} 个文件）', en: 'Fixed {count} ({files} files)' },
  nothingToRepair: { zh: '没有可自动修改的地方', en: 'There is nothing to fix' },
  written: { zh: '结果已写入 {path}', en: 'Wrote {path}' },
  skippedKinds: {
    zh: '另有 {count} 个文件读不了，没有查：{list}',
    en: '{count} more files are of kinds that are not read: {list}',
  },
  skippedLinks: {
    zh: '另有 {count} 个符号链接没有查；要查请写出它的名字',
    en: '{count} symbolic links were passed over; name one to have it checked',
  },
  parted: {
    zh: '{path} 另有硬链接，别的名字下仍是旧内容',
    en: '{path} has other names (hard links), which keep the old text',
  },
  ownerLost: { zh: '{path} 改后归当前用户所有', en: '{path} belongs to you now' },
  untouched: {
    zh: '{count} 个文件有可改之处，但不是 .txt 或 .md，没有改；.docx 请用 hegao annotate',
    en: '{count} files could be mended, but are not .txt or .md and were left alone; use hegao annotate for .docx',
  },
  wouldRepair: {
    zh: '会自动修改 {count} 处（{files} 个文件），文件没有动',
    en: 'Would fix {count} ({files} files); nothing was written',
  },
  mistakeAt: { zh: '第 {line} 行第 {column} 列{mistake}', en: 'line {line}, column {column}: {mistake}' },
  jsonName: { zh: '应当是带引号的名字', en: 'a quoted name is expected' },
  jsonValue: { zh: '少了值', en: 'a value is missing' },
  jsonColon: { zh: '少了冒号', en: 'a colon is missing' },
  jsonComma: { zh: '少了逗号', en: 'a comma is missing' },
  jsonBrace: { zh: '少了 }', en: 'a } is missing' },
  jsonBracket: { zh: '少了 ]', en: 'a ] is missing' },
  jsonComment: { zh: '注释没有结束', en: 'the comment does not end' },
  jsonString: { zh: '引号没有配对', en: 'the quotation mark has no partner' },
  jsonOther: { zh: '不合 JSON 的写法', en: 'this is no JSON' },
  tooLong: { zh: '太长，不像手写的配置', en: 'it is too long to be a configuration' },
  tooDeep: { zh: '嵌套太深', en: 'it is nested too deep' },
  emptyConfig: { zh: '是空的，是不是没有存好？', en: 'it is empty; was it saved?' },
  yamlTab: { zh: '用了制表符缩进，应当用空格', en: 'indented by a tab; use blanks' },
  yamlIndent: { zh: '缩进对不齐', en: 'the indentation does not fit' },
  yamlMissing: { zh: '少了结束的括号或引号', en: 'a closing bracket or quotation mark is missing' },
  yamlTwice: { zh: '同一个键写了两次', en: 'a key stands here twice' },
  yamlUnexpected: { zh: '有不该在这里的字符', en: 'a character does not belong here' },
  yamlOther: { zh: '不合 YAML 的写法', en: 'this is no YAML' },
  readTypeScript: { zh: '读 TypeScript 写的配置 {path}', en: 'read {path}, which is TypeScript' },
  noReadme: { zh: '规则 {id} 的说明不在安装包里', en: 'The page of rule {id} is not in this installation' },
} as const satisfies Record<string, Wording>

/** Headings of commander's help. */
export const headings: Readonly<Record<string, string>> = {
  // On a line of its own, as the others are: commander puts a blank behind it.
  'Usage:': '用法：\n ',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
}

/** What the system says, in words; any other code as it is. */
const reasons: Readonly<Record<string, Wording>> = {
  ENOENT: { zh: '文件夹不存在', en: 'no such folder' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'part of the path is no folder' },
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EPERM: { zh: '不允许', en: 'not permitted' },
  EISDIR: { zh: '这是文件夹', en: 'it is a folder' },
  ENOSPC: { zh: '磁盘已满', en: 'no space left' },
  EDQUOT: { zh: '超出配额', en: 'quota exceeded' },
  EROFS: { zh: '只读的磁盘', en: 'read-only file system' },
  EMFILE: { zh: '打开的文件太多', en: 'too many open files' },
  EBUSY: { zh: '文件正被占用，请先在 Word、WPS 里关掉它', en: 'the file is in use; close it in Word or WPS' },
  EIO: { zh: '读写出错', en: 'input/output error' },
}

/** Windows refuses to replace a file that another program has open with the same word as for a lack of rights. */
const openElsewhere: Wording = {
  zh: '不允许；文件若在 Word、WPS 里打开着，请先关掉',
  en: 'not permitted; close the file where Word or WPS has it open',
}

/** Why the system refused, for the slot `reason` of a failure. */
export function systemReason(error: unknown, lang: Lang, platform: string = process.platform): string {
  const { code } = error as { code?: string }
  if (code === 'EPERM' && platform === 'win32') return fill(openElsewhere, lang, {})
  const known = code !== undefined && Object.hasOwn(reasons, code) ? reasons[code] : undefined
  return known ? fill(known, lang, {}) : (code ?? String(error))
}
