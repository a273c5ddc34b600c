/** Page numbers, which documents keep in headers and footers and PDFs on the page: no text of a report. */

/** What a page number and its ornaments are made of: — 1 —, 第1页共5页, iv. */
const ornaments = /^[\s\d—–―\-·•./第页共頁IVXivx]{0,40}$/

/** Whether a header, a footer or a line at the edge of a page is a page number and nothing else. */
export const isPageNumber = (text: string): boolean => ornaments.test(text)
