import { describe, expect } from 'vitest'
import { test } from './world.ts'

const idle = test.override({ prefectOptions: {} })

describe.concurrent('a run that nothing will pick up', () => {
  idle('is told as such, and why', async ({ prefect, merge, comment }) => {
    const inPool = (workPool: string, workQueue = 'default') =>
      prefect.addDeployment({ name: `${workPool}-${workQueue}`, flow: 'etl', workPool, workQueue }).id
    const runOf = (deployment: string) => prefect.addFlowRun({ state: 'FAILED', deployment })
    const queueOf = (id: string) => prefect.flowRun(id).work_queue_id ?? ''

    const runs = [
      runOf(inPool('paused-pool')),
      runOf(inPool('empty-pool')),
      runOf(inPool('pool', 'paused-queue')),
      runOf(inPool('pool', 'gone-queue')),
      runOf(prefect.addDeployment({ name: 'full', flow: 'etl', concurrencyLimit: 0, workPool: 'pool' }).id),
    ]
    prefect.changeWorkPool('paused-pool', { paused: true, workers: ['ONLINE'] })
    prefect.changeWorkPool('empty-pool', { workers: ['OFFLINE'] })
    prefect.changeWorkPool('pool', { workers: ['ONLINE'] })
    prefect.changeWorkQueue(queueOf(runs[2]?.id ?? ''), { paused: true })
    prefect.deleteWorkQueue(queueOf(runs[3]?.id ?? ''))

    const { number } = await merge({ title: 'Fix', body: runs.map(({ url }) => url).join('\n') })
    const body = await comment(number, () => true)
    expect(body).toMatch(/nothing will pick it up: the work pool `paused-pool` is paused/)
    expect(body).toContain('prefect work-pool resume paused-pool')
    expect(body).toContain('prefect worker start --pool empty-pool')
    expect(body).toContain('prefect work-queue resume paused-queue --pool pool')
    expect(body).toMatch(/work queue `gone-queue` was deleted/)
    expect(body).toMatch(/concurrency limit of the deployment|concurrency limit of its deployment/)
  })

  idle(
    'is told where nobody serves its flow, and not where somebody does',
    async ({ prefect, merge, comment }) => {
      const served = prefect.addDeployment({ name: 'served', flow: 'etl', workPool: null }).id
      const left = prefect.addDeployment({ name: 'left', flow: 'etl', workPool: null, served: false }).id
      const run = prefect.addFlowRun({ state: 'FAILED', deployment: served })
      const { number } = await merge({ title: 'Fix', body: run.url })
      expect(await comment(number, () => true)).not.toContain('pick it up')
      const lost = prefect.addFlowRun({ state: 'FAILED', deployment: left })
      const { number: other } = await merge({ title: 'Fix', body: lost.url })
      expect(await comment(other, () => true)).toContain('nobody serves its deployment now')
    },
  )

  idle('is not meant where a push pool needs no worker', async ({ prefect, merge, comment }) => {
    prefect.addWorkPool({ name: 'push-pool', type: 'ecs:push' })
    const deployment = prefect.addDeployment({ name: 'a', flow: 'etl', workPool: 'push-pool' }).id
    const run = prefect.addFlowRun({ state: 'FAILED', deployment })
    const { number } = await merge({ title: 'Fix', body: run.url })
    expect(await comment(number, () => true)).not.toContain('pick it up')
  })
})

describe.concurrent('the code that a run gets is told', () => {
  idle('an image from before the merge needs a deploy first', async ({ prefect, merge, comment }) => {
    const deployment = prefect.addDeployment({
      name: 'a',
      flow: 'etl',
      updated: '2026-01-02T03:04:05Z',
      jobVariables: { image: 'ghcr.io/acme/etl:41' },
    }).id
    const run = prefect.addFlowRun({ state: 'FAILED', deployment })
    const { number } = await merge({ title: 'Fix', body: run.url })
    const body = await comment(number, () => true)
    expect(body).toContain('2026-01-02 03:04')
    expect(body).toMatch(/deploy/i)
    expect(body).toContain(`resume-on-merge resume acme/etl#${number}`)
  })

  idle('what is cloned from the branch that was merged needs none', async ({ prefect, merge, comment }) => {
    const clone = { repository: 'https://github.com/acme/etl.git', branch: 'main' }
    const deployment = prefect.addDeployment({
      name: 'a',
      flow: 'etl',
      updated: '2026-01-02T03:04:05Z',
      pullSteps: [{ 'prefect.deployments.steps.git_clone': clone }],
    }).id
    const run = prefect.addFlowRun({ state: 'FAILED', deployment })
    const { number } = await merge({ title: 'Fix', body: run.url })
    expect(await comment(number, () => true)).not.toMatch(/deploy .*(?:first|needed|before)/i)
  })

  idle(
    'a later run of the deployment has completed, and tasks will run again',
    async ({ prefect, merge, comment }) => {
      const run = prefect.addFlowRun({ state: 'FAILED', startTime: '2026-11-20T08:00:00Z' })
      prefect.addTaskRun({ flowRun: run.id, state: 'COMPLETED', task: 'extract' })
      prefect.addFlowRun({ state: 'COMPLETED', name: 'later-run', startTime: '2026-11-20T09:00:00Z' })
      const { number } = await merge({ title: 'Fix', body: run.url })
      const body = await comment(number, () => true)
      expect(body).toContain('`later-run`')
      expect(body).toMatch(/task/)
    },
  )
})

describe.concurrent('who was quicker', () => {
  test('before the merge is told, and nothing is set', async ({ prefect, merge, comment, setStates }) => {
    const run = prefect.addFlowRun({ state: 'FAILED', deployment: null })
    prefect.setState(run.id, { type: 'SCHEDULED', name: 'AwaitingRetry', message: 'Retry from the UI' })
    const { number } = await merge({ title: 'Fix', body: run.url })
    const body = await comment(number, () => true)
    expect(body).toContain('already resumed by somebody else')
    expect(body).toContain('`Retry from the UI`')
    expect(setStates()).toEqual([])
  })

  idle(
    'between the last look and the setting is found afterwards, and told',
    async ({ prefect, merge, comment }) => {
      const run = prefect.addFlowRun({ state: 'FAILED' })
      let raced = false
      const watched = prefect.until(
        () => {
          const asked = prefect.calls.of(`/flow_run_states/`).length > 0
          if (asked && !raced) {
            raced = true
            prefect.setState(run.id, { type: 'PENDING', name: 'Pending' })
          }
          return raced
        },
        { what: 'the look at the states' },
      )
      const { number } = await merge({ title: 'Fix', body: run.url })
      await watched
      await comment(number, (text) => /twice|is about to start already|Pending/.test(text))
    },
  )
})
