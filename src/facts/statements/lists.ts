/** Counts of what is listed in the sentence: 城关、河西、石桥三个乡镇; “四个坚持”：坚持…，坚持…. */
import { hanNumber, numberOf } from '../../text/numerals.ts'
import type { Stretch } from '../structure.ts'
import { counted } from './count-figure.ts'
import type { Certainty, Statement } from './statement.ts'

const numeral = '[2-9]|1[0-9]|[两二三四五六七八九]|十[一二三四五六]?'
const nouns =
  '部(?:法律|法规|条例|规章)|个(?:单位|环节|事项|方面|阶段|乡镇?|街道|村|社区|县区?|县市|县（[市区]）|区县?|市|省份?|镇|(?:贫困|行政|自然|示范|薄弱|重点|试点|中心|易地搬迁)村|代表小组|(?:医疗|教育)?集团|本科专业|片区|小区|协会|部门|领域|行业|系统|专题|板块|城市|园区|产业|项目|地区|科室|处室|支部|党支部|专班|小组|工作组|类别|层面|维度|季度|国家|重点领域|重点行业|重点乡镇|学院|专业|学科|网点|支行|窗口|平台|品种|关键环节|重点环节|方向|层级|组别)' +
  '|类(?:问题|人员|群体|人群|对象|案件|企业|产品|项目|资金|事项|情形|风险|主体)|张清单|项(?:制度|指标|机制|职责|职能|议程|内容|服务|业务|改革|(?:专项|重点|主题)?(?:行动|活动)|重点(?:工作|任务)|试点|课程|政策|工程)|大(?:区域|市场|片区|产业|领域|板块|品牌|园区|基地|片|系统|行动|工程|体系|平台|优良作风|作风)' +
  '|家(?:单位|企业|医院|银行|公司|子公司|景区)|所(?:学校|高校|中学|小学|院校)|名(?:同志|代表|教师|干部)|条(?:线路|河流|道路|公路|铁路|(?:特色|主导|重点|优势|农业|全|富民|支柱)?(?:产业链|产业|赛道|生产线|路线|街区|步行街))|款(?:产品|应用|金融产品|信贷产品|专属产品)|门(?:课程|学科)|座(?:水库|城市)|种(?:方式|形式|途径|渠道|情形|方法|类型|模式|手段|做法|情况)|方(?:责任|主体|联动|力量)|级(?:联动|书记|干部|医疗|网络|体系|河长|林长|机构|贯通)'
const declared = new RegExp(`(${numeral})(${nouns})`, 'g')
const joinWord = /和|及|与|或|同|跟/
/** An item with a verb or 的 may hold more than one name. */
const notName =
  /的|[0-9０-９，。；：、]|等$|推进|建设|开展|加强|完善|实施|完成|发展|落实|负责|涉及|包括|其中|分别|第|首批|以及|并|是|在|为|对|由|从|到|了|各|所属|下属|共|约|近|超|余|还/

const uneven = /[0-9０-９，。；：、的和及与或]|等$/

/** Most characters of a list that are looked at. */
const longestList = 160

/** X、Y、Z两个…: told where it is one too many or too few, and nothing may be two in one. */
export function listsIn(text: string, { start, end }: Stretch, into: Statement[]): void {
  const words = text.slice(start, end)
  joinedOtherwise(words, start, into)
  if (words.includes('：') || words.includes(':')) clausesBehind(words, start, into)
  if (!words.includes('、')) return
  for (const match of words.matchAll(declared)) {
    const value = numberOf(match[1] as string)
    if (value === undefined || value < 2) continue
    const stop = match.index
    const from = Math.max(0, stop - longestList)
    const lead = words.slice(from, stop)
    const cut = Math.max(...'，。；：！？\n（(）)'.split('').map((mark) => lead.lastIndexOf(mark)))
    const list = lead.slice(cut + 1)
    const items = list.split('、')
    if (items.length < 2 || (cut < 0 && from > 0)) continue
    judge(items, value, match, start, into)
  }
}

const isBalanced = (item: string): boolean =>
  item.split('“').length === item.split('”').length && item.split('《').length === item.split('》').length

