/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  {
    id: '课程、环节、形式、载体、方面、会议、问题、产品、机构、0、人',
    hits: [
      '举办演讲、征文⟦、⟧等{活动|课程|环节|形式|载体|方面|会议|问题|产品|机构|0|人员|任务|地区|行业|内容|产业|设施|乡镇|资源|现象|工作|功能|学校|工程|精神|方式|方法|品牌|文件|场所|荣誉|措施|群体|专业|，|称号|企业|平台|指标|部门|项目|因素|领域|情况|服务|单位}，解决停车难、行路难⟦...⟧一批问题，成绩来之不易！',
    ],
    misses: [
      '评定一级、等级评定结果公开，开展等额选举，习惯于等上级给政策、等领导给意见，不能缓一缓、等{一等|一会|一下}，怎么办？',
    ],
  },
  {
    id: '方案、报告、通知、情况、总结、意见、要点、纪要、计划、致辞、',
    hits: ['在全县教育工作会议上的{讲话|方案|报告|通知|情况|总结|意见|要点|纪要|计划|致辞|发言|汇报}⟦。⟧'],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'mark-form', rows }]
