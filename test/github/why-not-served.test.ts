import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createWhyNotServed } from '../../src/github/why-not-served.ts'
import { aMerge } from '../fixtures/a-merge.ts'

function serving(allowed: readonly string[] | null, owner: { id: string | null; login: string }) {
  const lines: string[] = []
  const log = pino({}, { write: (line) => void lines.push(line) })
  return { whyNot: createWhyNotServed(allowed, async () => owner, log), lines }
}

test.each([
  ['those of the account that owns the App', null, { id: '77', login: 'acme' }, null],
  ['not those of others', null, { id: '78', login: 'else' }, "not of the App's owner else"],
  ['those that are allowed, whoever owns the App', ['acme/*'], { id: null, login: 'acme-corp' }, null],
  [
    'no others than those that are allowed',
    ['else/*'],
    { id: '77', login: 'acme' },
    'not in ALLOWED_REPOSITORIES',
  ],
] as const)('it serves %s', async (_name, allowed, owner, why) => {
  expect(await serving(allowed, owner).whyNot(aMerge())).toBe(why)
})

test('an enterprise that owns the App owns no repository: it is said what to set', async () => {
  const why = await serving(null, { id: null, login: 'acme-corp' }).whyNot(aMerge())
  expect(why).toContain('acme-corp is an enterprise')
  expect(why).toContain('ALLOWED_REPOSITORIES')
})

test('the log tells of a foreign installation once', async () => {
  const { whyNot, lines } = serving(['else/*'], { id: '77', login: 'acme' })
  await whyNot(aMerge())
  await whyNot(aMerge({ number: 43 }))
  await whyNot(aMerge({ installationId: '556' }))
  expect(lines.map((line) => JSON.parse(line).installation)).toEqual(['555', '556'])
})
