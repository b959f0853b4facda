import { expect, test } from 'vitest'
import {
  compileTemplate,
  fillEvent,
  InvalidEventError,
  prefectEventSchema,
  renderEvents,
} from '../../src/webhook/index.ts'
import { delivery, sharedTemplate } from './shared-template.ts'

const id = '12345678-1234-5678-1234-567812345678'
const occurred = '2026-11-21T12:00:00.000Z'
const request = {
  method: 'post',
  headers: { Host: 'a', authorization: 'Bearer secret', COOKIE: 'secret' },
  body: '{"a": null}',
}
const event = { event: 'e', resource: { 'prefect.resource.id': 'i' } }
const fill = (given: Parameters<typeof fillEvent>[0], body = request.body) =>
  fillEvent(given, { request: { ...request, body }, id, occurred })

test('what a template leaves out is filled in, without secrets', () => {
  expect(fill(event)).toEqual({
    ...event,
    id,
    occurred,
    related: [],
    payload: { method: 'POST', headers: { Host: 'a' }, body: { a: null } },
  })
})

test('what a template makes is kept', () => {
  const own = {
    ...event,
    id: '87654321-1234-5678-1234-567812345678',
    occurred: '2026-01-01T00:00:00+01:00',
    payload: { mine: 1 },
    related: [{ 'prefect.resource.id': 'r', 'prefect.resource.role': 'x' }],
  }
  const related = [{ 'prefect.resource.id': 'w', 'prefect.resource.role': 'webhook' }]
  expect(fillEvent(own, { request, id, occurred, related })).toEqual({
    ...own,
    related: [...own.related, ...related],
  })
})

test.each([
  [
    'a boolean label',
    { resource: { 'prefect.resource.id': 'i', merged: true } },
    /write numbers and booleans in quotes/,
  ],
  [
    'a number label',
    { resource: { 'prefect.resource.id': 'i', n: 5 } },
    /write numbers and booleans in quotes/,
  ],
  ['too many labels', { resource: { 'prefect.resource.id': 'i', ...many(500) } }, /at most 500 labels/],
  ['a long name', { event: 'e'.repeat(1025) }, /1024/],
  ['a related resource without role', { related: [{ 'prefect.resource.id': 'r' }] }, /prefect.resource.role/],
  ['too many related', { related: Array.from({ length: 101 }, role) }, /at most 100 related/],
  ['a payload that is no object', { payload: [] }, /payload/],
  ['an id that is no UUID', { id: 'x' }, /id/],
  ['a time that is none', { occurred: 'yesterday' }, /occurred/],
])('%s is refused with what is wrong', (_, changes, problem) => {
  expect(() => fill({ ...event, ...changes })).toThrow(InvalidEventError)
  expect(() => fill({ ...event, ...changes })).toThrow(problem)
})

test.each([
  ['text', '🚀"\\'.repeat(600_000)],
  ['JSON', JSON.stringify({ long: 'é"'.repeat(800_000) })],
])('a body of %s that is too large is cut, and said to be', (_, body) => {
  const filled = fill(event, body)
  const size = Buffer.byteLength(JSON.stringify(filled))
  expect(size).toBeLessThanOrEqual(1_500_000)
  expect(size).toBeGreaterThan(1_499_990)
  expect(filled.payload['truncated']).toBe(true)
  expect(prefectEventSchema.safeParse(JSON.parse(JSON.stringify(filled))).success).toBe(true)
  expect(String(filled.payload['body']).isWellFormed()).toBe(true)
})

test('half characters, which Prefect refuses, are replaced', () => {
  const filled = fill({ event: 'e', resource: { 'prefect.resource.id': 'i', title: 'a\ud83d' } })
  expect(filled.resource['title']).toBe('a\ufffd')
})

test('a payload of the template itself that is too large is left out, and said to be', () => {
  expect(fill({ ...event, payload: { mine: 'x'.repeat(1_600_000) } }).payload).toEqual({ truncated: true })
})

test('every named flow run gets its event, and without one there is one event', () => {
  const other = id.replace('1', '9')
  const merge = delivery('pull_request', {
    action: 'closed',
    pull_request: { number: 1, title: 't', body: 'x' },
  })
  const ids = renderEvents(sharedTemplate, merge, [id, other]).map(({ flowRun, rendered }) => [
    flowRun,
    'event' in rendered ? rendered.event?.resource['prefect.resource.id'] : null,
  ])
  expect(ids).toEqual([
    [id, `prefect.flow-run.${id}`],
    [other, `prefect.flow-run.${other}`],
  ])
  expect(renderEvents(sharedTemplate, merge, [])).toEqual([
    { flowRun: null, rendered: sharedTemplate.render(merge) },
  ])
})

test('where Jinja fails, the failure is the outcome of that event', () => {
  const [only] = renderEvents(compileTemplate('{{ 1 + body }}'), request, [])
  expect(only?.rendered).toHaveProperty('failure.kind', 'TypeError')
})

test.each([
  ['[]', /object/],
  ['{"resource": {"prefect.resource.id": "i"}}', /name/],
  ['{"event": "", "resource": {"prefect.resource.id": "i"}}', /empty/],
  ['{"event": "e"}', /resource/],
  ['{"event": "e", "resource": {"prefect.resource.id": ""}}', /empty/],
  ['{"event": "e", "resource": {"prefect.resource.id": 5}}', /text/],
  ['nothing like JSON', /not JSON/],
])('%s is no event', (source, why) => {
  const { text, event, error } = compileTemplate(source).render(request)
  expect(text).toBe(source)
  expect(event).toBeUndefined()
  expect(error).toMatch(why)
})

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`label${index}`, 'x']))
}

function role() {
  return { 'prefect.resource.id': 'r', 'prefect.resource.role': 'x' }
}
