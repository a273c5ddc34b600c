/** What `convert`, `stats` and `worker` say, in both languages. */
import type { Wording } from '../../wording.ts'

export const archiveTexts = {
  convertAbout: { zh: '把成批材料转成 JSON，每份一个文件', en: 'convert an archive: one JSON document a report' },
  convertUsage: { zh: '[选项] <文件…> -o <文件夹>', en: '[options] <paths...> -o <dir>' },
  convertArgument: { zh: '文件、文件夹或通配符', en: 'files, folders or globs' },
  outDir: { zh: '结果放在哪个文件夹', en: 'the folder for the results' },
  resume: {
    zh: '接着上次做：只转新的、改过的和没转成的',
    en: 'go on where the last run ended: only what is new, changed or failed',
  },
  force: { zh: '从头再来，覆盖上次的结果', en: 'begin anew and replace the results of the last run' },
  jobs: { zh: '同时转几份（默认 auto：按总量定）', en: 'how many at a time (default: auto, by their total size)' },
  jsonl: {
    zh: '逐行处理：从标准输入一行读一个任务，一行写一份结果',
    en: 'be a filter: tasks in on standard input, documents out, one a line',
  },
  queue: {
    zh: '交给 Redis 上的任务队列，由 hegao worker 去转（要联网）',
    en: 'give the work to a queue on Redis, for hegao worker to do (opens a connection)',
  },
  convertHelp: {
    zh: `文件夹里有：
  每份材料一个 JSON（同 hegao parse），文件夹结构不变：讲话/a.docx → 讲话/a.docx.json
  index.jsonl    每份一行：路径、格式、标题、年份、问题数、状态；index.csv 同，供 Excel、WPS 打开
  sections.jsonl 每个标题一行，连同正文
  findings.csv   每个问题一行
  errors.jsonl   没有转成的每份一行：原因代码和说明
  skipped.jsonl  找到了而没有转的每份一行：原因（种类读不了、符号链接、被忽略等）
  journal.jsonl  进度，供 --resume 用

退出状态：
  0  全部转成，没有错误级别的问题
  1  全部转成，有的材料有错误级别的问题
  2  有的没有转成（其余照常转完），或用法有误、磁盘已满
  130  中断（再运行一次并加 --resume 接着做）
  --jsonl 时只有 0 和 2：转不了的也是一行结果，状态为 0。

例子：
  hegao convert 档案/ -o 结果/
  hegao convert 档案/ -o 结果/ --resume
  find 档案 -name '*.txt' | jq -Rc '{path: .}' | hegao convert --jsonl > 全部.jsonl`,
    en: `In the folder:
  one JSON a report (as hegao parse), in the same tree of folders: talks/a.docx → talks/a.docx.json
  index.jsonl    a line a report: path, format, title, years, counts of findings, status; index.csv: the same for Excel
  sections.jsonl a line a heading, with its text
  findings.csv   a line a finding
  errors.jsonl   a line for each that was not converted: code and message
  skipped.jsonl  a line for each that was found and passed over, with the reason
  journal.jsonl  what has been done, for --resume

Exit status:
  0  all converted, no findings at error level
  1  all converted, some reports have findings at error level
  2  some were not converted (all others were), wrong usage, or a full disk
  130  interrupted (run it again with --resume)
  With --jsonl only 0 and 2: what cannot be converted is a line of the result too.

Examples:
  hegao convert archive/ -o results/
  hegao convert archive/ -o results/ --resume
  find archive -name '*.txt' | jq -Rc '{path: .}' | hegao convert --jsonl > all.jsonl`,
  },
  statsAbout: { zh: '统计转好的档案：多少材料、多少问题', en: 'a converted archive in numbers' },
  statsUsage: { zh: '[选项] <文件夹>', en: '[options] <dir>' },
  statsArgument: { zh: 'hegao convert 写出的文件夹', en: 'a folder that hegao convert wrote' },
  statsFormat: { zh: '格式：text（默认）、json、csv、html', en: 'format: text (default), json, csv, html' },
  workerAbout: { zh: '从任务队列领材料来转', en: 'convert reports from a queue' },
  workerUsage: { zh: '[选项] --queue <地址>', en: '[options] --queue <url>' },
  workerJobs: { zh: '同时转几份（默认 auto：有几个 CPU 就几份）', en: 'how many at a time (default: auto, one for each CPU)' },
  workerQueue: { zh: 'Redis 的地址，如 redis://127.0.0.1:6379', en: 'address of a Redis server, such as redis://127.0.0.1:6379' },
  workerRoot: {
    zh: '只读写这个文件夹里的文件（默认当前文件夹，可多次）',
    en: 'read and write files in this folder only (default: the current one; repeatable)',
  },
  workerIdle: { zh: '空闲多少秒后退出（默认一直等）', en: 'end after this many idle seconds (default: never)' },
  workerHelp: {
    zh: `与 hegao convert --queue 配合：各台机器运行一个或几个 worker，看到的材料和输出文件夹必须是同一个路径。
第一次 Ctrl+C 做完手上的再退；突然断掉也不丢，任务会交给别的 worker。`,
    en: `For hegao convert --queue: run one or more on every machine; all must see the reports and the output folder at the same path.
The first Ctrl+C finishes what is at hand; what a killed worker leaves is given to another.`,
  },

  noIdle: { zh: '--idle 应当是正数（秒），不是 {value}', en: '--idle takes a positive number of seconds, not {value}' },
  noOutDir: { zh: '没有说结果放在哪里：请用 -o 指明文件夹', en: 'where to? Name a folder with -o' },
  noStdin: {
    zh: '标准输入不能转到文件夹里；逐行的任务请用 --jsonl',
    en: 'standard input cannot be converted into a folder; for tasks line by line use --jsonl',
  },
  jsonlAlone: {
    zh: '--jsonl 从标准输入读、往标准输出写，不能再给文件、-o、--resume、--force、--queue',
    en: '--jsonl reads standard input and writes standard output: leave out paths, -o, --resume, --force and --queue',
  },
  resumeOrForce: { zh: '--resume 和 --force 只能用一个', en: 'use either --resume or --force' },
  noQueue: { zh: '没有说任务队列在哪里：请用 --queue 指明地址', en: 'which queue? Name its address with --queue' },
  queueUrl: {
    zh: '队列的地址应当以 redis:// 或 rediss:// 开头，不是 {value}',
    en: 'a queue begins with redis:// or rediss://, not {value}',
  },

  progress: {
    zh: '{done}/{total} 份  {rate} 份/秒  还需 {left}  没转成 {failed} 份',
    en: '{done}/{total}  {rate}/s  {left} left  {failed} failed',
  },
  progressQueue: { zh: '{line}  worker {workers} 个', en: '{line}  {workers} workers' },
  ignored: {
    zh: '{path} 被忽略（见 {by}），没有转；要转请加 --no-ignore',
    en: '{path} is ignored (see {by}) and was not converted; --no-ignore converts it',
  },
  converted: {
    zh: '转成 {count} 份{kept}，没有转成 {failed} 份，用时 {time}，每秒 {rate} 份',
    en: '{count} converted{kept}, {failed} failed, in {time}, {rate} a second',
  },
  kept: { zh: '（其中 {count} 份上次已转好）', en: ' ({count} of them before)' },
  failures: { zh: '没有转成的见 {path}', en: 'What failed is in {path}' },
  stopping: {
    zh: '正在停下，做完手上的就退出；再按一次 Ctrl+C 立刻退出。',
    en: 'Stopping: what is at hand is finished. Ctrl+C again ends at once.',
  },
  stopped: { zh: '已停下：{done}/{total} 份。加 --resume 接着做。', en: 'Stopped at {done} of {total}. Go on with --resume.' },
  halted: {
    zh: '已停下：{done}/{total} 份。腾出空间后加 --resume 接着做。',
    en: 'Stopped at {done} of {total}. Make room, then go on with --resume.',
  },
  workerReady: {
    zh: '等待任务：{url}（同时 {jobs} 份，只读写 {roots}）',
    en: 'Waiting for work: {url} ({jobs} at a time, in {roots} only)',
  },
  workerDone: { zh: '转了 {count} 份，退出。', en: '{count} converted; ended.' },
  seconds: { zh: '{s} 秒', en: '{s} s' },
  minutes: { zh: '{m} 分 {s} 秒', en: '{m} min {s} s' },
  hours: { zh: '{h} 小时 {m} 分', en: '{h} h {m} min' },
  soon: { zh: '…', en: '…' },
  lineJson: { zh: '不是 JSON 对象', en: 'it is no JSON object' },
  lineKeys: { zh: '应当有 path、text、base64 之一，且是字符串', en: 'it needs one of path, text and base64, as a string' },
  lineName: { zh: 'name 应当是字符串', en: 'name must be a string' },
  lineBase64: { zh: 'base64 解不开', en: 'the base64 cannot be decoded' },
  lineLong: { zh: '太长（上限 {limit} MB）', en: 'it is too long (the limit is {limit} MB)' },
} as const satisfies Record<string, Wording>
