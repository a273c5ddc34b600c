/** What a paragraph is where it is not body text, by its own words and its place in the document. */
import { numberOf } from '../text/numerals.ts'

/** A paragraph longer than this is body text, whatever it begins with. Characters. */
const longest = 80

/** A heading of notes or of an attachment: the report proper is over. */
const division =
  /^(?:附\s?件?\s?[0-9０-９一二三四五六七八九十]{0,2}\s?[：:]?|(?:有关|部分|专业)?(?:名词|用语|术语)(?:解释|注释|说明)[：:]?|[附备]?注释?[：:]|附注|注释)$/

const salutationWords =
  /^(?:同志们|各位|尊敬的|敬爱的|亲爱的|女士们|先生们|朋友们|主席|主任|委员长|代表们|同学们|老师们|家长们|乡亲们|父老乡亲|战友们|职工们|员工们|工友们|青年朋友|网友们|村民们|居民们|大家好|全[市县区校体镇乡][^：:！!]{0,8}(?:党员|干部|职工|同志|师生|居民|群众|市民|村民|员工|教职工|同胞|父老乡亲)[们]?)/
/** Who is written to: 各科室、各单位：, 各乡镇人民政府、县直各单位：, 市教育局：. Han, 、， and brackets only. */
const addressee =
  /^(?=[\u4e00-\u9fff、，（）()“”\s]{2,100}[：:]$)(?:.{0,99}各.{0,60}|.{1,60}(?:局|委|办|厅|院|政府|公司|委员会|党组|党委|党支部|党总支|党组织|办公室|办公厅|人大常委会|管委会|集团|学校|中心|总工会|法院|检察院|组织部|宣传部|统战部|编辑部|教育部|财政部))[：:]$/
/** What else ends so: 主办单位：, 会议要求： . */
const labelStart =
  /^(?:[一二三四五六七八九十（(]|主办|承办|协办|牵头|责任|配合|主管|参会|参加|出席|报送|编制|主送|抄送|甲方|乙方|丙方|来源|发文|制定|起草|要求|会议|坚持|做好|抓好|加强|推进|以下|如下|其中|包括|例如|比如|附)/
const labelEnd = /(?:如下|以下|下列|部门|单位|分工|要求|措施|情况|问题|方面|工作|任务|办法)[：:]$/
const one =
  /^[\u4e00-\u9fff]{2,14}(?:同志|先生|女士|教授|老师|书记|县长|区长|市长|局长|主任|院长|校长|同学|朋友|乡亲|战友)们?[：:]$/
/** 各乡镇人民政府，县政府有关部门：, 县直各单位：, 区指挥部各成员单位：. */
const allUnits =
  /(?:各(?:有关|相关|成员|直属|所属|下属)?|^各.{1,90}(?:有关|相关|直属|所属|成员)|(?:省|市|县|区|州|盟|旗|镇)(?:直|政府|委)?(?:有关|相关|直属))(?:部门|单位|科室|处室|股室|企业|学校|机构)[：:]$/

const attachmentListStart = /^附\s?件\s?[：:]\s?[1１]\s?[.．、]/

/** Whether a paragraph is 附件：1.……, the first line of several attachments (GB/T 9704—2012 7.3.4): the next begin with 2. and 3. */
export const beginsAttachmentList = (paragraph: string): boolean =>
  paragraph.length <= longest && attachmentListStart.test(paragraph)

/** The number of a line of such a list; undefined where it is none. */
export function attachmentNumber(paragraph: string): number | undefined {
  if (paragraph.length > longest || endsLikeSentence(paragraph)) return undefined
  const [, number] = /^([0-9０-９]{1,2})\s?[.．、]/.exec(paragraph) ?? []
  return number === undefined ? undefined : numberOf(number)
}

/** Whether the report proper is over and notes or attachments begin. */
export const isDivision = (paragraph: string): boolean => paragraph.length <= 20 && division.test(paragraph)

/** Whether a paragraph speaks to the audience and does nothing else: 同志们： 各位代表！ */
export const isSalutation = (paragraph: string): boolean =>
  paragraph.length <= 60 &&
  salutationWords.test(paragraph) &&
  /[：:！!]$/.test(paragraph) &&
  !/[。；]|[！!：:].{2}|，(?!各位|同志|朋友|女士|先生|老师|同学|大家|来宾|嘉宾|[你您]们?好)/.test(paragraph)

/** Whether a paragraph above the body tells to whom the paper goes (主送机关), and nothing else. */
export const isAddressee = (paragraph: string): boolean =>
  paragraph.length <= 100 &&
  !labelStart.test(paragraph) &&
  (one.test(paragraph) || (addressee.test(paragraph) && (allUnits.test(paragraph) || !labelEnd.test(paragraph))))

export const endsLikeSentence = (paragraph: string): boolean => /[。！？；，]$/.test(paragraph)
