/** What stands before and behind the number of an official document. */

/** Last characters of 机关代字 by which a document number is known for sure: 国发, 国函, 组通字, 国办发电, 法释, 黔府. */
export const surePrefixes = '发函字办通电规释府'

/** Numbers of certificates, cases, announcements and contracts, which have forms of their own: 京房权证字（2018）第12号. */
export const otherNumbers = /[证准许权案判裁告令卷]|合同|协议|编号|专利/

/** What 号 is the number of, where it is no document: （2018）5号楼. */
export const things = '楼线机井馆厂院门桥路店位库泊舱坑站口车船星卡房室岛矿港'
