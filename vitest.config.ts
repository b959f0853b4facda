import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/browser/**'],
    // Black-box tests mostly wait for the program that they started.
    maxConcurrency: 6,
    maxWorkers: 6,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
