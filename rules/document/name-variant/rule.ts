import {
  defineRule,
  ending,
  isInside,
  lines,
  listedNames,
  type NameMention,
  names,
  ownPlaces,
  quotations,
  type Span,
  structure,
  titled,
  withoutBlanks,
  words,
} from '../../../src/kit.ts'
import { otherForms } from './forms.ts'
import { aliasSlips, attendees, type ListedVariant, listsTwice } from './listed.ts'
import { bureauVariants, committeeVariants, organVariants } from './organs.ts'
import { behindSlot, isShortOf, otherUnits, ownerIn, ownSlot } from './own.ts'
import { variantsAmong } from './pairs.ts'
import { personVariants } from './people.ts'
import { quotedVariants } from './quoted.ts'
import { stemVariants } from './stems.ts'
import { headsTwice, placesAlike, roadsAlike, sidedNames, townUnits, turnedNames } from './units.ts'

/** 同一个单位、项目、地方、人，前后只能叫一个名字；只差一个字的，多半是笔误。 */
export default defineRule({
  id: 'name-variant',
  severity: 'warning',
  summary: {
    zh: '同一个人、单位、地方、项目前后叫法差一个字（石鼓岭镇、石古岭镇）',
    en: 'One person, body, place or project under two names that differ in one character',
  },
  source: { tier: '本规则', ref: '同一人、单位、地方、项目的名称前后一致' },
  options: {
    allow: {
      type: 'strings',
      default: [],
      zh: '确有其名、不是笔误的名称，如“清山村”',
      en: 'names that are right though they look like others',
    },
  },
  quotes: ['organ'],
  messages: {
    name: {
      zh: '“{other}”与文中的“{name}”（{count}处）是否同一名称，请核',
      en: '“{other}”: is it the “{name}” of the text ({count} times)? Please check',
    },
    person: {
      zh: '“{other}”与文中的“{name}”是否同一人，请核',
      en: '“{other}”: is it the “{name}” of the text? Please check',
    },
    office: {
      zh: '{office}的姓名前后不一：此处是“{other}”，别处是“{name}”',
      en: 'The {office} has two names: “{other}” here, “{name}” elsewhere',
    },
    organ: {
      zh: '同一机构两种名称：此处是“{other}”，别处是“{name}”',
      en: 'One organ under two names: “{other}” here, “{name}” elsewhere',
    },
    own: {
      zh: '本单位是“{own}”，这里成了“{other}”',
      en: 'The paper is of “{own}”, here it says “{other}”',
    },
    twice: {
      zh: '同一组里“{name}”说了两次，请核',
      en: '“{name}” heads two members of one list; please check',
    },
    signature: {
      zh: '标题是“{own}”，落款是“{other}”',
      en: 'The title says “{own}”, and “{other}” signs',
    },
    first: { zh: '文中的“{name}”', en: '“{name}” of the text' },
  },
  check({ text, use, report }) {
    const { named, people, quoted, aliases } = use(names)
    const inQuotes = use(quotations)
    const isQuoted = ({ start }: Span): boolean => isInside(inQuotes, start)
    const title = use(titled)
    const owner = title && (ownerIn(title.words) ?? ownerIn(title.subtitle.replace(/^[—-]*在?/, '')))

    const told: Span[] = []
    const isTold = (at: Span): boolean => told.some(({ start, end }) => start < at.end && at.start < end)
    for (const { name, nameAt, count, other, otherAt, isSure } of variantsAmong(text, named, placesIn(text, named), use(words))) {
      if (isQuoted(otherAt)) continue
      told.push(otherAt)
      const see = [{ id: 'first' as const, at: nameAt, data: { name } }]
      report('name', otherAt, { name, other, count }, { see, ...(!isSure && { severity: 'info' }) })
    }
    for (const { name, at, first } of headsTwice(use(lines))) {
      report('twice', at, { name }, { see: [{ id: 'first', at: first, data: { name } }] })
    }
    for (const { name, nameAt, count, other, otherAt, isSure } of quotedVariants(text, quoted)) {
      const see = [{ id: 'first' as const, at: nameAt, data: { name } }]
      report('name', otherAt, { name, other, count }, { see, ...(!isSure && { severity: 'info' }) })
    }
    for (const { name, nameAt, other, otherAt, office, isSure } of personVariants(text, people)) {
      const see = [{ id: 'first' as const, at: nameAt, data: { name } }]
      told.push(otherAt)
      const more = { see, ...(!isSure && { severity: 'info' as const }) }
      if (office !== '') report('office', otherAt, { office, name, other }, more)
      else report('person', otherAt, { name, other }, more)
    }
    for (const { name, nameAt, other, otherAt } of organVariants(text)) {
      told.push(otherAt)
      report('organ', otherAt, { name, other }, { see: [{ id: 'first', at: nameAt, data: { name } }] })
    }
    for (const { name, nameAt, count, other, otherAt } of [...bureauVariants(text), ...committeeVariants(text)]) {
      if (isTold(otherAt)) continue
      told.push(otherAt)
      const see = [{ id: 'first' as const, at: nameAt, data: { name } }]
      report('organ', otherAt, { name, other }, { see, ...(count < 3 && { severity: 'info' }) })
    }
    for (const { name, nameAt, count, other, otherAt, isSure } of otherForms(text, named)) {
      if (isQuoted(otherAt)) continue
      told.push(otherAt)
      const see = [{ id: 'first' as const, at: nameAt, data: { name } }]
      report('name', otherAt, { name, other, count }, { see, ...(!isSure && { severity: 'info' }) })
    }
    if (title && owner) checkOwn(title, owner)
    tellStems()
    tellUnits()
    for (const one of [...listsTwice(text, use(structure).stretches, named, quoted), ...aliasSlips(text, aliases)])
      tellListed(one, 'name')
    for (const one of attendees(use(lines), people)) tellListed(one, 'person')

    function tellListed({ name, nameAt, count, other, otherAt, isSure }: ListedVariant, id: 'name' | 'person'): void {
      if (isTold(otherAt)) return
      told.push(otherAt)
      const see = [{ id: 'first' as const, at: nameAt, data: { name } }]
      const more = { see, ...(!isSure && { severity: 'info' as const }) }
      if (id === 'person') report(id, otherAt, { name, other }, more)
      else report(id, otherAt, { name, other, count }, more)
    }

    function tellStems(): void {
      for (const { name, nameAt, count, other, otherAt, isSure } of stemVariants(text, {
        named,
        people,
        listed: use(listedNames),
        stretches: use(structure).stretches,
        own: use(ownPlaces).map(({ start, name }) => ({ start, end: start + name.length })),
        words: use(words),
      })) {
        if (isTold(otherAt)) continue
        told.push(otherAt)
        const see = [{ id: 'first' as const, at: nameAt, data: { name } }]
        report('name', otherAt, { name, other, count }, { see, ...(!isSure && { severity: 'info' }) })
      }
    }

    function tellUnits(): void {
      for (const { name, nameAt, count, other, otherAt, isSure } of [
        ...townUnits(text, named),
        ...sidedNames(text, named),
        ...turnedNames(text, named),
        ...placesAlike(text, named, use(words)),
        ...roadsAlike(text),
      ]) {
        if (isTold(otherAt)) continue
        told.push(otherAt)
        const see = [{ id: 'first' as const, at: nameAt, data: { name } }]
        report('name', otherAt, { name, other, count }, { see, ...(!isSure && { severity: 'info' }) })
      }
    }

    function checkOwn(titleAt: Span, own: string): void {
      const see = [{ id: 'first' as const, at: { start: titleAt.start, end: titleAt.end }, data: { name: own } }]
      const start = own.slice(0, 2)
      for (const one of named) {
        if (one.of !== 'organisation') continue
        const within = text.slice(one.start, one.end).lastIndexOf(start)
        if (within < 0) continue
        const at = one.start + within
        const words = text.slice(at, one.end)
        if (isShortOf(words, own) || words.length < 5 || !ownSlot.test(text.slice(Math.max(0, at - 4), at))) continue
        if (!behindSlot.test(text.slice(one.end, one.end + 3))) continue
        report('own', { start: at, end: one.end }, { own, other: words }, { see })
      }
      for (const { at, other } of otherUnits(text, own)) {
        told.push(at)
        report('own', at, { own, other }, { see, ...(!/[镇乡]$/.test(other) && { severity: 'info' }) })
      }
      const { signature } = use(ending)
      if (!signature) return
      const signer = withoutBlanks(text.slice(signature.start, signature.end))
      if (isOtherHouse(own, signer)) report('signature', signature, { own, other: signer }, { see })
      else if (isCutShort(text, own, signer)) report('signature', signature, { own, other: signer }, { see, severity: 'info' })
    }
  },
})

