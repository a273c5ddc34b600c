/** The published JSON schemas (2020-12). The shapes are the contract; the option tables come from the rules. */
import { fileKeys, type Key, type KeyType, overrideKeys } from '../config/keys.ts'
import { allRules, levels, otherLevels } from '../config.ts'
import { statementKinds } from '../facts/statements/statement.ts'
import type { AnyRule, Option } from '../rule.ts'
import { formats, noteKinds } from '../source.ts'
import { roles, schemes, terminals } from '../tree.ts'

type Schema = Readonly<Record<string, unknown>>

const draft = 'https://json-schema.org/draft/2020-12/schema'
const text: Schema = { type: 'string' }
const date: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
const count: Schema = { type: 'integer', minimum: 0 }
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })
const list = (items: Schema): Schema => ({ type: 'array', items })

/** An object with exactly `required`, and `optional` where they are told. */
const closed = (required: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}): Schema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
})

/** A node: its type, what is its own, and its position, which `--no-positions` leaves out. */
const node = (type: string, own: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}): Schema =>
  closed({ type: { const: type }, ...own }, { ...optional, position: ref('position') })

const oneOf = (...names: string[]): Schema => ({ oneOf: names.map(ref) })

const nodes: Readonly<Record<string, Schema>> = {
  report: node('report', { children: list(ref('flow')) }),
  flow: oneOf('section', 'paragraph', 'enumeration', 'table'),
  section: node('section', {
    level: { type: 'integer', minimum: 1 },
    children: { type: 'array', prefixItems: [ref('heading')], items: ref('flow'), minItems: 1 },
  }),
  heading: node(
    'heading',
    { level: { type: 'integer', minimum: 1 }, children: list(oneOf('marker', 'text')) },
    { runIn: { const: true } },
  ),
  paragraph: node('paragraph', { children: list(oneOf('sentence', 'enumeration')) }, { role: { enum: roles } }),
  enumeration: node('enumeration', { scheme: ref('scheme'), children: list(ref('item')) }),
  item: node('item', {
    children: {
      type: 'array',
      prefixItems: [ref('marker')],
      items: oneOf('sentence', 'paragraph', 'enumeration'),
      minItems: 1,
    },
  }),
  table: node('table', { children: list(ref('row')) }),
  row: node('row', { children: list(ref('cell')) }),
  cell: node('cell', { children: list(ref('paragraph')) }),
  marker: node('marker', { value: text, scheme: ref('scheme'), ordinal: { type: 'integer' } }, { generated: { const: true } }),
  text: node('text', { value: text }),
  sentence: node('sentence', { value: text, terminal: { enum: terminals } }),
}

const definitions: Readonly<Record<string, Schema>> = {
  tool: closed({ name: { const: 'hegao' }, version: text, tablesAsOf: date }),
  point: {
    description: 'Lines and columns from 1, columns and offsets in UTF-16 units of the decoded text.',
    ...closed({ line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 }, offset: count }),
  },
  position: closed({ start: ref('point'), end: ref('point') }),
  at: { description: 'Word files only: where in the package.', ...closed({ part: text, paragraph: count, run: count }) },
  related: closed(
    { message: text, start: ref('point'), end: ref('point') },
    {
      path: { description: 'The document in which the place is, where that is not the checked one.', ...text },
      format: { description: 'Its format, where the place is in another document.', enum: [...formats] },
      at: ref('at'),
    },
  ),
  edit: closed({ start: ref('point'), end: ref('point'), text }),
  fix: closed({ grade: { enum: ['safe', 'suggested'] }, edits: { ...list(ref('edit')), minItems: 1 } }),
  finding: closed(
    {
      ruleId: text,
      messageId: text,
      severity: { enum: ['error', 'warning', 'info'] },
      message: text,
      actual: text,
      start: ref('point'),
      end: ref('point'),
      section: { description: 'Headings above the place, outermost first.', ...list(text) },
      related: list(ref('related')),
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$' },
    },
    { at: ref('at'), fix: ref('fix') },
  ),
  error: closed({ code: text, message: text }),
  omission: {
    description: 'Findings of one rule and level beyond the most that are listed; the summary counts them.',
    ...closed({ ruleId: text, severity: { enum: ['error', 'warning', 'info'] }, count }),
  },
  crash: { description: 'A rule that failed on the file; the others went on.', ...closed({ ruleId: text, message: text }) },
  note: {
    description: 'Something of the file that was not there to be checked.',
    ...closed({ kind: { enum: noteKinds }, message: text }),
  },
  file: {
    oneOf: [
      closed(
        { path: text, segmenter: { enum: ['nodejieba', 'intl', null] }, findings: list(ref('finding')) },
        {
          omitted: { ...list(ref('omission')), minItems: 1 },
          crashes: { ...list(ref('crash')), minItems: 1 },
          notes: { ...list(ref('note')), minItems: 1 },
        },
      ),
      closed({
        path: text,
        segmenter: { const: null },
        error: ref('error'),
        findings: { type: 'array', maxItems: 0 },
      }),
    ],
  },
  summary: closed(
    { files: count, errors: count, warnings: count, infos: count },
    { known: { description: 'Findings that a baseline knows: they are neither listed nor counted.', ...count } },
  ),
  scheme: { enum: schemes },
  ...nodes,
}

const schemaVersion: Schema = { const: 1 }

