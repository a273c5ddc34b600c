import { asRead, defineRule, isInside, structure } from '../../../src/kit.ts'

/**
 * U+FFFD stands where bytes could not be read, now or by whoever saved the file before. C0 and C1 are no text (tab, line ends
 * and page breaks aside). U+E000–F8FF is private use: each machine shows another sign, or none.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const damaged = /\ufffd{1,200}|[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]{1,200}|[\ue000-\uf8ff]{1,200}/g

export default defineRule({
  id: 'damaged-text',
  severity: 'error',
  summary: {
    zh: '文字有损坏：读不出的字节、控制字符、造字区的字、部首字形',
    en: 'Damaged text: unreadable bytes, control characters, private-use characters, radicals for characters',
  },
  source: { tier: '本规则', ref: 'Unicode：U+FFFD 替换字符、C0/C1 控制字符、U+E000—F8FF 专用区' },
  options: {},
  messages: {
    lost: { zh: '此处有损坏的字，读不出来', en: 'Damaged characters that cannot be read' },
    control: {
      zh: '此处夹有看不见的控制字符（{codes}），删去',
      en: 'An invisible control character stands here ({codes}); delete it',
    },
    radical: {
      zh: '部首字形“{written}”混在字里，看着像“{meant}”，其实是另外的字，搜不到、也查不出；全文{count}处，多从 PDF 复制而来',
      en: 'Radicals ({written}) stand for characters ({meant}): they look alike and are not found by a search; {count} in all, copied from a PDF',
    },
    escape: {
      zh: '转义符号“{written}”没有还原成字符，全文{count}处',
      en: 'Escapes ({written}) that were not turned into characters; {count} in all',
    },
    private: {
      zh: '此处是造字区的字（{codes}），换一台电脑就显示不出来，宜改用通用字',
      en: 'A private-use character ({codes}): other machines cannot show it',
    },
  },
  check({ text, use, report }) {
    const { misread } = use(asRead)
    const { noise } = use(structure)
    for (const kind of ['radical', 'escape'] as const) {
      // What is told of noise is told to nobody: the first one that somebody reads stands for all.
      const all = misread.filter((one) => one.kind === kind)
      const first = all.find(({ start }) => !isInside(noise, start)) ?? all[0]
      if (!first) continue
      const written = [...new Set(all.map((one) => one.written))].slice(0, 3).join('、')
      const meant = [...new Set(all.map(({ start, end }) => text.slice(start, end)))].slice(0, 3).join('、')
      const edits = all.map(({ start, end }) => ({
        start,
        end,
        text: text
          .slice(start, end)
          .replace(/[\u00a0\u2002]/g, ' ')
          .trim(),
      }))
      const more = { actual: first.written, severity: 'warning', fix: { grade: 'suggested', edits } } as const
      if (kind === 'radical') report('radical', first, { written, meant, count: all.length }, more)
      else report('escape', first, { written, count: all.length }, more)
    }
    for (const { 0: run, index } of text.matchAll(damaged)) {
      const span = { start: index, end: index + run.length }
      const code = run.charCodeAt(0)
      if (code === 0xfffd) report('lost', span, {})
      else if (code >= 0xe000) report('private', span, { codes: codesOf(run) }, { severity: 'warning' })
      else
        report(
          'control',
          span,
          { codes: codesOf(run) },
          { severity: 'warning', fix: { grade: 'suggested', edits: [{ ...span, text: '' }] } },
        )
    }
  },
})

/** The first few code points, as people look them up. */
const codesOf = (run: string): string =>
  [...run.slice(0, 3)].map((character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`).join('、')
