import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type MatchableEvent, matchEvent, parseTrigger, recipeTrigger } from '../../src/automation/index.ts'

const merged: MatchableEvent = {
  event: 'github.pull_request.closed',
  resource: { 'prefect.resource.id': 'prefect.flow-run.1', 'pr.number': '42', 'pr.merged': 'True' },
}

const labelled = (labels: Record<string, string>): MatchableEvent => ({
  ...merged,
  resource: { ...merged.resource, ...labels },
})

const trigger = (fields: object) => parseTrigger({ posture: 'Reactive', ...fields })

test('a merged pull request that names a flow run fits the trigger of the recipe', () => {
  expect(matchEvent(recipeTrigger, merged)).toEqual({ match: true })
})

test.each([
  [
    { ...merged, event: 'github.pull_request.opened' },
    'the event is "github.pull_request.opened", and the trigger expects "github.pull_request.closed"',
  ],
  [labelled({ 'pr.merged': 'False' }), 'pr.merged is "False", and the trigger wants "True"'],
  [labelled({ 'pr.merged': 'true' }), 'pr.merged is "true", and the trigger wants "True"'],
  [
    labelled({ 'prefect.resource.id': 'github.pr.42' }),
    'prefect.resource.id is "github.pr.42", and the trigger wants "prefect.flow-run.*"',
  ],
  [
    { ...merged, resource: { 'prefect.resource.id': 'prefect.flow-run.1' } },
    'the event has no pr.merged, and the trigger wants "True"',
  ],
])('what misses is told: %o', (event, mismatch) => {
  expect(matchEvent(recipeTrigger, event)).toEqual({ match: false, mismatch })
})

test('a long value is cut where it is told', () => {
  const result = matchEvent(recipeTrigger, labelled({ 'pr.merged': 'x'.repeat(5000) }))
  expect(result).toEqual({
    match: false,
    mismatch: `pr.merged is "${'x'.repeat(100)}…", and the trigger wants "True"`,
  })
})

test.each<{ why: string; fields: object; fits: boolean }>([
  { why: 'nothing', fields: {}, fits: true },
  { why: 'a label that another one’s prototype has', fields: { match: { constructor: '*' } }, fits: false },
  { why: 'anything but a value', fields: { match: { 'pr.merged': '!False' } }, fits: true },
  { why: 'anything but this value', fields: { match: { 'pr.merged': '!Tr*' } }, fits: false },
  { why: 'anything but a value of a missing label', fields: { match: { 'pr.title': '!x' } }, fits: false },
  { why: 'one of a list', fields: { match: { 'pr.number': ['41', '4?'] } }, fits: true },
  { why: 'one of an empty list', fields: { match: { 'pr.number': [] } }, fits: false },
  {
    why: 'two labels, of which one misses',
    fields: { match: { 'pr.number': '42', 'pr.merged': 'x' } },
    fits: false,
  },
  { why: 'a related resource', fields: { match_related: { 'prefect.resource.role': 'flow' } }, fits: true },
  {
    why: 'labels of two resources in one',
    fields: { match_related: { 'prefect.resource.role': 'flow', tag: 'x' } },
    fits: false,
  },
  {
    why: 'two related resources',
    fields: { match_related: [{ 'prefect.resource.role': 'flow' }, { tag: 'x' }] },
    fits: true,
  },
  {
    why: 'two, of which one is missing',
    fields: { match_related: [{ tag: 'x' }, { tag: 'y' }] },
    fits: false,
  },
  { why: 'an event with a star', fields: { expect: ['github.*.closed'] }, fits: true },
  { why: 'one of several events', fields: { expect: ['a', '*.closed'] }, fits: true },
  { why: 'a star for nothing', fields: { expect: ['github.pull_request.closed*'] }, fits: false },
  { why: 'an event with a question mark', fields: { expect: ['github.pull_request.close?'] }, fits: false },
  { why: 'an event with a set', fields: { expect: ['github.pull_request.close[d]'] }, fits: false },
  { why: 'any event but one', fields: { expect: ['!github.pull_request.opened'] }, fits: false },
])('a trigger that wants $why', ({ fields, fits }) => {
  const related = [
    { 'prefect.resource.id': 'prefect.flow.1', 'prefect.resource.role': 'flow' },
    { 'prefect.resource.id': 'prefect.tag.x', 'prefect.resource.role': 'tag', tag: 'x' },
  ]
  expect(matchEvent(trigger(fields), { ...merged, related }).match).toBe(fits)
})

const recordedSchema = z.object({
  trigger: z.unknown(),
  event: z.object({
    event: z.string(),
    resource: z.record(z.string(), z.string()),
    related: z.array(z.record(z.string(), z.string())),
  }),
  matches: z.boolean(),
})

const recorded = readFileSync(join(import.meta.dirname, 'prefect-3.8.8.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => recordedSchema.parse(JSON.parse(line)))

test('random triggers and events end as they did in Prefect 3.8.8', () => {
  expect(recorded).toHaveLength(240)
  const different = recorded.filter(({ trigger, event, matches }) => {
    return matchEvent(parseTrigger(trigger), event).match !== matches
  })
  expect(different).toEqual([])
})