function judge(items: readonly string[], value: number, match: RegExpExecArray, start: number, into: Statement[]): void {
  const { index } = match
  const written = match[1] as string
  const count = items.length
  const tell = (computed: number, agrees: boolean, certainty: Certainty): void => {
    const span = { start: start + index, end: start + index + match[0].length }
    const stated = counted(span, written, value)
    into.push({ ...span, kind: 'list', operands: [], stated, relation: match[2] as string, computed, agrees, certainty })
  }
  // 城关、河西、石桥等2个乡镇: 等 may leave some out, and cannot leave out less than none.
  const isOpen = (items[count - 1] as string).endsWith('等')
  const last = (items[count - 1] as string).replace(/等$/, '')
  const first = items[0] as string
  const rest = [...items.slice(1, -1), last]
  // 计算机科学与技术 is one subject.
  const isSubject = /专业|学科|学院|课程/.test(match[2] as string)
  const joins = isSubject ? /和|及|或|同|跟/ : joinWord
  const isLevels = /^[级方]/.test(match[2] as string)
  // 班子建设、作风建设、能力建设等2个方面: whatever they are, three are named.
  if (
    isOpen &&
    count >= 3 &&
    value < count &&
    items.every((item) => item.length <= 14 && isBalanced(item) && !/[0-9和及与或，]/.test(item))
  ) {
    tell(count, false, 'unsure')
    return
  }
  // 党建引领、产业发展、民生保障、生态治理: of one length they are names, whatever they hold.
  const size = last.length
  const isEven =
    !isOpen &&
    count > 2 &&
    size > 2 &&
    size < 7 &&
    first.length >= size &&
    rest.every((item) => item.length === size && !uneven.test(item))
  if (isEven && rest.some((item) => notName.test(item)) && !/[和及与0-9第]/.test(first)) {
    const agrees = value === count
    if (agrees || Math.abs(value - count) === 1) tell(count, agrees, 'unsure')
    return
  }
  if (rest.some((item) => item.length < (isLevels ? 1 : 2) || item.length > 16 || notName.test(item) || !isBalanced(item))) return
  if (!isBalanced(first) || first === '' || (isSubject ? /[和及0-9第]/ : /[和及与0-9第]/).test(first.slice(-8))) return
  if (rest.slice(0, -1).some((item) => joins.test(item))) return
  const hasJoin = joins.test(last)
  const found = hasJoin ? count + 1 : count
  if (isOpen && (hasJoin || found < 3)) return
  // 乡镇、村和运营单位三方: of parties and levels the last two are two.
  const isSplit = hasJoin && isLevels && count > 2
  const agrees = isOpen ? value >= found : value === found || (value === count && !isSplit)
  if (!agrees && (Math.abs(value - found) !== 1 || found < 3)) return
  // A、B和C with two counted: the last two may be one.
  if (!agrees && hasJoin && (last.match(/和|及|与|或|同|跟/g) ?? []).length > 1) return
  tell(agrees ? value : found, agrees, isSplit ? 'unsure' : hasJoin ? 'likely' : 'sure')
}

const chained = new RegExp(
  `(?<![\\u4e00-\\u9fff—－→–）)-])((?:[\\u4e00-\\u9fff]{2,12}(?:—{1,2}|－|-|→|–)){1,6}[\\u4e00-\\u9fff]{2,12})(”?(?:的)?)(${numeral})(级|层|方|段式|环节)`,
  'g',
)
const dash = /—{1,2}|－|-|→|–/
const quotedRow = new RegExp(
  `((?:“[^”，。；：]{1,14}”[、和]?){2,10})(${numeral})((?:款|项|个|大|种|类|张|本|部|句|支|条)[\\u4e00-\\u9fff]{0,6})`,
  'g',
)
const levels = new RegExp(
  `(?<![\\u4e00-\\u9fff）])(?:健全|构建|建立|落实|完善|形成|打造|推动|开展|实行|压实|上下|夯实|加强|全面)?([国省市州县区乡镇街村组]{2,7})(${numeral})级(?!市)`,
  'g',
)

/** “党工委—社区—网格—楼栋”四级, “甲”“乙”“丙”三款, 省市县三级: names that no 、 divides. */
function joinedOtherwise(words: string, start: number, into: Statement[]): void {
  const tell = (match: RegExpExecArray, at: number, written: string, noun: string, found: number, certainty: Certainty): void => {
    const value = numberOf(written)
    if (value === undefined || value < 2 || found < 2 || Math.abs(value - found) > 2) return
    const span = { start: start + at, end: start + match.index + match[0].length }
    const agrees = value === found
    into.push({
      ...span,
      kind: 'list',
      operands: [],
      stated: counted(span, written, value),
      relation: noun,
      computed: found,
      agrees,
      certainty,
    })
  }
  if (/[—－\-→–]/.test(words)) {
    for (const match of words.matchAll(chained)) {
      const [whole, list, , written, noun] = match as unknown as [string, string, string, string, string]
      tell(match, match.index + whole.length - written.length - noun.length, written, noun, list.split(dash).length, 'unsure')
    }
  }
  if (words.includes('”')) {
    for (const match of words.matchAll(quotedRow)) {
      const [whole, list, written, noun] = match as unknown as [string, string, string, string]
      // What stands right before may be the first of them.
      if (/[、和]$/.test(words.slice(Math.max(0, match.index - 1), match.index)) || /”$/.test(list) === false) continue
      tell(match, match.index + whole.length - written.length - noun.length, written, noun, list.split('“').length - 1, 'unsure')
    }
  }
  if (words.includes('级')) {
    for (const match of words.matchAll(levels)) {
      const [whole, list, written] = match as unknown as [string, string, string]
      const places = list.replace(/县[市区]+|市[区县]{2}|区县/g, '县').replace(/乡[镇街]+|镇[街乡]+|街[镇乡]+/g, '乡')
      const isBehind = /[、和及与]/.test(words[match.index - 1] ?? '')
      if (new Set(places).size < places.length || (isBehind && places.length < 3)) continue
      tell(match, match.index + whole.length - written.length - 1, written, '级', places.length, 'unsure')
    }
  }
}

