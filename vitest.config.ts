import { defineConfig } from 'vitest/config'

/** What starts no program, opens no browser and fuzzes nothing: the daily loop, some seconds. */
const fast = [
  ...['architecture', 'corpus-record', 'fixtures', 'fix', 'knowledge', 'read', 'repair', 'report', 'rules', 'schema'],
  ...['seed', 'silence', 'tree'],
].map((name) => `test/${name}.test.ts`)

export default defineConfig({
  test: {
    // No test measures time. Many start processes, and on a busy machine the usual five seconds are soon over.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files that start programs wait for them: all cores at work, not all but one.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'fast', include: fast } },
      { extends: true, test: { name: 'slow', include: ['test/**/*.test.ts'], exclude: fast } },
    ],
  },
})
