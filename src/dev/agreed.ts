/**
 * `npm run agreed -- DIR`: what the rules on the world and on the document itself are silent about because it agrees. Every claim
 * of a kind is looked for in the reports, made wrong, and the report is checked anew: where the rule speaks then, and did not
 * before, its silence was an answer. The others it did not judge. A table by kind: claims, told, agreeing, not judged.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooseRules } from '../config.ts'
import type { Finding } from '../finding.ts'
import { checkSource, rules } from '../hegao.ts'
import { read } from '../read/index.ts'
import { noResources } from '../resources.ts'
import { numberOf, toHan } from '../text/numerals.ts'

/** A kind of claim: how it is written, and what of it is made wrong; group 1 is what is changed. */
interface ClaimKind {
  readonly name: string
  readonly rule: string
  readonly pattern: RegExp
  readonly wrong: (said: string) => string
}

/** One more, in the form it was written; a year or two more is in reach of many a plan, so seven. */
const more = (said: string, by: number): string => {
  const value = numberOf(said)
  if (value === undefined) return said
  return /^[0-9]/.test(said) ? String(value + by) : toHan(value + by)
}
const next = (said: string): string => more(said, 1)
const swapped = (said: string): string => said.replace(/^(.+?)([、和])(.+)$/, '$3$2$1')

const kinds: readonly ClaimKind[] = [
  {
    name: '周年',
    rule: 'anniversary-mismatch',
    pattern: /(?<=[\u4e00-\u9fff”])([0-9]{1,3})周年/g,
    wrong: (said) => more(said, 7),
  },
  {
    name: '第N个节日',
    rule: 'day-mismatch',
    pattern: /第([0-9]{1,2})个(?:教师节|护士节|记者节|医师节|国家宪法日|世界|全国)/g,
    wrong: (said) => more(said, 3),
  },
  {
    name: '全国人大、政协的会议',
    rule: 'session-mismatch',
    pattern: /全国(?:人大|政协[十一二三四]{1,3}届)([一二三四五])次会议/g,
    wrong: next,
  },
  { name: '中央纪委全会', rule: 'session-mismatch', pattern: /中央纪委([二三四五六])次全会/g, wrong: next },
  {
    name: '本级会议（上次会议的目标）',
    rule: 'session-mismatch',
    pattern: /届(?:人大|人民代表大会|政协)?第?([二三四五六])次会议(?=所?(?:确定|提出|明确|批准|通过|期间))/g,
    wrong: (said) => more(said, said === '二' ? 2 : -1),
  },
  {
    name: '中央全会',
    rule: 'session-mismatch',
    pattern: /[十九一二]{1,3}届([一二三四五六七])中全会/g,
    wrong: (said) => more(said, 9),
  },
  { name: '五年规划', rule: 'period-mismatch', pattern: /“十([二三四五])五”(?:规划)?(?:的)?(?:开局|收官)/g, wrong: next },
  {
    name: '地方与上级',
    rule: 'place-mismatch',
    pattern:
      /((?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海)省)[\u4e00-\u9fff]{2,4}[市县]/g,
    wrong: (said) => (said === '青海省' ? '海南省' : '青海省'),
  },
  { name: '党委、政府的次序', rule: 'organ-form', pattern: /([省市县区州]委[、和][省市县区州]政府)/g, wrong: swapped },
  {
    name: '人大、政协的次序',
    rule: 'organ-form',
    pattern: /([省市县区州]人大、[省市县区州]政协)(?!的?(?:代表|委员))/g,
    wrong: swapped,
  },
  {
    name: '固定提法',
    rule: 'formula-slip',
    pattern: /(踔厉奋发|砥砺前行|行稳致远|久久为功|守正创新|驰而不息|钉钉子精神)/g,
    wrong: (said) => said.slice(0, 1) + said[2] + said[1] + said.slice(3),
  },
  {
    name: '并列的提法',
    rule: 'formula-list',
    pattern: /(不敢腐、不能腐、不想腐|稳就业、稳企业、稳市场、稳预期|自治、法治、德治)/g,
    wrong: (said) => said.replace('不想腐', '不怕腐').replace('稳预期', '稳增长').replace('德治', '智治'),
  },
  {
    name: '文件名称',
    rule: 'title-near-miss',
    pattern: /《(?:中国共产党|中华人民共和国)?[\u4e00-\u9fff]{3,16}([条准规]例|则|定|法)》/g,
    wrong: () => '刊',
  },
  {
    name: '学习教育的年份',
    rule: 'campaign-year',
    pattern: /开展(党史学习教育|党纪学习教育|“不忘初心、牢记使命”主题教育|深入贯彻中央八项规定精神学习教育)/g,
    wrong: (said) => (said.includes('正确') ? said : '树立和践行正确政绩观学习教育'),
  },
  {
    name: '机构名称',
    rule: 'stale-term',
    pattern: /(生态环境|文化和旅游|应急管理|市场监管|市场监督管理)(?:部|局|厅)/g,
    wrong: (said) =>
      said.startsWith('市场')
        ? '工商行政管理'
        : said.startsWith('生态')
          ? '环境保护'
          : said.startsWith('文化')
            ? '国家旅游'
            : '安全生产监督管理',
  },
  {
    name: '列举的项数',
    rule: 'count-mismatch',
    pattern: /(?:以下|下列|如下|这|上述)([二三四五六七八九])(?:个方面|项|点|条)/g,
    wrong: next,
  },
  { name: '第几部分、附件', rule: 'dangling-reference', pattern: /(?:见|详见)附件([1-9])/g, wrong: (said) => more(said, 30) },
]

