/** The tables of OUT as `inject` wants them, and texts to read. */
import { readFileSync } from 'node:fs'
import type { Tables } from './inject.ts'

const longs = (file: string): Uint32Array => {
  const whole = readFileSync(file)
  const from = 10 + whole.readUInt16LE(8)
  return new Uint32Array(whole.buffer.slice(whole.byteOffset + from, whole.byteOffset + whole.length))
}

export function tablesOf(out: string): Tables {
  const { chars } = JSON.parse(readFileSync(`${out}/vocab.json`, 'utf8')) as { chars: string }
  const single = longs(`${out}/c1.npy`)
  const frequency = new Map([...chars].map((char, index) => [char, single[index + 3] as number]))
  const keys = longs(`${out}/k2.npy`)
  const counts = longs(`${out}/c2.npy`)
  const wordCounts = new Map<string, number>()
  for (let index = 0; index < counts.length; index++) {
    const key = keys[2 * index] as number
    const first = chars[(key >>> 13) - 3]
    const second = chars[(key & 8191) - 3]
    if (first && second && (counts[index] as number) >= 200) wordCounts.set(first + second, counts[index] as number)
  }
  const sounds = JSON.parse(readFileSync(`${out}/words.json`, 'utf8')) as Record<string, string>
  const bySound = new Map<string, string[]>()
  for (const [word, sound] of Object.entries(sounds)) {
    if (wordCounts.has(word)) bySound.set(sound, [...(bySound.get(sound) ?? []), word])
  }
  const alike = new Map<string, [string, number][]>()
  for (const group of bySound.values()) {
    for (const word of group) {
      const others = group.filter((other) => other !== word)
      if (others.length > 0)
        alike.set(
          word,
          others.map((other) => [other, wordCounts.get(other) as number]),
        )
    }
  }
  return { frequency, confuse: JSON.parse(readFileSync(`${out}/confuse.json`, 'utf8')), alike }
}

export interface Text {
  readonly name: string
  readonly text: string
}

export const textsOf = (file: string): Text[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { src, doc, text } = JSON.parse(line) as { src: string; doc: string | number; text: string }
      return { name: `${src}#${doc}`, text }
    })
