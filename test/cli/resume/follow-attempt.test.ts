import { expect } from 'vitest'
import { createMergeReader, followAttempt } from '../../../src/cli/resume/follow-attempt.ts'
import { type MergeRecord, openArchive, openDesk } from '../../../src/inbox/index.ts'
import type { RunReport } from '../../../src/resume/index.ts'
import { aRunReport } from '../../fixtures/a-report.ts'
import { key, runIds, type Scene, test } from '../explain/scene.ts'

const [id] = runIds
const acts = { kind: 'acts', comment: 'always' } as const
const plan = {
  runs: [{ id, url: '', account: null, workspace: null, why: null, event: null }],
  beyondLimit: 0,
  unused: [],
  mismatch: null,
}

/** A merge that failed again, of which a further attempt was asked for; and what becomes of it. */
async function follow(scene: Scene, meanwhile: (attempt: number) => Promise<void>, patience = 2000) {
  await scene.receive()
  await scene.takeUp(plan)
  await scene.remember(acts, [aRunReport({ id, following: false })])
  const storage = { databaseUrl: null, dataFolder: scene.folder }
  const desk = await openDesk(storage)
  const archive = await openArchive(storage)
  const [dossier] = await archive.dossiers({ kind: 'pull-request', repository: 'acme/etl', number: 42 })
  const attempt = await desk.ask(key, [id])
  await meanwhile(attempt)
  const read = createMergeReader(archive, dossier?.merge as MergeRecord)
  const fate = await followAttempt(read, { attempt, ids: [id] }, { taken: patience, decided: patience })
  const withdrawn = await desk.withdraw(key, attempt)
  const { finishedAt } = await read()
  await Promise.all([archive.close(), desk.close()])
  return { fate, withdrawn, finishedAt }
}

const report = (outcome: RunReport['outcome']) => aRunReport({ id, attempt: 2, outcome, following: false })

test('an attempt that no server takes is found to be so, and can be taken back: then the merge is done again', async ({
  scene,
}) => {
  const { fate, withdrawn, finishedAt } = await follow(scene, async () => {}, 100)
  expect(fate).toEqual({ kind: 'not-taken' })
  expect(withdrawn).toBe(true)
  expect(await scene.inbox.pendingAttempts()).toEqual([])
  expect(finishedAt).not.toBeNull()
})

test('an attempt that is decided gives what became of its runs', async ({ scene }) => {
  const { fate, withdrawn } = await follow(scene, async (attempt) => {
    expect(await scene.inbox.pendingAttempts()).toMatchObject([{ attempt, runs: [{ id, position: 0 }] }])
    await scene.inbox.attemptTaken(key, attempt)
    await scene.remember(acts, [report({ kind: 'resumed', race: null })])
  })
  expect(fate).toMatchObject({ kind: 'decided', runs: [{ id, attempts: [{ attempt: 1 }, { attempt: 2 }] }] })
  expect(withdrawn).toBe(false)
})

test('an attempt that is tried on is not waited for without end', async ({ scene }) => {
  const obstacle = { because: 'unreachable', problem: 'down', sentAt: null } as const
  const { fate } = await follow(
    scene,
    async (attempt) => {
      await scene.inbox.attemptTaken(key, attempt)
      await scene.remember(acts, [report({ kind: 'trying', obstacle })])
    },
    100,
  )
  expect(fate).toMatchObject({ kind: 'trying', runs: [{ id }] })
})

test('an attempt of a merge that is skipped by now ends without a look at the runs', async ({ scene }) => {
  const { fate } = await follow(scene, async (attempt) => {
    await scene.inbox.attemptTaken(key, attempt)
    await scene.remember({ kind: 'skipped', because: 'disabled', detail: 'enabled: false' })
  })
  expect(fate).toMatchObject({ kind: 'not-looked-at', merge: { standing: { because: 'disabled' } } })
})

test('a number that has left its traces is not given out again', async ({ scene }) => {
  await scene.receive()
  await scene.takeUp(plan)
  await scene.remember(acts, [aRunReport({ id, attempt: 2, following: false })])
  const desk = await openDesk({ databaseUrl: null, dataFolder: scene.folder })
  expect(await desk.ask(key, null)).toBe(3)
  await desk.close()
})

test('who asks once more gets one attempt more', async ({ scene }) => {
  await scene.receive()
  await scene.takeUp(plan)
  const desk = await openDesk({ databaseUrl: null, dataFolder: scene.folder })
  expect(await desk.ask(key, null)).toBe(2)
  expect(await desk.ask(key, null)).toBe(3)
  await desk.close()
})
