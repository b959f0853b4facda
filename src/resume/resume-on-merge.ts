import { z } from 'zod'
import type { Engine, Workflow } from '../durable/index.ts'
import { act, type MergeWork, remember } from './act.ts'
import { mergeKey, mergeSchema } from './merge.ts'
import { type News, newsSchema, newsSignal, withNews } from './news.ts'
import { createOneAtATime } from './one-at-a-time.ts'
import { pauseBeforeTry } from './pause.ts'
import { plannedRunSchema } from './planned-run.ts'
import type { Report } from './report.ts'
import { isUnderWay } from './reported-state.ts'
import type { ResumeServices } from './services.ts'

const workSchema: z.ZodType<MergeWork> = z.strictObject({
  merge: mergeSchema,
  runs: z.array(plannedRunSchema),
  beyondLimit: z.int().nonnegative(),
})

/** So many changes of state are told; two steps each of the engine's 1,000. */
const mostChanges = 400

/** What happens to a merge: act, and follow until all its runs have ended. Each step tells people by its report. */
export function defineResumeOnMerge(engine: Engine, services: ResumeServices): Workflow<MergeWork> {
  const oneAtATime = createOneAtATime()

  return engine.define('resume-on-merge', workSchema, async (work, step, startedAt) => {
    const until = startedAt + services.followFor
    const tryToAct = (before: Report | null) => act(work, before, until, services, oneAtATime)

    const first = await step.run('act', async () =>
      (await services.serves(work.merge)) ? await tryToAct(null) : null,
    )
    if (first === null) return

    let report = first
    for (let tries = 1; report.runs.some(({ outcome }) => outcome.kind === 'trying'); tries += 1) {
      const before = report
      const pause = await step.run('pause', async () => pauseBeforeTry(before, tries, services.followFor))
      await step.sleep('wait', pause)
      report = await step.run('act', () => tryToAct(before))
    }

    for (let changes = 0; report.runs.some(isUnderWay) && report.following; changes += 1) {
      const received = await step.wait('news', newsSignal(mergeKey(work.merge)), until)
      const news: News | null =
        received === null || changes === mostChanges ? null : newsSchema.parse(received)
      const followed = news === null ? { ...report, following: false } : withNews(report, news)
      await step.run('report', () => remember(followed, work.runs, services))
      report = followed
    }
    await step.run('log', async () => logEnd(report, services))
  })
}

/** One wide line for the finished piece of work. */
function logEnd({ merge, runs, following }: Report, { log }: ResumeServices): void {
  log.info(
    {
      repository: merge.repository.fullName,
      number: merge.number,
      installation: merge.installationId,
      runs: runs.map(({ id, outcome, was, now }) => ({
        flow_run: id,
        decision: outcome.kind,
        ...('why' in outcome && { reason: outcome.why.reason }),
        was: was?.name,
        now: now?.name,
      })),
      followed_to_the_end: following,
    },
    'merge finished',
  )
}
