import { describe, expect } from 'vitest'
import { repository, test } from './world.ts'

describe.concurrent('which runs a pull request means', () => {
  test('with a closing word before one of them, only that one is resumed, and the other is listed as seen', async ({
    prefect,
    merge,
    comment,
  }) => {
    const fixed = prefect.addFlowRun({ state: 'FAILED', name: 'fixed-run' })
    const related = prefect.addFlowRun({ state: 'FAILED', name: 'related-run' })
    const { number } = await merge({ title: 'Fix', body: `Fixes: ${fixed.url}\nRelated: ${related.url}` })
    const body = await comment(number, (text) => text.includes('ran again, and completed'))
    expect(body).toContain(related.id)
    expect(prefect.states(related.id)).toHaveLength(1)
    expect(prefect.calls.of(related.id)).toEqual([])
  })

  test('without one, every run is resumed', async ({ prefect, merge, comment }) => {
    const runs = [prefect.addFlowRun({ state: 'FAILED' }), prefect.addFlowRun({ state: 'FAILED' })]
    const { number } = await merge({ title: 'Fix', body: runs.map(({ url }) => `See ${url}`).join('\n') })
    await comment(number, (text) => text.match(/ran again, and completed/g)?.length === 2)
  })

  test('a run that is named twice, in two forms, is one', async ({ prefect, merge, comment, setStates }) => {
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const old = `${prefect.uiUrl}/flow-runs/flow-run/${run.id.toUpperCase()}?tab=Logs`
    const { number } = await merge({ title: 'Fix', body: `${run.url}\n\n[the logs](${old})` })
    const body = await comment(number, (text) => text.includes('ran again, and completed'))
    expect(body).not.toMatch(/2 flow runs/)
    expect(setStates()).toHaveLength(1)
  })

  test('of more than twenty the first twenty count, in order', async ({
    prefect,
    merge,
    comment,
    setStates,
  }) => {
    const runs = Array.from({ length: 23 }, () => prefect.addFlowRun({ state: 'RUNNING', deployment: null }))
    const { number } = await merge({ title: 'Fix', body: runs.map(({ url }) => `- ${url}`).join('\n') })
    const body = await comment(number, () => true)
    expect(body).toMatch(/3 more/)
    for (const { id } of runs.slice(0, 20)) expect(body).toContain(id)
    for (const { id } of runs.slice(20)) expect(prefect.calls.of(id)).toEqual([])
    expect(setStates()).toEqual([])
  })

  test('only foreign and hidden ones: no call, no comment, and the log says so', async ({
    app,
    github,
    prefect,
    merge,
    decision,
  }) => {
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { delivery } = await merge({
      title: 'Fix',
      body: `<!-- ${run.url} -->\nhttps://prefect.example/runs/flow-run/${run.id}`,
    })
    expect(await decision(delivery.guid)).toMatchObject({ outcome: 'names-no-run' })
    await app.stop()
    expect(prefect.calls.of('flow_run')).toEqual([])
    expect(github.calls.of('comments')).toEqual([])
    expect(github.calls.of('contents')).toEqual([])
  })

  test('a part of another run leads to that one, which is resumed where it is named too', async ({
    prefect,
    merge,
    comment,
  }) => {
    const parent = prefect.addFlowRun({ state: 'FAILED', name: 'whole-run' })
    const parentTaskRun = prefect.addTaskRun({ flowRun: parent.id }).id
    const child = prefect.addFlowRun({ state: 'FAILED', parentTaskRun })
    const { number: alone } = await merge({ title: 'Fix', body: child.url })
    const said = await comment(alone, () => true)
    expect(said).toContain('`whole-run`')
    expect(said).toContain(parent.url)
    expect(prefect.states(parent.id)).toHaveLength(1)

    const { number } = await merge({ title: 'Fix', body: `${child.url}\n${parent.url}` })
    await comment(number, (text) => text.includes('ran again, and completed'))
    expect(prefect.calls.of('set_state').map(({ path }) => path)).toEqual([
      `/flow_runs/${parent.id}/set_state`,
    ])
  })

  test('a run that another one started by its deployment is resumed, and it is said that the other stays', async ({
    prefect,
    merge,
    comment,
  }) => {
    const parent = prefect.addFlowRun({ state: 'FAILED' })
    const parentTaskRun = prefect.addTaskRun({ flowRun: parent.id }).id
    const deployment = prefect.addDeployment({ name: 'child', flow: 'etl' }).id
    const child = prefect.addFlowRun({ state: 'FAILED', parentTaskRun, deployment })
    const { number } = await merge({ title: 'Fix', body: child.url })
    await comment(number, (text) => text.includes('ran again, and completed') || /stays as it is/.test(text))
    await prefect.until(() => prefect.flowRun(child.id).state_type === 'COMPLETED')
    expect(prefect.calls.of('set_state').map(({ path }) => path)).toEqual([
      `/flow_runs/${child.id}/set_state`,
    ])
  })

  test('runs of foreign workspaces alone are told to people, not to bots', async ({
    app,
    github,
    prefect,
    merge,
    comment,
  }) => {
    const body = `${prefect.uiUrl}/account/0b6c9a51-7f0e-4a8a-9d52-6c3e14f0a7b8/workspace/4f8a1b9c-0d4e-4f6a-8b1c-2d3e4f5a6b7c/runs/flow-run/5f8a1b9c-0d4e-4f6a-8b1c-2d3e4f5a6b7c`
    const { number: byBot } = await merge({ title: 'Bump', body, author: 'renovate[bot]' })
    const { number } = await merge({ title: 'Fix', body })
    await comment(number, (text) => text.includes('workspace'))
    await app.stop()
    expect(github.comments(repository, byBot)).toEqual([])
    expect(prefect.calls.of('flow_run')).toEqual([])
  })
})
