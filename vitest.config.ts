import { defineConfig } from 'vitest/config'

/** Tests that change what all code of a process shares: its clock, its network, the world of a black-box test. */
const apart = [
  'test/app/**/*.test.ts',
  'test/cli/explain/**/*.test.ts',
  'test/cli/resume/**/*.test.ts',
  'test/durable/**/*.test.ts',
  'test/every.test.ts',
  'test/github/*.test.ts',
  'test/github/repository-settings/**/*.test.ts',
  'test/github/sweep/**/*.test.ts',
  'test/inbox/**/*.test.ts',
  'test/prefect/client/**/*.test.ts',
]

const notHere = ['test/e2e/**', 'test/browser/**']

export default defineConfig({
  test: {
    // Black-box tests mostly wait for the program that they started.
    maxConcurrency: 6,
    maxWorkers: 6,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      {
        extends: true,
        // To load everything anew for each file would take a third of the time.
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...notHere, ...apart],
          isolate: false,
        },
      },
    ],
  },
})
