import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { spawnApp } from './spawn-app.ts'
import { repository, test } from './world.ts'

const completed = (text: string): boolean => text.includes('ran again, and completed')

describe.concurrent('the same merge again', () => {
  test('in the same delivery, in a new one, and after the run failed again: nothing more happens', async ({
    app,
    github,
    prefect,
    comment,
    decision,
    setStates,
  }) => {
    void app
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = github.addPullRequest({ repository, title: 'Fix', body: run.url })
    const delivery = github.merge({ repository, number })
    expect((await github.deliver(delivery)).statusCode).toBe(200)
    await comment(number, completed)
    prefect.setState(run.id, 'FAILED')
    const callsBefore = prefect.calls.of('flow_run').length

    expect((await github.deliver(delivery)).statusCode).toBe(200)
    const guid = randomUUID()
    expect((await github.deliver(delivery, { guid })).statusCode).toBe(200)
    expect(await decision(guid)).toMatchObject({ outcome: 'already-known' })
    await app.stop()
    expect(prefect.calls.of('flow_run')).toHaveLength(callsBefore)
    expect(setStates()).toHaveLength(1)
    expect(github.comments(repository, number)).toHaveLength(1)
  })

  test('fifty copies at once: one state, one comment', async ({
    app,
    github,
    prefect,
    comment,
    setStates,
  }) => {
    void app
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = github.addPullRequest({ repository, title: 'Fix', body: run.url })
    const delivery = github.merge({ repository, number })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        github.deliver(delivery, index % 2 === 0 ? {} : { guid: randomUUID() }),
      ),
    )
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
    await comment(number, completed)
    expect(setStates()).toHaveLength(1)
    expect(prefect.executions(run.id)).toBe(1)
    expect(github.comments(repository, number)).toHaveLength(1)
  })

  test('another store, as after a lost disk: the proof in Prefect is enough', async ({
    app,
    environment,
    github,
    prefect,
    comment,
    setStates,
  }) => {
    void app
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = github.addPullRequest({ repository, title: 'Fix', body: run.url })
    const delivery = github.merge({ repository, number })
    await github.deliver(delivery)
    await comment(number, completed)
    await app.stop()
    prefect.setState(run.id, 'FAILED')

    const { DATA_DIR: _, ...elsewhere } = environment
    const next = await spawnApp(elsewhere, { endedByCaller: true })
    try {
      await github.deliver(delivery, { url: `${next.url}/api/github/webhooks` })
      await next.logs.find(({ msg }) => msg === 'merge finished')
      expect(setStates()).toHaveLength(1)
      expect(github.comments(repository, number)).toHaveLength(1)
    } finally {
      await next.kill()
    }
  })
})

describe.concurrent('two merges that name one run', () => {
  test('at the same moment: it is executed once', async ({ app, github, prefect, comment }) => {
    void app
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const merges = [1, 2].map(() => {
      const { number } = github.addPullRequest({ repository, title: 'Fix', body: run.url })
      return { number, delivery: github.merge({ repository, number }) }
    })
    await Promise.all(merges.map(({ delivery }) => github.deliver(delivery)))
    await prefect.until(() => prefect.flowRun(run.id).state_type === 'COMPLETED')
    for (const { number } of merges) await comment(number, () => true)
    expect(prefect.executions(run.id)).toBe(1)
  })
})
