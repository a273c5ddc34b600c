/** Sessions of a congress, a 政协, a party committee or the staff of a house: which one a report is given to, and which it fulfils. */
import type { SessionTime, Span } from '../../../src/kit.ts'

export type LocalOrgan = '人大' | '政协' | '全会' | '职代会' | '工代会' | '团代会'

export interface LocalSession {
  readonly session: SessionTime
  readonly organ: LocalOrgan
  /** 省 市 县 …; empty where the text does not say. */
  readonly unit: string
}

const units = '省市县区州盟旗镇乡'
/** How far before 届 the organ may be named. Characters. */
const reach = 14

/** A session of a place; undefined for what is national, a standing committee’s, or the party’s. */
export function localSession(text: string, session: SessionTime): LocalSession | undefined {
  const { body, start, number, end } = session
  const tail = text.slice(number.end, end)
  const assembly = assemblyOf(body + tail)
  if (assembly) return { session, organ: assembly, unit: '' }
  const committee = committeeOf(text, session, tail)
  if (committee) return { session, organ: '全会', unit: committee }
  if (!tail.endsWith('会议') || /常|全国|中央|党/.test(body)) return undefined
  const before = text.slice(Math.max(0, start - reach), start)
  if (/全国(?:人大|政协)?$/.test(before)) return undefined
  if (/人大$|人民代表大会$/.test(body)) return { session, organ: '人大', unit: unitAt(before) }
  if (/^政协/.test(body)) return { session, organ: '政协', unit: unitAt(before) }
  if (body === '' || body === '委员会') {
    if (before.endsWith('政协')) return { session, organ: '政协', unit: unitAt(before.slice(0, -2)) }
    if (before.endsWith('人大')) return { session, organ: '人大', unit: unitAt(before.slice(0, -2)) }
    if (/政协[\u4e00-\u9fff]{2,8}$/.test(before)) return { session, organ: '政协', unit: unitAt(before) }
  }
  return undefined
}

/** What the staff, the union or the league of a house call their assembly. */
function assemblyOf(words: string): LocalOrgan | undefined {
  if (/全国|常/.test(words)) return undefined
  if (/教职工代表大会|教代会|职工代表大会|职代会|次(?:教职工|职工)(?:代表)?大会/.test(words)) return '职代会'
  if (/工会会员|会员代表大会|工代会|次会员/.test(words)) return '工代会'
  return /团代会|共青团|青年团/.test(words) ? '团代会' : undefined
}

/** The level of a local party committee: 县 of 县委十四届七次全会; undefined for all others. */
function committeeOf(text: string, { start, body }: SessionTime, tail: string): string | undefined {
  if (!/^次全(?:会|体会议)/.test(tail)) return undefined
  const before = text.slice(Math.max(0, start - reach), start)
  if (body === '') return /([省市县区州盟旗])委$/.exec(before)?.[1]
  if (body !== '委员会' || /政协|纪律/.test(before)) return undefined
  return /([省市县区州盟旗])$/.exec(before)?.[1]
}

const unitAt = (before: string): string => {
  const last = before[before.length - 1] ?? ''
  return units.includes(last) ? last : ''
}

/** How far into a document its own session may stand. Characters. */
const opening = 400

/** The session the document was given to: in the title or the line under it, or 在…会议上 near its beginning. */
export function ownSession(text: string, all: readonly LocalSession[], heads: readonly Span[]): LocalSession | undefined {
  return all.find(({ session }) => {
    if (heads.some(({ start, end }) => start <= session.start && session.end <= end)) return true
    return session.end < opening && text[session.end] === '上'
  })
}

/** What behind a session says that its goals were to be reached by the one at hand. */
export const goalsBehind =
  /^(?:所)?(?:确定|明确|提出|部署|批准|下达|安排|审议通过|通过)(?:了)?的?[^，。；]{0,12}(?:目标|任务|工作|指标|计划|事项|实事|预算|决议)/
/** What delegates proposed at the last session is answered in the year reviewed. */
export const proposalsBehind =
  /^(?:期间|上)?[，]?(?:人大|政协|各位)?(?:代表|委员)?(?:所)?(?:提出|提交|交办|收到)?[^，。；]{0,10}(?:建议|议案|提案)/
/** The year since the last session. */
export const sinceBehind = /^(?:召开)?以来/
/** Decisions of the last session were carried out in the year reviewed. */
export const resolvedBehind = /^(?:所)?(?:作出|通过|形成)?的?(?:有关|各项|相关)?(?:的)?(?:决议|决定|审议意见|精神和决议)/
export const carriedOut = /(?:落实|执行|贯彻)[^，。；]{0,8}$/
/** 向县十七届人大四次会议报告: the session at hand and no other. */
export const reportedTo = /(?:向|提请)[^，。；]{0,8}$/
export const reportedBehind = /^(?:作|报告|汇报|审议|审查)/
