import { attachments, defineRule, ending, type Line, lines, type Span, structure, titled } from '../../../src/kit.ts'
import { otherAudiences, passedAlready } from './audience.ts'
import {
  asking,
  type ClosingClass,
  closings,
  foreign,
  foreignOpening,
  opening,
  openingLead,
  openingReach,
  usual,
} from './data.ts'

interface Closing extends Span {
  readonly class: ClosingClass
  readonly words: string
}

/** A 请示 shorter than this is a note. Characters. */
const shortest = 80
/** The opening is looked for in so many lines. */
const openingLines = 6

/** 请示问、报告报、通知办：标题说是哪种公文，结语和称呼就按哪种写。 */
export default defineRule({
  id: 'closing-mismatch',
  severity: 'warning',
  summary: {
    zh: '结语、称呼与文种不符（报告用“请批示”，通知里称“贵局”）',
    en: 'The closing or the address does not go with the kind of paper (a report that asks for approval)',
  },
  source: { tier: '条例', ref: '党政机关公文处理工作条例第八条、第十五条（报告中不得夹带请示事项）；结语为通例' },
  options: {
    allow: { type: 'strings', default: [], zh: '本单位允许的结语，如“特此函达”', en: 'closing words that this house allows' },
  },
  quotes: ['opening', 'honorific', 'familiar'],
  messages: {
    closing: {
      zh: '标题是“{kind}”，结语却是“{closing}”',
      en: 'The title says {kind}, and it closes with “{closing}”',
    },
    request: {
      zh: '报告中不得夹带请示事项，结语却是“{closing}”：要批复应改用请示',
      en: 'A report carries no request, and this closes with “{closing}”: ask in a 请示',
    },
    issued: {
      zh: '印发给下级的，不请批示，这里却是“{closing}”，如“{due}”',
      en: 'What is issued asks for no decision, and this says “{closing}”: say “{due}”',
    },
    asks: {
      zh: '标题是“请示”，结尾没有请示语（如“妥否，请批示”）',
      en: 'The title says 请示, and nothing is asked for at the end',
    },
    twice: { zh: '结语用了两个：前面已有“{other}”', en: 'There are two closings: “{other}” stands before' },
    opening: {
      zh: '标题是“{kind}”，这里却说“{word}如下”',
      en: 'The title says {kind}, and here it says “{word}如下”',
    },
    honorific: {
      zh: '“{kind}”是下行文，不称“{word}”，应称“{due}”',
      en: 'A {kind} goes down: say {due}, not {word}',
    },
    familiar: {
      zh: '“{kind}”是上行文，不称“{word}”',
      en: 'A {kind} goes up: it does not say {word}',
    },
    audience: {
      zh: '开头称“{own}”，这里成了“{said}”',
      en: 'The paper addresses {own}; here it is {said}',
    },
    passed: {
      zh: '“{body}”前面说已审议通过，后面又说还要提交审议，请核',
      en: '{body} has passed it, as this says, and is yet to. Please check',
    },
    salutation: { zh: '开头的称呼', en: 'the address at the beginning' },
    again: { zh: '还要提交', en: 'yet to be submitted' },
    title: { zh: '标题', en: 'the title' },
    other: { zh: '另一个结语', en: 'the other closing' },
  },
  check({ text, use, mayTell, report }) {
    const { paragraphs } = use(structure)
    for (const { at, ownAt } of otherAudiences(text, paragraphs)) {
      if (!mayTell(at)) continue
      const data = { own: text.slice(ownAt.start, ownAt.end), said: text.slice(at.start, at.end) }
      report('audience', at, data, { see: [{ id: 'salutation', at: ownAt, data: {} }] })
    }
    for (const { at, again } of passedAlready(text)) {
      const data = { body: text.slice(at.start, at.end) }
      if (mayTell(at)) report('passed', at, data, { see: [{ id: 'again', at: again, data: {} }] })
    }
    const title = use(titled)
    const first = use(lines).findIndex(({ start }) => start >= (title?.end ?? 0))
    const told: Span[] = []
    for (const line of use(lines).slice(Math.max(0, first), Math.max(0, first) + openingLines)) {
      const match = issued.exec(line.words)
      if (!match) continue
      const start = line.start + match.index + (match[1] as string).length
      const at = { start, end: line.start + match.index + match[0].length }
      const due = '请认真贯彻执行'
      told.push(at)
      report('issued', at, { closing: match[2] as string, due }, { fix: { grade: 'suggested', edits: [{ ...at, text: due }] } })
    }
    const kind = title?.kind
    if (!title || !kind) return
    const { name, direction } = kind
    const titleAt: Span = { start: title.start, end: title.end }
    const see = [{ id: 'title' as const, at: titleAt, data: {} }]
    const { lastLines } = use(ending)
    const closingsThere = lastLines.flatMap((line) => closingIn(line))
    for (const [index, closing] of closingsThere.entries()) {
      if (!mayTell(closing) || told.some(({ start }) => start >= closing.start && start < closing.end)) continue
      if ((foreign[name] ?? []).includes(closing.class)) {
        const due = usual[name]
        const fix = due ? { fix: { grade: 'suggested' as const, edits: [{ ...closing, text: due }] } } : {}
        report('closing', closing, { kind: name, closing: bare(closing.words) }, { see, ...fix })
        continue
      }
      if (name === '报告' && direction === 'none' && closing.class === 'request' && asksForDecision.test(closing.words)) {
        const isSure = closing.words.includes('请示')
        report('request', closing, { closing: bare(closing.words) }, { see, ...(!isSure && { severity: 'info' }) })
        continue
      }
      if (name === '报告' && direction === 'up' && closing.class === 'request') {
        report('request', closing, { closing: bare(closing.words) }, { see })
        continue
      }
      const before = closingsThere[index - 1]
      if (before?.class === closing.class) {
        report(
          'twice',
          closing,
          { other: bare(before.words) },
          { see: [{ id: 'other', at: before, data: {} }], severity: 'info' },
        )
      }
    }
    checkRequest()
    checkOpening()
    checkAddress()

    function checkRequest(): void {
      const last = lastLines[lastLines.length - 1]
      if (name !== '请示' || !last || closingsThere.length > 0 || last.end - titleAt.end < shortest) return
      if (lastLines.some(({ words }) => asking.test(words.slice(-60)))) return
      report('asks', { start: Math.max(last.start, last.end - 16), end: last.end }, {}, { see })
    }

    function checkOpening(): void {
      const words = foreignOpening[name]
      if (!words) return
      for (const line of use(lines)
        .filter(({ start }) => start >= titleAt.end)
        .slice(0, openingLines)) {
        const match = opening.exec(line.words)
        const word = match?.[1]
        if (!match || !word || !words.includes(word)) continue
        const before = line.words.slice(Math.max(0, match.index - openingReach), match.index)
        if (!openingLead.test(before.slice(Math.max(...['。', '；', '：'].map((mark) => before.lastIndexOf(mark))) + 1))) continue
        const end = line.start + match.index + match[0].length
        const at = { start: end - word.length - 2, end }
        report('opening', at, { kind: name, word }, { see })
        return
      }
    }

    function checkAddress(): void {
      if (direction !== 'up' && direction !== 'down') return
      const end = use(attachments).bodyEnd
      const words = direction === 'down' ? honorific : familiar
      for (const match of text.slice(titleAt.end, end).matchAll(words)) {
        const start = titleAt.end + match.index
        const at = { start, end: start + match[0].length }
        if (!mayTell(at, 'honorific')) continue
        if (direction === 'down') report('honorific', at, { kind: name, word: match[0], due: `你${match[0].slice(1)}` }, { see })
        else report('familiar', at, { kind: name, word: match[0] }, { see })
        return
      }
    }
  },
})

