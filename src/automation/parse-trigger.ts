import { type Trigger, triggerSchema } from './trigger.ts'
import { UnusableTriggerError } from './unusable-trigger-error.ts'

/**
 * A trigger as Prefect's API takes it.
 *
 * @throws UnusableTriggerError where it is none, or wants what is not understood here
 */
export function parseTrigger(value: unknown): Trigger {
  const { data, error } = triggerSchema.safeParse(value)
  if (data !== undefined) return data
  throw new UnusableTriggerError(
    error.issues.map(({ path, message }) => `${path.length === 0 ? 'trigger' : path.join('.')}: ${message}`),
  )
}
