import { expect, test } from 'vitest'
import { compileTemplate, TemplateCompileError, TemplateRenderError } from '../../src/webhook/index.ts'
import { delivery } from './shared-template.ts'

const render = (source: string, payload: unknown) =>
  compileTemplate(source).render(delivery('x', payload)).text

test('an object that claims a length is gone through by its keys', () => {
  expect(render('{% for l in body.labels %}{{ l }};{% endfor %}', { labels: { length: 1e9 } })).toBe(
    'length;',
  )
})

test.each(['{{ body.sha[1:] }}', '{{ body.sha[:-1] }}', '{{ body.sha[::-1] }}'])(
  '%s of a number fails at once',
  (source) => {
    expect(() => render(source, { sha: 5 })).toThrow(TemplateRenderError)
  },
)

test.each([
  ['{{ "ab" * 1000000000 }}'],
  ['{{ [1] * 1000000000 }}'],
  ['{{ 10 ** 1000000 }}'],
  ['{{ range(101) }}'],
  ['{{ range(1, 1000000000) }}'],
  ['{{ body.text.replace("a", body.text) }}'],
  ['{% for a in body.text %}{% for b in body.text %}{% endfor %}{% endfor %}'],
  ['{% for a in body.text %}{{ body.list|sort|length }}{% endfor %}'],
  ['{% for a in body.text %}{% if a in body.list %}{% endif %}{% endfor %}'],
  [
    '{% for a in body.text %}{% if body.text.upper() == a %}{% endif %}{% if body.text[5:] == a %}{% endif %}{% endfor %}'.repeat(
      4,
    ),
  ],
  ['{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}'],
  [
    '{% macro a(x) %}{{ x }}{{ x }}{% endmacro %}{% set s = body.text %}{{ a(a(a(a(a(a(a(a(a(a(a(s))))))))))) }}',
  ],
])('%s ends with an error, not with the process', (source) => {
  expect(() =>
    render(source, { text: 'a'.repeat(10_000), list: Array.from({ length: 10_000 }, (_, n) => n) }),
  ).toThrow(TemplateRenderError)
})

test.each([
  ['a name that carries code', '{{ a"^Function`process\\x2eexit\\x28\\x29```^"b }}'],
  ['a name that is no name', '{{ é }}'],
  ['an unknown filter', '{{ 1|nosuch }}'],
  ['an unknown test', '{{ 1 is nosuch }}'],
  ['an unknown tag', '{% nosuch %}'],
  ['an unclosed tag', `${'x'.repeat(1_000)}{% if true %}`],
  ['eleven loops', '{% for x in [] %}{% endfor %}'.repeat(11)],
  ['three loops within each other', '{% for a in [] %}'.repeat(3) + '{% endfor %}'.repeat(3)],
  ['brackets without end', '{{ '.concat('('.repeat(100_000))],
])('%s is refused when the template is compiled', (_, source) => {
  expect(() => compileTemplate(source)).toThrow(TemplateCompileError)
})

test('the line of what is wrong is told', () => {
  expect(() => compileTemplate('a\nb\n{{ 1|nosuch }}')).toThrow('Line 3 of the template: No filter named')
})

test.each([
  ['{{ range.constructor }}'],
  ['{{ "".constructor.constructor }}'],
  ['{{ body.constructor }}{{ body.__proto__ }}{{ body.toString }}{{ body["hasOwnProperty"] }}'],
  ['{{ constructor }}{{ __proto__ }}{{ toString }}'],
  ['{{ body.__class__ }}{{ body.__init__ }}{{ loop.__class__ }}'],
])('%s finds nothing of JavaScript or Python', (source) => {
  expect(render(source, {})).toBe('')
})

test('keys with names of JavaScript are ordinary keys', () => {
  const body = '{"__proto__": {"x": 1}, "constructor": "c", "toString": "t", "length": 5}'
  const request = { method: 'POST', headers: {}, body }
  const template = compileTemplate(
    '{{ body.__proto__.x }} {{ body.constructor }} {{ body.toString }} {{ body|length }}',
  )
  expect(template.render(request).text).toBe('1 c t 4')
  expect(Object.keys({})).toEqual([])
})

test('variables with names of JavaScript are ordinary variables', () => {
  const source =
    '{% set __proto__ = 1 %}{% set constructor = 2 %}{% set arguments = 3 %}{{ __proto__ }}{{ constructor }}{{ arguments }}'
  expect(render(source, {})).toBe('123')
})

test('equal keys among many are found without going through all of them', () => {
  const ids = Array.from({ length: 100_000 }, (_, id) => id)
  expect(
    render('{{ body.ids|unique|list|length }} {{ [1, 1.0, true, 0, false]|unique|list }}', { ids }),
  ).toBe('100000 [1, 0]')
})

test('what is rendered once leaves nothing for the next time', () => {
  const template = compileTemplate('{{ seen }}{% set seen = body.v %}{{ seen }}')
  expect(template.render(delivery('x', { v: 1 })).text).toBe('1')
  expect(template.render(delivery('x', { v: 2 })).text).toBe('2')
})
