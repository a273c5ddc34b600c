/** The work of `init`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { failure } from '../../errors.ts'
import { fill, type Lang, type Wording } from '../../wording.ts'
import { gateTexts } from '../gate/gate-texts.ts'
import { note } from '../output.ts'
import type { Session } from '../session.ts'
import { systemReason } from '../texts.ts'
import { configNames } from './folders.ts'

const name = 'hegao.config.jsonc'

/** Where an editor finds the schema, if hegao is installed in the project. */
const schema = './node_modules/hegao/schema/config.schema.json'

const page: Wording = {
  zh: `  // 规则的级别：off 不查、info 提示、warning 警告、error 错误；选项写在级别后面。
  // 全部规则见 hegao rules，一条规则的说明和选项见 hegao explain <规则>。
  "rules": {
    // "stray-space": "off",
    // "long-sentence": ["warning", { "longest": 150 }]
  },

  // 本单位的固定用语，人名、地名、机构名：其中的字一律不报。
  "terms": [],
  "names": [],

  // 不检查的文件，写法同 .gitignore；也可以写在 .hegaoignore 里。
  "ignores": [],

  // 某些文件另有的规定，后面的优先。
  "overrides": [
    // { "files": "讲话/", "rules": { "missing-part": "off" } },
    // { "files": "历史材料/", "rules": { "stale-term": "off" } },
    // { "files": "2021年/", "year": 2021 }
  ]
`,
  en: `  // Levels of rules: off, info, warning, error; options stand behind the level.
  // All rules: hegao rules. A rule with its options: hegao explain <rule>.
  "rules": {
    // "stray-space": "off",
    // "long-sentence": ["warning", { "longest": 150 }]
  },

  // Terms of the house; names of people, places and bodies: nothing within them is reported.
  "terms": [],
  "names": [],

  // Files that are not checked, as in .gitignore; they may stand in .hegaoignore as well.
  "ignores": [],

  // What differs for some files; the later is stronger.
  "overrides": [
    // { "files": "talks/", "rules": { "missing-part": "off" } },
    // { "files": "archive/", "rules": { "stale-term": "off" } },
    // { "files": "2021/", "year": 2021 }
  ]
`,
}

/** The text of a first configuration. */
const firstConfig = (lang: Lang, hasSchema: boolean): string =>
  `{\n${hasSchema ? `  "$schema": "${schema}",\n\n` : ''}${page[lang]}}\n`

/** A package.json is a configuration only where it speaks of hegao: a dependency is no configuration. */
function isConfig(candidate: string): boolean {
  if (!existsSync(candidate)) return false
  if (candidate !== 'package.json') return true
  try {
    return 'hegao' in (JSON.parse(readFileSync(candidate, 'utf8')) as object)
  } catch {
    return false
  }
}

/** @throws HegaoError `config-exists` where there is a configuration, `output-failed` where it cannot be written */
export function writeConfig({ lang }: Session): void {
  const existing = configNames.find(isConfig)
  if (existing !== undefined) throw failure('config-exists', { path: existing })
  try {
    writeFileSync(name, firstConfig(lang, existsSync(schema)), { flag: 'wx' })
  } catch (error) {
    throw failure('output-failed', { path: name, reason: systemReason(error, lang) }, error)
  }
  note(fill(gateTexts.initDone, lang, { path: name }))
}
