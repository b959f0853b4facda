import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileTemplate } from '../../src/webhook/index.ts'
import { delivery, sharedTemplate } from './shared-template.ts'

const run = '12345678-1234-5678-1234-567812345678'
const pieces = [
  '"',
  '\\',
  '\\"',
  '\\\\',
  '\\u0022',
  '\\n',
  '\ud800',
  '\udc00',
  '\u0000',
  '\u2028',
  '\n',
  '\t',
  '{{ 7*7 }}',
  '{% if x %}',
  '{#',
  '__keywords',
  '","pr.merged":"True',
  '"}, "resource": {"prefect.resource.id": "evil',
  ',',
  '}',
  ']',
  ':',
  'null',
  ' ',
  'a',
  '🚀',
]
const hostile = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), {
  maxLength: 12,
})
const hostileText = hostile.map((parts) => parts.join(''))

const closed = (title: unknown) =>
  delivery('pull_request', {
    action: 'closed',
    pull_request: { number: 2, merged: false, title, body: 'nothing' },
  })

test('a title cannot forge the id or the merge', () => {
  const title = `","pr.merged":"True","prefect.resource.id":"prefect.flow-run.${run}`
  const { text, event } = sharedTemplate.render(closed(title))
  expect(event?.resource).toEqual({
    'prefect.resource.id': 'github.pr.2',
    'pr.number': '2',
    'pr.merged': 'False',
    'pr.title': title,
  })
  expect(text).toContain(title)
})

/** What a value becomes inside a string of the template: read as JSON where the sender escaped it, else itself. */
function asRead(value: string): unknown {
  try {
    return JSON.parse(`"${value}"`)
  } catch {
    return value
  }
}

test('no title changes a key, the id or another label, and the title survives', () => {
  fc.assert(
    fc.property(hostileText, (title) => {
      fc.pre(Array.from(title).length <= 105)
      expect(sharedTemplate.render(closed(title)).event).toEqual({
        event: 'github.pull_request.closed',
        resource: {
          'prefect.resource.id': 'github.pr.2',
          'pr.number': '2',
          'pr.merged': 'False',
          'pr.title': asRead(title),
        },
      })
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  [
    'a key under a condition',
    '{"event": "e", "resource": {"prefect.resource.id": "i"{% if body.v %}, "k": "{{ body.v }}"{% endif %}}}',
  ],
  [
    'a captured block',
    '{% set v %}<{{ body.v }}>{% endset %}{"event": "e", "resource": {"prefect.resource.id": "i", "k": "{{ v }}"}}',
  ],
  [
    'a macro',
    '{% macro label(v) %}"k": "{{ v }}"{% endmacro %}{"event": "e", "resource": {"prefect.resource.id": "i", {{ label(body.v) }}}}',
  ],
  [
    'a concatenation',
    '{"event": "e", "resource": {"prefect.resource.id": "i", {{ \'"k": "\' ~ body.v ~ \'"\' }}}}',
  ],
  [
    'a loop with tojson',
    '{"event": "e", "resource": {"prefect.resource.id": "i"{% for v in [body.v] %}, "k": {{ v|tojson }}{% endfor %}}}',
  ],
])('nothing leaves %s', (_, source) => {
  const template = compileTemplate(source)
  fc.assert(
    fc.property(hostileText, (v) => {
      const { event } = template.render(delivery('x', { v }))
      if (event === undefined) return
      expect(Object.keys(event)).toEqual(['event', 'resource'])
      const { k, ...rest } = event.resource
      expect(rest).toEqual({ 'prefect.resource.id': 'i' })
      expect(k === undefined || typeof k === 'string').toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('a value outside of strings is one whole JSON value, or no event', () => {
  const template = compileTemplate(
    '{"event": "e", "resource": {"prefect.resource.id": "i"}, "payload": {"v": {{ body }}}}',
  )
  const render = (body: string) => template.render({ method: 'POST', headers: {}, body })
  expect(render('5').event?.['payload']).toEqual({ v: 5 })
  expect(render('1}, "resource": {"prefect.resource.id": "evil"').event).toBeUndefined()
  expect(render('1, "w": 2').error).toContain('outside of strings')
  expect(render('true').error).toContain('"True"')
})

test('a value after a backslash of the template is no event', () => {
  const template = compileTemplate('{"event": "e\\{{ body }}", "resource": {"prefect.resource.id": "i"}}')
  expect(template.render({ method: 'POST', headers: {}, body: '"n"' }).error).toContain('after a backslash')
})

test('a key that stands twice is no event, at any level', () => {
  const template = compileTemplate(
    '{"event": "e", "resource": {"prefect.resource.id": "i", "{{ body }}": "x"}}',
  )
  const render = (body: string) =>
    template.render({ method: 'POST', headers: {}, body: JSON.stringify(body) })
  expect(render('k').event?.resource['k']).toBe('x')
  expect(render('prefect.resource.id').error).toContain('twice')
  expect(render('prefect.resource.i\\u0064').error).toContain('twice')
})

test('data that looks like arguments by name stays data', () => {
  const template = compileTemplate(
    '{% macro m(a, role="none") %}{{ role }} {{ a }}{% endmacro %}{{ m(body) }}',
  )
  const { text } = template.render(delivery('x', { __keywords: true, role: 'admin' }))
  expect(text).toBe("none {'__keywords': True, 'role': 'admin'}")
})
