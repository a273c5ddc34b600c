/** What the heads of usual papers say of themselves: what is sure is told, and nothing wrong. All invented. */
import { expect, it } from 'vitest'
import { parse } from '../src/index.ts'

interface Head {
  readonly what: string
  readonly text: string
  readonly meta: Readonly<Record<string, string | null>>
}

const body = '过去一年，各项工作都有新的进展，群众也比较满意。\n一、主要工作\n修好水渠三条，种下果树两千棵，办了两期夜校。'

const heads: readonly Head[] = [
  {
    what: 'a letterhead of three offices, who sign in two lines',
    text: `慈安县应急管理局\n慈安县消防救援大队\n慈安县教育局文件\n慈应急发〔2025〕9号\n关于开展校园消防检查的通知\n各学校：\n${body}\n慈安县应急管理局　　慈安县消防救援大队\n慈安县教育局\n2025年8月20日`,
    meta: {
      title: '关于开展校园消防检查的通知',
      documentNumber: '慈应急发〔2025〕9号',
      issuer: '慈安县应急管理局、慈安县消防救援大队、慈安县教育局',
      isoDate: '2025-08-20',
    },
  },
  {
    what: 'a letter: the office alone above its number',
    text: `慈安县人民政府\n慈政函〔2025〕6号\n慈安县人民政府\n关于商请支持修建渡桥的函\n市交通运输局：\n${body}\n慈安县人民政府\n2025年3月8日`,
    meta: { title: '慈安县人民政府关于商请支持修建渡桥的函', documentNumber: '慈政函〔2025〕6号', issuer: '慈安县人民政府' },
  },
  {
    what: 'a decree, whose number has no year',
    text: `慈安县人民政府令\n第12号\n${body}\n县长　林一帆\n2025年4月10日`,
    meta: { title: '慈安县人民政府令', documentNumber: '第12号', issuer: '慈安县人民政府', isoDate: '2025-04-10' },
  },
  {
    what: 'a public notice under its letterhead and number',
    text: `慈安县就业服务中心公告\n2026年第3号\n关于举办招聘会的公告\n${body}\n慈安县就业服务中心\n2026年2月19日`,
    meta: { title: '关于举办招聘会的公告', documentNumber: '2026年第3号', issuer: '慈安县就业服务中心' },
  },
  {
    what: 'a number in brackets below the title',
    text: `关于春季造林的通知\n（慈政发〔2026〕6号）\n各乡镇人民政府：\n${body}\n二〇二六年二月八日`,
    meta: {
      title: '关于春季造林的通知',
      documentNumber: '慈政发〔2026〕6号',
      issuer: null,
      subtitle: null,
      isoDate: '2026-02-08',
    },
  },
  {
    what: 'who speaks for an office',
    text: `在青年座谈会上的发言\n县税务局　陈浩\n各位领导、同志们：\n${body}`,
    meta: { title: '在青年座谈会上的发言', speaker: '陈浩', issuer: null, date: null },
  },
  {
    what: 'a title of two lines, who speaks for an office, and a month',
    text: `聚焦主责　强化担当\n推动审计工作再上新台阶\n县审计局　方志远\n（2026年3月）\n${body}`,
    meta: { title: '聚焦主责强化担当推动审计工作再上新台阶', speaker: '方志远', isoDate: '2026-03' },
  },
  {
    what: 'a place that begins like a name',
    text: `论坛开幕式上的演讲\n（2025年9月18日，海州）\n王建业\n女士们、先生们：\n${body}`,
    meta: { place: '海州', speaker: '王建业', isoDate: '2025-09-18' },
  },
  {
    what: 'how far a paper has come is no subtitle',
    text: `慈安县老旧小区改造方案\n（征求意见稿）\n${body}`,
    meta: { title: '慈安县老旧小区改造方案', subtitle: null, date: null, isoDate: null },
  },
  {
    what: 'a bulletin whose office stands below its number',
    text: `工 作 简 报\n（2025年第9期）\n慈安县农业农村局编印　2025年11月3日\n编者按：近来各乡镇办法很多，选登两则。\n河东乡办起夜校\n${body}`,
    meta: { title: '工作简报', issuer: '慈安县农业农村局', isoDate: '2025-11-03', speaker: null },
  },
]

it.each(heads)('$what', async ({ text, meta }) => {
  expect((await parse({ path: 'head.txt', bytes: Buffer.from(text) })).meta).toMatchObject(meta)
})
