import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // No test measures time. Many start processes, and on a busy machine the usual five seconds are soon over.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
