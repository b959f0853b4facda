import { readFileSync } from 'node:fs'
import { describe, expect, vi } from 'vitest'
import { z } from 'zod'
import { stack, test } from './command.ts'

const packageText = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
const { version } = z.object({ version: z.string() }).parse(JSON.parse(packageText))

describe.concurrent('the command line', () => {
  test('says which version it is', async ({ desk }) => {
    expect(await desk.run(['--version'])).toEqual({ code: 0, stdout: version, stderr: '' })
  })

  const helps = [
    ['--help'],
    ['help'],
    ['start', '--help'],
    ['find', '--help'],
    ['explain', '--help'],
    ['render', '--help'],
  ]
  test.for(helps)('explains itself in 80 columns, with an example: %j', async (parameters, { desk }) => {
    const { code, stdout, stderr } = await desk.run(parameters)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(
      /^Example.*:\n {2}\$ (?:\S+ )*resume-on-merge|^Example.*:\n {2}\$ npx resume-on-merge/m,
    )
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test('groups its commands by what they are for', async ({ desk }) => {
    const { stdout } = await desk.run(['--help'])
    const groups = stdout.split(/^(?=\S.*:$)/m).map((group) => group.trim().split('\n').slice(0, 2))
    expect(groups.map(([title]) => title)).toEqual(expect.arrayContaining(['Run it:', 'Try it out:']))
  })

  const wrong = [
    { parameters: ['nonsense'], says: 'nonsense' },
    { parameters: ['start', 'now'], says: 'now' },
    { parameters: ['--nonsense'], says: '--nonsense' },
    { parameters: ['find', '--nonsense'], says: '--nonsense' },
    { parameters: ['find', 'one', 'two'], says: 'too many arguments' },
    { parameters: ['explain'], says: 'what' },
    { parameters: ['explain', 'acme/etl'], says: 'acme/etl' },
    { parameters: ['render'], says: '--payload' },
    { parameters: ['render', '--payload'], says: '--payload' },
    { parameters: ['render', '--payload', '-', '--template', '-'], says: 'standard input' },
  ]
  test.for(wrong)(
    'wrong usage is 2, and says what and where help is: $parameters',
    async (wish, { desk }) => {
      const { code, stdout, stderr } = await desk.run(wish.parameters)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(wish.says)
      expect(stderr).toContain('--help')
      expect(stderr).not.toMatch(stack)
    },
  )
})

vi.setConfig({ testTimeout: 60_000 })
