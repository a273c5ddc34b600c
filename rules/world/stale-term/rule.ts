import {
  defineRule,
  documentYear,
  isSure,
  outlookAt,
  period,
  phraseFinder,
  staleLaws,
  staleTraces,
  tablesAsOf,
} from '../../../src/kit.ts'

type Level = 'error' | 'warning' | 'info'

export default defineRule({
  id: 'stale-term',
  severity: 'error',
  summary: {
    zh: '材料所属年份已不再使用的提法、活动、机构和法规名称',
    en: 'Wording, campaigns, bodies and laws that had lapsed by the year of the document',
  },
  source: { tier: '事实', ref: `中央文件、公报、机构改革方案和法律附则，核至${tablesAsOf}` },
  ages: [
    {
      on: '2027-01-01',
      row: { zh: '年度主题和集中性学习教育', en: 'themes of the year and study campaigns' },
      why: { zh: '每年初核对上一年的主题、学习教育是否已结束', en: 'each January: has the campaign of the year before ended?' },
    },
    {
      on: '2027-01-01',
      row: { zh: '生态环境法典施行后废止的法律', en: 'laws repealed by the ecological code' },
      why: {
        zh: '2026年8月15日施行，废止十部法律，须逐部核对',
        en: 'in force since 2026-08-15, repeals ten laws, each to be checked',
      },
    },
  ],
  options: {
    extra: {
      type: 'strings',
      default: [],
      zh: '本单位已停用的提法，如“某某专班”',
      en: 'wording that this house no longer uses',
    },
    allow: {
      type: 'strings',
      default: [],
      zh: '本单位仍可使用的提法；所列词语中的一概不提示',
      en: 'wording that is still right in this house',
    },
  },
  messages: {
    lapsed: { zh: '“{words}”已过时：{why}', en: '“{words}” has lapsed: {why}' },
    replaced: { zh: '“{words}”已过时：{why}，现提“{now}”', en: '“{words}” has lapsed: {why}; the wording now is “{now}”' },
    ended: { zh: '{year}年不宜再说“{words}”：{why}', en: '“{words}” is late in {year}: {why}' },
    followed: { zh: '{year}年不宜再说“{words}”：{why}，可改为“{now}”', en: '“{words}” is late in {year}: {why}; say “{now}”' },
    renamed: {
      zh: '“{words}”现为“{now}”（{why}），叙述旧事可加“原”',
      en: '“{words}” is now {now} ({why}); of the past, write 原',
    },
    repealed: { zh: '{words}已废止，自{after}起为{now}', en: '{words} is repealed; {now} since {after}' },
    repealedMaybe: {
      zh: '{words}可能已废止，{after}起有{now}，请核',
      en: '{words} may be repealed; there is {now} since {after}. Please check',
    },
    house: { zh: '“{words}”是本单位已停用的提法', en: '“{words}” is no longer used in this house' },
  },
  check({ text, use, options, report }) {
    const own = use(documentYear)
    for (const at of options.extra.length > 0 ? phraseFinder(options.extra)(text) : []) {
      report('house', at, { words: text.slice(at.start, at.end) }, { severity: 'warning' })
    }
    if (!own) return
    // A year that was only read out of the running text may be a year narrated: no error rests on it.
    const level = (said: Level): { severity: Level } => ({ severity: said === 'error' && !isSure(own) ? 'warning' : said })
    const { reviewed } = use(period)
    for (const trace of use(staleTraces)) {
      const { row } = trace
      const year = outlookAt(use, trace.start) === 'review' ? (reviewed ?? own.value) : own.value
      if (row.level === 'trace') continue
      const words = bare(text.slice(trace.start, trace.end))
      const { why, now } = row
      const more = trace.isMild ? ({ severity: 'info' } as const) : level(row.level)
      if (row.kind === 'renamed') report('renamed', trace, { words, now, why }, more)
      else if (row.kind === 'ended' && now !== '') report('followed', trace, { words, year, why, now: bare(now) }, more)
      else if (row.kind === 'ended') report('ended', trace, { words, year, why }, more)
      else if (now !== '') report('replaced', trace, { words, why, now: bare(now) }, more)
      else report('lapsed', trace, { words, why }, more)
    }
    for (const named of use(staleLaws)) {
      const { after, now, verified } = named.law
      const words = text.slice(named.start, named.end)
      report(verified ? 'repealed' : 'repealedMaybe', named, { words, after, now }, level(named.law.level))
    }
  },
})

/** For quoting: without marks round the whole, and with inner marks inside (GB/T 15834—2011 4.8). */
const bare = (words: string): string =>
  (/^“[^“”]*”$/.test(words) ? words.slice(1, -1) : words).replaceAll('“', '‘').replaceAll('”', '’')
