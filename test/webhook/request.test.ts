import { expect, test } from 'vitest'
import { compileTemplate } from '../../src/webhook/index.ts'

const render = (source: string, body: string, headers: Record<string, string> = {}, method = 'post') =>
  compileTemplate(source).render({ method, headers, body }).text

test('the method is in upper case', () => {
  expect(render('{{ method }}', '')).toBe('POST')
})

test.each([
  ["{{ headers['content-length'] }}", '228'],
  ["{{ headers['CoNtEnT-LeNgTh'] }}", '228'],
  ["{{ headers.get('X-GITHUB-EVENT') }}", 'push'],
  ["{{ headers|attr('x') }}{{ headers.Host }}{{ headers.host }}", 'aa'],
  ["{{ 'x-github-event' in headers }}", 'True'],
  ["{{ headers.get('x-none', 'no') }}", 'no'],
  ['{{ headers }}', "{'Content-Length': '228', 'x-GitHub-event': 'push', 'HOST': 'a'}"],
  ["{{ headers['authorization'] }}{{ headers.Authorization }}", ''],
])('%s of headers', (source, text) => {
  const headers = {
    'Content-Length': '228',
    'x-GitHub-event': 'push',
    HOST: 'a',
    AUTHORIZATION: 'Bearer secret',
  }
  expect(render(source, '', headers)).toBe(text)
})

const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }

test.each([
  ['JSON', '{"a": 1}', { 'Content-Type': 'application/json' }, "{'a': 1}"],
  ['JSON that is none', '{"a": ', { 'Content-Type': 'application/json' }, '{"a": '],
  ['a form', 'model=r%20s&friendly_name=a+b&model=t', form, "{'model': 't', 'friendly_name': 'a b'}"],
  ['a form that looks like JSON', '{"a":1}', form, `{'{"a":1}': ''}`],
  ['JSON sent as text', '[1.0, 2]', { 'Content-Type': 'text/plain' }, '[1.0, 2]'],
  ['text', 'hello', { 'Content-Type': 'text/plain' }, 'hello'],
  ['nothing', '', {}, ''],
  ['a text without an end', '"abc', {}, '"abc'],
  ['JSON nested too deeply', '['.repeat(600) + ']'.repeat(600), {}, '['.repeat(600) + ']'.repeat(600)],
])('a body of %s', (_, body, headers: Record<string, string>, text) => {
  expect(render('{{ body }}', body, headers)).toBe(text)
})

test('digit-only keys stay in the order of the text', () => {
  expect(render('{{ body }}', '{"10": 1, "2": 2, "x": 3, "1": 4}')).toBe("{'10': 1, '2': 2, 'x': 3, '1': 4}")
})

test('numbers keep their text', () => {
  const numbers = '[2.0, 12345678901234567890, 1e100, -0.0, 1.50, 9007199254740993]'
  expect(render('{{ body }}', numbers)).toBe(
    '[2.0, 12345678901234567890, 1e+100, -0.0, 1.5, 9007199254740993]',
  )
})

const pairs =
  '{% for k, v in body.items() %}{{ loop.index }}:{{ k }}={{ v }}{{ ", " if not loop.last }}{% else %}none{% endfor %}'

test.each([
  ['{{ body.x }}', '1'],
  ["{{ body['x'] }}", '1'],
  ["{{ body.missing|default('no') }}", 'no'],
  ["{{ body.a.b.c|default('deep') }}", 'deep'],
  ['{% if body.x > 1 %}a{% elif body.x == 1 %}b{% else %}c{% endif %}', 'b'],
  ['{% set y = body.x + 1 %}{{ y }}', '2'],
  [pairs, '1:x=1, 2:flag=True'],
  ['a {#- comment -#} b', 'ab'],
  ['  {%- if true -%}  x  {%- endif -%}  ', 'x'],
  ['{{ body|tojson }}', '{"flag": true, "x": 1}'],
  ['{{ True }} {{ False }} {{ None }} {{ true }}', 'True False None True'],
])('%s prints %s', (source, text) => {
  expect(render(source, '{"x": 1, "flag": true}')).toBe(text)
})

test('the work of a rendering grows with the template, not with the body', () => {
  const body = JSON.stringify({ x: 1, labels: Array.from({ length: 50_000 }, (_, id) => ({ id })) })
  expect(render('{{ body.x }}', body)).toBe('1')
  expect(() =>
    render('{% for a in body.labels %}{% for b in body.labels %}{% endfor %}{% endfor %}', body),
  ).toThrow('steps')
})