/** The proper names of the places that a text names: 平川 of 平川市. */
function placesIn(text: string, named: readonly NameMention[]): string[] {
  const found = new Set<string>()
  for (const { of, start, end, ending } of named) {
    const name = text.slice(start, end - ending.length)
    if (of === 'place' && /^[省市县区镇州乡旗]$/.test(ending) && name.length > 1 && name.length < 4)
      found.add(name).add(name + ending)
  }
  return [...found].slice(0, mostPlaces)
}

const mostPlaces = 200

/** The signature has a short form that the text has nowhere else, where the whole name stands again and again. */
function isCutShort(text: string, own: string, signer: string): boolean {
  if (signer.length < 5 || text.split(signer).length > 2) return false
  for (
    let from = own.lastIndexOf(signer[0] as string);
    from >= 0;
    from = from > 0 ? own.lastIndexOf(signer[0] as string, from - 1) : -1
  ) {
    const full = own.slice(from)
    if (isShortOf(signer, full)) return full !== signer && text.split(full).length > 2
  }
  return false
}

/** The signer is a body of the same kind, and not the one the title names. */
function isOtherHouse(own: string, signer: string): boolean {
  const kind = /(?:局|委员会|委|厅|公司|集团|学校|中学|小学|学院|大学|医院|银行|镇|乡|街道)/
  const bare = (name: string): string => name.replace(/^中共|人民政府|党委|党组|办公室|委员会$/g, '')
  const a = bare(own)
  const b = bare(signer)
  if (b.length < 3 || a.length < 3 || !kind.test(b) || /[、，和]|　/.test(signer)) return false
  if (isShortOf(a, b) || isShortOf(b, a)) return false
  return a.slice(-1) === b.slice(-1) || a.slice(0, 2) === b.slice(0, 2)
}
