import { describe, expect } from 'vitest'
import { repository, test } from './world.ts'

const path = '.github/resume-on-merge.yml'

/** After the first edit of a comment the next one waits for ten seconds. */
const patient = { timeout: 45_000 }

describe.concurrent('the settings file of a repository', () => {
  test('says which merges are left alone: nothing is read in Prefect of them, and nothing is said', async ({
    app,
    github,
    prefect,
    merge,
  }) => {
    const rows = [
      ['acme/off', 'enabled: false', {}, 'disabled'],
      ['acme/skip', 'labels: { skip: [no-resume] }', { labels: ['No-Resume'] }, 'label'],
      ['acme/require', 'labels: { require: [resume] }', { labels: ['bug'] }, 'label-missing'],
      ['acme/branches', 'branches: [release/*]', {}, 'branch'],
    ] as const
    for (const [name, text, pullRequest, reason] of rows) {
      github.setFile(name, path, text)
      const run = prefect.addFlowRun({ state: 'FAILED' })
      await merge({ title: 'Fix', body: run.url, ...pullRequest }, name)
      const finished = await app.logs.find(
        (line) => line['repository'] === name && line['msg'] === 'merge finished',
      )
      expect(finished).toMatchObject({ decision: 'skipped', reason })
    }
    await app.stop()
    expect(prefect.calls.of('flow_run')).toEqual([])
    expect(github.calls.of('comments')).toEqual([])
  })

  test('widens the branches, and is read on the branch that was merged into', async ({
    github,
    prefect,
    merge,
    comment,
  }) => {
    github.setFile(repository, path, 'enabled: false')
    github.setFile(repository, path, 'branches: [release]', 'release')
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = await merge({ title: 'Backport', body: run.url, baseBranch: 'release' })
    await comment(number, (text) => text.includes('ran again, and completed'))
  })

  test('narrows the states and the deployments, and the comment says who did', async ({
    github,
    prefect,
    merge,
    comment,
    setStates,
  }) => {
    github.setFile(repository, path, 'states: [FAILED]\ndeployments: [other/*]')
    const crashed = prefect.addFlowRun({ state: 'CRASHED' })
    const failed = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = await merge({ title: 'Fix', body: `${crashed.url}\n${failed.url}` })
    const body = await comment(number, () => true)
    expect(body).toContain('`states`')
    expect(body).toContain('`deployments`')
    expect(setStates()).toEqual([])
  })

  test('that is wrong resumes nothing by guess: the comment says where and what, and what is allowed', async ({
    github,
    prefect,
    merge,
    comment,
  }) => {
    github.setFile(repository, path, 'enabled: true\nbranch: main\n')
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = await merge({ title: 'Fix', body: run.url })
    const body = await comment(number, () => true)
    expect(body).toMatch(/\b2\b.*branch.*branches/s)
    expect(body).toContain(`resume-on-merge resume ${repository}#${number}`)
    expect(prefect.calls.of('flow_run')).toEqual([])
  })

  test('of the owner holds for repositories that have none', async ({ app, github, prefect, merge }) => {
    github.setFile('acme/.github', path, 'enabled: false')
    const run = prefect.addFlowRun({ state: 'FAILED' })
    await merge({ title: 'Fix', body: run.url })
    await app.logs.find(({ msg, reason }) => msg === 'merge finished' && reason === 'disabled')
    expect(prefect.states(run.id)).toHaveLength(1)
  })

  test(
    'that cannot be read is asked for again: the comment says so, and then the run is resumed',
    patient,
    async ({ github, prefect, merge, comment }) => {
      const mend = github.faults.add({ path: /\/contents\//, answer: { status: 500, body: {} } })
      const run = prefect.addFlowRun({ state: 'FAILED' })
      const { number } = await merge({ title: 'Fix', body: run.url })
      await comment(number, (text) => text.includes('cannot be read'))
      expect(prefect.states(run.id)).toHaveLength(1)
      mend()
      await comment(number, (text) => text.includes('ran again, and completed'))
    },
  )

  test('may want no comment', async ({ app, github, prefect, merge }) => {
    github.setFile(repository, path, 'comment: never')
    const run = prefect.addFlowRun({ state: 'FAILED', ends: ['FAILED'] })
    await merge({ title: 'Fix', body: run.url })
    await app.logs.find(({ msg }) => msg === 'merge finished')
    await app.stop()
    expect(prefect.executions(run.id)).toBe(1)
    expect(github.calls.of('comments')).toEqual([])
  })

  test('may want a comment only when something goes wrong', async ({
    app,
    github,
    prefect,
    merge,
    comment,
  }) => {
    github.setFile(repository, path, 'comment: on-failure')
    const good = prefect.addFlowRun({ state: 'FAILED' })
    const { number: silent } = await merge({ title: 'Fix', body: good.url })
    await app.logs.find(({ msg, number }) => msg === 'merge finished' && number === silent)
    const bad = prefect.addFlowRun({ state: 'FAILED', ends: ['FAILED'] })
    const { number } = await merge({ title: 'Fix', body: bad.url })
    await comment(number, (text) => text.includes('failed again'))
    expect(github.comments(repository, silent)).toEqual([])
    expect(github.comments(repository, number)).toHaveLength(1)
  })

  test('may want that runs are not followed', async ({ app, github, prefect, merge, comment }) => {
    github.setFile(repository, path, 'follow: false')
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = await merge({ title: 'Fix', body: run.url })
    await app.logs.find(({ msg }) => msg === 'merge finished')
    await comment(number, (text) => text.includes('followed'))
    await prefect.until(() => prefect.flowRun(run.id).state_type === 'COMPLETED')
    await app.stop()
    expect(prefect.calls.of('/flow_runs/filter').length).toBeLessThanOrEqual(1)
  })
})
