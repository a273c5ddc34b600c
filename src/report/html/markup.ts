/** Pieces of HTML. Whatever comes from a file passes through `escaped`; nothing else may. */
import { attributes, xml } from '../xml.ts'

/** Text as character data: of HTML it is the same as of XML, and what is no character is as little wanted. */
export const escaped = xml

/** The same with its tabs, which the page shows as they are. */
export const escapedLine = (text: string): string => text.split('\t').map(xml).join('\t')

type Values = Readonly<Record<string, string | number | undefined>>

/** An element whose `content` is HTML already. */
export const element = (name: string, values: Values, content: string): string =>
  `<${name}${attributes(values)}>${content}</${name}>`
