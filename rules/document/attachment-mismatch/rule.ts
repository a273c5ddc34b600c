import { type Annex, type Announced, attachments, defineRule, type Span } from '../../../src/kit.ts'
import { closeness, likeness, plain } from './titles.ts'

const markBehind = /[。；;，,、.]/

/** 附件说明与文后的附件：件数、序号、名称都要对得上。 */
export default defineRule({
  id: 'attachment-mismatch',
  severity: 'warning',
  summary: {
    zh: '附件说明与文后附件对不上，附件名称后用了标点',
    en: 'The attachments announced are not those that follow; a mark stands behind the name of one',
  },
  source: { tier: '国标', ref: 'GB/T 9704—2012 7.3.4 附件说明、7.3.8 附件' },
  options: {
    allow: { type: 'strings', default: [], zh: '不核对的附件名称', en: 'names of attachments that are not compared' },
  },
  messages: {
    order: { zh: '附件序号不连续：此处应为“{due}”', en: 'The attachments are not numbered in order: this should be “{due}”' },
    missing: {
      zh: '附件说明列了附件{number}“{title}”，文后没有',
      en: 'Attachment {number}, “{title}”, is announced and does not follow',
    },
    extra: { zh: '文后有附件{number}，附件说明没有列出', en: 'Attachment {number} follows and is not announced' },
    title: {
      zh: '附件名称前后不一致：此处是“{here}”，文后附件是“{there}”',
      en: 'The attachment has two names: “{here}” here, “{there}” where it stands',
    },
    crossed: {
      zh: '附件次序前后不一致：附件说明中这是附件{number}，文后是附件{other}',
      en: 'The order differs: announced as attachment {number}, it follows as attachment {other}',
    },
    mark: { zh: '附件名称后不加标点符号', en: 'No punctuation mark behind the name of an attachment' },
    twice: { zh: '附件名称与附件{number}相同', en: 'It has the same name as attachment {number}' },
    announced: { zh: '附件说明', en: 'where they are announced' },
    there: { zh: '文后的附件', en: 'the attachment itself' },
  },
  check({ text, use, report }) {
    const { announced, annexes } = use(attachments)
    const [first] = announced
    if (!first) return
    for (const [index, one] of announced.entries()) {
      const due = index + 1
      if (one.number !== undefined && one.number !== due && announced.length > 1) {
        report('order', headSpan(one), { due })
        break
      }
    }
    for (const { titleAt } of announced) {
      const end = titleAt.end
      if (!markBehind.test(text[end - 1] ?? '')) continue
      report('mark', { start: end - 1, end }, {}, { fix: { grade: 'suggested', edits: [{ start: end - 1, end, text: '' }] } })
    }
    const seen = new Map<string, number>()
    for (const [index, { title, titleAt }] of announced.entries()) {
      const words = plain(title)
      const before = seen.get(words)
      if (before !== undefined && words.length > 2) report('twice', withoutMark(text, titleAt), { number: before })
      else seen.set(words, index + 1)
    }
    if (annexes.length === 0) return
    comparePresence(announced, annexes)
    compareTitles(announced, annexes)

    function comparePresence(list: readonly Announced[], there: readonly Annex[]): void {
      // 附件 alone above the only one, and numbers that were never written, can be matched with nothing.
      const numbers = there.map(({ number }) => number)
      if (numbers.includes(undefined)) return
      const last = there[there.length - 1] as Annex
      for (const [index, { number = index + 1, title, titleAt }] of list.entries()) {
        if (numbers.includes(number)) continue
        report('missing', titleAt, { number, title: plain(title) }, { see: [{ id: 'there', at: last, data: {} }] })
      }
      for (const annex of there) {
        const number = annex.number as number
        if (number <= list.length || list.some((one) => one.number === number)) continue
        report('extra', annex, { number }, { see: [{ id: 'announced', at: first as Announced, data: {} }] })
      }
    }

    function compareTitles(list: readonly Announced[], there: readonly Annex[]): void {
      for (const [index, one] of list.entries()) {
        const number = one.number ?? index + 1
        const same = there.find((annex) => (annex.number ?? (list.length === 1 && there.length === 1 ? 1 : undefined)) === number)
        if (!same || same.title === '') continue
        const here = plain(one.title)
        const other = plain(same.title)
        const how = likeness(here, other)
        if (how === 'same') continue
        const elsewhere = there.find(
          (annex) => annex !== same && annex.title !== '' && likeness(here, plain(annex.title)) === 'same',
        )
        const see = [{ id: 'there' as const, at: same.titleAt, data: {} }]
        if (elsewhere?.number !== undefined && closeness(here, other) < closeness(here, plain(elsewhere.title))) {
          report('crossed', one.titleAt, { number, other: elsewhere.number }, { see: [{ id: 'there', at: elsewhere, data: {} }] })
        } else if (how === 'near') {
          report('title', one.titleAt, { here, there: other }, { see })
        } else {
          report('title', one.titleAt, { here, there: other }, { see, severity: 'info' })
        }
      }
    }
  },
})

const withoutMark = (text: string, { start, end }: Span): Span => ({
  start,
  end: markBehind.test(text[end - 1] ?? '') ? end - 1 : end,
})

/** The ordinal of a line of the list. */
const headSpan = ({ start, titleAt, end }: Announced): Span => ({ start, end: titleAt.start > start ? titleAt.start : end })
