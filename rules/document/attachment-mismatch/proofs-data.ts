/** Sentences that prove the words of this rule, beside its page. Nothing but tests reads them. */
import type { Table } from '../../../src/world/row.ts'

const rows: Table['rows'] = [
  {
    id: '附件名称的附注',
    hits: [
      `关于报送2025年工作材料的通知
各单位要抓紧报送有关材料。
附件：1.任务分解表
2.⟦考核办法⟧
青屏市教育局
2025年12月22日
附件1
任务分解表{（略）|（另附）|（附后）|（见附页）|（另发）|（单独印发）|（空表）|（样表）|（模板）|（样式）|（电子版）}`,
    ],
  },
  {
    id: '附件名称后的说明',
    hits: [
      `附件：1.登记表（{略|另附|附后|见附页|另发|单独印发|空表|样表|模板|样式|电子版}）
2.⟦登记表⟧`,
      `附件：1.登记表(略)
2.⟦登记表⟧`,
    ],
  },
]

export const knowledge: readonly Table[] = [{ rule: 'attachment-mismatch', rows }]
