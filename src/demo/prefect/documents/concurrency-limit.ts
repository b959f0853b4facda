import { randomUUID } from 'node:crypto'

/** How many runs of a deployment may be under way at once. */
export interface ConcurrencyLimit {
  id: string
  created: string
  updated: string
  active: boolean
  name: string
  limit: number
  active_slots: number
  slot_decay_per_second: number
}

/** The limit of a deployment of which no run is under way. */
export function createConcurrencyLimit(
  deploymentId: string,
  limit: number,
  now: () => string,
): ConcurrencyLimit {
  return {
    id: randomUUID(),
    created: now(),
    updated: now(),
    active: true,
    name: `deployment:${deploymentId}`,
    limit,
    active_slots: 0,
    slot_decay_per_second: 0,
  }
}
