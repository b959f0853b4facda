import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Delivery, repository, type Scene, setScene } from './scene.ts'

const prefect = inject('prefect')

describe.skipIf(prefect === null)('with a real Prefect server and a real flow', () => {
  let scene: Scene
  let run: { id: string; page: string }
  let abandoned: { id: string; page: string }
  let merge: Delivery

  beforeAll(async () => {
    if (prefect === null) return
    scene = await setScene(prefect)
    run = await scene.failRun()
    abandoned = await scene.failRun()
    merge = scene.closing({
      number: 2,
      merged: true,
      body: `The table has a new name.\n\nResumes ${run.page}`,
    })
  })

  afterAll(() => scene?.end())

  test('a pull request that is closed without merging changes nothing, and gets no comment', async () => {
    const { api, github, closing, deliver } = scene
    const states = await api.states(abandoned.id)
    const close = closing({ number: 3, merged: false, body: `Resumes ${abandoned.page}` })

    expect(await deliver(close)).toMatchObject({ outcome: 'not-matched' })
    expect(await api.states(abandoned.id)).toEqual(states)
    expect(github.comments(repository, 3)).toEqual([])
  })

  test('a merge resumes the failed run: it is executed again, completes, and the comment says so', async () => {
    const { api, served, github, deliver } = scene
    await served.fixConfig()

    expect(await deliver(merge)).toMatchObject({ outcome: 'handed-over', flow_runs: [run.id] })
    await api.reaches(run.id, 'COMPLETED')
    const states = (await api.states(run.id)).filter(({ type }) => type !== 'PENDING')
    expect(states.map(({ name }) => name)).toEqual([
      ...['Scheduled', 'Running', 'Failed'],
      ...['Scheduled', 'Running', 'Completed'],
    ])
    expect(states[3]?.message).toBe(
      'Resumed by merge of Codertocat/Hello-World#2 (c4295bd) https://github.com/Codertocat/Hello-World/pull/2',
    )
    expect(await served.executionsOf(run.id)).toBe(2)

    const said = await github.until(
      () => github.comments(repository, 2).find(({ body }) => body.includes('Completed')),
      { within: 60_000, what: 'A comment that says Completed' },
    )
    expect(said).toMatchObject({ viaApp: true, body: expect.stringContaining(run.page) })
    expect(github.comments(repository, 2)).toHaveLength(1)
  })

  test('the same delivery again, and the same merge in another delivery, change nothing', async () => {
    const { api, served, github, deliver } = scene
    const states = await api.states(run.id)
    const comments = github.comments(repository, 2)

    expect(await deliver(merge)).toMatchObject({ outcome: 'already-known' })
    expect(await deliver({ ...merge, guid: crypto.randomUUID() })).toMatchObject({ outcome: 'already-known' })
    expect(await api.states(run.id)).toEqual(states)
    expect(await served.executionsOf(run.id)).toBe(2)
    expect(github.comments(repository, 2)).toEqual(comments)
  })

  test('a run that nobody merged a fix for is still as it was', async () => {
    expect((await scene.api.run(abandoned.id)).state.type).toBe('FAILED')
    expect(await scene.served.executionsOf(abandoned.id)).toBe(1)
  })

  test('the app leaves at SIGTERM without an error', async () => {
    expect(await scene.app.stop('SIGTERM')).toEqual({ code: 0, signal: null })
  })
})
