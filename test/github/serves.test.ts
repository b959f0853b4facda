import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createServes } from '../../src/github/serves.ts'
import { aMerge } from '../fixtures/a-merge.ts'

function serves(allowed: readonly string[] | null, owner: { id: string | null; login: string }) {
  const lines: string[] = []
  const log = pino({}, { write: (line) => void lines.push(line) })
  return { serves: createServes(allowed, async () => owner, log), said: () => lines.join('') }
}

test.each([
  ['those of the account that owns the App', null, { id: '77', login: 'acme' }, true],
  ['not those of others', null, { id: '78', login: 'else' }, false],
  ['those that are allowed, whoever owns the App', ['acme/*'], { id: null, login: 'acme-corp' }, true],
  ['no others than those that are allowed', ['else/*'], { id: '77', login: 'acme' }, false],
] as const)('it serves %s', async (_name, allowed, owner, served) => {
  expect(await serves(allowed, owner).serves(aMerge())).toBe(served)
})

test('an enterprise that owns the App owns no repository: the log says what to set', async () => {
  const { serves: isServed, said } = serves(null, { id: null, login: 'acme-corp' })
  expect(await isServed(aMerge())).toBe(false)
  expect(said()).toContain('acme-corp is an enterprise')
  expect(said()).toContain('ALLOWED_REPOSITORIES')
})
