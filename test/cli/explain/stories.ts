import { acts, aPlan, aPlannedRun, later, pageOf, resumed, untouched } from './parts.ts'
import { runIds, type Scene } from './scene.ts'

const [first, second] = runIds
const unreachable = {
  because: 'unreachable',
  problem: 'http://prefect.test/api did not answer within 15 s',
  sentAt: null,
} as const
const settingsFile = {
  repository: 'acme/etl',
  path: '.github/resume-on-merge.yml',
  ref: 'main',
  url: 'https://github.com/acme/etl/blob/main/.github/resume-on-merge.yml',
}

/** What a golden file tells, and how it came to that. */
export const stories: Record<string, (scene: Scene) => Promise<void>> = {
  'resumed-and-completed': async ({ receive, takeUp, remember, see, tell, at }) => {
    await receive()
    await receive()
    await takeUp(aPlan())
    at('2026-11-21T10:00:03Z')
    await remember(acts, [resumed()])
    await tell()
    at('2026-11-21T10:00:20Z')
    const states = [later('PENDING', 8), later('RUNNING', 9), later('COMPLETED', 19)]
    await see(resumed(states, { following: false }))
    await tell()
  },
  'failed-again': async ({ receive, takeUp, remember, see, tell, at }) => {
    await receive()
    await takeUp(aPlan())
    at('2026-11-21T10:00:03Z')
    const outlook = {
      warnings: [{ about: 'no-worker', name: 'kubernetes' }],
      code: { kind: 'image', image: 'registry.test/etl:2026-11-20' },
      deployedAt: '2026-11-20T08:00:00Z',
      needsDeploy: true,
      laterRun: { id: second, name: 'wise-otter', url: pageOf(second) },
      tasksAgain: 3,
      startedByRun: true,
    } as const
    const race = later('PENDING', 2)
    const more = { outlook: { ...outlook, warnings: [...outlook.warnings] } }
    await remember(acts, [resumed([], { ...more, outcome: { kind: 'resumed', race } })])
    await tell()
    at('2026-11-21T10:05:00Z')
    const end = later('FAILED', 290, "KeyError: 'amount'")
    const over = { ...more, outcome: { kind: 'resumed', race } as const, following: false }
    await see(resumed([later('RUNNING', 200), end], over))
    await tell({ alerts: ['failed-1'], writes: 2 })
  },
  'left-alone-running': async ({ receive, takeUp, remember, tell }) => {
    await receive()
    await takeUp(aPlan())
    const running = later('RUNNING', -60)
    const found = { was: running, now: running }
    await remember(acts, [untouched({ kind: 'left-alone', why: { reason: 'not-failed' } }, found)])
    await tell()
  },
  'only-foreign-and-hidden': async ({ receive, takeUp }) => {
    await receive()
    const unused = [
      { url: `https://prefect.elsewhere.test/runs/flow-run/${first}`, because: 'foreign-host' },
      { url: pageOf(second), because: 'not-visible' },
      { url: `http://prefect.test/runs/task-run/${second}`, because: 'task-run' },
    ]
    await takeUp(aPlan([], { unused }), 'names-no-run')
  },
  'names-nothing': async ({ receive }) => {
    await receive({ merged: null, outcome: 'names-no-run' })
  },
  'not-merged': async ({ receive, inbox }) => {
    await receive({ guid: guidOf(1), action: 'opened', merged: null, outcome: 'not-a-merge' })
    await receive({ guid: guidOf(2), merged: null })
    const reason = 'pr.merged is "False", and the trigger wants "True"'
    await inbox.settle(guidOf(2), 'not-matched', reason)
  },
  'skipped-by-label': async ({ receive, takeUp, remember }) => {
    await receive()
    await takeUp(aPlan())
    await remember({ kind: 'skipped', because: 'label', detail: 'no-resume' })
  },
  'settings-wrong': async ({ receive, takeUp, remember, tell }) => {
    await receive()
    await takeUp(aPlan())
    const problem = {
      line: 3,
      column: 12,
      key: 'enabled',
      problem: 'is "perhaps"',
      allowed: 'true or false',
    }
    await remember({ kind: 'settings-wrong', file: settingsFile, problems: [problem] })
    await tell()
  },
  'not-served': async ({ receive, takeUp, remember }) => {
    await receive()
    await takeUp(aPlan())
    await remember({ kind: 'skipped', because: 'not-served', detail: 'not in ALLOWED_REPOSITORIES' })
  },
  'not-taken-up': async ({ receive }) => {
    await receive()
  },
  trying: async ({ receive, takeUp, remember, inbox }) => {
    await receive()
    await takeUp(aPlan())
    const found = { was: null, now: null, name: null, flow: null, deployment: null, runCount: null }
    await remember(acts, [untouched({ kind: 'trying', obstacle: unreachable }, found)])
    for (let count = 0; count < 3; count += 1) {
      const [untold] = await inbox.untold()
      const claimed = untold === undefined ? null : await inbox.claimUntold(untold.key, 0)
      if (claimed === null) throw new Error('There is nothing to tell.')
      await inbox.notTold(claimed, count === 2 ? 60_000 : 0)
    }
  },
  'second-attempt': async ({ receive, takeUp, remember, see, tell, ask, at }) => {
    await receive()
    await takeUp(aPlan([first, second]))
    const other = { id: second, url: pageOf(second), name: 'wise-otter' }
    const noDeployment = untouched(
      { kind: 'left-alone', why: { reason: 'no-deployment' } },
      { ...other, deployment: null },
    )
    await remember(acts, [resumed(), noDeployment])
    at('2026-11-21T10:05:00Z')
    await see(resumed([later('RUNNING', 200), later('CRASHED', 290)], { following: false }))
    await tell()
    at('2026-11-21T11:00:00Z')
    const attempt = await ask([first])
    at('2026-11-21T11:00:01Z')
    await remember(acts, [resumed([], { attempt })])
  },
  'never-commented': async ({ receive, takeUp, remember, tell }) => {
    await receive()
    await takeUp(aPlan([first], { beyondLimit: 2 }))
    await remember({ kind: 'acts', comment: 'never' }, [
      untouched({ kind: 'left-alone', why: { reason: 'refused', because: 'This run is locked' } }),
    ])
    await tell({ commentId: null, writes: 0 })
  },
  'mentioned-and-not-matched': async ({ receive, takeUp, remember, tell }) => {
    await receive()
    const mismatch = 'pr.merged is "true", and the trigger wants "True"'
    const runs = [
      aPlannedRun(first, { why: { reason: 'only-mentioned' } }),
      aPlannedRun(second, { why: { reason: 'not-matched', mismatch } }),
    ]
    await takeUp(aPlan([], { runs, mismatch }), 'not-matched', mismatch)
    const unseen = { was: null, now: null, name: null, flow: null, deployment: null, runCount: null }
    await remember(
      acts,
      runs.map(({ id, url, why }) => {
        if (why === null) throw new Error('Both runs are left alone.')
        return untouched({ kind: 'left-alone', why }, { ...unseen, id, url })
      }),
    )
    await tell()
  },
  'many-deliveries': async ({ receive, at }) => {
    for (let count = 0; count < 8; count += 1) {
      at(`2026-11-21T09:00:0${count}Z`)
      const action = count === 0 ? 'opened' : 'synchronize'
      await receive({ guid: guidOf(count), action, merged: null, outcome: 'not-a-merge' })
    }
  },
}

/** Another GUID; the same in each run of the tests. */
function guidOf(number: number): string {
  return `a0000000-cc78-11e3-81ab-${String(number).padStart(12, '0')}`
}