interface Count {
  claims: number
  told: number
  agreeing: number
}

const chosen = new Map(chooseRules(rules).map((one) => [one.rule.id, one]))
const overlaps = (at: number, end: number) => (found: Finding) => found.start < end && found.end > at

async function findingsOf(text: string, id: string): Promise<readonly Finding[]> {
  const one = chosen.get(id)
  if (!one) throw new Error(`no rule ${id}`)
  const source = await read('claims.txt', new TextEncoder().encode(text), {})
  return checkSource(source, { settings: {}, rules: [one], resources: noResources }).findings
}

async function countIn(text: string, { rule, pattern, wrong }: ClaimKind, count: Count): Promise<void> {
  const claims = [...text.matchAll(pattern)].map((match) => {
    const said = match[1] as string
    const start = match.index + match[0].indexOf(said)
    return { said, start, from: match.index, to: match.index + match[0].length }
  })
  if (claims.length === 0) return
  const before = await findingsOf(text, rule)
  // All at once: what one claim is changed to is no reason for another.
  let changed = ''
  let at = 0
  const places = claims.map(({ said, start, from, to }) => {
    const words = wrong(said)
    changed += text.slice(at, start) + words
    at = start + said.length
    const shift = changed.length - at
    return { from: from + (changed.length - words.length - start), to: to + shift, isChanged: words !== said }
  })
  const after = await findingsOf(changed + text.slice(at), rule)
  claims.forEach(({ from, to }, index) => {
    count.claims++
    const place = places[index] as (typeof places)[number]
    if (before.some(overlaps(from, to))) count.told++
    else if (place.isChanged && after.some(overlaps(place.from, place.to))) count.agreeing++
  })
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('npm run agreed -- FOLDER')
const counts = new Map(kinds.map((kind) => [kind, { claims: 0, told: 0, agreeing: 0 }]))
const files = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name))
for (const name of files) {
  const text = readFileSync(join(folder, name), 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
  for (const [kind, count] of counts) await countIn(text, kind, count)
}
console.log(`${files.length} files\nkind\trule\tclaims\ttold\tagreeing\tnot judged`)
for (const [{ name, rule }, { claims, told, agreeing }] of counts)
  console.log([name, rule, claims, told, agreeing, claims - told - agreeing].join('\t'))
