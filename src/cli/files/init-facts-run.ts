/** The work of `init --facts`: the facts of the house as last year’s report tells them, for a person to correct. */
import { existsSync, writeFileSync } from 'node:fs'
import { failure, HegaoError } from '../../errors.ts'
import { type HouseDraft, houseDraft } from '../../facts/house-draft.ts'
import { checkBytes } from '../../hegao.ts'
import { fill } from '../../wording.ts'
import { gateTexts } from '../gate/gate-texts.ts'
import { note } from '../output.ts'
import type { Session } from '../session.ts'
import { systemReason } from '../texts.ts'
import { houseNames } from './folders.ts'
import { bytesOf } from './preparation.ts'

const path = 'hegao.facts.yaml'
const sheet = '口径.csv'

/**
 * Writes both files into this folder; neither may be there.
 * @throws HegaoError where the report cannot be read, a file is there already or cannot be written
 */
export async function writeFacts(report: string, { lang }: Session): Promise<void> {
  const existing = [...houseNames, sheet].find((name) => existsSync(name))
  if (existing !== undefined) throw failure('config-exists', { path: existing })
  const bytes = bytesOf({ path: report, from: 'file' })
  if (bytes instanceof HegaoError) throw bytes
  const checked = await checkBytes(report, bytes, { settings: {}, rules: [] })
  if (checked.error) throw checked.error
  const draft = checked.document.use(houseDraft)
  write(path, yamlOf(draft))
  // With the mark table programs read it as UTF-8.
  write(sheet, `\uFEFF${csvOf(draft)}`)
  const { leaders, bodies, places, projects, figures } = draft
  const counts = {
    leaders: leaders.length,
    bodies: bodies.length,
    places: places.length,
    projects: projects.length,
    figures: figures.length,
  }
  note(fill(gateTexts.initFactsDone, lang, { report, path, sheet, ...counts }))

  function write(name: string, text: string): void {
    try {
      writeFileSync(name, text, { flag: 'wx' })
    } catch (error) {
      throw failure('output-failed', { path: name, reason: systemReason(error, lang) }, error)
    }
  }
}

/** A word as YAML takes it: in quotation marks where a character could mean something. */
const scalar = (words: string): string =>
  /^[\u4e00-\u9fff][\u4e00-\u9fff0-9A-Za-z（）·]*$/.test(words) ? words : JSON.stringify(words)
const flow = (words: readonly string[]): string => `[${words.map(scalar).join(', ')}]`
const block = (key: string, about: string, rows: readonly string[]): string =>
  rows.length === 0 ? `# ${about}\n${key}: []\n` : `# ${about}\n${key}:\n${rows.join('\n')}\n`

function yamlOf({ leaders, bodies, places, projects, sessions }: HouseDraft): string {
  return [
    '# 本单位的口径，由去年的报告起草：请逐条核对，换了届、改了职务、出了新数的都要改。写法见 docs/facts.md。\n',
    block(
      '领导',
      '姓名和现任职务；从前的职务写在“曾任”里。',
      leaders.map(({ name, offices }) => `  - 姓名: ${scalar(name)}\n    职务: ${flow(offices)}`),
    ),
    block(
      '单位',
      '全称和简称。',
      bodies.map(({ name, short }) => `  - 全称: ${scalar(name)}\n    简称: ${flow(short)}`),
    ),
    `# 本地的地名。\n地名: ${flow(places)}\n`,
    `# 项目、工程的名称。\n项目: ${flow(projects)}\n`,
    block(
      '会议',
      '自己的代表大会：哪一年开的是第几届第几次会议。今年的请加一行。',
      sessions.map(
        ({ body, term, session, year }) => `  - { 机关: ${scalar(body)}, 届: ${term}, 次: ${session}, 年份: ${year} }`,
      ),
    ),
    `# 数据放在旁边的表里，用表格软件改，另存为 CSV。\n口径: ${sheet}\n`,
  ].join('\n')
}

const cell = (words: string): string => (/[",\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words)

const csvOf = ({ figures }: HouseDraft): string =>
  [
    '指标,年份,数值,单位,别名',
    ...figures.map(({ indicator, year, value, unit }) => [indicator, String(year), value, unit, ''].map(cell).join(',')),
    '',
  ].join('\r\n')
