/** Words by which a report speaks of its own place, and what looks like them. */

/** Places and offices a report can be of. Equal ranks are alternatives: who is a 区 is no 县. Smaller stands higher. */
export interface Scope {
  readonly unit: string
  readonly rank: number
  /** The word goes on, and is another one: 全区域, 我委托. */
  readonly goesOn: string
}

/** Provinces and the whole country stand above every report that could be copied; naming them is quoting upward. */
export const places: readonly Scope[] = [
  { unit: '市', rank: 2, goesOn: '场值政民井域面委' },
  { unit: '州', rank: 2, goesOn: '县' },
  { unit: '盟', rank: 2, goesOn: '员友约' },
  { unit: '县', rank: 3, goesOn: '城域' },
  { unit: '区', rank: 3, goesOn: '域间块分别划位段' },
  { unit: '旗', rank: 3, goesOn: '舰帜' },
  { unit: '镇', rank: 4, goesOn: '区域' },
  { unit: '乡', rank: 4, goesOn: '镇村土愁亲' },
  { unit: '街道', rank: 4, goesOn: '' },
]

/** Offices that say 我. */
export const offices: readonly Scope[] = [
  { unit: '局', rank: 9, goesOn: '面部' },
  { unit: '院', rank: 9, goesOn: '士' },
  { unit: '校', rank: 9, goesOn: '友' },
  { unit: '委', rank: 9, goesOn: '托员派' },
  { unit: '厅', rank: 9, goesOn: '' },
  { unit: '公司', rank: 9, goesOn: '' },
]

/** The character before belongs to another word: 健全县乡, 安全区, 自我区分. */
export const joinsBefore = '健安齐完保周顾双成两俱万十自忘敌无小大'

/** How the whole place speaks of itself; of a lower place only this is a trace. */
export const selfBehind = /^(?:上下|各级|人民|广大|干部|各族|党员|经济社会|工作)/

/** A rank, an honour, a meeting: the report quotes, it does not speak of itself. */
export const quotingBehind =
  /^(?:第?[一二三四五六七八九十\d]{1,3}(?:名|位)?[，。；、]|首[个批家例位]|唯一|前列|前茅|先进|优秀|示范|百强|文明|平均|试点|率先|领先|最|之首|排名|.{0,14}(?:会议|大会|推进会|动员会|现场会|精神))/
export const quotingBefore =
  /(?:贯彻|落实|传达|学习|根据|按照|参加|出席|位居|位列|居|排名|列|进入|占|高于|低于|好于|快于|入选|获评?|荣获|被评为|在|走在|个|县|市|区|省|国)$/
