/** Behind 、等, what makes 等 the beginning of another word: 、等级评定, 、等额选举. */
export const behindDeng = '级次价额量同式距高比外待第身离差到着效厚温一'
