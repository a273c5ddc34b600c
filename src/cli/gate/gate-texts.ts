/** What the gate says: configuration, ignored files, known findings, changed parts. In both languages. */
import type { Wording } from '../../wording.ts'

export const gateTexts = {
  silenceAbout: { zh: '核过不改的问题，以后不再报', en: 'tell a finding that stays no more' },
  silenceUsage: { zh: '[选项] <文件:行> <规则>', en: '[options] <file:line> <rule>' },
  silencePlace: {
    zh: '文件和行（Word 文档是第几段）；不写行，指整个文件',
    en: 'the file and line (of Word: paragraph); without a line the whole file',
  },
  silenceRule: { zh: '规则的名称或编号', en: 'the id of the rule' },
  silenceReason: { zh: '为什么不改，写给以后的人看', en: 'why it stays, for whoever reads it later' },
  silenceAfter: {
    zh: '记在材料旁边的 <文件名>.hegao.json 里；改过的字、别处的同一问题照报。\nMarkdown 和网页也可以写注释，见 docs/config.md。\n\n例子：\n  hegao silence 报告.txt:5 year-mismatch --reason 引的是上年原文',
    en: 'Written into <file>.hegao.json beside the file; other words, and the same elsewhere, are told as before.\n\nExample:\n  hegao silence report.txt:5 year-mismatch --reason "quoted from last year"',
  },
  silenceNone: { zh: '{path} 里没有“{rule}”的问题', en: 'there is no finding of {rule} in {path}' },
  silenceElsewhere: {
    zh: '{path} 第 {line} 行没有“{rule}”的问题；它在第 {lines} 行',
    en: 'there is no finding of {rule} on line {line} of {path}, but on {lines}',
  },
  silenced: { zh: '以后不报：{rule} {count} 处（记在 {path}）', en: 'Told no more: {count} of {rule} (see {path})' },
  noConfig: { zh: '不用配置文件', en: 'use no configuration file' },
  allowCode: {
    zh: '允许这个仓库里写成程序的配置运行，以后也允许',
    en: 'let configurations of this repository that are programs run, now and later',
  },
  codeAllowed: {
    zh: '以后 {path} 里写成程序的配置都可以运行（记在 {file}）',
    en: 'Configurations in {path} may run as programs from now on (see {file})',
  },
  codeForgotten: {
    zh: '允许了这一次，没能记住：{file}（{reason}）',
    en: 'Allowed this once; it could not be remembered in {file} ({reason})',
  },
  noInlineConfig: { zh: '不理会材料里的停用注释', en: 'do not obey comments in the files' },
  reportUnused: { zh: '没有用上的停用注释按错误报', en: 'comments that silence nothing are errors' },
  ignorePath: {
    zh: '按这个文件忽略，代替 .hegaoignore（可多次）',
    en: 'ignore by this file instead of .hegaoignore (repeatable)',
  },
  ignorePattern: { zh: '另外忽略这些文件，写法同 .gitignore（可多次）', en: 'ignore these too, as in .gitignore (repeatable)' },
  noIgnore: { zh: '什么都不忽略', en: 'ignore nothing' },
  noGitignore: { zh: '找文件时不看 .gitignore', en: 'do not look at .gitignore in folders' },
  noUnmatched: { zh: '路径或通配符没有对应的文件，不算错', en: 'a path or glob that leads to nothing is no error' },
  baseline: { zh: '基线文件：其中已知的问题不报', en: 'a baseline: findings known in it are not reported' },
  writeBaseline: {
    zh: '把现有的问题全部写入基线（默认 hegao-baseline.json）',
    en: 'write all findings into a baseline (default: hegao-baseline.json)',
  },
  pruneBaseline: { zh: '从基线里清掉已经不在的问题', en: 'drop what has vanished from the baseline' },
  since: { zh: '只报自该版本以来改过的行（git）', en: 'report only lines changed since this revision (git)' },
  staged: { zh: '只查已暂存的内容，只报改过的行（git）', en: 'check what is staged, report only changed lines (git)' },
  printConfig: { zh: '显示对该文件生效的配置', en: 'print the configuration that holds for a file' },
  initFacts: {
    zh: '从去年的报告起草本单位的口径 hegao.facts.yaml 和 口径.csv，供人核改',
    en: 'draft the facts of the house, hegao.facts.yaml and 口径.csv, from last year’s report',
  },
  initFactsDone: {
    zh: '已从 {report} 起草 {path} 和 {sheet}：领导 {leaders} 人、单位 {bodies} 个、地名 {places} 个、项目 {projects} 个、数据 {figures} 个。都是照抄旧稿，请逐条核对修改',
    en: 'Drafted {path} and {sheet} from {report}: {leaders} leaders, {bodies} bodies, {places} places, {projects} projects, {figures} figures. All is copied from the old text: please check each',
  },
  initAbout: { zh: '在当前文件夹建一份配置', en: 'write a configuration into this folder' },

  ignored: {
    zh: '{path} 被忽略（见 {by}），没有查；要查请加 --no-ignore',
    en: '{path} is ignored (see {by}) and was not checked; --no-ignore checks it',
  },
  noJson: { zh: '不是 JSON：第 {line} 行第 {column} 列写得不对', en: 'no JSON: line {line}, column {column} is wrong' },
  cutJson: { zh: '不是 JSON：写到第 {line} 行就断了', en: 'no JSON: it breaks off in line {line}' },
  noFiles: { zh: '里面没有 files', en: 'it has no files' },
  otherVersion: { zh: '版本是 {version}，这里用 {own}', en: 'version {version}; this is {own}' },
  badRows: { zh: '{file} 的记录不对', en: 'the rows of {file} are wrong' },
  baselineWritten: {
    zh: '基线已写入 {path}：{count} 处（{files} 个文件）。以后加 --baseline {path}，只报新问题。',
    en: 'Wrote {path}: {count} findings ({files} files). From now on --baseline {path} tells only what is new.',
  },
  baselineUnread: {
    zh: '没有查成的 {count} 个文件不在基线里，以后每次都会报；不用查的，请写进 .hegaoignore。',
    en: '{count} files that could not be checked are not in the baseline and will be told each time: name those that need no check in .hegaoignore.',
  },
  baselineVanished: {
    zh: '基线 {path} 里有 {count} 处已经不在，可用 --prune-baseline 清掉',
    en: '{count} of the baseline {path} have vanished; --prune-baseline drops them',
  },
  baselinePruned: { zh: '已从基线 {path} 清掉 {count} 处', en: 'Dropped {count} from the baseline {path}' },
  notTogether: { zh: '{one} 和 {other} 不能同用', en: '{one} and {other} do not go together' },
  badSidecar: { zh: 'silence 的第 {row} 条写得不对', en: 'row {row} of silence is wrong' },
  noSilence: { zh: '里面没有 silence', en: 'it has no silence' },
  unknownRule: { zh: '没有规则 {rule}', en: 'there is no rule {rule}' },
  configFrom: { zh: '配置来自 {path}', en: 'from {path}' },
  configNone: { zh: '没有找到配置，全按默认', en: 'no configuration was found: all is default' },
  initDone: { zh: '已写好 {path}，请按需要修改', en: 'Wrote {path}: change it as you need' },
} as const satisfies Record<string, Wording>
