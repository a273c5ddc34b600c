import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What starts no program, opens no browser and fuzzes nothing: the daily loop, some seconds. */
const fast = [
  ...['architecture', 'corpus-record', 'fixtures', 'fix', 'knowledge', 'read', 'repair', 'report', 'rules', 'schema'],
  ...['seed', 'silence', 'tree'],
].map((name) => `test/${name}.test.ts`)

/** What takes longest begins first, so that no core waits for it in the end: before anything has been measured too. */
const longest = [
  ...[
    'pre-commit',
    'page',
    'queue',
    'convert',
    'new-rule',
    'jobs',
    'commands',
    'cache',
    'reporters',
    'html-report',
    'cli',
    'docx',
  ],
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return at < 0 ? longest.length : at
    }
    return (await super.sort(files)).sort((one, other) => rankOf(one) - rankOf(other))
  }
}

export default defineConfig({
  test: {
    // No test measures time. Many start processes, and on a busy machine the usual five seconds are soon over.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files that start programs, browsers and queues wait for them: one more than cores are at work.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'fast', include: fast } },
      { extends: true, test: { name: 'slow', include: ['test/**/*.test.ts'], exclude: fast } },
    ],
  },
})
