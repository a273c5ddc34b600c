import type { Scheme } from '../../../src/kit.ts'

/** What can be pointed to. */
export type Part = 'part' | 'chapter' | 'article' | 'attachment' | 'table' | 'figure'

/** Which printed numbering is which part: 第三部分 is the heading 三、 where a paper has no 第三部分. */
export const partOf: Partial<Record<Scheme, Part>> = {
  chapter: 'chapter',
  part: 'part',
  'han-dun': 'part',
  article: 'article',
}

/**
 * 见第五部分, 本办法第六章, 附件3, 见表2. Groups: what leads to 第, its number, its unit; the number of an attachment; 表 or 图
 * and its number.
 */
export const references =
  /((?:[本上前后下该详参见及和与、按照据]|所述|规定|文中|报告|方案|办法){0,2})第([一二三四五六七八九十]{1,3}|[0-9]{1,3})(部分|章|条)(?![第款项例之])|附件\s?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})(?![0-9.．、：:])|([表图])\s?([0-9]{1,2})(?![0-9.．\-－年月日个])/g

/** Words right before a reference that say it points into this paper. */
export const ownWords =
  /(?:本(?:报告|方案|办法|规定|通知|细则|制度|章程|规划|文|条例|计划|纲要|协议|合同)|[见参]|前述|上述|下述|下文|前文|上文|后文|正文)[中的之]?$/

/** Words that say it points into another paper. */
export const elsewhere = /[》〉”]|法|条例$|(?<!本)(?:规定|细则|章程|准则|党章|合同|协议)[的中之]?$|号$|号文/

/** Words right before 附件 that say it is the attachment of another paper: 《……的通知》附件2. */
export const attachedElsewhere = /[》〉号][）)]?[的中之及和]?$/
