import { describe, expect } from 'vitest'
import { bin } from '../cli/command.ts'
import { startProgram } from './program.ts'
import { repository, test } from './world.ts'

/** After the first edit of a comment the next one waits for ten seconds. */
const patient = { timeout: 45_000 }

/** What the command prints beside a server on that folder, and its exit code. */
async function resume(dataFolder: string, ...parameters: string[]) {
  const program = await startProgram({
    command: process.execPath,
    arguments: [bin, 'resume', ...parameters],
    environment: { DATA_DIR: dataFolder, HOME: dataFolder },
    folder: dataFolder,
  })
  const { code } = await program.exit
  return { code, stdout: program.output('stdout'), stderr: program.output('stderr') }
}

describe.concurrent('a person who resumes the runs of a merge once more', () => {
  test(
    'gets a new attempt with a proof of its own, which the same comment follows',
    patient,
    async ({ github, prefect, merge, comment, dataFolder }) => {
      const run = prefect.addFlowRun({ state: 'FAILED', ends: ['FAILED', 'COMPLETED'] })
      const { number } = await merge({ title: 'Fix', body: run.url })
      await comment(number, (text) => text.includes('failed again'))
      const { code, stdout } = await resume(dataFolder, `${repository}#${number}`)
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(run.id) })
      const body = await comment(number, (text) => text.includes('ran again, and completed'))
      expect(body).toMatch(/second attempt/i)
      expect(prefect.states(run.id).map(({ message }) => message)).toContainEqual(
        expect.stringMatching(/^Resumed by merge of .* \(attempt 2\)$/),
      )
      expect(prefect.executions(run.id)).toBe(2)
      const mains = github.comments(repository, number).filter((each) => each.body.includes(' merge:'))
      expect(mains).toHaveLength(1)
    },
  )

  test('has only the run tried that was named, and the others stay as they are told', async ({
    prefect,
    merge,
    comment,
    dataFolder,
  }) => {
    const parked = { deployment: null } as const
    const first = prefect.addFlowRun({ state: 'FAILED', ...parked })
    const second = prefect.addFlowRun({ state: 'FAILED', ...parked })
    const { number } = await merge({ title: 'Fix', body: `${first.url}\n${second.url}` })
    await comment(number, () => true)
    const reads = () => prefect.calls.of(`/flow_runs/${first.id}`).length
    const before = reads()
    const asked = await resume(dataFolder, `${repository}#${number}`, '--run', second.id.toUpperCase())
    expect(asked).toMatchObject({ code: 1, stdout: expect.stringContaining(second.id) })
    expect(asked.stdout).toContain('has no deployment')
    expect(asked.stdout).not.toContain(first.id)
    expect(reads()).toBe(before)
  })

  test('is told what runs already, and nothing is set', async ({
    prefect,
    merge,
    comment,
    dataFolder,
    setStates,
  }) => {
    const run = prefect.addFlowRun({ state: 'FAILED', deployment: prefect.addDeployment(paused(prefect)).id })
    const { number } = await merge({ title: 'Fix', body: run.url })
    await comment(number, () => true)
    const waiting = await resume(dataFolder, `${repository}#${number}`)
    expect(waiting).toMatchObject({ code: 0, stdout: expect.stringContaining('already') })
    expect(setStates()).toHaveLength(1)
  })

  test('of a run that is not of this merge is told which are', async ({
    prefect,
    merge,
    comment,
    dataFolder,
  }) => {
    const run = prefect.addFlowRun({ state: 'RUNNING' })
    const { number } = await merge({ title: 'Fix', body: run.url })
    await comment(number, () => true)
    const other = '5f8a1b9c-0d4e-4f6a-8b1c-2d3e4f5a6b7c'
    const asked = await resume(dataFolder, `${repository}#${number}`, '--run', other)
    expect(asked).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(run.id) })
  })

  test('of a merge that nobody knows is told what to check', async ({ app, dataFolder }) => {
    void app
    const asked = await resume(dataFolder, `${repository}#99`)
    expect(asked).toMatchObject({ code: 1, stderr: expect.stringContaining('Recent deliveries') })
  })

  test(
    'once the settings file was mended, which had kept the merge from acting',
    patient,
    async ({ github, prefect, merge, comment, dataFolder }) => {
      const path = '.github/resume-on-merge.yml'
      github.setFile(repository, path, 'enabld: true')
      const run = prefect.addFlowRun({ state: 'FAILED' })
      const { number } = await merge({ title: 'Fix', body: run.url })
      await comment(number, (text) => text.includes('enabld'))
      const early = await resume(dataFolder, `${repository}#${number}`)
      expect(early).toMatchObject({ code: 1, stderr: expect.stringContaining('settings file') })
      github.setFile(repository, path, 'enabled: true')
      expect((await resume(dataFolder, `${repository}#${number}`)).code).toBe(0)
      await comment(number, (text) => text.includes('ran again, and completed'))
    },
  )
})

/** A deployment on a pool that hands nothing out. */
function paused(prefect: { addWorkPool(input: { name: string; paused: boolean }): unknown }) {
  prefect.addWorkPool({ name: 'closed', paused: true })
  return { name: 'on-closed', flow: 'etl', workPool: 'closed' }
}
