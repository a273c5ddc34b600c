import { describe, expect, it } from 'vitest'
import { createCounters, type NumberInstance, type NumberLevel, numberText } from '../src/read/numbering.ts'

describe('number formats', () => {
  const values = [
    1, 2, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110, 111, 119, 120, 200, 999, 1000, 1001, 1010, 1011, 1100, 1101, 9999,
  ]
  it.each([
    [
      'chineseCountingThousand',
      '一 二 九 十 十一 十九 二十 二十一 九十九 一百 一百〇一 一百一十 一百一十一 一百一十九 一百二十 二百 九百九十九 一千 一千〇一 一千〇一十 一千〇一十一 一千一百 一千一百〇一 九千九百九十九',
    ],
    [
      'chineseCounting',
      '一 二 九 十 十一 十九 二十 二十一 九十九 一○○ 一○一 一一○ 一一一 一一九 一二○ 二○○ 九九九 一○○○ 一○○一 一○一○ 一○一一 一一○○ 一一○一 九九九九',
    ],
    [
      'japaneseCounting',
      '一 二 九 十 十一 十九 二十 二十一 九十九 百 百一 百十 百十一 百十九 百二十 二百 九百九十九 千 千一 千十 千十一 千百 千百一 九千九百九十九',
    ],
    [
      'ideographDigital',
      '一 二 九 一〇 一一 一九 二〇 二一 九九 一〇〇 一〇一 一一〇 一一一 一一九 一二〇 二〇〇 九九九 一〇〇〇 一〇〇一 一〇一〇 一〇一一 一一〇〇 一一〇一 九九九九',
    ],
    [
      'taiwaneseCountingThousand',
      '一 二 九 十 十一 十九 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一 一百一十九 一百二十 二百 九百九十九 一千 一千零一 一千零一十 一千零一十一 一千一百 一千一百零一 九千九百九十九',
    ],
    [
      'chineseLegalSimplified',
      '壹 贰 玖 壹拾 壹拾壹 壹拾玖 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 壹佰壹拾玖 壹佰贰拾 贰佰 玖佰玖拾玖 壹仟 壹仟零壹 壹仟零壹拾 壹仟零壹拾壹 壹仟壹佰 壹仟壹佰零壹 玖仟玖佰玖拾玖',
    ],
    [
      'decimalFullWidth',
      '１ ２ ９ １０ １１ １９ ２０ ２１ ９９ １００ １０１ １１０ １１１ １１９ １２０ ２００ ９９９ １０００ １００１ １０１０ １０１１ １１００ １１０１ ９９９９',
    ],
    ['decimalZero', '01 02 09 10 11 19 20 21 99 100 101 110 111 119 120 200 999 1000 1001 1010 1011 1100 1101 9999'],
    ['upperRoman', 'I II IX X XI XIX XX XXI XCIX C CI CX CXI CXIX CXX CC CMXCIX M MI MX MXI MC MCI MMMMMMMMMCMXCIX'],
    ['an unknown one', '1 2 9 10 11 19 20 21 99 100 101 110 111 119 120 200 999 1000 1001 1010 1011 1100 1101 9999'],
  ])('%s', (format, expected) => {
    expect(values.map((value) => numberText(format, value)).join(' ')).toBe(expected)
  })

  it.each([
    ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
    ['ideographZodiac', [1, 12, 13], ['子', '亥', '13']],
    ['ideographZodiacTraditional', [1, 2, 60, 61], ['甲子', '乙丑', '癸亥', '61']],
    ['decimalEnclosedCircle', [1, 20, 21, 35, 36, 50, 51], ['①', '⑳', '㉑', '㉟', '㊱', '㊿', '51']],
    ['decimalEnclosedCircleChinese', [1, 10], ['①', '⑩']],
    ['decimalEnclosedParen', [1, 20, 21], ['⑴', '⒇', '21']],
    ['decimalEnclosedFullstop', [1, 20, 21], ['⒈', '⒛', '21']],
    ['ideographEnclosedCircle', [1, 10, 11], ['㈠', '㈩', '11']],
    ['lowerLetter', [1, 26, 27, 53], ['a', 'z', 'aa', 'aaa']],
    ['upperLetter', [1, 28], ['A', 'BB']],
    ['ordinal', [1, 2, 3, 11, 21], ['1st', '2nd', '3rd', '11th', '21st']],
    ['none', [7], ['']],
    ['chineseCountingThousand', [0, 10000, -3], ['0', '10000', '-3']],
    ['lowerLetter', [0, 32768], ['0', '32768']],
    ['__proto__', [3], ['3']],
  ] as const)('%s of %j', (format, values, expected) => {
    expect(values.map((value) => numberText(format, value))).toEqual(expected)
  })

  it('reads back every number that it writes', () => {
    const seen = new Set<string>()
    for (let value = 1; value < 10_000; value++) seen.add(numberText('chineseCountingThousand', value))
    expect(seen.size).toBe(9999)
    expect([...seen].some((text) => /〇$|〇〇|[十百千]{2}|^一十/.test(text))).toBe(false)
  })
})