/** What `check --format json` and `parse` print. */
export function reportSchema(): Schema {
  return {
    $schema: draft,
    $id: 'urn:hegao:schema:report:1',
    title: 'hegao report',
    description: 'The result of `hegao check --format json`, or the document of `hegao parse`.',
    oneOf: [ref('result'), ref('document')],
    $defs: {
      result: closed({ schemaVersion, tool: ref('tool'), files: list(ref('file')), summary: ref('summary') }),
      document: closed(
        {
          schemaVersion,
          tool: closed({
            name: { const: 'hegao' },
            version: text,
            tablesAsOf: date,
            segmenter: { enum: ['nodejieba', 'intl', null] },
          }),
          source: closed(
            {
              path: text,
              format: { enum: formats },
              encoding: { type: ['string', 'null'] },
              sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
              characters: count,
            },
            { bom: { const: true } },
          ),
          meta: { type: 'object', additionalProperties: { type: ['string', 'number', 'null'] } },
          structure: ref('report'),
          findings: list(ref('finding')),
        },
        {
          omitted: { ...list(ref('omission')), minItems: 1 },
          crashes: { ...list(ref('crash')), minItems: 1 },
          notes: { ...list(ref('note')), minItems: 1 },
          statements: {
            description: 'What the document says of its figures; only with `--statements`.',
            ...list(ref('statement')),
          },
        },
      ),
      statement: closed({
        kind: { enum: [...statementKinds] },
        subject: text,
        value: { type: 'number' },
        unit: text,
        time: { type: ['string', 'null'] },
        change: { type: ['string', 'null'] },
        stated: ref('figure'),
        operands: list(ref('figure')),
        computed: { type: 'number' },
        agrees: { type: 'boolean' },
        position: ref('position'),
      }),
      figure: closed({ text, value: { type: 'number' }, unit: text, position: ref('position') }),
      ...definitions,
    },
  }
}

/** What `compare --format json` prints. */
export function compareSchema(): Schema {
  const position = closed({ start: ref('point'), end: ref('point') })
  const share: Schema = { type: 'number', minimum: 0, maximum: 1 }
  const kinds = ['same', 'numbers', 'words', 'new']
  const side = closed({ path: text, format: { enum: formats }, characters: count })
  return {
    $schema: draft,
    $id: 'urn:hegao:schema:compare:1',
    title: 'hegao compare',
    description: 'The result of `hegao compare --format json`: what a text took over from another one.',
    ...closed(
      {
        schemaVersion,
        tool: ref('tool'),
        old: side,
        new: side,
        body: { enum: ['same', 'other'] },
        shares: closed({ ...Object.fromEntries(kinds.map((kind) => [kind, share])), verbatim: share }),
        rows: list(
          closed({ kind: { enum: kinds }, moved: { type: 'boolean' }, similarity: share, new: position }, { old: position }),
        ),
        dropped: list(position),
        passages: list(closed({ length: count, new: position, old: position })),
        findings: list(ref('finding')),
      },
      {
        lists: {
          description: 'With --lists: targets of the old text beside their results, and what the new one does not mention.',
          ...closed({
            targets: list(
              closed({ name: text, target: text, old: position }, { result: text, reached: { type: 'boolean' }, new: position }),
            ),
            promises: list(closed({ words: text, old: position })),
          }),
        },
      },
    ),
    $defs: definitions,
  }
}

/** One shape a type of option. */
const shapes: { readonly [Type in Option['type']]: (option: Extract<Option, { type: Type }>) => Schema } = {
  integer: ({ min, max }) => ({
    type: 'integer',
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
  }),
  boolean: () => ({ type: 'boolean' }),
  enum: ({ values }) => ({ enum: values }),
  strings: () => list(text),
}

const shapeOf = (option: Option): Schema => (shapes[option.type] as (option: Option) => Schema)(option)

const optionSchema = (option: Option): Schema => ({
  description: `${option.zh}（${option.en}）`,
  ...shapeOf(option),
  default: option.default,
})

function ruleSchema({ summary, options }: AnyRule): Schema {
  const properties = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionSchema(option)]))
  return {
    description: `${summary.zh}（${summary.en}）`,
    oneOf: [
      ref('level'),
      {
        type: 'array',
        prefixItems: [ref('level'), { type: 'object', properties, additionalProperties: false }],
        items: false,
        minItems: 1,
      },
    ],
  }
}

const texts: Schema = list({ type: 'string', minLength: 1 })

/** One shape a type of key; the validator (src/config/parse.ts) has one reader each. */
const keyShapes: { readonly [Type in KeyType]: (key: Key) => Schema } = {
  text: () => text,
  texts: () => texts,
  textOrTexts: () => ({ oneOf: [{ type: 'string', minLength: 1 }, texts] }),
  enum: ({ values = [] }) => ({ enum: values }),
  year: () => ({ type: 'integer', minimum: 1000, maximum: 2999 }),
  day: () => date,
  level: () => ref('level'),
  rules: () => ref('rules'),
  facts: () => ({ type: 'string', minLength: 1 }),
  overrides: () => list(ref('override')),
}

function keysSchema(keys: Readonly<Record<string, Key>>): Schema {
  const entries = Object.entries(keys)
  const required = entries.filter(([, { isRequired }]) => isRequired).map(([name]) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, key]) => [name, { description: `${key.about.zh}（${key.about.en}）`, ...keyShapes[key.type](key) }]),
    ),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

/** What a configuration file may say. */
export function configSchema(rules: readonly AnyRule[]): Schema {
  return {
    $schema: draft,
    $id: 'urn:hegao:schema:config:1',
    title: 'hegao configuration',
    ...keysSchema(fileKeys),
    $defs: {
      level: { enum: [...levels, ...Object.keys(otherLevels)] },
      rules: {
        type: 'object',
        properties: Object.fromEntries([
          [allRules, { $ref: '#/$defs/level', description: '全部规则的级别；对一条规则单独说的更优先' }],
          ...rules.flatMap((rule) => [rule.id, ...(rule.formerly ?? [])].map((id) => [id, ruleSchema(rule)])),
        ]),
        additionalProperties: false,
      },
      override: keysSchema(overrideKeys),
    },
  }
}
