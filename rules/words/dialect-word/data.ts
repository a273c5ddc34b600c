import type { Proof, Table } from '../../../src/world/row.ts'

/** Local words that slip into formal text; heard in the north-west first of all. */
export interface Local extends Proof {
  readonly word: string
  /** What formal text says instead. */
  readonly formal: string
  /** Local only where this matches the words behind it. */
  readonly behind?: RegExp
  /** In its own sense where this matches the words before or behind. */
  readonly before?: RegExp
  readonly except?: RegExp
}

/** 下茬 is also the next crop, and 作以 the seam of two words (工作以人为本). */
export const locals: readonly Local[] = [
  {
    word: '下茬',
    formal: '下大力气',
    before: /[上前头一]茬.{0,4}$|[上接]$/,
    except: /^(?:作物|庄稼|种植|口|地|小麦|玉米|油菜|苗|蔬菜|农作物|播种|生产|栽|轮作|接茬|整地|水稻|马铃薯|的?种|作业|茬)/,
    hits: ['对群众反映的问题要⟦下茬解决⟧。'],
    misses: [
      '为下茬{作物|庄稼|种植|口|地|小麦|玉米|油菜|苗|蔬菜|农作物|播种|生产|栽|轮作|接茬|整地|水稻|马铃薯|种|的种|作业|茬}留足墒情。',
      '{上|前|头|一}茬种玉米，下茬收。',
      '土壤墒情好，{上|接}下茬都不误。',
    ],
  },
  {
    word: '作以',
    formal: '作一',
    before: /[工合操运创制协写动当著耕劳看叫农炒原拍剧大]$/,
    behind: /^(?:回顾|汇报|说明|介绍|总结|安排|部署|通报|强调|分析|补充|发言|梳理|报告|要求|交流|点评|解读|概述|阐述)/,
    hits: ['⟦作以{回顾|汇报|说明|介绍|总结|安排|部署|通报|强调|分析|补充|发言|梳理|报告|要求|交流|点评|解读|概述|阐述}⟧如下。'],
    misses: ['各项工作以回顾检视为起点。', '把人民看作以往一切成绩的创造者。'],
  },
  { word: '咋样', formal: '怎样', hits: ['先看群众的日子过得⟦咋样⟧。'] },
  { word: '咋办', formal: '怎么办', hits: ['老办法不灵了⟦咋办⟧，要靠改革。'] },
  {
    word: '啥子',
    formal: '什么',
    except: /^弹/,
    hits: ['没有⟦啥子⟧困难能难住我们。'],
    misses: ['烈士身旁还留着一枚没有打响的啥子弹壳。'],
  },
  { word: '晓得', formal: '知道', hits: ['要让每户都⟦晓得⟧政策。'], misses: ['群众说“晓得了政策，心里就踏实”。'] },
  { word: '瞎胡闹', formal: '乱来', hits: ['抓产业不能⟦瞎胡闹⟧。'] },
]

export const knowledge: readonly Table[] = [{ rule: 'dialect-word', rows: locals.map((row) => ({ ...row, id: row.word })) }]
