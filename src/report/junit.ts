/**
 * The XML of JUnit, which every CI system shows: a suite a file, a case a finding. What fails the run is a failure: errors,
 * and warnings where their number is limited (`--max-warnings`). The rest passes and is told as the case's output.
 */
import type { Finding } from '../finding.ts'
import type { Checked } from '../hegao.ts'
import type { Severity } from '../rule.ts'
import { locate, type Source } from '../source.ts'
import type { Lang } from '../wording.ts'
import { linkPlace, shortPlace } from './place.ts'
import type { ReportContext, Reporter } from './reporter.ts'
import { crashSentence, omittedSentence, repair, seeAlso, sentence, under } from './sentences.ts'
import { severityWords, texts } from './texts.ts'
import { attributes, xml, xmlLine } from './xml.ts'

type Outcome = 'passed' | 'failure' | 'error'

interface Case {
  readonly name: string
  readonly line?: number
  readonly outcome: Outcome
  /** A level, or the code of a failure. */
  readonly kind: string
  readonly message: string
  /** More lines below the message. */
  readonly more: readonly string[]
}

type OutcomeOf = (severity: Severity) => Outcome

function outcomes({ maxWarnings = -1 }: ReportContext): OutcomeOf {
  return (severity) => (severity === 'error' || (severity === 'warning' && maxWarnings >= 0) ? 'failure' : 'passed')
}

function findingCase(finding: Finding, source: Source, path: string, outcomeOf: OutcomeOf, lang: Lang): Case {
  const { start } = locate(source, finding)
  const asides = [...seeAlso(finding, source, lang), repair(finding, source, lang), under(finding, lang)]
  return {
    name: `${finding.ruleId} ${shortPlace(source, finding, lang)}`,
    line: start.line,
    outcome: outcomeOf(finding.severity),
    kind: finding.severity,
    message: sentence(finding, lang),
    more: [linkPlace(path, start), ...asides.filter((aside) => aside !== '')],
  }
}

function casesOf({ path, error, source, findings, omitted, crashes }: Checked, outcomeOf: OutcomeOf, lang: Lang): Case[] {
  if (error) {
    const more = [error.hint(lang) ?? ''].filter((hint) => hint !== '')
    return [{ name: error.code, outcome: 'error', kind: error.code, message: error.sentence(lang), more }]
  }
  if (!source) return []
  const cases: Case[] = [
    ...findings.map((finding) => findingCase(finding, source, path, outcomeOf, lang)),
    ...omitted.map((one): Case => {
      const message = omittedSentence(one, lang)
      return { name: one.ruleId, outcome: outcomeOf(one.severity), kind: one.severity, message, more: [] }
    }),
    ...crashes.map((crash): Case => {
      const message = crashSentence(crash, lang)
      return { name: crash.ruleId, outcome: 'error', kind: 'internal-error', message, more: [] }
    }),
  ]
  // A suite without cases is a suite that did not run.
  return cases.length > 0 ? cases : [{ name: texts.nothingFound[lang], outcome: 'passed', kind: '', message: '', more: [] }]
}

function told({ outcome, kind, message, more }: Case, lang: Lang): string {
  const lines = [message, ...more].map(xmlLine).join('\n')
  if (outcome !== 'passed') return `<${outcome}${attributes({ message, type: kind })}>${lines}</${outcome}>`
  if (message === '') return ''
  return `<system-out>${xml(severityWords[kind as Severity][lang])} ${lines}</system-out>`
}

function caseText(one: Case, path: string, lang: Lang): string {
  const head = attributes({ name: one.name, classname: path, file: path, line: one.line, time: 0 })
  const body = told(one, lang)
  return body === '' ? `<testcase${head}/>\n` : `<testcase${head}>${body}</testcase>\n`
}

function suite(checked: Checked, outcomeOf: OutcomeOf, lang: Lang): string {
  const cases = casesOf(checked, outcomeOf, lang)
  const count = (outcome: Outcome): number => cases.filter((one) => one.outcome === outcome).length
  const counts = { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: 0, time: 0 }
  const body = cases.map((one) => caseText(one, checked.path, lang)).join('')
  return `<testsuite${attributes({ name: checked.path, ...counts })}>\n${body}</testsuite>\n`
}

export function junit(context: ReportContext): Reporter {
  const outcomeOf = outcomes(context)
  return {
    open: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hegao">\n',
    file: (checked) => suite(checked, outcomeOf, context.lang),
    close: () => '</testsuites>\n',
  }
}
