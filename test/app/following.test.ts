import { describe, expect } from 'vitest'
import { spawnApp } from './spawn-app.ts'
import { repository, test } from './world.ts'

/** After the first edit the next one waits for ten seconds. */
const patient = { timeout: 45_000 }

describe.concurrent('a run that fails again', () => {
  test(
    'is told by one short comment more, since edits notify nobody',
    patient,
    async ({ app, github, prefect, merge }) => {
      const run = prefect.addFlowRun({
        state: 'FAILED',
        ends: [{ type: 'FAILED', message: "KeyError: 'x'" }],
      })
      const { number } = await merge({ title: 'Fix', body: run.url })
      await github.until(() => github.comments(repository, number).length === 2, {
        what: 'a second comment',
        within: 30_000,
      })
      await app.stop()
      const [main, alert, ...others] = github.comments(repository, number)
      expect(others).toEqual([])
      expect(main?.edits[0]).not.toContain('failed again')
      expect(main?.body).toContain('failed again')
      expect(alert?.body).toContain('failed again')
      expect(alert?.body.length).toBeLessThan(1000)
      expect(main?.body).toContain(`resume-on-merge resume ${repository}#${number}`)
    },
  )
})

describe.concurrent('a run that is resumed is followed', () => {
  const lazy = test.override({ prefectOptions: { lateAfter: 50 } })

  lazy(
    'step by step, to its end, and the comment tells its way',
    patient,
    async ({ prefect, merge, comment }) => {
      const run = prefect.addFlowRun({ state: 'FAILED' })
      const { number } = await merge({ title: 'Fix', body: run.url })
      await comment(number, (text) => text.includes('Late'))
      prefect.advance(run.id)
      await comment(number, (text) => text.includes('about to start'))
      prefect.advance(run.id)
      prefect.advance(run.id)
      const body = await comment(number, (text) => text.includes('ran again, and completed'))
      for (const state of ['Failed', 'Scheduled', 'Late', 'Pending', 'Running', 'Completed']) {
        expect(body).toContain(state)
      }
    },
  )

  lazy(
    'also when the app is killed and started again',
    patient,
    async ({ app, environment, prefect, merge, comment }) => {
      const run = prefect.addFlowRun({ state: 'FAILED' })
      const { number } = await merge({ title: 'Fix', body: run.url })
      await comment(number, (text) => text.includes('Late'))
      await app.kill()
      prefect.advance(run.id)
      prefect.advance(run.id)
      prefect.advance(run.id)
      const again = await spawnApp(environment, { endedByCaller: true })
      await comment(number, (text) => text.includes('ran again, and completed'))
      await again.kill()
    },
  )

  lazy('with one call for all, however many pull requests there are', async ({ app, prefect, merge }) => {
    const ids = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const run = prefect.addFlowRun({ state: 'FAILED' })
        await merge({ title: 'Fix', body: run.url })
        return run.id
      }),
    )
    const looks = () => prefect.calls.of('/flow_runs/filter').map(({ body }) => JSON.stringify(body))
    await prefect.until(() => looks().some((look) => ids.every((id) => look.includes(id))), {
      what: 'a look at all runs',
    })
    await app.stop()
  })
})
