import { comparisonTests } from './comparisons.ts'
import { kindTests } from './kinds.ts'
import type { Test } from './test.ts'

/** Every test by its name. */
export const tests: ReadonlyMap<string, Test> = new Map<string, Test>([
  ...comparisonTests,
  ...kindTests,
  [
    'filter',
    ({ positional: [name] }, rendering) => typeof name === 'string' && rendering.knows('filter', name),
  ],
  ['test', ({ positional: [name] }, rendering) => typeof name === 'string' && rendering.knows('test', name)],
])
