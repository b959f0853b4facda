import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { compileTemplate, TemplateRenderError } from '../../src/webhook/index.ts'
import { delivery, sharedTemplate } from './shared-template.ts'

const run = '12345678-1234-5678-1234-567812345678'
const record = z.record(z.string(), z.unknown())
const examplesFile = createRequire(import.meta.url).resolve('@octokit/webhooks-examples')
const payloads = z
  .array(z.object({ name: z.string(), examples: z.array(record) }))
  .parse(JSON.parse(readFileSync(examplesFile, 'utf8')))
  .flatMap(({ name, examples }) => examples.map((payload, index) => ({ name, index, payload })))

test.each(payloads)('$name #$index of GitHub’s examples prints what Jinja prints', ({ name, payload }) => {
  const { text, event, error } = sharedTemplate.render(delivery(name, payload))
  expect(text).toBe(expected(name, payload))
  expect(error).toBeUndefined()
  expect(event).toEqual(JSON.parse(text))
})

test('there are hundreds of examples', () => {
  expect(payloads.length).toBeGreaterThan(300)
})

const pullRequest = { number: 7, merged: true, title: 'Fix it', body: `Resumes flow-run/${run}` }
const merged = (changes: Record<string, unknown> = {}) =>
  delivery('pull_request', { action: 'closed', pull_request: { ...pullRequest, ...changes } })
const labels = (changes?: Record<string, unknown>) => sharedTemplate.render(merged(changes)).event?.resource

test('a merge that names a flow run becomes an event about that run', () => {
  expect(sharedTemplate.render(merged()).event).toEqual({
    event: 'github.pull_request.closed',
    resource: {
      'prefect.resource.id': `prefect.flow-run.${run}`,
      'pr.number': '7',
      'pr.merged': 'True',
      'pr.title': 'Fix it',
    },
  })
})

test.each([
  ['merged: null', { merged: null }, 'pr.merged', 'None'],
  ['a float keeps its fraction', { number: 2.5 }, 'pr.number', '2.5'],
  [
    'a list prints as Python prints it',
    { number: [1, 'a', null, true] },
    'pr.number',
    "[1, 'a', None, True]",
  ],
  ['105 characters pass whole', { title: 'x'.repeat(105) }, 'pr.title', 'x'.repeat(105)],
  ['106 are cut to 100 with the dots', { title: 'x'.repeat(106) }, 'pr.title', `${'x'.repeat(97)}...`],
  ['60 emoji are 60 characters', { title: '🚀'.repeat(60) }, 'pr.title', '🚀'.repeat(60)],
  [
    'a cut is at the last space',
    { title: 'word '.repeat(30) },
    'pr.title',
    `${'word '.repeat(19).trim()}...`,
  ],
  ['no body', { body: null }, 'prefect.resource.id', 'github.pr.7'],
  [
    'an id in upper case',
    { body: `flow-run/${run.replace('5678', 'ABCD')}` },
    'prefect.resource.id',
    'github.pr.7',
  ],
])('%s', (_, changes, label, value) => {
  expect(labels(changes)?.[label]).toBe(value)
})

test.each([['2.0'], ['12345678901234567890'], ['1e+16']])('the number %s keeps its text', (number) => {
  const request = merged({ number: 424_242 })
  const { text } = sharedTemplate.render({ ...request, body: request.body.replace('424242', number) })
  expect(text).toContain(`"pr.number": "${number}"`)
})

test.each([
  ['a title that is null', { title: null }],
  ['a body that is a list', { body: ['flow-run'] }],
])('%s fails, as in Jinja, and the line is told', (_, changes) => {
  expect(() => sharedTemplate.render(merged(changes))).toThrow(TemplateRenderError)
  expect(() => sharedTemplate.render(merged(changes))).toThrow(/Line \d+ of the template: TypeError/)
})

test('with a flow run, that one is the id, whatever the text names', () => {
  const other = '87654321-1234-5678-1234-567812345678'
  const { event } = sharedTemplate.render(merged(), { flowRun: other })
  expect(event?.resource['prefect.resource.id']).toBe(`prefect.flow-run.${other}`)
})

test('the first of several flow runs counts, found without word boundaries', () => {
  const find = compileTemplate('{{ body|flow_run_id }}')
  const body = JSON.stringify(`xflow-run/${run}0 flow-run/87654321-1234-5678-1234-567812345678`)
  expect(find.render({ method: 'POST', headers: {}, body }).text).toBe(run)
})

/** What Jinja prints for the shared template, worked out by hand for payloads without hostile text. */
function expected(name: string, payload: Record<string, unknown>): string {
  const pull = record.optional().parse(payload['pull_request'])
  const number = pull && 'number' in pull ? printed(pull['number']) : '0'
  const found = /flow-run\/([0-9a-f-]{36})/.exec(typeof pull?.['body'] === 'string' ? pull['body'] : '')
  const id = found === null ? `github.pr.${number}` : `prefect.flow-run.${found[1]}`
  const title = pull && 'title' in pull ? String(pull['title']) : ''
  const action = 'action' in payload ? printed(payload['action']) : 'no-action'
  return `{
  "event": "github.${name}.${action}",
  "resource": {
    "prefect.resource.id": "${id}",
    "pr.number": "${number}",
    "pr.merged": "${pull && 'merged' in pull ? printed(pull['merged']) : 'False'}",
    "pr.title": "${title}"
  }
}`
}

function printed(value: unknown): string {
  if (value === null) return 'None'
  if (value === true) return 'True'
  return value === false ? 'False' : String(value)
}