/** 现印发给你们，妥否，请批示: the words of a 请示 behind those of a notice. */
const issued =
  /(印发给你们[，,；;])((?:妥否|当否|可否|是否妥当)[，,]?\s?(?:恳?请|敬请)?(?:予以|予)?(?:批示|批复|审批|批准|审示|指示)?|(?:恳?请|敬请)(?:予以|予)?(?:批示|批复|审批|批准|审示))(?=[。；！]|$)/
/** What only one who stands above can give. */
const asksForDecision = /请示|批示|批复|示复|审批|批准/

const honorific = /(?<![云珍名高宝权显华富昂娇尊可])贵(?:单位|局|委|厅|部门|办|公司|院|校|会|中心)/g
const familiar = /(?<![帮迷“])你(?:局|委|厅|府|省|市|县|区|部|单位|办)(?![们我他])/g

const bare = (words: string): string => words.replace(/[。！]$/, '')

/** The closing formula at the end of a line, and the one before it in the same line. */
function closingIn(line: Line): Closing[] {
  const found: Closing[] = []
  let end = line.words.length
  for (let round = 0; round < 2; round++) {
    const from = Math.max(0, end - reach)
    const words = line.words.slice(from, end)
    const hit = firstOf(words)
    if (!hit) break
    const start = line.start + from + hit.index
    found.unshift({ class: hit.class, words: hit.words, start, end: line.start + end })
    end = from + hit.index
  }
  return found
}

/** How far back a formula reaches. Characters. */
const reach = 48

function firstOf(words: string): { class: ClosingClass; index: number; words: string } | undefined {
  for (const { class: of, pattern } of closings) {
    const match = pattern.exec(words)
    if (match) return { class: of, index: match.index, words: match[0] }
  }
  return undefined
}
