import { defineRule, names, type Pairing, type PersonMention, pairing, type Span, type Use } from '../../../src/kit.ts'

/** A place of others may be named where one goes there, learns from them or borders on them. */
const visiting =
  /考察|深入|调研|走访|学习|借鉴|参观|交流|对口|帮扶|协作|合作|毗邻|相邻|交界|接壤|来自|赴|前往|友好|结对|联合|兄弟|周边|以.{0,4}为例|与/

/** A name that stands so often in the other text is at home there. */
const atHome = 2

/** A place by its own name: 马站镇, 清水街道; 县乡 and 乡村 are none, nor are the ones that every text has. */
const placeName = /^\p{Script=Han}{2,3}(?:县|区|市|镇|乡|街道|水库)$/u
const common =
  /^(?:各|全|本|该|我|两|多|新|老|社|城|园|景|山|辖|地|小|片|校|库|灾|灌|牧|林|矿|保护|开发|示范|高新|经开|工业|产业|核心|集聚|重点|试点|先行|所有|每个|部分|周边|相关|沿线|中心|重要|农村|乡|县|城|集)/

/** Before and behind it: so many characters say whether one visits. */
const around = 14

export default defineRule({
  id: 'name-left-over',
  severity: 'error',
  summary: { zh: '照搬的稿子里留下了别处的地名、去年的人名', en: 'A name of the text it was taken from was left in' },
  source: { tier: '本规则', ref: '对照稿自己的地名、人名，不应出现在新稿里' },
  options: {},
  messages: {
    owner: { zh: '“{name}”是对照稿的地方，这里没有改', en: '“{name}” is the place of the other text and was not changed here' },
    place: {
      zh: '“{name}”只出现在照搬的段落里，对照稿中有{count}处：别处的地名没有改',
      en: '“{name}” stands in copied passages only, {count} times in the other text: another place’s name was left in',
    },
    officer: {
      zh: '去年的稿子里{office}是{name}，今年的稿子里是{now}：这一处没有改，请核',
      en: 'In last year’s text {name} was {office}, in this one it is {now}: this place was not changed; please check',
    },
    old: { zh: '对照稿里', en: 'in the other text' },
    again: { zh: '这一处也没有改', en: 'not changed here either' },
    now: { zh: '今年的稿子这样写', en: 'so it stands in the new text' },
  },
  check({ text, use, report }) {
    const pair = use(pairing)
    if (!pair) return
    if (pair.body === 'same') {
      for (const { mention, now } of formerOfficers(use, pair)) {
        const { office, name, start, end } = mention
        const see = [{ id: 'now', at: { start: now.start, end: now.end }, data: {} } as const]
        report('officer', { start, end }, { office, name, now: now.name }, { severity: 'warning', see })
      }
      return
    }
    const owner = pair.old.owner.place
    if (owner !== undefined) {
      const [first, ...others] = placesOf(text, owner).filter((at) => !isVisited(text, at))
      const see = others.map((at) => ({ id: 'again', at, data: {} }) as const)
      if (first) report('owner', first, { name: owner }, { see })
    }
    for (const { name, at, count, old } of strangers(text, use, pair)) {
      if (name !== owner) report('place', at, { name, count }, { see: [{ id: 'old', at: old, data: {}, inOther: true }] })
    }
  },
})

function placesOf(text: string, name: string): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    found.push({ start: at, end: at + name.length })
  return found
}

const isVisited = (text: string, { start, end }: Span): boolean =>
  visiting.test(text.slice(Math.max(0, start - around), start)) || visiting.test(text.slice(end, end + around))

interface Stranger {
  readonly name: string
  readonly at: Span
  readonly old: Span
  readonly count: number
}

const isPlaceName = (name: string): boolean => placeName.test(name) && !common.test(name)

/** Places that stand in copied passages of the new text only, and are at home in the other one. */
function strangers(text: string, use: Use, { old, passages }: Pairing): Stranger[] {
  const here = use(names).named.filter(({ of, start, end }) => of === 'place' && isPlaceName(text.slice(start, end)))
  const found = new Map<string, Stranger>()
  const ours = new Set<string>()
  let at = 0
  for (const { start, end } of here) {
    while (at < passages.length && (passages[at]?.at.end ?? 0) < end) at++
    const name = text.slice(start, end)
    const passage = passages[at]
    if (!passage || start < passage.at.start) {
      ours.add(name)
      continue
    }
    if (found.has(name)) continue
    const places = placesOf(old.text, name)
    const [first] = places
    if (first && places.length >= atHome) found.set(name, { name, at: { start, end }, old: first, count: places.length })
  }
  // Two offices that went to one town both name it.
  const isSeen = (name: string): boolean => placesOf(text, name).some((place) => isVisited(text, place))
  return [...found.values()].filter(({ name }) => !ours.has(name) && !isSeen(name))
}

interface Officer {
  readonly mention: PersonMention
  readonly now: PersonMention
}

/** The body whose office it is, where the words before it name one. */
const bodyName = /\p{Script=Han}{1,6}(?:局|委|院|校|公司|政府|中心|县|市|区|镇|乡)$/u

const seatOf = ({ office, body }: PersonMention): string => `${bodyName.exec(body)?.[0] ?? ''} ${office}`

/** Mentions of who held a single office last year beside who holds it now. */
function formerOfficers(use: Use, { old }: Pairing): Officer[] {
  const before = new Map<string, Set<string>>()
  for (const person of old.use(names).people) {
    if (!person.single || person.former) continue
    before.set(seatOf(person), (before.get(seatOf(person)) ?? new Set()).add(person.name))
  }
  const here = use(names).people.filter(({ single, former }) => single && !former)
  return here.flatMap((mention) => {
    const was = before.get(seatOf(mention))
    if (was?.size !== 1 || !was.has(mention.name)) return []
    const now = here.find((other) => seatOf(other) === seatOf(mention) && other.name !== mention.name)
    return now ? [{ mention, now }] : []
  })
}
