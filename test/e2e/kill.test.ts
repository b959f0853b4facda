import { expect } from 'vitest'
import { killRounds } from '../app/kill-rounds.ts'
import { test } from '../app/world.ts'

const rounds = 200

const everybody = test.override({ settings: { ALLOWED_REPOSITORIES: '*/*' } })

everybody(
  `killed ${rounds} times in the middle of its work, the app loses nothing and does nothing twice`,
  { timeout: 1_500_000 },
  async ({ github, prefect, environment }) => {
    const count = await killRounds({ github, prefect, environment }, rounds)
    process.stdout.write(`${JSON.stringify(count)}\n`)
    expect(count.taken).toBeGreaterThan(rounds)
  },
)
