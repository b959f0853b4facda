import type { WorkPool } from '../documents/work-pool.ts'

/** Whether Prefect itself starts the runs of a pool, so that it needs no worker. */
export function isPush({ type }: WorkPool): boolean {
  return /:(push|managed)$/.test(type)
}
