import { describe, expect } from 'vitest'
import { test } from './world.ts'

describe.concurrent('a run that must not be resumed is left alone, and the comment says why', () => {
  const states = [
    'RUNNING',
    'PENDING',
    'SCHEDULED',
    'PAUSED',
    'COMPLETED',
    'CANCELLED',
    'CANCELLING',
  ] as const

  test('any state but failed and crashed', async ({ prefect, merge, comment, setStates }) => {
    // A deployment without a work pool: the stand-in’s worker leaves what is scheduled where it is.
    const runs = states.map((state) => prefect.addFlowRun({ state, deployment: null }))
    const { number } = await merge({ title: 'Fix', body: runs.map(({ url }) => url).join('\n') })
    const body = await comment(number, () => true)
    for (const { name } of runs) expect(body).toContain(`\`${name}\``)
    expect(setStates()).toEqual([])
  })

  test('a run without a deployment', async ({ prefect, merge, comment, setStates }) => {
    const run = prefect.addFlowRun({ state: 'FAILED', deployment: null })
    const { number } = await merge({ title: 'Fix', body: run.url })
    expect(await comment(number, () => true)).toContain(`prefect flow-run retry ${run.id}`)
    expect(setStates()).toEqual([])
  })

  test('a run whose deployment was deleted', async ({ prefect, merge, comment, setStates }) => {
    const deployment = prefect.addDeployment({ name: 'gone', flow: 'etl' })
    const run = prefect.addFlowRun({ state: 'FAILED', deployment: deployment.id })
    prefect.deleteDeployment(deployment.id)
    const { number } = await merge({ title: 'Fix', body: run.url })
    expect(await comment(number, () => true)).toContain('deleted')
    expect(setStates()).toEqual([])
  })

  test('a run that Prefect does not know', async ({ prefect, merge, comment, setStates }) => {
    const { number } = await merge({
      title: 'Fix',
      body: `${prefect.uiUrl}/runs/flow-run/00000000-0000-4000-8000-000000000000`,
    })
    await comment(number, (text) => /not found|does not know|no such/i.test(text))
    expect(setStates()).toEqual([])
  })

  test('a run of another workspace: Prefect is not even asked', async ({ prefect, merge, comment }) => {
    const elsewhere =
      '/account/7c1f0f0e-3d5a-4f43-9a10-5e0c2f6d8b21/workspace/e2b0a1c4-66d9-4a57-8f3e-90b7d1c5a604'
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = await merge({
      title: 'Fix',
      body: run.url.replace(prefect.uiUrl, prefect.uiUrl + elsewhere),
    })
    await comment(number, (text) => text.includes('workspace'))
    expect(prefect.calls.of('flow_run')).toEqual([])
  })

  test('a change that Prefect refuses: its reason is told', async ({ prefect, merge, comment }) => {
    const run = prefect.addFlowRun({ state: 'CRASHED', retryType: 'in_process' })
    prefect.faults.add({
      path: '/flow_runs/{id}/set_state',
      answer: {
        status: 200,
        body: { state: null, status: 'ABORT', details: { type: 'abort_details', reason: 'Not today.' } },
      },
    })
    const { number } = await merge({ title: 'Fix', body: run.url })
    expect(await comment(number, (text) => text.includes('Not today'))).toContain(`\`${run.name}\``)
    expect(prefect.states(run.id)).toHaveLength(1)
  })
})

describe.concurrent('a run whose retries ran in its own process', () => {
  test('is not forced, so that a worker gets it', async ({ prefect, merge, comment, setStates }) => {
    const run = prefect.addFlowRun({ state: 'CRASHED', retryType: 'in_process' })
    const { number } = await merge({ title: 'Fix', body: run.url })
    await comment(number, (text) => text.includes('ran again, and completed'))
    expect(setStates()).toMatchObject([{ force: false }])
  })
})

describe.concurrent('whom the app serves', () => {
  const foreign = test.override({ settings: { ALLOWED_REPOSITORIES: 'acme/other, example/*' } })

  foreign(
    'a repository that the operator does not allow is left alone',
    async ({ app, github, prefect, merge }) => {
      const run = prefect.addFlowRun({ state: 'FAILED' })
      const { delivery } = await merge({ title: 'Fix', body: run.url })
      expect(delivery.statusCode).toBe(200)
      await app.logs.find(({ msg }) => msg === 'repository not served')
      await app.stop()
      expect(prefect.calls.of('flow_run')).toEqual([])
      expect(github.calls.of('comments')).toEqual([])
    },
  )
})

describe.concurrent('a dry run', () => {
  const dry = test.override({ settings: { DRY_RUN: 'true' } })

  dry('reads, decides and tells, but sets nothing', async ({ prefect, merge, comment, setStates }) => {
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = await merge({ title: 'Fix', body: run.url })
    await comment(number, (text) => text.includes('`DRY_RUN`'))
    expect(setStates()).toEqual([])
  })
})