const level = (format: string, text: string, more: Partial<NumberLevel> = {}): NumberLevel => ({
  format,
  text,
  start: 1,
  ...more,
})

/** Instance and level of one paragraph after another → their labels. */
function labels(
  levels: readonly NumberLevel[],
  instances: Readonly<Record<string, Omit<NumberInstance, 'list'>>>,
  paragraphs: readonly (readonly [string, number])[],
): (string | undefined)[] {
  const counters = createCounters(
    new Map([['list', { levels }]]),
    new Map(Object.entries(instances).map(([id, instance]) => [id, { list: 'list', ...instance }])),
  )
  return paragraphs.map(([id, at]) => counters.next(id, at))
}

describe('counters', () => {
  const outline = [level('chineseCountingThousand', '%1、'), level('chineseCountingThousand', '（%2）'), level('decimal', '%3.')]

  it('restart behind a level above', () => {
    expect(
      labels(outline, { a: {} }, [
        ['a', 0],
        ['a', 1],
        ['a', 2],
        ['a', 2],
        ['a', 1],
        ['a', 2],
        ['a', 0],
        ['a', 1],
      ]),
    ).toEqual(['一、', '（一）', '1.', '2.', '（二）', '1.', '二、', '（一）'])
  })

  it('go on where a level says that it never restarts', () => {
    const levels = [
      level('decimal', '第%1章'),
      level('decimal', '第%2条', { restart: 0 }),
      level('decimal', '%3', { restart: 1 }),
    ]
    expect(
      labels(levels, { a: {} }, [
        ['a', 0],
        ['a', 1],
        ['a', 2],
        ['a', 1],
        ['a', 2],
        ['a', 0],
        ['a', 1],
        ['a', 2],
      ]),
    ).toEqual(['第1章', '第1条', '1', '第2条', '2', '第2章', '第3条', '1'])
  })

  it('are those of the list, whatever instance counts; a start of its own is used once', () => {
    expect(
      labels(outline, { a: {}, b: {}, c: { starts: new Map([[0, 5]]) } }, [
        ['a', 0],
        ['b', 0],
        ['c', 0],
        ['c', 0],
        ['a', 0],
        ['c', 0],
      ]),
    ).toEqual(['一、', '二、', '五、', '六、', '七、', '八、'])
  })

  it('show where a level would start that was never used', () => {
    expect(
      labels([level('decimal', '%1.', { start: 3 }), level('decimal', '%1.%2')], { a: {} }, [
        ['a', 1],
        ['a', 0],
      ]),
    ).toEqual(['3.1', '3.'])
  })

  it('are Arabic in legal labels', () => {
    const levels = [level('chineseCountingThousand', '第%1章'), level('chineseCounting', '%1.%2', { isLegal: true })]
    expect(
      labels(levels, { a: {} }, [
        ['a', 0],
        ['a', 1],
      ]),
    ).toEqual(['第一章', '1.1'])
  })

  it('take the levels of an instance before those of the list', () => {
    const own = new Map([[0, level('decimal', '%1)', { width: 3 })]])
    expect(
      labels(outline, { a: {}, b: { levels: own } }, [
        ['a', 0],
        ['b', 0],
      ]),
    ).toEqual(['一、', '002)'])
  })

  it('have no label for bullets, for empty texts, for what is not defined', () => {
    const levels = [level('bullet', '●'), level('none', ''), level('none', '附件%2')]
    expect(
      labels(levels, { a: {} }, [
        ['a', 0],
        ['a', 1],
        ['a', 2],
        ['a', 3],
        ['a', -1],
        ['x', 0],
      ]),
    ).toEqual([undefined, undefined, '附件', undefined, undefined, undefined])
  })

  it('make no long labels, whatever the file says', () => {
    const levels = [level('lowerLetter', '%1'.repeat(1_000_000), { start: 32_000 })]
    expect(labels(levels, { a: {} }, [['a', 0]])[0]?.length).toBeLessThan(50_000)
  })
})
