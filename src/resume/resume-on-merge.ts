import type { Engine, Workflow } from '../durable/index.ts'
import { act } from './act.ts'
import { createOneAtATime } from './one-at-a-time.ts'
import { pauseBeforeTry } from './pause.ts'
import type { ResumeServices } from './services.ts'
import { type Work, workSchema } from './work.ts'

/** What happens to an attempt of a merge: act, until every run is decided. Those that run again are then followed. */
export function defineResumeOnMerge(engine: Engine, services: ResumeServices): Workflow<Work> {
  const oneAtATime = createOneAtATime(services)

  return engine.define('resume-on-merge', workSchema, async (work, step, startedAt) => {
    const until = startedAt + services.followFor
    for (let tries = 1; ; tries += 1) {
      const obstacles = await step.run('act', () => act(work, until, services, oneAtATime))
      if (obstacles.length === 0) return
      await step.sleep('pause', pauseBeforeTry(obstacles, tries, services.followFor))
    }
  })
}
