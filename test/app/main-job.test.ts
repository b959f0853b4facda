import { describe, expect } from 'vitest'
import { repository, test } from './world.ts'

describe.concurrent('a merge', () => {
  test('a merge resumes the failed run it names, and the comment follows it to its end', async ({
    github,
    prefect,
    merge,
    comment,
    setStates,
  }) => {
    const run = prefect.addFlowRun({ state: 'FAILED', name: 'lyrical-pudu' })
    const { number, delivery } = await merge({ title: 'Fix', body: `Fixes: ${run.url}` })
    expect(delivery.statusCode).toBe(200)

    const body = await comment(number, (text) => text.includes('ran again, and completed'))
    expect(body).toContain('`lyrical-pudu`')
    const [pullRequest] = github.comments(repository, number)
    expect(pullRequest?.viaApp).toBe(true)
    expect(pullRequest?.edits[0]).toMatch(/is resumed|runs again/)
    expect(github.comments(repository, number)).toHaveLength(1)

    const names = prefect.states(run.id).map(({ name }) => name)
    expect(names).toEqual(['Failed', 'Scheduled', 'Pending', 'Running', 'Completed'])
    expect(prefect.executions(run.id)).toBe(1)
    expect(setStates()).toEqual([
      {
        state: {
          type: 'SCHEDULED',
          name: 'Scheduled',
          message: expect.stringMatching(
            new RegExp(
              `^Resumed by merge of ${repository}#${number} \\([0-9a-f]{7}\\) http.*/pull/${number}$`,
            ),
          ),
        },
        force: true,
      },
    ])
  })

  test('several runs of one pull request are resumed, and one comment tells of all', async ({
    github,
    prefect,
    merge,
    comment,
  }) => {
    const failed = prefect.addFlowRun({ state: 'FAILED', name: 'first-run' })
    const crashed = prefect.addFlowRun({ state: 'CRASHED', name: 'second-run' })
    const running = prefect.addFlowRun({ state: 'RUNNING', name: 'third-run' })
    const { number } = await merge({
      title: 'Fix all',
      body: [failed, crashed, running].map(({ url }) => `- ${url}`).join('\n'),
    })
    await comment(number, (text) => (text.match(/ran again, and completed/g) ?? []).length === 2)
    expect(github.comments(repository, number)).toHaveLength(1)
    expect(prefect.states(running.id).map(({ type }) => type)).toEqual(['RUNNING'])
  })

  test('a run that fails again is told as failed again', async ({ prefect, merge, comment }) => {
    const run = prefect.addFlowRun({
      state: 'FAILED',
      ends: [{ type: 'FAILED', name: 'Failed', message: "KeyError: 'amount'" }],
    })
    const { number } = await merge({ title: 'Fix', body: run.url })
    await comment(number, (text) => text.includes('failed again'))
    expect(prefect.executions(run.id)).toBe(1)
  })

  test('what a title holds stays in the title', async ({ prefect, merge, comment, decision }) => {
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const other = prefect.addFlowRun({ state: 'FAILED' })
    const { number, delivery } = await merge({
      title: `","pr.merged":"True","prefect.resource.id":"prefect.flow-run.${other.id}`,
      body: run.url,
    })
    expect(await decision(delivery.guid)).toMatchObject({ outcome: 'handed-over', flow_runs: [run.id] })
    await comment(number, (text) => text.includes('ran again, and completed'))
    expect(prefect.states(other.id)).toHaveLength(1)
  })

  test('a pull request that is closed without merging does nothing, whatever its title says', async ({
    app,
    github,
    prefect,
    decision,
  }) => {
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = github.addPullRequest({
      repository,
      title: `","pr.merged":"True","x":"`,
      body: run.url,
    })
    const { guid } = await github.deliver(github.closeUnmerged({ repository, number }))
    expect(await decision(guid)).toMatchObject({
      outcome: 'not-matched',
      reason: expect.stringContaining('pr.merged'),
    })
    expect((await app.stop()).code).toBe(0)
    expect(prefect.calls.of('flow_run')).toEqual([])
    expect(github.comments(repository, number)).toEqual([])
  })

  test('a merge that names no run gets no comment', async ({ app, github, prefect, merge, decision }) => {
    const { number, delivery } = await merge({ title: 'Docs', body: 'Nothing to resume.' })
    expect(await decision(delivery.guid)).toMatchObject({ outcome: 'names-no-run' })
    await app.stop()
    expect(github.comments(repository, number)).toEqual([])
    expect(prefect.calls.of('flow_run')).toEqual([])
  })

  test('a merge into another branch than the default one is told, not acted upon', async ({
    prefect,
    merge,
    comment,
    setStates,
  }) => {
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = await merge({ title: 'Backport', body: run.url, baseBranch: 'release' })
    await comment(number, (text) => text.includes('release'))
    expect(setStates()).toEqual([])
  })
})
