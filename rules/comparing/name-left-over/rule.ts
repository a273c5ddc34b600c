import { defineRule, pairing } from '../../../src/kit.ts'
import { formerOfficers, peopleOf, stillInOffice } from './people.ts'
import { atHome, isVisited, ownerNames, ownPlaces, prefixesOf, stemsOf, strangers, superiorsOf } from './places.ts'
import { renamed } from './renamed.ts'

export default defineRule({
  id: 'name-left-over',
  severity: 'error',
  yields: ['name-variant', 'place-mismatch', 'official-title'],
  summary: { zh: '照搬的稿子里留下了别处的地名、去年的人名', en: 'A name of the text it was taken from was left in' },
  source: { tier: '本规则', ref: '对照稿自己的地名、人名，不应出现在新稿里' },
  options: {},
  messages: {
    owner: { zh: '“{name}”是对照稿的，这里没有改', en: '“{name}” is of the other text and was not changed here' },
    place: {
      zh: '“{name}”只出现在照搬的段落里，对照稿中有{count}处：别处的地名没有改',
      en: '“{name}” stands in copied passages only, {count} times in the other text: another place’s name was left in',
    },
    stem: {
      zh: '“{name}”是对照稿里的地名，只出现在照搬的句子里，请核',
      en: '“{name}” is a place of the other text and stands in copied sentences only; please check',
    },
    superior: {
      zh: '对照稿里的上级是“{name}”，本单位是否也属{name}？请核',
      en: '“{name}” is above the other text’s office; is it above this one too? Please check',
    },
    person: {
      zh: '“{name}”是对照稿里的人，只出现在照搬的句子里，请核',
      en: '“{name}” is a person of the other text and stands in copied sentences only; please check',
    },
    officer: {
      zh: '去年的稿子里{office}是{name}，今年的稿子里是{now}：这一处没有改，请核',
      en: 'In last year’s text {name} was {office}, in this one it is {now}: this place was not changed; please check',
    },
    officers: {
      zh: '去年的稿子里{office}也是{name}，这样的共有{count}位，请逐位确认是否还任此职',
      en: 'In last year’s text {name} was {office} too; there are {count} such: please confirm that each still is',
    },
    still: {
      zh: '去年的稿子里{office}也是{name}，请确认是否还任此职',
      en: 'In last year’s text {name} was {office} too; please confirm',
    },
    too: { zh: '{office}也还是{name}', en: '{office} is still {name}' },
    renamed: {
      zh: '“{name}”是去年的叫法，别处已改成“{now}”，这一处没有改，请核',
      en: '“{name}” is last year’s name; elsewhere it was changed to “{now}”, but not here; please check',
    },
    old: { zh: '对照稿里', en: 'in the other text' },
    again: { zh: '这一处也没有改', en: 'not changed here either' },
    now: { zh: '今年的稿子这样写', en: 'so it stands in the new text' },
  },
  check({ text, use, report }) {
    const pair = use(pairing)
    if (!pair) return
    if (pair.body === 'same') {
      const former = formerOfficers(text, use, pair)
      for (const { at, office, name, now } of former)
        report('officer', at, { office, name, now: now.name }, { severity: 'warning', see: [{ id: 'now', at: now, data: {} }] })
      const [first, ...others] = stillInOffice(use, pair, former)
      const see = others.map(({ at, office, name }) => ({ id: 'too', at, data: { office, name } }) as const)
      if (first && others.length === 0)
        report('still', first.at, { office: first.office, name: first.name }, { severity: 'info' })
      else if (first) {
        const data = { office: first.office, name: first.name, count: others.length + 1 }
        report('officers', first.at, data, { severity: 'info', see })
      }
      for (const { name, now, places, see, isSure } of renamed(text, use, pair))
        for (const at of places)
          report('renamed', at, { name, now }, { severity: isSure ? 'warning' : 'info', see: [{ id: 'now', at: see, data: {} }] })
      return
    }
    for (const { name, isShort } of ownerNames(pair)) {
      const [first, ...others] = ownPlaces(text, name, isShort).filter((at) => !isVisited(text, at))
      const see = others.map((at) => ({ id: 'again', at, data: {} }) as const)
      if (first) report('owner', first, { name }, { see, ...(isShort && { severity: 'warning' }) })
    }
    const owners = ownerNames(pair).map(({ name }) => name)
    for (const { name, at, count, old, isName } of strangers(text, use, pair)) {
      if (owners.some((owner) => owner.includes(name))) continue
      const see = [{ id: 'old', at: old, data: {}, inOther: true }] as const
      report('place', at, { name, count }, { see, ...(!(isName && count >= atHome) && { severity: 'warning' }) })
    }
    for (const { name, at, old } of stemsOf(text, use, pair))
      report('stem', at, { name }, { severity: 'warning', see: [{ id: 'old', at: old, data: {}, inOther: true }] })
    for (const { name, at, old } of superiorsOf(text, pair))
      report('superior', at, { name }, { severity: 'info', see: [{ id: 'old', at: old, data: {}, inOther: true }] })
    for (const { name, at, old } of prefixesOf(pair))
      report('owner', at, { name }, { severity: 'warning', see: [{ id: 'old', at: old, data: {}, inOther: true }] })
    for (const { name, at, old } of peopleOf(text, pair))
      report('person', at, { name }, { severity: 'warning', see: [{ id: 'old', at: old, data: {}, inOther: true }] })
  },
})
