import { expect, test } from 'vitest'
import { jinjaCases, passes } from './jinja-cases.ts'
import { notYet } from './not-yet.ts'

const supported = jinjaCases.filter(({ category }) => !notYet.has(category))

test.each(supported)('$name: $template gives what Jinja gives', (given) => {
  expect(passes(given)).toBe(true)
})

test('a category stays on the list only while one of its cases differs from Jinja', () => {
  const complete = [...notYet.keys()].filter((category) =>
    jinjaCases.filter((given) => given.category === category).every(passes),
  )
  expect(complete).toEqual([])
})

test('the number of cases that are as in Jinja only rises', () => {
  expect(jinjaCases.filter(passes).length).toBeGreaterThanOrEqual(387)
})
