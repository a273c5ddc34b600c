import { defineRule, placesInProse } from '../../../src/kit.ts'

/** Scales with the highest level first. */
const scales: readonly (readonly string[])[] = [
  ['Ⅰ级', 'Ⅱ级', 'Ⅲ级', 'Ⅳ级'],
  ['I级', 'II级', 'III级', 'IV级'],
  ['一级', '二级', '三级', '四级'],
  ['红色', '橙色', '黄色', '蓝色'],
  ['特别重大', '重大', '较大', '一般'],
]

/** How far behind the direction its levels may stand. Characters. */
const reach = 40

/** 由低到高, 从重到轻: whether the highest comes first. */
const directions: readonly (readonly [words: string, isFalling: boolean])[] = [
  ['由高到低', true],
  ['从高到低', true],
  ['由重到轻', true],
  ['从重到轻', true],
  ['由低到高', false],
  ['从低到高', false],
  ['由轻到重', false],
  ['从轻到重', false],
]

export default defineRule({
  id: 'level-order',
  severity: 'warning',
  summary: {
    zh: '响应、预警分级的次序说反了（由低到高分为Ⅰ级、Ⅱ级、Ⅲ级、Ⅳ级）',
    en: 'The levels of a response or a warning are listed against the direction that is named',
  },
  source: {
    tier: '事实',
    ref: '突发事件应对法第六十三条：一级为最高级别，分别用红色、橙色、黄色和蓝色标示；国家突发公共事件总体应急预案',
  },
  options: {
    allow: { type: 'strings', default: [], zh: '另有规定的分级', en: 'scales that are otherwise in this house' },
  },
  messages: {
    reversed: {
      zh: '“{first}”是最高一级，这里按{order}的次序排列，与“{said}”不符',
      en: '“{first}” is the highest level: the list runs {order}, not “{said}”',
    },
  },
  check({ text, use, report }) {
    for (const [said, isFalling] of directions) {
      for (const { one, stretch } of placesInProse(text, use, said)) {
        const behind = text.slice(one.end, Math.min(stretch.end, one.end + reach)).split(/[。；！？\n]/)[0] as string
        for (const scale of scales) {
          const places = scale.map((level) => placeOf(behind, level))
          // A scale may be listed in part; two levels do not make one.
          const found = places.filter((place) => place >= 0)
          if (found.length < 3) continue
          const isListedFalling = isRising(found)
          if (!isListedFalling && !isRising([...found].reverse())) continue
          // 一般 … 一级 of school and standards are other scales: warnings and responses only.
          if (!ofEmergency.test(text.slice(Math.max(stretch.start, one.start - reach), one.start) + behind)) continue
          if (isListedFalling === isFalling) continue
          const order = isListedFalling ? '由高到低' : '由低到高'
          const edits = [{ start: one.start, end: one.end, text: order }]
          report('reversed', one, { first: scale[0] as string, order, said }, { fix: { grade: 'suggested', edits } })
          break
        }
      }
    }
  },
})

const ofEmergency = /响应|预警|应急|突发|事故|灾害|险情|警报/

/** Where a level stands as a word of its own: 重大 of 特别重大 and 一级 of 十一级 are none. */
function placeOf(words: string, level: string): number {
  for (let at = words.indexOf(level); at >= 0; at = words.indexOf(level, at + 1)) {
    if (!/[别十IV较]/.test(words[at - 1] ?? '')) return at
  }
  return -1
}

const isRising = (values: readonly number[]): boolean =>
  values.every((value, at) => at === 0 || value > (values[at - 1] as number))