const announced = new RegExp(`(${numeral})(条|个|项|点|大)([\\u4e00-\\u9fff]{2,6})[：:]`, 'g')

/** 五条原则：坚持…，坚持…: clauses that all begin with one word, whatever they are called. */
function clausesBehind(words: string, start: number, into: Statement[]): void {
  for (const match of words.matchAll(announced)) {
    const [whole, written, unit, noun] = match as unknown as [string, string, string, string]
    const value = numberOf(written)
    if (value === undefined || /[第“十百0-9]/.test(words[match.index - 1] ?? '')) continue
    const from = match.index + whole.length
    const behind = words.slice(from, from + 2400)
    const stop = behind.indexOf('。')
    const sentence = stop < 0 ? behind : behind.slice(0, stop)
    const clauses = sentence.split(sentence.includes('；') ? '；' : '，').map((clause) => clause.replace(/^[“\s]+/, ''))
    const word = (clauses[0] as string).slice(0, 2)
    const tail = noun.slice(-2)
    if (clauses.length < 3 || clauses.length > mostClauses || !/^[\u4e00-\u9fff]{2}$/.test(word) || noun.endsWith(word)) continue
    // 四个到位：思想认识到位，组织领导到位，…: the word may stand last.
    const isRun = clauses.every((clause) => clause.startsWith(word)) || clauses.every((clause) => clause.endsWith(tail))
    if (!isRun || Math.abs(clauses.length - value) > 2) continue
    // The next sentence may go on.
    if (stop >= 0 && behind.slice(stop + 1, stop + 3) === word) continue
    const span = { start: start + match.index, end: start + match.index + written.length + unit.length + noun.length }
    into.push({
      ...span,
      kind: 'list',
      operands: [],
      stated: counted(span, written, value),
      relation: '：',
      computed: clauses.length,
      agrees: clauses.length === value,
      certainty: 'likely',
    })
  }
}

const named = /([两三四五六七八九十])个(必须|[\u4e00-\u9fff]{2})(”?)[：:。，；—]/g
const lead =
  /^(?:[一二三四五六七八九十]是|[（(]?[一二三四五六七八九十1-9][）)、.．]|第[一二三四五六七八九十]，?|必须|要|始终|就是|即|更加|我们|必须要|一定要|应当|应)*/
const mostClauses = 120

/** “四个坚持”：坚持…，坚持…: clauses that begin with the word, counted to the end of the paragraph. */
export function runsIn(text: string, { start, end }: Stretch, into: Statement[]): void {
  const words = text.slice(start, end)
  if (!words.includes('个')) return
  for (const match of words.matchAll(named)) {
    const value = hanNumber(match[1] as string)
    const word = match[2] as string
    if (value === undefined) continue
    const behind = words.slice(match.index + match[0].length, match.index + match[0].length + 2400)
    // Nothing stands between but the mark: what follows is the list.
    const starts = behind.replace(/^[—“\s]*/, '')
    if (!beginsWith(starts, word)) continue
    const found = countRun(starts, word)
    if (found < 3 || Math.abs(found - value) > 2) continue
    const at = start + match.index
    const span = { start: at, end: at + (match[1] as string).length + 1 + word.length }
    into.push({
      ...span,
      kind: 'list',
      operands: [],
      stated: counted(span, match[1] as string, value),
      relation: word,
      computed: found,
      agrees: found === value,
      certainty: 'sure',
    })
  }
}

const beginsWith = (clause: string, word: string): boolean =>
  clause.startsWith(word) ||
  clause.replace(lead, '').startsWith(word) ||
  clause.replace(/^[一二三四五六七八九十]是/, '').startsWith(word)

/** How many clauses begin with the word: those behind ；and 。 where such marks divide the list, else those behind ，and 、 too. */
function countRun(words: string, word: string): number {
  const sentences = words.split(/[。；;]/)
  const strong = run(sentences, word)
  if (strong >= 2) return strong
  return run((sentences[0] as string).split(/[，、,]/), word)
}

function run(clauses: readonly string[], word: string): number {
  let count = 0
  for (const clause of clauses.slice(0, mostClauses)) {
    if (!beginsWith(clause.replace(/^[“\s]+/, ''), word)) break
    count++
  }
  return count
}
