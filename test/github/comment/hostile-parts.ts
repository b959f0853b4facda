import fc from 'fast-check'
import type { LeftAlone, Outlook, ReportedState, RunOutcome } from '../../../src/resume/index.ts'
import { hostileAddress, hostileText } from './hostile.ts'

const types = ['SCHEDULED', 'RUNNING', 'PAUSED', 'COMPLETED', 'FAILED', 'CRASHED', 'CANCELLED']
const names = ['Scheduled', 'Late', 'Failed', 'Suspended']

/** A state with whatever somebody may have written into it. */
export const hostileState: fc.Arbitrary<ReportedState> = fc.record({
  type: fc.oneof(fc.constantFrom(...types), hostileText),
  name: fc.oneof(fc.constantFrom(...names), hostileText),
  since: fc.oneof(fc.constantFrom('2026-11-21T09:14:33Z', '2026-11-21T09:24:33Z'), hostileText),
  message: fc.option(hostileText),
})

const related = fc.record({ id: hostileText, name: fc.option(hostileText), url: hostileAddress })
const by = fc.constantFrom('operator' as const, 'repository' as const)
const resumedBy = hostileText.map((text) => `Resumed by merge of ${text}#41 (def5678) ${text}`)

const why: fc.Arbitrary<LeftAlone> = fc.oneof(
  fc.constantFrom(
    { reason: 'not-failed' as const },
    { reason: 'no-deployment' as const },
    { reason: 'deployment-deleted' as const },
    { reason: 'only-mentioned' as const },
    { reason: 'too-old' as const, within: 1000 },
  ),
  fc.record({ reason: fc.constant('state-not-allowed' as const), by }),
  fc.record({ reason: fc.constant('deployment-not-allowed' as const), by }),
  fc.record({
    reason: fc.constant('resumed-since' as const),
    by: fc.option(fc.oneof(hostileText, resumedBy)),
    at: hostileText,
  }),
  fc.record({ reason: fc.constant('subflow' as const), parent: fc.option(related), named: fc.boolean() }),
  fc.record({
    reason: fc.constant('other-branch' as const),
    branch: hostileText,
    defaultBranch: hostileText,
  }),
  fc.record({ reason: fc.constant('not-matched' as const), mismatch: hostileText }),
  fc.record({ reason: fc.constant('template-failed' as const), error: hostileText }),
  fc.record({ reason: fc.constant('refused' as const), because: fc.option(hostileText) }),
)

const obstacle = fc.record({
  because: fc.constantFrom('unreachable' as const, 'no-access' as const, 'settings-unreadable' as const),
  sentAt: fc.constant(null),
  problem: hostileText,
})

/** What became of a run, with other people's words in it. */
export const hostileOutcome: fc.Arbitrary<RunOutcome> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('resumed' as const), race: fc.option(hostileState) }),
  },
  fc.constant({ kind: 'would-resume' as const }),
  { weight: 3, arbitrary: why.map((reason) => ({ kind: 'left-alone' as const, why: reason })) },
  obstacle.map((met) => ({ kind: 'trying' as const, obstacle: met })),
  obstacle.map((met) => ({ kind: 'given-up' as const, obstacle: met })),
)

const code: fc.Arbitrary<Outlook['code']> = fc.oneof(
  fc.record({
    kind: fc.constant('git' as const),
    repository: hostileText,
    branch: fc.option(hostileText),
    commit: fc.option(hostileText),
  }),
  fc.record({ kind: fc.constant('image' as const), image: hostileText }),
  fc.record({ kind: fc.constant('path' as const), path: hostileText }),
  fc.constant({ kind: 'unknown' as const }),
)

const warning: fc.Arbitrary<Outlook['warnings'][number]> = fc.oneof(
  fc.record({
    about: fc.constantFrom(
      'work-queue-paused' as const,
      'work-queue-full' as const,
      'work-queue-unasked' as const,
    ),
    name: hostileText,
    pool: hostileText,
  }),
  fc.record({
    about: fc.constantFrom(
      'work-pool-paused' as const,
      'work-pool-deleted' as const,
      'work-pool-full' as const,
      'no-worker' as const,
    ),
    name: hostileText,
  }),
  fc.record({ about: fc.constant('work-queue-deleted' as const), name: fc.option(hostileText) }),
  fc.constantFrom({ about: 'deployment-full' as const }, { about: 'not-served' as const }),
)

/** What a run met, with other people's names in it. */
export const hostileOutlook: fc.Arbitrary<Outlook> = fc.record({
  warnings: fc.array(warning, { maxLength: 3 }),
  code,
  deployedAt: fc.option(hostileText),
  needsDeploy: fc.boolean(),
  laterRun: fc.option(related),
  tasksAgain: fc.option(fc.nat()),
  startedByRun: fc.boolean(),
})
