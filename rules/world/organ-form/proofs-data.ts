/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  {
    id: '与、及、、，',
    hits: ['认真落实⟦县政府{、|与|及||，}县委⟧部署，主动接受⟦县政协、县人大⟧监督。'],
    misses: [
      '在省委、省政府和市委的坚强领导下，方案{报|经}{经|报}县政府、县人大批准后实施，由县政府、县委组织部联合督办。',
      '会后县政府、县委{办|编|外|国家安全|书记|国安|政法|信|督|财经|教育|宣|巡|统|员|深改|机要|保密|组|社工|党史|老|任|主要|派|保健|全面|改革|常委|台|全体|军民|机关|副书记|政研|农|社会工作|讲师|平安|网信|托|政策研究|档案|直属|党校}公室负责同志到场。',
      '{向|请|由|呈|送|抄}县政府、县人大常委会作了专题汇报。',
      '街道办事处政府、党委{书记|宣传|会|委员|办|组织}分别表态。',
    ],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'organ-form', rows }]
