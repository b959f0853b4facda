import { describe, expect } from 'vitest'
import { startProgram } from '../app/program.ts'
import { isSkipped, itemOf, test } from './merging.ts'

/** All but failed and crashed, with the names that Prefect gives them. */
const states = [
  { state: 'COMPLETED', says: 'has completed already' },
  { state: 'CANCELLED', says: 'was cancelled' },
  { state: 'CANCELLING', says: 'is being cancelled' },
  { state: 'RUNNING', says: 'is running already' },
  { state: 'RUNNING', stateName: 'Retrying', says: 'is running already: Prefect retries it by itself' },
  { state: 'PENDING', says: 'is about to start already' },
  { state: 'SCHEDULED', says: 'is scheduled already' },
  { state: 'SCHEDULED', stateName: 'AwaitingRetry', says: 'waits for its retry already' },
  { state: 'PAUSED', says: 'is paused' },
  { state: 'PAUSED', stateName: 'Suspended', says: 'is suspended' },
]

describe.skipIf(isSkipped).concurrent('a run in a real Prefect server is left alone', () => {
  test('in any state but failed and crashed', async ({ api, seed, merge }) => {
    const deployment = await seed.deployment()
    const runs = []
    for (const { says, ...state } of states)
      runs.push({ says, ...(await seed.run({ deployment, ...state })) })
    const body = await (await merge(runs.map(({ url }) => url).join('\n'))).comment()
    for (const run of runs) {
      expect(itemOf(body, run)).toContain(run.says)
      // what is scheduled may have become late meanwhile
      const others = (await api.states(run.id)).filter(({ name }) => name !== 'Late')
      expect(others).toHaveLength(1)
    }
  })

  test('when it is late: nobody has picked it up', async ({ api, seed, merge }) => {
    const run = await seed.run({ deployment: await seed.deployment(), state: 'SCHEDULED' })
    await api.reaches(run.id, 'SCHEDULED', { name: 'Late' })
    const body = await (await merge(run.url)).comment()
    expect(body).toContain('is scheduled already, but nobody has picked it up')
    expect(await api.states(run.id)).toHaveLength(2)
  })

  test('when somebody has retried it: by the button of the UI, or by the command', async ({
    api,
    seed,
    merge,
    server,
    dataFolder,
  }) => {
    const deployment = await seed.deployment()
    const [byButton, byCommand] = [
      await seed.run({ deployment, state: 'FAILED' }),
      await seed.run({ deployment, state: 'CRASHED' }),
    ]
    await seed.setState(byButton, { type: 'SCHEDULED', name: 'AwaitingRetry', message: 'Retry from the UI' })
    const retry = await startProgram({
      command: server.python,
      arguments: ['-m', 'prefect', 'flow-run', 'retry', byCommand.id],
      environment: { HOME: dataFolder, PREFECT_API_URL: server.apiUrl, DO_NOT_TRACK: '1' },
      folder: dataFolder,
    })
    expect(await retry.exit).toEqual({ code: 0, signal: null })

    const body = await (await merge(`${byButton.url}\n${byCommand.url}`)).comment()
    for (const [run, message] of [
      [byButton, 'Retry from the UI'],
      [byCommand, 'Retried via CLI'],
    ] as const) {
      expect(itemOf(body, run)).toContain('was already resumed by somebody else')
      expect(itemOf(body, run)).toContain(`Its state says: \`${message}\`.`)
      expect((await api.states(run.id)).filter(({ type }) => type === 'SCHEDULED')).toHaveLength(1)
    }
  })

  test('without a deployment, or when its deployment was deleted', async ({ api, seed, merge }) => {
    const gone = await seed.deployment()
    const without = await seed.run({ deployment: null, state: 'FAILED' })
    const orphan = await seed.run({ deployment: gone, state: 'FAILED' })
    await seed.ask('DELETE', `/deployments/${gone.id}`)

    const body = await (await merge(`Resumes ${without.url}\nResumes ${orphan.url}`)).comment()
    expect(itemOf(body, without)).toContain('cannot be resumed: it has no deployment')
    expect(itemOf(body, without)).toContain(`prefect flow-run retry ${without.id}`)
    expect(itemOf(body, orphan)).toContain('cannot be resumed: its deployment was deleted')
    for (const { id } of [without, orphan]) expect(await api.states(id)).toHaveLength(1)
  })

  test('where Prefect does not know it', async ({ merge, server }) => {
    const body = await (await merge(`${server.uiUrl}/runs/flow-run/${crypto.randomUUID()}`)).comment()
    expect(body).toContain('was not found in Prefect')
  })

  test('where another one follows a closing word: only that is resumed', async ({ api, seed, merge }) => {
    const deployment = await seed.deployment()
    const meant = await seed.run({ deployment, state: 'FAILED' })
    const mentioned = await seed.run({ deployment, state: 'FAILED' })
    const body = await (await merge(`It failed as ${mentioned.url} did.\n\nFixes ${meant.url}`)).comment()
    expect(itemOf(body, mentioned)).toContain('is only mentioned, and left alone')
    expect((await api.run(meant.id)).state.type).toBe('SCHEDULED')
    expect(await api.states(mentioned.id)).toHaveLength(1)
  })
})
