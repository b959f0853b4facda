import { z } from 'zod'
import type { Engine, Workflow } from '../durable/index.ts'
import { act, type MergeWork, remember } from './act.ts'
import { mergeKey, mergeSchema } from './merge.ts'
import { newsSchema, newsSignal, withNews } from './news.ts'
import { createOneAtATime } from './one-at-a-time.ts'
import { mostChanges, pauseBeforeTry } from './pause.ts'
import { plannedRunSchema } from './planned-run.ts'
import type { Report, RunReport } from './report.ts'
import { isUnderWay } from './reported-state.ts'
import type { ResumeServices } from './services.ts'

const workSchema: z.ZodType<MergeWork> = z.strictObject({
  merge: mergeSchema,
  runs: z.array(plannedRunSchema),
  beyondLimit: z.int().nonnegative(),
})

/** What happens to a merge: act, and follow until all its runs have ended. Each step tells people by its report. */
export function defineResumeOnMerge(engine: Engine, services: ResumeServices): Workflow<MergeWork> {
  const oneAtATime = createOneAtATime()

  return engine.define('resume-on-merge', workSchema, async (work, step, startedAt) => {
    const tryUntil = startedAt + services.followFor
    const tryToAct = async (before: Report | null): Promise<Acted> => ({
      report: await act(work, before, tryUntil, services, oneAtATime),
      at: services.now(),
    })

    const first = await step.run('act', async () =>
      (await services.serves(work.merge)) ? await tryToAct(null) : null,
    )
    if (first === null) return

    let acted = first
    for (let tries = 1; acted.report.runs.some(isTrying); tries += 1) {
      const before = acted.report
      await step.sleep('pause', pauseBeforeTry(before, tries, services.followFor))
      acted = await step.run('act', () => tryToAct(before))
    }

    let { report } = acted
    const followUntil = acted.at + services.followFor
    for (let changes = 0; report.runs.some(isUnderWay) && report.following; changes += 1) {
      const received = await step.wait('news', newsSignal(mergeKey(work.merge)), followUntil)
      const news = received === null || changes === mostChanges ? null : newsSchema.parse(received)
      const followed = news === null ? { ...report, following: false } : withNews(report, news)
      await step.run('report', () => remember(followed, work.runs, services))
      report = followed
    }
    await step.run('log', async () => logEnd(report, services))
  })
}

interface Acted {
  report: Report
  /** When, in milliseconds since 1970. */
  at: number
}

function isTrying({ outcome }: RunReport): boolean {
  return outcome.kind === 'trying'
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
