import {
  defineRule,
  documentYear,
  type HouseFacts,
  house,
  isAllowed,
  isInside,
  names,
  outlookAt,
  type PersonMention,
  period,
  quantities,
  quotations,
  type Span,
  structure,
  times,
  toHan,
} from '../../../src/kit.ts'
import { amountOf, toldFigures } from './figures.ts'
import { nearNames } from './near.ts'

/** 单位自己的口径：领导职务、单位全称、地名、项目、届次、数据，写在 hegao.facts.yaml 里，报告要与它一致。 */
export default defineRule({
  id: 'house-fact',
  severity: 'error',
  summary: {
    zh: '与本单位的口径不一致（领导职务、单位名称、届次、数据，见 hegao.facts.yaml）',
    en: 'The text disagrees with the facts of the house (leaders, bodies, sessions, figures in hegao.facts.yaml)',
  },
  source: { tier: '本规则', ref: '本单位写在 hegao.facts.yaml 里的口径' },
  options: {
    allow: { type: 'strings', default: [], zh: '不按口径核对的说法', en: 'words that are not compared' },
  },
  messages: {
    holder: {
      zh: '口径上{office}是{name}，这里写的是“{said}”',
      en: 'By the facts of the house the {office} is {name}; here it is “{said}”',
    },
    office: {
      zh: '口径上{name}的职务是{offices}，这里称“{said}”',
      en: 'By the facts of the house {name} is {offices}; here “{said}”',
    },
    name: {
      zh: '口径上的名称是“{name}”，这里写成“{said}”',
      en: 'By the facts of the house it is “{name}”; here “{said}”',
    },
    session: {
      zh: '口径上{body}{year}年召开的是第{term}届第{due}次会议，这里写的是第{said}次会议',
      en: 'By the facts of the house the {body} met in {year} for session {due} of term {term}; here session {said}',
    },
    figure: {
      zh: '口径上{year}年{indicator}是{due}，这里写的是{said}',
      en: 'By the figure sheet {indicator} of {year} is {due}; here {said}',
    },
  },
  check({ text, use, options, report }) {
    const facts = use(house)
    const isSpared = ({ start, end }: Span): boolean => isAllowed(text, options.allow, start, end)
    if (facts.leaders.length > 0) checkLeaders(facts)
    const known = [...facts.bodies.flatMap(({ name, short }) => [name, ...short]), ...facts.places, ...facts.projects]
    if (known.length > 0) checkNames(known)
    if (facts.sessions.length > 0) checkSessions(facts)
    if (facts.figures.length > 0) checkFigures(facts)

    function checkLeaders({ leaders }: HouseFacts): void {
      for (const one of use(names).people) {
        if (one.former || isSpared(one) || !isOurs(one, facts)) continue
        const leader = leaders.find(({ name }) => name === one.name)
        if (leader) {
          if (one.office === '' || [...leader.offices, ...leader.formerly].some((office) => fits(office, one))) continue
          report('office', one, { name: leader.name, offices: leader.offices.join('、'), said: one.office })
          continue
        }
        const holders = one.single ? leaders.filter(({ offices }) => offices.some((office) => isOffice(office, one))) : []
        const before = leaders.find(({ name, formerly }) => name === one.name && formerly.length > 0)
        const [holder] = holders
        if (holders.length !== 1 || !holder || before) {
          const near = leaders.find(({ name }) => isNearName(name, one.name))
          if (near && one.office === '') report('name', one, { name: near.name, said: one.name }, { severity: 'warning' })
          continue
        }
        report('holder', one, { office: one.office, name: holder.name, said: one.name })
      }
    }

    function checkNames(all: readonly string[]): void {
      for (const { name, said, start, end } of nearNames(text, all)) {
        const at = { start, end }
        if (isSpared(at)) continue
        const fix = { grade: 'suggested', edits: [{ ...at, text: name }] } as const
        report('name', at, { name, said }, { fix, severity: 'warning' })
      }
    }

    function checkSessions({ sessions }: HouseFacts): void {
      const own = use(documentYear)
      for (const time of use(times)) {
        if (time.kind !== 'session' || isSpared(time)) continue
        const ofBody = sessions.filter(
          ({ body, term }) => term === time.term && isSameOrgan(body, text.slice(Math.max(0, time.start - 12), time.end)),
        )
        if (ofBody.length === 0) continue
        const year = yearBefore(text, time.start) ?? (isHead(time.start) ? own?.value : undefined)
        const due = year === undefined ? undefined : ofBody.find((one) => one.year === year)
        if (!due || due.session === time.meeting) continue
        report('session', time, {
          body: due.body,
          year: due.year,
          term: toHan(due.term),
          due: toHan(due.session),
          said: toHan(time.meeting),
        })
      }
    }

    /** The title and what stands under it speak of this meeting. */
    function isHead(at: number): boolean {
      const line = use(structure).stretches.find(({ start, end }) => start <= at && at < end)
      return line?.role === 'title' || line?.role === 'dateline'
    }

    function checkFigures({ figures: rows }: HouseFacts): void {
      const { reviewed } = use(period)
      const quoted = use(quotations)
      for (const { row, figure, clause, at, start, end } of toldFigures(text, rows, use(quantities))) {
        if (figure.isApproximate || isInside(quoted, at.start) || isSpared({ start: at.start, end }) || notOfYear.test(clause))
          continue
        const year = lastYear(clause) ?? reviewed
        if (year !== row.year || outlookAt(use, at.start) === 'plan') continue
        const due = amountOf(row)
        if (due.unit !== '' && figure.unit !== '' && due.unit !== figure.unit && !(due.unit === '%' && figure.kind === 'percent'))
          continue
        if (Math.abs(figure.value - due.value) <= Math.max(figure.half, due.half) * 1.0000001) continue
        report(
          'figure',
          { start, end },
          { year, indicator: row.indicator, due: row.value + row.unit, said: text.slice(start, end) },
        )
      }
    }
  },
})

