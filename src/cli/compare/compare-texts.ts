/** What `compare` says, in both languages. */
import type { Wording } from '../../wording.ts'

export const compareTexts = {
  about: { zh: '与去年的或别处的稿子比，看哪里照搬、哪里没改', en: 'compare with last year’s or another office’s text' },
  usage: { zh: '[选项] <旧稿> <新稿>', en: '[options] <old> <new>' },
  argument: { zh: '旧稿和新稿，任何能读的格式', en: 'the old and the new text, in any format that is read' },
  body: {
    zh: '两份稿子是不是一个单位的：same 或 other（默认看标题、署名里的地名和单位）',
    en: 'whether both are of one office: same or other (default: by the places and offices in their titles)',
  },
  oldYear: { zh: '旧稿属于哪一年（新稿的用 --year）', en: 'the year of the old text (of the new one: --year)' },
  folder: { zh: '文件夹里的材料两两相比，列出相同较多的', en: 'compare all documents of a folder with one another' },
  lists: {
    zh: '列出去年定的目标和今年的结果、去年说了今年没有提到的项目和实事（只是清单，不影响退出状态）',
    en: 'list last year’s targets with their results, and projects promised and not mentioned (never fails a run)',
  },
  annotate: {
    zh: '把问题写成批注，存进新稿（.docx）的副本；不写文件名时存在新稿旁边',
    en: 'write the findings as comments into a copy of the new .docx; without a name, beside it',
  },
  against: {
    zh: '在这个文件夹里找最相近的一份来比；指纹索引存为其中的 .hegao-compare，里面没有文字',
    en: 'compare with the most alike report of this folder; its index of fingerprints is .hegao-compare in it and holds no text',
  },
  least: { zh: '--folder：相同到百分之几才列出（默认 25）', en: '--folder: the percentage from which on a pair is listed (25)' },
  after: {
    zh: `退出状态与 check 相同；相同的比例不影响退出状态。
新稿自己的问题也一并列出（不要的话加 --rule '规则:off'）。

例子：
  hegao compare 2024年总结.docx 2025年总结.docx
  hegao compare -f html:对照.html 旧稿.txt 新稿.docx
  hegao compare 新稿.docx --against 历年总结/ --lists
  hegao compare --annotate 去年.docx 今年.docx
  hegao compare --folder 谈话记录/`,
    en: `The exit status is that of check; shares never fail a run. Findings of check on the new text are told with them.

Examples:
  hegao compare report-2024.docx report-2025.docx
  hegao compare -f html:side-by-side.html old.txt new.docx
  hegao compare draft.docx --against archive/ --lists
  hegao compare --annotate last-year.docx this-year.docx
  hegao compare --folder records/`,
  },
  two: { zh: '要比的是两份稿子：hegao compare 旧稿 新稿', en: 'two texts are compared: hegao compare OLD NEW' },
  oneAgainst: {
    zh: '--against 说明了跟哪个文件夹比，另外只写一份新稿：hegao compare 新稿 --against 文件夹',
    en: '--against names the folder; give the new text beside it: hegao compare NEW --against FOLDER',
  },
  notAFolder: { zh: '--against 后面是文件夹，{path} 不是', en: '--against takes a folder, which {path} is not' },
  nobodyNear: {
    zh: '{path} 里没有和这份稿子有大段相同的材料（查了{files}份），没有比',
    en: 'No document of {path} has a passage in common with this text ({files} were looked at); nothing was compared',
  },
  near: {
    zh: '最相近的是 {path}（指纹相同{share}%），跟它比',
    en: 'Most alike is {path} ({share}% of the fingerprints); compared with it',
  },
  nearToo: { zh: '其次：{list}', en: 'Next: {list}' },
  nearOne: { zh: '{path}（{share}%）', en: '{path} ({share}%)' },
  indexed: {
    zh: '索引 {path}：{files}份，新记{fresh}份，去掉{gone}份',
    en: 'Index {path}: {files} documents, {fresh} read anew, {gone} gone',
  },
  indexRebuilt: { zh: '{path} 不是这一版的索引，重新建', en: '{path} is no index of this version and is made anew' },
  indexUnwritten: {
    zh: '索引没有存下来（{reason}），下次还要重新读这些材料',
    en: 'The index could not be kept ({reason}); next time all is read again',
  },
  annotateNotWord: {
    zh: '批注只能写进 .docx，{path} 不是',
    en: 'Comments can be written into a .docx only, and {path} is none',
  },
  folderAlone: {
    zh: '--folder 自己说明要比哪些，后面不再写文件',
    en: '--folder names what is compared; no files are given beside it',
  },
  noBody: { zh: '--body 是 same 或 other，不是 {value}', en: '--body is same or other, not {value}' },
  noLeast: { zh: '--least 是 1 到 100 的整数，不是 {value}', en: '--least is an integer from 1 to 100, not {value}' },
  noYear: { zh: '--old-year 是四位数的年份，不是 {value}', en: '--old-year is a year of four digits, not {value}' },
  pair: { zh: '{share}%相同　{one}　{other}', en: '{share}% the same  {one}  {other}' },
  pairs: {
    zh: '{files}份材料，{pairs}对相同在{least}%以上',
    en: '{files} documents, {pairs} pairs with {least}% or more in common',
  },
  manyPairs: {
    zh: '这些材料几乎份份相同，只比了最相同的{count}对',
    en: 'Nearly all of these documents are alike; only the {count} most alike pairs were compared',
  },
  fewFiles: { zh: '{path} 里没有两份以上能读的材料', en: 'There are no two readable documents in {path}' },
} as const satisfies Record<string, Wording>
