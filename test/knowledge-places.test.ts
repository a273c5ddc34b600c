/** The table of places is its own test: each lies where the table says, and is told where it is put under another province. */
import { describe, expect, it } from 'vitest'
import { findParents, wrongChild } from '../rules/world/place-mismatch/divisions.ts'
import { documentOf } from '../src/document.ts'
import { readAtOnce } from '../src/read/at-once.ts'
import type { Source } from '../src/source.ts'
import { divisions } from '../src/world/divisions.ts'

interface Place {
  readonly province: string
  readonly city: string
  readonly name: string
}

const places: readonly Place[] = divisions.flatMap((line) => {
  const [province = '', rest = ''] = line.split('=')
  return rest.split(';').flatMap((part) => {
    const [city = '', names = ''] = part.split(':')
    return names
      .split(',')
      .filter(Boolean)
      .map((name) => ({ province, city, name }))
  })
})

/** What is told of a text, if anything. */
const told = (text: string) =>
  findParents(documentOf(readAtOnce('a.txt', new TextEncoder().encode(text), {}) as Source, {}).use).flatMap(
    ({ phrase, end }) => wrongChild(text, phrase, end, text.length) ?? [],
  )

describe('places', () => {
  it('are there', () => {
    expect(places.length).toBeGreaterThan(3000)
    expect(places.filter(({ name }) => !/^[\u4e00-\u9fff]{2,16}$/.test(name))).toEqual([])
  })

  it('are right where they lie', () => {
    const wrong = places.filter(({ province, city, name }) => {
      const cities = /旧|直辖/.test(city) || city === province ? [province] : [province, city]
      return cities.some((parent) => told(`到${parent}${name}调研`).length > 0)
    })
    expect(wrong).toEqual([])
  })

  it('are told under a province where nothing has their name', () => {
    const untold = places.filter(({ province, city, name }) => {
      if (name.length < 3 || city === '旧' || /^(?:老城区|新城区|滨海新区|城中区|新市区|城关区)$|群岛|岛礁/.test(name))
        return false
      const other = divisions.find(
        (line) => !line.startsWith(province) && !line.includes(name) && !/^.{2}市/.test(line),
      ) as string
      const parent = other.slice(0, other.indexOf('='))
      return !told(`到${parent}${name}调研`).some(({ child, isFar }) => isFar && child === name)
    })
    expect(untold.map(({ name }) => name)).toEqual([])
  })
})
