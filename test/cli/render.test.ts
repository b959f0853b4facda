import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, vi } from 'vitest'
import { z } from 'zod'
import { bin, stack, test } from './command.ts'

const examplesSchema = z.array(z.object({ name: z.string(), examples: z.array(z.looseObject({})) }))
const examples = examplesSchema.parse(createRequire(import.meta.url)('@octokit/webhooks-examples'))
const issueComment = JSON.stringify(examples.find(({ name }) => name === 'issue_comment')?.examples[0])

const runs = ['4f8a1b9c-0d4e-4f6a-8b1c-2d3e4f5a6b7c', '5a9b2c0d-1e5f-4a7b-9c2d-3e4f5a6b7c8d']
const [first, second] = runs.map((id) => `http://127.0.0.1:4200/runs/flow-run/${id}`)

function payload(body: string | null): string {
  const pullRequest = {
    number: 7,
    title: 'Fix it',
    body,
    merged: true,
    html_url: 'https://github.com/a/b/pull/7',
  }
  return JSON.stringify({ action: 'closed', number: 7, pull_request: pullRequest })
}

const eventSchema = z.looseObject({
  id: z.uuid(),
  occurred: z.iso.datetime(),
  event: z.string(),
  resource: z.looseObject({ 'prefect.resource.id': z.string() }),
  related: z.array(z.looseObject({})),
  payload: z.looseObject({ method: z.literal('POST'), headers: z.record(z.string(), z.string()) }),
})

describe.concurrent('render', () => {
  test('prints an event per named run, a JSON document a line, as it would be sent', async ({ desk }) => {
    await desk.put({ 'payload.json': payload(`${first} ${second}`) })
    const { code, stdout, stderr } = await desk.run(['render', '--payload', 'payload.json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const events = stdout.split('\n').map((line) => eventSchema.parse(JSON.parse(line)))
    expect(events).toHaveLength(2)
    expect(new Set(events.map(({ id }) => id)).size).toBe(2)
    events.forEach((event, index) => {
      expect(JSON.stringify([event.resource, event.related])).toContain(runs[index])
      expect(event.event).toBe('github.pull_request.closed')
      expect(event.payload).toMatchObject({ body: { action: 'closed' } })
    })
  })

  /** Gives a program a terminal of its own. */
  const hasScript = process.platform === 'linux' && existsSync('/usr/bin/script')
  test.skipIf(!hasScript)('prints the event indented on a terminal', async ({ desk }) => {
    await desk.put({ 'payload.json': payload(first ?? '') })
    const command = `'${process.execPath}' '${bin}' render --payload payload.json`
    const { code, stdout } = await desk.shell(`script -qec "${command}" /dev/null < /dev/null`)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\{\s*\n {2}"id": /)
    expect(eventSchema.parse(JSON.parse(stdout)).payload).toMatchObject({ body: { number: 7 } })
  })

  test('reads the payload from standard input, and says that no run is named', async ({ desk }) => {
    await desk.put({ 'payload.json': payload(null) })
    const { code, stdout, stderr } = await desk.shell('resume-on-merge render --payload - < payload.json')
    expect(code).toBe(0)
    expect(eventSchema.parse(JSON.parse(stdout)).event).toBe('github.pull_request.closed')
    expect(stderr).toMatch(/^The pull request names no flow run of .*127\.0\.0\.1:4200/)
  })

  test('shows the template the name of the event and more headers', async ({ desk }) => {
    await desk.put({
      'payload.json': payload(first ?? ''),
      'headers.json': JSON.stringify({ 'X-GitHub-Delivery': 'abc', 'x-github-event': 'ping' }),
      'own.jinja': '{{ headers["X-GitHub-Delivery"] }} {{ headers["x-github-event"] }}',
    })
    const wish = ['render', '--payload', 'payload.json', '--template', 'own.jinja', '--text']
    expect(await desk.run([...wish, '--event', 'issues', '--headers', 'headers.json'])).toEqual({
      code: 0,
      stdout: 'abc ping',
      stderr: '',
    })
  })

  test('prints with --text what the template renders, as it is', async ({ desk }) => {
    await desk.put({ 'payload.json': payload(first ?? ''), 'own.jinja': 'no event: {{ body.number }}' })
    const { code, stdout } = await desk.run([
      ...['render', '--payload', 'payload.json', '--template', 'own.jinja', '--text'],
    ])
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'no event: 7' })
  })

  test('uses the template that WEBHOOK_TEMPLATE in .env names', async ({ desk }) => {
    await desk.put({
      'payload.json': payload(first ?? ''),
      'own.jinja': '{{ body.action }}',
      '.env': 'WEBHOOK_TEMPLATE=own.jinja\n',
    })
    const { stdout } = await desk.run(['render', '--payload', 'payload.json', '--text'])
    expect(stdout).toBe('closed')
  })

  test('renders a delivery without a pull request, and says that it has none', async ({ desk }) => {
    await desk.put({ 'payload.json': issueComment })
    const { code, stdout, stderr } = await desk.run([
      ...['render', '--payload', 'payload.json', '--event', 'issue_comment'],
    ])
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'payload.json holds no pull request, so no flow run is named.',
    })
    expect(eventSchema.parse(JSON.parse(stdout)).payload).toMatchObject({ body: { action: 'created' } })
  })

  test('renders a body that is no JSON, as a webhook would, and says so', async ({ desk }) => {
    await desk.put({ 'payload.json': 'action=closed' })
    const { code, stdout, stderr } = await desk.run(['render', '--payload', 'payload.json'])
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'payload.json is no JSON, so the template sees it as text.',
    })
    expect(eventSchema.parse(JSON.parse(stdout)).payload).toMatchObject({ body: 'action=closed' })
  })

  const failing = [
    {
      name: 'a payload that is not there',
      files: {},
      says: 'payload.json cannot be read: there is no such file.',
    },
    {
      name: 'headers that are no object of texts',
      files: { 'payload.json': payload(null), 'headers.json': '{"X-A": 1}' },
      parameters: ['--headers', 'headers.json'],
      says: 'headers.json cannot be read: it is no JSON object of header names to texts.',
    },
    {
      name: 'a template that does not compile',
      files: { 'payload.json': payload(null), 'own.jinja': 'ok\n{{ body | nonsense }}' },
      parameters: ['--template', 'own.jinja'],
      says: "The template own.jinja cannot be used. Line 2 of the template: No filter named 'nonsense'.",
    },
    {
      name: 'a template that fails',
      files: { 'payload.json': payload(null), 'own.jinja': '{{ 1 / 0 }}' },
      parameters: ['--template', 'own.jinja'],
      says: 'Line 1 of the template: ZeroDivisionError',
    },
    {
      name: 'a template that makes no event',
      files: { 'payload.json': payload(null), 'own.jinja': '{"event": "only"}' },
      parameters: ['--template', 'own.jinja'],
      says: 'The template renders no event for this request. Look at it with --text.',
    },
    {
      name: 'an event that Prefect would not take',
      files: {
        'payload.json': payload(null),
        'own.jinja': '{"event": "e", "resource": {"prefect.resource.id": "r"}, "occurred": "never"}',
      },
      parameters: ['--template', 'own.jinja'],
      says: 'occurred',
    },
  ]
  test.for(failing)('fails for $name, and says so', async ({ files, parameters = [], says }, { desk }) => {
    await desk.put(files)
    const { code, stdout, stderr } = await desk.run(['render', '--payload', 'payload.json', ...parameters])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(says)
    expect(stderr).not.toMatch(stack)
  })
})

vi.setConfig({ testTimeout: 60_000 })
