import type { Logger } from 'pino'
import type { StepApi } from './openworkflow-types.ts'
import type { Step } from './workflow.ts'

/** Until somebody acts: a step gives up through its result, never by running out of tries. */
const retryPolicy = {
  initialInterval: '1s',
  backoffCoefficient: 2,
  maximumInterval: '300s',
  maximumAttempts: 0,
} as const

/** Gives the engine's steps our words. */
export function bindStep(step: StepApi, log: Logger): Step {
  return {
    run: (name, work) => step.run({ name, retryPolicy }, () => logged(name, work, log)),
    sleep: (name, duration) => step.sleep(name, `${Math.max(1, Math.round(duration))}ms`),
  }
}

/** The engine tries again without a word; the operator should know. */
async function logged<T>(step: string, work: () => Promise<T>, log: Logger): Promise<T> {
  try {
    return await work()
  } catch (error) {
    log.warn({ err: error, step }, 'a step failed and is tried again')
    throw error
  }
}
