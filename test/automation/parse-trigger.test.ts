import { expect, test } from 'vitest'
import { parseTrigger, recipeTrigger, UnusableTriggerError } from '../../src/automation/index.ts'

test('the trigger of the recipe is one that can be used', () => {
  expect(parseTrigger(structuredClone(recipeTrigger))).toEqual(recipeTrigger)
})

test('what Prefect fills in is filled in', () => {
  expect(parseTrigger({ posture: 'Reactive' })).toEqual({
    type: 'event',
    posture: 'Reactive',
    expect: [],
    match: {},
    match_related: {},
    after: [],
    for_each: [],
    threshold: 1,
    within: 0,
  })
})

test.each([
  ['posture', { posture: 'Proactive' }],
  ['posture', { posture: undefined }],
  ['type', { type: 'compound' }],
  ['threshold', { threshold: 2 }],
  ['within', { within: 30 }],
  ['after', { after: ['prefect.flow-run.Failed'] }],
  ['for_each.0', { for_each: ['related:flow:prefect.resource.id'] }],
  ['match.pr.merged', { match: { 'pr.merged': true } }],
  ['match_related', { match_related: 'flow' }],
  ['trigger', { metric: {} }],
])('a trigger with another %s is refused rather than half matched: %o', (field, change) => {
  const error = errorOf({ ...recipeTrigger, ...change })
  expect(error.problems).toEqual([expect.stringMatching(`^${field}: `)])
  expect(error.message).toContain(error.problems[0])
})

test('what is no trigger at all is refused', () => {
  expect(errorOf('on merge').problems).toHaveLength(1)
})

function errorOf(value: unknown): UnusableTriggerError {
  try {
    parseTrigger(value)
  } catch (error) {
    if (error instanceof UnusableTriggerError) return error
    throw error
  }
  throw new Error('The trigger was not refused.')
}
