import { expect } from 'vitest'
import { killRounds } from './kill-rounds.ts'
import { test } from './world.ts'

const everybody = test.override({ settings: { ALLOWED_REPOSITORIES: '*/*' } })

everybody(
  'killed in the middle of its work, again and again, the app loses nothing and does nothing twice',
  { timeout: 150_000 },
  async ({ github, prefect, environment }) => {
    const { taken } = await killRounds({ github, prefect, environment }, 3)
    expect(taken).toBeGreaterThan(0)
  },
)
