/** Namespaces of Word documents → the prefix that we know them by; the strict ones of ISO/IEC 29500 are read as the others. */

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const word = 'http://schemas.microsoft.com/office/word'

export const namespaces: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  [w, 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  [`${word}/2010/wordml`, 'w14'],
  [`${word}/2012/wordml`, 'w15'],
  [`${word}/2015/wordml/symex`, 'w16se'],
])

/**
 * Extensions whose content we read, or that have no text of their own: where a file offers them (`mc:Choice`), they are taken.
 * Everything else is read as the file's own fallback.
 */
export const understood: ReadonlySet<string> = new Set([
  ...namespaces.keys(),
  `${word}/2010/wordprocessingShape`,
  `${word}/2010/wordprocessingGroup`,
  `${word}/2010/wordprocessingCanvas`,
  `${word}/2010/wordprocessingDrawing`,
  `${word}/2010/wordprocessingInk`,
  `${word}/2012/wordprocessingDrawing`,
  `${word}/2016/wordml/cid`,
  `${word}/2018/wordml`,
  `${word}/2018/wordml/cex`,
  'http://schemas.microsoft.com/office/drawing/2010/main',
  'http://schemas.microsoft.com/office/drawing/2014/chartex',
])
