/** Word packages as small as they can be, made of the XML of their body. */
import { crc32 } from 'node:zlib'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A zip whose entries are stored as they are. */
function zipOf(entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const parts: Buffer[] = []
  const records: Buffer[] = []
  let at = 0
  for (const [path, content] of Object.entries(entries)) {
    const name = Buffer.from(path, 'utf8')
    const data = Buffer.from(content)
    // Version, flags, method, time, date, CRC, sizes, length of the name.
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x21, 8)
    facts.writeUInt32LE(crc32(data), 10)
    facts.writeUInt32LE(data.length, 14)
    facts.writeUInt32LE(data.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    records.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, name]))
    parts.push(header, data)
    at += header.length + data.length
  }
  const directory = Buffer.concat(records)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(records.length, 8)
  end.writeUInt16LE(records.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, directory, end])
}

/** A Word document whose `w:body` holds `body`; `more` are further entries. */
export function docxOf(body: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  return zipOf({
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/></Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${DECLARATION}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    ...more,
  })
}

export const paragraph = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