/** Growth, plans and other years in the clause: the figure is not the one of the sheet. */
const notOfYear = /上年|去年同期|目标|力争|预期|计划|左右|其中|人均|新增|同比|增加|减少|净增|每/

/** The last four-digit year of a clause. */
function lastYear(clause: string): number | undefined {
  const all = clause.match(/(?:19|20)[0-9]{2}(?=年)/g)
  return all ? Number(all[all.length - 1]) : undefined
}

/** The year told right before, in the same sentence: 2026年1月15日在…. */
function yearBefore(text: string, at: number): number | undefined {
  const before = text.slice(Math.max(0, at - 40), at)
  return lastYear(before.slice(Math.max(...['。', '；', '\n'].map((mark) => before.lastIndexOf(mark))) + 1))
}

/** 县第十七届人大 and 青河县人民代表大会 are one organ; the 全国 one is not. */
function isSameOrgan(body: string, around: string): boolean {
  if (/全国|中央|省|自治区/.test(around) && !/全国|省|自治区/.test(body)) return false
  const kinds: readonly RegExp[] = [
    /人大|人民代表大会/,
    /政协|政治协商/,
    /党代表大会|党代会|共产党.{0,12}代表大会/,
    /职工代表大会|职代会|教代会/,
  ]
  return kinds.some((kind) => kind.test(body) && kind.test(around))
}

/** Whether the office that a text tells is this one: 县长 of 县委副书记、县长. */
const isOffice = (office: string, { office: said }: PersonMention): boolean => office === said || office.endsWith(said)

/** An office of the sheet covers what is said: 书记 for 县委书记, but 副 where it says 副. */
function fits(office: string, { office: said }: PersonMention): boolean {
  return office.includes(said) && (said.includes('副') || !office.includes(`副${said}`))
}

/** Whether the mention can be of the own house: no other place stands before the office. */
function isOurs({ body }: PersonMention, { places, bodies }: HouseFacts): boolean {
  const place = /[\u4e00-\u9fff]{2,4}(?:省|市|县|区|镇|乡|局|厅|公司|学校|集团|医院|银行)/.exec(body)?.[0]
  if (!place) return !/[省市县区镇乡局厅]$/.test(body) || body.length < 2
  return [...places, ...bodies.flatMap(({ name, short }) => [name, ...short])].some(
    (own) => own.includes(place) || place.includes(own),
  )
}

/** Names of three characters that differ in one. */
function isNearName(name: string, said: string): boolean {
  if (name.length !== 3 || said.length !== 3 || name[0] !== said[0]) return false
  return (name[1] === said[1]) !== (name[2] === said[2])
}
