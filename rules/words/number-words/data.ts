/** Words before a figure that say what is said again behind it. */

export const approximating = [
  { word: '大约', behind: ['左右', '上下'], id: 'twice' },
  { word: '约', behind: ['左右', '上下', '余', '多'], id: 'twice' },
  { word: '将近', behind: ['左右', '上下', '余', '多', '以上'], id: 'twice' },
  { word: '近', behind: ['左右', '上下', '余', '多'], id: 'twice' },
  { word: '接近', behind: ['左右', '上下', '余', '多'], id: 'twice' },
  { word: '至少', behind: ['以上', '左右', '余', '多'], id: 'bounds' },
  { word: '最多', behind: ['以下', '左右', '余', '多'], id: 'bounds' },
  { word: '超过', behind: ['以上', '余', '多', '左右'], id: 'bounds' },
  { word: '突破', behind: ['以上', '左右'], id: 'bounds' },
  { word: '逾', behind: ['以上', '余', '多', '左右'], id: 'bounds' },
] as const satisfies readonly { readonly word: string; readonly behind: readonly string[]; readonly id: 'twice' | 'bounds' }[]

/** Characters that make another word with it: 节约30万元左右, 附近3公里左右, 最近10天左右. */
export const wordsWithYue: Readonly<Record<string, string>> = {
  约: '节合预公契签违履条制大隐简集相邀',
  近: '附最将接邻临靠亲贴远新逼相',
  接近: '',
  逾: '',
}

/** What is counted behind 十6. */
export const numeralMeasures = '个件项次户人名位家处条所批起场期套台辆间座份篇届级类种吨亩天年月日元度部门组队站点块片'
