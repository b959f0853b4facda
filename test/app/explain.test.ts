import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { bin } from '../cli/command.ts'
import { startProgram } from './program.ts'
import { repository, test } from './world.ts'

/** What explain prints about something, beside a server on that folder. */
async function explain(asked: string, dataFolder: string): Promise<string> {
  const program = await startProgram({
    command: process.execPath,
    arguments: [bin, 'explain', asked],
    environment: { DATA_DIR: dataFolder, HOME: dataFolder },
    folder: dataFolder,
  })
  const { code } = await program.exit
  expect(program.output('stderr')).toBe('')
  expect(code).toBe(0)
  return program.output('stdout')
}

describe.concurrent('explain, beside a server that runs', () => {
  test('tells the whole story of a merge, and the log tells the same in two lines', async ({
    app,
    prefect,
    merge,
    comment,
    dataFolder,
    decision,
  }) => {
    const run = prefect.addFlowRun({ state: 'FAILED', name: 'lyrical-pudu' })
    const hidden = `<!-- ${run.url.replace(run.id, randomUUID())} -->`
    const { number, delivery } = await merge({ title: 'Fix', body: `Fixes ${run.url}\n${hidden}` })
    await comment(number, (text) => text.includes('ran again, and completed'))
    const finished = await app.logs.find(({ msg }) => msg === 'merge finished')

    const text = await explain(`${repository}#${number}`, dataFolder)
    expect(text).toMatch(
      new RegExp(`^${repository}#${number}: "lyrical-pudu" was resumed, and completed\\.\nNothing is left`),
    )
    for (const said of [delivery.guid, run.id, 'handed-over', 'pr.merged = "True"']) {
      expect(text).toContain(said)
    }
    expect(text).toMatch(
      /states +\S+ \S+ UTC {2}Scheduled: "Resumed by merge of .*(?:\n.*)*UTC {2}Completed\n/,
    )
    expect(text).toMatch(/Seen, but not used\n.*\n +stands where no reader/)
    const [verdict = ''] = text.split('\n')
    for (const asked of [delivery.guid, run.id]) expect(await explain(asked, dataFolder)).toContain(verdict)

    const decided = await decision(delivery.guid)
    const common = { merge: finished['merge'], installation: finished['installation'], repository, number }
    expect(decided).toMatchObject({
      ...common,
      outcome: 'handed-over',
      flow_runs: [run.id],
      unused: 1,
      duration: expect.any(Number),
    })
    expect(finished).toMatchObject({
      decision: 'acts',
      runs: [{ flow_run: run.id, attempt: 1, decision: 'resumed', was: 'Failed', now: 'Completed' }],
      duration: expect.any(Number),
    })
    expect(common).toMatchObject({ merge: expect.any(String), installation: expect.any(String) })
  })

  test('tells why a pull request that was closed without a merge led to nothing', async ({
    app,
    github,
    prefect,
    dataFolder,
    decision,
  }) => {
    void app
    const run = prefect.addFlowRun({ state: 'FAILED' })
    const { number } = github.addPullRequest({ repository, title: 'Fix', body: run.url })
    const delivery = await github.deliver(github.closeUnmerged({ repository, number }))
    expect(await decision(delivery.guid)).toMatchObject({ outcome: 'not-matched', flow_runs: [run.id] })
    const text = await explain(`${repository}#${number}`, dataFolder)
    expect(text).toMatch(/nothing was resumed, since the pull request was closed without being merged/)
    expect(text).toContain('pr.merged is "False", and the trigger wants "True"')
  })
})
