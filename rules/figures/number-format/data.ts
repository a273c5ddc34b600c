/** Approximate counts and what looks like them: GB/T 15835—2011 4.2, GB/T 15834—2011 4.5.3.4. */

/** What may stand behind two neighbouring numerals of an approximate count: 八九百人, 三五天. */
export const counted = '十百千万亿个名天人次条件种座家户里斤亩吨元米'

/** Words that make an abbreviation of the two numerals: 二、三产业 is not here since 产 is no measure; 一、二次 after 第 is. */
export const ordinalSigns = '第初周星期'

/** The standard has said so since 1995. */
export const inForceSince = 1996
