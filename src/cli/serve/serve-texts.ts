/** What the servers say. */
import type { Wording } from '../../wording.ts'

export const serveTexts = {
  usage: { zh: '[选项]', en: '[options]' },
  mcpAbout: { zh: '给智能助手用的服务（MCP，标准输入输出）', en: 'serve assistants (MCP on standard input and output)' },
  mcpAfter: {
    zh: '工具：check 检查，outline 提纲，explain 规则说明，annotate 写出带批注的 Word 副本。\n不联网；助手能读到的，就是你能读的文件。',
    en: 'Tools: check, outline, explain, annotate. No connection is opened; an assistant can name any file that you can read.',
  },
  lspAbout: { zh: '给编辑器用的服务（LSP，标准输入输出）', en: 'serve editors (LSP on standard input and output)' },
  lspAfter: {
    zh: '在编辑器里边写边查 .txt 和 .md：问题、相关的另一处、改法。',
    en: 'Findings in .txt and .md while they are written, with second places and repairs.',
  },
  stdio: { zh: '用标准输入输出（默认，也只有这一种）', en: 'standard input and output (the default, and all there is)' },

  instructions: {
    zh: '核稿：检查中文工作报告、讲话稿、总结前后是否一致。稿子只在本机读，不上传。错误要改，警告要看，提示请人核对；改年份、数字、姓名之前要问人。',
    en: 'hegao checks that Chinese work reports agree with themselves. Files are read here and sent nowhere. Never change a year, a number or a name without asking.',
  },
  checkTool: {
    zh: '检查一份材料（.docx、.doc、.wps、.odt、.pdf、.html、.txt、.md 等），列出前后不一致、序号、数字、提法等问题',
    en: 'Check one report and list findings: what no longer agrees, numbering, figures, wording',
  },
  outlineTool: { zh: '一份材料的层次提纲', en: 'The outline of a report' },
  explainTool: {
    zh: '一条规则查什么、不查什么，依据什么',
    en: 'What a rule finds, what it leaves alone, and on whose authority',
  },
  annotateTool: {
    zh: '在 .docx 的副本里写批注和修订；原稿不动，已有的别的文件不覆盖',
    en: 'Write comments and tracked changes into a copy of a .docx; neither the document nor another file is touched',
  },
  pathProperty: { zh: '文件的路径', en: 'path of the file' },
  textProperty: { zh: '要检查的文字；与 path 二选一', en: 'text to check, instead of path' },
  yearProperty: { zh: '材料属于哪一年（默认从材料里找）', en: 'the year it belongs to (default: found in it)' },
  onlyProperty: { zh: '只查这些规则（编号或中文名称）', en: 'run these rules only (ids or Chinese names)' },
  ruleProperty: { zh: '规则的编号或中文名称，如 year-mismatch、年份不一致', en: 'id or Chinese name of a rule' },
  outputProperty: { zh: '副本写到哪里（.docx 的路径）', en: 'where the copy goes (path of a .docx)' },
  changesProperty: { zh: '哪些改法写成修订', en: 'which repairs become tracked changes' },

  noTool: { zh: '没有工具 {name}', en: 'there is no tool {name}' },
  noArgument: { zh: '缺少 {name}，或不是文字', en: '{name} is missing, or is no text' },
  badArgument: { zh: '{name} 的值不对', en: 'the value of {name} is wrong' },
  oneOf: { zh: 'path 和 text 要有一个，也只能有一个', en: 'give either path or text' },
  noFindings: { zh: '没有发现问题', en: 'No problems found' },
  copied: {
    zh: '批注 {comments} 条，修订 {changes} 处，写在 {path}',
    en: '{comments} comments and {changes} tracked changes in {path}',
  },

  repairAll: { zh: '改掉全部有把握的问题（hegao）', en: 'Apply all safe fixes (hegao)' },
  repairTo: { zh: '改为“{text}”', en: 'Change to “{text}”' },
  repairAway: { zh: '删去', en: 'Delete' },
} as const satisfies Record<string, Wording>
